/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Training examples of spaCy, a text a line (spacy.io/api/data-formats):
 *
 *   ["text", {"entities": [[0, 3, "PERSON"]]}]                     the simple style, written
 *   {"text": "..", "ents": [{"start":0,"end":3,"label":"PERSON"}],  Doc.to_json (), with the span
 *    "spans": {"sc": [{"start":0,"end":8,"label":"NP"}]}}            groups of version 3, as layers
 *   {"id":0,"paragraphs":[{"raw":"..","sentences":[{"tokens":[{"orth":"Ada","ner":"U-PERSON"}]}]}]}
 *                                                                   the training format of version
 * 2
 *
 * Offsets are code points, the end exclusive. Spans are written without white space at their ends
 * (spaCy's error E024); those that overlap are for spaCy's span groups only, hence the option. */

#include "quo-config.h"

#include "quo-formats-list.h"
#include "quo-json-records.h"
#include "quo-pieces.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- Reading --- */

typedef struct
{
  QuoImport *import;
  QuoBuilder *builder;
  QuoJsonTree *tree;
  const char *layer; /* of the span group at hand, or NULL */
  GError **error;
} Spacy;

static gboolean
read_span (Spacy *spacy, const QuoJsonNode *node)
{
  const QuoJsonNode *start = quo_json_node_get (node, "start");
  const QuoJsonNode *end = quo_json_node_get (node, "end");
  const QuoJsonNode *label = quo_json_node_get (node, "label");
  guint line = quo_json_tree_get_line (spacy->tree, node);
  QuoDraft *draft;
  guint32 from, to;

  if (node->kind == QUO_JSON_ARRAY)
    {
      start = node->first;
      end = start != NULL ? start->next : NULL;
      label = end != NULL ? end->next : NULL;
    }
  if (!quo_json_node_to_uint (start, &from) || !quo_json_node_to_uint (end, &to) || label == NULL
      || label->text == NULL)
    return quo_import_refuse (spacy->import, line, spacy->error, "%s",
                              _ ("a span is [start, end, label], or has start, end and label"));
  draft = quo_builder_add (spacy->builder, QUO_RECORD_ANNOTATION, NULL, label->text, line);
  draft->layer = spacy->layer;
  quo_draft_add_range (spacy->builder, draft, from, to, NULL, 0);
  return TRUE;
}

static gboolean
read_spans (Spacy *spacy, const QuoJsonNode *list)
{
  for (const QuoJsonNode *node = list != NULL ? list->first : NULL; node != NULL; node = node->next)
    if (!read_span (spacy, node))
      return FALSE;
  return TRUE;
}

/* "spans": {"sc": [..]} */
static gboolean
read_groups (Spacy *spacy, const QuoJsonNode *groups)
{
  for (const QuoJsonNode *group = groups != NULL ? groups->first : NULL; group != NULL;
       group = group->next)
    {
      if (group->kind != QUO_JSON_ARRAY || group->first == NULL)
        continue;
      spacy->layer = quo_builder_add_layer (
          spacy->builder, group->name,
          &(QuoLayer){ .base = { .id = group->name }, .title = group->name });
      if (!read_spans (spacy, group))
        return FALSE;
    }
  return TRUE;
}

/* A text, the list of its spans, and its span groups. */
static gboolean
read_text (Spacy *spacy, const QuoJsonNode *text, const QuoJsonNode *spans,
           const QuoJsonNode *groups, guint index)
{
  QuoReading reading = { .unit = QUO_UNIT_CODE_POINT };
  g_autoptr (QuoBuilder) builder
      = quo_json_records_begin (spacy->import, text, NULL, index, &reading);

  if (builder == NULL)
    return TRUE;
  spacy->builder = builder;
  return read_spans (spacy, spans) && read_groups (spacy, groups)
         && quo_import_end (spacy->import, g_steal_pointer (&builder), spacy->error);
}

/* --- The training format of version 2 --- */

/* Tokens of all sentences of a paragraph, with the text they stand in or make. */
typedef struct
{
  GString *text;
  const char *raw; /* what is left of the text that is given; NULL: none is */
  gsize at;        /* how much of text is known */
  const char *label;
  gsize start;
  GPtrArray *labels; /* a label, and start and end in code points, three by three */
} Paragraph;

static void
end_span (Paragraph *paragraph, gsize end)
{
  if (paragraph->label == NULL)
    return;
  g_ptr_array_add (paragraph->labels, (gpointer)paragraph->label);
  g_ptr_array_add (paragraph->labels, GSIZE_TO_POINTER (paragraph->start));
  g_ptr_array_add (paragraph->labels, GSIZE_TO_POINTER (end));
  paragraph->label = NULL;
}

/* B-X and U-X begin a span, I-X and L-X go on, O and - are none. */
static void
read_tag (Paragraph *paragraph, const char *tag, gsize start, gsize end, gsize last_end)
{
  gboolean has_label = tag[0] != '\0' && tag[1] == '-' && tag[2] != '\0';

  if (!has_label || strchr ("BU", *tag) != NULL
      || (paragraph->label != NULL && !g_str_equal (paragraph->label, tag + 2)))
    end_span (paragraph, last_end);
  if (has_label && paragraph->label == NULL)
    {
      paragraph->label = tag + 2;
      paragraph->start = start;
    }
  if (has_label && strchr ("LU", *tag) != NULL)
    end_span (paragraph, end);
}

/* How much of @raw is the token; 0: it does not stand there. Treebanks spell quotation marks `` and
 * ''. */
static gsize
match_token (const char *raw, const char *orth)
{
  if (g_str_has_prefix (raw, orth))
    return strlen (orth);
  return *raw == '"' && (g_str_equal (orth, "``") || g_str_equal (orth, "''")) ? 1 : 0;
}

/* Finds the token in the text that is given, after white space. */
static gboolean
find_token (Paragraph *paragraph, const char *orth, gsize *ret_start)
{
  const char *p = paragraph->raw;
  gsize len;

  for (; *p != '\0' && g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    paragraph->at++;
  len = match_token (p, orth);
  *ret_start = paragraph->at;
  paragraph->at += (gsize)g_utf8_strlen (p, (gssize)len);
  paragraph->raw = p + len;
  return len > 0;
}

/* Adds the token to the text it makes with the others. */
static void
append_token (Paragraph *paragraph, const char *orth, gsize *ret_start)
{
  if (paragraph->text->len > 0)
    {
      g_string_append_c (paragraph->text, ' ');
      paragraph->at++;
    }
  *ret_start = paragraph->at;
  g_string_append (paragraph->text, orth);
  paragraph->at += (gsize)g_utf8_strlen (orth, -1);
}

static gboolean
read_token (Paragraph *paragraph, const QuoJsonNode *token)
{
  const char *orth = quo_json_node_get_string (token, "orth");
  const char *tag = quo_json_node_get_string (token, "ner");
  gsize last_end = paragraph->at, start;

  if (orth == NULL || *orth == '\0')
    return FALSE;
  if (paragraph->raw == NULL)
    append_token (paragraph, orth, &start);
  else if (!find_token (paragraph, orth, &start))
    return FALSE;
  read_tag (paragraph, tag != NULL ? tag : "O", start, paragraph->at, last_end);
  return TRUE;
}

static gboolean
read_sentences (Paragraph *paragraph, const QuoJsonNode *node)
{
  const QuoJsonNode *list = quo_json_node_get_kind (node, "sentences", QUO_JSON_ARRAY);

  for (const QuoJsonNode *sentence = list != NULL ? list->first : NULL; sentence != NULL;
       sentence = sentence->next)
    {
      const QuoJsonNode *tokens = quo_json_node_get_kind (sentence, "tokens", QUO_JSON_ARRAY);

      for (const QuoJsonNode *token = tokens != NULL ? tokens->first : NULL; token != NULL;
           token = token->next)
        if (!read_token (paragraph, token))
          return FALSE;
      end_span (paragraph, paragraph->at);
    }
  return TRUE;
}

static gboolean
make_spans (Spacy *spacy, const Paragraph *paragraph, const QuoJsonNode *node, const char *raw)
{
  QuoReading reading = { .unit = QUO_UNIT_CODE_POINT };
  QuoJsonNode text = { .kind = QUO_JSON_STRING,
                       .text = raw != NULL ? raw : paragraph->text->str,
                       .len = raw != NULL ? strlen (raw) : paragraph->text->len };
  g_autoptr (QuoBuilder) builder
      = quo_json_records_begin (spacy->import, &text, NULL, spacy->import->texts->len, &reading);

  if (builder == NULL)
    return TRUE;
  for (guint i = 0; i < paragraph->labels->len; i += 3)
    {
      QuoDraft *draft = quo_builder_add (builder, QUO_RECORD_ANNOTATION, NULL,
                                         g_ptr_array_index (paragraph->labels, i),
                                         quo_json_tree_get_line (spacy->tree, node));

      quo_draft_add_range (
          builder, draft, GPOINTER_TO_UINT (g_ptr_array_index (paragraph->labels, i + 1)),
          GPOINTER_TO_UINT (g_ptr_array_index (paragraph->labels, i + 2)), NULL, 0);
    }
  return quo_import_end (spacy->import, g_steal_pointer (&builder), spacy->error);
}

static gboolean
read_paragraph (Spacy *spacy, const QuoJsonNode *node)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  const char *raw = quo_json_node_get_string (node, "raw");
  Paragraph paragraph = { .text = text, .raw = raw, .labels = labels };

  if (read_sentences (&paragraph, node))
    return make_spans (spacy, &paragraph, node, raw);
  return quo_import_refuse (spacy->import, quo_json_tree_get_line (spacy->tree, node), spacy->error,
                            "%s", _ ("a token has no “orth”, or it does not stand in “raw”"));
}

static gboolean
read_record (QuoImport *import, QuoJsonTree *tree, const QuoJsonNode *record, guint index,
             gpointer data, GError **error)
{
  const QuoJsonNode *paragraphs = quo_json_node_get_kind (record, "paragraphs", QUO_JSON_ARRAY);
  const QuoJsonNode *text = quo_json_node_get_kind (record, "text", QUO_JSON_STRING);
  const QuoJsonNode *spans = quo_json_node_get_kind (record, "ents", QUO_JSON_ARRAY);
  Spacy spacy = { .import = import, .tree = tree, .error = error };

  for (const QuoJsonNode *node = paragraphs != NULL ? paragraphs->first : NULL; node != NULL;
       node = node->next)
    if (!read_paragraph (&spacy, node))
      return FALSE;
  if (paragraphs != NULL)
    return TRUE;
  if (record->kind == QUO_JSON_ARRAY && record->first != NULL
      && record->first->kind == QUO_JSON_STRING)
    {
      text = record->first;
      spans = quo_json_node_get_kind (text->next, "entities", QUO_JSON_ARRAY);
    }
  if (text != NULL)
    return read_text (&spacy, text, spans,
                      quo_json_node_get_kind (record, "spans", QUO_JSON_OBJECT), index);
  return quo_import_refuse (import, quo_json_tree_get_line (tree, record), error, "%s",
                            _ ("an example is [\"text\", {\"entities\": [..]}], or has text and "
                               "ents, or paragraphs"));
}

static gboolean
read_spacy (QuoImport *import, GCancellable *cancellable, GError **error)
{
  return quo_json_records_read (import, read_record, NULL, cancellable, error);
}

static gboolean
sniff_spacy (const char *head, gsize len)
{
  const char *p = head + strspn (head, "[ \t\r\n");

  if (*head != '[' && *head != '{')
    return FALSE;
  if (quo_json_head_has (head, "paragraphs") && quo_json_head_has (head, "orth"))
    return TRUE;
  if (*p == '"')
    return quo_json_head_has (head, "entities");
  return quo_json_head_has (head, "ents") && quo_json_head_has (head, "text");
}

/* --- Writing --- */

/* Whether the piece overlaps the last one that was written. */
static gboolean
is_apart (const QuoPieces *pieces, guint i, guint32 *end)
{
  QuoSpan span = quo_pieces_get (pieces, i)->span;

  if (span.start < *end)
    return FALSE;
  *end = span.end;
  return TRUE;
}

static void
write_spans (QuoJsonWriter *json, QuoSelection *selection, const QuoPieces *pieces,
             gboolean is_flat)
{
  guint32 end = 0;
  guint n = 0;

  for (guint i = 0; i < pieces->pieces->len; i++)
    {
      const QuoPiece *piece = quo_pieces_get (pieces, i);

      if (is_flat && !is_apart (pieces, i, &end))
        {
          selection->losses.counts[QUO_LOSS_OVERLAPS]++;
          continue;
        }
      quo_json_writer_raw (json, n > 0 ? ",[" : "[", n > 0 ? 2 : 1);
      quo_json_writer_uint (json, piece->span.start);
      quo_json_writer_literal (json, ",");
      quo_json_writer_uint (json, piece->span.end);
      quo_json_write_string (json, ",", piece->annotation->type);
      quo_json_writer_literal (json, "]");
      n++;
    }
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const QuoPiece *x = a, *y = b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  return x->span.end > y->span.end ? -1 : x->span.end < y->span.end;
}

static gboolean
write_spacy (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
             QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  g_autoptr (QuoPieces) pieces = NULL;
  g_auto (QuoJsonWriter) json = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  if (selection == NULL)
    return FALSE;
  pieces = quo_pieces_new (selection, TRUE);
  selection->losses.counts[QUO_LOSS_LINKS] += pieces->links->len;
  if (pieces->pieces->len > 1)
    g_array_sort (pieces->pieces, compare_pieces);
  quo_json_writer_init (&json, 4096 + pieces->pieces->len * 32);
  quo_json_writer_literal (&json, "[");
  quo_json_writer_string (&json, quo_text_get_utf8 (selection->text),
                          quo_text_get_bytes (selection->text));
  quo_json_writer_literal (&json, ",{\"entities\":[");
  write_spans (&json, selection, pieces, quo_format_options_is (options, "overlap", "none"));
  quo_json_writer_literal (&json, "]}]\n");
  bytes = quo_json_writer_finish (&json);
  quo_target_set (target, NULL, bytes);
  quo_selection_count_losses (selection, quo_format_spacy.carries | QUO_CARRIES_RELATIONS);
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

static const QuoFormatOption spacy_options[] = {
  { "overlap", "all|none",
    N_ ("Spans that overlap too, or of these the first and longest, as spaCy’s entities want") },
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

const QuoFormat quo_format_spacy = {
  .id = "spacy",
  .title = N_ ("spaCy training examples (JSON Lines)"),
  .extensions = "spacy.jsonl;jsonl;json",
  .carries = QUO_CARRIES_TEXT | QUO_CARRIES_OVERLAP,
  .is_one_layer = TRUE,
  .options = spacy_options,
  .sniff = sniff_spacy,
  .read = read_spacy,
  .write = write_spacy,
};
