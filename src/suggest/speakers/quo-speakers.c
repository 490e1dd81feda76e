/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-dateline.h"
#include "quo-mentions.h"
#include "quo-names.h"
#include "quo-speaker-choices.h"
#include "quo-speaker-context.h"
#include "quo-speaker-features.h"
#include "quo-speaker-place.h"
#include "quo-speakers.h"
#include "quo-weights.h"

#include <string.h>

/* Who may have said a quote, best first. Candidates are the mentions annotated near the quote,
 * names and pronouns in the sentence of the cue that are not annotated yet, and those who spoke
 * elsewhere in the article. Only what lies near the quote is looked at, so the size of the article
 * does not matter. */

#define REACH_BACK 3000  /* code points before the quote from which mentions are taken */
#define REACH_ON 1200    /* and after it */
#define MAX_MENTIONS 400 /* nearest first: in texts with a mark on every word */
#define MAX_TURNS 6      /* quotes before this one that are asked for their speaker */
#define MAX_KNOWN 300    /* relations searched for other speakers */
#define NEAR_BACK 1500   /* code points before the quote from which plain names are taken */
#define NEAR_ON 200      /* and after it */

typedef struct
{
  QuoDocument *document;
  const QuoAnnotation *quote;
  const QuoTagset *tagset;
  QuoSpeakerContext context;
  GPtrArray *candidates;        /* of QuoCandidate; score is the sum while ranking */
  GHashTable *by_entity;        /* id of an entity to QuoCandidate */
  const char *turns[MAX_TURNS]; /* members in the source role of quotes before, nearest first */
  gboolean turn_in_paragraph[MAX_TURNS];
  guint n_turns;
  gboolean has_antecedent;
} Ranking;

void
quo_candidate_free (QuoCandidate *candidate)
{
  g_free (candidate->id);
  g_free (candidate->name);
  g_free (candidate);
}

static gboolean
is_organization (const char *type)
{
  return strcmp (type, "organization") == 0 || strcmp (type, "organisation") == 0;
}

/* Whether the type is of people, bodies or other things that have names. */
static gboolean
measure_type (const Ranking *ranking, const char *type, double *values)
{
  if (strcmp (type, "person") == 0 || strcmp (type, QUO_TYPE_MENTION) == 0)
    values[QUO_SPEAKER_PERSON] = 1;
  else if (is_organization (type))
    values[QUO_SPEAKER_ORGANIZATION] = 1;
  else if (quo_tagset_get_kind (ranking->tagset, type) == QUO_LABEL_ENTITY)
    values[QUO_SPEAKER_OTHER] = 1;
  else
    return FALSE;
  return TRUE;
}

static const QuoRelation *
find_quotation (QuoDocument *document, const char *quote_id)
{
  return quo_document_find_relation (document, "quotation", "quote", quote_id);
}

static const QuoRole *
find_role (const QuoRelation *relation, const char *name)
{
  for (guint i = 0; relation != NULL && i < relation->n_roles; i++)
    if (strcmp (relation->roles[i].name, name) == 0)
      return &relation->roles[i];
  return NULL;
}

/* The cue that was annotated for the quote, or an empty span. */
static QuoSpan
find_annotated_cue (const Ranking *ranking)
{
  const QuoRole *role
      = find_role (find_quotation (ranking->document, ranking->quote->base.id), "cue");
  const QuoAnnotation *cue
      = role != NULL ? quo_document_find_annotation (ranking->document, role->members[0]) : NULL;

  return cue != NULL && !cue->is_orphan ? cue->ranges[0] : QUO_SPAN (0, 0);
}

