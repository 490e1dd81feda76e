/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Choosing by typing. Invariant: the rows are the choices whose name has what is typed, those that
 * are likely before the others; Enter acts on the selected row, or, for a speaker without a fitting
 * row, on what was typed. Places and dates are offered as speakers only when they are typed. Who is
 * the same is never offered itself, and first those who share a word with it.
 */
#include "quo-config.h"

#include "quo-picker.h"

#include "quo-announce.h"
#include "quo-name.h"
#include "quo-session-speaker.h"
#include "quo-verbs.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define MAX_ROWS 50

#define QUO_TYPE_PICKER (quo_picker_get_type ())
G_DECLARE_FINAL_TYPE (QuoPicker, quo_picker, QUO, PICKER, AdwWindow)

struct _QuoPicker
{
  AdwWindow parent_instance;
  QuoSession *session;
  QuoPickerKind kind;
  GtkWidget *entry;
  GtkListBox *list;
  GtkWidget *nobody;  /* says why there is no row */
  char *same;         /* the selected name, folded, when the same one is looked for; or NULL */
  GPtrArray *choices; /* of Choice, best first */
  void (*on_chosen) (const char *id, gpointer data);
  gpointer data; /* weak */
};

G_DEFINE_FINAL_TYPE (QuoPicker, quo_picker, ADW_TYPE_WINDOW)

typedef enum
{
  RANK_ALIKE,
  RANK_LIKELY,
  RANK_OTHER,
} Rank;

typedef struct
{
  char *id;
  char *name;
  char *folded;
  Rank rank;
} Choice;

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  g_free (choice->id);
  g_free (choice->name);
  g_free (choice->folded);
  g_free (choice);
}

/* What was met so far: of 100,000 mentions most have one of few names. */
typedef struct
{
  GHashTable *names;    /* as they were given, which need not be folded again */
  GHashTable *folded;   /* owned by the choices */
  GHashTable *entities; /* ids; a mention of them was met; owned by the document */
} Met;

/* Each name once: the first that has it is the best one. */
static void
add_choice (QuoPicker *picker, Met *met, const char *id, const char *name, gboolean is_likely)
{
  Choice *choice;
  g_autofree char *folded = NULL;

  if (id == NULL || name == NULL || *name == '\0' || g_hash_table_contains (met->names, name))
    return;
  g_hash_table_add (met->names, g_strdup (name));
  folded = g_utf8_casefold (name, -1);
  if (g_hash_table_contains (met->folded, folded))
    return;
  choice = g_new0 (Choice, 1);
  choice->id = g_strdup (id);
  choice->name = g_strdup (name);
  choice->folded = g_steal_pointer (&folded);
  choice->rank = !is_likely ? RANK_OTHER
                 : picker->same != NULL && quo_name_shares_word (picker->same, choice->folded)
                     ? RANK_ALIKE
                     : RANK_LIKELY;
  g_hash_table_add (met->folded, choice->folded);
  g_ptr_array_add (picker->choices, choice);
}

/* Of this type: the same kind of thing as the selected one, or somebody who may have said it. */
static gboolean
is_likely (QuoPicker *picker, const char *id, const char *type)
{
  const QuoAnnotation *selected = quo_session_get_selected (picker->session);

  if (picker->kind == QUO_PICKER_SAME)
    return selected == NULL || type == NULL || g_str_equal (type, selected->type)
           || (quo_session_may_be_same (selected->type, type)
               && quo_session_can_speak (picker->session, type));
  return type == NULL || quo_session_can_speak (picker->session, type)
         || quo_session_is_source (picker->session, id);
}

static void
add_candidates (QuoPicker *picker, Met *met)
{
  GPtrArray *candidates = quo_session_get_candidates (picker->session);

  for (guint i = 0; i < candidates->len; i++)
    {
      const QuoCandidate *candidate = g_ptr_array_index (candidates, i);
      g_autofree char *id = quo_session_dup_candidate_id (candidate);
      add_choice (
          picker, met, id, candidate->name,
          is_likely (picker, id, quo_session_get_candidate_type (picker->session, candidate)));
    }
}

