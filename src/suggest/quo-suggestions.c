/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-suggestions-private.h"

#include <string.h>

/* What was suggested: records are made when they are asked for. */

QuoSuggestions *
quo_suggestions_new (const char *layer)
{
  QuoSuggestions *suggestions = g_new0 (QuoSuggestions, 1);

  g_atomic_ref_count_init (&suggestions->ref_count);
  suggestions->chances = g_array_new (FALSE, FALSE, sizeof (QuoChance));
  suggestions->seconds = g_array_new (FALSE, FALSE, sizeof (QuoChance));
  suggestions->entities = g_ptr_array_new_with_free_func (quo_record_unref);
  suggestions->named_entities = g_hash_table_new (g_str_hash, g_str_equal);
  suggestions->agent = quo_agent_new (&(QuoAgent){ .base.id = QUO_SUGGEST_AGENT,
                                                   .type = "software",
                                                   .name = "Quotidian",
                                                   .version = QUO_VERSION });
  suggestions->quotations = g_array_new (FALSE, FALSE, sizeof (guint32));
  suggestions->layer = g_intern_string (layer);
  return suggestions;
}

QuoSuggestions *
quo_suggestions_ref (QuoSuggestions *suggestions)
{
  g_atomic_ref_count_inc (&suggestions->ref_count);
  return suggestions;
}

void
quo_suggestions_unref (QuoSuggestions *suggestions)
{
  if (!g_atomic_ref_count_dec (&suggestions->ref_count))
    return;
  g_hash_table_unref (suggestions->named_entities);
  g_ptr_array_unref (suggestions->entities);
  g_array_unref (suggestions->quotations);
  g_clear_pointer (&suggestions->links, g_array_unref);
  g_array_unref (suggestions->chances);
  g_array_unref (suggestions->seconds);
  g_clear_pointer (&suggestions->proposals, quo_proposals_free);
  g_clear_pointer (&suggestions->strings, quo_strings_free);
  quo_record_unref (suggestions->agent);
  g_free (suggestions);
}

void
quo_suggestions_take_entity (QuoSuggestions *suggestions, QuoEntity *entity)
{
  g_ptr_array_add (suggestions->entities, entity);
  g_hash_table_insert (suggestions->named_entities, (gpointer)entity->base.id, entity);
}

static const QuoProposedLink *
get_link (const QuoSuggestions *suggestions, guint i)
{
  return &g_array_index (suggestions->links, QuoProposedLink, i);
}

void
quo_suggestions_take (QuoSuggestions *suggestions, QuoSuggesting *run)
{
  suggestions->strings = g_steal_pointer (&run->strings);
  suggestions->proposals = g_steal_pointer (&run->proposals);
  suggestions->links = g_steal_pointer (&run->links);
  for (guint32 i = 0; i < suggestions->links->len; i++)
    if (i == 0 || get_link (suggestions, i)->quote != get_link (suggestions, i - 1)->quote)
      g_array_append_val (suggestions->quotations, i);
}

guint
quo_suggestions_count_annotations (const QuoSuggestions *suggestions)
{
  return suggestions->proposals != NULL ? quo_proposals_get_length (suggestions->proposals) : 0;
}

guint
quo_suggestions_count_relations (const QuoSuggestions *suggestions)
{
  return suggestions->quotations->len;
}

/* --- Records --- */

static void
format_score (double score, char buffer[G_ASCII_DTOSTR_BUF_SIZE])
{
  g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.2g", score);
}

