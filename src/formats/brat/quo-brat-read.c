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
 * (the wide gaps are TABs). The shared tasks of BioNLP have the spans that were given in NAME.a1
 * and what was to be found in NAME.a2, which is read with the other one. Lines come in any order,
 * so T and E lines are read first. A trigger that marks the same as what fills a role, as the cue
 * of a quotation does, is that annotation said twice and becomes no second one; any other trigger
 * fills the role "trigger". */

#include "quo-config.h"

#include "quo-brat-private.h"
#include "quo-brat.h"
#include "quo-lines.h"

#include <glib/gi18n.h>

/* --- T --- */

/* "43 68;127 162" */
static gboolean
read_ranges (QuoBrat *brat, QuoDraft *draft, char *offsets)
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
read_span (QuoBrat *brat, const QuoBratLine *line)
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
    return quo_brat_refuse_twice (brat, line->number, line->id);
  quo_draft_set_surface (brat->builder, draft, line->text, -1);
  if (read_ranges (brat, draft, offsets))
    return TRUE;
  draft->is_dropped = TRUE;
  return quo_import_refuse (brat->import, line->number, brat->error, "%s",
                            _ ("offsets are two numbers, start and end, and a semicolon between "
                               "parts: 0 5;12 17"));
}

/* --- The file --- */

static gboolean
is_id (const char *id)
{
  return *id != '\0' && strchr ("TREAMN#", *id) != NULL && g_ascii_isdigit (id[1]);
}

static gboolean
cut_line (QuoBrat *brat, QuoLines *lines, QuoBratLine *line)
{
  char *rest = lines->line;

  *line = (QuoBratLine){ .number = brat->is_beside ? 0 : lines->number, .kind = *rest };
  line->id = quo_lines_cut (&rest, '\t');
  line->body = quo_lines_cut (&rest, '\t');
  line->text = rest;
  if (line->body != NULL && (is_id (line->id) || g_str_equal (line->id, "*")))
    return TRUE;
  line->kind = '\0';
  return quo_import_refuse (brat->import, line->number, brat->error, "%s",
                            _ ("a line begins with an id (T, R, E, A, M, N or # and a number, or "
                               "*) and a TAB"));
}

static gboolean
read_lines (QuoBrat *brat, char *text, gsize len, GCancellable *cancellable)
{
  QuoLines lines;
  QuoBratLine line;

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

/* NAME.a1 beside NAME.a2. *ret_text (nullable): must live as long as the lines. */
static gboolean
read_given (QuoBrat *brat, char **ret_text, GCancellable *cancellable)
{
  QuoSource *source = brat->import->source;
  gsize len;

  if (!g_str_has_suffix (quo_source_get_name (source), ".a2") || !quo_source_has (source, ".a1"))
    return TRUE;
  *ret_text = quo_source_load_text (source, ".a1", NULL, &len, brat->error);
  brat->is_beside = TRUE;
  if (*ret_text == NULL || !read_lines (brat, *ret_text, len, cancellable))
    return FALSE;
  brat->is_beside = FALSE;
  return TRUE;
}

static void
drop_twins (const QuoBrat *brat)
{
  GHashTableIter iter;
  gpointer ref;

  g_hash_table_iter_init (&iter, brat->twins);
  while (g_hash_table_iter_next (&iter, &ref, NULL))
    if (!g_hash_table_contains (brat->kept, ref))
      quo_builder_find (brat->builder, ref)->is_dropped = TRUE;
}

static void
tell (const QuoBrat *brat)
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
  g_autofree char *given = NULL;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (QuoBratLine));
  g_autoptr (GHashTable) triggers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) twins = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (QuoDraftEntities) entities = NULL;
  g_autoptr (QuoBuilder) builder = NULL;
  QuoReading reading = { .unit = QUO_UNIT_CODE_POINT, .counts_bom = TRUE };
  QuoBrat brat = { .import = import,
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
  entities = quo_draft_entities_new (builder);
  brat.builder = builder;
  brat.entities = entities;
  if (!read_given (&brat, &given, cancellable) || !read_lines (&brat, text, len, cancellable)
      || !quo_brat_read_links (&brat))
    return FALSE;
  drop_twins (&brat);
  quo_draft_entities_finish (entities);
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
