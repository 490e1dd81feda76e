/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables as text: separators, quotation marks, and what spreadsheets need. */

#include "quo-config.h"

#include "quo-csv.h"

#include <glib/gi18n.h>
#include <string.h>

const QuoFormatOption quo_csv_options[] = {
  { "separator", ",|;|tab",
    N_ ("What stands between cells; spreadsheets in many languages want ;") },
  { "bom", "no|yes", N_ ("A byte order mark, by which Excel knows UTF-8") },
  { "safe", "no|yes", N_ ("An apostrophe before cells a spreadsheet would take for a formula") },
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

void
quo_csv_init (QuoCsv *csv, GString *out, const QuoFormatOptions *options)
{
  const char *separator = quo_format_options_get (options, "separator");

  csv->out = out;
  csv->separator = separator == NULL ? ',' : g_str_equal (separator, "tab") ? '\t' : *separator;
  csv->is_safe = quo_format_options_is (options, "safe", "yes");
  csv->has_cell = FALSE;
  if (quo_format_options_is (options, "bom", "yes"))
    g_string_append (out, "\xef\xbb\xbf");
}

static void
begin_cell (QuoCsv *csv)
{
  if (csv->has_cell)
    g_string_append_c (csv->out, csv->separator);
  csv->has_cell = TRUE;
}

#define FORMULA_STARTS "=+-@\t\r"

/* Numbers with a sign are no formulas. */
static gboolean
looks_like_formula (const char *utf8)
{
  char *end;

  if (*utf8 == '\0' || strchr (FORMULA_STARTS, *utf8) == NULL)
    return FALSE;
  g_ascii_strtod (utf8, &end);
  return end == utf8 || *end != '\0';
}

gboolean
quo_csv_is_guarded (const char *utf8)
{
  gsize n = strspn (utf8, "'");

  return n > 0 && utf8[n] != '\0' && strchr (FORMULA_STARTS, utf8[n]) != NULL;
}

/* What would lose an apostrophe of its own when it is read gets one more. */
static gboolean
needs_guard (const QuoCsv *csv, const char *utf8)
{
  return quo_csv_is_guarded (utf8) || (csv->is_safe && looks_like_formula (utf8));
}

void
quo_csv_cell (QuoCsv *csv, const char *utf8)
{
  const char special[] = { csv->separator, '"', '\r', '\n', '\0' };

  begin_cell (csv);
  if (utf8 == NULL)
    return;
  if (strpbrk (utf8, special) == NULL)
    {
      if (needs_guard (csv, utf8))
        g_string_append_c (csv->out, '\'');
      g_string_append (csv->out, utf8);
      return;
    }
  g_string_append_c (csv->out, '"');
  if (needs_guard (csv, utf8))
    g_string_append_c (csv->out, '\'');
  for (const char *p = utf8; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv->out, '"');
      g_string_append_c (csv->out, *p);
    }
  g_string_append_c (csv->out, '"');
}

void
quo_csv_uint (QuoCsv *csv, guint32 n)
{
  begin_cell (csv);
  g_string_append_printf (csv->out, "%u", n);
}

void
quo_csv_cells (QuoCsv *csv, ...)
{
  const char *cell;
  va_list args;

  va_start (args, csv);
  while ((cell = va_arg (args, const char *)) != NULL)
    quo_csv_cell (csv, cell);
  va_end (args);
}

void
quo_csv_end_row (QuoCsv *csv)
{
  g_string_append (csv->out, "\r\n");
  csv->has_cell = FALSE;
}

void
quo_csv_ranges (QuoCsv *csv, const QuoAnnotation *annotation)
{
  GString *ranges = g_string_new (NULL);

  for (guint i = 0; i < annotation->n_ranges; i++)
    g_string_append_printf (ranges, "%s%u-%u", i > 0 ? ";" : "", annotation->ranges[i].start,
                            annotation->ranges[i].end);
  quo_csv_cell (csv, ranges->str);
  g_string_free (ranges, TRUE);
}

const char *
quo_csv_find_id (const QuoEntity *entity, const char *name)
{
  for (guint i = 0; i < entity->n_ids; i++)
    if (g_str_equal (entity->ids[i].name, name))
      return entity->ids[i].value;
  return NULL;
}

guint
quo_csv_count_other_ids (const QuoEntity *entity)
{
  return entity->n_ids - (quo_csv_find_id (entity, "wikidata") != NULL)
         - (quo_csv_find_id (entity, "geonames") != NULL);
}
