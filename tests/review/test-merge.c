/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two versions of a sidecar become one, and are told apart in words. */
#include "quo-merge.h"

#include "quo-about.h"
#include "quo-diff.h"
#include "quo-error.h"
#include "quo-sidecar-writer.h"

#include <string.h>

static QuoAnnotation *
make_annotation (const char *id, const char *type, guint32 start, const char *note,
                 const char *entity)
{
  const QuoSpan range = { start, start + 3 };
  const char *quote = "abc";

  return quo_annotation_new (&(QuoAnnotation){ .base = { .id = id },
                                               .type = type,
                                               .ranges = &range,
                                               .n_ranges = 1,
                                               .quotes = &quote,
                                               .is_kept = TRUE,
                                               .entities = &entity,
                                               .n_entities = entity != NULL,
                                               .note = note });
}

static QuoSnapshot *
make_snapshot (void)
{
  QuoHeader *header = quo_header_new ();
  QuoSnapshot *snapshot;

  header->sha256 = g_strnfill (64, 'a');
  header->length = 1000;
  snapshot = quo_snapshot_new (NULL, header);
  quo_header_unref (header);
  return snapshot;
}

/* A version: "id type start note entity|...", "-" for none; "E id name" is an entity. */
static QuoSnapshot *
make (const char *words)
{
  QuoSnapshot *snapshot = make_snapshot ();
  g_auto (GStrv) records = g_strsplit (words, "|", -1);

  for (guint i = 0; records[i] != NULL && *records[i] != '\0'; i++)
    {
      g_auto (GStrv) w = g_strsplit (records[i], " ", -1);

      if (strcmp (w[0], "E") == 0)
        quo_snapshot_take (snapshot, quo_entity_new (&(QuoEntity){
                                         .base = { .id = w[1] }, .type = "person", .name = w[2] }));
      else
        quo_snapshot_take (snapshot, make_annotation (w[0], w[1], (guint32)atoi (w[2]),
                                                      strcmp (w[3], "-") != 0 ? w[3] : NULL,
                                                      strcmp (w[4], "-") != 0 ? w[4] : NULL));
    }
  quo_snapshot_sort (snapshot);
  return snapshot;
}

static char *
write_down (QuoSnapshot *snapshot)
{
  g_autoptr (GBytes) bytes = quo_sidecar_write (snapshot, "test");

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

typedef struct
{
  const char *name, *base, *ours, *theirs, *merged;
  guint n_conflicts;
} Case;

static const Case cases[] = {
  { "nothing", "a person 0 - -", "a person 0 - -", "a person 0 - -", "a person 0 - -", 0 },
  { "both-add", "", "a person 0 - -", "b place 5 - -", "a person 0 - -|b place 5 - -", 0 },
  { "both-add-the-same", "", "a person 0 - -", "a person 0 - -", "a person 0 - -", 0 },
  { "one-removes", "a person 0 - -|b place 5 - -", "a person 0 - -", "a person 0 - -|b place 5 - -",
    "a person 0 - -", 0 },
  { "both-remove", "a person 0 - -", "", "", "", 0 },
  { "different-members", "a person 0 - -", "a person 0 mine -", "a place 0 - -", "a place 0 mine -",
    0 },
  { "place-and-note", "a person 0 - -", "a person 7 - -", "a person 0 theirs -",
    "a person 7 theirs -", 0 },
  { "same-member", "a person 0 old -", "a person 0 mine -", "a person 0 theirs -",
    "a person 0 mine -", 1 },
  { "same-place", "a person 0 - -", "a person 3 - -", "a person 9 - -", "a person 3 - -", 1 },
  { "two-members", "a person 0 - -", "a place 0 x -", "a date 0 y -", "a place 0 x -", 2 },
  { "removed-and-changed", "a person 0 - -", "", "a person 0 theirs -", "a person 0 theirs -", 1 },
  { "changed-and-removed", "a person 0 - -", "a person 0 mine -", "", "a person 0 mine -", 1 },
  { "added-twice", "", "a person 0 mine -", "a person 0 theirs -", "a person 0 mine -", 1 },
  { "named-after-it-was-removed", "E e1 Ana", "", "E e1 Ana|a person 0 - e1",
    "a person 0 - e1|E e1 Ana", 1 },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (QuoSnapshot) base = make (c->base), ours = make (c->ours), theirs = make (c->theirs);
  g_autoptr (QuoSnapshot) expected = make (c->merged);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoMerge) merge = quo_merge (base, ours, theirs, &error);
  g_autofree char *found = NULL, *wanted = write_down (expected);

  g_assert_no_error (error);
  found = write_down (merge->snapshot);
  g_assert_cmpstr (found, ==, wanted);
  g_assert_cmpuint (merge->conflicts->len, ==, c->n_conflicts);
}

