/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told of one thing to review. */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-diff.h"
#include "quo-shown.h"

#include <glib/gi18n.h>

/* What became of the annotation, as the review stands. */
static char *
describe_fate (QuoSession *session, guint position, const QuoReviewItem *item)
{
  const QuoMove *move = item->move;
  const QuoAnnotation *annotation = quo_document_find_annotation (session->document, item->id);

  if (annotation == NULL)
    /* Translators: what became of an annotation: it was taken away. */
    return g_strdup (_ ("dropped"));
  if (move->fate == QUO_FATE_MOVED)
    {
      if (quo_review_is_done (session->review, position, session->document))
        return g_strdup (_ ("moved, accepted"));
      return g_strdup (move->is_reworded ? _ ("moved, marks or blanks differ") : _ ("moved"));
    }
  if (!annotation->is_orphan)
    /* Translators: what became of an annotation: a person chose its place in the text. */
    return g_strdup (_ ("place chosen"));
  if (move->proposals->len == 0)
    return g_strdup (_ ("not found"));
  if (move->is_reworded && move->proposals->len == 1)
    return g_strdup (_ ("perhaps edited"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u possible place", "%u possible places",
                                       move->proposals->len),
                          move->proposals->len);
}

static char *
describe_conflict (QuoSession *session, guint position, const QuoReviewItem *item)
{
  if (!quo_review_is_done (session->review, position, session->document))
    return g_strdup (*item->conflict->member == '\0' ? _ ("removed by one side")
                                                     : _ ("changed by both sides"));
  return g_strdup (item->choice == QUO_REVIEW_TAKEN ? _ ("the other was taken")
                                                    : _ ("yours was kept"));
}

static const QuoRecord *
get_some_side (const QuoConflict *conflict)
{
  if (conflict->ours != NULL)
    return conflict->ours;
  return conflict->theirs != NULL ? conflict->theirs : conflict->base;
}

static char *
dup_conflict_name (const QuoConflict *conflict)
{
  if (quo_conflict_is_of_header (conflict))
    return g_strdup (_ ("About the Article"));
  return quo_diff_dup_name (get_some_side (conflict));
}

/* What one of the sides says. */
static char *
dup_side (const QuoConflict *conflict, guint side)
{
  if (quo_conflict_is_of_header (conflict))
    return quo_diff_dup_line (conflict->said[side]);
  return quo_diff_dup_member (side == 0 ? conflict->ours : conflict->theirs, conflict->member);
}

char *
quo_session_dup_review_title (QuoSession *session, guint position)
{
  const QuoReviewItem *item = quo_review_get (session->review, position);
  const QuoAnnotation *annotation;
  g_autofree char *what = NULL, *label = NULL;

  g_return_val_if_fail (item != NULL && session->document != NULL, NULL);
  if (item->conflict != NULL)
    {
      g_autofree char *name = dup_conflict_name (item->conflict);

      what = describe_conflict (session, position, item);
      return g_strdup_printf ("%s · %s", name, what);
    }
  annotation = quo_document_find_annotation (session->document, item->id);
  what = describe_fate (session, position, item);
  if (annotation == NULL)
    return g_steal_pointer (&what);
  label = quo_session_dup_label_name (session, annotation->type);
  return g_strdup_printf ("%s · %s", label, what);
}

char *
quo_session_dup_review_words (QuoSession *session, guint position)
{
  const QuoReviewItem *item = quo_review_get (session->review, position);
  const QuoAnnotation *annotation;
  g_autofree char *ours = NULL, *theirs = NULL;

  g_return_val_if_fail (item != NULL && session->document != NULL, NULL);
  if (item->conflict == NULL)
    {
      annotation = quo_document_find_annotation (session->document, item->id);
      return annotation != NULL ? quo_session_dup_excerpt (session, annotation) : g_strdup ("");
    }
  if (*item->conflict->member == '\0')
    return g_strdup (item->conflict->ours == NULL
                         ? _ ("You removed it, the other changed it or names it; it stays")
                         : _ ("You changed it or name it, the other removed it; it stays"));
  ours = dup_side (item->conflict, 0);
  theirs = dup_side (item->conflict, 1);
  return g_strdup_printf (_ ("%s: yours “%s”, the other “%s”"), item->conflict->member, ours,
                          theirs);
}

gboolean
quo_session_get_review_context (QuoSession *session, guint position, const char **ret_before,
                                const char **ret_after)
{
  const QuoReviewItem *item = quo_review_get (session->review, position);
  const QuoAnnotation *annotation = item != NULL && item->move != NULL
                                        ? quo_document_find_annotation (session->document, item->id)
                                        : NULL;

  if (annotation == NULL || !annotation->is_orphan || !annotation->is_kept)
    return FALSE;
  *ret_before = annotation->pre != NULL ? annotation->pre : "";
  *ret_after = annotation->suf != NULL ? annotation->suf : "";
  return TRUE;
}
