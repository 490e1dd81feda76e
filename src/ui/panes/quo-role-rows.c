/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Source, cue and addressee of a quote.  Each choice is an edit of the quotation through the
 * session; the menus are made when they are opened, from what stands near the quote. */
#include "quo-config.h"

#include "quo-role-rows.h"

#include "quo-avatar.h"
#include "quo-directed.h"
#include "quo-member-drag.h"
#include "quo-session-speaker.h"
#include "quo-speakers.h"
#include "quo-told-key.h"
#include "quo-verbs.h"

#include <glib/gi18n.h>

/* Annotations this far from the quote (code points) are offered in the menus. */
#define NEARBY 1500
#define MAX_CHOICES 12

struct _QuoRoleRows
{
  GtkWidget parent_instance;
  QuoSession *session;
  char *quote; /* id */
  GtkLabel *avatar;
  AdwActionRow *source, *cue, *addressee;
  GtkMenuButton *source_menu, *cue_menu, *addressee_menu;
};

G_DEFINE_FINAL_TYPE (QuoRoleRows, quo_role_rows, GTK_TYPE_WIDGET)

static const QuoAnnotation *
find_quote (QuoRoleRows *rows)
{
  QuoDocument *document = quo_session_get_document (rows->session);

  return document != NULL && rows->quote != NULL
             ? quo_document_find_annotation (document, rows->quote)
             : NULL;
}

static const QuoRole *
find_role (QuoRoleRows *rows, const char *name)
{
  QuoDocument *document = quo_session_get_document (rows->session);
  const QuoRelation *relation
      = quo_document_find_relation (document, "quotation", "quote", rows->quote);

  return relation != NULL ? quo_relation_find_role (relation, name) : NULL;
}

static char *
describe_role (QuoRoleRows *rows, const char *role)
{
  const QuoAnnotation *quote = find_quote (rows);
  char *members = quote != NULL ? quo_session_dup_role (rows->session, quote, role) : NULL;

  /* Translators: nobody (or nothing) has this role in the quote. */
  return members != NULL ? members : g_strdup (C_ ("role", "none"));
}

/* Menus */

static void
append_choice (GMenu *menu, const char *label, const char *role, const char *member)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "roles.set", "(ss)", role, member);
  g_menu_append_item (menu, item);
}

static gboolean
fits_role (QuoRoleRows *rows, const QuoAnnotation *annotation, const char *role)
{
  QuoLabelKind kind
      = quo_tagset_get_kind (quo_session_get_tagset (rows->session), annotation->type);

  return strcmp (role, "cue") == 0 ? kind == QUO_LABEL_CUE : kind == QUO_LABEL_ENTITY;
}

/* What fits may be given the role by dragging; in the menu are those who may be spoken to. */
static gboolean
is_offered (QuoRoleRows *rows, const QuoAnnotation *annotation, const char *role)
{
  return fits_role (rows, annotation, role)
         && (strcmp (role, "cue") == 0 || quo_session_can_speak (rows->session, annotation->type));
}

static void
append_nearby (QuoRoleRows *rows, GMenu *menu, const char *role)
{
  QuoDocument *document = quo_session_get_document (rows->session);
  const QuoAnnotation *quote = find_quote (rows);
  QuoSpan hull = quo_annotation_get_hull (quote);
  QuoSpan window = { hull.start > NEARBY ? hull.start - NEARBY : 0, hull.end + NEARBY };
  g_autoptr (GPtrArray) near = quo_span_index_list (quo_document_get_index (document), window);
  QuoText *text = quo_document_get_text (document);
  guint n = 0;

  for (guint i = 0; i < near->len && n < MAX_CHOICES; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (near, i);
      g_autofree char *words = NULL;

      if (!is_offered (rows, annotation, role))
        continue;
      words = quo_annotation_dup_excerpt (annotation, text);
      append_choice (menu, words, role, annotation->base.id);
      n++;
    }
}

static void
fill_menu (QuoRoleRows *rows, GtkMenuButton *button, const char *role)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  GPtrArray *candidates = quo_session_get_candidates (rows->session);

  if (find_quote (rows) == NULL)
    return;
  if (strcmp (role, "source") == 0)
    for (guint i = 0; candidates != NULL && i < candidates->len; i++)
      {
        const QuoCandidate *candidate = g_ptr_array_index (candidates, i);
        g_autofree char *id = quo_session_dup_candidate_id (candidate);

        append_choice (choices, candidate->name, role, id);
      }
  else
    append_nearby (rows, choices, role);
  if (strcmp (role, "source") == 0)
    /* Translators: a choice at the end of a menu of names: choose another one by typing its name.
     */
    g_menu_append (others, _ ("Find by Typing…"), "win.choose-speaker");
  else if (g_menu_model_get_n_items (G_MENU_MODEL (choices)) == 0)
    /* An action that nobody has: it only says why there is no choice. */
    g_menu_append (choices,
                   strcmp (role, "cue") == 0 ? _ ("No Cue Is Tagged near the Quote")
                                             : _ ("No Name Is Tagged near the Quote"),
                   "roles.nothing");
  if (find_role (rows, role) != NULL)
    append_choice (others, C_ ("role", "None"), role, "");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (choices));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
fill_source_menu (GtkMenuButton *button, gpointer data)
{
  fill_menu (data, button, "source");
}

static void
fill_cue_menu (GtkMenuButton *button, gpointer data)
{
  fill_menu (data, button, "cue");
}

static void
fill_addressee_menu (GtkMenuButton *button, gpointer data)
{
  fill_menu (data, button, "addressee");
}

