/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-context.h"
#include "quo-speaker-options.h"

#include <math.h>
#include <string.h>

/* The options of a quote: mentions before it, in its paragraph and its sentence, the noun phrase
 * beside its verb of saying, and whom "according to" names. */

#define REACH_BACK 1500 /* code points before the quote */
#define MAX_BEFORE 14   /* mentions before it */
#define MAX_AFTER 8
#define MAX_TURNS 4 /* quotes back that count for turn-taking */

typedef struct
{
  const QuoSuggesting *run;
  const GArray *mentions;
  const QuoQuoteCandidate *quote;
  const GArray *turns;
  QuoSpeakerContext context;
  GArray *options;
} Finding;

static gboolean
is_inside (const Finding *finding, QuoSpan span)
{
  for (guint i = 0; i < finding->quote->n_parts; i++)
    if (quo_span_overlaps (finding->quote->parts[i], span))
      return TRUE;
  return FALSE;
}

/* Who spoke last, and who before: by paragraphs, as people take turns. */
static void
measure_turns (const Finding *finding, guint32 person, double *f)
{
  gboolean has_cue = !quo_span_is_empty (finding->context.cue);
  guint n = 0;

  if (person == 0)
    return;
  for (guint i = finding->turns->len; i > 0 && n < MAX_TURNS; i--, n++)
    {
      const QuoSpeakerTurn *turn = &g_array_index (finding->turns, QuoSpeakerTurn, i - 1);
      gboolean is_here = turn->hull.start >= finding->context.paragraph.start;

      if (is_here && turn->person == person)
        f[QUO_SPEAKER_SAME_TURN] = 1;
      else if (!is_here && n == 0 && turn->person == person)
        f[QUO_SPEAKER_OWN_TURN] = !has_cue;
      else if (!is_here && n == 1 && turn->person == person)
        f[QUO_SPEAKER_LAST_TURN] = !has_cue;
      if (turn->person == person)
        f[QUO_SPEAKER_KNOWN] = 1;
    }
}

/* "You are late, John": a name in the quote that a comma sets off. */
static gboolean
is_addressed (const Finding *finding, guint32 person)
{
  const QuoPassage *page = finding->run->page;
  QuoSpan hull = quo_quote_candidate_get_hull (finding->quote);

  if (person == 0)
    return FALSE;
  for (guint i = quo_mentions_find_first (finding->mentions, hull.start);
       i < finding->mentions->len; i++)
    {
      const QuoMention *mention = quo_mentions_get (finding->mentions, i);

      if (mention->span.start >= hull.end)
        return FALSE;
      if (mention->person == person && !mention->is_pronoun && is_inside (finding, mention->span)
          && (quo_char_is_comma (quo_passage_get (page, mention->span.end))
              || quo_char_is_stop (quo_passage_get (page, mention->span.end))))
        return TRUE;
    }
  return FALSE;
}

static gboolean
stands_in_previous_sentence (const Finding *finding, QuoSpan span)
{
  guint32 start = finding->context.sentence.start;
  QuoSpan before;

  if (start < 2 || span.end > start || start - span.end > 400)
    return FALSE;
  while (start > 1
         && (g_unichar_isspace (quo_passage_get (finding->run->page, start - 1))
             || quo_char_is_quote_mark (quo_passage_get (finding->run->page, start - 1))))
    start--;
  before = quo_passage_find_sentence (finding->run->page, finding->run->language,
                                      QUO_SPAN (start - 1, start));
  return quo_span_contains (before, span);
}

static void
measure_type (const QuoMention *mention, double *f)
{
  if (mention == NULL || mention->type == NULL)
    f[QUO_SPEAKER_PLAIN] = 1;
  else if (strcmp (mention->type, "person") == 0)
    f[QUO_SPEAKER_PERSON] = 1;
  else if (strcmp (mention->type, "organization") == 0)
    f[QUO_SPEAKER_ORGANIZATION] = 1;
  else
    f[QUO_SPEAKER_OTHER] = 1;
}

