/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changed copies of tagsets. Invariant: a copy shares no memory with what it was made of. */
#include "quo-config.h"

#include "quo-tagset-change.h"

#include <string.h>

/* What a label is called when its name has no letter or digit. */
#define PLAIN_ID "label"

static const char *const *
keep_strings (QuoTagset *tagset, const char *const *strings)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  if (strings == NULL || strings[0] == NULL)
    return NULL;
  for (guint i = 0; strings[i] != NULL; i++)
    g_ptr_array_add (kept, (gpointer)quo_tagset_keep (tagset, strings[i]));
  g_ptr_array_add (kept, NULL);
  return quo_tagset_keep_block (tagset, kept->pdata, kept->len * sizeof (gpointer));
}

static const QuoLabelAttr *
keep_attrs (QuoTagset *tagset, const QuoLabel *label)
{
  g_autofree QuoLabelAttr *attrs = g_new0 (QuoLabelAttr, label->n_attrs);

  for (guint i = 0; i < label->n_attrs; i++)
    attrs[i] = (QuoLabelAttr){
      .name = quo_tagset_keep (tagset, label->attrs[i].name),
      .type = quo_tagset_keep (tagset, label->attrs[i].type),
      .values = keep_strings (tagset, label->attrs[i].values),
      .value = quo_tagset_keep (tagset, label->attrs[i].value),
    };
  return quo_tagset_keep_block (tagset, attrs, label->n_attrs * sizeof *attrs);
}

static QuoLabel
keep_label (QuoTagset *tagset, const QuoLabel *label)
{
  return (QuoLabel){
    .id = quo_tagset_keep (tagset, label->id),
    .name = quo_tagset_keep (tagset, label->name),
    .short_name = quo_tagset_keep (tagset, label->short_name),
    .key = quo_tagset_keep (tagset, label->key),
    .color = quo_tagset_keep (tagset, label->color),
    .dark = quo_tagset_keep (tagset, label->dark),
    .contrast = quo_tagset_keep (tagset, label->contrast),
    .contrast_dark = quo_tagset_keep (tagset, label->contrast_dark),
    .line = label->line,
    .kind = label->kind,
    .attrs = keep_attrs (tagset, label),
    .n_attrs = label->n_attrs,
  };
}

static QuoRelationType
keep_relation (QuoTagset *tagset, const QuoRelationType *relation)
{
  g_autofree QuoRoleType *roles = g_new0 (QuoRoleType, relation->n_roles);

  for (guint i = 0; i < relation->n_roles; i++)
    {
      roles[i] = relation->roles[i];
      roles[i].name = quo_tagset_keep (tagset, relation->roles[i].name);
    }
  return (QuoRelationType){
    .id = quo_tagset_keep (tagset, relation->id),
    .name = quo_tagset_keep (tagset, relation->name),
    .roles = quo_tagset_keep_block (tagset, roles, relation->n_roles * sizeof *roles),
    .n_roles = relation->n_roles,
  };
}

/* The lists hold borrowed pointers, in the order of the copy. */
static QuoTagset *
make (const QuoTagset *from, const char *name, GPtrArray *labels, GPtrArray *relations)
{
  QuoTagset *tagset = quo_tagset_new (name);
  g_autofree QuoLabel *own_labels = g_new0 (QuoLabel, labels->len);
  g_autofree QuoRelationType *own_relations = g_new0 (QuoRelationType, relations->len);

  for (guint i = 0; i < labels->len; i++)
    own_labels[i] = keep_label (tagset, g_ptr_array_index (labels, i));
  for (guint i = 0; i < relations->len; i++)
    own_relations[i] = keep_relation (tagset, g_ptr_array_index (relations, i));
  tagset->version = quo_tagset_keep (tagset, from->version);
  tagset->labels = quo_tagset_keep_block (tagset, own_labels, labels->len * sizeof *own_labels);
  tagset->n_labels = labels->len;
  tagset->relations
      = quo_tagset_keep_block (tagset, own_relations, relations->len * sizeof *own_relations);
  tagset->n_relations = relations->len;
  return tagset;
}

