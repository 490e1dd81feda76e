/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first half of quo convert: from what a person names to articles with annotations. */

#include "quo-config.h"

#include "quo-convert.h"

#include "quo-command.h"
#include "quo-error.h"
#include "quo-inputs.h"
#include "quo-tagset-file.h"

#include <glib/gi18n.h>

static void
free_converted (gpointer data)
{
  QuoConverted *converted = data;

  quo_snapshot_unref (converted->snapshot);
  g_clear_pointer (&converted->tagset, quo_tagset_unref);
  g_free (converted->name);
  g_free (converted->article_path);
  g_free (converted->sidecar_path);
  g_free (converted);
}

/* --- Sidecars --- */

static void
tell_findings (const char *input, const QuoReport *findings, QuoReport *report)
{
  guint n = quo_report_count_kind (findings, QUO_REPORT_FINDING);
  g_autofree char *name = g_filename_display_basename (input);

  if (n > 0)
    quo_report_add (report, QUO_REPORT_NOTE, NULL,
                    ngettext ("%s: %u thing in the sidecar is not as it should be; “quo check” "
                              "names it",
                              "%s: %u things in the sidecar are not as they should be; “quo check” "
                              "names them",
                              n),
                    name, n);
}

static gboolean
read_sidecar (const QuoConvert *convert, const char *input, GPtrArray *all, QuoReport *report,
              GError **error)
{
  g_autoptr (QuoReport) findings = quo_report_new ();
  g_autoptr (QuoOpening) opening = quo_inputs_open (input, convert->reading, findings, error);
  QuoConverted *converted;

  if (opening == NULL)
    return FALSE;
  tell_findings (input, findings, report);
  converted = g_new0 (QuoConverted, 1);
  converted->snapshot = quo_snapshot_ref (opening->snapshot);
  converted->tagset = quo_inputs_load_tagset (opening);
  converted->name = g_path_get_basename (opening->article_path);
  converted->article_path = g_strdup (opening->article_path);
  converted->sidecar_path = g_strdup (opening->sidecar_path);
  g_ptr_array_add (all, converted);
  return TRUE;
}

/* --- Other formats --- */

static void
add_imported (GPtrArray *all, const QuoImported *imported, gboolean is_part, QuoTagset *tagset)
{
  QuoConverted *converted = g_new0 (QuoConverted, 1);

  converted->snapshot = quo_snapshot_ref (imported->snapshot);
  converted->tagset = quo_tagset_ref (tagset);
  converted->name = g_strdup (imported->name);
  converted->article_path = g_strdup (imported->snapshot->article->path);
  converted->is_import = TRUE;
  converted->is_part = is_part;
  g_ptr_array_add (all, converted);
}

/* What is known of the article that was named; an article without a sidecar is one of which nothing
 * is known. */
static gboolean
open_article (const QuoConvert *convert, QuoArticle **ret_article, QuoSnapshot **ret_into,
              GError **error)
{
  QuoReadOptions how = quo_inputs_get_read_options (convert->reading);
  g_autofree char *sidecar = quo_sidecar_path_for (convert->article);
  g_autoptr (QuoOpening) opening = NULL;

  if (!convert->is_merge || !g_file_test (sidecar, G_FILE_TEST_EXISTS))
    {
      *ret_article = quo_read_article_with (convert->article, &how, NULL, NULL, error);
      return *ret_article != NULL;
    }
  opening = quo_inputs_open (convert->article, convert->reading, NULL, error);
  if (opening == NULL)
    return FALSE;
  *ret_article = quo_article_ref (opening->snapshot->article);
  *ret_into = quo_snapshot_ref (opening->snapshot);
  return TRUE;
}

static gboolean
import_file (const QuoConvert *convert, const QuoFormat *format, QuoSource *source, GPtrArray *all,
             QuoReport *report, GError **error)
{
  g_autoptr (QuoArticle) article = NULL;
  g_autoptr (QuoSnapshot) into = NULL;
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  QuoFormatOptions options = { .values = convert->values, .tagset = tagset };
  g_autoptr (QuoImport) import = NULL;

  if (convert->article != NULL && !open_article (convert, &article, &into, error))
    return FALSE;
  import = quo_import_new (format, source, article, &options, report);
  import->into = into;
  import->layer = convert->layer;
  import->is_partial = convert->is_partial;
  if (!quo_import_run (import, convert->cancellable, error))
    return FALSE;
  for (guint i = 0; i < import->texts->len; i++)
    add_imported (all, g_ptr_array_index (import->texts, i), format->is_part, tagset);
  return TRUE;
}

/* An article, or a sidecar: what “quo convert” exports when nothing else is said. */
static gboolean
is_ours (const char *input)
{
  g_autofree char *sidecar = quo_sidecar_path_for (input);

  return quo_path_is_sidecar (input) || g_file_test (sidecar, G_FILE_TEST_EXISTS);
}

/* NULL: the input is an article or a sidecar. */
static gboolean
find_format (const QuoConvert *convert, const char *input, QuoSource *source,
             const QuoFormat **ret_format, GError **error)
{
  g_autoptr (GError) local = NULL;

  *ret_format = convert->from;
  if (convert->from != NULL || is_ours (input))
    return TRUE;
  if (quo_import_sniff (source, ret_format, &local))
    return TRUE;
  if (convert->to != NULL) /* an article without annotations */
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

GPtrArray *
quo_convert_read (const QuoConvert *convert, guint input, QuoReport *report, GError **error)
{
  const char *path = convert->inputs[input];
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (free_converted);
  g_autoptr (QuoSource) source = quo_source_new_file (path);
  const QuoFormat *format = NULL;
  gboolean is_read;

  if (!find_format (convert, path, source, &format, error))
    return NULL;
  if (format == NULL && convert->to == NULL)
    {
      g_set_error (
          error, QUO_ERROR, QUO_ERROR_USAGE,
          _ ("%s: this is an article or a sidecar; name the format to write (--to FORMAT)"), path);
      return NULL;
    }
  is_read = format == NULL ? read_sidecar (convert, path, all, report, error)
                           : import_file (convert, format, source, all, report, error);
  return is_read ? g_steal_pointer (&all) : NULL;
}
