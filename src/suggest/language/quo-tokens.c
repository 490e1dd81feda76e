/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-tokens.h"

#include <string.h>

/* Cuts a page into words and looks each of them up once, so that the finders need no strings. */

#define MAX_UNSPACED 6 /* characters of the longest known word without blanks */

static gboolean
is_initial_at (const QuoPassage *page, guint32 i)
{
  return g_unichar_isupper (quo_passage_get (page, i))
         && !quo_char_is_word (quo_passage_get (page, i + 1));
}

guint32
quo_passage_find_word_end (const QuoPassage *page, guint32 start)
{
  guint32 i = start;

  while (i < page->end)
    {
      gunichar c = quo_passage_get (page, i), next = quo_passage_get (page, i + 1);

      if (quo_char_is_word (c) && (i == start || !quo_char_is_unspaced (c)))
        i++;
      else if ((quo_char_is_apostrophe (c) || quo_char_is_hyphen (c)) && quo_char_is_word (next)
               && !quo_char_is_unspaced (next))
        i++;
      else if (c == '.' && is_initial_at (page, i - 1) && is_initial_at (page, i + 1)
               && (i - 1 == start || quo_passage_get (page, i - 2) == '.'))
        i++;
      else
        break;
    }
  return i;
}

static guint8
get_shape (const QuoPassage *page, QuoSpan span)
{
  guint n_upper = 0, n_lower = 0, n_letters = 0;
  guint8 shape = 0;
  gboolean at_start = TRUE;

  for (guint32 i = span.start; i < span.end; i++)
    {
      gunichar c = quo_passage_get (page, i);

      gboolean is_upper
          = c < 128 ? g_ascii_isupper ((gchar)c) : g_unichar_isupper (c) || g_unichar_istitle (c);

      n_upper += is_upper;
      n_lower += c < 128 ? g_ascii_islower ((gchar)c) : g_unichar_islower (c);
      n_letters += c < 128 ? g_ascii_isalpha ((gchar)c) : g_unichar_isalpha (c);
      if (at_start && is_upper)
        shape |= QUO_SHAPE_CAPITAL;
      at_start = quo_char_is_apostrophe (c) || quo_char_is_hyphen (c);
    }
  if (g_unichar_isdigit (quo_passage_get (page, span.start)))
    shape |= QUO_SHAPE_NUMBER;
  if (n_upper > 0 && n_lower == 0 && n_letters == n_upper)
    {
      if (n_upper > 1)
        shape |= QUO_SHAPE_CAPS;
      if (n_upper == 1 || quo_passage_get (page, span.start + 1) == '.')
        shape |= QUO_SHAPE_INITIAL;
    }
  return shape;
}

static guint
look_up (const QuoPassage *page, const QuoLanguage *language, QuoSpan span)
{
  char word[QUO_FOLD_SIZE];
  gsize len;

  quo_passage_fold (page, span, word);
  len = quo_word_make_plain (word);
  return quo_language_get_kinds (language, word, len);
}

/* Past the t of "a-t-elle", if there is one, at @at within the word that ends at @end. */
static guint32
skip_euphonic_t (const QuoPassage *page, guint32 at, guint32 end)
{
  return at + 2 < end && quo_passage_get (page, at) == 't'
                 && quo_char_is_hyphen (quo_passage_get (page, at + 1))
             ? at + 2
             : at;
}

/* "dit-il", "a-t-elle", "disse-me": the verb and the pronoun are two words. Returns the end of the
 * verb, or 0.
 */
static guint32
find_pronoun_hyphen (const QuoPassage *page, const QuoLanguage *language, QuoSpan span)
{
  for (guint32 i = span.start + 1; i + 1 < span.end; i++)
    if (quo_char_is_hyphen (quo_passage_get (page, i)))
      {
        guint32 rest = skip_euphonic_t (page, i + 1, span.end);

        if (!(look_up (page, language, QUO_SPAN (span.start, i))
              & (QUO_WORD_ANY_SAYING | QUO_WORD_FINITE)))
          return 0;
        return look_up (page, language, QUO_SPAN (rest, span.end))
                       & (QUO_WORD_PRONOUN | QUO_WORD_STOPWORD)
                   ? i
                   : 0;
      }
  return 0;
}

/* The end of the longest word of the language that begins here. */
static guint32
find_unspaced_end (const QuoPassage *page, const QuoLanguage *language, guint32 start)
{
  guint32 end = MIN (page->end, start + MAX_UNSPACED);

  for (; end > start + 1; end--)
    if (look_up (page, language, QUO_SPAN (start, end)) != 0)
      return end;
  return start + 1;
}

static void
add_token (GArray *tokens, const QuoPassage *page, const QuoLanguage *language, QuoSpan span)
{
  QuoToken token = { span, look_up (page, language, span), get_shape (page, span), 1 };
  char word[QUO_FOLD_SIZE];

  if (token.kinds == 0 && !(token.shape & QUO_SHAPE_CAPITAL)
      && quo_language_is_manner (language, word, quo_passage_fold (page, span, word)))
    token.kinds = QUO_WORD_STOPWORD; /* impatiently; but Emily is a name */
  /* die Frage, der Rede: no verb where nouns have capitals */
  if ((token.shape & QUO_SHAPE_CAPITAL) && quo_language_has_capital_nouns (language))
    token.kinds &= ~QUO_WORD_SUBJUNCTIVE;
  g_array_append_val (tokens, token);
}

