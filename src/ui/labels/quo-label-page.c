/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One label. Each row shows a member of it; what is changed there makes a changed copy of the label
 * and of its tagset. While rows are filled their signals do nothing. */
#include "quo-config.h"

#include "quo-label-page.h"

#include "quo-attr-row.h"
#include "quo-field.h"
#include "quo-label-colors.h"
#include "quo-line-mark.h"
#include "quo-palette.h"
#include "quo-tagset-change.h"

#include <glib/gi18n.h>
#include <string.h>

struct _QuoLabelPage
{
  AdwBin parent_instance;
  QuoTagset *tagset; /* owned, NULL: nothing is shown yet */
  guint place;
  gboolean is_filling;
  QuoLabelChanged on_changed;
  QuoFindAct find_act;
  gpointer owner;
  GPtrArray *attr_rows;

  AdwEntryRow *name, *short_name, *key;
  GtkLabel *key_note;
  AdwComboRow *kind, *line;
  QuoLabelColors *colors;
  GtkLabel *delete_words;
  GtkBox *line_slot;
  QuoLineMark *mark;
  AdwPreferencesGroup *attrs;
  GtkButton *add_attr, *earlier, *later, *delete;
};

G_DEFINE_FINAL_TYPE (QuoLabelPage, quo_label_page, ADW_TYPE_BIN)

/* --- changes --------------------------------------------------------------------------------- */

static const QuoLabel *
get_label (QuoLabelPage *page)
{
  return &page->tagset->labels[page->place];
}

static void
change (QuoLabelPage *page, const QuoLabel *label)
{
  page->on_changed (page->owner, quo_tagset_with_label (page->tagset, page->place, label),
                    page->place, FALSE);
}

static void
on_name (AdwEntryRow *row, QuoLabelPage *page)
{
  QuoLabel label = *get_label (page);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*name == '\0' || g_str_equal (name, quo_label_get_shown_name (&label)))
    {
      quo_field_restore (row);
      return;
    }
  /* The short word was made for the old name. */
  if (g_strcmp0 (label.short_name, label.name) == 0)
    label.short_name = NULL;
  label.name = name;
  change (page, &label);
}

static void
on_short_name (AdwEntryRow *row, QuoLabelPage *page)
{
  QuoLabel label = *get_label (page);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  label.short_name = *text != '\0' ? text : NULL;
  change (page, &label);
}

/* (transfer full) (nullable): why a label cannot have this key. */
static char *
explain_conflict (QuoLabelPage *page, const char *key)
{
  const QuoLabel *other = quo_tagset_find_key (page->tagset, key);
  const char *act;
  g_autofree char *shown = g_utf8_strup (key, -1);

  if (other != NULL && other != get_label (page))
    return g_strdup_printf (_ ("%s is the key of “%s” already"), shown,
                            quo_label_get_shown_name (other));
  act = page->find_act (key);
  if (act == NULL)
    return NULL;
  /* Translators: a key, and what it does, as "Next annotation". */
  return g_strdup_printf (_ ("%s is taken: %s"), shown, act);
}

static void
tell_conflict (QuoLabelPage *page, const char *conflict)
{
  gtk_label_set_label (page->key_note, conflict != NULL ? conflict : "");
  gtk_widget_set_visible (GTK_WIDGET (page->key_note), conflict != NULL);
  if (conflict != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (page->key), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (page->key), "error");
}

/* A key is taken as soon as it is typed; what was there before gives way to it. */
static void
on_key (AdwEntryRow *row, QuoLabelPage *page)
{
  QuoLabel label = *get_label (page);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autofree char *key = NULL, *conflict = NULL;

  if (page->is_filling)
    return;
  if (*text != '\0')
    key = g_utf8_strdown (g_utf8_prev_char (text + strlen (text)), -1);
  if (key != NULL && !g_unichar_isgraph (g_utf8_get_char (key)))
    return;
  if (key != NULL)
    conflict = explain_conflict (page, key);
  tell_conflict (page, conflict);
  if (conflict != NULL || g_strcmp0 (key, label.key) == 0)
    return;
  label.key = key;
  change (page, &label);
}

static void
on_kind (AdwComboRow *row, GParamSpec *pspec, QuoLabelPage *page)
{
  static const QuoLabelKind kinds[]
      = { QUO_LABEL_ENTITY, QUO_LABEL_QUOTE, QUO_LABEL_CUE, QUO_LABEL_FREE };
  QuoLabel label;

  if (page->is_filling)
    return;
  label = *get_label (page);
  label.kind = kinds[MIN (adw_combo_row_get_selected (row), 3)];
  change (page, &label);
}

