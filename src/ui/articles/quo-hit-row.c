/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of what was found in a folder. */
#include "quo-config.h"

#include "quo-hit-row.h"

#include "quo-late-tooltip.h"
#include "quo-palette.h"
#include "quo-row-name.h"

#include <glib/gi18n.h>

/* In letters of the usual size. */
#define N_LINES 3

struct _QuoHitRow
{
  GtkWidget parent_instance;
  QuoSession *session; /* names the labels */
  QuoFolderHit *hit;
  GtkLabel *label, *words;
};

G_DEFINE_FINAL_TYPE (QuoHitRow, quo_hit_row, GTK_TYPE_WIDGET)

static void
show_heading (QuoHitRow *row)
{
  guint n_hits = quo_folder_hit_get_n_hits (row->hit);
  const char *title = quo_folder_hit_get_title (row->hit);
  g_autofree char *places
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", n_hits), n_hits);
  g_autofree char *sentence = g_strdup_printf ("%s, %s", title, places);

  gtk_widget_add_css_class (GTK_WIDGET (row), "hits");
  gtk_label_set_text (row->words, title);
  gtk_label_set_text (row->label, places);
  quo_row_name_set (GTK_WIDGET (row), sentence);
}

static void
show_place (QuoHitRow *row)
{
  const char *type = quo_folder_hit_get_label (row->hit);
  const char *label = type != NULL
                          ? quo_session_get_label_name (row->session, type)
                          /* Translators: of a place that was found: it has no annotation. */
                          : _ ("not tagged");
  g_autofree char *markup = g_markup_printf_escaped (
      "%s<b>%s</b>%s", quo_folder_hit_get_before (row->hit), quo_folder_hit_get_match (row->hit),
      quo_folder_hit_get_after (row->hit));
  g_autofree char *sentence = NULL;

  gtk_widget_remove_css_class (GTK_WIDGET (row), "hits");
  gtk_label_set_markup (row->words, markup);
  gtk_label_set_text (row->label, label);
  sentence = g_strdup_printf ("%s: %s", label, gtk_label_get_text (row->words));
  quo_row_name_set (GTK_WIDGET (row), sentence);
}

static void
show_hit (QuoHitRow *row)
{
  if (quo_folder_hit_get_n_hits (row->hit) > 0)
    show_heading (row);
  else
    show_place (row);
}

/* The lines are not always all of it. */
static char *
dup_words (GtkWidget *words)
{
  return g_strdup (gtk_label_get_text (GTK_LABEL (words)));
}

void
quo_hit_row_go (GtkWidget *widget, QuoFolderHit *hit)
{
  QuoSpan span = quo_folder_hit_get_span (hit);

  gtk_widget_activate_action (widget, "win.go-to", "(suu)", quo_folder_hit_get_path (hit),
                              span.start, span.end);
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, QuoHitRow *row)
{
  if (row->hit != NULL && gtk_widget_contains (GTK_WIDGET (row), x, y))
    quo_hit_row_go (GTK_WIDGET (row), row->hit);
}

static void
quo_hit_row_dispose (GObject *object)
{
  QuoHitRow *row = QUO_HIT_ROW (object);

  quo_hit_row_set_hit (row, NULL);
  g_clear_object (&row->session);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (row))) != NULL;)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (quo_hit_row_parent_class)->dispose (object);
}

static void
quo_hit_row_class_init (QuoHitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_hit_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "hitrow");
}

/* What was found has words before it, and is to be seen behind them in large letters as well. */
static int
count_lines (void)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return MAX (N_LINES, N_LINES * dpi / (96 * PANGO_SCALE));
}

static GtkLabel *
add_label (QuoHitRow *row)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), count_lines ());
  gtk_widget_set_parent (label, GTK_WIDGET (row));
  return GTK_LABEL (label);
}

static void
quo_hit_row_init (QuoHitRow *row)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (row));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  row->words = add_label (row);
  row->label = add_label (row);
  gtk_widget_add_css_class (GTK_WIDGET (row->label), "detail");
  quo_late_tooltip_attach (GTK_WIDGET (row->words), dup_words);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), row, 0);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
quo_hit_row_new (QuoSession *session)
{
  QuoHitRow *row = g_object_new (QUO_TYPE_HIT_ROW, NULL);

  row->session = g_object_ref (session);
  return GTK_WIDGET (row);
}

void
quo_hit_row_set_hit (QuoHitRow *row, QuoFolderHit *hit)
{
  g_return_if_fail (QUO_IS_HIT_ROW (row));

  if (row->hit != NULL)
    g_signal_handlers_disconnect_by_func (row->hit, show_hit, row);
  g_set_object (&row->hit, hit);
  if (hit == NULL)
    return;
  g_signal_connect_object (hit, "changed", G_CALLBACK (show_hit), row, G_CONNECT_SWAPPED);
  show_hit (row);
}
