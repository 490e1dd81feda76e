/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-place.h"

#include "quo-gender.h"

#include "quo-names.h"
#include "quo-speaker-case.h"
#include "quo-speaker-subject.h"

/* What stands before a mention, and between it and the verb of saying; and which words nobody has
 * annotated may be mentions, too. */

#define REACH_ARTICLE 48 /* code points before a noun in which its preposition stands */

/* Whether the verb can have only one person for its subject: сообщил, not сообщили or a noun. */
static gboolean
is_said_by_one (const QuoSpeakerContext *context)
{
  QuoGender gender;

  if (!quo_language_has_free_order (context->language) || quo_span_is_empty (context->verb))
    return FALSE;
  gender = quo_gender_of_subject (context->page, context->language, context->verb);
  return gender == QUO_GENDER_FEMALE || gender == QUO_GENDER_MALE;
}

/* A word after which no subject stands; "according to", too, of words that say where somebody else
 * said it. */
static gboolean
is_preposition (const QuoSpeakerContext *context, const QuoToken *token)
{
  if ((token->kinds & QUO_WORD_SOURCE) && quo_language_has_clause_comma (context->language)
      && !quo_language_has_capital_nouns (context->language)
      && !quo_span_overlaps (token->span, context->cue))
    return TRUE;
  /* в школах директор заявил: only several say something in a place */
  return (token->kinds & QUO_WORD_OBLIQUE) && !(token->kinds & QUO_WORD_PRONOUN)
         && (!(token->kinds & QUO_WORD_SAID_IN) || is_said_by_one (context));
}

/* A word that may stand between an article and its noun. Where nouns have capitals it has none. */
static gboolean
is_adjective (const QuoSpeakerContext *context, const QuoToken *token)
{
  return quo_language_has_capital_nouns (context->language)
         && !(token->shape & (QUO_SHAPE_CAPITAL | QUO_SHAPE_NUMBER))
         && !(token->kinds
              & (QUO_WORD_STOPWORD | QUO_WORD_ANY_SAYING | QUO_WORD_REPORTING | QUO_WORD_FINITE
                 | QUO_WORD_SUBJUNCTIVE));
}

/* "à agência Lusa": in one list stands what its name belongs to. */
static gboolean
is_listed (const QuoSpeakerContext *context, const QuoToken *token, QuoWordList list)
{
  return quo_token_is_listed (context->page, token, context->language, list);
}

/* (na) tiskové (konferenci), but not (адвокат одного из) подсудимых (Дмитрий Гай): whether that
 * token is an adjective that may go with the word behind it. */
static gboolean
is_oblique_adjective (const QuoSpeakerContext *context, const GArray *tokens, gint i)
{
  return i + 1 < (gint)tokens->len && !(quo_tokens_get (tokens, i + 1)->shape & QUO_SHAPE_CAPITAL)
         && quo_speaker_is_oblique_adjective (context, quo_tokens_get (tokens, i));
}

/* Whether a sentence or line ends there. */
static gboolean
ends_within (const QuoSpeakerContext *context, guint32 from, guint32 to)
{
  for (guint32 i = from; i < to; i++)
    if (quo_passage_get (context->page, i) == '\n'
        || quo_tokens_end_sentence (context->page, context->language, i))
      return TRUE;
  return FALSE;
}

gboolean
quo_speaker_context_follows_preposition (const QuoSpeakerContext *context, QuoSpan mention)
{
  guint32 start = MAX (context->page->start,
                       mention.start > REACH_ARTICLE ? mention.start - REACH_ARTICLE : 0);
  g_autoptr (GArray) tokens = NULL;

  if (mention.start < start)
    return FALSE;
  while (start > context->page->start && start < mention.start
         && quo_char_is_word (quo_passage_get (context->page, start - 1)))
    start++; /* not with half a word */
  tokens = quo_tokens_list (context->page, context->language, QUO_SPAN (start, mention.end));
  for (gint i = (gint)tokens->len - 1; i >= 0; i--)
    {
      const QuoToken *token = quo_tokens_get (tokens, i);

      /* لرويترز: a preposition in one word with the name */
      if (token->span.start < mention.start && token->span.end > mention.start)
        return quo_language_has_subject_after (context->language);
      /* An article of its own may tell its case: dem Minister. */
      if (token->span.start >= mention.start)
        {
          if (token->span.start == mention.start && is_preposition (context, token))
            return TRUE;
          continue;
        }
      if (quo_speaker_context_has_border (context, token->span.end, mention.start)
          || ends_within (context, token->span.end, mention.start))
        return FALSE;
      if (is_preposition (context, token))
        return TRUE;
      if (!(token->kinds & (QUO_WORD_TITLE | QUO_WORD_DETERMINER)) && !is_adjective (context, token)
          && !is_oblique_adjective (context, tokens, i)
          && !is_listed (context, token, QUO_LIST_PAPERS)
          && !is_listed (context, token, QUO_LIST_OWNERS)) /* в своём блоге */
        return FALSE;
    }
  return FALSE;
}

gboolean
quo_speaker_context_is_chain (const QuoSpeakerContext *context, QuoSpan mention)
{
  if (quo_span_is_empty (context->cue) || mention.end > context->verb.start)
    return FALSE;
  for (guint i = 0; i < context->tokens->len; i++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);

      if (token->span.start < mention.end)
        continue;
      if (token->span.start >= context->verb.start)
        break;
      if ((token->kinds & (QUO_WORD_OPENER | QUO_WORD_ANY_SAYING | QUO_WORD_SUBJUNCTIVE))
          || ((token->kinds & QUO_WORD_PRONOUN) && !(token->kinds & QUO_WORD_DETERMINER))
          || quo_speaker_context_is_quoted (context, token->span.start))
        return FALSE;
      /* "X has said": what stands right before the verb helps it. */
      if ((token->kinds & QUO_WORD_FINITE) && i + 1 < context->tokens->len
          && !quo_span_equal (quo_tokens_get (context->tokens, i + 1)->span, context->cue))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_beside_cue (const QuoSpeakerContext *context, QuoSpan span)
{
  return quo_span_overlaps (span, context->before) || quo_span_overlaps (span, context->after);
}

static void
add_apart (GArray *spans, QuoSpan span)
{
  for (guint i = 0; i < spans->len; i++)
    if (quo_span_overlaps (span, g_array_index (spans, QuoSpan, i)))
      return;
  if (!quo_span_is_empty (span))
    g_array_append_val (spans, span);
}

GArray *
quo_speaker_context_list_plain (const QuoSpeakerContext *context, const QuoText *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  gboolean are_nouns = quo_language_has_capital_nouns (context->language);

  for (guint i = 0; i < context->tokens->len; i++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);
      gboolean is_pronoun = (token->kinds & QUO_WORD_PRONOUN) != 0;

      if (quo_speaker_context_is_quoted (context, token->span.start)
          || !quo_speaker_token_is_subject (token)
          || (token->kinds & (QUO_WORD_CALENDAR | QUO_WORD_ANY_SAYING | QUO_WORD_NOUN))
          || (are_nouns && !is_pronoun && !is_beside_cue (context, token->span)))
        continue;
      add_apart (found, is_pronoun ? token->span
                                   : quo_name_around (text, token->span.start, context->language));
    }
  add_apart (found, context->before);
  if (quo_span_is_empty (context->before))
    add_apart (found, context->after);
  add_apart (found, context->leader);
  return found;
}
