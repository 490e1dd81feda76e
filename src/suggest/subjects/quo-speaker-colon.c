/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-colon.h"

#include "quo-speaker-phrase.h"
#include "quo-speaker-place.h"
#include "quo-speaker-subject.h"

/* "Ortuño shakes his head: ..." names whoever speaks, though it has no verb of saying; and so does
 * a paragraph that tells of somebody before one that is a quote. */

#define MAX_TITLE 24 /* code points before a name that begins its sentence: the engineer */
#define MAX_BEAT 4   /* words of a sentence such as “The other man shrugged.” */
#define MAX_LABEL 6  /* words of "Starosta Hraničné: ..." */

static gboolean
follows_colon (const QuoSpeakerContext *context)
{
  guint32 start = context->hull.start;
  gunichar last;

  while (start > context->page->start
         && g_unichar_isspace (quo_passage_get (context->page, start - 1)))
    start--;
  last = start > context->page->start ? quo_passage_get (context->page, start - 1) : 0;
  return last == ':' || last == 0xff1a;
}

static gboolean
is_leader (const QuoSpeakerContext *context, const QuoMention *mention, guint32 start)
{
  return mention->span.start >= start && mention->span.start <= start + MAX_TITLE
         && mention->kind == QUO_MENTION_PERSON && !mention->is_pronoun && !mention->is_quoted
         && !quo_speaker_context_follows_preposition (context, mention->span);
}

/* he, Flint: somebody, and not "it" or "his". */
static gboolean
is_person (const QuoSpeakerContext *context, const QuoMention *mention)
{
  QuoGender gender = quo_gender_of_mention (context->page, context->language, mention->span);
  g_autoptr (GArray) tokens = NULL;

  if (!mention->is_pronoun)
    return mention->kind == QUO_MENTION_PERSON
           && quo_passage_get (context->page, mention->span.end) == ' ';
  tokens = quo_tokens_list (context->page, context->language, mention->span);
  return (gender == QUO_GENDER_FEMALE || gender == QUO_GENDER_MALE) && tokens->len == 1
         && !(quo_tokens_get (tokens, 0)->kinds & QUO_WORD_DETERMINER);
}

/* Verbs and what opens a clause do not stand in a label. */
static gboolean
is_of_label (const QuoToken *token)
{
  return !(token->kinds
           & (QUO_WORD_ANY_SAYING | QUO_WORD_REPORTING | QUO_WORD_FINITE | QUO_WORD_OPENER
              | QUO_WORD_PRONOUN | QUO_WORD_JOIN | QUO_WORD_CALENDAR));
}

/* The last token of a noun from token @first on, with its article, adjectives and names, where
 * nouns have capitals; -1: there is none. */
static gint
find_noun_end (const QuoSpeakerContext *context, const GArray *tokens, guint first)
{
  gint last = -1;

  for (guint i = first + 1; i < tokens->len; i++)
    {
      const QuoToken *token = quo_tokens_get (tokens, i);

      if (quo_speaker_context_has_border (context, quo_tokens_get (tokens, i - 1)->span.end,
                                          token->span.start))
        break;
      if ((token->shape & QUO_SHAPE_CAPITAL) && !(token->kinds & QUO_WORD_CALENDAR))
        last = i;
      else if (last >= 0 || (token->kinds & (QUO_WORD_STOPWORD | QUO_WORD_FINITE)))
        break;
    }
  return last;
}

/* The place of a noun for what is said among the first words; -1: it is none. */
static gint
find_utterance (const QuoSpeakerContext *context, const GArray *tokens)
{
  gint noun
      = tokens->len > 1 && (quo_tokens_get (tokens, 0)->kinds & QUO_WORD_DETERMINER) != 0 ? 1 : 0;
  char word[QUO_FOLD_SIZE];

  if (noun >= (gint)tokens->len)
    return -1;
  quo_token_fold (context->page, quo_tokens_get (tokens, noun), word);
  return quo_language_lists (context->language, QUO_LIST_UTTERANCES, word) ? noun : -1;
}

gboolean
quo_speaker_is_utterance (const QuoSpeakerContext *context, QuoSpan span)
{
  g_autoptr (GArray) tokens = NULL;

  if (quo_span_is_empty (span) || !quo_language_has_list (context->language, QUO_LIST_UTTERANCES))
    return FALSE;
  tokens = quo_tokens_list (context->page, context->language, span);
  return find_utterance (context, tokens) >= 0;
}