/* Whether @id is who or what the selected annotation is already. */
static gboolean
is_itself (QuoPicker *picker, const char *id)
{
  const QuoAnnotation *selected;

  /* It is asked of every mention. */
  if (picker->kind != QUO_PICKER_SAME)
    return FALSE;
  selected = quo_session_get_selected (picker->session);
  return selected != NULL && selected->n_entities == 1
         && g_strcmp0 (selected->entities[0], id) == 0;
}

static void
add_entities (QuoPicker *picker, Met *met)
{
  QuoDocument *document = quo_session_get_document (picker->session);
  GPtrArray *entities = quo_document_get_records (document, QUO_RECORD_ENTITY);

  for (guint i = 0; i < entities->len; i++)
    {
      const QuoEntity *entity = g_ptr_array_index (entities, i);

      if (!is_itself (picker, entity->base.id))
        add_choice (picker, met, entity->base.id, entity->name,
                    is_likely (picker, entity->base.id, entity->type));
    }
}

/* What @annotation is called, or NULL: a mention of the same entity was met before. */
static char *
dup_new_name (QuoDocument *document, Met *met, const QuoAnnotation *annotation)
{
  const char *entity = annotation->n_entities == 1 ? annotation->entities[0] : NULL;

  if (entity == NULL || quo_document_find_entity (document, entity) == NULL)
    return quo_annotation_dup_excerpt (annotation, quo_document_get_text (document));
  if (!g_hash_table_add (met->entities, (gpointer)entity))
    return NULL;
  return quo_document_dup_member_name (document, entity);
}

/* Annotated mentions; only of a label that fits when the same thing is looked for. */
static void
add_mentions (QuoPicker *picker, Met *met)
{
  QuoDocument *document = quo_session_get_document (picker->session);
  QuoTagset *tagset = quo_session_get_tagset (picker->session);
  GPtrArray *annotations = quo_document_get_records (document, QUO_RECORD_ANNOTATION);
  const QuoAnnotation *selected = quo_session_get_selected (picker->session);

  for (guint i = 0; i < annotations->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (annotations, i);
      g_autofree char *name = NULL;

      if (annotation == selected || annotation->status == QUO_STATUS_REJECTED
          || (annotation->n_entities == 1 && is_itself (picker, annotation->entities[0]))
          || quo_tagset_get_kind (tagset, annotation->type) != QUO_LABEL_ENTITY
          || (picker->kind == QUO_PICKER_SAME && selected != NULL
              && !quo_session_may_be_same (selected->type, annotation->type)))
        continue;
      name = dup_new_name (document, met, annotation);
      if (name != NULL && !g_hash_table_contains (met->names, name))
        add_choice (picker, met, annotation->base.id, name,
                    is_likely (picker, annotation->base.id, annotation->type));
    }
}

static void
note_same (QuoPicker *picker)
{
  const QuoAnnotation *selected = quo_session_get_selected (picker->session);
  g_autofree char *name = NULL;

  if (picker->kind != QUO_PICKER_SAME || selected == NULL)
    return;
  name = quo_document_dup_member_name (quo_session_get_document (picker->session),
                                       selected->base.id);
  picker->same = name != NULL ? g_utf8_casefold (name, -1) : NULL;
}

static void
collect (QuoPicker *picker)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) folded = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) entities = g_hash_table_new (g_str_hash, g_str_equal);
  Met met = { names, folded, entities };

  note_same (picker);
  if (picker->kind == QUO_PICKER_SPEAKER)
    add_candidates (picker, &met);
  add_entities (picker, &met);
  add_mentions (picker, &met);
}

static GtkListBoxRow *
make_row (QuoPicker *picker)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (picker->list, row);
  return GTK_LIST_BOX_ROW (row);
}

/* Row @n, made where there is none: with each letter typed most rows only say something else.
 * @choice NULL: a person who is not in the list. */
