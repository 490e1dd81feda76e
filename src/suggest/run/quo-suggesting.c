/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-suggesting.h"
#include "quo-word-kinds.h"

#include <string.h>

/* What suggesters propose is collected here, and kept apart from what people have said. */

/* Of a chance whose words people have rejected elsewhere. */
#define UNWANTED_SCORE 0.1

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

/* Whether people have spoken; then *ret_ref is the annotation that says the same, or 0. */
static gboolean
is_settled (const QuoSuggesting *run, const QuoProposal *proposal, QuoRef *ret_ref)
{
  QuoSpan hull = QUO_SPAN (proposal->ranges[0].start, proposal->ranges[proposal->n_ranges - 1].end);
  g_autoptr (GPtrArray) near = NULL;
  gboolean is_apart = FALSE;

  *ret_ref = 0;
  if (quo_span_index_get_length (run->index) == 0)
    return FALSE;
  near = quo_span_index_list (run->index, hull);
  for (guint i = 0; i < near->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (near, i);
      Opinion opinion = ask (run, annotation, proposal);

      if (opinion == OPINION_SAME)
        {
          *ret_ref = quo_suggesting_refer (run, annotation->base.id);
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

/* Who speaks is no name by that: "the Guardian's editor". */
static gboolean
is_marked_name (const QuoSuggesting *run, const QuoAnnotation *annotation)
{
  return quo_status_is_accepted (annotation->status)
         && quo_tagset_get_kind (run->tagset, annotation->type) == QUO_LABEL_ENTITY
         && strcmp (annotation->type, "mention") != 0;
}

GArray *
quo_suggesting_list_marked (const QuoSuggesting *run)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  guint32 end = 0;

  for (guint i = 0; i < quo_span_index_get_length (run->index); i++)
    {
      const QuoSpanEntry *entry = quo_span_index_get (run->index, i);

      if (entry->span.start < end || !is_marked_name (run, entry->annotation))
        continue;
      end = entry->span.end;
      g_array_append_val (list, entry->span);
    }
  return list;
}

/* --- Proposals --- */

/* The same words may mean something else here: they are not proposed, but can be asked for. */
static void
note_unwanted (QuoSuggesting *run, const QuoProposal *proposal)
{
  const QuoChance chance
      = { proposal->ranges[0], g_intern_string (proposal->type), UNWANTED_SCORE };

  if (run->is_eager)
    g_array_append_val (run->chances, chance);
}

static QuoRef
propose (QuoSuggesting *run, const QuoProposal *proposal)
{
  QuoRef ref;

  g_return_val_if_fail (proposal->n_ranges > 0 && proposal->type != NULL, 0);
  if (quo_tagset_find (run->tagset, proposal->type) == NULL)
    return 0;
  if (is_settled (run, proposal, &ref))
    return ref;
  if (!is_unwanted (run, proposal))
    return QUO_REF_OF_PROPOSAL (quo_proposals_add (run->proposals, proposal));
  note_unwanted (run, proposal);
  return 0;
}

QuoRef
quo_suggesting_propose (QuoSuggesting *run, const QuoProposal *proposal)
{
  QuoProposal own = *proposal;

  own.is_helper = FALSE;
  return propose (run, &own);
}

QuoRef
quo_suggesting_propose_helper (QuoSuggesting *run, const QuoProposal *proposal)
{
  QuoProposal own = *proposal;

  own.is_helper = TRUE;
  return propose (run, &own);
}

/* --- Chances --- */

void
quo_suggesting_note_second (QuoSuggesting *run, const char *type, QuoSpan span, double score)
{
  const QuoChance second = { span, g_intern_string (type), score };

  if (quo_tagset_find (run->tagset, type) != NULL)
    g_array_append_val (run->seconds, second);
}

void
quo_suggesting_note_chance (QuoSuggesting *run, const char *type, QuoSpan span, double score)
{
  const QuoProposal proposal = { .type = type, .ranges = &span, .n_ranges = 1 };
  const QuoChance chance = { span, g_intern_string (type), score };
  QuoRef ref;

  if (quo_tagset_find (run->tagset, type) != NULL && !is_settled (run, &proposal, &ref))
    g_array_append_val (run->chances, chance);
}

/* --- Links --- */

const char *
quo_link_role_get_name (QuoLinkRole role)
{
  static const char *const names[] = {
    [QUO_LINK_ADDRESSEE] = "addressee", [QUO_LINK_CUE] = "cue", [QUO_LINK_SOURCE] = "source"
  };

  return names[role];
}

QuoRef
quo_suggesting_refer (const QuoSuggesting *run, const char *id)
{
  return QUO_REF_SETTLED | quo_strings_add (run->strings, id);
}

const char *
quo_ref_get_id (QuoRef ref, const QuoProposals *proposals, const QuoStrings *strings,
                char id[QUO_PROPOSED_ID_SIZE])
{
  if (ref & QUO_REF_SETTLED)
    return quo_strings_get (strings, ref & ~QUO_REF_SETTLED);
  quo_proposals_write_id (proposals, ref - 1, id);
  return id;
}

static const char *
get_id (const QuoSuggesting *run, QuoRef ref, char id[QUO_PROPOSED_ID_SIZE])
{
  return quo_ref_get_id (ref, run->proposals, run->strings, id);
}

int
quo_suggesting_compare_ids (const QuoSuggesting *run, QuoRef a, QuoRef b)
{
  char first[QUO_PROPOSED_ID_SIZE], second[QUO_PROPOSED_ID_SIZE];

  return a == b ? 0 : strcmp (get_id (run, a, first), get_id (run, b, second));
}

static gboolean
holds (const QuoRelation *relation, const char *name, const char *member)
{
  const QuoRole *role = quo_relation_find_role (relation, name);

  return role != NULL && (member == NULL || quo_role_has (role, member));
}

/* Whether a record of the snapshot fills the role of this quote, or rejects this member in it. */
static gboolean
is_link_settled (const QuoSuggesting *run, QuoRef quote, QuoLinkRole role, QuoRef member)
{
  const GPtrArray *relations = run->snapshot->records[QUO_RECORD_RELATION];
  char quote_buffer[QUO_PROPOSED_ID_SIZE], member_buffer[QUO_PROPOSED_ID_SIZE];
  const char *quote_id, *member_id;

  if (!(quote & QUO_REF_SETTLED) || relations->len == 0)
    return FALSE;
  quote_id = get_id (run, quote, quote_buffer);
  member_id = get_id (run, member, member_buffer);
  for (guint i = 0; i < relations->len; i++)
    {
      const QuoRelation *relation = g_ptr_array_index (relations, i);
      gboolean is_rejected = relation->status == QUO_STATUS_REJECTED;

      if (relation->status == QUO_STATUS_SUGGESTED || !holds (relation, "quote", quote_id))
        continue;
      if (holds (relation, quo_link_role_get_name (role), is_rejected ? member_id : NULL))
        return TRUE;
    }
  return FALSE;
}

void
quo_suggesting_link (QuoSuggesting *run, QuoRef quote, QuoLinkRole role, QuoRef member,
                     double score, const char *reason)
{
  QuoProposedLink link = { .quote = quote, .role = role, .member = member };

  g_return_if_fail (quote != 0 && member != 0);
  if (is_link_settled (run, quote, role, member))
    return;
  link.score = (float)CLAMP (score, 0, 1);
  link.reason = quo_strings_add (run->strings, reason);
  g_array_append_val (run->links, link);
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
  const QuoFrom from = { .agent = QUO_SUGGEST_AGENT };
  QuoEntity new = *fields;
  QuoEntity *entity;
  g_autofree char *key = NULL;
  char id[QUO_PROPOSED_ID_SIZE];
  const char *known;

  g_return_val_if_fail (fields->type != NULL && fields->name != NULL, NULL);
  key = make_key (fields->type, fields->name);
  known = g_hash_table_lookup (run->entities, key);
  if (known != NULL)
    return known;
  quo_proposed_id_of (key, id);
  new.base.id = id;
  new.by = QUO_SUGGEST_AGENT;
  new.from = &from;
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
  run->strings = quo_strings_new ();
  run->proposals = quo_proposals_new (run->strings, quo_text_get_length (run->text));
  run->identities = g_ptr_array_new_with_free_func (quo_record_unref);
  run->links = g_array_new (FALSE, FALSE, sizeof (QuoProposedLink));
  run->chances = g_array_new (FALSE, FALSE, sizeof (QuoChance));
  run->seconds = g_array_new (FALSE, FALSE, sizeof (QuoChance));
  run->entities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->index = quo_span_index_new ();
  run->cancellable = cancellable;
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
  g_clear_pointer (&run->entities, g_hash_table_unref);
  g_clear_pointer (&run->index, quo_span_index_free);
}

void
quo_suggesting_free (QuoSuggesting *run)
{
  quo_suggesting_drop_readings (run);
  quo_language_free_copy (run->own_language);
  g_clear_pointer (&run->proposals, quo_proposals_free);
  g_clear_pointer (&run->identities, g_ptr_array_unref);
  g_clear_pointer (&run->links, g_array_unref);
  g_array_unref (run->chances);
  g_array_unref (run->seconds);
  g_clear_pointer (&run->strings, quo_strings_free);
  quo_weights_unref (run->weights);
  g_free (run);
}
