/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the keys do to annotations, by the rules of what a key acts on: a text selection first, then
 * the selected annotation, then the name or word round the caret. Each verb makes one edit, says
 * what it did, and leaves the caret where it was or inside what it made.
 */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-names.h"
#include "quo-shown.h"

#include <glib/gi18n.h>

void
quo_session_tell_edit (QuoSession *session, const QuoEdit *edit, const char *message)
{
  g_autofree char *title = NULL;

  if (edit->select != NULL
      && quo_document_find_annotation (session->document, edit->select) != NULL)
    quo_session_set_selected (session, edit->select);
  if (message == NULL)
    title = quo_shown (edit->title); /* which may have the name of a label in it */
  quo_session_set_message (session, "%s", message != NULL ? message : title);
}

gboolean
quo_session_take_edit (QuoSession *session, QuoEdit *edit, char *message)
{
  g_autoptr (QuoEdit) owned = edit;
  g_autofree char *said = message;
  g_autoptr (GError) error = NULL;

  if (owned == NULL)
    return FALSE;
  if (!quo_document_apply (session->document, owned, &error))
    {
      quo_session_set_message (session, "%s", error->message);
      return FALSE;
    }
  quo_session_tell_edit (session, owned, said);
  return TRUE;
}

gboolean
quo_session_apply (QuoSession *session, QuoEdit *edit, const char *message)
{
  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (session->document == NULL)
    {
      g_clear_pointer (&edit, quo_edit_unref);
      return FALSE;
    }
  return quo_session_take_edit (session, edit, g_strdup (message));
}

/* Rule 1 and rule 4. */
gboolean
quo_session_tag_span (QuoSession *session, const QuoLabel *label, QuoSpan span)
{
  QuoActor actor = quo_session_get_actor (session);
  const QuoAnnotation *existing = NULL;
  g_autofree char *words = quo_session_dup_words (session, span);
  g_autofree char *name = quo_session_dup_label_name (session, label->id);
  QuoEdit *edit = quo_verb_tag (session->document, &actor, label, &span, 1, NULL, &existing);
  gboolean is_done = FALSE;

  if (edit == NULL && existing != NULL)
    {
      quo_session_set_selected (session, existing->base.id);
      quo_session_set_message (session, _ ("Already %s: %s"), name, words);
    }
  else
    is_done = quo_session_take_edit (session, edit, g_strdup_printf ("%s: %s", name, words));
  quo_session_keep_caret_inside (session);
  return is_done;
}

gboolean
quo_session_relabel (QuoSession *session, const char *label_id)
{
  const QuoLabel *label;
  const QuoAnnotation *selected;
  QuoEdit *edit;
  g_autofree char *words = NULL, *name = NULL, *id = NULL;
  gboolean was_suggested;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  label = quo_tagset_find (session->tagset, label_id);
  if (label == NULL)
    {
      quo_session_set_message (session, _ ("There is no label “%s”"), label_id);
      return FALSE;
    }
  selected = quo_session_require_selected (session);
  if (selected == NULL)
    return FALSE;
  words = quo_session_dup_excerpt (session, selected);
  name = quo_session_dup_label_name (session, label->id);
  edit = quo_verb_relabel (session->document, selected, label);
  if (edit == NULL)
    {
      quo_session_set_message (session, _ ("Already %s: %s"), name, words);
      return FALSE;
    }
  id = g_strdup (selected->base.id);
  was_suggested = selected->status == QUO_STATUS_SUGGESTED || session->is_mended;
  if (!quo_session_take_edit (session, edit, g_strdup_printf ("%s: %s", name, words)))
    return FALSE;
  if (was_suggested)
    quo_session_judge_next (session, id);
  return TRUE;
}

