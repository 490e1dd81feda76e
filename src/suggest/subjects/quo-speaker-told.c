/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-told.h"

#include "quo-gender.h"
#include "quo-speaker-subject.h"

/* Papers and agencies that are told, and so did not say it. */

#define MAX_PAPER 8 /* words of one that hands on what another one says */

/* "сообщили ТАСС в мэрии": several speak, and where follows. */
static gboolean
is_told_in (const QuoSpeakerContext *context, gint i)
{
  return (quo_tokens_get (context->tokens, i + 1)->kinds & QUO_WORD_SAID_IN)
         && quo_gender_of_subject (context->page, context->language,
                                   quo_tokens_get (context->tokens, i - 1)->span)
                == QUO_GENDER_SEVERAL;
}

/* "řekla Právu vedoucí průzkumu" */
gboolean
quo_speaker_is_told_paper (const QuoSpeakerContext *context, const QuoToken *token)
{
  char word[QUO_FOLD_SIZE];

  quo_token_fold (context->page, token, word);
  return (token->shape & QUO_SHAPE_CAPITAL)
         && quo_language_lists (context->language, QUO_LIST_TOLD_PAPERS, word);
}

/* "řekla Petra Malá ČTK": whether a paper stands at token @i behind the name @found. */
gboolean
quo_speaker_is_told_behind (const QuoSpeakerContext *context, gint i, QuoSpan found)
{
  return !quo_span_is_empty (found)
         && quo_speaker_is_told_paper (context, quo_tokens_get (context->tokens, i));
}

/* Novinkám: a listed paper whose name can be no subject. */
static gboolean
is_paper_in_case (const QuoSpeakerContext *context, gint i)
{
  const QuoToken *token = quo_tokens_get (context->tokens, i);
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (context->page, token, word);

  return quo_speaker_is_told_paper (context, token)
         && quo_language_is_oblique (context->language, word, len, 0);
}

/* "řekla ČTK jeho mluvčí", «сообщил ТАСС глава МЧС»: where the order of words is free, an agency
 * before other words is told. */
gboolean
quo_speaker_is_told_agency (const QuoSpeakerContext *context, gint i)
{
  return quo_language_has_clause_comma (context->language)
         && !quo_language_has_capital_nouns (context->language)
         && ((quo_tokens_get (context->tokens, i)->shape & QUO_SHAPE_CAPS)
             || quo_speaker_is_told_paper (context, quo_tokens_get (context->tokens, i)))
         && (is_paper_in_case (context, i)
             || !(quo_tokens_get (context->tokens, i + 1)->kinds
                  & (QUO_WORD_OBLIQUE | QUO_WORD_JOIN | QUO_WORD_CALENDAR | QUO_WORD_OPENER))
             || is_told_in (context, i));
}

/* "vysvětlila deníku Sever": the noun in the case of whom it is told to, and its name. */
gboolean
quo_speaker_is_told_named (const QuoSpeakerContext *context, gint i)
{
  char word[QUO_FOLD_SIZE];
  const QuoToken *token = quo_tokens_get (context->tokens, i);

  quo_token_fold (context->page, token, word);
  return !(token->shape & QUO_SHAPE_CAPITAL)
         && quo_language_lists (context->language, QUO_LIST_TOLD_PAPERS, word)
         && (quo_tokens_get (context->tokens, i + 1)->shape & QUO_SHAPE_CAPITAL);
}

/* "ČTK to řekla mluvčí", «Об этом ТАСС сообщили в мэрии»: a paper before the verb is told, if
 * somebody stands behind it. */
gboolean
quo_speaker_is_told_before (const QuoSpeakerContext *context)
{
  gint i = quo_span_is_empty (context->before) || quo_span_is_empty (context->after)
               ? -1
               : quo_tokens_find (context->tokens, context->before.start);

  return i >= 0 && quo_language_has_clause_comma (context->language)
         && quo_span_equal (quo_tokens_get (context->tokens, i)->span, context->before)
         && quo_speaker_is_told_paper (context, quo_tokens_get (context->tokens, i));
}

/* نقلت وكالة "النهر" عن الوزير: whom a verb that hands on what another one says has it from stands
 * behind a preposition, so who hands it on did not say it. */
gint
quo_speaker_find_relayed (const QuoSpeakerContext *context, gint cue)
{
  char word[QUO_FOLD_SIZE];

  quo_token_fold (context->page, quo_tokens_get (context->tokens, cue), word);
  if (!quo_language_lists (context->language, QUO_LIST_RELAYING, word))
    return cue;
  for (gint i = cue + 1; i + 1 < (gint)context->tokens->len && i <= cue + MAX_PAPER; i++)
    {
      quo_token_fold (context->page, quo_tokens_get (context->tokens, i), word);
      if (quo_language_lists (context->language, QUO_LIST_RELAYED_FROM, word))
        return i;
    }
  return cue;
}

static gboolean
is_in_list (const QuoSpeakerContext *context, gint i, QuoWordList list)
{
  if (i < 0)
    return FALSE;
  return quo_token_is_listed (context->page, quo_tokens_get (context->tokens, i), context->language,
                              list);
}

/* "слова тренера официальный сайт": of nouns in a row only the first, with the name behind it, is
 * whose words they are. */
static QuoSpan
cut_at_noun (const QuoSpeakerContext *context, gint words, QuoSpan found)
{
  gint i = words + 1;

  if (quo_span_is_empty (found) || (quo_tokens_get (context->tokens, i)->shape & QUO_SHAPE_CAPITAL)
      || found.start != quo_tokens_get (context->tokens, i)->span.start)
    return found;
  while (i + 1 < (gint)context->tokens->len
         && quo_tokens_get (context->tokens, i + 1)->span.end <= found.end
         && (quo_tokens_get (context->tokens, i + 1)->shape & QUO_SHAPE_CAPITAL))
    i++;
  return QUO_SPAN (found.start, quo_tokens_get (context->tokens, i)->span.end);
}

gboolean
quo_speaker_read_words (QuoSpeakerContext *context, gint cue)
{
  gint words = is_in_list (context, cue, QUO_LIST_RELAYED_FROM)
                   ? cue
                   : quo_speaker_find_relayed (context, cue);

  if (!quo_language_has_free_order (context->language)
      || !is_in_list (context, words, QUO_LIST_RELAYED_FROM))
    return FALSE;
  if (!is_in_list (context, words - 1, QUO_LIST_OWNERS))
    context->after = cut_at_noun (context, words, quo_speaker_find_subject (context, words, 1));
  return TRUE;
}

QuoSpan
quo_speaker_cut_addressee (const QuoSpeakerContext *context, const GArray *mentions)
{
  const QuoPassage *page = context->page;
  QuoSpan span = context->after, name = span;
  guint i = quo_mentions_find_first (mentions, span.start);
  guint32 end;

  if (i < mentions->len)
    name = quo_mentions_get (mentions, i)->span;
  end = name.start;
  if (!quo_language_has_subject_after (context->language) || end <= span.start + 1
      || end >= span.end || !quo_char_is_word (quo_passage_get (page, end - 1)))
    return span;
  while (end > span.start && !g_unichar_isspace (quo_passage_get (page, end - 1)))
    end--;
  while (end > span.start && g_unichar_isspace (quo_passage_get (page, end - 1)))
    end--;
  return end > span.start ? QUO_SPAN (span.start, end) : span;
}
