/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Labels of other programs as a tagset. A label keeps its name as its id; everything a label of
 * ours has and theirs has not comes from the built-in set, in turn, so that two labels side by side
 * do not look the same. */

#include "quo-config.h"

#include "quo-label-set.h"

#include "quo-error.h"
#include "quo-tagset-file.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where keys of labels without one come from. */
static const char keys[] = "1234567890";

static void
free_array (gpointer array)
{
  g_array_unref (array);
}

void
quo_label_set_init (QuoLabelSet *set, const char *name)
{
  *set = (QuoLabelSet){ .tagset = quo_tagset_new (name),
                        .builtin = quo_tagset_get_builtin (),
                        .labels = g_array_new (FALSE, FALSE, sizeof (QuoLabel)),
                        .relations = g_array_new (FALSE, FALSE, sizeof (QuoRelationType)),
                        .attrs = g_ptr_array_new_with_free_func (free_array),
                        .roles = g_ptr_array_new_with_free_func (free_array) };
}

void
quo_label_set_clear (QuoLabelSet *set)
{
  g_clear_pointer (&set->tagset, quo_tagset_unref);
  g_clear_pointer (&set->builtin, quo_tagset_unref);
  g_clear_pointer (&set->labels, g_array_unref);
  g_clear_pointer (&set->relations, g_array_unref);
  g_clear_pointer (&set->attrs, g_ptr_array_unref);
  g_clear_pointer (&set->roles, g_ptr_array_unref);
}

QuoLabel *
quo_label_set_get (QuoLabelSet *set, guint index)
{
  return &g_array_index (set->labels, QuoLabel, index);
}

guint
quo_label_set_find (const QuoLabelSet *set, const char *name)
{
  for (guint i = 0; i < set->labels->len; i++)
    if (g_str_equal (g_array_index (set->labels, QuoLabel, i).id, name))
      return i;
  return G_MAXUINT;
}

/* The built-in label of this name, however it is capitalised. */
static const QuoLabel *
find_builtin (const QuoLabelSet *set, const char *name)
{
  for (guint i = 0; i < set->builtin->n_labels; i++)
    if (g_ascii_strcasecmp (set->builtin->labels[i].id, name) == 0)
      return &set->builtin->labels[i];
  return NULL;
}

guint
quo_label_set_add (QuoLabelSet *set, const char *name)
{
  guint index = quo_label_set_find (set, name);
  const QuoLabel *known = find_builtin (set, name);
  const QuoLabel *model = known;
  QuoLabel label = { 0 };

  if (index != G_MAXUINT || *name == '\0')
    return index;
  if (model == NULL)
    model = &set->builtin->labels[set->labels->len % set->builtin->n_labels];
  label.id = label.name = quo_tagset_keep (set->tagset, name);
  label.color = quo_tagset_keep (set->tagset, model->color);
  label.dark = quo_tagset_keep (set->tagset, model->dark);
  label.contrast = quo_tagset_keep (set->tagset, model->contrast);
  label.contrast_dark = quo_tagset_keep (set->tagset, model->contrast_dark);
  label.line = (QuoLinePattern)(known != NULL ? known->line
                                              : set->labels->len % (QUO_LINE_DOUBLE_DOTS + 1));
  label.kind = known != NULL ? known->kind : QUO_LABEL_ENTITY;
  g_array_append_val (set->labels, label);
  g_ptr_array_add (set->attrs, g_array_new (FALSE, FALSE, sizeof (QuoLabelAttr)));
  return set->labels->len - 1;
}

void
quo_label_set_color (QuoLabelSet *set, guint index, const char *color)
{
  QuoLabel *label = quo_label_set_get (set, index);
  gsize len = color != NULL ? strlen (color) : 0;
  char spelt[8] = "#";

  if (len == 0 || color[0] != '#' || (len != 4 && len != 7)
      || strspn (color + 1, "0123456789abcdefABCDEF") != len - 1)
    return;
  for (guint i = 0; i < 6; i++)
    spelt[i + 1] = g_ascii_tolower (color[1 + (len == 4 ? i / 2 : i)]);
  label->color = quo_tagset_keep (set->tagset, spelt);
  label->dark = label->color; /* it is theirs in the dark, too: high contrast is derived */
  label->contrast = label->contrast_dark = NULL;
}

/* --- Attributes and roles --- */

static const char *const *
keep_values (QuoLabelSet *set, const char *const *values)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  if (values == NULL)
    return NULL;
  for (guint i = 0; values[i] != NULL; i++)
    g_ptr_array_add (kept, (gpointer)quo_tagset_keep (set->tagset, values[i]));
  g_ptr_array_add (kept, NULL);
  return quo_tagset_keep_block (set->tagset, kept->pdata, kept->len * sizeof (gpointer));
}

static void
add_attr (GArray *attrs, const QuoLabelAttr *attr)
{
  for (guint i = 0; i < attrs->len; i++)
    if (g_str_equal (g_array_index (attrs, QuoLabelAttr, i).name, attr->name))
      return;
  g_array_append_val (attrs, *attr);
}

