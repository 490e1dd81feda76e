/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a window is about: the document, who is selected in it, where the caret is, who acts. Here
 * is the object with its properties and signals. How a document is taken is in
 * quo-session-document.c, caret and selection are in -select.c, the verbs of the keys in -verbs.c,
 * -link.c and -navigate.c, what is told to the outside in -state.c.
 *
 * Invariant: every field is changed by the file that it belongs to, which tells of it with
 * quo_session_notify().
 */
#include "quo-config.h"

#include "quo-session-private.h"
#include "quo-tagset-file.h"

G_DEFINE_FINAL_TYPE (QuoSession, quo_session, G_TYPE_OBJECT)

static GParamSpec *properties[QUO_SESSION_N_PROPS];
static guint signals[QUO_SESSION_N_SIGNALS];

void
quo_session_notify (QuoSession *session, QuoSessionProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (session), properties[property]);
}

void
quo_session_emit (QuoSession *session, QuoSessionSignal signal)
{
  g_signal_emit (session, signals[signal], 0);
}

void
quo_session_emit_changed (QuoSession *session, QuoEdit *edit)
{
  g_signal_emit (session, signals[QUO_SESSION_CHANGED], 0, edit);
}

void
quo_session_emit_reveal (QuoSession *session, QuoSpan span)
{
  g_signal_emit (session, signals[QUO_SESSION_REVEAL], 0, span.start, span.end);
}

void
quo_session_emit_keep_in_sight (QuoSession *session, QuoSpan span)
{
  g_signal_emit (session, signals[QUO_SESSION_KEEP_IN_SIGHT], 0, span.start, span.end);
}

void
quo_session_emit_sifted (QuoSession *session, QuoSpan span)
{
  g_signal_emit (session, signals[QUO_SESSION_SIFTED], 0, span.start, span.end);
}

void
quo_session_emit_acted_on_many (QuoSession *session)
{
  g_signal_emit (session, signals[QUO_SESSION_ACTED_ON_MANY], 0, session->message);
}

void
quo_session_emit_locked (QuoSession *session, const char *layer)
{
  g_signal_emit (session, signals[QUO_SESSION_LOCKED], 0, layer);
}

static void
take_message (QuoSession *session, char *message)
{
  g_free (session->message);
  session->message = message;
  quo_session_notify (session, QUO_SESSION_PROP_MESSAGE);
}

void
quo_session_set_message (QuoSession *session, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  take_message (session, g_strdup_vprintf (format, args));
  va_end (args);
}

const char *
quo_session_get_message (QuoSession *session)
{
  return session->message != NULL ? session->message : "";
}

void
quo_session_begin_busy (QuoSession *session)
{
  if (session->n_busy++ == 0)
    quo_session_notify (session, QUO_SESSION_PROP_IS_BUSY);
}

void
quo_session_end_busy (QuoSession *session)
{
  g_return_if_fail (session->n_busy > 0);

  if (--session->n_busy == 0)
    quo_session_notify (session, QUO_SESSION_PROP_IS_BUSY);
}

gboolean
quo_session_is_busy (QuoSession *session)
{
  return session->n_busy > 0;
}

void
quo_session_set_layer (QuoSession *session, const char *layer)
{
  if (g_strcmp0 (session->layer, layer) == 0)
    return;
  g_free (session->layer);
  session->layer = g_strdup (layer);
  quo_session_notify (session, QUO_SESSION_PROP_LAYER);
}

