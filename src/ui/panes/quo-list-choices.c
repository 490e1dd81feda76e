/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is chosen of the list of annotations, and how it is remembered. */
#include "quo-config.h"

#include "quo-list-choices.h"

/* The last one is not remembered. */
static const char *const choice_names[] = { "label", "state", "sort", "entity" };

#define N_REMEMBERED (G_N_ELEMENTS (choice_names) - 1)

GSimpleActionGroup *
quo_list_choices_new (void)
{
  GSimpleActionGroup *choices = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (choice_names); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
          choice_names[i], G_VARIANT_TYPE_STRING, g_variant_new_string (""));

      g_action_map_add_action (G_ACTION_MAP (choices), G_ACTION (action));
    }
  return choices;
}

char *
quo_list_choices_dup (GSimpleActionGroup *choices, const char *choice)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (choices), choice);
  const char *value = g_variant_get_string (state, NULL);

  return *value != '\0' ? g_strdup (value) : NULL;
}

QuoListState
quo_list_choices_get_state (GSimpleActionGroup *choices)
{
  g_autofree char *state = quo_list_choices_dup (choices, "state");

  return g_strcmp0 (state, "unlinked") == 0    ? QUO_LIST_UNLINKED
         : g_strcmp0 (state, "lost") == 0      ? QUO_LIST_ORPHANS
         : g_strcmp0 (state, "suggested") == 0 ? QUO_LIST_SUGGESTED
         : g_strcmp0 (state, "rejected") == 0  ? QUO_LIST_REJECTED
                                               : QUO_LIST_ALL;
}

QuoListSort
quo_list_choices_get_sort (GSimpleActionGroup *choices)
{
  g_autofree char *sort = quo_list_choices_dup (choices, "sort");

  return g_strcmp0 (sort, "label") == 0   ? QUO_SORT_LABEL
         : g_strcmp0 (sort, "words") == 0 ? QUO_SORT_WORDS
         : g_strcmp0 (sort, "time") == 0  ? QUO_SORT_TIME
                                          : QUO_SORT_PLACE;
}

void
quo_list_choices_set (GSimpleActionGroup *choices, const char *choice, const char *value)
{
  g_action_group_change_action_state (G_ACTION_GROUP (choices), choice,
                                      g_variant_new_string (value));
}

GVariant *
quo_list_choices_make_look (GSimpleActionGroup *choices, const char *words)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));

  g_variant_builder_add (&builder, "{ss}", "words", words);
  for (guint i = 0; i < N_REMEMBERED; i++)
    {
      g_autofree char *value = quo_list_choices_dup (choices, choice_names[i]);

      g_variant_builder_add (&builder, "{ss}", choice_names[i], value != NULL ? value : "");
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

const char *
quo_list_choices_take_look (GSimpleActionGroup *choices, GVariant *look)
{
  const char *value;

  if (look == NULL || !g_variant_is_of_type (look, G_VARIANT_TYPE ("a{ss}")))
    return NULL;
  for (guint i = 0; i < N_REMEMBERED; i++)
    if (g_variant_lookup (look, choice_names[i], "&s", &value))
      quo_list_choices_set (choices, choice_names[i], value);
  return g_variant_lookup (look, "words", "&s", &value) ? value : NULL;
}
