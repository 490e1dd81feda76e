/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quotations found by BookNLP (github.com/booknlp/booknlp): NAME.quotes, a table with TABs and
 * without quotation marks, whose numbers count tokens of the document, the last one included.
 * NAME.tokens beside it tells the words; NAME.entities, if it is there, the mentions.
 *
 *   quote_start quote_end mention_start mention_end mention_phrase char_id quote */

#include "quo-config.h"

#include "quo-formats-list.h"
#include "quo-import.h"
#include "quo-lines.h"
#include "quo-token-text.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  QuoImport *import;
  QuoBuilder *builder;
  GArray *tokens;       /* of QuoReadToken */
  GHashTable *mentions; /* "first last" to the ref of the annotation */
  GError **error;
} Book;

/* --- Tokens --- */

/* The columns of a table with titles. */
typedef struct
{
  QuoLines lines;
  GPtrArray *titles, *cells;
} Table;

static void
cut_line (QuoLines *lines, GPtrArray *cells)
{
  char *rest = lines->line;
  char *cell;

  g_ptr_array_set_size (cells, 0);
  while ((cell = quo_lines_cut (&rest, '\t')) != NULL)
    g_ptr_array_add (cells, cell);
}

static void
table_init (Table *table, char *text, gsize len)
{
  table->titles = g_ptr_array_new ();
  table->cells = g_ptr_array_new ();
  quo_lines_init (&table->lines, text, len);
  if (quo_lines_next (&table->lines))
    cut_line (&table->lines, table->titles);
}

