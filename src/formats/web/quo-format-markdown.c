/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The quotes of an article with speaker, cue and notes as Markdown (CommonMark), to be pasted into
 * a story memo or a wiki. */

#include "quo-config.h"

#include "quo-formats-list.h"
#include "quo-selection.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  QuoSelection *selection;
  const QuoFormatOptions *options;
  GHashTable *quotations; /* QuoAnnotation to a GPtrArray of QuoRelation */
  GHashTable *types;      /* a label to whether it is one of quotes */
  GString *out;
} Markdown;

/* --- Text --- */

/* One line, with a backslash before what Markdown would take for markup. */
static void
append_text (GString *out, const char *text)
{
  gboolean is_blank = TRUE;

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean is_space = strchr (" \t\r\n", *p) != NULL;

      if (!is_space && strchr ("\\`*_[]<>#|~&!", *p) != NULL)
        g_string_append_c (out, '\\');
      if (!is_space || !is_blank)
        g_string_append_c (out, is_space ? ' ' : *p);
      is_blank = is_space;
    }
}

/* What begins a list, a rule or a heading where a line begins: "- ", "1. ", "===". */
static const char *
append_line_start (GString *out, const char *line)
{
  gsize n_digits = strspn (line, "0123456789");

  if (*line != '\0' && strchr ("-+=", *line) != NULL)
    g_string_append_c (out, '\\');
  else if (n_digits > 0 && (line[n_digits] == '.' || line[n_digits] == ')'))
    {
      g_string_append_len (out, line, (gssize)n_digits);
      g_string_append_c (out, '\\');
      return line + n_digits;
    }
  return line;
}

/* A paragraph of a block quotation: its lines stay lines. */
static void
append_quotation (GString *out, const char *text)
{
  g_autofree char *lf = g_strdup (text);
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_strdelimit (lf, "\r", '\n');
  lines = g_strsplit (lf, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) == '\0')
        continue;
      g_string_append (out, n++ > 0 ? "  \n> " : "> ");
      append_text (out, append_line_start (out, lines[i]));
    }
  g_string_append (out, "\n");
}

/* --- Who --- */

/* The names of whom a mention stands for, else what it says. */
static void
append_member (Markdown *markdown, const char *id)
{
  const QuoAnnotation *mention = quo_selection_find_member (markdown->selection, id);
  g_autofree char *said = quo_selection_dup_member_name (markdown->selection, id);
  guint n = 0;

  for (guint i = 0; mention != NULL && i < mention->n_entities; i++)
    {
      const QuoEntity *entity
          = quo_selection_find_entity (markdown->selection, mention->entities[i]);

      if (entity == NULL || entity->name == NULL)
        continue;
      g_string_append (markdown->out, n++ > 0 ? ", " : "");
      append_text (markdown->out, entity->name);
    }
  if (n == 0)
    append_text (markdown->out, said != NULL ? said : id);
}

/* FALSE: there is nobody in the role that is written. */
static gboolean
append_role (Markdown *markdown, const QuoRelation *relation, const char *name, const char *before,
             const char *after)
{
  const QuoRole *role = quo_relation_find_role (relation, name);
  guint n = 0;

  for (guint i = 0; role != NULL && i < role->n_members; i++)
    {
      if (quo_selection_find_member (markdown->selection, role->members[i]) == NULL
          && quo_selection_find_entity (markdown->selection, role->members[i]) == NULL)
        continue;
      g_string_append (markdown->out, n++ > 0 ? ", " : before);
      append_member (markdown, role->members[i]);
    }
  if (n > 0)
    g_string_append (markdown->out, after);
  return n > 0;
}

static void
append_note (Markdown *markdown, const char *note)
{
  if (note == NULL)
    return;
  g_string_append_printf (markdown->out, "\n%s: ", _ ("Note"));
  append_text (markdown->out, note);
  g_string_append_c (markdown->out, '\n');
}

static void
append_relation (Markdown *markdown, const QuoRelation *relation)
{
  g_autofree char *cue = g_strdup_printf (" · %s: *", _ ("cue"));
  g_autofree char *to = g_strdup_printf (" · %s: ", _ ("to"));

  g_string_append (markdown->out, "\n— ");
  if (!append_role (markdown, relation, "source", "**", "**"))
    g_string_append_printf (markdown->out, "**%s**", _ ("Speaker not marked"));
  append_role (markdown, relation, "cue", cue, "*");
  append_role (markdown, relation, "addressee", to, "");
  g_string_append_c (markdown->out, '\n');
  append_note (markdown, relation->note);
}

