/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names compared by their words. */
#include "quo-name.h"

static void
test_fuller (void)
{
  g_assert_true (quo_name_is_fuller ("Andrei Novikov", "Novikov"));
  g_assert_true (quo_name_is_fuller ("Andrei Novikov", "Andrei"));
  g_assert_true (quo_name_is_fuller ("Jean-Luc Novák", "Luc"));
  g_assert_false (quo_name_is_fuller ("Novikov", "Andrei Novikov"));
  g_assert_false (quo_name_is_fuller ("Novikov", "Novikov"));
  g_assert_false (quo_name_is_fuller ("Novikova", "Novikov"));
  g_assert_false (quo_name_is_fuller ("Ann Leeds", "Lee"));
  g_assert_false (quo_name_is_fuller ("Zoë", "Zo"));
  g_assert_false (quo_name_is_fuller ("Zoe\xcc\x88 K", "Zoe"));
  g_assert_false (quo_name_is_fuller ("Ann Lee", ""));
  g_assert_true (quo_name_is_fuller ("Leeds Lee", "Lee"));
}

static void
test_shares_word (void)
{
  g_assert_true (quo_name_shares_word ("Colonel Novikov", "Andrei Novikov"));
  g_assert_true (quo_name_shares_word ("Novikov", "Novikov"));
  g_assert_true (quo_name_shares_word ("— Novikov!", "novikov, Novikov"));
  g_assert_false (quo_name_shares_word ("Novikov", "Novikova"));
  g_assert_false (quo_name_shares_word ("J. Lee", "J. Roe"));
  g_assert_false (quo_name_shares_word ("", "Lee"));
  g_assert_false (quo_name_shares_word ("Lee", ""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/name/fuller", test_fuller);
  g_test_add_func ("/core/name/shares-word", test_shares_word);
  return g_test_run ();
}
