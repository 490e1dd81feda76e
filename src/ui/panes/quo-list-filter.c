/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What passes, and in what order: every order ends in that of the document, so that no two records
 * are equal in it and each has one place. */
#include "quo-config.h"

#include "quo-list-filter.h"

#include "quo-find.h"

void
quo_list_filter_clear (QuoListFilter *filter)
{
  g_clear_pointer (&filter->words, g_array_unref);
  *filter = (QuoListFilter){ 0 };
}

/* --- passing --------------------------------------------------------------------------------- */

static gboolean
has_words (const QuoListFilter *filter, QuoText *text, const QuoAnnotation *annotation)
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
is_unlinked (QuoSession *session, const QuoAnnotation *annotation)
{
  const QuoRelation *relation;

  if (quo_tagset_get_kind (quo_session_get_tagset (session), annotation->type) != QUO_LABEL_QUOTE)
    return FALSE;
  relation = quo_document_find_relation (quo_session_get_document (session), "quotation", "quote",
                                         annotation->base.id);
  return relation == NULL || quo_relation_find_role (relation, "source") == NULL;
}

gboolean
quo_list_filter_has (const QuoListFilter *filter, QuoSession *session,
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
  if (!quo_session_is_layer_shown (session, annotation->layer))
    return FALSE;
  if (filter->state == QUO_LIST_UNLINKED && !is_unlinked (session, annotation))
    return FALSE;
  return filter->words == NULL
         || has_words (filter, quo_document_get_text (quo_session_get_document (session)),
                       annotation);
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
read_words (QuoText *text, const QuoAnnotation *annotation)
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
quo_list_filter_compare (const QuoListFilter *filter, QuoText *text, GPtrArray *layers,
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
  QuoText *text;
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
sort_by_words (QuoText *text, GPtrArray *layers, GPtrArray *annotations)
{
  g_autofree Words *words = g_new (Words, annotations->len);

  for (guint i = 0; i < annotations->len; i++)
    words[i] = read_words (text, annotations->pdata[i]);
  g_qsort_with_data (words, annotations->len, sizeof *words, compare_read_words, layers);
  for (guint i = 0; i < annotations->len; i++)
    annotations->pdata[i] = words[i].annotation;
}

void
quo_list_filter_sort (const QuoListFilter *filter, QuoText *text, GPtrArray *layers,
                      GPtrArray *annotations)
{
  Order order = { filter, text, layers };

  if (filter->sort == QUO_SORT_WORDS)
    sort_by_words (text, layers, annotations);
  else if (filter->sort != QUO_SORT_PLACE)
    g_ptr_array_sort_with_data (annotations, compare_annotations, &order);
}
