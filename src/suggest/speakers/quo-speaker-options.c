/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-mention-persons.h"
#include "quo-speaker-answering.h"
#include "quo-speaker-colon.h"
#include "quo-speaker-context.h"
#include "quo-speaker-going-on.h"
#include "quo-speaker-options.h"
#include "quo-speaker-phrase.h"
#include "quo-speaker-sentence.h"
#include "quo-speaker-settle.h"
#include "quo-speaker-signed.h"
#include "quo-speaker-silent.h"
#include "quo-speaker-titled.h"
#include "quo-speaker-told.h"
#include "quo-vocative.h"

#include <math.h>
#include <string.h>

/* The options of a quote: mentions before it, in its paragraph and its sentence, the noun phrase
 * beside its verb of saying, and whom "according to" names. */

#define REACH_BACK 1500 /* code points before the quote */
#define MAX_BEFORE 14   /* mentions before it */
#define MAX_AFTER 8
#define MAX_TITLE 24        /* code points before a name that begins its sentence: obhájce */
#define MAX_TURNS 4         /* paragraphs with speech back that count for turn-taking */
#define MAX_BETWEEN_TURNS 2 /* paragraphs from one turn to the next */

typedef struct
{
  const QuoSuggesting *run;
  const GArray *mentions;
  const QuoQuoteCandidate *quote;
  const GArray *turns;
  QuoSpeakerContext context;
  QuoSpan source;   /* whom the quote's words name as its source, or an interview; empty: nobody */
  gboolean goes_on; /* nobody takes turns here: the source speaks on, or gives all the answers */
  QuoSpan silent;   /* the subject of the sentence before, which tells no quote; empty: none */
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

/* Whether the mention stands in the first words of its sentence. */
static gboolean
begins_sentence (const Finding *finding, const QuoMention *mention)
{
  guint32 start
      = quo_passage_find_sentence (finding->run->page, finding->run->language, mention->span).start;

  return mention->span.start <= start + MAX_TITLE;
}

/* The person with whom a sentence begins since the last turn: «...», dijo X. Y calla. «...»,
 * añadió. 0: nobody. */
static guint32
find_newcomer (const Finding *finding)
{
  QuoSpan hull = finding->context.hull;
  QuoSpan last = g_array_index (finding->turns, QuoSpeakerTurn, finding->turns->len - 1).hull;
  guint32 from = quo_passage_find_sentence (finding->run->page, finding->run->language, last).end;

  for (guint i = quo_mentions_find_first (finding->mentions, hull.start); i > 0; i--)
    {
      const QuoMention *mention = quo_mentions_get (finding->mentions, i - 1);

      if (mention->span.start < from)
        return 0;
      if (!mention->is_quoted && !mention->is_pronoun && mention->kind == QUO_MENTION_PERSON
          && begins_sentence (finding, mention))
        return mention->person;
    }
  return 0;
}

/* Who spoke last, and who before: by paragraphs, as people take turns. A paragraph without speech
 * may stand between two turns, not more. */
static void
measure_turns (const Finding *finding, guint32 person, double *f)
{
  gboolean has_cue = !quo_span_is_empty (finding->context.cue);
  guint last = quo_passage_find_paragraph (finding->run->page, finding->context.hull.start);
  guint here = last, n_turns = 0;
  guint32 newcomer = 0;

  if (person == 0)
    return;
  if (!quo_span_is_empty (finding->silent))
    newcomer = quo_mention_persons_hash (finding->run->page, finding->silent);
  else if (finding->turns->len > 0 && quo_speaker_is_dropped (&finding->context))
    newcomer = find_newcomer (finding);
  f[QUO_SPEAKER_DROPPED] = newcomer == person;
  for (guint i = finding->turns->len; i > 0 && n_turns <= MAX_TURNS; i--)
    {
      const QuoSpeakerTurn *turn = &g_array_index (finding->turns, QuoSpeakerTurn, i - 1);
      gboolean is_run = turn->paragraph + MAX_BETWEEN_TURNS >= last;

      if (turn->paragraph != last)
        n_turns += is_run ? 1 : MAX_TURNS;
      last = turn->paragraph;
      if (turn->person != person)
        continue;
      f[QUO_SPEAKER_KNOWN] = 1;
      if (i == finding->turns->len && newcomer == 0 && quo_speaker_is_dropped (&finding->context))
        f[QUO_SPEAKER_DROPPED] = turn->paragraph == here ? 1 : 0.5;
      if (turn->paragraph == here)
        f[QUO_SPEAKER_SAME_TURN] = newcomer == 0 || newcomer == person;
      else if (n_turns == 1)
        f[QUO_SPEAKER_OWN_TURN] = !has_cue && !finding->goes_on;
      else if (n_turns == 2)
        f[QUO_SPEAKER_LAST_TURN] = !has_cue && !finding->goes_on;
    }
}

/* Whether the person is spoken to in the quote @hull. */
static gboolean
is_addressed (const Finding *finding, guint32 person, QuoSpan hull)
{
  if (person == 0)
    return FALSE;
  for (guint i = quo_mentions_find_first (finding->mentions, hull.start);
       i < finding->mentions->len; i++)
    {
      const QuoMention *mention = quo_mentions_get (finding->mentions, i);

      if (mention->span.start >= hull.end)
        return FALSE;
      if (mention->person == person && !mention->is_pronoun
          && quo_vocative_is_one (finding->run->page, finding->run->language, mention->span))
        return TRUE;
    }
  return FALSE;
}

/* Whether the person is spoken to in the quote of the paragraph before. */
static gboolean
was_addressed (const Finding *finding, guint32 person)
{
  const QuoSpeakerTurn *turn;
  guint here = quo_passage_find_paragraph (finding->run->page, finding->context.hull.start);

  if (finding->turns->len == 0)
    return FALSE;
  turn = &g_array_index (finding->turns, QuoSpeakerTurn, finding->turns->len - 1);
  return turn->paragraph != here && turn->paragraph + MAX_BETWEEN_TURNS >= here
         && turn->person != person && is_addressed (finding, person, turn->hull);
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
  if (mention == NULL || mention->kind == QUO_MENTION_PLAIN)
    f[QUO_SPEAKER_PLAIN] = 1;
  else if (mention->kind == QUO_MENTION_PERSON)
    f[QUO_SPEAKER_PERSON] = 1;
  else if (mention->kind == QUO_MENTION_ORGANIZATION)
    f[QUO_SPEAKER_ORGANIZATION] = 1;
  else
    f[QUO_SPEAKER_OTHER] = 1;
}

static gboolean
begins_with_article (const Finding *finding, QuoSpan span)
{
  g_autoptr (GArray) tokens = quo_tokens_list (finding->run->page, finding->run->language, span);

  return tokens->len > 0 && (quo_tokens_get (tokens, 0)->kinds & QUO_WORD_DETERMINER);
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
  f[QUO_SPEAKER_BARE] = mention == NULL && !begins_with_article (finding, option->span);
  if (!quo_span_is_empty (finding->source) && quo_span_overlaps (option->span, finding->source))
    f[QUO_SPEAKER_LEADS] = 1;
  f[QUO_SPEAKER_PREVIOUS_SENTENCE] = stands_in_previous_sentence (finding, option->span);
  if (mention != NULL)
    {
      f[QUO_SPEAKER_NAMED] = !mention->is_pronoun;
      f[QUO_SPEAKER_FREQUENT] = MIN (1, log (1 + mention->n_named) / 3);
      f[QUO_SPEAKER_FIRST_IN_SENTENCE] = mention->is_first && !mention->is_quoted;
      f[QUO_SPEAKER_ADDRESSED]
          = !mention->is_pronoun && is_addressed (finding, mention->person, context->hull);
      f[QUO_SPEAKER_WAS_ADDRESSED] = !mention->is_pronoun && quo_span_is_empty (context->cue)
                                     && was_addressed (finding, mention->person);
    }
  quo_speaker_context_measure_gender (
      context,
      mention != NULL ? mention->gender
                      : quo_gender_of_mention (context->page, context->language, option->span),
      f);
  measure_turns (finding, option->person, f);
  if (f[QUO_SPEAKER_CLASHES] > 0)
    f[QUO_SPEAKER_DROPPED] = 0; /* řekl farář. „Stála jsem tam,“ popisuje. */
  quo_speaker_context_complete (context, option->span, mention != NULL && mention->is_pronoun, f);
}

static void
add (Finding *finding, QuoSpan span, gint mention)
{
  QuoSpeakerOption option = { .span = span, .mention = mention };

  option.person = mention >= 0 ? quo_mentions_get (finding->mentions, mention)->person
                               : quo_mention_persons_hash (finding->run->page, span);
  measure (finding, &option);
  g_array_append_val (finding->options, option);
}

/* Whether the words go on behind a mention they begin with: Hale's lawyer, U.S. officials,
 * SPD-Politikerin. */
static gboolean
is_owner (const Finding *finding, QuoSpan mention, QuoSpan span)
{
  const QuoPassage *page = finding->run->page;

  if (mention.end + 2 >= span.end)
    return FALSE;
  /* "President Cole's aide said", but "Ms Hale's brother, Tim, said" */
  if (mention.start > span.start && span.end + 1 != finding->context.verb.start)
    return FALSE;
  if (quo_char_is_apostrophe (quo_passage_get (page, mention.end)))
    return quo_passage_get (page, mention.end + 1) == 's';
  if (mention.start > span.start)
    return FALSE;
  if (quo_char_is_hyphen (quo_passage_get (page, mention.end)))
    return TRUE;
  return quo_passage_get (page, mention.end) == ' '
         && g_unichar_islower (quo_passage_get (page, mention.end + 1));
}

/* Something beside the verb that is no mention. */
static void
add_phrase (Finding *finding, QuoSpan span)
{
  guint i = quo_mentions_find_first (finding->mentions, span.start);

  if (quo_span_is_empty (span) || is_inside (finding, span))
    return;
  if (i < finding->mentions->len
      && quo_span_overlaps (quo_mentions_get (finding->mentions, i)->span, span)
      && !is_owner (finding, quo_mentions_get (finding->mentions, i)->span, span))
    return;
  for (guint k = 0; k < finding->options->len; k++)
    if (quo_span_overlaps (quo_options_get (finding->options, k)->span, span)
        && !is_owner (finding, quo_options_get (finding->options, k)->span, span))
      return;
  add (finding, span, -1);
}

/* X (CDU): a body in brackets. */
static gboolean
is_in_brackets (const Finding *finding, const QuoMention *mention)
{
  const QuoPassage *page = finding->run->page;

  return mention->kind != QUO_MENTION_PERSON && mention->span.start > page->start
         && quo_passage_get (page, mention->span.start - 1) == '('
         && quo_passage_get (page, mention->span.end) == ')';
}

/* Pronouns in quotes, and "it" and "who", unless they stand beside the verb of saying; where the
 * subject stands in the verb, all others, too: الفيلم هو الجسر. */
static gboolean
is_no_speaker (const Finding *finding, const QuoMention *mention)
{
  const QuoSpeakerContext *context = &finding->context;
  char word[QUO_FOLD_SIZE];

  if (!mention->is_pronoun)
    return is_in_brackets (finding, mention);
  if (mention->is_quoted)
    return TRUE;
  if (quo_span_overlaps (mention->span, context->before)
      || quo_span_overlaps (mention->span, context->after))
    return FALSE;
  quo_passage_fold (context->page, mention->span, word);
  return quo_language_lists (context->language, QUO_LIST_RELATIVES, word)
         || quo_language_has_subject_after (context->language)
         || quo_gender_of_mention (context->page, context->language, mention->span)
                == QUO_GENDER_THING;
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
      if (is_inside (finding, mention->span) || is_no_speaker (finding, mention))
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
      if (is_inside (finding, mention->span) || is_no_speaker (finding, mention))
        continue;
      add (finding, mention->span, i);
      n++;
    }
}

