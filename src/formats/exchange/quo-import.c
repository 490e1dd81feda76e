/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The frame of every import: which text, what is wrong, what came out. Nothing here knows a
 * format. */

#include "quo-config.h"

#include "quo-import.h"

#include "quo-builder-private.h"
#include "quo-error.h"
#include "quo-reanchor.h"
#include "quo-sidecar-match.h"
#include "quo-sidecar-reader.h"

#include <glib/gi18n.h>
#include <string.h>

/* So much of a file is looked at to know its format. */
#define HEAD_BYTES 65536

/* An import asks so often whether to stop. */
#define ASK_EVERY 1024

static void
free_imported (gpointer data)
{
  QuoImported *imported = data;

  quo_snapshot_unref (imported->snapshot);
  g_free (imported->name);
  g_free (imported);
}

QuoImport *
quo_import_new (const QuoFormat *format, QuoSource *source, QuoArticle *article,
                const QuoFormatOptions *options, QuoReport *report)
{
  QuoImport *import = g_new0 (QuoImport, 1);

  import->format = format;
  import->source = source;
  import->article = article;
  import->options = options;
  import->report = report;
  import->texts = g_ptr_array_new_with_free_func (free_imported);
  return import;
}

void
quo_import_free (QuoImport *import)
{
  if (import == NULL)
    return;
  g_ptr_array_unref (import->texts);
  g_free (import);
}

/* --- What is wrong --- */

gboolean
quo_import_refuse_line (QuoImport *import, guint line, const char *message, GError **error)
{
  g_autofree char *place = line > 0 ? g_strdup_printf (_ ("line %u"), line) : NULL;

  if (import->is_partial)
    {
      quo_report_add (import->report, QUO_REPORT_FINDING, place, _ ("%s; left out"), message);
      return TRUE;
    }
  g_set_error (error, QUO_ERROR, QUO_ERROR_INVALID, "%s: %s%s%s",
               quo_source_get_name (import->source), place != NULL ? place : "",
               place != NULL ? ": " : "", message);
  return FALSE;
}

gboolean
quo_import_stop_short (QuoImport *import, GError *fault, GError **error)
{
  if (!import->is_partial)
    {
      g_propagate_error (error, fault);
      return FALSE;
    }
  quo_report_add (import->report, QUO_REPORT_FINDING, NULL,
                  _ ("%s; what stands before it was read"), fault->message);
  g_error_free (fault);
  return TRUE;
}

void
quo_import_set_place (QuoImport *import, QuoBuilder *builder, QuoDraft *entity, const char *lat,
                      const char *lon)
{
  if ((lat != NULL || lon != NULL) && !quo_draft_set_place (builder, entity, lat, lon))
    quo_report_add (import->report, QUO_REPORT_LOST, entity->name, "%s",
                    _ ("lat and lon are both degrees, from -90 to 90 and from -180 to "
                       "180, with a decimal point"));
}

gboolean
quo_import_refuse (QuoImport *import, guint line, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  return quo_import_refuse_line (import, line, message, error);
}

static gboolean
refuse_draft (gpointer data, guint line, const char *message, GError **error)
{
  return quo_import_refuse_line (data, line, message, error);
}

gboolean
quo_import_is (const QuoImport *import, const char *name, const char *value)
{
  return quo_format_options_is (import->options, name, value);
}

gboolean
quo_import_is_cancelled (guint i, GCancellable *cancellable, GError **error)
{
  if (i % ASK_EVERY != 0 || !g_cancellable_is_cancelled (cancellable))
    return FALSE;
  g_set_error_literal (error, QUO_ERROR, QUO_ERROR_CANCELLED, _ ("Stopped; nothing was imported"));
  return TRUE;
}

/* --- Texts --- */

/* What an article is called, without a folder. */
static char *
dup_article_name (const QuoImport *import, const QuoArticle *article, const char *name)
{
  g_autofree char *stem = NULL;

  if (article->path != NULL)
    return g_path_get_basename (article->path);
  stem = name != NULL ? g_strdup (name) : quo_source_dup_stem (import->source);
  return g_strconcat (stem, ".txt", NULL);
}

