/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-annotation-cell.h"

#include "quo-palette.h"
#include "quo-row-name.h"
#include "quo-row-words.h"
#include "quo-shown.h"
#include "quo-verbs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* As wide and high as the line in the inspector. */
#define MARK_WIDTH 22
#define MARK_HEIGHT 5
#define MARK_SPACING 8
#define LINE_SPACING 1
#define N_WORD_LINES 2
/* Of the size of the words: 12 px where those are 11 pt. */
#define TITLE_SCALE .82

struct _QuoAnnotationCell
{
  GtkWidget parent_instance;
  QuoTagset *tagset;     /* a row may be drawn after the session's was exchanged */
  const QuoLabel *label; /* of tagset, NULL: unknown to it */
  gboolean is_suggestion;
  char *title, *words;
  PangoLayout *title_layout, *words_layout; /* NULL: to be made */
};

G_DEFINE_FINAL_TYPE (QuoAnnotationCell, quo_annotation_cell, GTK_TYPE_WIDGET)

/* --- Layouts --- */

static void
drop_layouts (QuoAnnotationCell *cell)
{
  g_clear_object (&cell->title_layout);
  g_clear_object (&cell->words_layout);
}

static PangoLayout *
get_words (QuoAnnotationCell *cell, int width)
{
  if (cell->words_layout == NULL)
    cell->words_layout = quo_row_words_new (GTK_WIDGET (cell), cell->words, N_WORD_LINES);
  pango_layout_set_width (cell->words_layout, MAX (width, 1) * PANGO_SCALE);
  return cell->words_layout;
}

static PangoLayout *
get_title (QuoAnnotationCell *cell, int width)
{
  if (cell->title_layout == NULL)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      cell->title_layout = quo_row_words_new (GTK_WIDGET (cell), cell->title, 1);
      pango_attr_list_insert (attributes, pango_attr_scale_new (TITLE_SCALE));
      pango_layout_set_attributes (cell->title_layout, attributes);
    }
  pango_layout_set_width (cell->title_layout,
                          MAX (width - MARK_WIDTH - MARK_SPACING, 1) * PANGO_SCALE);
  return cell->title_layout;
}

/* The height of the line of the title, whatever it says. */
static int
get_title_height (QuoAnnotationCell *cell)
{
  return PANGO_PIXELS_CEIL (TITLE_SCALE * quo_row_words_get_line_height (GTK_WIDGET (cell)));
}

/* @width 0: not known yet; then as if there were one line. */
static int
get_words_height (QuoAnnotationCell *cell, int width)
{
  int height;

  if (width <= 0)
    return PANGO_PIXELS_CEIL (quo_row_words_get_line_height (GTK_WIDGET (cell)));
  pango_layout_get_pixel_size (get_words (cell, width), NULL, &height);
  return height;
}

/* --- Widget --- */

static GtkSizeRequestMode
quo_annotation_cell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
quo_annotation_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                             int *minimum, int *natural, int *minimum_baseline,
                             int *natural_baseline)
{
  QuoAnnotationCell *cell = QUO_ANNOTATION_CELL (widget);
  int width = for_size >= 0 ? for_size : gtk_widget_get_width (widget);

  *minimum = *natural
      = orientation == GTK_ORIENTATION_HORIZONTAL
            ? 2 * (MARK_WIDTH + MARK_SPACING)
            : get_title_height (cell) + LINE_SPACING + get_words_height (cell, width);
}

static void
quo_annotation_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QuoAnnotationCell *cell = QUO_ANNOTATION_CELL (widget);
  QuoPalette palette = quo_palette_get ();
  int width = gtk_widget_get_width (widget), title_height = get_title_height (cell);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  PangoLayout *title = get_title (cell, width);
  int height;

  if (cell->tagset == NULL)
    return;
  quo_line_pattern_draw (snapshot, &palette, cell->label, cell->is_suggestion,
                         is_rtl ? width - MARK_WIDTH : 0, (title_height - MARK_HEIGHT) / 2,
                         MARK_WIDTH);
  pango_layout_get_pixel_size (title, NULL, &height);
  quo_row_words_draw_quiet (widget, snapshot, title, MARK_WIDTH + MARK_SPACING,
                            (title_height - height) / 2);
  quo_row_words_draw (widget, snapshot, get_words (cell, width), 0, title_height + LINE_SPACING, 1);
}

