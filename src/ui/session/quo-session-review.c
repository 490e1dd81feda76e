/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going through what has to be looked at: places that are uncertain after the article changed, and
 * what two versions of the annotations say differently. */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-diff.h"
#include "quo-record-merge.h"
#include "quo-verbs.h"

#include <glib/gi18n.h>

QuoReview *
quo_session_get_review (QuoSession *session)
{
  g_return_val_if_fail (QUO_IS_SESSION (session), NULL);
  return session->review;
}

void
quo_session_review_changed (QuoSession *session)
{
  quo_review_touch (session->review);
  quo_session_emit (session, QUO_SESSION_REVIEW_CHANGED);
}

void
quo_session_follow_review (QuoSession *session, const QuoEdit *edit)
{
  if (quo_review_get_length (session->review) == 0)
    return;
  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);
      const QuoRecord *record = change->after != NULL ? change->after : change->before;

      if (quo_review_has (session->review, record->id))
        {
          quo_session_review_changed (session);
          return;
        }
    }
  for (guint i = 0; i < QUO_N_ABOUT; i++)
    if (edit->about[i].is_set)
      {
        quo_session_review_changed (session);
        return;
      }
}

guint
quo_session_count_review (QuoSession *session)
{
  g_return_val_if_fail (QUO_IS_SESSION (session), 0);
  return session->document != NULL ? quo_review_count_open (session->review, session->document) : 0;
}

/* The item that is looked at, or NULL, which is told. */
static QuoReviewItem *
require_current (QuoSession *session)
{
  QuoReviewItem *item = quo_review_get (session->review, quo_review_get_current (session->review));

  if (item == NULL)
    quo_session_set_message (session, _ ("Nothing to review is chosen"));
  return item;
}

/* --- Showing --- */

static QuoSpan
get_hull (const QuoSpan *ranges, guint n)
{
  return QUO_SPAN (ranges[0].start, ranges[n - 1].end);
}

static void
show_move (QuoSession *session, const QuoReviewItem *item)
{
  const QuoMove *move = item->move;
  const QuoAnnotation *annotation = quo_document_find_annotation (session->document, item->id);
  g_autofree char *words = NULL;

  if (annotation == NULL || !annotation->is_orphan)
    {
      quo_session_select_annotation (session, annotation != NULL ? item->id : NULL);
      return;
    }
  words = quo_session_dup_excerpt (session, annotation);
  quo_session_set_selected (session, NULL);
  if (move->proposals->len == 0)
    {
      quo_session_select (session, move->old[0].start, move->old[0].start);
      quo_session_set_message (session, _ ("Not found in the article: %s"), words);
      return;
    }
  else
    {
      QuoSpan hull = get_hull (g_ptr_array_index (move->proposals, item->shown), move->n_ranges);

      quo_session_select (session, hull.start, hull.end);
      quo_session_set_message (session, _ ("Place %u of %u: %s"), item->shown + 1,
                               move->proposals->len, words);
    }
}

static void
show_current (QuoSession *session)
{
  guint position = quo_review_get_current (session->review);
  const QuoReviewItem *item = quo_review_get (session->review, position);
  g_autofree char *title = NULL, *words = NULL;

  if (item == NULL)
    return;
  if (item->move != NULL)
    {
      show_move (session, item);
      return;
    }
  quo_session_select_annotation (session, item->id);
  title = quo_session_dup_review_title (session, position);
  words = quo_session_dup_review_words (session, position);
  quo_session_set_message (session, "%s: %s", title, words);
}

void
quo_session_review_choose (QuoSession *session, guint position)
{
  g_return_if_fail (QUO_IS_SESSION (session));
  if (session->document == NULL)
    return;
  quo_review_set_current (session->review, position);
  show_current (session);
  quo_session_emit (session, QUO_SESSION_REVIEW_CHANGED);
}

