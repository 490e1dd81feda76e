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
#define MAX_CLAUSE 24       /* words of a clause looked at on one side of its verb */
#define MAX_PHRASE 5        /* words of “the young officer” */
#define MAX_BETWEEN 2       /* words such as "further" between subject and verb */

static gboolean
is_blank_between (const QuoSpeakerContext *context, guint32 from, guint32 to)
{
  while (from < to && g_unichar_isspace (quo_passage_get (context->page, from)))
    from++;
  return from >= to;
}

/* A cue of a neighbouring quote in the paragraph: “...,” he said. “...” */
static void
borrow_cue (QuoSpeakerContext *context)
{
  guint32 best = G_MAXUINT32;
  gint first = quo_stretches_find_last (context->stretches, context->paragraph.start) + 1;

  for (guint i = first; i < context->stretches->len; i++)
    {
      const QuoStretch *stretch = quo_stretches_get (context->stretches, i);
      guint32 distance;
      QuoSpan cue;

      if (stretch->span.start >= context->paragraph.end)
        break;
      if (stretch->is_later || quo_span_overlaps (stretch->span, context->hull))
        continue;
      cue = quo_stretches_find_cue (context->stretches, context->page, context->language,
                                    &stretch->span, 1);
      if (quo_span_is_empty (cue))
        continue;
      if (stretch->span.start >= context->hull.end
          && !is_blank_between (context, context->hull.end, stretch->span.start))
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
  if (token->kinds & QUO_WORD_PRONOUN)
    return !(token->kinds & QUO_WORD_DETERMINER); /* her mother */
  return (token->shape & QUO_SHAPE_CAPITAL) && !(token->kinds & QUO_WORD_STOPWORD);
}

/* How many tokens on one side of the cue belong to its clause. */
static gint
count_clause (const QuoSpeakerContext *context, gint cue, gint step)
{
  gint n = 0;

  for (gint i = cue + step; n < MAX_CLAUSE && i >= 0 && i < (gint)context->tokens->len; i += step)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);
      const QuoToken *last = quo_tokens_get (context->tokens, i - step);
      guint32 from = step > 0 ? last->span.end : token->span.end;
      guint32 to = step > 0 ? token->span.start : last->span.start;

      if (has_border_between (context, from, to) || is_quoted (context, token->span.start))
        break;
      n++;
    }
  return n;
}

/* Whether the search for a name goes on over this word: titles and articles, an adverb or two;
 * after the verb no preposition (said of X). */
static gboolean
is_between (const QuoSpeakerContext *context, const QuoToken *token, gint step, gint *n_skipped)
{
  if (token->kinds & (QUO_WORD_TITLE | QUO_WORD_DETERMINER))
    return TRUE;
  if (step > 0 && (token->kinds & QUO_WORD_STOPWORD)
      && !quo_language_has_capital_nouns (context->language))
    return FALSE;
  return ++*n_skipped <= MAX_BETWEEN;
}

/* The name or pronoun nearest to the cue among the @n tokens beside it. */
static QuoSpan
find_subject_name (const QuoSpeakerContext *context, gint cue, gint step, gint n)
{
  QuoSpan found = QUO_SPAN (0, 0);
  gint n_skipped = 0;

  for (gint k = 1; k <= n; k++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, cue + k * step);

      if (is_subject_word (token))
        {
          if (quo_span_is_empty (found))
            found = token->span;
          found.start = MIN (found.start, token->span.start);
          found.end = MAX (found.end, token->span.end);
          if (token->kinds & QUO_WORD_PRONOUN)
            break;
        }
      else if (!quo_span_is_empty (found))
        {
          if (!(token->kinds & (QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER)))
            break;
        }
      else if (!is_between (context, token, step, &n_skipped))
        break;
    }
  return found;
}

/* "the report", "a statement": a noun, though verbs of saying are written so. */
static gboolean
follows_article (const QuoSpeakerContext *context, gint i)
{
  return i > 0 && (quo_tokens_get (context->tokens, i - 1)->kinds & QUO_WORD_DETERMINER);
}

/* "the young officer" beside the cue: from its article to the verb, or to the next small word. */
static QuoSpan
find_noun_phrase (const QuoSpeakerContext *context, gint cue, gint step, gint n)
{
  gint first = -1, last = -1;

  for (gint k = 1; k <= MIN (n, MAX_PHRASE); k++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, cue + k * step);
      gboolean is_small
          = (token->kinds & QUO_WORD_STOPWORD)
            || ((token->kinds & QUO_WORD_ANY_SAYING) && !follows_article (context, cue + k * step));

      if (token->kinds & QUO_WORD_DETERMINER)
        {
          if (first < 0)
            first = cue + k * step;
          if (step < 0)
            break;
        }
      else if (step > 0 && (first < 0 || is_small))
        break;
      else if (!is_small && (last < 0 || step > 0))
        last = cue + k * step;
    }
  if (first < 0 || last < first)
    return QUO_SPAN (0, 0);
  return QUO_SPAN (quo_tokens_get (context->tokens, first)->span.start,
                   quo_tokens_get (context->tokens, last)->span.end);
}

