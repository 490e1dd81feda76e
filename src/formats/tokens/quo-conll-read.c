/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading columns of CoNLL: of 2002 and 2003, of WNUT (TAB), of GermEval (numbered, two columns of
 * tags) and of WikiANN (en:token). Which column is what, and which scheme the tags are in, is seen
 * from the file. */

#include "quo-config.h"

#include "quo-conll.h"
#include "quo-iob.h"
#include "quo-lines.h"
#include "quo-token-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_COLUMNS 16

typedef struct
{
  char *fields[MAX_COLUMNS];
  guint line;
  guint sentence; /* its number */
  guint text;     /* the number of its text */
} Row;

typedef struct
{
  QuoImport *import;
  GArray *rows; /* of Row */
  guint n_columns, token, first_tag;
  guint n_texts;
  GError **error;
} Conll;

/* --- Rows --- */

static guint
cut_fields (char *line, char *fields[MAX_COLUMNS])
{
  gboolean has_tabs = strchr (line, '\t') != NULL;
  char *rest = line;
  char *field;
  guint n = 0;

  while ((field = quo_lines_cut (&rest, has_tabs ? '\t' : ' ')) != NULL)
    {
      if (*field == '\0' && (!has_tabs || rest == NULL))
        continue;
      if (n == MAX_COLUMNS)
        return MAX_COLUMNS + 1;
      fields[n++] = field;
    }
  return n;
}

/* Sources of texts and other remarks, as far as they are no row of a token “#”. */
static gboolean
is_comment (const Conll *conll, const char *line)
{
  g_auto (GStrv) fields = NULL;

  if (*line != '#')
    return FALSE;
  if (line[1] != ' ' && line[1] != '\t')
    return line[1] != '\0' && strpbrk (line, " \t") == NULL;
  fields = g_strsplit_set (line, " \t", -1);
  return strchr (line, '[') != NULL || g_strv_length (fields) != conll->n_columns;
}

static gboolean
add_row (Conll *conll, QuoLines *lines, guint sentence)
{
  Row row = { .line = lines->number, .sentence = sentence, .text = MAX (conll->n_texts, 1) };
  guint n = cut_fields (lines->line, row.fields);

  if (n < 2 || n > MAX_COLUMNS)
    return quo_import_refuse (conll->import, lines->number, conll->error, "%s",
                              _ ("a token and its tag are expected, with a blank or TAB between"));
  if (conll->n_columns == 0)
    conll->n_columns = n;
  if (n != conll->n_columns)
    return quo_import_refuse (conll->import, lines->number, conll->error,
                              _ ("it has %u columns; the lines before it have %u"), n,
                              conll->n_columns);
  conll->n_texts = row.text;
  g_array_append_val (conll->rows, row);
  return TRUE;
}

static gboolean
read_rows (Conll *conll, char *text, gsize len, GCancellable *cancellable)
{
  guint sentence = 0;
  QuoLines lines;

  quo_lines_init (&lines, text, len);
  while (quo_lines_next (&lines))
    {
      if (quo_import_is_cancelled (lines.number, cancellable, conll->error))
        return FALSE;
      if (lines.line[strspn (lines.line, " \t")] == '\0')
        sentence++;
      else if (g_str_has_prefix (lines.line, "-DOCSTART-"))
        {
          sentence++;
          conll->n_texts++;
        }
      else if (!is_comment (conll, lines.line) && !add_row (conll, &lines, sentence))
        return FALSE;
    }
  if (conll->rows->len > 0)
    return TRUE;
  return quo_import_refuse (conll->import, 0, conll->error, "%s", _ ("there is no token in it"));
}

/* --- Columns --- */

#define get_row(conll, i) (&g_array_index ((conll)->rows, Row, i))

static gboolean
is_tag_column (const Conll *conll, guint column)
{
  QuoIobTag tag;

  for (guint i = 0; i < conll->rows->len; i++)
    if (!quo_iob_parse (get_row (conll, i)->fields[column], &tag))
      return FALSE;
  return TRUE;
}

/* Whether sentences are numbered: the first token of each is 1. */
static gboolean
is_numbered (const Conll *conll)
{
  for (guint i = 0; i < conll->rows->len; i++)
    if ((i == 0 || get_row (conll, i)->sentence != get_row (conll, i - 1)->sentence)
        && !g_str_equal (get_row (conll, i)->fields[0], "1"))
      return FALSE;
  return conll->n_columns > 2;
}

/* Tokens come first, or behind their number; tags are the last column, and those before it that can
 * be nothing else: in CoNLL-2003 the third column holds chunks, which look the same. */
