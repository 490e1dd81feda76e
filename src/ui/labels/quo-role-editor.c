/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The roles of a relation: a row each, and one for a new role. */
#include "quo-config.h"

#include "quo-role-editor.h"

#include "quo-palette.h"
#include "quo-tagset-change.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the rows know; lives as long as the outer row. */
typedef struct
{
  QuoTagset *tagset; /* owned: holds a copy of the relation */
  guint place;
  QuoRelationChanged on_changed;
  gpointer owner;
} Editing;

static const char *const OWN_ROLES[] = { "quote", "source", "cue", "addressee", NULL };

static void
free_editing (gpointer data)
{
  Editing *editing = data;

  quo_tagset_unref (editing->tagset);
  g_free (editing);
}

static const QuoRelationType *
get_relation (const Editing *editing)
{
  return &editing->tagset->relations[0];
}

static void
tell (const Editing *editing, const QuoRoleType *roles, guint n_roles)
{
  g_autoptr (QuoTagset) kept = quo_tagset_ref (editing->tagset);
  QuoRelationType relation = kept->relations[0];

  relation.roles = roles;
  relation.n_roles = n_roles;
  editing->on_changed (editing->owner, editing->place, &relation);
}

static void
on_add (AdwEntryRow *row, Editing *editing)
{
  const QuoRelationType *relation = get_relation (editing);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autofree QuoRoleType *roles = g_new0 (QuoRoleType, relation->n_roles + 1);

  if (*name == '\0')
    return;
  for (guint i = 0; i < relation->n_roles; i++)
    {
      if (g_str_equal (relation->roles[i].name, name))
        return;
      roles[i] = relation->roles[i];
    }
  roles[relation->n_roles]
      = (QuoRoleType){ .name = name, .kinds = { QUO_LABEL_ENTITY }, .n_kinds = 1, .is_many = TRUE };
  tell (editing, roles, relation->n_roles + 1);
}

static void
on_delete (GtkWidget *button, Editing *editing)
{
  const QuoRelationType *relation = get_relation (editing);
  const char *name = g_object_get_data (G_OBJECT (button), "role");
  g_autofree QuoRoleType *roles = g_new0 (QuoRoleType, relation->n_roles);
  guint n = 0;

  for (guint i = 0; i < relation->n_roles; i++)
    if (!g_str_equal (relation->roles[i].name, name))
      roles[n++] = relation->roles[i];
  tell (editing, roles, n);
}

static char *
describe_kinds (const QuoRoleType *role)
{
  static const char *const names[] = {
    /* Translators: what can have a role; they stand in a list with commas. */
    [QUO_LABEL_FREE] = N_ ("anything else"),
    /* Translators: what can have a role; they stand in a list with commas. */
    [QUO_LABEL_ENTITY] = N_ ("names"),
    [QUO_LABEL_QUOTE] = N_ ("quotes"),
    /* Translators: verbs of saying, in a list with commas. */
    [QUO_LABEL_CUE] = N_ ("cues"),
  };
  GString *kinds = g_string_new (NULL);

  for (guint i = 0; i < role->n_kinds; i++)
    g_string_append_printf (kinds, "%s%s", i > 0 ? ", " : "", _ (names[role->kinds[i]]));
  if (role->n_kinds == 0)
    g_string_append (kinds, _ ("any annotation"));
  return g_string_free (kinds, FALSE);
}

static GtkWidget *
make_role (Editing *editing, const QuoRoleType *role)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *kinds = describe_kinds (role);
  GtkWidget *delete;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (role->name));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), kinds);
  if (g_strv_contains (OWN_ROLES, role->name))
    return row;
  delete = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (delete, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (delete, "flat");
  gtk_widget_set_tooltip_text (delete, _ ("Delete the role"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (delete), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Delete the role"), -1);
  g_object_set_data_full (G_OBJECT (delete), "role", g_strdup (role->name), g_free);
  g_signal_connect (delete, "clicked", G_CALLBACK (on_delete), editing);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), delete);
  return row;
}

static QuoTagset *
keep_relation (const QuoRelationType *relation)
{
  g_autoptr (QuoTagset) empty = quo_tagset_new ("");

  return quo_tagset_with_relation (empty, 0, relation);
}

/* The relation of the built-in tagset, in the language of the desktop; others as they are called.
 */
static const char *
get_shown_name (const QuoRelationType *relation)
{
  if (g_str_equal (relation->id, "quotation") && g_str_equal (relation->name, "Quotation"))
    /* Translators: what a quote, who said it, to whom and with which verb are together. */
    return C_ ("relation", "Quotation");
  return relation->name;
}

GtkWidget *
quo_role_editor_new (const QuoRelationType *relation, guint place, QuoRelationChanged on_changed,
                     gpointer owner)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *entry = adw_entry_row_new ();
  Editing *editing = g_new (Editing, 1);

  *editing = (Editing){ keep_relation (relation), place, on_changed, owner };
  g_object_set_data_full (G_OBJECT (row), "editing", editing, free_editing);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_shown_name (relation));
  for (guint i = 0; i < relation->n_roles; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_role (editing, &relation->roles[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("New role"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect (entry, "apply", G_CALLBACK (on_add), editing);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), entry);
  return row;
}
