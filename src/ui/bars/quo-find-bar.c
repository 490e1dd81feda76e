/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding in the article. Invariant: `found` are the places of `words`, the words in the entry, and
 * the view marks exactly these while the bar is open; while a thread looks for them it is empty.
 */
#include "quo-config.h"

#include "quo-act-menu.h"
#include "quo-announce.h"
#include "quo-find-bar.h"
#include "quo-find.h"
#include "quo-palette.h"
#include "quo-session-tag-all.h"
#include "quo-told-key.h"

#include <glib/gi18n.h>

#define NONE G_MAXUINT
/* A longer article (code points) is searched in a thread: a million take some 8 ms. */
#define MAX_LENGTH (1 << 20)

/* What to do once the places are known. */
typedef enum
{
  THEN_SHOW,
  THEN_REVEAL, /* scroll to the first one; the caret stays */
  THEN_GO,     /* select it */
} Then;

struct _QuoFindBar
{
  GtkWidget parent_instance;
  QuoSession *session;
  QuoArticleView *view; /* weak */
  GtkSearchBar *search_bar;
  GtkEditable *entry;
  GtkLabel *count;
  GtkWidget *previous, *next;
  GtkMenuButton *tag;
  gboolean is_narrow;    /* there is no room for tagging */
  char *words;           /* that were looked for */
  GArray *found;         /* of QuoSpan: where they stand */
  guint current;         /* or NONE */
  GCancellable *looking; /* while a thread looks for them, else NULL */
  Then then;             /* once it has found them */
};

G_DEFINE_FINAL_TYPE (QuoFindBar, quo_find_bar, GTK_TYPE_WIDGET)

static gboolean
is_open (QuoFindBar *bar)
{
  return gtk_search_bar_get_search_mode (bar->search_bar);
}

static void
show_found (QuoFindBar *bar)
{
  g_autofree char *told = NULL;
  gboolean has_words = *gtk_editable_get_text (bar->entry) != '\0';

  if (bar->looking != NULL)
    told = g_strdup ("…");
  else if (bar->found->len > 0 && bar->current != NONE)
    told = g_strdup_printf (_ ("%u of %u"), bar->current + 1, bar->found->len);
  else if (has_words)
    told = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", bar->found->len),
                            bar->found->len);
  gtk_label_set_text (bar->count, told != NULL ? told : "");
  gtk_widget_set_sensitive (bar->previous, bar->found->len > 0);
  gtk_widget_set_sensitive (bar->next, bar->found->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (bar->tag), !bar->is_narrow && bar->found->len > 0);
  if (has_words && bar->found->len == 0 && bar->looking == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (bar->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (bar->entry), "error");
  if (bar->view != NULL)
    quo_article_view_set_found (bar->view, (const QuoSpan *)bar->found->data,
                                is_open (bar) ? bar->found->len : 0, bar->current);
}

static void
go_to (QuoFindBar *bar, guint nth)
{
  QuoSpan span = g_array_index (bar->found, QuoSpan, nth);

  bar->current = nth;
  quo_session_select (bar->session, span.start, span.end);
  quo_session_set_message (bar->session, _ ("“%s”: %u of %u"), gtk_editable_get_text (bar->entry),
                           nth + 1, bar->found->len);
  show_found (bar);
}

/* The first place at or after the caret, else the first one. */
static void
go_to_first (QuoFindBar *bar)
{
  guint32 from = quo_session_get_selection (bar->session).start;

  for (guint i = 0; i < bar->found->len; i++)
    if (g_array_index (bar->found, QuoSpan, i).start >= from)
      {
        go_to (bar, i);
        return;
      }
  if (bar->found->len > 0)
    go_to (bar, 0);
  else
    {
      quo_session_set_message (bar->session, _ ("“%s” is not in the article"),
                               gtk_editable_get_text (bar->entry));
      show_found (bar);
    }
}

/* Typing shows all places and scrolls to the first; the caret stays where it is until Enter. */
static void
reveal_first (QuoFindBar *bar)
{
  guint32 from = quo_session_get_selection (bar->session).start;
  guint nth = 0;

  show_found (bar);
  quo_announce (GTK_WIDGET (bar->count), gtk_label_get_text (bar->count));
  while (nth < bar->found->len && g_array_index (bar->found, QuoSpan, nth).start < from)
    nth++;
  if (bar->found->len > 0 && bar->view != NULL)
    quo_article_view_reveal (bar->view,
                             g_array_index (bar->found, QuoSpan, nth < bar->found->len ? nth : 0));
}

