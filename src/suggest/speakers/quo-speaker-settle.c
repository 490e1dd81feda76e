/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-settle.h"

#include "quo-speaker-place.h"
#include "quo-speaker-role.h"
#include "quo-speaker-silent.h"
#include "quo-speaker-told.h"

/* Which of several options leads to the verb, is its subject, or is told what is said. */

#define MAX_TOLD 24 /* code points from the verb of saying to whom it is said to */

typedef struct
{
  const QuoSpeakerContext *context;
  GArray *options;
  QuoSpan source;
} Settling;

/* The end of the text before @at that is no blank. */
static guint32
skip_blanks_back (const QuoSpeakerContext *context, guint32 at)
{
  while (at > context->sentence.start
         && g_unichar_isspace (quo_passage_get (context->page, at - 1)))
    at--;
  return at;
}

/* "Auf die Frage, ob sie zahle, antwortete die Firma": whether a word before it opens a clause. */
static gboolean
follows_opener (const QuoSpeakerContext *context, QuoSpan span)
{
  gint i = quo_tokens_find (context->tokens, span.start);

  return i > 1 && (quo_tokens_get (context->tokens, i - 1)->kinds & QUO_WORD_OPENER)
         && quo_language_has_capital_nouns (context->language);
}

/* Of those before the verb in its sentence, the first one leads: X, head of Y, said. What follows a
 * preposition leads nothing: In Paris, X said. */
static void
mark_leader (Settling *settling)
{
  const QuoSpeakerContext *context = settling->context;
  QuoSpeakerOption *leader = NULL;
  guint32 at = context->verb.start;

  if (quo_span_is_empty (context->cue) || context->is_sole)
    return;
  for (guint i = 0; i < settling->options->len; i++)
    {
      QuoSpeakerOption *option = quo_options_get (settling->options, i);

      if (quo_span_contains (context->sentence, option->span) && option->span.end <= at
          && option->features[QUO_SPEAKER_QUOTED] == 0
          && option->features[QUO_SPEAKER_POSSESSIVE] == 0 /* X's brother, Tim, said */
          && (leader == NULL || option->span.start < leader->span.start)
          && !quo_speaker_context_follows_preposition (context, option->span)
          && !follows_opener (context, option->span))
        leader = option;
    }
  if (leader == NULL)
    return;
  at = skip_blanks_back (context, at);
  leader->features[QUO_SPEAKER_LEADS_SENTENCE] = 1;
  leader->features[QUO_SPEAKER_CHAIN] = quo_speaker_context_is_chain (context, leader->span);
  leader->features[QUO_SPEAKER_APPOSED]
      = quo_char_is_comma (quo_passage_get (context->page, at - 1));
  if (leader->features[QUO_SPEAKER_CHAIN] + leader->features[QUO_SPEAKER_APPOSED] > 0)
    leader->features[QUO_SPEAKER_NOT_SUBJECT] = 0;
}

static gboolean
is_subject_at (const QuoSpeakerOption *option, QuoSpan subject)
{
  return !quo_span_is_empty (subject) && quo_span_overlaps (option->span, subject);
}

/* Die Opposition warf Ahlers vor */
static gboolean
is_accusing (const QuoSpeakerContext *context)
{
  char word[QUO_FOLD_SIZE];

  quo_passage_fold (context->page, context->verb, word);
  return quo_language_lists (context->language, QUO_LIST_ACCUSING, word);
}

/* Whom somebody accuses does not speak, however near they stand. */
static void
settle_accused (Settling *settling)
{
  const QuoSpeakerContext *context = settling->context;

  if (quo_span_is_empty (context->before) || !is_accusing (context))
    return;
  for (guint i = 0; i < settling->options->len; i++)
    {
      QuoSpeakerOption *option = quo_options_get (settling->options, i);

      if (!is_subject_at (option, context->after) || is_subject_at (option, context->before))
        continue;
      option->features[QUO_SPEAKER_SUBJECT] = 0;
      option->features[QUO_SPEAKER_NOT_SUBJECT] = option->features[QUO_SPEAKER_OBJECT] = 1;
    }
}

/* Where the verb stands second, somebody named right after a verb of saying is its subject, and the
 * noun before it is whom it is said to: Der Zeitung sagte X. */
