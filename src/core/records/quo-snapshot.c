/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article with all its records at one moment.
 *
 * Once handed on nothing in it changes but the table of ids, which the first thread that asks for
 * an id builds and publishes in one atomic step. */
#include "quo-snapshot.h"

#include <string.h>

/* Between the parts of an interrupted annotation, where people read it. */
#define PART_SEPARATOR " … "

QuoSnapshot *
quo_snapshot_new (QuoArticle *article, QuoHeader *header)
{
  QuoSnapshot *snapshot = g_new0 (QuoSnapshot, 1);

  g_atomic_ref_count_init (&snapshot->ref_count);
  snapshot->article = article != NULL ? quo_article_ref (article) : NULL;
  snapshot->header = header != NULL ? quo_header_ref (header) : quo_header_new ();
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    snapshot->records[kind] = g_ptr_array_new_with_free_func (quo_record_unref);
  return snapshot;
}

QuoSnapshot *
quo_snapshot_ref (QuoSnapshot *snapshot)
{
  g_return_val_if_fail (snapshot != NULL, NULL);
  g_atomic_ref_count_inc (&snapshot->ref_count);
  return snapshot;
}

void
quo_snapshot_unref (QuoSnapshot *snapshot)
{
  g_return_if_fail (snapshot != NULL);
  if (!g_atomic_ref_count_dec (&snapshot->ref_count))
    return;
  g_clear_pointer (&snapshot->table, g_hash_table_unref);
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    g_ptr_array_unref (snapshot->records[kind]);
  g_clear_pointer (&snapshot->article, quo_article_unref);
  quo_header_unref (snapshot->header);
  g_free (snapshot);
}

void
quo_snapshot_take (QuoSnapshot *snapshot, gpointer record)
{
  g_return_if_fail (snapshot != NULL && record != NULL);
  g_clear_pointer (&snapshot->table, g_hash_table_unref);
  g_ptr_array_add (snapshot->records[QUO_RECORD (record)->kind], record);
}

/* Where the layer stands in the list of layers; -1 when it is not in it. Names of layers are
 * interned in annotations but not as ids of layers. */
static int
get_layer_order (GPtrArray *layers, const char *id)
{
  for (guint i = 0; id != NULL && layers != NULL && i < layers->len; i++)
    if (strcmp (QUO_RECORD (g_ptr_array_index (layers, i))->id, id) == 0)
      return i;
  return -1;
}

int
quo_annotation_compare (const QuoAnnotation *a, const QuoAnnotation *b, GPtrArray *layers)
{
  QuoSpan x = quo_annotation_get_hull (a), y = quo_annotation_get_hull (b);
  int order;

  if (x.start != y.start)
    return x.start < y.start ? -1 : 1;
  if (x.end != y.end)
    return x.end > y.end ? -1 : 1;
  if (a->layer != b->layer)
    {
      order = get_layer_order (layers, a->layer) - get_layer_order (layers, b->layer);
      if (order != 0)
        return order;
    }
  order = g_strcmp0 (a->type, b->type);
  return order != 0 ? order : strcmp (a->base.id, b->base.id);
}

static int
compare_elements (gconstpointer a, gconstpointer b, gpointer layers)
{
  return quo_annotation_compare (*(const QuoAnnotation *const *)a, *(const QuoAnnotation *const *)b,
                                 layers);
}

void
quo_snapshot_sort (QuoSnapshot *snapshot)
{
  GPtrArray *annotations, *layers;

  g_return_if_fail (snapshot != NULL);
  annotations = snapshot->records[QUO_RECORD_ANNOTATION];
  layers = snapshot->records[QUO_RECORD_LAYER];
  /* What a sidecar holds is mostly in order already. */
  for (guint i = 1; i < annotations->len; i++)
    if (compare_elements (&annotations->pdata[i - 1], &annotations->pdata[i], layers) > 0)
      {
        g_ptr_array_sort_with_data (annotations, compare_elements, layers);
        return;
      }
}

