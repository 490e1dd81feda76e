/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preferences as a window: bindings to QuoPreferences, and a row for the keys of each
 * action. */
#include "quo-config.h"

#include "quo-preferences-window.h"

#include "quo-key-row.h"
#include "quo-keymap.h"
#include "quo-list-leave.h"
#include "quo-palette.h"
#include "quo-preferences.h"
#include "quo-suggester.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define BOTH (G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL)

#define QUO_TYPE_PREFERENCES_WINDOW (quo_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (QuoPreferencesWindow, quo_preferences_window, QUO, PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

struct _QuoPreferencesWindow
{
  AdwPreferencesWindow parent_instance;
  AdwEntryRow *name;
  AdwComboRow *typeface, *density;
  GtkSpinButton *size, *line_width, *line_spacing;
  AdwPreferencesPage *keys;
  AdwPreferencesGroup *suggesters;
  GtkButton *reset_keys;
  QuoSession *session; /* owned, NULL: no window is open */
  GtkSwitch *margin_names, *auto_advance;
  guint next_group, filling; /* of the keys: which group gets its rows next, and the idle for it */
};

G_DEFINE_FINAL_TYPE (QuoPreferencesWindow, quo_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* The values of the settings in the order of the rows. */
static const char *const typefaces[] = { "serif", "sans", "system" };
static const char *const densities[] = { "none", "lines", "labels" };
G_STATIC_ASSERT (G_N_ELEMENTS (typefaces) == 3 && G_N_ELEMENTS (densities) == 3);

static gboolean
to_place (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  const char *const *names = data;

  for (guint i = 0; i < 3; i++)
    if (g_strcmp0 (names[i], g_value_get_string (from)) == 0)
      g_value_set_uint (to, i);
  return TRUE;
}

static gboolean
to_name (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  const char *const *names = data;
  guint place = g_value_get_uint (from);

  if (place >= 3)
    return FALSE;
  g_value_set_string (to, names[place]);
  return TRUE;
}

/* A name is taken when it is confirmed: every letter of it would be another annotator. */
static void
on_name_applied (AdwEntryRow *row)
{
  g_object_set (quo_preferences_get (), "annotator-name",
                gtk_editable_get_text (GTK_EDITABLE (row)), NULL);
}

/* Who closes the window means what stands in it. */
static gboolean
on_close (QuoPreferencesWindow *window)
{
  g_autofree char *name = quo_preferences_dup_string (quo_preferences_get (), "annotator-name");

  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (window->name)), name) != 0)
    on_name_applied (window->name);
  return GDK_EVENT_PROPAGATE;
}

static void
on_suggester_switched (GtkSwitch *toggle, GParamSpec *pspec, const QuoSuggester *suggester)
{
  quo_preferences_set_suggester (quo_preferences_get (), suggester->id,
                                 gtk_switch_get_active (toggle));
}

static void
add_suggester (QuoPreferencesWindow *window, const QuoSuggester *suggester, gboolean is_on)
{
  GtkWidget *row = adw_action_row_new (), *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (suggester->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (suggester->summary));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (toggle), is_on);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (suggester->title), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_signal_connect (toggle, "notify::active", G_CALLBACK (on_suggester_switched),
                    (gpointer)suggester);
  adw_preferences_group_add (window->suggesters, row);
}

static void
add_suggesters (QuoPreferencesWindow *window)
{
  g_auto (GStrv) off = quo_preferences_dup_strv (quo_preferences_get (), "suggesters-off");

  for (const QuoSuggester *const *suggester = quo_suggesters_list (); *suggester != NULL;
       suggester++)
    add_suggester (window, *suggester,
                   !g_strv_contains ((const char *const *)off, (*suggester)->id));
}

static void
on_reset_keys (void)
{
  quo_keymap_reset (quo_keymap_get (), NULL);
}

static void
quo_preferences_window_dispose (GObject *object)
{
  g_clear_handle_id (&QUO_PREFERENCES_WINDOW (object)->filling, g_source_remove);
  g_clear_object (&QUO_PREFERENCES_WINDOW (object)->session);
  G_OBJECT_CLASS (quo_preferences_window_parent_class)->dispose (object);
}

