/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing columns of CoNLL. A column is an array with the number of a span for each token; spans
 * are laid into it one after the other, those that are to be kept first. */

#include "quo-config.h"

#include "quo-conll.h"
#include "quo-iob.h"
#include "quo-tokenizer.h"

#include <string.h>

/* Tokens first to end - 1 of an annotation. */
typedef struct
{
  QuoSpan at;
  guint first, end;
  const char *label;
  guint label_len;
} Span;

typedef struct
{
  QuoSelection *selection;
  const QuoFormatOptions *options;
  GArray *tokens;
  GArray *spans;      /* of Span */
  GPtrArray *columns; /* of guint32[tokens->len]: 1 + index of a span, or 0 */
  GHashTable *labels; /* type to how it is spelt */
  QuoIobScheme scheme;
  const char *between; /* the columns between token and tag */
  guint last_first;    /* the first token of the span found last: the next one is near */
} Conll;

/* --- Which spans --- */

static const char *
spell_label (Conll *conll, const char *type)
{
  char *label = g_hash_table_lookup (conll->labels, type);

  if (label == NULL)
    {
      label = g_strdup (type);
      for (char *p = label; *p != '\0'; p++)
        if (!g_ascii_isalnum (*p) && *p != '_' && *p != '-')
          {
            const char *next = g_utf8_next_char (p);

            *p = '_';
            memmove (p + 1, next, strlen (next) + 1);
          }
      g_hash_table_insert (conll->labels, (gpointer)type, label);
    }
  conll->selection->losses.counts[QUO_LOSS_LABELS] += !g_str_equal (label, type);
  return label;
}

static void
add_span (Conll *conll, const char *type, QuoSpan at)
{
  guint *counts = conll->selection->losses.counts;
  Span span = { .at = at, .first = conll->last_first };

  if (!quo_text_tokens_find (conll->tokens, at, &span.first, &span.end))
    {
      counts[QUO_LOSS_BLANK]++;
      return;
    }
  conll->last_first = span.first;
  counts[QUO_LOSS_WIDENED] += !quo_text_tokens_fit (conll->tokens, at, span.first, span.end);
  span.label = spell_label (conll, type);
  span.label_len = (guint)strlen (span.label);
  g_array_append_val (conll->spans, span);
}

static void
add_annotation (Conll *conll, const QuoAnnotation *annotation)
{
  guint *counts = conll->selection->losses.counts;

  if (annotation->n_ranges == 1)
    add_span (conll, annotation->type, annotation->ranges[0]);
  else if (quo_format_options_is (conll->options, "parts", "hull"))
    {
      counts[QUO_LOSS_HULLS]++;
      add_span (conll, annotation->type, quo_annotation_get_hull (annotation));
    }
  else if (quo_format_options_is (conll->options, "parts", "each"))
    {
      counts[QUO_LOSS_SPLIT]++;
      for (guint i = 0; i < annotation->n_ranges; i++)
        add_span (conll, annotation->type, annotation->ranges[i]);
    }
  else
    counts[QUO_LOSS_DISCONTINUOUS]++;
}

/* Whether the label marks what is said or the word of saying. */
static gboolean
is_of_quotation (const Conll *conll, const char *type)
{
  const QuoTagset *tagset = conll->options != NULL ? conll->options->tagset : NULL;

  if (tagset != NULL && quo_tagset_find (tagset, type) != NULL)
    return quo_tagset_get_kind (tagset, type) == QUO_LABEL_QUOTE
           || quo_tagset_get_kind (tagset, type) == QUO_LABEL_CUE;
  return g_str_equal (type, "quote") || g_str_equal (type, "cue");
}

static gboolean
list_spans (Conll *conll, GCancellable *cancellable, GError **error)
{
  gboolean is_all = quo_format_options_is (conll->options, "types", "all");
  GPtrArray *annotations = conll->selection->annotations;

  for (guint i = 0; i < annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      if (!is_all && is_of_quotation (conll, annotation->type))
        conll->selection->losses.counts[QUO_LOSS_QUOTES]++;
      else
        add_annotation (conll, annotation);
    }
  return TRUE;
}

/* --- Laying them into columns --- */

