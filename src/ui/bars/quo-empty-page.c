/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page, with a drawing of what the program does: a quote, its bar, and the link to a
 * name. */
#include "quo-config.h"

#include "quo-empty-page.h"
#include "quo-palette.h"
#include "quo-tagset-file.h"

#include <adwaita.h>

#define PICTURE_WIDTH 252
#define PICTURE_HEIGHT 204

#define QUO_TYPE_EMPTY_PICTURE (quo_empty_picture_get_type ())
G_DECLARE_FINAL_TYPE (QuoEmptyPicture, quo_empty_picture, QUO, EMPTY_PICTURE, GtkWidget)

struct _QuoEmptyPicture
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (QuoEmptyPicture, quo_empty_picture, GTK_TYPE_WIDGET)

struct _QuoEmptyPage
{
  GtkWidget parent_instance;
  GtkWidget *scrolled;
};

G_DEFINE_FINAL_TYPE (QuoEmptyPage, quo_empty_page, GTK_TYPE_WIDGET)

static void
fill (GtkSnapshot *snapshot, GdkRGBA color, float x, float y, float width, float height,
      float radius)
{
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (x, y, width, height), radius);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &color, &shape.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_page (GtkSnapshot *snapshot, const QuoPalette *palette)
{
  GskRoundedRect page;
  GdkRGBA shadow = { 0, 0, 0, palette->is_dark ? .4f : .13f };
  GdkRGBA color = palette->page;

  if (palette->is_dark)
    color = (GdkRGBA){ .18f, .18f, .18f, 1 };
  gsk_rounded_rect_init_from_rect (&page, &GRAPHENE_RECT_INIT (8, 6, 236, 188), 12);
  gtk_snapshot_append_outset_shadow (snapshot, &page, &shadow, 0, 2, 1, 6);
  fill (snapshot, color, 8, 6, 236, 188, 12);
}

/* Lines of text: x, y, width, and whose ink: -1 grey. */
static void
draw_lines (GtkSnapshot *snapshot, const QuoPalette *palette, const QuoTagset *tagset)
{
  static const struct
  {
    float x, y, width;
    const char *label;
    float alpha;
  } lines[] = {
    { 65, 54, 30, NULL, .14f },    { 101, 54, 39, "person", 1 },
    { 147, 54, 70, NULL, .14f },   { 65, 74, 152, "quote", .8f },
    { 65, 94, 143, "quote", .8f }, { 65, 114, 92, "quote", .8f },
    { 65, 134, 84, NULL, .14f },   { 155, 134, 32, "place", 1 },
    { 193, 134, 24, NULL, .14f },  { 65, 154, 50, "organization", 1 },
    { 121, 154, 70, NULL, .14f },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const QuoLabel *label
          = lines[i].label != NULL ? quo_tagset_find (tagset, lines[i].label) : NULL;
      GdkRGBA color = quo_palette_ink (palette, label, lines[i].alpha);

      fill (snapshot, color, lines[i].x, lines[i].y, lines[i].width, 5, 2.5f);
    }
}

static void
quo_empty_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QuoPalette palette = quo_palette_get ();
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  GdkRGBA speech = quo_palette_speech (&palette, 1);

  draw_page (snapshot, &palette);
  fill (snapshot, quo_palette_ink (&palette, NULL, .7f), 65, 30, 103, 8, 4);
  fill (snapshot, quo_palette_speech (&palette, .13f), 59, 67, 164, 58, 5);
  draw_lines (snapshot, &palette, tagset);
  fill (snapshot, speech, 49, 68, 3, 56, 1.5f);
  fill (snapshot, speech, 24, 67, 18, 18, 9);
  fill (snapshot, speech, 51, 74.5f, 5, 1.5f, 0);
  fill (snapshot, speech, 55, 63, 1.5f, 13, 0);
  fill (snapshot, speech, 55, 63, 66, 1.5f, 0);
  fill (snapshot, speech, 119.5f, 59, 1.5f, 5, 0);
}

static void
quo_empty_picture_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? PICTURE_WIDTH : PICTURE_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
quo_empty_picture_class_init (QuoEmptyPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = quo_empty_picture_snapshot;
  widget_class->measure = quo_empty_picture_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
quo_empty_picture_init (QuoEmptyPicture *picture)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), picture,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           picture, G_CONNECT_SWAPPED);
}

static void
quo_empty_page_dispose (GObject *object)
{
  QuoEmptyPage *page = QUO_EMPTY_PAGE (object);

  g_clear_pointer (&page->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (quo_empty_page_parent_class)->dispose (object);
}

static void
quo_empty_page_class_init (QuoEmptyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_empty_page_dispose;
  g_type_ensure (QUO_TYPE_EMPTY_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quotidian/Quotidian/quo-empty-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoEmptyPage, scrolled);
}

static void
quo_empty_page_init (QuoEmptyPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
}
