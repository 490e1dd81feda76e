/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-cue-search.h"

/* The cue of a quote behind its marks: “...,” said X; “...” Novikov noted. */

#define MAX_AGENCY_WORDS 10 /* of a sentence that only says who spoke */
#define MAX_AGENCY_START 6  /* words before its verb */
#define MAX_BRIEF 4         /* words before the verb of a question or cry */
#define MAX_JOIN 10         /* code points after a quote in which "and" stands */
#define MAX_OWN_START 7     /* words after a verb in which its own clause has begun */

/* Whether the quote ends its sentence, by a full stop inside its marks. */
static gboolean
is_closed (const QuoCueSearch *search)
{
  return search->last_inside == '.' || search->last_inside == 0x3002;
}

/* Whether nothing but blanks stands between the two words. */
static gboolean
is_joined (const QuoCueSearch *search, const QuoToken *one, const QuoToken *next)
{
  for (guint32 i = one->span.end; i < next->span.start; i++)
    if (!g_unichar_isspace (quo_passage_get (search->page, i)))
      return FALSE;
  return TRUE;
}

/* "said she would believe it": what the sentence tells follows its verb. */
static gboolean
tells_clause (const GArray *tokens, guint verb)
{
  for (guint i = verb + 1; i < tokens->len; i++)
    if (quo_tokens_get (tokens, i)->kinds & (QUO_WORD_FINITE | QUO_WORD_OPENER))
      return TRUE;
  return FALSE;
}

/* “Who pays?” The council says it has no money: what the verb tells begins right after it, while
 * “Who pays?” he asked the man who was there. */
static gboolean
tells_own_clause (const QuoCueSearch *search, const GArray *tokens, guint verb)
{
  for (guint i = verb + 1; i < tokens->len && i <= verb + MAX_OWN_START; i++)
    {
      const QuoToken *token = quo_tokens_get (tokens, i);
      char word[QUO_FOLD_SIZE];

      quo_token_fold (search->page, token, word);
      if (quo_language_lists (search->language, QUO_LIST_RELATIVES, word)
          || (token->kinds & QUO_WORD_AS)
          || !is_joined (search, quo_tokens_get (tokens, i - 1), token))
        return FALSE;
      if (token->kinds & QUO_WORD_FINITE)
        return i > verb + 1;
    }
  return FALSE;
}

/* A sentence of a few words that follows a quote with a full stop: “...” Novikov noted. */
static void
search_agency (QuoCueSearch *search)
{
  QuoSpan paragraph = quo_cue_get_paragraph (search->page, search->hull.end - 1);
  guint32 start = search->hull.end, end;
  g_autoptr (GArray) tokens = NULL;

  if (start >= MIN (paragraph.end, search->bounds.end))
    return;
  end = quo_passage_find_sentence_end (search->page, search->language, start);
  tokens = quo_tokens_list (search->page, search->language, QUO_SPAN (start, end));
  for (guint i = 0; i < tokens->len && i <= MAX_AGENCY_START; i++)
    {
      const QuoToken *token = quo_tokens_get (tokens, i);
      gboolean is_brief = !is_closed (search) && i < MAX_BRIEF; /* “Why?” John asked. */
      int price
          = (is_brief ? QUO_CUE_PRICE_GOES_ON + QUO_CUE_PRICE_OUTSIDE : QUO_CUE_PRICE_FULL_STOP)
            + (int)i;

      if (!(token->kinds & QUO_WORD_SAYING) || quo_cue_search_is_noun (search, tokens, i))
        continue;
      if (quo_stretches_cover (search->stretches, token->span.start, NULL, 0))
        break;
      if (tokens->len > MAX_AGENCY_WORDS && !is_brief)
        price += QUO_CUE_PRICE_MAY_BE_NEXT + (int)(tokens->len - MAX_AGENCY_WORDS);
      if (is_brief ? tells_own_clause (search, tokens, i) : tells_clause (tokens, i))
        break;
      price += quo_cue_search_price_next (search, token->span.end, end);
      quo_cue_search_offer (search, token, tokens, i, price);
      break;
    }
}

