/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From drafts to records: every draft has its place; ids are given first, so that links may point
 * anywhere; then each record is made at once, out of buffers that all share. */

#include "quo-config.h"

#include "quo-builder-private.h"

#include "quo-error.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  QuoBuilder *builder;
  GHashTable *orphans; /* draft to its words */
  QuoSnapshot *snapshot;
  GArray *spans, *values, *attrs, *roles;
  GPtrArray *members, *strings;
  GError **error;
} Finish;

/* --- Parts of records --- */

static int
compare_values (gconstpointer a, gconstpointer b)
{
  return strcmp (((const QuoDraftValue *)a)->name, ((const QuoDraftValue *)b)->name);
}

/* Values of one name together, in their order; attributes by name. */
static void
collect_attrs (Finish *finish, const QuoDraft *draft)
{
  guint n = draft->attrs != NULL ? draft->attrs->len : 0;

  g_array_set_size (finish->attrs, 0);
  g_array_set_size (finish->values, 0);
  for (guint i = 0; i < n; i++)
    {
      const QuoDraftValue *draft_value = &g_array_index (draft->attrs, QuoDraftValue, i);
      QuoValue value = { draft_value->text, draft_value->kind };

      g_array_append_val (finish->values, value);
    }
  for (guint i = 0; i < n; i++)
    {
      const QuoDraftValue *value = &g_array_index (draft->attrs, QuoDraftValue, i);
      QuoAttr *last = finish->attrs->len > 0
                          ? &g_array_index (finish->attrs, QuoAttr, finish->attrs->len - 1)
                          : NULL;

      if (last == NULL || !g_str_equal (last->name, value->name))
        {
          QuoAttr attr = { value->name, &g_array_index (finish->values, QuoValue, i), 0, FALSE };

          g_array_append_val (finish->attrs, attr);
          last = &g_array_index (finish->attrs, QuoAttr, finish->attrs->len - 1);
        }
      last->n_values++;
      last->is_list = last->is_list || value->is_list || last->n_values > 1;
    }
}

static void
sort_attrs (QuoDraft *draft)
{
  if (draft->attrs != NULL && draft->attrs->len > 1)
    g_array_sort (draft->attrs, compare_values); /* stable, as GLib promises */
}

static const QuoFrom *
get_from (const QuoBuilder *builder, const QuoDraft *draft, QuoFrom *from)
{
  if (draft->has_from)
    return draft->from;
  *from = (QuoFrom){ .format = builder->format,
                     .ref = draft->called != NULL ? draft->called : draft->ref };
  return from;
}

static const char *
get_link_name (const QuoDraftLink *link)
{
  const char *name = link->target != NULL ? link->target->ref : link->ref;

  return name != NULL ? name : "";
}

/* The id of what a link means; NULL: it was left out, or is wrong, and FALSE in *ret_goes_on ends
 * the import. */
static const char *
resolve (Finish *finish, const QuoDraft *draft, const QuoDraftLink *link, guint kinds,
         gboolean *ret_goes_on)
{
  const QuoDraft *meant
      = link->target != NULL ? link->target : quo_builder_find (finish->builder, link->ref);
  const QuoRecord *known;

  *ret_goes_on = TRUE;
  if (meant != NULL && (kinds & (1u << meant->kind)) != 0)
    return meant->final_id;
  known = meant == NULL && finish->builder->known != NULL
              ? quo_snapshot_find (finish->builder->known, link->ref)
              : NULL;
  if (known != NULL && (kinds & (1u << known->kind)) != 0)
    return known->id;
  *ret_goes_on
      = quo_builder_refuse (finish->builder, draft->line, finish->error,
                            meant == NULL ? _ ("it names “%s”, which does not exist in the file")
                                          : _ ("it names “%s”, which is of the wrong kind"),
                            get_link_name (link));
  return NULL;
}

