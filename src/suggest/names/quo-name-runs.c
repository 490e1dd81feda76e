/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-runs.h"

#include <string.h>

/* Names by their capitals. A run is a chain of capitalised words with particles between them;
 * titles cut it into segments, and a segment is a name:
 *
 *   Head of the [CIS Anti-Terror Center] Colonel-General [Andrei Novikov]
 *
 * Scripts without capitals have no runs: there the name is the word. */

#define REACH 600      /* code points read to each side of the caret */
#define EVIDENCE 60000 /* bytes to each side in which other uses of a word are looked for */

void
quo_reading_init (QuoReading *reading, const QuoText *text, const QuoLanguage *language,
                  guint32 offset)
{
  QuoSpan paragraph;
  QuoSpan window;

  reading->text = text;
  reading->language = language;
  reading->tally = NULL;
  reading->page = quo_passage_new_around (text, offset, 8 * REACH);
  if (reading->page->paragraphs->len == 0)
    {
      reading->tokens = g_array_new (FALSE, FALSE, sizeof (QuoToken));
      return;
    }
  paragraph = quo_passage_get_paragraph (reading->page,
                                         quo_passage_find_paragraph (reading->page, offset));
  window = QUO_SPAN (MAX (paragraph.start, offset > REACH ? offset - REACH : 0),
                     MIN (paragraph.end, offset + REACH));
  reading->tokens = quo_tokens_list (reading->page, language, window);
}

void
quo_reading_clear (QuoReading *reading)
{
  quo_passage_free (reading->page);
  g_array_unref (reading->tokens);
}

const QuoToken *
quo_reading_get (const QuoReading *reading, gint i)
{
  return i >= 0 && i < (gint)reading->tokens->len ? quo_tokens_get (reading->tokens, i) : NULL;
}

static gunichar
get_char (const QuoReading *reading, guint32 offset)
{
  return quo_passage_get (reading->page, offset);
}

static guint32
get_length (const QuoToken *token)
{
  return token->span.end - token->span.start;
}

