/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-silent.h"

#include "quo-mentions.h"
#include "quo-speaker-options.h"
#include "quo-speaker-phrase.h"

/* Verbs of saying whose subject is not named in their sentence. */

#define MAX_BACK 4      /* sentences looked at before the one of the quote */
#define MAX_CONSTRUCT 4 /* nouns in a row: the head of the committee of health */
#define FEMALE_NOUN_END "ة"

/* Whether the verb of saying has no subject of its own: «…», añadió. */
gboolean
quo_speaker_is_dropped (const QuoSpeakerContext *context)
{
  return !quo_span_is_empty (context->cue) && quo_span_is_empty (context->before)
         && quo_span_is_empty (context->after) && quo_span_is_empty (context->leader);
}

/* The sentence before @at, in its paragraph or the one before; empty: there is none. */
static QuoSpan
find_sentence_before (const QuoSpeakerContext *context, guint32 at)
{
  const QuoPassage *page = context->page;

  while (at > page->start && g_unichar_isspace (quo_passage_get (page, at - 1)))
    at--;
  if (at <= page->start)
    return QUO_SPAN (0, 0);
  return quo_passage_find_sentence (page, context->language, QUO_SPAN (at - 1, at));
}

/* Whether a word has the article written together with it: الوزير. */
static gboolean
has_article (const QuoSpeakerContext *context, const QuoToken *token)
{
  return quo_passage_get (context->page, token->span.start) == 0x627
         && quo_passage_get (context->page, token->span.start + 1) == 0x644;
}

/* How many words after the verb are surely its subject: nouns in a row end with the first that has
 * the article, رئيسة لجنة الصحة; what follows may be the object. */
static gint
count_construct (const QuoSpeakerContext *context, const GArray *tokens)
{
  for (guint i = 1; i < tokens->len && i <= MAX_CONSTRUCT; i++)
    {
      if (has_article (context, quo_tokens_get (tokens, i)))
        return i;
    }
  return MIN (2, (gint)tokens->len - 1);
}

/* Whether the sentence begins with a verb: one of saying, or a word without an article, that is no
 * title, body or small word, before a title or a word with one: وصل الوزير. */
static gboolean
begins_with_verb (const QuoSpeakerContext *context, const GArray *tokens)
{
  const QuoToken *first = quo_tokens_get (tokens, 0), *next = quo_tokens_get (tokens, 1);
  char word[QUO_FOLD_SIZE];

  if (first->kinds & (QUO_WORD_ANY_SAYING | QUO_WORD_REPORTING))
    return TRUE;
  quo_token_fold (context->page, first, word);
  if ((first->kinds & (QUO_WORD_STOPWORD | QUO_WORD_OBLIQUE | QUO_WORD_TITLE | QUO_WORD_PRONOUN))
      || has_article (context, first) || g_str_has_suffix (word, FEMALE_NOUN_END)
      || quo_language_is_deed (context->language, word)
      || quo_language_lists (context->language, QUO_LIST_NO_DEEDS, word))
    return FALSE;
  return (next->kinds & QUO_WORD_TITLE) || has_article (context, next);
}

/* El entrenador no ocultó su alegría. «...», aseguró: the article and title with which a sentence
 * begins whose verb stands behind them; empty: it does not. */
static QuoSpan
find_titled_subject (const QuoSpeakerContext *context, const GArray *tokens)
{
  const QuoToken *article = quo_tokens_get (tokens, 0), *title;
  guint last = 1;

  if (tokens->len < 4 || !(article->kinds & QUO_WORD_DETERMINER)
      || (article->kinds & QUO_WORD_OBLIQUE))
    return QUO_SPAN (0, 0);
  title = quo_tokens_get (tokens, 1);
  if (!(title->kinds & QUO_WORD_TITLE)
      || quo_speaker_context_has_border (context, title->span.end,
                                         quo_tokens_get (tokens, 2)->span.start))
    return QUO_SPAN (0, 0);
  while (last + 1 < tokens->len && (quo_tokens_get (tokens, last + 1)->kinds & QUO_WORD_REST))
    last++;
  return QUO_SPAN (article->span.start, quo_tokens_get (tokens, last)->span.end);
}

/* كشفت الممثلة سلمى الخوري عن: all words up to a preposition that goes with such verbs, if one
 * behind the first has no article, so that it begins a name; else so many as are surely the
 * subject. */