static void
settle_subjects (Settling *settling)
{
  const QuoSpeakerContext *context = settling->context;
  gboolean has_person = FALSE, is_about;

  if (!quo_language_has_capital_nouns (context->language) || quo_span_is_empty (context->before)
      || quo_span_is_empty (context->after) || context->after.start > context->verb.end + 1
      || is_accusing (context))
    return;
  for (guint i = 0; i < settling->options->len; i++)
    {
      const QuoSpeakerOption *option = quo_options_get (settling->options, i);

      has_person
          |= option->features[QUO_SPEAKER_PERSON] > 0 && is_subject_at (option, context->after);
    }
  is_about = quo_speaker_context_follows_preposition (context, context->before);
  for (guint i = 0; has_person && i < settling->options->len; i++)
    {
      QuoSpeakerOption *option = quo_options_get (settling->options, i);

      if ((option->features[QUO_SPEAKER_PERSON] > 0 && !is_about)
          || option->features[QUO_SPEAKER_PRONOUN] > 0 || !is_subject_at (option, context->before))
        continue;
      option->features[QUO_SPEAKER_SUBJECT] *= 0.3;
      option->features[QUO_SPEAKER_OBJECT] = 1;
      option->features[QUO_SPEAKER_LEADS_SENTENCE] = 0;
      option->features[QUO_SPEAKER_CHAIN] = 0;
    }
}

/* Whether @person leads to the verb without a comma, over the words at @subject. */
static gboolean
leads_over (const Settling *settling, const QuoSpeakerOption *person, QuoSpan subject)
{
  return person->features[QUO_SPEAKER_PERSON] > 0 && person->features[QUO_SPEAKER_CHAIN] > 0
         && person->span.end <= subject.start
         && !quo_speaker_context_has_border (settling->context, person->span.end, subject.start);
}

/* "X stood up after a newspaper reported": with an article of their own the words beside the verb
 * are no part of a chain from the person to it. */
static gboolean
has_own_article (const QuoSpeakerContext *context, QuoSpan subject)
{
  gint i = quo_tokens_find (context->tokens, subject.start);

  return i >= 0 && !quo_language_has_capital_nouns (context->language)
         && (quo_tokens_get (context->tokens, i)->kinds & (QUO_WORD_DETERMINER | QUO_WORD_OBLIQUE))
                == QUO_WORD_DETERMINER;
}

/* Ředitelka Kateřina Benešová serveru Gól24 řekla: a person who leads to the verb is its subject,
 * and not the name of a paper beside it; but of "Biden aide Ann Ward said" the second one is, where
 * words have no endings that tell. */
static void
settle_leader (Settling *settling)
{
  QuoSpan subject = settling->context->before;
  gboolean is_inflected = quo_language_has_clause_comma (settling->context->language)
                          && !quo_language_has_capital_nouns (settling->context->language);
  QuoSpeakerOption *leader = NULL, *beside = NULL;

  if (quo_span_is_empty (subject) || settling->context->is_sole
      || has_own_article (settling->context, subject))
    return;
  for (guint i = 0; i < settling->options->len; i++)
    {
      QuoSpeakerOption *option = quo_options_get (settling->options, i);

      if (leads_over (settling, option, subject))
        leader = option;
      else if (is_subject_at (option, subject) && option->features[QUO_SPEAKER_PRONOUN] == 0
               && (is_inflected || option->features[QUO_SPEAKER_PERSON] == 0))
        beside = option;
    }
  if (leader == NULL || beside == NULL)
    return;
  leader->features[QUO_SPEAKER_SUBJECT] = beside->features[QUO_SPEAKER_SUBJECT];
  beside->features[QUO_SPEAKER_SUBJECT] = 0;
  beside->features[QUO_SPEAKER_NOT_SUBJECT] = beside->features[QUO_SPEAKER_OBJECT] = 1;
}

/* "and", or the "with" of "with a doctor telling" */
static gboolean
joins_clause (const QuoSpeakerContext *context, gint i)
{
  const QuoToken *token = quo_tokens_get (context->tokens, i);
  char word[QUO_FOLD_SIZE];

  quo_token_fold (context->page, token, word);
  return (token->kinds & QUO_WORD_JOIN)
         || quo_language_lists (context->language, QUO_LIST_ABSOLUTE, word);
}

/* "The Trust says ..., and a man from its office told them": who stands before the comma of a
 * clause that has a subject of its own does not speak in it, though they spoke in the one before.
 */
