/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* What a verb of saying tells after it, by commas and by the word that opens the clause: X said
 * that CLAUSE. */

#define MAX_TO_SELF 2  /* words from what tells of who speaks to the verb */
#define MAX_TO_COLON 5 /* words between the verb and a colon */

static gboolean
is_question (const QuoClauseSentence *sentence, gint i)
{
  return quo_token_is_listed (sentence->page, quo_clause_get_token (sentence, i),
                              sentence->language, QUO_LIST_QUESTIONS);
}

/* Whether the tokens from @first on, up to @end, can be whom something is told, and on which day:
 * the jury, reporters on Monday; but not "a story about a town". */
static gboolean
is_addressee (const QuoClauseSentence *sentence, gint first, gint end)
{
  for (gint i = first; i < end; i++)
    if ((quo_clause_get_token (sentence, i)->kinds & QUO_WORD_OBLIQUE)
        && !(i + 1 < end && (quo_clause_get_token (sentence, i + 1)->kinds & QUO_WORD_CALENDAR)))
      return FALSE;
  return TRUE;
}

/* "said it was too soon to say how much", "told the jury that he knew"; dijo ayer el alcalde que
 * cree que: whether the clause stands right behind a verb that can have nothing else there, behind
 * whom something is told, or is opened by a word, where one always does, with nothing but who says
 * it and when between, so that what its own verbs tell is a part of it. */
static gboolean
is_saying_alone (const QuoClauseSentence *sentence, gint cue, gint first)
{
  const QuoToken *token = quo_clause_get_token (sentence, cue);
  gboolean is_opened = quo_language_needs_opener (sentence->language)
                       && (quo_clause_get_token (sentence, first)->kinds & QUO_WORD_OPENER);

  if (!(token->kinds & QUO_WORD_SAYING) || quo_language_has_clause_comma (sentence->language))
    return FALSE;
  if (quo_clause_is_telling (sentence, cue))
    return !is_question (sentence, first) && is_addressee (sentence, cue + 1, first);
  if (!quo_clause_verb_takes_clause (sentence, cue))
    return FALSE;
  for (gint i = cue; is_opened && i < first; i++)
    if (quo_clause_has_between (sentence, i, quo_clause_is_border))
      return FALSE;
  return is_opened || first == cue + (gint)token->n_words;
}

static void
take_after (QuoClauseSentence *sentence, gint cue, gint first, guint32 end, gboolean has_opener)
{
  QuoClause clause = quo_clause_begin (sentence, cue, QUO_CLAUSE_AFTER);

  clause.ranges[0] = QUO_SPAN (quo_clause_get_token (sentence, first)->span.start, end);
  /* An opening mark belongs to it. */
  while (clause.ranges[0].start > sentence->span.start
         && quo_char_is_quote_mark (quo_passage_get (sentence->page, clause.ranges[0].start - 1)))
    clause.ranges[0].start--;
  clause.has_opener = has_opener;
  clause.gap = first - cue - 1;
  clause.is_outer = is_saying_alone (sentence, cue, first);
  clause.opens_with_marks = quo_clause_opens_with_marks (sentence, first);
  quo_clause_take (sentence, &clause);
}

/* What follows a colon after the verb, without marks: Мама сказала: попробуй. -1: nothing. */
static gint
find_colon (const QuoClauseSentence *sentence, gint cue)
{
  gint n = sentence->tokens->len;

  if (!(quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_SAYING))
    return -1;
  for (gint i = cue; i + QUO_CLAUSE_MIN_WORDS < n && i <= cue + MAX_TO_COLON; i++)
    {
      if (sentence->quoted[i + 1])
        return -1;
      if (quo_clause_has_between (sentence, i, quo_clause_is_colon))
        return i + 1;
      if (quo_clause_has_between (sentence, i, quo_clause_is_border))
        return -1;
    }
  return -1;
}

/* Whether a clause has begun before the opener, by a verb of this kind: said it is crucial that. */
static gboolean
has_begun (const QuoClauseSentence *sentence, gint first, gint opener, guint kind)
{
  for (gint i = first + !quo_clause_is_contraction (sentence, first); i < opener; i++)
    if (quo_clause_get_token (sentence, i)->kinds & kind)
      return TRUE;
  return FALSE;
}

/* Whether what is said stands in marks after a colon, so that the words before say who told whom;
 * not "said managers had a name for them: “ghosts”". */
