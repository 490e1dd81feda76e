/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who or what a name stands for. While the rows are being filled nothing is edited: an entry tells
 * of itself only when it is applied. */
#include "quo-config.h"

#include "quo-identity-rows.h"

#include "quo-authority.h"
#include "quo-field.h"
#include "quo-name.h"
#include "quo-session-speaker.h"
#include "quo-verbs.h"

#include <glib/gi18n.h>

/* How many others the menu "Same as" offers, and among how many names it looks for those that are
 * alike; all others can be found by typing. */
#define MAX_SAME 15
#define MAX_LOOKED_AT 5000

struct _QuoIdentityRows
{
  GtkWidget parent_instance;
  QuoSession *session;
  char *annotation; /* id */
  AdwEntryRow *name, *wikidata, *geonames, *viaf, *url, *coordinates;
  AdwActionRow *same_row, *own_row;
  GtkMenuButton *same_menu;
  GtkLabel *same_key;
  AdwExpanderRow *known;
};

G_DEFINE_FINAL_TYPE (QuoIdentityRows, quo_identity_rows, GTK_TYPE_WIDGET)

/* The rows of identifiers, by the names the sidecar gives them. */
static const struct
{
  const char *id;
  gsize offset;
} known_ids[] = {
  { "wikidata", G_STRUCT_OFFSET (QuoIdentityRows, wikidata) },
  { "geonames", G_STRUCT_OFFSET (QuoIdentityRows, geonames) },
  { "viaf", G_STRUCT_OFFSET (QuoIdentityRows, viaf) },
  { "url", G_STRUCT_OFFSET (QuoIdentityRows, url) },
};

static QuoDocument *
get_document (QuoIdentityRows *rows)
{
  return quo_session_get_document (rows->session);
}

static const QuoAnnotation *
find_annotation (QuoIdentityRows *rows)
{
  return get_document (rows) != NULL && rows->annotation != NULL
             ? quo_document_find_annotation (get_document (rows), rows->annotation)
             : NULL;
}

static const QuoEntity *
find_entity (QuoIdentityRows *rows)
{
  const QuoAnnotation *annotation = find_annotation (rows);

  return annotation != NULL && annotation->n_entities == 1
             ? quo_document_find_entity (get_document (rows), annotation->entities[0])
             : NULL;
}

static guint
count_mentions (QuoIdentityRows *rows, const QuoEntity *entity)
{
  GPtrArray *referrers = quo_document_get_referrers (get_document (rows), entity->base.id);
  guint n = 0;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    n += QUO_RECORD (g_ptr_array_index (referrers, i))->kind == QUO_RECORD_ANNOTATION;
  return n;
}

/* --- what the person does -------------------------------------------------------------------- */

static void
on_name (AdwEntryRow *row, QuoIdentityRows *rows)
{
  const QuoEntity *entity = find_entity (rows);

  if (entity != NULL)
    quo_session_apply (rows->session,
                       quo_verb_rename_entity (get_document (rows), entity,
                                               gtk_editable_get_text (GTK_EDITABLE (row))),
                       _ ("The name was changed"));
}

/* Says what would have been allowed. */
static void
refuse (QuoIdentityRows *rows, AdwEntryRow *row, const char *format, const char *text)
{
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  quo_session_set_message (rows->session, format, text);
}

static const char *
get_allowed (const char *name)
{
  if (g_str_equal (name, "wikidata"))
    return _ ("“%s” is nothing of Wikidata; a Q and a number is wanted, such as Q64, or its web "
              "address");
  if (g_str_equal (name, "url"))
    return _ ("“%s” is no web address; one that begins with https:// or http:// is wanted");
  if (g_str_equal (name, "viaf"))
    return _ ("“%s” is nothing of VIAF; a number is wanted, such as 122530980, or its web address");
  return _ ("“%s” is nothing of GeoNames; a number is wanted, such as 2950159, or its web address");
}

