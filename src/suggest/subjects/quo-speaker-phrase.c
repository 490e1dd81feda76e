/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-phrase.h"

#include "quo-speaker-case.h"

/* Nouns beside a verb of saying that are no names: with an article, with none, or counted. */

#define MAX_PHRASE 5  /* words of “the young officer” */
#define MAX_BETWEEN 2 /* words such as "further" between subject and verb */
#define MIN_OWNED 5   /* letters of a noun with whose it is */
#define MAX_LINKS 3   /* small words before a subject: при этом */

/* "the report", "a statement": a noun, though verbs of saying are written so. */
static gboolean
follows_article (const QuoSpeakerContext *context, gint i)
{
  return i > 0 && (quo_tokens_get (context->tokens, i - 1)->kinds & QUO_WORD_DETERMINER);
}

static gboolean
is_listed (const QuoSpeakerContext *context, const QuoToken *token, QuoWordList list)
{
  return quo_token_is_listed (context->page, token, context->language, list);
}

/* "The senator, a farmer": whether the phrase that is read on ends before token @i. */
static gboolean
has_ended (const QuoSpeakerContext *context, gint first, gint i)
{
  return first >= 0 && i > first
         && quo_speaker_context_has_border (context,
                                            quo_tokens_get (context->tokens, i - 1)->span.end,
                                            quo_tokens_get (context->tokens, i)->span.start);
}

/* "The spokesman touted": a verb in the past behind the noun, where one is told by its ending. */
static gboolean
is_deed (const QuoSpeakerContext *context, const QuoToken *token)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (context->page, token, word);

  return !(token->shape & QUO_SHAPE_CAPITAL) && quo_language_is_past (context->language, word, len);
}

/* "the other", "the two": a word that counts for a noun. */
static gboolean
is_other (const QuoSpeakerContext *context, gint i)
{
  return follows_article (context, i)
         && is_listed (context, quo_tokens_get (context->tokens, i), QUO_LIST_COUNTS);
}

/* "the young officer" beside the cue: from its article to the verb, or to the next small word. */
QuoSpan
quo_speaker_find_noun_phrase (const QuoSpeakerContext *context, gint cue, gint step, gint n)
{
  gint first = -1, last = -1;

  for (gint k = 1; k <= MIN (n, MAX_PHRASE); k++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, cue + k * step);
      gboolean is_small
          = ((token->kinds & QUO_WORD_STOPWORD) && !(token->kinds & QUO_WORD_NOUN))
            || (token->kinds & QUO_WORD_CALENDAR)
            || ((token->kinds & QUO_WORD_ANY_SAYING) && !follows_article (context, cue + k * step));

      if (step > 0
          && (has_ended (context, first, cue + k) || (last >= 0 && is_deed (context, token))))
        break;
      if ((token->kinds & QUO_WORD_DETERMINER) && !(token->kinds & QUO_WORD_OBLIQUE))
        {
          if (first < 0)
            first = cue + k * step;
          if (step < 0)
            break;
        }
      else if (step > 0 && (first < 0 || (is_small && !is_other (context, cue + k * step))))
        break;
      else if (last >= 0 && is_small && is_listed (context, token, QUO_LIST_COUNTS)
               && !follows_article (context, cue + k * step))
        {
          first = cue + k * step; /* one forecaster */
          break;
        }
      else if ((!is_small || is_other (context, cue + k * step)) && (last < 0 || step > 0))
        last = cue + k * step;
    }
  if (first < 0 || last < first)
    return QUO_SPAN (0, 0);
  return QUO_SPAN (quo_tokens_get (context->tokens, first)->span.start,
                   quo_tokens_get (context->tokens, last)->span.end);
}

/* "l’a" of "comme l’a dit le maire": a pronoun and what helps a verb. */
static gboolean
is_elided (const QuoSpeakerContext *context, const QuoToken *token)
{
  return token->span.end - token->span.start == 3 && !(token->shape & QUO_SHAPE_CAPITAL)
         && quo_char_is_apostrophe (quo_passage_get (context->page, token->span.start + 1));
}

/* قال ضاحكا: where the subject follows its verb, a participle there tells how it is said. */
static gboolean
is_manner (const QuoSpeakerContext *context, const QuoToken *token)
{
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (!quo_language_has_subject_after (context->language))
    return FALSE;
  len = quo_token_fold (context->page, token, word);
  return quo_language_is_participle (context->language, word, len);
}

