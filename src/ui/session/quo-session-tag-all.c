/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was tagged once is tagged wherever its words stand, as one act. */
#include "quo-config.h"

#include "quo-session-tag-all.h"

#include "quo-session-private.h"

#include "quo-words.h"

#include <glib/gi18n.h>

void
quo_session_go_on_from_tagged (QuoSession *session)
{
  g_autofree char *tagged = g_strdup (session->selected);

  if (!quo_session_advance_name (session))
    return;
  g_free (session->just_tagged);
  session->just_tagged = g_steal_pointer (&tagged);
}

/* Leaves of @spans those at which nothing of this kind is marked in the layer. */
static void
keep_free (QuoSession *session, GArray *spans, QuoLabelKind kind)
{
  QuoSpanIndex *index = quo_document_get_index (session->document);
  guint n_free = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      QuoSpan span = g_array_index (spans, QuoSpan, i);
      g_autoptr (GPtrArray) there = quo_span_index_list (index, span);
      gboolean is_taken = FALSE;

      for (guint k = 0; k < there->len && !is_taken; k++)
        {
          const QuoAnnotation *other = g_ptr_array_index (there, k);
          is_taken = g_strcmp0 (other->layer, session->layer) == 0
                     && quo_session_get_kind (session, other) == kind;
        }
      if (!is_taken)
        g_array_index (spans, QuoSpan, n_free++) = span;
    }
  g_array_set_size (spans, n_free);
}

/* The places where the words stand and nothing of the same kind is marked in the layer. */
static GArray *
list_free_occurrences (QuoSession *session, const QuoAnnotation *annotation)
{
  GArray *spans
      = quo_occurrences (quo_document_get_text (session->document), annotation->ranges[0]);

  keep_free (session, spans, quo_session_get_kind (session, annotation));
  return spans;
}

/* What was tagged just now, while the caret is where auto-advance has put it. */
static const QuoAnnotation *
find_just_tagged (QuoSession *session)
{
  if (session->just_tagged == NULL || quo_span_is_empty (session->visited)
      || session->visited.start != session->caret || quo_session_get_selected (session) != NULL)
    return NULL;
  return quo_document_find_annotation (session->document, session->just_tagged);
}

static void
tell_to_tag_first (QuoSession *session)
{
  /* Translators: %s is a key. */
  quo_session_tell_with_key (session, "win.tag-all",
                             _ ("Tag it once first, then %s tags every occurrence"),
                             _ ("Tag it once first, then every occurrence"));
}

/* What T acts on: the selected annotation, else what was tagged just now, else the name at the
 * caret; not a quote. */
static const QuoAnnotation *
find_repeatable (QuoSession *session)
{
  const QuoAnnotation *annotation = quo_session_get_selected (session);

  if (annotation == NULL)
    annotation = find_just_tagged (session);
  if (annotation == NULL)
    annotation = quo_session_find_innermost (session, session->caret, QUO_LABEL_ENTITY);
  if (annotation == NULL || annotation->is_orphan
      || quo_tagset_find (session->tagset, annotation->type) == NULL
      || quo_session_get_kind (session, annotation) == QUO_LABEL_QUOTE)
    {
      tell_to_tag_first (session);
      return NULL;
    }
  return annotation;
}

/* "Place: 3 more “Arne”" */
static char *
dup_told (QuoSession *session, const char *type, guint n, const char *words)
{
  g_autofree char *name = quo_session_dup_label_name (session, type);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u more “%s”", "%s: %u more “%s”", n),
                          name, n, words);
}

