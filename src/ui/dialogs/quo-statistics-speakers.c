/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is quoted, a row each. A row knows the speaker it stands for by its id. */
#include "quo-config.h"

#include "quo-statistics-speakers.h"

#include "quo-avatar.h"
#include "quo-list-leave.h"
#include "quo-shown.h"
#include "quo-statistics-cards.h"

#include <glib/gi18n.h>

#define NAME_CHARS 18
#define SPEAKER "speaker"

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
make_content (gboolean is_wide, GtkWidget *avatar, const char *name, const char *second,
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
  gtk_box_append (GTK_BOX (column),
                  quo_statistics_label_new (is_wide ? second : below, "t12", "quiet", NULL));
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_attach (GTK_GRID (grid), avatar, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), column, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), make_number (words, "b", 5), 3, 0, 1, 1);
  if (is_wide)
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
make_speaker_row (const QuoStatistics *all, const QuoSpeaker *speaker, guint n_most,
                  gboolean is_wide)
{
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
      make_content (is_wide, quo_avatar_new (speaker->name), name, title != NULL ? title : share,
                    make_bar (speaker->n_words, n_most), speaker->n_words, speaker->n_quotes));
  gtk_widget_set_tooltip_text (row, facts);
  quo_statistics_name (row, sentence);
  /* A speaker of many articles stands in no one text. */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), speaker->id != NULL);
  g_object_set_data_full (G_OBJECT (row), SPEAKER, g_strdup (speaker->id), g_free);
  return row;
}

/* Those who are not listed, as one row, which lists more of them. */
static GtkWidget *
make_more_row (const QuoStatistics *all, guint from, gboolean is_wide)
{
  GPtrArray *speakers = all->speakers;
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
  facts = quo_statistics_dup_facts (all, n_quotes, n_words);
  sentence = g_strdup_printf ("%s: %s", name, facts);
  gtk_widget_add_css_class (avatar, "ava");
  gtk_widget_add_css_class (avatar, "speech");
  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                              make_content (is_wide, avatar, name, least,
                                            gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), n_words,
                                            n_quotes));
  gtk_widget_set_tooltip_text (row, _ ("Show more speakers"));
  quo_statistics_name (row, sentence);
  return row;
}

GtkWidget *
quo_statistics_speakers_new (const QuoStatistics *all, guint n_at_most, gboolean is_wide)
{
  guint n_listed = MIN (all->speakers->len, n_at_most), n_most;
  GtkWidget *list = gtk_list_box_new ();

  if (all->speakers->len - n_listed == 1)
    n_listed++; /* one more is no less than a row that says so */
  n_most = ((const QuoSpeaker *)g_ptr_array_index (all->speakers, 0))->n_words;
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  quo_statistics_name (list, _ ("Who Is Quoted"));
  quo_list_leave_by_tab (list);
  for (guint i = 0; i < n_listed; i++)
    gtk_list_box_append (
        GTK_LIST_BOX (list),
        make_speaker_row (all, g_ptr_array_index (all->speakers, i), n_most, is_wide));
  if (n_listed < all->speakers->len)
    gtk_list_box_append (GTK_LIST_BOX (list), make_more_row (all, n_listed, is_wide));
  return list;
}

const char *
quo_statistics_get_speaker (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), SPEAKER);
}
