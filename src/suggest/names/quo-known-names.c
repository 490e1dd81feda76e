/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-known-names.h"

#include <string.h>

/* A table of type and words, and the same names by their first two characters, so that a text is
 * gone through once however many names are known. */

struct _QuoKnownNames
{
  gatomicrefcount ref_count;
  GHashTable *names;    /* "type\nwords" to QuoKnownName, owned */
  GHashTable *by_start; /* two characters to GPtrArray of QuoKnownName */
  QuoNameHabits *habits;
  GStringChunk *strings;
};

QuoKnownNames *
quo_known_names_new (void)
{
  QuoKnownNames *known = g_new0 (QuoKnownNames, 1);

  g_atomic_ref_count_init (&known->ref_count);
  known->names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  known->by_start = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                           (GDestroyNotify)g_ptr_array_unref);
  known->habits = quo_name_habits_new ();
  known->strings = g_string_chunk_new (4096);
  return known;
}

QuoKnownNames *
quo_known_names_ref (QuoKnownNames *known)
{
  g_atomic_ref_count_inc (&known->ref_count);
  return known;
}

void
quo_known_names_unref (QuoKnownNames *known)
{
  if (!g_atomic_ref_count_dec (&known->ref_count))
    return;
  g_hash_table_unref (known->by_start);
  g_hash_table_unref (known->names);
  quo_name_habits_free (known->habits);
  g_string_chunk_free (known->strings);
  g_free (known);
}

/* (transfer full): "type\nwords", with a single blank for white space. */
static char *
make_key (const char *type, const char *words)
{
  GString *key = g_string_new (type);

  g_string_append_c (key, '\n');
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (key, c);
      else if (key->str[key->len - 1] != ' ' && key->str[key->len - 1] != '\n')
        g_string_append_c (key, ' ');
    }
  return g_string_free (key, FALSE);
}

static gint64
make_start (gunichar first, gunichar second)
{
  return (gint64)first << 32 | (gint64)(g_unichar_isspace (second) ? ' ' : second);
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const QuoKnownName *x = *(QuoKnownName *const *)a, *y = *(QuoKnownName *const *)b;
  gsize x_len = strlen (x->words), y_len = strlen (y->words);

  if (x_len != y_len)
    return x_len > y_len ? -1 : 1;
  return strcmp (x->words, y->words) != 0 ? strcmp (x->words, y->words) : strcmp (x->type, y->type);
}

static void
note_start (QuoKnownNames *known, QuoKnownName *name)
{
  const char *second = g_utf8_next_char (name->words);
  gint64 start = make_start (g_utf8_get_char (name->words), g_utf8_get_char (second));
  GPtrArray *list = g_hash_table_lookup (known->by_start, &start);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (known->by_start, g_memdup2 (&start, sizeof start), list);
    }
  g_ptr_array_add (list, name);
  g_ptr_array_sort (list, compare_lengths);
}

static void
count (QuoKnownNames *known, const char *type, const char *words, gboolean is_cue, guint n_accepted,
       guint n_rejected)
{
  g_autofree char *key = make_key (type, words);
  QuoKnownName *name = g_hash_table_lookup (known->names, key);

  if (name == NULL)
    {
      const char *kept = g_string_chunk_insert (known->strings, key);

      name = g_new0 (QuoKnownName, 1);
      name->type = g_intern_string (type);
      name->words = strchr (kept, '\n') + 1;
      name->is_cue = is_cue;
      g_hash_table_insert (known->names, (gpointer)kept, name);
      if (*name->words != '\0')
        note_start (known, name);
    }
  name->n_accepted += n_accepted;
  name->n_rejected += n_rejected;
}

static const QuoLanguage *
get_language (const QuoSnapshot *snapshot)
{
  const char *tag = snapshot->header->lang;

  if (tag == NULL)
    tag = snapshot->article->lang;
  return quo_language_get (tag != NULL ? tag : quo_language_guess (snapshot->article->text));
}

