/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

#include <string.h>

/* What somebody calls for or warns of: verbs and nouns of saying behind which no clause stands, but
 * a preposition of their own, an infinitive or, where it is set off, a comma, as the language's
 * list of demands has it: دعت المنظمة إلى CLAUSE; X's call for CLAUSE; Die Forderung der Partei,
 * CLAUSE; призвал жителей CLAUSE. What is announced or denied may begin with a noun for
 * something done: أعلنت الوزارة توقيف CLAUSE. */

#define MAX_SOURCE 8    /* words between a noun and what it demands */
#define MAX_SUBJECT 12  /* and between a verb and that, where its subject stands there */
#define MAX_ADDRESSEE 5 /* and between a verb and an infinitive */
#define MAX_DAY 4       /* and of a day between commas */
#define MAX_OWNER 6     /* words of whose demand it is, before it */

typedef struct
{
  QuoClauseSentence *sentence;
  const GPtrArray *openers; /* of char * */
  gint cue;
  gboolean is_noun;
  gboolean is_set_off; /* what is demanded stands after a comma */
  gboolean is_loose;   /* anything may be demanded */
} Demand;

static const QuoToken *
get (const Demand *demand, gint i)
{
  return quo_clause_get_token (demand->sentence, i);
}

static gboolean
has_opener (const Demand *demand, const char *opener)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *)demand->openers, opener, g_str_equal, NULL);
}

/* بتشكيل: whether the word begins with an opener that is written together with it, and the rest is
 * a noun for something done or has the article. Of a verb that nothing else opens any rest will do,
 * unless such a one is found: طالب رئيس بلدية بتشكيل. */
