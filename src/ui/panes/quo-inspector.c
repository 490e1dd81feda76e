/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The right column.  One page for the selected annotation, one for the article; each is filled anew
 * when what it shows changes.  While it is being filled its own signals do nothing. */
#include "quo-config.h"

#include "quo-inspector.h"

#include "quo-avatar.h"
#include "quo-borders-row.h"
#include "quo-detail-rows.h"
#include "quo-field.h"
#include "quo-identity-rows.h"
#include "quo-ink-style.h"
#include "quo-line-mark.h"
#include "quo-palette.h"
#include "quo-place-card.h"
#include "quo-reason-rows.h"
#include "quo-register.h"
#include "quo-role-rows.h"
#include "quo-shown.h"
#include "quo-speaker-card.h"
#include "quo-statistics.h"
#include "quo-verbs.h"
#include "quo-waiting-rows.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* As wide as the line in a row of the list. */
#define MARK_WIDTH 22
/* What is longer is a book or a corpus, and its size is told in characters: words would have to be
 * counted, and they say little there. Code points. */
#define MAX_COUNTED 200000

struct _QuoInspector
{
  GtkWidget parent_instance;
  QuoSession *session;
  GPtrArray *detail_rows;       /* in the group, to be removed */
  const QuoLabel *detail_label; /* whose attributes they are, in tagset */
  QuoTagset *tagset;            /* owned, NULL: there are no rows */
  GPtrArray *count_rows;
  const char *css_class; /* of the avatar and tag, or NULL */
  QuoText *counted;      /* owned: whose words n_words are, or NULL */
  guint n_words;
  guint filling; /* an idle that will fill it */
  gboolean is_filling;
  gboolean edits_when_shown; /* quo_inspector_edit() was called while it was folded */

  GtkBox *content, *annotation_page, *article_page;
  GtkWidget *pin; /* where a place is meant, instead of initials */
  GtkLabel *avatar, *name, *label_name, *detail, *excerpt, *title, *facts;
  GtkMenuButton *label_menu;
  QuoReasonRows *reasons;
  QuoBordersRow *borders;
  QuoRoleRows *roles;
  QuoPlaceCard *place;
  QuoIdentityRows *identity;
  AdwPreferencesGroup *details, *counts;
  AdwEntryRow *note;
  QuoWaitingRows *waiting;
};

G_DEFINE_FINAL_TYPE (QuoInspector, quo_inspector, GTK_TYPE_WIDGET)

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

/* The annotation */

static void
set_label_class (QuoInspector *inspector, const QuoLabel *label, QuoLabelKind kind)
{
  GtkWidget *widgets[]
      = { GTK_WIDGET (inspector->avatar), inspector->pin, GTK_WIDGET (inspector->label_menu) };
  const char *css_class
      = kind == QUO_LABEL_QUOTE || kind == QUO_LABEL_CUE ? "speech" : quo_ink_get_class (label);

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      if (inspector->css_class != NULL)
        gtk_widget_remove_css_class (widgets[i], inspector->css_class);
      gtk_widget_add_css_class (widgets[i], css_class);
    }
  inspector->css_class = css_class;
}