/* Whether nothing but opening marks stands between the token and the start of its sentence. */
gboolean
quo_reading_begins_sentence (const QuoReading *reading, gint i)
{
  guint32 at = quo_reading_get (reading, i)->span.start;
  QuoSpan paragraph
      = quo_passage_get_paragraph (reading->page, quo_passage_find_paragraph (reading->page, at));

  for (; at > paragraph.start; at--)
    {
      gunichar c = get_char (reading, at - 1);

      if (quo_char_is_stop (c))
        return quo_tokens_end_sentence (reading->page, reading->language, at - 1);
      if (quo_char_is_quote_mark (c) || c == ':' || c == 0x2022 || c == '*')
        return TRUE;
      if (!g_unichar_isspace (c) && c != '(' && c != '[' && !quo_char_is_dash (c)
          && !quo_char_is_apostrophe (c))
        return FALSE;
      if (quo_char_is_dash (c) && at - 1 > paragraph.start)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_stopword (const QuoToken *token)
{
  if ((token->shape & QUO_SHAPE_CAPS) && get_length (token) <= 4)
    return FALSE; /* US, WHO */
  return (token->kinds & QUO_WORD_STOPWORD) != 0;
}

/* Where the name in a word ends: before a possessive 's. */
static guint32
get_core_end (const QuoReading *reading, const QuoToken *token)
{
  guint32 end = token->span.end;

  if (end - token->span.start > 2 && quo_char_is_apostrophe (get_char (reading, end - 2))
      && g_unichar_tolower (get_char (reading, end - 1)) == 's')
    return end - 2;
  return end;
}

/* Where a name begins in a token: after l' and the like. */
static guint32
get_core_start (const QuoReading *reading, const QuoToken *token)
{
  guint32 end = get_core_end (reading, token); /* of "qu's" nothing would be left */

  for (guint32 i = token->span.start + 1; i < end; i++)
    if (quo_char_is_apostrophe (get_char (reading, i)))
      {
        char word[QUO_FOLD_SIZE];
        gsize len = quo_passage_fold (reading->page, QUO_SPAN (token->span.start, i), word);

        if (quo_language_get_kinds (reading->language, word, len) & QUO_WORD_ELIDED)
          return i + 1;
        break;
      }
  return token->span.start;
}

/* al-Assad is one, anti-Putin is none; d'Estaing is one, aujourd'hui is none. */
static gboolean
has_capital (const QuoReading *reading, const QuoToken *token)
{
  guint32 start = get_core_start (reading, token), i = start;
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (!(token->shape & QUO_SHAPE_CAPITAL))
    return FALSE;
  if (!g_unichar_islower (get_char (reading, start)))
    return g_unichar_isalpha (get_char (reading, start));
  while (i < token->span.end && quo_char_is_word (get_char (reading, i)))
    i++;
  len = quo_passage_fold (reading->page, QUO_SPAN (start, i), word);
  return (quo_language_get_kinds (reading->language, word, len) & QUO_WORD_PARTICLE)
         && g_unichar_isupper (get_char (reading, i + 1));
}

/* Stopwords with a capital: an initial (А. Пушкин), or, inside a sentence and before a name, a part
 * of it (The Hague, Will Smith). */
static gboolean
is_stopword_in_name (const QuoReading *reading, gint i)
{
  const QuoToken *token = quo_reading_get (reading, i), *next = quo_reading_get (reading, i + 1);

  if ((token->shape & QUO_SHAPE_INITIAL) && get_char (reading, token->span.end) == '.')
    return TRUE;
  if (next == NULL || is_stopword (next) || (next->kinds & QUO_WORD_CALENDAR)
      || !quo_reading_is_joined (reading, i) || quo_reading_begins_sentence (reading, i))
    return FALSE;
  return has_capital (reading, next) || (next->kinds & QUO_WORD_PARTICLE);
}

/* "States" of "United States", "Police" of "Metropolitan Police": a noun that is none of a name
 * alone goes on with one that stands before it. */
static gboolean
follows_name_part (const QuoReading *reading, gint i)
{
  const QuoToken *before = quo_reading_get (reading, i - 1);

  return before != NULL && quo_reading_is_joined (reading, i - 1)
         && !(before->kinds & QUO_WORD_TITLE) && !quo_language_has_capital_nouns (reading->language)
         && quo_reading_is_name_part (reading, i - 1);
}

gboolean
quo_reading_is_name_part (const QuoReading *reading, gint i)
{
  const QuoToken *token = quo_reading_get (reading, i);

  if (token == NULL || !has_capital (reading, token))
    return FALSE;
  if ((token->kinds & QUO_WORD_CALENDAR)
      || ((token->kinds & QUO_WORD_NOUN) && !follows_name_part (reading, i)))
    return FALSE;
  if ((token->kinds & QUO_WORD_PRONOUN) && !(token->shape & QUO_SHAPE_CAPS))
    return FALSE;
  return !is_stopword (token) || is_stopword_in_name (reading, i);
}

/* Whether two neighbours may be of one name by what stands between them. */
gboolean
quo_reading_is_joined (const QuoReading *reading, gint i)
{
  const QuoToken *a = quo_reading_get (reading, i), *b = quo_reading_get (reading, i + 1);
  guint32 at;
  gunichar c;

  if (a == NULL || b == NULL || get_core_end (reading, a) != a->span.end)
    return FALSE;
  at = a->span.end;
  c = get_char (reading, at);
  if (c == '.' && ((a->shape & QUO_SHAPE_INITIAL) || (a->kinds & QUO_WORD_ABBREVIATION)))
    c = get_char (reading, ++at);
  if (b->span.start == at)
    return TRUE;
  if (b->span.start == at + 3 && get_char (reading, at + 1) == '&')
    return c == ' ';
  if (c == '\r' && get_char (reading, at + 1) == '\n')
    c = get_char (reading, ++at);
  if (c == '\n')
    return reading->page->width > 0 && b->span.start == at + 1;
  return b->span.start == at + 1 && (c == ' ' || c == 0xa0 || c == 0x202f);
}

gboolean
quo_reading_owns_next (const QuoReading *reading, gint i)
{
  const QuoToken *owner = quo_reading_get (reading, i), *next = quo_reading_get (reading, i + 1);
  guint32 end;

  if (owner == NULL || next == NULL)
    return FALSE;
  end = get_core_end (reading, owner);
  if (end < owner->span.end) /* children's */
    return next->span.start == owner->span.end + 1 && get_char (reading, owner->span.end) == ' ';
  return next->span.start == end + 2 && get_char (reading, end - 1) == 's' /* writers' */
         && quo_char_is_apostrophe (get_char (reading, end)) && get_char (reading, end + 1) == ' ';
}

/* Where all nouns have capitals, "Abkommen von Paris" is no name: one particle alone joins only
 * what stands there without article, inside a sentence. */
static gboolean
is_particle_of_name (const QuoReading *reading, gint i)
{
  const QuoToken *previous = quo_reading_get (reading, i - 1);
  const QuoToken *second = quo_reading_get (reading, i + 2);

  if (!quo_language_has_capital_nouns (reading->language)
      || !is_stopword (quo_reading_get (reading, i + 1)))
    return TRUE;
  if (second != NULL && (second->kinds & QUO_WORD_PARTICLE_INNER))
    return TRUE;
  return previous != NULL && !quo_reading_begins_sentence (reading, i) && !is_stopword (previous);
}

/* řekla Petra Malá ČTK, řekl Jan Novák Deníku: behind a name the paper or agency that is told is no
 * part of it; one that is written with one capital begins other names, too. */
static gboolean
is_told_behind (const QuoReading *reading, gint i)
{
  const QuoToken *token = quo_reading_get (reading, i);

  if (token == NULL || !(token->shape & QUO_SHAPE_CAPITAL)
      || (!(token->shape & QUO_SHAPE_CAPS)
          && !(quo_reading_is_joined (reading, i - 2)
               && quo_reading_is_name_part (reading, i - 2))))
    return FALSE;
  return quo_token_is_listed (reading->page, token, reading->language, QUO_LIST_TOLD_PAPERS);
}

/* The token after @i that goes on with a name, over particles; -1 if none does. */
gint
quo_reading_step_right (const QuoReading *reading, gint i)
{
  const QuoToken *token = quo_reading_get (reading, i + 1);
  gint k = i + 1;

  if (!quo_reading_is_joined (reading, i) || is_told_behind (reading, k))
    return -1;
  if (quo_reading_is_name_part (reading, k))
    return k;
  if (token == NULL
      || !(((token->kinds & QUO_WORD_PARTICLE) && is_particle_of_name (reading, i))
           || ((token->kinds & QUO_WORD_LINK)
               && (quo_reading_get (reading, i)->kinds & QUO_WORD_BODY))))
    return -1;
  for (; token != NULL
         && (token->kinds & (QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER | QUO_WORD_LINK));
       token = quo_reading_get (reading, ++k))
    if (!quo_reading_is_joined (reading, k))
      return -1;
  return quo_reading_is_name_part (reading, k) ? k : -1;
}

static gint
step_left (const QuoReading *reading, gint i)
{
  for (gint k = i - 1; k >= 0 && k >= i - 4; k--)
    if (quo_reading_is_name_part (reading, k))
      return quo_reading_step_right (reading, k) == i ? k : -1;
  return -1;
}

gboolean
quo_reading_is_title (const QuoReading *reading, gint i)
{
  const QuoToken *token = quo_reading_get (reading, i);

  return (token->kinds & QUO_WORD_TITLE) && (token->shape & QUO_SHAPE_CAPITAL);
}

/* Whether @word stands as a word of its own near @offset; with @is_inside, inside a sentence. */
static gboolean
find_evidence (const QuoReading *reading, const char *word, guint32 offset, gboolean is_inside)
{
  const char *start = quo_text_get_utf8 (reading->text);
  const char *at = quo_text_at (reading->text, offset);
  const char *from = at - start > EVIDENCE ? at - EVIDENCE : start;
  const char *to = start + MIN ((gsize)(at - start) + EVIDENCE, quo_text_get_bytes (reading->text));
  gsize len = strlen (word);

  for (const char *p = memmem (from, to - from, word, len); p != NULL;
       p = memmem (p + 1, to - p - 1, word, len))
    {
      const char *before = g_utf8_find_prev_char (start, p);
      const char *q;

      if (quo_char_is_word (g_utf8_get_char (p + len))
          || (before != NULL && quo_char_is_word (g_utf8_get_char (before))))
        continue;
      if (!is_inside)
        return TRUE;
      q = before != NULL && *before == ' ' ? g_utf8_find_prev_char (start, before) : NULL;
      if (q != NULL && (quo_char_is_word (g_utf8_get_char (q)) || *q == ','))
        return TRUE;
    }
  return FALSE;
}

static QuoWordTally
get_tally (const QuoReading *reading, QuoSpan span)
{
  char word[QUO_FOLD_SIZE];

  quo_passage_fold (reading->page, span, word);
  return quo_name_tally_get (reading->tally, word);
}

/* Whether the word stands elsewhere with a capital inside a sentence. */
gboolean
quo_reading_is_capital_elsewhere (const QuoReading *reading, gint i)
{
  const QuoToken *token = quo_reading_get (reading, i);
  QuoSpan core = QUO_SPAN (get_core_start (reading, token), get_core_end (reading, token));
  g_autofree char *word = NULL;

  if (reading->tally != NULL)
    return get_tally (reading, core).n_inside > 0;
  word = quo_text_dup (reading->text, core);
  return find_evidence (reading, word, token->span.start, TRUE);
}

gboolean
quo_reading_is_small_elsewhere (const QuoReading *reading, gint i)
{
  const QuoToken *token = quo_reading_get (reading, i);
  char word[QUO_FOLD_SIZE];

  if (reading->tally != NULL)
    return get_tally (reading, token->span).n_small > 0;
  quo_passage_fold (reading->page, token->span, word);
  return find_evidence (reading, word, token->span.start, FALSE);
}

/* "Embattled Putin": the first word of a sentence has its capital from there. */
static gboolean
is_mere_beginning (const QuoReading *reading, gint i)
{
  const QuoToken *token = quo_reading_get (reading, i);

  if ((token->shape & (QUO_SHAPE_CAPS | QUO_SHAPE_INITIAL))
      || !quo_reading_begins_sentence (reading, i))
    return FALSE;
  return quo_reading_is_small_elsewhere (reading, i)
         && !quo_reading_is_capital_elsewhere (reading, i);
}

static QuoRun
find_run (const QuoReading *reading, gint i)
{
  QuoRun run = { i, i };
  gint k;

  while ((k = step_left (reading, run.first)) >= 0)
    run.first = k;
  while ((k = quo_reading_step_right (reading, run.last)) >= 0)
    run.last = k;
  return run;
}

/* The particles and the like at its start are no part of a segment. */
static void
skip_small (const QuoReading *reading, QuoRun *run)
{
  while (run->first < run->last && !quo_reading_is_name_part (reading, run->first))
    run->first++;
  while (run->last > run->first && !quo_reading_is_name_part (reading, run->last))
    run->last--;
}

/* Titles at the end are surnames (Stephen King): they cut nothing. */
static gint
find_last_cut (const QuoReading *reading, QuoRun run)
{
  gint k = run.last;

  while (k > run.first && quo_reading_is_title (reading, k))
    k--;
  return quo_reading_is_title (reading, k) ? run.last : k;
}

/* The part of the run that holds token @i. */
static QuoRun
find_segment (const QuoReading *reading, QuoRun run, gint i)
{
  QuoRun segment = run;
  gint last_cut = find_last_cut (reading, run);

  if (quo_reading_is_title (reading, i) && i <= last_cut)
    {
      for (segment.first = i;
           segment.first > run.first && quo_reading_is_title (reading, segment.first - 1);)
        segment.first--;
      for (segment.last = i;
           segment.last < run.last && quo_reading_is_title (reading, segment.last + 1);)
        segment.last++;
      while (segment.last < run.last
             && !(quo_reading_is_title (reading, segment.last + 1) && segment.last + 1 <= last_cut))
        segment.last++;
    }
  else
    for (gint k = run.first; k <= last_cut; k++)
      {
        if (quo_reading_is_title (reading, k) && k < i)
          segment.first = k + 1;
        if (quo_reading_is_title (reading, k) && k > i)
          {
            segment.last = k - 1;
            break;
          }
      }
  skip_small (reading, &segment);
  if (segment.first == segment.last && segment.first > run.first
      && (quo_reading_get (reading, segment.first)->kinds & QUO_WORD_BODY)
      && quo_reading_is_title (reading, segment.first - 1))
    segment.first--; /* General Motors */
  return segment;
}

/* "van der Bellen" with no first name before it. */
static void
take_leading_particles (const QuoReading *reading, QuoRun *segment)
{
  gint k = segment->first;

  while (
      k > 0 && quo_reading_is_joined (reading, k - 1)
      && (quo_reading_get (reading, k - 1)->kinds & (QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER))
      && !is_stopword (quo_reading_get (reading, k - 1)))
    k--;
  if (k < segment->first && (quo_reading_get (reading, k)->kinds & QUO_WORD_PARTICLE))
    segment->first = k;
}

QuoSpan
quo_reading_get_span (const QuoReading *reading, QuoRun run)
{
  const QuoToken *first = quo_reading_get (reading, run.first),
                 *last = quo_reading_get (reading, run.last);
  QuoSpan span = QUO_SPAN (get_core_start (reading, first), get_core_end (reading, last));

  /* The last full stop of U.S. and D.C. belongs to it, that of a sentence does not. */
  if ((last->shape & QUO_SHAPE_INITIAL) && get_length (last) > 2
      && get_char (reading, last->span.end) == '.')
    span.end++;
  return span;
}

/* The segment that holds the name part @i, without what only begins a sentence. */
QuoRun
quo_reading_find_name (const QuoReading *reading, gint i)
{
  QuoRun segment = find_segment (reading, find_run (reading, i), i);

  while (segment.first < i && segment.first < segment.last
         && is_mere_beginning (reading, segment.first))
    segment.first = MAX (quo_reading_step_right (reading, segment.first), segment.first + 1);
  skip_small (reading, &segment);
  if (segment.first == i && segment.last > i && is_mere_beginning (reading, i))
    segment.last = i;
  take_leading_particles (reading, &segment);
  return segment;
}
