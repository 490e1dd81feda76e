/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-names.h"
#include "quo-speaker-context.h"
#include "quo-speaker-score.h"

#include <math.h>

/* Reads the surroundings of one quote once; each candidate is then measured against them. */

#define REACH 3000          /* code points read to each side */
#define NEAR_WORDS 4.0      /* words at which nearness to the cue has halved */
#define RECENT_LENGTH 400.0 /* code points at which recency has fallen to 1/e */
#define MAX_BETWEEN 2       /* words such as "further" between subject and verb */

/* A cue of a neighbouring quote in the paragraph: “...,” he said. “...” */
static void
borrow_cue (QuoSpeakerContext *context)
{
  guint32 best = G_MAXUINT32;

  for (guint i = 0; i < context->stretches->len; i++)
    {
      const QuoStretch *stretch = quo_stretches_get (context->stretches, i);
      guint32 distance;
      QuoSpan cue;

      if (stretch->span.start < context->paragraph.start || stretch->is_later
          || stretch->span.start >= context->paragraph.end
          || quo_span_overlaps (stretch->span, context->hull))
        continue;
      cue = quo_stretches_find_cue (context->stretches, context->page, context->language,
                                    &stretch->span, 1);
      if (quo_span_is_empty (cue))
        continue;
      distance = cue.start < context->hull.start ? context->hull.start - cue.end
                                                 : 2 * (cue.start - context->hull.end);
      if (distance < best)
        {
          best = distance;
          context->cue = cue;
          context->is_borrowed = TRUE;
        }
    }
}

static gboolean
is_in_part (const QuoSpeakerContext *context, guint32 offset)
{
  for (guint i = 0; i < context->n_parts; i++)
    if (context->parts[i].start <= offset && offset < context->parts[i].end)
      return TRUE;
  return FALSE;
}

static gboolean
is_quoted (const QuoSpeakerContext *context, guint32 offset)
{
  return is_in_part (context, offset)
         || quo_stretches_cover (context->stretches, offset, context->parts, context->n_parts);
}

static gint
find_cue_token (const QuoSpeakerContext *context)
{
  for (guint i = 0; i < context->tokens->len; i++)
    if (quo_span_overlaps (quo_tokens_get (context->tokens, i)->span, context->cue))
      return i;
  return -1;
}

/* Whether the two words next to each other belong to one clause. */
static gboolean
has_border_between (const QuoSpeakerContext *context, guint32 from, guint32 to)
{
  for (guint32 i = from; i < to; i++)
    {
      gunichar c = quo_passage_get (context->page, i);

      if (quo_char_is_comma (c) || quo_char_is_stop (c) || quo_char_is_dash (c) || c == ';'
          || c == ':' || quo_char_is_quote_mark (c) || is_in_part (context, i))
        return c != '.';
    }
  return FALSE;
}

/* Whether a word can be a subject or part of one: a name, a pronoun. */
static gboolean
is_subject_word (const QuoToken *token)
{
  return (token->kinds & QUO_WORD_PRONOUN)
         || ((token->shape & QUO_SHAPE_CAPITAL) && !(token->kinds & QUO_WORD_STOPWORD));
}

/* The words on one side of the cue up to the next border, at most MAX_BETWEEN of them skipped. */
static QuoSpan
find_subject (const QuoSpeakerContext *context, gint cue, gint step)
{
  QuoSpan found = QUO_SPAN (0, 0);
  gint n_skipped = 0;
  gint previous = cue;

  for (gint i = cue + step; i >= 0 && i < (gint)context->tokens->len; i += step)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);
      const QuoToken *last = quo_tokens_get (context->tokens, previous);
      guint32 from = step > 0 ? last->span.end : token->span.end;
      guint32 to = step > 0 ? token->span.start : last->span.start;

      if (has_border_between (context, from, to) || is_quoted (context, token->span.start))
        break;
      if (is_subject_word (token))
        {
          found = quo_span_is_empty (found) ? token->span
                                            : QUO_SPAN (MIN (found.start, token->span.start),
                                                        MAX (found.end, token->span.end));
          if (token->kinds & QUO_WORD_PRONOUN)
            break;
        }
      else if (!quo_span_is_empty (found)
               && !(token->kinds & (QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER)))
        break;
      else if (quo_span_is_empty (found) && !(token->kinds & (QUO_WORD_TITLE | QUO_WORD_DETERMINER))
               && ++n_skipped > MAX_BETWEEN)
        break;
      previous = i;
    }
  return found;
}

