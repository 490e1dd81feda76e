/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-context.h"
#include "quo-speaker-features.h"
#include "quo-speaker-place.h"
#include "quo-speaker-subject.h"

#include <math.h>

/* Reads the surroundings of one quote once; each candidate is then measured against them. */

#define REACH 3000          /* code points read to each side */
#define NEAR_WORDS 4.0      /* words at which nearness to the cue has halved */
#define RECENT_LENGTH 400.0 /* code points at which recency has fallen to 1/e */

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

gboolean
quo_speaker_context_is_quoted (const QuoSpeakerContext *context, guint32 offset)
{
  return is_in_part (context, offset)
         || quo_stretches_cover (context->stretches, offset, context->parts, context->n_parts);
}

/* Whether the two words next to each other belong to one clause. */
gboolean
quo_speaker_context_has_border (const QuoSpeakerContext *context, guint32 from, guint32 to)
{
  for (guint32 i = from; i < to; i++)
    {
      gunichar c = quo_passage_get (context->page, i);

      if (quo_char_is_comma (c) || quo_char_is_stop (c) || quo_char_is_dash (c) || c == ';'
          || c == ':' || quo_char_is_quote_mark (c) || is_in_part (context, i))
        return c != '.' && !quo_passage_is_in_number (context->page, i);
    }
  return FALSE;
}

static QuoGender find_gender (const QuoSpeakerContext *context);

/* Six people were hurt. Das teilte die Polizei mit: the verb stands in a sentence of its own behind
 * words without marks. */
