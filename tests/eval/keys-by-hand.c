/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The keys that a practised person presses to annotate by hand. A step that the program does not
 * offer costs what the text view offers: a word for each Ctrl+Right, a line for each Down.
 */
#include "quo-config.h"

#include "keys-count.h"

#include "quo-names.h"
#include "quo-register.h"
#include "quo-words.h"

#include <stdio.h>
#include <string.h>

/* Characters in a line of the page, for going down by lines. */
#define LINE 66
/* What is not reached by so many keys is looked for with Ctrl+F, some letters, Enter and Escape. */
#define FIND_KEYS 7
/* F and the first two letters of a word; F and Enter for the next nearest one. */
#define JUMP_KEYS 3
#define JUMP_AGAIN 2
/* Letters of a name that are typed before the list has only that one. */
#define LETTERS 3

gboolean keys_is_verbose, keys_is_each;

/* What a step cost, for --verbose. */
void
keys_tell (const QuoText *text, QuoSpan span, const char *what, guint n)
{
  g_autofree char *words = quo_text_dup (text, span);

  if (keys_is_verbose && n > 0)
    fprintf (stderr, "%u %s %.60s\n", n, what, words);
}

guint
keys_count_words (const QuoText *text, guint32 from, guint32 to)
{
  g_autofree char *words = quo_text_dup (text, QUO_SPAN (MIN (from, to), MAX (from, to)));

  return quo_count_words (words, strlen (words));
}

/* Down by lines, on by words; or searching. */
guint
keys_count_walk (const QuoText *text, guint32 from, guint32 to)
{
  guint lines = (MAX (from, to) - MIN (from, to)) / LINE;
  guint words = keys_count_words (text, from, to) % (LINE / 5);

  return MIN (MIN (lines + words, keys_count_words (text, from, to)), FIND_KEYS);
}

/* Whether a label at the caret takes exactly this span. */
static gboolean
would_tag (QuoSession *session, const Gold *gold)
{
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));
  QuoSpan name
      = quo_name_around (text, quo_session_get_caret (session), quo_session_get_language (session));

  return quo_span_equal (name, gold->span);
}

/* F and two letters, then F and Enter until the caret stands in the span; 0: it takes more than
 * @most keys. The capital of a name is typed as one. */
static guint
jump_to (QuoSession *session, const QuoText *text, QuoSpan span, guint most)
{
  g_autofree char *words = NULL, *letters = NULL;
  guint32 start = span.start;

  for (; start < span.end; start++)
    if (g_unichar_isalnum (g_utf8_get_char (quo_text_at (text, start))))
      break;
  words = quo_text_dup (text, QUO_SPAN (start, quo_text_get_length (text)));
  letters = g_utf8_substring (words, 0, 2);
  for (guint n = JUMP_KEYS; n <= most && quo_session_jump (session, letters); n += JUMP_AGAIN)
    {
      guint32 caret = quo_session_get_caret (session);

      if (caret >= span.start && caret < span.end)
        return n;
    }
  return 0;
}

/* The way there by hand, or a jump if that is shorter. */
static guint
walk_to (QuoSession *session, const QuoText *text, QuoSpan span, guint32 start)
{
  guint walk = keys_count_walk (text, start, span.start), n;

  quo_session_select (session, start, start);
  n = jump_to (session, text, span, walk - 1);
  if (n > 0)
    return n;
  quo_session_select (session, span.start, span.start);
  return walk;
}

/* U until the caret stands in the name, where that is cheaper than to walk there. */
static guint
go_to (QuoSession *session, const QuoText *text, QuoSpan span)
{
  guint32 start = quo_session_get_caret (session);
  guint walk = keys_count_walk (text, start, span.start);
  guint n = 0;

  if (start >= span.start && start < span.end)
    return 0;
  while (n < walk && quo_session_get_caret (session) < span.start)
    {
      guint32 before = quo_session_get_caret (session);

      if (!quo_session_next_name (session) || quo_session_get_caret (session) < before)
        break;
      n++;
      if (quo_session_get_caret (session) >= span.start
          && quo_session_get_caret (session) < span.end)
        return n;
    }
  return walk_to (session, text, span, start);
}

