/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The registry of formats, and what can be said of each without writing anything. */

#include "quo-config.h"

#include "quo-format.h"

#include "quo-error.h"
#include "quo-formats-list.h"
#include "quo-losses.h"

#include <glib/gi18n.h>
#include <string.h>

static const QuoFormat *const formats[] = { QUO_FORMATS_LIST, NULL };

const QuoFormat *const *
quo_formats_list (void)
{
  return formats;
}

const QuoFormat *const *
quo_formats_list_written (void)
{
  static const QuoFormat *written[G_N_ELEMENTS (formats)];
  static gsize is_made = 0;

  if (g_once_init_enter (&is_made))
    {
      for (guint i = 0, n = 0; formats[i] != NULL; i++)
        if (formats[i]->write != NULL)
          written[n++] = formats[i];
      g_once_init_leave (&is_made, 1);
    }
  return written;
}

const QuoFormat *
quo_formats_find (const char *id)
{
  for (guint i = 0; formats[i] != NULL; i++)
    if (g_strcmp0 (formats[i]->id, id) == 0)
      return formats[i];
  return NULL;
}

const char *
quo_carries_get_name (QuoCarries bit)
{
  switch (bit)
    {
    case QUO_CARRIES_TEXT:
      return N_ ("text");
    case QUO_CARRIES_DISCONTINUOUS:
      return N_ ("parts");
    case QUO_CARRIES_OVERLAP:
      return N_ ("overlap");
    case QUO_CARRIES_RELATIONS:
      return N_ ("relations");
    case QUO_CARRIES_ENTITIES:
      return N_ ("identities");
    case QUO_CARRIES_ATTRS:
      return N_ ("attributes");
    case QUO_CARRIES_NOTES:
      return N_ ("notes");
    case QUO_CARRIES_LAYERS:
      return N_ ("layers");
    case QUO_CARRIES_PROVENANCE:
      return N_ ("provenance");
    case QUO_CARRIES_RELATION_DETAILS:
      return N_ ("details of relations");
    case QUO_CARRIES_ALL:
      return N_ ("everything");
    default:
      g_return_val_if_reached ("");
    }
}

gboolean
quo_format_reads_name (const QuoFormat *format, const char *name)
{
  g_auto (GStrv) extensions = format != NULL ? g_strsplit (format->extensions, ";", -1) : NULL;

  for (guint i = 0; format == NULL && formats[i] != NULL; i++)
    if (formats[i]->read != NULL && quo_format_reads_name (formats[i], name))
      return TRUE;
  for (guint i = 0; extensions != NULL && extensions[i] != NULL; i++)
    {
      g_autofree char *suffix = g_strconcat (".", extensions[i], NULL);

      if (g_str_has_suffix (name, suffix))
        return TRUE;
    }
  return FALSE;
}

/* --- Options --- */

const char *
quo_format_options_get (const QuoFormatOptions *options, const char *name)
{
  if (options == NULL || options->values == NULL)
    return NULL;
  return g_hash_table_lookup (options->values, name);
}

gboolean
quo_format_options_is (const QuoFormatOptions *options, const char *name, const char *value)
{
  return g_strcmp0 (quo_format_options_get (options, name), value) == 0;
}

/* "a, b and c" is not needed in messages: "a, b, c" reads as well in every language. */
static char *
join_names (const QuoFormatOption *options)
{
  GString *names = g_string_new (NULL);

  for (; options != NULL && options->name != NULL; options++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", options->name);
  return g_string_free (names, FALSE);
}

static gboolean
check_option (const QuoFormat *format, const QuoFormatOption *options, const char *name,
              const char *value, GError **error)
{
  const QuoFormatOption *option = options;
  g_autofree char *names = NULL;
  g_auto (GStrv) values = NULL;

  while (option != NULL && option->name != NULL && !g_str_equal (option->name, name))
    option++;
  if (option == NULL || option->name == NULL)
    {
      names = join_names (options);
      if (*names == '\0')
        g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE, _ ("The format %s has no options"),
                     format->id);
      else
        g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE,
                     _ ("The format %s has no option “%s”; it has: %s"), format->id, name, names);
      return FALSE;
    }
  values = g_strsplit (option->values, "|", -1);
  if (g_str_equal (option->values, "*") || g_strv_contains ((const char *const *)values, value))
    return TRUE;
  names = g_strjoinv (", ", values);
  g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE, _ ("The option %s takes one of: %s; not “%s”"),
               name, names, value);
  return FALSE;
}

gboolean
quo_format_check_option (const QuoFormat *format, const char *name, const char *value,
                         GError **error)
{
  return check_option (format, format->options, name, value, error);
}

gboolean
quo_format_check_read_option (const QuoFormat *format, const char *name, const char *value,
                              GError **error)
{
  return check_option (format, format->read_options, name, value, error);
}

