/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tagsets: storage and look-up. */
#include "quo-tagset.h"

static QuoTagset *
make_tagset (void)
{
  QuoTagset *tagset = quo_tagset_new ("news");
  QuoLabel labels[] = {
    { .id = quo_tagset_keep (tagset, "person"), .key = "1", .kind = QUO_LABEL_ENTITY },
    { .id = quo_tagset_keep (tagset, "quote"), .key = "q", .kind = QUO_LABEL_QUOTE },
    { .id = quo_tagset_keep (tagset, "claim"), .key = NULL, .kind = QUO_LABEL_FREE },
    { .id = quo_tagset_keep (tagset, "place"), .key = "Ö", .kind = QUO_LABEL_ENTITY },
  };

  tagset->labels = quo_tagset_keep_block (tagset, labels, sizeof labels);
  tagset->n_labels = G_N_ELEMENTS (labels);
  return tagset;
}

static void
test_find (void)
{
  g_autoptr (QuoTagset) tagset = make_tagset ();

  g_assert_true (quo_tagset_find (tagset, "quote") == &tagset->labels[1]);
  g_assert_null (quo_tagset_find (tagset, "Quote"));
  g_assert_null (quo_tagset_find (tagset, NULL));
}

static void
test_find_key (void)
{
  g_autoptr (QuoTagset) tagset = make_tagset ();

  g_assert_true (quo_tagset_find_key (tagset, "1") == &tagset->labels[0]);
  g_assert_true (quo_tagset_find_key (tagset, "Q") == &tagset->labels[1]);
  g_assert_true (quo_tagset_find_key (tagset, "ö") == &tagset->labels[3]);
  g_assert_null (quo_tagset_find_key (tagset, "2"));
  g_assert_null (quo_tagset_find_key (tagset, ""));
  g_assert_null (quo_tagset_find_key (tagset, NULL));
}

static void
test_kind (void)
{
  g_autoptr (QuoTagset) tagset = make_tagset ();

  g_assert_true (quo_tagset_find_kind (tagset, QUO_LABEL_ENTITY) == &tagset->labels[0]);
  g_assert_null (quo_tagset_find_kind (tagset, QUO_LABEL_CUE));
  g_assert_cmpint (quo_tagset_get_kind (tagset, "place"), ==, QUO_LABEL_ENTITY);
  g_assert_cmpint (quo_tagset_get_kind (tagset, "unheard-of"), ==, QUO_LABEL_FREE);
}

static void
test_keep (void)
{
  g_autoptr (QuoTagset) tagset = quo_tagset_new ("news");
  QuoTagset *again = quo_tagset_ref (tagset);
  char volatile_name[] = "person";
  const char *kept = quo_tagset_keep (tagset, volatile_name);

  volatile_name[0] = 'x';
  g_assert_cmpstr (kept, ==, "person");
  g_assert_cmpstr (tagset->name, ==, "news");
  g_assert_null (quo_tagset_keep (tagset, NULL));
  g_assert_null (quo_tagset_keep_block (tagset, NULL, 0));
  quo_tagset_unref (again);
  g_assert_cmpstr (kept, ==, "person");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/tagset/find", test_find);
  g_test_add_func ("/core/tagset/find-key", test_find_key);
  g_test_add_func ("/core/tagset/kind", test_kind);
  g_test_add_func ("/core/tagset/keep", test_keep);
  return g_test_run ();
}
