/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading brat standoff: NAME.ann, whose offsets count code points of NAME.txt beside it.
 *
 *   T1  Type 43 68;127 162  surface        text-bound: fragments in any order
 *   E1  Type:T3 Role:T1 Role2:E2           event: its trigger, then what fills its roles
 *   R1  Type Arg1:T1 Arg2:T2               relation
 *   *   Equiv T1 T2 T3                     all the same
 *   A1  Name T1 Value  (M1 in old files)   attribute; without a value: true
 *   N1  Reference T1 Wikidata:Q64  Berlin  normalization
 *   #1  AnnotatorNotes T1  text            note
 *
 * (the wide gaps are TABs). Lines come in any order, so T and E lines are read first. A trigger
 * that marks the same as what fills a role, as the cue of a quotation does, is that annotation said
 * twice and becomes no second one; any other trigger fills the role "trigger". */

#include "quo-config.h"

#include "quo-brat-entities.h"
#include "quo-brat.h"
#include "quo-builder-private.h"
#include "quo-error.h"
#include "quo-lines.h"

#include <glib/gi18n.h>
#include <string.h>

/* A line that is read after all T lines. */
typedef struct
{
  guint number;
  char kind; /* its first letter */
  char *id, *body, *text;
} Line;

typedef struct
{
  QuoImport *import;
  QuoBuilder *builder;
  GArray *lines;        /* of Line */
  GHashTable *triggers; /* "E1" to the ref of the T its trigger is, or stands for */
  QuoBratEntities *entities;
  GHashTable *twins; /* refs of T lines that only say again what another one says */
  GHashTable *kept;  /* refs of T lines that something else is said of */
  guint n_other_notes, n_lost_notes, n_nested;
  GError **error;
} Brat;

/* --- T --- */

/* "43 68;127 162" */
static gboolean
read_ranges (Brat *brat, QuoDraft *draft, char *offsets)
{
  char *pair;

  while ((pair = quo_lines_cut (&offsets, ';')) != NULL)
    {
      char *start = quo_lines_cut (&pair, ' ');
      guint32 from, to;

      if (pair == NULL || !quo_lines_parse_uint (start, &from) || !quo_lines_parse_uint (pair, &to))
        return FALSE;
      quo_draft_add_range (brat->builder, draft, from, to, NULL, 0);
    }
  return TRUE;
}

static gboolean
refuse_twice (Brat *brat, guint line, const char *id)
{
  const QuoDraft *first = quo_builder_find (brat->builder, id);

  return quo_import_refuse (brat->import, line, brat->error,
                            _ ("the id %s stands twice, first in line %u"), id,
                            first != NULL ? first->line : 0);
}

