/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cells of a WebAnno TSV say, and the spans they make: one may go over several rows, and
 * several may lie upon one another. */

#include "quo-config.h"

#include "quo-webanno-private.h"

#include <string.h>

/* --- Cells --- */

char *
quo_webanno_unescape (const char *s, gsize len)
{
  static const char from[] = "ntr", to[] = "\n\t\r";
  GString *plain = g_string_sized_new (len);

  for (gsize i = 0; i < len; i++)
    {
      const char *found = s[i] == '\\' && i + 1 < len ? strchr (from, s[i + 1]) : NULL;

      i += s[i] == '\\' && i + 1 < len;
      g_string_append_c (plain, found != NULL && s[i] != '\0' ? to[found - from] : s[i]);
    }
  return g_string_free (plain, FALSE);
}

GStrv
quo_webanno_split (const char *cell, char separator)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const char *start = cell;

  for (const char *p = cell;; p++)
    if (*p == '\\' && p[1] != '\0')
      p++;
    else if (*p == separator || *p == '\0')
      {
        g_autofree char *part = g_strndup (start, (gsize)(p - start));

        g_strv_builder_add (parts, part);
        if (*p == '\0')
          return g_strv_builder_end (parts);
        start = p + 1;
      }
}

char *
quo_webanno_cut_id (const char *part, char **ret_id)
{
  const char *bracket = g_str_has_suffix (part, "]") ? strrchr (part, '[') : NULL;

  if (bracket != NULL && bracket > part && bracket[-1] == '\\')
    bracket = NULL;
  *ret_id = bracket != NULL ? g_strndup (bracket + 1, strlen (bracket) - 2) : g_strdup ("");
  return quo_webanno_unescape (part, bracket != NULL ? (gsize)(bracket - part) : strlen (part));
}

const char *
quo_webanno_get_short_name (const char *name)
{
  const char *point = strrchr (name, '.');

  return point != NULL ? point + 1 : name;
}

gboolean
quo_webanno_is_technical (const char *name)
{
  static const char *const names[]
      = { "POS", "Lemma", "Stem", "MorphologicalFeatures", "Dependency", "Token", "SurfaceForm" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (quo_webanno_get_short_name (name), names[i]))
      return TRUE;
  return FALSE;
}

/* --- Spans --- */

static void
add_key (QuoWebanno *tsv, QuoWebannoSpan *span, const char *layer, const char *token,
         const char *id)
{
  char *key = g_strjoin (" ", layer, token, id, NULL);

  if (g_hash_table_contains (tsv->by_key, key))
    g_free (key);
  else
    g_hash_table_insert (tsv->by_key, key, span);
}

QuoWebannoSpan *
quo_webanno_find_span (QuoWebanno *tsv, const char *layer, const char *token, const char *id)
{
  const char *number = g_str_equal (id, "0") ? "" : id;
  g_autofree char *key = g_strjoin (" ", layer, token, number, NULL);
  g_autofree char *any = g_strjoin (" ", "*", token, number, NULL);
  QuoWebannoSpan *span = g_hash_table_lookup (tsv->by_key, key);

  return span != NULL ? span : g_hash_table_lookup (tsv->by_key, any);
}

/* The span of the layer that goes over the row; a new one, or that of an earlier row. */
static QuoWebannoSpan *
add_span (QuoWebanno *tsv, guint layer, const QuoWebannoRow *row, const char *id, guint stacked)
{
  const QuoWebannoLayer *l = &g_array_index (tsv->layers, QuoWebannoLayer, layer);
  g_autofree char *ref = *id != '\0' ? g_strdup_printf ("%s[%s]", l->name, id)
                                     : g_strdup_printf ("%s %s.%u", l->name, row->id, stacked);
  QuoWebannoSpan *span = g_hash_table_lookup (tsv->by_key, ref);

  if (span == NULL)
    {
      span = g_new0 (QuoWebannoSpan, 1);
      *span = (QuoWebannoSpan){
        .layer = layer, .line = row->line, .start = row->start, .end = row->end
      };
      span->ref = g_strdup (ref);
      span->values = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (tsv->spans, span);
      g_hash_table_insert (tsv->by_key, g_strdup (ref), span);
    }
  span->start = MIN (span->start, row->start);
  span->end = MAX (span->end, row->end);
  add_key (tsv, span, l->name, row->id, id);
  add_key (tsv, span, "*", row->id, id);
  return span;
}

