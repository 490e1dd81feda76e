/* SPDX-License-Identifier: GPL-3.0-or-later */

/* annotation.conf of brat (brat.nlplab.org/configuration.html), out of what annotations use or out
 * of a tagset: everything by name, as the reference writer has it. */

#include "quo-config.h"

#include "quo-brat.h"

#include <string.h>

typedef struct
{
  char *name;
  GPtrArray *words; /* of a relation its roles, of an attribute its values */
} Entry;

typedef struct
{
  GPtrArray *labels;            /* names as brat spells them */
  GPtrArray *relations, *attrs; /* of Entry */
} Conf;

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_ptr_array_unref (entry->words);
  g_free (entry);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const Entry *const *)a)->name, (*(const Entry *const *)b)->name);
}

static void
add_word (GPtrArray *words, const char *word)
{
  g_autofree char *spelt = quo_brat_spell_name (word);

  if (!g_ptr_array_find_with_equal_func (words, spelt, g_str_equal, NULL))
    g_ptr_array_add (words, g_steal_pointer (&spelt));
}

static Entry *
get_entry (GPtrArray *entries, const char *name)
{
  g_autofree char *spelt = quo_brat_spell_name (name);
  Entry *entry;

  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((Entry *)g_ptr_array_index (entries, i))->name, spelt))
      return g_ptr_array_index (entries, i);
  entry = g_new0 (Entry, 1);
  entry->name = g_steal_pointer (&spelt);
  entry->words = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (entries, entry);
  return entry;
}

static void
init_conf (Conf *conf)
{
  conf->labels = g_ptr_array_new_with_free_func (g_free);
  conf->relations = g_ptr_array_new_with_free_func (free_entry);
  conf->attrs = g_ptr_array_new_with_free_func (free_entry);
}

/* --- What there is --- */

/* A flag is a value like any other, so that one that may also be false is told from one that is
 * just there. */
static void
add_attrs (Conf *conf, const QuoAttr *attrs, guint n_attrs)
{
  for (guint i = 0; i < n_attrs; i++)
    {
      Entry *entry = get_entry (conf->attrs, attrs[i].name);

      for (guint v = 0; v < attrs[i].n_values; v++)
        {
          const QuoValue *value = &attrs[i].values[v];
          gboolean is_true = g_str_equal (value->text, "true");

          add_word (entry->words, value->kind != QUO_VALUE_FLAG ? value->text
                                  : is_true                     ? "True"
                                                                : "False");
        }
    }
}

static void
add_selection (Conf *conf, const QuoSelection *selection)
{
  for (guint i = 0; i < selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (selection, i);

      add_word (conf->labels, annotation->type);
      add_attrs (conf, annotation->attrs, annotation->n_attrs);
    }
  for (guint i = 0; i < selection->relations->len; i++)
    {
      const QuoRelation *relation = quo_selection_get_relation (selection, i);
      Entry *entry = get_entry (conf->relations, relation->type);

      for (guint r = 0; r < relation->n_roles; r++)
        add_word (entry->words, relation->roles[r].name);
      add_attrs (conf, relation->attrs, relation->n_attrs);
    }
}

static void
add_tagset (Conf *conf, const QuoTagset *tagset)
{
  for (guint i = 0; i < tagset->n_labels; i++)
    {
      const QuoLabel *label = &tagset->labels[i];

      add_word (conf->labels, label->id);
      for (guint a = 0; a < label->n_attrs; a++)
        {
          Entry *entry = get_entry (conf->attrs, label->attrs[a].name);

          for (guint v = 0; label->attrs[a].values != NULL && label->attrs[a].values[v] != NULL;
               v++)
            add_word (entry->words, label->attrs[a].values[v]);
        }
    }
  for (guint i = 0; i < tagset->n_relations; i++)
    {
      Entry *entry = get_entry (conf->relations, tagset->relations[i].id);

      for (guint r = 0; r < tagset->relations[i].n_roles; r++)
        add_word (entry->words, tagset->relations[i].roles[r].name);
    }
}

/* --- The file --- */

static gboolean
is_plain_flag (const Entry *entry)
{
  return entry->words->len == 0
         || (entry->words->len == 1 && g_str_equal (g_ptr_array_index (entry->words, 0), "True"));
}

static void
append_words (GString *out, GPtrArray *words, const char *between, const char *after)
{
  g_ptr_array_sort (words, compare_names);
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (out, "%s%s%s", i > 0 ? between : "",
                            (char *)g_ptr_array_index (words, i), after);
}

static void
write_conf (Conf *conf, GString *out)
{
  g_ptr_array_sort (conf->relations, compare_entries);
  g_ptr_array_sort (conf->attrs, compare_entries);
  g_string_append (out, "[entities]\n");
  append_words (out, conf->labels, "\n", "");
  g_string_append (out, "\n\n[relations]\nAlias Arg1:<ENTITY>, Arg2:<ENTITY>, "
                        "<REL-TYPE>:symmetric-transitive\n\n[events]\n");
  for (guint i = 0; i < conf->relations->len; i++)
    {
      const Entry *entry = g_ptr_array_index (conf->relations, i);

      g_string_append_printf (out, "%s ", entry->name);
      append_words (out, entry->words, ", ", "*:<ENTITY>");
      g_string_append_c (out, '\n');
    }
  g_string_append (out, "\n[attributes]\n");
  for (guint i = 0; i < conf->attrs->len; i++)
    {
      const Entry *entry = g_ptr_array_index (conf->attrs, i);

      g_string_append_printf (out, "%s Arg:<ANY>%s", entry->name,
                              is_plain_flag (entry) ? "" : ", Value:");
      if (!is_plain_flag (entry))
        append_words (out, entry->words, "|", "");
      g_string_append_c (out, '\n');
    }
  g_ptr_array_unref (conf->labels);
  g_ptr_array_unref (conf->relations);
  g_ptr_array_unref (conf->attrs);
}

void
quo_brat_write_conf (const QuoSelection *selection, GString *out)
{
  Conf conf;

  init_conf (&conf);
  add_selection (&conf, selection);
  write_conf (&conf, out);
}

void
quo_brat_write_labels (const QuoTagset *tagset, GString *out)
{
  Conf conf;

  init_conf (&conf);
  add_tagset (&conf, tagset);
  write_conf (&conf, out);
}

void
quo_brat_write_visual (const QuoTagset *tagset, GString *out)
{
  g_string_append (out, "[labels]\n");
  for (guint i = 0; i < tagset->n_labels; i++)
    {
      const QuoLabel *label = &tagset->labels[i];
      g_autofree char *name = quo_brat_spell_name (label->id);

      g_string_append_printf (out, "%s | %s", name, label->name);
      if (label->short_name != NULL)
        g_string_append_printf (out, " | %s", label->short_name);
      g_string_append_c (out, '\n');
    }
  g_string_append (out, "\n[drawing]\nSPAN_DEFAULT\tfgColor:black, borderColor:darken\n");
  for (guint i = 0; i < tagset->n_labels; i++)
    {
      g_autofree char *name = quo_brat_spell_name (tagset->labels[i].id);

      g_string_append_printf (out, "%s\tbgColor:%s, fgColor:white\n", name,
                              tagset->labels[i].color);
    }
}
