/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-borders.h"

#include "quo-gazetteer.h"
#include "quo-name-knowledge.h"
#include "quo-name-runs.h"

/* Other borders of a name. Whether a title or the words after "of" belong to it is a question of
 * the guidelines people work by, so each answer is one step away. */

#define MAX_SMALL 3 /* words between two capitalised ones: "of the" */

typedef struct
{
  QuoReading reading;
  QuoSpan span;
  GArray *found; /* of QuoSpan */
} Bordering;

static gboolean
is_capital (const Bordering *bordering, gint i)
{
  const QuoToken *token = quo_reading_get (&bordering->reading, i);

  return token != NULL && (token->shape & QUO_SHAPE_CAPITAL) != 0;
}

static gboolean
is_small (const Bordering *bordering, gint i)
{
  const QuoToken *token = quo_reading_get (&bordering->reading, i);

  return token != NULL
         && (token->kinds
             & (QUO_WORD_STOPWORD | QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER | QUO_WORD_LINK));
}

/* "on February": the date is not of the name. */
static gboolean
is_calendar (const Bordering *bordering, gint i)
{
  const QuoToken *token = quo_reading_get (&bordering->reading, i);

  return token != NULL && (token->kinds & QUO_WORD_CALENDAR) != 0;
}

/* A small word that has a capital: names seldom begin with it ("The", "For"). */
static gboolean
begins_badly (const Bordering *bordering, gint i)
{
  const QuoToken *token = quo_reading_get (&bordering->reading, i);

  return token != NULL && (token->kinds & (QUO_WORD_STOPWORD | QUO_WORD_DETERMINER)) != 0;
}

/* Whether one may be beside the other: @i stands left. Unlike within a name that is found by
 * itself, nothing but blanks between them is enough: "Seamen's Hall". */
static gboolean
is_joined (const Bordering *bordering, gint i)
{
  const QuoToken *token = quo_reading_get (&bordering->reading, i);
  const QuoToken *next = quo_reading_get (&bordering->reading, i + 1);
  guint32 at;

  if (token == NULL || next == NULL)
    return FALSE;
  for (at = token->span.end; at < next->span.start; at++)
    if (quo_passage_get (bordering->reading.page, at) != ' ')
      return quo_reading_is_joined (&bordering->reading, i);
  return TRUE;
}

/* A preposition that has its capital from the beginning of a sentence or byline: "By". */
static gboolean
only_begins (const Bordering *bordering, gint i)
{
  const QuoToken *token = quo_reading_get (&bordering->reading, i);

  return (token->kinds & QUO_WORD_OBLIQUE) != 0
         && quo_reading_begins_sentence (&bordering->reading, i);
}

/* The farthest capitalised word in the direction @step from @i, over nothing else. */
static gint
go_over_capitals (const Bordering *bordering, gint i, gint step)
{
  while (is_joined (bordering, step > 0 ? i : i - 1) && is_capital (bordering, i + step)
         && !only_begins (bordering, i + step))
    i += step;
  return i;
}

/* Whether what stands at the words @i and @other, apart in the direction @step, are two names:
 * "Vera Moss and Karl Olsen", unlike "Trade and Industry". */
static gboolean
are_two (const Bordering *bordering, gint i, gint other, gint step)
{
  for (gint k = i + step; k != other; k += step)
    if ((quo_reading_get (&bordering->reading, k)->kinds & QUO_WORD_JOIN) != 0)
      return go_over_capitals (bordering, i, -step) != i
             && go_over_capitals (bordering, other, step) != other;
  return FALSE;
}

/* The same, once over small words first; @i if no capitalised word follows them that may be of the
 * same name. */
static gint
go_over_small (const Bordering *bordering, gint i, gint step)
{
  gint at = i;

  for (gint n = 0; n < MAX_SMALL; n++)
    {
      if (!is_joined (bordering, step > 0 ? at : at - 1))
        return i;
      at += step;
      if (is_calendar (bordering, at))
        return i;
      if (is_capital (bordering, at))
        return n == 0 || are_two (bordering, i, at, step) ? i
                                                          : go_over_capitals (bordering, at, step);
      if (!is_small (bordering, at))
        return i;
    }
  return is_joined (bordering, step > 0 ? at : at - 1) && is_capital (bordering, at + step)
                 && !are_two (bordering, i, at + step, step)
             ? go_over_capitals (bordering, at + step, step)
             : i;
}

