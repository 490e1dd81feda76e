/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-silent.h"

#include "quo-speaker-options.h"
#include "quo-speaker-phrase.h"

/* Verbs of saying whose subject is not named in their sentence. */

#define MAX_CONSTRUCT 4 /* nouns in a row: the head of the committee of health */
#define FEMALE_NOUN_END "ة"

/* Whether the verb of saying has no subject of its own: «…», añadió. */
gboolean
quo_speaker_is_dropped (const QuoSpeakerContext *context)
{
  return !quo_span_is_empty (context->cue) && quo_span_is_empty (context->before)
         && quo_span_is_empty (context->after) && quo_span_is_empty (context->leader);
}

/* The sentence before that of the quote in its paragraph; empty: there is none. */
static QuoSpan
find_previous_sentence (const QuoSpeakerContext *context)
{
  const QuoPassage *page = context->page;
  guint32 at = context->sentence.start;

  while (at > context->paragraph.start && g_unichar_isspace (quo_passage_get (page, at - 1)))
    at--;
  if (at <= context->paragraph.start)
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

/* أيدت الوزيرة المشروع. وقالت ...: where the subject stands in the verb, that of the sentence
 * before, if it follows its verb there and nobody is quoted. */
QuoSpan
quo_speaker_find_silent (const QuoSpeakerContext *context, const GArray *turns)
{
  QuoSpeakerContext before = *context;
  QuoSpan sentence = find_previous_sentence (context), found = QUO_SPAN (0, 0);
  g_autoptr (GArray) tokens = NULL;

  if (!quo_speaker_is_dropped (context) || quo_span_is_empty (sentence)
      || !quo_language_needs_opener (context->language))
    return found;
  for (guint i = 0; i < turns->len; i++)
    if (quo_span_overlaps (g_array_index (turns, QuoSpeakerTurn, i).hull, sentence))
      return found;
  tokens = quo_tokens_list (context->page, context->language, sentence);
  before.tokens = tokens;
  if (tokens->len > 1 && !quo_language_has_subject_after (context->language))
    found = find_titled_subject (context, tokens);
  else if (tokens->len > 1 && begins_with_verb (context, tokens))
    found = quo_speaker_find_run (&before, 1, count_construct (context, tokens));
  return found;
}
