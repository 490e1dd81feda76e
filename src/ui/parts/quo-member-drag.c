/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-member-drag.h"

/* Invariant: the name is that of the member of the same drag. */

static gpointer
copy_member (gpointer member)
{
  return g_strdup (member);
}

G_DEFINE_BOXED_TYPE (QuoMember, quo_member, copy_member, g_free)

typedef struct
{
  QuoMemberFunc find;
  gpointer data;
  char *name; /* of who is dragged */
} Source;

static GdkContentProvider *
on_prepare (GtkDragSource *drag, double x, double y, Source *source)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drag));
  g_autofree char *member = NULL;

  g_clear_pointer (&source->name, g_free);
  member = source->find (widget, x, y, source->data, &source->name);
  if (member == NULL)
    return NULL;
  return gdk_content_provider_new_typed (QUO_TYPE_MEMBER, member);
}

static void
on_begin (GtkDragSource *source_controller, GdkDrag *drag, Source *source)
{
  GtkWidget *icon = gtk_drag_icon_get_for_drag (drag);
  GtkWidget *label = gtk_label_new (source->name);

  gtk_widget_add_css_class (label, "dragged");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (icon), label);
}

static void
free_source (gpointer data, GClosure *closure)
{
  Source *source = data;

  g_free (source->name);
  g_free (source);
}

void
quo_member_drag_attach (GtkWidget *widget, QuoMemberFunc find, gpointer data)
{
  GtkDragSource *drag = gtk_drag_source_new ();
  Source *source = g_new0 (Source, 1);

  source->find = find;
  source->data = data;
  gtk_drag_source_set_actions (drag, GDK_ACTION_COPY | GDK_ACTION_LINK);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_data (drag, "prepare", G_CALLBACK (on_prepare), source, free_source, 0);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_begin), source);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}