/* How often the words stand in the text as whole words, after @from. */
static guint
count_occurrences (const QuoText *text, const char *words, guint32 from)
{
  const char *p = quo_text_at (text, from), *end = quo_text_at (text, quo_text_get_length (text));
  gsize len = strlen (words);
  guint n = 0;

  while ((p = g_strstr_len (p, end - p, words)) != NULL)
    {
      gboolean is_begun = g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)));
      gboolean goes_on = p + len < end && g_unichar_isalnum (g_utf8_get_char (p + len));

      n += !is_begun && !goes_on;
      p += len;
    }
  return n;
}

/* Whether T, which tags the same words everywhere, saves keys: each name that it does right saves
 * one, each that it does wrong costs going there and deleting. */
static gboolean
pays_to_repeat (const QuoText *text, const Gold *gold, GArray *all)
{
  g_autofree char *words = quo_text_dup (text, gold->span);
  guint n_right = 0, n_made;

  for (guint i = 0; i < all->len; i++)
    {
      const Gold *other = &g_array_index (all, Gold, i);
      g_autofree char *own = quo_text_dup (text, other->span);

      n_right += !other->is_quote && other->span.start > gold->span.start
                 && g_str_equal (own, words) && g_str_equal (other->label, gold->label);
    }
  n_made = count_occurrences (text, words, gold->span.end);
  return n_right > 1 + 2 * (n_made > n_right ? n_made - n_right : 0);
}

gboolean
keys_is_tagged (QuoSession *session, const Gold *gold)
{
  QuoDocument *document = quo_session_get_document (session);
  g_autoptr (GPtrArray) there = quo_span_index_list (quo_document_get_index (document), gold->span);

  for (guint i = 0; i < there->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (there, i);

      if (quo_span_equal (quo_annotation_get_hull (annotation), gold->span)
          && g_str_equal (annotation->type, gold->label))
        return TRUE;
    }
  return FALSE;
}

/* B until the borders are right; 0: it does not get there with @most, and nothing has changed. */
static guint
select_borders (QuoSession *session, QuoSpan span, guint most)
{
  guint32 caret = quo_session_get_caret (session);

  for (guint n = 1; n <= most && quo_session_change_borders (session); n++)
    if (quo_span_equal (quo_session_get_selection (session), span))
      return n;
  quo_session_select (session, caret, caret);
  return 0;
}

/* Shift+F and two letters of the last word, then Shift+F and Enter, from the start of the span;
 * 0: it takes more than @most keys. What ends the sentence behind the word is left out. */
static guint
select_to (QuoSession *session, const QuoText *text, QuoSpan span, guint most)
{
  g_autofree char *words = NULL, *letters = NULL;
  guint32 end = span.end, start;

  while (end > span.start && !g_unichar_isalnum (g_utf8_get_char (quo_text_at (text, end - 1))))
    end--;
  if (end <= span.start + 1)
    return 0;
  start = quo_word_around (text, end - 1).start;
  words = quo_text_dup (text, QUO_SPAN (start, quo_text_get_length (text)));
  letters = g_utf8_substring (words, 0, 2);
  quo_session_select (session, span.start, span.start);
  for (guint n = JUMP_KEYS; n <= most && quo_session_jump_select (session, letters);
       n += JUMP_AGAIN)
    if (quo_session_get_selection (session).end == end)
      return n;
  return 0;
}

/* Tags the name at the caret, with other borders where those of the word are wrong: B, or to its
 * start and over its words with Ctrl+Shift+Right. */
