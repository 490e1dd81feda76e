/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the spans of a WebAnno TSV to records: annotations, then slots and relations, which may
 * point to any of them. */

#include "quo-config.h"

#include "quo-webanno-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* A column of slots in a row. */
typedef struct
{
  const QuoWebannoLayer *layer;
  const QuoWebannoRow *row;
  const char *target; /* the layer of what fills it */
} Slot;

/* The words are those of the tokens, with blanks between them where they are not told. */
static void
add_range (QuoWebanno *tsv, QuoBuilder *builder, QuoDraft *draft, const QuoWebannoSpan *span)
{
  QuoSpan at = { quo_text_from_utf16 (tsv->whole, span->start),
                 quo_text_from_utf16 (tsv->whole, span->end) };
  g_autofree char *words = quo_text_dup (tsv->whole, at);

  quo_draft_add_range (builder, draft, span->start, span->end, words, -1);
}

static void
add_annotation (QuoWebanno *tsv, QuoBuilder *builder, const QuoWebannoSpan *span)
{
  const QuoWebannoLayer *layer = &g_array_index (tsv->layers, QuoWebannoLayer, span->layer);
  QuoDraft *draft;

  if (span->start == span->end)
    {
      tsv->n_lost++;
      return;
    }
  draft = quo_builder_add (
      builder, QUO_RECORD_ANNOTATION, span->ref,
      span->label != NULL ? span->label : quo_webanno_get_short_name (layer->name), span->line);
  if (draft == NULL)
    return;
  add_range (tsv, builder, draft, span);
  for (guint i = 0; i + 1 < span->values->len; i += 2)
    quo_draft_add_value (builder, draft, g_ptr_array_index (span->values, i), QUO_VALUE_STRING,
                         g_ptr_array_index (span->values, i + 1), FALSE);
  if (span->chain != NULL)
    {
      if (quo_builder_find (builder, span->chain) == NULL)
        quo_builder_add (builder, QUO_RECORD_ENTITY, span->chain, draft->type, span->line);
      quo_draft_add_entity (builder, draft, span->chain);
    }
}

static gboolean
refuse_reference (QuoWebanno *tsv, const QuoWebannoRow *row, const char *reference)
{
  return quo_import_refuse (tsv->import, row->line, tsv->error,
                            _ ("it names “%s”, which does not exist in the file"), reference);
}

/* One filler of a slot: *relation is made with the first one. */
static gboolean
add_filler (QuoWebanno *tsv, QuoBuilder *builder, const Slot *slot, const QuoWebannoSpan *host,
            const char *role, const char *filler, QuoDraft **relation)
{
  g_autofree char *number = NULL;
  g_autofree char *token = quo_webanno_cut_id (filler, &number);
  const QuoWebannoSpan *span = quo_webanno_find_span (tsv, slot->target, token, number);

  if (*token == '\0' || g_str_equal (token, "*") || g_str_equal (token, "_"))
    return TRUE;
  if (span == NULL)
    return refuse_reference (tsv, slot->row, filler);
  if (span->start == span->end)
    return TRUE;
  if (*relation == NULL)
    {
      *relation = quo_builder_add (builder, QUO_RECORD_RELATION, NULL,
                                   quo_webanno_get_short_name (slot->layer->name), slot->row->line);
      quo_draft_add_member (builder, *relation, "head", host->ref);
    }
  quo_draft_add_member (builder, *relation, g_str_equal (role, "*") ? "member" : role, span->ref);
  return TRUE;
}

/* The roles of one annotation and what fills them, ; between. */
static gboolean
read_slot (QuoWebanno *tsv, QuoBuilder *builder, const Slot *slot, const char *role,
           const char *target)
{
  g_autofree char *id = NULL;
  g_autofree char *first = quo_webanno_cut_id (role, &id);
  const QuoWebannoSpan *host = quo_webanno_find_span (tsv, slot->layer->name, slot->row->id, id);
  g_auto (GStrv) names = quo_webanno_split (first, ';');
  g_auto (GStrv) fillers = quo_webanno_split (target, ';');
  QuoDraft *relation = NULL;

  if (host == NULL || host->start == host->end || g_str_equal (target, "_")
      || host->line != slot->row->line) /* told in its first row */
    return TRUE;
  for (guint m = 0; fillers[m] != NULL && names[m] != NULL; m++)
    if (!add_filler (tsv, builder, slot, host, names[m], fillers[m], &relation))
      return FALSE;
  return TRUE;
}

