/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statistics as widgets. They are made anew when the numbers change or the page becomes wide or
 * narrow; there are some dozens of them however much was counted. */
#include "quo-config.h"

#include "quo-statistics-page.h"

#include "quo-statistics-cards.h"
#include "quo-statistics-dots.h"
#include "quo-statistics-speakers.h"
#include "quo-statistics-table.h"
#include "quo-world-map.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* From this width on the map stands beside the speakers, and a bar beside its name; in sizes of the
 * text, so that large text has room. */
#define WIDE_EM 52
#define WIDE_ROWS_EM 29
/* So many speakers are shown at first, and so many more each time. */
#define FIRST_SPEAKERS 7
#define MORE_SPEAKERS 100
#define MAX_MAPPED 500

struct _QuoStatisticsPage
{
  GtkWidget parent_instance;
  const QuoStatistics *statistics; /* borrowed, or NULL */
  const QuoTagset *tagset;
  guint n_speakers; /* at most so many are listed */
  gboolean is_map_beside, has_wide_rows;
  int least_width; /* when all stands below each other */
  guint filling;   /* an idle that makes the columns anew */
  GtkBox *content, *figures_slot, *columns, *first, *second;
  QuoWorldMap *map;
  GtkWidget *buttons; /* of the map */
  GtkLabel *map_count, *map_note;
};

G_DEFINE_FINAL_TYPE (QuoStatisticsPage, quo_statistics_page, GTK_TYPE_WIDGET)

enum
{
  SPEAKER_ACTIVATED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
empty (GtkBox *box)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL;)
    gtk_box_remove (box, child);
}

/* --- speakers -------------------------------------------------------------------------------- */

static void fill_first (QuoStatisticsPage *page);

static void
on_row (GtkListBox *list, GtkListBoxRow *row, QuoStatisticsPage *page)
{
  const char *speaker = quo_statistics_get_speaker (row);
  int n = gtk_list_box_row_get_index (row);
  GtkWidget *anew;

  if (speaker != NULL)
    {
      g_signal_emit (page, signals[SPEAKER_ACTIVATED], 0, speaker);
      return;
    }
  page->n_speakers += MORE_SPEAKERS;
  fill_first (page);
  anew = g_object_get_data (G_OBJECT (page), "speakers");
  row = anew != NULL ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (anew), n) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
add_speakers (QuoStatisticsPage *page)
{
  GtkWidget *list = NULL;

  if (page->statistics->speakers->len > 0)
    list = quo_statistics_speakers_new (page->statistics, page->n_speakers, page->has_wide_rows);
  g_object_set_data (G_OBJECT (page), "speakers", list);
  if (list == NULL)
    return;
  g_signal_connect (list, "row-activated", G_CALLBACK (on_row), page);
  /* Translators: how a list of speakers is sorted. */
  gtk_box_append (page->first,
                  quo_statistics_head_new (_ ("Who Is Quoted"), _ ("by words quoted")));
  gtk_box_append (page->first, list);
}

static void
fill_first (QuoStatisticsPage *page)
{
  const QuoStatistics *all = page->statistics;
  guint mean = quo_statistics_get_mean_length (all);
  g_autofree char *length
      = g_strdup_printf (ngettext ("mean length %u word", "mean length %u words", mean), mean);

  empty (page->first);
  add_speakers (page);
  for (guint i = 0; i < all->voices->len; i++)
    {
      const QuoVoices *voices = g_ptr_array_index (all->voices, i);
      g_autofree char *heading = quo_voices_dup_heading (voices);

      gtk_box_append (page->first,
                      quo_statistics_shares_new (
                          heading, quo_statistics_list_voices (all, voices, page->tagset), NULL));
    }
  if (all->forms->len > 0)
    gtk_box_append (page->first,
                    quo_statistics_shares_new (_ ("How They Are Quoted"),
                                               quo_statistics_list_forms (all), length));
  gtk_widget_set_visible (GTK_WIDGET (page->first), all->n_quotes > 0);
}

