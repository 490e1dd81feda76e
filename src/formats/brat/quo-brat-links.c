/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What lines of brat standoff say of spans: events and relations, then attributes, normalizations,
 * notes and equivalences, which may be about any of these. */

#include "quo-config.h"

#include "quo-brat-private.h"
#include "quo-builder-private.h"
#include "quo-lines.h"

#include <glib/gi18n.h>
#include <string.h>

gboolean
quo_brat_refuse_twice (QuoBrat *brat, guint line, const char *id)
{
  const QuoDraft *first = quo_builder_find (brat->builder, id);

  return quo_import_refuse (brat->import, line, brat->error,
                            _ ("the id %s stands twice, first in line %u"), id,
                            first != NULL ? first->line : 0);
}

/* --- E and R --- */

static gboolean
has_same_ranges (const QuoDraft *a, const QuoDraft *b)
{
  if (a->ranges == NULL || b->ranges == NULL || a->ranges->len != b->ranges->len)
    return FALSE;
  for (guint i = 0; i < a->ranges->len; i++)
    if (quo_draft_get_range (a, i)->start != quo_draft_get_range (b, i)->start
        || quo_draft_get_range (a, i)->end != quo_draft_get_range (b, i)->end)
      return FALSE;
  return TRUE;
}

/* "Role:T1": @ret_role without the number of a repeated one, if it stands in @roles without. */
static gboolean
cut_argument (char *argument, GHashTable *roles, char **ret_ref)
{
  char *colon = strchr (argument, ':');
  gsize len;

  if (colon == NULL || colon == argument || colon[1] == '\0')
    return FALSE;
  *colon = '\0';
  *ret_ref = colon + 1;
  len = strlen (argument);
  while (len > 1 && g_ascii_isdigit (argument[len - 1]))
    len--;
  if (argument[len] != '\0')
    {
      g_autofree char *base = g_strndup (argument, len);

      if (g_hash_table_contains (roles, base))
        argument[len] = '\0';
    }
  g_hash_table_add (roles, g_strdup (argument));
  return TRUE;
}

/* The annotation an argument means: an event stands for its trigger. */
static const char *
get_annotation_ref (QuoBrat *brat, const char *ref)
{
  const char *trigger = g_hash_table_lookup (brat->triggers, ref);

  if (trigger == NULL)
    g_hash_table_add (brat->kept, (gpointer)ref);
  brat->n_nested += trigger != NULL;
  return trigger != NULL ? trigger : ref;
}

static gboolean
refuse_argument (QuoBrat *brat, const QuoBratLine *line, const char *argument)
{
  return quo_import_refuse (brat->import, line->number, brat->error,
                            _ ("“%s” is no role and what fills it, as in Arg1:T1"), argument);
}

static gboolean
read_arguments (QuoBrat *brat, const QuoBratLine *line, QuoDraft *draft, char *arguments)
{
  g_autoptr (GHashTable) roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char *argument, *ref;

  while ((argument = quo_lines_cut (&arguments, ' ')) != NULL)
    {
      if (*argument == '\0')
        continue;
      if (cut_argument (argument, roles, &ref))
        quo_draft_add_member (brat->builder, draft, argument, get_annotation_ref (brat, ref));
      else if (!refuse_argument (brat, line, argument))
        return FALSE;
    }
  return TRUE;
}

/* What fills a role of the event and marks just what its trigger marks; NULL: nothing. */
static const char *
find_twin (QuoBrat *brat, const QuoDraft *trigger, const char *arguments)
{
  g_auto (GStrv) parts = g_strsplit (arguments != NULL ? arguments : "", " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *colon = strchr (parts[i], ':');
      const QuoDraft *filler = colon != NULL ? quo_builder_find (brat->builder, colon + 1) : NULL;

      if (filler != NULL && filler != trigger && has_same_ranges (trigger, filler))
        return filler->ref;
    }
  return NULL;
}