/* @counted: the article whose text the file counts in. */
static QuoBuilder *
make_builder (QuoImport *import, QuoArticle *article, QuoArticle *counted, const QuoReading *stated)
{
  QuoReading reading = *stated;
  QuoOffsets *offsets = quo_offsets_new (article->text, counted->text);
  guint64 seed = quo_builder_hash (import->seed + import->texts->len, import->format->id,
                                   strlen (import->format->id));
  QuoBuilder *builder;

  if (reading.counts_bom && counted->has_bom)
    reading.shift++;
  builder = quo_builder_new (article, offsets, &reading, import->format->id, seed);
  quo_builder_name_layer (builder, import->layer != NULL ? import->layer
                                                         : quo_source_get_name (import->source));
  quo_builder_set_known (builder, import->into);
  return builder;
}

QuoBuilder *
quo_import_begin (QuoImport *import, const QuoReading *reading, GError **error)
{
  if (import->article == NULL)
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_NOT_FOUND,
                   _ ("%s: the file has no text of its own; name the article it is about "
                      "(--article FILE)"),
                   quo_source_get_name (import->source));
      return NULL;
    }
  return make_builder (import, import->article, import->article, reading);
}

/* Whether the two are the same text, but for their line ends. */
static gboolean
is_same_text (const QuoText *a, const QuoText *b)
{
  g_autofree char *a_lf = NULL;
  g_autofree char *b_lf = NULL;

  if (quo_text_get_lf_length (a) != quo_text_get_lf_length (b))
    return FALSE;
  a_lf = quo_text_dup_lf (a);
  b_lf = quo_text_dup_lf (b);
  return g_str_equal (a_lf, b_lf);
}

QuoBuilder *
quo_import_begin_beside (QuoImport *import, const char *sibling, const QuoReading *reading,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoArticle) beside = NULL;
  g_autoptr (GError) local = NULL;
  gboolean is_same;

  if (import->article == NULL || quo_source_has (import->source, sibling))
    beside = quo_source_load_article (import->source, sibling, cancellable, &local);
  if (import->article == NULL && beside == NULL
      && g_error_matches (local, QUO_ERROR, QUO_ERROR_NOT_FOUND))
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_NOT_FOUND,
                   _ ("%s: the text it is about is not beside it (%s); put it there, or name the "
                      "article (--article FILE)"),
                   quo_source_get_name (import->source), sibling);
      return NULL;
    }
  if (import->article == NULL && beside == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (import->article == NULL)
    return make_builder (import, beside, beside, reading);
  /* The text beside it is what the offsets count in, if it is the article at all. */
  is_same = beside != NULL && is_same_text (import->article->text, beside->text);
  return make_builder (import, import->article, is_same ? beside : import->article, reading);
}

gboolean
quo_import_wants (QuoImport *import, const char *utf8, gsize len)
{
  g_autoptr (QuoText) text = NULL;
  gboolean is_wanted;

  if (import->article == NULL)
    return TRUE;
  text = quo_text_new_take (g_strndup (utf8, len), len);
  is_wanted = is_same_text (import->article->text, text);
  import->n_unwanted += is_wanted ? 0 : 1;
  return is_wanted;
}

QuoBuilder *
quo_import_begin_text (QuoImport *import, const char *name, const char *utf8, gsize len,
                       const QuoReading *reading)
{
  g_autoptr (QuoArticle) article = quo_source_make_article (utf8, len);
  QuoBuilder *builder = make_builder (import, import->article != NULL ? import->article : article,
                                      article, reading);

  if (name != NULL)
    quo_builder_get_header (builder)->file = g_strconcat (name, ".txt", NULL);
  return builder;
}

gboolean
quo_import_end (QuoImport *import, QuoBuilder *builder, GError **error)
{
  const QuoTagset *tagset = import->options != NULL ? import->options->tagset : NULL;
  QuoSnapshot *snapshot
      = quo_builder_finish (builder, tagset, import->report, refuse_draft, import, error);
  const char *file;

  quo_builder_free (builder);
  if (snapshot == NULL)
    return FALSE;
  file = snapshot->header->file;
  quo_import_take (
      import, file != NULL ? g_strdup (file) : dup_article_name (import, snapshot->article, NULL),
      snapshot);
  return TRUE;
}

