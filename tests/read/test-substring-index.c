/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of substrings against a search from one end to the other. */
#include "quo-substring-index.h"

#include <string.h>

static gsize
find_slowly (const char *text, gsize len, const char *needle, gsize needle_len, gsize last)
{
  for (gsize i = last == QUO_NOWHERE ? 0 : last + 1; i + needle_len <= len; i++)
    if (memcmp (text + i, needle, needle_len) == 0)
      return i;
  return QUO_NOWHERE;
}

static void
assert_same_places (const QuoSubstringIndex *index, const char *text, gsize len, const char *needle,
                    gsize needle_len)
{
  gsize place = QUO_NOWHERE;

  do
    {
      gsize expected = find_slowly (text, len, needle, needle_len, place);

      place = quo_substring_index_find (index, needle, needle_len, place);
      g_assert_cmpuint (place, ==, expected);
    }
  while (place != QUO_NOWHERE);
}

/* Two letters only, so that everything occurs many times. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      char text[300], other[20];
      gsize len = (gsize)g_rand_int_range (rand, 0, sizeof text);
      g_autoptr (QuoSubstringIndex) index = NULL;

      for (gsize i = 0; i < len; i++)
        text[i] = g_rand_boolean (rand) ? 'a' : 'b';
      for (gsize i = 0; i < sizeof other; i++)
        other[i] = g_rand_boolean (rand) ? 'a' : 'b';
      index = quo_substring_index_new (text, len);
      for (gsize n = 1; n <= sizeof other; n++)
        {
          assert_same_places (index, text, len, other, n);
          if (n <= len)
            assert_same_places (index, text, len, text + len - n, n); /* the very end */
        }
    }
}

static void
test_empty (void)
{
  g_autoptr (QuoSubstringIndex) index = quo_substring_index_new ("", 0);

  g_assert_cmpuint (quo_substring_index_find (index, "a", 1, QUO_NOWHERE), ==, QUO_NOWHERE);
  g_assert_cmpuint (quo_substring_index_find (index, "a long one", 10, QUO_NOWHERE), ==,
                    QUO_NOWHERE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read/substring-index/random", test_random);
  g_test_add_func ("/read/substring-index/empty", test_empty);
  return g_test_run ();
}
