/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding words in the articles of a folder, article by article in a thread. */
#include "quo-config.h"

#include "quo-folder-search.h"

#include "quo-find.h"
#include "quo-folder-hit-private.h"
#include "quo-opening.h"
#include "quo-stream.h"
#include "quo-unroll.h"

struct _QuoFolderSearch
{
  GObject parent_instance;
  GPtrArray *rows;  /* of QuoFolderHit */
  QuoUnroll unroll; /* how many of them the view knows of */
  guint n_hits, n_articles;
  QuoStream *stream; /* or NULL */
  GPtrArray *found;  /* what came since the list was told, or NULL */
  guint timeout;
};

enum
{
  PROP_IS_RUNNING = 1,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

/* The list is told at most so often (milliseconds). */
#define TELL_DELAY 100

static GType
quo_folder_search_get_item_type (GListModel *model)
{
  return QUO_TYPE_FOLDER_HIT;
}

static guint
quo_folder_search_get_n_items (GListModel *model)
{
  return QUO_FOLDER_SEARCH (model)->unroll.n_told;
}

static gpointer
quo_folder_search_get_item (GListModel *model, guint position)
{
  QuoFolderSearch *search = QUO_FOLDER_SEARCH (model);

  return position < search->unroll.n_told
             ? g_object_ref (g_ptr_array_index (search->rows, position))
             : NULL;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = quo_folder_search_get_item_type;
  iface->get_n_items = quo_folder_search_get_n_items;
  iface->get_item = quo_folder_search_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (QuoFolderSearch, quo_folder_search, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

/* In the thread */

static gpointer
search_one (gpointer item, gpointer words, GCancellable *cancellable)
{
  const char *path = item;
  g_autoptr (QuoOpening) opening = quo_open (path, NULL, NULL, cancellable, NULL);
  g_autoptr (GArray) spans = NULL;
  GPtrArray *rows, *annotations;

  if (opening == NULL)
    return NULL; /* the list of articles tells why it cannot be read */
  spans = quo_find_all (opening->snapshot->article->text, words, cancellable);
  if (spans == NULL || spans->len == 0)
    return NULL;
  annotations = opening->snapshot->records[QUO_RECORD_ANNOTATION];
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (rows, quo_folder_hit_new_heading (
                             path, quo_article_dup_title (opening->snapshot->article), spans->len));
  for (guint i = 0; i < spans->len && i < QUO_FOLDER_SEARCH_MAX_HITS; i++)
    {
      QuoSpan span = g_array_index (spans, QuoSpan, i);

      g_ptr_array_add (rows, quo_folder_hit_new (path, opening->snapshot->article->text, span,
                                                 quo_folder_hit_find_label (annotations, span)));
    }
  return rows;
}

/* In the main loop */

static void
tell (QuoFolderSearch *search)
{
  GPtrArray *found = g_steal_pointer (&search->found);
  guint position = search->rows->len;

  g_clear_handle_id (&search->timeout, g_source_remove);
  if (found == NULL)
    return;
  g_ptr_array_extend_and_steal (search->rows, found);
  quo_unroll_change (&search->unroll, G_LIST_MODEL (search), position, 0,
                     search->rows->len - position);
}

static gboolean
on_timeout (gpointer data)
{
  QuoFolderSearch *search = data;

  search->timeout = 0;
  tell (search);
  return G_SOURCE_REMOVE;
}

static void
on_end (gpointer data)
{
  QuoFolderSearch *search = data;

  tell (search);
  g_clear_pointer (&search->stream, quo_stream_stop);
  g_object_notify_by_pspec (G_OBJECT (search), properties[PROP_IS_RUNNING]);
}

static void
on_found (gpointer result, gpointer data)
{
  QuoFolderSearch *search = data;
  GPtrArray *rows = result;

  search->n_hits += rows->len - 1;
  search->n_articles++;
  if (search->found == NULL)
    search->found = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_extend_and_steal (search->found, rows);
  if (search->n_hits >= QUO_FOLDER_SEARCH_MAX_HITS)
    on_end (search);
  else if (search->timeout == 0)
    search->timeout = g_timeout_add (TELL_DELAY, on_timeout, search);
}

static void
clear (QuoFolderSearch *search)
{
  g_clear_pointer (&search->stream, quo_stream_stop);
  g_clear_handle_id (&search->timeout, g_source_remove);
  g_clear_pointer (&search->found, g_ptr_array_unref);
  g_ptr_array_set_size (search->rows, 0);
  search->n_hits = search->n_articles = 0;
  quo_unroll_reset (&search->unroll, G_LIST_MODEL (search), 0);
}

static void
quo_folder_search_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_IS_RUNNING)
    g_value_set_boolean (value, QUO_FOLDER_SEARCH (object)->stream != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
quo_folder_search_finalize (GObject *object)
{
  QuoFolderSearch *search = QUO_FOLDER_SEARCH (object);

  g_clear_pointer (&search->stream, quo_stream_stop);
  g_clear_handle_id (&search->timeout, g_source_remove);
  g_clear_pointer (&search->found, g_ptr_array_unref);
  quo_unroll_stop (&search->unroll);
  g_ptr_array_unref (search->rows);
  G_OBJECT_CLASS (quo_folder_search_parent_class)->finalize (object);
}

static void
quo_folder_search_class_init (QuoFolderSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = quo_folder_search_get_property;
  object_class->finalize = quo_folder_search_finalize;
  properties[PROP_IS_RUNNING]
      = g_param_spec_boolean ("is-running", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
quo_folder_search_init (QuoFolderSearch *search)
{
  search->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

QuoFolderSearch *
quo_folder_search_new (void)
{
  return g_object_new (QUO_TYPE_FOLDER_SEARCH, NULL);
}

void
quo_folder_search_start (QuoFolderSearch *search, GPtrArray *paths, const char *words)
{
  g_return_if_fail (QUO_IS_FOLDER_SEARCH (search) && paths != NULL && words != NULL);

  clear (search);
  if (*words != '\0')
    search->stream = quo_stream_start (paths, search_one, g_strdup (words), g_free,
                                       (GDestroyNotify)g_ptr_array_unref, on_found, on_end, search);
  else
    g_ptr_array_unref (paths);
  g_object_notify_by_pspec (G_OBJECT (search), properties[PROP_IS_RUNNING]);
}

void
quo_folder_search_stop (QuoFolderSearch *search)
{
  g_return_if_fail (QUO_IS_FOLDER_SEARCH (search));

  if (search->stream != NULL)
    on_end (search);
}

GPtrArray *
quo_folder_search_get_rows (QuoFolderSearch *search)
{
  g_return_val_if_fail (QUO_IS_FOLDER_SEARCH (search), NULL);

  return search->rows;
}

gboolean
quo_folder_search_is_running (QuoFolderSearch *search)
{
  return search->stream != NULL;
}

guint
quo_folder_search_count_hits (QuoFolderSearch *search)
{
  return search->n_hits;
}

guint
quo_folder_search_count_articles (QuoFolderSearch *search)
{
  return search->n_articles;
}
