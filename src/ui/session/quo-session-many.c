/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several annotations changed at once, as one edit; those in layers that are only to be read are
 * left out, and that is said. */
#include "quo-config.h"

#include "quo-session-private.h"

#include <glib/gi18n.h>

/* Those of @annotations that may be changed, and of @kind (-1: any). */
static GPtrArray *
select_editable (QuoSession *session, GPtrArray *annotations, gint kind)
{
  GPtrArray *editable = g_ptr_array_new ();
  const char *layer = NULL; /* of the one before; they are interned */
  gboolean is_known = FALSE, can_edit = FALSE;

  for (guint i = 0; i < annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (kind >= 0 && quo_session_get_kind (session, annotation) != (QuoLabelKind)kind)
        continue;
      if (!is_known || annotation->layer != layer)
        can_edit = quo_session_can_edit (session, annotation);
      is_known = TRUE;
      layer = annotation->layer;
      if (can_edit)
        g_ptr_array_add (editable, (gpointer)annotation);
      else if (editable->len == 0)
        quo_session_set_message (session, _ ("This annotation is in a layer that is only to be "
                                             "read"));
    }
  return editable;
}

static gboolean
finish (QuoSession *session, QuoEdit *edit, char *message)
{
  if (!quo_session_take_edit (session, edit, message))
    return FALSE;
  quo_session_emit_acted_on_many (session);
  return TRUE;
}

static void
on_large_done (QuoSession *session, QuoEdit *edit, const QuoLargeWork *work)
{
  quo_session_tell_edit (session, edit, work->message);
  quo_session_emit_acted_on_many (session);
}

static QuoEdit *
make_deletion (QuoDocument *document, const QuoLargeWork *work)
{
  return quo_verb_delete_many (document, work->annotations);
}

static QuoEdit *
make_relabelling (QuoDocument *document, const QuoLargeWork *work)
{
  return quo_verb_relabel_many (document, work->annotations,
                                quo_tagset_find (work->tagset, work->label));
}

/* @data: whom they are linked to. */
static QuoEdit *
make_links (QuoDocument *document, const QuoLargeWork *work)
{
  return quo_verb_link_many (document, &work->actor, work->annotations, work->data);
}

/* @annotations are taken over, and so is @message. With @label they get it, without they go. */
static gboolean
start_large (QuoSession *session, GPtrArray *annotations, const char *label, char *message)
{
  quo_session_start_large (session, QUO_ACT_APPLY,
                           &(QuoLargeWork){
                               .make = label != NULL ? make_relabelling : make_deletion,
                               .annotations = annotations,
                               .tagset = label != NULL ? quo_tagset_ref (session->tagset) : NULL,
                               .label = label,
                               .done = on_large_done,
                               .message = message,
                           });
  return TRUE;
}

gboolean
quo_session_delete_many (QuoSession *session, GPtrArray *annotations)
{
  g_autoptr (GPtrArray) editable = NULL;
  char *message;

  g_return_val_if_fail (QUO_IS_SESSION (session) && annotations != NULL, FALSE);

  if (!quo_session_check_free (session))
    return FALSE;
  editable = select_editable (session, annotations, -1);
  if (editable->len == 0)
    return FALSE;
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u annotation deleted",
                                          "%u annotations deleted", editable->len),
                             editable->len);
  if (quo_session_is_large (editable->len))
    return start_large (session, g_steal_pointer (&editable), NULL, message);
  return finish (session, quo_verb_delete_many (session->document, editable), message);
}

gboolean
quo_session_relabel_many (QuoSession *session, GPtrArray *annotations, const char *label_id)
{
  const QuoLabel *label;
  g_autoptr (GPtrArray) editable = NULL;
  g_autofree char *name = NULL;
  char *message;

  g_return_val_if_fail (QUO_IS_SESSION (session) && annotations != NULL, FALSE);

  if (!quo_session_check_free (session))
    return FALSE;
  label = quo_tagset_find (session->tagset, label_id);
  editable = select_editable (session, annotations, -1);
  if (label == NULL || editable->len == 0)
    return FALSE;
  name = quo_session_dup_label_name (session, label->id);
  message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s: %u annotation", "%s: %u annotations", editable->len), name,
      editable->len);
  if (quo_session_is_large (editable->len))
    return start_large (session, g_steal_pointer (&editable), label->id, message);
  return finish (session, quo_verb_relabel_many (session->document, editable, label), message);
}

gboolean
quo_session_link_many (QuoSession *session, GPtrArray *annotations, const char *speaker)
{
  QuoActor actor = quo_session_get_actor (session);
  g_autoptr (GPtrArray) quotes = NULL;
  g_autofree char *name = NULL;
  char *message;

  g_return_val_if_fail (QUO_IS_SESSION (session) && annotations != NULL, FALSE);
  g_return_val_if_fail (speaker != NULL, FALSE);

  if (!quo_session_check_open (session) || !quo_session_check_free (session))
    return FALSE;
  quotes = select_editable (session, annotations, QUO_LABEL_QUOTE);
  if (quotes->len == 0)
    {
      quo_session_set_message (session, _ ("Select quotes to link them to their speaker"));
      return FALSE;
    }
  name = quo_session_dup_member_name (session, speaker);
  message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u quote linked to %s", "%u quotes linked to %s", quotes->len),
      quotes->len, name);
  if (!quo_session_is_large (quotes->len))
    return finish (session, quo_verb_link_many (session->document, &actor, quotes, speaker),
                   message);
  quo_session_start_large (session, QUO_ACT_APPLY,
                           &(QuoLargeWork){ .make = make_links,
                                            .annotations = g_steal_pointer (&quotes),
                                            .done = on_large_done,
                                            .message = message,
                                            .data = g_strdup (speaker),
                                            .free_data = g_free });
  return TRUE;
}
