/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-dateline.h"
#include "quo-quote-cue-search.h"

/* The cue of a quote: the verb of saying (or "according to") that belongs to it. Every one in the
 * sentence, outside of quotes, has a price: its distance from the quote in words, plus what speaks
 * against it, less what speaks for it. The cheapest is the cue. */

#define MAX_SENTENCE 1200 /* code points to each side */

QuoSpan
quo_cue_get_paragraph (const QuoPassage *page, guint32 offset)
{
  if (page->paragraphs->len == 0)
    return QUO_SPAN (page->start, page->end);
  return quo_passage_get_paragraph (page, quo_passage_find_paragraph (page, offset));
}

guint32
quo_passage_find_sentence_start (const QuoPassage *page, const QuoLanguage *language, guint32 at)
{
  guint32 low = quo_dateline_skip (page, quo_cue_get_paragraph (page, at));

  low = MAX (low, at > MAX_SENTENCE ? at - MAX_SENTENCE : 0);
  for (guint32 i = at; i > low; i--)
    if (quo_tokens_end_sentence (page, language, i - 1))
      return i;
  return MIN (low, at);
}

guint32
quo_passage_find_sentence_end (const QuoPassage *page, const QuoLanguage *language, guint32 at)
{
  guint32 high = quo_cue_get_paragraph (page, at > page->start ? at - 1 : at).end;

  high = MIN (high, at + MAX_SENTENCE);
  for (guint32 i = at; i < high; i++)
    if (quo_tokens_end_sentence (page, language, i))
      return i + 1;
  return MAX (high, at);
}

QuoSpan
quo_passage_find_sentence (const QuoPassage *page, const QuoLanguage *language, QuoSpan hull)
{
  return QUO_SPAN (quo_passage_find_sentence_start (page, language, hull.start),
                   quo_passage_find_sentence_end (page, language, hull.end));
}

static gunichar
look_back (const QuoPassage *page, guint32 i)
{
  while (i > page->start && g_unichar_isspace (quo_passage_get (page, i - 1)))
    i--;
  return i > page->start ? quo_passage_get (page, i - 1) : 0;
}

static gunichar
look_on (const QuoPassage *page, guint32 i)
{
  while (g_unichar_isspace (quo_passage_get (page, i)))
    i++;
  return quo_passage_get (page, i);
}

static gboolean
is_mark (gunichar c)
{
  return quo_char_is_quote_mark (c) || quo_char_is_apostrophe (c) || g_unichar_isspace (c);
}

static void
look_round (QuoCueSearch *search)
{
  const QuoPassage *page = search->page;
  QuoSpan first = search->parts[0], last = search->parts[search->n_parts - 1];

  while (first.start < first.end && is_mark (quo_passage_get (page, first.start)))
    first.start++;
  while (last.end > last.start && is_mark (quo_passage_get (page, last.end - 1)))
    last.end--;
  search->first_inside = quo_passage_get (page, first.start);
  search->last_inside = quo_passage_get (page, last.end - 1);
  search->before = look_back (page, search->hull.start);
  search->after = look_on (page, search->hull.end);
}

static gboolean
is_inside_part (const QuoCueSearch *search, guint32 offset)
{
  for (guint i = 0; i < search->n_parts; i++)
    if (search->parts[i].start <= offset && offset < search->parts[i].end)
      return TRUE;
  return FALSE;
}

gboolean
quo_cue_search_is_noun (const QuoCueSearch *search, const GArray *tokens, guint i)
{
  const QuoToken *token = quo_tokens_get (tokens, i);
  const QuoToken *before = i > 0 ? quo_tokens_get (tokens, i - 1) : NULL;

  if (before != NULL && (before->kinds & QUO_WORD_DETERMINER)
      && before->span.end + 1 >= token->span.start
      && !quo_language_has_capital_nouns (search->language))
    return TRUE;
  if (before != NULL
      && (quo_token_is_possessive (search->page, before)
          /* عدم ذكر اسمه */
          || (quo_language_has_subject_after (search->language)
              && (before->kinds & QUO_WORD_OBLIQUE))))
    return TRUE;
  if (before == NULL || !(token->shape & QUO_SHAPE_CAPITAL))
    return FALSE;
  return !quo_char_is_stop (look_back (search->page, token->span.start))
         && !is_inside_part (search, before->span.start);
}