/* Two members are the same if they are one record or mentions of one entity. */
static gboolean
is_same (const Ranking *ranking, const char *member, const QuoAnnotation *annotation,
         const char *entity)
{
  const QuoAnnotation *other;

  if (annotation != NULL && strcmp (member, annotation->base.id) == 0)
    return TRUE;
  if (entity == NULL)
    return FALSE;
  if (strcmp (member, entity) == 0)
    return TRUE;
  other = quo_document_find_annotation (ranking->document, member);
  return other != NULL && other->n_entities > 0 && strcmp (other->entities[0], entity) == 0;
}

static gboolean
is_source_somewhere (const Ranking *ranking, const char *id)
{
  GPtrArray *referrers = id != NULL ? quo_document_get_referrers (ranking->document, id) : NULL;

  for (guint i = 0; referrers != NULL && i < referrers->len && i < MAX_KNOWN; i++)
    {
      const QuoRecord *record = g_ptr_array_index (referrers, i);
      const QuoRole *role = record->kind == QUO_RECORD_RELATION
                                ? find_role ((const QuoRelation *)record, "source")
                                : NULL;

      for (guint k = 0; role != NULL && k < role->n_members; k++)
        if (strcmp (role->members[k], id) == 0)
          return TRUE;
    }
  return FALSE;
}

static void
measure_turns (const Ranking *ranking, const QuoAnnotation *annotation, const char *entity,
               double *values)
{
  values[QUO_SPEAKER_KNOWN]
      = is_source_somewhere (ranking, entity)
        || (annotation != NULL && is_source_somewhere (ranking, annotation->base.id));
  for (guint i = 0; i < ranking->n_turns; i++)
    {
      if (!is_same (ranking, ranking->turns[i], annotation, entity))
        continue;
      if (ranking->turn_in_paragraph[i])
        values[QUO_SPEAKER_SAME_TURN] = 1;
      else if (i == 0 || (i == 1 && ranking->turn_in_paragraph[0]))
        values[QUO_SPEAKER_OWN_TURN] = quo_span_is_empty (ranking->context.cue);
      else if (i == 1)
        values[QUO_SPEAKER_LAST_TURN] = quo_span_is_empty (ranking->context.cue);
      return;
    }
}

/* Keeps the candidate, or, if its entity has one already, the better of the two. */
static void
add_candidate (Ranking *ranking, const char *id, const char *entity, QuoSpan span, double score)
{
  QuoCandidate *candidate
      = entity != NULL ? g_hash_table_lookup (ranking->by_entity, entity) : NULL;

  if (candidate != NULL && candidate->score >= score)
    return;
  if (candidate == NULL)
    {
      candidate = g_new0 (QuoCandidate, 1);
      g_ptr_array_add (ranking->candidates, candidate);
      if (entity != NULL)
        g_hash_table_insert (ranking->by_entity, (gpointer)entity, candidate);
    }
  g_free (candidate->id);
  candidate->id = g_strdup (id);
  candidate->span = span;
  candidate->score = score;
}

static QuoSpan
get_extent (const QuoAnnotation *annotation)
{
  return QUO_SPAN (annotation->ranges[0].start, annotation->ranges[annotation->n_ranges - 1].end);
}

static gboolean
is_in_quote (const Ranking *ranking, const QuoAnnotation *annotation)
{
  for (guint i = 0; i < ranking->quote->n_ranges; i++)
    for (guint k = 0; k < annotation->n_ranges; k++)
      if (quo_span_overlaps (ranking->quote->ranges[i], annotation->ranges[k]))
        return TRUE;
  return FALSE;
}

static gboolean
is_usable (const Ranking *ranking, const QuoAnnotation *annotation)
{
  return annotation != ranking->quote && !annotation->is_orphan
         && annotation->status != QUO_STATUS_REJECTED
         && g_strcmp0 (annotation->layer, ranking->quote->layer) == 0
         && !is_in_quote (ranking, annotation)
         && !quo_dateline_holds (ranking->context.page, get_extent (annotation));
}