QuoAnnotation *
quo_suggestions_dup_annotation (const QuoSuggestions *suggestions, guint i, const char *layer)
{
  QuoProposal proposal;
  char score[G_ASCII_DTOSTR_BUF_SIZE], id[QUO_PROPOSED_ID_SIZE];
  QuoFrom from = { .agent = QUO_SUGGEST_AGENT, .score = score };
  QuoValue form = { 0 };
  const QuoAttr attr = { .name = "form", .values = &form, .n_values = 1 };

  g_return_val_if_fail (i < quo_suggestions_count_annotations (suggestions), NULL);
  quo_proposals_read (suggestions->proposals, i, &proposal);
  quo_proposals_write_id (suggestions->proposals, i, id);
  format_score (proposal.score, score);
  from.rule = proposal.rule;
  form.text = proposal.form;
  return quo_annotation_new (&(QuoAnnotation){ .base.id = id,
                                               .layer = layer != NULL ? layer : suggestions->layer,
                                               .type = proposal.type,
                                               .ranges = proposal.ranges,
                                               .n_ranges = proposal.n_ranges,
                                               .entities = &proposal.identity,
                                               .n_entities = proposal.identity != NULL,
                                               .attrs = &attr,
                                               .n_attrs = proposal.form != NULL,
                                               .status = QUO_STATUS_SUGGESTED,
                                               .conf = score,
                                               .by = QUO_SUGGEST_AGENT,
                                               .from = &from });
}

static const char *
get_id (const QuoSuggestions *suggestions, QuoRef ref, char id[QUO_PROPOSED_ID_SIZE])
{
  return quo_ref_get_id (ref, suggestions->proposals, suggestions->strings, id);
}

/* The links of relation @i: from here to before *ret_end. */
static guint
get_links (const QuoSuggestions *suggestions, guint i, guint *ret_end)
{
  const GArray *quotations = suggestions->quotations;

  *ret_end = i + 1 < quotations->len ? g_array_index (quotations, guint32, i + 1)
                                     : suggestions->links->len;
  return g_array_index (quotations, guint32, i);
}

/* A quotation in the making. */
typedef struct
{
  QuoRole roles[4]; /* addressee, cue, quote and source */
  guint n_roles;
  double score;         /* that of the least likely link */
  const char **members; /* of all roles; n_members */
  guint n_members;
  char (*ids)[QUO_PROPOSED_ID_SIZE]; /* room for those of proposals */
} Quotation;

/* Adds the id to the role, which is the last one or a new one. */
static void
add_member (Quotation *quotation, const char *role, const char *id)
{
  QuoRole *last = quotation->n_roles > 0 ? &quotation->roles[quotation->n_roles - 1] : NULL;

  if (last == NULL || strcmp (last->name, role) != 0)
    {
      last = &quotation->roles[quotation->n_roles++];
      *last = (QuoRole){ .name = role, .members = &quotation->members[quotation->n_members] };
    }
  else if (quo_role_has (last, id))
    return;
  quotation->members[quotation->n_members++] = id;
  last->n_members++;
}

static int
compare_roles (gconstpointer a, gconstpointer b)
{
  return strcmp (((const QuoRole *)a)->name, ((const QuoRole *)b)->name);
}

/* Reads the members of each role from the links of one quote: those of a role come together. */
static void
gather_roles (Quotation *quotation, const QuoSuggestions *suggestions, guint first, guint end)
{
  add_member (quotation, "quote",
              get_id (suggestions, get_link (suggestions, first)->quote, quotation->ids[0]));
  quotation->score = 1;
  for (guint i = first; i < end; i++)
    {
      const QuoProposedLink *link = get_link (suggestions, i);

      quotation->score = MIN (quotation->score, link->score);
      add_member (quotation, quo_link_role_get_name (link->role),
                  get_id (suggestions, link->member, quotation->ids[i - first + 1]));
    }
  qsort (quotation->roles, quotation->n_roles, sizeof (QuoRole), compare_roles);
}

QuoRelation *
quo_suggestions_dup_relation (const QuoSuggestions *suggestions, guint i, const char *layer)
{
  char score[G_ASCII_DTOSTR_BUF_SIZE];
  const QuoFrom from = { .agent = QUO_SUGGEST_AGENT, .rule = "speaker", .score = score };
  g_autofree char *id = NULL;
  Quotation quotation = { 0 };
  QuoRelation *relation;
  guint first, end;

  g_return_val_if_fail (i < suggestions->quotations->len, NULL);
  first = get_links (suggestions, i, &end);
  quotation.members = g_new (const char *, end - first + 1);
  quotation.ids = g_malloc_n (end - first + 1, sizeof *quotation.ids);
  gather_roles (&quotation, suggestions, first, end);
  id = g_strconcat ("r", quotation.members[0], NULL);
  format_score (quotation.score, score);
  relation = quo_relation_new (&(QuoRelation){ .base.id = id,
                                               .layer = layer != NULL ? layer : suggestions->layer,
                                               .type = "quotation",
                                               .roles = quotation.roles,
                                               .n_roles = quotation.n_roles,
                                               .status = QUO_STATUS_SUGGESTED,
                                               .conf = score,
                                               .by = QUO_SUGGEST_AGENT,
                                               .from = &from });
  g_free (quotation.ids);
  g_free (quotation.members);
  return relation;
}