/* Whether a closing mark stands just before the word, over a comma and a blank. */
static gboolean
follows_quote (const QuoCueSearch *search, guint32 start)
{
  for (guint32 i = start; i > search->page->start && i + 4 > start; i--)
    if (quo_char_is_quote_mark (quo_passage_get (search->page, i - 1)))
      return TRUE;
  return FALSE;
}

static gboolean
is_cue_word (const QuoCueSearch *search, const GArray *tokens, guint i)
{
  const QuoToken *token = quo_tokens_get (tokens, i);

  if (token->kinds & QUO_WORD_SOURCE_STRICT)
    {
      /* “...”, so Wieland */
      gunichar before = look_back (search->page, token->span.start);
      const QuoToken *next = i + 1 < tokens->len ? quo_tokens_get (tokens, i + 1) : NULL;

      return (quo_char_is_comma (before) || quo_char_is_quote_mark (before))
             && follows_quote (search, token->span.start) && next != NULL
             && ((next->shape & QUO_SHAPE_CAPITAL) || (next->kinds & QUO_WORD_STOPWORD));
    }
  if (token->kinds & (QUO_WORD_SOURCE | QUO_WORD_SOURCE_AFTER))
    return TRUE;
  return (token->kinds & QUO_WORD_ANY_SAYING) && !quo_cue_search_is_noun (search, tokens, i);
}

int
quo_cue_search_price_next (const QuoCueSearch *search, guint32 from, guint32 end)
{
  for (guint32 i = from; i < end; i++)
    if (quo_stretches_cover (search->stretches, i, search->parts, search->n_parts))
      return look_back (search->page, i) == ':' ? QUO_CUE_PRICE_OF_NEXT : QUO_CUE_PRICE_MAY_BE_NEXT;
  return look_back (search->page, end) == ':' ? QUO_CUE_PRICE_OF_NEXT : 0;
}

/* «...»، مؤكدا أن: where the subject stands behind its verb, whether the one at @i tells a clause
 * of its own. */
static gboolean
tells_clause (const QuoCueSearch *search, const GArray *tokens, guint i)
{
  guint next = i + quo_tokens_get (tokens, i)->n_words;

  if (!quo_language_has_subject_after (search->language))
    return FALSE;
  if (next < tokens->len && (quo_tokens_get (tokens, next)->kinds & QUO_WORD_OBLIQUE))
    next++;
  return next < tokens->len && (quo_tokens_get (tokens, next)->kinds & QUO_WORD_OPENER);
}

/* What stands in the innermost quote round this one, without its marks; all, if it is not nested.
 */
static QuoSpan
find_bounds (const QuoCueSearch *search)
{
  for (gint i = quo_stretches_find_last (search->stretches, search->hull.start); i >= 0;
       i = quo_stretches_get (search->stretches, i)->parent)
    {
      QuoSpan span = quo_stretches_get (search->stretches, i)->span;

      if (span.end > search->hull.end)
        return QUO_SPAN (span.start + 1, span.end - 1);
    }
  return QUO_SPAN (0, G_MAXUINT32);
}

void
quo_cue_search_offer (QuoCueSearch *search, const QuoToken *token, const GArray *tokens, guint i,
                      int price)
{
  if (token->kinds & (QUO_WORD_SAYING_WEAK | QUO_WORD_NAMING))
    price += QUO_CUE_PRICE_WEAK;
  if (price > QUO_CUE_PRICE_MAX || price >= search->best)
    return;
  search->best = price;
  search->cue
      = QUO_SPAN (token->span.start,
                  quo_tokens_get (tokens, MIN (tokens->len, i + token->n_words) - 1)->span.end);
}

void
quo_cue_search_zone (QuoCueSearch *search, QuoSpan zone, gboolean is_before, int price)
{
  g_autoptr (GArray) tokens = NULL;
  int distance = 0;

  zone.start = MAX (zone.start, search->bounds.start);
  zone.end = MAX (zone.start, MIN (zone.end, search->bounds.end));
  tokens = quo_tokens_list (search->page, search->language, zone);

  for (guint n = 0; n < tokens->len; n++)
    {
      guint i = is_before ? tokens->len - 1 - n : n;
      const QuoToken *token = quo_tokens_get (tokens, i);
      int extra = 0;

      if (quo_stretches_cover (search->stretches, token->span.start, search->parts,
                               search->n_parts))
        continue;
      if (is_cue_word (search, tokens, i)
          || (is_before && (token->kinds & QUO_WORD_NAMING)
              && g_unichar_islower (search->first_inside)))
        {
          if (!is_before && tells_clause (search, tokens, i))
            extra = QUO_CUE_PRICE_OF_NEXT;
          else if (!is_before && zone.end > search->hull.end)
            extra = quo_cue_search_price_next (search, token->span.end, zone.end);
          quo_cue_search_offer (search, token, tokens, i, price + distance + extra);
        }
      distance++;
    }
}