static void
quo_preferences_window_class_init (QuoPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_preferences_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quotidian/Quotidian/quo-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoPreferencesWindow, name);
  gtk_widget_class_bind_template_child (widget_class, QuoPreferencesWindow, typeface);
  gtk_widget_class_bind_template_child (widget_class, QuoPreferencesWindow, density);
  gtk_widget_class_bind_template_child (widget_class, QuoPreferencesWindow, size);
  gtk_widget_class_bind_template_child (widget_class, QuoPreferencesWindow, line_width);
  gtk_widget_class_bind_template_child (widget_class, QuoPreferencesWindow, line_spacing);
  gtk_widget_class_bind_template_child (widget_class, QuoPreferencesWindow, keys);
  gtk_widget_class_bind_template_child (widget_class, QuoPreferencesWindow, suggesters);
  gtk_widget_class_bind_template_child (widget_class, QuoPreferencesWindow, reset_keys);
  gtk_widget_class_bind_template_child (widget_class, QuoPreferencesWindow, margin_names);
  gtk_widget_class_bind_template_child (widget_class, QuoPreferencesWindow, auto_advance);
}

/* Text of the size of half as much again, or more. */
static gboolean
is_text_large (void)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi >= 144 * PANGO_SCALE;
}

static void
quo_preferences_window_init (QuoPreferencesWindow *window)
{
  QuoPreferences *preferences = quo_preferences_get ();
  g_autofree char *name = quo_preferences_dup_string (preferences, "annotator-name");

  gtk_widget_init_template (GTK_WIDGET (window));
  if (is_text_large ())
    gtk_widget_add_css_class (GTK_WIDGET (window), "large-text");
  gtk_editable_set_text (GTK_EDITABLE (window->name), name);
  adw_entry_row_set_show_apply_button (window->name, TRUE);
  g_signal_connect (window->name, "apply", G_CALLBACK (on_name_applied), NULL);
  g_signal_connect (window, "close-request", G_CALLBACK (on_close), NULL);
  g_object_bind_property_full (preferences, "typeface", window->typeface, "selected", BOTH,
                               to_place, to_name, (gpointer)typefaces, NULL);
  g_object_bind_property_full (preferences, "density", window->density, "selected", BOTH, to_place,
                               to_name, (gpointer)densities, NULL);
  g_object_bind_property (preferences, "text-size", gtk_spin_button_get_adjustment (window->size),
                          "value", BOTH);
  g_object_bind_property (preferences, "line-width",
                          gtk_spin_button_get_adjustment (window->line_width), "value", BOTH);
  g_object_bind_property (preferences, "line-spacing",
                          gtk_spin_button_get_adjustment (window->line_spacing), "value", BOTH);
  g_signal_connect (window->reset_keys, "clicked", G_CALLBACK (on_reset_keys), NULL);
  g_object_bind_property (preferences, "margin-names", window->margin_names, "active", BOTH);
  g_object_bind_property (preferences, "auto-advance", window->auto_advance, "active", BOTH);
  add_suggesters (window);
}

static const char *
find_label (const char *character, gpointer data)
{
  QuoPreferencesWindow *window = data;
  const QuoLabel *label
      = window->session != NULL
            ? quo_tagset_find_key (quo_session_get_tagset (window->session), character)
            : NULL;

  return label != NULL ? quo_label_get_shown_name (label) : NULL;
}

/* Escape leads out of everything, and the keys of labels stand in the tagset: both are left out. */
static gboolean
can_have_key (const QuoActionInfo *info)
{
  return info->when != QUO_KEYS_LABELS && (info->type == NULL || info->target != NULL)
         && !g_str_equal (info->action, "win.escape");
}

static void
add_keys (QuoPreferencesWindow *window, guint group)
{
  guint n_rows;
  const QuoActionInfo *rows = quo_actions_list (&n_rows);
  GtkWidget *box = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (box),
                                   quo_actions_get_group_title (group));
  for (guint i = 0; i < n_rows; i++)
    if (rows[i].group == group && can_have_key (&rows[i]))
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (box),
                                 quo_key_row_new (&rows[i], find_label, window));
  /* A stop a group: the arrows go through its rows, and on into the next. */
  quo_list_leave_by_tab (box);
  adw_preferences_page_add (window->keys, ADW_PREFERENCES_GROUP (box));
}

/* Most rows of the window are keys, on a page that is not the first: they are made when it stands
 * there, so that what a person types or clicks meanwhile finds it. */
static gboolean
on_filling (gpointer data)
{
  QuoPreferencesWindow *window = data;

  add_keys (window, window->next_group++);
  if (window->next_group < QUO_N_GROUPS)
    return G_SOURCE_CONTINUE;
  window->filling = 0;
  return G_SOURCE_REMOVE;
}

GtkWidget *
quo_preferences_window_new (QuoSession *session)
{
  QuoPreferencesWindow *window = g_object_new (QUO_TYPE_PREFERENCES_WINDOW, NULL);

  g_set_object (&window->session, session);
  window->filling = g_idle_add_full (G_PRIORITY_LOW, on_filling, window, NULL);
  return GTK_WIDGET (g_object_ref_sink (window));
}