/* The subject of "X took off his hat and said": the first one in the clause. */
static QuoSpan
find_shared_subject (const QuoSpeakerContext *context, gint cue, gint n)
{
  for (gint i = cue - n; i < cue; i++)
    {
      const QuoToken *token = quo_tokens_get (context->tokens, i);

      if (is_subject_word (token))
        return token->span;
      if (token->kinds & QUO_WORD_DETERMINER)
        return find_noun_phrase (context, i - 1, 1, cue - i);
    }
  return QUO_SPAN (0, 0);
}

static gboolean
is_shared (const QuoSpeakerContext *context, gint cue, gint n)
{
  return n > 0 && (quo_tokens_get (context->tokens, cue - 1)->kinds & QUO_WORD_JOIN);
}

static QuoSpan
find_subject (const QuoSpeakerContext *context, gint cue, gint step)
{
  gint n = count_clause (context, cue, step);
  QuoSpan found;

  if (step < 0 && is_shared (context, cue, n))
    return find_shared_subject (context, cue, n);
  found = find_subject_name (context, cue, step, n);
  return quo_span_is_empty (found) ? find_noun_phrase (context, cue, step, n) : found;
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

/* Reads the sentence of the quote. The page and stretches are there already. */
static void
read_sentence (QuoSpeakerContext *context)
{
  QuoSpan round = context->hull;

  if (context->page->paragraphs->len > 0)
    context->paragraph = quo_passage_get_paragraph (
        context->page, quo_passage_find_paragraph (context->page, context->hull.start));
  if (quo_span_is_empty (context->cue))
    context->cue = quo_stretches_find_cue (context->stretches, context->page, context->language,
                                           context->parts, context->n_parts);
  if (quo_span_is_empty (context->cue))
    borrow_cue (context);
  if (!quo_span_is_empty (context->cue))
    round = context->is_borrowed ? context->cue
                                 : QUO_SPAN (MIN (context->hull.start, context->cue.start),
                                             MAX (context->hull.end, context->cue.end));
  context->sentence = quo_passage_find_sentence (context->page, context->language, round);
  context->tokens = quo_tokens_list (context->page, context->language, context->sentence);
  if (!quo_span_is_empty (context->cue))
    find_subjects (context);
}

void
quo_speaker_context_init_on (QuoSpeakerContext *context, QuoPassage *page, GArray *stretches,
                             const QuoLanguage *language, const QuoSpan *parts, guint n_parts,
                             QuoSpan cue)
{
  *context = (QuoSpeakerContext){
    .language = language,
    .page = page,
    .stretches = g_array_ref (stretches),
    .is_borrowed_page = TRUE,
    .parts = parts,
    .n_parts = n_parts,
    .hull = { parts[0].start, parts[n_parts - 1].end },
    .cue = cue,
  };
  read_sentence (context);
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
  read_sentence (context);
}

void
quo_speaker_context_clear (QuoSpeakerContext *context)
{
  if (!context->is_borrowed_page)
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

/* The kinds of a mention of one word. */
static guint
get_kinds (const QuoSpeakerContext *context, QuoSpan mention)
{
  g_autoptr (GArray) tokens = NULL;

  if (mention.start < context->page->start || mention.end > context->page->end)
    return 0;
  tokens = quo_tokens_list (context->page, context->language, mention);
  return tokens->len == 1 ? quo_tokens_get (tokens, 0)->kinds : 0;
}

/* X's, or "his". */
static gboolean
is_possessive (const QuoSpeakerContext *context, QuoSpan mention)
{
  if (get_kinds (context, mention) & QUO_WORD_DETERMINER)
    return TRUE;
  return quo_char_is_apostrophe (quo_passage_get (context->page, mention.end))
         && quo_passage_get (context->page, mention.end + 1) == 's'
         && !quo_char_is_word (quo_passage_get (context->page, mention.end + 2));
}

/* Whether the mention is the subject: it holds its last word ("her" of "her mother" does not). */
static gboolean
is_head (QuoSpan mention, QuoSpan subject)
{
  return !quo_span_is_empty (subject) && mention.start < subject.end && mention.end >= subject.end;
}

/* How surely the mention is the subject of the cue. Where all nouns have capitals, what stands
 * before the verb may be anything: "Der Zeitung sagte X". */
static double
measure_subject (const QuoSpeakerContext *context, QuoSpan mention)
{
  gboolean are_nouns = quo_language_has_capital_nouns (context->language);
  double sure = context->is_borrowed ? 0.8 : 1;

  if (is_head (mention, context->before))
    return sure;
  if (is_head (mention, context->after) && (quo_span_is_empty (context->before) || are_nouns))
    return sure * (quo_span_is_empty (context->before) ? 1 : 0.8);
  return 0;
}

static void
measure_in_sentence (const QuoSpeakerContext *context, QuoSpan mention, double *values)
{
  values[QUO_SPEAKER_SENTENCE] = 1;
  if (!quo_span_is_empty (context->cue))
    {
      values[QUO_SPEAKER_NEAR_CUE]
          = 1 / (1 + count_words_between (context, mention, context->cue) / NEAR_WORDS);
      values[QUO_SPEAKER_SUBJECT] = measure_subject (context, mention);
    }
  if (values[QUO_SPEAKER_SUBJECT] == 0)
    values[QUO_SPEAKER_OBJECT] = quo_span_overlaps (mention, context->after)
                                 || quo_speaker_context_follows_preposition (context, mention);
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

static void
complete_without_cue (const QuoSpeakerContext *context, QuoSpan mention, gboolean is_pronoun,
                      double *values)
{
  values[QUO_SPEAKER_RECENT_NO_CUE] = values[QUO_SPEAKER_RECENT];
  values[QUO_SPEAKER_PRONOUN_NO_CUE] = is_pronoun;
  if (!quo_span_contains (context->paragraph, mention) || values[QUO_SPEAKER_QUOTED] > 0)
    return;
  values[mention.start < context->hull.start ? QUO_SPEAKER_BESIDE_NO_CUE
                                             : QUO_SPEAKER_BEHIND_NO_CUE]
      = 1;
}

void
quo_speaker_context_complete (const QuoSpeakerContext *context, QuoSpan mention,
                              gboolean is_pronoun, double *values)
{
  gboolean has_cue = !quo_span_is_empty (context->cue);

  values[QUO_SPEAKER_SOMEBODY] = 1;
  values[QUO_SPEAKER_WITH_CUE] = has_cue;
  values[QUO_SPEAKER_PRONOUN] = is_pronoun;
  values[QUO_SPEAKER_OTHER_SENTENCE] = has_cue && values[QUO_SPEAKER_SENTENCE] == 0;
  if (quo_span_overlaps (mention, context->after))
    values[QUO_SPEAKER_SUBJECT_AFTER] = values[QUO_SPEAKER_SUBJECT];
  if (!has_cue)
    complete_without_cue (context, mention, is_pronoun, values);
}

gboolean
quo_speaker_context_is_pronoun (const QuoSpeakerContext *context, QuoSpan mention)
{
  return (get_kinds (context, mention) & QUO_WORD_PRONOUN) != 0;
}

gboolean
quo_speaker_context_is_self (const QuoSpeakerContext *context, QuoSpan mention)
{
  return (get_kinds (context, mention) & QUO_WORD_SELF) != 0;
}

gboolean
quo_speaker_context_has_pronoun (const QuoSpeakerContext *context)
{
  QuoSpan subject = quo_span_is_empty (context->before) ? context->after : context->before;
  guint kinds = quo_span_is_empty (subject) ? 0 : get_kinds (context, subject);

  return (kinds & QUO_WORD_PRONOUN) && !(kinds & QUO_WORD_SELF);
}

gboolean
quo_speaker_context_follows_preposition (const QuoSpeakerContext *context, QuoSpan mention)
{
  guint32 start = MAX (context->page->start, mention.start > 24 ? mention.start - 24 : 0);
  g_autoptr (GArray) tokens = NULL;

  if (mention.start < start)
    return FALSE;
  tokens = quo_tokens_list (context->page, context->language, QUO_SPAN (start, mention.start));
  for (gint i = (gint)tokens->len - 1; i >= 0; i--)
    {
      const QuoToken *token = quo_tokens_get (tokens, i);

      if (has_border_between (context, token->span.end, mention.start))
        return FALSE;
      if (!(token->kinds & (QUO_WORD_TITLE | QUO_WORD_DETERMINER)))
        return (token->kinds & QUO_WORD_STOPWORD) && !(token->kinds & QUO_WORD_PRONOUN);
    }
  return FALSE;
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

      if (is_quoted (context, token->span.start) || !is_subject_word (token)
          || (token->kinds & (QUO_WORD_CALENDAR | QUO_WORD_ANY_SAYING | QUO_WORD_NOUN))
          || (are_nouns && !is_pronoun && !is_beside_cue (context, token->span)))
        continue;
      add_apart (found, is_pronoun ? token->span
                                   : quo_name_around (text, token->span.start, context->language));
    }
  add_apart (found, context->before);
  if (quo_span_is_empty (context->before))
    add_apart (found, context->after);
  return found;
}
