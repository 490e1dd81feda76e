/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-addressee.h"

#include "quo-tokens.h"

/* Reads no further than the clause of the verb of saying goes, and never a part of the quote. */

#define MAX_CLAUSE 120 /* code points looked at beside the cue */
#define MAX_PHRASE 4   /* words of "the old town council" */
#define MAX_PAPER 40   /* code points of its name */
#define MAX_FIRST 8    /* words between the verb and whom it is said to */

typedef struct
{
  const QuoSuggesting *run;
  const GArray *mentions;
  GArray *tokens; /* of the clause behind the cue, or before it */
  guint32 end;    /* where the clause ends */
} Search;

/* --- The clause --- */

static gboolean
begins_mention (const GArray *mentions, guint32 offset)
{
  guint i = quo_mentions_find_first (mentions, offset);

  return i < mentions->len && quo_mentions_get (mentions, i)->span.start == offset;
}

/* Whether the clause goes on across the character at @offset. The marks round the name of a paper
 * do not part it: sagte der „Zeitung“. */
static gboolean
goes_on (const Search *search, guint32 offset)
{
  const QuoPassage *page = search->run->page;
  gunichar c = quo_passage_get (page, offset);

  if (quo_char_is_word (c) || quo_char_is_apostrophe (c) || quo_char_is_hyphen (c))
    return TRUE;
  if (c == '.')
    return !quo_tokens_end_sentence (page, search->run->language, offset);
  if (quo_char_is_quote_mark (c))
    return begins_mention (search->mentions, offset + 1);
  return g_unichar_isspace (c) && c != '\n';
}

/* To where the clause behind the cue goes. */
static guint32
find_end (const Search *search, const QuoQuoteCandidate *quote)
{
  guint32 end = MIN (search->run->page->end, quote->cue.end + MAX_CLAUSE);
  guint32 i = quote->cue.end;

  for (guint k = 0; k < quote->n_parts; k++)
    if (quote->parts[k].start >= quote->cue.end)
      end = MIN (end, quote->parts[k].start);
  while (i < end && goes_on (search, i))
    i++;
  return i;
}

/* --- Phrases --- */

static gboolean
lists (const Search *search, QuoWordList list, gint i)
{
  return quo_token_is_listed (search->run->page, quo_tokens_get (search->tokens, i),
                              search->run->language, list);
}

/* Whether a noun may end before token @i, because no noun or verb follows. */
static gboolean
may_end_before (const Search *search, guint i)
{
  return i >= search->tokens->len
         || (quo_tokens_get (search->tokens, i)->kinds
             & (QUO_WORD_STOPWORD | QUO_WORD_OBLIQUE | QUO_WORD_OPENER | QUO_WORD_CALENDAR));
}

/* The name of somebody, with @i as its first token; -1: there is none, or it is only the first
 * part of a longer name: the Labour leader. */
static gint
find_name (const Search *search, gint i)
{
  guint32 start = quo_tokens_get (search->tokens, i)->span.start;
  guint k = quo_mentions_find_first (search->mentions, start);
  const QuoMention *mention
      = k < search->mentions->len ? quo_mentions_get (search->mentions, k) : NULL;
  gint last;

  if (mention == NULL || mention->ref == 0 || mention->is_pronoun || mention->span.start != start
      || mention->span.end > search->end
      || (mention->kind != QUO_MENTION_PERSON && mention->kind != QUO_MENTION_ORGANIZATION))
    return -1;
  last = quo_tokens_find (search->tokens, mention->span.end - 1);
  if (last < 0 || quo_tokens_get (search->tokens, last)->span.end != mention->span.end)
    return -1;
  return mention->kind == QUO_MENTION_PERSON || may_end_before (search, last + 1)
                 || lists (search, QUO_LIST_TOLD_PAPERS, i)
             ? (gint)k
             : -1;
}

/* The name that begins at token @i or behind its article and titles. */
static gboolean
take_name (const Search *search, gint i, QuoAddressee *addressee)
{
  for (gint k = i; k < (gint)search->tokens->len && k <= i + MAX_PHRASE; k++)
    {
      gint mention = find_name (search, k);

      if (mention >= 0)
        {
          *addressee
              = (QuoAddressee){ quo_mentions_get (search->mentions, mention)->span, mention };
          return TRUE;
        }
      if ((k > i && (quo_tokens_get (search->tokens, k)->kinds & QUO_WORD_OBLIQUE))
          || (!(quo_tokens_get (search->tokens, k)->kinds
                & (QUO_WORD_DETERMINER | QUO_WORD_TITLE | QUO_WORD_REST))
              && !lists (search, QUO_LIST_OWNERS, k)))
        return FALSE;
    }
  return FALSE;
}