static void
offer_span (Bordering *bordering, QuoSpan span)
{
  if (quo_span_is_empty (span) || quo_span_equal (span, bordering->span))
    return;
  for (guint i = 0; i < bordering->found->len; i++)
    if (quo_span_equal (span, g_array_index (bordering->found, QuoSpan, i)))
      return;
  g_array_append_val (bordering->found, span);
}

static void
offer (Bordering *bordering, gint first, gint last)
{
  if (first <= last)
    offer_span (bordering, quo_reading_get_span (&bordering->reading, (QuoRun){ first, last }));
}

/* Of the words from @left on before @first those that may well be of the name: what follows a
 * possessive or a small word with a capital ("Labour's Shadow", "The Solent"). */
static gint
find_good_left (const Bordering *bordering, gint left, gint first)
{
  gint good = left;

  for (gint i = left; i < first; i++)
    if (quo_token_is_possessive (bordering->reading.page, quo_reading_get (&bordering->reading, i))
        || begins_badly (bordering, i))
      good = i + 1;
  return good;
}

/* "The Globe and Mail": without the small words it begins with. */
static gint
skip_small (const Bordering *bordering, gint left, gint first)
{
  while (left < first && begins_badly (bordering, left))
    left++;
  return left;
}

/* "Shadow Home Secretary Yvette Cooper": where the title ends that stands before @right; @last:
 * none does. */
static gint
find_title_end (const Bordering *bordering, gint last, gint right)
{
  for (gint i = right - 1; i > last; i--)
    if (quo_reading_is_title (&bordering->reading, i))
      return i;
  return last;
}

/* More of it: to both sides, to the left, to the right, and on behind small words. */
static void
offer_more (Bordering *bordering, gint first, gint last)
{
  gint left = go_over_capitals (bordering, first, -1);
  gint right = go_over_capitals (bordering, last, 1);
  gint far_right = go_over_small (bordering, right, 1);
  gint far_left = go_over_small (bordering, left, -1);
  gint good_left = find_good_left (bordering, left, first);
  gint good_far = find_good_left (bordering, far_left, good_left);
  gint title_end = find_title_end (bordering, last, right);

  if (title_end > last)
    offer (bordering, good_left, title_end);
  if (right > last)
    offer (bordering, good_left, right);
  offer (bordering, good_left, last);
  offer (bordering, first, right);
  offer (bordering, first, far_right);
  offer (bordering, good_left, far_right);
  offer (bordering, first, go_over_small (bordering, far_right, 1));
  offer (bordering, skip_small (bordering, far_left, good_left), right);
  offer (bordering, good_far, right);
  if (good_left < first)
    offer (bordering, first - 1, last);
}

/* The same with what seldom is of a name. */
static void
offer_odd (Bordering *bordering, gint first, gint last)
{
  gint left = go_over_capitals (bordering, first, -1);
  gint right = go_over_capitals (bordering, last, 1);

  offer (bordering, left, last);
  offer (bordering, left, right);
  offer (bordering, left, go_over_small (bordering, right, 1));
  offer (bordering, go_over_small (bordering, left, -1), right);
}

static gboolean
is_organization_word (const Bordering *bordering, gint i)
{
  char folded[QUO_FOLD_SIZE];
  gsize len
      = quo_token_fold (bordering->reading.page, quo_reading_get (&bordering->reading, i), folded);

  return (quo_name_knowledge_get_kinds (quo_name_knowledge_get (bordering->reading.language),
                                        folded, len)
          & QUO_NAME_WORD_ORGANIZATION)
         != 0;
}

/* "Supreme Court of Cassation": what stands before its small words, or behind them. */
static void
offer_sides (Bordering *bordering, gint first, gint last)
{
  for (gint i = first + 1; i < last; i++)
    {
      gint next = i + 1;

      if (is_capital (bordering, i))
        continue;
      while (next < last && !is_capital (bordering, next))
        next++;
      offer (bordering, first, i - 1);
      offer (bordering, next, last);
      return;
    }
}

/* "Refugee Council Enver Solomon", "Los Angeles Sheriff": what stands before and behind the place
 * where an organization ends or a title begins. */
