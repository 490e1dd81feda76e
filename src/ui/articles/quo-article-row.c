/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the list of articles: the ring is a widget, the words are drawn by the row. Its sentence
 * for a screen reader says all that is seen. */
#include "quo-config.h"

#include "quo-article-row.h"

#include "quo-late-tooltip.h"
#include "quo-progress-ring.h"
#include "quo-row-name.h"
#include "quo-row-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define RING_SPACING 10
#define LINE_SPACING 1
#define N_TITLE_LINES 2
/* Points: of headings and of what stands under a title. */
#define SMALL 9
/* No row asks for more: the column is as wide as the person wants it. */
#define LEAST_WIDTH 60

struct _QuoArticleRow
{
  GtkWidget parent_instance;
  QuoFolderEntry *entry;
  gboolean is_current;
  GtkWidget *ring;            /* seen but in headings */
  char *title, *detail;       /* detail: NULL in headings */
  PangoLayout *words, *below; /* of these; NULL: to be made */
};

G_DEFINE_FINAL_TYPE (QuoArticleRow, quo_article_row, GTK_TYPE_WIDGET)

static char *
dup_detail (const QuoFolderStatus *status)
{
  g_autofree char *annotated = NULL;
  g_autofree char *quotes = NULL;

  if (status == NULL)
    return g_strdup ("…");
  if (status->problem != NULL)
    return g_strdup (_ ("cannot be opened"));
  if (status->n_annotations == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u word", "%'u words", status->n_words),
                            status->n_words);
  annotated = g_strdup_printf (
      /* Translators: under the title of an article: so many annotations are in it. */
      g_dngettext (GETTEXT_PACKAGE, "%u annotated", "%u annotated", status->n_annotations),
      status->n_annotations);
  quotes = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u quote", "%u quotes", status->n_quotes), status->n_quotes);
  return g_strdup_printf ("%s · %s", annotated, quotes);
}

static const char *
get_state_word (const QuoFolderStatus *status)
{
  if (status == NULL || status->problem != NULL)
    return NULL;
  switch (status->progress)
    {
    case QUO_PROGRESS_DONE:
      /* Translators: state of an article, for a screen reader. */
      return C_ ("article", "done");
    case QUO_PROGRESS_BEGUN:
      /* Translators: state of an article, for a screen reader. */
      return C_ ("article", "in progress");
    default:
      /* Translators: state of an article, for a screen reader. */
      return C_ ("article", "not begun");
    }
}

static void
tell_screen_reader (QuoArticleRow *row, const char *detail)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  const char *state = get_state_word (quo_folder_entry_get_status (row->entry));
  g_autofree char *sentence = NULL;

  g_ptr_array_add (facts, (gpointer)quo_folder_entry_get_title (row->entry));
  g_ptr_array_add (facts, (gpointer)detail);
  if (state != NULL)
    g_ptr_array_add (facts, (gpointer)state);
  if (row->is_current)
    /* Translators: this article is the one in the window; for a screen reader. */
    g_ptr_array_add (facts, (gpointer)C_ ("article", "open"));
  g_ptr_array_add (facts, NULL);
  /* Translators: between facts that are read out one after the other. */
  sentence = g_strjoinv (C_ ("list of facts", ", "), (char **)facts->pdata);
  quo_row_name_set (GTK_WIDGET (row), sentence);
}

static void
drop_layouts (QuoArticleRow *row)
{
  g_clear_object (&row->words);
  g_clear_object (&row->below);
}

static void
set_words (QuoArticleRow *row, const char *title, const char *detail)
{
  g_free (row->title);
  g_free (row->detail);
  row->title = g_strdup (title);
  row->detail = g_strdup (detail);
  drop_layouts (row);
  gtk_widget_queue_resize (GTK_WIDGET (row));
}

static void
show_article (QuoArticleRow *row)
{
  const QuoFolderStatus *status = quo_folder_entry_get_status (row->entry);
  g_autofree char *detail = dup_detail (status);

  quo_progress_ring_set (QUO_PROGRESS_RING (row->ring), quo_folder_entry_get_progress (row->entry),
                         status != NULL ? status->share : 0,
                         status != NULL && status->problem != NULL);
  tell_screen_reader (row, detail);
  set_words (row, quo_folder_entry_get_title (row->entry), detail);
}

