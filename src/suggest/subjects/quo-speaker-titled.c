/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-titled.h"

#include "quo-mentions.h"

/* A title that leads its clause, and who bears it. */

static gboolean
is_title (const QuoSpeakerContext *context, QuoSpan span)
{
  gint i = quo_span_is_empty (span) ? -1 : quo_tokens_find (context->tokens, span.end - 1);

  return i >= 0 && (quo_tokens_get (context->tokens, i)->kinds & QUO_WORD_TITLE);
}

/* The name right before the verb, or set off before it, if a body stands between it and the title;
 * empty: there is none. "A friend of Novikov said" has no body, "the head of the Center said" no
 * name. */
static QuoSpan
find_bearer (const QuoSpeakerContext *context, const GArray *mentions)
{
  guint32 end = context->verb.start;
  gboolean has_body = FALSE, follows_comma;

  while (end > context->page->start && quo_passage_get (context->page, end - 1) == ' ')
    end--;
  follows_comma = quo_char_is_comma (quo_passage_get (context->page, end - 1));
  for (guint i = quo_mentions_find_first (mentions, context->leader.end); i < mentions->len; i++)
    {
      const QuoMention *mention = quo_mentions_get (mentions, i);

      if (mention->span.end > end)
        break;
      if ((mention->span.end == end
           || (follows_comma
               && quo_char_is_comma (quo_passage_get (context->page, mention->span.end))))
          && mention->kind == QUO_MENTION_PERSON && !mention->is_pronoun)
        return has_body ? mention->span : QUO_SPAN (0, 0);
      has_body |= mention->kind == QUO_MENTION_ORGANIZATION;
    }
  return QUO_SPAN (0, 0);
}

void
quo_speaker_name_leader (QuoSpeakerContext *context, const GArray *mentions)
{
  QuoSpan bearer = QUO_SPAN (0, 0);

  if (quo_span_equal (context->before, context->leader) && is_title (context, context->leader))
    bearer = find_bearer (context, mentions);
  if (!quo_span_is_empty (bearer))
    context->before = context->leader = bearer;
}
