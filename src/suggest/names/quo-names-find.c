/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-finder.h"
#include "quo-names-find.h"

#include <math.h>
#include <string.h>

/* The search through an article: chunk by chunk, so that the memory it needs does not grow with the
 * text; once to count how its words are written, once to collect candidates. Then the candidates
 * tell each other what they know, and the likely ones are names. */

#define CHUNK 16000 /* code points, up to the end of a line */
#define MAX_CHUNK 60000
#define MIN_PART 4  /* bytes: parts of a compound */
#define MAX_PARTS 3 /* of a compound */

void
quo_name_candidate_add (QuoNameCandidate *candidate, QuoGuess guess, float weight, QuoClue clue)
{
  candidate->weights[guess] += weight;
  if (clue != QUO_CLUE_NONE && weight > candidate->strongest[guess])
    {
      candidate->strongest[guess] = weight;
      candidate->clues[guess] = clue;
    }
}

QuoGuess
quo_name_candidate_guess (const QuoNameCandidate *candidate, double *ret_score)
{
  QuoGuess best = QUO_GUESS_PERSON;
  double sum = 0;

  for (guint i = 0; i < QUO_N_GUESSES; i++)
    if (candidate->weights[i] > candidate->weights[best])
      best = i;
  for (guint i = 0; i < QUO_N_GUESSES; i++)
    sum += exp (candidate->weights[i] - candidate->weights[best]);
  *ret_score = 1 / sum;
  return best;
}

/* --------------------------------------------------------------------------------------- look-ups
 */

gsize
quo_name_finder_fold (const QuoNameFinder *finder, QuoSpan span, char buffer[QUO_FOLD_SIZE])
{
  const QuoPassage *page = finder->reading.page;
  gunichar chars[QUO_FOLD_SIZE];
  guint n_chars = 0;
  gboolean has_space = FALSE;

  for (guint32 i = span.start; i < span.end && !has_space; i++)
    has_space = g_unichar_isspace (quo_passage_get (page, i));
  if (!has_space)
    return quo_passage_fold (page, span, buffer);
  for (guint32 i = span.start; i < span.end && n_chars < QUO_FOLD_SIZE; i++)
    {
      gunichar c = quo_passage_get (page, i);

      if (!g_unichar_isspace (c))
        chars[n_chars++] = c;
      else if (n_chars > 0 && chars[n_chars - 1] != ' ')
        chars[n_chars++] = ' ';
    }
  return quo_word_fold (chars, n_chars, buffer);
}

/* "washington d.c": the place before the short form of what it lies in. */
static gboolean
look_up_before_initials (QuoNameFinder *finder, const char *folded, QuoNameEntry *ret_entry,
                         const char **ret_base)
{
  const char *blank = strrchr (folded, ' ');
  char place[QUO_FOLD_SIZE];
  gsize len;

  if (blank == NULL || strlen (blank) != strlen (" d.c") || blank[2] != '.')
    return FALSE;
  len = (gsize)(blank - folded);
  memcpy (place, folded, len);
  place[len] = '\0';
  if (!quo_gazetteer_look_up (finder->gazetteer, place, len, ret_entry) || ret_entry->n_places == 0)
    return FALSE;
  ret_entry->flags &= QUO_NAME_PLACE;
  if (ret_base != NULL)
    *ret_base = g_string_chunk_insert_const (finder->strings, place);
  return TRUE;
}

static gboolean
look_up_bases (QuoNameFinder *finder, const char *folded, gsize len, QuoNameEntry *ret_entry,
               const char **ret_base)
{
  g_autoptr (GPtrArray) bases = quo_name_knowledge_list_bases (finder->knowledge, folded, len);
  QuoNameEntry entry;
  gboolean is_found = FALSE;

  for (guint i = 0; i < bases->len; i++)
    {
      const char *base = g_ptr_array_index (bases, i);

      if (!quo_gazetteer_look_up (finder->gazetteer, base, strlen (base), &entry)
          || (is_found && entry.n_places == 0))
        continue;
      /* Of several base forms the one of the greatest place, else the first. */
      if (is_found && ret_entry->n_places > 0 && ret_entry->places[0] < entry.places[0])
        continue;
      is_found = TRUE;
      *ret_entry = entry;
      if (ret_base != NULL)
        *ret_base = g_string_chunk_insert_const (finder->strings, base);
    }
  return is_found;
}

