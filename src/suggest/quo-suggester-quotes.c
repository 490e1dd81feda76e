/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-addressee.h"
#include "quo-bearers.h"
#include "quo-quote-candidates.h"
#include "quo-sayings.h"
#include "quo-speaker-named.h"
#include "quo-suggester.h"

#include <glib/gi18n.h>

/* Quotes with their words of saying and their speakers. Candidates are found as whole spans and
 * classified; each that stays is given the likeliest of those who may have said it. */

#define MAX_JOINED 40 /* code points from one who speaks to another: " and Mayor " */

/* How likely a candidate must be to be proposed: what gives the best F1 on marked texts. */
static const QuoLeast least = { .marks = 0.5, .report = 0.28, .story = 0.9 };

typedef struct
{
  QuoSuggesting *run;
  GArray *mentions;
  GArray *bearers;
  GHashTable *heard; /* QuoRef of a quote to Heard (owned) */
} Reading;

/* Whom a quote is said to, kept until it is known who says it. */
typedef struct
{
  QuoAddressee addressee;
  double score;
} Heard;

/* --- Reasons --- */

static const char *
get_quote_reason (const QuoQuoteCandidate *candidate)
{
  if (candidate->model == QUO_MODEL_MARKS)
    {
      if (candidate->is_dash)
        return _ ("begins with a dash, as speech does");
      if (candidate->is_answer)
        return _ ("answers a question of the paragraph before");
      if (candidate->has_colon_cue)
        return _ ("stands in quotation marks after a colon");
      return candidate->has_cue ? _ ("stands in quotation marks, with a word of saying")
                                : _ ("stands in quotation marks");
    }
  switch (candidate->pattern)
    {
    case QUO_CLAUSE_AFTER:
      return candidate->has_marks ? _ ("follows a word of saying, with quotation marks in it")
                                  : _ ("follows a word of saying");
    case QUO_CLAUSE_BEFORE:
      return _ ("is followed by who says it");
    case QUO_CLAUSE_ROUND:
      return _ ("stands round who says it");
    case QUO_CLAUSE_SOURCE:
      return _ ("its source is named: according to");
    case QUO_CLAUSE_HEADLINE:
      return _ ("is a headline that names who says it");
    case QUO_CLAUSE_CONTINUED:
    default:
      return _ ("goes on in the mood of reported speech");
    }
}

static const char *
get_quote_rule (const QuoQuoteCandidate *candidate)
{
  static const char *const patterns[QUO_N_CLAUSE_PATTERNS]
      = { "said-clause", "clause-said", "clause-said-clause", "according-to", "mood", "headline" };

  return candidate->model == QUO_MODEL_MARKS ? "marks" : patterns[candidate->pattern];
}

static const char *
get_speaker_reason (const double *f)
{
  if (f[QUO_SPEAKER_LEADS] > 0)
    return _ ("is named as the source");
  if (f[QUO_SPEAKER_SUBJECT] > 0)
    return _ ("stands beside the word of saying");
  if (f[QUO_SPEAKER_SAME_TURN] > 0)
    return _ ("said another quote in this paragraph");
  if (f[QUO_SPEAKER_LAST_TURN] > 0)
    return _ ("spoke before last, as people take turns");
  if (f[QUO_SPEAKER_SENTENCE] > 0)
    return _ ("is named in the sentence");
  return f[QUO_SPEAKER_PARAGRAPH] > 0 ? _ ("is named in the paragraph")
                                      : _ ("was named last before it");
}

/* --- Speakers and cues --- */

static void
link_cue (const Reading *reading, QuoRef quote, QuoSpan cue, double score)
{
  const QuoProposal proposal = { .type = "cue",
                                 .ranges = &cue,
                                 .n_ranges = 1,
                                 .rule = "cue",
                                 .reason = _ ("a word of saying"),
                                 .score = score };
  QuoRef ref = quo_suggesting_propose_helper (reading->run, &proposal);

  if (ref != 0)
    quo_suggesting_link (reading->run, quote, QUO_LINK_CUE, ref, score, proposal.reason);
}

/* What words that speak are if they are no name: "pronoun" or "nominal"; NULL: they are a name, or
 * the tagset has no label for such. */
static const char *
get_mention_form (const Reading *reading, const QuoMention *mention)
{
  if (quo_tagset_find (reading->run->tagset, QUO_TYPE_MENTION) == NULL)
    return NULL;
  if (mention == NULL)
    return "nominal";
  return mention->is_pronoun ? "pronoun" : NULL;
}

/* Whether a record of the snapshot is the mention: it may be an earlier proposal of the same. */
static gboolean
is_annotated (const QuoSuggesting *run, const QuoMention *mention)
{
  char id[QUO_PROPOSED_ID_SIZE];

  return mention->ref != 0
         && quo_snapshot_find (run->snapshot,
                               quo_ref_get_id (mention->ref, run->proposals, run->strings, id))
                != NULL;
}

