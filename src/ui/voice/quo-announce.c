/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a message to speech. GTK can announce since 4.14, and which GTK runs is known only then, so
 * the function is looked up. An older one has nothing of the kind; there the words become the
 * description of the widget that has the keyboard: screen readers say a description that changes
 * there and nowhere else. Invariant: at most one widget has such a description, and only while it
 * has the keyboard.
 */
#include "quo-config.h"

#include "quo-announce.h"

#include "quo-after-paint.h"
#include "quo-plain-names.h"

#include <gmodule.h>

/* gtk_accessible_announce() and its middle priority, as in the header of GTK 4.14. */
typedef void (*Announce) (GtkAccessible *accessible, const char *message, int priority);
#define PRIORITY_MEDIUM 1

/* Microseconds within which the same words of two widgets are of one act. */
#define ECHO G_USEC_PER_SEC

static Announce
find_announce (void)
{
  static gsize is_known;
  static Announce announce;

  if (g_once_init_enter (&is_known))
    {
      GModule *program = g_module_open (NULL, G_MODULE_BIND_LAZY);
      gpointer symbol = NULL;

      if (program != NULL && g_module_symbol (program, "gtk_accessible_announce", &symbol))
        announce = (Announce)symbol;
      g_clear_pointer (&program, g_module_close);
      g_once_init_leave (&is_known, 1);
    }
  return announce;
}

/* What a screen reader takes for the widget that has the keyboard: the text of an entry has it, the
 * entry is in the tree. */
static GtkWidget *
find_told (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (GTK_IS_TEXT (focus)
      && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (focus))
             != GTK_ACCESSIBLE_ROLE_TEXT_BOX)
    return gtk_widget_get_ancestor (gtk_widget_get_parent (focus), GTK_TYPE_EDITABLE);
  return focus;
}

static void
on_focus_moved (GtkWindow *window, GParamSpec *pspec, GtkWidget *widget)
{
  if (find_told (window) == widget && gtk_window_is_active (window))
    return;
  g_signal_handlers_disconnect_by_func (window, on_focus_moved, widget);
  quo_plain_names_describe (widget);
}

static void
describe_focus (GtkWindow *window, const char *words)
{
  GtkWidget *focus = find_told (window);

  if (focus == NULL)
    return;
  if (g_signal_handler_find (window, G_SIGNAL_MATCH_FUNC | G_SIGNAL_MATCH_DATA, 0, 0, NULL,
                             on_focus_moved, focus)
      == 0)
    {
      g_signal_connect_object (window, "notify::focus-widget", G_CALLBACK (on_focus_moved), focus,
                               0);
      /* Else it is told again by whoever comes back from another window. */
      g_signal_connect_object (window, "notify::is-active", G_CALLBACK (on_focus_moved), focus, 0);
    }
  /* What is said twice would else not be a change. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "",
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
}

/* What was said last in a window, by which widget (never followed) and when. */
typedef struct
{
  char *words;
  gpointer by;
  gint64 at;
} Said;

static void
free_said (gpointer data)
{
  Said *said = data;

  g_free (said->words);
  g_free (said);
}

/* A notice and the line below the page often say the same of one act. */
static gboolean
is_echo (GObject *window, gpointer widget, const char *words)
{
  const Said *last = g_object_get_data (window, "quo-said");
  Said *said = g_new (Said, 1);
  gboolean is_same;

  *said = (Said){ g_strdup (words), widget, g_get_monotonic_time () };
  is_same = last != NULL && last->by != widget && said->at - last->at < ECHO
            && g_str_equal (last->words, words);
  g_object_set_data_full (window, "quo-said", said, free_said);
  return is_same;
}

static void
announce_now (GtkWidget *widget, const char *words)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  Announce announce = find_announce ();

  if (!GTK_IS_WINDOW (root) || !gtk_window_is_active (GTK_WINDOW (root))
      || is_echo (G_OBJECT (root), widget, words))
    return;
  /* GTK drops what a widget announces that no screen reader has asked about, without a word. The
   * window is always known: GTK tells of it when it becomes active. */
  if (announce != NULL)
    announce (GTK_ACCESSIBLE (root), words, PRIORITY_MEDIUM);
  else
    describe_focus (GTK_WINDOW (root), words);
}

/* Where the keyboard goes when a row vanishes or comes back is known some frames later: the words
 * wait until it stays. The place is compared, never followed. What does not show has no frames. */
static void
announce_kept (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  gpointer focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autofree char *words = NULL;

  if (gtk_widget_get_mapped (widget) && focus != g_object_get_data (G_OBJECT (widget), "quo-focus"))
    {
      g_object_set_data (G_OBJECT (widget), "quo-focus", focus);
      quo_after_paint (widget, announce_kept);
      return;
    }
  g_object_set_data (G_OBJECT (widget), "quo-focus", NULL);
  words = g_object_steal_data (G_OBJECT (widget), "quo-words");
  if (words != NULL)
    announce_now (widget, words);
}

static gboolean
on_idle (gpointer data)
{
  announce_kept (data);
  return G_SOURCE_REMOVE;
}

void
quo_announce (GtkWidget *widget, const char *words)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && words != NULL);

  if (*words == '\0')
    return;
  g_object_set_data_full (G_OBJECT (widget), "quo-words", g_strdup (words), g_free);
  if (gtk_widget_get_mapped (widget))
    quo_after_paint (widget, announce_kept);
  else
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle, g_object_ref (widget), g_object_unref);
}

static void
on_active (GtkWindow *window, GParamSpec *pspec, GtkWidget *widget)
{
  g_autofree char *words = NULL;

  if (!gtk_window_is_active (window))
    return;
  g_signal_handlers_disconnect_by_func (window, on_active, widget);
  words = g_object_steal_data (G_OBJECT (widget), "quo-standing");
  quo_announce (widget, words);
}

void
quo_announce_standing (GtkWidget *widget, const char *words)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget) && words != NULL);

  root = gtk_widget_get_root (widget);
  if (!GTK_IS_WINDOW (root) || gtk_window_is_active (GTK_WINDOW (root)))
    {
      quo_announce (widget, words);
      return;
    }
  g_object_set_data_full (G_OBJECT (widget), "quo-standing", g_strdup (words), g_free);
  g_signal_handlers_disconnect_by_func (root, on_active, widget);
  g_signal_connect_object (root, "notify::is-active", G_CALLBACK (on_active), widget, 0);
}

static void
focus_again (GtkWidget *entry)
{
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (entry)));
  GtkRoot *root = gtk_widget_get_root (entry);

  if (root == NULL || gtk_root_get_focus (root) != GTK_WIDGET (text))
    return;
  gtk_root_set_focus (root, NULL);
  gtk_text_grab_focus_without_selecting (text);
}

void
quo_announce_entry (GtkWidget *entry)
{
  g_return_if_fail (GTK_IS_EDITABLE (entry));
  quo_after_paint (entry, focus_again);
}