static void
show_entry (QuoArticleRow *row)
{
  const char *heading = quo_folder_entry_get_heading (row->entry);

  gtk_widget_set_visible (row->ring, heading == NULL);
  if (heading == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "article");
      show_article (row);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (row), "article");
  set_words (row, heading, NULL);
  quo_row_name_set (GTK_WIDGET (row), heading);
}

/* Why it cannot be opened, else where it is. */
static char *
dup_tooltip (GtkWidget *widget)
{
  QuoArticleRow *row = QUO_ARTICLE_ROW (widget);
  const QuoFolderStatus *status
      = row->entry != NULL ? quo_folder_entry_get_status (row->entry) : NULL;

  if (status != NULL && status->problem != NULL)
    return g_strdup (status->problem);
  return row->entry != NULL ? g_strdup (quo_folder_entry_get_path (row->entry)) : NULL;
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, QuoArticleRow *row)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType modifiers
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  const char *path = row->entry != NULL ? quo_folder_entry_get_path (row->entry) : NULL;
  gboolean is_apart = button == GDK_BUTTON_MIDDLE
                      || (button == GDK_BUTTON_PRIMARY && (modifiers & GDK_CONTROL_MASK) != 0);

  if (path == NULL || !(is_apart || button == GDK_BUTTON_PRIMARY)
      || !gtk_widget_contains (GTK_WIDGET (row), x, y))
    return;
  gtk_widget_activate_action (GTK_WIDGET (row), is_apart ? "win.open-tab" : "win.open", "s", path);
}

/* --- Layouts --- */

/* Where the words begin: after the ring. */
static int
get_start (QuoArticleRow *row)
{
  int width = 0;

  if (row->detail == NULL)
    return 0;
  gtk_widget_measure (row->ring, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width + RING_SPACING;
}

static PangoLayout *
new_words (QuoArticleRow *row, const char *text, int n_lines, gboolean is_small, gboolean is_bold)
{
  PangoLayout *words = quo_row_words_new (GTK_WIDGET (row), text, n_lines);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (is_small)
    pango_attr_list_insert (attributes, pango_attr_size_new (SMALL * PANGO_SCALE));
  if (is_bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (words, attributes);
  return words;
}

/* The title, or the heading. @width: of the row. */
static PangoLayout *
get_words (QuoArticleRow *row, int width)
{
  gboolean is_heading = row->detail == NULL;

  if (row->words == NULL)
    row->words = new_words (row, row->title, is_heading ? 1 : N_TITLE_LINES, is_heading,
                            is_heading || row->is_current);
  pango_layout_set_width (row->words, MAX (width - get_start (row), 1) * PANGO_SCALE);
  return row->words;
}

/* What stands below it; NULL: nothing. */
static PangoLayout *
get_below (QuoArticleRow *row, int width)
{
  if (row->detail == NULL)
    return NULL;
  if (row->below == NULL)
    row->below = new_words (row, row->detail, 1, TRUE, FALSE);
  pango_layout_set_width (row->below, MAX (width - get_start (row), 1) * PANGO_SCALE);
  return row->below;
}

static int
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* Of the row. @width 0: not known yet; then as if title and detail had a line each. */
static int
get_row_height (QuoArticleRow *row, int width)
{
  PangoLayout *below;

  if (width <= 0)
    return PANGO_PIXELS_CEIL (quo_row_words_get_line_height (GTK_WIDGET (row)))
           * (row->detail != NULL ? 2 : 1);
  below = get_below (row, width);
  return get_height (get_words (row, width))
         + (below != NULL ? LINE_SPACING + get_height (below) : 0);
}

/* --- Widget --- */

static GtkSizeRequestMode
quo_article_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
quo_article_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  QuoArticleRow *row = QUO_ARTICLE_ROW (widget);

  *minimum = *natural = LEAST_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL && row->title != NULL)
    *minimum = *natural
        = get_row_height (row, for_size >= 0 ? for_size : gtk_widget_get_width (widget));
}