static gboolean
is_noun (const Search *search, gint i)
{
  const QuoToken *token = quo_tokens_get (search->tokens, i);

  return !(token->kinds
           & (QUO_WORD_STOPWORD | QUO_WORD_PRONOUN | QUO_WORD_FINITE | QUO_WORD_OPENER
              | QUO_WORD_OBLIQUE | QUO_WORD_ANY_SAYING | QUO_WORD_CALENDAR | QUO_WORD_JOIN))
         && !(token->shape & QUO_SHAPE_NUMBER);
}

/* "the old town council", "reporters": a noun with its article, or one that is listed. */
static gboolean
take_noun (const Search *search, gint first, QuoAddressee *addressee)
{
  gint n = search->tokens->len, i = first;
  gboolean has_article = (quo_tokens_get (search->tokens, first)->kinds & QUO_WORD_DETERMINER)
                         || lists (search, QUO_LIST_OWNERS, first);

  if (!has_article && !lists (search, QUO_LIST_HEARERS, first))
    return FALSE;
  for (i += has_article; i < n && i <= first + MAX_PHRASE && is_noun (search, i);)
    i++;
  if (i == first + has_article || !may_end_before (search, i))
    return FALSE;
  *addressee = (QuoAddressee){ .span = QUO_SPAN (quo_tokens_get (search->tokens, first)->span.start,
                                                 quo_tokens_get (search->tokens, i - 1)->span.end),
                               .mention = -1 };
  return TRUE;
}

/* Whether an article at token @i can be in the case of whom it is said to, because who says it
 * stands before it, or nothing: sagte er (gestern) der Zeitung, but not sagte ein Sprecher der
 * Bahn.
 */
static gboolean
is_in_case (const Search *search, gint i)
{
  const QuoToken *before = i > 0 ? quo_tokens_get (search->tokens, i - 1) : NULL;
  const QuoMention *mention;
  guint k;

  if (!lists (search, QUO_LIST_HEARD_CASES, i))
    return FALSE;
  if (before == NULL || (before->kinds & QUO_WORD_PRONOUN))
    return TRUE;
  if (before->kinds & (QUO_WORD_STOPWORD | QUO_WORD_CALENDAR))
    return !(before->kinds & (QUO_WORD_OBLIQUE | QUO_WORD_DETERMINER));
  k = quo_mentions_find_first (search->mentions, before->span.end - 1);
  mention = k < search->mentions->len ? quo_mentions_get (search->mentions, k) : NULL;
  return mention != NULL && mention->span.end == before->span.end
         && mention->kind == QUO_MENTION_PERSON;
}

/* Whether token @i stands before whom it is said to. "said a spokesman of (to)" is no such place.
 */
static gboolean
is_before_hearer (const Search *search, gint i)
{
  return is_in_case (search, i)
         || (lists (search, QUO_LIST_HEARD_BY, i)
             && (i == 0 || !(quo_tokens_get (search->tokens, i - 1)->kinds & QUO_WORD_OBLIQUE)));
}

/* A noun that is listed, behind a preposition or alone in its case (журналистам). One with an
 * article is the subject. */
static gboolean
take_hearer (const Search *search, gint i, gboolean is_behind, QuoAddressee *addressee)
{
  gint n = search->tokens->len;
  gint k = i;

  while (is_behind && k + 1 < n
         && (quo_tokens_get (search->tokens, k)->kinds & QUO_WORD_DETERMINER))
    k++;
  if (!(is_behind && lists (search, QUO_LIST_HEARD_PAPERS, k))
      && (!lists (search, QUO_LIST_HEARERS, k)
          || (!is_behind && k > 0
              && (quo_tokens_get (search->tokens, k - 1)->kinds & QUO_WORD_DETERMINER))))
    return FALSE;
  *addressee = (QuoAddressee){ .span = quo_tokens_get (search->tokens, k)->span, .mention = -1 };
  return TRUE;
}

/* A name in marks, right behind the last word of the clause. */
static gboolean
take_paper (const Search *search, QuoAddressee *addressee)
{
  const QuoPassage *page = search->run->page;
  guint32 start = search->end, end;

  if (start >= page->end || !quo_char_is_quote_mark (quo_passage_get (page, start)))
    return FALSE;
  start++;
  for (end = start; end < page->end && end < start + MAX_PAPER; end++)
    if (!quo_char_is_word (quo_passage_get (page, end)) && quo_passage_get (page, end) != ' '
        && !quo_char_is_hyphen (quo_passage_get (page, end)))
      break;
  if (end == start || end == page->end || !quo_char_is_quote_mark (quo_passage_get (page, end)))
    return FALSE;
  for (guint32 i = start; i < end; i++)
    if ((i == start || quo_passage_get (page, i - 1) == ' ')
        && !g_unichar_isupper (quo_passage_get (page, i)))
      return FALSE;
  *addressee = (QuoAddressee){ .span = QUO_SPAN (start, end), .mention = -1, .is_paper = TRUE };
  return TRUE;
}

