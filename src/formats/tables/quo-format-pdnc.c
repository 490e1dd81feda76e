/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quotations as in the Project Dialogism Novel Corpus (Vishnubhotla, Hammond and Hirst 2022): a
 * table quotation_info.csv, a row each, whose cells hold lists in the spelling of Python; the
 * characters in character_info.csv; offsets in novel_text.txt, with LF line ends. Written are the
 * same three, named after the article. */

#include "quo-config.h"

#include "quo-csv-read.h"
#include "quo-csv.h"
#include "quo-formats-list.h"
#include "quo-import.h"
#include "quo-python-literal.h"
#include "quo-selection.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- Reading --- */

typedef struct
{
  QuoImport *import;
  QuoBuilder *builder;
  QuoCsvReader csv;
  GError **error;
} Pdnc;

/* A character, who may be called by any of their names. (transfer none) */
static QuoDraft *
find_character (Pdnc *pdnc, const char *name)
{
  g_autofree char *ref = g_strconcat ("character ", name, NULL);
  QuoDraft *entity = quo_builder_find (pdnc->builder, ref);

  if (entity == NULL)
    {
      entity = quo_builder_add (pdnc->builder, QUO_RECORD_ENTITY, ref, "person", 0);
      entity->name = quo_builder_keep (pdnc->builder, name, -1);
    }
  return entity;
}

static void
read_characters (Pdnc *pdnc, const char *sibling)
{
  g_auto (QuoCsvReader) csv = { 0 };
  gboolean is_end;

  if (!quo_csv_reader_init_beside (&csv, pdnc->import, sibling, NULL))
    return;
  while (quo_csv_reader_next (&csv, &is_end, NULL))
    {
      const char *name = quo_csv_reader_get_named (&csv, "Main Name");
      const char *list = quo_csv_reader_get_named (&csv, "Aliases");
      const char *gender = quo_csv_reader_get_named (&csv, "Gender");
      g_autoptr (QuoPython) aliases = list != NULL ? quo_python_parse (list) : NULL;
      QuoDraft *entity;

      if (name == NULL)
        continue;
      entity = find_character (pdnc, name);
      if (gender != NULL)
        quo_draft_add_value (pdnc->builder, entity, "gender", QUO_VALUE_STRING, gender, FALSE);
      for (guint i = 0; i < quo_python_count (aliases); i++)
        if (quo_python_get (aliases, i)->text != NULL
            && !g_str_equal (quo_python_get (aliases, i)->text, name))
          quo_draft_add_alias (pdnc->builder, entity, quo_python_get (aliases, i)->text);
    }
}

static gboolean
refuse_cell (Pdnc *pdnc, const char *column)
{
  return quo_import_refuse (pdnc->import, pdnc->csv.line, pdnc->error,
                            _ ("%s is not a list as Python writes it"), column);
}

/* (transfer full): FALSE: stop. */
static gboolean
parse_cell (Pdnc *pdnc, const char *column, QuoPython **ret_list)
{
  const char *cell = quo_csv_reader_get_named (&pdnc->csv, column);

  *ret_list = cell != NULL ? quo_python_parse (cell) : NULL;
  if (cell == NULL || (*ret_list != NULL && (*ret_list)->items != NULL))
    return TRUE;
  g_clear_pointer (ret_list, quo_python_free);
  return refuse_cell (pdnc, column);
}

static void
add_ranges (Pdnc *pdnc, QuoDraft *quote, const QuoPython *spans, const QuoPython *texts)
{
  for (guint i = 0; i < quo_python_count (spans); i++)
    {
      const QuoPython *text = quo_python_get (texts, i);
      guint32 start, end;

      if (quo_python_get_pair (quo_python_get (spans, i), &start, &end))
        quo_draft_add_range (pdnc->builder, quote, start, end, text != NULL ? text->text : NULL,
                             -1);
    }
}

