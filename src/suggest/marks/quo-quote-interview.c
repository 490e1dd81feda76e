/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-finder.h"

#include <string.h>

/* Answers of printed interviews without marks and without labels, whose paragraphs take turns:
 *
 *   When did you begin to climb?
 *   A week later, and I thought of it because I was bored.
 *   And who went with you?
 *   My brother. He was bored, too.
 *
 * What makes an interview is that paragraphs which ask come back again and again, and that those
 * between them speak of themselves, which the ones that ask do not: so neither are lists of
 * questions with what a paper knows of each, nor stories of somebody who wonders. What asks is
 * proposed to nobody: it is the paper's own. */

#define MAX_QUESTION 400 /* code points */
#define MAX_PROMPT 160   /* of a paragraph that asks without a question mark */
#define MIN_QUESTIONS 3
#define MAX_ANSWER 6 /* paragraphs from a question to the next one */
#define MAX_LAST 3   /* paragraphs of the last answer, after which nobody asks */
#define LEAST_SELF 3 /* of how many answers one speaks of itself */
#define MOST_SELF 4  /* and of how many questions, at most */

typedef enum
{
  KIND_OTHER, /* begins in marks or with a dash, or ends as headings and captions do */
  KIND_PROSE,
  KIND_ASKS,
} Kind;

typedef struct
{
  QuoSpan span;
  guint8 kind;      /* Kind */
  guint8 is_answer; /* of an interview */
} Line;

typedef struct
{
  const QuoPassage *page;
  const QuoLanguage *language;
  const GArray *marked; /* of QuoStretch: what marks already found */
  Line *lines;          /* one for each paragraph */
  guint n_lines;
} Interview;

/* A run of paragraphs from one that asks to the last one that does. */
typedef struct
{
  guint first, last;
  guint n_questions;
} Run;

/* The last character of the span that closes no marks. */
static gunichar
get_last (const Interview *interview, QuoSpan span)
{
  guint32 end = span.end;

  while (end > span.start + 1
         && (quo_char_is_quote_mark (quo_passage_get (interview->page, end - 1))
             || quo_char_is_apostrophe (quo_passage_get (interview->page, end - 1))))
    end--;
  return quo_passage_get (interview->page, end - 1);
}

static Kind
get_kind (const Interview *interview, QuoSpan span)
{
  gunichar first, last;

  if (quo_span_is_empty (span))
    return KIND_OTHER;
  first = quo_passage_get (interview->page, span.start);
  last = get_last (interview, span);
  if (quo_char_is_dash (first) || quo_char_is_hyphen (first) || quo_char_is_quote_mark (first)
      || g_unichar_islower (first) || quo_stretches_cover (interview->marked, span.start, NULL, 0))
    return KIND_OTHER;
  if (quo_char_is_question_mark (last) && span.end - span.start <= MAX_QUESTION)
    return KIND_ASKS;
  return quo_char_is_stop (last) ? KIND_PROSE : KIND_OTHER;
}

/* I, my, I'm: the word, or what stands before its apostrophe. */
static gboolean
is_self (const Interview *interview, const QuoToken *token)
{
  char word[QUO_FOLD_SIZE], *apostrophe;

  quo_token_fold (interview->page, token, word);
  if (quo_language_lists (interview->language, QUO_LIST_FIRST_PERSON, word))
    return TRUE;
  apostrophe = strchr (word, '\'');
  if (apostrophe == NULL)
    return FALSE;
  *apostrophe = '\0';
  return quo_language_lists (interview->language, QUO_LIST_FIRST_PERSON, word);
}

static gboolean
speaks_of_itself (const Interview *interview, QuoSpan span)
{
  g_autoptr (GArray) tokens = quo_tokens_list (interview->page, interview->language, span);

  for (guint i = 0; i < tokens->len; i++)
    if (is_self (interview, quo_tokens_get (tokens, i)))
      return TRUE;
  return FALSE;
}

static void
read_lines (Interview *interview)
{
  for (guint p = 0; p < interview->n_lines; p++)
    {
      Line *line = &interview->lines[p];

      line->span
          = quo_passage_trim (interview->page, quo_passage_get_paragraph (interview->page, p));
      line->kind = get_kind (interview, line->span);
    }
}

/* The run that begins with the question @first. What follows a question answers it, even where it
 * asks back. */
static Run
find_run (const Interview *interview, guint first)
{
  Run run = { first, first, 1 };

  for (guint p = first + 2; p < interview->n_lines && p <= run.last + 1 + MAX_ANSWER; p++)
    if (interview->lines[p].kind == KIND_ASKS && p > run.last + 1)
      {
        run.last = p;
        run.n_questions++;
      }
  return run;
}

static gboolean
is_shorter (const Line *line, const Line *other)
{
  return line->span.end - line->span.start < other->span.end - other->span.start;
}

/* "That sounds bitter.": whether all the paragraphs between those at @from and @to take turns, each
 * second one short and about somebody else. */