gboolean
quo_session_review_step (QuoSession *session, gint direction)
{
  guint n = quo_review_get_length (session->review);
  guint start = quo_review_get_current (session->review);

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);
  if (start == G_MAXUINT)
    start = direction > 0 ? n - 1 : 0;
  for (guint i = 1; i <= n; i++)
    {
      guint position = (direction > 0 ? start + i : start + 2 * n - i) % n;

      if (quo_review_is_done (session->review, position, session->document))
        continue;
      quo_session_review_choose (session, position);
      return TRUE;
    }
  quo_session_set_message (session, _ ("Nothing is left to review"));
  return FALSE;
}

/* --- Deciding --- */

/* Says what was decided of the current item and goes on to the next one. */
static gboolean
settle (QuoSession *session, QuoReviewItem *item, QuoReviewChoice choice)
{
  item->choice = choice;
  quo_session_review_changed (session);
  if (quo_session_count_review (session) > 0)
    return quo_session_review_step (session, 1);
  quo_session_set_message (session, _ ("All is reviewed"));
  return TRUE;
}

/* The annotation of the item if it may be changed; else says why not. */
static const QuoAnnotation *
require_annotation (QuoSession *session, const QuoReviewItem *item)
{
  if (quo_document_find_annotation (session->document, item->id) == NULL)
    {
      quo_session_set_message (session, _ ("This annotation was removed"));
      return NULL;
    }
  quo_session_set_selected (session, item->id);
  return quo_session_require_selected (session);
}

static gboolean
put (QuoSession *session, QuoReviewItem *item, const QuoSpan *ranges, guint n_ranges)
{
  const QuoAnnotation *annotation = require_annotation (session, item);

  if (annotation == NULL)
    return FALSE;
  if (!quo_session_take_edit (
          session, quo_verb_move (session->document, annotation, ranges, n_ranges), NULL))
    return FALSE;
  return settle (session, item, QUO_REVIEW_OPEN);
}

/* What the other side of a conflict, or ours, says, as an edit; NULL: it is so already. */
static QuoEdit *
make_choice (QuoSession *session, const QuoConflict *conflict, const char *id, QuoRecord *wanted)
{
  QuoRecord *now = quo_document_find (session->document, id);
  g_autoptr (QuoRecord) after = NULL;
  QuoEdit *edit;

  if (wanted == NULL && now != NULL && now->kind == QUO_RECORD_ANNOTATION)
    return quo_verb_delete (session->document, (const QuoAnnotation *)now);
  if (wanted != NULL && now != NULL && *conflict->member != '\0' && now->kind == wanted->kind)
    after = quo_record_with_member (now, wanted, conflict->member);
  else if (wanted != NULL && now == NULL)
    after = quo_record_ref (wanted);
  else if (wanted != NULL)
    return NULL;
  if (now == NULL && after == NULL)
    return NULL;
  if (now != NULL && after != NULL && quo_record_equal (now, after))
    return NULL;
  edit = quo_edit_new (_ ("Choose One Side"));
  quo_edit_swap (edit, now, after);
  return edit;
}

/* The same of what is known of the article. */
static QuoEdit *
make_about_choice (QuoSession *session, const QuoConflict *conflict, const char *wanted)
{
  QuoAbout about = quo_about_find (conflict->member);
  const char *now = quo_header_get_about (quo_document_get_header (session->document), about);
  QuoEdit *edit;

  if (g_strcmp0 (now, wanted) == 0)
    return NULL;
  edit = quo_edit_new (_ ("Choose One Side"));
  quo_edit_set_about (edit, about, now, wanted);
  return edit;
}

