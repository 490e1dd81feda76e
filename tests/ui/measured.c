/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The window program with more actions: those of places.h, and three of its own. app.measure: its
 * state is then a line for each text that cannot be read whole, in every window and popover that is
 * open, "fault: widget: text". app.frames: its state is then how many frames the window has painted
 * since it was first asked. From outside nobody can see either: neither the accessibility tree nor
 * a picture tells it. app.open-menu opens every menu and popover one after the other, whatever
 * language they speak.
 */
#include "quo-config.h"

#include "places.h"
#include "told-keys.h"

#include "quo-application.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <locale.h>

/* Rounding of half pixels. */
#define SLACK 1.5

static gboolean
has_tooltip (GtkWidget *widget)
{
  for (; widget != NULL && !GTK_IS_NATIVE (widget); widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;
  return FALSE;
}

static void
add (GString *faults, const char *fault, GtkWidget *widget, const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');
  GtkWidget *parent = gtk_widget_get_parent (widget);

  g_string_append_printf (faults, "%s: %s in %s: %s\n", fault, G_OBJECT_TYPE_NAME (widget),
                          parent != NULL ? G_OBJECT_TYPE_NAME (parent) : "nothing", line);
}

/* Past the left or right edge of what shows it: its window, or what scrolls up and down only. */
static gboolean
is_past_edge (GtkWidget *widget)
{
  GtkWidget *frame = gtk_widget_get_parent (widget);
  graphene_rect_t box;

  while (frame != NULL && !GTK_IS_NATIVE (frame) && !GTK_IS_SCROLLED_WINDOW (frame))
    frame = gtk_widget_get_parent (frame);
  if (frame == NULL || !gtk_widget_compute_bounds (widget, frame, &box))
    return FALSE;
  if (GTK_IS_SCROLLED_WINDOW (frame))
    {
      GtkPolicyType policy;

      gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (frame), &policy, NULL);
      if (policy != GTK_POLICY_NEVER)
        return FALSE;
    }
  return box.origin.x < -SLACK
         || box.origin.x + box.size.width > gtk_widget_get_width (frame) + SLACK;
}

/* Says who is to blame for a least width: the widest of all that is inside the widest. */
static void
add_widest (GtkWidget *window, int width, GString *faults)
{
  GtkWidget *widget = window, *widest = window;

  while (widest != NULL)
    {
      int most = 0;

      widget = widest;
      widest = NULL;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          int least;

          if (!gtk_widget_get_visible (child) || GTK_IS_NATIVE (child))
            continue;
          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
          if (least > most)
            widest = child;
          most = MAX (most, least);
        }
    }
  g_string_append_printf (faults, "too wide: %s: %d by %s %s\n", G_OBJECT_TYPE_NAME (window), width,
                          G_OBJECT_TYPE_NAME (widget),
                          GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "");
}

static void
look_at (GtkWidget *widget, int limit, GString *faults)
{
  int width;

  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_opacity (widget) == 0)
    return;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  /* Its shadow may go past the edge of the screen, what is in it may not. */
  if (GTK_IS_POPOVER (widget))
    width = MAX (width, gtk_widget_get_width (gtk_widget_get_first_child (widget)));
  if (GTK_IS_POPOVER (widget) && width > limit)
    add_widest (widget, width, faults);
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    {
      const char *text = gtk_label_get_text (GTK_LABEL (widget));

      if (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)))
          && !has_tooltip (widget))
        add (faults, "ellipsis", widget, text);
      if (is_past_edge (widget))
        add (faults, "past the edge", widget, text);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at (child, limit, faults);
}

static void
measure (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GString) faults = g_string_new (NULL);
  GListModel *windows = gtk_window_get_toplevels ();
  int limit = g_variant_get_int32 (parameter);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      int width;

      if (!gtk_widget_get_mapped (window))
        continue;
      gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      if (width > limit)
        add_widest (window, width, faults);
      look_at (window, limit, faults);
    }
  g_simple_action_set_state (action, g_variant_new_string (faults->str));
}

/* The buttons of menus and popovers that can be pressed now. */
static void
collect_buttons (GtkWidget *widget, GPtrArray *buttons)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return;
  if (GTK_IS_MENU_BUTTON (widget))
    g_ptr_array_add (buttons, widget);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      collect_buttons (child, buttons);
}

static GtkStack *
find_stack (GtkWidget *widget)
{
  GtkStack *stack = GTK_IS_STACK (widget) ? GTK_STACK (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && stack == NULL;
       child = gtk_widget_get_next_sibling (child))
    stack = find_stack (child);
  return stack;
}

/* Whether the menu has a @nth page, which then shows: the first is the menu, the others are those
 * that lead out of it. What is no menu has one page. */