/* --- map ------------------------------------------------------------------------------------- */

static char *
dup_map_note (const QuoStatistics *all)
{
  g_autofree char *missing = g_strdup_printf (
      ngettext ("Of %'u place it is not known yet where it lies.",
                "Of %'u places it is not known yet where they lie.", all->n_unplaced),
      all->n_unplaced);

  if (all->n_unplaced == all->places->len)
    return g_steal_pointer (&missing);
  if (all->n_unplaced == 0)
    return g_strdup (_ ("Natural Earth outlines, drawn offline."));
  return g_strdup_printf ("%s %s", _ ("Natural Earth outlines, drawn offline."), missing);
}

/* No place: no map. Places of which none is known where it lies: only the line that says so. */
static void
fill_second (QuoStatisticsPage *page)
{
  const QuoStatistics *all = page->statistics;
  GPtrArray *dots = quo_statistics_list_dots (all, MAX_MAPPED);
  g_autofree char *count = quo_statistics_dup_places (all);
  g_autofree char *note = dup_map_note (all);

  gtk_widget_set_visible (GTK_WIDGET (page->second), all->places->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (page->map), dots->len > 0);
  gtk_widget_set_visible (page->buttons, dots->len > 0);
  gtk_label_set_label (page->map_count, count);
  gtk_label_set_label (page->map_note, note);
  quo_world_map_update_places (page->map, dots);
}

/* --- layout ---------------------------------------------------------------------------------- */

/* The size of the text in pixels. */
static double
get_em (QuoStatisticsPage *page)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (page));

  return pango_font_description_get_size (pango_context_get_font_description (context))
         / (double)PANGO_SCALE;
}

/* What is beside what at a width; whether that is something else than before. */
static gboolean
take_width (QuoStatisticsPage *page, int width)
{
  gboolean has_map = gtk_widget_get_visible (GTK_WIDGET (page->second))
                     && gtk_widget_get_visible (GTK_WIDGET (page->map));
  double em = get_em (page);
  gboolean is_beside = has_map && width >= WIDE_EM * em;
  gboolean has_wide_rows = (is_beside ? width / 2 : width) >= WIDE_ROWS_EM * em;

  if (is_beside == page->is_map_beside && has_wide_rows == page->has_wide_rows)
    return FALSE;
  page->is_map_beside = is_beside;
  page->has_wide_rows = has_wide_rows;
  return TRUE;
}

static void
arrange (QuoStatisticsPage *page)
{
  gboolean is_beside = page->is_map_beside;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (page->columns), is_beside
                                                                      ? GTK_ORIENTATION_HORIZONTAL
                                                                      : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (page->columns, is_beside ? 18 : 0);
  gtk_box_set_homogeneous (page->columns, is_beside);
}

static gboolean
on_filling (gpointer data)
{
  QuoStatisticsPage *page = data;

  page->filling = 0;
  arrange (page);
  if (page->statistics != NULL)
    fill_first (page);
  return G_SOURCE_REMOVE;
}

static int
get_least_width (QuoStatisticsPage *page)
{
  int least;

  gtk_widget_measure (GTK_WIDGET (page->content), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  return least;
}

/* Nothing may be changed while it is being laid out: it is done right after. */
static void
quo_statistics_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QuoStatisticsPage *page = QUO_STATISTICS_PAGE (widget);

  /* For a moment it may be arranged for more room than there is. */
  gtk_widget_size_allocate (GTK_WIDGET (page->content),
                            &(GtkAllocation){ 0, 0, MAX (width, get_least_width (page)), height },
                            baseline);
  if (take_width (page, width) && page->filling == 0)
    page->filling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_filling, page, NULL);
}

static GtkSizeRequestMode
quo_statistics_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* It can be as narrow as it was when all stood below each other, however it is arranged at the
 * moment: else a window would not become narrow again. */