static gboolean
has_marks_after_colon (const QuoClauseSentence *sentence, gint cue, gint first)
{
  for (gint i = first; i + 1 < (gint)sentence->tokens->len; i++)
    if (sentence->quoted[i])
      return FALSE;
    else if (sentence->quoted[i + 1])
      return quo_clause_has_between (sentence, i, quo_clause_is_colon)
             && !(quo_clause_verb_takes_clause (sentence, cue)
                  && !quo_language_has_clause_comma (sentence->language)
                  && has_begun (sentence, first, i + 1, QUO_WORD_FINITE));
  return FALSE;
}

/* "said the plan relied on a toll that nobody pays": a clause begins with its subject right behind
 * the verb, and "that" tells of a noun in it. */
static gboolean
begins_with_subject (const QuoClauseSentence *sentence, gint cue, gint first, gint opener)
{
  const QuoToken *token = quo_clause_get_token (sentence, first);

  /* said his friend who shielded him was shot */
  gboolean is_who = opener == first + 2 && quo_clause_is_relative (sentence, opener)
                    && !quo_clause_is_telling (sentence, cue);

  return (opener > first + 2 || is_who)
         && first == cue + quo_clause_get_token (sentence, cue)->n_words
         && (quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_ANY_SAYING)
         && quo_clause_verb_takes_clause (sentence, cue)
         && (token->kinds & (QUO_WORD_DETERMINER | QUO_WORD_PRONOUN))
         && !(token->kinds & QUO_WORD_OPENER);
}

/* pidió no bajar: a small word before the infinitive. */
static gboolean
is_negation (const QuoClauseSentence *sentence, gint i)
{
  guint kinds = quo_clause_get_token (sentence, i)->kinds;

  return (kinds & QUO_WORD_STOPWORD) && i + 1 < (gint)sentence->tokens->len
         && !(kinds
              & (QUO_WORD_OBLIQUE | QUO_WORD_DETERMINER | QUO_WORD_PRONOUN | QUO_WORD_OPENER
                 | QUO_WORD_JOIN | QUO_WORD_FINITE | QUO_WORD_CALENDAR))
         && !quo_clause_has_between (sentence, i, quo_clause_is_border);
}

/* потребовал уволить начальника, radí sázet stromy: an infinitive right behind the verb. -1: there
 * is none. */
static gint
find_infinitive (const QuoClauseSentence *sentence, gint cue)
{
  gint first = cue + quo_clause_get_token (sentence, cue)->n_words;
  const QuoToken *token = quo_clause_get_token (sentence, first);
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (token != NULL && is_negation (sentence, first))
    token = quo_clause_get_token (sentence, first + 1);
  if (token == NULL || sentence->quoted[first]
      || quo_clause_has_between (sentence, first - 1, quo_clause_is_border)
      || (token->kinds & (QUO_WORD_STOPWORD | QUO_WORD_CALENDAR))
      || (token->shape & QUO_SHAPE_CAPITAL)
      || !(quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_SAYING))
    return -1;
  len = quo_token_fold (sentence->page, token, word);
  return quo_language_is_infinitive (sentence->language, word, len) ? first : -1;
}

/* when, before: a word that opens a clause and can be no subject in it, unlike "who". */
static gboolean
is_subordinator (const QuoClauseSentence *sentence, gint i)
{
  return quo_clause_is_relative (sentence, i)
         && !(quo_clause_get_token (sentence, i)->kinds & QUO_WORD_PRONOUN);
}

/* a claim, a 40-page ruling */
static gboolean
follows_article (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *before = quo_clause_get_token (sentence, i - 1);

  if (before != NULL && (before->shape & QUO_SHAPE_NUMBER))
    before = quo_clause_get_token (sentence, i - 2);
  return before != NULL && (before->kinds & QUO_WORD_DETERMINER);
}

/* "a claim that Israel denied", "a ruling that was made public": the clause about a noun has it for
 * its object or subject. */
static gboolean
is_what_is_answered (const QuoClauseSentence *sentence, gint cue, gint opener)
{
  const QuoToken *next = quo_clause_get_token (sentence, opener + 1);
  gint last = opener;

  if (next == NULL || opener != cue + 1 || quo_language_has_clause_comma (sentence->language)
      || quo_language_needs_opener (sentence->language) || !follows_article (sentence, cue))
    return FALSE;
  if ((next->kinds & QUO_WORD_FINITE) && !(next->kinds & QUO_WORD_PRONOUN))
    return TRUE;
  while (last + 1 < (gint)sentence->tokens->len
         && !quo_clause_has_between (sentence, last, quo_clause_is_border))
    last++;
  return last > opener + 1 && quo_clause_is_verb (sentence, last);
}

