/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading WebAnno TSV: rows are gathered into spans first, then slots, relations and chains, which
 * may point ahead, are followed. */

#include "quo-config.h"

#include "quo-lines.h"
#include "quo-webanno.h"

#include <glib/gi18n.h>
#include <string.h>

#define N_FIXED 3             /* id, offsets, token */
#define MAX_GAP (1024 * 1024) /* UTF-16 units between sentences */

typedef enum
{
  LAYER_SPAN,
  LAYER_RELATION,
  LAYER_CHAIN,
} LayerKind;

typedef struct
{
  LayerKind kind;
  char *name;
  GStrv fields;
  guint first; /* its first column */
  gboolean is_technical;
} Layer;

typedef struct
{
  guint layer, line;
  guint32 start, end;
  char *ref, *label, *chain;
  GPtrArray *values; /* name, value, name, value ... */
} Span;

typedef struct
{
  char *id;
  guint32 start, end;
  GStrv cells; /* from the fourth column */
  guint line;
} Row;

typedef struct
{
  QuoImport *import;
  GArray *layers, *rows;
  guint n_columns;
  GPtrArray *spans;
  GHashTable *by_key; /* "LAYER TOKEN ID" and "TOKEN ID" to Span */
  GString *text;
  guint32 length; /* of the text, in UTF-16 units */
  GString *sentence;
  gboolean has_rows; /* of the sentence at hand */
  guint n_lost;
  GError **error;
} WebAnno;

static void
clear_layer (gpointer data)
{
  Layer *layer = data;

  g_free (layer->name);
  g_strfreev (layer->fields);
}

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->id);
  g_strfreev (row->cells);
}

static void
free_span (gpointer data)
{
  Span *span = data;

  g_free (span->ref);
  g_free (span->label);
  g_free (span->chain);
  g_ptr_array_unref (span->values);
  g_free (span);
}

/* --- Cells --- */

static char *
unescape (const char *s, gsize len)
{
  static const char from[] = "ntr", to[] = "\n\t\r";
  GString *plain = g_string_sized_new (len);

  for (gsize i = 0; i < len; i++)
    {
      const char *found = s[i] == '\\' && i + 1 < len ? strchr (from, s[i + 1]) : NULL;

      i += s[i] == '\\' && i + 1 < len;
      g_string_append_c (plain, found != NULL && s[i] != '\0' ? to[found - from] : s[i]);
    }
  return g_string_free (plain, FALSE);
}

/* Parts of a cell between @separator, as they stand; a backslash protects it. */
static GStrv
split_cell (const char *cell, char separator)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const char *start = cell;

  for (const char *p = cell;; p++)
    if (*p == '\\' && p[1] != '\0')
      p++;
    else if (*p == separator || *p == '\0')
      {
        g_autofree char *part = g_strndup (start, (gsize)(p - start));

        g_strv_builder_add (parts, part);
        if (*p == '\0')
          return g_strv_builder_end (parts);
        start = p + 1;
      }
}

/* "person[2]": the value unescaped, @ret_id "2", or "" without. */
static char *
cut_id (const char *part, char **ret_id)
{
  const char *bracket = g_str_has_suffix (part, "]") ? strrchr (part, '[') : NULL;

  if (bracket != NULL && bracket > part && bracket[-1] == '\\')
    bracket = NULL;
  *ret_id = bracket != NULL ? g_strndup (bracket + 1, strlen (bracket) - 2) : g_strdup ("");
  return unescape (part, bracket != NULL ? (gsize)(bracket - part) : strlen (part));
}

static const char *
get_short_name (const char *name)
{
  const char *point = strrchr (name, '.');

  return point != NULL ? point + 1 : name;
}

/* --- Head --- */

static gboolean
is_technical (const char *name)
{
  static const char *const names[]
      = { "POS", "Lemma", "Stem", "MorphologicalFeatures", "Dependency", "Token", "SurfaceForm" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (get_short_name (name), names[i]))
      return TRUE;
  return FALSE;
}

