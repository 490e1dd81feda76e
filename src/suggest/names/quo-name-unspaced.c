/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-finder.h"

#include <string.h>

/* Candidates in Chinese, which has neither capitals nor blanks. The text is walked by the longest
 * match: a name of the gazetteer, else a common word, else a run of the characters with which
 * foreign names are written, else a surname that a title or a verb of saying stands beside. What
 * follows may make more of it: 北京 is a place, 北京大学 a university. */

#define MAX_NAME 12
#define MAX_WORD 4
#define MAX_MIDDLE 6 /* characters between a place and the word for an organization */
#define MAX_AFTER_DOT 8
#define MAX_BODY 4
#define KNOWN_PERSON 3.5f
#define THREE_CHARACTERS 1.8f /* of a surname and two others */
#define MIDDLE_DOT(c) ((c) == 0xb7 || (c) == 0x2027 || (c) == 0x2022 || (c) == 0x30fb)

static gboolean
is_unspaced (const QuoNameFinder *finder, guint32 i)
{
  gunichar c = quo_name_finder_get_char (finder, i);

  return quo_char_is_word (c) && quo_char_is_unspaced (c);
}

static guint
get_language_kinds (const QuoNameFinder *finder, guint32 start, guint32 end)
{
  char folded[QUO_FOLD_SIZE];
  gsize len = quo_name_finder_fold (finder, QUO_SPAN (start, end), folded);

  return quo_language_get_kinds (finder->language, folded, len);
}

static guint
get_flags (const QuoNameFinder *finder, guint32 start, guint32 end)
{
  char folded[QUO_FOLD_SIZE];
  gsize len = quo_name_finder_fold (finder, QUO_SPAN (start, end), folded);

  return quo_gazetteer_get_flags (finder->gazetteer, folded, len);
}

/* How many characters from @i on are word characters of the script, up to @most. */
static guint
count_characters (const QuoNameFinder *finder, guint32 i, guint most)
{
  guint n = 0;

  while (n < most && is_unspaced (finder, i + n))
    n++;
  return n;
}

/* The length of the longest name of the gazetteer that begins here; 0 if none does. */
static guint
measure_name (const QuoNameFinder *finder, guint32 i)
{
  if (!quo_gazetteer_may_start (finder->gazetteer, quo_name_finder_get_char (finder, i),
                                quo_name_finder_get_char (finder, i + 1)))
    return 0;
  for (guint n = count_characters (finder, i, MAX_NAME); n >= 2; n--)
    if (get_flags (finder, i, i + n)
        & (QUO_NAME_PLACE | QUO_NAME_ORGANIZATION | QUO_NAME_PLACE_WORD | QUO_NAME_OWN
           | QUO_NAME_GIVEN))
      return n;
  return 0;
}

static gboolean
is_listed (const QuoNameFinder *finder, guint32 start, guint32 end)
{
  char folded[QUO_FOLD_SIZE];
  gsize len = quo_name_finder_fold (finder, QUO_SPAN (start, end), folded);

  return quo_gazetteer_is_word (finder->gazetteer, quo_language_get_tag (finder->language), folded,
                                len);
}

/* The length of the longest common word that begins here. The list takes one in thirty of other
 * stretches for words, too: a longer one has to begin or end with a word of two characters. */
static guint
measure_word (const QuoNameFinder *finder, guint32 i)
{
  for (guint n = count_characters (finder, i, MAX_WORD); n >= 2; n--)
    if (get_language_kinds (finder, i, i + n) != 0
        || (is_listed (finder, i, i + n)
            && (n == 2 || is_listed (finder, i, i + 2) || is_listed (finder, i + n - 2, i + n))))
      return n;
  return 0;
}

/* Whether a name of the gazetteer begins within the @n characters of a word and ends with them or
 * behind them. */
