/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* What a verb of saying tells after it, by commas and by the word that opens the clause: X said
 * that CLAUSE. */

#define MAX_SUBJECT 10   /* words between a comma and the verb: ", the minister of X said" */
#define MAX_TO_OPENER 12 /* words between the verb and "that" */
#define MAX_TO_COLON 5   /* words between the verb and a colon */
#define MAX_TO_COMMA 16  /* words between the verb and the comma before the clause */
#define MAX_TO_PRONOUN 4 /* words between the verb and "they", of where or whom it is said to */
#define MAX_AMOUNT 3     /* words of one that tells how many: "as many as" */
#define MIN_BARE_WORDS 4 /* of one with nothing that opens it */

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
  quo_clause_take (sentence, &clause);
}

/* "answered him with a message that was soon passed on": some way behind the verb, and with a verb
 * of its own beside it, "that" tells of the noun before it. */
static gboolean
tells_of_noun (const QuoClauseSentence *sentence, gint cue, gint opener)
{
  const QuoToken *next = quo_clause_get_token (sentence, opener + 1);

  return opener > cue + 2 && next != NULL && (next->kinds & QUO_WORD_FINITE)
         && !quo_language_needs_opener (sentence->language);
}

/* "began here in 1994, when it was called", "remembered a man who fixed bicycles": behind a comma
 * "when" and "who" tell of what stands before them, and behind a verb that says other things
 * too they do so anywhere but right beside it. */
static gboolean
tells_of_words_before (const QuoClauseSentence *sentence, gint cue, gint opener)
{
  const QuoToken *token = quo_clause_get_token (sentence, cue);

  if (opener <= cue + token->n_words || !quo_clause_is_relative (sentence, opener)
      || quo_language_needs_opener (sentence->language))
    return FALSE;
  return !(token->kinds & QUO_WORD_SAYING)
         || quo_clause_has_between (sentence, opener - 1, quo_char_is_comma);
}

/* The word that opens a clause after the verb; -1: none is near. */
static gint
find_opener (const QuoClauseSentence *sentence, gint cue)
{
  gboolean needs_comma = quo_language_has_clause_comma (sentence->language);
  gint max = needs_comma ? MAX_TO_COMMA : MAX_TO_OPENER;
  guint n_commas = 0;

  for (gint i = cue + 1; i < (gint)sentence->tokens->len && i <= cue + max; i++)
    {
      if (sentence->quoted[i] || quo_clause_has_between (sentence, i - 1, quo_clause_is_colon))
        return -1;
      if (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SOURCE_AFTER)
        return -1; /* نقلت صحيفة عن X قوله إن */
      n_commas += quo_clause_has_between (sentence, i - 1, quo_char_is_comma);
      /* dijo Pilar, que vive allí: of two commas round an aside the second one may stand there */
      if ((quo_clause_get_token (sentence, i)->kinds & QUO_WORD_OPENER) && n_commas % 2 == 1
          && quo_language_needs_opener (sentence->language)
          && quo_clause_has_between (sentence, i - 1, quo_char_is_comma))
        return -1;
      /* “...,” said X when asked */
      if (cue > 0 && sentence->quoted[cue - 1] && quo_clause_is_relative (sentence, i))
        return -1;
      if ((quo_clause_get_token (sentence, i)->kinds & QUO_WORD_OPENER)
          && (!needs_comma || quo_clause_has_between (sentence, i - 1, quo_char_is_comma)))
        return !needs_comma
                       && (tells_of_noun (sentence, cue, i)
                           || tells_of_words_before (sentence, cue, i))
                   ? -1
                   : i;
    }
  return -1;
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

/* potvrdil hráč, který nechtěl být jmenován; teilte sie mit, nachdem tausend unterschrieben hatten:
 * what is told beside it. Where reported speech has a mood of its own, that tells it apart. */
static gboolean
begins_aside (const QuoClauseSentence *sentence, gint first)
{
  gboolean has_mood = quo_language_has_capital_nouns (sentence->language);

  if (!quo_clause_is_relative (sentence, first)
      || (has_mood && (quo_clause_get_token (sentence, first)->kinds & QUO_WORD_DETERMINER)))
    return FALSE;
  for (gint i = first; has_mood && i < (gint)sentence->tokens->len; i++)
    if (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SUBJUNCTIVE)
      return FALSE;
  return TRUE;
}

/* What follows a comma after the verb: sagte gestern, er komme. An apposition is passed over when a
 * later part has the verb of a clause. */
static gint
find_after_comma (const QuoClauseSentence *sentence, gint cue)
{
  gboolean is_naming = (quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_NAMING) != 0;
  gint n = sentence->tokens->len, first = -1;

  for (gint i = cue; i + 1 < n && i <= cue + MAX_TO_COMMA; i++)
    {
      if (quo_clause_has_between (sentence, i, quo_clause_is_colon))
        return first;
      if (!quo_clause_has_between (sentence, i, quo_char_is_comma))
        {
          if (first >= 0
              && (quo_clause_get_token (sentence, i + 1)->kinds
                  & (QUO_WORD_FINITE | QUO_WORD_SUBJUNCTIVE)))
            return first;
          continue;
        }
      if (first < 0 && (sentence->quoted[i + 1] || (is_naming && sentence->quoted[i])))
        return -1; /* označil jej za „obra“, jiný ... */
      if (first < 0 && begins_aside (sentence, i + 1))
        return -1;
      if (first < 0 || i + 1 - first < MAX_SUBJECT)
        first = first < 0 || n - (i + 1) >= QUO_CLAUSE_MIN_WORDS ? i + 1 : first;
    }
  return first;
}

/* "told parliament the figures did", "warned investors it would": a noun without an article behind
 * a verb that has one for its object, and what can begin a clause behind that. */
static gboolean
is_small_addressee (const QuoClauseSentence *sentence, gint cue, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i),
                 *next = quo_clause_get_token (sentence, i + 1);
  char word[QUO_FOLD_SIZE];

  if (next == NULL || quo_clause_has_between (sentence, i, quo_clause_is_border)
      || !(next->kinds & QUO_WORD_STOPWORD) || (next->kinds & (QUO_WORD_OBLIQUE | QUO_WORD_FINITE))
      || ((token->kinds & QUO_WORD_STOPWORD) && !(token->kinds & QUO_WORD_NOUN)))
    return FALSE;
  quo_token_fold (sentence->page, quo_clause_get_token (sentence, cue), word);
  return !quo_language_takes_clause (sentence->language, word);
}