QuoSpan
quo_speaker_find_utterer (const QuoSpeakerContext *context, QuoSpan span)
{
  g_autoptr (GArray) tokens = NULL;
  const QuoToken *article;
  gint noun, last;

  if (!quo_speaker_is_utterance (context, span))
    return span;
  tokens = quo_tokens_list (context->page, context->language,
                            QUO_SPAN (span.start, context->hull.start));
  noun = find_utterance (context, tokens);
  if (noun < 0 || noun + 2 >= (gint)tokens->len)
    return span;
  article = quo_tokens_get (tokens, noun + 1);
  if (!(article->kinds & QUO_WORD_DETERMINER)
      || quo_speaker_context_has_border (context, quo_tokens_get (tokens, noun)->span.end,
                                         article->span.start))
    return span;
  last = find_noun_end (context, tokens, noun + 1);
  return last < 0 ? span : QUO_SPAN (article->span.start, quo_tokens_get (tokens, last)->span.end);
}

/* "Ferrandis: “...”", "شاهدة: «...»": a paragraph that begins with a few words and a colon, without
 * a verb, as headlines do. Empty: it does not. */
static QuoSpan
find_label (const QuoSpeakerContext *context)
{
  QuoSpan label = QUO_SPAN (context->paragraph.start, context->hull.start);
  g_autoptr (GArray) tokens = quo_tokens_list (context->page, context->language, label);

  if (tokens->len == 0 || tokens->len > MAX_LABEL
      || (quo_tokens_get (tokens, 0)->kinds & QUO_WORD_OBLIQUE))
    return QUO_SPAN (0, 0);
  for (guint i = 0; i < tokens->len; i++)
    if (!is_of_label (quo_tokens_get (tokens, i)))
      return QUO_SPAN (0, 0);
  label = QUO_SPAN (quo_tokens_get (tokens, 0)->span.start,
                    quo_tokens_get (tokens, tokens->len - 1)->span.end);
  for (guint32 i = label.start; i < label.end; i++)
    if (quo_char_is_comma (quo_passage_get (context->page, i))
        || quo_char_is_quote_mark (quo_passage_get (context->page, i))
        || quo_passage_get (context->page, i) == ':')
      return QUO_SPAN (0, 0);
  return label;
}

static gboolean
is_count (const QuoSpeakerContext *context, const QuoToken *token)
{
  return quo_token_is_listed (context->page, token, context->language, QUO_LIST_COUNTS);
}

/* one, another; one senator: the word that counts at token @first, and what it counts. */
static QuoSpan
add_counted (const QuoSpeakerContext *context, gint first)
{
  QuoSpan count = quo_tokens_get (context->tokens, first)->span;
  QuoSpan noun = quo_speaker_find_run (context, first + 1, (gint)context->tokens->len - first - 1);

  return quo_span_is_empty (noun) ? count : QUO_SPAN (count.start, noun.end);
}

/* Whether the words are for somebody: an office, a noun for people, or one of several. */
static gboolean
is_somebody (const QuoSpeakerContext *context, QuoSpan span)
{
  g_autoptr (GArray) tokens = quo_tokens_list (context->page, context->language, span);

  for (guint i = 0; i < tokens->len; i++)
    if ((quo_tokens_get (tokens, i)->kinds & (QUO_WORD_TITLE | QUO_WORD_NOUN))
        || (i < 2 && is_count (context, quo_tokens_get (tokens, i))))
      return TRUE;
  return FALSE;
}

/* "A British official was more upbeat: “...”", "The other shrugged. “...”": who has no name and
 * begins the words @before; empty: nobody does. */
static QuoSpan
find_described (const QuoSpeakerContext *context, QuoSpan before)
{
  QuoSpeakerContext other = *context;
  g_autoptr (GArray) tokens = quo_tokens_list (context->page, context->language, before);
  QuoSpan found;
  gint first = 0, n;

  other.tokens = tokens;
  if (tokens->len > 1 && (quo_tokens_get (tokens, 0)->kinds & QUO_WORD_JOIN))
    first = 1;
  if ((gint)tokens->len < first + 2 || quo_language_has_capital_nouns (context->language)
      || quo_language_has_subject_after (context->language)
      || (quo_tokens_get (tokens, first)->kinds & QUO_WORD_OBLIQUE))
    return QUO_SPAN (0, 0);
  n = quo_speaker_count_clause (&other, first, 1);
  found = quo_speaker_find_noun_phrase (&other, first - 1, 1, n + 1);
  if (quo_span_is_empty (found) && is_count (context, quo_tokens_get (tokens, first)))
    found = add_counted (&other, first);
  return !quo_span_is_empty (found) && is_somebody (context, found) ? found : QUO_SPAN (0, 0);
}

