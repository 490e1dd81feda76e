/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says of the article: title, saved or not, totals, done. */
#include "quo-config.h"

#include "quo-shown.h"
#include "quo-window-private.h"

#include <glib/gi18n.h>

static char *
dup_save_word (QuoWindow *window)
{
  QuoAutosave *autosave = quo_session_get_autosave (window->session);

  switch (autosave != NULL ? quo_autosave_get_state (autosave) : QUO_SAVE_STATE_SAVED)
    {
    case QUO_SAVE_STATE_SAVED:
      /* Translators: the annotations of the article are. */
      return g_strdup (_ ("saved"));
    case QUO_SAVE_STATE_FAILED:
      return g_strdup (_ ("not saved"));
    default:
      return g_strdup (_ ("saving…"));
    }
}

void
quo_window_show_title (QuoWindow *window)
{
  QuoDocument *document = quo_session_get_document (window->session);
  g_autofree char *title = NULL;
  g_autofree char *raw = NULL, *name = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *subtitle = NULL, *whole = NULL;

  if (document == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (window), _ ("Quotidian"));
      adw_window_title_set_title (window->title, _ ("Quotidian"));
      adw_window_title_set_subtitle (window->title, "");
      return;
    }
  title = quo_article_dup_title (quo_document_get_article (document));
  raw = quo_article_dup_name (quo_document_get_article (document));
  name = quo_shown (raw);
  saved = dup_save_word (window);
  subtitle = g_strdup_printf ("%s · %s", name, saved);
  adw_window_title_set_title (window->title, title);
  adw_window_title_set_subtitle (window->title, subtitle);
  whole = g_strdup_printf ("%s\n%s", title, subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (window->title), whole);
  gtk_window_set_title (GTK_WINDOW (window), title);
}

/* (transfer full): the buttons of windows as the desktop places them, but none that makes a window
 * larger or smaller. "icon:minimize,maximize,close" becomes "icon:close". */
static char *
dup_short_layout (QuoWindow *window)
{
  g_autofree char *layout = NULL;
  g_auto (GStrv) sides = NULL;
  g_autoptr (GString) kept = g_string_new (NULL);

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (window)), "gtk-decoration-layout", &layout,
                NULL);
  sides = g_strsplit (layout != NULL ? layout : "", ":", 2);
  for (guint i = 0; sides[i] != NULL; i++)
    {
      g_auto (GStrv) buttons = g_strsplit (sides[i], ",", -1);
      const char *comma = "";

      g_string_append (kept, i > 0 ? ":" : "");
      for (guint k = 0; buttons[k] != NULL; k++)
        if (!g_str_equal (buttons[k], "minimize") && !g_str_equal (buttons[k], "maximize"))
          {
            g_string_append_printf (kept, "%s%s", comma, buttons[k]);
            comma = ",";
          }
    }
  return g_string_free (g_steal_pointer (&kept), FALSE);
}

void
quo_window_fit_title_buttons (QuoWindow *window)
{
  g_autofree char *layout = NULL;
  gboolean is_tight;

  g_object_get (window->fold, "is-tight", &is_tight, NULL);
  if (is_tight)
    layout = dup_short_layout (window);
  /* Set again it would make the buttons anew. */
  if (g_strcmp0 (layout, adw_header_bar_get_decoration_layout (window->page_header)) != 0)
    adw_header_bar_set_decoration_layout (window->page_header, layout);
}

/* What was just done is to be read before how much there is: that may take a third of the line. */
static gboolean
has_room_for_totals (QuoWindow *window, const char *totals)
{
  GtkWidget *label = GTK_WIDGET (window->totals);
  int room = gtk_widget_get_width (gtk_widget_get_parent (label));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (label, totals);
  gboolean is_tight;
  int width;

  g_object_get (window->fold, "is-tight", &is_tight, NULL);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return !is_tight && (room == 0 || 3 * width <= room);
}

/* The totals as far as there is room: with the quotes, without them, or the one number that counts
 * what is done, if there is something done. (transfer full) */
static char *
dup_short_totals (QuoWindow *window, const char *totals)
{
  guint n = quo_session_count_annotations (window->session);
  g_autofree char *shorter = quo_session_dup_totals (window->session, FALSE);

  if (has_room_for_totals (window, totals))
    return g_strdup (totals);
  if (has_room_for_totals (window, shorter))
    return g_steal_pointer (&shorter);
  return n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
}

void
quo_window_show_totals (QuoWindow *window)
{
  QuoDocument *document = quo_session_get_document (window->session);
  g_autofree char *totals = NULL, *shown = NULL;

  if (document == NULL)
    return;
  /* The actions stay enabled: their keys tell that there is nothing to take back. */
  gtk_widget_set_sensitive (GTK_WIDGET (window->undo_button),
                            quo_document_get_n_undo (document) > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (window->redo_button),
                            quo_document_get_n_redo (document) > 0);
  totals = quo_session_dup_totals (window->session, TRUE);
  shown = dup_short_totals (window, totals);
  gtk_label_set_text (window->totals, shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (window->totals),
                               g_str_equal (shown, totals) ? NULL : totals);
}

gboolean
quo_window_is_done (QuoWindow *window)
{
  QuoDocument *document = quo_session_get_document (window->session);
  const char *id = quo_session_get_layer (window->session);
  const QuoLayer *layer
      = document != NULL && id != NULL ? quo_document_find_layer (document, id) : NULL;

  return layer != NULL && g_strcmp0 (layer->state, "done") == 0;
}

void
quo_window_show_done (QuoWindow *window)
{
  /* Translators: the article is finished; the button says so to the program. */
  const char *done = _ ("Done");

  gtk_button_set_label (window->done_button, quo_window_is_done (window) ? _ ("Reopen") : done);
}