static void
test_versions (void)
{
  g_autoptr (QuoSnapshot) base = make (""), ours = make (""), theirs = make ("");
  g_autoptr (GError) error = NULL;

  theirs->header->sha256[0] = 'b';
  g_assert_null (quo_merge (base, ours, theirs, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_CHANGED);
}

/* A version that says of its article: base, ours, theirs; "-" for nothing. */
static QuoSnapshot *
make_said (guint member, const char *value)
{
  QuoSnapshot *snapshot = make_snapshot ();

  quo_header_set_member (snapshot->header, member, strcmp (value, "-") != 0 ? value : NULL);
  return snapshot;
}

static void
test_header (void)
{
  static const struct
  {
    const char *base, *ours, *theirs, *merged;
    guint n_conflicts;
  } said[] = {
    { "-", "-", "theirs", "theirs", 0 },    { "-", "ours", "-", "ours", 0 },
    { "old", "old", "-", "-", 0 },          { "old", "same", "same", "same", 0 },
    { "old", "ours", "theirs", "ours", 1 }, { "-", "ours", "theirs", "ours", 1 },
  };

  for (guint member = 0; quo_header_member_name (member) != NULL; member++)
    for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
      {
        g_autoptr (QuoSnapshot) base = make_said (member, said[i].base);
        g_autoptr (QuoSnapshot) ours = make_said (member, said[i].ours);
        g_autoptr (QuoSnapshot) theirs = make_said (member, said[i].theirs);
        g_autoptr (QuoMerge) merge = quo_merge (base, ours, theirs, NULL);
        const char *found = quo_header_get_member (merge->snapshot->header, member);

        g_assert_cmpstr (found != NULL ? found : "-", ==, said[i].merged);
        g_assert_cmpuint (merge->conflicts->len, ==, said[i].n_conflicts);
        if (merge->conflicts->len > 0)
          {
            const QuoConflict *conflict = g_ptr_array_index (merge->conflicts, 0);

            g_assert_true (quo_conflict_is_of_header (conflict));
            g_assert_cmpstr (conflict->member, ==, quo_header_member_name (member));
            g_assert_cmpstr (conflict->said[0], ==, "ours");
            g_assert_cmpstr (conflict->said[1], ==, "theirs");
          }
      }
}

/* All that can be known of an article is among the members that are merged. */
static void
test_header_members (void)
{
  for (guint about = 0; about < QUO_N_ABOUT; about++)
    {
      guint member = 0;

      while (g_strcmp0 (quo_header_member_name (member), quo_about_get_name (about)) != 0)
        g_assert_nonnull (quo_header_member_name (member++));
    }
}

/* A random version made from @from: some records changed, removed, added. */
static QuoSnapshot *
change (QuoSnapshot *from, char side)
{
  QuoSnapshot *snapshot = make_snapshot ();

  for (guint i = 0; i < quo_snapshot_count (from, QUO_RECORD_ANNOTATION); i++)
    {
      const QuoAnnotation *old = quo_snapshot_get_annotation (from, i);
      QuoAnnotation fields = *old;
      int what = g_test_rand_int_range (0, 8);

      if (what == 0)
        continue;
      if (what == 1)
        fields.note = side == 'o' ? "ours" : "theirs";
      if (what == 2)
        fields.type = side == 'o' ? "place" : "date";
      quo_snapshot_take (snapshot, quo_annotation_new (&fields));
    }
  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    {
      g_autofree char *id = g_strdup_printf ("%c%u", side, g_test_rand_int () % 100000);

      if (quo_snapshot_find (snapshot, id) == NULL)
        quo_snapshot_take (snapshot, make_annotation (id, "person", 500, NULL, NULL));
    }
  quo_snapshot_sort (snapshot);
  return snapshot;
}

static void
assert_merges_to (QuoSnapshot *base, QuoSnapshot *ours, QuoSnapshot *theirs, QuoSnapshot *expected)
{
  g_autoptr (QuoMerge) merge = quo_merge (base, ours, theirs, NULL);
  g_autofree char *found = write_down (merge->snapshot), *wanted = write_down (expected);

  g_assert_cmpstr (found, ==, wanted);
  g_assert_cmpuint (merge->conflicts->len, ==, 0);
}

static gboolean
says_same (QuoRecord *a, QuoRecord *b)
{
  return a == NULL || b == NULL ? a == b : quo_record_equal (a, b);
}

/* Each record is as one of the sides has it unless both changed it; what both did is as often in
 * conflict seen from either side. */
static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (QuoSnapshot) empty = make (""), base = change (empty, 'b');
      g_autoptr (QuoSnapshot) more = change (base, 'm'), ours = change (more, 'o');
      g_autoptr (QuoSnapshot) theirs = change (more, 't');
      g_autoptr (QuoMerge) merge = quo_merge (more, ours, theirs, NULL);
      g_autoptr (QuoMerge) back = quo_merge (more, theirs, ours, NULL);

      assert_merges_to (more, ours, more, ours);
      assert_merges_to (more, more, theirs, theirs);
      assert_merges_to (more, ours, ours, ours);
      g_assert_cmpuint (merge->conflicts->len, ==, back->conflicts->len);
      for (guint i = 0; i < quo_snapshot_count (more, QUO_RECORD_ANNOTATION); i++)
        {
          const char *id = quo_snapshot_get_annotation (more, i)->base.id;
          QuoRecord *b = quo_snapshot_find (more, id), *o = quo_snapshot_find (ours, id);
          QuoRecord *t = quo_snapshot_find (theirs, id);
          QuoRecord *m = quo_snapshot_find (merge->snapshot, id);

          if (says_same (b, o))
            g_assert_true (says_same (m, t));
          else if (says_same (b, t))
            g_assert_true (says_same (m, o));
          else if (o != NULL || t != NULL)
            g_assert_nonnull (m);
        }
    }
}

