/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding words in an article. */
#include "quo-find.h"

typedef struct
{
  const char *text, *words;
  guint n_found;
  QuoSpan first;
} Case;

static const Case cases[] = {
  { "one two one", "one", 2, { 0, 3 } },
  { "One ONE oNe", "oNE", 3, { 0, 3 } },
  { "Åsa, åsa", "åsa", 2, { 0, 3 } },
  { "aaaa", "aa", 2, { 0, 2 } },
  { "on\r\n  the  bridge", "ON THE bridge", 1, { 0, 17 } },
  { "x 😄😄 y", "😄 y", 1, { 3, 6 } },
  { "the river", "  river  ", 1, { 4, 9 } },
  { "the river", "rivers", 0, { 0, 0 } },
  { "", "a", 0, { 0, 0 } },
  { "abc", "", 0, { 0, 0 } },
  { "abc", "   ", 0, { 0, 0 } },
};

static void
find_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QuoText) text = quo_text_new (cases[i].text);
      g_autoptr (GArray) found = quo_find_all (text, cases[i].words, NULL);

      g_test_message ("“%s” in “%s”", cases[i].words, cases[i].text);
      g_assert_cmpuint (found->len, ==, cases[i].n_found);
      if (found->len > 0)
        g_assert_true (quo_span_equal (g_array_index (found, QuoSpan, 0), cases[i].first));
    }
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  GArray **ret_found = data;

  *ret_found = quo_find_all_finish (result);
  if (*ret_found == NULL)
    *ret_found = g_array_new (FALSE, FALSE, 1);
}

/* In a thread it finds the same, and nothing once it was cancelled. */
static void
find_in_a_thread (void)
{
  g_autofree char *long_text = g_strnfill (400000, 'a');
  g_autoptr (QuoText) text = quo_text_new (long_text);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GArray) found = NULL;

      quo_find_all_async (text, "aaaa", cancellable, on_found, &found);
      if (i == 1)
        g_cancellable_cancel (cancellable);
      while (found == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (found->len, ==, i == 0 ? 100000 : 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/find/cases", find_cases);
  g_test_add_func ("/ui/find/in-a-thread", find_in_a_thread);
  return g_test_run ();
}
