/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changed copies of tagsets. */
#include "quo-tagset-change.h"

static QuoTagset *
make_tagset (void)
{
  static const char *const values[] = { "sure", "unsure", NULL };
  const QuoLabelAttr attr = { .name = "how", .type = "choice", .values = values, .value = "sure" };
  const QuoLabel labels[] = {
    { .id = "person", .name = "Person", .key = "1", .color = "#15529f", .kind = QUO_LABEL_ENTITY },
    { .id = "claim", .name = "Claim", .color = "#3d6b1f", .attrs = &attr, .n_attrs = 1 },
  };
  const QuoRoleType role = { .name = "source", .kinds = { QUO_LABEL_ENTITY }, .n_kinds = 1 };
  const QuoRelationType relation
      = { .id = "quotation", .name = "Quotation", .roles = &role, .n_roles = 1 };
  g_autoptr (QuoTagset) empty = quo_tagset_new ("desk");
  g_autoptr (QuoTagset) one = quo_tagset_with_label (empty, 0, &labels[0]);
  g_autoptr (QuoTagset) two = quo_tagset_with_label (one, 1, &labels[1]);

  return quo_tagset_with_relation (two, 0, &relation);
}

/* The copy owns everything: what it was made of is gone by now. */
static void
test_add (void)
{
  g_autoptr (QuoTagset) tagset = make_tagset ();
  const QuoLabel *claim = quo_tagset_find (tagset, "claim");

  g_assert_cmpstr (tagset->name, ==, "desk");
  g_assert_cmpuint (tagset->n_labels, ==, 2);
  g_assert_cmpstr (tagset->labels[0].color, ==, "#15529f");
  g_assert_cmpuint (claim->n_attrs, ==, 1);
  g_assert_cmpstr (claim->attrs[0].values[1], ==, "unsure");
  g_assert_null (claim->attrs[0].values[2]);
  g_assert_cmpstr (tagset->relations[0].roles[0].name, ==, "source");
  g_assert_cmpint (tagset->relations[0].roles[0].kinds[0], ==, QUO_LABEL_ENTITY);
}

static void
test_change (void)
{
  g_autoptr (QuoTagset) tagset = make_tagset ();
  QuoLabel label = tagset->labels[1];
  g_autoptr (QuoTagset) renamed = NULL;
  g_autoptr (QuoTagset) called = quo_tagset_with_name (tagset, "other");

  label.name = "Assertion";
  renamed = quo_tagset_with_label (tagset, 1, &label);
  g_assert_cmpstr (renamed->labels[1].name, ==, "Assertion");
  g_assert_cmpstr (renamed->labels[1].attrs[0].value, ==, "sure");
  g_assert_cmpstr (tagset->labels[1].name, ==, "Claim");
  g_assert_cmpstr (called->name, ==, "other");
  g_assert_cmpuint (called->n_relations, ==, 1);
}

static void
test_remove_and_move (void)
{
  g_autoptr (QuoTagset) tagset = make_tagset ();
  g_autoptr (QuoTagset) less = quo_tagset_without_label (tagset, 0);
  g_autoptr (QuoTagset) turned = quo_tagset_with_label_moved (tagset, 0, 1);

  g_assert_cmpuint (less->n_labels, ==, 1);
  g_assert_cmpstr (less->labels[0].id, ==, "claim");
  g_assert_cmpstr (turned->labels[0].id, ==, "claim");
  g_assert_cmpstr (turned->labels[1].id, ==, "person");
}

static void
test_make_id (void)
{
  static const char *const cases[][2] = {
    { "Political party", "political-party" },
    { " Über – 9 ", "über-9" },
    { "Person", "person-2" },
    { "???", "label" },
    { "", "label" },
  };
  g_autoptr (QuoTagset) tagset = make_tagset ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = quo_tagset_make_id (tagset, cases[i][0]);

      g_assert_cmpstr (id, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/tagset-change/add", test_add);
  g_test_add_func ("/core/tagset-change/change", test_change);
  g_test_add_func ("/core/tagset-change/remove-and-move", test_remove_and_move);
  g_test_add_func ("/core/tagset-change/make-id", test_make_id);
  return g_test_run ();
}
