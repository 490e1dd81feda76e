/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-suggesting.h"
#include "quo-word-kinds.h"

#include <string.h>

/* What suggesters propose is collected here, and kept apart from what people have said.
 *
 * Invariant: by_id holds every proposal; two proposals never have the same type and ranges, since
 * their id is made of these. */

static const char *
keep (QuoSuggesting *run, const char *s)
{
  return s != NULL ? g_string_chunk_insert_const (run->strings, s) : NULL;
}

/* --- Ids --- */

/* FNV-1a, 64 bits: the same on every machine, unlike g_str_hash() over 32 bits. */
static guint64
hash_text (const char *s)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (; *s != '\0'; s++)
    hash = (hash ^ (guchar)*s) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}

#define ID_LENGTH 9 /* digits after the letter: 45 bits */

/* An id that says nothing but is the same in every run, and is none of the snapshot's. */
static const char *
make_id (QuoSuggesting *run, const char *what)
{
  static const char digits[] = "abcdefghijkmnpqrstuvwxyz23456789";
  guint64 hash = hash_text (what);
  char id[ID_LENGTH + 2] = "s";

  for (guint i = 1; i <= ID_LENGTH; i++, hash >>= 5)
    id[i] = digits[hash & 31];
  return keep (run, id);
}

static const char *
make_annotation_id (QuoSuggesting *run, const QuoProposal *proposal)
{
  g_autoptr (GString) what = g_string_new (proposal->type);

  for (guint i = 0; i < proposal->n_ranges; i++)
    g_string_append_printf (what, " %u-%u", proposal->ranges[i].start, proposal->ranges[i].end);
  return make_id (run, what->str);
}

/* --- What people have said --- */

static guint32
get_overlap (const QuoAnnotation *annotation, const QuoProposal *proposal)
{
  guint32 n = 0;

  for (guint i = 0; i < annotation->n_ranges; i++)
    for (guint k = 0; k < proposal->n_ranges; k++)
      {
        QuoSpan a = annotation->ranges[i], b = proposal->ranges[k];

        if (quo_span_overlaps (a, b))
          n += MIN (a.end, b.end) - MAX (a.start, b.start);
      }
  return n;
}

static guint32
get_length (const QuoSpan *ranges, guint n_ranges)
{
  guint32 n = 0;

  for (guint i = 0; i < n_ranges; i++)
    n += ranges[i].end - ranges[i].start;
  return n;
}

typedef enum
{
  OPINION_NONE,
  OPINION_SAME,  /* an accepted record says it */
  OPINION_APART, /* one contradicts it, or it was rejected */
} Opinion;

/* What the annotation says of the proposal. Two quotes, or two cues, are the same when they share
 * half of the longer one. Two entities contradict each other when they share a character. */
static Opinion
ask (const QuoSuggesting *run, const QuoAnnotation *annotation, const QuoProposal *proposal)
{
  QuoLabelKind kind = quo_tagset_get_kind (run->tagset, proposal->type);
  gboolean is_type = strcmp (annotation->type, proposal->type) == 0;
  guint32 shared = get_overlap (annotation, proposal);
  guint32 a = get_length (annotation->ranges, annotation->n_ranges);
  guint32 b = get_length (proposal->ranges, proposal->n_ranges);

  if (shared == 0 || quo_tagset_get_kind (run->tagset, annotation->type) != kind)
    return OPINION_NONE;
  if (annotation->status == QUO_STATUS_REJECTED)
    return is_type && 2 * shared >= MAX (a, b) ? OPINION_APART : OPINION_NONE;
  if (kind == QUO_LABEL_ENTITY)
    return (is_type && shared == a && shared == b) || proposal->is_helper ? OPINION_SAME
                                                                          : OPINION_APART;
  if (2 * shared >= MAX (a, b))
    return OPINION_SAME;
  return 2 * shared >= MIN (a, b) ? OPINION_APART : OPINION_NONE;
}

/* Whether people have spoken; then *ret_id is the annotation that says the same, or NULL. */
static gboolean
is_settled (const QuoSuggesting *run, const QuoProposal *proposal, const char **ret_id)
{
  QuoSpan hull = QUO_SPAN (proposal->ranges[0].start, proposal->ranges[proposal->n_ranges - 1].end);
  g_autoptr (GPtrArray) near = NULL;
  gboolean is_apart = FALSE;

  *ret_id = NULL;
  if (quo_span_index_get_length (run->index) == 0)
    return FALSE;
  near = quo_span_index_list (run->index, hull);
  for (guint i = 0; i < near->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (near, i);
      Opinion opinion = ask (run, annotation, proposal);

      if (opinion == OPINION_SAME)
        {
          *ret_id = annotation->base.id;
          return TRUE;
        }
      is_apart = is_apart || opinion == OPINION_APART;
    }
  return is_apart;
}