static gboolean
collect_entities (Finish *finish, const QuoDraft *draft)
{
  g_ptr_array_set_size (finish->strings, 0);
  for (guint i = 0; draft->links != NULL && i < draft->links->len; i++)
    {
      const QuoDraftLink *link = &g_array_index (draft->links, QuoDraftLink, i);
      gboolean goes_on;
      const char *id = resolve (finish, draft, link, 1u << QUO_RECORD_ENTITY, &goes_on);

      if (!goes_on)
        return FALSE;
      if (id != NULL && !g_ptr_array_find (finish->strings, id, NULL))
        g_ptr_array_add (finish->strings, (gpointer)id);
    }
  return TRUE;
}

/* --- Annotations --- */

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const QuoSpan *x = a, *y = b;

  return x->start != y->start ? (x->start < y->start ? -1 : 1)
                              : (x->end < y->end ? -1 : x->end > y->end);
}

/* Whether nothing but white space with a line end, or a tab, lies between. */
static gboolean
is_line_end_between (const QuoText *text, QuoSpan a, QuoSpan b)
{
  const char *p = quo_text_at (text, a.end), *end = quo_text_at (text, b.start);
  gboolean has_line_end = FALSE;

  for (; p < end; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        return FALSE;
      has_line_end = has_line_end || *p == '\n' || *p == '\r' || *p == '\t';
    }
  return has_line_end;
}

/* In text order; those that overlap, and those a line end parted, as one. */
static void
collect_spans (Finish *finish, const QuoDraft *draft)
{
  const QuoBuilder *builder = finish->builder;
  GArray *spans = finish->spans;
  guint n = 0;

  g_array_set_size (spans, 0);
  for (guint i = 0; i < draft->ranges->len; i++)
    g_array_append_val (spans, quo_draft_get_range (draft, i)->at);
  if (spans->len > 1)
    g_array_sort (spans, compare_ranges);
  for (guint i = 0; i < spans->len; i++)
    {
      QuoSpan span = g_array_index (spans, QuoSpan, i);
      QuoSpan *last = n > 0 ? &g_array_index (spans, QuoSpan, n - 1) : NULL;

      if (last != NULL
          && (span.start < last->end
              || (builder->is_joining
                  && is_line_end_between (builder->article->text, *last, span))))
        last->end = MAX (last->end, span.end);
      else
        g_array_index (spans, QuoSpan, n++) = span;
    }
  g_array_set_size (spans, n);
}

/* An annotation without a place keeps its words, and where the file has it as a mark. */
static void
fill_orphan (QuoAnnotation *fields, const QuoDraft *draft, const char *const *words, QuoSpan *span)
{
  guint32 n_chars = (guint32)g_utf8_strlen (*words, -1);
  guint32 start = MIN (quo_draft_get_range (draft, 0)->start, G_MAXUINT32 - n_chars);

  *span = QUO_SPAN (start, start + n_chars);
  fields->ranges = span;
  fields->n_ranges = 1;
  fields->quotes = words;
  fields->is_kept = TRUE;
  fields->is_orphan = TRUE;
}

static gboolean
make_annotation (Finish *finish, QuoDraft *draft)
{
  const char *words = g_hash_table_lookup (finish->orphans, draft);
  QuoFrom from;
  QuoSpan span;
  QuoAnnotation fields = { .base = { .id = draft->final_id, .extra = draft->extra },
                           .type = draft->type,
                           .note = draft->note,
                           .conf = draft->conf,
                           .by = draft->by,
                           .status = draft->status,
                           .created = draft->created,
                           .modified = draft->modified };

  if (!collect_entities (finish, draft))
    return FALSE;
  sort_attrs (draft);
  collect_attrs (finish, draft);
  if (words != NULL)
    fill_orphan (&fields, draft, &words, &span);
  else
    {
      collect_spans (finish, draft);
      fields.ranges = (const QuoSpan *)finish->spans->data;
      fields.n_ranges = finish->spans->len;
    }
  fields.layer = draft->layer != NULL ? draft->layer : quo_builder_get_layer (finish->builder);
  fields.entities = (const char *const *)finish->strings->pdata;
  fields.n_entities = finish->strings->len;
  fields.attrs = (const QuoAttr *)finish->attrs->data;
  fields.n_attrs = finish->attrs->len;
  fields.from = get_from (finish->builder, draft, &from);
  quo_snapshot_take (finish->snapshot, quo_annotation_new (&fields));
  return TRUE;
}