static gboolean
show_page (GtkPopover *popover, guint nth)
{
  GtkStack *stack = GTK_IS_POPOVER_MENU (popover) ? find_stack (GTK_WIDGET (popover)) : NULL;
  g_autoptr (GtkSelectionModel) pages = stack != NULL ? gtk_stack_get_pages (stack) : NULL;
  g_autoptr (GObject) page = NULL;

  if (pages == NULL)
    return nth == 0;
  page = g_list_model_get_item (G_LIST_MODEL (pages), nth);
  if (page == NULL)
    return FALSE;
  gtk_stack_set_visible_child (stack, gtk_stack_page_get_child (GTK_STACK_PAGE (page)));
  return TRUE;
}

static void
on_after_paint (GdkFrameClock *clock, gboolean *is_painted)
{
  *is_painted = TRUE;
}

/* As the keyboard does: nobody opens the menu of a button that is out of sight. */
static void
scroll_to (GtkWidget *button)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (button);
  gboolean is_painted = FALSE;
  gulong handler
      = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &is_painted);

  gtk_widget_child_focus (button, GTK_DIR_TAB_FORWARD);
  gtk_widget_queue_draw (button);
  while (!is_painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

/* app.open-menu (n, m): opens the n-th menu or popover of the window in front at its m-th page; the
 * state says which it is, and is empty when there is none. Whatever was open closes; -1 is no menu.
 */
static void
open_menu (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  GtkMenuButton *button;
  const char *told;
  int nth, page;

  g_variant_get (parameter, "(ii)", &nth, &page);
  collect_buttons (GTK_WIDGET (window), buttons);
  for (guint i = 0; i < buttons->len; i++)
    if ((int)i != nth)
      gtk_menu_button_popdown (g_ptr_array_index (buttons, i));
  g_simple_action_set_state (action, g_variant_new_string (""));
  if (nth < 0 || nth >= (int)buttons->len)
    return;
  button = g_ptr_array_index (buttons, nth);
  scroll_to (GTK_WIDGET (button));
  gtk_menu_button_popup (button);
  if (gtk_menu_button_get_popover (button) == NULL
      || !show_page (gtk_menu_button_get_popover (button), (guint)page))
    return;
  told = gtk_widget_get_tooltip_text (GTK_WIDGET (button));
  g_simple_action_set_state (
      action, g_variant_new_string (told != NULL ? told : G_OBJECT_TYPE_NAME (button)));
}

static guint n_frames;

static void
count_frame (void)
{
  n_frames++;
}

static void
tell_frames (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_autofree char *told = NULL;

  if (g_signal_handler_find (clock, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, count_frame, NULL) == 0)
    g_signal_connect (clock, "after-paint", G_CALLBACK (count_frame), NULL);
  told = g_strdup_printf ("%u", n_frames);
  g_simple_action_set_state (action, g_variant_new_string (told));
}

/* QUO_TEXT_SCALE=2 is text of twice the size, QUO_ANIMATIONS=0 a desktop without motion. A setting
 * of the desktop cannot be made in a private X server without a daemon for it. */
static void
take_settings (void)
{
  const char *scale = g_getenv ("QUO_TEXT_SCALE"), *animations = g_getenv ("QUO_ANIMATIONS");
  GtkSettings *settings = gtk_settings_get_default ();

  if (scale != NULL)
    g_object_set (settings, "gtk-xft-dpi", (int)(96 * PANGO_SCALE * g_ascii_strtod (scale, NULL)),
                  NULL);
  if (animations != NULL)
    g_object_set (settings, "gtk-enable-animations", *animations != '0', NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (QuoApplication) application = NULL;
  g_autoptr (GSimpleAction) action
      = g_simple_action_new_stateful ("measure", G_VARIANT_TYPE_INT32, g_variant_new_string (""));
  g_autoptr (GSimpleAction) frames
      = g_simple_action_new_stateful ("frames", NULL, g_variant_new_string (""));
  g_autoptr (GSimpleAction) menus = g_simple_action_new_stateful (
      "open-menu", G_VARIANT_TYPE ("(ii)"), g_variant_new_string (""));
  const char *locale_dir = g_getenv ("QUO_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : QUO_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = quo_application_new ();
  g_signal_connect_after (application, "startup", G_CALLBACK (take_settings), NULL);
  g_signal_connect (action, "activate", G_CALLBACK (measure), NULL);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (action));
  g_signal_connect (menus, "activate", G_CALLBACK (open_menu), application);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (menus));
  g_signal_connect (frames, "activate", G_CALLBACK (tell_frames), application);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (frames));
  add_places (GTK_APPLICATION (application));
  add_told_keys (GTK_APPLICATION (application));
  return g_application_run (G_APPLICATION (application), argc, argv);
}