static void
measure (const Finding *finding, QuoSpeakerOption *option)
{
  const QuoMention *mention
      = option->mention >= 0 ? quo_mentions_get (finding->mentions, option->mention) : NULL;
  const QuoSpeakerContext *context = &finding->context;
  double *f = option->features;

  quo_speaker_context_measure (context, option->span, f);
  measure_type (mention, f);
  f[QUO_SPEAKER_PHRASE] = mention == NULL;
  if (!quo_span_is_empty (finding->quote->source)
      && quo_span_overlaps (option->span, finding->quote->source))
    f[QUO_SPEAKER_LEADS] = 1;
  f[QUO_SPEAKER_PREVIOUS_SENTENCE] = stands_in_previous_sentence (finding, option->span);
  if (mention != NULL)
    {
      f[QUO_SPEAKER_NAMED] = !mention->is_pronoun;
      f[QUO_SPEAKER_FREQUENT] = MIN (1, log (1 + mention->n_named) / 3);
      f[QUO_SPEAKER_FIRST_IN_SENTENCE] = mention->is_first && !mention->is_quoted;
      f[QUO_SPEAKER_ADDRESSED] = !mention->is_pronoun && is_addressed (finding, mention->person);
      measure_turns (finding, mention->person, f);
    }
  quo_speaker_context_complete (context, option->span, mention != NULL && mention->is_pronoun, f);
}

static void
add (Finding *finding, QuoSpan span, gint mention)
{
  QuoSpeakerOption option = { .span = span, .mention = mention };

  if (mention >= 0)
    option.person = quo_mentions_get (finding->mentions, mention)->person;
  measure (finding, &option);
  g_array_append_val (finding->options, option);
}

/* Something beside the verb that is no mention. */
static void
add_phrase (Finding *finding, QuoSpan span)
{
  guint i = quo_mentions_find_first (finding->mentions, span.start);

  if (quo_span_is_empty (span) || is_inside (finding, span))
    return;
  if (i < finding->mentions->len
      && quo_span_overlaps (quo_mentions_get (finding->mentions, i)->span, span))
    return;
  for (guint k = 0; k < finding->options->len; k++)
    if (quo_span_overlaps (quo_options_get (finding->options, k)->span, span))
      return;
  add (finding, span, -1);
}

static void
add_mentions (Finding *finding)
{
  QuoSpan hull = finding->context.hull;
  guint32 end = MAX (finding->context.sentence.end, finding->context.paragraph.end);
  guint at = quo_mentions_find_first (finding->mentions, hull.start);
  guint n = 0;

  for (guint i = at; i > 0 && n < MAX_BEFORE; i--)
    {
      const QuoMention *mention = quo_mentions_get (finding->mentions, i - 1);

      if (mention->span.end + REACH_BACK < hull.start)
        break;
      if (is_inside (finding, mention->span))
        continue;
      add (finding, mention->span, i - 1);
      n += !mention->is_quoted;
    }
  n = 0;
  for (guint i = at; i < finding->mentions->len && n < MAX_AFTER; i++)
    {
      const QuoMention *mention = quo_mentions_get (finding->mentions, i);

      if (mention->span.start >= end)
        break;
      if (is_inside (finding, mention->span))
        continue;
      add (finding, mention->span, i);
      n++;
    }
}

/* Of those before the verb in its sentence, the first one leads: X, head of Y, said. */
static void
mark_leader (Finding *finding)
{
  const QuoSpeakerContext *context = &finding->context;
  QuoSpeakerOption *leader = NULL;
  guint32 at = context->cue.start;

  if (quo_span_is_empty (context->cue))
    return;
  for (guint i = 0; i < finding->options->len; i++)
    {
      QuoSpeakerOption *option = quo_options_get (finding->options, i);

      if (quo_span_contains (context->sentence, option->span) && option->span.end <= at
          && option->features[QUO_SPEAKER_QUOTED] == 0
          && (leader == NULL || option->span.start < leader->span.start))
        leader = option;
    }
  if (leader == NULL)
    return;
  while (at > context->sentence.start && quo_passage_get (context->page, at - 1) == ' ')
    at--;
  leader->features[QUO_SPEAKER_LEADS_SENTENCE] = 1;
  leader->features[QUO_SPEAKER_APPOSED]
      = quo_char_is_comma (quo_passage_get (context->page, at - 1));
}

GArray *
quo_speaker_options_find (const QuoSuggesting *run, GArray *stretches, const GArray *mentions,
                          const QuoQuoteCandidate *quote, const GArray *turns)
{
  Finding finding = { .run = run, .mentions = mentions, .quote = quote, .turns = turns };

  finding.options = g_array_new (FALSE, FALSE, sizeof (QuoSpeakerOption));
  quo_speaker_context_init_on (&finding.context, run->page, stretches, run->language, quote->parts,
                               quote->n_parts, quote->cue);
  add_mentions (&finding);
  add_phrase (&finding, finding.context.before);
  add_phrase (&finding, finding.context.after);
  add_phrase (&finding, quote->source);
  mark_leader (&finding);
  quo_speaker_context_clear (&finding.context);
  return finding.options;
}