/* Lists of lists: of the mentions in each part of the quote, and of whom each stands for. */
static void
add_mentions (Pdnc *pdnc, const QuoPython *spans, const QuoPython *texts, const QuoPython *entities)
{
  for (guint i = 0; i < quo_python_count (spans); i++)
    for (guint m = 0; m < quo_python_count (quo_python_get (spans, i)); m++)
      {
        const QuoPython *pair = quo_python_get (quo_python_get (spans, i), m);
        const QuoPython *text = quo_python_get (quo_python_get (texts, i), m);
        const QuoPython *names = quo_python_get (quo_python_get (entities, i), m);
        guint32 start, end;
        QuoDraft *mention;

        if (!quo_python_get_pair (pair, &start, &end))
          continue;
        mention = quo_builder_add (pdnc->builder, QUO_RECORD_ANNOTATION, NULL, "person",
                                   pdnc->csv.line);
        quo_draft_add_range (pdnc->builder, mention, start, end, text != NULL ? text->text : NULL,
                             -1);
        if (names != NULL && names->text != NULL)
          quo_draft_link_entity (pdnc->builder, mention, find_character (pdnc, names->text));
        for (guint n = 0; n < quo_python_count (names); n++)
          if (quo_python_get (names, n)->text != NULL)
            quo_draft_link_entity (pdnc->builder, mention,
                                   find_character (pdnc, quo_python_get (names, n)->text));
      }
}

static void
add_speech (Pdnc *pdnc, const QuoDraft *quote, const QuoPython *addressees)
{
  const char *speaker = quo_csv_reader_get_named (&pdnc->csv, "speaker");
  const char *expression = quo_csv_reader_get_named (&pdnc->csv, "referringExpression");
  QuoDraft *relation;

  if (speaker == NULL && quo_python_count (addressees) == 0)
    return;
  relation
      = quo_builder_add (pdnc->builder, QUO_RECORD_RELATION, NULL, "quotation", pdnc->csv.line);
  quo_draft_link_member (pdnc->builder, relation, "quote", quote);
  if (speaker != NULL)
    quo_draft_link_member (pdnc->builder, relation, "source", find_character (pdnc, speaker));
  for (guint i = 0; i < quo_python_count (addressees); i++)
    if (quo_python_get (addressees, i)->text != NULL)
      quo_draft_link_member (pdnc->builder, relation, "addressee",
                             find_character (pdnc, quo_python_get (addressees, i)->text));
  if (expression != NULL)
    quo_draft_add_value (pdnc->builder, relation, "referring_expression", QUO_VALUE_STRING,
                         expression, FALSE);
}

static gboolean
read_row (Pdnc *pdnc)
{
  const char *id = quo_csv_reader_get_named (&pdnc->csv, "quoteID");
  const char *kind = quo_csv_reader_get_named (&pdnc->csv, "quoteType");
  g_autoptr (QuoPython) spans = NULL;
  g_autoptr (QuoPython) parts = NULL;
  g_autoptr (QuoPython) addressees = NULL;
  g_autoptr (QuoPython) mention_spans = NULL;
  g_autoptr (QuoPython) mention_texts = NULL;
  g_autoptr (QuoPython) mention_entities = NULL;
  QuoDraft *quote;

  if (!parse_cell (pdnc, "quoteByteSpans", &spans) || !parse_cell (pdnc, "subQuotationList", &parts)
      || !parse_cell (pdnc, "addressees", &addressees)
      || !parse_cell (pdnc, "mentionSpansList", &mention_spans)
      || !parse_cell (pdnc, "mentionTextsList", &mention_texts)
      || !parse_cell (pdnc, "mentionEntitiesList", &mention_entities))
    return FALSE;
  quote = quo_builder_add (pdnc->builder, QUO_RECORD_ANNOTATION, id, "quote", pdnc->csv.line);
  if (quote == NULL)
    return quo_import_refuse (pdnc->import, pdnc->csv.line, pdnc->error,
                              _ ("the id %s stands twice"), id);
  add_ranges (pdnc, quote, spans, parts);
  if (kind != NULL)
    quo_draft_add_value (pdnc->builder, quote, "quote_type", QUO_VALUE_STRING, kind, FALSE);
  add_speech (pdnc, quote, addressees);
  add_mentions (pdnc, mention_spans, mention_texts, mention_entities);
  return TRUE;
}