/* roles.set ('source', 'k3f9q2'): '' takes all out of the role. */
static void
on_set (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuoRoleRows *rows = data;
  const char *role, *member;

  g_variant_get (parameter, "(&s&s)", &role, &member);
  if (find_quote (rows) == NULL)
    return;
  if (strcmp (role, "source") == 0 && *member != '\0')
    quo_session_link_speaker (rows->session, member);
  else
    quo_session_set_role (rows->session, role, *member != '\0' ? member : NULL);
}

/* Dropping */

/* Whether a member may be dropped on a role; says why not. */
static gboolean
check_member (QuoRoleRows *rows, const char *role, const char *member)
{
  QuoDocument *document = quo_session_get_document (rows->session);
  const QuoAnnotation *annotation = quo_document_find_annotation (document, member);
  gboolean is_known = annotation != NULL || quo_document_find_entity (document, member) != NULL;

  if (annotation != NULL
          ? fits_role (rows, annotation, role)
          : strcmp (role, "source") == 0 || (is_known && strcmp (role, "addressee") == 0))
    return TRUE;
  if (strcmp (role, "cue") == 0)
    quo_session_set_message (rows->session, _ ("Only an annotation with the label Cue can be it"));
  else
    quo_session_set_message (rows->session, _ ("Only a name can have this role; tag it first"));
  return FALSE;
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, QuoRoleRows *rows)
{
  const char *role = g_object_get_data (G_OBJECT (target), "role");
  const char *member = g_value_get_boxed (value);

  if (find_quote (rows) == NULL || !check_member (rows, role, member))
    return FALSE;
  if (strcmp (role, "source") == 0)
    return quo_session_link_speaker (rows->session, member);
  return quo_session_set_role (rows->session, role, member);
}

static void
accept_drops (QuoRoleRows *rows, AdwActionRow *row, const char *role)
{
  GtkDropTarget *target = gtk_drop_target_new (QUO_TYPE_MEMBER, GDK_ACTION_COPY | GDK_ACTION_LINK);

  g_object_set_data (G_OBJECT (target), "role", (gpointer)role);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), rows);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
}

/* Object */

static void
quo_role_rows_dispose (GObject *object)
{
  QuoRoleRows *rows = QUO_ROLE_ROWS (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (rows))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&rows->session);
  g_clear_pointer (&rows->quote, g_free);
  G_OBJECT_CLASS (quo_role_rows_parent_class)->dispose (object);
}

static void
quo_role_rows_class_init (QuoRoleRowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_role_rows_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quotidian/Quotidian/quo-role-rows.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoRoleRows, avatar);
  gtk_widget_class_bind_template_child (widget_class, QuoRoleRows, source);
  gtk_widget_class_bind_template_child (widget_class, QuoRoleRows, cue);
  gtk_widget_class_bind_template_child (widget_class, QuoRoleRows, addressee);
  gtk_widget_class_bind_template_child (widget_class, QuoRoleRows, source_menu);
  gtk_widget_class_bind_template_child (widget_class, QuoRoleRows, cue_menu);
  gtk_widget_class_bind_template_child (widget_class, QuoRoleRows, addressee_menu);
}

static void
quo_role_rows_init (QuoRoleRows *rows)
{
  static const GActionEntry ENTRIES[] = { { "set", on_set, "(ss)" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (rows));
  g_action_map_add_action_entries (G_ACTION_MAP (actions), ENTRIES, G_N_ELEMENTS (ENTRIES), rows);
  gtk_widget_insert_action_group (GTK_WIDGET (rows), "roles", G_ACTION_GROUP (actions));
  quo_told_key_set (rows->source_menu, "win.choose-speaker");
  accept_drops (rows, rows->source, "source");
  accept_drops (rows, rows->cue, "cue");
  accept_drops (rows, rows->addressee, "addressee");
  gtk_menu_button_set_create_popup_func (rows->source_menu, fill_source_menu, rows, NULL);
  gtk_menu_button_set_create_popup_func (rows->cue_menu, fill_cue_menu, rows, NULL);
  gtk_menu_button_set_create_popup_func (rows->addressee_menu, fill_addressee_menu, rows, NULL);
}

void
quo_role_rows_set_session (QuoRoleRows *rows, QuoSession *session)
{
  g_return_if_fail (QUO_IS_ROLE_ROWS (rows));
  g_set_object (&rows->session, session);
}

static void
show_words (AdwActionRow *row, const char *words)
{
  g_autofree char *directed = quo_directed (words);

  adw_action_row_set_subtitle (row, directed);
}

void
quo_role_rows_set_quote (QuoRoleRows *rows, const QuoAnnotation *quote)
{
  const QuoRole *source;
  g_autofree char *source_text = NULL;
  g_autofree char *cue_text = NULL;
  g_autofree char *addressee_text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *initials = NULL;

  g_return_if_fail (QUO_IS_ROLE_ROWS (rows));
  g_free (rows->quote);
  rows->quote = g_strdup (quote->base.id);
  source = find_role (rows, "source");
  source_text = describe_role (rows, "source");
  cue_text = describe_role (rows, "cue");
  addressee_text = describe_role (rows, "addressee");
  show_words (rows->source, source_text);
  show_words (rows->cue, cue_text);
  show_words (rows->addressee, addressee_text);
  if (source != NULL)
    name = quo_document_dup_member_name (quo_session_get_document (rows->session),
                                         source->members[0]);
  initials = name != NULL ? quo_dup_initials (name) : g_strdup ("?");
  gtk_label_set_label (rows->avatar, initials);
}