char *
quo_format_dup_name (const QuoFormat *format, const char *article)
{
  g_autofree char *base = g_path_get_basename (article);
  gsize len = strcspn (format->extensions, ";");
  const char *dot = strrchr (base, '.');

  if (!format->keeps_suffix && dot != NULL && dot != base)
    base[dot - base] = '\0';
  return g_strdup_printf ("%s.%.*s", base, (int)len, format->extensions);
}

/* --- Layers --- */

/* How many annotations and relations each layer has: interned id to count. */
static GHashTable *
count_layers (QuoSnapshot *snapshot)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint kind = QUO_RECORD_ANNOTATION; kind <= QUO_RECORD_RELATION; kind++)
    for (guint i = 0; i < quo_snapshot_count (snapshot, kind); i++)
      {
        const char *id = kind == QUO_RECORD_ANNOTATION
                             ? quo_snapshot_get_annotation (snapshot, i)->layer
                             : quo_snapshot_get_relation (snapshot, i)->layer;
        guint n;

        if (id == NULL)
          continue;
        n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, id));
        g_hash_table_insert (counts, (gpointer)id, GUINT_TO_POINTER (n + 1));
      }
  return counts;
}

/* The layers a person could mean: those that hold something, or, without one, all. Of several the
 * open ones if @is_open_only. */
static GPtrArray *
list_candidates (QuoSnapshot *snapshot, gboolean is_open_only)
{
  g_autoptr (GHashTable) counts = count_layers (snapshot);
  GPtrArray *layers = g_ptr_array_new ();

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_LAYER); i++)
    {
      const QuoLayer *layer = quo_snapshot_get_layer (snapshot, i);

      if (g_hash_table_size (counts) > 0 && !g_hash_table_contains (counts, layer->base.id))
        continue;
      if (is_open_only && layer->state != NULL && !g_str_equal (layer->state, "open"))
        continue;
      g_ptr_array_add (layers, (gpointer)layer);
    }
  return layers;
}

static char *
join_layers (QuoSnapshot *snapshot)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_LAYER); i++)
    {
      const QuoLayer *layer = quo_snapshot_get_layer (snapshot, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", layer->base.id);
      if (layer->title != NULL)
        g_string_append_printf (names, " (%s)", layer->title);
    }
  return g_string_free (names, FALSE);
}

/* The one layer for a format that has room for one: *ret_layer is NULL when there is nothing to
 * choose. */
static gboolean
find_layer (const QuoFormat *format, QuoSnapshot *snapshot, const char **ret_layer, GError **error)
{
  g_autoptr (GPtrArray) candidates = list_candidates (snapshot, FALSE);
  g_autofree char *names = NULL;

  *ret_layer = NULL;
  if (candidates->len > 1)
    {
      g_ptr_array_unref (candidates);
      candidates = list_candidates (snapshot, TRUE);
      if (candidates->len != 1)
        {
          names = join_layers (snapshot);
          g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE,
                       _ ("The format %s cannot tell layers apart; choose one of: %s"), format->id,
                       names);
          return FALSE;
        }
    }
  if (candidates->len == 1)
    *ret_layer = ((const QuoLayer *)g_ptr_array_index (candidates, 0))->base.id;
  return TRUE;
}

QuoSnapshot *
quo_format_pick_layer (const QuoFormat *format, QuoSnapshot *snapshot, const char *layer,
                       QuoReport *report, GError **error)
{
  QuoLosses losses = { { 0 } };
  QuoSnapshot *picked;
  QuoRecord *record;

  if (layer != NULL && format->is_all_layers)
    quo_report_add (report, QUO_REPORT_NOTE, NULL, "%s",
                    _ ("This format compares layers: all of them are written"));
  if ((layer == NULL && !format->is_one_layer) || format->is_all_layers)
    return quo_snapshot_ref (snapshot);
  record = layer != NULL ? quo_snapshot_find (snapshot, layer) : NULL;
  if (layer != NULL && (record == NULL || record->kind != QUO_RECORD_LAYER))
    {
      g_autofree char *names = join_layers (snapshot);

      g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE, _ ("There is no layer “%s”; there are: %s"),
                   layer, *names != '\0' ? names : "-");
      return NULL;
    }
  if (layer == NULL && !find_layer (format, snapshot, &layer, error))
    return NULL;
  if (layer == NULL)
    return quo_snapshot_ref (snapshot);
  picked = quo_snapshot_filter_layer (snapshot, layer);
  if (record == NULL) /* the person did not choose, so tell what the choice cost */
    losses.counts[QUO_LOSS_OTHER_LAYERS] = quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION)
                                           - quo_snapshot_count (picked, QUO_RECORD_ANNOTATION);
  quo_losses_tell (&losses, report);
  return picked;
}