static void
take_value (QuoWebannoSpan *span, const char *field, const char *value)
{
  const char *name = quo_webanno_get_short_name (field);

  if (g_str_equal (value, "*") || g_str_equal (value, "_") || *value == '\0'
      || g_str_has_prefix (field, "ROLE_"))
    return;
  if (g_str_equal (name, "value") && span->label == NULL)
    span->label = g_strdup (value);
  else
    {
      for (guint i = 0; i + 1 < span->values->len; i += 2)
        if (g_str_equal (g_ptr_array_index (span->values, i), name))
          return;
      g_ptr_array_add (span->values, g_strdup (name));
      g_ptr_array_add (span->values, g_strdup (value));
    }
}

/* Columns of a layer of spans in one row. */
static void
read_spans (QuoWebanno *tsv, guint index, const QuoWebannoRow *row)
{
  const QuoWebannoLayer *layer = &g_array_index (tsv->layers, QuoWebannoLayer, index);
  gboolean is_target = FALSE; /* the column after a ROLE_ one */

  for (guint f = 0; layer->fields[f] != NULL; f++)
    {
      g_auto (GStrv) parts = quo_webanno_split (row->cells[layer->first + f], '|');
      gboolean is_role = g_str_has_prefix (layer->fields[f], "ROLE_");

      if (is_target && g_str_equal (row->cells[layer->first + f - 1], "_")
          && g_str_equal (parts[0], "*")) /* a slot with neither role nor filler */
        add_span (tsv, index, row, "", 0);
      for (guint i = 0; parts[i] != NULL && !is_target; i++)
        {
          g_autofree char *id = NULL;
          g_autofree char *value = quo_webanno_cut_id (parts[i], &id);

          if (!g_str_equal (parts[i], "_"))
            take_value (add_span (tsv, index, row, id, i), layer->fields[f], value);
        }
      is_target = is_role;
    }
}

/* "*->1-2" and "person[1]": link 2 of chain 1. */
static void
read_chain (QuoWebanno *tsv, guint index, const QuoWebannoRow *row)
{
  const QuoWebannoLayer *layer = &g_array_index (tsv->layers, QuoWebannoLayer, index);
  guint n = g_strv_length (layer->fields);
  guint link_at = layer->first, type_at = layer->first + 1;
  g_auto (GStrv) links = NULL;
  g_auto (GStrv) types = NULL;

  if (n < 2)
    return;
  if (g_str_has_suffix (layer->fields[0], "Type"))
    {
      link_at++;
      type_at--;
    }
  links = quo_webanno_split (row->cells[link_at], '|');
  types = quo_webanno_split (row->cells[type_at], '|');
  for (guint i = 0; links[i] != NULL && types[i] != NULL; i++)
    {
      const char *arrow = strstr (links[i], "->");
      g_autofree char *id = NULL;
      g_autofree char *type = quo_webanno_cut_id (types[i], &id);
      QuoWebannoSpan *span;

      if (arrow == NULL)
        continue;
      span = add_span (tsv, index, row, arrow + 2, i);
      if (span->label == NULL && !g_str_equal (type, "*"))
        span->label = g_strdup (type);
      if (span->chain == NULL)
        span->chain = g_strdup_printf ("chain %.*s", (int)strcspn (arrow + 2, "-"), arrow + 2);
    }
}

static void
count_technical (QuoWebanno *tsv, const QuoWebannoLayer *layer, const QuoWebannoRow *row)
{
  for (guint f = 0; layer->fields[f] != NULL; f++)
    {
      const char *cell = row->cells[layer->first + f];

      tsv->n_technical += !g_str_equal (cell, "_") && !g_str_equal (cell, "*");
    }
}

void
quo_webanno_gather_spans (QuoWebanno *tsv)
{
  for (guint r = 0; r < tsv->rows->len; r++)
    for (guint l = 0; l < tsv->layers->len; l++)
      {
        const QuoWebannoLayer *layer = &g_array_index (tsv->layers, QuoWebannoLayer, l);
        const QuoWebannoRow *row = &g_array_index (tsv->rows, QuoWebannoRow, r);

        if (layer->is_technical)
          count_technical (tsv, layer, row);
        else if (layer->kind == QUO_WEBANNO_SPAN)
          read_spans (tsv, l, row);
        else if (layer->kind == QUO_WEBANNO_CHAIN)
          read_chain (tsv, l, row);
      }
}