void
quo_known_names_add (QuoKnownNames *known, const QuoSnapshot *snapshot, const QuoTagset *tagset)
{
  const QuoLanguage *language = NULL;

  g_return_if_fail (known != NULL && snapshot != NULL && snapshot->article != NULL);

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION); i++)
    {
      const QuoAnnotation *annotation = quo_snapshot_get_annotation (snapshot, i);
      gboolean is_rejected = annotation->status == QUO_STATUS_REJECTED;
      QuoLabelKind kind = quo_tagset_get_kind (tagset, annotation->type);
      g_autofree char *words = NULL;

      /* A pronoun that speaks here says nothing of the others. */
      if (g_strcmp0 (quo_attrs_get_text (annotation->attrs, annotation->n_attrs, "form"), "pronoun")
          == 0)
        continue;
      if (annotation->is_orphan || annotation->n_ranges != 1
          || annotation->status == QUO_STATUS_SUGGESTED
          || (kind != QUO_LABEL_ENTITY && kind != QUO_LABEL_CUE))
        continue;
      words = quo_text_dup (snapshot->article->text, annotation->ranges[0]);
      count (known, annotation->type, words, kind == QUO_LABEL_CUE, !is_rejected, is_rejected);
      if (is_rejected || kind != QUO_LABEL_ENTITY)
        continue;
      if (language == NULL)
        language = get_language (snapshot);
      quo_name_habits_note (known->habits, snapshot->article->text, language, annotation->type,
                            annotation->ranges[0]);
    }
}

void
quo_known_names_add_all (QuoKnownNames *known, const QuoKnownNames *other)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (known != NULL && other != NULL);

  g_hash_table_iter_init (&iter, other->names);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const QuoKnownName *name = value;

      count (known, name->type, name->words, name->is_cue, name->n_accepted, name->n_rejected);
    }
  quo_name_habits_add (known->habits, other->habits);
}

const QuoNameHabits *
quo_known_names_get_habits (const QuoKnownNames *known)
{
  return known->habits;
}

guint
quo_known_names_get_length (const QuoKnownNames *known)
{
  return g_hash_table_size (known->names);
}

const QuoKnownName *
quo_known_names_find (const QuoKnownNames *known, const char *type, const char *words)
{
  g_autofree char *key = make_key (type, words);

  return g_hash_table_lookup (known->names, key);
}

/* Whether the words were accepted as a name of another type. */
static gboolean
is_other_type (const QuoKnownNames *known, const char *words)
{
  const char *second = *words != '\0' ? g_utf8_next_char (words) : words;
  GPtrArray *list = quo_known_names_list (known, g_utf8_get_char (words), g_utf8_get_char (second));

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const QuoKnownName *name = g_ptr_array_index (list, i);
      g_autofree char *key = make_key (name->type, words);

      if (name->n_accepted > name->n_rejected && !name->is_cue
          && g_hash_table_lookup (known->names, key) == (gpointer)name)
        return TRUE;
    }
  return FALSE;
}

gboolean
quo_known_names_is_rejected (const QuoKnownNames *known, const char *type, const char *words)
{
  const QuoKnownName *name = quo_known_names_find (known, type, words);

  if (name != NULL && (name->n_accepted > 0 || name->n_rejected > 0))
    return name->n_rejected > name->n_accepted;
  return is_other_type (known, words);
}

GPtrArray *
quo_known_names_list (const QuoKnownNames *known, gunichar first, gunichar second)
{
  gint64 start = make_start (first, second);

  return g_hash_table_lookup (known->by_start, &start);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
quo_known_names_list_cues (const QuoKnownNames *known)
{
  GPtrArray *cues = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, known->names);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const QuoKnownName *name = value;

      if (name->is_cue && name->n_accepted > name->n_rejected)
        g_ptr_array_add (cues, (gpointer)name->words);
    }
  g_ptr_array_sort (cues, compare_words);
  return cues;
}
