/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-bearers.h"

/* "The mayor said" tells of Mayor Ingrid Lund, if nobody else of the article bears that title.
 * Every word of the phrase has to be in the title, so "the defence minister" is not Foreign
 * Minister Novak; a title may be told by another word ("chief" for "head") if two of the words
 * beside it agree: CIS anti-terror chief, Head of the CIS Anti-Terror Center.
 *
 * Who bears what is one sorted array of numbers: the hash of a word of a title above, the number of
 * an entity below. */

#define MAX_TITLE 10 /* words of a title */
#define REACH 90     /* code points on each side of a name that are read for one */
#define MIN_SAME 2   /* words that agree where the title itself does not */

#define KEY(word, entity) ((guint64)(word) << 32 | (entity))

typedef struct
{
  const QuoSuggesting *run;
  GArray *keys;
} Reader;

static guint32
hash (const QuoSuggesting *run, const QuoToken *token)
{
  char word[QUO_FOLD_SIZE];

  quo_token_fold (run->page, token, word);
  return g_str_hash (word);
}

static gboolean
is_small (const QuoToken *token)
{
  return !(token->kinds & QUO_WORD_TITLE)
         && (token->kinds & (QUO_WORD_DETERMINER | QUO_WORD_STOPWORD | QUO_WORD_OBLIQUE));
}

static gboolean
has_border (const QuoPassage *page, guint32 from, guint32 to)
{
  for (guint32 i = from; i < to; i++)
    if (!g_unichar_isspace (quo_passage_get (page, i)))
      return TRUE;
  return FALSE;
}

/* Whether a word may stand in a title before a name: one in small letters only right before a title
 * in small letters (police chief), so that "met Mayor Lund" is none. */
static gboolean
is_of_title (const GArray *tokens, gint i)
{
  const QuoToken *token = quo_tokens_get (tokens, i);
  const QuoToken *next = i + 1 < (gint)tokens->len ? quo_tokens_get (tokens, i + 1) : NULL;

  if (token->kinds & (QUO_WORD_JOIN | QUO_WORD_ANY_SAYING | QUO_WORD_FINITE | QUO_WORD_PRONOUN))
    return FALSE;
  return (token->shape & QUO_SHAPE_CAPITAL)
         || (token->kinds & (QUO_WORD_TITLE | QUO_WORD_DETERMINER | QUO_WORD_OBLIQUE))
         || (next != NULL && (next->kinds & QUO_WORD_TITLE) && !(next->shape & QUO_SHAPE_CAPITAL));
}

/* The words before a name that belong to it: Head of the Center Colonel-General. */
static QuoSpan
find_before (const QuoSuggesting *run, QuoSpan name)
{
  guint paragraph = quo_passage_find_paragraph (run->page, name.start);
  guint32 start = quo_passage_get_paragraph (run->page, paragraph).start;
  QuoSpan before = QUO_SPAN (MAX (start, name.start - MIN (name.start, REACH)), name.start);
  g_autoptr (GArray) tokens = quo_tokens_list (run->page, run->language, before);
  guint32 at = name.start;

  if (tokens->len == 0 || !(quo_tokens_get (tokens, tokens->len - 1)->kinds & QUO_WORD_TITLE))
    return QUO_SPAN (0, 0);
  for (gint i = (gint)tokens->len - 1; i >= 0 && i >= (gint)tokens->len - MAX_TITLE; i--)
    {
      QuoSpan word = quo_tokens_get (tokens, i)->span;

      if (has_border (run->page, word.end, at) || !is_of_title (tokens, i))
        break;
      at = word.start;
    }
  return QUO_SPAN (at, name.start);
}

/* The words between the comma behind a name and the next border: Ingrid Lund, the mayor of Halden,
 */
