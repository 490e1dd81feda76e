/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of what was found in a folder. */
#include "quo-config.h"

#include "quo-folder-hit-private.h"

#include "quo-record.h"

/* So many characters are shown on either side of a place. */
#define CONTEXT 60

struct _QuoFolderHit
{
  GObject parent_instance;
  char *path;
  char *title; /* of a heading */
  guint n_hits;
  QuoSpan span;
  char *before, *match, *after;
  char *label; /* or NULL */
};

G_DEFINE_FINAL_TYPE (QuoFolderHit, quo_folder_hit, G_TYPE_OBJECT)

static guint changed_signal;

static void
quo_folder_hit_finalize (GObject *object)
{
  QuoFolderHit *hit = QUO_FOLDER_HIT (object);

  g_free (hit->path);
  g_free (hit->title);
  g_free (hit->before);
  g_free (hit->match);
  g_free (hit->after);
  g_free (hit->label);
  G_OBJECT_CLASS (quo_folder_hit_parent_class)->finalize (object);
}

static void
quo_folder_hit_class_init (QuoFolderHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quo_folder_hit_finalize;
  changed_signal = g_signal_new ("changed", QUO_TYPE_FOLDER_HIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
quo_folder_hit_init (QuoFolderHit *hit)
{
}

QuoFolderHit *
quo_folder_hit_new_heading (const char *path, char *title, guint n_hits)
{
  QuoFolderHit *hit = g_object_new (QUO_TYPE_FOLDER_HIT, NULL);

  hit->path = g_strdup (path);
  hit->title = title;
  hit->n_hits = n_hits;
  return hit;
}

/* One line, white space as one blank. */
static char *
dup_line (const QuoText *text, guint32 start, guint32 end)
{
  g_autofree char *part = quo_text_dup (text, QUO_SPAN (start, end));
  GString *line = g_string_new (NULL);

  for (const char *p = part; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c))
        g_string_append_unichar (line, c);
      else if (line->len == 0 || line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  return g_string_free (line, FALSE);
}

/* The context begins with a whole word. */
static guint32
find_context_start (const QuoText *text, guint32 first, guint32 start)
{
  guint32 at = start - MIN (start - first, CONTEXT);

  if (at == first)
    return at;
  for (guint32 i = at; i < start; i++)
    if (g_unichar_isspace (quo_text_get_char (text, i)))
      return i + 1;
  return at;
}

QuoFolderHit *
quo_folder_hit_new (const char *path, const QuoText *text, QuoSpan span, const char *label)
{
  QuoFolderHit *hit = g_object_new (QUO_TYPE_FOLDER_HIT, NULL);
  QuoSpan paragraph = quo_text_get_paragraph (text, span.start);
  guint32 last = MAX (paragraph.end, span.end);
  guint32 start = find_context_start (text, paragraph.start, span.start);

  hit->path = g_strdup (path);
  hit->span = span;
  hit->before = dup_line (text, start, span.start);
  hit->match = dup_line (text, span.start, span.end);
  hit->after = dup_line (text, span.end, MIN (last, span.end + CONTEXT));
  hit->label = g_strdup (label);
  return hit;
}

const char *
quo_folder_hit_get_path (QuoFolderHit *hit)
{
  return hit->path;
}

const char *
quo_folder_hit_get_title (QuoFolderHit *hit)
{
  return hit->title;
}

guint
quo_folder_hit_get_n_hits (QuoFolderHit *hit)
{
  return hit->n_hits;
}

QuoSpan
quo_folder_hit_get_span (QuoFolderHit *hit)
{
  return hit->span;
}

const char *
quo_folder_hit_get_before (QuoFolderHit *hit)
{
  return hit->before;
}

const char *
quo_folder_hit_get_match (QuoFolderHit *hit)
{
  return hit->match;
}

const char *
quo_folder_hit_get_after (QuoFolderHit *hit)
{
  return hit->after;
}

const char *
quo_folder_hit_get_label (QuoFolderHit *hit)
{
  return hit->label;
}

void
quo_folder_hit_set_label (QuoFolderHit *hit, const char *label)
{
  if (g_strcmp0 (hit->label, label) == 0)
    return;
  g_free (hit->label);
  hit->label = g_strdup (label);
  g_signal_emit (hit, changed_signal, 0);
}

const char *
quo_folder_hit_find_label (GPtrArray *annotations, QuoSpan span)
{
  const char *label = NULL;
  guint32 smallest = G_MAXUINT32;

  for (guint i = 0; i < annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (annotation->ranges[0].start > span.start)
        break;
      for (guint r = 0; r < annotation->n_ranges && !annotation->is_orphan; r++)
        {
          QuoSpan range = annotation->ranges[r];

          if (range.start > span.start || range.end < span.end
              || range.end - range.start > smallest)
            continue;
          smallest = range.end - range.start;
          label = annotation->type;
        }
    }
  return label;
}