/* The rows stay while the label does: to make widgets costs more than all else here. */
static void
make_detail_rows (QuoInspector *inspector, QuoTagset *tagset, const QuoLabel *label)
{
  if (inspector->detail_label == label && inspector->tagset == tagset)
    return;
  clear_rows (inspector->details, inspector->detail_rows);
  inspector->detail_label = label;
  quo_tagset_ref (tagset);
  g_clear_pointer (&inspector->tagset, quo_tagset_unref);
  inspector->tagset = tagset;
  for (guint i = 0; label != NULL && i < label->n_attrs; i++)
    {
      GtkWidget *row = quo_detail_row_new (inspector->session, tagset, &label->attrs[i]);

      adw_preferences_group_add (inspector->details, row);
      g_ptr_array_add (inspector->detail_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (inspector->details), inspector->detail_rows->len > 0);
}

static void
fill_details (QuoInspector *inspector, const QuoAnnotation *annotation, QuoTagset *tagset,
              const QuoLabel *label)
{
  make_detail_rows (inspector, tagset, label);
  for (guint i = 0; i < inspector->detail_rows->len; i++)
    quo_detail_row_show (g_ptr_array_index (inspector->detail_rows, i), annotation);
}

static void
fill_annotation (QuoInspector *inspector, const QuoAnnotation *annotation)
{
  QuoTagset *tagset = quo_session_get_tagset (inspector->session);
  const QuoLabel *label = quo_tagset_find (tagset, annotation->type);
  QuoLabelKind kind = quo_tagset_get_kind (tagset, annotation->type);
  QuoText *text = quo_document_get_text (quo_session_get_document (inspector->session));
  g_autofree char *excerpt = quo_annotation_dup_excerpt (annotation, text);
  g_autofree char *heading = quo_session_dup_heading (inspector->session, annotation);
  g_autofree char *detail = quo_session_dup_facts (inspector->session, annotation);
  const char *shown = label != NULL ? quo_label_get_shown_name (label) : annotation->type;
  /* Translators: a label that is only suggested, e.g. "Person?" */
  g_autofree char *label_name = annotation->status == QUO_STATUS_SUGGESTED
                                    ? g_strdup_printf (_ ("%s?"), shown)
                                    : g_strdup (shown);
  g_autofree char *initials
      = quo_dup_initials (g_strcmp0 (heading, _ ("Speaker?")) == 0 ? NULL : heading);

  set_label_class (inspector, label, kind);
  gtk_label_set_label (inspector->avatar, initials);
  gtk_widget_set_visible (inspector->pin, quo_type_is_place (annotation->type));
  gtk_widget_set_visible (GTK_WIDGET (inspector->avatar), !quo_type_is_place (annotation->type));
  gtk_label_set_label (inspector->name, heading);
  gtk_label_set_label (inspector->label_name, label_name);
  gtk_label_set_label (inspector->detail, detail);
  gtk_label_set_label (inspector->excerpt, excerpt);
  gtk_widget_set_tooltip_text (GTK_WIDGET (inspector->excerpt), excerpt);
  gtk_widget_set_visible (GTK_WIDGET (inspector->excerpt), strcmp (excerpt, heading) != 0);
  quo_reason_rows_show (inspector->reasons, inspector->session, annotation);
  quo_borders_row_show (inspector->borders, inspector->session);
  gtk_widget_set_visible (GTK_WIDGET (inspector->roles), kind == QUO_LABEL_QUOTE);
  if (kind == QUO_LABEL_QUOTE)
    quo_role_rows_set_quote (inspector->roles, annotation);
  gtk_widget_set_visible (GTK_WIDGET (inspector->identity), kind == QUO_LABEL_ENTITY);
  if (kind == QUO_LABEL_ENTITY)
    quo_identity_rows_show (inspector->identity, annotation);
  quo_place_card_show (inspector->place, kind == QUO_LABEL_ENTITY ? annotation : NULL);
  fill_details (inspector, annotation, tagset, label);
  quo_field_show (inspector->note, annotation->base.id, annotation->note);
}

/* The article */

static void
add_count (QuoInspector *inspector, QuoTagset *tagset, const QuoLabel *label)
{
  guint n = quo_session_count (inspector->session, label->id);
  g_autofree char *number = g_strdup_printf ("%u", n), *sentence = NULL;
  GtkWidget *row, *count, *mark;

  if (n == 0)
    return;
  row = adw_action_row_new ();
  count = gtk_label_new (number);
  /* The same line as in the page and in the list: this is its legend. */
  mark = quo_line_mark_new (tagset, label);
  gtk_widget_set_size_request (mark, MARK_WIDTH, -1);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), quo_label_get_shown_name (label));
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "quiet");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  /* A number alone says nothing to who does not see the list. */
  sentence = g_strdup_printf (ngettext ("%s: %u annotation", "%s: %u annotations", n),
                              quo_label_get_shown_name (label), n);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  adw_preferences_group_add (inspector->counts, row);
  g_ptr_array_add (inspector->count_rows, row);
}