gboolean
quo_session_tag (QuoSession *session, const char *label_id)
{
  const QuoLabel *label;
  QuoSpan span;
  gboolean is_done;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  label = quo_tagset_find (session->tagset, label_id);
  if (label == NULL)
    {
      quo_session_set_message (session, _ ("There is no label “%s”"), label_id);
      return FALSE;
    }
  if (session->document == NULL)
    return quo_session_check_open (session);
  span = session->selection;
  if (quo_span_is_empty (span) && quo_session_get_selected (session) != NULL)
    return quo_session_relabel (session, label_id);
  if (!quo_session_check_open (session))
    return FALSE;
  if (quo_span_is_empty (span) && label->kind == QUO_LABEL_QUOTE)
    return quo_session_capture_quote (session);
  if (quo_span_is_empty (span))
    span = quo_name_around (quo_document_get_text (session->document), session->caret,
                            quo_session_get_language (session));
  if (quo_span_is_empty (span))
    {
      quo_session_set_message (session, _ ("There is no word at the caret"));
      return FALSE;
    }
  is_done = quo_session_tag_span (session, label, span);
  if (is_done && quo_session_resume_judging (session))
    return TRUE;
  if (is_done && session->auto_advance && !session->sift.is_on && label->kind == QUO_LABEL_ENTITY)
    quo_session_go_on_from_tagged (session);
  return is_done;
}

gboolean
quo_session_same_as (QuoSession *session, const char *id)
{
  const QuoAnnotation *selected;
  g_autofree char *name = NULL;
  QuoActor actor;
  QuoEdit *edit;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  selected = quo_session_require_selected (session);
  if (selected == NULL)
    return FALSE;
  if (quo_document_find_annotation (session->document, id) == NULL
      && quo_document_find_entity (session->document, id) == NULL)
    {
      quo_session_set_message (session, _ ("There is no annotation or entity “%s”"), id);
      return FALSE;
    }
  actor = quo_session_get_actor (session);
  name = quo_session_dup_member_name (session, id);
  edit = quo_verb_same_as (session->document, &actor, selected, id);
  if (edit == NULL)
    {
      quo_session_set_message (session, _ ("The two are the same already: %s"), name);
      return FALSE;
    }
  return quo_session_take_edit (session, edit, g_strdup_printf (_ ("Same as %s"), name));
}

/* The selected annotation, if it may be changed and is of a kind that has an identity. */
static const QuoAnnotation *
require_name (QuoSession *session)
{
  const QuoAnnotation *selected = quo_session_require_selected (session);

  if (selected == NULL || quo_session_get_kind (session, selected) == QUO_LABEL_ENTITY)
    return selected;
  quo_session_set_message (session, _ ("Select a name; only names have an identity"));
  return NULL;
}

gboolean
quo_session_new_identity (QuoSession *session)
{
  const QuoAnnotation *selected;
  QuoActor actor;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  selected = require_name (session);
  if (selected == NULL || !quo_session_check_open (session))
    return FALSE;
  actor = quo_session_get_actor (session);
  return quo_session_take_edit (session, quo_verb_new_entity (session->document, &actor, selected),
                                NULL);
}

gboolean
quo_session_clear_identity (QuoSession *session)
{
  const QuoAnnotation *selected;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  selected = require_name (session);
  return selected != NULL
         && quo_session_take_edit (session, quo_verb_clear_entity (session->document, selected),
                                   NULL);
}

/* (transfer full): what was done, and how it is taken back. */
static char *
dup_with_undo (QuoSession *session, const char *told)
{
  g_autofree char *key = quo_session_dup_key_name (session, "win.undo");
  g_autofree char *sentence = quo_session_dup_sentence (told);

  if (key == NULL)
    return g_strdup (told);
  /* Translators: a sentence that tells what was done, and a key: “Deleted Person: Omar Haddad.
   * Ctrl+Z takes it back” */
  return g_strdup_printf (_ ("%s %s takes it back"), sentence, key);
}