static gboolean
find_columns (Conll *conll)
{
  guint first;
  QuoIobTag tag;

  if (conll->rows->len == 0)
    return TRUE;
  conll->token = is_numbered (conll) ? 1 : 0;
  first = conll->token == 1 ? 2 : MIN (3, conll->n_columns - 1);
  conll->first_tag = conll->n_columns - 1;
  while (conll->first_tag > first && is_tag_column (conll, conll->first_tag - 1))
    conll->first_tag--;
  for (guint i = 0; i < conll->rows->len; i++)
    if (!quo_iob_parse (get_row (conll, i)->fields[conll->n_columns - 1], &tag)
        && !quo_import_refuse (conll->import, get_row (conll, i)->line, conll->error,
                               _ ("“%s” is no tag: O, or B, I, E or S with a hyphen and a label"),
                               get_row (conll, i)->fields[conll->n_columns - 1]))
      return FALSE;
  return TRUE;
}

/* en:token, in all rows with the same language. */
static void
strip_languages (const Conll *conll)
{
  const char *first = conll->rows->len > 0 ? get_row (conll, 0)->fields[conll->token] : "";
  gsize len = strcspn (first, ":") + 1;

  if (len < 3 || len > 5 || strlen (first) <= len)
    return;
  for (guint i = 0; i < conll->rows->len; i++)
    if (strncmp (get_row (conll, i)->fields[conll->token], first, len) != 0
        || get_row (conll, i)->fields[conll->token][len] == '\0')
      return;
  for (guint i = 0; i < conll->rows->len; i++)
    get_row (conll, i)->fields[conll->token] += len;
}

/* --- Tags --- */

/* The row after the sentence that begins at @i. */
static guint
find_sentence_end (const Conll *conll, guint i)
{
  guint end = i + 1;

  while (end < conll->rows->len && get_row (conll, end)->sentence == get_row (conll, i)->sentence)
    end++;
  return end;
}

static GArray *
parse_tags (const Conll *conll, guint column, guint start, guint end)
{
  GArray *tags = g_array_sized_new (FALSE, FALSE, sizeof (QuoIobTag), end - start);

  for (guint i = start; i < end; i++)
    {
      QuoIobTag tag = { 'O', NULL };

      if (!quo_iob_parse (get_row (conll, i)->fields[column], &tag))
        tag = (QuoIobTag){ 'O', NULL };
      g_array_append_val (tags, tag);
    }
  return tags;
}

/* How many tags may not stand where they do, and the line of the first. */
static guint
count_faults (const Conll *conll, guint column, QuoIobScheme scheme, guint *ret_line)
{
  guint n = 0;

  for (guint i = 0, end; i < conll->rows->len; i = end)
    {
      g_autoptr (GArray) tags = NULL;
      guint fault;

      end = find_sentence_end (conll, i);
      tags = parse_tags (conll, column, i, end);
      n += quo_iob_read (scheme, (const QuoIobTag *)(gpointer)tags->data, tags->len, NULL, &fault);
      if (fault != G_MAXUINT && *ret_line == 0)
        *ret_line = get_row (conll, i + fault)->line;
    }
  return n;
}

static gboolean
has_ends (const Conll *conll, guint column)
{
  QuoIobTag tag;

  for (guint i = 0; i < conll->rows->len; i++)
    if (quo_iob_parse (get_row (conll, i)->fields[column], &tag)
        && (tag.letter == 'E' || tag.letter == 'S'))
      return TRUE;
  return FALSE;
}

/* The scheme in which the fewest tags are wrong; the usual one if several have none. */
static gboolean
find_scheme (Conll *conll, guint column, QuoIobScheme *ret_scheme)
{
  static const char *const names[QUO_N_IOB] = { "iob2", "iob1", "bioes" };
  guint n_best = G_MAXUINT, best_line = 0;

  for (QuoIobScheme scheme = QUO_IOB2; scheme < QUO_N_IOB; scheme++)
    {
      guint line = 0, n;

      if (has_ends (conll, column) != (scheme == QUO_BIOES))
        continue;
      n = count_faults (conll, column, scheme, &line);
      if (n < n_best || quo_import_is (conll->import, "scheme", names[scheme]))
        {
          n_best = n;
          best_line = line;
          *ret_scheme = scheme;
        }
      if (quo_import_is (conll->import, "scheme", names[scheme]))
        break;
    }
  if (n_best > 0)
    return quo_import_refuse (conll->import, best_line, conll->error,
                              ngettext ("the tag may not stand there: in %2$s a span begins and "
                                        "goes on in another way (%1$u tag is wrong)",
                                        "the tag may not stand there: in %2$s a span begins and "
                                        "goes on in another way (%1$u tags are wrong)",
                                        n_best),
                              n_best, quo_iob_get_name (*ret_scheme));
  quo_report_add (conll->import->report, QUO_REPORT_NOTE, NULL, _ ("The tags are in the scheme %s"),
                  quo_iob_get_name (*ret_scheme));
  return TRUE;
}

/* --- Texts --- */