/* The trigger of an event: which annotation an argument that names the event means. */
static gboolean
read_trigger (QuoBrat *brat, const QuoBratLine *line)
{
  char *arguments = strchr (line->body, ' ');
  gsize len = strcspn (line->body, " ");
  g_autofree char *head = g_strndup (line->body, len);
  char *colon = strchr (head, ':');
  QuoDraft *trigger = colon != NULL ? quo_builder_find (brat->builder, colon + 1) : NULL;
  const char *twin;

  if (colon == NULL || colon == head)
    return quo_import_refuse (
        brat->import, line->number, brat->error, "%s",
        _ ("an event begins with its type and its trigger: E1, TAB, Type:T1"));
  if (trigger == NULL)
    return quo_import_refuse (brat->import, line->number, brat->error,
                              _ ("it names “%s”, which does not exist in the file"), colon + 1);
  twin = find_twin (brat, trigger, arguments);
  g_hash_table_insert (brat->triggers, line->id, (gpointer)(twin != NULL ? twin : trigger->ref));
  g_hash_table_add (twin != NULL ? brat->twins : brat->kept, (gpointer)trigger->ref);
  return TRUE;
}

static gboolean
read_event (QuoBrat *brat, const QuoBratLine *line)
{
  const char *annotation = g_hash_table_lookup (brat->triggers, line->id);
  char *arguments = line->body;
  char *head = quo_lines_cut (&arguments, ' ');
  char *type = quo_lines_cut (&head, ':');
  QuoDraft *draft;

  /* Told before; the id may be that of another event, which has a trigger. */
  if (annotation == NULL || head == NULL)
    return TRUE;
  draft = quo_builder_add (brat->builder, QUO_RECORD_RELATION, line->id, type, line->number);
  if (draft == NULL)
    return quo_brat_refuse_twice (brat, line->number, line->id);
  if (g_str_equal (annotation, head))
    quo_draft_add_member (brat->builder, draft, "trigger", head);
  return read_arguments (brat, line, draft, arguments);
}

static gboolean
read_relation (QuoBrat *brat, const QuoBratLine *line)
{
  char *arguments = line->body;
  char *type = quo_lines_cut (&arguments, ' ');
  QuoDraft *draft
      = quo_builder_add (brat->builder, QUO_RECORD_RELATION, line->id, type, line->number);

  if (draft == NULL)
    return quo_brat_refuse_twice (brat, line->number, line->id);
  return read_arguments (brat, line, draft, arguments);
}

/* --- A, N, #, * --- */

/* The draft that the second word of the body names. */
static gboolean
find_target (QuoBrat *brat, const QuoBratLine *line, const char *ref, QuoDraft **ret_draft)
{
  *ret_draft = ref != NULL ? quo_builder_find (brat->builder, ref) : NULL;
  if (*ret_draft != NULL)
    return TRUE;
  return quo_import_refuse (brat->import, line->number, brat->error,
                            _ ("it names “%s”, which does not exist in the file"),
                            ref != NULL ? ref : "");
}

static gboolean
read_attribute (QuoBrat *brat, const QuoBratLine *line)
{
  char *rest = line->body;
  char *name = quo_lines_cut (&rest, ' ');
  char *ref = quo_lines_cut (&rest, ' ');
  QuoDraft *draft;

  if (!find_target (brat, line, ref, &draft))
    return FALSE;
  if (draft == NULL)
    return TRUE;
  if (rest == NULL || *rest == '\0')
    quo_draft_add_value (brat->builder, draft, name, QUO_VALUE_FLAG, "true", FALSE);
  else
    quo_draft_add_value (brat->builder, draft, name,
                         quo_value_is_number (rest) ? QUO_VALUE_NUMBER : QUO_VALUE_STRING, rest,
                         FALSE);
  g_hash_table_add (brat->kept, ref);
  return TRUE;
}

