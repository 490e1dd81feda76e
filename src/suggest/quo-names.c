/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-names.h"
#include "quo-tokens.h"

#include <string.h>

/* Names by their capitals. A run is a chain of capitalised words with particles between them;
 * titles cut it into segments, and a segment is a name:
 *
 *   Head of the [CIS Anti-Terror Center] Colonel-General [Andrei Novikov]
 *
 * Scripts without capitals have no runs: there the name is the word. */

#define REACH 600      /* code points read to each side of the caret */
#define EVIDENCE 60000 /* bytes to each side in which other uses of a word are looked for */

/* Tokens first to last, both included. */
typedef struct
{
  gint first, last;
} Run;

typedef struct
{
  const QuoText *text;
  const QuoLanguage *language;
  QuoPassage *page;
  GArray *tokens;
} Reading;

static void
reading_init (Reading *reading, const QuoText *text, const QuoLanguage *language, guint32 offset)
{
  QuoSpan paragraph;
  QuoSpan window;

  reading->text = text;
  reading->language = language;
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

static void
reading_clear (Reading *reading)
{
  quo_passage_free (reading->page);
  g_array_unref (reading->tokens);
}

static const QuoToken *
get_token (const Reading *reading, gint i)
{
  return i >= 0 && i < (gint)reading->tokens->len ? quo_tokens_get (reading->tokens, i) : NULL;
}

static gunichar
get_char (const Reading *reading, guint32 offset)
{
  return quo_passage_get (reading->page, offset);
}

static guint32
get_length (const QuoToken *token)
{
  return token->span.end - token->span.start;
}

/* Whether nothing but opening marks stands between the token and the start of its sentence. */
static gboolean
begins_sentence (const Reading *reading, gint i)
{
  guint32 at = get_token (reading, i)->span.start;
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

/* Where a name begins in a token: after l' and the like. */
static guint32
get_core_start (const Reading *reading, const QuoToken *token)
{
  for (guint32 i = token->span.start + 1; i < token->span.end; i++)
    if (quo_char_is_apostrophe (get_char (reading, i)))
      {
        char word[QUO_FOLD_SIZE];
        gsize len
            = quo_word_fold (reading->page->chars + (token->span.start - reading->page->start),
                             i - token->span.start, word);

        if (quo_language_get_kinds (reading->language, word, len) & QUO_WORD_ELIDED)
          return i + 1;
        break;
      }
  return token->span.start;
}

/* Where it ends: before a possessive 's. */
static guint32
get_core_end (const Reading *reading, const QuoToken *token)
{
  guint32 end = token->span.end;

  if (end - token->span.start > 2 && quo_char_is_apostrophe (get_char (reading, end - 2))
      && g_unichar_tolower (get_char (reading, end - 1)) == 's')
    return end - 2;
  return end;
}

/* al-Assad is one, anti-Putin is none; d'Estaing is one, aujourd'hui is none. */
static gboolean
has_capital (const Reading *reading, const QuoToken *token)
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
  len = quo_word_fold (reading->page->chars + (start - reading->page->start), i - start, word);
  return (quo_language_get_kinds (reading->language, word, len) & QUO_WORD_PARTICLE)
         && g_unichar_isupper (get_char (reading, i + 1));
}

static gboolean
is_name_part (const Reading *reading, gint i)
{
  const QuoToken *token = get_token (reading, i);

  if (token == NULL || !has_capital (reading, token))
    return FALSE;
  if (token->kinds & (QUO_WORD_CALENDAR | QUO_WORD_NOUN))
    return FALSE;
  if ((token->kinds & QUO_WORD_PRONOUN) && !(token->shape & QUO_SHAPE_CAPS))
    return FALSE;
  return !is_stopword (token);
}

/* Whether two neighbours may be of one name by what stands between them. */
static gboolean
is_joined (const Reading *reading, gint i)
{
  const QuoToken *a = get_token (reading, i), *b = get_token (reading, i + 1);
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

/* The token after @i that goes on with a name, over particles; -1 if none does. */
static gint
step_right (const Reading *reading, gint i)
{
  const QuoToken *token = get_token (reading, i + 1);
  gint k = i + 1;

  if (!is_joined (reading, i))
    return -1;
  if (is_name_part (reading, k))
    return k;
  if (token == NULL
      || !((token->kinds & QUO_WORD_PARTICLE)
           || ((token->kinds & QUO_WORD_LINK) && (get_token (reading, i)->kinds & QUO_WORD_BODY))))
    return -1;
  for (; token != NULL
         && (token->kinds & (QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER | QUO_WORD_LINK));
       token = get_token (reading, ++k))
    if (!is_joined (reading, k))
      return -1;
  return is_name_part (reading, k) ? k : -1;
}

static gint
step_left (const Reading *reading, gint i)
{
  for (gint k = i - 1; k >= 0 && k >= i - 4; k--)
    if (is_name_part (reading, k))
      return step_right (reading, k) == i ? k : -1;
  return -1;
}

static gboolean
is_title (const Reading *reading, gint i)
{
  const QuoToken *token = get_token (reading, i);

  return (token->kinds & QUO_WORD_TITLE) && (token->shape & QUO_SHAPE_CAPITAL);
}

/* Whether @word stands as a word of its own near @offset; with @is_inside, inside a sentence. */
static gboolean
find_evidence (const Reading *reading, const char *word, guint32 offset, gboolean is_inside)
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

/* Whether the word stands elsewhere with a capital inside a sentence. */
static gboolean
is_capital_elsewhere (const Reading *reading, gint i)
{
  const QuoToken *token = get_token (reading, i);
  QuoSpan core = QUO_SPAN (get_core_start (reading, token), get_core_end (reading, token));
  g_autofree char *word = quo_text_dup (reading->text, core);

  return find_evidence (reading, word, token->span.start, TRUE);
}

static gboolean
is_small_elsewhere (const Reading *reading, gint i)
{
  const QuoToken *token = get_token (reading, i);
  char word[QUO_FOLD_SIZE];

  quo_word_fold (reading->page->chars + (token->span.start - reading->page->start),
                 get_length (token), word);
  return find_evidence (reading, word, token->span.start, FALSE);
}

/* "Embattled Putin": the first word of a sentence has its capital from there. */
static gboolean
is_mere_beginning (const Reading *reading, gint i)
{
  const QuoToken *token = get_token (reading, i);

  if ((token->shape & (QUO_SHAPE_CAPS | QUO_SHAPE_INITIAL)) || !begins_sentence (reading, i))
    return FALSE;
  return is_small_elsewhere (reading, i) && !is_capital_elsewhere (reading, i);
}

static Run
find_run (const Reading *reading, gint i)
{
  Run run = { i, i };
  gint k;

  while ((k = step_left (reading, run.first)) >= 0)
    run.first = k;
  while ((k = step_right (reading, run.last)) >= 0)
    run.last = k;
  return run;
}

/* The particles and the like at its start are no part of a segment. */
static void
skip_small (const Reading *reading, Run *run)
{
  while (run->first < run->last && !is_name_part (reading, run->first))
    run->first++;
  while (run->last > run->first && !is_name_part (reading, run->last))
    run->last--;
}

/* Titles at the end are surnames (Stephen King): they cut nothing. */
static gint
find_last_cut (const Reading *reading, Run run)
{
  gint k = run.last;

  while (k > run.first && is_title (reading, k))
    k--;
  return is_title (reading, k) ? run.last : k;
}

/* The part of the run that holds token @i. */
static Run
find_segment (const Reading *reading, Run run, gint i)
{
  Run segment = run;
  gint last_cut = find_last_cut (reading, run);

  if (is_title (reading, i) && i <= last_cut)
    {
      for (segment.first = i; segment.first > run.first && is_title (reading, segment.first - 1);)
        segment.first--;
      for (segment.last = i; segment.last < run.last && is_title (reading, segment.last + 1);)
        segment.last++;
      while (segment.last < run.last
             && !(is_title (reading, segment.last + 1) && segment.last + 1 <= last_cut))
        segment.last++;
    }
  else
    for (gint k = run.first; k <= last_cut; k++)
      {
        if (is_title (reading, k) && k < i)
          segment.first = k + 1;
        if (is_title (reading, k) && k > i)
          {
            segment.last = k - 1;
            break;
          }
      }
  skip_small (reading, &segment);
  if (segment.first == segment.last && segment.first > run.first
      && (get_token (reading, segment.first)->kinds & QUO_WORD_BODY)
      && is_title (reading, segment.first - 1))
    segment.first--; /* General Motors */
  return segment;
}

/* "van der Bellen" with no first name before it. */
static void
take_leading_particles (const Reading *reading, Run *segment)
{
  gint k = segment->first;

  while (k > 0 && is_joined (reading, k - 1)
         && (get_token (reading, k - 1)->kinds & (QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER))
         && !is_stopword (get_token (reading, k - 1)))
    k--;
  if (k < segment->first && (get_token (reading, k)->kinds & QUO_WORD_PARTICLE))
    segment->first = k;
}

static QuoSpan
get_span (const Reading *reading, Run run)
{
  const QuoToken *first = get_token (reading, run.first), *last = get_token (reading, run.last);
  QuoSpan span = QUO_SPAN (get_core_start (reading, first), get_core_end (reading, last));

  /* The last full stop of U.S. and D.C. belongs to it, that of a sentence does not. */
  if ((last->shape & QUO_SHAPE_INITIAL) && get_length (last) > 2
      && get_char (reading, last->span.end) == '.')
    span.end++;
  return span;
}

/* The segment that holds the name part @i, without what only begins a sentence. */
static Run
find_name (const Reading *reading, gint i)
{
  Run segment = find_segment (reading, find_run (reading, i), i);

  while (segment.first < i && segment.first < segment.last
         && is_mere_beginning (reading, segment.first))
    segment.first = MAX (step_right (reading, segment.first), segment.first + 1);
  skip_small (reading, &segment);
  if (segment.first == i && segment.last > i && is_mere_beginning (reading, i))
    segment.last = i;
  take_leading_particles (reading, &segment);
  return segment;
}

/* A particle under the caret belongs to the name round it. */
static gint
find_anchor (const Reading *reading, gint i)
{
  if (is_name_part (reading, i))
    return i;
  if (!(get_token (reading, i)->kinds
        & (QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER | QUO_WORD_LINK)))
    return -1;
  for (gint k = i - 1; k >= 0 && k >= i - 3; k--)
    if (is_name_part (reading, k))
      return step_right (reading, k) > i ? k : -1;
  return -1;
}

QuoSpan
quo_name_around (const QuoText *text, guint32 offset, const QuoLanguage *language)
{
  QuoSpan span = quo_word_around (text, offset);
  Reading reading;
  gint i;

  if (quo_span_is_empty (span))
    return span;
  reading_init (&reading, text, language, span.start);
  i = quo_tokens_find (reading.tokens, MAX (span.start, MIN (offset, span.end - 1)));
  if (i >= 0)
    i = find_anchor (&reading, i);
  if (i >= 0)
    {
      QuoSpan name = get_span (&reading, find_name (&reading, i));

      span = quo_span_is_empty (name) ? span : name;
    }
  reading_clear (&reading);
  return span;
}

static gboolean
is_before_saying (const Reading *reading, gint i)
{
  const QuoToken *next = get_token (reading, i + 1);

  return next != NULL && (next->kinds & QUO_WORD_SAYING) && is_joined (reading, i)
         && !(next->shape & QUO_SHAPE_CAPITAL);
}

/* In German every noun has a capital: a single one counts only with a sign that it is a name. */
static gboolean
is_name_among_nouns (const Reading *reading, gint i)
{
  const QuoToken *token = get_token (reading, i);
  const QuoToken *previous = get_token (reading, i - 1);

  if ((token->shape & QUO_SHAPE_CAPS) || is_before_saying (reading, i))
    return TRUE;
  if (previous == NULL || !is_joined (reading, i - 1))
    return FALSE;
  return (previous->kinds & QUO_WORD_TITLE) != 0;
}

/* Whether the name is one that a person would stop at. */
static gboolean
is_worth_stopping (const Reading *reading, Run name)
{
  const QuoToken *first = get_token (reading, name.first);

  for (gint k = name.first; k <= name.last && is_title (reading, k); k++)
    if (k == name.last)
      return FALSE;
  if (name.first < name.last)
    return TRUE;
  if (get_length (first) == 1)
    return FALSE;
  if (quo_language_has_capital_nouns (reading->language))
    return is_name_among_nouns (reading, name.first);
  if (!begins_sentence (reading, name.first) || (first->shape & QUO_SHAPE_CAPS))
    return TRUE;
  if (is_small_elsewhere (reading, name.first))
    return FALSE;
  return is_before_saying (reading, name.first) || is_capital_elsewhere (reading, name.first);
}

static QuoSpan
find_next_in (const Reading *reading, guint32 offset)
{
  for (gint i = 0; i < (gint)reading->tokens->len; i++)
    {
      Run name;
      QuoSpan span;

      if (get_token (reading, i)->span.end <= offset || !is_name_part (reading, i)
          || is_title (reading, i))
        continue;
      name = find_name (reading, i);
      span = get_span (reading, name);
      if (span.start >= offset && is_worth_stopping (reading, name))
        return span;
      i = MAX (i, name.last);
    }
  return QUO_SPAN (0, 0);
}

QuoSpan
quo_name_next (const QuoText *text, guint32 offset, const QuoLanguage *language)
{
  guint32 length = quo_text_get_length (text);

  while (offset < length)
    {
      g_autoptr (QuoPassage) page = quo_passage_new_around (text, offset, 8 * REACH);
      Reading reading = { text, language, page, NULL };
      guint32 end = page->end;

      for (guint p = quo_passage_find_paragraph (page, offset); p < page->paragraphs->len; p++)
        {
          g_autoptr (GArray) tokens
              = quo_tokens_list (page, language, quo_passage_get_paragraph (page, p));
          QuoSpan span;

          reading.tokens = tokens;
          span = find_next_in (&reading, offset);
          if (!quo_span_is_empty (span))
            return span;
        }
      offset = MAX (end, offset + 1);
    }
  return QUO_SPAN (length, length);
}
