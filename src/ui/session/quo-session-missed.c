/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Y: a name that was not suggested, because it is too unlikely to be one, is marked with one key by
 * who misses it. What may be marked so is drawn nowhere but told in the bar of labels: it costs
 * nothing when it is none. */
#include "quo-config.h"

#include "quo-session-private.h"

#include <glib/gi18n.h>

/* So likely it must be; of less likely ones too many are none, and stand before the one meant. */
#define LEAST 0.1
/* Code points: what was read a while ago is gone back to with Shift+U. */
#define REACH 1500

const QuoHunch *
quo_session_get_missed (QuoSession *session)
{
  const QuoAnnotation *selected;
  guint32 here;

  g_return_val_if_fail (QUO_IS_SESSION (session), NULL);

  if (session->document == NULL || session->hunches == NULL)
    return NULL;
  selected = quo_session_get_selected (session);
  here = selected != NULL ? quo_annotation_get_hull (selected).start : session->caret;
  for (guint i = session->hunches->len; i > 0; i--)
    {
      const QuoHunch *hunch = &g_array_index (session->hunches, QuoHunch, i - 1);

      if (hunch->span.end > here)
        continue;
      if (here - hunch->span.end > REACH)
        break;
      if (hunch->score >= LEAST && quo_tagset_find (session->tagset, hunch->type) != NULL
          && !quo_session_is_tagged (session, hunch->span))
        return hunch;
    }
  return NULL;
}

char *
quo_session_dup_missed (QuoSession *session)
{
  const QuoHunch *hunch = quo_session_get_missed (session);

  return hunch != NULL ? quo_session_dup_words (session, hunch->span) : NULL;
}

gboolean
quo_session_mark_missed (QuoSession *session)
{
  const QuoHunch *hunch;
  const QuoAnnotation *shown, *existing = NULL;
  g_autofree char *id = NULL, *name = NULL, *words = NULL, *done = NULL;
  const QuoLabel *label;
  QuoActor actor;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (!quo_session_check_open (session))
    return FALSE;
  hunch = quo_session_get_missed (session);
  if (hunch == NULL)
    {
      quo_session_set_message (session,
                               _ ("Nothing before this looks like a name that is not marked"));
      return FALSE;
    }
  shown = quo_session_get_selected (session);
  if (shown != NULL && shown->status == QUO_STATUS_SUGGESTED)
    id = g_strdup (shown->base.id);
  label = quo_tagset_find (session->tagset, hunch->type);
  actor = quo_session_get_actor (session);
  name = quo_session_dup_label_name (session, label->id);
  words = quo_session_dup_words (session, hunch->span);
  done = g_strdup_printf ("%s: %s", name, words);
  if (!quo_session_take_edit (
          session,
          quo_verb_tag (session->document, &actor, label, &hunch->span, 1, NULL, &existing),
          g_strdup (done)))
    return FALSE;
  shown = id != NULL ? quo_document_find_annotation (session->document, id) : NULL;
  if (shown != NULL)
    quo_session_show_suggestion (session, shown, done);
  else
    quo_session_keep_caret_inside (session);
  return TRUE;
}