/* Slots: role values in one column, in the next what fills them. */
static gboolean
read_slots (QuoWebanno *tsv, QuoBuilder *builder, guint index, const QuoWebannoRow *row)
{
  const QuoWebannoLayer *layer = &g_array_index (tsv->layers, QuoWebannoLayer, index);

  for (guint f = 0; layer->fields[f] != NULL && layer->fields[f + 1] != NULL; f++)
    {
      const Slot slot = { layer, row, layer->fields[f + 1] };
      g_auto (GStrv) roles = NULL;
      g_auto (GStrv) targets = NULL;

      if (!g_str_has_prefix (layer->fields[f], "ROLE_"))
        continue;
      roles = quo_webanno_split (row->cells[layer->first + f], '|');
      targets = quo_webanno_split (row->cells[layer->first + f + 1], '|');
      for (guint i = 0; roles[i] != NULL && targets[i] != NULL; i++)
        if (!read_slot (tsv, builder, &slot, roles[i], targets[i]))
          return FALSE;
    }
  return TRUE;
}

static void
add_relation (QuoBuilder *builder, const char *label, const QuoWebannoSpan *source,
              const QuoWebannoSpan *target, guint line)
{
  QuoDraft *relation = quo_builder_add (builder, QUO_RECORD_RELATION, NULL, label, line);

  quo_draft_add_member (builder, relation, "source", source->ref);
  quo_draft_add_member (builder, relation, "target", target->ref);
}

/* The row is what the relation points to, the last column where it comes from: 1-1[0_1]. */
static gboolean
read_relations (QuoWebanno *tsv, QuoBuilder *builder, guint index, const QuoWebannoRow *row)
{
  const QuoWebannoLayer *layer = &g_array_index (tsv->layers, QuoWebannoLayer, index);
  guint n = g_strv_length (layer->fields);
  const char *base = g_str_has_prefix (layer->fields[n - 1], "BT_") ? layer->fields[n - 1] + 3 : "";
  g_auto (GStrv) sources = quo_webanno_split (row->cells[layer->first + n - 1], '|');
  g_auto (GStrv) values = quo_webanno_split (row->cells[layer->first], '|');
  guint n_values = g_strv_length (values);

  for (guint i = 0; sources[i] != NULL; i++)
    {
      g_autofree char *ids = NULL;
      g_autofree char *token = quo_webanno_cut_id (sources[i], &ids);
      g_auto (GStrv) pair = g_strsplit (ids, "_", 2);
      const char *from = pair[0] != NULL ? pair[0] : "";
      const char *to = pair[0] != NULL && pair[1] != NULL ? pair[1] : "";
      g_autofree char *value_id = NULL;
      g_autofree char *value
          = n > 1 && i < n_values ? quo_webanno_cut_id (values[i], &value_id) : g_strdup ("*");
      const QuoWebannoSpan *source, *target;

      if (g_str_equal (sources[i], "_") || *token == '\0')
        continue;
      if (quo_webanno_is_technical (base)) /* between tokens, which are not read */
        {
          tsv->n_lost++;
          continue;
        }
      source = quo_webanno_find_span (tsv, base, token, from);
      target = quo_webanno_find_span (tsv, base, row->id, to);
      if (source == NULL || target == NULL)
        {
          if (!refuse_reference (tsv, row, sources[i]))
            return FALSE;
          continue;
        }
      add_relation (builder,
                    g_str_equal (value, "*") ? quo_webanno_get_short_name (layer->name) : value,
                    source, target, row->line);
    }
  return TRUE;
}

static gboolean
link_spans (QuoWebanno *tsv, QuoBuilder *builder)
{
  for (guint r = 0; r < tsv->rows->len; r++)
    for (guint l = 0; l < tsv->layers->len; l++)
      {
        const QuoWebannoLayer *layer = &g_array_index (tsv->layers, QuoWebannoLayer, l);
        const QuoWebannoRow *row = &g_array_index (tsv->rows, QuoWebannoRow, r);

        if (layer->is_technical || layer->kind == QUO_WEBANNO_CHAIN)
          continue;
        if (!(layer->kind == QUO_WEBANNO_SPAN ? read_slots : read_relations) (tsv, builder, l, row))
          return FALSE;
      }
  return TRUE;
}

gboolean
quo_webanno_make_records (QuoWebanno *tsv, QuoBuilder *builder)
{
  for (guint i = 0; i < tsv->spans->len; i++)
    add_annotation (tsv, builder, g_ptr_array_index (tsv->spans, i));
  return link_spans (tsv, builder);
}