static void
settle_clause (Settling *settling)
{
  const QuoSpeakerContext *context = settling->context;
  QuoSpan subject = context->before;
  gint i = quo_span_is_empty (subject) ? -1 : quo_tokens_find (context->tokens, subject.start);

  if (i < 2 || !joins_clause (context, i - 1)
      || !quo_speaker_context_has_border (context,
                                          quo_tokens_get (context->tokens, i - 2)->span.end,
                                          quo_tokens_get (context->tokens, i - 1)->span.start))
    return;
  for (guint k = 0; k < settling->options->len; k++)
    {
      QuoSpeakerOption *option = quo_options_get (settling->options, k);

      if (option->span.end <= subject.start && option->features[QUO_SPEAKER_SUBJECT] == 0)
        option->features[QUO_SPEAKER_SAME_TURN] = option->features[QUO_SPEAKER_LEADS_SENTENCE] = 0;
    }
}

/* Whether a person stands between two commas right before the verb. */
static gboolean
is_apposition (const Settling *settling, const QuoSpeakerOption *option)
{
  const QuoSpeakerContext *context = settling->context;
  guint32 end = skip_blanks_back (context, context->verb.start);
  guint32 start = skip_blanks_back (context, option->span.start);

  return option->features[QUO_SPEAKER_PERSON] > 0 && option->features[QUO_SPEAKER_PRONOUN] == 0
         && option->features[QUO_SPEAKER_QUOTED] == 0 && end == option->span.end + 1
         && quo_char_is_comma (quo_passage_get (context->page, end - 1))
         && start > context->sentence.start
         && quo_char_is_comma (quo_passage_get (context->page, start - 1));
}

/* The League regrets it, and its president, Amparo Giner, said; a lawyer for the company, Bruce
 * Tan, said: a name set off right before the verb speaks, and no body or noun with which the
 * sentence began. */
static void
settle_apposition (Settling *settling)
{
  QuoSpeakerOption *name = NULL;

  if (quo_span_is_empty (settling->context->cue))
    return;
  for (guint i = 0; i < settling->options->len; i++)
    if (is_apposition (settling, quo_options_get (settling->options, i)))
      name = quo_options_get (settling->options, i);
  if (name == NULL)
    return;
  for (guint i = 0; i < settling->options->len; i++)
    {
      QuoSpeakerOption *option = quo_options_get (settling->options, i);

      if (option->features[QUO_SPEAKER_LEADS_SENTENCE] == 0
          || (option->features[QUO_SPEAKER_ORGANIZATION] == 0
              && (option->mention >= 0 || quo_language_needs_opener (settling->context->language)))
          || option == name)
        continue;
      option->features[QUO_SPEAKER_SUBJECT] = option->features[QUO_SPEAKER_APPOSED] = 0;
      option->features[QUO_SPEAKER_LEADS_SENTENCE] = option->features[QUO_SPEAKER_CHAIN] = 0;
      option->features[QUO_SPEAKER_NOT_SUBJECT] = 1;
      name->features[QUO_SPEAKER_APPOSED] = 1;
      name->features[QUO_SPEAKER_NOT_SUBJECT] = 0;
    }
}

/* Whether the option is told what is said: told X, said to X. */
static gboolean
is_told (const Settling *settling, const QuoSpeakerOption *option)
{
  const QuoSpeakerContext *context = settling->context;

  if (!quo_span_is_empty (context->told))
    return quo_span_overlaps (option->span, context->told);
  return option->person != 0 && option->features[QUO_SPEAKER_OBJECT] > 0
         && option->features[QUO_SPEAKER_SUBJECT] == 0 && !context->is_borrowed
         && option->span.start > context->cue.end
         && option->span.start <= context->cue.end + MAX_TOLD
         && !quo_speaker_context_has_border (context, context->cue.end, option->span.start);
}

/* A paper did not say it, however near the verb it stands. */
static void
settle_told_paper (QuoSpeakerOption *option)
{
  option->features[QUO_SPEAKER_NEAR_CUE] = 0;
  option->features[QUO_SPEAKER_OBJECT] = option->features[QUO_SPEAKER_ADDRESSED] = 1;
}