static QuoSpan
find_run (const QuoSpeakerContext *context)
{
  const GArray *tokens = context->tokens;
  gint last = count_construct (context, tokens), first = last;
  QuoSpan sure = quo_speaker_find_run (context, 1, last), all;
  char word[QUO_FOLD_SIZE];

  all = quo_speaker_find_run (context, 1, tokens->len);
  while (last + 1 < (gint)tokens->len && quo_tokens_get (tokens, last + 1)->span.end <= all.end)
    last++;
  if (last + 1 >= (gint)tokens->len)
    return sure;
  quo_token_fold (context->page, quo_tokens_get (tokens, last + 1), word);
  if (!quo_language_lists (context->language, QUO_LIST_DEED_LINKS, word))
    return sure;
  for (gint i = first + 1; i <= last; i++)
    if (!has_article (context, quo_tokens_get (tokens, i)))
      return all;
  return sure;
}

static gboolean
is_told (const GArray *turns, QuoSpan sentence)
{
  for (guint i = 0; i < turns->len; i++)
    if (quo_span_overlaps (g_array_index (turns, QuoSpeakerTurn, i).hull, sentence))
      return TRUE;
  return FALSE;
}

/* The person whose name the words go on with: الفنانة (سلمى الخوري); else the words. */
static QuoSpan
add_name (const QuoSpeakerContext *context, const GArray *mentions, QuoSpan words)
{
  for (guint i = quo_mentions_find_first (mentions, words.start); i < mentions->len; i++)
    {
      const QuoMention *mention = quo_mentions_get (mentions, i);

      if (mention->span.start > words.end + 1)
        break;
      if (mention->kind == QUO_MENTION_PERSON && !mention->is_pronoun
          && !quo_speaker_context_has_border (context, words.end, mention->span.start))
        return mention->span;
    }
  return words;
}

/* Whether the sentence tells of somebody who may go on to say something: by a verb of saying or
 * before a title or a name, and a verb that agrees with that of the quote. */
static gboolean
tells_of_speaker (const QuoSpeakerContext *context, const GArray *tokens, QuoSpan subject)
{
  const QuoToken *first = quo_tokens_get (tokens, 0), *next = quo_tokens_get (tokens, 1);

  return ((first->kinds & (QUO_WORD_ANY_SAYING | QUO_WORD_NAMING)) || (next->kinds & QUO_WORD_TITLE)
          || subject.start != next->span.start)
         && !quo_genders_clash (
             quo_gender_of_subject (context->page, context->language, first->span),
             quo_gender_of_subject (context->page, context->language, context->cue));
}

/* The subject of the sentence; empty: it does not tell. @is_next: the quote follows it. */
static QuoSpan
find_subject (const QuoSpeakerContext *context, const GArray *mentions, QuoSpan sentence,
              gboolean is_next)
{
  QuoSpeakerContext before = *context;
  g_autoptr (GArray) tokens = quo_tokens_list (context->page, context->language, sentence);
  QuoSpan found;

  before.tokens = tokens;
  if (tokens->len < 2)
    return QUO_SPAN (0, 0);
  if (!quo_language_has_subject_after (context->language))
    return find_titled_subject (context, tokens);
  if (!begins_with_verb (context, tokens))
    return QUO_SPAN (0, 0);
  found = find_run (&before);
  if (quo_span_is_empty (found))
    return found;
  found = add_name (context, mentions, found);
  return is_next || tells_of_speaker (context, tokens, found) ? found : QUO_SPAN (0, 0);
}

/* أيدت الوزيرة المشروع. وقالت ...: where the subject stands in the verb, that of the sentence
 * before, if it follows its verb there and nobody is quoted. */
QuoSpan
quo_speaker_find_silent (const QuoSpeakerContext *context, const GArray *mentions,
                         const GArray *turns)
{
  QuoSpan found = QUO_SPAN (0, 0);
  gboolean is_far = quo_language_has_subject_after (context->language);
  guint32 at = context->sentence.start;

  if (!quo_speaker_is_dropped (context) || !quo_language_needs_opener (context->language))
    return found;
  for (guint n = 0; quo_span_is_empty (found) && n < (is_far ? MAX_BACK : 1); n++)
    {
      QuoSpan sentence = find_sentence_before (context, at);
      gboolean is_inside = sentence.start >= context->paragraph.start;

      if (quo_span_is_empty (sentence) || is_told (turns, sentence) || !(is_inside || is_far))
        break;
      found = find_subject (context, mentions, sentence, n == 0 && is_inside);
      at = sentence.start;
    }
  return found;
}
