/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What passes, and in what order: every order ends in that of the document, so that no two records
 * are equal in it and each has one place. */
#include "quo-config.h"

#include "quo-list-filter.h"

#include "quo-find.h"

/* So often it is asked whether the answer is still wanted. */
#define STRIDE 512

void
quo_list_filter_clear (QuoListFilter *filter)
{
  g_clear_pointer (&filter->words, g_array_unref);
  *filter = (QuoListFilter){ 0 };
}

QuoListFilter
quo_list_filter_copy (const QuoListFilter *filter)
{
  QuoListFilter copy = *filter;

  if (copy.words != NULL)
    g_array_ref (copy.words);
  return copy;
}

/* --- passing --------------------------------------------------------------------------------- */

static gboolean
has_words (const QuoListFilter *filter, const QuoText *text, const QuoAnnotation *annotation)
{
  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      QuoSpan range = annotation->ranges[i];

      if (annotation->is_kept ? quo_find_in (
              annotation->quotes[i], g_utf8_strlen (annotation->quotes[i], -1), filter->words)
                              : quo_find_in (quo_text_at (text, range.start),
                                             range.end - range.start, filter->words))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_linked_now (const QuoAnnotation *quote, gpointer session)
{
  const QuoRelation *relation = quo_document_find_relation (quo_session_get_document (session),
                                                            "quotation", "quote", quote->base.id);

  return relation != NULL && quo_relation_find_role (relation, "source") != NULL;
}

GHashTable *
quo_list_find_hidden (QuoSession *session)
{
  GPtrArray *layers
      = quo_document_get_records (quo_session_get_document (session), QUO_RECORD_LAYER);
  GHashTable *hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < layers->len; i++)
    {
      const char *id = QUO_RECORD (g_ptr_array_index (layers, i))->id;

      if (!quo_session_is_layer_shown (session, id))
        g_hash_table_add (hidden, g_strdup (id));
    }
  return hidden;
}

void
quo_list_scope_clear (QuoListScope *scope)
{
  g_clear_pointer (&scope->hidden, g_hash_table_unref);
}

QuoListScope
quo_list_scope_now (QuoSession *session)
{
  return (QuoListScope){ .text = quo_document_get_text (quo_session_get_document (session)),
                         .tagset = quo_session_get_tagset (session),
                         .hidden = quo_list_find_hidden (session),
                         .is_linked = is_linked_now,
                         .data = session };
}

static gboolean
is_unlinked (const QuoListScope *scope, const QuoAnnotation *annotation)
{
  return quo_tagset_get_kind (scope->tagset, annotation->type) == QUO_LABEL_QUOTE
         && !scope->is_linked (annotation, scope->data);
}

gboolean
quo_list_filter_has (const QuoListFilter *filter, const QuoListScope *scope,
                     const QuoAnnotation *annotation)
{
  if (filter->label != NULL && annotation->type != filter->label)
    return FALSE;
  if (filter->entity != NULL && !quo_annotation_has_entity (annotation, filter->entity))
    return FALSE;
  if ((annotation->status == QUO_STATUS_REJECTED) != (filter->state == QUO_LIST_REJECTED))
    return FALSE;
  if (filter->state == QUO_LIST_SUGGESTED && annotation->status != QUO_STATUS_SUGGESTED)
    return FALSE;
  if (filter->state == QUO_LIST_ORPHANS && !annotation->is_orphan)
    return FALSE;
  if (annotation->layer != NULL && g_hash_table_contains (scope->hidden, annotation->layer))
    return FALSE;
  if (filter->state == QUO_LIST_UNLINKED && !is_unlinked (scope, annotation))
    return FALSE;
  return filter->words == NULL || has_words (filter, scope->text, annotation);
}

/* --- order ----------------------------------------------------------------------------------- */

/* What an annotation says first. */
typedef struct
{
  QuoAnnotation *annotation;
  const char *utf8;
  guint32 n_chars;
} Words;

