/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard goes from one part of the window to the next, past all that stands in each. */
#include "quo-config.h"

#include "quo-window-private.h"

enum
{
  PANE_LIST,
  PANE_ARTICLE,
  PANE_LABELS,
  PANE_INSPECTOR,
  N_PANES,
};

static void
list_panes (QuoWindow *window, GtkWidget *ret_panes[N_PANES])
{
  ret_panes[PANE_LIST] = GTK_WIDGET (window->list_page);
  ret_panes[PANE_ARTICLE] = GTK_WIDGET (window->view);
  ret_panes[PANE_LABELS] = GTK_WIDGET (window->label_slot);
  ret_panes[PANE_INSPECTOR] = GTK_WIDGET (window->inspector);
}

/* The place of the pane that has the keyboard; N_PANES: none has, it is in a header bar. */
static guint
find_pane (QuoWindow *window, GtkWidget *const panes[N_PANES])
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  for (guint i = 0; focus != NULL && i < N_PANES; i++)
    if (panes[i] != NULL && (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i])))
      return i;
  return N_PANES;
}

static gboolean
focus_pane (QuoWindow *window, GtkWidget *pane)
{
  if (pane == NULL || !gtk_widget_get_mapped (pane))
    return FALSE;
  if (pane == GTK_WIDGET (window->view))
    return gtk_widget_grab_focus (pane);
  if (pane == GTK_WIDGET (window->list_page))
    return quo_list_column_focus_page (window->list_page);
  return gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

void
quo_window_step_pane (QuoWindow *window, gint step)
{
  GtkWidget *panes[N_PANES];
  guint at;

  list_panes (window, panes);
  at = find_pane (window, panes);
  if (at == N_PANES)
    {
      focus_pane (window, panes[PANE_ARTICLE]);
      return;
    }
  for (guint i = 1; i < N_PANES; i++)
    if (focus_pane (window, panes[(at + (step > 0 ? i : N_PANES - i)) % N_PANES]))
      return;
}
