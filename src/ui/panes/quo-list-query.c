/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which annotations of a snapshot pass, in what order. Nothing in it is shared with the session. */
#include "quo-config.h"

#include "quo-list-query.h"

struct QuoListQuery
{
  QuoListFilter filter;
  QuoSnapshot *snapshot;
  QuoTagset *tagset;
  GHashTable *hidden; /* set of ids of layers */
  GHashTable *linked; /* set of ids of quotes, borrowed from relations; NULL until it is needed */
};

QuoListQuery *
quo_list_query_new (const QuoListFilter *filter, QuoSession *session)
{
  QuoListQuery *query = g_new0 (QuoListQuery, 1);

  query->filter = quo_list_filter_copy (filter);
  query->snapshot = quo_document_snapshot (quo_session_get_document (session));
  query->tagset = quo_tagset_ref (quo_session_get_tagset (session));
  query->hidden = quo_list_find_hidden (session);
  return query;
}

void
quo_list_query_free (QuoListQuery *query)
{
  quo_list_filter_clear (&query->filter);
  quo_snapshot_unref (query->snapshot);
  quo_tagset_unref (query->tagset);
  g_hash_table_unref (query->hidden);
  g_clear_pointer (&query->linked, g_hash_table_unref);
  g_free (query);
}

/* As the document has it, the first relation of a quote counts. */
static void
find_linked (QuoListQuery *query)
{
  GPtrArray *relations = query->snapshot->records[QUO_RECORD_RELATION];
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  query->linked = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < relations->len; i++)
    {
      const QuoRelation *relation = g_ptr_array_index (relations, i);
      const QuoRole *quotes = quo_relation_find_role (relation, "quote");

      if (g_strcmp0 (relation->type, "quotation") != 0)
        continue;
      for (guint k = 0; quotes != NULL && k < quotes->n_members; k++)
        if (g_hash_table_add (seen, (gpointer)quotes->members[k])
            && quo_relation_find_role (relation, "source") != NULL)
          g_hash_table_add (query->linked, (gpointer)quotes->members[k]);
    }
}

static gboolean
is_linked (const QuoAnnotation *quote, gpointer data)
{
  QuoListQuery *query = data;

  if (query->linked == NULL)
    find_linked (query);
  return g_hash_table_contains (query->linked, quote->base.id);
}

GPtrArray *
quo_list_query_run (QuoListQuery *query, GCancellable *cancellable)
{
  const QuoListScope scope = { .text = query->snapshot->article->text,
                               .tagset = query->tagset,
                               .hidden = query->hidden,
                               .is_linked = is_linked,
                               .data = query };

  return quo_list_filter_find (&query->filter, &scope,
                               query->snapshot->records[QUO_RECORD_ANNOTATION],
                               query->snapshot->records[QUO_RECORD_LAYER], cancellable);
}
