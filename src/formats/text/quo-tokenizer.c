/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts a text into tokens: one pass, in which code points and borders are counted along. */

#include "quo-config.h"

#include "quo-tokenizer.h"

#include "quo-blank.h"

typedef enum
{
  KIND_BLANK,
  KIND_WORD,
  KIND_SIGN,
} Kind;

/* What is written on or in the character before it, and is no letter of a script of its own. */
static gboolean
is_joined (gunichar previous, gunichar c)
{
  if (c < 0x300)
    return FALSE;
  return g_unichar_ismark (c) || c == 0x200d || previous == 0x200d
         || (c >= 0x1f3fb && c <= 0x1f3ff) /* skin tones */
         || (c >= 0xe0020 && c <= 0xe007f) /* tags of flags */
         || (c >= 0x1160 && c <= 0x11ff)   /* Korean letters that make one syllable */
         || (c >= 0xd7b0 && c <= 0xd7ff);
}

/* A mark that belongs to one script, as vowel signs do, is a letter of it. */
static gboolean
is_letter_mark (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script != G_UNICODE_SCRIPT_INHERITED && script != G_UNICODE_SCRIPT_COMMON;
}

static Kind
find_kind (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum (c) || c == '_' ? KIND_WORD : quo_blank_is (c) ? KIND_BLANK : KIND_SIGN;
  switch (g_unichar_type (c))
    {
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_OTHER_NUMBER:
      return KIND_WORD;
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_NON_SPACING_MARK:
      return is_letter_mark (c) ? KIND_WORD : KIND_SIGN;
    default:
      return quo_blank_is (c) ? KIND_BLANK : KIND_SIGN;
    }
}

/* Most characters of most texts are in a table. */
static guint8 ascii_kinds[0x80];

static void
fill_ascii_kinds (void)
{
  static gsize is_made = 0;

  if (!g_once_init_enter (&is_made))
    return;
  for (gunichar c = 0; c < G_N_ELEMENTS (ascii_kinds); c++)
    ascii_kinds[c] = (guint8)find_kind (c);
  g_once_init_leave (&is_made, 1);
}

static inline Kind
get_kind (gunichar c)
{
  return c < G_N_ELEMENTS (ascii_kinds) ? (Kind)ascii_kinds[c] : find_kind (c);
}

static gboolean
is_inner (gunichar c)
{
  return c == '\'' || c == '.' || c == 0x2019;
}

/* --- Borders --- */

static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

  return (x > y) - (x < y);
}

/* (element-type guint32): where annotations begin and end, sorted, G_MAXUINT32 at last. */
static GArray *
list_borders (const QuoSelection *selection)
{
  GArray *borders
      = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 2 * selection->annotations->len + 1);
  guint32 end = G_MAXUINT32, last = 0;
  gboolean is_sorted = TRUE;

  for (guint i = 0; i < selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (selection, i);

      for (guint r = 0; r < annotation->n_ranges; r++)
        {
          is_sorted = is_sorted && annotation->ranges[r].start >= last;
          last = annotation->ranges[r].end;
          g_array_append_val (borders, annotation->ranges[r].start);
          g_array_append_val (borders, annotation->ranges[r].end);
        }
    }
  if (!is_sorted)
    g_array_sort (borders, compare_offsets);
  g_array_append_val (borders, end);
  return borders;
}

/* --- The pass --- */

typedef struct
{
  const char *p, *start; /* where it is, and the text */
  guint32 offset;
  const guint32 *border; /* the next one after the token's start */
  gboolean has_clusters;
} Pass;

static void
step (Pass *pass)
{
  pass->p = g_utf8_next_char (pass->p);
  pass->offset++;
}

/* Whether the token, whose last character is @previous, ends before @c because a border is there.
 */
static gboolean
is_cut (Pass *pass, gunichar previous, gunichar c)
{
  while (*pass->border < pass->offset)
    pass->border++;
  return *pass->border == pass->offset && !is_joined (previous, c);
}

/* Goes on to the end of the token that begins at the pass. */
static void
find_end (Pass *pass)
{
  gunichar previous = g_utf8_get_char (pass->p);
  gboolean is_word = get_kind (previous) == KIND_WORD;

  for (step (pass); *pass->p != '\0'; step (pass))
    {
      gunichar c = g_utf8_get_char (pass->p);

      if (pass->has_clusters && is_joined (previous, c))
        {
          previous = c;
          continue;
        }
      if (!is_word || is_cut (pass, previous, c))
        return;
      if (get_kind (c) != KIND_WORD
          && (!is_inner (c)
              || get_kind (g_utf8_get_char (g_utf8_next_char (pass->p))) != KIND_WORD))
        return;
      previous = c;
    }
}

GArray *
quo_tokenizer_run (const QuoSelection *selection, gboolean has_clusters)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (QuoTextToken));
  g_autoptr (GArray) borders = list_borders (selection);
  const char *utf8 = quo_text_get_utf8 (selection->text);
  Pass pass = { .p = utf8,
                .start = utf8,
                .border = (const guint32 *)(gpointer)borders->data,
                .has_clusters = has_clusters };
  gboolean is_first = FALSE;

  fill_ascii_kinds ();
  while (*pass.p != '\0')
    {
      gunichar c = g_utf8_get_char (pass.p);
      QuoTextToken token;

      if (get_kind (c) == KIND_BLANK)
        {
          is_first = is_first || c == '\n' || c == '\r';
          step (&pass);
          continue;
        }
      token.span.start = pass.offset;
      token.byte = (guint32)(pass.p - pass.start);
      token.is_first = is_first || tokens->len == 0;
      find_end (&pass);
      token.span.end = pass.offset;
      token.end_byte = (guint32)(pass.p - pass.start);
      g_array_append_val (tokens, token);
      is_first = FALSE;
    }
  return tokens;
}

/* --- Finding --- */

/* The first token from @low on that ends after @offset: near ones are found in a few steps. */
static guint
find_after (const GArray *tokens, guint32 offset, guint low)
{
  guint high = low, step = 1;

  while (high < tokens->len && quo_text_tokens_get (tokens, high)->span.end <= offset)
    {
      low = high + 1;
      high = MIN (high + step, tokens->len);
      step *= 2;
    }
  high = MAX (high, low);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (quo_text_tokens_get (tokens, middle)->span.end > offset)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

gboolean
quo_text_tokens_find (const GArray *tokens, QuoSpan span, guint *first, guint *ret_end)
{
  guint from = *first, last;

  if (from > 0
      && (from > tokens->len || quo_text_tokens_get (tokens, from - 1)->span.end > span.start))
    from = 0;
  from = find_after (tokens, span.start, from);
  last = find_after (tokens, span.end - 1, from);
  if (last < tokens->len && quo_text_tokens_get (tokens, last)->span.start < span.end)
    last++;
  *first = from;
  *ret_end = last;
  return from < last;
}

gboolean
quo_text_tokens_fit (const GArray *tokens, QuoSpan span, guint first, guint end)
{
  return quo_text_tokens_get (tokens, first)->span.start >= span.start
         && quo_text_tokens_get (tokens, end - 1)->span.end <= span.end;
}