static void
on_line (AdwComboRow *row, GParamSpec *pspec, QuoLabelPage *page)
{
  QuoLabel label;

  if (page->is_filling)
    return;
  label = *get_label (page);
  label.line = (QuoLinePattern)adw_combo_row_get_selected (row);
  change (page, &label);
}

static void
on_color (QuoLabelColors *colors, const char *color, const char *dark, QuoLabelPage *page)
{
  QuoLabel label = *get_label (page);

  label.color = color;
  label.dark = dark;
  label.contrast = label.contrast_dark = NULL;
  change (page, &label);
}

static void
change_attrs (QuoLabelPage *page, const QuoLabelAttr *attrs, guint n_attrs)
{
  QuoLabel label = *get_label (page);

  label.attrs = attrs;
  label.n_attrs = n_attrs;
  change (page, &label);
}

static void
on_attr_changed (QuoAttrRow *row, const QuoLabelAttr *attr, QuoLabelPage *page)
{
  const QuoLabel *label = get_label (page);
  g_autofree QuoLabelAttr *attrs = g_new (QuoLabelAttr, label->n_attrs);
  guint place, n = 0;

  if (!g_ptr_array_find (page->attr_rows, row, &place) || place >= label->n_attrs)
    return;
  for (guint i = 0; i < label->n_attrs; i++)
    if (i != place)
      attrs[n++] = label->attrs[i];
    else if (attr != NULL)
      attrs[n++] = *attr;
  change_attrs (page, attrs, n);
}

static void
on_add_attr (QuoLabelPage *page)
{
  const QuoLabel *label = get_label (page);
  g_autofree QuoLabelAttr *attrs = g_new0 (QuoLabelAttr, label->n_attrs + 1);
  g_autofree char *name = NULL;

  /* Translators: the first name of an attribute of a label, %u counts. */
  name = g_strdup_printf (_ ("attribute%u"), label->n_attrs + 1);
  for (guint i = 0; i < label->n_attrs; i++)
    attrs[i] = label->attrs[i];
  attrs[label->n_attrs] = (QuoLabelAttr){ .name = name, .type = "text" };
  change_attrs (page, attrs, label->n_attrs + 1);
}

static void
move (QuoLabelPage *page, gint step)
{
  guint to = (guint)((gint)page->place + step);

  if (to < page->tagset->n_labels)
    page->on_changed (page->owner, quo_tagset_with_label_moved (page->tagset, page->place, to), to,
                      FALSE);
}

static void
on_earlier (QuoLabelPage *page)
{
  move (page, -1);
}

static void
on_later (QuoLabelPage *page)
{
  move (page, 1);
}

static void
on_delete (QuoLabelPage *page)
{
  page->on_changed (page->owner, quo_tagset_without_label (page->tagset, page->place), page->place,
                    TRUE);
}

/* --- what is shown --------------------------------------------------------------------------- */

