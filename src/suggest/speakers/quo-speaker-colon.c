/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-colon.h"

/* "Ortuño shakes his head: ..." names whoever speaks, though it has no verb of saying. */

#define MAX_TITLE 24 /* code points before a name that begins its sentence: the engineer */

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

QuoSpan
quo_speaker_find_before_colon (const QuoSpeakerContext *context, const GArray *mentions)
{
  guint32 start = quo_passage_find_sentence (context->page, context->language, context->hull).start;

  if (!quo_span_is_empty (context->cue) || !follows_colon (context))
    return QUO_SPAN (0, 0);
  for (guint i = quo_mentions_find_first (mentions, start); i < mentions->len; i++)
    {
      const QuoMention *mention = quo_mentions_get (mentions, i);

      if (mention->span.end > context->hull.start)
        break;
      if (is_leader (context, mention, start))
        return mention->span;
    }
  return QUO_SPAN (0, 0);
}