/* Whether the pronoun beside the cue may stand for this mention: the nearest person before it. */
static gboolean
is_antecedent (Ranking *ranking, const QuoAnnotation *annotation, const double *values)
{
  QuoSpan span = get_extent (annotation);

  if (ranking->has_antecedent || values[QUO_SPEAKER_CLASHES] || !values[QUO_SPEAKER_PERSON]
      || values[QUO_SPEAKER_SUBJECT] || values[QUO_SPEAKER_QUOTED] || values[QUO_SPEAKER_POSSESSIVE]
      || span.end > ranking->context.cue.start || values[QUO_SPEAKER_OBJECT]
      || quo_speaker_context_is_pronoun (&ranking->context, span)
      || quo_speaker_context_follows_preposition (&ranking->context, span))
    return FALSE;
  ranking->has_antecedent = TRUE;
  return TRUE;
}

static void
measure_gender (const Ranking *ranking, QuoSpan span, double *values)
{
  if (values[QUO_SPEAKER_PERSON] > 0 || quo_speaker_context_is_pronoun (&ranking->context, span))
    quo_speaker_context_measure_gender (
        &ranking->context,
        quo_gender_of_mention (ranking->context.page, ranking->context.language, span), values);
}

/* The sum of what the features weigh: any number, greater is likelier. */
static double
weigh (const double values[QUO_N_SPEAKER_FEATURES])
{
  return quo_weights_sum (quo_weights_get_shipped (), QUO_MODEL_SPEAKER, values);
}

static void
consider_mention (Ranking *ranking, const QuoAnnotation *annotation)
{
  double values[QUO_N_SPEAKER_FEATURES] = { 0 };
  const char *entity = annotation->n_entities > 0 ? annotation->entities[0] : NULL;
  QuoSpan span = get_extent (annotation);

  if (!is_usable (ranking, annotation) || !measure_type (ranking, annotation->type, values))
    return;
  quo_speaker_context_measure (&ranking->context, span, values);
  measure_gender (ranking, span, values);
  quo_speaker_context_complete (&ranking->context, span,
                                quo_speaker_context_is_pronoun (&ranking->context, span), values);
  values[QUO_SPEAKER_NAMED] = values[QUO_SPEAKER_PRONOUN] == 0;
  if (quo_speaker_context_has_pronoun (&ranking->context))
    values[QUO_SPEAKER_ANTECEDENT] = is_antecedent (ranking, annotation, values);
  measure_turns (ranking, annotation, entity, values);
  add_candidate (ranking, annotation->base.id, entity, span, weigh (values));
}

/* The mentions near the quote; those before it from the nearest on. */
static void
consider_mentions (Ranking *ranking)
{
  QuoSpan hull = ranking->context.hull;
  QuoSpan window
      = QUO_SPAN (hull.start > REACH_BACK ? hull.start - REACH_BACK : 0, hull.end + REACH_ON);
  g_autoptr (GPtrArray) list
      = quo_span_index_list (quo_document_get_index (ranking->document), window);
  guint from = 0, to = list->len;

  /* Of too many the ones farthest away go first. */
  while (to - from > MAX_MENTIONS)
    {
      const QuoAnnotation *first = g_ptr_array_index (list, from);
      const QuoAnnotation *last = g_ptr_array_index (list, to - 1);

      if (hull.start - MIN (hull.start, first->ranges[0].start)
          > MAX (hull.end, last->ranges[0].start) - hull.end)
        from++;
      else
        to--;
    }
  for (guint i = to; i > from; i--)
    consider_mention (ranking, g_ptr_array_index (list, i - 1));
}