/* Who has an address of another register in hand need not look for its field. */
static void
on_id (AdwEntryRow *row, QuoIdentityRows *rows)
{
  const QuoEntity *entity = find_entity (rows);
  const char *name = g_object_get_data (G_OBJECT (row), "id");
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autofree char *parsed_name = NULL;
  g_autofree char *parsed = NULL;

  if (entity == NULL)
    return;
  if (!g_str_equal (name, "url") && quo_authority_parse (text, &parsed_name, &parsed))
    name = parsed_name;
  if (*text != '\0' && !quo_authority_accepts (name, parsed != NULL ? parsed : text))
    {
      refuse (rows, row, get_allowed (name), text);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  quo_session_apply (
      rows->session,
      quo_verb_set_external_id (get_document (rows), entity, name, parsed != NULL ? parsed : text),
      _ ("The identifier was changed"));
  if (parsed != NULL)
    quo_field_restore (row);
}

static void
on_coordinates (AdwEntryRow *row, QuoIdentityRows *rows)
{
  const QuoEntity *entity = find_entity (rows);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autofree char *lat = NULL;
  g_autofree char *lon = NULL;

  if (entity == NULL)
    return;
  if (*text != '\0' && !quo_verb_parse_place (text, &lat, &lon))
    {
      refuse (rows, row,
              _ ("“%s” is no place; two numbers are wanted, degrees north and east, such as "
                 "57.70887, 11.97456"),
              text);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  quo_session_apply (rows->session, quo_verb_set_place (get_document (rows), entity, lat, lon),
                     _ ("The coordinates were changed"));
}

/* A new identity, or one split off from that of other mentions. */
static void
on_own (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuoIdentityRows *rows = data;

  quo_session_new_identity (rows->session);
}

typedef struct
{
  QuoIdentityRows *rows;
  const QuoAnnotation *selected;
  char *folded; /* what it is called */
  GHashTable *seen;
  GMenu *menu;
} SameMenu;

static gboolean
may_be_same (const SameMenu *same, const QuoAnnotation *other)
{
  QuoTagset *tagset = quo_session_get_tagset (same->rows->session);

  return other != same->selected && quo_session_may_be_same (same->selected->type, other->type)
         && quo_tagset_get_kind (tagset, other->type) == QUO_LABEL_ENTITY
         && other->status != QUO_STATUS_REJECTED
         && !(other->n_entities == 1
              && quo_annotation_has_entity (same->selected, other->entities[0]));
}

/* Those among the first @n_looked_at annotations that share a word with the selected one, or all.
 */
static void
append_same (SameMenu *same, gboolean only_alike, guint n_looked_at)
{
  QuoDocument *document = get_document (same->rows);
  GPtrArray *all = quo_document_get_records (document, QUO_RECORD_ANNOTATION);

  for (guint i = 0; i < MIN (all->len, n_looked_at) && g_hash_table_size (same->seen) < MAX_SAME;
       i++)
    {
      const QuoAnnotation *other = g_ptr_array_index (all, i);
      g_autofree char *name = NULL, *folded = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (!may_be_same (same, other))
        continue;
      name = quo_document_dup_member_name (document, other->base.id);
      folded = g_utf8_casefold (name != NULL ? name : "", -1);
      if (name == NULL || (only_alike && !quo_name_shares_word (same->folded, folded))
          || !g_hash_table_add (same->seen, g_strdup (name)))
        continue;
      item = g_menu_item_new (name, NULL);
      g_menu_item_set_action_and_target (item, "win.same-as", "s", other->base.id);
      g_menu_append_item (same->menu, item);
    }
}

/* Each entity once, and annotations of a label that fits without one, each wording once; who is
 * called alike comes first. */
static void
make_same_menu (GtkMenuButton *button, gpointer data)
{
  QuoIdentityRows *rows = data;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GMenu) menu = g_menu_new (), choices = g_menu_new (), others = g_menu_new ();
  SameMenu same = { rows, find_annotation (rows), NULL, seen, choices };
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;

  if (same.selected == NULL)
    return;
  name = quo_document_dup_member_name (get_document (rows), same.selected->base.id);
  same.folded = folded = g_utf8_casefold (name, -1);
  append_same (&same, TRUE, MAX_LOOKED_AT);
  append_same (&same, FALSE, G_MAXUINT);
  /* Translators: a choice at the end of a menu of names: choose another one by typing its name. */
  g_menu_append (others, _ ("Find by Typing…"), "win.choose-same");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (choices));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* --- showing --------------------------------------------------------------------------------- */

static const char *
find_id (const QuoEntity *entity, const char *name)
{
  for (guint i = 0; i < entity->n_ids; i++)
    if (g_str_equal (entity->ids[i].name, name))
      return entity->ids[i].value;
  return NULL;
}

static void
show_key (QuoIdentityRows *rows)
{
  g_autofree char *key = quo_session_dup_key_name (rows->session, "win.choose-same");
  g_autofree char *tooltip = quo_session_dup_tip (
      rows->session, "win.choose-same", _ ("The same person, place or organization as …"));

  gtk_label_set_label (rows->same_key, key != NULL ? key : "");
  gtk_widget_set_visible (GTK_WIDGET (rows->same_key), key != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (rows->same_menu), tooltip);
}

/* What a register is called. */
static const char *
get_register (QuoIdentityRows *rows, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_ids); i++)
    if (g_str_equal (known_ids[i].id, name))
      return adw_preferences_row_get_title (
          G_STRUCT_MEMBER (AdwPreferencesRow *, rows, known_ids[i].offset));
  return name;
}

/* What was refused before is said to be wrong as long as it stands there. */
static void
show_field (AdwEntryRow *row, const QuoEntity *entity, const char *value)
{
  quo_field_show (row, entity->base.id, value);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), value != NULL ? value : "") == 0)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
}

