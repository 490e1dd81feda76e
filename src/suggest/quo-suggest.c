/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-suggestions-private.h"

#include "quo-error.h"
#include "quo-tagset-file.h"

#include <glib/gi18n.h>
#include <string.h>

/* Runs the suggesters and merges what they propose into records.
 *
 * Of entities on the same words only the likeliest stays; what was linked to another one is then
 * linked to that. Everything is ordered by score, place and id, so that the result does not depend
 * on anything but the snapshot. */

#define LAYER "suggested" /* of a sidecar that has no open layer yet */

/* --- Overlapping entities --- */

/* Likelier first; what stands for itself before helpers of the same words; longer first. */
/* From this on what people have accepted says how far a name goes. */
#define KNOWN_WHOLE 0.8

static int
compare_proposals (gconstpointer a, gconstpointer b)
{
  const QuoProposal *x = *(QuoProposal *const *)a, *y = *(QuoProposal *const *)b;

  if (x->is_helper != y->is_helper)
    return x->is_helper ? 1 : -1;
  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (x->ranges[0].start != y->ranges[0].start)
    return x->ranges[0].start < y->ranges[0].start ? -1 : 1;
  if (x->ranges[0].end != y->ranges[0].end)
    return x->ranges[0].end > y->ranges[0].end ? -1 : 1;
  return strcmp (x->type, y->type);
}

static gboolean
is_entity (const QuoSuggesting *run, const QuoProposal *proposal)
{
  return quo_tagset_get_kind (run->tagset, proposal->type) == QUO_LABEL_ENTITY;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const QuoProposal *x = *(QuoProposal *const *)a, *y = *(QuoProposal *const *)b;

  if (x->ranges[0].start != y->ranges[0].start)
    return x->ranges[0].start < y->ranges[0].start ? -1 : 1;
  return compare_proposals (a, b);
}

/* Whether @proposal is more than @other and has been accepted elsewhere as it is: people have said
 * how far such a name goes, "Professor Eastman" and not "Eastman". */
static gboolean
is_known_whole (const QuoProposal *proposal, const QuoProposal *other)
{
  return g_strcmp0 (proposal->rule, "known") == 0 && g_strcmp0 (other->rule, "known") != 0
         && proposal->score >= KNOWN_WHOLE
         && quo_span_contains (proposal->ranges[0], other->ranges[0])
         && !quo_span_equal (proposal->ranges[0], other->ranges[0]);
}

static void
drop_parts_of_known (GHashTable *replaced, GPtrArray *group)
{
  for (guint i = 0; i < group->len; i++)
    for (guint k = group->len; k > 0; k--)
      {
        const QuoProposal *whole = g_ptr_array_index (group, i);
        const QuoProposal *part = g_ptr_array_index (group, k - 1);

        if (!is_known_whole (whole, part))
          continue;
        g_hash_table_insert (replaced, (gpointer)part->id, (gpointer)whole->id);
        g_ptr_array_remove_index (group, k - 1);
        i -= k - 1 < i;
      }
}

/* Whether the words name somebody by a noun, and @part is in them: "U.S." of "U.S. officials". */
static gboolean
is_nominal_with (const QuoProposal *whole, const QuoProposal *part)
{
  return g_strcmp0 (whole->form, "nominal") == 0
         && quo_span_contains (whole->ranges[0], part->ranges[0])
         && !quo_span_equal (whole->ranges[0], part->ranges[0]);
}

static gboolean
do_compete (const QuoProposal *a, const QuoProposal *b)
{
  return quo_span_overlaps (a->ranges[0], b->ranges[0]) && !is_nominal_with (a, b)
         && !is_nominal_with (b, a);
}