static gboolean
read_span (Brat *brat, const Line *line)
{
  char *offsets = line->body;
  char *type = quo_lines_cut (&offsets, ' ');
  QuoDraft *draft;

  if (offsets == NULL || *type == '\0' || line->text == NULL)
    return quo_import_refuse (brat->import, line->number, brat->error, "%s",
                              _ ("a label, offsets and text are expected: "
                                 "T1, TAB, Person 0 5, TAB, the words from 0 to 5"));
  draft = quo_builder_add (brat->builder, QUO_RECORD_ANNOTATION, line->id, type, line->number);
  if (draft == NULL)
    return refuse_twice (brat, line->number, line->id);
  quo_draft_set_surface (brat->builder, draft, line->text, -1);
  if (read_ranges (brat, draft, offsets))
    return TRUE;
  draft->is_dropped = TRUE;
  return quo_import_refuse (brat->import, line->number, brat->error, "%s",
                            _ ("offsets are two numbers, start and end, and a semicolon between "
                               "parts: 0 5;12 17"));
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
get_annotation_ref (Brat *brat, const char *ref)
{
  const char *trigger = g_hash_table_lookup (brat->triggers, ref);

  if (trigger == NULL)
    g_hash_table_add (brat->kept, (gpointer)ref);
  brat->n_nested += trigger != NULL;
  return trigger != NULL ? trigger : ref;
}

static gboolean
refuse_argument (Brat *brat, const Line *line, const char *argument)
{
  return quo_import_refuse (brat->import, line->number, brat->error,
                            _ ("“%s” is no role and what fills it, as in Arg1:T1"), argument);
}

static gboolean
read_arguments (Brat *brat, const Line *line, QuoDraft *draft, char *arguments)
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
find_twin (Brat *brat, const QuoDraft *trigger, const char *arguments)
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
read_trigger (Brat *brat, const Line *line)
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
read_event (Brat *brat, const Line *line)
{
  const char *annotation = g_hash_table_lookup (brat->triggers, line->id);
  char *arguments = line->body;
  char *head = quo_lines_cut (&arguments, ' ');
  char *type = quo_lines_cut (&head, ':');
  QuoDraft *draft;

  if (annotation == NULL) /* told before */
    return TRUE;
  draft = quo_builder_add (brat->builder, QUO_RECORD_RELATION, line->id, type, line->number);
  if (draft == NULL)
    return refuse_twice (brat, line->number, line->id);
  if (g_str_equal (annotation, head))
    quo_draft_add_member (brat->builder, draft, "trigger", head);
  return read_arguments (brat, line, draft, arguments);
}

static gboolean
read_relation (Brat *brat, const Line *line)
{
  char *arguments = line->body;
  char *type = quo_lines_cut (&arguments, ' ');
  QuoDraft *draft
      = quo_builder_add (brat->builder, QUO_RECORD_RELATION, line->id, type, line->number);

  if (draft == NULL)
    return refuse_twice (brat, line->number, line->id);
  return read_arguments (brat, line, draft, arguments);
}

/* --- A, N, #, * --- */

/* The draft that the second word of the body names. */
static gboolean
find_target (Brat *brat, const Line *line, const char *ref, QuoDraft **ret_draft)
{
  *ret_draft = ref != NULL ? quo_builder_find (brat->builder, ref) : NULL;
  if (*ret_draft != NULL)
    return TRUE;
  return quo_import_refuse (brat->import, line->number, brat->error,
                            _ ("it names “%s”, which does not exist in the file"),
                            ref != NULL ? ref : "");
}

static gboolean
read_attribute (Brat *brat, const Line *line)
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
read_reference (Brat *brat, const Line *line)
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
  quo_brat_entities_add_id (brat->entities, draft, rest, value + 1, line->text);
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
read_note (Brat *brat, const Line *line)
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
      && quo_brat_entities_add_point (brat->entities, draft, line->text))
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
read_equivalence (Brat *brat, const Line *line)
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
        quo_brat_entities_unite (brat->entities, first, draft);
      first = first == NULL ? draft : first;
    }
  return TRUE;
}

/* --- The file --- */

static const struct
{
  const char *kinds;
  gboolean (*read) (Brat *brat, const Line *line);
} passes[] = {
  { "E", read_trigger },   { "E", read_event }, { "R", read_relation },    { "AM", read_attribute },
  { "N", read_reference }, { "#", read_note },  { "*", read_equivalence },
};

static gboolean
is_id (const char *id)
{
  return *id != '\0' && strchr ("TREAMN#", *id) != NULL && g_ascii_isdigit (id[1]);
}

static gboolean
cut_line (Brat *brat, QuoLines *lines, Line *line)
{
  char *rest = lines->line;

  *line = (Line){ .number = lines->number, .kind = *rest };
  line->id = quo_lines_cut (&rest, '\t');
  line->body = quo_lines_cut (&rest, '\t');
  line->text = rest;
  if (line->body != NULL && (is_id (line->id) || g_str_equal (line->id, "*")))
    return TRUE;
  line->kind = '\0';
  return quo_import_refuse (brat->import, lines->number, brat->error, "%s",
                            _ ("a line begins with an id (T, R, E, A, M, N or # and a number, or "
                               "*) and a TAB"));
}