static void
find_subjects (QuoSpeakerContext *context)
{
  gint cue = find_cue_token (context);
  guint kinds;

  if (cue < 0)
    return;
  kinds = quo_tokens_get (context->tokens, cue)->kinds;
  if (!(kinds & (QUO_WORD_SOURCE | QUO_WORD_SOURCE_STRICT)))
    context->before = find_subject (context, cue, -1);
  if (!(kinds & QUO_WORD_SOURCE_AFTER))
    {
      gint last = cue + quo_tokens_get (context->tokens, cue)->n_words - 1;

      context->after = find_subject (context, last, 1);
    }
}

void
quo_speaker_context_init (QuoSpeakerContext *context, const QuoText *text,
                          const QuoLanguage *language, const QuoSpan *parts, guint n_parts,
                          QuoSpan cue)
{
  QuoSpan hull = QUO_SPAN (parts[0].start, parts[n_parts - 1].end);
  guint32 length = quo_text_get_length (text);
  QuoSpan round;

  *context = (QuoSpeakerContext){
    .language = language, .parts = parts, .n_parts = n_parts, .hull = hull, .cue = cue
  };
  round
      = QUO_SPAN (quo_text_get_paragraph (text, hull.start > REACH ? hull.start - REACH : 0).start,
                  MIN (length, hull.end + REACH));
  if (hull.start - round.start > 2 * REACH)
    round.start = hull.start - 2 * REACH;
  context->page = quo_passage_new (text, round);
  context->stretches = quo_stretches_find (context->page, language);
  if (context->page->paragraphs->len > 0)
    context->paragraph = quo_passage_get_paragraph (
        context->page, quo_passage_find_paragraph (context->page, hull.start));
  if (quo_span_is_empty (cue))
    context->cue
        = quo_stretches_find_cue (context->stretches, context->page, language, parts, n_parts);
  if (quo_span_is_empty (context->cue))
    borrow_cue (context);
  round = hull;
  if (!quo_span_is_empty (context->cue))
    round = context->is_borrowed
                ? context->cue
                : QUO_SPAN (MIN (hull.start, context->cue.start), MAX (hull.end, context->cue.end));
  context->sentence = quo_passage_find_sentence (context->page, language, round);
  context->tokens = quo_tokens_list (context->page, language, context->sentence);
  if (!quo_span_is_empty (context->cue))
    find_subjects (context);
}

void
quo_speaker_context_clear (QuoSpeakerContext *context)
{
  quo_passage_free (context->page);
  g_array_unref (context->stretches);
  g_array_unref (context->tokens);
}

/* Words between the two, those of the quote not counted. */
static guint
count_words_between (const QuoSpeakerContext *context, QuoSpan a, QuoSpan b)
{
  guint32 from = MIN (a.end, b.end), to = MAX (a.start, b.start);
  guint n = 0;

  for (guint i = 0; i < context->tokens->len; i++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);

      if (token->span.start >= from && token->span.end <= to
          && !is_in_part (context, token->span.start))
        n++;
    }
  return n;
}