/* --- Relations --- */

static int
compare_links (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const QuoDraftLink *)a)->role, ((const QuoDraftLink *)b)->role);
}

/* Members of one role together, in their order; roles by name. */
static gboolean
collect_roles (Finish *finish, QuoDraft *draft)
{
  guint n = draft->links != NULL ? draft->links->len : 0;
  const char *name = NULL;

  g_array_set_size (finish->roles, 0);
  g_ptr_array_set_size (finish->members, 0);
  for (guint i = 0; i < n; i++) /* so that the array does not move */
    g_ptr_array_add (finish->members, NULL);
  g_ptr_array_set_size (finish->members, 0);
  if (n > 1)
    g_array_sort (draft->links, compare_links);
  for (guint i = 0; i < n; i++)
    {
      const QuoDraftLink *link = &g_array_index (draft->links, QuoDraftLink, i);
      gboolean goes_on;
      const char *id = resolve (finish, draft, link,
                                1u << QUO_RECORD_ENTITY | 1u << QUO_RECORD_ANNOTATION, &goes_on);
      QuoRole *role;

      if (!goes_on)
        return FALSE;
      if (id == NULL || link->role == NULL) /* an identity is nothing that a relation can have */
        continue;
      if (name == NULL || !g_str_equal (name, link->role))
        {
          QuoRole new_role = { link->role, NULL, 0 };

          new_role.members = (const char *const *)finish->members->pdata + finish->members->len;
          g_array_append_val (finish->roles, new_role);
          name = link->role;
        }
      role = &g_array_index (finish->roles, QuoRole, finish->roles->len - 1);
      if (quo_role_has (role, id))
        continue;
      g_ptr_array_add (finish->members, (gpointer)id);
      role->n_members++;
    }
  return TRUE;
}

static gboolean
make_relation (Finish *finish, QuoDraft *draft)
{
  const QuoRelation *known = quo_builder_find_updated (finish->builder, draft);
  QuoFrom from;
  QuoRelation fields = { .base = { .id = draft->final_id, .extra = draft->extra },
                         .type = draft->type,
                         .note = draft->note,
                         .conf = draft->conf,
                         .by = draft->by,
                         .status = draft->status,
                         .created = draft->created,
                         .modified = draft->modified };

  if (!collect_roles (finish, draft))
    return FALSE;
  if (finish->roles->len == 0)
    return quo_builder_refuse (finish->builder, draft->line, finish->error, "%s",
                               _ ("the relation links nothing"));
  sort_attrs (draft);
  collect_attrs (finish, draft);
  fields.layer = draft->layer;
  fields.roles = (const QuoRole *)finish->roles->data;
  fields.n_roles = finish->roles->len;
  fields.attrs = (const QuoAttr *)finish->attrs->data;
  fields.n_attrs = finish->attrs->len;
  fields.from = get_from (finish->builder, draft, &from);
  if (known != NULL)
    quo_builder_fill_relation (&fields, known);
  if (fields.layer == NULL)
    fields.layer = quo_builder_get_layer (finish->builder);
  quo_snapshot_take (finish->snapshot, quo_relation_new (&fields));
  return TRUE;
}

/* --- Entities --- */

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (((const QuoExternalId *)a)->name, ((const QuoExternalId *)b)->name);
}