static gboolean
has_person (const Finding *finding, guint32 person)
{
  for (guint i = 0; i < finding->options->len; i++)
    if (quo_options_get (finding->options, i)->person == person)
      return TRUE;
  return FALSE;
}

/* Who spoke in the last turns, where nothing says who speaks: they may have been named long ago, or
 * by words that are no mention. */
static void
add_turns (Finding *finding)
{
  guint n = 0;

  guint max = MAX_TURNS;

  if (quo_speaker_is_dropped (&finding->context))
    max = 1; /* «…», añadió: whoever spoke last */
  else if (!quo_span_is_empty (finding->context.cue))
    return;
  for (guint i = finding->turns->len; i > 0 && n < max; i--, n++)
    {
      const QuoSpeakerTurn *turn = &g_array_index (finding->turns, QuoSpeakerTurn, i - 1);

      if (turn->person != 0 && !quo_span_is_empty (turn->span)
          && !has_person (finding, turn->person))
        add (finding, turn->span, turn->mention);
    }
}

/* Who gives all the answers of an interview, however far before this one: of the others that are
 * named near it nobody speaks. */
static void
add_answering (Finding *finding, gint answering)
{
  finding->source = quo_mentions_get (finding->mentions, answering)->span;
  add (finding, finding->source, answering);
  quo_options_get (finding->options, 0)->features[QUO_SPEAKER_LATER] = 0; /* of a headline */
}

