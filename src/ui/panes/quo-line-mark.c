/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A widget that is a line pattern, 5 px high and as wide as its place. */
#include "quo-config.h"

#include "quo-line-mark.h"
#include "quo-palette.h"

#include <adwaita.h>

#define LANE_HEIGHT 5

struct _QuoLineMark
{
  GtkWidget parent_instance;
  QuoTagset *tagset;
  const QuoLabel *label; /* of tagset, NULL: unknown to it */
  gboolean is_suggestion;
};

G_DEFINE_FINAL_TYPE (QuoLineMark, quo_line_mark, GTK_TYPE_WIDGET)

static void
quo_line_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QuoLineMark *mark = QUO_LINE_MARK (widget);
  QuoPalette palette = quo_palette_get ();

  quo_line_pattern_draw (snapshot, &palette, mark->label, mark->is_suggestion, 0, 0,
                         gtk_widget_get_width (widget));
}

static void
quo_line_mark_finalize (GObject *object)
{
  g_clear_pointer (&QUO_LINE_MARK (object)->tagset, quo_tagset_unref);
  G_OBJECT_CLASS (quo_line_mark_parent_class)->finalize (object);
}

static void
quo_line_mark_class_init (QuoLineMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = quo_line_mark_finalize;
  widget_class->snapshot = quo_line_mark_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
quo_line_mark_init (QuoLineMark *mark)
{
  gtk_widget_set_size_request (GTK_WIDGET (mark), -1, LANE_HEIGHT);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), mark, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), mark, G_CONNECT_SWAPPED);
}

GtkWidget *
quo_line_mark_new (QuoTagset *tagset, const QuoLabel *label)
{
  QuoLineMark *mark = g_object_new (QUO_TYPE_LINE_MARK, NULL);

  quo_line_mark_show (mark, tagset, label, FALSE);
  return GTK_WIDGET (mark);
}

void
quo_line_mark_show (QuoLineMark *mark, QuoTagset *tagset, const QuoLabel *label,
                    gboolean is_suggestion)
{
  g_return_if_fail (QUO_IS_LINE_MARK (mark) && tagset != NULL);

  quo_tagset_ref (tagset);
  g_clear_pointer (&mark->tagset, quo_tagset_unref);
  mark->tagset = tagset;
  mark->label = label;
  mark->is_suggestion = is_suggestion;
  gtk_widget_queue_draw (GTK_WIDGET (mark));
}