void
quo_label_set_add_attr (QuoLabelSet *set, guint index, const char *name, const char *type,
                        const char *const *values)
{
  QuoLabelAttr attr = { .name = quo_tagset_keep (set->tagset, name),
                        .type = quo_tagset_keep (set->tagset, type),
                        .values = keep_values (set, values) };

  for (guint i = 0; i < set->attrs->len; i++)
    if (index == G_MAXUINT || index == i)
      add_attr (g_ptr_array_index (set->attrs, i), &attr);
}

/* The roles of a relation type, which is made when it is new. */
static GArray *
get_roles (QuoLabelSet *set, const char *name)
{
  QuoRelationType relation = { 0 };

  for (guint i = 0; i < set->relations->len; i++)
    if (g_str_equal (g_array_index (set->relations, QuoRelationType, i).id, name))
      return g_ptr_array_index (set->roles, i);
  relation.id = relation.name = quo_tagset_keep (set->tagset, name);
  g_array_append_val (set->relations, relation);
  g_ptr_array_add (set->roles, g_array_new (FALSE, FALSE, sizeof (QuoRoleType)));
  return g_ptr_array_index (set->roles, set->roles->len - 1);
}

void
quo_label_set_add_role (QuoLabelSet *set, const char *relation, const char *role, gboolean is_many)
{
  GArray *roles = get_roles (set, relation);
  QuoRoleType type = { .is_many = is_many };

  for (guint i = 0; role != NULL && i < roles->len; i++)
    if (g_str_equal (g_array_index (roles, QuoRoleType, i).name, role))
      return;
  type.name = quo_tagset_keep (set->tagset, role);
  if (role != NULL)
    g_array_append_val (roles, type);
}

/* --- The set --- */

/* Keys 1 to 0 for the first labels that have none. */
static void
give_keys (QuoLabelSet *set)
{
  const char *key = keys;

  for (guint i = 0; i < set->labels->len; i++)
    for (guint k = 0; k < set->labels->len; k++)
      if (*key != '\0' && quo_label_set_get (set, k)->key != NULL
          && *quo_label_set_get (set, k)->key == *key)
        key++;
  for (guint i = 0; i < set->labels->len && *key != '\0'; i++)
    if (quo_label_set_get (set, i)->key == NULL)
      {
        const char one[] = { *key++, '\0' };

        quo_label_set_get (set, i)->key = quo_tagset_keep (set->tagset, one);
      }
}

static gpointer
keep_array (QuoLabelSet *set, const GArray *array, gsize size)
{
  return array->len > 0 ? quo_tagset_keep_block (set->tagset, array->data, array->len * size)
                        : NULL;
}

QuoTagset *
quo_label_set_finish (QuoLabelSet *set, const char *file, GError **error)
{
  if (set->labels->len == 0 && set->relations->len == 0)
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_INVALID, _ ("%s: there is no label in it"), file);
      return NULL;
    }
  give_keys (set);
  for (guint i = 0; i < set->labels->len; i++)
    {
      const GArray *attrs = g_ptr_array_index (set->attrs, i);

      quo_label_set_get (set, i)->attrs = keep_array (set, attrs, sizeof (QuoLabelAttr));
      quo_label_set_get (set, i)->n_attrs = attrs->len;
    }
  for (guint i = 0; i < set->relations->len; i++)
    {
      const GArray *roles = g_ptr_array_index (set->roles, i);
      QuoRelationType *relation = &g_array_index (set->relations, QuoRelationType, i);

      relation->roles = keep_array (set, roles, sizeof (QuoRoleType));
      relation->n_roles = roles->len;
    }
  set->tagset->labels = keep_array (set, set->labels, sizeof (QuoLabel));
  set->tagset->n_labels = set->labels->len;
  set->tagset->relations = keep_array (set, set->relations, sizeof (QuoRelationType));
  set->tagset->n_relations = set->relations->len;
  return quo_tagset_ref (set->tagset);
}

/* --- Any file --- */

QuoTagset *
quo_label_set_load (const char *path, GError **error)
{
  g_autoptr (QuoSource) source = quo_source_new_file (path);
  gsize len;
  g_autofree char *text = NULL;

  if (g_str_has_suffix (path, ".tagset.json"))
    return quo_tagset_load (path, error);
  text = quo_source_load_text (source, NULL, NULL, &len, error);
  if (text == NULL)
    return NULL;
  for (const QuoFormat *const *format = quo_formats_list (); *format != NULL; format++)
    if ((*format)->sniff_labels != NULL && (*format)->sniff_labels (text))
      return (*format)->read_labels (source, error);
  g_set_error (error, QUO_ERROR, QUO_ERROR_INVALID,
               _ ("%s: this is no file of labels: a .tagset.json, brat’s annotation.conf, a "
                  "labelling configuration of Label Studio or a codebook (REFI-QDA) is expected"),
               quo_source_get_name (source));
  return NULL;
}