/* Who said the quotes before this one, from the nearest on. */
static void
find_turns (Ranking *ranking)
{
  QuoSpan hull = ranking->context.hull;
  g_autoptr (GPtrArray) list = quo_span_index_list (
      quo_document_get_index (ranking->document),
      QUO_SPAN (hull.start > REACH_BACK ? hull.start - REACH_BACK : 0, hull.start));

  for (guint i = list->len; i > 0 && ranking->n_turns < MAX_TURNS; i--)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (list, i - 1);
      const QuoRole *role;

      if (quo_tagset_get_kind (ranking->tagset, annotation->type) != QUO_LABEL_QUOTE
          || !is_usable (ranking, annotation))
        continue;
      role = find_role (find_quotation (ranking->document, annotation->base.id), "source");
      if (role == NULL)
        continue;
      ranking->turn_in_paragraph[ranking->n_turns]
          = annotation->ranges[0].start >= ranking->context.paragraph.start;
      ranking->turns[ranking->n_turns++] = role->members[0];
    }
}

/* Speakers of other quotes in the article who are not mentioned near this one. */
static void
consider_known (Ranking *ranking)
{
  GPtrArray *relations = quo_document_get_records (ranking->document, QUO_RECORD_RELATION);

  for (guint i = relations->len; i > 0 && relations->len - i < MAX_KNOWN; i--)
    {
      const QuoRelation *relation = g_ptr_array_index (relations, i - 1);
      const QuoRole *role
          = strcmp (relation->type, "quotation") == 0 ? find_role (relation, "source") : NULL;

      for (guint k = 0; role != NULL && k < role->n_members; k++)
        {
          const QuoAnnotation *mention
              = quo_document_find_annotation (ranking->document, role->members[k]);
          const char *id = mention == NULL           ? role->members[k]
                           : mention->n_entities > 0 ? mention->entities[0]
                                                     : NULL;
          const QuoEntity *entity
              = id != NULL ? quo_document_find_entity (ranking->document, id) : NULL;
          double values[QUO_N_SPEAKER_FEATURES] = { 0 };

          if (entity == NULL || g_hash_table_contains (ranking->by_entity, entity->base.id))
            continue;
          values[QUO_SPEAKER_PERSON] = g_strcmp0 (entity->type, "person") == 0;
          values[QUO_SPEAKER_NAMED] = 1;
          quo_speaker_context_complete (&ranking->context, QUO_SPAN (0, 0), FALSE, values);
          measure_turns (ranking, NULL, entity->base.id, values);
          add_candidate (ranking, entity->base.id, entity->base.id, QUO_SPAN (0, 0),
                         weigh (values));
        }
    }
}

static gboolean
is_annotated (const Ranking *ranking, QuoSpan span)
{
  g_autoptr (GPtrArray) list
      = quo_span_index_list (quo_document_get_index (ranking->document), span);

  for (guint i = 0; i < list->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (list, i);
      double values[QUO_N_SPEAKER_FEATURES];

      if (is_usable (ranking, annotation) && measure_type (ranking, annotation->type, values))
        return TRUE;
    }
  return FALSE;
}

/* Names and pronouns in the sentence that nobody has annotated. "She" never comes before an
 * annotated person, for it stands for one; "I" does. Where somebody annotated may have said it, a
 * "she" that is not the subject of the verb of saying would only take a digit away; and where "she"
 * is its subject, no name that is not comes before her whom it stands for. */
