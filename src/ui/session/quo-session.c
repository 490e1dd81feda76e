/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a window is about: the document, who is selected in it, where the caret is, who acts. The
 * verbs of the keys are in quo-session-verbs.c, -link.c and -navigate.c, what is told to the
 * outside in -state.c.
 *
 * Invariant: `selected` is the id of an annotation of the document or NULL; caret and selection lie
 * in the text; the prompt stands only while a quote is selected.
 */
#include "quo-config.h"

#include "quo-session-private.h"
#include "quo-sidecar-reader.h"
#include "quo-tagset-file.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (QuoSession, quo_session, G_TYPE_OBJECT)

enum
{
  PROP_DOCUMENT = 1,
  PROP_SELECTED,
  PROP_CARET,
  PROP_MESSAGE,
  PROP_IS_PROMPTING,
  PROP_AUTO_ADVANCE,
  PROP_LAYER,
  PROP_IS_BUSY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[QUO_SESSION_N_SIGNALS];

static void
take_message (QuoSession *session, char *message)
{
  g_free (session->message);
  session->message = message;
  g_object_notify_by_pspec (G_OBJECT (session), properties[PROP_MESSAGE]);
}

void
quo_session_emit_reveal (QuoSession *session, QuoSpan span)
{
  g_signal_emit (session, signals[QUO_SESSION_REVEAL], 0, span.start, span.end);
}

void
quo_session_emit_acted_on_many (QuoSession *session)
{
  g_signal_emit (session, signals[QUO_SESSION_ACTED_ON_MANY], 0, session->message);
}

void
quo_session_emit_layers_changed (QuoSession *session)
{
  g_signal_emit (session, signals[QUO_SESSION_LAYERS_CHANGED], 0);
}

void
quo_session_emit_locked (QuoSession *session, const char *layer)
{
  g_signal_emit (session, signals[QUO_SESSION_LOCKED], 0, layer);
}

void
quo_session_drop_candidates (QuoSession *session)
{
  session->has_candidates = FALSE;
  g_signal_emit (session, signals[QUO_SESSION_CANDIDATES_CHANGED], 0);
}

void
quo_session_set_prompting (QuoSession *session, gboolean is_prompting)
{
  if (session->is_prompting == is_prompting)
    return;
  session->is_prompting = is_prompting;
  g_object_notify_by_pspec (G_OBJECT (session), properties[PROP_IS_PROMPTING]);
}

void
quo_session_set_selected (QuoSession *session, const char *id)
{
  quo_session_set_prompting (session, FALSE);
  session->is_selecting_text = FALSE;
  if (g_strcmp0 (session->selected, id) == 0)
    return;
  g_free (session->selected);
  session->selected = g_strdup (id);
  /* What is selected is named by whoever selects it, so it need not be told again. */
  if (id != NULL)
    {
      g_free (session->entered);
      session->entered = g_strdup (id);
    }
  quo_session_drop_candidates (session);
  g_object_notify_by_pspec (G_OBJECT (session), properties[PROP_SELECTED]);
}

/* Caret and text selection, as one change. */
static void
move_to (QuoSession *session, guint32 caret, QuoSpan selection)
{
  gboolean is_caret_moved = session->caret != caret;

  if (!is_caret_moved && quo_span_equal (session->selection, selection))
    return;
  session->caret = caret;
  session->selection = selection;
  if (is_caret_moved)
    g_object_notify_by_pspec (G_OBJECT (session), properties[PROP_CARET]);
  g_signal_emit (session, signals[QUO_SESSION_SELECTION_MOVED], 0);
}

void
quo_session_put_caret (QuoSession *session, guint32 caret)
{
  move_to (session, caret, QUO_SPAN (caret, caret));
}

void
quo_session_set_layer (QuoSession *session, const char *layer)
{
  if (g_strcmp0 (session->layer, layer) == 0)
    return;
  g_free (session->layer);
  session->layer = g_strdup (layer);
  g_object_notify_by_pspec (G_OBJECT (session), properties[PROP_LAYER]);
}

static void
on_document_changed (QuoDocument *document, QuoEdit *edit, QuoSession *session)
{
  quo_session_count_edit (session, edit);
  quo_session_follow_actor (session, edit);
  if (session->selected != NULL && quo_session_get_selected (session) == NULL)
    quo_session_set_selected (session, NULL);
  g_signal_emit (session, signals[QUO_SESSION_CHANGED], 0, edit);
  quo_session_drop_candidates (session);
}

void
quo_session_release_log (QuoSession *session, gboolean is_given_up)
{
  QuoLogEnd end = QUO_LOG_KEEP;

  g_return_if_fail (QUO_IS_SESSION (session));

  if (session->log == NULL)
    return;
  if (is_given_up)
    end = QUO_LOG_DISCARD;
  else if (quo_autosave_get_state (session->autosave) == QUO_SAVE_STATE_SAVED)
    end = QUO_LOG_COMPACT;
  quo_log_close (session->log, end);
  quo_autosave_set_log (session->autosave, NULL);
  g_clear_object (&session->log);
}

void
quo_session_resume_log (QuoSession *session)
{
  g_autofree char *sum = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (QUO_IS_SESSION (session));

  if (session->document == NULL || session->log != NULL)
    return;
  bytes = quo_sidecar_load (session->sidecar_path, NULL, NULL);
  sum = quo_log_dup_sum (bytes);
  session->log
      = quo_log_new (session->document,
                     quo_log_past_load (quo_document_get_article (session->document), sum), sum, 0);
  quo_autosave_set_log (session->autosave, session->log);
}

void
quo_session_clear_document (QuoSession *session)
{
  if (session->document != NULL)
    g_signal_handlers_disconnect_by_data (session->document, session);
  quo_session_release_log (session, FALSE);
  g_clear_object (&session->autosave);
  g_clear_object (&session->document);
  g_clear_pointer (&session->article_path, g_free);
  g_clear_pointer (&session->sidecar_path, g_free);
  g_clear_pointer (&session->quotes, g_array_unref);
  g_clear_pointer (&session->agent, g_free);
  g_hash_table_remove_all (session->hidden);
  g_hash_table_remove_all (session->unlocked);
  g_clear_pointer (&session->entered, g_free);
  session->visited = QUO_SPAN (0, 0);
  session->caret = 0;
  session->selection = QUO_SPAN (0, 0);
}

/* The article says its language, or its words do. */
static const QuoLanguage *
choose_language (QuoArticle *article)
{
  const char *tag = article->lang != NULL ? article->lang : quo_language_guess (article->text);
  return quo_language_get (tag);
}

/* The tagset file that the sidecar names, if it may be followed and can be read; else the built-in.
 */
static void
choose_tagset (QuoSession *session)
{
  const QuoHeader *header = quo_document_get_header (session->document);
  g_autoptr (QuoTagset) tagset = NULL;
  g_autofree char *path = NULL;

  if (session->has_own_tagset)
    return;
  if (header->tagset_file != NULL)
    path = quo_tagset_find_path (session->sidecar_path, header->tagset_file, NULL);
  if (path != NULL)
    tagset = quo_tagset_load (path, NULL);
  if (tagset == NULL)
    tagset = quo_tagset_get_builtin ();
  quo_tagset_unref (session->tagset);
  session->tagset = g_steal_pointer (&tagset);
}

/* The log hears of a change before everybody else, so that it is written before it is shown. What
 * was recovered from the log of an older article is only safe once it is saved. */
static void
take_log (QuoSession *session, QuoOpening *opening)
{
  if (opening->past == NULL)
    return;
  session->log = quo_log_new (session->document, g_steal_pointer (&opening->past), opening->sum,
                              opening->n_unlogged);
  quo_autosave_set_log (session->autosave, session->log);
  quo_autosave_set_base (session->autosave, opening->base);
  if (!opening->is_recovered)
    return;
  quo_autosave_mark_dirty (session->autosave);
  if (opening->n_unlogged == 0 && opening->is_reanchored)
    quo_autosave_save_sync (session->autosave, NULL);
}

static void
take_document (QuoSession *session, QuoOpening *opening)
{
  quo_opening_make_document (opening);
  session->document = g_steal_pointer (&opening->document);
  session->autosave = quo_autosave_new (session->document, opening->sidecar_path, opening->etag,
                                        opening->is_reanchored);
  take_log (session, opening);
  session->article_path = g_strdup (opening->article_path);
  session->sidecar_path = g_strdup (opening->sidecar_path);
  session->language = NULL;
  choose_tagset (session);
}

void
quo_session_settle (QuoSession *session, guint32 caret, QuoSpan selection)
{
  if (session->document != NULL)
    g_signal_connect (session->document, "changed", G_CALLBACK (on_document_changed), session);
  session->caret = caret;
  session->selection = selection;
  quo_session_count_all (session);
  quo_session_find_actor (session);
  g_object_notify_by_pspec (G_OBJECT (session), properties[PROP_DOCUMENT]);
  g_object_notify_by_pspec (G_OBJECT (session), properties[PROP_CARET]);
  quo_session_drop_candidates (session);
}

void
quo_session_take_opening (QuoSession *session, QuoOpening *opening)
{
  g_return_if_fail (QUO_IS_SESSION (session));

  quo_session_set_selected (session, NULL);
  quo_session_clear_document (session);
  if (opening != NULL)
    take_document (session, opening);
  g_clear_pointer (&opening, quo_opening_free);
  quo_session_settle (session, 0, QUO_SPAN (0, 0));
}

void
quo_session_set_tagset (QuoSession *session, QuoTagset *tagset)
{
  g_return_if_fail (QUO_IS_SESSION (session) && tagset != NULL);

  quo_tagset_ref (tagset);
  quo_tagset_unref (session->tagset);
  session->tagset = tagset;
  session->has_own_tagset = TRUE;
}

void
quo_session_begin_busy (QuoSession *session)
{
  if (session->n_busy++ == 0)
    g_object_notify_by_pspec (G_OBJECT (session), properties[PROP_IS_BUSY]);
}

void
quo_session_end_busy (QuoSession *session)
{
  g_return_if_fail (session->n_busy > 0);

  if (--session->n_busy == 0)
    g_object_notify_by_pspec (G_OBJECT (session), properties[PROP_IS_BUSY]);
}

gboolean
quo_session_is_busy (QuoSession *session)
{
  return session->n_busy > 0;
}

QuoDocument *
quo_session_get_document (QuoSession *session)
{
  return session->document;
}

QuoAutosave *
quo_session_get_autosave (QuoSession *session)
{
  return session->autosave;
}

QuoLog *
quo_session_get_log (QuoSession *session)
{
  return session->log;
}

QuoTagset *
quo_session_get_tagset (QuoSession *session)
{
  return session->tagset;
}

const QuoLanguage *
quo_session_get_language (QuoSession *session)
{
  /* Only when it is asked for: to guess reads what is known of every language, and the first paint
   * need not wait for that. */
  if (session->language == NULL && session->document != NULL)
    session->language = choose_language (quo_document_get_article (session->document));
  return session->language != NULL ? session->language : quo_language_get (NULL);
}

const char *
quo_session_get_article_path (QuoSession *session)
{
  return session->article_path;
}

const char *
quo_session_get_message (QuoSession *session)
{
  return session->message != NULL ? session->message : "";
}

void
quo_session_set_message (QuoSession *session, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  take_message (session, g_strdup_vprintf (format, args));
  va_end (args);
}

const QuoAnnotation *
quo_session_get_selected (QuoSession *session)
{
  if (session->selected == NULL || session->document == NULL)
    return NULL;
  return quo_document_find_annotation (session->document, session->selected);
}

void
quo_session_select_annotation (QuoSession *session, const char *id)
{
  const QuoAnnotation *annotation = NULL;
  g_autofree char *description = NULL;
  QuoSpan hull;

  if (id != NULL && session->document != NULL)
    annotation = quo_document_find_annotation (session->document, id);
  if (annotation == NULL)
    {
      quo_session_set_selected (session, NULL);
      return;
    }
  quo_session_set_selected (session, id);
  description = quo_session_dup_description (session, annotation);
  quo_session_set_message (session, "%s", description);
  if (annotation->is_orphan)
    return;
  hull = quo_annotation_get_hull (annotation);
  quo_session_put_caret (session, hull.start);
  quo_session_emit_reveal (session, hull);
}

guint32
quo_session_get_caret (QuoSession *session)
{
  return session->caret;
}

QuoSpan
quo_session_get_selection (QuoSession *session)
{
  return session->selection;
}

void
quo_session_follow (QuoSession *session, guint32 caret, QuoSpan selection)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);

  if (session->document == NULL)
    return;
  if (caret != session->caret)
    quo_session_set_prompting (session, FALSE);
  if (quo_span_is_empty (selection) && selected != NULL && !selected->is_orphan)
    {
      QuoSpan hull = quo_annotation_get_hull (selected);
      if (caret < hull.start || caret > hull.end)
        quo_session_set_selected (session, NULL);
    }
  move_to (session, caret, quo_span_is_empty (selection) ? QUO_SPAN (caret, caret) : selection);
  if (quo_span_is_empty (session->selection))
    quo_session_tell_place (session);
}

