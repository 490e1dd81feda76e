/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drafts: what the importers say, kept until the whole file is read. */

#include "quo-config.h"

#include "quo-builder-private.h"

#include "quo-error.h"

#include <glib/gi18n.h>
#include <string.h>

static void
free_draft (gpointer data)
{
  QuoDraft *draft = data;

  g_clear_pointer (&draft->ranges, g_array_unref);
  g_clear_pointer (&draft->attrs, g_array_unref);
  g_clear_pointer (&draft->links, g_array_unref);
  g_clear_pointer (&draft->ids, g_array_unref);
  g_clear_pointer (&draft->aliases, g_ptr_array_unref);
  g_free (draft);
}

QuoBuilder *
quo_builder_new (QuoArticle *article, QuoOffsets *offsets, const QuoReading *reading,
                 const char *format, guint64 seed)
{
  QuoBuilder *builder = g_new0 (QuoBuilder, 1);

  builder->article = quo_article_ref (article);
  builder->offsets = offsets;
  builder->reading = *reading;
  builder->format = format;
  builder->seed = seed;
  builder->strings = g_string_chunk_new (16384);
  builder->drafts = g_ptr_array_new_with_free_func (free_draft);
  builder->refs = g_hash_table_new (g_str_hash, g_str_equal);
  builder->layers = g_ptr_array_new_with_free_func (quo_record_unref);
  builder->agents = g_ptr_array_new_with_free_func (quo_record_unref);
  builder->notes = g_ptr_array_new_with_free_func (quo_record_unref);
  builder->layer_of = g_hash_table_new (g_str_hash, g_str_equal);
  builder->agent_of = g_hash_table_new (g_str_hash, g_str_equal);
  builder->ids = g_hash_table_new (g_str_hash, g_str_equal);
  builder->header = quo_header_new ();
  builder->joint = " ";
  return builder;
}

void
quo_builder_free (QuoBuilder *builder)
{
  if (builder == NULL)
    return;
  g_ptr_array_unref (builder->drafts);
  g_ptr_array_unref (builder->layers);
  g_ptr_array_unref (builder->agents);
  g_ptr_array_unref (builder->notes);
  g_hash_table_unref (builder->refs);
  g_hash_table_unref (builder->layer_of);
  g_hash_table_unref (builder->agent_of);
  g_hash_table_unref (builder->ids);
  g_string_chunk_free (builder->strings);
  quo_header_unref (builder->header);
  quo_offsets_free (builder->offsets);
  quo_article_unref (builder->article);
  if (builder->folded.text != NULL)
    {
      g_string_free (builder->folded.text, TRUE);
      g_array_unref (builder->folded.bytes);
    }
  g_free (builder);
}

QuoArticle *
quo_builder_get_article (const QuoBuilder *builder)
{
  return builder->article;
}

QuoHeader *
quo_builder_get_header (QuoBuilder *builder)
{
  return builder->header;
}

const char *
quo_builder_keep (QuoBuilder *builder, const char *s, gssize len)
{
  return s != NULL ? g_string_chunk_insert_len (builder->strings, s, len) : NULL;
}

void
quo_builder_name_layer (QuoBuilder *builder, const char *name)
{
  builder->layer_name = quo_builder_keep (builder, name, -1);
}

void
quo_builder_join_lines (QuoBuilder *builder)
{
  builder->is_joining = TRUE;
}

void
quo_builder_set_joint (QuoBuilder *builder, const char *joint)
{
  builder->joint = quo_builder_keep (builder, joint, -1);
}

void
quo_builder_ignore_blanks (QuoBuilder *builder)
{
  builder->ignores_blanks = TRUE;
}

void
quo_builder_set_known (QuoBuilder *builder, QuoSnapshot *known)
{
  builder->known = known;
}

void
quo_builder_update_known (QuoBuilder *builder)
{
  builder->is_updating = TRUE;
}

void
quo_builder_search_words (QuoBuilder *builder)
{
  builder->is_searching = TRUE;
}

/* --- Layers, agents, notes --- */

const char *
quo_builder_add_layer (QuoBuilder *builder, const char *ref, const QuoLayer *fields)
{
  const char *id = g_hash_table_lookup (builder->layer_of, ref);
  QuoLayer layer = *fields;

  if (id != NULL)
    return id;
  id = quo_builder_make_id (builder, fields->base.id,
                            quo_builder_hash (builder->seed + 1, ref, strlen (ref)));
  layer.base.id = id;
  g_ptr_array_add (builder->layers, quo_layer_new (&layer));
  g_hash_table_insert (builder->layer_of, (gpointer)quo_builder_keep (builder, ref, -1),
                       (gpointer)id);
  return id;
}