static void
show_known (QuoIdentityRows *rows, const QuoEntity *entity)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autofree char *place
      = entity->lat != NULL ? g_strdup_printf ("%s, %s", entity->lat, entity->lon) : NULL;

  for (guint i = 0; i < entity->n_ids; i++)
    g_string_append_printf (told, "%s%s %s", told->len > 0 ? " · " : "",
                            get_register (rows, entity->ids[i].name), entity->ids[i].value);
  for (guint i = 0; i < G_N_ELEMENTS (known_ids); i++)
    show_field (G_STRUCT_MEMBER (AdwEntryRow *, rows, known_ids[i].offset), entity,
                find_id (entity, known_ids[i].id));
  adw_expander_row_set_subtitle (rows->known, told->str);
  show_field (rows->coordinates, entity, place);
}

void
quo_identity_rows_show (QuoIdentityRows *rows, const QuoAnnotation *annotation)
{
  const QuoEntity *entity;
  guint n_mentions;

  g_return_if_fail (QUO_IS_IDENTITY_ROWS (rows) && annotation != NULL);

  g_free (rows->annotation);
  rows->annotation = g_strdup (annotation->base.id);
  entity = find_entity (rows);
  n_mentions = entity != NULL ? count_mentions (rows, entity) : 0;
  gtk_widget_set_visible (GTK_WIDGET (rows->name), entity != NULL);
  gtk_widget_set_visible (GTK_WIDGET (rows->known), entity != NULL);
  gtk_widget_set_visible (GTK_WIDGET (rows->own_row), entity == NULL || n_mentions > 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rows->own_row),
                                 entity != NULL ? _ ("Split Off as Somebody Else")
                                                : _ ("New Identity"));
  show_key (rows);
  if (entity != NULL)
    {
      show_field (rows->name, entity, entity->name);
      show_known (rows, entity);
    }
}

/* --- object ---------------------------------------------------------------------------------- */

static void
quo_identity_rows_dispose (GObject *object)
{
  QuoIdentityRows *rows = QUO_IDENTITY_ROWS (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (rows))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&rows->session);
  g_clear_pointer (&rows->annotation, g_free);
  G_OBJECT_CLASS (quo_identity_rows_parent_class)->dispose (object);
}

static void
quo_identity_rows_class_init (QuoIdentityRowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_identity_rows_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quotidian/Quotidian/quo-identity-rows.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoIdentityRows, name);
  gtk_widget_class_bind_template_child (widget_class, QuoIdentityRows, wikidata);
  gtk_widget_class_bind_template_child (widget_class, QuoIdentityRows, geonames);
  gtk_widget_class_bind_template_child (widget_class, QuoIdentityRows, viaf);
  gtk_widget_class_bind_template_child (widget_class, QuoIdentityRows, url);
  gtk_widget_class_bind_template_child (widget_class, QuoIdentityRows, coordinates);
  gtk_widget_class_bind_template_child (widget_class, QuoIdentityRows, same_row);
  gtk_widget_class_bind_template_child (widget_class, QuoIdentityRows, own_row);
  gtk_widget_class_bind_template_child (widget_class, QuoIdentityRows, same_menu);
  gtk_widget_class_bind_template_child (widget_class, QuoIdentityRows, same_key);
  gtk_widget_class_bind_template_child (widget_class, QuoIdentityRows, known);
}

static void
quo_identity_rows_init (QuoIdentityRows *rows)
{
  static const GActionEntry ENTRIES[] = { { "own", on_own, NULL } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (rows));
  g_action_map_add_action_entries (G_ACTION_MAP (actions), ENTRIES, G_N_ELEMENTS (ENTRIES), rows);
  gtk_widget_insert_action_group (GTK_WIDGET (rows), "identity", G_ACTION_GROUP (actions));
  gtk_menu_button_set_create_popup_func (rows->same_menu, make_same_menu, rows, NULL);
  quo_field_init (rows->name);
  quo_field_init (rows->coordinates);
  g_signal_connect (rows->name, "apply", G_CALLBACK (on_name), rows);
  g_signal_connect (rows->coordinates, "apply", G_CALLBACK (on_coordinates), rows);
  for (guint i = 0; i < G_N_ELEMENTS (known_ids); i++)
    {
      AdwEntryRow *row = G_STRUCT_MEMBER (AdwEntryRow *, rows, known_ids[i].offset);

      quo_field_init (row);
      g_object_set_data (G_OBJECT (row), "id", (gpointer)known_ids[i].id);
      g_signal_connect (row, "apply", G_CALLBACK (on_id), rows);
    }
}

void
quo_identity_rows_set_session (QuoIdentityRows *rows, QuoSession *session)
{
  g_return_if_fail (QUO_IS_IDENTITY_ROWS (rows));
  g_set_object (&rows->session, session);
}