/* Whom it is said to did not say it, wherever else they are named. */
static void
mark_told (Settling *settling)
{
  if (quo_span_is_empty (settling->context->cue) || !quo_span_is_empty (settling->source)
      || (quo_span_is_empty (settling->context->before)
          && quo_span_is_empty (settling->context->told)))
    return;
  for (guint i = 0; i < settling->options->len; i++)
    {
      guint32 person = quo_options_get (settling->options, i)->person;

      if (!is_told (settling, quo_options_get (settling->options, i)))
        continue;
      if (!quo_span_is_empty (settling->context->told))
        settle_told_paper (quo_options_get (settling->options, i));
      for (guint k = 0; k < settling->options->len && person != 0; k++)
        {
          QuoSpeakerOption *option = quo_options_get (settling->options, k);

          if (option->person == person && option->features[QUO_SPEAKER_SUBJECT] == 0)
            option->features[QUO_SPEAKER_ADDRESSED] = 1;
        }
    }
}

/* «...», dijo en diálogo con FM Blue; «...», comentó sobre la salida de X: where the verb needs no
 * subject, nobody behind a preposition behind it speaks; nobody at all where the subject would
 * stand right behind it: وأشار إلى أن جلسة حسن. */
static void
settle_dropped (Settling *settling)
{
  const QuoSpeakerContext *context = settling->context;

  if (!quo_speaker_is_dropped (context) || context->is_borrowed
      || !quo_language_needs_opener (context->language))
    return;
  for (guint i = 0; i < settling->options->len; i++)
    {
      QuoSpeakerOption *option = quo_options_get (settling->options, i);

      if (option->span.start < context->cue.end || option->features[QUO_SPEAKER_PRONOUN] > 0
          || option->features[QUO_SPEAKER_LEADS] > 0
          || !quo_span_contains (context->sentence, option->span)
          || !(quo_language_has_subject_after (context->language)
               || quo_speaker_context_follows_preposition (context, option->span)))
        continue;
      option->features[QUO_SPEAKER_NEAR_CUE] = option->features[QUO_SPEAKER_SENTENCE] = 0;
      option->features[QUO_SPEAKER_OTHER_SENTENCE] = 1;
      option->features[QUO_SPEAKER_NOT_SUBJECT] = option->features[QUO_SPEAKER_OBJECT] = 1;
    }
}

/* نقلت الوكالة عن الوزير: who stands before the preposition hands on what another one says. */
static void
settle_relaying (Settling *settling)
{
  const QuoSpeakerContext *context = settling->context;
  gint cue = quo_span_is_empty (context->cue)
                 ? -1
                 : quo_tokens_find (context->tokens, context->cue.start);
  gint from = cue < 0 ? cue : quo_speaker_find_relayed (context, cue);

  for (guint i = 0; from > cue && i < settling->options->len; i++)
    {
      QuoSpeakerOption *option = quo_options_get (settling->options, i);

      if (option->span.start >= context->cue.end
          && option->span.end <= quo_tokens_get (context->tokens, from)->span.start)
        settle_told_paper (option);
    }
}

/* The CIS anti-terror chief: a body or place that a longer source begins with does not speak. */
static void
settle_owner (Settling *settling)
{
  for (guint i = 0; i < settling->options->len; i++)
    {
      const QuoSpeakerOption *phrase = quo_options_get (settling->options, i);

      if (phrase->mention >= 0 || phrase->features[QUO_SPEAKER_LEADS] == 0)
        continue;
      for (guint k = 0; k < settling->options->len; k++)
        {
          QuoSpeakerOption *owner = quo_options_get (settling->options, k);

          if (k != i && owner->features[QUO_SPEAKER_PERSON] == 0
              && quo_span_contains (phrase->span, owner->span)
              && owner->span.start == phrase->span.start)
            owner->features[QUO_SPEAKER_LEADS] = 0;
        }
    }
}

void
quo_speaker_options_settle (GArray *options, const QuoSpeakerContext *context, QuoSpan source)
{
  Settling settling = { .context = context, .options = options, .source = source };

  mark_leader (&settling);
  settle_subjects (&settling);
  settle_accused (&settling);
  settle_leader (&settling);
  quo_speaker_settle_roles (options, context);
  settle_apposition (&settling);
  settle_clause (&settling);
  settle_owner (&settling);
  mark_told (&settling);
  settle_dropped (&settling);
  settle_relaying (&settling);
}
