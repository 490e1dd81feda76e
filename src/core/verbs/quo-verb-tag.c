/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tagging: new annotations, one or all of a name. */
#include "quo-config.h"

#include "quo-verb-private.h"

#include <glib/gi18n.h>
#include <string.h>

const QuoAnnotation *
quo_verb_find_same (QuoDocument *document, const char *layer, const char *type,
                    const QuoSpan *ranges, guint n_ranges)
{
  g_autoptr (GPtrArray) near = quo_span_index_list (quo_document_get_index (document), ranges[0]);

  for (guint i = 0; i < near->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (near, i);

      if (annotation->n_ranges == n_ranges && g_strcmp0 (annotation->type, type) == 0
          && g_strcmp0 (annotation->layer, layer) == 0
          && memcmp (annotation->ranges, ranges, n_ranges * sizeof *ranges) == 0)
        return annotation;
    }
  return NULL;
}

char *
quo_verb_dup_words (QuoDocument *document, const QuoAnnotation *annotation)
{
  return quo_annotation_dup_excerpt (annotation, quo_document_get_text (document));
}

/* Whether @words and @name have a word in common: "Merkel" and "Angela Merkel" have, "she" and
 * "Angela Merkel" have not. */
static gboolean
shares_word (const char *words, const char *name)
{
  g_auto (GStrv) a = g_str_tokenize_and_fold (words, NULL, NULL);
  g_auto (GStrv) b = g_str_tokenize_and_fold (name, NULL, NULL);

  for (guint i = 0; a[i] != NULL; i++)
    if (g_strv_contains ((const char *const *)b, a[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_name_of (const char *words, const QuoEntity *entity)
{
  if (entity->name != NULL && shares_word (words, entity->name))
    return TRUE;
  for (guint i = 0; i < entity->n_aliases; i++)
    if (shares_word (words, entity->aliases[i]))
      return TRUE;
  return FALSE;
}

static guint32
get_distance (QuoSpan a, QuoSpan b)
{
  return a.start > b.start ? a.start - b.start : b.start - a.start;
}

/* How far the nearest mention of @entity is that says just @words and has this type; G_MAXUINT32:
 * there is none. */
static guint32
find_nearest_mention (QuoDocument *document, const QuoEntity *entity, const char *type,
                      const char *words, QuoSpan span)
{
  GPtrArray *referrers = quo_document_get_referrers (document, entity->base.id);
  const QuoText *text = quo_document_get_text (document);
  guint32 nearest = G_MAXUINT32;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const QuoAnnotation *mention = g_ptr_array_index (referrers, i);

      if (mention->base.kind == QUO_RECORD_ANNOTATION && mention->type == type
          && mention->n_entities == 1 && mention->n_ranges == 1 && !mention->is_orphan
          && get_distance (mention->ranges[0], span) < nearest
          && mention->ranges[0].end - mention->ranges[0].start == span.end - span.start
          && quo_text_equals (text, mention->ranges[0], words))
        nearest = get_distance (mention->ranges[0], span);
    }
  return nearest;
}

/* The same words mean the same person only if they are a name: every "she" is somebody else. So the
 * words must share one with the name the entity goes by. Of several entities the nearest wins. */
const char *
quo_verb_find_entity (QuoDocument *document, const QuoLabel *label, QuoSpan span)
{
  GPtrArray *entities = quo_document_get_records (document, QUO_RECORD_ENTITY);
  const char *type = g_intern_string (label->id);
  g_autofree char *words = NULL;
  const char *found = NULL;
  guint32 nearest = G_MAXUINT32;

  if (label->kind != QUO_LABEL_ENTITY)
    return NULL;
  words = quo_text_dup (quo_document_get_text (document), span);
  for (guint i = 0; i < entities->len; i++)
    {
      const QuoEntity *entity = g_ptr_array_index (entities, i);
      guint32 distance = find_nearest_mention (document, entity, type, words, span);

      if (distance >= nearest || !is_name_of (words, entity))
        continue;
      nearest = distance;
      found = entity->base.id;
    }
  return found;
}

/* Sorted, joined, within the text. Returns: how many are left. */
static guint
clean_ranges (QuoDocument *document, QuoSpan *ranges, guint n_ranges)
{
  guint32 length = quo_text_get_length (quo_document_get_text (document));

  for (guint i = 0; i < n_ranges; i++)
    {
      ranges[i].start = MIN (ranges[i].start, length);
      ranges[i].end = MIN (ranges[i].end, length);
    }
  return quo_ranges_normalize (ranges, n_ranges);
}

/* What was suggested, or rejected before, is what a person says it is now. */
static QuoEdit *
accept_existing (QuoDocument *document, const QuoActor *actor, const QuoAnnotation *existing,
                 const char *title)
{
  QuoAnnotation fields = *existing;
  QuoVerb verb;

  quo_verb_begin (&verb, document, actor, title);
  fields.status = quo_verb_accept (existing->status);
  fields.layer = verb.layer;
  fields.by = verb.by;
  quo_verb_change_annotation (&verb, existing, &fields);
  quo_verb_select (&verb, existing->base.id);
  return verb.edit;
}

QuoEdit *
quo_verb_tag (QuoDocument *document, const QuoActor *actor, const QuoLabel *label,
              const QuoSpan *ranges, guint n_ranges, const char *entity,
              const QuoAnnotation **ret_existing)
{
  g_autofree QuoSpan *clean = NULL;
  g_autofree char *title = NULL;
  const QuoAnnotation *existing;
  QuoAnnotation fields = { 0 };
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && actor != NULL && label != NULL, NULL);
  clean = g_memdup2 (ranges, n_ranges * sizeof *ranges);
  n_ranges = clean_ranges (document, clean, n_ranges);
  if (n_ranges == 0)
    return NULL;
  existing = quo_verb_find_same (document, quo_verb_find_layer (document, actor), label->id, clean,
                                 n_ranges);
  /* Translators: an act in the undo menu, with the name of a label: "Tag as Person". */
  title = g_strdup_printf (_ ("Tag as %s"), _ (label->name));
  if (existing != NULL && quo_verb_accept (existing->status) != existing->status)
    return accept_existing (document, actor, existing, title);
  if (existing != NULL)
    {
      if (ret_existing != NULL)
        *ret_existing = existing;
      return NULL;
    }
  if (entity == NULL && n_ranges == 1)
    entity = quo_verb_find_entity (document, label, clean[0]);
  quo_verb_begin (&verb, document, actor, title);
  fields.type = label->id;
  fields.ranges = clean;
  fields.n_ranges = n_ranges;
  fields.entities = &entity;
  fields.n_entities = entity != NULL;
  quo_verb_select (&verb, quo_verb_add_annotation (&verb, &fields)->base.id);
  return verb.edit;
}

QuoEdit *
quo_verb_tag_all (QuoDocument *document, const QuoActor *actor, const QuoLabel *label,
                  const QuoSpan *spans, guint n_spans, const char *entity)
{
  const char *layer;
  g_autofree char *title = NULL;
  g_autofree QuoSpan *clean = NULL;
  guint n = 0;
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && actor != NULL && label != NULL, NULL);
  layer = quo_verb_find_layer (document, actor);
  clean = g_new (QuoSpan, MAX (n_spans, 1));
  for (guint i = 0; i < n_spans; i++)
    {
      clean[n] = spans[i];
      if (clean_ranges (document, &clean[n], 1) == 1
          && quo_verb_find_same (document, layer, label->id, &clean[n], 1) == NULL)
        n++;
    }
  if (n == 0)
    return NULL;
  if (entity == NULL)
    entity = quo_verb_find_entity (document, label, clean[0]);
  title = g_strdup_printf (_ ("Tag all as %s"), _ (label->name));
  quo_verb_begin (&verb, document, actor, title);
  for (guint i = 0; i < n; i++)
    {
      QuoAnnotation fields = { .type = label->id,
                               .ranges = &clean[i],
                               .n_ranges = 1,
                               .entities = &entity,
                               .n_entities = entity != NULL };

      quo_verb_add_annotation (&verb, &fields);
    }
  return verb.edit;
}