/* Beside a file of the corpus lies novel_text.txt, beside one of ours NAME.txt. */
static const char *
find_sibling (QuoImport *import, const char *first, const char *second)
{
  return quo_source_has (import->source, first) ? first : second;
}

static gboolean
read_rows (Pdnc *pdnc, GCancellable *cancellable)
{
  gboolean is_end = FALSE;

  read_characters (pdnc, find_sibling (pdnc->import, ".characters.csv", "character_info.csv"));
  while (quo_csv_reader_next (&pdnc->csv, &is_end, pdnc->error))
    if (quo_import_is_cancelled (pdnc->csv.line, cancellable, pdnc->error) || !read_row (pdnc))
      return FALSE;
  return is_end;
}

static gboolean
read_pdnc (QuoImport *import, GCancellable *cancellable, GError **error)
{
  const QuoReading reading = { .unit = QUO_UNIT_CODE_POINT };
  g_autoptr (QuoBuilder) builder = NULL;
  Pdnc pdnc = { .import = import, .error = error };
  gboolean is_read = quo_csv_reader_init (&pdnc.csv, import, error);

  if (is_read
      && (quo_csv_reader_find (&pdnc.csv, "quoteByteSpans") == G_MAXUINT
          || quo_csv_reader_find (&pdnc.csv, "quoteID") == G_MAXUINT))
    {
      import->is_partial = FALSE;
      is_read = quo_import_refuse (import, 1, error, "%s",
                                   _ ("the columns quoteID and quoteByteSpans are expected"));
    }
  if (is_read)
    builder = quo_import_begin_beside (import, find_sibling (import, "novel_text.txt", ".txt"),
                                       &reading, cancellable, error);
  pdnc.builder = builder;
  is_read = builder != NULL && read_rows (&pdnc, cancellable);
  quo_csv_reader_clear (&pdnc.csv);
  return is_read && quo_import_end (import, g_steal_pointer (&builder), error);
}

static gboolean
sniff_pdnc (const char *head, gsize len)
{
  return quo_csv_head_has (head, "quoteID", "quoteByteSpans", NULL);
}

/* --- Writing --- */

typedef struct
{
  QuoSelection *selection;
  GHashTable *quotations; /* QuoAnnotation to its QuoRelation */
  GHashTable *characters; /* names of those who are written */
  QuoCsv csv;
  guint n;
} Writer;

/* What each range says, or where it is. */
static char *
dup_parts (const Writer *writer, const QuoAnnotation *quote, gboolean is_text)
{
  const QuoText *text = writer->selection->text;
  GString *list = g_string_new ("[");

  for (guint i = 0; i < quote->n_ranges; i++)
    {
      g_autofree char *words = quo_text_dup (text, quote->ranges[i]);
      g_auto (GStrv) lines = g_strsplit (words, "\r\n", -1);
      g_autofree char *lf = g_strjoinv ("\n", lines);

      g_string_append (list, i > 0 ? ", " : "");
      if (is_text)
        quo_python_append_string (list, g_strdelimit (lf, "\r", '\n'), -1);
      else
        g_string_append_printf (list, "[%u, %u]", quo_text_to_lf (text, quote->ranges[i].start),
                                quo_text_to_lf (text, quote->ranges[i].end));
    }
  g_string_append_c (list, ']');
  return g_string_free (list, FALSE);
}

/* (element-type utf8): the names of those in the role, each once. */
static GPtrArray *
list_names (Writer *writer, const QuoRelation *relation, const char *name)
{
  const QuoRole *role = relation != NULL ? quo_relation_find_role (relation, name) : NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; role != NULL && i < role->n_members; i++)
    {
      const QuoAnnotation *mention
          = quo_selection_find_member (writer->selection, role->members[i]);
      const char *id
          = mention != NULL && mention->n_entities > 0 ? mention->entities[0] : role->members[i];
      const QuoEntity *entity = quo_selection_find_entity (writer->selection, id);
      g_autofree char *called
          = entity != NULL && entity->name != NULL
                ? g_strdup (entity->name)
                : quo_selection_dup_member_name (writer->selection, role->members[i]);

      if (called == NULL || g_ptr_array_find_with_equal_func (names, called, g_str_equal, NULL))
        continue;
      g_hash_table_add (writer->characters, g_strdup (called));
      g_ptr_array_add (names, g_steal_pointer (&called));
    }
  return names;
}