static QuoSpan
find_after (const QuoSuggesting *run, QuoSpan name)
{
  guint paragraph = quo_passage_find_paragraph (run->page, name.start);
  guint32 end = quo_passage_get_paragraph (run->page, paragraph).end;
  QuoSpan after = QUO_SPAN (name.end, MIN (end, name.end + REACH));
  g_autoptr (GArray) tokens = NULL;
  guint n = 0;

  if (!quo_char_is_comma (quo_passage_get (run->page, name.end)))
    return QUO_SPAN (0, 0);
  tokens = quo_tokens_list (run->page, run->language, after);
  while (n < tokens->len && n < MAX_TITLE
         && !(quo_tokens_get (tokens, n)->kinds
              & (QUO_WORD_ANY_SAYING | QUO_WORD_FINITE | QUO_WORD_PRONOUN | QUO_WORD_JOIN))
         && (n == 0
             || !has_border (run->page, quo_tokens_get (tokens, n - 1)->span.end,
                             quo_tokens_get (tokens, n)->span.start)))
    n++;
  return n == 0 ? QUO_SPAN (0, 0) : QUO_SPAN (name.end, quo_tokens_get (tokens, n - 1)->span.end);
}

static void
take_title (Reader *reader, QuoSpan title, guint32 entity)
{
  g_autoptr (GArray) tokens = NULL;

  if (quo_span_is_empty (title))
    return;
  tokens = quo_tokens_list (reader->run->page, reader->run->language, title);
  for (guint i = 0; i < tokens->len; i++)
    if (!is_small (quo_tokens_get (tokens, i)))
      {
        guint64 key = KEY (hash (reader->run, quo_tokens_get (tokens, i)), entity);

        g_array_append_val (reader->keys, key);
      }
}

static gint
compare_keys (gconstpointer a, gconstpointer b)
{
  const guint64 *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

GArray *
quo_bearers_read (const QuoSuggesting *run, const GArray *mentions)
{
  Reader reader = { .run = run, .keys = g_array_new (FALSE, FALSE, sizeof (guint64)) };
  guint n = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      const QuoMention *mention = quo_mentions_get (mentions, i);

      if (mention->kind != QUO_MENTION_PERSON || mention->is_pronoun || mention->entity == 0)
        continue;
      take_title (&reader, find_before (run, mention->span), mention->entity);
      take_title (&reader, find_after (run, mention->span), mention->entity);
    }
  g_array_sort (reader.keys, compare_keys);
  for (guint i = 0; i < reader.keys->len; i++)
    {
      guint64 key = g_array_index (reader.keys, guint64, i);

      if (n == 0 || g_array_index (reader.keys, guint64, n - 1) != key)
        g_array_index (reader.keys, guint64, n++) = key;
    }
  g_array_set_size (reader.keys, n);
  return reader.keys;
}

/* Index of the first key that is not below this one. */
static guint
find_key (const GArray *bearers, guint64 key)
{
  guint low = 0, high = bearers->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (bearers, guint64, middle) < key)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Whether all of the words are in the titles of the entity. */
static gboolean
bears_all (const GArray *bearers, const GArray *words, guint32 entity)
{
  for (guint i = 0; i < words->len; i++)
    {
      guint64 key = KEY (g_array_index (words, guint32, i), entity);
      guint at = find_key (bearers, key);

      if (at == bearers->len || g_array_index (bearers, guint64, at) != key)
        return FALSE;
    }
  return TRUE;
}

/* The only one who bears @word and all of @words; 0: nobody, or several. */
static guint32
find_only (const GArray *bearers, guint32 word, const GArray *words)
{
  guint32 found = 0;

  for (guint i = find_key (bearers, KEY (word, 0)); i < bearers->len; i++)
    {
      guint64 key = g_array_index (bearers, guint64, i);

      if (key >> 32 != word)
        break;
      if (!bears_all (bearers, words, (guint32)key))
        continue;
      if (found != 0)
        return 0;
      found = (guint32)key;
    }
  return found;
}

guint32
quo_bearers_find (const GArray *bearers, const QuoSuggesting *run, QuoSpan span)
{
  g_autoptr (GArray) tokens = quo_tokens_list (run->page, run->language, span);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) beside = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 title = 0, found;

  for (guint i = 0; i < tokens->len; i++)
    {
      guint32 word = hash (run, quo_tokens_get (tokens, i));

      if (is_small (quo_tokens_get (tokens, i)))
        continue;
      g_array_append_val (words, word);
      if (quo_tokens_get (tokens, i)->kinds & QUO_WORD_TITLE)
        title = word;
      else
        g_array_append_val (beside, word);
    }
  if (title == 0)
    return 0;
  found = find_only (bearers, title, words);
  if (found == 0 && beside->len >= MIN_SAME)
    found = find_only (bearers, g_array_index (beside, guint32, 0), beside);
  return found;
}