void
quo_session_select (QuoSession *session, guint32 start, guint32 end)
{
  guint32 length;

  if (session->document == NULL)
    return;
  length = quo_text_get_length (quo_document_get_text (session->document));
  start = MIN (start, length);
  end = MIN (end, length);
  quo_session_follow (session, end, QUO_SPAN (MIN (start, end), MAX (start, end)));
  quo_session_emit_reveal (session, QUO_SPAN (MIN (start, end), MAX (start, end)));
}

void
quo_session_select_at (QuoSession *session, guint32 offset)
{
  const QuoAnnotation *annotation = quo_session_find_innermost (session, offset, -1);
  g_autofree char *description = NULL;

  quo_session_set_selected (session, annotation != NULL ? annotation->base.id : NULL);
  if (annotation == NULL)
    return;
  description = quo_session_dup_description (session, annotation);
  quo_session_set_message (session, "%s", description);
}

gboolean
quo_session_is_prompting (QuoSession *session)
{
  return session->is_prompting;
}

GPtrArray *
quo_session_get_candidates (QuoSession *session)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);

  if (session->has_candidates)
    return session->candidates;
  g_clear_pointer (&session->candidates, g_ptr_array_unref);
  if (selected != NULL && quo_session_get_kind (session, selected) == QUO_LABEL_QUOTE)
    session->candidates = quo_speakers_rank (session->document, selected, session->tagset,
                                             quo_session_get_language (session));
  else
    session->candidates = g_ptr_array_new ();
  session->has_candidates = TRUE;
  return session->candidates;
}