static GHashTable *
build_table (QuoSnapshot *snapshot)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < snapshot->records[kind]->len; i++)
      {
        QuoRecord *record = g_ptr_array_index (snapshot->records[kind], i);

        if (!g_hash_table_contains (table, record->id))
          g_hash_table_insert (table, (gpointer)record->id, record);
      }
  return table;
}

gpointer
quo_snapshot_find (QuoSnapshot *snapshot, const char *id)
{
  GHashTable *table;

  g_return_val_if_fail (snapshot != NULL, NULL);
  if (id == NULL)
    return NULL;
  table = g_atomic_pointer_get (&snapshot->table);
  if (table == NULL)
    {
      table = build_table (snapshot);
      if (!g_atomic_pointer_compare_and_exchange (&snapshot->table, NULL, table))
        {
          g_hash_table_unref (table); /* another thread was first */
          table = g_atomic_pointer_get (&snapshot->table);
        }
    }
  return g_hash_table_lookup (table, id);
}

guint
quo_snapshot_count (const QuoSnapshot *snapshot, QuoRecordKind kind)
{
  g_return_val_if_fail (snapshot != NULL && (guint)kind < QUO_N_RECORD_KINDS, 0);
  return snapshot->records[kind]->len;
}

static char *
dup_range (const QuoAnnotation *annotation, const QuoText *text, guint i)
{
  if (annotation->is_kept && annotation->quotes != NULL)
    return g_strdup (annotation->quotes[i] != NULL ? annotation->quotes[i] : "");
  return text != NULL ? quo_text_dup (text, annotation->ranges[i]) : g_strdup ("");
}

static const QuoText *
get_text (const QuoSnapshot *snapshot)
{
  return snapshot->article != NULL ? snapshot->article->text : NULL;
}

char *
quo_snapshot_dup_quote (const QuoSnapshot *snapshot, const QuoAnnotation *annotation, guint i)
{
  g_return_val_if_fail (snapshot != NULL && i < annotation->n_ranges, NULL);
  return dup_range (annotation, get_text (snapshot), i);
}

/* The text of the span, NULL when it is empty or there is no text. */
static char *
dup_context (const QuoSnapshot *snapshot, QuoSpan span)
{
  if (snapshot->article == NULL || quo_span_is_empty (span))
    return NULL;
  return quo_text_dup (snapshot->article->text, span);
}

char *
quo_snapshot_dup_pre (const QuoSnapshot *snapshot, const QuoAnnotation *annotation)
{
  guint32 end;

  g_return_val_if_fail (snapshot != NULL && annotation != NULL, NULL);
  if (annotation->is_kept)
    return g_strdup (annotation->pre);
  end = quo_annotation_get_hull (annotation).start;
  return dup_context (snapshot,
                      QUO_SPAN (end > QUO_CONTEXT_LENGTH ? end - QUO_CONTEXT_LENGTH : 0, end));
}

char *
quo_snapshot_dup_suf (const QuoSnapshot *snapshot, const QuoAnnotation *annotation)
{
  guint32 start, length;

  g_return_val_if_fail (snapshot != NULL && annotation != NULL, NULL);
  if (annotation->is_kept)
    return g_strdup (annotation->suf);
  if (snapshot->article == NULL)
    return NULL;
  start = quo_annotation_get_hull (annotation).end;
  length = quo_text_get_length (snapshot->article->text);
  if (start >= length)
    return NULL;
  return dup_context (snapshot, QUO_SPAN (start, start + MIN (QUO_CONTEXT_LENGTH, length - start)));
}

/* Appends @s with every run of white space as one blank, and none at either end. */
static void
append_in_line (GString *line, const char *s)
{
  gsize start = line->len;
  gboolean is_pending = FALSE;

  for (; *s != '\0'; s = g_utf8_next_char (s))
    if (g_unichar_isspace (g_utf8_get_char (s)))
      is_pending = line->len > start;
    else
      {
        if (is_pending)
          g_string_append_c (line, ' ');
        is_pending = FALSE;
        g_string_append_len (line, s, g_utf8_next_char (s) - s);
      }
}