/* After "told BBC News": whom the verb addresses is no part of the clause. */
static gint
skip_addressee (const QuoClauseSentence *sentence, gint cue, gint first)
{
  gint i = first, n = sentence->tokens->len;

  while (i < n && (quo_clause_get_token (sentence, i)->shape & QUO_SHAPE_CAPITAL)
         && !(quo_clause_get_token (sentence, i)->kinds & (QUO_WORD_PRONOUN | QUO_WORD_DETERMINER)))
    i++;
  if (i == first && is_small_addressee (sentence, cue, first))
    return first + 1;
  if (i == first || i >= n || quo_clause_has_between (sentence, i - 1, quo_clause_is_border))
    return first;
  return quo_clause_get_token (sentence, i)->kinds
                     & (QUO_WORD_DETERMINER | QUO_WORD_PRONOUN | QUO_WORD_OPENER)
                 || !(quo_clause_get_token (sentence, i)->kinds
                      & (QUO_WORD_STOPWORD | QUO_WORD_FINITE))
             ? i
             : first;
}

/* Whether a word may stand in whom something is said to: The Courier; the police, but only if the
 * verb can have a noun for its object. */
static gboolean
is_of_addressee (const QuoClauseSentence *sentence, gint cue, const QuoToken *token)
{
  char word[QUO_FOLD_SIZE];

  if ((token->shape & QUO_SHAPE_CAPITAL)
      || (token->kinds & (QUO_WORD_DETERMINER | QUO_WORD_PARTICLE | QUO_WORD_TITLE)))
    return TRUE;
  quo_token_fold (sentence->page, quo_clause_get_token (sentence, cue), word);
  return !quo_language_takes_clause (sentence->language, word)
         && !(token->kinds
              & (QUO_WORD_FINITE | QUO_WORD_OPENER | QUO_WORD_PRONOUN | QUO_WORD_OBLIQUE
                 | QUO_WORD_ANY_SAYING));
}