static char *
dup_list (const GPtrArray *names)
{
  GString *list = g_string_new ("[");

  for (guint i = 0; i < names->len; i++)
    {
      g_string_append (list, i > 0 ? ", " : "");
      quo_python_append_string (list, g_ptr_array_index (names, i), -1);
    }
  g_string_append_c (list, ']');
  return g_string_free (list, FALSE);
}

/* "said Ada": cue and source as they stand in the text. */
static char *
dup_expression (const Writer *writer, const QuoRelation *relation)
{
  const QuoRole *cue = relation != NULL ? quo_relation_find_role (relation, "cue") : NULL;
  const QuoRole *source = relation != NULL ? quo_relation_find_role (relation, "source") : NULL;
  const QuoAnnotation *a
      = cue != NULL ? quo_selection_find_member (writer->selection, cue->members[0]) : NULL;
  const QuoAnnotation *b
      = source != NULL ? quo_selection_find_member (writer->selection, source->members[0]) : NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (a != NULL && b != NULL && b->ranges[0].start < a->ranges[0].start)
    {
      const QuoAnnotation *swapped = a;

      a = b;
      b = swapped;
    }
  first = a != NULL ? quo_selection_dup_quote (writer->selection, a) : NULL;
  second = b != NULL ? quo_selection_dup_quote (writer->selection, b) : NULL;
  return g_strjoin (" ", first != NULL ? first : (second != NULL ? second : ""),
                    first != NULL ? second : NULL, NULL);
}

/* A quote has a kind there, and nothing else. */
static void
count_quote (const QuoAnnotation *quote, guint *counts)
{
  counts[QUO_LOSS_NOTES] += quote->note != NULL;
  for (guint i = 0; i < quote->n_attrs; i++)
    counts[QUO_LOSS_ATTRS] += !g_str_equal (quote->attrs[i].name, "quote_type");
}

/* What the table does not say of who said a quote to whom, and in which words. */
static void
count_relation (const QuoRelation *relation, guint *counts)
{
  static const char *const told[] = { "quote", "source", "cue", "addressee", NULL };

  counts[QUO_LOSS_RELATION_ATTRS] += relation->n_attrs;
  counts[QUO_LOSS_RELATION_NOTES] += relation->note != NULL;
  for (guint i = 0; i < relation->n_roles; i++)
    if (!g_strv_contains (told, relation->roles[i].name))
      counts[QUO_LOSS_ROLES] += relation->roles[i].n_members;
}

static void
write_quote (Writer *writer, const QuoAnnotation *quote)
{
  const QuoRelation *relation = g_hash_table_lookup (writer->quotations, quote);
  g_autoptr (GPtrArray) speakers = list_names (writer, relation, "source");
  g_autoptr (GPtrArray) to = list_names (writer, relation, "addressee");
  g_autofree char *id = g_strdup_printf ("Q%u", writer->n++);
  g_autofree char *words = quo_selection_dup_quote (writer->selection, quote);
  g_autofree char *parts = dup_parts (writer, quote, TRUE);
  g_autofree char *spans = dup_parts (writer, quote, FALSE);
  g_autofree char *addressees = dup_list (to);
  g_autofree char *expression = dup_expression (writer, relation);
  const char *kind = quo_attrs_get_text (quote->attrs, quote->n_attrs, "quote_type");
  QuoCsv *csv = &writer->csv;

  count_quote (quote, writer->selection->losses.counts);
  writer->selection->losses.counts[QUO_LOSS_MEMBERS] += speakers->len > 1 ? speakers->len - 1 : 0;
  quo_csv_cells (csv, id, words, parts, spans, NULL);
  quo_csv_cell (csv, speakers->len > 0 ? g_ptr_array_index (speakers, 0) : NULL);
  quo_csv_cell (csv, addressees);
  quo_csv_cell (csv, kind != NULL ? kind : *expression != '\0' ? "Explicit" : "Implicit");
  quo_csv_cells (csv, expression, "[]", "[]", "[]", NULL);
  quo_csv_end_row (csv);
}