char *
quo_annotation_dup_excerpt (const QuoAnnotation *annotation, const QuoText *text)
{
  GString *line;

  g_return_val_if_fail (annotation != NULL, NULL);
  line = g_string_new (NULL);
  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      g_autofree char *part = dup_range (annotation, text, i);

      if (i > 0)
        g_string_append (line, PART_SEPARATOR);
      append_in_line (line, part);
    }
  return g_string_free (line, FALSE);
}

char *
quo_snapshot_dup_excerpt (const QuoSnapshot *snapshot, const QuoAnnotation *annotation)
{
  g_return_val_if_fail (snapshot != NULL, NULL);
  return quo_annotation_dup_excerpt (annotation, get_text (snapshot));
}

/* Copies to @kept the members of the role that are entities or annotations of the layer; tells how
 * many. */
static guint
filter_members (QuoSnapshot *snapshot, const char *layer, const QuoRole *role, const char **kept)
{
  guint n = 0;

  for (guint i = 0; i < role->n_members; i++)
    {
      const QuoRecord *member = quo_snapshot_find (snapshot, role->members[i]);
      gboolean is_in = member != NULL && member->kind == QUO_RECORD_ENTITY;

      if (member != NULL && member->kind == QUO_RECORD_ANNOTATION)
        is_in = g_strcmp0 (((const QuoAnnotation *)member)->layer, layer) == 0;
      if (is_in)
        kept[n++] = role->members[i];
    }
  return n;
}

/* (transfer full) (nullable): the relation as it is within the layer. */
static QuoRelation *
filter_relation (QuoSnapshot *snapshot, const char *layer, const QuoRelation *relation)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_free);
  g_autofree QuoRole *roles = g_new0 (QuoRole, relation->n_roles);
  QuoRelation filtered = *relation;
  gboolean is_same = TRUE;
  guint n = 0;

  for (guint i = 0; i < relation->n_roles; i++)
    {
      const QuoRole *role = &relation->roles[i];
      const char **kept = g_new (const char *, role->n_members);
      guint n_kept = filter_members (snapshot, layer, role, kept);

      g_ptr_array_add (lists, kept);
      is_same = is_same && n_kept == role->n_members;
      if (n_kept > 0)
        roles[n++] = (QuoRole){ role->name, kept, n_kept };
    }
  if (n == 0)
    return NULL;
  if (is_same)
    return quo_record_ref ((gpointer)relation);
  filtered.roles = roles;
  filtered.n_roles = n;
  return quo_relation_new (&filtered);
}

/* Whether a record that belongs to a layer belongs to this one; the others belong to all. */
static gboolean
is_in_layer (const QuoRecord *record, const char *layer)
{
  const char *own;

  switch ((QuoRecordKind)record->kind)
    {
    case QUO_RECORD_ANNOTATION:
      own = ((const QuoAnnotation *)record)->layer;
      break;
    case QUO_RECORD_RELATION:
      own = ((const QuoRelation *)record)->layer;
      break;
    case QUO_RECORD_NOTE:
      own = ((const QuoNote *)record)->layer;
      break;
    case QUO_RECORD_AGENT:
    case QUO_RECORD_LAYER:
    case QUO_RECORD_ENTITY:
    default:
      return TRUE;
    }
  return g_strcmp0 (own, layer) == 0;
}

QuoSnapshot *
quo_snapshot_filter_layer (QuoSnapshot *snapshot, const char *id)
{
  QuoSnapshot *filtered;

  g_return_val_if_fail (snapshot != NULL && id != NULL, NULL);
  filtered = quo_snapshot_new (snapshot->article, snapshot->header);
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < snapshot->records[kind]->len; i++)
      {
        QuoRecord *record = g_ptr_array_index (snapshot->records[kind], i);

        if (!is_in_layer (record, id))
          continue;
        record = kind == QUO_RECORD_RELATION
                     ? (QuoRecord *)filter_relation (snapshot, id, (QuoRelation *)record)
                     : quo_record_ref (record);
        if (record != NULL)
          quo_snapshot_take (filtered, record);
      }
  return filtered;
}