const char *
quo_session_get_layer (QuoSession *session)
{
  return session->layer;
}

static void
quo_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QuoSession *session = QUO_SESSION (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, session->document);
      break;
    case PROP_SELECTED:
      g_value_set_string (value, session->selected);
      break;
    case PROP_CARET:
      g_value_set_uint (value, session->caret);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, session->message);
      break;
    case PROP_IS_PROMPTING:
      g_value_set_boolean (value, session->is_prompting);
      break;
    case PROP_AUTO_ADVANCE:
      g_value_set_boolean (value, session->auto_advance);
      break;
    case PROP_LAYER:
      g_value_set_string (value, session->layer);
      break;
    case PROP_IS_BUSY:
      g_value_set_boolean (value, session->n_busy > 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
quo_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QuoSession *session = QUO_SESSION (object);

  switch (id)
    {
    case PROP_AUTO_ADVANCE:
      if (session->auto_advance == g_value_get_boolean (value))
        return;
      session->auto_advance = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
quo_session_dispose (GObject *object)
{
  QuoSession *session = QUO_SESSION (object);

  quo_session_clear_document (session);
  G_OBJECT_CLASS (quo_session_parent_class)->dispose (object);
}

static void
quo_session_finalize (GObject *object)
{
  QuoSession *session = QUO_SESSION (object);

  g_clear_pointer (&session->tagset, quo_tagset_unref);
  g_clear_pointer (&session->candidates, g_ptr_array_unref);
  g_clear_pointer (&session->counts, g_hash_table_unref);
  g_clear_pointer (&session->hidden, g_hash_table_unref);
  g_clear_pointer (&session->unlocked, g_hash_table_unref);
  g_free (session->annotator);
  g_free (session->agent);
  g_free (session->layer);
  g_free (session->message);
  g_free (session->selected);
  G_OBJECT_CLASS (quo_session_parent_class)->finalize (object);
}

static void
quo_session_class_init (QuoSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = quo_session_get_property;
  object_class->set_property = quo_session_set_property;
  object_class->dispose = quo_session_dispose;
  object_class->finalize = quo_session_finalize;

  properties[PROP_DOCUMENT]
      = g_param_spec_object ("document", NULL, NULL, QUO_TYPE_DOCUMENT, readable);
  properties[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL, readable);
  properties[PROP_CARET] = g_param_spec_uint ("caret", NULL, NULL, 0, G_MAXUINT32, 0, readable);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, readable);
  properties[PROP_IS_PROMPTING]
      = g_param_spec_boolean ("is-prompting", NULL, NULL, FALSE, readable);
  properties[PROP_AUTO_ADVANCE]
      = g_param_spec_boolean ("auto-advance", NULL, NULL, FALSE, writable);
  properties[PROP_LAYER] = g_param_spec_string ("layer", NULL, NULL, NULL, readable);
  properties[PROP_IS_BUSY] = g_param_spec_boolean ("is-busy", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[QUO_SESSION_CHANGED] = g_signal_new ("changed", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[QUO_SESSION_SELECTION_MOVED] = g_signal_new (
      "selection-moved", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[QUO_SESSION_REVEAL]
      = g_signal_new ("reveal", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[QUO_SESSION_CANDIDATES_CHANGED]
      = g_signal_new ("candidates-changed", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  signals[QUO_SESSION_LAYERS_CHANGED] = g_signal_new (
      "layers-changed", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[QUO_SESSION_LOCKED] = g_signal_new ("locked", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[QUO_SESSION_ACTED_ON_MANY]
      = g_signal_new ("acted-on-many", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
quo_session_init (QuoSession *session)
{
  session->annotator = g_strdup ("");
  session->tagset = quo_tagset_get_builtin ();
  session->counts = g_hash_table_new (g_direct_hash, g_direct_equal);
  session->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  session->unlocked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

QuoSession *
quo_session_new (void)
{
  return g_object_new (QUO_TYPE_SESSION, NULL);
}