gboolean
quo_name_finder_look_up (QuoNameFinder *finder, QuoSpan span, QuoNameEntry *ret_entry,
                         const char **ret_base)
{
  char folded[QUO_FOLD_SIZE];
  gsize len = quo_name_finder_fold (finder, span, folded);

  if (len > 3 && folded[len - 1] == '.')
    folded[--len] = '\0'; /* U.S. */
  if (quo_gazetteer_look_up (finder->gazetteer, folded, len, ret_entry))
    {
      if (ret_base != NULL)
        *ret_base = g_string_chunk_insert_const (finder->strings, folded);
      return TRUE;
    }
  return look_up_bases (finder, folded, len, ret_entry, ret_base)
         || look_up_before_initials (finder, folded, ret_entry, ret_base);
}

static gboolean is_compound (const QuoNameFinder *finder, const char *folded, gsize len,
                             guint n_parts);

/* Whether the first @len bytes are a word or made of some. */
static gboolean
is_part (const QuoNameFinder *finder, const char *folded, gsize len, guint n_parts)
{
  char part[QUO_FOLD_SIZE];

  memcpy (part, folded, len);
  part[len] = '\0';
  return quo_gazetteer_is_word (finder->gazetteer, quo_language_get_tag (finder->language), part,
                                len)
         || (n_parts > 2 && is_compound (finder, part, len, n_parts - 1));
}

/* "Trockengebieten", "Nahverkehrssysteme": words written together, an s or n between them or not.
 */
static gboolean
is_compound (const QuoNameFinder *finder, const char *folded, gsize len, guint n_parts)
{
  const char *tag = quo_language_get_tag (finder->language);

  for (gsize at = MIN_PART; at + MIN_PART <= len; at++)
    if ((folded[at] & 0xc0) != 0x80
        && quo_gazetteer_is_word (finder->gazetteer, tag, folded + at, len - at)
        && (is_part (finder, folded, at, n_parts)
            || ((folded[at - 1] == 's' || folded[at - 1] == 'n')
                && is_part (finder, folded, at - 1, n_parts))))
      return TRUE;
  return FALSE;
}

/* Names of places and persons are made as compounds are. */
static gboolean
is_common_compound (const QuoNameFinder *finder, const char *folded, gsize len)
{
  return !(quo_name_knowledge_get_kinds (finder->knowledge, folded, len)
           & (QUO_NAME_WORD_SURNAME | QUO_NAME_WORD_PLACE_ENDING))
         && is_compound (finder, folded, len, MAX_PARTS);
}

static gboolean
is_word (const QuoNameFinder *finder, const char *folded, gsize len)
{
  const char *tag = quo_language_get_tag (finder->language);
  g_autoptr (GPtrArray) bases = NULL;

  if (quo_gazetteer_is_word (finder->gazetteer, tag, folded, len))
    return TRUE;
  bases = quo_name_knowledge_list_bases (finder->knowledge, folded, len);
  for (guint i = 0; i < bases->len; i++)
    {
      const char *base = g_ptr_array_index (bases, i);

      if (quo_gazetteer_is_word (finder->gazetteer, tag, base, strlen (base)))
        return TRUE;
    }
  return quo_language_has_capital_nouns (finder->language)
         && is_common_compound (finder, folded, len);
}

const QuoWordFacts *
quo_name_finder_get_span_facts (QuoNameFinder *finder, QuoSpan span)
{
  char folded[QUO_FOLD_SIZE];
  gsize len = quo_name_finder_fold (finder, span, folded);
  QuoWordFacts *facts = quo_name_tally_look_up (finder->tally, folded);
  QuoNameEntry entry;

  if (facts->is_known)
    return facts;
  facts->is_known = TRUE;
  facts->kinds = quo_name_knowledge_get_kinds (finder->knowledge, folded, len);
  if (quo_name_finder_look_up (finder, span, &entry, NULL))
    facts->flags = entry.flags;
  facts->is_common = is_word (finder, folded, len);
  facts->is_word = facts->is_common && !(facts->flags & (QUO_NAME_SURNAME | QUO_NAME_ORGANIZATION));
  return facts;
}

const QuoWordFacts *
quo_name_finder_get_facts (QuoNameFinder *finder, gint i)
{
  return quo_name_finder_get_span_facts (finder,
                                         quo_reading_get_span (&finder->reading, (QuoRun){ i, i }));
}

/* ----------------------------------------------------------------------------------------- chunks
 */

/* Where the chunk that begins at @start ends: with a line, if one ends soon enough. */
static guint32
find_chunk_end (const QuoText *text, guint32 start)
{
  guint32 length = quo_text_get_length (text);
  QuoSpan line;

  if (length - start <= CHUNK)
    return length;
  line = quo_text_get_paragraph (text, start + CHUNK);
  return MIN (MIN (line.end + 1, start + MAX_CHUNK), length);
}