/* Rows @start to @end - 1, whose tokens are @tokens. */
static void
add_spans (const Conll *conll, QuoBuilder *builder, const GArray *tokens, guint start, guint end,
           guint column, QuoIobScheme scheme)
{
  for (guint i = start, next; i < end; i = next)
    {
      g_autoptr (GArray) tags = NULL;
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (QuoIobSpan));

      next = find_sentence_end (conll, i);
      tags = parse_tags (conll, column, i, next);
      quo_iob_read (scheme, (const QuoIobTag *)(gpointer)tags->data, tags->len, spans, NULL);
      for (guint s = 0; s < spans->len; s++)
        {
          const QuoIobSpan *span = &g_array_index (spans, QuoIobSpan, s);
          const Row *row = get_row (conll, i + span->first);
          QuoDraft *draft
              = quo_builder_add (builder, QUO_RECORD_ANNOTATION, NULL, span->label, row->line);
          guint first = i - start + span->first, last = i - start + span->end - 1;

          quo_draft_add_range (builder, draft, quo_read_tokens_get (tokens, first)->at.start,
                               quo_read_tokens_get (tokens, last)->at.end, NULL, 0);
        }
    }
}

static GArray *
list_tokens (const Conll *conll, guint start, guint end)
{
  GArray *tokens = g_array_sized_new (FALSE, FALSE, sizeof (QuoReadToken), end - start);

  for (guint i = start; i < end; i++)
    {
      const Row *row = get_row (conll, i);
      QuoReadToken token = { .form = row->fields[conll->token], .line = row->line };

      if (i > start && row->sentence != get_row (conll, i - 1)->sentence)
        token.before = "\n";
      g_array_append_val (tokens, token);
    }
  return tokens;
}

static gboolean
add_text (Conll *conll, guint start, guint end, const QuoIobScheme *schemes)
{
  g_autoptr (GArray) tokens = list_tokens (conll, start, end);
  g_autofree char *stem = quo_source_dup_stem (conll->import->source);
  g_autofree char *name
      = conll->n_texts > 1 ? g_strdup_printf ("%s-%u", stem, get_row (conll, start)->text) : NULL;
  g_autoptr (GError) local = NULL;
  QuoBuilder *builder
      = quo_token_text_begin (conll->import, tokens, name, conll->n_texts == 1, &local);

  if (builder == NULL && local == NULL) /* another text than the article */
    return TRUE;
  if (builder == NULL)
    {
      g_propagate_error (conll->error, g_steal_pointer (&local));
      return FALSE;
    }
  for (guint column = conll->first_tag; column < conll->n_columns; column++)
    add_spans (conll, builder, tokens, start, end, column, schemes[column]);
  return quo_import_end (conll->import, builder, conll->error);
}

gboolean
quo_conll_read (QuoImport *import, GCancellable *cancellable, GError **error)
{
  gsize len;
  g_autofree char *text = quo_source_load_text (
      import->source, NULL, quo_format_options_get (import->options, "encoding"), &len, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  Conll conll = { .import = import, .rows = rows, .error = error };
  QuoIobScheme schemes[MAX_COLUMNS] = { QUO_IOB2 };

  if (text == NULL || !read_rows (&conll, text, len, cancellable) || !find_columns (&conll))
    return FALSE;
  strip_languages (&conll);
  for (guint column = conll.first_tag; rows->len > 0 && column < conll.n_columns; column++)
    if (!find_scheme (&conll, column, &schemes[column]))
      return FALSE;
  for (guint i = 0, end; i < rows->len; i = end)
    {
      for (end = i + 1;
           end < rows->len && get_row (&conll, end)->text == get_row (&conll, i)->text;)
        end++;
      if (!add_text (&conll, i, end, schemes))
        return FALSE;
    }
  return TRUE;
}

/* The first rows have as many columns each, and the last of them is a tag; one is not O, or the
 * file begins as those of 2003 do. */
gboolean
quo_conll_sniff (const char *head, gsize len)
{
  g_autofree char *copy = g_strndup (head, len);
  gboolean has_label = g_str_has_prefix (head, "-DOCSTART-");
  guint n_columns = 0, n_rows = 0;
  QuoLines lines;

  quo_lines_init (&lines, copy, len);
  while (quo_lines_next (&lines))
    {
      char *fields[MAX_COLUMNS];
      QuoIobTag tag;
      guint n;

      if (lines.line[strspn (lines.line, " \t")] == '\0' || *lines.line == '#'
          || g_str_has_prefix (lines.line, "-DOCSTART-")
          || (lines.next >= lines.end && head[len - 1] != '\n'))
        continue;
      n = cut_fields (lines.line, fields);
      if (n < 2 || n > MAX_COLUMNS || (n_columns != 0 && n != n_columns)
          || !quo_iob_parse (fields[n - 1], &tag))
        return FALSE;
      n_columns = n;
      has_label = has_label || tag.label != NULL;
      n_rows++;
    }
  return has_label && n_rows > 0;
}