static void
quo_statistics_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                             int *minimum, int *natural, int *minimum_baseline,
                             int *natural_baseline)
{
  QuoStatisticsPage *page = QUO_STATISTICS_PAGE (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, get_least_width (page));
  gtk_widget_measure (GTK_WIDGET (page->content), orientation, for_size, minimum, natural, NULL,
                      NULL);
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;
  if (!page->is_map_beside && !page->has_wide_rows)
    page->least_width = *minimum;
  *minimum = MIN (*minimum, page->least_width);
}

/* --- object ---------------------------------------------------------------------------------- */

static void
quo_statistics_page_dispose (GObject *object)
{
  QuoStatisticsPage *page = QUO_STATISTICS_PAGE (object);

  g_clear_handle_id (&page->filling, g_source_remove);
  g_clear_pointer ((GtkWidget **)&page->content, gtk_widget_unparent);
  G_OBJECT_CLASS (quo_statistics_page_parent_class)->dispose (object);
}

static void
quo_statistics_page_class_init (QuoStatisticsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_statistics_page_dispose;
  widget_class->get_request_mode = quo_statistics_page_get_request_mode;
  widget_class->measure = quo_statistics_page_measure;
  widget_class->size_allocate = quo_statistics_page_size_allocate;
  signals[SPEAKER_ACTIVATED]
      = g_signal_new ("speaker-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
make_map (QuoStatisticsPage *page)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: a heading over a map of the places in the article. */
  GtkWidget *head = quo_statistics_head_new (_ ("Where"), "");

  page->map_count = GTK_LABEL (gtk_widget_get_last_child (head));
  page->map = QUO_WORLD_MAP (quo_world_map_new ());
  page->buttons = quo_world_map_make_buttons (page->map);
  gtk_widget_set_size_request (GTK_WIDGET (page->map), -1, 320);
  gtk_widget_set_vexpand (GTK_WIDGET (page->map), TRUE);
  page->map_note = GTK_LABEL (quo_statistics_label_new (NULL, "t12", "quiet", NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (page->map_note), TRUE);
  gtk_widget_add_css_class (foot, "mapcaption");
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (page->map_note));
  gtk_box_append (GTK_BOX (foot), page->buttons);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "mapcard");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (page->map));
  gtk_box_append (GTK_BOX (card), foot);
  gtk_box_append (page->second, head);
  gtk_box_append (page->second, card);
}

static void
quo_statistics_page_init (QuoStatisticsPage *page)
{
  page->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  page->figures_slot = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  page->columns = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  page->first = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  page->second = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  page->n_speakers = FIRST_SPEAKERS;
  make_map (page);
  gtk_box_append (page->columns, GTK_WIDGET (page->first));
  gtk_box_append (page->columns, GTK_WIDGET (page->second));
  gtk_widget_set_vexpand (GTK_WIDGET (page->columns), TRUE);
  gtk_box_append (page->content, GTK_WIDGET (page->figures_slot));
  gtk_box_append (page->content, GTK_WIDGET (page->columns));
  gtk_widget_add_css_class (GTK_WIDGET (page->content), "statistics");
  gtk_widget_set_parent (GTK_WIDGET (page->content), GTK_WIDGET (page));
  gtk_widget_set_visible (GTK_WIDGET (page->first), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (page->second), FALSE);
}

GtkWidget *
quo_statistics_page_new (void)
{
  return g_object_new (QUO_TYPE_STATISTICS_PAGE, NULL);
}

void
quo_statistics_page_show (QuoStatisticsPage *page, const QuoStatistics *statistics,
                          const QuoTagset *tagset)
{
  g_return_if_fail (QUO_IS_STATISTICS_PAGE (page));

  page->statistics = statistics;
  page->tagset = tagset;
  if (statistics == NULL)
    {
      empty (page->figures_slot);
      gtk_widget_set_visible (GTK_WIDGET (page->first), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (page->second), FALSE);
      return;
    }
  fill_second (page);
  take_width (page, gtk_widget_get_width (GTK_WIDGET (page)));
  arrange (page);
  empty (page->figures_slot);
  gtk_box_append (page->figures_slot, quo_statistics_figures_new (statistics));
  fill_first (page);
}