static gboolean
is_told_behind (const QuoSpeakerContext *context)
{
  guint32 end = context->hull.end;

  return context->cue.start > end + 1 && quo_char_is_stop (quo_passage_get (context->page, end))
         && quo_char_is_word (quo_passage_get (context->page, end - 1))
         && quo_tokens_end_sentence (context->page, context->language, end);
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
  if (is_told_behind (context))
    round = context->cue;
  else if (!quo_span_is_empty (context->cue))
    round = context->is_borrowed ? context->cue
                                 : QUO_SPAN (MIN (context->hull.start, context->cue.start),
                                             MAX (context->hull.end, context->cue.end));
  context->sentence = quo_passage_find_sentence (context->page, context->language, round);
  context->tokens = quo_tokens_list (context->page, context->language, context->sentence);
  context->verb = context->cue;
  if (!quo_span_is_empty (context->cue))
    quo_speaker_context_find_subjects (context);
  context->gender = find_gender (context);
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

void
quo_speaker_context_drop_cue (QuoSpeakerContext *context)
{
  context->cue = context->verb = QUO_SPAN (0, 0);
  context->before = context->after = context->leader = context->told = QUO_SPAN (0, 0);
  context->is_borrowed = FALSE;
  context->gender = find_gender (context);
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

/* "..., with the paper reporting that": the preposition before its subject belongs to the verb. */
static gboolean
is_absolute (const QuoSpeakerContext *context)
{
  gint i = quo_tokens_find (context->tokens, context->before.start);
  char word[QUO_FOLD_SIZE];
  gsize len = quo_passage_fold (context->page, context->cue, word);

  if (i < 1 || !quo_language_is_participle (context->language, word, len))
    return FALSE;
  if (quo_tokens_get (context->tokens, i - 1)->kinds & QUO_WORD_DETERMINER)
    i--;
  if (i < 1)
    return FALSE;
  quo_token_fold (context->page, quo_tokens_get (context->tokens, i - 1), word);
  return quo_language_lists (context->language, QUO_LIST_ABSOLUTE, word);
}

/* How surely the mention is the subject of the cue. Where all nouns have capitals, what stands
 * before the verb may be anything: "Der Zeitung sagte X". */
static double
measure_subject (const QuoSpeakerContext *context, QuoSpan mention)
{
  gboolean are_nouns = quo_language_has_capital_nouns (context->language);
  double sure = context->is_borrowed ? 0.8 : 1;

  if (is_head (mention, context->before))
    return quo_speaker_context_follows_preposition (context, mention) && !is_absolute (context)
               ? 0.3 * sure
               : sure;
  if (is_head (mention, context->after) && (quo_span_is_empty (context->before) || are_nouns))
    return sure * (quo_span_is_empty (context->before) ? 1 : 0.8)
           * (quo_speaker_context_follows_preposition (context, mention) ? 0.3 : 1);
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
  if (values[QUO_SPEAKER_SUBJECT] < 0.5)
    values[QUO_SPEAKER_OBJECT] = quo_span_overlaps (mention, context->after)
                                 || quo_speaker_context_follows_preposition (context, mention);
}

void
quo_speaker_context_measure (const QuoSpeakerContext *context, QuoSpan mention, double *values)
{
  if (quo_span_contains (context->sentence, mention))
    measure_in_sentence (context, mention, values);
  if (quo_speaker_context_is_quoted (context, mention.start)
      && !quo_span_overlaps (mention, context->after)
      && !(quo_language_has_subject_after (context->language)
           && quo_span_overlaps (mention, context->before)))
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

  /* Where the verb stands second and something that can be a subject before it, what follows is
   * more likely its object, unless it is somebody's name: X kritisierte die Entscheidung. */
  if (has_cue && quo_language_has_capital_nouns (context->language)
      && values[QUO_SPEAKER_PERSON] == 0 && !is_pronoun && is_head (mention, context->after)
      && !quo_span_is_empty (context->before) && !is_head (mention, context->before)
      && !quo_speaker_context_follows_preposition (context, context->before))
    values[QUO_SPEAKER_SUBJECT] *= 0.3;
  values[QUO_SPEAKER_SOMEBODY] = 1;
  values[QUO_SPEAKER_WITH_CUE] = has_cue;
  values[QUO_SPEAKER_PRONOUN] = is_pronoun;
  values[QUO_SPEAKER_PRONOUN_APART] = is_pronoun && has_cue && values[QUO_SPEAKER_SUBJECT] == 0;
  values[QUO_SPEAKER_OTHER_SENTENCE] = has_cue && values[QUO_SPEAKER_SENTENCE] == 0;
  values[QUO_SPEAKER_NOT_SUBJECT]
      = has_cue && !context->is_borrowed && values[QUO_SPEAKER_SUBJECT] == 0
        && values[QUO_SPEAKER_LEADS] == 0 && !quo_speaker_context_has_pronoun (context)
        && !(quo_span_is_empty (context->before) && quo_span_is_empty (context->after));
  if (quo_span_overlaps (mention, context->after))
    values[QUO_SPEAKER_SUBJECT_AFTER] = values[QUO_SPEAKER_SUBJECT];
  if (!has_cue)
    complete_without_cue (context, mention, is_pronoun, values);
}

/* Of the pronoun beside the verb of saying; where nobody stands there, what the verb's ending
 * tells. A pronoun that has no gender, as "I", says nothing of anybody else. */
static QuoGender
find_gender (const QuoSpeakerContext *context)
{
  QuoGender gender = QUO_GENDER_UNKNOWN;
  QuoSpan subject = quo_span_is_empty (context->before) ? context->after : context->before;

  if (quo_speaker_context_has_pronoun (context))
    return quo_gender_of_mention (context->page, context->language, subject);
  if (!quo_span_is_empty (subject) || !quo_span_is_empty (context->leader))
    return QUO_GENDER_UNKNOWN;
  gender = quo_gender_of_subject (context->page, context->language, context->cue);
  for (guint i = 0; gender == QUO_GENDER_UNKNOWN && i < context->n_parts; i++)
    gender = quo_gender_of_self (context->page, context->language, context->parts[i]);
  return gender;
}

void
quo_speaker_context_measure_gender (const QuoSpeakerContext *context, QuoGender gender,
                                    double *values)
{
  values[QUO_SPEAKER_AGREES] = gender != QUO_GENDER_UNKNOWN && gender == context->gender;
  values[QUO_SPEAKER_CLASHES] = quo_genders_clash (gender, context->gender);
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
