/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-proposals.h"

/* Proposals beside a slow store of them: what is added, joined, found and put into order. */

#define LENGTH 3000 /* code points of the article: few, so that many proposals are alike */
#define N_ADDED 4000

typedef struct
{
  const char *type;
  QuoSpan ranges[2];
  guint n_ranges;
  double score;
  char *reason;
  gboolean is_helper;
} Slow;

typedef struct
{
  QuoStrings *strings;
  QuoProposals *proposals;
  GArray *slow; /* of Slow */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->strings = quo_strings_new ();
  fixture->proposals = quo_proposals_new (fixture->strings, LENGTH);
  fixture->slow = g_array_new (FALSE, TRUE, sizeof (Slow));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < fixture->slow->len; i++)
    g_free (g_array_index (fixture->slow, Slow, i).reason);
  g_array_unref (fixture->slow);
  quo_proposals_free (fixture->proposals);
  quo_strings_free (fixture->strings);
}

static gboolean
is_same (const Slow *a, const Slow *b)
{
  if (a->n_ranges != b->n_ranges || !g_str_equal (a->type, b->type))
    return FALSE;
  for (guint i = 0; i < a->n_ranges; i++)
    if (!quo_span_equal (a->ranges[i], b->ranges[i]))
      return FALSE;
  return TRUE;
}

static Slow
make_any (void)
{
  static const char *const types[] = { "person", "place", "quote" };
  guint32 start = (guint32)g_test_rand_int_range (0, LENGTH / 100);
  guint32 end = start + (guint32)g_test_rand_int_range (1, 6);

  return (Slow){ .type = types[g_test_rand_int_range (0, G_N_ELEMENTS (types))],
                 .ranges = { { start, end }, { end + 2, end + 4 } },
                 .n_ranges = (guint)g_test_rand_int_range (1, 3),
                 .score = g_test_rand_int_range (0, 101) / 100.0,
                 .reason = g_strdup_printf ("reason %d", g_test_rand_int_range (0, 20)),
                 .is_helper = g_test_rand_bit () };
}

static guint
add_slow (Fixture *fixture, const Slow *one)
{
  for (guint i = 0; i < fixture->slow->len; i++)
    {
      Slow *known = &g_array_index (fixture->slow, Slow, i);

      if (!is_same (known, one))
        continue;
      known->is_helper = known->is_helper && one->is_helper;
      if (one->score > known->score)
        {
          known->score = one->score;
          g_free (known->reason);
          known->reason = g_strdup (one->reason);
        }
      return i;
    }
  g_array_append_val (fixture->slow, *one);
  g_array_index (fixture->slow, Slow, fixture->slow->len - 1).reason = g_strdup (one->reason);
  return fixture->slow->len - 1;
}

static void
add_any (Fixture *fixture)
{
  Slow one = make_any ();
  const QuoProposal proposal = { .type = one.type,
                                 .ranges = one.ranges,
                                 .n_ranges = one.n_ranges,
                                 .rule = "any",
                                 .reason = one.reason,
                                 .score = one.score,
                                 .is_helper = one.is_helper };

  g_assert_cmpuint (quo_proposals_add (fixture->proposals, &proposal), ==,
                    add_slow (fixture, &one));
  g_free (one.reason);
}

static void
assert_is (const QuoProposals *proposals, guint i, const Slow *slow)
{
  QuoProposal proposal;
  char id[QUO_PROPOSED_ID_SIZE];

  quo_proposals_read (proposals, i, &proposal);
  g_assert_cmpstr (proposal.type, ==, slow->type);
  g_assert_cmpuint (proposal.n_ranges, ==, slow->n_ranges);
  for (guint k = 0; k < slow->n_ranges; k++)
    g_assert_true (quo_span_equal (proposal.ranges[k], slow->ranges[k]));
  g_assert_cmpstr (proposal.reason, ==, slow->reason);
  g_assert_cmpfloat ((float)proposal.score, ==, (float)slow->score);
  g_assert_cmpint (proposal.is_helper, ==, slow->is_helper);
  g_assert_null (proposal.form);
  quo_proposals_write_id (proposals, i, id);
  g_assert_cmpint (quo_proposals_find (proposals, id), ==, (gint)i);
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N_ADDED; i++)
    add_any (fixture);
  g_assert_cmpuint (quo_proposals_get_length (fixture->proposals), ==, fixture->slow->len);
  for (guint i = 0; i < fixture->slow->len; i++)
    assert_is (fixture->proposals, i, &g_array_index (fixture->slow, Slow, i));
}

/* Some are dropped, the others are shuffled; then more are added. */
static void
test_arrange (Fixture *fixture, gconstpointer data)
{
  g_autofree guint32 *order = NULL;
  g_autoptr (GArray) before = NULL;
  guint n, n_kept;

  for (guint i = 0; i < N_ADDED; i++)
    add_any (fixture);
  n = fixture->slow->len;
  n_kept = n - n / 3;
  order = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    {
      guint k = (guint)g_test_rand_int_range (0, (gint)i + 1);

      order[i] = order[k];
      order[k] = i;
    }
  before = g_array_copy (fixture->slow);
  for (guint i = 0; i < n; i++)
    g_array_index (fixture->slow, Slow, i) = g_array_index (before, Slow, order[i]);
  quo_proposals_arrange (fixture->proposals, order, n_kept);
  g_assert_cmpuint (quo_proposals_get_length (fixture->proposals), ==, n_kept);
  for (guint i = 0; i < n_kept; i++)
    assert_is (fixture->proposals, i, &g_array_index (fixture->slow, Slow, i));
  for (guint i = n_kept; i < n; i++)
    g_free (g_array_index (fixture->slow, Slow, i).reason);
  g_array_set_size (fixture->slow, n_kept);
  add_any (fixture);
  g_assert_cmpuint (quo_proposals_get_length (fixture->proposals), ==, fixture->slow->len);
}

/* The ids are part of files: they do not change. */
static void
test_ids (Fixture *fixture, gconstpointer data)
{
  const QuoSpan ranges[] = { QUO_SPAN (0, 25), QUO_SPAN (4000000000u, 4000000001u) };
  const QuoProposal proposal = { .type = "quote", .ranges = ranges, .n_ranges = 2, .rule = "any" };
  char id[QUO_PROPOSED_ID_SIZE], same[QUO_PROPOSED_ID_SIZE];

  quo_proposals_add (fixture->proposals, &proposal);
  quo_proposals_write_id (fixture->proposals, 0, id);
  quo_proposed_id_of ("quote 0-25 4000000000-4000000001", same);
  g_assert_cmpstr (id, ==, same);
  g_assert_cmpint (quo_proposals_find (fixture->proposals, "s"), ==, -1);
  g_assert_cmpint (quo_proposals_find (fixture->proposals, "s1111111111"), ==, -1);
  g_assert_cmpint (quo_proposals_find (fixture->proposals, "saaaaaaaaa"), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/suggest/proposals/random", Fixture, NULL, set_up, test_random, tear_down);
  g_test_add ("/suggest/proposals/arrange", Fixture, NULL, set_up, test_arrange, tear_down);
  g_test_add ("/suggest/proposals/ids", Fixture, NULL, set_up, test_ids, tear_down);
  return g_test_run ();
}
