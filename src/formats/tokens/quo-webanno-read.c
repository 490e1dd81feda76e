/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading WebAnno TSV: rows are gathered into spans first, then slots, relations and chains, which
 * may point ahead, are followed. */

#include "quo-config.h"

#include "quo-webanno.h"

#include "quo-lines.h"
#include "quo-webanno-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define N_FIXED 3             /* id, offsets, token */
#define MAX_GAP (1024 * 1024) /* UTF-16 units between sentences */

static void
clear_layer (gpointer data)
{
  QuoWebannoLayer *layer = data;

  g_free (layer->name);
  g_strfreev (layer->fields);
}

static void
clear_row (gpointer data)
{
  QuoWebannoRow *row = data;

  g_free (row->id);
  g_strfreev (row->cells);
}

static void
free_span (gpointer data)
{
  QuoWebannoSpan *span = data;

  g_free (span->ref);
  g_free (span->label);
  g_free (span->chain);
  g_ptr_array_unref (span->values);
  g_free (span);
}

/* --- Head --- */

/* "#T_SP=type|feature|..." */
static gboolean
read_layer (QuoWebanno *tsv, QuoLines *lines)
{
  static const char *const kinds[] = { "#T_SP=", "#T_RL=", "#T_CH=" };
  QuoWebannoLayer layer = { .first = tsv->n_columns };
  guint i = 0;
  char *rest;

  while (i < G_N_ELEMENTS (kinds) && !g_str_has_prefix (lines->line, kinds[i]))
    i++;
  if (i == G_N_ELEMENTS (kinds))
    return TRUE; /* another remark */
  /* Rows hold as many cells as the head that was read before them says. */
  if (tsv->rows->len > 0)
    return quo_import_refuse (
        tsv->import, lines->number, tsv->error, "%s",
        _ ("a layer stands below the first word; layers come before the text"));
  layer.kind = (QuoWebannoLayerKind)i;
  rest = lines->line + strlen (kinds[i]);
  layer.name = g_strdup (quo_lines_cut (&rest, '|'));
  layer.fields = g_strsplit (rest != NULL ? rest : "", "|", -1);
  if (*layer.fields == NULL) /* a layer without features has a column too */
    {
      g_strfreev (layer.fields);
      layer.fields = g_strdupv ((char *[]){ (char *)"", NULL });
    }
  layer.is_technical = quo_webanno_is_technical (layer.name);
  tsv->n_columns += g_strv_length (layer.fields);
  g_array_append_val (tsv->layers, layer);
  return TRUE;
}

/* --- Text --- */

static guint32
count_utf16 (const char *s, const char *end)
{
  guint32 n = 0;

  for (; s < end; s = g_utf8_next_char (s))
    n += g_utf8_get_char (s) > 0xffff ? 2 : 1;
  return n;
}

/* Puts the sentence where its first token says it is; what stands between is not in the file. */
static gboolean
place_sentence (QuoWebanno *tsv, const QuoWebannoRow *row, const char *form)
{
  const char *text = tsv->sentence->str;
  const char *found = strstr (text, form);
  guint32 before = found != NULL ? count_utf16 (text, found) : 0;
  guint32 start = row->start >= before ? row->start - before : 0;

  if (start < tsv->length || start - tsv->length > MAX_GAP)
    return quo_import_refuse (tsv->import, row->line, tsv->error, "%s",
                              _ ("the sentence does not begin after the one before it"));
  for (; tsv->length < start; tsv->length++)
    g_string_append_c (
        tsv->text, tsv->text->len > 0 && tsv->text->str[tsv->text->len - 1] != '\n' ? '\n' : ' ');
  g_string_append_len (tsv->text, text, (gssize)tsv->sentence->len);
  tsv->length += count_utf16 (text, text + tsv->sentence->len);
  return TRUE;
}

static void
add_text (QuoWebanno *tsv, const char *line)
{
  g_autofree char *text = quo_webanno_unescape (line, strlen (line));

  if (tsv->has_rows)
    {
      g_string_truncate (tsv->sentence, 0);
      tsv->has_rows = FALSE;
    }
  else if (tsv->sentence->len > 0)
    g_string_append_c (tsv->sentence, '\n');
  g_string_append (tsv->sentence, text);
}