/* Who said it by what stands before it, unless its own words name them: the first of these that
 * knows somebody. */
static void
find_source (Finding *finding)
{
  static QuoSpan (*const by_quotes[]) (const QuoSpeakerContext *, const QuoQuoteCandidate *,
                                       const GArray *)
      = { quo_speaker_find_same, quo_speaker_find_told_of };
  static QuoSpan (*const by_names[]) (const QuoSpeakerContext *, const GArray *)
      = { quo_speaker_find_leading, quo_speaker_find_before_colon, quo_speaker_find_signed,
          quo_speaker_find_paragraph_before };
  const QuoSpeakerContext *context = &finding->context;

  if (quo_span_is_empty (finding->source))
    finding->source = quo_speaker_find_going_on (context, finding->quote, finding->turns);
  finding->goes_on
      = !quo_span_is_empty (finding->source) && quo_span_is_empty (finding->quote->source);
  for (guint i = 0; i < G_N_ELEMENTS (by_quotes) && quo_span_is_empty (finding->source); i++)
    finding->source = by_quotes[i](context, finding->quote, finding->turns);
  for (guint i = 0; i < G_N_ELEMENTS (by_names) && quo_span_is_empty (finding->source); i++)
    finding->source = by_names[i](context, finding->mentions);
  if (!quo_span_is_empty (finding->source))
    return;
  finding->source = quo_speaker_find_sentence_before (context, finding->mentions);
  if (!quo_span_is_empty (finding->source) && context->is_borrowed)
    quo_speaker_context_drop_cue (&finding->context);
}

