/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of speakers.  The register is counted in a thread from a snapshot, at most one at a
 * time; a change while it is being counted makes it count again. */
#include "quo-config.h"

#include "quo-speaker-card.h"

#include "quo-avatar.h"
#include "quo-context-menu.h"
#include "quo-keycap.h"
#include "quo-list-leave.h"
#include "quo-member-drag.h"

#include "quo-register.h"
#include "quo-session-speaker.h"
#include "quo-speakers.h"

#include <glib/gi18n.h>

/* More rows than this help nobody; the count says how many there are. */
#define MAX_ROWS 60

struct _QuoSpeakerCard
{
  GtkWidget parent_instance;
  QuoSession *session;
  GPtrArray *speakers; /* of QuoSpeaker, as last counted */
  GtkLabel *title;
  GtkLabel *unit;
  GtkListBox *rows;
  gboolean is_prompting; /* the rows are candidates */
  gboolean is_counting;
  gboolean must_count;
};

G_DEFINE_FINAL_TYPE (QuoSpeakerCard, quo_speaker_card, GTK_TYPE_WIDGET)

static void count_speakers (QuoSpeakerCard *card);

/* Rows */

static GtkWidget *
make_name (const char *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "name");
  return label;
}

/* A row can be dragged onto a role in the inspector. */
static char *
find_member (GtkWidget *row, double x, double y, gpointer data, char **ret_name)
{
  *ret_name = g_strdup (g_object_get_data (G_OBJECT (row), "name"));
  return g_strdup (g_object_get_data (G_OBJECT (row), "member"));
}

static void
set_member (GtkWidget *row, const char *member, const char *name)
{
  g_object_set_data_full (G_OBJECT (row), "member", g_strdup (member), g_free);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (name), g_free);
  quo_member_drag_attach (row, find_member, NULL);
}

static GtkWidget *
add_row (QuoSpeakerCard *card, GtkWidget *content, const char *action, const char *target,
         const char *sentence)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (content, "rowpad");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_list_box_append (card->rows, row);
  return row;
}

/* The bar is the share of all that is quoted. */
static void
add_speaker (QuoSpeakerCard *card, const QuoSpeaker *speaker, guint n_all)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *bar = gtk_progress_bar_new ();
  g_autofree char *words = g_strdup_printf ("%u", speaker->n_words);
  g_autofree char *sentence = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s, %u word quoted", "%s, %u words quoted", speaker->n_words),
      speaker->name, speaker->n_words);
  GtkWidget *count = gtk_label_new (words);
  GtkWidget *row;

  gtk_widget_add_css_class (count, "quiet");
  gtk_widget_add_css_class (count, "t12");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (top), make_name (speaker->name));
  gtk_box_append (GTK_BOX (top), count);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar),
                                 n_all > 0 ? speaker->n_words / (double)n_all : 0);
  gtk_widget_add_css_class (bar, "speech");
  gtk_accessible_update_state (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (column), top);
  gtk_box_append (GTK_BOX (column), bar);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (content), quo_avatar_new (speaker->name));
  gtk_box_append (GTK_BOX (content), column);
  row = add_row (card, content, "speakers.show", speaker->id, sentence);
  set_member (row, speaker->id, speaker->name);
}

static void
add_candidate (QuoSpeakerCard *card, const QuoCandidate *candidate, guint nth)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *id = quo_session_dup_candidate_id (candidate);
  GtkWidget *row;
  g_autofree char *digit = g_strdup_printf ("%u", nth + 1);
  g_autofree char *sentence = g_strdup_printf (_ ("%s, key %u"), candidate->name, nth + 1);

  gtk_box_append (GTK_BOX (content), quo_avatar_new (candidate->name));
  gtk_box_append (GTK_BOX (content), make_name (candidate->name));
  gtk_box_append (GTK_BOX (content), quo_keycap_new (digit));
  row = add_row (card, content, "speakers.link", digit, sentence);
  set_member (row, id, candidate->name);
}

static void
clear_rows (QuoSpeakerCard *card)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (card->rows))) != NULL)
    gtk_list_box_remove (card->rows, row);
}