static gboolean
read_reference (QuoBrat *brat, const QuoBratLine *line)
{
  char *rest = line->body;
  const char *kind = quo_lines_cut (&rest, ' ');
  char *ref = quo_lines_cut (&rest, ' ');
  char *value = rest != NULL ? strchr (rest, ':') : NULL;
  QuoDraft *draft;

  if (*kind == '\0' || value == NULL || value == rest)
    return quo_import_refuse (brat->import, line->number, brat->error, "%s",
                              _ ("a normalization is Reference T1 NAME:ID, as in Wikidata:Q64"));
  if (!find_target (brat, line, ref, &draft))
    return FALSE;
  if (draft == NULL)
    return TRUE;
  *value = '\0';
  quo_draft_entities_add_id (brat->entities, draft, rest, value + 1, line->text);
  g_hash_table_add (brat->kept, ref);
  return TRUE;
}

/* A note has no line end of its own: these stand for them. */
static void
unescape (char *note)
{
  static const char escapes[] = "\\\\n\nt\tr\r";
  char *to = note;

  for (const char *p = note; *p != '\0'; p++)
    {
      const char *escape = *p == '\\' && p[1] != '\0' ? strchr (escapes, p[1]) : NULL;

      if (escape != NULL && (escape - escapes) % 2 == 0)
        {
          *to++ = escape[1];
          p++;
        }
      else
        *to++ = *p;
    }
  *to = '\0';
}

static gboolean
read_note (QuoBrat *brat, const QuoBratLine *line)
{
  char *rest = line->body;
  char *kind = quo_lines_cut (&rest, ' ');
  char *ref = quo_lines_cut (&rest, ' ');
  QuoDraft *draft;

  if (ref != NULL && strchr ("AMN", *ref) != NULL && *ref != '\0')
    {
      brat->n_lost_notes++;
      return TRUE;
    }
  if (!find_target (brat, line, ref, &draft))
    return FALSE;
  if (draft == NULL || line->text == NULL)
    return TRUE;
  g_hash_table_add (brat->kept, ref);
  if (g_str_equal (kind, "GeoPoint")
      && quo_draft_entities_add_point (brat->entities, draft, line->text))
    return TRUE;
  if (g_str_equal (kind, "AnnotatorNotes"))
    {
      unescape (line->text);
      quo_draft_add_note (brat->builder, draft, line->text);
      return TRUE;
    }
  quo_draft_add_value (brat->builder, draft, kind, QUO_VALUE_STRING, line->text, FALSE);
  brat->n_other_notes++;
  return TRUE;
}

static gboolean
read_equivalence (QuoBrat *brat, const QuoBratLine *line)
{
  char *rest = line->body;
  QuoDraft *first = NULL;
  char *ref;

  quo_lines_cut (&rest, ' ');
  while ((ref = quo_lines_cut (&rest, ' ')) != NULL)
    {
      QuoDraft *draft;

      if (*ref == '\0')
        continue;
      if (!find_target (brat, line, ref, &draft))
        return FALSE;
      if (draft != NULL && first != NULL)
        quo_draft_entities_unite (brat->entities, first, draft);
      first = first == NULL ? draft : first;
    }
  return TRUE;
}

/* --- All of them --- */

static const struct
{
  const char *kinds;
  gboolean (*read) (QuoBrat *brat, const QuoBratLine *line);
} passes[] = {
  { "E", read_trigger },   { "E", read_event }, { "R", read_relation },    { "AM", read_attribute },
  { "N", read_reference }, { "#", read_note },  { "*", read_equivalence },
};

gboolean
quo_brat_read_links (QuoBrat *brat)
{
  for (guint pass = 0; pass < G_N_ELEMENTS (passes); pass++)
    for (guint i = 0; i < brat->lines->len; i++)
      {
        const QuoBratLine *line = &g_array_index (brat->lines, QuoBratLine, i);

        if (strchr (passes[pass].kinds, line->kind) != NULL && !passes[pass].read (brat, line))
          return FALSE;
      }
  return TRUE;
}