static void
test_diff (void)
{
  g_autoptr (QuoSnapshot) old = make ("E e1 Ana|a person 0 - -|b place 5 old -|c date 9 - -");
  g_autoptr (QuoSnapshot) new = make ("E e1 Anna|a place 0 - e1|b place 6 - -|d date 20 - -");
  g_autoptr (GPtrArray) lines = quo_diff (old, new), none = quo_diff (old, old);
  const char *const expected[] = { "changed entity “Anna” (e1): name was “Ana”, is now “Anna”",
                                   "changed place “abc” (a): type was “person”, is now “place”",
                                   "changed place “abc” (a): entities is now “e1”",
                                   "changed place “abc” (b): at was “5–8”, is now “6–9”",
                                   "changed place “abc” (b): note “old” was taken away",
                                   "removed date “abc” (c)",
                                   "added date “abc” (d)" };

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpstr (g_ptr_array_index (lines, i), ==, expected[i]);
}

/* What is told stands in one line and cannot turn round what stands beside it. */
static void
test_diff_is_fit_to_be_shown (void)
{
  g_autoptr (QuoSnapshot) old = make_said (0, "Old"), new = make_said (0, "N\nw\u202e<b>%s");
  g_autoptr (QuoRecord) entity = (QuoRecord *)quo_entity_new (
      &(QuoEntity){ .base = { .id = "e1" }, .type = "person", .name = "a\u202e\033[31m" });
  g_autoptr (GPtrArray) lines = quo_diff (old, new);
  g_autofree char *name = quo_diff_dup_name (entity);

  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (lines, 0), ==,
                   "changed article: title was “Old”, is now “N w⟨U+202E⟩<b>%s”");
  g_assert_cmpstr (name, ==, "entity “a⟨U+202E⟩ [31m” (e1)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/review/merge/", cases[i].name, NULL);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/review/merge/versions", test_versions);
  g_test_add_func ("/review/merge/header", test_header);
  g_test_add_func ("/review/merge/header-members", test_header_members);
  g_test_add_func ("/review/merge/random", test_random);
  g_test_add_func ("/review/diff", test_diff);
  g_test_add_func ("/review/diff-is-fit-to-be-shown", test_diff_is_fit_to_be_shown);
  return g_test_run ();
}
