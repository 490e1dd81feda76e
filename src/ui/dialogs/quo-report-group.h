/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quo-report.h"

G_BEGIN_DECLS

/**
 * QuoReportGroup:
 *
 * A card of lines that say what became of annotations, or would: what is lost, changed, wrong.
 */
#define QUO_TYPE_REPORT_GROUP (quo_report_group_get_type ())
G_DECLARE_FINAL_TYPE (QuoReportGroup, quo_report_group, QUO, REPORT_GROUP, AdwPreferencesGroup)

void quo_report_group_clear (QuoReportGroup *group);
/* @icon (nullable): the name of one. */
void quo_report_group_add (QuoReportGroup *group, const char *line, const char *icon);
/* Shows this alone. */
void quo_report_group_show (QuoReportGroup *group, const QuoReport *report);
void quo_report_group_show_error (QuoReportGroup *group, const char *message);

G_END_DECLS
