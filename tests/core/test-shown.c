/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that others wrote, within a sentence. */
#include "quo-shown.h"

static void
check (const char *name, const char *wanted)
{
  g_autofree char *shown = quo_shown (name);

  g_assert_cmpstr (shown, ==, wanted);
}

static void
test_plain (void)
{
  check ("", "");
  check ("Jana Köhler & <b>Co</b>", "Jana Köhler & <b>Co</b>");
  check ("東京 🚋 e\xcc\x81", "東京 🚋 e\xcc\x81");
}

static void
test_controls (void)
{
  check ("a\nb\tc", "a␊b␉c");
  check ("\x7f\x01", "␡␁");
  check ("a\xc2\x85z", "a⟨U+0085⟩z");
  check ("a\xe2\x80\xa8z", "a⟨U+2028⟩z");
}

/* An override or an open isolate would turn round what follows the name. */
static void
test_directions (void)
{
  check ("evil\xe2\x80\xaetxt.exe", "evil⟨U+202E⟩txt.exe");
  check ("\xe2\x81\xa6open", "⟨U+2066⟩open");
  check ("שלום", "\xe2\x81\xa8שלום\xe2\x81\xa9");
  check ("مرحبا\xe2\x81\xa9 x", "\xe2\x81\xa8مرحبا⟨U+2069⟩ x\xe2\x81\xa9");
}

static void
test_basename (void)
{
  g_autofree char *shown = quo_shown_basename ("/a/b\n.txt"), *bad = NULL;

  g_assert_cmpstr (shown, ==, "b␊.txt");
  bad = quo_shown_basename ("/a/\xff.txt");
  g_assert_true (g_utf8_validate (bad, -1, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/shown/plain", test_plain);
  g_test_add_func ("/core/shown/controls", test_controls);
  g_test_add_func ("/core/shown/directions", test_directions);
  g_test_add_func ("/core/shown/basename", test_basename);
  return g_test_run ();
}
