/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of what is to be reviewed. Invariant: the row that is selected is the item that the
 * session looks at. */
#include "quo-config.h"

#include "quo-review-pane.h"

#include "quo-list-leave.h"
#include "quo-review-cell.h"
#include "quo-review-list.h"

#include <glib/gi18n.h>

struct _QuoReviewPane
{
  GtkWidget parent_instance;
  QuoSession *session;
  QuoReviewList *list;
  GtkSingleSelection *selection;
  GHashTable *bound; /* set of GtkListItem that show a row */
  gboolean is_following;
  GtkLabel *count, *place;
  GtkListView *list_view;
  GtkWidget *deciding, *places, *accept, *take, *drop, *put, *accept_moved;
};

G_DEFINE_FINAL_TYPE (QuoReviewPane, quo_review_pane, GTK_TYPE_WIDGET)

/* Rows */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, QuoReviewPane *pane)
{
  gtk_list_item_set_child (item, quo_review_cell_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, QuoReviewPane *pane)
{
  g_hash_table_add (pane->bound, item);
  quo_review_cell_show (gtk_list_item_get_child (item), pane->session,
                        quo_review_row_get_position (gtk_list_item_get_item (item)));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, QuoReviewPane *pane)
{
  g_hash_table_remove (pane->bound, item);
}

static void
show_rows (QuoReviewPane *pane)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, pane->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    quo_review_cell_show (gtk_list_item_get_child (item), pane->session,
                          quo_review_row_get_position (gtk_list_item_get_item (item)));
}

/* What can be decided */

static void
name_accept (QuoReviewPane *pane, const QuoReviewItem *item)
{
  const char *label = item->conflict != NULL ? _ ("Keep Mine")
                      : item->move->fate == QUO_FATE_MOVED && item->choice == QUO_REVIEW_ACCEPTED
                          ? _ ("Open Again")
                          : _ ("Accept");
  const char *words
      = item->conflict != NULL ? _ ("What is here stays") : _ ("The place that is shown is right");
  g_autofree char *tooltip = quo_session_dup_tip (pane->session, "win.review-accept", words);

  gtk_button_set_label (GTK_BUTTON (pane->accept), label);
  gtk_widget_set_tooltip_text (pane->accept, tooltip);
}

static void
show_decisions (QuoReviewPane *pane)
{
  QuoReview *review = quo_session_get_review (pane->session);
  const QuoReviewItem *item = quo_review_get (review, quo_review_get_current (review));
  gboolean is_conflict = item != NULL && item->conflict != NULL;
  guint n_places = item != NULL && item->move != NULL ? item->move->proposals->len : 0;
  gboolean is_lost = item != NULL && !is_conflict && item->move->fate == QUO_FATE_LOST;
  g_autofree char *place = NULL;

  gtk_widget_set_visible (pane->places, n_places > 1);
  gtk_widget_set_visible (pane->accept, item != NULL && !is_lost);
  gtk_widget_set_visible (pane->take, is_conflict);
  gtk_widget_set_visible (pane->drop, item != NULL && !is_conflict);
  gtk_widget_set_visible (pane->put, item != NULL && !is_conflict);
  if (item == NULL)
    return;
  name_accept (pane, item);
  place = g_strdup_printf (_ ("Place %u of %u"), item->shown + 1, n_places);
  gtk_label_set_text (pane->place, place);
}

static gboolean
has_open_move (QuoReview *review, QuoDocument *document)
{
  guint n = quo_review_get_length (review);

  /* Those that moved come last. */
  for (guint i = n; i > 0; i--)
    {
      const QuoReviewItem *item = quo_review_get (review, i - 1);

      if (item->move == NULL || item->move->fate != QUO_FATE_MOVED)
        return FALSE;
      if (!quo_review_is_done (review, i - 1, document))
        return TRUE;
    }
  return FALSE;
}

static void
show_count (QuoReviewPane *pane)
{
  QuoReview *review = quo_session_get_review (pane->session);
  QuoDocument *document = quo_session_get_document (pane->session);
  guint n_open = quo_session_count_review (pane->session);
  g_autofree char *count
      = n_open == 0 ? g_strdup (_ ("All is reviewed"))
                    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u is left to review",
                                                    "%u of %u are left to review", n_open),
                                       n_open, quo_review_get_length (review));

  gtk_label_set_text (pane->count, count);
  gtk_widget_set_visible (pane->accept_moved, document != NULL && has_open_move (review, document));
}

/* Following */