gboolean
quo_session_delete (QuoSession *session)
{
  const QuoAnnotation *selected;
  g_autofree char *description = NULL, *told = NULL;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  selected = quo_session_require_selected (session);
  if (selected == NULL)
    return FALSE;
  if (selected->status == QUO_STATUS_SUGGESTED)
    return quo_session_reject (session); /* so that it is not suggested again */
  description = quo_session_dup_description (session, selected);
  told = g_strdup_printf (_ ("Deleted %s"), description);
  return quo_session_take_edit (session, quo_verb_delete (session->document, selected),
                                dup_with_undo (session, told));
}

gboolean
quo_session_set_note (QuoSession *session, const char *note)
{
  const QuoAnnotation *selected;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  selected = quo_session_require_selected (session);
  if (selected == NULL)
    return FALSE;
  if (!quo_session_take_edit (session, quo_verb_set_note (session->document, selected, note), NULL))
    return FALSE;
  if (note != NULL && *note != '\0')
    quo_session_set_message (session, _ ("Note: %s"), note);
  else
    quo_session_set_message (session, _ ("The note is taken away"));
  return TRUE;
}

gboolean
quo_session_set_attr (QuoSession *session, const char *name, const char *value)
{
  const QuoAnnotation *selected;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  selected = quo_session_require_selected (session);
  if (selected == NULL)
    return FALSE;
  return quo_session_take_edit (session,
                                quo_verb_set_attr (session->document, selected, name, value), NULL);
}

/* An article in which there is nothing to mark is done too: its layer is made for that. */
static QuoEdit *
make_done_layer (QuoSession *session)
{
  g_autoptr (QuoEdit) edit = quo_edit_new (_ ("Article done"));
  g_autofree char *agent_id = g_strdup (session->agent);
  g_autofree char *layer_id = quo_id_new ();

  if (agent_id == NULL)
    {
      agent_id = quo_id_new ();
      quo_edit_take (edit, NULL,
                     quo_agent_new (&(QuoAgent){
                         .base.id = agent_id, .type = "person", .name = session->annotator }));
    }
  quo_edit_take (
      edit, NULL,
      quo_layer_new (&(QuoLayer){ .base.id = layer_id, .by = agent_id, .state = "done" }));
  return g_steal_pointer (&edit);
}

gboolean
quo_session_done (QuoSession *session)
{
  const QuoLayer *layer = NULL;
  gboolean is_done;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (session->document == NULL)
    return quo_session_check_open (session);
  if (session->layer != NULL)
    layer = quo_document_find_layer (session->document, session->layer);
  if (layer == NULL)
    return quo_session_take_edit (session, make_done_layer (session),
                                  g_strdup (_ ("Article done")));
  is_done = quo_session_is_closed (layer);
  return quo_session_take_edit (
      session, quo_verb_set_layer_state (session->document, layer, is_done ? "open" : "done"),
      g_strdup (is_done ? _ ("Article open again") : _ ("Article done")));
}

/* Who says it already goes on saying it. */
static void
leave_prompt (QuoSession *session)
{
  const QuoAnnotation *quote = quo_session_get_selected (session);
  g_autofree char *speaker = quote != NULL ? quo_session_dup_role (session, quote, "source") : NULL;

  quo_session_set_prompting (session, FALSE);
  if (speaker != NULL)
    quo_session_set_message (session, _ ("Speaker: %s"), speaker);
  else
    quo_session_set_message (session, _ ("No speaker chosen"));
}

gboolean
quo_session_escape (QuoSession *session)
{
  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (quo_session_stop_suggesting (session))
    return TRUE;
  session->is_doubting = FALSE;
  if (session->sift.is_on)
    {
      quo_session_end_sift (session);
      return TRUE;
    }
  if (session->is_prompting)
    {
      leave_prompt (session);
      return TRUE;
    }
  if (!quo_span_is_empty (session->selection))
    {
      session->is_selecting_text = FALSE;
      quo_session_put_caret (session, session->caret);
      return TRUE;
    }
  if (session->selected == NULL)
    return FALSE;
  quo_session_set_selected (session, NULL);
  quo_session_set_message (session, _ ("Nothing selected"));
  return TRUE;
}
