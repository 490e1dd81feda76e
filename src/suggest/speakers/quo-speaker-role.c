/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-role.h"

#include "quo-speaker-behind.h"
#include "quo-speaker-leader.h"
#include "quo-speaker-options.h"

/* Who holds an office, where both the office and its holder are named: "party spokesman X said",
 * "The head of the mission, former judge X, said". */

#define MAX_ROLE 5 /* words between a body and the name, or between a comma and the name */

#define NO_ROLE                                                                                    \
  (QUO_WORD_FINITE | QUO_WORD_OBLIQUE | QUO_WORD_JOIN | QUO_WORD_OPENER | QUO_WORD_CALENDAR        \
   | QUO_WORD_PRONOUN | QUO_WORD_DETERMINER | QUO_WORD_STOPWORD)

/* A verb in the past: the council fired manager X. */
static gboolean
is_past (const QuoSpeakerContext *context, const QuoToken *token)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (context->page, token, word);

  return quo_language_is_past (context->language, word, len);
}

/* Whether the words from token @first to the one before token @end say what somebody is, and
 * @n_roles of them are titles. */
static gboolean
are_role (const QuoSpeakerContext *context, gint first, gint end, guint *n_roles)
{
  *n_roles = 0;
  for (gint i = first; i < end; i++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);

      if ((token->kinds & (NO_ROLE | QUO_WORD_ANY_SAYING)) || is_past (context, token)
          || quo_speaker_context_has_border (context, token->span.end,
                                             quo_tokens_get (context->tokens, i + 1)->span.start))
        return FALSE;
      *n_roles += (token->kinds & (QUO_WORD_TITLE | QUO_WORD_NOUN)) != 0;
    }
  return end - first <= MAX_ROLE;
}

static gboolean
is_named_person (const QuoSpeakerOption *option)
{
  return option->features[QUO_SPEAKER_PERSON] > 0 && option->features[QUO_SPEAKER_PRONOUN] == 0
         && option->features[QUO_SPEAKER_QUOTED] == 0;
}

/* The first token behind @span; -1: there is none. */
static gint
find_behind (const QuoSpeakerContext *context, QuoSpan span)
{
  gint last = quo_tokens_find (context->tokens, span.end - 1);

  return last < 0 || last + 1 >= (gint)context->tokens->len ? -1 : last + 1;
}

/* Whether a comma or the verb follows the name. */
static gboolean
is_set_off_behind (const QuoSpeakerContext *context, QuoSpan name)
{
  return quo_char_is_comma (quo_passage_get (context->page, name.end))
         || context->verb.start == name.end + 1;
}

/* "BJP spokesman X", "White House press secretary X": whether only what X is stands between the
 * body and the name. */
static gboolean
is_body_of (const QuoSpeakerContext *context, const QuoSpeakerOption *body,
            const QuoSpeakerOption *holder)
{
  gint first = find_behind (context, body->span);
  gint name = quo_tokens_find (context->tokens, holder->span.start);
  guint n_roles;

  return first > 0 && name > first && body->span.end < holder->span.start
         && !quo_speaker_context_has_border (context, body->span.end,
                                             quo_tokens_get (context->tokens, first)->span.start)
         && are_role (context, first, name, &n_roles)
         && (n_roles > 0 || (!is_named_person (body) && is_set_off_behind (context, holder->span)));
}

/* The token behind a comma that follows the words, over what goes with them ("head of mission") and
 * what stands in brackets; -1: none does. */
static gint
find_behind_comma (const QuoSpeakerContext *context, QuoSpan span)
{
  gint next = find_behind (context, span);
  guint32 end = span.end;

  if (next > 0 && (quo_tokens_get (context->tokens, next)->kinds & QUO_WORD_OBLIQUE)
      && !quo_speaker_context_has_border (context, end,
                                          quo_tokens_get (context->tokens, next)->span.start))
    {
      next = quo_speaker_find_oblique_end (context, next, (gint)context->tokens->len - 1);
      end = quo_tokens_get (context->tokens, next++)->span.end;
    }
  while (next > 0 && next + 1 < (gint)context->tokens->len
         && quo_speaker_is_in_brackets (context, next))
    end = quo_tokens_get (context->tokens, next++)->span.end;
  return next > 0 && next < (gint)context->tokens->len
                 && quo_speaker_context_has_border (
                     context, end, quo_tokens_get (context->tokens, next)->span.start)
             ? next
             : -1;
}

static gboolean
has_title (const QuoSpeakerContext *context, QuoSpan span)
{
  for (guint i = 0; i < context->tokens->len; i++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);

      if (quo_span_overlaps (token->span, span) && (token->kinds & QUO_WORD_TITLE))
        return TRUE;
    }
  return FALSE;
}

/* "Its transport officer, X, who runs the unit, said", "Their head of mission, former judge X,
 * said": whether the name is set off behind the office, before the verb. */
static gboolean
is_office_of (const QuoSpeakerContext *context, const QuoSpeakerOption *office,
              const QuoSpeakerOption *holder)
{
  gint first = find_behind_comma (context, office->span);
  gint name = quo_tokens_find (context->tokens, holder->span.start);
  guint n_roles;

  return office->features[QUO_SPEAKER_LEADS_SENTENCE] > 0 && first > 0 && name >= first
         && holder->span.end < context->verb.start
         && quo_char_is_comma (quo_passage_get (context->page, holder->span.end))
         && has_title (context, office->span) && are_role (context, first, name, &n_roles);
}

static void
pass_on (QuoSpeakerOption *from, QuoSpeakerOption *to)
{
  static const QuoSpeakerFeature features[]
      = { QUO_SPEAKER_SUBJECT, QUO_SPEAKER_SUBJECT_AFTER,  QUO_SPEAKER_NEAR_CUE,
          QUO_SPEAKER_LEADS,   QUO_SPEAKER_LEADS_SENTENCE, QUO_SPEAKER_CHAIN,
          QUO_SPEAKER_APPOSED };

  for (guint i = 0; i < G_N_ELEMENTS (features); i++)
    {
      to->features[features[i]] = MAX (to->features[features[i]], from->features[features[i]]);
      from->features[features[i]] = 0;
    }
  to->features[QUO_SPEAKER_NOT_SUBJECT] = to->features[QUO_SPEAKER_OBJECT] = 0;
  from->features[QUO_SPEAKER_NOT_SUBJECT] = from->features[QUO_SPEAKER_WITH_CUE];
}

void
quo_speaker_settle_roles (GArray *options, const QuoSpeakerContext *context)
{
  if (quo_language_has_capital_nouns (context->language)
      || quo_language_has_subject_after (context->language))
    return;
  for (guint i = 0; i < options->len; i++)
    {
      QuoSpeakerOption *holder = quo_options_get (options, i);

      if (!is_named_person (holder) || !quo_span_contains (context->sentence, holder->span))
        continue;
      for (guint k = 0; k < options->len; k++)
        {
          QuoSpeakerOption *other = quo_options_get (options, k);

          if (k == i || other->features[QUO_SPEAKER_PRONOUN] > 0
              || other->features[QUO_SPEAKER_QUOTED] > 0
              || other->features[QUO_SPEAKER_POSSESSIVE] > 0
              || !quo_span_contains (context->sentence, other->span))
            continue;
          if (is_body_of (context, other, holder) || is_office_of (context, other, holder))
            pass_on (other, holder);
        }
    }
}
