/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The keys of somebody who asks for suggestions, knows what is right, and judges one after the
 * other in the order of the text with as few keys as the program allows: several at once where all
 * are right, a digit where only the label or the speaker is wrong, other borders (B, or steps of
 * one), else reject. Looking is reading: what stands on the page costs nothing, but to act on a
 * suggestion every one before it has to be accepted, rejected or skipped, each for its key. P is
 * one key for what is sure in the rest of a paragraph; the doubtful ones it leaves come again at
 * the end, and are judged only as long as one of them is of use. Shift+B takes the
 * other borders that the bar of labels tells.
 */
#include "quo-config.h"

#include "keys-judge.h"

#include "quo-suggestion-verbs.h"

#include <string.h>

/* --- One after the other --- */

void
keys_count_quotes (Judge *judge)
{
  for (guint i = 0; i < judge->all->len; i++)
    {
      Gold *gold = &g_array_index (judge->all, Gold, i);

      if (gold->is_quote && !gold->is_counted && keys_is_done (judge->session, gold->span))
        {
          gold->is_counted = TRUE;
          judge->keys->n_quotes++;
        }
    }
}

/* Whether P would pass over more wrong suggestions in the rest of the paragraph than right ones. */
static gboolean
leaves_wrong (const Judge *judge, const QuoAnnotation *current)
{
  const QuoText *text = quo_document_get_text (keys_get_document (judge));
  guint32 start = quo_annotation_get_hull (current).start;
  guint32 end = quo_text_get_paragraph (text, start).end;
  GPtrArray *all = quo_document_get_records (keys_get_document (judge), QUO_RECORD_ANNOTATION);
  gint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);
      guint32 here = quo_annotation_get_hull (annotation).start;

      if (here > start && here < end && keys_is_stop (annotation)
          && g_ascii_strtod (annotation->conf, NULL) < QUO_SESSION_SURE)
        n += keys_is_of_use (judge, annotation) ? -1 : 1;
    }
  return n > 0;
}

static void
judge_right (Judge *judge)
{
  const QuoAnnotation *current = keys_get_current (judge);
  gboolean can_leave = leaves_wrong (judge, current);
  guint n_all = keys_count_right (judge, keys_is_any, current);
  guint n_rest = keys_count_right (judge, keys_is_in_rest, current);
  guint n_whole = keys_count_right (judge, keys_is_in_whole_rest, current);
  guint n_name = keys_count_right (judge, keys_is_same_name, current);
  gboolean is_whole = n_whole > n_rest + can_leave && n_whole >= n_name;

  judge->keys->judge++;
  judge->what = n_all > 1                                                ? "accept-all"
                : is_whole                                               ? "accept-whole-paragraph"
                : n_rest + can_leave > 1 && n_rest + can_leave >= n_name ? "accept-paragraph"
                : n_name > 1                                             ? "accept-name"
                                                                         : "accept";
  if (n_all > 1)
    quo_session_accept_all (judge->session);
  else if (is_whole)
    quo_session_accept_whole_paragraph (judge->session);
  else if (n_rest + can_leave > 1 && n_rest + can_leave >= n_name)
    quo_session_accept_paragraph (judge->session);
  else if (n_name > 1)
    quo_session_accept_name (judge->session);
  else
    quo_session_accept (judge->session);
}

/* More steps than this take longer than to select the words. */
#define MAX_STEPS 4

typedef enum
{
  WAY_END_ON,
  WAY_END_BACK,
  WAY_START_ON,
  WAY_START_BACK,
  WAY_OTHERS, /* B: the next likely borders */
  N_WAYS
} Way;

static gboolean
step (Judge *judge, Way way)
{
  static const gint words[][2] = { { FALSE, 1 }, { FALSE, -1 }, { TRUE, 1 }, { TRUE, -1 } };

  return way == WAY_OTHERS ? quo_session_change_borders (judge->session)
                           : quo_session_resize_word (judge->session, words[way][0], words[way][1]);
}