/* Each proposal of a group gives way to the best one of those that stay and that it overlaps. */
static void
settle_group (GHashTable *replaced, GPtrArray *group)
{
  guint n_kept = 0;

  drop_parts_of_known (replaced, group);
  g_ptr_array_sort (group, compare_proposals);
  for (guint i = 0; i < group->len; i++)
    {
      QuoProposal *proposal = g_ptr_array_index (group, i);
      guint k = 0;

      while (k < n_kept && !do_compete (g_ptr_array_index (group, k), proposal))
        k++;
      if (k < n_kept)
        g_hash_table_insert (replaced, (gpointer)proposal->id,
                             (gpointer)((QuoProposal *)g_ptr_array_index (group, k))->id);
      else
        group->pdata[n_kept++] = proposal;
    }
}

/* (transfer full): id of a proposal that goes to the one on the same words which stays. */
static GHashTable *
find_replaced (QuoSuggesting *run)
{
  GHashTable *replaced = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GPtrArray) group = g_ptr_array_new ();
  guint32 end = 0;

  for (guint i = 0; i < run->proposals->len; i++)
    if (is_entity (run, g_ptr_array_index (run->proposals, i)))
      g_ptr_array_add (sorted, g_ptr_array_index (run->proposals, i));
  g_ptr_array_sort (sorted, compare_starts);
  for (guint i = 0; i < sorted->len; i++)
    {
      QuoProposal *proposal = g_ptr_array_index (sorted, i);

      if (proposal->ranges[0].start >= end)
        {
          settle_group (replaced, group);
          g_ptr_array_set_size (group, 0);
        }
      g_ptr_array_add (group, proposal);
      end = MAX (end, proposal->ranges[0].end);
    }
  settle_group (replaced, group);
  return replaced;
}

/* --- Records --- */

typedef struct
{
  QuoSuggesting *run;
  QuoSuggestions *suggestions;
  const char *layer;
  GHashTable *replaced;
  GHashTable *wanted;     /* set of ids of proposals that something is linked to */
  GHashTable *identities; /* id to QuoEntity, of those that are proposed and not made yet */
} Making;

static const char *
follow (const Making *making, const char *id)
{
  const char *other;

  while ((other = g_hash_table_lookup (making->replaced, id)) != NULL)
    id = other;
  return id;
}

static void
format_score (double score, char buffer[G_ASCII_DTOSTR_BUF_SIZE])
{
  g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.2g", score);
}

/* The entity @id, if it is a proposed one that is not made yet. */
static void
add_entity (Making *making, const char *id)
{
  const QuoEntity *entity = g_hash_table_lookup (making->identities, id);
  const QuoFrom from = { .agent = QUO_SUGGEST_AGENT };
  QuoEntity fields, *record;

  if (entity == NULL)
    return;
  g_hash_table_remove (making->identities, id);
  fields = *entity;
  fields.by = QUO_SUGGEST_AGENT;
  fields.from = &from;
  record = quo_entity_new (&fields);
  g_ptr_array_add (making->suggestions->entities, record);
  quo_suggestions_know (making->suggestions, record, NULL, FALSE);
}

static void
add_annotation (Making *making, const QuoProposal *proposal)
{
  char score[G_ASCII_DTOSTR_BUF_SIZE];
  const QuoFrom from = { .agent = QUO_SUGGEST_AGENT, .rule = proposal->rule, .score = score };
  const QuoValue form = { .text = proposal->form };
  const QuoAttr attr = { .name = "form", .values = &form, .n_values = 1 };
  QuoAnnotation fields = {
    .base.id = proposal->id,
    .layer = making->layer,
    .type = proposal->type,
    .ranges = proposal->ranges,
    .n_ranges = proposal->n_ranges,
    .entities = &proposal->identity,
    .n_entities = proposal->identity != NULL,
    .attrs = &attr,
    .n_attrs = proposal->form != NULL,
    .status = QUO_STATUS_SUGGESTED,
    .conf = score,
    .by = QUO_SUGGEST_AGENT,
    .from = &from,
  };
  QuoAnnotation *record;

  format_score (proposal->score, score);
  if (proposal->identity != NULL)
    add_entity (making, proposal->identity);
  record = quo_annotation_new (&fields);
  g_ptr_array_add (making->suggestions->annotations, record);
  quo_suggestions_know (making->suggestions, record, proposal->reason, proposal->is_helper);
}

