/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Starting, opening by command line and D-Bus, ending. Invariant: the first application window that
 * is made is a QuoWindow, so its actions are always under .../window/1.
 */
#include "quo-config.h"

#include "quo-actions.h"
#include "quo-application.h"
#include "quo-menu-fit.h"
#include "quo-menu-keys.h"
#include "quo-plain-names.h"
#include "quo-preferences-window.h"
#include "quo-read-ahead.h"
#include "quo-shortcuts.h"
#include "quo-window.h"

#include <glib/gi18n.h>

struct _QuoApplication
{
  AdwApplication parent_instance;
  char *first_article; /* of the command line, NULL: none; absolute */
};

G_DEFINE_FINAL_TYPE (QuoApplication, quo_application, ADW_TYPE_APPLICATION)

/* The main window to act in: the active one, or another that is there. */
static QuoWindow *
find_window (GApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (QUO_IS_WINDOW (active))
    return QUO_WINDOW (active);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;
       l = l->next)
    if (QUO_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
quo_application_activate (GApplication *application)
{
  QuoWindow *window = find_window (application);

  if (window == NULL)
    {
      window = quo_window_new (GTK_APPLICATION (application));
      quo_window_restore (window);
    }
  gtk_window_present (GTK_WINDOW (window));
}

/* Each article gets a tab; the first of them is shown. */
static void
quo_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  QuoWindow *window = find_window (application);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  if (window == NULL)
    window = quo_window_new (GTK_APPLICATION (application));
  for (int i = 0; i < n_files; i++)
    {
      const char *path = g_file_peek_path (files[i]);

      if (path == NULL)
        {
          g_autofree char *uri = g_file_get_uri (files[i]);
          g_autofree char *message
              = g_strdup_printf (_ ("%s is not on this computer; copy it here to open it"), uri);

          quo_window_refuse (window, message);
        }
      else if (g_file_test (path, G_FILE_TEST_IS_DIR))
        quo_window_open_folder (window, path);
      else
        g_ptr_array_add (paths, g_strdup (path));
    }
  g_ptr_array_add (paths, NULL);
  quo_window_open_tabs (window, (const char *const *)paths->pdata);
  gtk_window_present (GTK_WINDOW (window));
}

/* What is no option is a file; the first is the one that is shown. */
static char *
dup_first_article (char **arguments)
{
  for (guint i = 1; arguments[0] != NULL && arguments[i] != NULL; i++)
    if (arguments[i][0] != '-')
      {
        g_autoptr (GFile) file = g_file_new_for_commandline_arg (arguments[i]);

        return g_file_get_path (file);
      }
  return NULL;
}

static gboolean
quo_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  QuoApplication *self = QUO_APPLICATION (application);

  g_free (self->first_article);
  self->first_article = dup_first_article (*arguments);
  return G_APPLICATION_CLASS (quo_application_parent_class)
      ->local_command_line (application, arguments, status);
}

static int
quo_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("quotidian %s\n", QUO_VERSION);
  return 0;
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/quotidian/Quotidian/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_window_set_default_icon_name (QUO_APP_ID);
}

/* GTK takes its direction from its own translation, which GLib withholds where this program has
 * none.  Who reads from right to left has articles that do, so the direction is taken from the
 * locale in either case. */
static void
set_direction (void)
{
  int n_scripts = 0;
  const PangoScript *scripts
      = pango_language_get_scripts (pango_language_get_default (), &n_scripts);

  if (scripts == NULL || n_scripts == 0)
    return;
  switch ((GUnicodeScript)scripts[0])
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
      break;
    default:
      break;
    }
}

/* Only in the program that will show it: another one that is running already opens it itself. */
static void
quo_application_startup (GApplication *application)
{
  QuoApplication *self = QUO_APPLICATION (application);

  if (self->first_article != NULL)
    quo_read_ahead_start (self->first_article);
  G_APPLICATION_CLASS (quo_application_parent_class)->startup (application);
  set_direction ();
  load_style ();
  quo_plain_names_start ();
  quo_menu_fit_start ();
  quo_menu_keys_start ();
  quo_actions_add (G_ACTION_MAP (application), "app", application, NULL);
}