const char *
quo_session_get_layer (QuoSession *session)
{
  return session->layer;
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

const char *
quo_session_get_article_path (QuoSession *session)
{
  return session->article_path;
}

static void
quo_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QuoSession *session = QUO_SESSION (object);

  switch (id)
    {
    case QUO_SESSION_PROP_DOCUMENT:
      g_value_set_object (value, session->document);
      break;
    case QUO_SESSION_PROP_SELECTED:
      g_value_set_string (value, session->selected);
      break;
    case QUO_SESSION_PROP_CARET:
      g_value_set_uint (value, session->caret);
      break;
    case QUO_SESSION_PROP_MESSAGE:
      g_value_set_string (value, session->message);
      break;
    case QUO_SESSION_PROP_IS_PROMPTING:
      g_value_set_boolean (value, session->is_prompting);
      break;
    case QUO_SESSION_PROP_AUTO_ADVANCE:
      g_value_set_boolean (value, session->auto_advance);
      break;
    case QUO_SESSION_PROP_LAYER:
      g_value_set_string (value, session->layer);
      break;
    case QUO_SESSION_PROP_IS_BUSY:
      g_value_set_boolean (value, session->n_busy > 0);
      break;
    case QUO_SESSION_PROP_IS_SUGGESTING:
      g_value_set_boolean (value, quo_session_is_suggesting (session));
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
    case QUO_SESSION_PROP_AUTO_ADVANCE:
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
  g_clear_pointer (&session->review, quo_review_free);
  g_clear_pointer (&session->tagset_path, g_free);
  g_clear_pointer (&session->just_tagged, g_free);
  g_clear_pointer (&session->borders, g_array_unref);
  g_clear_pointer (&session->resume, g_free);
  g_clear_pointer (&session->passed, g_hash_table_unref);
  g_clear_pointer (&session->passed_quotes, g_hash_table_unref);
  g_clear_pointer (&session->candidates, g_ptr_array_unref);
  g_clear_pointer (&session->counts, g_hash_table_unref);
  g_clear_pointer (&session->hidden, g_hash_table_unref);
  g_clear_pointer (&session->unlocked, g_hash_table_unref);
  g_clear_pointer (&session->declined, g_hash_table_unref);
  g_clear_pointer (&session->unnoted, g_ptr_array_unref);
  g_clear_pointer (&session->speech, g_hash_table_unref);
  g_strfreev (session->suggesters_off);
  g_free (session->annotator);
  g_free (session->agent);
  g_free (session->layer);
  g_free (session->message);
  g_free (session->selected);
  G_OBJECT_CLASS (quo_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[QUO_SESSION_PROP_DOCUMENT]
      = g_param_spec_object ("document", NULL, NULL, QUO_TYPE_DOCUMENT, readable);
  properties[QUO_SESSION_PROP_SELECTED]
      = g_param_spec_string ("selected", NULL, NULL, NULL, readable);
  properties[QUO_SESSION_PROP_CARET]
      = g_param_spec_uint ("caret", NULL, NULL, 0, G_MAXUINT32, 0, readable);
  properties[QUO_SESSION_PROP_MESSAGE]
      = g_param_spec_string ("message", NULL, NULL, NULL, readable);
  properties[QUO_SESSION_PROP_IS_PROMPTING]
      = g_param_spec_boolean ("is-prompting", NULL, NULL, FALSE, readable);
  properties[QUO_SESSION_PROP_AUTO_ADVANCE]
      = g_param_spec_boolean ("auto-advance", NULL, NULL, FALSE, writable);
  properties[QUO_SESSION_PROP_LAYER] = g_param_spec_string ("layer", NULL, NULL, NULL, readable);
  properties[QUO_SESSION_PROP_IS_BUSY]
      = g_param_spec_boolean ("is-busy", NULL, NULL, FALSE, readable);
  properties[QUO_SESSION_PROP_IS_SUGGESTING]
      = g_param_spec_boolean ("is-suggesting", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, QUO_SESSION_N_PROPS, properties);
}

static void
make_signals (void)
{
  signals[QUO_SESSION_CHANGED] = g_signal_new ("changed", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[QUO_SESSION_SELECTION_MOVED] = g_signal_new (
      "selection-moved", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[QUO_SESSION_REVEAL]
      = g_signal_new ("reveal", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[QUO_SESSION_KEEP_IN_SIGHT]
      = g_signal_new ("keep-in-sight", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[QUO_SESSION_SIFTED]
      = g_signal_new ("sifted", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[QUO_SESSION_CANDIDATES_CHANGED]
      = g_signal_new ("candidates-changed", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  signals[QUO_SESSION_LAYERS_CHANGED] = g_signal_new (
      "layers-changed", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[QUO_SESSION_REVIEW_CHANGED] = g_signal_new (
      "review-changed", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[QUO_SESSION_KEYS_CHANGED] = g_signal_new (
      "keys-changed", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[QUO_SESSION_TAGSET_CHANGED] = g_signal_new (
      "tagset-changed", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[QUO_SESSION_LOCKED] = g_signal_new ("locked", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[QUO_SESSION_ACTED_ON_MANY]
      = g_signal_new ("acted-on-many", QUO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
quo_session_class_init (QuoSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = quo_session_get_property;
  object_class->set_property = quo_session_set_property;
  object_class->dispose = quo_session_dispose;
  object_class->finalize = quo_session_finalize;
  install_properties (object_class);
  make_signals ();
}

static void
quo_session_init (QuoSession *session)
{
  session->annotator = g_strdup ("");
  session->review = quo_review_new ();
  session->tagset = quo_tagset_get_builtin ();
  session->counts = g_hash_table_new (g_direct_hash, g_direct_equal);
  session->passed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  session->passed_quotes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  session->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  session->unlocked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  session->speech = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  session->declined = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, quo_record_unref);
  session->unnoted = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_edit_unref);
}

QuoSession *
quo_session_new (void)
{
  return g_object_new (QUO_TYPE_SESSION, NULL);
}

void
quo_session_set_key_names (QuoSession *session, QuoKeyNameFunc key_name)
{
  g_return_if_fail (QUO_IS_SESSION (session));

  session->key_name = key_name;
  quo_session_emit (session, QUO_SESSION_KEYS_CHANGED);
}

char *
quo_session_dup_key_name (QuoSession *session, const char *action)
{
  g_return_val_if_fail (QUO_IS_SESSION (session) && action != NULL, NULL);

  return session->key_name != NULL ? session->key_name (action) : NULL;
}

char *
quo_session_dup_with_key (QuoSession *session, const char *action, const char *with,
                          const char *without)
{
  g_autofree char *key = quo_session_dup_key_name (session, action);
  g_autoptr (GString) words = g_string_new (key != NULL ? with : without);

  if (key != NULL)
    g_string_replace (words, "%s", key, 1);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

void
quo_session_tell_with_key (QuoSession *session, const char *action, const char *with,
                           const char *without)
{
  take_message (session, quo_session_dup_with_key (session, action, with, without));
}

char *
quo_session_dup_tip (QuoSession *session, const char *action, const char *words)
{
  g_autofree char *key = quo_session_dup_key_name (session, action);

  return key != NULL ? g_strdup_printf ("%s (%s)", words, key) : g_strdup (words);
}