/* Whether nothing but whom it is said to stands before marks: told The Courier, “...”. */
static gboolean
is_addressee_alone (const QuoClauseSentence *sentence, gint cue, gint first)
{
  for (gint i = first; i + 1 < (gint)sentence->tokens->len && !sentence->quoted[i]; i++)
    {
      if (!is_of_addressee (sentence, cue, quo_clause_get_token (sentence, i)))
        return FALSE;
      if (quo_clause_has_between (sentence, i, quo_clause_is_border))
        return sentence->quoted[i + 1]
               && (quo_clause_has_between (sentence, i, quo_char_is_comma)
                   || quo_clause_has_between (sentence, i, quo_clause_is_colon));
    }
  return FALSE;
}

/* How many words a clause has at least that nothing opens and that has no verb we know: "said the
 * closings affect 11,000 students", but not "declared a state of emergency". */
static gint
get_least_words (const QuoClauseSentence *sentence, gint cue, gint first)
{
  const QuoToken *verb = quo_clause_get_token (sentence, cue);
  char word[QUO_FOLD_SIZE];

  quo_token_fold (sentence->page, verb, word);
  if (!(verb->kinds & QUO_WORD_ANY_SAYING) || !quo_language_takes_clause (sentence->language, word))
    return G_MAXINT;
  return (verb->kinds & QUO_WORD_SAYING)
                 && (quo_clause_get_token (sentence, first)->kinds
                     & (QUO_WORD_DETERMINER | QUO_WORD_PRONOUN))
             ? MIN_BARE_WORDS + 1
             : 2 * MIN_BARE_WORDS;
}

/* "X, who wrote a review called “Move”": whether marks stand in what is told of somebody, behind a
 * comma. @last: the last token in them. */
static gboolean
are_marks_in_relative (const QuoClauseSentence *sentence, gint last)
{
  for (gint i = last; i > 0; i--)
    if (!sentence->quoted[i] && quo_clause_is_relative (sentence, i)
        && quo_clause_has_between (sentence, i - 1, quo_char_is_comma))
      return TRUE;
  return FALSE;
}

/* “We promised this,” she told a packed hall, “and we kept it”: the verb belongs to the marks
 * before it, and tells nothing after it but to whom; not that of “...”, and said it was. */
static gboolean
follows_marks (const QuoClauseSentence *sentence, gint cue)
{
  for (gint i = cue - 1; i >= 0 && i >= cue - MAX_SUBJECT; i--)
    if (sentence->quoted[i])
      return quo_clause_has_between (sentence, i, quo_char_is_comma)
             && !(i == cue - 1 && are_marks_in_relative (sentence, i));
    else if (quo_clause_is_relative (sentence, i)
             && quo_clause_has_between (sentence, i - 1, quo_char_is_comma))
      return FALSE; /* admitted it had “switched off”, while X claimed */
    else if ((quo_clause_get_token (sentence, i)->kinds & QUO_WORD_JOIN)
             || (i + 1 < cue && quo_clause_has_between (sentence, i, quo_clause_is_border)))
      return FALSE;
  return FALSE;
}

/* "said although yields fell, prices had not risen": a clause before the one told. */
static gboolean
is_subordinate (const QuoClauseSentence *sentence, gint first)
{
  gboolean has_verb = FALSE, has_comma = FALSE;

  if (!quo_clause_is_relative (sentence, first))
    return FALSE;
  for (gint i = first + 1; i < (gint)sentence->tokens->len; i++)
    {
      if (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_FINITE)
        {
          if (has_comma)
            return TRUE;
          has_verb = TRUE;
        }
      has_comma |= has_verb && quo_clause_has_between (sentence, i, quo_char_is_comma);
    }
  return FALSE;
}

/* "X, who wrote a review called “Move”, said": the verb of the sentence, after the comma that ends
 * the clause about X. */
static gboolean
is_outer_verb (const QuoClauseSentence *sentence, gint i)
{
  return quo_clause_has_between (sentence, i - 1, quo_char_is_comma)
         && (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_SAYING)
         && quo_clause_is_verb (sentence, i);
}

/* most, several */
static gboolean
is_count (const QuoClauseSentence *sentence, gint i)
{
  char word[QUO_FOLD_SIZE];

  quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);
  return quo_language_is_count (sentence->language, word);
}