static gboolean
read_row (QuoWebanno *tsv, QuoLines *lines)
{
  g_auto (GStrv) cells = g_strsplit (lines->line, "\t", -1);
  guint n = g_strv_length (cells);
  g_autofree char *form = NULL;
  QuoWebannoRow row = { .line = lines->number };
  char *offsets, *start;

  if (n < N_FIXED + tsv->n_columns)
    return quo_import_refuse (tsv->import, lines->number, tsv->error,
                              _ ("it has %u columns; by the head there are %u"), n,
                              N_FIXED + tsv->n_columns);
  offsets = cells[1];
  start = quo_lines_cut (&offsets, '-');
  if (offsets == NULL || !quo_lines_parse_uint (start, &row.start)
      || !quo_lines_parse_uint (offsets, &row.end))
    return quo_import_refuse (tsv->import, lines->number, tsv->error, "%s",
                              _ ("the second column is two offsets, as in 4-8"));
  form = quo_webanno_unescape (cells[2], strlen (cells[2]));
  if (!tsv->has_rows && !place_sentence (tsv, &row, form))
    return FALSE;
  tsv->has_rows = TRUE;
  row.id = g_strdup (cells[0]);
  row.cells = g_strdupv (cells + N_FIXED);
  g_array_append_val (tsv->rows, row);
  return TRUE;
}

/* --- The file --- */

static gboolean
read_lines (QuoWebanno *tsv, char *text, gsize len, GCancellable *cancellable)
{
  QuoLines lines;

  quo_lines_init (&lines, text, len);
  while (quo_lines_next (&lines))
    {
      gboolean is_read = TRUE;

      if (quo_import_is_cancelled (lines.number, cancellable, tsv->error))
        return FALSE;
      if (g_str_has_prefix (lines.line, "#Text="))
        add_text (tsv, lines.line + strlen ("#Text="));
      else if (*lines.line == '#')
        is_read = read_layer (tsv, &lines);
      else if (lines.len > 0)
        is_read = read_row (tsv, &lines);
      if (!is_read)
        return FALSE;
    }
  return TRUE;
}

static void
tell_losses (const QuoWebanno *tsv)
{
  if (tsv->n_lost > 0)
    quo_report_add (tsv->import->report, QUO_REPORT_LOST, NULL,
                    ngettext ("%u annotation that marks nothing was left out",
                              "%u annotations that mark nothing were left out", tsv->n_lost),
                    tsv->n_lost);
  if (tsv->n_technical > 0)
    quo_report_add (tsv->import->report, QUO_REPORT_LOST, NULL,
                    ngettext ("%u part of speech, lemma or other value of a word was left out",
                              "%u parts of speech, lemmas and other values of words were left out",
                              tsv->n_technical),
                    tsv->n_technical);
}

static gboolean
make_text (QuoWebanno *tsv)
{
  const QuoReading reading = { .unit = QUO_UNIT_UTF16 };
  g_autoptr (QuoBuilder) builder = NULL;
  g_autoptr (QuoText) whole = NULL;

  /* The blanks between sentences are not those of an article: its own text counts. */
  builder = tsv->import->article != NULL ? quo_import_begin (tsv->import, &reading, tsv->error)
                                         : quo_import_begin_text (tsv->import, NULL, tsv->text->str,
                                                                  tsv->text->len, &reading);
  if (builder == NULL)
    return FALSE;
  quo_webanno_gather_spans (tsv);
  tsv->whole = whole = quo_text_new (tsv->text->str);
  quo_builder_ignore_blanks (builder);
  if (!quo_webanno_make_records (tsv, builder))
    return FALSE;
  tell_losses (tsv);
  return quo_import_end (tsv->import, g_steal_pointer (&builder), tsv->error);
}

gboolean
quo_webanno_read (QuoImport *import, GCancellable *cancellable, GError **error)
{
  gsize len;
  g_autofree char *file = quo_source_load_text (import->source, NULL, NULL, &len, error);
  g_autoptr (GArray) layers = g_array_new (FALSE, FALSE, sizeof (QuoWebannoLayer));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (QuoWebannoRow));
  g_autoptr (GPtrArray) spans = g_ptr_array_new_with_free_func (free_span);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) sentence = g_string_new (NULL);
  QuoWebanno tsv = { .import = import,
                     .layers = layers,
                     .rows = rows,
                     .spans = spans,
                     .by_key = by_key,
                     .text = text,
                     .sentence = sentence,
                     .error = error };

  if (file == NULL)
    return FALSE;
  g_array_set_clear_func (layers, clear_layer);
  g_array_set_clear_func (rows, clear_row);
  if (!read_lines (&tsv, file, len, cancellable))
    return FALSE;
  if (rows->len == 0)
    return quo_import_refuse (import, 0, error, "%s", _ ("there is no token in it"));
  return make_text (&tsv);
}