/* "His father Karim Aziz": the noun with the name, where the tagset has a label for it and nobody
 * has annotated the name; empty: there is none. */
static QuoSpan
find_named_noun (const Reading *reading, const QuoMention *mention)
{
  const QuoSuggesting *run = reading->run;

  if (mention == NULL || mention->is_pronoun || mention->kind != QUO_MENTION_PERSON
      || quo_tagset_find (run->tagset, QUO_TYPE_MENTION) == NULL || is_annotated (run, mention))
    return QUO_SPAN (0, 0);
  return quo_speaker_find_named_noun (run->page, run->language, mention->span);
}

static guint32
get_entity (const Reading *reading, const QuoSpeakerOption *option)
{
  return option->mention >= 0 ? quo_mentions_get (reading->mentions, option->mention)->entity
                              : quo_bearers_find (reading->bearers, reading->run, option->span);
}

/* --- Addressees --- */

static void
note_heard (const Reading *reading, const QuoQuoteCandidate *candidate, QuoRef quote)
{
  Heard heard = { .score = candidate->score };

  if (quo_addressee_find (reading->run, reading->mentions, candidate, &heard.addressee))
    g_hash_table_insert (reading->heard, GUINT_TO_POINTER (quote),
                         g_memdup2 (&heard, sizeof heard));
}

/* Whom the quote is said to; NULL: nobody is named, or only who says it. */
static const Heard *
find_heard (const Reading *reading, QuoRef quote, const QuoSpeakerOption *speaker)
{
  const Heard *heard = g_hash_table_lookup (reading->heard, GUINT_TO_POINTER (quote));
  const QuoMention *mention = heard != NULL && heard->addressee.mention >= 0
                                  ? quo_mentions_get (reading->mentions, heard->addressee.mention)
                                  : NULL;

  if (heard == NULL || quo_span_overlaps (heard->addressee.span, speaker->span)
      || (mention != NULL && mention->person != 0 && mention->person == speaker->person))
    return NULL;
  return heard;
}

/* Whom it is said to: an annotation or a proposal, made if needed; 0: the tagset has no label for
 * it. */
static QuoRef
propose_hearer (const Reading *reading, const Heard *heard, const char *reason)
{
  QuoSuggesting *run = reading->run;
  const QuoProposal proposal
      = { .type = heard->addressee.is_paper ? "organization" : QUO_TYPE_MENTION,
          .ranges = &heard->addressee.span,
          .n_ranges = 1,
          .form = heard->addressee.is_paper ? NULL : "nominal",
          .rule = "addressee",
          .reason = reason,
          .identity = quo_strings_get (
              run->strings, quo_bearers_find (reading->bearers, run, heard->addressee.span)),
          .score = heard->score };

  if (heard->addressee.mention >= 0)
    return quo_mentions_get (reading->mentions, heard->addressee.mention)->ref;
  return quo_tagset_find (run->tagset, proposal.type) != NULL
             ? quo_suggesting_propose_helper (run, &proposal)
             : 0;
}

static void
link_hearer (const Reading *reading, QuoRef quote, const QuoSpeakerOption *speaker)
{
  const Heard *heard = find_heard (reading, quote, speaker);
  /* Translators: why somebody is proposed as whom a quote was said to. */
  const char *reason = _ ("is named as whom it is said to");
  QuoRef ref = heard != NULL ? propose_hearer (reading, heard, reason) : 0;

  if (ref != 0)
    quo_suggesting_link (reading->run, quote, QUO_LINK_ADDRESSEE, ref, heard->score, reason);
}

/* Who speaks: an annotation or a proposal, made if needed. */
static QuoRef
propose_speaker (const Reading *reading, const QuoSpeakerOption *option, double score)
{
  const QuoMention *mention
      = option->mention >= 0 ? quo_mentions_get (reading->mentions, option->mention) : NULL;
  QuoSpan whole = find_named_noun (reading, mention);
  gboolean is_whole = !quo_span_is_empty (whole);
  const char *form = is_whole ? "nominal" : get_mention_form (reading, mention);
  QuoSpan span = is_whole          ? whole
                 : mention == NULL ? quo_speaker_add_article (reading->run->page,
                                                              reading->run->language, option->span)
                                   : option->span;
  const QuoProposal proposal
      = { .type = form != NULL ? QUO_TYPE_MENTION : "person",
          .ranges = &span,
          .n_ranges = 1,
          .form = form,
          .rule = "speaker",
          .reason = get_speaker_reason (option->features),
          .identity = quo_strings_get (reading->run->strings, get_entity (reading, option)),
          .score = score };

  if (!is_whole && mention != NULL && mention->ref != 0)
    return mention->ref;
  return quo_suggesting_propose_helper (reading->run, &proposal);
}

/* Whether a joining word, and titles of the second one, are all that stands between two mentions:
 * "Ortiz and Mayor Novak". */
