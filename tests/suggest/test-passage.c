/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-passage.h"

/* A page beside the text it is of: its blocks are read where they are asked for and given up. */

#define N_PIECES 60000
#define N_ASKED 20000

/* Long enough that not all blocks are kept, with characters of one to four bytes. */
static QuoText *
make_text (void)
{
  static const char *const pieces[] = { "word ", "é", "Ж", "語", "\xf0\x9f\x9a\x8b", "\n", ". " };
  g_autoptr (GString) source = g_string_new (NULL);

  for (guint i = 0; i < N_PIECES; i++)
    g_string_append (source, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return quo_text_new (source->str);
}

static void
assert_same (const QuoPassage *page, guint32 offset)
{
  gboolean is_inside = offset >= page->start && offset < page->end;

  g_assert_cmpuint (quo_passage_get (page, offset), ==,
                    is_inside ? quo_text_get_char (page->text, offset) : 0);
}

static void
test_in_order (void)
{
  g_autoptr (QuoText) text = make_text ();
  guint32 length = quo_text_get_length (text);
  g_autoptr (QuoPassage) page = quo_passage_new (text, QUO_SPAN (0, length));

  for (guint32 i = 0; i < length; i++)
    assert_same (page, i);
  for (guint32 i = length; i > 0; i--)
    assert_same (page, i - 1);
}

/* Anywhere, and beside it; also just before and after the page. */
static void
test_anywhere (void)
{
  g_autoptr (QuoText) text = make_text ();
  guint32 length = quo_text_get_length (text);
  guint32 start = (guint32)g_test_rand_int_range (1, (gint32)length / 4);
  g_autoptr (QuoPassage) page = quo_passage_new (text, QUO_SPAN (start, length - start));

  for (guint i = 0; i < N_ASKED; i++)
    {
      guint32 offset = (guint32)g_test_rand_int_range ((gint32)start - 1, (gint32)length);

      assert_same (page, offset);
      assert_same (page, offset + 1);
      assert_same (page, offset - 1);
    }
  assert_same (page, page->start - 1);
  assert_same (page, page->end);
  assert_same (page, G_MAXUINT32);
}

static void
test_empty (void)
{
  g_autoptr (QuoText) text = quo_text_new ("");
  g_autoptr (QuoPassage) page = quo_passage_new (text, QUO_SPAN (0, 5));

  g_assert_cmpuint (page->end, ==, 0);
  g_assert_cmpuint (page->paragraphs->len, ==, 0);
  assert_same (page, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/passage/in-order", test_in_order);
  g_test_add_func ("/suggest/passage/anywhere", test_anywhere);
  g_test_add_func ("/suggest/passage/empty", test_empty);
  return g_test_run ();
}
