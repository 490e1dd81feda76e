/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two sidecars compared, in words. */
#include "quo-config.h"

#include "quo-diff.h"

#include "quo-record-merge.h"
#include "quo-shown.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_SHOWN 60

char *
quo_diff_dup_line (const char *words)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint n = 0;

  if (words == NULL)
    words = "";
  for (const char *p = words; *p != '\0' && n <= MAX_SHOWN; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (n == MAX_SHOWN)
        g_string_append (line, "…");
      else
        g_string_append_unichar (line, g_unichar_isspace (c) || g_unichar_iscntrl (c) ? ' ' : c);
    }
  return quo_shown (line->str);
}

static char *
dup_words (const QuoRecord *record)
{
  const QuoAnnotation *annotation = (const QuoAnnotation *)record;

  switch ((QuoRecordKind)record->kind)
    {
    case QUO_RECORD_ANNOTATION:
      return annotation->is_kept ? quo_annotation_dup_excerpt (annotation, NULL) : g_strdup ("");
    case QUO_RECORD_ENTITY:
      return g_strdup (((const QuoEntity *)record)->name);
    case QUO_RECORD_LAYER:
      return g_strdup (((const QuoLayer *)record)->title);
    case QUO_RECORD_AGENT:
      return g_strdup (((const QuoAgent *)record)->name);
    case QUO_RECORD_NOTE:
      return g_strdup (((const QuoNote *)record)->text);
    case QUO_RECORD_RELATION:
    default:
      return NULL;
    }
}

static const char *
get_kind_name (const QuoRecord *record)
{
  switch ((QuoRecordKind)record->kind)
    {
    case QUO_RECORD_ANNOTATION:
      return ((const QuoAnnotation *)record)->type;
    case QUO_RECORD_RELATION:
      return ((const QuoRelation *)record)->type;
    case QUO_RECORD_ENTITY:
      return _ ("entity");
    case QUO_RECORD_LAYER:
      return _ ("layer");
    case QUO_RECORD_AGENT:
      return _ ("annotator");
    case QUO_RECORD_NOTE:
    default:
      return _ ("note");
    }
}

char *
quo_diff_dup_name (const QuoRecord *record)
{
  g_autofree char *words = dup_words (record);
  g_autofree char *line = quo_diff_dup_line (words);
  g_autofree char *kind = quo_diff_dup_line (get_kind_name (record));

  if (*line == '\0')
    return g_strdup_printf ("%s (%s)", kind, record->id);
  return g_strdup_printf (_ ("%s “%s” (%s)"), kind, line, record->id);
}

/* --- Members --- */

static void
append_ranges (GString *words, const QuoAnnotation *annotation)
{
  for (guint i = 0; i < annotation->n_ranges; i++)
    g_string_append_printf (words, "%s%u–%u", i > 0 ? ", " : "", annotation->ranges[i].start,
                            annotation->ranges[i].end);
  if (annotation->is_orphan)
    g_string_append (words, _ (" (no longer in the text)"));
}

static void
append_attrs (GString *words, const QuoAttr *attrs, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (words, "%s%s ", i > 0 ? "; " : "", attrs[i].name);
      for (guint k = 0; k < attrs[i].n_values; k++)
        g_string_append_printf (words, "%s%s", k > 0 ? ", " : "", attrs[i].values[k].text);
    }
}

static void
append_strings (GString *words, const char *const *strings, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", strings[i]);
}

static void
append_roles (GString *words, const QuoRelation *relation)
{
  for (guint i = 0; i < relation->n_roles; i++)
    {
      g_string_append_printf (words, "%s%s ", i > 0 ? "; " : "", relation->roles[i].name);
      append_strings (words, relation->roles[i].members, relation->roles[i].n_members);
    }
}

static const char *
get_status (guint8 status)
{
  static const char *const names[] = { "accepted", "accepted", "suggested", "rejected" };

  return status < G_N_ELEMENTS (names) ? names[status] : names[0];
}

static void
append_annotation_member (GString *words, const QuoAnnotation *annotation, const char *member)
{
  if (strcmp (member, "at") == 0)
    append_ranges (words, annotation);
  else if (strcmp (member, "entities") == 0)
    append_strings (words, annotation->entities, annotation->n_entities);
  else if (strcmp (member, "attrs") == 0)
    append_attrs (words, annotation->attrs, annotation->n_attrs);
  else if (strcmp (member, "status") == 0)
    g_string_append (words, get_status (annotation->status));
}