/* "253 words"; counted once for each text. */
static char *
dup_size (QuoInspector *inspector, QuoText *text)
{
  guint32 length = quo_text_get_length (text);

  if (length > MAX_COUNTED)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%'u character", "%'u characters", length), length);
  if (inspector->counted != text)
    {
      g_autofree char *all = quo_text_dup (text, QUO_SPAN (0, length));

      g_clear_pointer (&inspector->counted, quo_text_unref);
      inspector->counted = quo_text_ref (text);
      inspector->n_words = quo_count_words (all, strlen (all));
    }
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%'u word", "%'u words", inspector->n_words),
      inspector->n_words);
}

static void
fill_article (QuoInspector *inspector)
{
  QuoDocument *document = quo_session_get_document (inspector->session);
  QuoTagset *tagset = quo_session_get_tagset (inspector->session);
  g_autofree char *title = NULL;
  g_autofree char *raw = NULL, *name = NULL;
  g_autofree char *size = NULL, *facts = NULL;
  const QuoArticle *article;

  clear_rows (inspector->counts, inspector->count_rows);
  if (document == NULL)
    {
      gtk_label_set_label (inspector->title, "");
      gtk_label_set_label (inspector->facts, "");
      return;
    }
  article = quo_document_get_article (document);
  title = quo_article_dup_title (article);
  raw = quo_article_dup_name (article);
  name = quo_shown (raw);
  size = dup_size (inspector, quo_document_get_text (document));
  facts = g_strdup_printf ("%s · %s", name, size);
  gtk_label_set_label (inspector->title, title);
  gtk_label_set_label (inspector->facts, facts);
  for (guint i = 0; i < tagset->n_labels; i++)
    add_count (inspector, tagset, &tagset->labels[i]);
  gtk_widget_set_visible (GTK_WIDGET (inspector->counts), inspector->count_rows->len > 0);
}

static void
fill (QuoInspector *inspector)
{
  const QuoAnnotation *selected = quo_session_get_selected (inspector->session);

  inspector->is_filling = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (inspector->annotation_page), selected != NULL);
  gtk_widget_set_visible (GTK_WIDGET (inspector->article_page),
                          selected == NULL
                              && quo_session_get_document (inspector->session) != NULL);
  if (selected != NULL)
    fill_annotation (inspector, selected);
  else
    fill_article (inspector);
  quo_waiting_rows_update (inspector->waiting, inspector->session);
  inspector->is_filling = FALSE;
}

static gboolean
on_filling (gpointer data)
{
  QuoInspector *inspector = data;

  inspector->filling = 0;
  fill (inspector);
  return G_SOURCE_REMOVE;
}

/* An act ends in several signals. It is filled once, before the next frame. */
static void
queue_fill (QuoInspector *inspector)
{
  if (inspector->filling == 0)
    inspector->filling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_filling, inspector, NULL);
}

static void
fill_now (QuoInspector *inspector)
{
  if (inspector->filling == 0)
    return;
  g_clear_handle_id (&inspector->filling, g_source_remove);
  fill (inspector);
}

/* What the person does here */