/* What stays: everything but what was replaced, and helpers that no quote needs. */
static gboolean
is_kept (const Making *making, const QuoProposal *proposal)
{
  return !g_hash_table_contains (making->replaced, proposal->id)
         && (!proposal->is_helper || g_hash_table_contains (making->wanted, proposal->id));
}

static int
compare_roles (gconstpointer a, gconstpointer b)
{
  return strcmp (((const QuoRole *)a)->name, ((const QuoRole *)b)->name);
}

/* (transfer full) (element-type QuoRole): the members of each role, which go into @members, as long
 * as @links, of one quote; *ret_score: that of the least likely. */
static GArray *
gather_roles (const Making *making, const GPtrArray *links, const char **members, double *ret_score)
{
  const QuoProposedLink *first = g_ptr_array_index (links, 0);
  GArray *roles = g_array_new (FALSE, FALSE, sizeof (QuoRole));
  QuoRole role = { .name = "quote", .members = &first->quote, .n_members = 1 };
  guint n = 0;

  *ret_score = 1;
  g_array_append_val (roles, role);
  for (guint i = 0; i < links->len; i++) /* those of a role come together */
    {
      const QuoProposedLink *link = g_ptr_array_index (links, i);
      QuoRole *last = &g_array_index (roles, QuoRole, roles->len - 1);

      members[n] = follow (making, link->member);
      *ret_score = MIN (*ret_score, link->score);
      if (strcmp (last->name, link->role) != 0)
        {
          role = (QuoRole){ .name = link->role, .members = &members[n], .n_members = 1 };
          g_array_append_val (roles, role);
        }
      else if (quo_role_has (last, members[n]))
        continue;
      else
        last->n_members++;
      n++;
    }
  g_array_sort (roles, compare_roles);
  return roles;
}

/* The quotation that @links, of one quote, make. */
static void
add_relation (Making *making, const GPtrArray *links)
{
  const QuoProposedLink *first = g_ptr_array_index (links, 0);
  g_autofree char *id = g_strconcat ("r", first->quote, NULL);
  g_autofree const char **members = g_new (const char *, links->len + 1);
  double least;
  g_autoptr (GArray) roles = gather_roles (making, links, members, &least);
  char score[G_ASCII_DTOSTR_BUF_SIZE];
  const QuoFrom from = { .agent = QUO_SUGGEST_AGENT, .rule = "speaker", .score = score };
  QuoRelation *record;

  format_score (least, score);
  record = quo_relation_new (&(QuoRelation){ .base.id = id,
                                             .layer = making->layer,
                                             .type = "quotation",
                                             .roles = (const QuoRole *)(gpointer)roles->data,
                                             .n_roles = roles->len,
                                             .status = QUO_STATUS_SUGGESTED,
                                             .conf = score,
                                             .by = QUO_SUGGEST_AGENT,
                                             .from = &from });
  g_ptr_array_add (making->suggestions->relations, record);
  quo_suggestions_know (making->suggestions, record, first->reason, FALSE);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const QuoProposedLink *x = *(QuoProposedLink *const *)a, *y = *(QuoProposedLink *const *)b;
  int order = strcmp (x->quote, y->quote);

  if (order == 0)
    order = strcmp (y->role, x->role); /* the source first: its reason is the relation's */
  if (order == 0 && x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return order != 0 ? order : strcmp (x->member, y->member);
}

static void
add_relations (Making *making)
{
  g_autoptr (GPtrArray) group = g_ptr_array_new ();
  const GPtrArray *links = making->run->links;

  for (guint i = 0; i < links->len; i++)
    {
      QuoProposedLink *link = g_ptr_array_index (links, i);
      const QuoProposedLink *next = i + 1 < links->len ? g_ptr_array_index (links, i + 1) : NULL;

      g_ptr_array_add (group, link);
      if (next != NULL && strcmp (next->quote, link->quote) == 0)
        continue;
      add_relation (making, group);
      g_ptr_array_set_size (group, 0);
    }
}

static int
compare_annotations (gconstpointer a, gconstpointer b)
{
  return quo_annotation_compare (*(QuoAnnotation *const *)a, *(QuoAnnotation *const *)b, NULL);
}

static const char *
find_layer (const QuoSnapshot *snapshot)
{
  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_LAYER); i++)
    {
      const QuoLayer *layer = quo_snapshot_get_layer (snapshot, i);

      if (layer->state == NULL || strcmp (layer->state, "open") == 0)
        return layer->base.id;
    }
  return LAYER;
}