static void
show_row (QuoPicker *picker, guint n, Choice *choice, const char *title)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (picker->list, (int)n);

  if (row == NULL)
    row = make_row (picker);
  if (strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) != 0)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set_data (G_OBJECT (row), "choice", choice);
}

/* The first @n rows are those of now, and the first of them is selected. */
static void
end_rows (QuoPicker *picker, guint n)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (picker->list, (int)n)) != NULL)
    gtk_list_box_remove (picker->list, GTK_WIDGET (row));
  gtk_list_box_select_row (picker->list, gtk_list_box_get_row_at_index (picker->list, 0));
  gtk_widget_set_visible (GTK_WIDGET (picker->list), n > 0);
  gtk_label_set_label (GTK_LABEL (picker->nobody), picker->choices->len > 0
                                                       ? _ ("Nothing is called so.")
                                                       : _ ("No other name is marked yet."));
  gtk_widget_set_visible (picker->nobody, n == 0);
}

/* The keyboard stays in the entry, so what is chosen is said. */
static void
tell_selected (QuoPicker *picker)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (picker->list);

  quo_announce (GTK_WIDGET (picker->list),
                row != NULL ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))
                            : gtk_label_get_label (GTK_LABEL (picker->nobody)));
}

/* Shows the choices of @rank that have @folded in their name, after the first @n rows and up to
 * MAX_ROWS. Returns how many rows there are then; @ret_listed becomes true where one of them is
 * called exactly so. */
static guint
show_rows (QuoPicker *picker, const char *folded, Rank rank, guint n, gboolean *ret_listed)
{
  for (guint i = 0; i < picker->choices->len && n < MAX_ROWS; i++)
    {
      Choice *choice = g_ptr_array_index (picker->choices, i);

      if (choice->rank != rank || strstr (choice->folded, folded) == NULL)
        continue;
      *ret_listed = *ret_listed || strcmp (choice->folded, folded) == 0;
      show_row (picker, n++, choice, choice->name);
    }
  return n;
}

static void
refill (QuoPicker *picker)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (picker->entry)));
  g_autofree char *folded = g_utf8_casefold (g_strstrip (typed), -1);
  gboolean is_listed = *typed == '\0';
  guint n = show_rows (picker, folded, RANK_ALIKE, 0, &is_listed);

  n = show_rows (picker, folded, RANK_LIKELY, n, &is_listed);
  if (*folded != '\0' || picker->kind == QUO_PICKER_SAME)
    n = show_rows (picker, folded, RANK_OTHER, n, &is_listed);
  if (!is_listed && picker->kind == QUO_PICKER_SPEAKER)
    {
      g_autofree char *title = g_strdup_printf (_ ("New speaker: %s"), typed);
      show_row (picker, n++, NULL, title);
    }
  end_rows (picker, n);
  tell_selected (picker);
}

static void
choose (QuoPicker *picker, GtkListBoxRow *row)
{
  Choice *choice = row != NULL ? g_object_get_data (G_OBJECT (row), "choice") : NULL;
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (picker->entry)));

  if (choice == NULL && picker->kind != QUO_PICKER_SPEAKER)
    return;
  if (picker->kind == QUO_PICKER_ANYONE)
    {
      if (picker->data != NULL)
        picker->on_chosen (choice->id, picker->data);
    }
  else if (choice == NULL)
    quo_session_link_name (picker->session, typed);
  else if (picker->kind == QUO_PICKER_SPEAKER)
    quo_session_link_speaker (picker->session, choice->id);
  else
    quo_session_same_as (picker->session, choice->id);
  gtk_window_destroy (GTK_WINDOW (picker));
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, QuoPicker *picker)
{
  choose (picker, row);
}

static void
on_entry_activate (QuoPicker *picker)
{
  choose (picker, gtk_list_box_get_selected_row (picker->list));
}