static gboolean
are_joined (const Reading *reading, QuoSpan first, QuoSpan second)
{
  const QuoSuggesting *run = reading->run;
  g_autoptr (GArray) tokens = NULL;

  if (second.start <= first.end || second.start - first.end > MAX_JOINED)
    return FALSE;
  for (guint32 i = first.end; i < second.start; i++)
    if (!g_unichar_isspace (quo_passage_get (run->page, i))
        && !quo_char_is_word (quo_passage_get (run->page, i)))
      return FALSE;
  tokens = quo_tokens_list (run->page, run->language, QUO_SPAN (first.end, second.start));
  for (guint i = 1; i < tokens->len; i++)
    if (!(quo_tokens_get (tokens, i)->kinds & (QUO_WORD_TITLE | QUO_WORD_DETERMINER)))
      return FALSE;
  return tokens->len > 0 && (quo_tokens_get (tokens, 0)->kinds & QUO_WORD_JOIN);
}

/* The one who says it together with the subject @option: "Ortiz and Novak said"; -1: nobody. */
static gint
find_joined (const Reading *reading, const QuoSpeakerOption *option)
{
  gint i = option->mention;
  const QuoMention *mention;

  if (i < 0 || option->features[QUO_SPEAKER_SUBJECT] + option->features[QUO_SPEAKER_LEADS] <= 0
      || option->features[QUO_SPEAKER_PRONOUN] > 0)
    return -1;
  for (gint k = i - 1; k <= i + 1; k += 2)
    {
      if (k < 0 || k >= (gint)reading->mentions->len)
        continue;
      mention = quo_mentions_get (reading->mentions, k);
      if (mention->ref != 0 && mention->person != option->person && !mention->is_quoted
          && (mention->kind == QUO_MENTION_PERSON || mention->kind == QUO_MENTION_ORGANIZATION)
          && (k < i ? are_joined (reading, mention->span, option->span)
                    : are_joined (reading, option->span, mention->span)))
        return k;
    }
  return -1;
}

static void
link_speakers (QuoRef quote, const QuoSpeakerOption *option, double score, gpointer user_data)
{
  const Reading *reading = user_data;
  QuoRef speaker = propose_speaker (reading, option, score);
  const char *reason = get_speaker_reason (option->features);
  gint joined = find_joined (reading, option);

  if (speaker == 0)
    return;
  quo_suggesting_link (reading->run, quote, QUO_LINK_SOURCE, speaker, score, reason);
  if (joined >= 0)
    quo_suggesting_link (reading->run, quote, QUO_LINK_SOURCE,
                         quo_mentions_get (reading->mentions, joined)->ref, score, reason);
  link_hearer (reading, quote, option);
}

static void
propose_quote (const Reading *reading, QuoSayings *sayings, const QuoQuoteCandidate *candidate)
{
  const QuoProposal proposal = { .type = "quote",
                                 .ranges = candidate->parts,
                                 .n_ranges = candidate->n_parts,
                                 .form = quo_quote_candidate_get_form (candidate),
                                 .rule = get_quote_rule (candidate),
                                 .reason = get_quote_reason (candidate),
                                 .score = candidate->score };
  QuoRef quote = quo_suggesting_propose (reading->run, &proposal);

  if (quote == 0)
    return;
  if (!quo_span_is_empty (candidate->cue))
    link_cue (reading, quote, candidate->cue, candidate->score);
  note_heard (reading, candidate, quote);
  quo_sayings_add (sayings, candidate, quote);
}

static void
run_quotes (QuoSuggesting *run)
{
  g_autoptr (GArray) stretches = quo_stretches_read (quo_suggesting_read_page (run), run->language);
  g_autoptr (GArray) candidates
      = quo_quote_candidates_find (run->page, stretches, run->language, run->weights);
  g_autoptr (GArray) mentions = NULL;
  g_autoptr (GArray) bearers = NULL;
  g_autoptr (GHashTable) heard = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (QuoSayings) sayings = NULL;
  Reading reading = { .run = run, .heard = heard };

  quo_quote_candidates_choose (candidates, &least);
  if (candidates->len == 0 || quo_suggesting_is_cancelled (run))
    return;
  reading.mentions = mentions = quo_mentions_find (run, stretches);
  reading.bearers = bearers = quo_bearers_read (run, mentions);
  sayings = quo_sayings_new (run, stretches, mentions, link_speakers, &reading);
  for (guint i = 0; i < candidates->len && !quo_suggesting_is_cancelled (run); i++)
    propose_quote (&reading, sayings, quo_candidates_get (candidates, i));
  quo_sayings_end (sayings);
}

const QuoSuggester quo_suggester_quotes = {
  .id = "quotes",
  .title = N_ ("Quotes and speakers"),
  .summary = N_ ("Direct and indirect speech, the word of saying, and who speaks"),
  .run = run_quotes,
};