static gboolean
has_comma_behind (const QuoClauseSentence *sentence, gint first)
{
  for (gint i = first; i + 1 < (gint)sentence->tokens->len; i++)
    if (!sentence->quoted[i] && quo_clause_has_between (sentence, i, quo_char_is_comma))
      return TRUE;
  return FALSE;
}

/* Asked if; "Lowe, asked whether she would, smiled": behind a comma a question and one more comma
 * tell that somebody else asks. */
static gboolean
is_asked (const QuoClauseSentence *sentence, gint cue, gint opener)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (sentence->page, quo_clause_get_token (sentence, cue), word);

  /* while confirming that; but "quoted as saying that" */
  if (cue > 0 && !(quo_clause_get_token (sentence, cue - 1)->kinds & QUO_WORD_AS)
      && !is_question (sentence, opener)
      && quo_language_is_participle (sentence->language, word, len))
    return FALSE;
  return cue == 0 || is_subordinator (sentence, cue - 1)
         || (is_question (sentence, opener) && !sentence->quoted[cue - 1]
             && has_comma_behind (sentence, opener));
}

/* „...“, sagte die Anwältin, ihr Mandant habe nichts gewusst: behind marks the mood of reported
 * speech tells that the verb has a clause, too. */
static gboolean
has_mood_behind (const QuoClauseSentence *sentence, gint cue)
{
  gint first = quo_clause_find_after_comma (sentence, cue);

  for (gint i = first; i >= 0 && i < (gint)sentence->tokens->len && !sentence->quoted[i]; i++)
    if (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SUBJUNCTIVE)
      return !quo_clause_is_relative (sentence, first) || quo_clause_is_whole (sentence, first, i);
  return FALSE;
}

/* Whether the verb only says what somebody calls something, and marks stand behind a word such as
 * "as" from token @first on. */
static gboolean
names_marks (const QuoClauseSentence *sentence, gint cue, gint first)
{
  if ((quo_clause_get_token (sentence, cue)->kinds & (QUO_WORD_SAYING | QUO_WORD_NAMING))
          != QUO_WORD_NAMING
      || !quo_language_has_capital_nouns (sentence->language))
    return FALSE;
  for (gint i = first + 1; i < (gint)sentence->tokens->len; i++)
    if (sentence->quoted[i])
      {
        char word[QUO_FOLD_SIZE];

        quo_token_fold (sentence->page, quo_clause_get_token (sentence, i - 1), word);
        return quo_language_lists (sentence->language, QUO_LIST_RELATIVES, word);
      }
  return FALSE;
}

/* se dice que, يذكر أن: nobody says it. */
static gboolean
is_impersonal (const QuoClauseSentence *sentence, gint cue, gint opener)
{
  char word[QUO_FOLD_SIZE];

  quo_token_fold (sentence->page, quo_clause_get_token (sentence, cue), word);
  if (cue == 0 && opener > cue && opener <= cue + 2
      && quo_language_lists (sentence->language, QUO_LIST_IMPERSONAL, word))
    return TRUE;
  if (cue == 0 || quo_clause_has_between (sentence, cue - 1, quo_clause_is_border))
    return FALSE;
  quo_token_fold (sentence->page, quo_clause_get_token (sentence, cue - 1), word);
  return quo_language_lists (sentence->language, QUO_LIST_IMPERSONAL, word);
}

/* Whether the words round the verb speak against its telling what stands behind it. */
static gboolean
is_contradicted (const QuoClauseSentence *sentence, gint cue, gint opener)
{
  const QuoToken *token = quo_clause_get_token (sentence, cue);
  gboolean has_comma = quo_language_has_clause_comma (sentence->language);
  gboolean needs_opener = quo_language_needs_opener (sentence->language);

  /* Asked if she would go, the governor paused; replied when asked if; Lowe, asked whether: nobody
   * is named who asks. */
  if ((cue == 0 || is_subordinator (sentence, cue - 1)
       || quo_clause_has_between (sentence, cue - 1, quo_char_is_comma))
      && opener == cue + 1 && !has_comma && is_asked (sentence, cue, opener) && !needs_opener)
    return TRUE;
  if (opener >= 0 && cue > 0 && is_subordinator (sentence, cue - 1) && !has_comma && !needs_opener
      && is_question (sentence, opener))
    return TRUE; /* when asked by X, if */
  if (is_impersonal (sentence, cue, opener))
    return TRUE;
  if (opener >= 0
      && (quo_clause_is_unsaid (sentence, cue, opener)
          || is_what_is_answered (sentence, cue, opener)))
    return TRUE;
  /* «...», lamenta Pilar Sanz, que vive allí; but “...”، مضيفا أن */
  if (cue > 0 && sentence->quoted[cue - 1]
      && ((needs_opener && opener != cue + (gint)token->n_words)
          || (quo_language_has_capital_nouns (sentence->language) && opener < 0
              && !has_mood_behind (sentence, cue))))
    return TRUE;
  /* X weiß, was zu tun ist: „...“: the sentence only leads to the marks. */
  return opener >= 0 && has_comma && !(token->kinds & QUO_WORD_ANY_SAYING)
         && has_marks_after_colon (sentence, cue, opener);
}