static void
quo_annotation_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (quo_annotation_cell_parent_class)->css_changed (widget, change);
  drop_layouts (QUO_ANNOTATION_CELL (widget));
  gtk_widget_queue_resize (widget);
}

static void
quo_annotation_cell_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (quo_annotation_cell_parent_class)->direction_changed (widget, previous);
  drop_layouts (QUO_ANNOTATION_CELL (widget));
  gtk_widget_queue_resize (widget);
}

static void
quo_annotation_cell_finalize (GObject *object)
{
  QuoAnnotationCell *cell = QUO_ANNOTATION_CELL (object);

  drop_layouts (cell);
  g_clear_pointer (&cell->tagset, quo_tagset_unref);
  g_free (cell->title);
  g_free (cell->words);
  G_OBJECT_CLASS (quo_annotation_cell_parent_class)->finalize (object);
}

static void
quo_annotation_cell_class_init (QuoAnnotationCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = quo_annotation_cell_finalize;
  widget_class->get_request_mode = quo_annotation_cell_get_request_mode;
  widget_class->measure = quo_annotation_cell_measure;
  widget_class->snapshot = quo_annotation_cell_snapshot;
  widget_class->css_changed = quo_annotation_cell_css_changed;
  widget_class->direction_changed = quo_annotation_cell_direction_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
quo_annotation_cell_init (QuoAnnotationCell *cell)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  cell->title = g_strdup ("");
  cell->words = g_strdup ("");
  gtk_widget_set_hexpand (GTK_WIDGET (cell), TRUE);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), cell,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           cell, G_CONNECT_SWAPPED);
}

/* --- What it says --- */

/* "Quote, by Jana Köhler" */
static char *
describe_label (QuoSession *session, const QuoAnnotation *annotation)
{
  QuoDocument *document = quo_session_get_document (session);
  const QuoLabel *label = quo_tagset_find (quo_session_get_tagset (session), annotation->type);
  g_autofree char *name
      = quo_shown (label != NULL ? quo_label_get_shown_name (label) : annotation->type);
  const QuoRelation *relation
      = quo_document_find_relation (document, "quotation", "quote", annotation->base.id);
  const QuoRole *source = relation != NULL ? quo_relation_find_role (relation, "source") : NULL;

  if (annotation->is_orphan)
    return g_strdup_printf (_ ("%s · place lost"), name);
  if (source != NULL)
    {
      g_autofree char *speaker = quo_document_dup_member_name (document, source->members[0]);

      g_autofree char *shown = quo_shown (speaker != NULL ? speaker : source->members[0]);

      return g_strdup_printf ("%s · %s", name, shown);
    }
  if (label != NULL && label->kind == QUO_LABEL_QUOTE)
    return g_strdup_printf (_ ("%s · no speaker"), name);
  return g_steal_pointer (&name);
}

GtkWidget *
quo_annotation_cell_new (void)
{
  return g_object_new (QUO_TYPE_ANNOTATION_CELL, NULL);
}

void
quo_annotation_cell_show (QuoAnnotationCell *cell, QuoSession *session,
                          const QuoAnnotation *annotation)
{
  QuoDocument *document = quo_session_get_document (session);
  g_autofree char *excerpt = NULL, *sentence = NULL;

  g_return_if_fail (QUO_IS_ANNOTATION_CELL (cell) && document != NULL);
  drop_layouts (cell);
  g_clear_pointer (&cell->tagset, quo_tagset_unref);
  cell->tagset = quo_tagset_ref (quo_session_get_tagset (session));
  cell->label = quo_tagset_find (cell->tagset, annotation->type);
  cell->is_suggestion = annotation->status == QUO_STATUS_SUGGESTED;
  excerpt = quo_annotation_dup_excerpt (annotation, quo_document_get_text (document));
  g_free (cell->title);
  g_free (cell->words);
  cell->title = describe_label (session, annotation);
  cell->words = quo_shown (excerpt);
  sentence = g_strdup_printf ("%s: %s", cell->title, cell->words);
  quo_row_name_set (GTK_WIDGET (cell), sentence);
  gtk_widget_queue_resize (GTK_WIDGET (cell));
}