static gboolean
has_opening_prefix (const Demand *demand, const char *word)
{
  for (guint i = 0; i < demand->openers->len; i++)
    {
      const char *opener = g_ptr_array_index (demand->openers, i);
      gsize len = strlen (opener);
      const char *rest = word + len - 1;

      if (len < 2 || opener[len - 1] != '-' || strncmp (word, opener, len - 1) != 0
          || strlen (word) <= len + 2)
        continue;
      if ((demand->is_loose && demand->openers->len == 1)
          || strncmp (rest, opener, len - 1) == 0 /* لل */
          || g_str_has_prefix (rest, "ال")
          || quo_language_is_deed (demand->sentence->language, rest))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_infinitive (const Demand *demand, gint i)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (demand->sentence->page, get (demand, i), word);

  return !(get (demand, i)->shape & QUO_SHAPE_CAPITAL)
         && !(get (demand, i)->kinds & (QUO_WORD_STOPWORD | QUO_WORD_CALENDAR))
         && quo_language_is_infinitive (demand->sentence->language, word, len);
}

static gboolean
is_particle (const Demand *demand, gint i)
{
  return quo_token_is_listed (demand->sentence->page, get (demand, i), demand->sentence->language,
                              QUO_LIST_DEMAND_PARTICLES);
}

/* Whether a clause of an infinitive with "zu", or one that a word opens, stands from @first on to
 * the next comma. */
static gboolean
is_set_off_clause (const Demand *demand, gint first)
{
  const QuoClauseSentence *sentence = demand->sentence;

  if (get (demand, first)->kinds & QUO_WORD_OPENER)
    return TRUE;
  for (gint i = first; i < (gint)sentence->tokens->len; i++)
    {
      if (i > first && is_particle (demand, i))
        return TRUE;
      if (quo_clause_has_between (sentence, i, quo_char_is_comma))
        return FALSE;
    }
  return FALSE;
}

/* "vowed on Thursday to": the words behind the verb that tell on which day. */
static gint
count_day (const Demand *demand)
{
  gint first = demand->cue + get (demand, demand->cue)->n_words, i = first;
  const QuoToken *token = get (demand, i);

  if (token != NULL && (token->kinds & QUO_WORD_OBLIQUE))
    token = get (demand, ++i);
  if (token == NULL || !(token->kinds & QUO_WORD_CALENDAR))
    return 0;
  while (token != NULL && (token->kinds & QUO_WORD_CALENDAR))
    token = get (demand, ++i);
  return i - first;
}

static gint
get_reach (const Demand *demand)
{
  if (demand->is_noun)
    return MAX_SOURCE;
  if (quo_language_has_subject_after (demand->sentence->language))
    return MAX_SUBJECT;
  return has_opener (demand, "infinitive") ? MAX_ADDRESSEE : 1 + count_day (demand);
}

/* Whether what is demanded cannot stand behind token @i. */
static gboolean
is_barrier (const Demand *demand, gint i)
{
  guint kinds = get (demand, i)->kinds;

  if (demand->sentence->quoted[i]
      || (kinds & QUO_WORD_OPENER)
      /* نفت الأنباء التي تحدثت عن */
      || (quo_language_has_subject_after (demand->sentence->language)
          && quo_clause_is_relative (demand->sentence, i)))
    return TRUE;
  return !quo_language_has_subject_after (demand->sentence->language)
         && ((kinds & QUO_WORD_FINITE) || quo_clause_is_verb (demand->sentence, i));
}

/* Where "not to" begins, if token @i belongs to the infinitive behind it; -1: it does not. */
static gint
find_particle (const Demand *demand, gint i)
{
  if (!is_particle (demand, i))
    return -1;
  while (i - 1 > demand->cue && is_particle (demand, i - 1))
    i--;
  return i;
}

/* أعلنت الوزارة، اليوم الأحد، توقيف: behind the comma before token @i, the token behind the next
 * one, if nothing but small words and a day stand between the two; else @i. */
static gint
skip_day_aside (const Demand *demand, gint i)
{
  const QuoClauseSentence *sentence = demand->sentence;

  if (!quo_language_has_subject_after (sentence->language)
      || !quo_clause_has_between (sentence, i - 1, quo_char_is_comma))
    return i;
  for (gint k = i; k + 1 < (gint)sentence->tokens->len && k < i + MAX_DAY; k++)
    {
      if (sentence->quoted[k]
          || !(get (demand, k)->kinds & (QUO_WORD_CALENDAR | QUO_WORD_STOPWORD)))
        return i;
      if (quo_clause_has_between (sentence, k, quo_char_is_comma))
        return k + 1;
    }
  return i;
}

/* The first word of what is demanded; *ret_before: the last one before it and before what opens it.
 * -1: there is none. */
static gint
find_demanded (Demand *demand, gint *ret_before)
{
  const QuoClauseSentence *sentence = demand->sentence;
  gint reach = get_reach (demand), n = sentence->tokens->len;
  gint next = demand->cue + get (demand, demand->cue)->n_words;

  for (gint i = next; i < n && i < next + reach; i++)
    {
      char word[QUO_FOLD_SIZE];

      *ret_before = i - 1;
      if (quo_clause_has_between (sentence, i - 1, quo_clause_is_border)
          && skip_day_aside (demand, i) > i)
        i = skip_day_aside (demand, i);
      else if (quo_clause_has_between (sentence, i - 1, quo_clause_is_border))
        {
          demand->is_set_off = TRUE;
          return quo_clause_has_between (sentence, i - 1, quo_char_is_comma)
                         && has_opener (demand, "comma") && is_set_off_clause (demand, i)
                     ? i
                     : -1;
        }
      if (is_barrier (demand, i))
        return -1;
      quo_token_fold (sentence->page, get (demand, i), word);
      if (has_opener (demand, word))
        {
          gint first = find_particle (demand, i);

          if (first < 0)
            return i + 1;
          *ret_before = first - 1;
          return first;
        }
      if ((has_opening_prefix (demand, word) && !(get (demand, i)->kinds & QUO_WORD_STOPWORD))
          || (has_opener (demand, "deed") && quo_clause_is_deed (sentence, demand->cue, i)))
        return i;
      if (has_opener (demand, "infinitive") && is_infinitive (demand, i))
        {
          gboolean has_not
              = i - 1 > demand->cue && (get (demand, i - 1)->kinds & QUO_WORD_STOPWORD);

          *ret_before -= has_not;
          return i - has_not;
        }
    }
  return -1;
}

/* X's: where whose demand it is begins. */
static gint
find_owner_start (const Demand *demand)
{
  gint first = demand->cue - 1;

  while (first > 0 && demand->cue - first < MAX_OWNER
         && !quo_clause_has_between (demand->sentence, first - 1, quo_clause_is_border)
         && !(get (demand, first - 1)->kinds
              & (QUO_WORD_OBLIQUE | QUO_WORD_FINITE | QUO_WORD_JOIN | QUO_WORD_ANY_SAYING)))
    first--;
  return first;
}

/* Whose demand it is; empty: it does not say. */
static QuoSpan
find_source (const Demand *demand, gint before)
{
  const QuoClauseSentence *sentence = demand->sentence;
  gint first = demand->cue + get (demand, demand->cue)->n_words;
  char word[QUO_FOLD_SIZE];

  if (demand->cue > 0 && quo_token_is_possessive (sentence->page, get (demand, demand->cue - 1)))
    return quo_clause_span_tokens (sentence, find_owner_start (demand), demand->cue - 1);
  if (before < first)
    return QUO_SPAN (0, 0);
  quo_token_fold (sentence->page, get (demand, first), word);
  if (quo_language_lists (sentence->language, QUO_LIST_DEMAND_LINKS, word))
    first++;
  else if ((get (demand, first)->kinds & QUO_WORD_OBLIQUE)
           && !(get (demand, first)->kinds & QUO_WORD_DETERMINER))
    return QUO_SPAN (0, 0); /* призыв к миру */
  else if (quo_language_has_capital_nouns (sentence->language)
           && !(get (demand, first)->kinds & QUO_WORD_DETERMINER))
    return QUO_SPAN (0, 0); /* wies Vorwürfe zurück, sie habe */
  return quo_clause_span_tokens (sentence, first, before);
}

/* Whether the word is a noun here: it is no verb of saying, or somebody's stands before it, or who
 * demands behind it. */
static gboolean
is_noun (const QuoClauseSentence *sentence, const GPtrArray *openers, gint cue)
{
  const QuoToken *token = quo_clause_get_token (sentence, cue);
  const QuoToken *next = quo_clause_get_token (sentence, cue + 1);
  char word[QUO_FOLD_SIZE];

  if (!(token->kinds & (QUO_WORD_ANY_SAYING | QUO_WORD_REPORTING))
      || (cue > 0
          && quo_token_is_possessive (sentence->page, quo_clause_get_token (sentence, cue - 1))))
    return TRUE;
  if (next == NULL)
    return FALSE;
  quo_token_fold (sentence->page, next, word);
  return quo_language_lists (sentence->language, QUO_LIST_DEMAND_LINKS, word)
         && !g_ptr_array_find_with_equal_func ((GPtrArray *)openers, word, g_str_equal, NULL);
}

/* "has prompted calls for": whether a word that is a noun as often has no subject before it. */
static gboolean
has_no_subject (const QuoClauseSentence *sentence, gint cue)
{
  const QuoToken *before = cue > 0 ? quo_clause_get_token (sentence, cue - 1) : NULL;
  char word[QUO_FOLD_SIZE];

  quo_token_fold (sentence->page, quo_clause_get_token (sentence, cue), word);
  if (!quo_language_lists (sentence->language, QUO_LIST_DEMAND_NOUNS, word))
    return FALSE;
  return before == NULL
         || (!(before->shape & QUO_SHAPE_CAPITAL) && !(before->kinds & QUO_WORD_PRONOUN));
}

/* "X's call for a free ferry won support": a verb in the past behind what a sentence begins with.
 * One that ends as participles do may tell of the noun before it: mediated by. */
static gboolean
is_main_verb (const Demand *demand, gint i)
{
  const QuoClauseSentence *sentence = demand->sentence;
  const QuoToken *before = get (demand, i - 1), *next = get (demand, i + 1);
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (sentence->quoted[i] || (get (demand, i)->shape & QUO_SHAPE_CAPITAL)
      || (before->kinds & (QUO_WORD_DETERMINER | QUO_WORD_OBLIQUE | QUO_WORD_JOIN)))
    return FALSE;
  for (gint k = 0; k < demand->cue; k++)
    if (get (demand, k)->kinds & QUO_WORD_FINITE || quo_clause_is_verb (sentence, k))
      return FALSE;
  len = quo_token_fold (sentence->page, get (demand, i), word);
  return quo_language_is_past (sentence->language, word, len)
         && (next == NULL || !(next->kinds & QUO_WORD_OBLIQUE)
             || quo_language_lists (sentence->language, QUO_LIST_PAST, word));
}

/* Where what a noun demands ends: before what its sentence tells of it. */
static guint32
find_noun_end (const Demand *demand, gint first)
{
  const QuoClauseSentence *sentence = demand->sentence;

  for (gint i = first; i + 1 < (gint)sentence->tokens->len; i++)
    if (quo_clause_has_between (sentence, i, quo_char_is_comma)
        || ((get (demand, i + 1)->kinds & QUO_WORD_AS) && !sentence->quoted[i + 1]
            && i + 2 < (gint)sentence->tokens->len && sentence->quoted[i + 2])
        || (!demand->is_set_off && i > first
            && ((get (demand, i + 1)->kinds & (QUO_WORD_FINITE | QUO_WORD_ANY_SAYING))
                || is_main_verb (demand, i + 1))))
      return get (demand, i)->span.end;
  return sentence->span.end;
}

static guint32
find_verb_end (const Demand *demand, gint first)
{
  return has_opener (demand, "infinitive")
             ? quo_clause_find_infinitive_end (demand->sentence, demand->cue, first)
             : quo_clause_find_end (demand->sentence, demand->cue, first);
}

/* أعلن الوزير عقب اجتماع طارئ أن: of a verb behind which a clause may stand, too, whether that is
 * told: marks begin there, or a word opens it farther behind, that no preposition rules as in
 * "before". */
static gboolean
tells_otherwise (const Demand *demand, gint first)
{
  const QuoClauseSentence *sentence = demand->sentence;

  if (!quo_language_has_subject_after (sentence->language)
      || (!sentence->quoted[first] && !(get (demand, demand->cue)->kinds & QUO_WORD_SAYING)))
    return FALSE;
  if (sentence->quoted[first])
    return TRUE;
  for (gint i = first + 1; i < (gint)sentence->tokens->len && i <= demand->cue + MAX_SUBJECT; i++)
    {
      if (quo_clause_has_between (sentence, i - 1, quo_clause_is_border))
        return FALSE;
      if ((get (demand, i)->kinds & QUO_WORD_OPENER)
          && !(get (demand, i - 1)->kinds & QUO_WORD_OBLIQUE))
        return TRUE;
    }
  return FALSE;
}

gboolean
quo_clause_try_demand (QuoClauseSentence *sentence, gint cue)
{
  Demand demand = { .sentence = sentence, .cue = cue };
  char word[QUO_FOLD_SIZE];
  QuoClause clause;
  gint first, before;

  quo_token_fold (sentence->page, quo_clause_get_token (sentence, cue), word);
  demand.openers = quo_language_get_demands (sentence->language, word);
  if (demand.openers == NULL
      || (cue > 0 && sentence->quoted[cue - 1]
          && !(quo_language_has_subject_after (sentence->language)
               && quo_clause_is_author_going_on (sentence, cue))))
    return FALSE;
  demand.is_noun = is_noun (sentence, demand.openers, cue);
  if (!demand.is_noun && has_no_subject (sentence, cue))
    return FALSE;
  first = find_demanded (&demand, &before);
  if (first < 0)
    {
      demand.is_loose = TRUE;
      first = find_demanded (&demand, &before);
    }
  if (first < 0 || first >= (gint)sentence->tokens->len
      || ((get (&demand, first)->kinds & QUO_WORD_OPENER) && !demand.is_set_off)
      || tells_otherwise (&demand, first))
    return FALSE;
  clause = quo_clause_begin (sentence, cue, demand.is_noun ? QUO_CLAUSE_SOURCE : QUO_CLAUSE_AFTER);
  if (demand.is_noun)
    clause.source = find_source (&demand, before);
  if (demand.is_noun && quo_span_is_empty (clause.source))
    return FALSE;
  clause.has_opener = TRUE;
  clause.gap = demand.is_noun ? 0 : before - cue;
  clause.ranges[0]
      = QUO_SPAN (get (&demand, first)->span.start,
                  demand.is_noun ? find_noun_end (&demand, first) : find_verb_end (&demand, first));
  while (clause.ranges[0].start > sentence->span.start
         && quo_char_is_quote_mark (quo_passage_get (sentence->page, clause.ranges[0].start - 1)))
    clause.ranges[0].start--;
  quo_clause_take (sentence, &clause);
  return TRUE;
}
