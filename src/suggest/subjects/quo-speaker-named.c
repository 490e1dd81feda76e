/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-named.h"

/* "His father", "Labour's foreign secretary" say already who is meant; the name behind them is an
 * apposition. Who speaks is then the whole: both the noun and the name. */

#define REACH 96    /* code points before the name */
#define MAX_NOUNS 5 /* words between the possessor and the name */
#define MAX_OWNER 4 /* words of the possessor: the old Afghan team's */
#define MAX_ADJECTIVES 3

#define NO_NOUN                                                                                    \
  (QUO_WORD_FINITE | QUO_WORD_OBLIQUE | QUO_WORD_JOIN | QUO_WORD_OPENER | QUO_WORD_CALENDAR        \
   | QUO_WORD_PRONOUN)

static gboolean
is_joined (const QuoPassage *page, const QuoToken *token, guint32 to)
{
  return to == token->span.end + 1 && quo_passage_get (page, token->span.end) == ' ';
}

/* his, her, their */
static gboolean
is_own (const QuoPassage *page, const QuoLanguage *language, const QuoToken *token)
{
  return quo_token_is_listed (page, token, language, QUO_LIST_OWNERS);
}

/* Where the possessor begins whose last word is token @last: "the Afghan team's", "Labour's". */
static guint32
find_owner_start (const QuoPassage *page, const GArray *tokens, guint last)
{
  guint32 start = quo_tokens_get (tokens, last)->span.start;

  for (guint i = last; i > 0 && last - i < MAX_OWNER; i--)
    {
      const QuoToken *token = quo_tokens_get (tokens, i - 1);

      if (!is_joined (page, token, start) || (token->kinds & (NO_NOUN | QUO_WORD_ANY_SAYING)))
        return start;
      if (token->kinds & QUO_WORD_DETERMINER)
        return token->span.start;
      if (!(token->shape & QUO_SHAPE_CAPITAL))
        return start;
      start = token->span.start;
    }
  return start;
}

/* (transfer full): the words before @start, at most REACH code points of its paragraph. */
static GArray *
list_before (const QuoPassage *page, const QuoLanguage *language, guint32 start)
{
  guint32 from = quo_passage_get_paragraph (page, quo_passage_find_paragraph (page, start)).start;

  from = MAX (from, start > REACH ? start - REACH : 0);
  while (from < start && from > page->start && quo_char_is_word (quo_passage_get (page, from - 1)))
    from++;
  return quo_tokens_list (page, language, QUO_SPAN (from, start));
}

QuoSpan
quo_speaker_find_named_noun (const QuoPassage *page, const QuoLanguage *language, QuoSpan name)
{
  g_autoptr (GArray) tokens = list_before (page, language, name.start);
  guint32 start = name.start;

  for (guint i = tokens->len; i > 0 && tokens->len - i <= MAX_NOUNS; i--)
    {
      const QuoToken *token = quo_tokens_get (tokens, i - 1);
      gboolean is_first = i == tokens->len;

      if (!is_joined (page, token, start))
        break;
      if (!is_first && quo_token_is_possessive (page, token))
        return QUO_SPAN (find_owner_start (page, tokens, i - 1), name.end);
      if (!is_first && is_own (page, language, token))
        return QUO_SPAN (token->span.start, name.end);
      if (token->kinds & (NO_NOUN | QUO_WORD_DETERMINER))
        break;
      start = token->span.start;
    }
  return QUO_SPAN (0, 0);
}

QuoSpan
quo_speaker_add_article (const QuoPassage *page, const QuoLanguage *language, QuoSpan noun)
{
  g_autoptr (GArray) tokens = NULL;
  guint32 start = noun.start;

  if (!quo_language_has_capital_nouns (language))
    return noun;
  tokens = list_before (page, language, noun.start);
  for (guint i = tokens->len; i > 0 && tokens->len - i <= MAX_ADJECTIVES; i--)
    {
      const QuoToken *token = quo_tokens_get (tokens, i - 1);

      if (!is_joined (page, token, start))
        break;
      if (token->kinds & QUO_WORD_DETERMINER)
        return QUO_SPAN (token->span.start, noun.end);
      if ((token->kinds & (NO_NOUN | QUO_WORD_ANY_SAYING | QUO_WORD_STOPWORD))
          || (token->shape & QUO_SHAPE_CAPITAL))
        break;
      start = token->span.start;
    }
  return noun;
}