static void
add_word (GArray *tokens, const QuoPassage *page, const QuoLanguage *language, QuoSpan span)
{
  guint32 hyphen = find_pronoun_hyphen (page, language, span);

  if (hyphen == 0)
    {
      add_token (tokens, page, language, span);
      return;
    }
  add_token (tokens, page, language, QUO_SPAN (span.start, hyphen));
  add_token (tokens, page, language,
             QUO_SPAN (skip_euphonic_t (page, hyphen + 1, span.end), span.end));
}

static gboolean
matches (const QuoPassage *page, const GArray *tokens, guint i, const QuoPhrase *phrase)
{
  if (i + phrase->n_words > tokens->len)
    return FALSE;
  for (guint k = 1; k < phrase->n_words; k++)
    {
      QuoSpan before = quo_tokens_get (tokens, i + k - 1)->span;
      QuoSpan span = quo_tokens_get (tokens, i + k)->span;
      char word[QUO_FOLD_SIZE];

      if (span.start != before.end + 1)
        return FALSE;
      quo_passage_fold (page, span, word);
      quo_word_make_plain (word);
      if (strcmp (word, phrase->words[k]) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Marks the longest phrase that begins at token @i. */
static void
mark_phrase (const QuoPassage *page, const QuoLanguage *language, GArray *tokens, guint i)
{
  QuoToken *token = quo_tokens_get (tokens, i);
  const QuoPhrase *best = NULL;
  const GPtrArray *phrases;
  char word[QUO_FOLD_SIZE];

  quo_token_fold (page, token, word);
  phrases = quo_language_get_phrases (language, word);
  for (guint k = 0; phrases != NULL && k < phrases->len; k++)
    {
      const QuoPhrase *phrase = g_ptr_array_index (phrases, k);

      if ((best == NULL || phrase->n_words > best->n_words) && matches (page, tokens, i, phrase))
        best = phrase;
    }
  if (best == NULL)
    return;
  token->kinds |= best->kinds;
  token->n_words = best->n_words;
  for (guint k = 1; k < best->n_words; k++)
    quo_tokens_get (tokens, i + k)->kinds |= QUO_WORD_REST | (best->kinds & QUO_WORD_TITLE);
}

GArray *
quo_tokens_list (const QuoPassage *page, const QuoLanguage *language, QuoSpan span)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (QuoToken));
  guint32 i = span.start;

  while (i < span.end)
    {
      gunichar c = quo_passage_get (page, i);
      guint32 end;

      if (!quo_char_is_word (c))
        {
          i++;
          continue;
        }
      if (quo_char_is_unspaced (c))
        {
          end = find_unspaced_end (page, language, i);
          add_token (tokens, page, language, QUO_SPAN (i, end));
        }
      else
        {
          end = quo_passage_find_word_end (page, i);
          add_word (tokens, page, language, QUO_SPAN (i, end));
        }
      i = end;
    }
  for (guint k = 0; k < tokens->len; k++)
    if (quo_tokens_get (tokens, k)->kinds & QUO_WORD_PHRASE)
      mark_phrase (page, language, tokens, k);
  return tokens;
}

gsize
quo_passage_fold (const QuoPassage *page, QuoSpan span, char buffer[QUO_FOLD_SIZE])
{
  gunichar chars[QUO_FOLD_SIZE];
  guint n = 0;

  g_return_val_if_fail (span.start <= span.end, 0);
  for (guint32 i = span.start; i < span.end && n < QUO_FOLD_SIZE; i++)
    chars[n++] = quo_passage_get (page, i);
  return quo_word_fold (chars, n, buffer);
}

gsize
quo_token_fold (const QuoPassage *page, const QuoToken *token, char buffer[QUO_FOLD_SIZE])
{
  quo_passage_fold (page, token->span, buffer);
  return quo_word_make_plain (buffer);
}

gboolean
quo_token_is_listed (const QuoPassage *page, const QuoToken *token, const QuoLanguage *language,
                     QuoWordList list)
{
  char word[QUO_FOLD_SIZE];

  if (token == NULL)
    return FALSE;
  quo_token_fold (page, token, word);
  return quo_language_lists (language, list, word);
}

gboolean
quo_token_is_possessive (const QuoPassage *page, const QuoToken *token)
{
  guint32 end = token->span.end;

  return end > token->span.start + 2 && !(token->kinds & QUO_WORD_FINITE)
         && quo_passage_get (page, end - 1) == 's'
         && quo_char_is_apostrophe (quo_passage_get (page, end - 2));
}

gint
quo_tokens_find (const GArray *tokens, guint32 offset)
{
  gint ending = -1;

  for (guint i = 0; i < tokens->len; i++)
    {
      QuoSpan span = quo_tokens_get (tokens, i)->span;

      if (span.start <= offset && offset < span.end)
        return i;
      if (span.end == offset)
        ending = i;
      if (span.start > offset)
        break;
    }
  return ending;
}