/* "of X", "told X": X is not the one who says it. */
static gboolean
follows_preposition (const QuoSpeakerContext *context, QuoSpan mention)
{
  gint i = quo_tokens_find (context->tokens, mention.start);
  const QuoToken *before;

  for (i--; i >= 0; i--)
    {
      before = quo_tokens_get (context->tokens, i);
      if (!(before->kinds & (QUO_WORD_TITLE | QUO_WORD_DETERMINER)))
        return (before->kinds & QUO_WORD_STOPWORD) && !(before->kinds & QUO_WORD_PRONOUN)
               && !has_border_between (context, before->span.end, mention.start);
      if (has_border_between (context, before->span.end, mention.start))
        return FALSE;
    }
  return FALSE;
}

static gboolean
is_possessive (const QuoSpeakerContext *context, QuoSpan mention)
{
  return quo_char_is_apostrophe (quo_passage_get (context->page, mention.end))
         && quo_passage_get (context->page, mention.end + 1) == 's'
         && !quo_char_is_word (quo_passage_get (context->page, mention.end + 2));
}

static void
measure_in_sentence (const QuoSpeakerContext *context, QuoSpan mention, double *values)
{
  gboolean is_before = quo_span_overlaps (mention, context->before);
  gboolean is_after = quo_span_overlaps (mention, context->after);

  values[QUO_SPEAKER_SENTENCE] = 1;
  if (quo_span_is_empty (context->cue))
    {
      values[QUO_SPEAKER_OBJECT] = follows_preposition (context, mention);
      return;
    }
  values[QUO_SPEAKER_NEAR_CUE]
      = 1 / (1 + count_words_between (context, mention, context->cue) / NEAR_WORDS);
  if (is_before || (is_after && quo_span_is_empty (context->before)))
    values[QUO_SPEAKER_SUBJECT] = 1;
  else
    values[QUO_SPEAKER_OBJECT] = is_after || follows_preposition (context, mention);
}

void
quo_speaker_context_measure (const QuoSpeakerContext *context, QuoSpan mention, double *values)
{
  if (quo_span_contains (context->sentence, mention))
    measure_in_sentence (context, mention, values);
  if (is_quoted (context, mention.start))
    values[QUO_SPEAKER_QUOTED] = 1;
  else if (quo_span_contains (context->paragraph, mention))
    values[QUO_SPEAKER_PARAGRAPH] = 1;
  values[QUO_SPEAKER_POSSESSIVE] = is_possessive (context, mention);
  if (mention.end <= context->hull.start)
    values[QUO_SPEAKER_RECENT] = exp (-(double)(context->hull.start - mention.end) / RECENT_LENGTH);
  else if (mention.start >= MAX (context->paragraph.end, context->sentence.end))
    values[QUO_SPEAKER_LATER] = 1;
  else
    values[QUO_SPEAKER_RECENT] = 0.7;
}

gboolean
quo_speaker_context_is_pronoun (const QuoSpeakerContext *context, QuoSpan mention)
{
  g_autoptr (GArray) tokens = quo_tokens_list (context->page, context->language, mention);

  return tokens->len == 1 && (quo_tokens_get (tokens, 0)->kinds & QUO_WORD_PRONOUN);
}

gboolean
quo_speaker_context_has_pronoun (const QuoSpeakerContext *context)
{
  QuoSpan subject = quo_span_is_empty (context->before) ? context->after : context->before;

  return !quo_span_is_empty (subject) && quo_speaker_context_is_pronoun (context, subject);
}

GArray *
quo_speaker_context_list_plain (const QuoSpeakerContext *context, const QuoText *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (QuoSpan));

  for (guint i = 0; i < context->tokens->len; i++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);
      QuoSpan name = token->span;

      if (is_quoted (context, token->span.start) || !is_subject_word (token)
          || (token->kinds & (QUO_WORD_CALENDAR | QUO_WORD_ANY_SAYING)))
        continue;
      if (!(token->kinds & QUO_WORD_PRONOUN))
        name = quo_name_around (text, token->span.start, context->language);
      if (found->len > 0
          && quo_span_overlaps (name, g_array_index (found, QuoSpan, found->len - 1)))
        continue;
      g_array_append_val (found, name);
    }
  return found;
}
