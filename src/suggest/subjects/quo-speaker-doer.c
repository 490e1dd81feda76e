/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-doer.h"

#include "quo-speaker-leader.h"

/* Verbs of saying that are no verb of their sentence: an infinitive, or a noun that is written as
 * one. Who says it then is the subject of the verb before. */

#define MAX_NOUN 3 /* words from an article to a noun that looks like a verb of saying */

/* Whether a verb stands among the tokens from @first to the one before @end. */
static gboolean
has_verb (const QuoSpeakerContext *context, gint first, gint end)
{
  for (gint i = first; i < end; i++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);
      char word[QUO_FOLD_SIZE];
      gsize len = quo_token_fold (context->page, token, word);

      if (!(token->kinds & QUO_WORD_SAYING) && quo_language_is_past (context->language, word, len))
        return TRUE;
    }
  return FALSE;
}

QuoSpan
quo_speaker_find_doer (const QuoSpeakerContext *context, gint cue, gint n)
{
  char word[QUO_FOLD_SIZE];

  if (n < 2 || quo_language_has_capital_nouns (context->language)
      || quo_language_has_clause_comma (context->language))
    return QUO_SPAN (0, 0);
  quo_token_fold (context->page, quo_tokens_get (context->tokens, cue - 1), word);
  if (quo_language_lists (context->language, QUO_LIST_DEMAND_PARTICLES, word))
    return has_verb (context, cue - n, cue - 1) ? quo_speaker_find_shared (context, cue - 1, n - 1)
                                                : QUO_SPAN (0, 0);
  for (gint i = cue - 1; i > cue - n && i >= cue - MAX_NOUN; i--)
    {
      guint kinds = quo_tokens_get (context->tokens, i)->kinds;

      if ((kinds & QUO_WORD_DETERMINER) && !(kinds & QUO_WORD_OBLIQUE))
        return has_verb (context, i - 1, i) ? quo_speaker_find_shared (context, i, n - (cue - i))
                                            : QUO_SPAN (0, 0);
      if (kinds & (QUO_WORD_STOPWORD | QUO_WORD_NOUN | QUO_WORD_TITLE))
        break;
    }
  return QUO_SPAN (0, 0);
}