static gboolean
is_content (const QuoSpeakerContext *context, const QuoToken *token)
{
  if (is_elided (context, token) || is_manner (context, token)
      || (quo_language_has_subject_after (context->language)
          && (is_listed (context, token, QUO_LIST_TOLD_PAPERS)
              || (token->kinds & QUO_WORD_REPORTING))))
    return FALSE;
  if (token->kinds & QUO_WORD_NOUN)
    return TRUE;
  return !(token->kinds
           & (QUO_WORD_STOPWORD | QUO_WORD_ANY_SAYING | QUO_WORD_OPENER | QUO_WORD_CALENDAR
              | QUO_WORD_DETERMINER | QUO_WORD_OBLIQUE | QUO_WORD_FINITE | QUO_WORD_ANY_SOURCE
              | QUO_WORD_JOIN | QUO_WORD_PRONOUN))
         && !(token->shape & QUO_SHAPE_NUMBER);
}

/* التقى الوزير نظيره: behind a word with the article, one that ends with whose it is begins the
 * object, where the subject stands first; but عبدالله is a name. */
static gboolean
begins_object (const QuoSpeakerContext *context, gint first, gint i)
{
  char word[QUO_FOLD_SIZE], before[QUO_FOLD_SIZE];

  if (i <= first || !quo_language_has_subject_after (context->language))
    return FALSE;
  /* as they are written: إلغاء has no article */
  quo_passage_fold (context->page, quo_tokens_get (context->tokens, i - 1)->span, before);
  quo_passage_fold (context->page, quo_tokens_get (context->tokens, i)->span, word);
  return g_str_has_prefix (before, "ال") && !g_str_has_prefix (word, "ال")
         && !g_str_has_suffix (word, "الله") && g_utf8_strlen (word, -1) >= MIN_OWNED
         && (g_str_has_suffix (word, "ه") || g_str_has_suffix (word, "ها"));
}

/* The words from @first on that may make a noun phrase, at most @n. Where nouns have capitals one
 * of them must. */
QuoSpan
quo_speaker_find_run (const QuoSpeakerContext *context, gint first, gint n)
{
  gboolean has_noun = !quo_language_has_capital_nouns (context->language);
  QuoSpan found = QUO_SPAN (0, 0);

  for (gint i = first; i < first + MIN (n, MAX_PHRASE) && i < (gint)context->tokens->len; i++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);

      if (!is_content (context, token) || begins_object (context, first, i)
          || (i > first
              && quo_speaker_context_has_border (
                  context, quo_tokens_get (context->tokens, i - 1)->span.end, token->span.start)))
        break;
      /* The first word of a sentence has a capital, whatever it is. */
      has_noun |= (token->shape & QUO_SHAPE_CAPITAL) && i > 0;
      found = quo_span_is_empty (found) ? token->span : QUO_SPAN (found.start, token->span.end);
    }
  return has_noun ? found : QUO_SPAN (0, 0);
}

/* "Jak uvedl mluvčí", "Как рассказал мэр". */
gboolean
quo_speaker_follows_as (const QuoSpeakerContext *context, gint cue)
{
  for (gint i = cue - 1; i >= 0 && i >= cue - MAX_BETWEEN - 1; i--)
    if (quo_tokens_get (context->tokens, i)->kinds & QUO_WORD_AS)
      return TRUE;
  return FALSE;
}

gboolean
quo_speaker_is_of_several (const QuoSpeakerContext *context, gint verb)
{
  QuoGender gender = quo_gender_of_subject (context->page, context->language,
                                            quo_tokens_get (context->tokens, verb)->span);

  return gender == QUO_GENDER_UNKNOWN || gender == QUO_GENDER_SEVERAL;
}

/* "se" of "soudce se zeptal", "jí" of "starosta jí vzkázal": where the order of words is free, a
 * small word that opens nothing and may stand on either side of the subject. */
static gboolean
is_clitic (const QuoSpeakerContext *context, gint i)
{
  const QuoToken *token = quo_tokens_get (context->tokens, i);

  return quo_language_has_clause_comma (context->language)
         && !quo_language_has_capital_nouns (context->language)
         && (token->kinds & QUO_WORD_STOPWORD)
         && !(token->kinds
              & (QUO_WORD_JOIN | QUO_WORD_OPENER | QUO_WORD_AS | QUO_WORD_PRONOUN
                 | QUO_WORD_ANY_SAYING | QUO_WORD_ANY_SOURCE))
         && !is_listed (context, token, QUO_LIST_RELATIVES);
}