/* --- Beside the verb --- */

static gboolean
find_behind_verb (const Search *search, QuoSpan cue, QuoAddressee *addressee)
{
  const QuoLanguage *language = search->run->language;
  char word[QUO_FOLD_SIZE];

  quo_passage_fold (search->run->page, cue, word);
  if (!quo_language_has_list (language, QUO_LIST_ADDRESSING)
      || !quo_language_is_addressing (language, word))
    return FALSE;
  return take_name (search, 0, addressee)
         || (quo_language_lists (language, QUO_LIST_TOLD, word)
             && take_noun (search, 0, addressee));
}

/* Whom a word @i stands before: said to reporters, řekl deníku Sever, sagte der „Zeitung“. */
static gboolean
take_behind (const Search *search, gint i, QuoAddressee *addressee)
{
  if (!is_before_hearer (search, i)
      && (!lists (search, QUO_LIST_TOLD_PAPERS, i)
          || (quo_tokens_get (search->tokens, i)->shape & QUO_SHAPE_CAPITAL)))
    return FALSE;
  if (i + 1 == (gint)search->tokens->len)
    return take_paper (search, addressee);
  return take_name (search, i + 1, addressee) || take_hearer (search, i + 1, TRUE, addressee);
}

/* "..., said Okafor to reporters", «...», сказала Кравцова журналистам, „...“, řekl Právu. */
static gboolean
find_in_clause (const Search *search, QuoAddressee *addressee)
{
  for (gint i = 0; i < MIN ((gint)search->tokens->len, MAX_FIRST); i++)
    if ((lists (search, QUO_LIST_TOLD_PAPERS, i) && take_name (search, i, addressee))
        || take_behind (search, i, addressee) || take_hearer (search, i, FALSE, addressee))
      return TRUE;
  return FALSE;
}

/* 李明对记者说: where words are not parted by blanks, between the preposition and the verb. */
static gboolean
find_before_verb (Search *search, QuoSpan cue, QuoAddressee *addressee)
{
  const QuoPassage *page = search->run->page;
  guint32 start = cue.start;
  gboolean is_found = FALSE;

  if (cue.start == page->start || !quo_char_is_unspaced (quo_passage_get (page, cue.start)))
    return FALSE;
  while (start > page->start && cue.start - start < MAX_CLAUSE
         && quo_char_is_word (quo_passage_get (page, start - 1)))
    start--;
  search->end = cue.start;
  g_clear_pointer (&search->tokens, g_array_unref);
  search->tokens = quo_tokens_list (page, search->run->language, QUO_SPAN (start, cue.start));
  for (gint i = (gint)search->tokens->len - 2; i >= 0 && !is_found; i--)
    if (lists (search, QUO_LIST_HEARD_BY, i))
      is_found
          = take_name (search, i + 1, addressee) || take_hearer (search, i + 1, TRUE, addressee);
  return is_found;
}

/* Not one that accuses somebody (warf der Partei vor), or hands on what another one says. */
static gboolean
has_own_verb (const QuoSuggesting *run, const QuoQuoteCandidate *quote)
{
  char word[QUO_FOLD_SIZE];

  quo_passage_fold (run->page, quote->cue, word);
  return !quo_span_is_empty (quote->cue)
         && (quote->model == QUO_MODEL_MARKS || quote->pattern == QUO_CLAUSE_AFTER
             || quote->pattern == QUO_CLAUSE_BEFORE || quote->pattern == QUO_CLAUSE_ROUND)
         && !quo_language_lists (run->language, QUO_LIST_ACCUSING, word)
         && !quo_language_lists (run->language, QUO_LIST_RELAYING, word);
}

gboolean
quo_addressee_find (const QuoSuggesting *run, const GArray *mentions,
                    const QuoQuoteCandidate *quote, QuoAddressee *ret_addressee)
{
  Search search = { .run = run, .mentions = mentions };
  gboolean is_found;

  if (!has_own_verb (run, quote))
    return FALSE;
  search.end = find_end (&search, quote);
  search.tokens = quo_tokens_list (run->page, run->language, QUO_SPAN (quote->cue.end, search.end));
  is_found = search.tokens->len > 0
             && (find_behind_verb (&search, quote->cue, ret_addressee)
                 || find_in_clause (&search, ret_addressee));
  is_found = is_found || find_before_verb (&search, quote->cue, ret_addressee);
  g_array_unref (search.tokens);
  return is_found;
}
