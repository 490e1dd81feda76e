/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-suggestions-private.h"

#include "quo-error.h"
#include "quo-tagset-file.h"

#include <glib/gi18n.h>
#include <string.h>

/* Runs the suggesters and merges what they propose.
 *
 * Of entities on the same words only the likeliest stays; what was linked to another one is then
 * linked to that. Everything is ordered by score, place and id, so that the result does not depend
 * on anything but the snapshot. */

#define LAYER "suggested" /* of a sidecar that has no open layer yet */

/* --- Overlapping entities --- */

/* From this on what people have accepted says how far a name goes. */
#define KNOWN_WHOLE 0.8

/* One of a group of proposals that overlap. */
typedef struct
{
  QuoProposal proposal;
  guint i; /* its number */
} Rival;

#define get_rival(group, k) (&g_array_index (group, Rival, k))

/* Likelier first; what stands for itself before helpers of the same words; longer first. */
static int
compare_rivals (gconstpointer a, gconstpointer b)
{
  const QuoProposal *x = &((const Rival *)a)->proposal, *y = &((const Rival *)b)->proposal;

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

static int
compare_starts (gconstpointer a, gconstpointer b, gpointer proposals)
{
  Rival x = { .i = *(const guint32 *)a }, y = { .i = *(const guint32 *)b };
  guint32 start = quo_proposals_get_hull (proposals, x.i).start;
  guint32 other = quo_proposals_get_hull (proposals, y.i).start;

  if (start != other)
    return start < other ? -1 : 1;
  quo_proposals_read (proposals, x.i, &x.proposal);
  quo_proposals_read (proposals, y.i, &y.proposal);
  return compare_rivals (&x, &y);
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
drop_parts_of_known (QuoRef *replaced, GArray *group)
{
  for (guint i = 0; i < group->len; i++)
    for (guint k = group->len; k > 0; k--)
      {
        const Rival *whole = get_rival (group, i), *part = get_rival (group, k - 1);

        if (!is_known_whole (&whole->proposal, &part->proposal))
          continue;
        replaced[part->i] = QUO_REF_OF_PROPOSAL (whole->i);
        g_array_remove_index (group, k - 1);
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
settle_group (QuoRef *replaced, GArray *group)
{
  guint n_kept = 0;

  if (group->len < 2)
    return;
  drop_parts_of_known (replaced, group);
  g_array_sort (group, compare_rivals);
  for (guint i = 0; i < group->len; i++)
    {
      Rival rival = *get_rival (group, i);
      guint k = 0;

      while (k < n_kept && !do_compete (&get_rival (group, k)->proposal, &rival.proposal))
        k++;
      if (k < n_kept)
        replaced[rival.i] = QUO_REF_OF_PROPOSAL (get_rival (group, k)->i);
      else
        *get_rival (group, n_kept++) = rival;
    }
}

/* (transfer full) (element-type guint32): the numbers of the proposals of entities, in text order.
 */
static GArray *
list_entities (const QuoSuggesting *run)
{
  guint n = quo_proposals_get_length (run->proposals);
  GArray *entities = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);

  for (guint i = 0; i < n; i++)
    if (quo_tagset_get_kind (run->tagset, quo_proposals_get_type (run->proposals, i))
        == QUO_LABEL_ENTITY)
      g_array_append_val (entities, i);
  g_array_sort_with_data (entities, compare_starts, run->proposals);
  return entities;
}

/* (transfer full): of each proposal the one on the same words that stays instead of it; 0: it stays
 * itself. */
static QuoRef *
find_replaced (QuoSuggesting *run)
{
  QuoRef *replaced = g_new0 (QuoRef, quo_proposals_get_length (run->proposals) + 1);
  g_autoptr (GArray) entities = list_entities (run);
  g_autoptr (GArray) group = g_array_new (FALSE, FALSE, sizeof (Rival));
  guint32 end = 0;

  for (guint k = 0; k < entities->len; k++)
    {
      Rival rival = { .i = g_array_index (entities, guint32, k) };

      quo_proposals_read (run->proposals, rival.i, &rival.proposal);
      if (rival.proposal.ranges[0].start >= end)
        {
          settle_group (replaced, group);
          g_array_set_size (group, 0);
        }
      g_array_append_val (group, rival);
      end = MAX (end, rival.proposal.ranges[0].end);
    }
  settle_group (replaced, group);
  return replaced;
}

/* --- What stays --- */

static QuoRef
follow (const QuoRef *replaced, QuoRef ref)
{
  while (!(ref & QUO_REF_SETTLED) && replaced[ref - 1] != 0)
    ref = replaced[ref - 1];
  return ref;
}

static int
compare_links (gconstpointer a, gconstpointer b, gpointer data)
{
  const QuoSuggesting *run = data;
  const QuoProposedLink *x = a, *y = b;
  int order = quo_suggesting_compare_ids (run, x->quote, y->quote);

  if (order == 0 && x->role != y->role)
    return x->role > y->role ? -1 : 1; /* the source first: its reason is the relation's */
  if (order == 0 && x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return order != 0 ? order : quo_suggesting_compare_ids (run, x->member, y->member);
}

/* Text order; what is longer first, then by type and id. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  guint32 i = *(const guint32 *)a, k = *(const guint32 *)b;
  const QuoSuggesting *run = data;
  QuoSpan x = quo_proposals_get_hull (run->proposals, i);
  QuoSpan y = quo_proposals_get_hull (run->proposals, k);
  int order;

  if (x.start != y.start)
    return x.start < y.start ? -1 : 1;
  if (x.end != y.end)
    return x.end > y.end ? -1 : 1;
  order = strcmp (quo_proposals_get_type (run->proposals, i),
                  quo_proposals_get_type (run->proposals, k));
  return order != 0
             ? order
             : quo_suggesting_compare_ids (run, QUO_REF_OF_PROPOSAL (i), QUO_REF_OF_PROPOSAL (k));
}

/* (transfer full): the numbers of all proposals, those that stay before the others: what was not
 * replaced, but helpers only if a link holds them. */
static guint32 *
list_kept (QuoSuggesting *run, const QuoRef *replaced, guint *ret_n)
{
  guint n = quo_proposals_get_length (run->proposals), n_dropped = 0;
  guint32 *order = g_new (guint32, n + 1);
  g_autofree guint8 *is_wanted = g_new0 (guint8, n + 1);

  for (guint i = 0; i < run->links->len; i++)
    {
      QuoRef member = follow (replaced, g_array_index (run->links, QuoProposedLink, i).member);

      if (!(member & QUO_REF_SETTLED))
        is_wanted[member - 1] = TRUE;
    }
  *ret_n = 0;
  for (guint32 i = 0; i < n; i++)
    if (replaced[i] == 0 && (is_wanted[i] || !quo_proposals_is_helper (run->proposals, i)))
      order[(*ret_n)++] = i;
    else
      order[n - ++n_dropped] = i;
  return order;
}

/* Puts the proposals that stay into text order; what links say of them follows. */
static void
arrange (QuoSuggesting *run, const QuoRef *replaced, guint32 *order, guint n_kept)
{
  guint n = quo_proposals_get_length (run->proposals);
  g_autofree guint32 *place = g_new (guint32, n + 1);

  g_qsort_with_data (order, (gint)n_kept, sizeof *order, compare_places, run);
  for (guint i = 0; i < n; i++)
    place[order[i]] = i;
  for (guint i = 0; i < run->links->len; i++)
    {
      QuoProposedLink *link = &g_array_index (run->links, QuoProposedLink, i);

      link->member = follow (replaced, link->member);
      if (!(link->member & QUO_REF_SETTLED))
        link->member = QUO_REF_OF_PROPOSAL (place[link->member - 1]);
      if (!(link->quote & QUO_REF_SETTLED))
        link->quote = QUO_REF_OF_PROPOSAL (place[link->quote - 1]);
    }
  quo_proposals_arrange (run->proposals, order, n_kept);
}

/* The proposed entities that annotations name, in the order in which these came. */
static void
add_entities (QuoSuggestions *suggestions, QuoSuggesting *run, const guint32 *order, guint n_kept)
{
  g_autoptr (GHashTable) proposed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < run->identities->len; i++)
    {
      QuoEntity *entity = g_ptr_array_index (run->identities, i);

      g_hash_table_insert (proposed, (gpointer)entity->base.id, entity);
    }
  for (guint i = 0; i < n_kept; i++)
    {
      const char *id = quo_proposals_get_identity (run->proposals, order[i]);
      QuoEntity *entity = id != NULL ? g_hash_table_lookup (proposed, id) : NULL;

      if (entity == NULL)
        continue;
      g_hash_table_remove (proposed, id);
      quo_suggestions_take_entity (suggestions, quo_record_ref (entity));
    }
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

/* --- Chances --- */

static int
compare_chances (gconstpointer a, gconstpointer b)
{
  const QuoChance *x = a, *y = b;

  return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

/* The first proposed name from number @i on that ends after @offset; @n: there is none. Who speaks
 * is none by that. */
static guint
find_name (const QuoSuggesting *run, guint i, guint n, guint32 offset)
{
  while (i < n
         && (quo_proposals_is_helper (run->proposals, i)
             || quo_tagset_get_kind (run->tagset, quo_proposals_get_type (run->proposals, i))
                    != QUO_LABEL_ENTITY
             || quo_proposals_get_hull (run->proposals, i).end <= offset))
    i++;
  return i;
}

/* Those that stand free: what is proposed can be mended. Of two that overlap the first. The first
 * @n_kept proposals stay, in text order. */
static void
take_chances (QuoSuggestions *suggestions, const QuoSuggesting *run, guint n_kept)
{
  guint32 end = 0;
  guint name = 0;

  g_array_sort (run->chances, compare_chances);
  for (guint i = 0; i < run->chances->len; i++)
    {
      const QuoChance *chance = &g_array_index (run->chances, QuoChance, i);

      name = find_name (run, name, n_kept, chance->span.start);
      if (chance->span.start < end
          || (name < n_kept
              && quo_proposals_get_hull (run->proposals, name).start < chance->span.end))
        continue;
      end = chance->span.end;
      g_array_append_val (suggestions->chances, *chance);
    }
}

static QuoSuggestions *
finish (QuoSuggesting *run)
{
  QuoSuggestions *suggestions = quo_suggestions_new (find_layer (run->snapshot));
  g_autofree QuoRef *replaced = NULL;
  g_autofree guint32 *order = NULL;
  guint n_kept;

  quo_suggesting_drop_readings (run);
  replaced = find_replaced (run);
  order = list_kept (run, replaced, &n_kept);
  add_entities (suggestions, run, order, n_kept);
  g_array_sort_with_data (run->links, compare_links, run);
  arrange (run, replaced, order, n_kept);
  take_chances (suggestions, run, n_kept);
  g_array_sort (run->seconds, compare_chances);
  g_array_append_vals (suggestions->seconds, run->seconds->data, run->seconds->len);
  quo_suggestions_take (suggestions, run);
  return suggestions;
}

void
quo_suggesting_run_before (QuoSuggesting *run, const char *id)
{
  for (const QuoSuggester *const *suggester = quo_suggesters_list ();
       *suggester != NULL && strcmp ((*suggester)->id, id) != 0; suggester++)
    (*suggester)->run (run);
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
    if (is_chosen (options, *suggester) && !quo_suggesting_is_cancelled (run))
      (*suggester)->run (run);
  if (quo_suggesting_is_cancelled (run))
    {
      g_set_error_literal (error, QUO_ERROR, QUO_ERROR_CANCELLED,
                           _ ("Stopped; nothing was suggested"));
      return NULL;
    }
  return finish (run);
}