static guint
fill_candidates (QuoSpeakerCard *card)
{
  GPtrArray *candidates = quo_session_get_candidates (card->session);
  guint n;

  for (n = 0; n < candidates->len; n++)
    add_candidate (card, g_ptr_array_index (candidates, n), n);
  return n;
}

/* Whether the speaker @id, an entity or a mention, has the role itself or by a mention. */
static gboolean
is_among (QuoDocument *document, const QuoRole *role, const char *id)
{
  for (guint i = 0; i < role->n_members; i++)
    {
      const QuoAnnotation *mention = quo_document_find_annotation (document, role->members[i]);

      if (g_strcmp0 (role->members[i], id) == 0
          || (mention != NULL && quo_annotation_has_entity (mention, id)))
        return TRUE;
    }
  return FALSE;
}

/* Who says what is selected. */
static void
mark_speaking (QuoSpeakerCard *card)
{
  QuoDocument *document = quo_session_get_document (card->session);
  const QuoAnnotation *selected = quo_session_get_selected (card->session);
  const QuoRelation *relation
      = selected != NULL
            ? quo_document_find_relation (document, "quotation", "quote", selected->base.id)
            : NULL;
  const QuoRole *source = relation != NULL ? quo_relation_find_role (relation, "source") : NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (card->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const char *id = g_object_get_data (G_OBJECT (row), "member");

      if (source != NULL && is_among (document, source, id))
        gtk_widget_add_css_class (row, "speaking");
      else
        gtk_widget_remove_css_class (row, "speaking");
    }
}

static guint
fill_speakers (QuoSpeakerCard *card)
{
  guint n_all = 0, n;

  if (card->speakers == NULL)
    return 0;
  for (guint i = 0; i < card->speakers->len; i++)
    n_all += ((QuoSpeaker *)g_ptr_array_index (card->speakers, i))->n_words;
  for (n = 0; n < MIN (card->speakers->len, MAX_ROWS); n++)
    add_speaker (card, g_ptr_array_index (card->speakers, n), n_all);
  mark_speaking (card);
  return n;
}

static void
fill (QuoSpeakerCard *card)
{
  gboolean is_prompting = quo_session_is_prompting (card->session);
  guint n;

  clear_rows (card);
  n = is_prompting ? fill_candidates (card) : fill_speakers (card);
  card->is_prompting = is_prompting;
  gtk_label_set_label (card->title, is_prompting ? _ ("Who says it?") : _ ("Speakers"));
  gtk_label_set_label (card->unit, is_prompting ? _ ("press its digit") : _ ("words quoted"));
  gtk_widget_set_visible (GTK_WIDGET (card), n > 0);
}

/* The ranking changes with every edit, but is shown only while the prompt stands. */
static void
on_candidates (QuoSpeakerCard *card)
{
  if (card->is_prompting || quo_session_is_prompting (card->session))
    fill (card);
}

/* Counting */

static void
count_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, quo_register_speakers (data), (GDestroyNotify)g_ptr_array_unref);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  QuoSpeakerCard *card = QUO_SPEAKER_CARD (source);
  g_autoptr (GPtrArray) speakers = g_task_propagate_pointer (G_TASK (result), NULL);

  card->is_counting = FALSE;
  if (card->session == NULL) /* disposed meanwhile */
    return;
  if (card->must_count)
    {
      count_speakers (card);
      return;
    }
  g_clear_pointer (&card->speakers, g_ptr_array_unref);
  card->speakers = g_steal_pointer (&speakers);
  fill (card);
}

static void
count_speakers (QuoSpeakerCard *card)
{
  QuoDocument *document = quo_session_get_document (card->session);
  g_autoptr (GTask) task = NULL;

  card->must_count = card->is_counting;
  if (card->is_counting)
    return;
  if (document == NULL)
    {
      g_clear_pointer (&card->speakers, g_ptr_array_unref);
      fill (card);
      return;
    }
  card->is_counting = TRUE;
  task = g_task_new (card, NULL, on_counted, NULL);
  g_task_set_task_data (task, quo_document_snapshot (document), (GDestroyNotify)quo_snapshot_unref);
  g_task_run_in_thread (task, count_in_thread);
}