static void
append_quote (Markdown *markdown, const QuoAnnotation *quote)
{
  static const QuoRelation unlinked = { .type = "" };
  const GPtrArray *relations = g_hash_table_lookup (markdown->quotations, quote);
  g_autofree char *text = quo_selection_dup_quote (markdown->selection, quote);

  g_string_append_c (markdown->out, '\n');
  append_quotation (markdown->out, text);
  if (relations == NULL)
    append_relation (markdown, &unlinked);
  for (guint i = 0; relations != NULL && i < relations->len; i++)
    append_relation (markdown, g_ptr_array_index (relations, i));
  append_note (markdown, quote->note);
}

/* --- The file --- */

static void
list_quotations (Markdown *markdown)
{
  for (guint i = 0; i < markdown->selection->relations->len; i++)
    {
      const QuoRelation *relation = quo_selection_get_relation (markdown->selection, i);
      const QuoRole *role = quo_relation_find_role (relation, "quote");

      markdown->selection->losses.counts[QUO_LOSS_RELATIONS] += role == NULL;
      for (guint m = 0; role != NULL && m < role->n_members; m++)
        {
          const QuoAnnotation *quote
              = quo_selection_find_member (markdown->selection, role->members[m]);
          GPtrArray *list
              = quote != NULL ? g_hash_table_lookup (markdown->quotations, quote) : NULL;

          if (quote == NULL)
            continue;
          if (list == NULL)
            {
              list = g_ptr_array_new ();
              g_hash_table_insert (markdown->quotations, (gpointer)quote, list);
            }
          g_ptr_array_add (list, (gpointer)relation);
        }
    }
}

/* A link is what a browser opens by itself, and ends where one does; an address may be anything. */
static void
append_url (GString *out, const char *url)
{
  gboolean is_link = g_str_has_prefix (url, "http://") || g_str_has_prefix (url, "https://");

  for (const char *p = url; *p != '\0'; p++)
    is_link = is_link && (guchar)*p > ' ' && *p != '<' && *p != '>';
  g_string_append_c (out, '\n');
  if (is_link)
    g_string_append_printf (out, "<%s>", url);
  else
    append_text (out, url);
  g_string_append_c (out, '\n');
}

static void
append_head (Markdown *markdown)
{
  const QuoArticle *article = markdown->selection->snapshot->article;
  const QuoHeader *header = markdown->selection->snapshot->header;
  g_autofree char *title
      = header->title != NULL ? g_strdup (header->title) : quo_article_dup_title (article);
  const char *url = article->url != NULL ? article->url : header->url;

  g_string_append (markdown->out, "# ");
  append_text (markdown->out, title);
  g_string_append_c (markdown->out, '\n');
  if (url != NULL)
    append_url (markdown->out, url);
}

static void
append_article_notes (Markdown *markdown)
{
  QuoSnapshot *snapshot = markdown->selection->snapshot;

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_NOTE); i++)
    {
      const QuoNote *note = g_ptr_array_index (snapshot->records[QUO_RECORD_NOTE], i);

      append_note (markdown, note->text);
    }
}

static gboolean
is_quote (Markdown *markdown, const char *type)
{
  gpointer known;

  if (!g_hash_table_lookup_extended (markdown->types, type, NULL, &known))
    {
      known = GINT_TO_POINTER (
          quo_selection_is_quote_type (markdown->selection, markdown->options, type));
      g_hash_table_insert (markdown->types, (gpointer)type, known);
    }
  return GPOINTER_TO_INT (known);
}

static gboolean
write_markdown (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
                QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  g_autoptr (GHashTable) quotations
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GHashTable) types = g_hash_table_new (NULL, NULL);
  Markdown markdown
      = { .selection = selection, .options = options, .quotations = quotations, .types = types };

  if (selection == NULL)
    return FALSE;
  markdown.out = quo_target_open (target, NULL);
  list_quotations (&markdown);
  append_head (&markdown);
  append_article_notes (&markdown);
  for (guint i = 0; i < selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (selection, i);

      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      if (g_hash_table_contains (quotations, annotation) || is_quote (&markdown, annotation->type))
        append_quote (&markdown, annotation);
    }
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

static const QuoFormatOption markdown_options[] = {
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

const QuoFormat quo_format_markdown = {
  .id = "markdown",
  .title = N_ ("List of quotes (Markdown)"),
  .extensions = "md",
  .carries = QUO_CARRIES_DISCONTINUOUS | QUO_CARRIES_OVERLAP | QUO_CARRIES_RELATIONS
             | QUO_CARRIES_ENTITIES | QUO_CARRIES_NOTES,
  .options = markdown_options,
  .write = write_markdown,
};