static gboolean
make_entity (Finish *finish, QuoDraft *draft)
{
  const QuoEntity *known = quo_builder_find_updated (finish->builder, draft);
  QuoFrom from;
  QuoEntity fields = { .base = { .id = draft->final_id, .extra = draft->extra },
                       .type = draft->type,
                       .name = draft->name,
                       .note = draft->note,
                       .by = draft->by,
                       .created = draft->created,
                       .modified = draft->modified };

  if (known != NULL)
    quo_builder_add_known_names (finish->builder, draft, known);
  sort_attrs (draft);
  collect_attrs (finish, draft);
  if (draft->ids != NULL)
    {
      g_array_sort (draft->ids, compare_ids);
      fields.ids = (const QuoExternalId *)draft->ids->data;
      fields.n_ids = draft->ids->len;
    }
  if (draft->aliases != NULL)
    {
      fields.aliases = (const char *const *)draft->aliases->pdata;
      fields.n_aliases = draft->aliases->len;
    }
  if (draft->lat != NULL && draft->lon != NULL)
    {
      fields.lat = draft->lat;
      fields.lon = draft->lon;
    }
  fields.attrs = (const QuoAttr *)finish->attrs->data;
  fields.n_attrs = finish->attrs->len;
  fields.from = get_from (finish->builder, draft, &from);
  if (known != NULL)
    quo_builder_fill_entity (&fields, known);
  quo_snapshot_take (finish->snapshot, quo_entity_new (&fields));
  return TRUE;
}

/* --- All --- */

static gboolean
make_record (Finish *finish, QuoDraft *draft)
{
  if (draft->is_dropped)
    return TRUE;
  if (draft->type == NULL && draft->kind != QUO_RECORD_ENTITY)
    return quo_builder_refuse (finish->builder, draft->line, finish->error, "%s",
                               _ ("the label is missing"));
  switch (draft->kind)
    {
    case QUO_RECORD_ANNOTATION:
      return make_annotation (finish, draft);
    case QUO_RECORD_RELATION:
      return make_relation (finish, draft);
    default:
      return make_entity (finish, draft);
    }
}

static gboolean
make_records (Finish *finish)
{
  GPtrArray *drafts = finish->builder->drafts;

  for (guint i = 0; i < drafts->len; i++)
    if (!make_record (finish, g_ptr_array_index (drafts, i)))
      return FALSE;
  return TRUE;
}

static void
take_all (QuoSnapshot *snapshot, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    quo_snapshot_take (snapshot, quo_record_ref (g_ptr_array_index (records, i)));
}

/* Labels the tagset does not have stay, and are shown in grey. */
static void
tell_labels (const QuoBuilder *builder, const QuoTagset *tagset)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < builder->drafts->len; i++)
    {
      const QuoDraft *draft = g_ptr_array_index (builder->drafts, i);

      if (draft->kind != QUO_RECORD_ANNOTATION || draft->is_dropped || draft->type == NULL
          || quo_tagset_find (tagset, draft->type) != NULL
          || !g_hash_table_add (seen, (gpointer)draft->type))
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", draft->type);
    }
  if (names->len > 0)
    quo_report_add (builder->report, QUO_REPORT_NOTE, NULL,
                    _ ("Labels that are not in the tagset “%s”: %s"), tagset->name, names->str);
}

QuoSnapshot *
quo_builder_finish (QuoBuilder *builder, const QuoTagset *tagset, QuoReport *report,
                    QuoBuilderRefuse refuse, gpointer data, GError **error)
{
  g_autoptr (GHashTable) orphans = g_hash_table_new (NULL, NULL);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (builder->article, builder->header);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (QuoValue));
  g_autoptr (GArray) attrs = g_array_new (FALSE, FALSE, sizeof (QuoAttr));
  g_autoptr (GArray) roles = g_array_new (FALSE, FALSE, sizeof (QuoRole));
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  Finish finish
      = { builder, orphans, snapshot, spans, values, attrs, roles, members, strings, error };

  builder->report = report;
  builder->refuse = refuse;
  builder->refuse_data = data;
  quo_builder_check (builder);
  if (!quo_builder_place (builder, orphans, error))
    return NULL;
  quo_builder_give_ids (builder);
  if (!make_records (&finish))
    return NULL;
  take_all (snapshot, builder->agents);
  take_all (snapshot, builder->layers);
  take_all (snapshot, builder->notes);
  quo_snapshot_sort (snapshot);
  if (tagset != NULL)
    tell_labels (builder, tagset);
  return g_steal_pointer (&snapshot);
}
