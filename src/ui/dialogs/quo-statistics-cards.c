/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-statistics-cards.h"

#include "quo-keymap.h"
#include "quo-share-bar.h"
#include "quo-shown.h"

#include <glib/gi18n.h>
#include <string.h>

GtkWidget *
quo_statistics_label_new (const char *text, ...)
{
  GtkWidget *label = gtk_label_new (text);
  va_list classes;

  va_start (classes, text);
  for (const char *name; (name = va_arg (classes, const char *)) != NULL;)
    gtk_widget_add_css_class (label, name);
  va_end (classes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

void
quo_statistics_name (GtkWidget *widget, const char *name)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* What is in the name is not to be said again. */
  if (tooltip != NULL && strstr (name, tooltip) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    "", -1);
}

GtkWidget *
quo_statistics_head_new (const char *title, const char *note)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = quo_statistics_label_new (title, "t13", "b", NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  if (note != NULL)
    gtk_box_append (GTK_BOX (head), quo_statistics_label_new (note, "t12", "quiet", NULL));
  gtk_widget_add_css_class (head, "statistics-head");
  return head;
}

/* --- figures --------------------------------------------------------------------------------- */

/* A number, what it counts, and a line to compare it with; read as one. */
static void
add_figure (GtkWidget *figures, const char *number, const char *what, const char *compared)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *child = gtk_flow_box_child_new ();
  g_autofree char *sentence = g_strdup_printf ("%s %s · %s", number, what, compared);
  GtkWidget *labels[] = { quo_statistics_label_new (number, "figure", "numeric", NULL),
                          quo_statistics_label_new (what, "t13", "sb", NULL),
                          quo_statistics_label_new (compared, "t12", "quiet", NULL) };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_max_width_chars (GTK_LABEL (labels[i]), 14);
      gtk_box_append (GTK_BOX (card), labels[i]);
    }
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "figurecard");
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), card);
  quo_statistics_name (child, sentence);
  gtk_flow_box_append (GTK_FLOW_BOX (figures), child);
}

static void
add_count (GtkWidget *figures, guint n, const char *what, char *compared)
{
  g_autofree char *number = g_strdup_printf ("%'u", n);

  add_figure (figures, number, what, compared);
  g_free (compared);
}

static GtkWidget *
make_figures (void)
{
  GtkWidget *figures = gtk_flow_box_new ();

  /* Nothing to be done there: Tab would stop at a card for ever. */
  gtk_widget_set_can_focus (figures, FALSE);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (figures), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (figures), 4);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (figures), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (figures), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (figures), 12);
  /* Translators: numbers: so many quotes, so many speakers. */
  quo_statistics_name (figures, _ ("Figures"));
  return figures;
}

/* Under the number of quotes: how far the articles are, of which there is one or many. */
static char *
dup_base (const QuoStatistics *all)
{
  guint n_linked = all->n_quotes - all->n_unlinked;

  if (all->speakers_by_name == NULL)
    return g_strdup_printf (ngettext ("%u with a speaker", "%u with a speaker", n_linked),
                            n_linked);
  if (all->n_finished > 0)
    return g_strdup_printf (
        ngettext ("in %'u article, %'u done", "in %'u articles, %'u done", all->n_articles),
        all->n_articles, all->n_finished);
  return g_strdup_printf (ngettext ("in %'u article", "in %'u articles", all->n_articles),
                          all->n_articles);
}

static char *
dup_unlinked (const QuoStatistics *all)
{
  g_autofree char *key = NULL;

  if (all->n_suggested > 0)
    /* Translators: quotes without a speaker for which one is suggested. */
    return g_strdup_printf (ngettext ("%'u of them with a suggestion",
                                      "%'u of them with a suggestion", all->n_suggested),
                            all->n_suggested);
  if (all->n_unlinked == 0)
    return g_strdup (_ ("All are linked"));
  key = quo_keymap_dup_label (quo_keymap_get (), "win.next-quote");
  if (key == NULL)
    return g_strdup (_ ("Not linked yet"));
  /* Translators: %s is a key. */
  return g_strdup_printf (all->speakers_by_name == NULL ? _ ("%s finds the next one")
                                                        : _ ("%s finds them in an article"),
                          key);
}

GtkWidget *
quo_statistics_figures_new (const QuoStatistics *all)
{
  GtkWidget *figures = make_figures ();
  g_autofree char *share
      /* Translators: a share in per cent, as a number for itself. */
      = g_strdup_printf (_ ("%u %%"), quo_statistics_get_share (all->n_quoted, all->n_words));
  /* Translators: words in quotes, and of the whole text. */
  g_autofree char *words = g_strdup_printf (_ ("%'u of %'u"), all->n_quoted, all->n_words);

  /* Translators: under the number of them. */
  add_count (figures, all->n_quotes, ngettext ("quote", "quotes", all->n_quotes), dup_base (all));
  /* Translators: under the number of them. */
  add_count (figures, all->speakers->len, ngettext ("speaker", "speakers", all->speakers->len),
             g_strdup_printf (ngettext ("%'u speaks only once", "%'u speak only once", all->n_once),
                              all->n_once));
  /* Translators: under a share in per cent. */
  add_figure (figures, share, _ ("of all words are quoted"), words);
  /* Translators: under the number of them. */
  add_count (figures, all->n_unlinked,
             ngettext ("quote without a speaker", "quotes without a speaker", all->n_unlinked),
             dup_unlinked (all));
  return figures;
}

/* --- shares ---------------------------------------------------------------------------------- */

/* One word of a legend after the other, in as many lines as it takes. */
static GtkWidget *
make_legend (const GPtrArray *shares)
{
  GtkWidget *legend = gtk_flow_box_new ();

  gtk_widget_set_can_focus (legend, FALSE);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (legend), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (legend), 5);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (legend), 18);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (legend), 3);
  for (guint i = 0; i < shares->len; i++)
    {
      const QuoShare *share = g_ptr_array_index (shares, i);
      GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      g_autofree char *name = quo_shown (share->name);
      /* Translators: a part of the whole and its share: "Direct 64 %". */
      g_autofree char *words = g_strdup_printf (_ ("%s %u %%"), name, share->share);
      GtkWidget *label = quo_statistics_label_new (words, "t13", "numeric", NULL);

      /* In one line where there is room for it. */
      gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
      gtk_box_append (GTK_BOX (item), quo_share_swatch_new (i, share->is_untold));
      gtk_box_append (GTK_BOX (item), label);
      gtk_flow_box_append (GTK_FLOW_BOX (legend), item);
    }
  return legend;
}

GtkWidget *
quo_statistics_shares_new (const char *title, GPtrArray *shares, const char *note)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autofree char *words = quo_statistics_dup_shares (shares);
  GtkWidget *legend;

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "sharecard");
  legend = make_legend (shares);
  quo_statistics_name (legend, title);
  gtk_widget_set_tooltip_text (card, words);
  gtk_box_append (GTK_BOX (card), quo_share_bar_new (shares));
  gtk_box_append (GTK_BOX (card), legend);
  gtk_box_append (GTK_BOX (all), quo_statistics_head_new (title, note));
  gtk_box_append (GTK_BOX (all), card);
  return all;
}