static void
write_characters (Writer *writer, GString *out, const QuoFormatOptions *options)
{
  g_autoptr (GList) names
      = g_list_sort (g_hash_table_get_keys (writer->characters), (GCompareFunc)strcmp);
  guint n = 0;
  QuoCsv csv;

  quo_csv_init (&csv, out, options);
  quo_csv_cells (&csv, "Character ID", "Main Name", "Aliases", "Gender", "Category", NULL);
  quo_csv_end_row (&csv);
  for (const GList *name = names; name != NULL; name = name->next)
    {
      g_autoptr (GString) aliases = g_string_new ("{");

      quo_python_append_string (aliases, name->data, -1);
      g_string_append_c (aliases, '}');
      quo_csv_uint (&csv, n++);
      quo_csv_cells (&csv, (const char *)name->data, aliases->str, "U", "", NULL);
      quo_csv_end_row (&csv);
    }
}

static void
list_quotations (Writer *writer)
{
  for (guint i = 0; i < writer->selection->relations->len; i++)
    {
      const QuoRelation *relation = quo_selection_get_relation (writer->selection, i);
      const QuoRole *role = quo_relation_find_role (relation, "quote");

      writer->selection->losses.counts[QUO_LOSS_RELATIONS] += role == NULL;
      if (role != NULL)
        count_relation (relation, writer->selection->losses.counts);
      for (guint m = 0; role != NULL && m < role->n_members; m++)
        {
          const QuoAnnotation *quote
              = quo_selection_find_member (writer->selection, role->members[m]);

          if (quote != NULL
              && !g_hash_table_insert (writer->quotations, (gpointer)quote, (gpointer)relation))
            writer->selection->losses.counts[QUO_LOSS_RELATIONS]++;
        }
    }
}

static gboolean
write_pdnc (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
            QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  g_autoptr (GHashTable) quotations = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) characters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Writer writer = { .selection = selection, .quotations = quotations, .characters = characters };
  g_autoptr (GBytes) text = NULL;
  char *lf;

  if (selection == NULL)
    return FALSE;
  list_quotations (&writer);
  quo_csv_init (&writer.csv, quo_target_open (target, NULL), options);
  quo_csv_cells (&writer.csv, "quoteID", "quoteText", "subQuotationList", "quoteByteSpans",
                 "speaker", "addressees", "quoteType", "referringExpression", "mentionTextsList",
                 "mentionSpansList", "mentionEntitiesList", NULL);
  quo_csv_end_row (&writer.csv);
  for (guint i = 0; i < selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (selection, i);

      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      if (g_str_equal (annotation->type, "quote") || g_hash_table_contains (quotations, annotation))
        write_quote (&writer, annotation);
      else
        selection->losses.counts[QUO_LOSS_MENTIONS]++;
    }
  write_characters (&writer, quo_target_open (target, ".characters.csv"), options);
  lf = quo_text_dup_lf (selection->text);
  text = g_bytes_new_take (lf, strlen (lf));
  quo_target_set (target, ".txt", text);
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

static const QuoFormatOption pdnc_options[] = {
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

const QuoFormat quo_format_pdnc = {
  .id = "pdnc",
  .title = N_ ("Quotations of novels (PDNC)"),
  .extensions = "pdnc",
  .carries = QUO_CARRIES_TEXT | QUO_CARRIES_DISCONTINUOUS | QUO_CARRIES_OVERLAP,
  .is_one_layer = TRUE,
  .siblings = ".txt;.characters.csv",
  .options = pdnc_options,
  .sniff = sniff_pdnc,
  .read = read_pdnc,
  .write = write_pdnc,
};
