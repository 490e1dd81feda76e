/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows the document of the session. Its buttons only ask for another extent: they show the one
 * that was read. */
#include "quo-config.h"

#include "quo-origin-bar.h"

#include "quo-told-key.h"

#include <glib/gi18n.h>

struct _QuoOriginBar
{
  GtkWidget parent_instance;
  QuoSession *session;
  GtkLabel *words;
  GtkWidget *extents;
  GtkToggleButton *story, *page, *source;
  gboolean is_tight;
};

G_DEFINE_FINAL_TYPE (QuoOriginBar, quo_origin_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_TIGHT = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static char *
dup_words (const QuoArticle *article, const QuoReader *reader, QuoExtent extent)
{
  if (extent == QUO_EXTENT_SOURCE)
    /* Translators: a kind of file, e.g. "Web page". */
    return g_strdup_printf (_ ("%s: its source"), _ (reader->title));
  if (!reader->has_page)
    return g_strdup_printf (_ ("%s: its text"), _ (reader->title));
  if (extent == QUO_EXTENT_PAGE)
    return g_strdup_printf (_ ("%s: all that it shows"), _ (reader->title));
  if (article->share == 0)
    return g_strdup_printf (_ ("%s: its story"), _ (reader->title));
  return g_strdup_printf (_ ("%s: its story, %u %% of what it shows"), _ (reader->title),
                          article->share);
}

static void
show_extents (QuoOriginBar *bar, const QuoReader *reader, QuoExtent extent)
{
  gtk_toggle_button_set_active (bar->story, extent == QUO_EXTENT_ARTICLE);
  gtk_toggle_button_set_active (bar->page, extent == QUO_EXTENT_PAGE);
  gtk_toggle_button_set_active (bar->source, extent == QUO_EXTENT_SOURCE);
  gtk_widget_set_visible (GTK_WIDGET (bar->page), reader->has_page);
  gtk_widget_set_visible (GTK_WIDGET (bar->source), reader->is_text);
  gtk_widget_set_visible (bar->extents, reader->has_page || reader->is_text);
}

/* The buttons say enough where there is no room for both. */
static void
show_words (QuoOriginBar *bar)
{
  gtk_widget_set_visible (GTK_WIDGET (bar->words),
                          !bar->is_tight || !gtk_widget_get_visible (bar->extents));
}

static void
show_origin (QuoOriginBar *bar)
{
  QuoDocument *document = quo_session_get_document (bar->session);
  const QuoArticle *article = document != NULL ? quo_document_get_article (document) : NULL;
  const QuoReader *reader = article != NULL ? quo_readers_find (article->kind) : NULL;
  g_autofree char *words = NULL;
  QuoExtent extent;

  gtk_widget_set_visible (GTK_WIDGET (bar), reader != NULL && reader->version > 0);
  if (reader == NULL || reader->version == 0)
    return;
  extent = quo_extent_of_extractor (article->extractor);
  words = dup_words (article, reader, extent);
  gtk_label_set_text (bar->words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (bar->words), article->extractor);
  show_extents (bar, reader, extent);
  show_words (bar);
}

static void
on_clicked (GtkWidget *button, QuoOriginBar *bar)
{
  QuoExtent extent = button == GTK_WIDGET (bar->story)  ? QUO_EXTENT_ARTICLE
                     : button == GTK_WIDGET (bar->page) ? QUO_EXTENT_PAGE
                                                        : QUO_EXTENT_SOURCE;

  show_origin (bar);
  gtk_widget_activate_action (GTK_WIDGET (bar), "win.take", "s", quo_extent_to_string (extent));
}

static void
quo_origin_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QuoOriginBar *bar = QUO_ORIGIN_BAR (object);

  g_value_set_boolean (value, bar->is_tight);
}

static void
quo_origin_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QuoOriginBar *bar = QUO_ORIGIN_BAR (object);

  bar->is_tight = g_value_get_boolean (value);
  show_words (bar);
}

static void
quo_origin_bar_dispose (GObject *object)
{
  QuoOriginBar *bar = QUO_ORIGIN_BAR (object);

  g_clear_object (&bar->session);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (bar))) != NULL;)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (quo_origin_bar_parent_class)->dispose (object);
}

static void
quo_origin_bar_class_init (QuoOriginBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_origin_bar_dispose;
  G_OBJECT_CLASS (klass)->get_property = quo_origin_bar_get_property;
  G_OBJECT_CLASS (klass)->set_property = quo_origin_bar_set_property;
  properties[PROP_TIGHT] = g_param_spec_boolean ("is-tight", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quotidian/Quotidian/quo-origin-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoOriginBar, words);
  gtk_widget_class_bind_template_child (widget_class, QuoOriginBar, extents);
  gtk_widget_class_bind_template_child (widget_class, QuoOriginBar, story);
  gtk_widget_class_bind_template_child (widget_class, QuoOriginBar, page);
  gtk_widget_class_bind_template_child (widget_class, QuoOriginBar, source);
}

static void
quo_origin_bar_init (QuoOriginBar *bar)
{
  gtk_widget_init_template (GTK_WIDGET (bar));
  quo_told_key_set (bar->story, "win.toggle-page");
  quo_told_key_set (bar->page, "win.toggle-page");
  g_signal_connect (bar->story, "clicked", G_CALLBACK (on_clicked), bar);
  g_signal_connect (bar->page, "clicked", G_CALLBACK (on_clicked), bar);
  g_signal_connect (bar->source, "clicked", G_CALLBACK (on_clicked), bar);
}

GtkWidget *
quo_origin_bar_new (QuoSession *session)
{
  QuoOriginBar *bar = g_object_new (QUO_TYPE_ORIGIN_BAR, NULL);

  bar->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::document", G_CALLBACK (show_origin), bar,
                           G_CONNECT_SWAPPED);
  show_origin (bar);
  return GTK_WIDGET (bar);
}