/* Whether a number or a word such as "half" stands there. */
static gboolean
is_number (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);
  char word[QUO_FOLD_SIZE];

  if (token->shape & QUO_SHAPE_NUMBER)
    return TRUE;
  quo_token_fold (sentence->page, token, word);
  return quo_language_is_count (sentence->language, word)
         || quo_language_is_amount (sentence->language, word);
}

/* Whether words that tell how much or how many open a noun phrase: at least 14 people, hundreds of
 * homes. One that is a preposition, too, needs a number behind it: about 20, but "about the plan".
 */
static gboolean
opens_amount (const QuoClauseSentence *sentence, gint first)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (gint i = first; i < first + MAX_AMOUNT && i + 1 < (gint)sentence->tokens->len; i++)
    {
      char word[QUO_FOLD_SIZE];

      quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);
      g_string_append_printf (words, "%s%s", i > first ? " " : "", word);
      if (quo_language_is_amount (sentence->language, words->str))
        return i > first || !(quo_clause_get_token (sentence, i)->kinds & QUO_WORD_OBLIQUE)
               || is_number (sentence, i + 1);
    }
  return FALSE;
}

/* they, she: a pronoun that can only be a subject. */
static gboolean
is_subject_pronoun (const QuoClauseSentence *sentence, gint i)
{
  guint kinds = quo_clause_get_token (sentence, i)->kinds;

  return (kinds & QUO_WORD_PRONOUN) && !(kinds & (QUO_WORD_DETERMINER | QUO_WORD_OPENER))
         && !quo_clause_is_relative (sentence, i);
}

/* "said in a statement they had", "told the court she had": the pronoun with which the clause
 * begins behind a few words that tell where, or whom; -1: there is none. */
static gint
find_pronoun_behind (const QuoClauseSentence *sentence, gint first)
{
  for (gint i = first;
       i + 1 < (gint)sentence->tokens->len && i <= first + MAX_TO_PRONOUN && !sentence->quoted[i];
       i++)
    {
      if ((quo_clause_get_token (sentence, i)->kinds
           & (QUO_WORD_FINITE | QUO_WORD_OPENER | QUO_WORD_ANY_SAYING))
          || (i > first && quo_clause_has_between (sentence, i - 1, quo_clause_is_border)))
        return -1;
      if (i > first && is_subject_pronoun (sentence, i))
        return quo_clause_get_token (sentence, i + 1)->kinds & QUO_WORD_FINITE ? i : -1;
    }
  return -1;
}

/* "said on Monday", but "said officials were", "said about half were": no clause begins there. */
static gboolean
begins_elsewhere (const QuoClauseSentence *sentence, gint first)
{
  const QuoToken *token = quo_clause_get_token (sentence, first);

  if (!(token->kinds & (QUO_WORD_OBLIQUE | QUO_WORD_STOPWORD)) || opens_amount (sentence, first))
    return FALSE;
  return (token->kinds & QUO_WORD_OBLIQUE)
         || (!(token->kinds & (QUO_WORD_DETERMINER | QUO_WORD_PRONOUN | QUO_WORD_NOUN))
             && !(quo_clause_get_token (sentence, first + 1)->kinds & QUO_WORD_FINITE)
             && !is_subordinate (sentence, first) && !is_count (sentence, first));
}

/* "said the party would ...": a clause that nothing opens; -1: there is none. */
static gint
find_bare (const QuoClauseSentence *sentence, gint cue)
{
  gint first = cue + quo_clause_get_token (sentence, cue)->n_words, n = sentence->tokens->len;
  const QuoToken *token = quo_clause_get_token (sentence, first);

  /* Where the subject follows its verb, it stands there. */
  if (token == NULL || quo_language_has_subject_after (sentence->language)
      || quo_language_needs_opener (sentence->language)
      || quo_clause_has_between (sentence, first - 1, quo_clause_is_border)
      || n - first < QUO_CLAUSE_MIN_WORDS || is_addressee_alone (sentence, cue, first)
      || follows_marks (sentence, cue))
    return -1;
  if (!quo_language_has_capital_nouns (sentence->language))
    {
      gint pronoun = find_pronoun_behind (sentence, first);

      if (pronoun >= 0)
        return pronoun;
    }
  if (begins_elsewhere (sentence, first))
    return -1;
  if ((quo_clause_get_token (sentence, cue)->kinds & QUO_WORD_NAMING)
      && get_least_words (sentence, cue, first) == G_MAXINT)
    return -1; /* described the demands as */
  for (gint i = first + 1; i < n && !is_outer_verb (sentence, i); i++)
    if (quo_clause_get_token (sentence, i)->kinds & QUO_WORD_FINITE)
      return skip_addressee (sentence, cue, first);
  if (n - first < MIN_BARE_WORDS && !sentence->quoted[n - 1])
    return -1;
  return n - first >= get_least_words (sentence, cue, first) ? skip_addressee (sentence, cue, first)
                                                             : -1;
}