static void
on_review_changed (QuoReviewPane *pane)
{
  guint current = quo_review_get_current (quo_session_get_review (pane->session));

  pane->is_following = TRUE;
  quo_review_list_update (pane->list);
  show_rows (pane);
  if (gtk_single_selection_get_selected (pane->selection) != current)
    {
      gtk_single_selection_set_selected (pane->selection, current);
      if (current != G_MAXUINT)
        gtk_widget_activate_action (GTK_WIDGET (pane->list_view), "list.scroll-to-item", "u",
                                    current);
    }
  pane->is_following = FALSE;
  show_count (pane);
  show_decisions (pane);
}

static void
on_selected (QuoReviewPane *pane)
{
  if (!pane->is_following)
    quo_session_review_choose (pane->session, gtk_single_selection_get_selected (pane->selection));
}

static void
on_activate (QuoReviewPane *pane, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (pane), "win.review-accept", NULL);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType modifiers,
        QuoReviewPane *pane)
{
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    gtk_widget_activate_action (GTK_WIDGET (pane), "win.review-drop", NULL);
  else if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right)
    gtk_widget_activate_action (GTK_WIDGET (pane), "win.review-place", "i",
                                keyval == GDK_KEY_Left ? -1 : 1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Object */

static void
quo_review_pane_dispose (GObject *object)
{
  QuoReviewPane *pane = QUO_REVIEW_PANE (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (pane))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&pane->selection);
  g_clear_object (&pane->list);
  g_clear_object (&pane->session);
  G_OBJECT_CLASS (quo_review_pane_parent_class)->dispose (object);
}

static void
quo_review_pane_finalize (GObject *object)
{
  g_hash_table_unref (QUO_REVIEW_PANE (object)->bound);
  G_OBJECT_CLASS (quo_review_pane_parent_class)->finalize (object);
}

static void
quo_review_pane_class_init (QuoReviewPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_review_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = quo_review_pane_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quotidian/Quotidian/quo-review-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoReviewPane, count);
  gtk_widget_class_bind_template_child (widget_class, QuoReviewPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, QuoReviewPane, deciding);
  gtk_widget_class_bind_template_child (widget_class, QuoReviewPane, places);
  gtk_widget_class_bind_template_child (widget_class, QuoReviewPane, place);
  gtk_widget_class_bind_template_child (widget_class, QuoReviewPane, accept);
  gtk_widget_class_bind_template_child (widget_class, QuoReviewPane, take);
  gtk_widget_class_bind_template_child (widget_class, QuoReviewPane, drop);
  gtk_widget_class_bind_template_child (widget_class, QuoReviewPane, put);
  gtk_widget_class_bind_template_child (widget_class, QuoReviewPane, accept_moved);
  gtk_widget_class_set_css_name (widget_class, "reviewpane");
}

static void
quo_review_pane_init (QuoReviewPane *pane)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  pane->bound = g_hash_table_new (g_direct_hash, g_direct_equal);
  gtk_widget_init_template (GTK_WIDGET (pane));
  quo_list_leave_by_tab (GTK_WIDGET (pane->list_view));
  /* Before the list, which would scroll sideways. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), pane, 0);
  gtk_widget_add_controller (GTK_WIDGET (pane->list_view), keys);
}

void
quo_review_pane_focus (QuoReviewPane *pane)
{
  g_return_if_fail (QUO_IS_REVIEW_PANE (pane));

  gtk_widget_grab_focus (GTK_WIDGET (pane->list_view));
}

GtkWidget *
quo_review_pane_new (QuoSession *session)
{
  QuoReviewPane *pane = g_object_new (QUO_TYPE_REVIEW_PANE, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  pane->session = g_object_ref (session);
  pane->list = quo_review_list_new (session);
  pane->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (pane->list)));
  gtk_single_selection_set_autoselect (pane->selection, FALSE);
  gtk_single_selection_set_can_unselect (pane->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), pane);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), pane);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), pane);
  gtk_list_view_set_factory (pane->list_view, factory);
  gtk_list_view_set_model (pane->list_view, GTK_SELECTION_MODEL (pane->selection));
  g_signal_connect_object (pane->list_view, "activate", G_CALLBACK (on_activate), pane,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pane->selection, "notify::selected", G_CALLBACK (on_selected), pane,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "review-changed", G_CALLBACK (on_review_changed), pane,
                           G_CONNECT_SWAPPED);
  on_review_changed (pane);
  return GTK_WIDGET (pane);
}