static void
tag_here (QuoSession *session, const Gold *gold, Keys *keys)
{
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));

  keys->tag++;
  if (!would_tag (session, gold))
    {
      guint by_words = keys_count_words (text, quo_session_get_caret (session), gold->span.start)
                       + MAX (1, keys_count_words (text, gold->span.start, gold->span.end));
      guint n = select_borders (session, gold->span, by_words - 1);

      if (n == 0)
        {
          guint to_start
              = keys_count_words (text, quo_session_get_caret (session), gold->span.start);
          guint by_letters = by_words > to_start + 1
                                 ? select_to (session, text, gold->span, by_words - to_start - 1)
                                 : 0;

          n = by_letters > 0 ? to_start + by_letters : by_words;
          quo_session_select (session, gold->span.start, gold->span.end);
        }
      keys->mend += n;
      keys_tell (text, gold->span, "mend", n);
    }
  quo_session_tag (session, gold->label);
}

/* Shift+U until the caret stands in the name, where that is cheaper than another way there. */
static guint
go_back_to (QuoSession *session, const QuoText *text, QuoSpan span)
{
  guint32 start = quo_session_get_caret (session);
  guint walk = MIN (keys_count_walk (text, start, span.start), JUMP_KEYS);

  for (guint n = 1; n <= walk && quo_session_previous_name (session); n++)
    {
      guint32 caret = quo_session_get_caret (session);

      if (caret >= span.start && caret < span.end)
        return n;
      if (caret < span.start)
        break;
    }
  return walk_to (session, text, span, start);
}

void
keys_do_passed (QuoSession *session, const Gold *gold, Keys *keys)
{
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));
  guint n = go_back_to (session, text, gold->span);

  keys->move += n;
  keys_tell (text, gold->span, "back", n);
  tag_here (session, gold, keys);
}

void
keys_do_entity (QuoSession *session, const Gold *gold, GArray *all, Keys *keys)
{
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));

  guint n;

  keys->n_entities++;
  if (keys_is_tagged (session, gold))
    return;
  n = go_to (session, text, gold->span);
  keys->move += n;
  keys_tell (text, gold->span, "move", n);
  tag_here (session, gold, keys);
  if (pays_to_repeat (text, gold, all) && quo_session_tag_all (session))
    keys->tag++;
}

static gboolean
overlaps (QuoSpan a, QuoSpan b)
{
  return a.start < b.end && b.start < a.end;
}

/* Gold often leaves the marks out, where the caret stands. */
static gboolean
is_at (QuoSession *session, QuoSpan span)
{
  guint32 caret = quo_session_get_caret (session);

  return caret + 1 >= span.start && caret < span.end;
}

/* Whether an interrupted quote that was linked before has this part already. */
gboolean
keys_is_done (QuoSession *session, QuoSpan span)
{
  QuoDocument *document = quo_session_get_document (session);
  g_autoptr (GPtrArray) there = quo_span_index_list (quo_document_get_index (document), span);

  for (guint i = 0; i < there->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (there, i);

      if (g_str_equal (annotation->type, "quote")
          && quo_document_find_relation (document, "quotation", "quote", annotation->base.id)
                 != NULL)
        return TRUE;
    }
  return FALSE;
}

/* O until the caret stands in the quote, where that is cheaper than to walk there. FALSE, and
 * nothing was done: O does not stop at it on its way down; it will when all else is marked. */
static gboolean
go_to_quote (QuoSession *session, const QuoText *text, QuoSpan span, gboolean can_wait,
             guint *ret_keys)
{
  guint32 start = quo_session_get_caret (session);
  guint walk = keys_count_walk (text, start, span.start);
  guint n = 0;

  *ret_keys = 0;
  if (is_at (session, span))
    return TRUE;
  while (n < walk && quo_session_next_quote (session))
    {
      n++;
      *ret_keys = n;
      if (is_at (session, span))
        return TRUE;
      if (can_wait
          && (quo_session_get_caret (session) > span.start
              || quo_session_get_caret (session) < start))
        {
          *ret_keys = 0;
          quo_session_select (session, start, start);
          return FALSE;
        }
    }
  *ret_keys = walk_to (session, text, span, start);
  if (*ret_keys == walk)
    quo_session_select (session, span.start + 1, span.start + 1);
  return TRUE;
}