/* Whether a clause has begun before the opener, by a verb of this kind: said it is crucial that. */
static gboolean
has_begun (const QuoClauseSentence *sentence, gint first, gint opener, guint kind)
{
  for (gint i = first + 1; i < opener; i++)
    if (quo_clause_get_token (sentence, i)->kinds & kind)
      return TRUE;
  return FALSE;
}

/* Whether what is said stands in marks after a colon, so that the words before say who told whom.
 */
static gboolean
has_marks_after_colon (const QuoClauseSentence *sentence, gint first)
{
  for (gint i = first; i + 1 < (gint)sentence->tokens->len; i++)
    if (sentence->quoted[i])
      return FALSE;
    else if (sentence->quoted[i + 1])
      return quo_clause_has_between (sentence, i, quo_clause_is_colon);
  return FALSE;
}

/* "said the plan relied on a toll that nobody pays": a clause begins with its subject right behind
 * the verb, and "that" tells of a noun in it. */
static gboolean
begins_with_subject (const QuoClauseSentence *sentence, gint cue, gint first, gint opener)
{
  const QuoToken *token = quo_clause_get_token (sentence, first);

  return opener > first + 2 && first == cue + quo_clause_get_token (sentence, cue)->n_words
         && get_least_words (sentence, cue, first) < G_MAXINT
         && (token->kinds & (QUO_WORD_DETERMINER | QUO_WORD_PRONOUN))
         && !(token->kinds & QUO_WORD_OPENER);
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

static gboolean
try_after (QuoClauseSentence *sentence, gint cue)
{
  const QuoToken *token = quo_clause_get_token (sentence, cue);
  gboolean has_comma = quo_language_has_clause_comma (sentence->language);
  gint opener = find_opener (sentence, cue), first = -1, after_colon = find_colon (sentence, cue);
  gint infinitive = find_infinitive (sentence, cue);

  /* Asked if she would go, the governor paused; replied when asked if: nobody is named who asks. */
  if ((cue == 0 || is_subordinator (sentence, cue - 1)) && opener == cue + 1 && !has_comma
      && !quo_language_needs_opener (sentence->language))
    return FALSE;
  /* «...», lamenta Pilar Sanz, que vive allí; but “...”، مضيفا أن */
  if (cue > 0 && sentence->quoted[cue - 1]
      && ((quo_language_needs_opener (sentence->language) && opener != cue + (gint)token->n_words)
          || (quo_language_has_capital_nouns (sentence->language) && opener < 0)))
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
    first = find_after_comma (sentence, cue);
  else if (token->kinds & QUO_WORD_ANY_SAYING)
    first = find_bare (sentence, cue);
  if (opener >= 0
      && (first < 0
          || (!begins_with_subject (sentence, cue, first, opener)
              && !has_begun (sentence, first, opener,
                             has_comma ? QUO_WORD_SUBJUNCTIVE : QUO_WORD_FINITE))))
    {
      take_after (sentence, cue, opener, quo_clause_find_end (sentence, cue, opener), TRUE);
      return TRUE;
    }
  if (first < 0 || has_marks_after_colon (sentence, first))
    return FALSE;
  take_after (sentence, cue, first, quo_clause_find_end (sentence, cue, first), FALSE);
  return TRUE;
}

void
quo_clause_read_said (QuoClauseSentence *sentence, gint cue)
{
  if (!quo_clause_try_as (sentence, cue) && !quo_clause_try_before (sentence, cue))
    try_after (sentence, cue);
}