static void
offer_parts (Bordering *bordering, gint first, gint last)
{
  for (gint i = first + 1; i <= last; i++)
    {
      if ((i - 1 == first || !is_organization_word (bordering, i - 1))
          && !quo_reading_is_title (&bordering->reading, i))
        continue;
      offer (bordering, first, i - 1);
      offer (bordering, i, last);
      if (quo_reading_is_title (&bordering->reading, i))
        offer (bordering, first, i);
      return;
    }
}

/* Whether it is a known given name. */
static gboolean
is_given_name (const Bordering *bordering, gint i)
{
  char folded[QUO_FOLD_SIZE];
  gsize len = quo_passage_fold (bordering->reading.page,
                                quo_reading_get (&bordering->reading, i)->span, folded);
  QuoNameEntry entry;

  return quo_gazetteer_look_up (quo_gazetteer_get_default (), folded, len, &entry)
         && (entry.flags & QUO_NAME_GIVEN) != 0;
}

/* "Rival Anna Lee", "Anna Lee Images": somebody's name among other words begins with a given name
 * and has two words. */
static void
offer_person (Bordering *bordering, gint first, gint last)
{
  for (gint i = first; i < last; i++)
    if (is_given_name (bordering, i) && is_capital (bordering, i + 1))
      {
        if (i > first)
          {
            offer (bordering, i, last);
            offer (bordering, first, i - 1);
          }
        if (i + 1 < last)
          offer (bordering, i, i + 1);
        return;
      }
}

/* Less of it, in the end by one word. */
static void
offer_less (Bordering *bordering, gint first, gint last)
{
  gint next = first + 1, before = last - 1;

  while (next < last && !is_capital (bordering, next))
    next++;
  while (before > first && !is_capital (bordering, before))
    before--;
  offer_parts (bordering, first, last);
  offer_person (bordering, first, last);
  offer (bordering, next, last);
  offer (bordering, first, before);
  offer_sides (bordering, first, last);
}

/* "Anti-Terror Center", "Karl Olsen-led": without what a hyphen joins to it. */
static void
offer_at_hyphens (Bordering *bordering, gint first, gint last)
{
  QuoSpan span = quo_reading_get_span (&bordering->reading, (QuoRun){ first, last });
  QuoSpan head = quo_reading_get (&bordering->reading, first)->span;
  QuoSpan tail = quo_reading_get (&bordering->reading, last)->span;

  for (guint32 at = head.start + 1; at + 1 < head.end; at++)
    if (quo_char_is_hyphen (quo_passage_get (bordering->reading.page, at)))
      offer_span (bordering, QUO_SPAN (at + 1, span.end));
  for (guint32 at = tail.end; at > tail.start + 1; at--)
    if (quo_char_is_hyphen (quo_passage_get (bordering->reading.page, at - 1)))
      offer_span (bordering, QUO_SPAN (span.start, at - 1));
}

static gint
find_last (const Bordering *bordering, gint first)
{
  gint last = first;

  while (quo_reading_get (&bordering->reading, last + 1) != NULL
         && quo_reading_get (&bordering->reading, last + 1)->span.start < bordering->span.end)
    last++;
  return last;
}

GArray *
quo_name_borders (const QuoText *text, QuoSpan span, const QuoLanguage *language)
{
  Bordering bordering = { .span = span };
  gint first;

  bordering.found = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  if (quo_span_is_empty (span))
    return bordering.found;
  quo_reading_init (&bordering.reading, text, language, span.start);
  first = quo_tokens_find (bordering.reading.tokens, span.start);
  if (first >= 0)
    {
      gint last = find_last (&bordering, first);
      gint good = first < last && begins_badly (&bordering, first) ? first + 1 : first;

      offer (&bordering, good, last);
      offer_more (&bordering, good, last);
      offer_more (&bordering, first, last);
      offer_odd (&bordering, first, last);
      offer_at_hyphens (&bordering, first, last);
      offer_less (&bordering, good, last);
      if (good > first && (quo_reading_get (&bordering.reading, first)->shape & QUO_SHAPE_CAPS))
        offer (&bordering, first, last - 1); /* "FIRST Challenge": it only looks small */
    }
  quo_reading_clear (&bordering.reading);
  return bordering.found;
}
