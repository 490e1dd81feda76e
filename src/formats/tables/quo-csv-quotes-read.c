/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a table of quotes: each row is a quote and, if it names anybody, a quotation. The table
 * tells speakers and addressees by name only, so they become entities without a mention; where a
 * cue stands it does not tell. */

#include "quo-config.h"

#include "quo-csv-tables.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  QuoImport *import;
  QuoBuilder *builder;
  QuoCsvReader csv;
  guint n_cues;
  GError **error;
} Table;

static const char *
get (const Table *table, const char *name)
{
  return quo_csv_reader_get_named (&table->csv, name);
}

/* The entity of this name, made when it is new. */
static void
add_party (Table *table, QuoDraft *relation, const char *role, const char *name)
{
  g_autofree char *ref = g_strconcat ("entity ", name, NULL);
  QuoDraft *entity = quo_builder_find (table->builder, ref);

  if (entity == NULL)
    {
      entity = quo_builder_add (table->builder, QUO_RECORD_ENTITY, ref, "person", table->csv.line);
      entity->name = quo_builder_keep (table->builder, name, -1);
      entity->has_from = TRUE;
    }
  quo_draft_add_member (table->builder, relation, role, ref);
}

static void
add_parties (Table *table, QuoDraft *relation, const char *role, const char *cell)
{
  g_auto (GStrv) names = g_strsplit (cell != NULL ? cell : "", "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0')
      add_party (table, relation, role, names[i]);
}

static void
read_relation (Table *table, const char *quote)
{
  const char *id = get (table, "relation"), *entity = get (table, "speaker_entity");
  const char *speaker = get (table, "speaker"), *addressee = get (table, "addressee");
  g_autofree char *ref = id != NULL ? g_strconcat ("relation ", id, NULL) : NULL;
  QuoDraft *relation = quo_builder_find (table->builder, ref);

  table->n_cues += get (table, "cue") != NULL;
  if (id == NULL && speaker == NULL && entity == NULL && addressee == NULL)
    return;
  if (relation == NULL)
    relation
        = quo_builder_add (table->builder, QUO_RECORD_RELATION, ref, "quotation", table->csv.line);
  relation->id = relation->called = quo_builder_keep (table->builder, id, -1);
  quo_draft_add_member (table->builder, relation, "quote", quote);
  add_parties (table, relation, "source", entity != NULL ? entity : speaker);
  add_parties (table, relation, "addressee", addressee);
}

static gboolean
read_row (Table *table)
{
  const char *quote = get (table, "quote"), *segments = get (table, "segments");
  const char *start = get (table, "start"), *end = get (table, "end"), *form = get (table, "form");
  g_autofree char *ref = g_strdup_printf ("%s@%s", segments != NULL ? segments : "",
                                          start != NULL   ? start
                                          : quote != NULL ? quote
                                                          : "");
  QuoDraft *draft = quo_builder_find (table->builder, ref);
  guint32 from = 0, to = 0;
  gboolean is_placed = TRUE;

  if (draft == NULL) /* a quote of several relations stands in several rows */
    {
      draft
          = quo_builder_add (table->builder, QUO_RECORD_ANNOTATION, ref, "quote", table->csv.line);
      draft->has_from = TRUE;
      if (form != NULL)
        quo_draft_add_value (table->builder, draft, "form", QUO_VALUE_STRING, form, FALSE);
      if (quote != NULL && (segments != NULL || start != NULL))
        quo_draft_set_surface (table->builder, draft, quote, -1);
      if (segments != NULL)
        is_placed = quo_csv_read_ranges (table->builder, draft, segments);
      else if (start == NULL && quote != NULL)
        quo_draft_add_quote (table->builder, draft, quote, NULL, NULL);
      else if (start == NULL || end == NULL || !quo_lines_parse_uint (start, &from)
               || !quo_lines_parse_uint (end, &to))
        is_placed = FALSE;
      else
        quo_draft_add_range (table->builder, draft, from, to, NULL, 0);
    }
  draft->is_dropped = !is_placed;
  if (!is_placed)
    return quo_import_refuse (table->import, table->csv.line, table->error, "%s",
                              _ ("start and end are two whole numbers, segments several: "
                                 "0-5;12-17"));
  read_relation (table, ref);
  return TRUE;
}

static gboolean
read_rows (Table *table, GCancellable *cancellable)
{
  gboolean is_end = FALSE;

  while (quo_csv_reader_next (&table->csv, &is_end, table->error))
    if (quo_import_is_cancelled (table->csv.line, cancellable, table->error) || !read_row (table))
      return FALSE;
  return is_end;
}

static void
tell_cues (const Table *table)
{
  if (table->n_cues > 0)
    quo_report_add (table->import->report, QUO_REPORT_LOST, NULL,
                    ngettext ("%u cue was left out: the table does not tell where it stands",
                              "%u cues were left out: the table does not tell where they stand",
                              table->n_cues),
                    table->n_cues);
}

gboolean
quo_csv_quotes_read (QuoImport *import, GCancellable *cancellable, GError **error)
{
  QuoReading reading = { .unit = QUO_UNIT_CODE_POINT };
  g_autoptr (QuoBuilder) builder = quo_import_begin (import, &reading, error);
  Table table = { .import = import, .builder = builder, .error = error };
  gboolean is_read;

  if (builder == NULL)
    return FALSE;
  quo_builder_set_joint (builder, " … ");
  is_read = quo_csv_reader_init (&table.csv, import, error) && read_rows (&table, cancellable);
  quo_csv_reader_clear (&table.csv);
  if (!is_read)
    return FALSE;
  tell_cues (&table);
  return quo_import_end (import, g_steal_pointer (&builder), error);
}

gboolean
quo_csv_quotes_sniff (const char *head, gsize len)
{
  return quo_csv_head_has (head, "quote", "speaker", NULL);
}