QuoSnapshot *
quo_import_read_sidecar (QuoImport *import, QuoArticle *article, GBytes *bytes, GError **error)
{
  QuoSnapshot *snapshot = quo_sidecar_read (bytes, quo_source_get_name (import->source), article,
                                            import->report, error);

  if (snapshot != NULL && !quo_sidecar_is_of (snapshot->header, article))
    {
      g_autoptr (QuoSnapshot) old = snapshot;
      g_autoptr (QuoReanchoring) found = quo_reanchor (old, import->report);

      snapshot = quo_snapshot_ref (found->snapshot);
    }
  return snapshot;
}

void
quo_import_take (QuoImport *import, char *name, QuoSnapshot *snapshot)
{
  QuoImported *imported = g_new0 (QuoImported, 1);

  imported->name = name;
  imported->snapshot = snapshot;
  g_ptr_array_add (import->texts, imported);
}

/* --- The run --- */

static gboolean
check_texts (QuoImport *import, GError **error)
{
  g_autofree char *article = NULL;

  if (import->texts->len > 0)
    return TRUE;
  if (import->n_unwanted == 0)
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_INVALID, _ ("%s: there is no text in the file"),
                   quo_source_get_name (import->source));
      return FALSE;
    }
  article = quo_article_dup_name (import->article);
  g_set_error (error, QUO_ERROR, QUO_ERROR_INVALID,
               ngettext ("%s: its %u text is not that of %s",
                         "%s: none of its %u texts is that of %s", import->n_unwanted),
               quo_source_get_name (import->source), import->n_unwanted, article);
  return FALSE;
}

gboolean
quo_import_run (QuoImport *import, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = quo_source_load (import->source, NULL, error);
  gsize len;
  const char *data;

  g_return_val_if_fail (import->format->read != NULL, FALSE);
  if (bytes == NULL || quo_import_is_cancelled (0, cancellable, error))
    return FALSE;
  data = g_bytes_get_data (bytes, &len);
  import->seed = quo_builder_hash (G_GUINT64_CONSTANT (0xcbf29ce484222325), data, len);
  if (import->layer != NULL)
    import->seed = quo_builder_hash (import->seed, import->layer, strlen (import->layer));
  if (import->format->read (import, cancellable, error) && check_texts (import, error))
    return TRUE;
  g_ptr_array_set_size (import->texts, 0); /* all or nothing */
  return FALSE;
}

/* --- Which format it is --- */

/* The beginning as valid UTF-8; a sign cut at the end, or what is no UTF-8, ends it. */
static char *
dup_head (GBytes *bytes, gsize *ret_len)
{
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);
  const char *end;

  if (len >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      len -= 3;
    }
  g_utf8_validate_len (data != NULL ? data : "", MIN (len, HEAD_BYTES), &end);
  *ret_len = data != NULL ? (gsize)(end - data) : 0;
  return g_strndup (data != NULL ? data : "", *ret_len);
}

static const QuoFormat *
sniff_head (const char *head, gsize len, const char *name)
{
  const QuoFormat *found = NULL;

  for (const QuoFormat *const *format = quo_formats_list (); *format != NULL; format++)
    {
      if ((*format)->read == NULL || (*format)->sniff == NULL || !(*format)->sniff (head, len))
        continue;
      if (quo_format_reads_name (*format, name))
        return *format;
      if (found == NULL)
        found = *format;
    }
  return found;
}

gboolean
quo_import_sniff (QuoSource *source, const QuoFormat **ret_format, GError **error)
{
  g_autoptr (GBytes) bytes = quo_source_load (source, NULL, error);
  g_autofree char *head = NULL;
  const QuoFormat *format;
  gsize len;

  if (bytes == NULL)
    return FALSE;
  head = dup_head (bytes, &len);
  format = sniff_head (head, len, quo_source_get_name (source));
  if (format == NULL)
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_INVALID,
                   _ ("%s: this is in no format of annotations that can be told from its content; "
                      "name it (--from FORMAT), “quo formats” lists them"),
                   quo_source_get_name (source));
      return FALSE;
    }
  *ret_format = format;
  return TRUE;
}