static GPtrArray *
list_labels (const QuoTagset *tagset)
{
  GPtrArray *labels = g_ptr_array_new ();

  for (guint i = 0; i < tagset->n_labels; i++)
    g_ptr_array_add (labels, (gpointer)&tagset->labels[i]);
  return labels;
}

static GPtrArray *
list_relations (const QuoTagset *tagset)
{
  GPtrArray *relations = g_ptr_array_new ();

  for (guint i = 0; i < tagset->n_relations; i++)
    g_ptr_array_add (relations, (gpointer)&tagset->relations[i]);
  return relations;
}

static void
put (GPtrArray *list, guint place, gconstpointer what)
{
  if (place < list->len)
    list->pdata[place] = (gpointer)what;
  else
    g_ptr_array_add (list, (gpointer)what);
}

QuoTagset *
quo_tagset_with_label (const QuoTagset *tagset, guint place, const QuoLabel *label)
{
  g_autoptr (GPtrArray) labels = NULL;
  g_autoptr (GPtrArray) relations = NULL;

  g_return_val_if_fail (tagset != NULL && label != NULL && place <= tagset->n_labels, NULL);

  labels = list_labels (tagset);
  relations = list_relations (tagset);
  put (labels, place, label);
  return make (tagset, tagset->name, labels, relations);
}

QuoTagset *
quo_tagset_without_label (const QuoTagset *tagset, guint place)
{
  g_autoptr (GPtrArray) labels = NULL;
  g_autoptr (GPtrArray) relations = NULL;

  g_return_val_if_fail (tagset != NULL && place < tagset->n_labels, NULL);

  labels = list_labels (tagset);
  relations = list_relations (tagset);
  g_ptr_array_remove_index (labels, place);
  return make (tagset, tagset->name, labels, relations);
}

QuoTagset *
quo_tagset_with_label_moved (const QuoTagset *tagset, guint place, guint to)
{
  g_autoptr (GPtrArray) labels = NULL;
  g_autoptr (GPtrArray) relations = NULL;
  gpointer label;

  g_return_val_if_fail (tagset != NULL && place < tagset->n_labels && to < tagset->n_labels, NULL);

  labels = list_labels (tagset);
  relations = list_relations (tagset);
  label = g_ptr_array_steal_index (labels, place);
  g_ptr_array_insert (labels, (gint)to, label);
  return make (tagset, tagset->name, labels, relations);
}

QuoTagset *
quo_tagset_with_relation (const QuoTagset *tagset, guint place, const QuoRelationType *relation)
{
  g_autoptr (GPtrArray) labels = NULL;
  g_autoptr (GPtrArray) relations = NULL;

  g_return_val_if_fail (tagset != NULL && relation != NULL && place <= tagset->n_relations, NULL);

  labels = list_labels (tagset);
  relations = list_relations (tagset);
  put (relations, place, relation);
  return make (tagset, tagset->name, labels, relations);
}

QuoTagset *
quo_tagset_with_name (const QuoTagset *tagset, const char *name)
{
  g_autoptr (GPtrArray) labels = NULL;
  g_autoptr (GPtrArray) relations = NULL;

  g_return_val_if_fail (tagset != NULL && name != NULL, NULL);

  labels = list_labels (tagset);
  relations = list_relations (tagset);
  return make (tagset, name, labels, relations);
}

/* Letters and digits in small letters, one "-" for all between. */
static char *
dup_slug (const char *name)
{
  GString *slug = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (slug, g_unichar_tolower (c));
      else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
        g_string_append_c (slug, '-');
    }
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    g_string_append (slug, PLAIN_ID);
  return g_string_free (slug, FALSE);
}

char *
quo_tagset_make_id (const QuoTagset *tagset, const char *name)
{
  g_autofree char *slug = NULL;
  char *id;

  g_return_val_if_fail (tagset != NULL && name != NULL, NULL);

  slug = dup_slug (name);
  id = g_strdup (slug);
  for (guint n = 2; quo_tagset_find (tagset, id) != NULL; n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", slug, n);
    }
  return id;
}