static int
compare_longest (gconstpointer a, gconstpointer b)
{
  const Span *x = a, *y = b;
  guint32 x_len = x->at.end - x->at.start, y_len = y->at.end - y->at.start;

  if (x_len != y_len)
    return x_len > y_len ? -1 : 1;
  return (x->at.start > y->at.start) - (x->at.start < y->at.start);
}

static int
compare_shortest (gconstpointer a, gconstpointer b)
{
  return compare_longest (b, a);
}

/* Whether each span begins where the one before it has ended, so that it does not matter which is
 * laid first. */
static gboolean
is_flat (const GArray *spans)
{
  for (guint i = 1; i < spans->len; i++)
    if (g_array_index (spans, Span, i).first < g_array_index (spans, Span, i - 1).end)
      return FALSE;
  return TRUE;
}

static gboolean
lay (const Conll *conll, guint32 *column, guint index)
{
  const Span *span = &g_array_index (conll->spans, Span, index);

  for (guint i = span->first; i < span->end; i++)
    if (column[i] != 0)
      return FALSE;
  for (guint i = span->first; i < span->end; i++)
    column[i] = index + 1;
  return TRUE;
}

static guint32 *
add_column (Conll *conll)
{
  guint32 *column = g_new0 (guint32, MAX (conll->tokens->len, 1));

  g_ptr_array_add (conll->columns, column);
  return column;
}

/* All spans (@label NULL) or those with one label. */
static void
lay_all (Conll *conll, const char *label)
{
  gboolean has_more = quo_format_options_is (conll->options, "overlap", "columns");

  add_column (conll);
  for (guint i = 0; i < conll->spans->len; i++)
    {
      gboolean is_laid = FALSE;

      if (label != NULL && !g_str_equal (g_array_index (conll->spans, Span, i).label, label))
        continue;
      for (guint c = 0; c < conll->columns->len && !is_laid; c++)
        is_laid = lay (conll, g_ptr_array_index (conll->columns, c), i);
      if (!is_laid && has_more)
        lay (conll, add_column (conll), i);
      else if (!is_laid)
        conll->selection->losses.counts[QUO_LOSS_OVERLAPS]++;
    }
}

/* --- Rows --- */

/* 1 + the span of the token at @i, 0 if there is none or it is of another sentence than @at. */
static guint32
get_neighbour (const Conll *conll, const guint32 *column, guint at, guint i)
{
  guint start = MAX (at, i);

  if (i >= conll->tokens->len || quo_text_tokens_get (conll->tokens, start)->is_first)
    return 0;
  return column[i];
}

/* What a tag can take at most: blank, letter, hyphen and the longest label. */
static gsize
get_tag_size (const Conll *conll)
{
  guint longest = 0;

  for (guint i = 0; i < conll->spans->len; i++)
    longest = MAX (longest, g_array_index (conll->spans, Span, i).label_len);
  return longest + 3;
}

/* Writes the tag of a token at @to and gives what is behind it. */
static char *
put_tag (const Conll *conll, char *to, const guint32 *column, guint i)
{
  const Span *spans = (const Span *)(gpointer)conll->spans->data;
  guint32 own = column[i], before, after;
  gboolean follows_same;

  *to++ = ' ';
  if (own == 0)
    {
      *to++ = 'O';
      return to;
    }
  before = get_neighbour (conll, column, i, i - 1);
  after = get_neighbour (conll, column, i, i + 1);
  follows_same
      = before != 0 && before != own && g_str_equal (spans[before - 1].label, spans[own - 1].label);
  *to++ = quo_iob_get_letter (conll->scheme, before != own, after != own, follows_same);
  *to++ = '-';
  memcpy (to, spans[own - 1].label, spans[own - 1].label_len);
  return to + spans[own - 1].label_len;
}

static void
append_head (const Conll *conll, GString *out)
{
  g_string_append (out, "-DOCSTART-");
  g_string_append (out, *conll->between != '\0' ? " -X- -X-" : "");
  for (guint c = 0; c < conll->columns->len; c++)
    g_string_append (out, " O");
  g_string_append (out, "\n\n");
}

/* Room for @n more bytes, so that rows can be put there without a look at each of them. */
static char *
make_room (GString *out, gsize n)
{
  gsize len = out->len;

  if (out->allocated_len - len <= n)
    {
      g_string_set_size (out, MAX (len + n, len * 2));
      g_string_truncate (out, len);
    }
  return out->str + len;
}