static void
table_clear (Table *table)
{
  g_clear_pointer (&table->titles, g_ptr_array_unref);
  g_clear_pointer (&table->cells, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static gboolean
table_next (Table *table)
{
  while (quo_lines_next (&table->lines))
    if (table->lines.len > 0)
      {
        cut_line (&table->lines, table->cells);
        return TRUE;
      }
  return FALSE;
}

static const char *
table_get (const Table *table, const char *title)
{
  for (guint i = 0; i < table->titles->len && i < table->cells->len; i++)
    if (g_str_equal (g_ptr_array_index (table->titles, i), title))
      return g_ptr_array_index (table->cells, i);
  return NULL;
}

static gboolean
table_get_uint (const Table *table, const char *title, guint32 *ret_n)
{
  const char *cell = table_get (table, title);

  return cell != NULL && quo_lines_parse_uint (cell, ret_n);
}

/* Paragraphs are lines, where the text must be made of the tokens. */
static void
read_tokens (Book *book, char *text, gsize len)
{
  g_auto (Table) table = { 0 };
  const char *last_paragraph = NULL;
  guint32 last_end = 0, start, end;

  table_init (&table, text, len);
  while (table_next (&table))
    {
      QuoReadToken token = { .form = table_get (&table, "word"), .line = table.lines.number };
      const char *paragraph = table_get (&table, "paragraph_ID");
      gboolean has_place = table_get_uint (&table, "byte_onset", &start)
                           && table_get_uint (&table, "byte_offset", &end);

      if (token.form == NULL)
        continue;
      if (book->tokens->len > 0)
        token.before = g_strcmp0 (paragraph, last_paragraph) != 0 ? "\n"
                       : has_place && start == last_end           ? ""
                                                                  : " ";
      last_paragraph = paragraph;
      last_end = has_place ? end : G_MAXUINT32;
      g_array_append_val (book->tokens, token);
    }
}

/* --- Annotations --- */

static gboolean
add_range (Book *book, QuoDraft *draft, guint32 first, guint32 last, const char *words, guint line)
{
  if (first > last || last >= book->tokens->len)
    {
      draft->is_dropped = TRUE;
      return quo_import_refuse (book->import, line, book->error,
                                _ ("there are no tokens %u–%u; the last one is %u"), first, last,
                                book->tokens->len - 1);
    }
  quo_draft_add_range (book->builder, draft, quo_read_tokens_get (book->tokens, first)->at.start,
                       quo_read_tokens_get (book->tokens, last)->at.end, words, -1);
  return TRUE;
}

static const QuoDraft *
find_character (Book *book, const char *id)
{
  g_autofree char *ref = g_strconcat ("character ", id, NULL);
  const QuoDraft *entity = quo_builder_find (book->builder, ref);

  return entity != NULL ? entity
                        : quo_builder_add (book->builder, QUO_RECORD_ENTITY, ref, "person", 0);
}

/* The annotation of these tokens, made when there is none. */
static const char *
add_mention (Book *book, guint32 first, guint32 last, const char *type, const char *words,
             const char *character, guint line)
{
  g_autofree char *ref = g_strdup_printf ("mention %u %u", first, last);
  QuoDraft *draft = quo_builder_find (book->builder, ref);

  if (draft != NULL)
    return draft->is_dropped ? NULL : draft->ref;
  draft = quo_builder_add (book->builder, QUO_RECORD_ANNOTATION, ref, type, line);
  if (!add_range (book, draft, first, last, words, line))
    return NULL;
  if (character != NULL && *character != '\0' && !g_str_equal (character, "None"))
    {
      QuoDraft *entity = (QuoDraft *)find_character (book, character);

      if (entity->name == NULL && !draft->is_dropped)
        entity->name = quo_builder_keep (book->builder, words, -1);
      quo_draft_link_entity (book->builder, draft, entity);
    }
  return draft->is_dropped ? NULL : draft->ref;
}

static const char *
get_label (const char *category)
{
  static const char *const labels[][2]
      = { { "PER", "person" }, { "LOC", "place" },        { "GPE", "place" },
          { "FAC", "place" },  { "ORG", "organization" }, { "VEH", "vehicle" } };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_strcmp0 (labels[i][0], category) == 0)
      return labels[i][1];
  return category != NULL ? category : "mention";
}

/* Proper names first, so that they name the characters. */
static gboolean
read_entities (Book *book, const char *text, gsize len)
{
  for (guint pass = 0; pass < 2; pass++)
    {
      g_autofree char *copy = g_memdup2 (text, len + 1);
      g_auto (Table) table = { 0 };
      guint32 first, last;

      table_init (&table, copy, len);
      while (table_next (&table))
        {
          gboolean is_proper = g_strcmp0 (table_get (&table, "prop"), "PROP") == 0;

          if (is_proper != (pass == 0) || !table_get_uint (&table, "start_token", &first)
              || !table_get_uint (&table, "end_token", &last))
            continue;
          if (add_mention (book, first, last, get_label (table_get (&table, "cat")),
                           table_get (&table, "text"), table_get (&table, "COREF"),
                           table.lines.number)
                  == NULL
              && book->error != NULL && *book->error != NULL)
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_quote (Book *book, const Table *table, guint n)
{
  g_autofree char *ref = g_strdup_printf ("quote %u", n);
  guint line = table->lines.number;
  guint32 first, last;
  QuoDraft *quote, *relation;
  const char *mention;

  if (!table_get_uint (table, "quote_start", &first) || !table_get_uint (table, "quote_end", &last))
    return quo_import_refuse (book->import, line, book->error, "%s",
                              _ ("quote_start and quote_end are numbers of tokens"));
  quote = quo_builder_add (book->builder, QUO_RECORD_ANNOTATION, ref, "quote", line);
  if (!add_range (book, quote, first, last, table_get (table, "quote"), line))
    return FALSE;
  if (quote->is_dropped || !table_get_uint (table, "mention_start", &first)
      || !table_get_uint (table, "mention_end", &last))
    return TRUE;
  mention = add_mention (book, first, last, "person", table_get (table, "mention_phrase"),
                         table_get (table, "char_id"), line);
  if (mention == NULL)
    return book->error == NULL || *book->error == NULL;
  relation = quo_builder_add (book->builder, QUO_RECORD_RELATION, NULL, "quotation", line);
  quo_draft_add_member (book->builder, relation, "quote", quote->ref);
  quo_draft_add_member (book->builder, relation, "source", mention);
  return TRUE;
}

static gboolean
read_quotes (Book *book, char *text, gsize len, GCancellable *cancellable)
{
  g_auto (Table) table = { 0 };
  guint n = 0;

  table_init (&table, text, len);
  while (table_next (&table))
    if (quo_import_is_cancelled (n, cancellable, book->error) || !read_quote (book, &table, ++n))
      return FALSE;
  return TRUE;
}

static gboolean
read_booknlp (QuoImport *import, GCancellable *cancellable, GError **error)
{
  gsize len, tokens_len, entities_len;
  g_autofree char *text = quo_source_load_text (import->source, NULL, NULL, &len, error);
  g_autofree char *words = NULL;
  g_autofree char *entities = NULL;
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (QuoReadToken));
  g_autoptr (QuoBuilder) builder = NULL;
  g_autoptr (GError) local = NULL;
  GError **place = error != NULL ? error : &local;
  Book book = { .import = import, .tokens = tokens, .error = place };

  if (text == NULL)
    return FALSE;
  words = quo_source_load_text (import->source, ".tokens", NULL, &tokens_len, place);
  if (words == NULL)
    {
      g_prefix_error (place, "%s: ", _ ("the file .tokens beside it tells where its words stand"));
      return FALSE;
    }
  read_tokens (&book, words, tokens_len);
  if (tokens->len == 0)
    {
      import->is_partial = FALSE;
      return quo_import_refuse (import, 0, place, "%s", _ ("there is no token in it"));
    }
  builder = quo_token_text_begin (import, tokens, NULL, TRUE, place);
  if (builder == NULL)
    return FALSE;
  book.builder = builder;
  quo_builder_ignore_blanks (builder);
  entities = quo_source_load_text (import->source, ".entities", NULL, &entities_len, NULL);
  if (entities != NULL && !read_entities (&book, entities, entities_len))
    return FALSE;
  if (!read_quotes (&book, text, len, cancellable))
    return FALSE;
  return quo_import_end (import, g_steal_pointer (&builder), error);
}

static gboolean
sniff_booknlp (const char *head, gsize len)
{
  return g_str_has_prefix (head, "quote_start\tquote_end\tmention_start\t");
}

const QuoFormat quo_format_booknlp = {
  .id = "booknlp",
  .title = N_ ("Quotes found by BookNLP"),
  .extensions = "quotes",
  .carries = QUO_CARRIES_TEXT | QUO_CARRIES_OVERLAP | QUO_CARRIES_RELATIONS | QUO_CARRIES_ENTITIES,
  .sniff = sniff_booknlp,
  .read = read_booknlp,
};