/* The other shrugged: a few words with a verb that goes with speech. */
static gboolean
is_beat (const QuoSpeakerContext *context, QuoSpan sentence)
{
  g_autoptr (GArray) tokens = quo_tokens_list (context->page, context->language, sentence);

  for (guint i = 1; i < tokens->len && tokens->len <= MAX_BEAT; i++)
    if (quo_tokens_get (tokens, i)->kinds & QUO_WORD_ANY_SAYING)
      return TRUE;
  return FALSE;
}

/* Whether anybody is quoted in the span. */
static gboolean
holds_quote (const QuoSpeakerContext *context, QuoSpan span)
{
  gint i = quo_stretches_find_last (context->stretches, span.end);

  return i >= 0 && quo_stretches_get (context->stretches, i)->span.end > span.start;
}

/* Anselmo took off his cap. ¶ “We had a flat tyre.”: who the paragraph before one that begins with
 * a quote begins with, if nobody is quoted in it. Empty: nobody. */
QuoSpan
quo_speaker_find_paragraph_before (const QuoSpeakerContext *context, const GArray *mentions)
{
  guint here = quo_passage_find_paragraph (context->page, context->hull.start);
  QuoSpan before;
  guint i;

  if (!quo_span_is_empty (context->cue) || here == 0
      || context->hull.start > context->paragraph.start + 2)
    return QUO_SPAN (0, 0);
  before = quo_passage_get_paragraph (context->page, here - 1);
  i = quo_mentions_find_first (mentions, before.start);
  if (i >= mentions->len || holds_quote (context, before))
    return QUO_SPAN (0, 0);
  return is_leader (context, quo_mentions_get (mentions, i), before.start)
             ? quo_mentions_get (mentions, i)->span
             : QUO_SPAN (0, 0);
}

/* She shrugs. “So is the sea.”: who the sentence before one that is a quote begins with, if nobody
 * is quoted in it. Empty: nobody. */
QuoSpan
quo_speaker_find_sentence_before (const QuoSpeakerContext *context, const GArray *mentions)
{
  const QuoPassage *page = context->page;
  guint32 at = context->hull.start;
  QuoSpan before;
  guint i;

  while (at > context->paragraph.start && g_unichar_isspace (quo_passage_get (page, at - 1)))
    at--;
  if ((!quo_span_is_empty (context->cue) && !context->is_borrowed) || at <= context->paragraph.start
      || quo_language_has_capital_nouns (context->language)
      || quo_passage_get (page, at - 1) != '.')
    return QUO_SPAN (0, 0);
  before = quo_passage_find_sentence (page, context->language, QUO_SPAN (at - 1, at));
  while (before.start < before.end && g_unichar_isspace (quo_passage_get (page, before.start)))
    before.start++;
  i = quo_mentions_find_first (mentions, before.start);
  if (holds_quote (context, QUO_SPAN (before.start, at))
      || (context->is_borrowed && !is_beat (context, QUO_SPAN (before.start, at))))
    return QUO_SPAN (0, 0);
  if (i >= mentions->len || quo_mentions_get (mentions, i)->span.start != before.start)
    return find_described (context, QUO_SPAN (before.start, at));
  return is_person (context, quo_mentions_get (mentions, i)) ? quo_mentions_get (mentions, i)->span
                                                             : QUO_SPAN (0, 0);
}

QuoSpan
quo_speaker_find_before_colon (const QuoSpeakerContext *context, const GArray *mentions)
{
  guint32 start = quo_passage_find_sentence (context->page, context->language, context->hull).start;
  QuoSpan label;

  if ((!quo_span_is_empty (context->cue) && !context->is_borrowed) || !follows_colon (context))
    return QUO_SPAN (0, 0);
  for (guint i = quo_mentions_find_first (mentions, start); i < mentions->len; i++)
    {
      const QuoMention *mention = quo_mentions_get (mentions, i);

      if (mention->span.end > context->hull.start)
        break;
      if (is_leader (context, mention, start))
        return mention->span;
    }
  if (context->is_borrowed)
    return QUO_SPAN (0, 0);
  label = quo_speaker_find_utterer (context, find_label (context));
  return quo_span_is_empty (label) ? find_described (context, QUO_SPAN (start, context->hull.start))
                                   : label;
}
