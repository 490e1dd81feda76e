/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of lines; each either says something once or counts. */
#include "quo-report.h"

typedef struct
{
  QuoReportLine line; /* first: what callers see */
  gboolean is_counted;
} Entry;

struct _QuoReport
{
  GPtrArray *entries; /* owns them */
  GPtrArray *counted; /* those that count: few, however long the report is */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->line.place);
  g_free (entry->line.message);
  g_free (entry);
}

static Entry *
add_entry (QuoReport *report, QuoReportKind kind, const char *place, char *message)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->line.kind = kind;
  entry->line.place = g_strdup (place);
  entry->line.message = message;
  entry->line.count = 1;
  g_ptr_array_add (report->entries, entry);
  return entry;
}

static const Entry *
get_entry (const QuoReport *report, guint i)
{
  return g_ptr_array_index (report->entries, i);
}

QuoReport *
quo_report_new (void)
{
  QuoReport *report = g_new0 (QuoReport, 1);

  report->entries = g_ptr_array_new_with_free_func (entry_free);
  report->counted = g_ptr_array_new ();
  return report;
}

void
quo_report_free (QuoReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->counted);
  g_ptr_array_unref (report->entries);
  g_free (report);
}

void
quo_report_add (QuoReport *report, QuoReportKind kind, const char *place, const char *format, ...)
{
  va_list args;

  if (report == NULL)
    return;
  va_start (args, format);
  add_entry (report, kind, place, g_strdup_vprintf (format, args));
  va_end (args);
}

void
quo_report_count (QuoReport *report, QuoReportKind kind, const char *what)
{
  Entry *counted;

  g_return_if_fail (what != NULL);
  if (report == NULL)
    return;
  for (guint i = 0; i < report->counted->len; i++)
    {
      Entry *entry = g_ptr_array_index (report->counted, i);

      if (entry->line.kind == kind && g_str_equal (entry->line.message, what))
        {
          entry->line.count++;
          return;
        }
    }
  counted = add_entry (report, kind, NULL, g_strdup (what));
  counted->is_counted = TRUE;
  g_ptr_array_add (report->counted, counted);
}

guint
quo_report_get_length (const QuoReport *report)
{
  return report != NULL ? report->entries->len : 0;
}

const QuoReportLine *
quo_report_get (const QuoReport *report, guint i)
{
  g_return_val_if_fail (i < quo_report_get_length (report), NULL);
  return &get_entry (report, i)->line;
}

guint
quo_report_count_kind (const QuoReport *report, QuoReportKind kind)
{
  guint n = 0;

  for (guint i = 0; i < quo_report_get_length (report); i++)
    if (get_entry (report, i)->line.kind == kind)
      n += get_entry (report, i)->line.count;
  return n;
}

char *
quo_report_dup_line (const QuoReport *report, guint i)
{
  const Entry *entry;

  g_return_val_if_fail (i < quo_report_get_length (report), NULL);
  entry = get_entry (report, i);
  if (entry->is_counted)
    return g_strdup_printf ("%u %s", entry->line.count, entry->line.message);
  if (entry->line.place != NULL)
    return g_strdup_printf ("%s: %s", entry->line.place, entry->line.message);
  return g_strdup (entry->line.message);
}