const char *
quo_builder_add_agent (QuoBuilder *builder, const char *ref, const QuoAgent *fields)
{
  const char *id = g_hash_table_lookup (builder->agent_of, ref);
  QuoAgent agent = *fields;

  if (id != NULL)
    return id;
  id = quo_builder_make_id (builder, fields->base.id,
                            quo_builder_hash (builder->seed + 2, ref, strlen (ref)));
  agent.base.id = id;
  g_ptr_array_add (builder->agents, quo_agent_new (&agent));
  g_hash_table_insert (builder->agent_of, (gpointer)quo_builder_keep (builder, ref, -1),
                       (gpointer)id);
  return id;
}

void
quo_builder_add_note (QuoBuilder *builder, const QuoNote *fields)
{
  QuoNote note = *fields;

  note.base.id = quo_builder_make_id (
      builder, fields->base.id,
      quo_builder_hash (builder->seed + 3, fields->text, strlen (fields->text)));
  if (note.layer == NULL)
    note.layer = quo_builder_get_layer (builder);
  g_ptr_array_add (builder->notes, quo_note_new (&note));
}

const char *
quo_builder_get_layer (QuoBuilder *builder)
{
  const char *by;

  if (builder->layer != NULL)
    return builder->layer;
  by = quo_builder_add_agent (builder, "import",
                              &(QuoAgent){ .type = "import", .name = builder->format });
  builder->layer = quo_builder_add_layer (
      builder, "import",
      &(QuoLayer){ .base = { .id = builder->layer_name }, .title = builder->layer_name, .by = by });
  return builder->layer;
}

/* --- Drafts --- */

QuoDraft *
quo_builder_add (QuoBuilder *builder, QuoRecordKind kind, const char *ref, const char *type,
                 guint line)
{
  QuoDraft *draft;

  if (ref != NULL && g_hash_table_contains (builder->refs, ref))
    return NULL;
  draft = g_new0 (QuoDraft, 1);
  draft->kind = kind;
  draft->ref = quo_builder_keep (builder, ref, -1);
  draft->type = type != NULL ? g_string_chunk_insert_const (builder->strings, type) : NULL;
  draft->line = line;
  g_ptr_array_add (builder->drafts, draft);
  if (ref != NULL)
    g_hash_table_insert (builder->refs, (gpointer)draft->ref, draft);
  builder->counts[kind]++;
  return draft;
}

QuoDraft *
quo_builder_find (const QuoBuilder *builder, const char *ref)
{
  return ref != NULL ? g_hash_table_lookup (builder->refs, ref) : NULL;
}

gboolean
quo_builder_alias (QuoBuilder *builder, const char *ref, QuoDraft *draft)
{
  if (g_hash_table_contains (builder->refs, ref))
    return FALSE;
  g_hash_table_insert (builder->refs, (gpointer)quo_builder_keep (builder, ref, -1), draft);
  return TRUE;
}

void
quo_builder_join (QuoBuilder *builder, const char *whole, const char *part)
{
  QuoDraft *into = quo_builder_find (builder, whole);
  QuoDraft *from = quo_builder_find (builder, part);
  GHashTableIter iter;
  gpointer draft;

  if (into == from || from->ranges == NULL)
    return;
  if (into->ranges == NULL)
    into->ranges = g_array_ref (from->ranges);
  else
    g_array_append_vals (into->ranges, from->ranges->data, from->ranges->len);
  from->is_dropped = TRUE;
  g_hash_table_insert (builder->refs, (gpointer)from->ref, into);
  g_hash_table_iter_init (&iter, builder->refs); /* parts that were joined to it before */
  while (from->has_parts && g_hash_table_iter_next (&iter, NULL, &draft))
    if (draft == from)
      g_hash_table_iter_replace (&iter, into);
  into->has_parts = TRUE;
}

guint
quo_builder_count (const QuoBuilder *builder, QuoRecordKind kind)
{
  return builder->counts[kind];
}

static void
append (GArray **array, gconstpointer item, guint size)
{
  if (*array == NULL)
    *array = g_array_sized_new (FALSE, FALSE, size, 1);
  g_array_append_vals (*array, item, 1);
}

void
quo_draft_add_range (QuoBuilder *builder, QuoDraft *draft, guint32 start, guint32 end,
                     const char *surface, gssize len)
{
  QuoDraftRange range = { .start = start, .end = end };

  range.surface = quo_builder_keep (builder, surface, len);
  range.len = surface == NULL ? 0 : len >= 0 ? (gsize)len : strlen (surface);
  append (&draft->ranges, &range, sizeof range);
}

void
quo_draft_set_surface (QuoBuilder *builder, QuoDraft *draft, const char *surface, gssize len)
{
  draft->surface = quo_builder_keep (builder, surface, len);
  draft->surface_len = len >= 0 ? (gsize)len : strlen (surface);
}

