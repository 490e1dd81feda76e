/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of a folder: its rows and totals. Which rows there are is in quo-folder-group.c, reading
 * in quo-folder-read.c, watching in quo-folder-watch.c. Invariant: an article keeps its row object
 * while its file is there, so that a list that regroups keeps focus and place.
 */
#include "quo-config.h"

#include "quo-folder-private.h"

#include <glib/gi18n.h>

enum
{
  PROP_PATH = 1,
  PROP_IS_READING,
  PROP_FILTER,
  PROP_ANNOTATOR,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

enum
{
  LISTED,
  FAILED,
  COUNTED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* The list model */

static GType
quo_folder_get_item_type (GListModel *model)
{
  return QUO_TYPE_FOLDER_ENTRY;
}

static guint
quo_folder_get_n_items (GListModel *model)
{
  return QUO_FOLDER (model)->unroll.n_told;
}

static gpointer
quo_folder_get_item (GListModel *model, guint position)
{
  QuoFolder *folder = QUO_FOLDER (model);

  return position < folder->unroll.n_told
             ? g_object_ref (g_ptr_array_index (folder->rows, position))
             : NULL;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = quo_folder_get_item_type;
  iface->get_n_items = quo_folder_get_n_items;
  iface->get_item = quo_folder_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (QuoFolder, quo_folder, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

void
quo_folder_emit_listed (QuoFolder *folder, gboolean is_first)
{
  g_signal_emit (folder, signals[LISTED], 0, is_first);
}

void
quo_folder_emit_failed (QuoFolder *folder, const char *message)
{
  g_signal_emit (folder, signals[FAILED], 0, message);
}

void
quo_folder_emit_counted (QuoFolder *folder)
{
  g_signal_emit (folder, signals[COUNTED], 0);
}

void
quo_folder_set_reading (QuoFolder *folder, gboolean is_reading)
{
  if (folder->is_reading == is_reading)
    return;
  folder->is_reading = is_reading;
  g_object_notify_by_pspec (G_OBJECT (folder), properties[PROP_IS_READING]);
}

/* Object */

static void
quo_folder_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  QuoFolder *folder = QUO_FOLDER (object);

  switch (id)
    {
    case PROP_PATH:
      g_value_set_string (value, folder->path);
      break;
    case PROP_IS_READING:
      g_value_set_boolean (value, folder->is_reading);
      break;
    case PROP_FILTER:
      g_value_set_string (value, folder->words);
      break;
    case PROP_ANNOTATOR:
      g_value_set_string (value, folder->annotator);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
quo_folder_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  QuoFolder *folder = QUO_FOLDER (object);

  switch (id)
    {
    case PROP_FILTER:
      quo_folder_set_filter (folder, g_value_get_string (value));
      break;
    case PROP_ANNOTATOR:
      quo_folder_set_annotator (folder, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
quo_folder_dispose (GObject *object)
{
  QuoFolder *folder = QUO_FOLDER (object);

  quo_folder_stop (folder);
  quo_folder_unwatch (folder);
  g_clear_handle_id (&folder->group_timeout, g_source_remove);
  quo_unroll_stop (&folder->unroll);
  G_OBJECT_CLASS (quo_folder_parent_class)->dispose (object);
}

static void
quo_folder_finalize (GObject *object)
{
  QuoFolder *folder = QUO_FOLDER (object);

  g_free (folder->path);
  g_free (folder->words);
  g_free (folder->filter);
  g_free (folder->annotator);
  g_hash_table_unref (folder->by_path);
  g_hash_table_unref (folder->touched);
  g_ptr_array_unref (folder->rows);
  g_ptr_array_unref (folder->entries);
  g_ptr_array_unref (folder->monitors);
  for (guint i = 0; i < QUO_N_PROGRESS; i++)
    g_object_unref (folder->headings[i]);
  G_OBJECT_CLASS (quo_folder_parent_class)->finalize (object);
}

static void
quo_folder_class_init (QuoFolderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = quo_folder_get_property;
  object_class->set_property = quo_folder_set_property;
  object_class->dispose = quo_folder_dispose;
  object_class->finalize = quo_folder_finalize;
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, readable);
  properties[PROP_IS_READING] = g_param_spec_boolean ("is-reading", NULL, NULL, FALSE, readable);
  properties[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, "", writable);
  properties[PROP_ANNOTATOR] = g_param_spec_string ("annotator", NULL, NULL, "", writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[LISTED] = g_signal_new ("listed", QUO_TYPE_FOLDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", QUO_TYPE_FOLDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[COUNTED] = g_signal_new ("counted", QUO_TYPE_FOLDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
quo_folder_init (QuoFolder *folder)
{
  folder->words = g_strdup ("");
  folder->filter = g_strdup ("");
  folder->annotator = g_strdup ("");
  folder->entries = g_ptr_array_new_with_free_func (g_object_unref);
  folder->rows = g_ptr_array_new_with_free_func (g_object_unref);
  folder->by_path = g_hash_table_new (g_str_hash, g_str_equal);
  folder->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  folder->monitors = g_ptr_array_new_with_free_func (g_object_unref);
  folder->headings[QUO_PROGRESS_BEGUN]
      /* Translators: heading of a list of articles. */
      = quo_folder_entry_new_heading (_ ("In progress"));
  folder->headings[QUO_PROGRESS_NEXT]
      /* Translators: heading of a list of articles that wait to be annotated. */
      = quo_folder_entry_new_heading (C_ ("articles", "Next"));
  folder->headings[QUO_PROGRESS_DONE]
      /* Translators: heading of a list of articles. */
      = quo_folder_entry_new_heading (C_ ("articles", "Done"));
}

QuoFolder *
quo_folder_new (void)
{
  return g_object_new (QUO_TYPE_FOLDER, NULL);
}

void
quo_folder_open (QuoFolder *folder, const char *path)
{
  g_return_if_fail (QUO_IS_FOLDER (folder));

  quo_folder_stop (folder);
  quo_folder_unwatch (folder);
  folder->is_listed = FALSE;
  g_free (folder->path);
  folder->path = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  g_hash_table_remove_all (folder->by_path);
  g_ptr_array_set_size (folder->entries, 0);
  quo_folder_begin_anew (folder);
  g_object_notify_by_pspec (G_OBJECT (folder), properties[PROP_PATH]);
  if (path != NULL)
    quo_folder_list (folder);
}

const char *
quo_folder_get_path (QuoFolder *folder)
{
  return folder->path;
}

gboolean
quo_folder_is_reading (QuoFolder *folder)
{
  return folder->is_reading;
}

void
quo_folder_set_filter (QuoFolder *folder, const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words != NULL ? words : "", -1);

  if (g_str_equal (folded, folder->filter))
    return;
  g_free (folder->words);
  folder->words = g_strdup (words != NULL ? words : "");
  g_free (folder->filter);
  folder->filter = g_steal_pointer (&folded);
  quo_folder_begin_anew (folder);
  g_object_notify_by_pspec (G_OBJECT (folder), properties[PROP_FILTER]);
}

/* Everybody's progress is their own, so all is read again. */
const char *
quo_folder_get_annotator (QuoFolder *folder)
{
  return folder->annotator;
}

void
quo_folder_set_annotator (QuoFolder *folder, const char *name)
{
  if (g_strcmp0 (name, folder->annotator) == 0)
    return;
  g_free (folder->annotator);
  folder->annotator = g_strdup (name != NULL ? name : "");
  g_object_notify_by_pspec (G_OBJECT (folder), properties[PROP_ANNOTATOR]);
  if (folder->path != NULL)
    {
      g_autofree char *path = g_strdup (folder->path);
      quo_folder_open (folder, path);
    }
}

GPtrArray *
quo_folder_get_entries (QuoFolder *folder)
{
  return folder->entries;
}

QuoFolderEntry *
quo_folder_find (QuoFolder *folder, const char *path)
{
  return path != NULL ? g_hash_table_lookup (folder->by_path, path) : NULL;
}

guint
quo_folder_get_position (QuoFolder *folder, const char *path)
{
  QuoFolderEntry *entry = quo_folder_find (folder, path);
  guint position;

  if (entry == NULL || !g_ptr_array_find (folder->rows, entry, &position))
    return G_MAXUINT;
  /* Whoever asks wants to go there. */
  if (position >= folder->unroll.n_told)
    quo_unroll_finish (&folder->unroll);
  return position;
}

const char *
quo_folder_get_next (QuoFolder *folder, const char *path)
{
  QuoFolderEntry *from = quo_folder_find (folder, path);
  guint n = folder->entries->len, place = 0;

  if (from != NULL)
    g_ptr_array_find (folder->entries, from, &place);
  for (guint i = from != NULL ? 1 : 0; i < n; i++)
    {
      QuoFolderEntry *entry = g_ptr_array_index (folder->entries, (place + i) % n);

      if (quo_folder_entry_get_progress (entry) != QUO_PROGRESS_DONE
          && quo_folder_wants (folder, entry))
        return quo_folder_entry_get_path (entry);
    }
  return NULL;
}

guint
quo_folder_count (QuoFolder *folder, QuoProgress progress)
{
  return folder->counts[progress];
}

guint
quo_folder_count_read (QuoFolder *folder)
{
  return folder->n_read;
}

guint
quo_folder_count_shown (QuoFolder *folder)
{
  return folder->n_shown;
}
