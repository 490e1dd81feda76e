/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Title, byline, date and so on, each in a row that takes a correction with Enter; and the facts of
 * the file. */
#include "quo-config.h"

#include "quo-about-article.h"

#include "quo-language.h"

#include <glib/gi18n.h>

#define QUO_TYPE_ABOUT_ARTICLE (quo_about_article_get_type ())
G_DECLARE_FINAL_TYPE (QuoAboutArticle, quo_about_article, QUO, ABOUT_ARTICLE, AdwWindow)

struct _QuoAboutArticle
{
  AdwWindow parent_instance;
  QuoSession *session;
  AdwEntryRow *rows[QUO_N_ABOUT];
  AdwPreferencesGroup *file;
  GtkLabel *complaint;
};

G_DEFINE_FINAL_TYPE (QuoAboutArticle, quo_about_article, ADW_TYPE_WINDOW)

static const char *const titles[QUO_N_ABOUT] = {
  [QUO_ABOUT_TITLE] = N_ ("Title"),
  /* Translators: over the names of who wrote the article. */
  [QUO_ABOUT_BYLINE] = N_ ("By"),
  /* Translators: over place and day at the beginning of a news story. */
  [QUO_ABOUT_DATELINE] = N_ ("Dateline"),
  /* Translators: over the day on which it was published. */
  [QUO_ABOUT_PUBLISHED] = N_ ("Published"),
  [QUO_ABOUT_PUBLISHER] = N_ ("Publisher"),
  [QUO_ABOUT_LANG] = N_ ("Language"),
  /* Translators: of a web page. */
  [QUO_ABOUT_URL] = N_ ("Address"),
};

static const QuoArticle *
get_article (QuoAboutArticle *window)
{
  QuoDocument *document = quo_session_get_document (window->session);

  return document != NULL ? quo_document_get_article (document) : NULL;
}

static void
complain (QuoAboutArticle *window, const char *message)
{
  gtk_label_set_text (window->complaint, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (window->complaint), message != NULL);
}

/* As long as nobody has said which language it is, the title tells what suggestions take it for. */
static void
show_language (QuoAboutArticle *window, const char *value)
{
  const char *guess = value == NULL ? quo_language_guess (get_article (window)->text) : NULL;
  g_autofree char *title = NULL;

  if (guess != NULL)
    /* Translators: over an empty row for the code of a language; %s is such a code, "de", and a
     * mere guess, as the labels of suggestions are. */
    title = g_strdup_printf (_ ("Language (%s?)"), guess);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (window->rows[QUO_ABOUT_LANG]),
                                 title != NULL ? title : _ (titles[QUO_ABOUT_LANG]));
}

static void
show_row (QuoAboutArticle *window, QuoAbout about)
{
  const char *value = quo_article_get_about (get_article (window), about);

  /* The button to apply would come otherwise: nobody typed this. */
  adw_entry_row_set_show_apply_button (window->rows[about], FALSE);
  gtk_editable_set_text (GTK_EDITABLE (window->rows[about]), value != NULL ? value : "");
  adw_entry_row_set_show_apply_button (window->rows[about], TRUE);
  gtk_widget_remove_css_class (GTK_WIDGET (window->rows[about]), "error");
  if (about == QUO_ABOUT_LANG)
    show_language (window, value);
}

static void
on_changed (QuoAboutArticle *window, QuoEdit *edit)
{
  for (guint i = 0; i < QUO_N_ABOUT && get_article (window) != NULL; i++)
    if (edit->about[i].is_set)
      show_row (window, i);
}

static void
on_applied (AdwEntryRow *row, QuoAboutArticle *window)
{
  guint about = 0;

  while (window->rows[about] != row)
    about++;
  if (quo_session_set_about (window->session, about, gtk_editable_get_text (GTK_EDITABLE (row))))
    {
      complain (window, NULL);
      if (get_article (window) != NULL)
        show_row (window, about);
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  complain (window, quo_session_get_message (window->session));
}

static AdwPreferencesGroup *
add_group (GtkWidget *page, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_row (QuoAboutArticle *window, AdwPreferencesGroup *group, QuoAbout about)
{
  GtkWidget *row = adw_entry_row_new ();

  window->rows[about] = ADW_ENTRY_ROW (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (titles[about]));
  show_row (window, about);
  g_signal_connect (row, "apply", G_CALLBACK (on_applied), window);
  adw_preferences_group_add (group, row);
}

/* The value stands below its title: beside it, a long name has no room in a narrow window. */
static void
add_fact (AdwPreferencesGroup *group, const char *title, const char *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  gtk_widget_add_css_class (row, "party");
  adw_preferences_group_add (group, row);
}

static void
add_facts (QuoAboutArticle *window, AdwPreferencesGroup *group)
{
  const QuoArticle *article = get_article (window);
  const QuoReader *reader = quo_readers_find (article->kind);
  g_autofree char *length = g_strdup_printf ("%'u", quo_text_get_length (article->text));
  g_autofree char *name = quo_article_dup_name (article);

  add_fact (group, _ ("File"), name);
  if (reader != NULL)
    add_fact (group, _ ("Kind"), _ (reader->title));
  if (article->extractor == NULL || article->encoding != NULL)
    add_fact (group, _ ("Encoding"), article->encoding != NULL ? article->encoding : "UTF-8");
  if (article->extractor != NULL)
    add_fact (group, _ ("Taken out by"), article->extractor);
  add_fact (group, _ ("Characters"), length);
}

static GtkWidget *
make_page (QuoAboutArticle *window)
{
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *known = add_group (page, _ ("What Is Known of It"));

  adw_preferences_group_set_description (
      known, _ ("A correction is kept beside the article; the file itself stays as it is"));
  for (guint i = 0; i < QUO_N_ABOUT; i++)
    add_row (window, known, i);
  gtk_label_set_wrap (window->complaint, TRUE);
  gtk_label_set_xalign (window->complaint, 0);
  gtk_widget_set_margin_top (GTK_WIDGET (window->complaint), 9);
  gtk_widget_add_css_class (GTK_WIDGET (window->complaint), "error");
  adw_preferences_group_add (known, GTK_WIDGET (window->complaint));
  complain (window, NULL);
  add_facts (window, add_group (page, _ ("Its File")));
  return page;
}

static void
quo_about_article_dispose (GObject *object)
{
  g_clear_object (&QUO_ABOUT_ARTICLE (object)->session);
  G_OBJECT_CLASS (quo_about_article_parent_class)->dispose (object);
}

static void
quo_about_article_class_init (QuoAboutArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quo_about_article_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
quo_about_article_init (QuoAboutArticle *window)
{
  window->complaint = GTK_LABEL (gtk_label_new (NULL));
}

void
quo_about_article_present (GtkWindow *parent, QuoSession *session)
{
  QuoAboutArticle *window
      = g_object_new (QUO_TYPE_ABOUT_ARTICLE, "transient-for", parent, "modal", TRUE, "title",
                      _ ("About the Article"), "default-width", 560, "default-height", 640, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page;

  window->session = g_object_ref (session);
  page = make_page (window);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_widget_add_css_class (header, "flat");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::document", G_CALLBACK (gtk_window_close), window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}