/* Whether people reject such words wherever they stand. */
static gboolean
is_unwanted (const QuoSuggesting *run, const QuoProposal *proposal)
{
  g_autofree char *words = NULL;

  if (run->known == NULL || proposal->is_helper || proposal->n_ranges != 1
      || quo_tagset_get_kind (run->tagset, proposal->type) != QUO_LABEL_ENTITY)
    return FALSE;
  words = quo_text_dup (run->text, proposal->ranges[0]);
  return quo_known_names_is_rejected (run->known, proposal->type, words);
}

/* --- Proposals --- */

void
quo_proposal_free (gpointer data)
{
  QuoProposal *proposal = data;

  if (proposal == NULL)
    return;
  if (proposal->ranges != &proposal->only)
    g_free ((gpointer)proposal->ranges);
  g_free (proposal);
}

/* Takes over what the second proposal of the same knows better. */
static void
join (QuoSuggesting *run, QuoProposal *known, const QuoProposal *proposal)
{
  if (known->identity == NULL)
    known->identity = keep (run, proposal->identity);
  known->is_helper = known->is_helper && proposal->is_helper;
  if (proposal->score <= known->score)
    return;
  known->score = proposal->score;
  known->rule = keep (run, proposal->rule);
  known->reason = keep (run, proposal->reason);
  known->suggester = run->suggester;
}

static const char *
propose (QuoSuggesting *run, const QuoProposal *proposal)
{
  QuoProposal *known, *new;
  const char *id;

  g_return_val_if_fail (proposal->n_ranges > 0 && proposal->type != NULL, NULL);
  if (quo_tagset_find (run->tagset, proposal->type) == NULL)
    return NULL;
  if (is_settled (run, proposal, &id))
    return id;
  if (is_unwanted (run, proposal))
    return NULL;
  id = make_annotation_id (run, proposal);
  known = g_hash_table_lookup (run->by_id, id);
  if (known != NULL)
    {
      join (run, known, proposal);
      return id;
    }
  new = g_memdup2 (proposal, sizeof *proposal);
  new->id = id;
  new->type = g_intern_string (proposal->type);
  new->only = proposal->ranges[0];
  new->ranges = proposal->n_ranges == 1
                    ? &new->only
                    : g_memdup2 (proposal->ranges, proposal->n_ranges * sizeof *proposal->ranges);
  new->form = keep (run, proposal->form);
  new->rule = keep (run, proposal->rule);
  new->reason = keep (run, proposal->reason);
  new->identity = keep (run, proposal->identity);
  new->score = CLAMP (proposal->score, 0, 1);
  new->suggester = run->suggester;
  g_ptr_array_add (run->proposals, new);
  g_hash_table_insert (run->by_id, (gpointer)id, new);
  return id;
}

const char *
quo_suggesting_propose (QuoSuggesting *run, const QuoProposal *proposal)
{
  QuoProposal own = *proposal;

  own.is_helper = FALSE;
  return propose (run, &own);
}

const char *
quo_suggesting_propose_helper (QuoSuggesting *run, const QuoProposal *proposal)
{
  QuoProposal own = *proposal;

  own.is_helper = TRUE;
  return propose (run, &own);
}

/* --- Links --- */

static gboolean
holds (const QuoRelation *relation, const char *name, const char *member)
{
  const QuoRole *role = quo_relation_find_role (relation, name);

  return role != NULL && (member == NULL || quo_role_has (role, member));
}

/* Whether a record of the snapshot fills the role of this quote, or rejects this member in it. */
static gboolean
is_link_settled (const QuoSuggesting *run, const char *quote, const char *role, const char *member)
{
  const GPtrArray *relations = run->snapshot->records[QUO_RECORD_RELATION];

  if (g_hash_table_contains (run->by_id, quote))
    return FALSE;
  for (guint i = 0; i < relations->len; i++)
    {
      const QuoRelation *relation = g_ptr_array_index (relations, i);

      if (relation->status == QUO_STATUS_SUGGESTED || !holds (relation, "quote", quote))
        continue;
      if (holds (relation, role, relation->status == QUO_STATUS_REJECTED ? member : NULL))
        return TRUE;
    }
  return FALSE;
}

void
quo_suggesting_link (QuoSuggesting *run, const char *quote, const char *role, const char *member,
                     double score, const char *reason)
{
  QuoProposedLink *link;

  g_return_if_fail (quote != NULL && role != NULL && member != NULL);
  if (is_link_settled (run, quote, role, member))
    return;
  link = g_new0 (QuoProposedLink, 1);
  link->quote = keep (run, quote);
  link->role = g_intern_string (role);
  link->member = keep (run, member);
  link->reason = keep (run, reason);
  link->score = CLAMP (score, 0, 1);
  g_ptr_array_add (run->links, link);
}

/* --- Identities --- */

static char *
make_key (const char *type, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_strconcat (type, "\n", folded, NULL);
}

