/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-report-group.h"

#include <glib/gi18n.h>

struct _QuoReportGroup
{
  AdwPreferencesGroup parent_instance;
  GPtrArray *rows; /* in the group, to be removed */
};

G_DEFINE_FINAL_TYPE (QuoReportGroup, quo_report_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
find_icon (QuoReportKind kind)
{
  switch (kind)
    {
    case QUO_REPORT_LOST:
      return "list-remove-symbolic";
    case QUO_REPORT_CHANGED:
      return "dialog-warning-symbolic";
    default:
      return "dialog-information-symbolic";
    }
}

void
quo_report_group_clear (QuoReportGroup *group)
{
  g_return_if_fail (QUO_IS_REPORT_GROUP (group));

  for (guint i = 0; i < group->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group),
                                  g_ptr_array_index (group->rows, i));
  g_ptr_array_set_size (group->rows, 0);
}

void
quo_report_group_add (QuoReportGroup *group, const char *line, const char *icon)
{
  GtkWidget *row = adw_action_row_new ();

  g_return_if_fail (QUO_IS_REPORT_GROUP (group) && line != NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (group->rows, row);
}

void
quo_report_group_show (QuoReportGroup *group, const QuoReport *report)
{
  quo_report_group_clear (group);
  for (guint i = 0; i < quo_report_get_length (report); i++)
    {
      g_autofree char *line = quo_report_dup_line (report, i);

      quo_report_group_add (group, line, find_icon (quo_report_get (report, i)->kind));
    }
  if (quo_report_get_length (report) == 0)
    quo_report_group_add (group, _ ("Nothing is lost"), "emblem-ok-symbolic");
}

void
quo_report_group_show_error (QuoReportGroup *group, const char *message)
{
  quo_report_group_clear (group);
  quo_report_group_add (group, message, "dialog-error-symbolic");
}

static void
quo_report_group_dispose (GObject *object)
{
  QuoReportGroup *group = QUO_REPORT_GROUP (object);

  g_clear_pointer (&group->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (quo_report_group_parent_class)->dispose (object);
}

static void
quo_report_group_class_init (QuoReportGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quo_report_group_dispose;
}

static void
quo_report_group_init (QuoReportGroup *group)
{
  group->rows = g_ptr_array_new ();
}
