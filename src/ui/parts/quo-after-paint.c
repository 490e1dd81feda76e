/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-after-paint.h"

/* A tick comes before its frame is laid out and painted, in the same turn of the main loop; an idle
 * that is added by it comes after both. Before the article is loaded further and checked by
 * GtkTextView, which may go on for seconds. */
#define PRIORITY_AFTER_PAINT (GDK_PRIORITY_REDRAW + 1)

typedef struct
{
  GWeakRef widget;
  void (*func) (GtkWidget *widget);
} Task;

static Task *
new_task (GtkWidget *widget, void (*func) (GtkWidget *widget))
{
  Task *task = g_new0 (Task, 1);

  g_weak_ref_init (&task->widget, widget);
  task->func = func;
  return task;
}

static void
free_task (gpointer data)
{
  Task *task = data;

  g_weak_ref_clear (&task->widget);
  g_free (task);
}

static gboolean
on_idle (gpointer data)
{
  Task *task = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&task->widget);

  if (widget != NULL)
    task->func (widget);
  return G_SOURCE_REMOVE;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  const Task *task = data;

  g_idle_add_full (PRIORITY_AFTER_PAINT, on_idle, new_task (widget, task->func), free_task);
  return G_SOURCE_REMOVE;
}

void
quo_after_paint (GtkWidget *widget, void (*func) (GtkWidget *widget))
{
  gtk_widget_add_tick_callback (widget, on_tick, new_task (widget, func), free_task);
}