static void
know_entity (QuoSuggesting *run, const QuoEntity *entity, const char *name)
{
  char *key;

  if (name == NULL || entity->type == NULL)
    return;
  key = make_key (entity->type, name);
  if (g_hash_table_contains (run->entities, key))
    g_free (key);
  else
    g_hash_table_insert (run->entities, key, (gpointer)entity->base.id);
}

const char *
quo_suggesting_identify (QuoSuggesting *run, const QuoEntity *fields)
{
  QuoEntity new = *fields;
  QuoEntity *entity;
  g_autofree char *key = NULL;
  const char *known;

  g_return_val_if_fail (fields->type != NULL && fields->name != NULL, NULL);
  key = make_key (fields->type, fields->name);
  known = g_hash_table_lookup (run->entities, key);
  if (known != NULL)
    return known;
  new.base.id = make_id (run, key);
  entity = quo_entity_new (&new);
  g_ptr_array_add (run->identities, entity);
  know_entity (run, entity, entity->name);
  for (guint i = 0; i < entity->n_aliases; i++)
    know_entity (run, entity, entity->aliases[i]);
  return entity->base.id;
}

/* --- The run --- */

gboolean
quo_suggesting_is_cancelled (const QuoSuggesting *run)
{
  return g_cancellable_is_cancelled (run->cancellable);
}

static void
read_snapshot (QuoSuggesting *run)
{
  const GPtrArray *annotations = run->snapshot->records[QUO_RECORD_ANNOTATION];
  const GPtrArray *entities = run->snapshot->records[QUO_RECORD_ENTITY];
  g_autoptr (GPtrArray) settled = g_ptr_array_new ();

  for (guint i = 0; i < annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (!annotation->is_orphan && annotation->status != QUO_STATUS_SUGGESTED)
        g_ptr_array_add (settled, (gpointer)annotation);
    }
  quo_span_index_build (run->index, settled);
  for (guint i = 0; i < entities->len; i++)
    {
      const QuoEntity *entity = g_ptr_array_index (entities, i);

      know_entity (run, entity, entity->name);
      for (guint k = 0; k < entity->n_aliases; k++)
        know_entity (run, entity, entity->aliases[k]);
    }
}

/* The language that was asked for, that of the sidecar or article, or the likeliest one. */
static const QuoLanguage *
choose_language (const QuoSnapshot *snapshot, const char *language)
{
  if (language == NULL)
    language = snapshot->header->lang;
  if (language == NULL)
    language = snapshot->article->lang;
  if (language == NULL)
    language = quo_language_guess (snapshot->article->text);
  return quo_language_get (language);
}

QuoSuggesting *
quo_suggesting_new (QuoSnapshot *snapshot, const char *language, const QuoTagset *tagset,
                    GCancellable *cancellable)
{
  QuoSuggesting *run;

  g_return_val_if_fail (snapshot != NULL && snapshot->article != NULL, NULL);
  run = g_new0 (QuoSuggesting, 1);
  run->snapshot = snapshot;
  run->text = snapshot->article->text;
  run->language = choose_language (snapshot, language);
  run->tagset = tagset;
  run->proposals = g_ptr_array_new_with_free_func (quo_proposal_free);
  run->identities = g_ptr_array_new_with_free_func (quo_record_unref);
  run->links = g_ptr_array_new_with_free_func (g_free);
  run->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  run->entities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->index = quo_span_index_new ();
  run->cancellable = cancellable;
  run->strings = g_string_chunk_new (4096);
  run->weights = quo_weights_ref (quo_weights_get_shipped ());
  read_snapshot (run);
  return run;
}

void
quo_suggesting_take_known (QuoSuggesting *run, const QuoKnownNames *known)
{
  g_autoptr (GPtrArray) cues = known != NULL ? quo_known_names_list_cues (known) : NULL;

  run->known = known;
  if (cues == NULL)
    return;
  run->own_language = quo_language_add_sayings (run->language, cues);
  if (run->own_language != NULL)
    run->language = run->own_language;
}

const QuoPassage *
quo_suggesting_read_page (QuoSuggesting *run)
{
  if (run->page == NULL)
    run->page = quo_passage_new (run->text, QUO_SPAN (0, quo_text_get_length (run->text)));
  return run->page;
}

void
quo_suggesting_drop_readings (QuoSuggesting *run)
{
  g_clear_pointer (&run->page, quo_passage_free);
  g_clear_pointer (&run->by_id, g_hash_table_unref);
  g_clear_pointer (&run->entities, g_hash_table_unref);
  g_clear_pointer (&run->index, quo_span_index_free);
}

void
quo_suggesting_free (QuoSuggesting *run)
{
  quo_suggesting_drop_readings (run);
  quo_language_free_copy (run->own_language);
  g_ptr_array_unref (run->proposals);
  g_ptr_array_unref (run->identities);
  g_ptr_array_unref (run->links);
  g_string_chunk_free (run->strings);
  quo_weights_unref (run->weights);
  g_free (run);
}