static gboolean
choose_side (QuoSession *session, QuoReviewItem *item, gboolean is_theirs)
{
  const QuoConflict *conflict = item->conflict;
  QuoEdit *edit = quo_conflict_is_of_header (conflict)
                      ? make_about_choice (session, conflict, conflict->said[is_theirs ? 1 : 0])
                      : make_choice (session, conflict, item->id,
                                     is_theirs ? conflict->theirs : conflict->ours);

  if (edit != NULL && !quo_session_take_edit (session, edit, NULL))
    return FALSE;
  return settle (session, item, is_theirs ? QUO_REVIEW_TAKEN : QUO_REVIEW_ACCEPTED);
}

gboolean
quo_session_review_accept (QuoSession *session)
{
  QuoReviewItem *item;
  const QuoMove *move;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);
  item = require_current (session);
  if (item == NULL)
    return FALSE;
  if (item->conflict != NULL)
    return choose_side (session, item, FALSE);
  move = item->move;
  if (move->fate == QUO_FATE_MOVED)
    return settle (session, item,
                   item->choice == QUO_REVIEW_OPEN ? QUO_REVIEW_ACCEPTED : QUO_REVIEW_OPEN);
  if (move->proposals->len > 0)
    return put (session, item, g_ptr_array_index (move->proposals, item->shown), move->n_ranges);
  quo_session_set_message (session,
                           _ ("It was not found: select its words in the article, then put it "
                              "there, or drop it"));
  return FALSE;
}

guint
quo_session_review_accept_moved (QuoSession *session)
{
  guint n = 0;

  g_return_val_if_fail (QUO_IS_SESSION (session), 0);
  for (guint i = 0; i < quo_review_get_length (session->review); i++)
    {
      QuoReviewItem *item = quo_review_get (session->review, i);

      if (item->move == NULL || item->move->fate != QUO_FATE_MOVED
          || quo_review_is_done (session->review, i, session->document))
        continue;
      item->choice = QUO_REVIEW_ACCEPTED;
      n++;
    }
  quo_session_review_changed (session);
  quo_session_set_message (
      session, g_dngettext (GETTEXT_PACKAGE, "%u place was accepted", "%u places were accepted", n),
      n);
  return n;
}

gboolean
quo_session_review_take (QuoSession *session)
{
  QuoReviewItem *item;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);
  item = require_current (session);
  if (item == NULL)
    return FALSE;
  if (item->conflict != NULL)
    return choose_side (session, item, TRUE);
  quo_session_set_message (session, _ ("This is no conflict: there is no other version"));
  return FALSE;
}

gboolean
quo_session_review_place (QuoSession *session, gint step)
{
  QuoReviewItem *item;
  guint n;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);
  item = require_current (session);
  if (item == NULL)
    return FALSE;
  n = item->move != NULL ? item->move->proposals->len : 0;
  if (n < 2)
    {
      quo_session_set_message (session, _ ("No other place was found: select one in the article"));
      return FALSE;
    }
  item->shown = (item->shown + (step > 0 ? 1 : n - 1)) % n;
  show_current (session);
  quo_session_emit (session, QUO_SESSION_REVIEW_CHANGED);
  return TRUE;
}

gboolean
quo_session_review_put (QuoSession *session)
{
  QuoReviewItem *item;
  QuoSpan span = session->selection;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);
  item = require_current (session);
  if (item == NULL)
    return FALSE;
  if (item->move == NULL || quo_span_is_empty (span))
    {
      quo_session_set_message (session, item->move == NULL
                                            ? _ ("This is a conflict: keep yours or take the other")
                                            : _ ("Select in the article where it belongs first"));
      return FALSE;
    }
  return put (session, item, &span, 1);
}

gboolean
quo_session_review_drop (QuoSession *session)
{
  QuoReviewItem *item;
  const QuoAnnotation *annotation;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);
  item = require_current (session);
  if (item == NULL || item->move == NULL)
    return FALSE;
  annotation = require_annotation (session, item);
  if (annotation == NULL
      || !quo_session_take_edit (session, quo_verb_delete (session->document, annotation), NULL))
    return FALSE;
  return settle (session, item, QUO_REVIEW_OPEN);
}
