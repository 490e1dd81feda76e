/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-finder.h"

#include <string.h>

/* Candidates in scripts that have blanks and no capitals, such as Arabic: what the gazetteer knows,
 * also behind letters that are written together with the word (و, ب, ل); and the words after a
 * title, over an adjective with the article ("الرئيس الأمريكي ..."), as a person. */

#define MAX_WORDS 4
#define MAX_PERSON 3

/* Of a script without capitals, and no number. */
static gboolean
is_caseless (const QuoNameFinder *finder, gint i)
{
  gunichar c = quo_name_finder_get_char (finder, quo_name_finder_get_token (finder, i)->span.start);

  return g_unichar_type (c) == G_UNICODE_OTHER_LETTER && !quo_char_is_unspaced (c);
}

static gboolean
has_article (const QuoNameFinder *finder, gint i)
{
  QuoSpan span = quo_name_finder_get_token (finder, i)->span;

  return quo_name_finder_get_char (finder, span.start) == 0x627
         && quo_name_finder_get_char (finder, span.start + 1) == 0x644 && span.end - span.start > 3;
}

/* و, ف, ب, ل, ك before a word. */
static gboolean
has_joined_letter (const QuoNameFinder *finder, QuoSpan span)
{
  switch (quo_name_finder_get_char (finder, span.start))
    {
    case 0x648:
    case 0x641:
    case 0x628:
    case 0x644:
    case 0x643:
      return span.end - span.start > 4;
    default:
      return FALSE;
    }
}

static QuoNameCandidate *
add_candidate (QuoNameFinder *finder, QuoSpan span, guint n_words)
{
  QuoNameCandidate candidate = { .span = span, .n_words = n_words };
  char folded[QUO_FOLD_SIZE];

  quo_name_finder_fold (finder, span, folded);
  candidate.name = g_string_chunk_insert_const (finder->strings, folded);
  quo_name_candidate_add (&candidate, QUO_GUESS_NOTHING, 0.6, QUO_CLUE_NONE);
  g_array_append_val (finder->candidates, candidate);
  return &g_array_index (finder->candidates, QuoNameCandidate, finder->candidates->len - 1);
}

static guint
get_kinds_before (QuoNameFinder *finder, gint i)
{
  return i > 0 && quo_reading_is_joined (&finder->reading, i - 1)
             ? quo_name_finder_get_facts (finder, i - 1)->kinds
             : 0;
}

/* The longest name of the gazetteer from token @i on. Returns: how many words it has, 0 for none.
 */
static gint
add_known (QuoNameFinder *finder, gint i)
{
  QuoSpan first = quo_name_finder_get_token (finder, i)->span;

  for (gint n = MAX_WORDS; n > 0; n--)
    for (guint skip = 0; skip < 2; skip++)
      {
        const QuoToken *last = quo_name_finder_get_token (finder, i + n - 1);
        QuoNameEntry entry;
        QuoNameCandidate *candidate;
        QuoSpan span;

        if (last == NULL || last->span.end > first.end + 60
            || (skip == 1 && !has_joined_letter (finder, first)))
          continue;
        span = QUO_SPAN (first.start + skip, last->span.end);
        if (!quo_name_finder_look_up (finder, span, &entry, NULL)
            || !(entry.flags & (QUO_NAME_PLACE | QUO_NAME_ORGANIZATION | QUO_NAME_OWN)))
          continue;
        candidate = add_candidate (finder, span, n);
        quo_name_finder_weigh_known (finder, candidate);
        if (get_kinds_before (finder, i) & QUO_NAME_WORD_IN)
          quo_name_candidate_add (candidate, QUO_GUESS_PLACE, 1.5, QUO_CLUE_IN);
        else if (!candidate->is_well_known && n == 1)
          quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, 1, QUO_CLUE_NONE);
        return n;
      }
  return 0;
}

static gboolean
is_name_word (const QuoNameFinder *finder, gint i)
{
  const QuoToken *token = quo_name_finder_get_token (finder, i);

  return token != NULL && is_caseless (finder, i)
         && !(token->kinds
              & (QUO_WORD_STOPWORD | QUO_WORD_ANY_SAYING | QUO_WORD_TITLE | QUO_WORD_PRONOUN
                 | QUO_WORD_CALENDAR | QUO_WORD_ANY_SOURCE));
}

/* The person who is named from token @i on, after a title. Returns: how many words, 0 for none. */
static gint
add_person (QuoNameFinder *finder, gint i, gint n_left)
{
  gint n = 0;
  QuoNameCandidate *candidate;

  while (n < n_left && is_name_word (finder, i + n)
         && (n == 0
             || (quo_reading_is_joined (&finder->reading, i + n - 1)
                 && (!has_article (finder, i + n) || n == 1))))
    {
      n_left += (quo_name_finder_get_token (finder, i + n)->kinds & QUO_WORD_PARTICLE) != 0;
      n++;
    }
  if (n == 0)
    return 0;
  candidate = add_candidate (finder,
                             QUO_SPAN (quo_name_finder_get_token (finder, i)->span.start,
                                       quo_name_finder_get_token (finder, i + n - 1)->span.end),
                             n);
  quo_name_candidate_add (candidate, QUO_GUESS_PERSON, 2, QUO_CLUE_TITLE);
  if (quo_name_finder_get_facts (finder, i)->flags & QUO_NAME_GIVEN)
    quo_name_candidate_add (candidate, QUO_GUESS_PERSON, 2.4, QUO_CLUE_GIVEN);
  return n;
}

/* After the title and an adjective: where the name begins; -1 if something else stands there. */
static gint
find_after_title (const QuoNameFinder *finder, gint i)
{
  gint next = i + 1;

  for (guint n = 0; n < 2; n++, next++)
    {
      if (!quo_reading_is_joined (&finder->reading, next - 1) || !is_name_word (finder, next))
        return -1;
      if (!has_article (finder, next))
        return next;
    }
  return -1;
}

void
quo_name_finder_collect_caseless (QuoNameFinder *finder)
{
  for (gint i = 0; i < (gint)finder->reading.tokens->len; i++)
    {
      const QuoToken *token = quo_name_finder_get_token (finder, i);
      gint n, person;

      if (!is_caseless (finder, i) || (token->kinds & QUO_WORD_STOPWORD))
        continue;
      if ((token->kinds & QUO_WORD_TITLE) && has_article (finder, i)
          && (person = find_after_title (finder, i)) > 0)
        {
          n = add_person (finder, person, MAX_PERSON - 1);
          i = n > 0 ? person + n - 1 : i;
          continue;
        }
      n = add_known (finder, i);
      if (n == 0 && (quo_name_finder_get_facts (finder, i)->flags & QUO_NAME_GIVEN)
          && is_name_word (finder, i + 1) && !has_article (finder, i + 1)
          && is_name_word (finder, i))
        n = add_person (finder, i, MAX_PERSON - 1);
      i += MAX (n, 1) - 1;
    }
}
