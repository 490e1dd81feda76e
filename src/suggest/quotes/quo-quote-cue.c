/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-dateline.h"
#include "quo-quote-finder.h"

/* The cue of a quote: the verb of saying (or "according to") that belongs to it. Every one in the
 * sentence, outside of quotes, has a price: its distance from the quote in words, plus what speaks
 * against it, less what speaks for it. The cheapest is the cue. */

#define MAX_SENTENCE 1200 /* code points to each side */

enum
{
  PRICE_WEAK = 5,           /* a verb that often says nothing */
  PRICE_OUTSIDE = 3,        /* before or after, not in the interruption */
  PRICE_AFTER_FRAGMENT = 3, /* after, and nothing says that the quote goes on to it */
  PRICE_COLON = -14,        /* before, and a colon opens the quote */
  PRICE_COMMA = -3,         /* before, and a comma opens it */
  PRICE_FRAGMENT = -3,      /* before, and the quote begins small: said that “it ... */
  PRICE_GOES_ON = -8,       /* after, and the quote ends with a comma, or ? ! – in mid-sentence */
  PRICE_FULL_STOP = 4,      /* after, in a sentence of its own: “...” Novikov noted. */
  PRICE_OF_NEXT = 20,       /* after, but a colon and another quote follow */
  PRICE_MAY_BE_NEXT = 5,    /* after, but another quote follows */
  PRICE_UNLISTED = 2,       /* a word that no list knows, by its place */
  PRICE_MAX = 24,
};

#define MAX_AGENCY_WORDS 10 /* of a sentence that only says who spoke */
#define MAX_AGENCY_START 6  /* words before its verb */
#define MAX_BRIEF 4         /* words before the verb of a question or cry */
#define MAX_JOIN 10         /* code points after a quote in which "and" stands */
#define MAX_OWN_START 7     /* words after a verb in which its own clause has begun */

typedef struct
{
  const QuoPassage *page;
  const QuoLanguage *language;
  const GArray *stretches;
  const QuoSpan *parts;
  guint n_parts;
  QuoSpan hull;
  QuoSpan bounds;                     /* the outer quote: a nested one has its cue in there */
  gunichar first_inside, last_inside; /* characters of the quote, without its marks */
  gunichar before, after;             /* characters beside it, without blanks */
  int best;
  QuoSpan cue;
} Search;

static QuoSpan
get_paragraph_at (const QuoPassage *page, guint32 offset)
{
  if (page->paragraphs->len == 0)
    return QUO_SPAN (page->start, page->end);
  return quo_passage_get_paragraph (page, quo_passage_find_paragraph (page, offset));
}

static guint32
find_sentence_start (const QuoPassage *page, const QuoLanguage *language, guint32 at)
{
  guint32 low = quo_dateline_skip (page, get_paragraph_at (page, at));

  low = MAX (low, at > MAX_SENTENCE ? at - MAX_SENTENCE : 0);
  for (guint32 i = at; i > low; i--)
    if (quo_tokens_end_sentence (page, language, i - 1))
      return i;
  return MIN (low, at);
}

static guint32
find_sentence_end (const QuoPassage *page, const QuoLanguage *language, guint32 at)
{
  guint32 high = get_paragraph_at (page, at > page->start ? at - 1 : at).end;

  high = MIN (high, at + MAX_SENTENCE);
  for (guint32 i = at; i < high; i++)
    if (quo_tokens_end_sentence (page, language, i))
      return i + 1;
  return MAX (high, at);
}

QuoSpan
quo_passage_find_sentence (const QuoPassage *page, const QuoLanguage *language, QuoSpan hull)
{
  return QUO_SPAN (find_sentence_start (page, language, hull.start),
                   find_sentence_end (page, language, hull.end));
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
look_round (Search *search)
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

/* Whether the quote ends its sentence, by a full stop inside its marks. */
static gboolean
is_closed (const Search *search)
{
  return search->last_inside == '.' || search->last_inside == 0x3002;
}

static gboolean
is_inside_part (const Search *search, guint32 offset)
{
  for (guint i = 0; i < search->n_parts; i++)
    if (search->parts[i].start <= offset && offset < search->parts[i].end)
      return TRUE;
  return FALSE;
}

/* "the report", "die Sage": nouns that look like verbs of saying. */
static gboolean
is_noun (const Search *search, const GArray *tokens, guint i)
{
  const QuoToken *token = quo_tokens_get (tokens, i);
  const QuoToken *before = i > 0 ? quo_tokens_get (tokens, i - 1) : NULL;

  if (before != NULL && (before->kinds & QUO_WORD_DETERMINER)
      && before->span.end + 1 >= token->span.start
      && !quo_language_has_capital_nouns (search->language))
    return TRUE;
  if (before != NULL && quo_token_is_possessive (search->page, before))
    return TRUE;
  if (before == NULL || !(token->shape & QUO_SHAPE_CAPITAL))
    return FALSE;
  return !quo_char_is_stop (look_back (search->page, token->span.start))
         && !is_inside_part (search, before->span.start);
}

/* Whether a closing mark stands just before the word, over a comma and a blank. */
static gboolean
follows_quote (const Search *search, guint32 start)
{
  for (guint32 i = start; i > search->page->start && i + 4 > start; i--)
    if (quo_char_is_quote_mark (quo_passage_get (search->page, i - 1)))
      return TRUE;
  return FALSE;
}

static gboolean
is_cue_word (const Search *search, const GArray *tokens, guint i)
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
  return (token->kinds & QUO_WORD_ANY_SAYING) && !is_noun (search, tokens, i);
}