static void
open_chunk (QuoNameFinder *finder, guint32 start)
{
  QuoSpan span = QUO_SPAN (start, find_chunk_end (finder->text, start));

  finder->reading.text = finder->text;
  finder->reading.language = finder->language;
  finder->reading.page = quo_passage_new (finder->text, span);
  finder->reading.tokens = quo_tokens_list (finder->reading.page, finder->language, span);
  finder->reading.tally = finder->tally;
}

static void
count_words (QuoNameFinder *finder)
{
  const QuoReading *reading = &finder->reading;

  for (gint i = 0; i < (gint)reading->tokens->len; i++)
    {
      char folded[QUO_FOLD_SIZE];
      QuoWordTally *word;

      quo_passage_fold (reading->page, quo_reading_get_span (reading, (QuoRun){ i, i }), folded);
      word = &quo_name_tally_look_up (finder->tally, folded)->tally;
      if (!(quo_reading_get (reading, i)->shape & QUO_SHAPE_CAPITAL))
        word->n_small += word->n_small < G_MAXUINT16;
      else if (quo_reading_begins_sentence (reading, i))
        word->n_begin += word->n_begin < G_MAXUINT16;
      else
        word->n_inside += word->n_inside < G_MAXUINT16;
    }
}

static gboolean
is_unspaced_language (const QuoLanguage *language)
{
  return strcmp (quo_language_get_tag (language), "zh") == 0;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const QuoNameCandidate *left = a, *right = b;

  return (left->span.start > right->span.start) - (left->span.start < right->span.start);
}

/* Candidates of both collectors in text order; an overlap is the second one's loss. */
static void
sort_candidates (QuoNameFinder *finder, guint first)
{
  GArray *candidates = finder->candidates;
  guint n_kept = first;
  guint32 end = 0;

  if (candidates->len == first)
    return;
  qsort (&g_array_index (candidates, QuoNameCandidate, first), candidates->len - first,
         sizeof (QuoNameCandidate), compare_candidates);
  for (guint i = first; i < candidates->len; i++)
    {
      QuoNameCandidate candidate = g_array_index (candidates, QuoNameCandidate, i);

      if (candidate.span.start < end)
        continue;
      end = candidate.span.end;
      g_array_index (candidates, QuoNameCandidate, n_kept++) = candidate;
    }
  g_array_set_size (candidates, n_kept);
}

static void
collect (QuoNameFinder *finder)
{
  guint first = finder->candidates->len;

  finder->is_game = quo_name_finder_is_game (finder);
  if (finder->reading.page->paragraphs->len > 0)
    quo_name_finder_collect_capitals (finder);
  if (is_unspaced_language (finder->language))
    quo_name_finder_collect_unspaced (finder);
  else
    quo_name_finder_collect_caseless (finder);
  sort_candidates (finder, first);
  quo_name_finder_collect_titles (finder, first);
  quo_name_finder_collect_dates (finder);
}

static void
walk_chunks (QuoNameFinder *finder, void (*visit) (QuoNameFinder *), GCancellable *cancellable)
{
  guint32 length = quo_text_get_length (finder->text);

  for (guint32 start = 0; start < length && !g_cancellable_is_cancelled (cancellable);)
    {
      guint32 end = find_chunk_end (finder->text, start);

      open_chunk (finder, start);
      visit (finder);
      quo_reading_clear (&finder->reading);
      quo_gazetteer_let_go (finder->gazetteer);
      start = MAX (end, start + 1);
    }
}

QuoFoundNames *
quo_names_find (const QuoText *text, const QuoLanguage *language, const QuoGazetteer *gazetteer,
                const GArray *marked, GArray *hunches, GCancellable *cancellable)
{
  QuoNameFinder finder
      = { .text = text, .language = language, .gazetteer = gazetteer, .marked = marked };
  QuoFoundNames *names;

  finder.knowledge = quo_name_knowledge_get (language);
  finder.tally = quo_name_tally_new ();
  finder.strings = g_string_chunk_new (4096);
  finder.dates = g_array_new (FALSE, FALSE, sizeof (QuoFoundDate));
  finder.titles = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  finder.candidates = g_array_new (FALSE, TRUE, sizeof (QuoNameCandidate));
  walk_chunks (&finder, count_words, cancellable);
  walk_chunks (&finder, collect, cancellable);
  quo_name_tally_free (finder.tally);
  quo_name_finder_agree (&finder);
  names = quo_name_finder_make_names (&finder, hunches);
  g_array_unref (finder.titles);
  return names;
}