static void
quo_article_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QuoArticleRow *row = QUO_ARTICLE_ROW (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkRequisition size;

  if (!gtk_widget_should_layout (row->ring))
    return;
  gtk_widget_get_preferred_size (row->ring, &size, NULL);
  gtk_widget_size_allocate (
      row->ring, &(GtkAllocation){ is_rtl ? width - size.width : 0, 0, size.width, size.height },
      -1);
}

static void
quo_article_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QuoArticleRow *row = QUO_ARTICLE_ROW (widget);
  int width = gtk_widget_get_width (widget), start = get_start (row);
  PangoLayout *words, *below;

  if (row->title == NULL)
    return;
  words = get_words (row, width);
  below = get_below (row, width);
  if (below == NULL)
    {
      quo_row_words_draw_quiet (widget, snapshot, words, start, 0);
      return;
    }
  quo_row_words_draw (widget, snapshot, words, start, 0, 1);
  quo_row_words_draw_quiet (widget, snapshot, below, start, get_height (words) + LINE_SPACING);
  gtk_widget_snapshot_child (widget, row->ring, snapshot);
}

static void
quo_article_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (quo_article_row_parent_class)->css_changed (widget, change);
  drop_layouts (QUO_ARTICLE_ROW (widget));
  gtk_widget_queue_resize (widget);
}

static void
quo_article_row_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (quo_article_row_parent_class)->direction_changed (widget, previous);
  drop_layouts (QUO_ARTICLE_ROW (widget));
  gtk_widget_queue_resize (widget);
}

static void
quo_article_row_dispose (GObject *object)
{
  QuoArticleRow *row = QUO_ARTICLE_ROW (object);

  quo_article_row_set_entry (row, NULL);
  g_clear_pointer (&row->ring, gtk_widget_unparent);
  G_OBJECT_CLASS (quo_article_row_parent_class)->dispose (object);
}

static void
quo_article_row_finalize (GObject *object)
{
  QuoArticleRow *row = QUO_ARTICLE_ROW (object);

  drop_layouts (row);
  g_free (row->title);
  g_free (row->detail);
  G_OBJECT_CLASS (quo_article_row_parent_class)->finalize (object);
}

static void
quo_article_row_class_init (QuoArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_article_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = quo_article_row_finalize;
  widget_class->get_request_mode = quo_article_row_get_request_mode;
  widget_class->measure = quo_article_row_measure;
  widget_class->size_allocate = quo_article_row_size_allocate;
  widget_class->snapshot = quo_article_row_snapshot;
  widget_class->css_changed = quo_article_row_css_changed;
  widget_class->direction_changed = quo_article_row_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "articlerow");
}

static void
quo_article_row_init (QuoArticleRow *row)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkGesture *click = gtk_gesture_click_new ();

  quo_late_tooltip_attach (GTK_WIDGET (row), dup_tooltip);
  gtk_widget_set_hexpand (GTK_WIDGET (row), TRUE);
  row->ring = quo_progress_ring_new ();
  gtk_widget_set_parent (row->ring, GTK_WIDGET (row));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), row, 0);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           row, G_CONNECT_SWAPPED);
}

GtkWidget *
quo_article_row_new (void)
{
  return g_object_new (QUO_TYPE_ARTICLE_ROW, NULL);
}

void
quo_article_row_set_entry (QuoArticleRow *row, QuoFolderEntry *entry)
{
  g_return_if_fail (QUO_IS_ARTICLE_ROW (row));

  if (row->entry != NULL)
    g_signal_handlers_disconnect_by_func (row->entry, show_entry, row);
  g_set_object (&row->entry, entry);
  if (entry == NULL)
    return;
  g_signal_connect_object (entry, "changed", G_CALLBACK (show_entry), row, G_CONNECT_SWAPPED);
  show_entry (row);
}

void
quo_article_row_set_current (QuoArticleRow *row, const char *path)
{
  gboolean was_current;

  g_return_if_fail (QUO_IS_ARTICLE_ROW (row));

  was_current = row->is_current;
  row->is_current = row->entry != NULL && path != NULL
                    && g_strcmp0 (quo_folder_entry_get_path (row->entry), path) == 0;
  if (row->is_current == was_current)
    return;
  if (row->is_current)
    gtk_widget_add_css_class (GTK_WIDGET (row), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "current");
  if (row->entry != NULL && quo_folder_entry_get_heading (row->entry) == NULL)
    show_article (row);
}