/* The steps of one key that lead to borders of the gold, and no more than @most; 0: none do.
 * Nothing is changed. */
static guint
count_steps (Judge *judge, Way way, guint most)
{
  guint n_undo = quo_document_get_n_undo (keys_get_document (judge));
  guint n = 0, n_found = 0;

  while (n < most && n_found == 0 && step (judge, way))
    {
      const QuoAnnotation *selected = quo_session_get_selected (judge->session);

      n++;
      if (selected != NULL && keys_find_gold (judge, selected) != NULL)
        n_found = n;
    }
  keys_take_back (judge->session, n_undo);
  return n_found;
}

guint
keys_count_borders (Judge *judge)
{
  return count_steps (judge, WAY_OTHERS, MAX_STEPS);
}

/* Steps of both borders, no more than MAX_STEPS in all; 0: that is no way, and nothing is changed.
 */
static guint
mend_both (Judge *judge)
{
  static const Way starts[] = { WAY_START_ON, WAY_START_BACK };
  static const Way ends[] = { WAY_END_ON, WAY_END_BACK };

  for (guint way = 0; way < 2 * G_N_ELEMENTS (starts); way++)
    {
      Way start = starts[way / 2], end = ends[way % 2];
      guint n_undo = quo_document_get_n_undo (keys_get_document (judge));
      guint n = 0;

      while (n + 1 < MAX_STEPS && step (judge, start))
        {
          guint n_more;

          n++;
          n_more = count_steps (judge, end, MAX_STEPS - n);
          for (guint i = 0; i < n_more; i++)
            step (judge, end);
          if (n_more > 0)
            return n + n_more;
        }
      keys_take_back (judge->session, n_undo);
    }
  return 0;
}

guint
keys_mend_border (Judge *judge, gboolean has_others)
{
  Way n_ways = has_others ? N_WAYS : WAY_OTHERS;
  guint least = 0;
  Way best = 0;

  for (Way way = 0; way < n_ways; way++)
    {
      guint n = count_steps (judge, way, least == 0 ? MAX_STEPS : least - 1);

      if (n > 0)
        {
          least = n;
          best = way;
        }
    }
  for (guint i = 0; i < least; i++)
    step (judge, best);
  return least > 0 ? least : mend_both (judge);
}

static void
judge_quote (Judge *judge, const Gold *gold)
{
  judge->what = "speaker";
  judge->keys->judge += keys_link_speaker (judge->session, gold);
}

/* What stands in the rest of the paragraph after a name that was mended is all right: P takes it
 * from there. Else N goes on. */
static void
go_on_from_mended (Judge *judge)
{
  const QuoAnnotation *mended;
  guint n_rest;

  keys_settle (judge);
  judge->keys->judge++;
  mended = quo_session_get_selected (judge->session);
  n_rest = keys_count_right (judge, keys_is_in_rest, mended);
  if (keys_count_right (judge, keys_is_in_whole_rest, mended) > n_rest)
    quo_session_accept_whole_paragraph (judge->session);
  else if (n_rest > 0)
    quo_session_accept_paragraph (judge->session);
  else
    quo_session_skip (judge->session);
}

static void
judge_name (Judge *judge, const Gold *gold)
{
  const QuoAnnotation *current = keys_get_current (judge), *mended;
  QuoSpan other;
  guint n;

  if (gold != NULL) /* right but for its label: the digit goes on by itself */
    {
      judge->keys->judge++;
      judge->what = "label";
      quo_session_tag (judge->session, gold->label);
      return;
    }
  other = quo_session_get_other_borders (judge->session);
  if (keys_is_gold (judge, other, current->type))
    {
      judge->keys->judge++;
      judge->what = "other-borders";
      quo_session_accept_other_borders (judge->session);
      return;
    }
  n = keys_mend_border (judge, TRUE);
  judge->what = n == 0 ? "reject" : "borders";
  if (n == 0)
    {
      judge->keys->judge++;
      quo_session_reject (judge->session);
      return;
    }
  mended = quo_session_get_selected (judge->session);
  judge->keys->judge += n;
  if (keys_is_right (judge, mended))
    {
      go_on_from_mended (judge);
      return;
    }
  judge->keys->judge++; /* the digit goes on by itself */
  quo_session_tag (judge->session, keys_find_gold (judge, mended)->label);
}