void
quo_draft_add_quote (QuoBuilder *builder, QuoDraft *draft, const char *exact, const char *pre,
                     const char *suf)
{
  QuoDraftRange range = { .is_quote = TRUE };

  range.surface = quo_builder_keep (builder, exact, -1);
  range.len = strlen (exact);
  range.pre = quo_builder_keep (builder, pre, -1);
  range.suf = quo_builder_keep (builder, suf, -1);
  append (&draft->ranges, &range, sizeof range);
}

void
quo_draft_set_context (QuoBuilder *builder, QuoDraft *draft, const char *pre, const char *suf)
{
  QuoDraftRange *range = quo_draft_get_range (draft, draft->ranges->len - 1);

  range->pre = quo_builder_keep (builder, pre, -1);
  range->suf = quo_builder_keep (builder, suf, -1);
}

void
quo_draft_add_value (QuoBuilder *builder, QuoDraft *draft, const char *name, QuoValueKind kind,
                     const char *text, gboolean is_list)
{
  QuoDraftValue value = { .kind = kind, .is_list = is_list };

  value.name = g_string_chunk_insert_const (builder->strings, name);
  value.text = quo_builder_keep (builder, text, -1);
  append (&draft->attrs, &value, sizeof value);
}

static void
add_link (QuoBuilder *builder, QuoDraft *draft, const char *role, const char *ref,
          const QuoDraft *target)
{
  QuoDraftLink link = { NULL, quo_builder_keep (builder, ref, -1), target };

  if (role != NULL)
    link.role = g_string_chunk_insert_const (builder->strings, role);
  append (&draft->links, &link, sizeof link);
}

void
quo_draft_add_entity (QuoBuilder *builder, QuoDraft *draft, const char *ref)
{
  add_link (builder, draft, NULL, ref, NULL);
}

void
quo_draft_link_entity (QuoBuilder *builder, QuoDraft *draft, const QuoDraft *entity)
{
  add_link (builder, draft, NULL, NULL, entity);
}

void
quo_draft_add_member (QuoBuilder *builder, QuoDraft *draft, const char *role, const char *ref)
{
  add_link (builder, draft, role, ref, NULL);
}

void
quo_draft_link_member (QuoBuilder *builder, QuoDraft *draft, const char *role,
                       const QuoDraft *member)
{
  add_link (builder, draft, role, NULL, member);
}

void
quo_draft_add_id (QuoBuilder *builder, QuoDraft *draft, const char *name, const char *value)
{
  QuoExternalId id = { g_string_chunk_insert_const (builder->strings, name),
                       quo_builder_keep (builder, value, -1) };

  for (guint i = 0; draft->ids != NULL && i < draft->ids->len; i++)
    if (g_str_equal (g_array_index (draft->ids, QuoExternalId, i).name, name))
      return;
  append (&draft->ids, &id, sizeof id);
}

void
quo_draft_add_alias (QuoBuilder *builder, QuoDraft *draft, const char *alias)
{
  if (draft->aliases == NULL)
    draft->aliases = g_ptr_array_new ();
  g_ptr_array_add (draft->aliases, (gpointer)quo_builder_keep (builder, alias, -1));
}

gboolean
quo_value_is_number (const char *s)
{
  const char *digits = *s == '-' ? s + 1 : s;
  const char *p = digits;

  while (g_ascii_isdigit (*p))
    p++;
  if (p == digits || (*digits == '0' && p > digits + 1))
    return FALSE;
  if (*p == '.' && g_ascii_isdigit (p[1]))
    for (p++; g_ascii_isdigit (*p);)
      p++;
  return *p == '\0';
}

gboolean
quo_draft_set_place (QuoBuilder *builder, QuoDraft *draft, const char *lat, const char *lon)
{
  if (lat == NULL || lon == NULL || !quo_value_is_number (lat) || !quo_value_is_number (lon)
      || ABS (g_ascii_strtod (lat, NULL)) > 90 || ABS (g_ascii_strtod (lon, NULL)) > 180)
    return FALSE;
  draft->lat = quo_builder_keep (builder, lat, -1);
  draft->lon = quo_builder_keep (builder, lon, -1);
  return TRUE;
}

void
quo_draft_add_note (QuoBuilder *builder, QuoDraft *draft, const char *note)
{
  g_autofree char *both = NULL;

  if (draft->note != NULL)
    both = g_strconcat (draft->note, "\n", note, NULL);
  draft->note = quo_builder_keep (builder, both != NULL ? both : note, -1);
}

gboolean
quo_builder_refuse (QuoBuilder *builder, guint line, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  return builder->refuse (builder->refuse_data, line, message, error);
}