static gboolean
has_name_behind (const QuoNameFinder *finder, guint32 i, guint n)
{
  for (guint k = 1; k + 1 <= n; k++)
    {
      guint n_name = measure_name (finder, i + k);

      if (n_name >= 2 && k + n_name >= n)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_stopword (const QuoNameFinder *finder, guint32 i)
{
  return (get_language_kinds (finder, i, i + 1)
          & (QUO_WORD_STOPWORD | QUO_WORD_PRONOUN | QUO_WORD_ANY_SAYING | QUO_WORD_JOIN))
         != 0;
}

static gboolean
is_sound (const QuoNameFinder *finder, guint32 i)
{
  return (get_flags (finder, i, i + 1) & QUO_NAME_TRANSLITERATION) != 0;
}

/* The same, but for two characters that are parted as well: 康集团 is no 康集. */
static guint
measure_sure_word (const QuoNameFinder *finder, guint32 i)
{
  guint n = measure_word (finder, i);

  return n == 2 && is_sound (finder, i)
                 && (is_stopword (finder, i + 1) || measure_word (finder, i + 1) > 0)
             ? 0
             : n;
}

/* Whether a word begins here that is not made of the characters of foreign names alone. */
static gboolean
begins_word (const QuoNameFinder *finder, guint32 i)
{
  guint n = measure_sure_word (finder, i);

  for (guint k = 0; k < n; k++)
    if (!is_sound (finder, i + k))
      return TRUE;
  return n > 2;
}

/* What follows a middle dot is a name, whatever its characters are: up to where a word begins. */
static guint
measure_after_dot (const QuoNameFinder *finder, guint32 i)
{
  guint n = 0;

  while (n < MAX_AFTER_DOT && is_unspaced (finder, i + n) && !is_stopword (finder, i + n)
         && (n == 0 || !begins_word (finder, i + n)))
    n++;
  return n;
}

/* 薩奇布, 弗拉基米尔·普京 */
static guint
measure_sound (const QuoNameFinder *finder, guint32 i)
{
  guint n = 0;

  for (;; n++)
    {
      gunichar c = quo_name_finder_get_char (finder, i + n);

      if (n > 0 && MIDDLE_DOT (c))
        {
          guint n_after = measure_after_dot (finder, i + n + 1);

          if (n_after == 0)
            break;
          n += n_after;
          continue;
        }
      if (!is_unspaced (finder, i + n) || !is_sound (finder, i + n) || is_stopword (finder, i + n))
        break;
      if (n > 0 && (begins_word (finder, i + n) || measure_name (finder, i + n) > 2))
        break;
    }
  return n;
}

/* What follows from @end on and belongs to the name: 州, 大学, 足球俱乐部. Returns: its length, and
 * what it makes of the name. */
static guint
measure_ending (const QuoNameFinder *finder, guint32 end, QuoGuess *ret_guess)
{
  guint n_left = count_characters (finder, end, MAX_MIDDLE + MAX_WORD);

  for (guint middle = 0; middle < n_left && middle <= MAX_MIDDLE; middle++)
    {
      if (middle > 0 && is_stopword (finder, end + middle - 1))
        return 0;
      for (guint n = MIN (MAX_WORD, n_left - middle); n > 0; n--)
        {
          char folded[QUO_FOLD_SIZE];
          guint kinds;

          quo_name_finder_fold (finder, QUO_SPAN (end + middle, end + middle + n), folded);
          kinds = quo_name_knowledge_get_ending (finder->knowledge, folded);
          if (middle == 0 && quo_name_knowledge_is_no_name (finder->knowledge, folded))
            return 0; /* 中国公司 */
          if (kinds & QUO_NAME_WORD_ORGANIZATION)
            *ret_guess = QUO_GUESS_ORGANIZATION;
          else if (middle == 0 && (kinds & QUO_NAME_WORD_EVENT))
            *ret_guess = QUO_GUESS_EVENT;
          else if (middle == 0 && (kinds & QUO_NAME_WORD_PLACE_ENDING))
            *ret_guess = QUO_GUESS_PLACE;
          else
            continue;
          return middle + n;
        }
    }
  return 0;
}

static guint
get_kinds_after (const QuoNameFinder *finder, guint32 end, guint wanted)
{
  for (guint n = count_characters (finder, end, MAX_WORD); n > 0; n--)
    if (get_language_kinds (finder, end, end + n) & wanted)
      return get_language_kinds (finder, end, end + n);
  return 0;
}

static guint
get_kinds_before (const QuoNameFinder *finder, guint32 start, guint wanted)
{
  for (guint n = 1; n <= MAX_WORD && is_unspaced (finder, start - n); n++)
    if (get_language_kinds (finder, start - n, start) & wanted)
      return get_language_kinds (finder, start - n, start);
  return 0;
}

/* 生于, 前往: a word after which a place is named. */
static gboolean
is_in_place (const QuoNameFinder *finder, guint32 start)
{
  char folded[QUO_FOLD_SIZE];
  gsize len;

  if (!is_unspaced (finder, start - 1) || !is_unspaced (finder, start - 2))
    return FALSE;
  len = quo_name_finder_fold (finder, QUO_SPAN (start - 2, start), folded);
  return (quo_name_knowledge_get_kinds (finder->knowledge, folded, len) & QUO_NAME_WORD_IN) != 0;
}

static void
weigh_neighbours (const QuoNameFinder *finder, QuoNameCandidate *candidate)
{
  if (get_kinds_before (finder, candidate->span.start, QUO_WORD_TITLE)
      || get_kinds_after (finder, candidate->span.end, QUO_WORD_TITLE))
    quo_name_candidate_add (candidate, QUO_GUESS_PERSON, 3, QUO_CLUE_TITLE);
  if (is_in_place (finder, candidate->span.start))
    quo_name_candidate_add (candidate, QUO_GUESS_PLACE, 3, QUO_CLUE_IN);
  if (get_kinds_after (finder, candidate->span.end, QUO_WORD_ANY_SAYING))
    quo_name_candidate_add (candidate, QUO_GUESS_PERSON, 1.5, QUO_CLUE_SAYING);
}

/* 美国人: a people, not the place. */
static void
weigh_people (const QuoNameFinder *finder, QuoNameCandidate *candidate)
{
  if (get_language_kinds (finder, candidate->span.end, candidate->span.end + 1)
      & QUO_WORD_ADJECTIVE)
    quo_name_candidate_add (candidate, QUO_GUESS_NOTHING, 5, QUO_CLUE_NONE);
}

static QuoNameCandidate *
add_candidate (QuoNameFinder *finder, guint32 start, guint32 end)
{
  QuoNameCandidate candidate = { .span = { start, end }, .n_words = 1 };
  char folded[QUO_FOLD_SIZE];

  quo_name_finder_fold (finder, candidate.span, folded);
  candidate.name = g_string_chunk_insert_const (finder->strings, folded);
  quo_name_candidate_add (&candidate, QUO_GUESS_NOTHING, 0.6, QUO_CLUE_NONE);
  g_array_append_val (finder->candidates, candidate);
  return &g_array_index (finder->candidates, QuoNameCandidate, finder->candidates->len - 1);
}

/* Adds what was found from @start to @end, with what follows it. Returns: where to go on. */
static guint32
add_with_ending (QuoNameFinder *finder, guint32 start, guint32 end, gboolean is_known)
{
  QuoGuess guess = QUO_GUESS_NOTHING;
  guint n_ending = measure_ending (finder, end, &guess);
  QuoNameCandidate *candidate;

  if (n_ending > 0 && !(is_known && guess == QUO_GUESS_PLACE && n_ending == 0))
    {
      candidate = add_candidate (finder, start, end + n_ending);
      quo_name_candidate_add (candidate, guess, 3.5,
                              guess == QUO_GUESS_ORGANIZATION ? QUO_CLUE_ORGANIZATION_WORD
                              : guess == QUO_GUESS_PLACE      ? QUO_CLUE_PLACE_WORD
                                                              : QUO_CLUE_EVENT_WORD);
      quo_name_finder_weigh_known (finder, candidate);
      return end + n_ending;
    }
  candidate = add_candidate (finder, start, end);
  if (is_known)
    {
      quo_name_finder_weigh_known (finder, candidate);
      if (get_flags (finder, start, end) & QUO_NAME_GIVEN)
        quo_name_candidate_add (candidate, QUO_GUESS_PERSON,
                                candidate->n_places > 0 ? 1 : KNOWN_PERSON, QUO_CLUE_GIVEN);
    }
  else
    quo_name_candidate_add (candidate, QUO_GUESS_PERSON, end - start > 2 ? 2.2 : 1.6,
                            QUO_CLUE_SOUND);
  weigh_neighbours (finder, candidate);
  weigh_people (finder, candidate);
  return end;
}

/* Whether the @n characters may be a surname and a given name: no word or name begins in them. */
static gboolean
may_be_person (const QuoNameFinder *finder, guint32 i, guint n)
{
  if (count_characters (finder, i, n) < n || measure_word (finder, i) > 0)
    return FALSE;
  for (guint k = 1; k < n; k++)
    if (is_stopword (finder, i + k) || measure_name (finder, i + k) >= 2
        || measure_word (finder, i + k) > (k + 1 < n ? 0 : 1))
      return FALSE;
  return TRUE;
}

/* 王毅说, 总统习近平: a surname and one or two characters; @ret_weight: how likely, more so beside
 * a title or a verb of saying, which a given name of one character needs. */
static guint
measure_chinese_person (const QuoNameFinder *finder, guint32 i, float *ret_weight)
{
  gboolean is_after_title = get_kinds_before (finder, i, QUO_WORD_TITLE) != 0;

  if (!(get_flags (finder, i, i + 1) & QUO_NAME_SURNAME))
    return 0;
  for (guint n = 3; n >= 2; n--)
    {
      gboolean is_beside
          = is_after_title || get_kinds_after (finder, i + n, QUO_WORD_TITLE | QUO_WORD_ANY_SAYING);

      *ret_weight = is_beside ? 1 : THREE_CHARACTERS;
      if ((is_beside || n == 3) && may_be_person (finder, i, n))
        return n;
    }
  return 0;
}

/* 睿康集团: characters that are no words before what says that it is a body. */
static guint
measure_body (const QuoNameFinder *finder, guint32 i)
{
  guint n_left = count_characters (finder, i, MAX_BODY + 2);

  for (guint n = 2; n + 2 <= n_left; n++)
    {
      char folded[QUO_FOLD_SIZE];

      quo_name_finder_fold (finder, QUO_SPAN (i + n, i + n + 2), folded);
      if (!(quo_name_knowledge_get_ending (finder->knowledge, folded) & QUO_NAME_WORD_ORGANIZATION)
          || quo_name_knowledge_is_no_name (finder->knowledge, folded))
        continue;
      for (guint k = 0; k < n; k++)
        if (is_stopword (finder, i + k) || measure_sure_word (finder, i + k) > 0)
          return 0;
      return n;
    }
  return 0;
}

/* 奥斯 of 奥斯本: whether a longer foreign name begins like a small town. */
static gboolean
is_cut_off (const QuoNameFinder *finder, guint32 i, guint n)
{
  QuoNameEntry entry;
  QuoPlace place;
  char folded[QUO_FOLD_SIZE];
  gsize len = quo_name_finder_fold (finder, QUO_SPAN (i, i + n), folded);

  if (n > 2 || measure_sound (finder, i) <= n
      || !quo_gazetteer_look_up (finder->gazetteer, folded, len, &entry)
      || (entry.flags & (QUO_NAME_ORGANIZATION | QUO_NAME_GIVEN | QUO_NAME_OWN)))
    return FALSE;
  if (entry.n_places == 0)
    return TRUE;
  quo_gazetteer_get_place (finder->gazetteer, entry.places[0], &place);
  return place.kind == QUO_PLACE_TOWN || place.kind == QUO_PLACE_SEAT;
}

static guint32
visit (QuoNameFinder *finder, guint32 i)
{
  guint n_name = measure_name (finder, i), n_word = measure_word (finder, i), n;
  float weight;

  if (MIDDLE_DOT (quo_name_finder_get_char (finder, i + MAX (n_name, n_word)))
      && (n = measure_sound (finder, i)) > n_name)
    return add_with_ending (finder, i, i + n, FALSE);
  if (n_name >= 2 && n_name >= n_word)
    return is_cut_off (finder, i, n_name)
               ? add_with_ending (finder, i, i + measure_sound (finder, i), FALSE)
               : add_with_ending (finder, i, i + n_name, TRUE);
  if (n_word >= 2)
    return has_name_behind (finder, i, n_word) ? i + 1 : i + n_word;
  if ((n = measure_body (finder, i)) > 0)
    return add_with_ending (finder, i, i + n, FALSE);
  n = measure_sound (finder, i);
  if (n > 3)
    return add_with_ending (finder, i, i + n, FALSE);
  if ((n = measure_chinese_person (finder, i, &weight)) > 0)
    {
      QuoNameCandidate *candidate = add_candidate (finder, i, i + n);

      quo_name_candidate_add (candidate, QUO_GUESS_PERSON, weight, QUO_CLUE_SURNAME);
      weigh_neighbours (finder, candidate);
      return i + n;
    }
  n = measure_sound (finder, i);
  return n >= 2 ? add_with_ending (finder, i, i + n, FALSE) : i + 1;
}

void
quo_name_finder_collect_unspaced (QuoNameFinder *finder)
{
  const QuoPassage *page = finder->reading.page;

  for (guint32 i = page->start; i < page->end;)
    i = is_unspaced (finder, i) ? visit (finder, i) : i + 1;
}