static void
set_text (AdwEntryRow *row, const char *text)
{
  if (text == NULL)
    text = "";
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
fill_attrs (QuoLabelPage *page, const QuoLabel *label)
{
  while (page->attr_rows->len > label->n_attrs)
    {
      GtkWidget *row = g_ptr_array_steal_index (page->attr_rows, page->attr_rows->len - 1);

      adw_preferences_group_remove (page->attrs, row);
    }
  while (page->attr_rows->len < label->n_attrs)
    {
      GtkWidget *row = quo_attr_row_new ();

      g_signal_connect_object (row, "changed", G_CALLBACK (on_attr_changed), page, 0);
      adw_preferences_group_add (page->attrs, row);
      g_ptr_array_add (page->attr_rows, row);
    }
  for (guint i = 0; i < label->n_attrs; i++)
    quo_attr_row_show (g_ptr_array_index (page->attr_rows, i), &label->attrs[i]);
}

void
quo_label_page_set_delete_words (QuoLabelPage *page, const char *words)
{
  g_return_if_fail (QUO_IS_LABEL_PAGE (page) && words != NULL);

  /* A label of the button's own would not wrap, and large text make the page wider than a screen.
   */
  gtk_label_set_label (page->delete_words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (page->delete), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

void
quo_label_page_show (QuoLabelPage *page, QuoTagset *tagset, guint place)
{
  static const guint kinds[] = {
    [QUO_LABEL_ENTITY] = 0, [QUO_LABEL_QUOTE] = 1, [QUO_LABEL_CUE] = 2, [QUO_LABEL_FREE] = 3
  };
  const QuoLabel *label;

  g_return_if_fail (QUO_IS_LABEL_PAGE (page) && place < tagset->n_labels);

  quo_tagset_ref (tagset);
  g_clear_pointer (&page->tagset, quo_tagset_unref);
  page->tagset = tagset;
  page->place = place;
  label = get_label (page);
  page->is_filling = TRUE;
  quo_field_show (page->name, label->id, quo_label_get_shown_name (label));
  quo_field_show (page->short_name, label->id, label->short_name);
  set_text (page->key, label->key);
  tell_conflict (page, NULL);
  adw_combo_row_set_selected (page->kind, kinds[label->kind]);
  adw_combo_row_set_selected (page->line, label->line);
  quo_label_colors_show (page->colors, label);
  quo_line_mark_show (page->mark, tagset, label, FALSE);
  fill_attrs (page, label);
  gtk_widget_set_sensitive (GTK_WIDGET (page->earlier), place > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (page->later), place + 1 < tagset->n_labels);
  page->is_filling = FALSE;
}

/* --- object ---------------------------------------------------------------------------------- */

static void
quo_label_page_dispose (GObject *object)
{
  QuoLabelPage *page = QUO_LABEL_PAGE (object);

  page->is_filling = TRUE;
  g_clear_pointer (&page->attr_rows, g_ptr_array_unref);
  g_clear_pointer (&page->tagset, quo_tagset_unref);
  G_OBJECT_CLASS (quo_label_page_parent_class)->dispose (object);
}

static void
quo_label_page_class_init (QuoLabelPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_label_page_dispose;
  g_type_ensure (QUO_TYPE_LABEL_COLORS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quotidian/Quotidian/quo-label-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QuoLabelPage, name);
  gtk_widget_class_bind_template_child (widget_class, QuoLabelPage, short_name);
  gtk_widget_class_bind_template_child (widget_class, QuoLabelPage, key);
  gtk_widget_class_bind_template_child (widget_class, QuoLabelPage, key_note);
  gtk_widget_class_bind_template_child (widget_class, QuoLabelPage, kind);
  gtk_widget_class_bind_template_child (widget_class, QuoLabelPage, line);
  gtk_widget_class_bind_template_child (widget_class, QuoLabelPage, colors);
  gtk_widget_class_bind_template_child (widget_class, QuoLabelPage, line_slot);
  gtk_widget_class_bind_template_child (widget_class, QuoLabelPage, attrs);
  gtk_widget_class_bind_template_child (widget_class, QuoLabelPage, add_attr);
  gtk_widget_class_bind_template_child (widget_class, QuoLabelPage, earlier);
  gtk_widget_class_bind_template_child (widget_class, QuoLabelPage, later);
  gtk_widget_class_bind_template_child (widget_class, QuoLabelPage, delete);
  gtk_widget_class_bind_template_child (widget_class, QuoLabelPage, delete_words);
}

static void
quo_label_page_init (QuoLabelPage *page)
{
  const QuoLabel none = { .color = "#4c4b53" };
  g_autoptr (QuoTagset) empty = quo_tagset_new ("");
  GtkWidget *mark = NULL;

  gtk_widget_init_template (GTK_WIDGET (page));
  page->attr_rows = g_ptr_array_new ();
  mark = quo_line_mark_new (empty, NULL);
  page->mark = QUO_LINE_MARK (mark);
  gtk_widget_set_size_request (mark, 48, -1);
  gtk_box_append (page->line_slot, mark);
  quo_label_colors_show (page->colors, &none);
  quo_field_init (page->name);
  quo_field_init (page->short_name);
  g_signal_connect (page->name, "apply", G_CALLBACK (on_name), page);
  g_signal_connect (page->short_name, "apply", G_CALLBACK (on_short_name), page);
  g_signal_connect (page->key, "changed", G_CALLBACK (on_key), page);
  g_signal_connect (page->kind, "notify::selected", G_CALLBACK (on_kind), page);
  g_signal_connect (page->line, "notify::selected", G_CALLBACK (on_line), page);
  g_signal_connect (page->colors, "chosen", G_CALLBACK (on_color), page);
  g_signal_connect_swapped (page->add_attr, "clicked", G_CALLBACK (on_add_attr), page);
  g_signal_connect_swapped (page->earlier, "clicked", G_CALLBACK (on_earlier), page);
  g_signal_connect_swapped (page->later, "clicked", G_CALLBACK (on_later), page);
  g_signal_connect_swapped (page->delete, "clicked", G_CALLBACK (on_delete), page);
}

void
quo_label_page_set_owner (QuoLabelPage *page, QuoLabelChanged on_changed, QuoFindAct find_act,
                          gpointer owner)
{
  g_return_if_fail (QUO_IS_LABEL_PAGE (page) && on_changed != NULL && find_act != NULL);

  page->on_changed = on_changed;
  page->find_act = find_act;
  page->owner = owner;
}

void
quo_label_page_focus_name (QuoLabelPage *page)
{
  g_return_if_fail (QUO_IS_LABEL_PAGE (page));

  gtk_widget_grab_focus (GTK_WIDGET (page->name));
  gtk_editable_select_region (GTK_EDITABLE (page->name), 0, -1);
}