/* Only a relation or the name of an entity changes who speaks. */
static void
on_changed (QuoSession *session, QuoEdit *edit, QuoSpeakerCard *card)
{
  for (guint i = 0; i < quo_edit_get_length (edit); i++)
    {
      const QuoChange *change = quo_edit_get (edit, i);
      const QuoRecord *record = change->after != NULL ? change->after : change->before;

      if (record->kind == QUO_RECORD_RELATION || record->kind == QUO_RECORD_ENTITY
          || (record->kind == QUO_RECORD_ANNOTATION
              && quo_document_get_referrers (quo_session_get_document (session), record->id)
                     != NULL))
        {
          count_speakers (card);
          return;
        }
    }
}

/* Actions of the rows */

static void
on_show (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuoSpeakerCard *card = data;

  quo_session_select_speaker (card->session, g_variant_get_string (parameter, NULL));
}

static void
append_item (GMenu *menu, const char *title, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

/* Of a row: the speaker in the text and in the list, and the quote that is selected. */
static GMenuModel *
make_context_menu (GtkWidget *rows, gboolean is_pointed, GdkRectangle *at, gpointer data)
{
  QuoSpeakerCard *card = data;
  const char *id = quo_context_menu_find_row (rows, "member", is_pointed, at);
  const QuoAnnotation *selected = quo_session_get_selected (card->session);
  QuoTagset *tagset = quo_session_get_tagset (card->session);
  GMenu *menu;

  if (id == NULL)
    return NULL;
  menu = g_menu_new ();
  if (*id != '@')
    append_item (menu, _ ("Go to the First Mention"), "speakers.show", id);
  if (selected != NULL && quo_tagset_get_kind (tagset, selected->type) == QUO_LABEL_QUOTE)
    append_item (menu, _ ("Link the Selected Quote"), "win.link-speaker", id);
  if (quo_document_find_entity (quo_session_get_document (card->session), id) != NULL)
    append_item (menu, _ ("Show Only Their Mentions"), "win.show-mentions", id);
  return G_MENU_MODEL (menu);
}

static void
on_link (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuoSpeakerCard *card = data;

  quo_session_link_candidate (card->session,
                              (guint)atoi (g_variant_get_string (parameter, NULL)) - 1);
}

static void
quo_speaker_card_dispose (GObject *object)
{
  QuoSpeakerCard *card = QUO_SPEAKER_CARD (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (card))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_pointer (&card->speakers, g_ptr_array_unref);
  g_clear_object (&card->session);
  G_OBJECT_CLASS (quo_speaker_card_parent_class)->dispose (object);
}

static void
quo_speaker_card_class_init (QuoSpeakerCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_speaker_card_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quotidian/Quotidian/quo-speaker-card.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoSpeakerCard, title);
  gtk_widget_class_bind_template_child (widget_class, QuoSpeakerCard, unit);
  gtk_widget_class_bind_template_child (widget_class, QuoSpeakerCard, rows);
}

static void
quo_speaker_card_init (QuoSpeakerCard *card)
{
  static const GActionEntry ENTRIES[] = {
    { "show", on_show, "s" },
    { "link", on_link, "s" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (card));
  quo_list_leave_by_tab (GTK_WIDGET (card->rows));
  g_action_map_add_action_entries (G_ACTION_MAP (actions), ENTRIES, G_N_ELEMENTS (ENTRIES), card);
  gtk_widget_insert_action_group (GTK_WIDGET (card), "speakers", G_ACTION_GROUP (actions));
  quo_context_menu_attach (GTK_WIDGET (card->rows), make_context_menu, card);
}

GtkWidget *
quo_speaker_card_new (QuoSession *session)
{
  QuoSpeakerCard *card = g_object_new (QUO_TYPE_SPEAKER_CARD, NULL);

  card->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), card, 0);
  g_signal_connect_object (session, "notify::document", G_CALLBACK (count_speakers), card,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (mark_speaking), card,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::is-prompting", G_CALLBACK (fill), card,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "candidates-changed", G_CALLBACK (on_candidates), card,
                           G_CONNECT_SWAPPED);
  count_speakers (card);
  return GTK_WIDGET (card);
}
