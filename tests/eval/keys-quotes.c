/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The keys that a practised person presses to mark a quote by hand and to say who speaks: O and Q
 * where the words show that it is one, else F and letters of it, or Shift+Q from its start on.
 */
#include "quo-config.h"

#include "keys-ways.h"

#include "quo-words.h"

#include <stdio.h>

/* Letters of a name that are typed before the list has only that one. */
#define LETTERS 3

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
  *ret_keys = keys_walk_to (session, text, span, start);
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

void
keys_take_back (QuoSession *session, guint n_undo)
{
  while (quo_document_get_n_undo (quo_session_get_document (session)) > n_undo
         && quo_session_undo (session))
    ;
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
          && keys_jump_to (session, text, QUO_SPAN (word.start, gold->span.end), JUMP_KEYS) > 0
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
  QuoDocument *document = quo_session_get_document (session);
  guint32 caret = quo_session_get_caret (session);
  guint n = 0, n_before_all = quo_document_get_n_undo (document);

  /* A press that knows no other end changes nothing, and neither will the next one. */
  while (n + n_before < most && quo_session_capture_from_here (session)
         && quo_document_get_n_undo (document) == n_before_all + n + 1)
    {
      QuoSpan span = quo_annotation_get_hull (quo_session_get_selected (session));
      gint direction = span.end > gold->span.end ? -1 : 1;
      guint n_steps = keys_count_words (text, span.end, gold->span.end);

      n++;
      if (n + n_before + n_steps > most)
        continue;
      for (guint i = 0; i < n_before && quo_session_resize_word (session, TRUE, -1); i++)
        ;
      for (guint i = 0; i < n_steps && quo_session_resize_word (session, FALSE, direction); i++)
        ;
      span = quo_annotation_get_hull (quo_session_get_selected (session));
      if (has_same_words (text, span, gold->span))
        return n + n_before + n_steps;
      break;
    }
  keys_take_back (session, n_before_all);
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
          *ret_move = keys_jump_to (session, text, word, most);
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

      n_mend = keys_select_to (session, text, gold->span, by_lines - 1);
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