/* "#T_SP=type|feature|..." */
static gboolean
read_layer (WebAnno *tsv, QuoLines *lines)
{
  static const char *const kinds[] = { "#T_SP=", "#T_RL=", "#T_CH=" };
  Layer layer = { .first = tsv->n_columns };
  guint i = 0;
  char *rest;

  while (i < G_N_ELEMENTS (kinds) && !g_str_has_prefix (lines->line, kinds[i]))
    i++;
  if (i == G_N_ELEMENTS (kinds))
    return TRUE; /* another remark */
  layer.kind = (LayerKind)i;
  rest = lines->line + strlen (kinds[i]);
  layer.name = g_strdup (quo_lines_cut (&rest, '|'));
  layer.fields = g_strsplit (rest != NULL ? rest : "", "|", -1);
  if (*layer.fields == NULL) /* a layer without features has a column too */
    {
      g_strfreev (layer.fields);
      layer.fields = g_strdupv ((char *[]){ (char *)"", NULL });
    }
  layer.is_technical = is_technical (layer.name);
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
place_sentence (WebAnno *tsv, const Row *row, const char *form)
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
add_text (WebAnno *tsv, const char *line)
{
  g_autofree char *text = unescape (line, strlen (line));

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
read_row (WebAnno *tsv, QuoLines *lines)
{
  g_auto (GStrv) cells = g_strsplit (lines->line, "\t", -1);
  guint n = g_strv_length (cells);
  g_autofree char *form = NULL;
  Row row = { .line = lines->number };
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
  form = unescape (cells[2], strlen (cells[2]));
  if (!tsv->has_rows && !place_sentence (tsv, &row, form))
    return FALSE;
  tsv->has_rows = TRUE;
  row.id = g_strdup (cells[0]);
  row.cells = g_strdupv (cells + N_FIXED);
  g_array_append_val (tsv->rows, row);
  return TRUE;
}

/* --- Spans --- */

static void
add_key (WebAnno *tsv, Span *span, const char *layer, const char *token, const char *id)
{
  char *key = g_strjoin (" ", layer, token, id, NULL);

  if (g_hash_table_contains (tsv->by_key, key))
    g_free (key);
  else
    g_hash_table_insert (tsv->by_key, key, span);
}

/* The span a reference means: in the layer, else in any. */
static Span *
find_span (WebAnno *tsv, const char *layer, const char *token, const char *id)
{
  const char *number = g_str_equal (id, "0") ? "" : id;
  g_autofree char *key = g_strjoin (" ", layer, token, number, NULL);
  g_autofree char *any = g_strjoin (" ", "*", token, number, NULL);
  Span *span = g_hash_table_lookup (tsv->by_key, key);

  return span != NULL ? span : g_hash_table_lookup (tsv->by_key, any);
}

/* The span of the layer that goes over the row; a new one, or that of an earlier row. */
static Span *
add_span (WebAnno *tsv, guint layer, const Row *row, const char *id, guint stacked)
{
  const Layer *l = &g_array_index (tsv->layers, Layer, layer);
  g_autofree char *ref = *id != '\0' ? g_strdup_printf ("%s[%s]", l->name, id)
                                     : g_strdup_printf ("%s %s.%u", l->name, row->id, stacked);
  Span *span = g_hash_table_lookup (tsv->by_key, ref);

  if (span == NULL)
    {
      span = g_new0 (Span, 1);
      *span = (Span){ .layer = layer, .line = row->line, .start = row->start, .end = row->end };
      span->ref = g_strdup (ref);
      span->values = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (tsv->spans, span);
      g_hash_table_insert (tsv->by_key, g_strdup (ref), span);
    }
  span->start = MIN (span->start, row->start);
  span->end = MAX (span->end, row->end);
  add_key (tsv, span, l->name, row->id, id);
  add_key (tsv, span, "*", row->id, id);
  return span;
}

static void
take_value (Span *span, const char *field, const char *value)
{
  const char *name = get_short_name (field);

  if (g_str_equal (value, "*") || g_str_equal (value, "_") || *value == '\0'
      || g_str_has_prefix (field, "ROLE_"))
    return;
  if (g_str_equal (name, "value") && span->label == NULL)
    span->label = g_strdup (value);
  else
    {
      for (guint i = 0; i + 1 < span->values->len; i += 2)
        if (g_str_equal (g_ptr_array_index (span->values, i), name))
          return;
      g_ptr_array_add (span->values, g_strdup (name));
      g_ptr_array_add (span->values, g_strdup (value));
    }
}

/* Columns of a layer of spans in one row. */
static void
read_spans (WebAnno *tsv, guint index, const Row *row)
{
  const Layer *layer = &g_array_index (tsv->layers, Layer, index);
  gboolean is_target = FALSE; /* the column after a ROLE_ one */

  for (guint f = 0; layer->fields[f] != NULL; f++)
    {
      g_auto (GStrv) parts = split_cell (row->cells[layer->first + f], '|');
      gboolean is_role = g_str_has_prefix (layer->fields[f], "ROLE_");

      for (guint i = 0; parts[i] != NULL && !is_target; i++)
        {
          g_autofree char *id = NULL;
          g_autofree char *value = cut_id (parts[i], &id);

          if (!g_str_equal (parts[i], "_"))
            take_value (add_span (tsv, index, row, id, i), layer->fields[f], value);
        }
      is_target = is_role;
    }
}

/* "*->1-2" and "person[1]": link 2 of chain 1. */
static void
read_chain (WebAnno *tsv, guint index, const Row *row)
{
  const Layer *layer = &g_array_index (tsv->layers, Layer, index);
  guint n = g_strv_length (layer->fields);
  guint link_at = layer->first, type_at = layer->first + 1;
  g_auto (GStrv) links = NULL;
  g_auto (GStrv) types = NULL;

  if (n < 2)
    return;
  if (g_str_has_suffix (layer->fields[0], "Type"))
    {
      link_at++;
      type_at--;
    }
  links = split_cell (row->cells[link_at], '|');
  types = split_cell (row->cells[type_at], '|');
  for (guint i = 0; links[i] != NULL && types[i] != NULL; i++)
    {
      const char *arrow = strstr (links[i], "->");
      g_autofree char *id = NULL;
      g_autofree char *type = cut_id (types[i], &id);
      Span *span;

      if (arrow == NULL)
        continue;
      span = add_span (tsv, index, row, arrow + 2, i);
      if (span->label == NULL && !g_str_equal (type, "*"))
        span->label = g_strdup (type);
      if (span->chain == NULL)
        span->chain = g_strdup_printf ("chain %.*s", (int)strcspn (arrow + 2, "-"), arrow + 2);
    }
}

/* --- Records --- */

static void
add_annotation (WebAnno *tsv, QuoBuilder *builder, const Span *span)
{
  const Layer *layer = &g_array_index (tsv->layers, Layer, span->layer);
  QuoDraft *draft;

  if (span->start == span->end)
    {
      tsv->n_lost++;
      return;
    }
  draft = quo_builder_add (builder, QUO_RECORD_ANNOTATION, span->ref,
                           span->label != NULL ? span->label : get_short_name (layer->name),
                           span->line);
  if (draft == NULL)
    return;
  quo_draft_add_range (builder, draft, span->start, span->end, NULL, 0);
  for (guint i = 0; i + 1 < span->values->len; i += 2)
    quo_draft_add_value (builder, draft, g_ptr_array_index (span->values, i), QUO_VALUE_STRING,
                         g_ptr_array_index (span->values, i + 1), FALSE);
  if (span->chain != NULL)
    {
      if (quo_builder_find (builder, span->chain) == NULL)
        quo_builder_add (builder, QUO_RECORD_ENTITY, span->chain, draft->type, span->line);
      quo_draft_add_entity (builder, draft, span->chain);
    }
}

static gboolean
refuse_reference (WebAnno *tsv, const Row *row, const char *reference)
{
  return quo_import_refuse (tsv->import, row->line, tsv->error,
                            _ ("it names “%s”, which does not exist in the file"), reference);
}

/* Slots: role values in one column, in the next what fills them, ; between. */
static gboolean
read_slots (WebAnno *tsv, QuoBuilder *builder, guint index, const Row *row)
{
  const Layer *layer = &g_array_index (tsv->layers, Layer, index);

  for (guint f = 0; layer->fields[f] != NULL && layer->fields[f + 1] != NULL; f++)
    {
      g_auto (GStrv) roles = NULL;
      g_auto (GStrv) targets = NULL;

      if (!g_str_has_prefix (layer->fields[f], "ROLE_"))
        continue;
      roles = split_cell (row->cells[layer->first + f], '|');
      targets = split_cell (row->cells[layer->first + f + 1], '|');
      for (guint i = 0; roles[i] != NULL && targets[i] != NULL; i++)
        {
          g_autofree char *id = NULL;
          g_autofree char *first = cut_id (roles[i], &id);
          const Span *host = find_span (tsv, layer->name, row->id, id);
          g_auto (GStrv) names = split_cell (first, ';');
          g_auto (GStrv) fillers = split_cell (targets[i], ';');
          QuoDraft *relation = NULL;

          if (host == NULL || host->start == host->end || g_str_equal (targets[i], "_"))
            continue;
          if (host->line != row->line) /* told in its first row */
            continue;
          for (guint m = 0; fillers[m] != NULL && names[m] != NULL; m++)
            {
              g_autofree char *number = NULL;
              g_autofree char *token = cut_id (fillers[m], &number);
              const Span *filler = find_span (tsv, layer->fields[f + 1], token, number);

              if (*token == '\0' || g_str_equal (token, "*") || g_str_equal (token, "_"))
                continue;
              if (filler == NULL)
                {
                  if (!refuse_reference (tsv, row, fillers[m]))
                    return FALSE;
                  continue;
                }
              if (filler->start == filler->end)
                continue;
              if (relation == NULL)
                {
                  relation = quo_builder_add (builder, QUO_RECORD_RELATION, NULL,
                                              get_short_name (layer->name), row->line);
                  quo_draft_add_member (builder, relation, "head", host->ref);
                }
              quo_draft_add_member (builder, relation,
                                    g_str_equal (names[m], "*") ? "member" : names[m], filler->ref);
            }
        }
    }
  return TRUE;
}

/* The row is what the relation points to, the last column where it comes from: 1-1[0_1]. */
static gboolean
read_relations (WebAnno *tsv, QuoBuilder *builder, guint index, const Row *row)
{
  const Layer *layer = &g_array_index (tsv->layers, Layer, index);
  guint n = g_strv_length (layer->fields);
  const char *base = g_str_has_prefix (layer->fields[n - 1], "BT_") ? layer->fields[n - 1] + 3 : "";
  g_auto (GStrv) sources = split_cell (row->cells[layer->first + n - 1], '|');
  g_auto (GStrv) values = split_cell (row->cells[layer->first], '|');
  guint n_values = g_strv_length (values);

  for (guint i = 0; sources[i] != NULL; i++)
    {
      g_autofree char *ids = NULL;
      g_autofree char *token = cut_id (sources[i], &ids);
      g_auto (GStrv) pair = g_strsplit (ids, "_", 2);
      const char *from = pair[0] != NULL ? pair[0] : "";
      const char *to = pair[0] != NULL && pair[1] != NULL ? pair[1] : "";
      g_autofree char *value_id = NULL;
      g_autofree char *value
          = n > 1 && i < n_values ? cut_id (values[i], &value_id) : g_strdup ("*");
      const Span *source, *target;
      QuoDraft *relation;

      if (g_str_equal (sources[i], "_") || *token == '\0')
        continue;
      if (is_technical (base)) /* between tokens, which are not read */
        {
          tsv->n_lost++;
          continue;
        }
      source = find_span (tsv, base, token, from);
      target = find_span (tsv, base, row->id, to);
      if (source == NULL || target == NULL)
        {
          if (!refuse_reference (tsv, row, sources[i]))
            return FALSE;
          continue;
        }
      relation = quo_builder_add (builder, QUO_RECORD_RELATION, NULL,
                                  g_str_equal (value, "*") ? get_short_name (layer->name) : value,
                                  row->line);
      quo_draft_add_member (builder, relation, "source", source->ref);
      quo_draft_add_member (builder, relation, "target", target->ref);
    }
  return TRUE;
}

/* --- The file --- */

static void
gather_spans (WebAnno *tsv)
{
  for (guint r = 0; r < tsv->rows->len; r++)
    for (guint l = 0; l < tsv->layers->len; l++)
      {
        const Layer *layer = &g_array_index (tsv->layers, Layer, l);
        const Row *row = &g_array_index (tsv->rows, Row, r);

        if (layer->is_technical)
          continue;
        if (layer->kind == LAYER_SPAN)
          read_spans (tsv, l, row);
        else if (layer->kind == LAYER_CHAIN)
          read_chain (tsv, l, row);
      }
}

static gboolean
link_spans (WebAnno *tsv, QuoBuilder *builder)
{
  for (guint r = 0; r < tsv->rows->len; r++)
    for (guint l = 0; l < tsv->layers->len; l++)
      {
        const Layer *layer = &g_array_index (tsv->layers, Layer, l);
        const Row *row = &g_array_index (tsv->rows, Row, r);

        if (layer->is_technical || layer->kind == LAYER_CHAIN)
          continue;
        if (!(layer->kind == LAYER_SPAN ? read_slots : read_relations) (tsv, builder, l, row))
          return FALSE;
      }
  return TRUE;
}

static gboolean
read_lines (WebAnno *tsv, char *text, gsize len, GCancellable *cancellable)
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

static gboolean
make_text (WebAnno *tsv)
{
  const QuoReading reading = { .unit = QUO_UNIT_UTF16 };
  g_autoptr (QuoBuilder) builder = NULL;

  /* The blanks between sentences are not those of an article: its own text counts. */
  builder = tsv->import->article != NULL ? quo_import_begin (tsv->import, &reading, tsv->error)
                                         : quo_import_begin_text (tsv->import, NULL, tsv->text->str,
                                                                  tsv->text->len, &reading);
  if (builder == NULL)
    return FALSE;
  gather_spans (tsv);
  for (guint i = 0; i < tsv->spans->len; i++)
    add_annotation (tsv, builder, g_ptr_array_index (tsv->spans, i));
  if (!link_spans (tsv, builder))
    return FALSE;
  if (tsv->n_lost > 0)
    quo_report_add (tsv->import->report, QUO_REPORT_LOST, NULL,
                    ngettext ("%u annotation that marks nothing was left out",
                              "%u annotations that mark nothing were left out", tsv->n_lost),
                    tsv->n_lost);
  return quo_import_end (tsv->import, g_steal_pointer (&builder), tsv->error);
}

gboolean
quo_webanno_read (QuoImport *import, GCancellable *cancellable, GError **error)
{
  gsize len;
  g_autofree char *file = quo_source_load_text (import->source, NULL, NULL, &len, error);
  g_autoptr (GArray) layers = g_array_new (FALSE, FALSE, sizeof (Layer));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GPtrArray) spans = g_ptr_array_new_with_free_func (free_span);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) sentence = g_string_new (NULL);
  WebAnno tsv = { .import = import,
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