static void
judge_one (Judge *judge)
{
  const QuoAnnotation *current = keys_get_current (judge);
  const QuoText *text = quo_document_get_text (keys_get_document (judge));
  const Gold *gold = keys_find_gold (judge, current);
  QuoSpan span = current->ranges[0];
  gboolean is_quote = strcmp (current->type, "quote") == 0;
  guint before = judge->keys->judge;

  if (keys_is_right (judge, current))
    judge_right (judge);
  else if (is_quote && gold != NULL && !gold->is_extra)
    judge_quote (judge, gold);
  else if (is_quote)
    {
      judge->what = "reject-quote";
      judge->keys->judge++;
      quo_session_reject (judge->session);
    }
  else
    judge_name (judge, gold);
  keys_tell (text, span, judge->what, judge->keys->judge - before);
  keys_settle (judge);
  keys_count_quotes (judge);
}

/* --- What was missed --- */

/* Whether a suggestion that is not judged yet may become it. */
static gboolean
is_touched (const Judge *judge, QuoSpan span)
{
  g_autoptr (GPtrArray) there
      = quo_span_index_list (quo_document_get_index (keys_get_document (judge)), span);

  for (guint i = 0; i < there->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (there, i);

      if (keys_is_stop (annotation) && strcmp (annotation->type, "quote") != 0)
        return TRUE;
    }
  return FALSE;
}

const Gold *
keys_find_missed (const Judge *judge, guint32 offset)
{
  const Gold *last = NULL;

  for (guint i = 0; i < judge->all->len; i++)
    {
      const Gold *gold = &g_array_index (judge->all, Gold, i);

      if (!gold->is_quote && gold->span.end <= offset && !keys_is_tagged (judge->session, gold)
          && !is_touched (judge, gold->span)
          && (last == NULL || gold->span.start > last->span.start))
        last = gold;
    }
  return last;
}

/* Marks the names that were passed on the way to the suggestion that is shown, the nearest first.
 * Shift+U comes back to it by itself; who walks there presses N. */
static void
mark_missed (Judge *judge)
{
  guint32 here = quo_annotation_get_hull (keys_get_current (judge)).start;
  const Gold *missed;

  while ((missed = keys_find_missed (judge, here)) != NULL)
    {
      keys_do_passed (judge->session, missed, judge->keys);
      keys_settle (judge);
      if (keys_get_current (judge) == NULL)
        {
          judge->keys->judge++;
          if (!quo_session_skip (judge->session))
            return;
        }
    }
}

gboolean
keys_has_use (const Judge *judge)
{
  GPtrArray *all = quo_document_get_records (keys_get_document (judge), QUO_RECORD_ANNOTATION);

  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);

      if (keys_is_stop (annotation) && keys_is_of_use (judge, annotation))
        return TRUE;
    }
  return FALSE;
}

void
keys_judge_new (QuoSession *session, GArray *all, Keys *keys)
{
  Judge judge = { session, all, keys };

  keys_settle (&judge);
  while (keys_has_use (&judge))
    {
      if (keys_get_current (&judge) == NULL)
        {
          if (!quo_session_skip (session))
            return;
          keys->judge++;
        }
      mark_missed (&judge);
      if (keys_get_current (&judge) == NULL)
        return;
      judge_one (&judge);
    }
}

void
keys_judge (QuoSession *session, GArray *all, Keys *keys)
{
  Judge judge = { session, all, keys };

  keys->judge++;
  if (!quo_session_suggest (session))
    return;
  keys_settle (&judge);
  keys_judge_new (session, all, keys);
}