static void
on_note (AdwEntryRow *row, QuoInspector *inspector)
{
  if (!inspector->is_filling)
    quo_session_set_note (inspector->session, gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
make_label_menu (GtkMenuButton *button, gpointer data)
{
  QuoInspector *inspector = data;
  QuoTagset *tagset = quo_session_get_tagset (inspector->session);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < tagset->n_labels; i++)
    {
      g_autoptr (GMenuItem) item
          = g_menu_item_new (quo_label_get_shown_name (&tagset->labels[i]), NULL);

      g_menu_item_set_action_and_target (item, "win.relabel", "s", tagset->labels[i].id);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
focus_first_field (QuoInspector *inspector)
{
  GtkWidget *choice = quo_place_card_get_choice (inspector->place);
  GtkWidget *const fields[] = { choice != NULL ? choice : GTK_WIDGET (inspector->roles),
                                GTK_WIDGET (inspector->roles), GTK_WIDGET (inspector->identity),
                                GTK_WIDGET (inspector->details), GTK_WIDGET (inspector->note) };

  inspector->edits_when_shown = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (gtk_widget_get_mapped (fields[i])
        && gtk_widget_child_focus (fields[i], GTK_DIR_TAB_FORWARD))
      return;
}

/* While the column is still sliding in, nothing in it can have the keyboard. */
static void
on_mapped (QuoInspector *inspector)
{
  if (inspector->edits_when_shown)
    focus_first_field (inspector);
}

/* Object */

static void
quo_inspector_dispose (GObject *object)
{
  QuoInspector *inspector = QUO_INSPECTOR (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (inspector))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&inspector->session);
  g_clear_handle_id (&inspector->filling, g_source_remove);
  g_clear_pointer (&inspector->tagset, quo_tagset_unref);
  g_clear_pointer (&inspector->counted, quo_text_unref);
  g_clear_pointer (&inspector->detail_rows, g_ptr_array_unref);
  g_clear_pointer (&inspector->count_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (quo_inspector_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, content);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, annotation_page);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, article_page);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, avatar);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, pin);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, name);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, label_name);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, detail);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, excerpt);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, reasons);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, borders);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, title);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, facts);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, label_menu);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, roles);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, place);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, identity);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, details);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, counts);
  gtk_widget_class_bind_template_child (widget_class, QuoInspector, note);
}

static void
quo_inspector_class_init (QuoInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_inspector_dispose;
  g_type_ensure (QUO_TYPE_PLACE_CARD);
  g_type_ensure (QUO_TYPE_REASON_ROWS);
  g_type_ensure (QUO_TYPE_BORDERS_ROW);
  g_type_ensure (QUO_TYPE_ROLE_ROWS);
  g_type_ensure (QUO_TYPE_IDENTITY_ROWS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quotidian/Quotidian/quo-inspector.ui");
  bind_children (widget_class);
  gtk_widget_class_set_css_name (widget_class, "inspector");
}

static void
quo_inspector_init (QuoInspector *inspector)
{
  gtk_widget_init_template (GTK_WIDGET (inspector));
  inspector->detail_rows = g_ptr_array_new ();
  inspector->count_rows = g_ptr_array_new ();
  gtk_menu_button_set_create_popup_func (inspector->label_menu, make_label_menu, inspector, NULL);
  g_signal_connect (inspector, "map", G_CALLBACK (on_mapped), NULL);
  quo_field_init (inspector->note);
  g_signal_connect (inspector->note, "apply", G_CALLBACK (on_note), inspector);
}

GtkWidget *
quo_inspector_new (QuoSession *session)
{
  QuoInspector *inspector = g_object_new (QUO_TYPE_INSPECTOR, NULL);

  inspector->session = g_object_ref (session);
  quo_role_rows_set_session (inspector->roles, session);
  quo_place_card_set_session (inspector->place, session);
  quo_identity_rows_set_session (inspector->identity, session);
  gtk_box_append (inspector->content, quo_speaker_card_new (session));
  inspector->waiting = QUO_WAITING_ROWS (quo_waiting_rows_new ());
  gtk_box_append (inspector->content, GTK_WIDGET (inspector->waiting));
  g_signal_connect_object (session, "changed", G_CALLBACK (queue_fill), inspector,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (queue_fill), inspector,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::document", G_CALLBACK (queue_fill), inspector,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "tagset-changed", G_CALLBACK (queue_fill), inspector,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "keys-changed", G_CALLBACK (queue_fill), inspector,
                           G_CONNECT_SWAPPED);
  fill (inspector);
  return GTK_WIDGET (inspector);
}

void
quo_inspector_edit (QuoInspector *inspector)
{
  g_return_if_fail (QUO_IS_INSPECTOR (inspector));

  fill_now (inspector);
  if (gtk_widget_get_mapped (GTK_WIDGET (inspector)))
    focus_first_field (inspector);
  else
    inspector->edits_when_shown = TRUE;
}