/* Up and Down move in the list while the entry has the keyboard; Escape leaves. */
static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType modifiers,
        QuoPicker *picker)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (picker->list);
  int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;

  if (keyval == GDK_KEY_Escape)
    gtk_window_destroy (GTK_WINDOW (picker));
  else if (step == 0 || row == NULL)
    return FALSE;
  else if ((row = gtk_list_box_get_row_at_index (picker->list,
                                                 gtk_list_box_row_get_index (row) + step)))
    {
      gtk_list_box_select_row (picker->list, row);
      tell_selected (picker);
    }
  return TRUE;
}

static void
quo_picker_dispose (GObject *object)
{
  QuoPicker *picker = QUO_PICKER (object);

  g_clear_weak_pointer (&picker->data);
  g_clear_object (&picker->session);
  g_clear_pointer (&picker->choices, g_ptr_array_unref);
  g_clear_pointer (&picker->same, g_free);
  G_OBJECT_CLASS (quo_picker_parent_class)->dispose (object);
}

static void
quo_picker_class_init (QuoPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quo_picker_dispose;
}

static GtkWidget *
make_content (QuoPicker *picker)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  picker->nobody = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (picker->nobody), TRUE);
  gtk_widget_add_css_class (picker->nobody, "quiet");
  g_object_set (picker->nobody, "margin-start", 12, "margin-end", 12, "margin-top", 12, NULL);
  picker->list = GTK_LIST_BOX (list);
  picker->entry = gtk_search_entry_new ();
  gtk_widget_set_hexpand (picker->entry, TRUE);
  gtk_widget_add_css_class (picker->entry, "picker");
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  g_object_set (list, "margin-start", 12, "margin-end", 12, "margin-top", 6, "margin-bottom", 12,
                NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choices"), -1);
  g_object_set (picker->entry, "margin-start", 12, "margin-end", 12, "margin-top", 12,
                "margin-bottom", 6, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), picker->entry);
  gtk_box_append (GTK_BOX (box), picker->nobody);
  gtk_box_append (GTK_BOX (box), scrolled);
  return box;
}

static void
quo_picker_init (QuoPicker *picker)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  picker->choices = g_ptr_array_new_with_free_func (free_choice);
  adw_window_set_content (ADW_WINDOW (picker), make_content (picker));
  gtk_window_set_default_size (GTK_WINDOW (picker), 340, 380);
  gtk_window_set_modal (GTK_WINDOW (picker), TRUE);
  g_signal_connect_object (picker->list, "row-activated", G_CALLBACK (on_row_activated), picker, 0);
  g_signal_connect_object (picker->entry, "changed", G_CALLBACK (refill), picker,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (picker->entry, "activate", G_CALLBACK (on_entry_activate), picker,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), picker, 0);
  gtk_widget_add_controller (GTK_WIDGET (picker), keys);
}

static QuoPicker *
present (GtkWindow *parent, QuoSession *session, QuoPickerKind kind, const char *title)
{
  QuoPicker *picker = g_object_new (QUO_TYPE_PICKER, "transient-for", parent, NULL);

  picker->session = g_object_ref (session);
  picker->kind = kind;
  gtk_window_set_title (GTK_WINDOW (picker), title);
  g_object_set (picker->entry, "placeholder-text", title, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picker->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  collect (picker);
  refill (picker);
  gtk_window_present (GTK_WINDOW (picker));
  gtk_widget_grab_focus (picker->entry);
  quo_announce_entry (picker->entry);
  return picker;
}

void
quo_picker_present (GtkWindow *parent, QuoSession *session, QuoPickerKind kind)
{
  present (parent, session, kind, kind == QUO_PICKER_SPEAKER ? _ ("Who said it?") : _ ("Same as"));
}

void
quo_picker_present_for (GtkWindow *parent, QuoSession *session, const char *title,
                        void (*on_chosen) (const char *id, gpointer data), gpointer data)
{
  QuoPicker *picker = present (parent, session, QUO_PICKER_ANYONE, title);

  picker->on_chosen = on_chosen;
  g_set_weak_pointer (&picker->data, data);
}
