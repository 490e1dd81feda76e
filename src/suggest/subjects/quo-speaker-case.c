/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-case.h"

#define MIN_NAME_END 3 /* letters: Adam and Vlach only look like a case */

gboolean
quo_speaker_is_oblique_form (const QuoSpeakerContext *context, const QuoToken *token)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (context->page, token, word);

  if (token->kinds & (QUO_WORD_STOPWORD | QUO_WORD_PRONOUN | QUO_WORD_ANY_SAYING))
    return FALSE;
  return quo_language_is_oblique (context->language, word, len,
                                  token->shape & QUO_SHAPE_CAPITAL ? MIN_NAME_END : 0);
}

gboolean
quo_speaker_is_oblique_adjective (const QuoSpeakerContext *context, const QuoToken *token)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (context->page, token, word);

  if (token->kinds
      & (QUO_WORD_STOPWORD | QUO_WORD_PRONOUN | QUO_WORD_ANY_SAYING | QUO_WORD_CALENDAR
         | QUO_WORD_TITLE))
    return FALSE;
  return quo_language_is_oblique_adjective (context->language, word, len);
}

static gboolean
has_border (const QuoSpeakerContext *context, gint i)
{
  return quo_speaker_context_has_border (context, quo_tokens_get (context->tokens, i)->span.end,
                                         quo_tokens_get (context->tokens, i + 1)->span.start);
}

gint
quo_speaker_count_addressee (const QuoSpeakerContext *context, gint cue, gint n)
{
  gint i = cue + 1;

  while (i < cue + n && quo_speaker_is_oblique_form (context, quo_tokens_get (context->tokens, i))
         && !(quo_tokens_get (context->tokens, i)->shape & QUO_SHAPE_CAPITAL)
         && !has_border (context, i))
    i++;
  return i - cue - 1;
}

gboolean
quo_speaker_is_behind_preposition (const QuoSpeakerContext *context, gint i)
{
  char word[QUO_FOLD_SIZE];

  for (gint k = i - 1; k >= 0 && !has_border (context, k); k--)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, k);

      if (token->kinds & QUO_WORD_OBLIQUE)
        return !(token->kinds & QUO_WORD_PRONOUN);
      quo_token_fold (context->page, token, word);
      if (!quo_speaker_is_oblique_adjective (context, token)
          && !quo_language_lists (context->language, QUO_LIST_OWNERS, word))
        return FALSE;
    }
  return FALSE;
}

/* The token behind a noun with its adjectives, that begins with token @first. */
static gint
skip_noun (const QuoSpeakerContext *context, gint first, gint end)
{
  while (first + 1 < end
         && quo_speaker_is_oblique_adjective (context, quo_tokens_get (context->tokens, first)))
    first++;
  for (first++; first < end; first++)
    if (!(quo_tokens_get (context->tokens, first)->shape & QUO_SHAPE_CAPITAL)
        || !(quo_tokens_get (context->tokens, first - 1)->shape & QUO_SHAPE_CAPITAL))
      break;
  return first;
}

gboolean
quo_speaker_follows_oblique (const QuoSpeakerContext *context, gint i)
{
  gint first = i;
  gboolean has_noun = FALSE;

  while (first > 0 && !has_border (context, first - 1)
         && !quo_speaker_context_is_quoted (
             context, quo_tokens_get (context->tokens, first - 1)->span.start))
    first--;
  while (first < i)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, first);

      if (token->kinds & (QUO_WORD_OPENER | QUO_WORD_ANY_SAYING | QUO_WORD_FINITE))
        return FALSE;
      if ((token->kinds & QUO_WORD_OBLIQUE) && first + 1 < i)
        first = skip_noun (context, first + 1, i);
      else if (quo_speaker_is_oblique_adjective (context, token)
               || quo_speaker_is_oblique_form (context, token))
        first = skip_noun (context, first, i);
      else if (!(token->kinds & (QUO_WORD_STOPWORD | QUO_WORD_CALENDAR)))
        return FALSE;
      else
        {
          first++;
          continue;
        }
      has_noun = TRUE;
    }
  return has_noun;
}