/* A token with its columns; the empty line before it when it begins a sentence. */
static void
append_row (const Conll *conll, GString *out, guint i, gsize between_len, gsize size)
{
  const QuoTextToken *token = quo_text_tokens_get (conll->tokens, i);
  gsize len = token->end_byte - token->byte;
  char *to = make_room (out, len + size);

  if (token->is_first && i > 0)
    *to++ = '\n';
  memcpy (to, quo_text_get_utf8 (conll->selection->text) + token->byte, len);
  memcpy (to + len, conll->between, between_len);
  to += len + between_len;
  for (guint c = 0; c < conll->columns->len; c++)
    to = put_tag (conll, to, g_ptr_array_index (conll->columns, c), i);
  *to++ = '\n';
  *to = '\0';
  out->len = (gsize)(to - out->str);
}

static gboolean
append_rows (const Conll *conll, GString *out, GCancellable *cancellable, GError **error)
{
  gsize between_len = strlen (conll->between);
  gsize size = between_len + conll->columns->len * get_tag_size (conll) + 2;

  for (guint i = 0; i < conll->tokens->len; i++)
    {
      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      append_row (conll, out, i, between_len, size);
    }
  g_string_append_c (out, '\n');
  return TRUE;
}

static gboolean
write_columns (Conll *conll, GString *out, const char *label, GCancellable *cancellable,
               GError **error)
{
  g_ptr_array_set_size (conll->columns, 0);
  lay_all (conll, label);
  append_head (conll, out);
  return append_rows (conll, out, cancellable, error);
}

/* Annotations that do not stay in one sentence; they come back in pieces. */
static void
count_cut (Conll *conll)
{
  for (guint s = 0; s < conll->spans->len; s++)
    {
      const Span *span = &g_array_index (conll->spans, Span, s);

      for (guint i = span->first + 1; i < span->end; i++)
        if (quo_text_tokens_get (conll->tokens, i)->is_first)
          {
            conll->selection->losses.counts[QUO_LOSS_CUT]++;
            break;
          }
    }
}

/* One file more for each label: in it only annotations with the same label get in each other's way.
 */
static gboolean
write_files (Conll *conll, QuoTarget *target, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_overlaps = 0;

  for (guint i = 0; i < conll->spans->len; i++)
    {
      const char *label = g_array_index (conll->spans, Span, i).label;
      g_autofree char *extension = NULL;

      if (!g_hash_table_add (done, (gpointer)label))
        continue;
      extension = g_strdup_printf (".%s.conll", label);
      conll->selection->losses.counts[QUO_LOSS_OVERLAPS] = 0;
      if (!write_columns (conll, quo_target_open (target, extension), label, cancellable, error))
        return FALSE;
      n_overlaps += conll->selection->losses.counts[QUO_LOSS_OVERLAPS];
    }
  conll->selection->losses.counts[QUO_LOSS_OVERLAPS] = n_overlaps;
  return TRUE;
}

gboolean
quo_conll_write (QuoSelection *selection, QuoTarget *target, const QuoFormatOptions *options,
                 GCancellable *cancellable, GError **error)
{
  gboolean is_whole = quo_format_options_is (options, "characters", "whole");
  g_autoptr (GArray) tokens = quo_tokenizer_run (selection, is_whole);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) labels = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Conll conll = { .selection = selection,
                  .options = options,
                  .tokens = tokens,
                  .spans = spans,
                  .columns = columns,
                  .labels = labels };

  conll.scheme = quo_format_options_is (options, "scheme", "iob1")    ? QUO_IOB1
                 : quo_format_options_is (options, "scheme", "bioes") ? QUO_BIOES
                                                                      : QUO_IOB2;
  conll.between = quo_format_options_is (options, "columns", "2") ? "" : " -X- _";
  if (!list_spans (&conll, cancellable, error))
    return FALSE;
  if (!is_flat (spans))
    g_array_sort (spans, quo_format_options_is (options, "overlap", "shortest") ? compare_shortest
                                                                                : compare_longest);
  count_cut (&conll);
  if (!write_columns (&conll, quo_target_open (target, NULL), NULL, cancellable, error))
    return FALSE;
  return !quo_format_options_is (options, "overlap", "files")
         || write_files (&conll, target, cancellable, error);
}