static void
consider_plain (Ranking *ranking)
{
  g_autoptr (GArray) plain = quo_speaker_context_list_plain (
      &ranking->context, quo_document_get_text (ranking->document));
  gboolean are_nouns = quo_language_has_capital_nouns (ranking->context.language);
  double best = -G_MAXDOUBLE;

  for (guint i = 0; i < ranking->candidates->len; i++)
    best = MAX (best, ((QuoCandidate *)g_ptr_array_index (ranking->candidates, i))->score);
  for (guint i = 0; i < plain->len; i++)
    {
      QuoSpan span = g_array_index (plain, QuoSpan, i);
      double values[QUO_N_SPEAKER_FEATURES] = { 0 };
      gboolean is_other = quo_speaker_context_is_pronoun (&ranking->context, span)
                          && !quo_speaker_context_is_self (&ranking->context, span);
      double score;

      if (is_annotated (ranking, span))
        continue;
      quo_speaker_context_measure (&ranking->context, span, values);
      values[QUO_SPEAKER_PERSON] = 0.5; /* who knows */
      values[QUO_SPEAKER_PLAIN] = 1 + are_nouns;
      values[QUO_SPEAKER_SUBJECT] *= are_nouns ? 0.5 : 1; /* it may be any noun */
      if (is_other && !values[QUO_SPEAKER_SUBJECT] && best > 0)
        continue;
      quo_speaker_context_complete (&ranking->context, span,
                                    quo_speaker_context_is_pronoun (&ranking->context, span),
                                    values);
      score = weigh (values);
      if (is_other && best > 0)
        score = MIN (score, best - 0.1);
      else if (ranking->has_antecedent && !values[QUO_SPEAKER_SUBJECT])
        score = MIN (score, best - 0.2);
      add_candidate (ranking, NULL, NULL, span, score);
    }
}

static gboolean
is_listed (const Ranking *ranking, QuoSpan span)
{
  for (guint i = 0; i < ranking->candidates->len; i++)
    if (quo_span_overlaps (((QuoCandidate *)g_ptr_array_index (ranking->candidates, i))->span,
                           span))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_marks (const Ranking *ranking, QuoSpan span)
{
  for (guint i = 0; i < ranking->quote->n_ranges; i++)
    if (quo_span_overlaps (ranking->quote->ranges[i], span))
      return TRUE;
  return quo_speaker_context_is_quoted (&ranking->context, span.start);
}

/* Names round the quote that nobody has annotated, the nearest first, where digits are left for
 * them: whoever marks quotes before names would have to type each. They come after all others. */
static void
consider_near (Ranking *ranking)
{
  QuoText *text = quo_document_get_text (ranking->document);
  QuoSpan hull = ranking->context.hull;
  guint32 from = hull.start > NEAR_BACK ? hull.start - NEAR_BACK : 0;
  guint32 end = MIN (hull.end + NEAR_ON, quo_text_get_length (text));
  double least = 0;

  if (ranking->candidates->len >= QUO_MAX_SPEAKER_CHOICES)
    return;
  for (guint i = 0; i < ranking->candidates->len; i++)
    least = MIN (least, ((QuoCandidate *)g_ptr_array_index (ranking->candidates, i))->score);
  while (from < end)
    {
      QuoSpan name = quo_name_next (text, from, ranking->context.language);
      guint32 distance = name.start < hull.start ? hull.start - name.end : name.start - hull.start;

      if (quo_span_is_empty (name) || name.start >= end)
        break;
      from = MAX (name.end, from + 1);
      if (!is_in_marks (ranking, name) && !is_annotated (ranking, name)
          && !is_listed (ranking, name) && !quo_dateline_holds (ranking->context.page, name))
        add_candidate (ranking, NULL, NULL, name, least - 1 - distance / (double)NEAR_BACK);
    }
}

GPtrArray *
quo_speakers_rank (QuoDocument *document, const QuoAnnotation *quote, const QuoTagset *tagset,
                   const QuoLanguage *language)
{
  Ranking ranking = { .document = document, .quote = quote, .tagset = tagset };

  ranking.candidates = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_candidate_free);
  if (quote->is_orphan)
    return ranking.candidates;
  ranking.by_entity = g_hash_table_new (g_str_hash, g_str_equal);
  quo_speaker_context_init (&ranking.context, quo_document_get_text (document), language,
                            quote->ranges, quote->n_ranges, find_annotated_cue (&ranking));
  find_turns (&ranking);
  consider_mentions (&ranking);
  consider_known (&ranking);
  consider_plain (&ranking);
  consider_near (&ranking);
  quo_speaker_choices_finish (ranking.candidates, document);
  quo_speaker_context_clear (&ranking.context);
  g_hash_table_unref (ranking.by_entity);
  return ranking.candidates;
}