static gboolean
have_prompts (const Interview *interview, guint from, guint to)
{
  const Line *lines = interview->lines;

  if (to - from < 4 || (to - from) % 2 != 0)
    return FALSE;
  for (guint p = from + 2; p < to; p += 2)
    if (lines[p].kind != KIND_PROSE || lines[p].span.end - lines[p].span.start > MAX_PROMPT
        || !is_shorter (&lines[p], &lines[p - 1]) || !is_shorter (&lines[p], &lines[p + 1])
        || speaks_of_itself (interview, lines[p].span))
      return FALSE;
  return TRUE;
}

/* Marks what asks and what answers between two questions, the later of which is at @to. */
static void
mark_turns (Interview *interview, guint from, guint to)
{
  gboolean has_prompts = have_prompts (interview, from, to);

  for (guint p = from + 1; p < to; p++)
    if (has_prompts && (p - from) % 2 == 0)
      interview->lines[p].kind = KIND_ASKS;
    else
      interview->lines[p].is_answer = interview->lines[p].kind != KIND_OTHER;
}

static void
mark_last (Interview *interview, guint question)
{
  for (guint p = question + 1; p < interview->n_lines && p <= question + MAX_LAST; p++)
    {
      Line *line = &interview->lines[p];

      if (line->kind == KIND_OTHER
          || (p > question + 1 && !speaks_of_itself (interview, line->span)))
        return;
      line->is_answer = TRUE;
    }
}

/* Marks the turns of the run. */
static void
mark_run (Interview *interview, const Run *run)
{
  guint question = run->first;

  for (guint p = run->first + 2; p <= run->last; p++)
    if (interview->lines[p].kind == KIND_ASKS && p > question + 1)
      {
        mark_turns (interview, question, p);
        question = p;
      }
  mark_last (interview, question);
}

/* Whether those who answer speak of themselves, and those who ask do not. */
static gboolean
is_interview (Interview *interview, const Run *run)
{
  guint n_answers = 0, n_self = 0, n_asking = 0, n_other = 0, n_asking_self = 0;

  for (guint p = run->first; p < MIN (interview->n_lines, run->last + 1 + MAX_LAST); p++)
    {
      const Line *line = &interview->lines[p];
      gboolean is_of_itself = line->kind != KIND_OTHER && speaks_of_itself (interview, line->span);

      n_answers += line->is_answer;
      n_self += line->is_answer && is_of_itself;
      if (line->is_answer || p > run->last)
        continue;
      n_asking += line->kind == KIND_ASKS;
      n_asking_self += line->kind == KIND_ASKS && is_of_itself;
      n_other += line->kind == KIND_OTHER;
    }
  return n_self >= 2 && n_self * LEAST_SELF >= n_answers && n_asking_self * MOST_SELF <= n_asking
         && n_other * 2 <= n_asking;
}

static void
unmark_run (Interview *interview, const Run *run)
{
  for (guint p = run->first; p < MIN (interview->n_lines, run->last + 1 + MAX_LAST); p++)
    interview->lines[p].is_answer = FALSE;
}

static void
add_answers (const Interview *interview, GArray *stretches)
{
  gint last = -1;

  for (guint p = 0; p < interview->n_lines; p++)
    {
      const Line *line = &interview->lines[p];
      QuoStretch stretch = { .span = line->span, .paragraph = p, .next = -1, .is_answer = TRUE };

      if (!line->is_answer)
        {
          last = -1;
          continue;
        }
      if (last >= 0)
        {
          stretch.is_later = TRUE;
          quo_stretches_get (stretches, last)->next = (gint)stretches->len;
        }
      last = (gint)stretches->len;
      g_array_append_val (stretches, stretch);
    }
}

static gboolean
have_labels (const GArray *stretches)
{
  for (guint i = 0; i < stretches->len; i++)
    if (!quo_span_is_empty (quo_stretches_get (stretches, i)->label))
      return TRUE;
  return FALSE;
}

void
quo_stretches_add_answers (GArray *stretches, const QuoPassage *page, const QuoLanguage *language)
{
  g_autoptr (GArray) marked = g_array_copy (stretches);
  g_autofree Line *lines = g_new0 (Line, page->paragraphs->len + 1);
  Interview interview = { page, language, marked, lines, page->paragraphs->len };

  if (have_labels (stretches))
    return;
  read_lines (&interview);
  for (guint p = 0; p < interview.n_lines; p++)
    {
      Run run;

      if (lines[p].kind != KIND_ASKS)
        continue;
      run = find_run (&interview, p);
      if (run.n_questions < MIN_QUESTIONS)
        continue;
      mark_run (&interview, &run);
      if (!is_interview (&interview, &run))
        unmark_run (&interview, &run);
      p = run.last + 1;
    }
  add_answers (&interview, stretches);
  if (stretches->len > marked->len)
    quo_stretches_sort (stretches);
}

gboolean
quo_stretches_is_answer (const GArray *stretches, guint32 start)
{
  gint turn = quo_stretches_find_turn (stretches, start);

  return turn >= 0 && quo_stretches_get (stretches, turn)->is_answer;
}