/* --- By id --- */

static gint
find_annotation (const QuoSuggestions *suggestions, const char *id)
{
  return id != NULL && suggestions->proposals != NULL
             ? quo_proposals_find (suggestions->proposals, id)
             : -1;
}

/* The relation of the quote; -1: there is none. */
static gint
find_quotation (const QuoSuggestions *suggestions, const char *quote)
{
  guint low = 0, high = suggestions->quotations->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2, end;
      char buffer[QUO_PROPOSED_ID_SIZE];
      guint first = get_links (suggestions, middle, &end);
      int order
          = strcmp (quote, get_id (suggestions, get_link (suggestions, first)->quote, buffer));

      if (order == 0)
        return (gint)middle;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return -1;
}

/* The relation with this id, which is "r" and that of its quote. */
static gint
find_relation (const QuoSuggestions *suggestions, const char *id)
{
  return id != NULL && *id == 'r' ? find_quotation (suggestions, id + 1) : -1;
}

gpointer
quo_suggestions_dup (const QuoSuggestions *suggestions, const char *id)
{
  gint annotation = find_annotation (suggestions, id), relation;
  gpointer entity;

  if (annotation >= 0)
    return quo_suggestions_dup_annotation (suggestions, (guint)annotation, NULL);
  relation = find_relation (suggestions, id);
  if (relation >= 0)
    return quo_suggestions_dup_relation (suggestions, (guint)relation, NULL);
  entity = id != NULL ? g_hash_table_lookup (suggestions->named_entities, id) : NULL;
  return entity != NULL ? quo_record_ref (entity) : NULL;
}

QuoRelation *
quo_suggestions_dup_quotation (const QuoSuggestions *suggestions, const char *quote)
{
  gint i = find_quotation (suggestions, quote);

  return i >= 0 ? quo_suggestions_dup_relation (suggestions, (guint)i, NULL) : NULL;
}

gboolean
quo_suggestions_have_entity (const QuoSuggestions *suggestions, const char *id)
{
  return suggestions->proposals != NULL && quo_proposals_have_identity (suggestions->proposals, id);
}

const char *
quo_suggestions_get_reason (const QuoSuggestions *suggestions, const char *id)
{
  gint annotation = find_annotation (suggestions, id), relation;
  QuoProposal proposal;
  guint end;

  if (annotation >= 0)
    {
      quo_proposals_read (suggestions->proposals, (guint)annotation, &proposal);
      return proposal.reason;
    }
  relation = find_relation (suggestions, id);
  if (relation < 0)
    return NULL;
  return quo_strings_get (
      suggestions->strings,
      get_link (suggestions, get_links (suggestions, (guint)relation, &end))->reason);
}

double
quo_suggestions_get_score (const QuoSuggestions *suggestions, const char *id)
{
  g_autoptr (QuoRecord) record = quo_suggestions_dup (suggestions, id);
  const char *conf = NULL;

  if (record != NULL && record->kind == QUO_RECORD_ANNOTATION)
    conf = ((const QuoAnnotation *)record)->conf;
  else if (record != NULL && record->kind == QUO_RECORD_RELATION)
    conf = ((const QuoRelation *)record)->conf;
  return conf != NULL ? g_ascii_strtod (conf, NULL) : 0;
}

gboolean
quo_suggestions_is_helper (const QuoSuggestions *suggestions, const char *id)
{
  gint i = find_annotation (suggestions, id);

  return i >= 0 && quo_proposals_is_helper (suggestions->proposals, (guint)i);
}
