/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for attributes: those of the built-in tagset have some, what a person named stays. */
#include "quo-config.h"

#include "quo-attr-words.h"
#include "quo-tagset-file.h"

/* A translation table that misses one would show an English word in every language. */
static void
test_built_in (void)
{
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  guint n_values = 0;

  for (guint i = 0; i < tagset->n_labels; i++)
    for (guint k = 0; k < tagset->labels[i].n_attrs; k++)
      {
        const QuoLabelAttr *attr = &tagset->labels[i].attrs[k];

        for (guint v = 0; attr->values != NULL && attr->values[v] != NULL; v++, n_values++)
          {
            g_autofree char *choice = quo_attr_dup_choice (attr->name, attr->values[v]);

            /* What is not known is given back as it is, in small letters. */
            g_assert_cmpstr (choice, !=, attr->values[v]);
            g_assert_cmpstr (quo_attr_get_shown_value (attr->name, attr->values[v]), ==,
                             attr->values[v]);
          }
      }
  g_assert_cmpuint (n_values, >, 0);
}

static void
test_own (void)
{
  static const struct
  {
    const char *name, *heading;
  } names[]
      = { { "form", "Form" }, { "role-in-story", "Role in story" }, { "äuße_rung", "Äuße rung" } };
  g_autofree char *choice = quo_attr_dup_choice ("form", "shouted");
  g_autofree char *other = quo_attr_dup_choice ("tone", "direct");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *heading = quo_attr_dup_heading (names[i].name);

      g_assert_cmpstr (heading, ==, names[i].heading);
    }
  g_assert_cmpstr (choice, ==, "shouted");
  g_assert_cmpstr (other, ==, "direct");
  g_assert_cmpstr (quo_attr_get_shown_value ("tone", "direct"), ==, "direct");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/attr-words/built-in", test_built_in);
  g_test_add_func ("/ui/attr-words/own", test_own);
  return g_test_run ();
}
