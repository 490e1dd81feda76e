/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-review-cell.h"

#include "quo-row-name.h"

#include <glib/gi18n.h>
#include <string.h>

static GtkWidget *
make_label (const char *css_class, int n_lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), n_lines);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
quo_review_cell_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = make_label ("t12", 2);
  GtkWidget *done = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *context = make_label ("excerpt", 3);

  gtk_widget_add_css_class (title, "quiet");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (done, GTK_ALIGN_START);
  gtk_widget_add_css_class (context, "quiet");
  gtk_box_append (GTK_BOX (top), title);
  gtk_box_append (GTK_BOX (top), done);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), make_label (NULL, 3));
  gtk_box_append (GTK_BOX (box), context);
  return box;
}

/* Line ends as blanks: the context is shown in a few lines. */
static char *
flatten (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (line, g_unichar_isspace (c) || g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* "… told reporters, **Jana Köhler** said on …", the words bold by an attribute, never by markup.
 */
static void
show_context (GtkLabel *label, const char *before, const char *words, const char *after)
{
  g_autofree char *flat_before = flatten (before), *flat_after = flatten (after);
  g_autofree char *text = g_strdup_printf ("…%s%s%s…", flat_before, words, flat_after);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = (guint)(strlen ("…") + strlen (flat_before));
  bold->end_index = bold->start_index + (guint)strlen (words);
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, attributes);
}

void
quo_review_cell_show (GtkWidget *cell, QuoSession *session, guint position)
{
  GtkWidget *top = gtk_widget_get_first_child (cell);
  GtkWidget *words_label = gtk_widget_get_next_sibling (top);
  GtkWidget *context = gtk_widget_get_last_child (cell);
  const char *before = NULL, *after = NULL;
  gboolean is_done, has_context;
  g_autofree char *title = NULL, *words = NULL, *sentence = NULL;

  if (quo_review_get (quo_session_get_review (session), position) == NULL)
    return;
  title = quo_session_dup_review_title (session, position);
  words = quo_session_dup_review_words (session, position);
  is_done = quo_review_is_done (quo_session_get_review (session), position,
                                quo_session_get_document (session));
  has_context = quo_session_get_review_context (session, position, &before, &after);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (top)), title);
  gtk_widget_set_visible (gtk_widget_get_last_child (top), is_done);
  gtk_label_set_text (GTK_LABEL (words_label), words);
  gtk_widget_set_visible (words_label, !has_context && *words != '\0');
  gtk_widget_set_visible (context, has_context);
  if (has_context)
    show_context (GTK_LABEL (context), before, words, after);
  gtk_widget_set_opacity (cell, is_done ? 0.6 : 1);
  if (has_context)
    /* Translators: a row of the review for a screen reader: what became of it, its words, and what
     * stood before and after them. */
    sentence = g_strdup_printf (_ ("%s: %s. It stood after “%s” and before “%s”"), title, words,
                                before, after);
  else
    sentence = g_strdup_printf ("%s: %s", title, words);
  quo_row_name_set (cell, sentence);
}