/* Takes the places. */
static void
take_found (QuoFindBar *bar, GArray *found, Then then)
{
  g_clear_pointer (&bar->found, g_array_unref);
  bar->found = found;
  bar->current = NONE;
  if (then == THEN_GO)
    go_to_first (bar);
  else if (then == THEN_REVEAL)
    reveal_first (bar);
  else
    show_found (bar);
}

static void
stop_looking (QuoFindBar *bar)
{
  if (bar->looking == NULL)
    return;
  g_cancellable_cancel (bar->looking);
  g_clear_object (&bar->looking);
  quo_session_end_busy (bar->session);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuoFindBar) bar = data;
  GArray *found = quo_find_all_finish (result);

  if (found == NULL || bar->looking != g_task_get_cancellable (G_TASK (result)))
    {
      g_clear_pointer (&found, g_array_unref);
      return;
    }
  stop_looking (bar);
  take_found (bar, found, bar->then);
}

static void
look (QuoFindBar *bar, Then then)
{
  QuoDocument *document = quo_session_get_document (bar->session);
  const QuoText *text = document != NULL ? quo_document_get_text (document) : NULL;

  stop_looking (bar);
  g_free (bar->words);
  bar->words = g_strdup (gtk_editable_get_text (bar->entry));
  if (text == NULL || quo_text_get_length (text) <= MAX_LENGTH)
    {
      take_found (bar,
                  text != NULL ? quo_find_all (text, bar->words, NULL)
                               : g_array_new (FALSE, FALSE, sizeof (QuoSpan)),
                  then);
      return;
    }
  bar->looking = g_cancellable_new ();
  bar->then = then;
  quo_session_begin_busy (bar->session);
  take_found (bar, g_array_new (FALSE, FALSE, sizeof (QuoSpan)), THEN_SHOW);
  quo_find_all_async (text, bar->words, bar->looking, on_found, g_object_ref (bar));
}

static void
tell_nothing (QuoFindBar *bar)
{
  /* Translators: %s is a key, e.g. Ctrl+F. */
  quo_session_tell_with_key (bar->session, "win.find", _ ("Nothing to find; %s opens the search"),
                             _ ("Nothing to find"));
}

void
quo_find_bar_step (QuoFindBar *bar, gint direction)
{
  guint n_found;

  g_return_if_fail (QUO_IS_FIND_BAR (bar));

  if (*gtk_editable_get_text (bar->entry) == '\0')
    {
      tell_nothing (bar);
      return;
    }
  /* Enter may come before the entry tells that its text changed, and before a thread is done. */
  if (g_strcmp0 (gtk_editable_get_text (bar->entry), bar->words) != 0)
    {
      look (bar, THEN_GO);
      return;
    }
  bar->then = THEN_GO;
  n_found = bar->found->len;
  if (bar->looking != NULL)
    return;
  if (bar->current == NONE || n_found == 0)
    {
      go_to_first (bar);
      return;
    }
  go_to (bar, (bar->current + (direction < 0 ? n_found - 1 : 1)) % n_found);
}

void
quo_find_bar_open (QuoFindBar *bar, const char *words)
{
  g_return_if_fail (QUO_IS_FIND_BAR (bar));

  if (words != NULL && *words != '\0')
    {
      gtk_editable_set_text (bar->entry, words);
      gtk_search_bar_set_search_mode (bar->search_bar, TRUE);
      look (bar, THEN_GO);
      if (bar->view != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (bar->view));
      return;
    }
  gtk_search_bar_set_search_mode (bar->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (bar->entry));
  gtk_editable_select_region (bar->entry, 0, -1);
  quo_announce_entry (GTK_WIDGET (bar->entry));
  look (bar, THEN_SHOW);
}

static void
on_search_changed (QuoFindBar *bar)
{
  if (is_open (bar) && g_strcmp0 (gtk_editable_get_text (bar->entry), bar->words) != 0)
    look (bar, THEN_REVEAL);
}