/* What it costs that another quote follows in the sentence of a verb that stands after this one. */
static int
get_price_of_next (const Search *search, guint32 from, guint32 end)
{
  for (guint32 i = from; i < end; i++)
    if (quo_stretches_cover (search->stretches, i, search->parts, search->n_parts))
      return look_back (search->page, i) == ':' ? PRICE_OF_NEXT : PRICE_MAY_BE_NEXT;
  return look_back (search->page, end) == ':' ? PRICE_OF_NEXT : 0;
}

/* What stands in the innermost quote round this one, without its marks; all, if it is not nested.
 */
static QuoSpan
find_bounds (const Search *search)
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

static void
offer (Search *search, const QuoToken *token, const GArray *tokens, guint i, int price)
{
  if (token->kinds & (QUO_WORD_SAYING_WEAK | QUO_WORD_NAMING))
    price += PRICE_WEAK;
  if (price > PRICE_MAX || price >= search->best)
    return;
  search->best = price;
  search->cue
      = QUO_SPAN (token->span.start,
                  quo_tokens_get (tokens, MIN (tokens->len, i + token->n_words) - 1)->span.end);
}

/* Looks at the verbs in @zone, which counts its words from the end that touches the quote. */
static void
search_zone (Search *search, QuoSpan zone, gboolean is_before, int price)
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
          if (!is_before && zone.end > search->hull.end)
            extra = get_price_of_next (search, token->span.end, zone.end);
          offer (search, token, tokens, i, price + distance + extra);
        }
      distance++;
    }
}

static void
search_interruptions (Search *search)
{
  for (guint i = 0; i + 1 < search->n_parts; i++)
    {
      QuoSpan gap = QUO_SPAN (search->parts[i].end, search->parts[i + 1].start);

      if (get_paragraph_at (search->page, gap.start - 1).end >= gap.end)
        search_zone (search, gap, FALSE, 0);
    }
}

static void
search_before (Search *search)
{
  const QuoPassage *page = search->page;
  guint32 start = search->hull.start;
  QuoSpan paragraph = get_paragraph_at (page, start);
  int price = PRICE_OUTSIDE;

  if (search->before == ':' || search->before == 0xff1a)
    price += PRICE_COLON;
  else if (quo_char_is_comma (search->before))
    price += PRICE_COMMA;
  if (g_unichar_islower (search->first_inside))
    price += PRICE_FRAGMENT;
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
  search_zone (search,
               QUO_SPAN (find_sentence_start (page, search->language, start), search->hull.start),
               TRUE, price);
}

/* Whether nothing but blanks stands between the two words. */
static gboolean
is_joined (const Search *search, const QuoToken *one, const QuoToken *next)
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
tells_own_clause (const Search *search, const GArray *tokens, guint verb)
{
  for (guint i = verb + 1; i < tokens->len && i <= verb + MAX_OWN_START; i++)
    {
      const QuoToken *token = quo_tokens_get (tokens, i);
      char word[QUO_FOLD_SIZE];

      quo_token_fold (search->page, token, word);
      if (quo_language_is_relative (search->language, word) || (token->kinds & QUO_WORD_AS)
          || !is_joined (search, quo_tokens_get (tokens, i - 1), token))
        return FALSE;
      if (token->kinds & QUO_WORD_FINITE)
        return i > verb + 1;
    }
  return FALSE;
}