static gboolean
try_after (QuoClauseSentence *sentence, gint cue)
{
  const QuoToken *token = quo_clause_get_token (sentence, cue);
  gboolean has_comma = quo_language_has_clause_comma (sentence->language);
  gint opener = quo_clause_find_opener (sentence, cue), first = -1;
  gint after_colon = find_colon (sentence, cue), infinitive = find_infinitive (sentence, cue);

  if (is_contradicted (sentence, cue, opener))
    return FALSE;
  if (after_colon >= 0)
    {
      take_after (sentence, cue, after_colon, quo_clause_find_end (sentence, cue, after_colon),
                  TRUE);
      return TRUE;
    }
  if (infinitive >= 0)
    {
      take_after (sentence, cue, infinitive,
                  quo_clause_find_infinitive_end (sentence, cue, infinitive), TRUE);
      return TRUE;
    }
  if (has_comma)
    first = quo_clause_find_after_comma (sentence, cue);
  else if (token->kinds & QUO_WORD_ANY_SAYING)
    first = quo_clause_find_bare (sentence, cue);
  if (opener >= 0
      && (first < 0
          || (!begins_with_subject (sentence, cue, first, opener)
              && !has_begun (sentence, first, opener,
                             has_comma ? QUO_WORD_SUBJUNCTIVE : QUO_WORD_FINITE)
              && !(first < opener && quo_clause_is_whole (sentence, first, opener - 1)))))
    {
      take_after (sentence, cue, opener, quo_clause_find_end (sentence, cue, opener), TRUE);
      return TRUE;
    }
  /* beschrieben Nachbarn, die dort wohnten, sie als „still“: what is named is in marks. */
  if (first >= 0 && has_comma && names_marks (sentence, cue, first))
    return FALSE;
  if (first < 0 || has_marks_after_colon (sentence, cue, first)
      || quo_clause_is_mere_verb (sentence, cue, first))
    return FALSE;
  take_after (sentence, cue, first, quo_clause_find_end (sentence, cue, first), FALSE);
  return TRUE;
}

/* "o kterých jsme si mysleli, že": whether who tells it reports of themselves in the verb. */
static gboolean
is_of_self (const QuoClauseSentence *sentence, gint cue)
{
  for (gint i = MAX (0, cue - MAX_TO_SELF); i <= cue + 1 && i < (gint)sentence->tokens->len; i++)
    {
      const QuoToken *token = quo_clause_get_token (sentence, i);
      char word[QUO_FOLD_SIZE];

      if (i == cue || (token->kinds & QUO_WORD_PRONOUN))
        continue;
      quo_token_fold (sentence->page, token, word);
      if (quo_language_lists (sentence->language, QUO_LIST_SELF_LINKS, word)
          && !(i < cue && quo_clause_has_between (sentence, i, quo_clause_is_border))
          && !(i > cue && quo_clause_has_between (sentence, cue, quo_clause_is_border)))
        return TRUE;
    }
  return FALSE;
}

/* "řekl, že odejde, i když strany slíbily, že ...": whether the verb stands in a clause that
 * belongs to what another one says. */
static gboolean
is_within_other (const QuoClauseSentence *sentence, gint cue)
{
  gint start = cue;

  if (!quo_language_has_clause_comma (sentence->language)
      || quo_language_has_capital_nouns (sentence->language))
    return FALSE;
  while (start > 0 && !quo_clause_has_between (sentence, start - 1, quo_clause_is_border))
    start--;
  if (start == 0 || !quo_clause_is_relative (sentence, start)
      || !quo_clause_is_relative (sentence, start + 1))
    return FALSE;
  for (gint i = 0; i + 1 < start; i++)
    if (quo_clause_is_verb (sentence, i)
        && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SAYING)
        && (quo_clause_get_token (sentence, i + 1)->kinds & QUO_WORD_OPENER))
      return TRUE;
  return FALSE;
}

void
quo_clause_read_said (QuoClauseSentence *sentence, gint cue)
{
  if (is_of_self (sentence, cue) || is_within_other (sentence, cue))
    return;
  if (!quo_clause_try_as (sentence, cue) && !quo_clause_try_before (sentence, cue))
    try_after (sentence, cue);
}