/* “...”, said X. Y on that: “...”: who is named before the colon beats the verb of another quote.
 */
static void
find_named (Finding *finding)
{
  QuoSpan named = finding->quote->source;

  if (!finding->context.is_borrowed)
    return;
  if (quo_span_is_empty (named) && quo_span_is_empty (finding->source))
    named = quo_speaker_find_before_colon (&finding->context, finding->mentions);
  if (quo_span_is_empty (named) || quo_speaker_is_utterance (&finding->context, named))
    return;
  finding->source = named;
  quo_speaker_context_drop_cue (&finding->context);
}

static void
add_all (Finding *finding)
{
  find_named (finding);
  find_source (finding);
  quo_speaker_name_leader (&finding->context, finding->mentions);
  finding->silent = quo_speaker_find_silent (&finding->context, finding->mentions, finding->turns);
  finding->context.after = quo_speaker_cut_addressee (&finding->context, finding->mentions);
  add_mentions (finding);
  add_phrase (finding, finding->source);
  add_phrase (finding, finding->context.before);
  add_phrase (finding, finding->context.after);
  add_phrase (finding, finding->context.leader);
  add_phrase (finding, finding->silent);
  add_turns (finding);
}

GArray *
quo_speaker_options_find (const QuoSuggesting *run, GArray *stretches, const GArray *mentions,
                          const QuoQuoteCandidate *quote, const GArray *turns)
{
  Finding finding = { .run = run, .mentions = mentions, .quote = quote, .turns = turns };
  gboolean is_answer = quo_speaker_is_answer (run->page, stretches, quote);
  gint answering
      = is_answer ? quo_speaker_find_answering (run->page, run->language, stretches, mentions) : -1;

  finding.source = is_answer && answering < 0 && quo_span_is_empty (quote->source)
                       ? quo_speaker_find_heading (run->page, run->language, stretches)
                       : quote->source;
  finding.options = g_array_new (FALSE, FALSE, sizeof (QuoSpeakerOption));
  quo_speaker_context_init_on (&finding.context, run->page, stretches, run->language, quote->parts,
                               quote->n_parts, quote->cue);
  if (answering >= 0)
    add_answering (&finding, answering);
  else
    add_all (&finding);
  quo_speaker_options_settle (finding.options, &finding.context, finding.source);
  quo_speaker_context_clear (&finding.context);
  return finding.options;
}

QuoSpeakerTurn
quo_speaker_turn_begin (const QuoSuggesting *run, const QuoQuoteCandidate *quote)
{
  QuoSpan hull = quo_quote_candidate_get_hull (quote);

  return (QuoSpeakerTurn){ .hull = hull,
                           .mention = -1,
                           .paragraph = quo_passage_find_paragraph (run->page, hull.start) };
}