static void
quo_application_shutdown (GApplication *application)
{
  quo_read_ahead_drop ();
  G_APPLICATION_CLASS (quo_application_parent_class)->shutdown (application);
}

static void
quo_application_finalize (GObject *object)
{
  g_free (QUO_APPLICATION (object)->first_article);
  G_OBJECT_CLASS (quo_application_parent_class)->finalize (object);
}

static void
quo_application_class_init (QuoApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = quo_application_finalize;
  application_class->local_command_line = quo_application_local_command_line;
  application_class->shutdown = quo_application_shutdown;
  application_class->activate = quo_application_activate;
  application_class->open = quo_application_open;
  application_class->startup = quo_application_startup;
  application_class->handle_local_options = quo_application_handle_local_options;
}

static void
quo_application_init (QuoApplication *application)
{
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and end"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (application), entries);
  g_application_set_option_context_parameter_string (G_APPLICATION (application),
                                                     _ ("[ARTICLE or FOLDER…]"));
  g_application_set_option_context_summary (
      G_APPLICATION (application),
      _ ("Marks who said what, where, in news articles. The annotations are kept in a file beside "
         "the article."));
}

QuoApplication *
quo_application_new (void)
{
  return g_object_new (QUO_TYPE_APPLICATION, "application-id", QUO_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}

void
quo_application_quit (QuoApplication *application)
{
  g_autoptr (GList) windows
      = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (application)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (QUO_IS_WINDOW (l->data) && !quo_window_save_all_now (l->data))
      return;
  for (GList *l = windows; l != NULL; l = l->next)
    if (QUO_IS_WINDOW (l->data))
      {
        quo_window_remember_now (l->data);
        break;
      }
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_destroy (l->data);
  g_application_quit (G_APPLICATION (application));
}

void
quo_application_show_about (QuoApplication *application)
{
  adw_show_about_window (
      GTK_WINDOW (find_window (G_APPLICATION (application))), "application-name", _ ("Quotidian"),
      "application-icon", QUO_APP_ID, "version", QUO_VERSION, "license-type", GTK_LICENSE_GPL_3_0,
      "comments",
      _ ("Who said what, where? Marks people, places and quotes in news articles "
         "and links each quote to its speaker."),
      NULL);
}

static void
on_help_shown (GObject *source, GAsyncResult *result, gpointer data)
{
  QuoWindow *window = QUO_WINDOW (source);

  if (!gtk_show_uri_full_finish (GTK_WINDOW (window), result, NULL)
      && quo_window_get_session (window) != NULL)
    quo_window_refuse (window, _ ("No program to show the guide is installed (Yelp is one)"));
}

void
quo_application_show_help (QuoApplication *application)
{
  QuoWindow *window = find_window (G_APPLICATION (application));

  if (window != NULL)
    gtk_show_uri_full (GTK_WINDOW (window), "help:quotidian", GDK_CURRENT_TIME, NULL, on_help_shown,
                       NULL);
}

void
quo_application_show_preferences (QuoApplication *application)
{
  QuoWindow *parent = find_window (G_APPLICATION (application));
  GtkWidget *window
      = quo_preferences_window_new (parent != NULL ? quo_window_get_session (parent) : NULL);

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (parent));
  gtk_window_present (GTK_WINDOW (window));
  g_object_unref (window);
}

void
quo_application_show_shortcuts (QuoApplication *application)
{
  GtkWidget *shortcuts = quo_shortcuts_new ();

  gtk_window_set_transient_for (GTK_WINDOW (shortcuts),
                                GTK_WINDOW (find_window (G_APPLICATION (application))));
  gtk_window_present (GTK_WINDOW (shortcuts));
  g_object_unref (shortcuts);
}