static void
append_relation_member (GString *words, const QuoRelation *relation, const char *member)
{
  if (strcmp (member, "roles") == 0)
    append_roles (words, relation);
  else if (strcmp (member, "attrs") == 0)
    append_attrs (words, relation->attrs, relation->n_attrs);
  else if (strcmp (member, "status") == 0)
    g_string_append (words, get_status (relation->status));
}

static void
append_entity_member (GString *words, const QuoEntity *entity, const char *member)
{
  if (strcmp (member, "aliases") == 0)
    append_strings (words, entity->aliases, entity->n_aliases);
  else if (strcmp (member, "attrs") == 0)
    append_attrs (words, entity->attrs, entity->n_attrs);
  else if (strcmp (member, "ids") == 0)
    for (guint i = 0; i < entity->n_ids; i++)
      g_string_append_printf (words, "%s%s %s", i > 0 ? ", " : "", entity->ids[i].name,
                              entity->ids[i].value);
}

char *
quo_diff_dup_member (const QuoRecord *record, const char *member)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *plain
      = strcmp (member, "x-") == 0 ? record->extra : quo_record_get_string (record, member);

  if (plain != NULL)
    g_string_append (words, plain);
  else if (record->kind == QUO_RECORD_ANNOTATION)
    append_annotation_member (words, (const QuoAnnotation *)record, member);
  else if (record->kind == QUO_RECORD_RELATION)
    append_relation_member (words, (const QuoRelation *)record, member);
  else if (record->kind == QUO_RECORD_ENTITY)
    append_entity_member (words, (const QuoEntity *)record, member);
  return quo_diff_dup_line (words->str);
}

/* --- The whole --- */

static char *
describe_change (const char *name, const char *member, const char *was, const char *is)
{
  if (*was == '\0' && *is == '\0')
    return g_strdup_printf (_ ("changed %s: %s"), name, member);
  if (*was == '\0')
    return g_strdup_printf (_ ("changed %s: %s is now “%s”"), name, member, is);
  if (*is == '\0')
    return g_strdup_printf (_ ("changed %s: %s “%s” was taken away"), name, member, was);
  return g_strdup_printf (_ ("changed %s: %s was “%s”, is now “%s”"), name, member, was, is);
}

static void
add_change (GPtrArray *lines, const QuoRecord *old, const QuoRecord *new)
{
  g_autofree char *name = quo_diff_dup_name (new);
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  quo_record_list_differences (old, new, members);
  for (guint i = 0; i < members->len; i++)
    {
      const char *member = g_ptr_array_index (members, i);
      g_autofree char *was = quo_diff_dup_member (old, member);
      g_autofree char *is = quo_diff_dup_member (new, member);

      g_ptr_array_add (lines, describe_change (name, member, was, is));
    }
}

static void
add_header_changes (GPtrArray *lines, const QuoHeader *old, const QuoHeader *new)
{
  const char *name;

  for (guint i = 0; (name = quo_header_member_name (i)) != NULL; i++)
    {
      const char *before = quo_header_get_member (old, i), *after = quo_header_get_member (new, i);
      g_autofree char *was = quo_diff_dup_line (before);
      g_autofree char *is = quo_diff_dup_line (after);

      if (g_strcmp0 (before, after) != 0)
        g_ptr_array_add (lines, describe_change (_ ("article"), name, was, is));
    }
}

static void
add_record (GPtrArray *lines, const char *format, const QuoRecord *record)
{
  g_autofree char *name = quo_diff_dup_name (record);

  g_ptr_array_add (lines, g_strdup_printf (format, name));
}

GPtrArray *
quo_diff (QuoSnapshot *old, QuoSnapshot *new)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  add_header_changes (lines, old->header, new->header);
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    {
      for (guint i = 0; i < old->records[kind]->len; i++)
        {
          const QuoRecord *before = g_ptr_array_index (old->records[kind], i);
          const QuoRecord *after = quo_snapshot_find (new, before->id);

          if (after == NULL || after->kind != before->kind)
            add_record (lines, _ ("removed %s"), before);
          else if (!quo_record_equal (before, after))
            add_change (lines, before, after);
        }
      for (guint i = 0; i < new->records[kind]->len; i++)
        {
          const QuoRecord *after = g_ptr_array_index (new->records[kind], i);
          const QuoRecord *before = quo_snapshot_find (old, after->id);

          if (before == NULL || before->kind != after->kind)
            add_record (lines, _ ("added %s"), after);
        }
    }
  return lines;
}