static void
search_interruptions (QuoCueSearch *search)
{
  for (guint i = 0; i + 1 < search->n_parts; i++)
    {
      QuoSpan gap = QUO_SPAN (search->parts[i].end, search->parts[i + 1].start);

      if (quo_cue_get_paragraph (search->page, gap.start - 1).end >= gap.end)
        quo_cue_search_zone (search, gap, FALSE, 0);
    }
}

static void
search_before (QuoCueSearch *search)
{
  const QuoPassage *page = search->page;
  guint32 start = search->hull.start;
  QuoSpan paragraph = quo_cue_get_paragraph (page, start);
  int price = QUO_CUE_PRICE_OUTSIDE;

  if (search->before == ':' || search->before == 0xff1a)
    price += QUO_CUE_PRICE_COLON;
  else if (quo_char_is_comma (search->before))
    price += QUO_CUE_PRICE_COMMA;
  if (g_unichar_islower (search->first_inside)
      /* screamed “Help!” before the line went dead */
      || (quo_char_is_stop (search->last_inside) && search->last_inside != '.'
          && g_unichar_islower (search->after)))
    price += QUO_CUE_PRICE_FRAGMENT;
  if (paragraph.start == start)
    {
      /* The line before may introduce it: "He wrote:" */
      if (search->before != ':' && !quo_char_is_comma (search->before))
        return;
      while (start > page->start && g_unichar_isspace (quo_passage_get (page, start - 1)))
        start--;
      if (start == page->start)
        return;
    }
  quo_cue_search_zone (search,
                       QUO_SPAN (quo_passage_find_sentence_start (page, search->language, start),
                                 search->hull.start),
                       TRUE, price);
}

/* A verb of saying that a list knows has been judged by what it is. */
static gboolean
is_listed_verb (const QuoCueSearch *search, QuoSpan verb)
{
  g_autoptr (GArray) tokens = quo_tokens_list (search->page, search->language, verb);

  return tokens->len > 0 && (quo_tokens_get (tokens, 0)->kinds & QUO_WORD_SAYING);
}

/* A verb that no list knows, where nothing better is found. */
static void
search_unlisted (QuoCueSearch *search)
{
  for (guint i = 0; i < search->n_parts; i++)
    {
      guint32 start = search->parts[i].end;
      guint32 end
          = i + 1 < search->n_parts
                ? search->parts[i + 1].start
                : MIN (search->bounds.end,
                       quo_passage_find_sentence_end (search->page, search->language, start));
      QuoSpan found;

      if (start >= quo_cue_get_paragraph (search->page, start - 1).end || end <= start
          || (i + 1 == search->n_parts && !quo_cue_search_goes_on (search)))
        continue;
      found = quo_quote_find_cue_by_place (search->page, search->language, QUO_SPAN (start, end));
      if (quo_span_is_empty (found) || is_listed_verb (search, found)
          || quo_stretches_cover (search->stretches, found.start, search->parts, search->n_parts))
        continue;
      search->cue = found;
      search->best = QUO_CUE_PRICE_UNLISTED;
      return;
    }
}

QuoSpan
quo_stretches_find_cue (const GArray *stretches, const QuoPassage *page,
                        const QuoLanguage *language, const QuoSpan *parts, guint n_parts)
{
  QuoCueSearch search = { .page = page,
                          .language = language,
                          .stretches = stretches,
                          .parts = parts,
                          .n_parts = n_parts,
                          .hull = { parts[0].start, parts[n_parts - 1].end },
                          .best = G_MAXINT };

  search.bounds = find_bounds (&search);
  look_round (&search);
  search_interruptions (&search);
  if (quo_span_is_empty (search.cue))
    {
      quo_cue_search_after (&search);
      search_before (&search);
    }
  if (search.best > QUO_CUE_PRICE_UNLISTED)
    search_unlisted (&search);
  return search.cue;
}
