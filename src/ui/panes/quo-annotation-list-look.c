/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking for the annotations that pass the filter of the list: at once where that is quick, else
 * in a thread, over a snapshot. Invariant: `looking` is of the search whose answer is waited for;
 * an older one's is cancelled. */
#include "quo-config.h"

#include "quo-annotation-list-private.h"

#include "quo-list-query.h"

void
quo_annotation_list_stop_looking (QuoAnnotationList *list)
{
  if (list->looking == NULL)
    return;
  g_cancellable_cancel (list->looking);
  g_clear_object (&list->looking);
}

/* Found are those that pass what was wanted. */
static void
take_found (QuoAnnotationList *list, GPtrArray *found)
{
  quo_list_filter_clear (&list->filter);
  list->filter = quo_list_filter_copy (&list->wanted);
  quo_annotation_list_tell_looked (list, quo_annotation_list_take_shown (list, found));
}

static void
look_in_thread (GTask *task, gpointer source, gpointer query, GCancellable *cancellable)
{
  g_task_return_pointer (task, quo_list_query_run (query, cancellable),
                         (GDestroyNotify)g_ptr_array_unref);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuoAnnotationList) list = data; /* given up here and not in the thread */
  GPtrArray *found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_get_cancellable (G_TASK (result)) != list->looking)
    {
      g_clear_pointer (&found, g_ptr_array_unref);
      return;
    }
  g_clear_object (&list->looking);
  take_found (list, found);
}

static void
look_later (QuoAnnotationList *list)
{
  g_autoptr (GTask) task = NULL;

  list->looking = g_cancellable_new ();
  task = g_task_new (NULL, list->looking, on_looked, g_object_ref (list));
  g_task_set_task_data (task, quo_list_query_new (&list->wanted, list->session),
                        (GDestroyNotify)quo_list_query_free);
  g_task_run_in_thread (task, look_in_thread);
}

/* To read words, or to sort, takes long. */
static gboolean
is_quick (QuoAnnotationList *list, const QuoListFilter *filter)
{
  return quo_document_count (list->document, QUO_RECORD_ANNOTATION) <= QUO_LIST_AT_ONCE
         || (filter->words == NULL && filter->sort == QUO_SORT_PLACE);
}

static GPtrArray *
find_now (QuoAnnotationList *list, const QuoListFilter *filter)
{
  g_auto (QuoListScope) scope = quo_list_scope_now (list->session);

  return quo_list_filter_find (filter, &scope,
                               quo_document_get_records (list->document, QUO_RECORD_ANNOTATION),
                               quo_document_get_records (list->document, QUO_RECORD_LAYER), NULL);
}

void
quo_annotation_list_look (QuoAnnotationList *list)
{
  quo_annotation_list_stop_looking (list);
  if (list->document == NULL || list->document != quo_session_get_document (list->session))
    return;
  if (is_quick (list, &list->wanted))
    take_found (list, find_now (list, &list->wanted));
  else
    look_later (list);
}

/* What is gone may not stay in the list until all is looked through again. */
static void
drop_gone (QuoAnnotationList *list, QuoEdit *edit)
{
  GPtrArray *left = g_ptr_array_new_with_free_func (quo_record_unref);

  for (guint i = 0; i < list->shown->len; i++)
    {
      QuoRecord *record = g_ptr_array_index (list->shown, i);

      if (quo_edit_find (edit, record->id, record) == record)
        g_ptr_array_add (left, quo_record_ref (record));
    }
  quo_annotation_list_take_shown (list, left);
}

void
quo_annotation_list_look_again (QuoAnnotationList *list, QuoEdit *edit)
{
  if (is_quick (list, &list->filter))
    {
      if (quo_annotation_list_take_shown (list, find_now (list, &list->filter)))
        quo_annotation_list_tell_looked (list, TRUE);
    }
  else
    {
      drop_gone (list, edit);
      quo_annotation_list_look (list);
    }
}