/* označil jej za „obra“, jiný ...: small words that a verb before them names, so that the comma
 * behind them begins something else. */
static gboolean
is_named_before (const QuoCueSearch *search)
{
  guint32 start
      = quo_passage_find_sentence_start (search->page, search->language, search->hull.start);
  g_autoptr (GArray) tokens = NULL;

  if (!g_unichar_islower (search->first_inside))
    return FALSE;
  tokens = quo_tokens_list (search->page, search->language, QUO_SPAN (start, search->hull.start));
  for (guint i = tokens->len; i > 0; i--)
    {
      const QuoToken *token = quo_tokens_get (tokens, i - 1);

      if ((token->kinds & QUO_WORD_OPENER)
          || quo_stretches_cover (search->stretches, token->span.start, NULL, 0)
          || (i < tokens->len && !is_joined (search, token, quo_tokens_get (tokens, i))))
        return FALSE;
      if (token->kinds & QUO_WORD_NAMING)
        return TRUE;
    }
  return FALSE;
}

/* called it “a farce,” while X insisted: a word with which the author turns to something else. */
static gboolean
turns_away (const QuoCueSearch *search)
{
  g_autoptr (GArray) tokens = quo_tokens_list (
      search->page, search->language, QUO_SPAN (search->hull.end, search->hull.end + MAX_JOIN));

  if (tokens->len == 0)
    return FALSE;
  return quo_token_is_listed (search->page, quo_tokens_get (tokens, 0), search->language,
                              QUO_LIST_TURNS_AWAY);
}

/* called it “a farce” and demanded; called it “a farce”, while X insisted: the author goes on with
 * another verb. */
static gboolean
is_author_joined (const QuoCueSearch *search)
{
  g_autoptr (GArray) tokens = NULL;
  char word[QUO_FOLD_SIZE];

  if ((quo_char_is_comma (search->last_inside)
       && !(turns_away (search) && is_named_before (search)))
      || (!g_unichar_isalpha (search->after) && !quo_char_is_comma (search->after))
      || g_unichar_isupper (search->first_inside))
    return FALSE;
  tokens = quo_tokens_list (search->page, search->language,
                            QUO_SPAN (search->hull.end, search->hull.end + MAX_JOIN));
  if (tokens->len == 0)
    return FALSE;
  quo_token_fold (search->page, quo_tokens_get (tokens, 0), word);
  return (quo_tokens_get (tokens, 0)->kinds & QUO_WORD_JOIN)
         || ((quo_char_is_comma (search->after) || quo_char_is_comma (search->last_inside))
             && quo_language_lists (search->language, QUO_LIST_RELATIVES, word));
}

void
quo_cue_search_after (QuoCueSearch *search)
{
  int price = QUO_CUE_PRICE_OUTSIDE;
  guint32 end;

  if ((is_closed (search) || quo_char_is_stop (search->last_inside))
      && !g_unichar_islower (search->after) && !quo_char_is_comma (search->after)
      && !quo_char_is_dash (search->after))
    {
      search_agency (search);
      return;
    }
  if (quo_char_is_stop (search->after) || is_author_joined (search))
    return;
  if (quo_char_is_comma (search->last_inside)
      || (quo_char_is_comma (search->after) && !is_named_before (search))
      || quo_char_is_dash (search->after) || quo_char_is_dash (search->last_inside)
      || quo_char_is_stop (search->last_inside))
    price += QUO_CUE_PRICE_GOES_ON;
  else
    price += QUO_CUE_PRICE_AFTER_FRAGMENT;
  end = quo_passage_find_sentence_end (search->page, search->language, search->hull.end);
  quo_cue_search_zone (search, QUO_SPAN (search->hull.end, end), FALSE, price);
}

gboolean
quo_cue_search_goes_on (const QuoCueSearch *search)
{
  return quo_char_is_comma (search->last_inside) || quo_char_is_comma (search->after)
         || quo_char_is_dash (search->after) || quo_char_is_dash (search->last_inside)
         || (quo_char_is_stop (search->last_inside) && !is_closed (search)
             && !quo_char_is_stop (search->after));
}