/* При этом министр подчеркнул, pak se soudce zeptal: whether nothing but small words stands before
 * the noun. */
static gboolean
follows_links (const QuoSpeakerContext *context, gint first)
{
  for (gint i = first - 1; i >= 0; i--)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);

      if (quo_speaker_context_has_border (context, token->span.end,
                                          quo_tokens_get (context->tokens, i + 1)->span.start)
          || quo_speaker_context_is_quoted (context, token->span.start))
        return TRUE;
      if (!(token->kinds & (QUO_WORD_STOPWORD | QUO_WORD_OBLIQUE))
          || ((token->kinds & QUO_WORD_FINITE) && !is_clitic (context, i))
          || (token->kinds & QUO_WORD_ANY_SAYING) || first - i > MAX_LINKS)
        return FALSE;
    }
  return TRUE;
}

/* Whether that token is an infinitive: where one needs no article, a noun may end so, too. */
static gboolean
is_infinitive (const QuoSpeakerContext *context, gint i)
{
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (i >= (gint)context->tokens->len || !quo_language_needs_opener (context->language))
    return FALSE;
  len = quo_token_fold (context->page, quo_tokens_get (context->tokens, i), word);
  return quo_language_is_infinitive (context->language, word, len);
}

/* "Experts have repeatedly warned": whether token @i stands between a subject and its verb: "have",
 * or a small word behind it. */
static gboolean
is_auxiliary (const QuoSpeakerContext *context, gint i)
{
  return (quo_tokens_get (context->tokens, i)->kinds & QUO_WORD_FINITE)
         || (i > 0 && quo_tokens_get (context->tokens, i)->kinds == QUO_WORD_STOPWORD
             && (quo_tokens_get (context->tokens, i - 1)->kinds & QUO_WORD_FINITE));
}

/* "K výhradám uvedl", "Obžalovanému řekl": whether the words from @first to the verb @cue are no
 * subject by their case; but of "В мэрии сообщили" they tell who speaks. */
static gboolean
is_oblique (const QuoSpeakerContext *context, gint first, gint cue)
{
  if (quo_speaker_is_oblique_form (context, quo_tokens_get (context->tokens, first)))
    return TRUE;
  if (first > 0 && (quo_tokens_get (context->tokens, first - 1)->kinds & QUO_WORD_SAID_IN)
      && quo_speaker_is_of_several (context, cue))
    return FALSE;
  return quo_language_has_clause_comma (context->language)
         && !quo_language_has_capital_nouns (context->language)
         && quo_speaker_is_behind_preposition (context, first);
}

/* Whether a noun without an article can be who speaks at token @i: not "dijo convencido". */
static gboolean
can_speak_bare (const QuoSpeakerContext *context, gint i)
{
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (i >= (gint)context->tokens->len
      || (quo_tokens_get (context->tokens, i)->shape & QUO_SHAPE_CAPITAL)
      || (quo_tokens_get (context->tokens, i)->kinds
          & (QUO_WORD_TITLE | QUO_WORD_NOUN | QUO_WORD_STOPWORD)))
    return TRUE;
  len = quo_token_fold (context->page, quo_tokens_get (context->tokens, i), word);
  return quo_language_is_bare_subject (context->language, word, len);
}

/* "Во время прений прокурор заявил": the first token that tells what somebody is, from @first to
 * the verb @cue; @cue if none does. */
static gint
find_office (const QuoSpeakerContext *context, gint first, gint cue)
{
  while (first < cue && !(quo_tokens_get (context->tokens, first)->kinds & QUO_WORD_TITLE))
    first++;
  return first;
}

/* "Police said", „so Experten“: nouns without an article right beside the verb. Before it they must
 * begin the clause, after it the quote must stand before: "said sales rose" has no subject there.
 */