/* Whether a candidate is who the gold says: the same mention, or the same words elsewhere. */
gboolean
keys_is_speaker (const QuoText *text, const QuoCandidate *candidate, QuoSpan speaker)
{
  g_autofree char *words = quo_text_dup (text, speaker);

  return overlaps (candidate->span, speaker) || g_str_equal (candidate->name, words);
}

/* Enter, a digit, or "/", some letters of the name and Enter. */
guint
keys_link_speaker (QuoSession *session, const Gold *gold)
{
  GPtrArray *candidates = quo_session_get_candidates (session);
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));
  g_autofree char *words = NULL;

  for (guint i = 0; i < candidates->len && i < 9; i++)
    if (keys_is_speaker (text, g_ptr_array_index (candidates, i), gold->speaker))
      {
        quo_session_link_candidate (session, i);
        return 1;
      }
  keys_tell (text, gold->speaker, "type speaker", 1);
  words = quo_text_dup (text, gold->speaker);
  quo_session_link_name (session, words);
  return 2 + (guint)MIN (g_utf8_strlen (words, -1), LETTERS);
}

/* Whether Q marks this quote from where the caret is. If it does not, nothing was done. */
static gboolean
capture (QuoSession *session, const Gold *gold)
{
  guint32 caret = quo_session_get_caret (session);
  gboolean is_marked = quo_session_capture_quote (session);
  const QuoAnnotation *quote = quo_session_get_selected (session);

  if (quote != NULL && overlaps (quo_annotation_get_hull (quote), gold->span))
    return TRUE;
  if (is_marked)
    quo_session_undo (session);
  quo_session_select (session, caret, caret);
  return FALSE;
}

/* Words of a quote that somebody may know it by. */
#define MAX_KEYWORDS 12

/* F and the first two letters of a word of the quote, then Q; FALSE: no word of it leads there and
 * is taken by Q, and nothing was done. */
static gboolean
jump_and_capture (QuoSession *session, const QuoText *text, const Gold *gold)
{
  guint32 caret = quo_session_get_caret (session), at = gold->span.start;

  for (guint n = 0; n < MAX_KEYWORDS && at < gold->span.end; n++)
    {
      QuoSpan word = quo_word_around (text, at);

      quo_session_select (session, caret, caret);
      if (!quo_span_is_empty (word)
          && jump_to (session, text, QUO_SPAN (word.start, gold->span.end), JUMP_KEYS) > 0
          && capture (session, gold))
        return TRUE;
      at = MAX (quo_word_next_start (text, at), at + 1);
    }
  quo_session_select (session, caret, caret);
  return FALSE;
}

/* The same but for what ends the sentence behind it. */
static gboolean
has_same_words (const QuoText *text, QuoSpan span, QuoSpan wanted)
{
  for (guint32 i = MIN (span.end, wanted.end); i < MAX (span.end, wanted.end); i++)
    if (g_unichar_isalnum (g_utf8_get_char (quo_text_at (text, i))))
      return FALSE;
  return span.start == wanted.start;
}

/* Presses of Shift+Q, and steps of a word at the end, until the quote that begins in the word at
 * the caret, @n_before words after its start, has the gold's borders. Returns: 0: no more than
 * @most lead there, and nothing was done. */
static guint
capture_from_here (QuoSession *session, const Gold *gold, guint n_before, guint most)
{
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));
  guint32 caret = quo_session_get_caret (session);
  guint n = 0, n_undo = 0;

  while (n + n_before < most && quo_session_capture_from_here (session))
    {
      QuoSpan span = quo_annotation_get_hull (quo_session_get_selected (session));
      gint direction = span.end > gold->span.end ? -1 : 1;
      guint n_steps = keys_count_words (text, span.end, gold->span.end);

      n++;
      n_undo++;
      if (n + n_before + n_steps > most)
        continue;
      for (guint i = 0; i < n_before && quo_session_resize_word (session, TRUE, -1); i++)
        n_undo++;
      for (guint i = 0; i < n_steps && quo_session_resize_word (session, FALSE, direction); i++)
        n_undo++;
      span = quo_annotation_get_hull (quo_session_get_selected (session));
      if (has_same_words (text, span, gold->span))
        return n + n_before + n_steps;
      break;
    }
  for (guint i = 0; i < n_undo; i++)
    quo_session_undo (session);
  quo_session_select (session, caret, caret);
  return 0;
}

