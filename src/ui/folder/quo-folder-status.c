/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of a folder tells of one article. */
#include "quo-config.h"

#include "quo-folder-status.h"

#include "quo-opening.h"
#include "quo-save.h"

#include <string.h>

void
quo_folder_status_free (QuoFolderStatus *status)
{
  g_free (status->title);
  g_free (status->folded_title);
  g_free (status->problem);
  g_free (status->article_etag);
  g_free (status->sidecar_etag);
  g_free (status);
}

/* NULL also when it cannot be asked for. */
static char *
read_etag (const char *path)
{
  char *etag = NULL;

  return quo_etag_read (path, &etag, NULL) ? etag : NULL;
}

gboolean
quo_folder_status_is_current (const QuoFolderStatus *status, const char *path)
{
  g_autofree char *sidecar = quo_sidecar_path_for (path);
  g_autofree char *article_etag = read_etag (path);
  g_autofree char *sidecar_etag = read_etag (sidecar);

  return g_strcmp0 (status->article_etag, article_etag) == 0
         && g_strcmp0 (status->sidecar_etag, sidecar_etag) == 0;
}

/* Scripts that put no blanks between words. */
static gboolean
is_word_alone (gunichar c)
{
  if (c < 0x0e00)
    return FALSE;
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
      return TRUE;
    default:
      return FALSE;
    }
}

guint
quo_folder_count_words (const QuoText *text)
{
  gboolean is_inside = FALSE;
  guint n_words = 0;

  for (const char *p = quo_text_get_utf8 (text); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        is_inside = FALSE;
      else if (is_word_alone (c))
        {
          n_words++;
          is_inside = FALSE;
        }
      else if (!is_inside && g_unichar_isalnum (c))
        {
          n_words++;
          is_inside = TRUE;
        }
    }
  return n_words;
}

static gboolean
is_closed (const QuoLayer *layer)
{
  return g_strcmp0 (layer->state, "done") == 0 || g_strcmp0 (layer->state, "gold") == 0;
}

/* The agent who annotates: the person with this name, else one without a name; NULL: none. */
static const char *
find_person (const QuoSnapshot *snapshot, const char *annotator)
{
  const GPtrArray *agents = snapshot->records[QUO_RECORD_AGENT];
  const char *nameless = NULL;

  for (guint i = 0; i < agents->len; i++)
    {
      const QuoAgent *agent = g_ptr_array_index (agents, i);
      const char *name = agent->name != NULL ? agent->name : "";

      if (g_strcmp0 (agent->type, "person") != 0)
        continue;
      if (strcmp (name, annotator) == 0)
        return agent->base.id;
      if (nameless == NULL && *name == '\0')
        nameless = agent->base.id;
    }
  return nameless;
}

/* The layers of @by (NULL: of anybody): how many are open, how many are closed. */
static void
count_layers (const QuoSnapshot *snapshot, const char *by, guint *ret_n_open, guint *ret_n_closed)
{
  *ret_n_open = *ret_n_closed = 0;
  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_LAYER); i++)
    {
      const QuoLayer *layer = quo_snapshot_get_layer (snapshot, i);

      if (by == NULL || g_strcmp0 (layer->by, by) == 0)
        (*(is_closed (layer) ? ret_n_closed : ret_n_open))++;
    }
}

/* Whose layers are looked at: one's own where there are some, else those of all, so that who only
 * reads sees what others have done. */
QuoProgress
quo_folder_status_get_progress (const QuoSnapshot *snapshot, const char *annotator)
{
  const char *person = find_person (snapshot, annotator);
  guint n_open = 0, n_closed = 0;

  if (person != NULL)
    count_layers (snapshot, person, &n_open, &n_closed);
  if (n_open + n_closed == 0)
    count_layers (snapshot, NULL, &n_open, &n_closed);
  if (n_closed > 0 && n_open == 0)
    return QUO_PROGRESS_DONE;
  return quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION) > 0 ? QUO_PROGRESS_BEGUN
                                                                  : QUO_PROGRESS_NEXT;
}

static void
count (QuoFolderStatus *status, const QuoSnapshot *snapshot)
{
  guint32 length = quo_text_get_length (snapshot->article->text);
  guint32 last = 0;

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION); i++)
    {
      const QuoAnnotation *annotation = quo_snapshot_get_annotation (snapshot, i);

      if (annotation->status != QUO_STATUS_NONE && annotation->status != QUO_STATUS_ACCEPTED)
        continue;
      status->n_annotations++;
      if (g_strcmp0 (annotation->type, "quote") == 0)
        status->n_quotes++;
      if (!annotation->is_orphan)
        last = MAX (last, annotation->ranges[annotation->n_ranges - 1].end);
    }
  status->share = length > 0 ? CLAMP ((double)last / length, 0, 1) : 0;
}

/* Takes @title over. */
static void
set_title (QuoFolderStatus *status, char *title)
{
  status->title = title;
  status->folded_title = g_utf8_casefold (title, -1);
}

QuoFolderStatus *
quo_folder_status_read (const char *path, const char *annotator, GCancellable *cancellable)
{
  QuoFolderStatus *status = g_new0 (QuoFolderStatus, 1);
  g_autofree char *sidecar = quo_sidecar_path_for (path);
  g_autoptr (QuoOpening) opening = NULL;
  g_autoptr (GError) error = NULL;

  status->progress = QUO_PROGRESS_NEXT;
  status->article_etag = read_etag (path);
  status->sidecar_etag = read_etag (sidecar);
  opening = quo_open (path, NULL, NULL, cancellable, &error);
  if (opening == NULL)
    {
      set_title (status, g_path_get_basename (path));
      status->problem = g_strdup (error->message);
      return status;
    }
  set_title (status, quo_article_dup_title (opening->snapshot->article));
  status->n_words = quo_folder_count_words (opening->snapshot->article->text);
  status->progress = quo_folder_status_get_progress (opening->snapshot, annotator);
  count (status, opening->snapshot);
  return status;
}