static QuoSuggestions *
make_records (QuoSuggesting *run)
{
  guint n_expected = run->proposals->len + run->identities->len + run->links->len;
  Making making = { .run = run,
                    .suggestions = quo_suggestions_new (n_expected),
                    .layer = find_layer (run->snapshot),
                    .replaced = find_replaced (run) };

  quo_suggesting_drop_readings (run);
  making.identities = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < run->identities->len; i++)
    {
      const QuoEntity *entity = g_ptr_array_index (run->identities, i);

      g_hash_table_insert (making.identities, (gpointer)entity->base.id, (gpointer)entity);
    }
  making.wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_sort (run->links, compare_links);
  for (guint i = 0; i < run->links->len; i++)
    {
      const QuoProposedLink *link = g_ptr_array_index (run->links, i);

      g_hash_table_add (making.wanted, (gpointer)follow (&making, link->member));
    }
  for (guint i = 0; i < run->proposals->len; i++)
    {
      if (is_kept (&making, g_ptr_array_index (run->proposals, i)))
        add_annotation (&making, g_ptr_array_index (run->proposals, i));
      /* The record stands in its place: both of all at once would take twice the memory. */
      g_clear_pointer (&run->proposals->pdata[i], quo_proposal_free);
    }
  add_relations (&making);
  quo_suggestions_finish (making.suggestions);
  g_ptr_array_sort (making.suggestions->annotations, compare_annotations);
  g_hash_table_unref (making.replaced);
  g_hash_table_unref (making.wanted);
  g_hash_table_unref (making.identities);
  return making.suggestions;
}

void
quo_suggesting_run_before (QuoSuggesting *run, const char *id)
{
  for (const QuoSuggester *const *suggester = quo_suggesters_list ();
       *suggester != NULL && strcmp ((*suggester)->id, id) != 0; suggester++)
    {
      run->suggester = (*suggester)->id;
      (*suggester)->run (run);
    }
}

static gboolean
is_chosen (const QuoSuggestOptions *options, const QuoSuggester *suggester)
{
  return options == NULL || options->only == NULL || g_strv_contains (options->only, suggester->id);
}

QuoSuggestions *
quo_suggest (QuoSnapshot *snapshot, const QuoSuggestOptions *options, GCancellable *cancellable,
             GError **error)
{
  const QuoTagset *tagset = options != NULL ? options->tagset : NULL;
  g_autoptr (QuoTagset) own = tagset == NULL ? quo_tagset_get_builtin () : NULL;
  g_autoptr (QuoSuggesting) run = NULL;

  g_return_val_if_fail (snapshot != NULL && snapshot->article != NULL, NULL);
  run = quo_suggesting_new (snapshot, options != NULL ? options->language : NULL,
                            tagset != NULL ? tagset : own, cancellable);
  if (options != NULL && options->weights != NULL)
    {
      quo_weights_unref (run->weights);
      run->weights = quo_weights_ref (options->weights);
    }
  run->is_eager = options != NULL && options->is_eager;
  quo_suggesting_take_known (run, options != NULL ? options->known : NULL);
  for (const QuoSuggester *const *suggester = quo_suggesters_list (); *suggester != NULL;
       suggester++)
    {
      if (!is_chosen (options, *suggester) || quo_suggesting_is_cancelled (run))
        continue;
      run->suggester = (*suggester)->id;
      (*suggester)->run (run);
    }
  if (quo_suggesting_is_cancelled (run))
    {
      g_set_error_literal (error, QUO_ERROR, QUO_ERROR_CANCELLED,
                           _ ("Stopped; nothing was suggested"));
      return NULL;
    }
  return make_records (run);
}