/* One of the first words of a quote may be reached with fewer keys than the first one. */
#define MAX_FIRST 4

/* F and the first two letters of one of its first words, and Shift+Q; no more than @most keys in
 * all. FALSE: that is no way, and nothing was done. */
static gboolean
jump_and_capture_from (QuoSession *session, const QuoText *text, const Gold *gold, guint most,
                       guint *ret_move, guint *ret_mark)
{
  guint32 caret = quo_session_get_caret (session), at = gold->span.start;

  for (guint i = 0; i < MAX_FIRST && at < gold->span.end; i++)
    {
      QuoSpan word = quo_word_around (text, at);

      if (!quo_span_is_empty (word) && (i > 0 || word.start == at))
        {
          *ret_move = jump_to (session, text, word, most);
          *ret_mark = *ret_move == 0 || *ret_move >= most
                          ? 0
                          : capture_from_here (session, gold, i, most - *ret_move);
          if (*ret_mark > 0)
            return TRUE;
          quo_session_select (session, caret, caret);
        }
      at = MAX (quo_word_next_start (text, at), at + 1);
    }
  return FALSE;
}

gboolean
keys_do_quote (QuoSession *session, const Gold *gold, gboolean can_wait, Keys *keys)
{
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));
  guint n_move = 0, n_mark = 1, n_mend = 0, n_link;
  guint32 start = quo_session_get_caret (session);
  gboolean is_marked;

  if (keys_is_done (session, gold->span))
    return TRUE;
  /* Q alone takes the next quote, when that is the right one. */
  is_marked = capture (session, gold);
  if (!is_marked && quo_session_is_sifting (session) && jump_and_capture (session, text, gold))
    {
      is_marked = TRUE;
      n_move = JUMP_KEYS;
      keys_tell (text, gold->span, "jump to quote", n_move);
    }
  if (!is_marked)
    {
      if (!go_to_quote (session, text, gold->span, can_wait, &n_move))
        return FALSE;
      is_marked = capture (session, gold);
    }
  if (!is_marked)
    {
      /* By hand: the words of it with Ctrl+Shift+Right, or line by line; or by the letters of the
       * last one; or from its start on with Shift+Q. */
      guint by_lines = keys_count_walk (text, gold->span.start, gold->span.end) + 1;
      guint32 here = quo_session_get_caret (session);
      guint n_jump, n_from;

      n_mend = select_to (session, text, gold->span, by_lines - 1);
      if (n_mend == 0)
        n_mend = by_lines;
      quo_session_select (session, start, start);
      is_marked = jump_and_capture_from (session, text, gold, n_move + n_mend, &n_jump, &n_from);
      if (is_marked)
        {
          keys_tell (text, gold->span, "quote from here", n_jump + n_from);
          n_move = n_jump;
          n_mark = n_from;
          n_mend = 0;
        }
      else
        quo_session_select (session, here, here);
    }
  if (!is_marked)
    {
      quo_session_select (session, gold->span.start, gold->span.end);
      quo_session_tag (session, "quote");
    }
  n_link = keys_link_speaker (session, gold);
  keys_tell (text, gold->span, "quote", n_move + n_mark + n_mend + n_link);
  keys->n_quotes++;
  keys->quote_move += n_move;
  keys->quote_mark += n_mark;
  keys->quote_mend += n_mend;
  keys->quote_link += n_link;
  if (keys_is_each)
    {
      g_autofree char *words = quo_session_dup_description (
          session, &(QuoAnnotation){ .type = "quote", .ranges = &gold->span, .n_ranges = 1 });

      printf ("q %u %u %u %u %s\n", n_move, n_mark, n_mend, n_link, words);
    }
  return TRUE;
}
