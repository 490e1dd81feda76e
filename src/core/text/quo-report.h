/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoReport:
 *
 * What a reader or writer has to tell though it went on: findings in a sidecar, what an export
 * cannot carry, what an import could not place. A list of lines; lines of one kind may be counted
 * instead of listed ("12 notes were left out").
 */
typedef enum
{
  QUO_REPORT_NOTE,    /* good to know */
  QUO_REPORT_CHANGED, /* written or read in another way */
  QUO_REPORT_LOST,    /* left out */
  QUO_REPORT_FINDING, /* wrong in the file */
} QuoReportKind;

typedef struct
{
  QuoReportKind kind;
  char *place; /* "annotations[12].at", "line 3", or NULL */
  char *message;
  guint count; /* of a counted line, else 1 */
} QuoReportLine;

typedef struct _QuoReport QuoReport;

QuoReport *quo_report_new (void) G_GNUC_WARN_UNUSED_RESULT;
void quo_report_free (QuoReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoReport, quo_report_free)

/* @report may be NULL in all of these: then nothing is kept. */
void quo_report_add (QuoReport *report, QuoReportKind kind, const char *place, const char *format,
                     ...) G_GNUC_PRINTF (4, 5);
/* Counts one more of @what (a translated, whole sentence part that reads well after a number, such
 * as "notes were left out"). */
void quo_report_count (QuoReport *report, QuoReportKind kind, const char *what);
guint quo_report_get_length (const QuoReport *report);
const QuoReportLine *quo_report_get (const QuoReport *report, guint i);
guint quo_report_count_kind (const QuoReport *report, QuoReportKind kind);
/* (transfer full): one line of text, "place: message" or "12 notes were left out". */
char *quo_report_dup_line (const QuoReport *report, guint i) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