/* A sentence of a few words that follows a quote with a full stop: “...” Novikov noted. */
static void
search_agency (Search *search)
{
  QuoSpan paragraph = get_paragraph_at (search->page, search->hull.end - 1);
  guint32 start = search->hull.end, end;
  g_autoptr (GArray) tokens = NULL;

  if (start >= MIN (paragraph.end, search->bounds.end))
    return;
  end = find_sentence_end (search->page, search->language, start);
  tokens = quo_tokens_list (search->page, search->language, QUO_SPAN (start, end));
  for (guint i = 0; i < tokens->len && i <= MAX_AGENCY_START; i++)
    {
      const QuoToken *token = quo_tokens_get (tokens, i);
      gboolean is_brief = !is_closed (search) && i < MAX_BRIEF; /* “Why?” John asked. */
      int price = (is_brief ? PRICE_GOES_ON + PRICE_OUTSIDE : PRICE_FULL_STOP) + (int)i;

      if (!(token->kinds & QUO_WORD_SAYING) || is_noun (search, tokens, i))
        continue;
      if (quo_stretches_cover (search->stretches, token->span.start, NULL, 0))
        break;
      if (tokens->len > MAX_AGENCY_WORDS && !is_brief)
        price += PRICE_MAY_BE_NEXT + (int)(tokens->len - MAX_AGENCY_WORDS);
      if (is_brief ? tells_own_clause (search, tokens, i) : tells_clause (tokens, i))
        break;
      price += get_price_of_next (search, token->span.end, end);
      offer (search, token, tokens, i, price);
      break;
    }
}

/* called it “a farce” and demanded; called it “a farce”, while X insisted: the author goes on with
 * another verb. */
static gboolean
is_author_joined (const Search *search)
{
  g_autoptr (GArray) tokens = NULL;
  char word[QUO_FOLD_SIZE];

  if (quo_char_is_comma (search->last_inside)
      || (!g_unichar_isalpha (search->after) && !quo_char_is_comma (search->after))
      || g_unichar_isupper (search->first_inside))
    return FALSE;
  tokens = quo_tokens_list (search->page, search->language,
                            QUO_SPAN (search->hull.end, search->hull.end + MAX_JOIN));
  if (tokens->len == 0)
    return FALSE;
  quo_token_fold (search->page, quo_tokens_get (tokens, 0), word);
  return (quo_tokens_get (tokens, 0)->kinds & QUO_WORD_JOIN)
         || (quo_char_is_comma (search->after)
             && quo_language_is_relative (search->language, word));
}

/* označil jej za „obra“, jiný ...: small words that a verb before them names, so that the comma
 * behind them begins something else. */
static gboolean
is_named_before (const Search *search)
{
  guint32 start = find_sentence_start (search->page, search->language, search->hull.start);
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

static void
search_after (Search *search)
{
  int price = PRICE_OUTSIDE;
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
    price += PRICE_GOES_ON;
  else
    price += PRICE_AFTER_FRAGMENT;
  end = find_sentence_end (search->page, search->language, search->hull.end);
  search_zone (search, QUO_SPAN (search->hull.end, end), FALSE, price);
}

/* Whether the author's words that follow go on with the sentence of the quote. */
static gboolean
goes_on_after (const Search *search)
{
  return quo_char_is_comma (search->last_inside) || quo_char_is_comma (search->after)
         || quo_char_is_dash (search->after) || quo_char_is_dash (search->last_inside)
         || (quo_char_is_stop (search->last_inside) && !is_closed (search)
             && !quo_char_is_stop (search->after));
}

/* A verb of saying that a list knows has been judged by what it is. */
static gboolean
is_listed_verb (const Search *search, QuoSpan verb)
{
  g_autoptr (GArray) tokens = quo_tokens_list (search->page, search->language, verb);

  return tokens->len > 0 && (quo_tokens_get (tokens, 0)->kinds & QUO_WORD_SAYING);
}

/* A verb that no list knows, where nothing better is found. */
static void
search_unlisted (Search *search)
{
  for (guint i = 0; i < search->n_parts; i++)
    {
      guint32 start = search->parts[i].end;
      guint32 end = i + 1 < search->n_parts
                        ? search->parts[i + 1].start
                        : MIN (search->bounds.end,
                               find_sentence_end (search->page, search->language, start));
      QuoSpan found;

      if (start >= get_paragraph_at (search->page, start - 1).end || end <= start
          || (i + 1 == search->n_parts && !goes_on_after (search)))
        continue;
      found = quo_quote_find_cue_by_place (search->page, search->language, QUO_SPAN (start, end));
      if (quo_span_is_empty (found) || is_listed_verb (search, found)
          || quo_stretches_cover (search->stretches, found.start, search->parts, search->n_parts))
        continue;
      search->cue = found;
      search->best = PRICE_UNLISTED;
      return;
    }
}

QuoSpan
quo_stretches_find_cue (const GArray *stretches, const QuoPassage *page,
                        const QuoLanguage *language, const QuoSpan *parts, guint n_parts)
{
  Search search = { .page = page,
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
      search_after (&search);
      search_before (&search);
    }
  if (search.best > PRICE_UNLISTED)
    search_unlisted (&search);
  return search.cue;
}