gboolean
quo_find_bar_close (QuoFindBar *bar)
{
  g_return_val_if_fail (QUO_IS_FIND_BAR (bar), FALSE);

  if (!is_open (bar))
    return FALSE;
  gtk_search_bar_set_search_mode (bar->search_bar, FALSE);
  return TRUE;
}

static void
on_next (QuoFindBar *bar)
{
  quo_find_bar_step (bar, 1);
}

static void
on_previous (QuoFindBar *bar)
{
  quo_find_bar_step (bar, -1);
}

static void
on_stop (QuoFindBar *bar)
{
  gtk_search_bar_set_search_mode (bar->search_bar, FALSE);
}

/* Names and the like: a quote is more than its words. */
static void
make_tag_menu (GtkMenuButton *button, gpointer data)
{
  QuoFindBar *bar = data;
  QuoTagset *tagset = quo_session_get_tagset (bar->session);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < tagset->n_labels; i++)
    if (tagset->labels[i].kind == QUO_LABEL_ENTITY || tagset->labels[i].kind == QUO_LABEL_FREE)
      quo_act_menu_add_target (menu, "find.tag", tagset->labels[i].key,
                               g_variant_new_string (tagset->labels[i].id),
                               quo_label_get_shown_name (&tagset->labels[i]));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
on_tag (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuoFindBar *bar = data;

  quo_session_tag_places (bar->session, g_variant_get_string (parameter, NULL), bar->found,
                          bar->words);
}

static void
on_mode_changed (QuoFindBar *bar)
{
  show_found (bar);
  if (!is_open (bar) && bar->view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (bar->view));
}

static void
on_document_changed (QuoFindBar *bar)
{
  look (bar, THEN_SHOW);
}

static void
quo_find_bar_dispose (GObject *object)
{
  QuoFindBar *bar = QUO_FIND_BAR (object);

  if (bar->session != NULL)
    stop_looking (bar);
  g_clear_weak_pointer (&bar->view);
  if (bar->search_bar != NULL)
    gtk_widget_unparent (GTK_WIDGET (bar->search_bar));
  bar->search_bar = NULL;
  g_clear_object (&bar->session);
  g_clear_pointer (&bar->found, g_array_unref);
  g_clear_pointer (&bar->words, g_free);
  G_OBJECT_CLASS (quo_find_bar_parent_class)->dispose (object);
}

static void
quo_find_bar_class_init (QuoFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_find_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quotidian/Quotidian/quo-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoFindBar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, QuoFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, QuoFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, QuoFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, QuoFindBar, next);
  gtk_widget_class_bind_template_child (widget_class, QuoFindBar, tag);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
}

static void
quo_find_bar_init (QuoFindBar *bar)
{
  static const GActionEntry ENTRIES[] = { { "tag", on_tag, "s" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  bar->found = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  bar->current = NONE;
  gtk_widget_init_template (GTK_WIDGET (bar));
  gtk_search_bar_connect_entry (bar->search_bar, bar->entry);
  quo_told_key_set (bar->entry, "win.find");
  gtk_menu_button_set_create_popup_func (bar->tag, make_tag_menu, bar, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), ENTRIES, G_N_ELEMENTS (ENTRIES), bar);
  gtk_widget_insert_action_group (GTK_WIDGET (bar), "find", G_ACTION_GROUP (actions));
  g_signal_connect_object (bar->search_bar, "notify::search-mode-enabled",
                           G_CALLBACK (on_mode_changed), bar, G_CONNECT_SWAPPED);
}

GtkWidget *
quo_find_bar_new (QuoSession *session, QuoArticleView *view)
{
  QuoFindBar *bar = g_object_new (QUO_TYPE_FIND_BAR, NULL);

  bar->session = g_object_ref (session);
  g_set_weak_pointer (&bar->view, view);
  g_signal_connect_object (session, "notify::document", G_CALLBACK (on_document_changed), bar,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (bar);
}

void
quo_find_bar_set_narrow (QuoFindBar *bar, gboolean is_narrow)
{
  g_return_if_fail (QUO_IS_FIND_BAR (bar));

  bar->is_narrow = is_narrow;
  show_found (bar);
}