/* "Place: “Arne”, 3 times" */
static char *
dup_told_of_all (QuoSession *session, const char *type, guint n, const char *words)
{
  g_autofree char *name = quo_session_dup_label_name (session, type);

  /* Translators: a label, words, and at how many places it was put on them. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s: “%s”, %u time", "%s: “%s”, %u times", n), name, words, n);
}

/* The name at @waiting, where auto-advance had gone, may be one of those that were tagged; else it
 * is found again. */
static void
wait_again (QuoSession *session, QuoSpan waiting)
{
  quo_session_set_selected (session, NULL);
  quo_session_put_caret (session, waiting.start);
  session->visited = QUO_SPAN (0, 0);
  quo_session_go_on_from_tagged (session);
}

/* What is tagged, and what comes after it. */
typedef struct
{
  GArray *spans;
  char *entity;        /* or NULL */
  char *select;        /* the annotation that it began with stays selected; or NULL */
  gboolean is_waiting; /* at @waiting, see wait_again() */
  QuoSpan waiting;
} Tagging;

static void
free_tagging (gpointer data)
{
  Tagging *tagging = data;

  g_array_unref (tagging->spans);
  g_free (tagging->entity);
  g_free (tagging->select);
  g_free (tagging);
}

static QuoEdit *
make_tags (QuoDocument *document, const QuoActor *actor, const QuoLabel *label,
           const Tagging *tagging)
{
  QuoEdit *edit = quo_verb_tag_all (document, actor, label, (const QuoSpan *)tagging->spans->data,
                                    tagging->spans->len, tagging->entity);

  if (edit != NULL && tagging->select != NULL)
    {
      g_free (edit->select);
      edit->select = g_strdup (tagging->select);
    }
  return edit;
}

static QuoEdit *
make_many_tags (QuoDocument *document, const QuoLargeWork *work)
{
  return make_tags (document, &work->actor, quo_tagset_find (work->tagset, work->label),
                    work->data);
}

static void
on_large_tagged (QuoSession *session, QuoEdit *edit, const QuoLargeWork *work)
{
  const Tagging *tagging = work->data;
  /* Who went elsewhere meanwhile does not wait any more. */
  gboolean is_waiting = tagging->is_waiting && find_just_tagged (session) != NULL;

  quo_session_tell_edit (session, edit, work->message);
  quo_session_emit_acted_on_many (session);
  if (is_waiting)
    wait_again (session, tagging->waiting);
}

/* @tagging and @message are taken over. */
static gboolean
carry_out (QuoSession *session, const QuoLabel *label, Tagging *tagging, char *message)
{
  QuoActor actor = quo_session_get_actor (session);
  gboolean is_done;

  if (quo_session_is_large (tagging->spans->len))
    {
      quo_session_start_large (session, QUO_ACT_APPLY,
                               &(QuoLargeWork){ .make = make_many_tags,
                                                .tagset = quo_tagset_ref (session->tagset),
                                                .label = label->id,
                                                .done = on_large_tagged,
                                                .message = message,
                                                .data = tagging,
                                                .free_data = free_tagging });
      return TRUE;
    }
  is_done = quo_session_take_edit (session, make_tags (session->document, &actor, label, tagging),
                                   message);
  if (is_done)
    quo_session_emit_acted_on_many (session);
  if (is_done && tagging->is_waiting)
    wait_again (session, tagging->waiting);
  free_tagging (tagging);
  return is_done;
}

gboolean
quo_session_tag_all (QuoSession *session)
{
  const QuoAnnotation *annotation;
  g_autoptr (GArray) spans = NULL;
  g_autofree char *words = NULL;
  Tagging *tagging;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (!quo_session_check_open (session) || !quo_session_check_free (session))
    return FALSE;
  annotation = find_repeatable (session);
  if (annotation == NULL)
    return FALSE;
  words = quo_session_dup_excerpt (session, annotation);
  spans = list_free_occurrences (session, annotation);
  if (spans->len == 0)
    {
      quo_session_set_message (session, _ ("Every “%s” is tagged already"), words);
      return FALSE;
    }
  tagging = g_new0 (Tagging, 1);
  *tagging
      = (Tagging){ .spans = g_array_ref (spans),
                   .entity = g_strdup (annotation->n_entities > 0 ? annotation->entities[0] : NULL),
                   .select = g_strdup (annotation->base.id),
                   .is_waiting = find_just_tagged (session) != NULL,
                   .waiting = session->visited };
  return carry_out (session, quo_tagset_find (session->tagset, annotation->type), tagging,
                    dup_told (session, annotation->type, spans->len, words));
}

/* "Syria" was looked for, so what was found in "Syrian" is not meant; where all of it stands in
 * longer words, that was meant. */
static void
keep_whole_words (QuoSession *session, GArray *spans)
{
  const QuoText *text = quo_document_get_text (session->document);
  g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (QuoSpan));

  for (guint i = 0; i < spans->len; i++)
    {
      QuoSpan span = g_array_index (spans, QuoSpan, i);

      if (quo_are_whole_words (text, span))
        g_array_append_val (whole, span);
    }
  if (whole->len == 0)
    return;
  g_array_set_size (spans, 0);
  g_array_append_vals (spans, whole->data, whole->len);
}

gboolean
quo_session_tag_places (QuoSession *session, const char *label, const GArray *places,
                        const char *words)
{
  const QuoLabel *wanted;
  g_autoptr (GArray) spans = NULL;
  Tagging *tagging;
  guint n_meant;

  g_return_val_if_fail (QUO_IS_SESSION (session) && label != NULL && words != NULL, FALSE);

  wanted = quo_tagset_find (session->tagset, label);
  if (wanted == NULL || !quo_session_check_open (session) || !quo_session_check_free (session))
    return FALSE;
  spans = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  g_array_append_vals (spans, places->data, places->len);
  keep_whole_words (session, spans);
  n_meant = spans->len;
  keep_free (session, spans, wanted->kind);
  if (spans->len == 0)
    {
      quo_session_set_message (session, _ ("Every “%s” is tagged already"), words);
      return FALSE;
    }
  tagging = g_new0 (Tagging, 1);
  tagging->spans = g_array_ref (spans);
  return carry_out (session, wanted, tagging,
                    spans->len == n_meant ? dup_told_of_all (session, label, spans->len, words)
                                          : dup_told (session, label, spans->len, words));
}
