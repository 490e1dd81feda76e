/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tagsets: storage and look-up. A tagset has some tens of labels, so a look-up is a walk. */
#include "quo-tagset.h"

/* Bytes of the first block of strings: the built-in tagset fits. */
#define CHUNK_SIZE 1024

QuoTagset *
quo_tagset_new (const char *name)
{
  QuoTagset *tagset = g_new0 (QuoTagset, 1);

  g_atomic_ref_count_init (&tagset->ref_count);
  tagset->strings = g_string_chunk_new (CHUNK_SIZE);
  tagset->blocks = g_ptr_array_new_with_free_func (g_free);
  tagset->name = quo_tagset_keep (tagset, name);
  return tagset;
}

QuoTagset *
quo_tagset_ref (QuoTagset *tagset)
{
  g_return_val_if_fail (tagset != NULL, NULL);
  g_atomic_ref_count_inc (&tagset->ref_count);
  return tagset;
}

void
quo_tagset_unref (QuoTagset *tagset)
{
  g_return_if_fail (tagset != NULL);
  if (!g_atomic_ref_count_dec (&tagset->ref_count))
    return;
  g_string_chunk_free (tagset->strings);
  g_ptr_array_unref (tagset->blocks);
  g_free (tagset);
}

const char *
quo_tagset_keep (QuoTagset *tagset, const char *s)
{
  g_return_val_if_fail (tagset != NULL, NULL);
  return s != NULL ? g_string_chunk_insert_const (tagset->strings, s) : NULL;
}

gpointer
quo_tagset_keep_block (QuoTagset *tagset, gconstpointer data, gsize size)
{
  gpointer block;

  g_return_val_if_fail (tagset != NULL, NULL);
  block = g_memdup2 (data, size);
  if (block != NULL)
    g_ptr_array_add (tagset->blocks, block);
  return block;
}

const QuoLabel *
quo_tagset_find (const QuoTagset *tagset, const char *id)
{
  g_return_val_if_fail (tagset != NULL, NULL);
  for (guint i = 0; id != NULL && i < tagset->n_labels; i++)
    if (g_str_equal (tagset->labels[i].id, id))
      return &tagset->labels[i];
  return NULL;
}

const QuoLabel *
quo_tagset_find_key (const QuoTagset *tagset, const char *key)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (tagset != NULL, NULL);
  if (key == NULL || *key == '\0')
    return NULL;
  folded = g_utf8_casefold (key, -1);
  for (guint i = 0; i < tagset->n_labels; i++)
    {
      g_autofree char *own = NULL;

      if (tagset->labels[i].key == NULL)
        continue;
      own = g_utf8_casefold (tagset->labels[i].key, -1);
      if (g_str_equal (own, folded))
        return &tagset->labels[i];
    }
  return NULL;
}

const QuoLabel *
quo_tagset_find_kind (const QuoTagset *tagset, QuoLabelKind kind)
{
  g_return_val_if_fail (tagset != NULL, NULL);
  for (guint i = 0; i < tagset->n_labels; i++)
    if (tagset->labels[i].kind == kind)
      return &tagset->labels[i];
  return NULL;
}

QuoLabelKind
quo_tagset_get_kind (const QuoTagset *tagset, const char *id)
{
  const QuoLabel *label = quo_tagset_find (tagset, id);

  return label != NULL ? label->kind : QUO_LABEL_FREE;
}