static Words
read_words (const QuoText *text, const QuoAnnotation *annotation)
{
  Words words = { (QuoAnnotation *)annotation, "", 0 };

  if (annotation->n_ranges == 0)
    return words;
  words.n_chars = annotation->ranges[0].end - annotation->ranges[0].start;
  words.utf8 = annotation->is_kept ? annotation->quotes[0]
                                   : quo_text_at (text, annotation->ranges[0].start);
  return words;
}

/* Letters alone, without case: a quote stands with its first word, not with all other quotes. */
static gunichar
next_letter (const char **p, guint32 *n_left)
{
  while (*n_left > 0)
    {
      gunichar c = g_utf8_get_char (*p);

      *p = g_utf8_next_char (*p);
      (*n_left)--;
      if (g_unichar_isalnum (c) || c == ' ')
        return g_unichar_tolower (c);
    }
  return 0;
}

static int
compare_words (const Words *a, const Words *b)
{
  const char *p = a->utf8, *q = b->utf8;
  guint32 n = a->n_chars, m = b->n_chars;

  for (;;)
    {
      gunichar c = next_letter (&p, &n), d = next_letter (&q, &m);

      if (c != d)
        return c < d ? -1 : 1;
      if (c == 0)
        return 0;
    }
}

static int
compare_times (const QuoAnnotation *a, const QuoAnnotation *b)
{
  QuoTime x = MAX (a->created, a->modified), y = MAX (b->created, b->modified);

  return x > y ? -1 : x < y;
}

int
quo_list_filter_compare (const QuoListFilter *filter, const QuoText *text, GPtrArray *layers,
                         const QuoAnnotation *a, const QuoAnnotation *b)
{
  int order = 0;

  if (filter->sort == QUO_SORT_LABEL)
    order = g_strcmp0 (a->type, b->type);
  else if (filter->sort == QUO_SORT_TIME)
    order = compare_times (a, b);
  else if (filter->sort == QUO_SORT_WORDS)
    {
      Words x = read_words (text, a), y = read_words (text, b);
      order = compare_words (&x, &y);
    }
  return order != 0 ? order : quo_annotation_compare (a, b, layers);
}

typedef struct
{
  const QuoListFilter *filter;
  const QuoText *text;
  GPtrArray *layers;
} Order;

static int
compare_annotations (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;

  return quo_list_filter_compare (order->filter, order->text, order->layers,
                                  *(const QuoAnnotation *const *)a,
                                  *(const QuoAnnotation *const *)b);
}

static int
compare_read_words (gconstpointer a, gconstpointer b, gpointer data)
{
  const Words *x = a, *y = b;
  int order = compare_words (x, y);

  return order != 0 ? order : quo_annotation_compare (x->annotation, y->annotation, data);
}

/* To find the place of words in the text costs more than to compare them, so it is done once. */
static void
sort_by_words (const QuoText *text, GPtrArray *layers, GPtrArray *annotations)
{
  g_autofree Words *words = g_new (Words, annotations->len);

  for (guint i = 0; i < annotations->len; i++)
    words[i] = read_words (text, annotations->pdata[i]);
  g_qsort_with_data (words, annotations->len, sizeof *words, compare_read_words, layers);
  for (guint i = 0; i < annotations->len; i++)
    annotations->pdata[i] = words[i].annotation;
}

/* What is in the order of the document already only has to be sorted by what comes before that. */
static void
sort (const QuoListFilter *filter, const QuoText *text, GPtrArray *layers, GPtrArray *annotations)
{
  Order order = { filter, text, layers };

  if (filter->sort == QUO_SORT_WORDS)
    sort_by_words (text, layers, annotations);
  else if (filter->sort != QUO_SORT_PLACE)
    g_ptr_array_sort_with_data (annotations, compare_annotations, &order);
}

GPtrArray *
quo_list_filter_find (const QuoListFilter *filter, const QuoListScope *scope,
                      GPtrArray *annotations, GPtrArray *layers, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) passing = g_ptr_array_new_with_free_func (quo_record_unref);

  for (guint i = 0; i < annotations->len; i++)
    {
      QuoAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (i % STRIDE == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (quo_list_filter_has (filter, scope, annotation))
        g_ptr_array_add (passing, quo_record_ref (annotation));
    }
  sort (filter, scope->text, layers, passing);
  return g_steal_pointer (&passing);
}