QuoSpan
quo_speaker_find_bare_phrase (const QuoSpeakerContext *context, gint cue, gint step, gint n)
{
  gint first = cue;

  if (step > 0)
    {
      const QuoToken *next
          = cue + 1 < (gint)context->tokens->len ? quo_tokens_get (context->tokens, cue + 1) : NULL;

      if (next != NULL && (next->kinds & QUO_WORD_SAID_IN)
          && quo_speaker_is_of_several (context, cue))
        return quo_speaker_find_run (context, cue + 2, n - 1);
      /* сообщили журналистам в мэрии */
      if (n > 2 && (next->kinds & QUO_WORD_OBLIQUE) && !(next->kinds & QUO_WORD_SAID_IN)
          && (quo_tokens_get (context->tokens, cue + 2)->kinds & QUO_WORD_SAID_IN)
          && quo_speaker_is_of_several (context, cue))
        return quo_speaker_find_run (context, cue + 3, n - 2);
      if (context->parts[0].end > context->cue.start && !quo_speaker_follows_as (context, cue)
          && !quo_language_has_subject_after (context->language))
        return QUO_SPAN (0, 0);
      /* řekl nám ředitel, رد عليه الوزير */
      for (gint k = 0; k < MAX_BETWEEN && n > 1
                       && (context->parts[0].end <= context->cue.start
                           || quo_language_has_subject_after (context->language));
           k++)
        {
          const QuoToken *token = quo_tokens_get (context->tokens, cue + 1);

          if (!(token->kinds & QUO_WORD_STOPWORD) || (token->kinds & QUO_WORD_OBLIQUE))
            break;
          if (is_listed (context, token, QUO_LIST_RELATIVES) || is_infinitive (context, cue + 2))
            return QUO_SPAN (0, 0); /* explica mientras arranca, soltó al sentarse */
          cue++;
          n--;
        }
      return can_speak_bare (context, cue + 1) ? quo_speaker_find_run (context, cue + 1, n)
                                               : QUO_SPAN (0, 0);
    }
  while (first > cue - n && first > 0 && is_auxiliary (context, first - 1))
    first--;
  for (gint k = 0; k < MAX_BETWEEN && first > cue - n + 1 && is_clitic (context, first - 1); k++)
    first--;
  n -= cue - first;
  cue = first;
  while (first > cue - n && first > 0
         && is_content (context, quo_tokens_get (context->tokens, first - 1)))
    first--;
  if (first > cue - n && first > 0
      && !(quo_tokens_get (context->tokens, first - 1)->kinds & (QUO_WORD_JOIN | QUO_WORD_OPENER))
      && !is_listed (context, quo_tokens_get (context->tokens, first - 1),
                     QUO_LIST_RELATIVES) /* Хотя чиновники заявили */
      && !follows_links (context, first) && !quo_speaker_follows_oblique (context, first))
    return QUO_SPAN (0, 0);
  if (first < cue && is_oblique (context, first, cue))
    first = find_office (context, first + 1, cue);
  return cue - first <= MAX_PHRASE ? quo_speaker_find_run (context, first, cue - first)
                                   : QUO_SPAN (0, 0);
}

/* "one of them" right before the verb, with which its clause begins. */
static QuoSpan
find_count_of (const QuoSpeakerContext *context, gint cue, gint n)
{
  const QuoToken *count, *last;

  if (n != 3)
    return QUO_SPAN (0, 0);
  count = quo_tokens_get (context->tokens, cue - 3);
  last = quo_tokens_get (context->tokens, cue - 1);
  if (!is_listed (context, count, QUO_LIST_COUNTS)
      || !(quo_tokens_get (context->tokens, cue - 2)->kinds & QUO_WORD_OBLIQUE)
      || !(last->kinds & QUO_WORD_STOPWORD) || (last->kinds & QUO_WORD_FINITE))
    return QUO_SPAN (0, 0);
  return QUO_SPAN (count->span.start, last->span.end);
}

/* “...,” said another. “...,” said one of them. “...,” one of them said. */
QuoSpan
quo_speaker_find_count (const QuoSpeakerContext *context, gint cue, gint step, gint n)
{
  const QuoToken *token;

  if (n < 1)
    return QUO_SPAN (0, 0);
  token = quo_tokens_get (context->tokens, cue + step);
  if (n > 1 && step < 0)
    return find_count_of (context, cue, n);
  if (n > 1 && !(quo_tokens_get (context->tokens, cue + 2)->kinds & QUO_WORD_OBLIQUE))
    return QUO_SPAN (0, 0);
  return is_listed (context, token, QUO_LIST_COUNTS) ? token->span : QUO_SPAN (0, 0);
}
