/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statistics as widgets. They are made anew when the numbers change or the page becomes wide or
 * narrow; there are some dozens of them however much was counted. */
#include "quo-config.h"

#include "quo-statistics-page.h"

#include "quo-avatar.h"
#include "quo-list-leave.h"
#include "quo-shown.h"
#include "quo-statistics-cards.h"
#include "quo-statistics-dots.h"
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
#define NAME_CHARS 18

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

static GtkWidget *
make_bar (guint n_words, guint n_most)
{
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), n_words / (double)MAX (n_most, 1));
  gtk_widget_add_css_class (bar, "speech");
  gtk_widget_add_css_class (bar, "thick");
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return bar;
}

static GtkWidget *
make_number (const char *text, const char *css_class, int width_chars)
{
  GtkWidget *label = quo_statistics_label_new (text, css_class, "numeric", NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_width_chars (GTK_LABEL (label), width_chars);
  return label;
}

/* Avatar, name over a second line; bar, words, quotes. Where it is narrow the bar goes below. */
static GtkWidget *
make_content (QuoStatisticsPage *page, GtkWidget *avatar, const char *name, const char *second,
              GtkWidget *bar, guint n_words, guint n_quotes)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = quo_statistics_label_new (name, "sb", NULL);
  g_autofree char *words = g_strdup_printf ("%'u", n_words);
  g_autofree char *quotes
      = g_strdup_printf (ngettext ("%'u quote", "%'u quotes", n_quotes), n_quotes);
  g_autofree char *below = g_strdup_printf ("%s · %s", quotes, second);

  gtk_box_append (GTK_BOX (column), title);
  gtk_box_append (GTK_BOX (column), quo_statistics_label_new (page->has_wide_rows ? second : below,
                                                              "t12", "quiet", NULL));
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_attach (GTK_GRID (grid), avatar, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), column, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), make_number (words, "b", 5), 3, 0, 1, 1);
  if (page->has_wide_rows)
    {
      gtk_label_set_width_chars (GTK_LABEL (title), NAME_CHARS);
      gtk_label_set_max_width_chars (GTK_LABEL (title), NAME_CHARS);
      gtk_grid_attach (GTK_GRID (grid), bar, 2, 0, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), make_number (quotes, "quiet", 9), 4, 0, 1, 1);
    }
  else
    {
      gtk_widget_set_hexpand (column, TRUE);
      gtk_grid_attach (GTK_GRID (grid), bar, 1, 1, 3, 1);
    }
  gtk_widget_add_css_class (grid, "rowpad");
  return grid;
}

static GtkWidget *
make_speaker_row (QuoStatisticsPage *page, const QuoSpeaker *speaker, guint n_most)
{
  const QuoStatistics *all = page->statistics;
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *name = quo_shown (speaker->name);
  g_autofree char *title = speaker->title != NULL ? quo_shown (speaker->title) : NULL;
  g_autofree char *facts = quo_statistics_dup_facts (all, speaker->n_quotes, speaker->n_words);
  g_autofree char *sentence = g_strdup_printf ("%s: %s", name, facts);
  /* Translators: of all words that stand in quotes. */
  g_autofree char *share = g_strdup_printf (
      _ ("%u %% of what is quoted"), quo_statistics_get_share (speaker->n_words, all->n_quoted));

  gtk_list_box_row_set_child (
      GTK_LIST_BOX_ROW (row),
      make_content (page, quo_avatar_new (speaker->name), name, title != NULL ? title : share,
                    make_bar (speaker->n_words, n_most), speaker->n_words, speaker->n_quotes));
  gtk_widget_set_tooltip_text (row, facts);
  quo_statistics_name (row, sentence);
  /* A speaker of many articles stands in no one text. */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), speaker->id != NULL);
  g_object_set_data_full (G_OBJECT (row), "speaker", g_strdup (speaker->id), g_free);
  return row;
}

/* Those who are not listed, as one row, which lists more of them. */
static GtkWidget *
make_more_row (QuoStatisticsPage *page, guint from)
{
  GPtrArray *speakers = page->statistics->speakers;
  const QuoSpeaker *greatest = g_ptr_array_index (speakers, from);
  GtkWidget *row = gtk_list_box_row_new ();
  guint n = speakers->len - from, n_words = 0, n_quotes = 0;
  g_autofree char *sign = g_strdup_printf ("+%u", n);
  g_autofree char *name
      = g_strdup_printf (ngettext ("%'u more speaker", "%'u more speakers", n), n);
  g_autofree char *least = g_strdup_printf (
      ngettext ("at most %'u word each", "at most %'u words each", greatest->n_words),
      greatest->n_words);
  g_autofree char *facts = NULL, *sentence = NULL;
  GtkWidget *avatar = gtk_label_new (n < 1000 ? sign : "+");

  for (guint i = from; i < speakers->len; i++)
    {
      n_words += ((const QuoSpeaker *)g_ptr_array_index (speakers, i))->n_words;
      n_quotes += ((const QuoSpeaker *)g_ptr_array_index (speakers, i))->n_quotes;
    }
  facts = quo_statistics_dup_facts (page->statistics, n_quotes, n_words);
  sentence = g_strdup_printf ("%s: %s", name, facts);
  gtk_widget_add_css_class (avatar, "ava");
  gtk_widget_add_css_class (avatar, "speech");
  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                              make_content (page, avatar, name, least,
                                            gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), n_words,
                                            n_quotes));
  gtk_widget_set_tooltip_text (row, _ ("Show more speakers"));
  quo_statistics_name (row, sentence);
  return row;
}

static void fill_first (QuoStatisticsPage *page);

static void
on_row (GtkListBox *list, GtkListBoxRow *row, QuoStatisticsPage *page)
{
  const char *speaker = g_object_get_data (G_OBJECT (row), "speaker");
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
  GPtrArray *speakers = page->statistics->speakers;
  guint n_listed = MIN (speakers->len, page->n_speakers);
  GtkWidget *list;
  guint n_most;

  g_object_set_data (G_OBJECT (page), "speakers", NULL);
  if (speakers->len == 0)
    return;
  if (speakers->len - n_listed == 1)
    n_listed++; /* one more is no less than a row that says so */
  n_most = ((const QuoSpeaker *)g_ptr_array_index (speakers, 0))->n_words;
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  quo_statistics_name (list, _ ("Who Is Quoted"));
  quo_list_leave_by_tab (list);
  for (guint i = 0; i < n_listed; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         make_speaker_row (page, g_ptr_array_index (speakers, i), n_most));
  if (n_listed < speakers->len)
    gtk_list_box_append (GTK_LIST_BOX (list), make_more_row (page, n_listed));
  g_signal_connect (list, "row-activated", G_CALLBACK (on_row), page);
  g_object_set_data (G_OBJECT (page), "speakers", list);
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