static gboolean
read_lines (Brat *brat, char *text, gsize len, GCancellable *cancellable)
{
  QuoLines lines;
  Line line;

  quo_lines_init (&lines, text, len);
  while (quo_lines_next (&lines))
    {
      if (quo_import_is_cancelled (lines.number, cancellable, brat->error))
        return FALSE;
      if (lines.len == 0)
        continue;
      if (!cut_line (brat, &lines, &line))
        return FALSE;
      if (line.kind == 'T' && !read_span (brat, &line))
        return FALSE;
      if (line.kind != 'T' && line.kind != '\0')
        g_array_append_val (brat->lines, line);
    }
  return TRUE;
}

static gboolean
read_links (Brat *brat)
{
  for (guint pass = 0; pass < G_N_ELEMENTS (passes); pass++)
    for (guint i = 0; i < brat->lines->len; i++)
      {
        const Line *line = &g_array_index (brat->lines, Line, i);

        if (strchr (passes[pass].kinds, line->kind) != NULL && !passes[pass].read (brat, line))
          return FALSE;
      }
  return TRUE;
}

static void
drop_twins (const Brat *brat)
{
  GHashTableIter iter;
  gpointer ref;

  g_hash_table_iter_init (&iter, brat->twins);
  while (g_hash_table_iter_next (&iter, &ref, NULL))
    if (!g_hash_table_contains (brat->kept, ref))
      quo_builder_find (brat->builder, ref)->is_dropped = TRUE;
}

static void
tell (const Brat *brat)
{
  if (brat->n_nested > 0)
    quo_report_add (brat->import->report, QUO_REPORT_CHANGED, NULL,
                    ngettext ("%u role that an event fills is filled by its trigger",
                              "%u roles that events fill are filled by their triggers",
                              brat->n_nested),
                    brat->n_nested);
  if (brat->n_other_notes > 0)
    quo_report_add (brat->import->report, QUO_REPORT_CHANGED, NULL,
                    ngettext ("%u note of a kind of its own became an attribute",
                              "%u notes of kinds of their own became attributes",
                              brat->n_other_notes),
                    brat->n_other_notes);
  if (brat->n_lost_notes > 0)
    quo_report_add (brat->import->report, QUO_REPORT_LOST, NULL,
                    ngettext ("%u note on an attribute or a normalization was left out",
                              "%u notes on attributes or normalizations were left out",
                              brat->n_lost_notes),
                    brat->n_lost_notes);
}

gboolean
quo_brat_read (QuoImport *import, GCancellable *cancellable, GError **error)
{
  gsize len;
  g_autofree char *text = quo_source_load_text (import->source, NULL, NULL, &len, error);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GHashTable) triggers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) twins = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (QuoBratEntities) entities = NULL;
  g_autoptr (QuoBuilder) builder = NULL;
  QuoReading reading = { .unit = QUO_UNIT_CODE_POINT, .counts_bom = TRUE };
  Brat brat = { .import = import,
                .lines = lines,
                .triggers = triggers,
                .twins = twins,
                .kept = kept,
                .error = error };

  if (text == NULL)
    return FALSE;
  builder = quo_import_begin_beside (import, ".txt", &reading, cancellable, error);
  if (builder == NULL)
    return FALSE;
  quo_builder_join_lines (builder);
  entities = quo_brat_entities_new (builder);
  brat.builder = builder;
  brat.entities = entities;
  if (!read_lines (&brat, text, len, cancellable) || !read_links (&brat))
    return FALSE;
  drop_twins (&brat);
  quo_brat_entities_finish (entities);
  tell (&brat);
  return quo_import_end (import, g_steal_pointer (&builder), error);
}

/* Every line begins as lines do, and one of the first marks a span. */
gboolean
quo_brat_sniff (const char *head, gsize len)
{
  gboolean has_span = FALSE;

  for (const char *p = head; p != NULL && p < head + len; p = strchr (p, '\n'), p = p ? p + 1 : p)
    {
      guint32 n_digits = 0;

      if (*p == '\n' || *p == '\r')
        continue;
      if (strchr ("TREAMN#*", *p) == NULL)
        return FALSE;
      while (g_ascii_isdigit (p[1 + n_digits]))
        n_digits++;
      if (p[1 + n_digits] != '\t' || (n_digits == 0) != (*p == '*'))
        return FALSE;
      has_span = has_span || *p == 'T';
    }
  return has_span;
}
