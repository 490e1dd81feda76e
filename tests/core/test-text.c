/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text: every conversion at every offset, against counting from the start. */
#include "quo-text.h"

#include <string.h>

/* What texts are made of: each way of counting differs from code points in some of them. */
static const char *const pieces[] = {
  "a",
  "The minister said: ",
  "é",
  "e\u0301",
  "漢字",
  "مرحبا",
  "Москва",
  "😀",
  "👨\u200d👩\u200d👧",
  "\r\n",
  "\r",
  "\n",
  "\r\r\n",
  "\n\r",
  "\u2028",
  "\u2029",
  "\ufffc",
};

static const struct
{
  const char *name, *utf8;
} texts[] = {
  { "empty", "" },
  { "ascii", "A plain text.\nTwo lines." },
  { "one", "x" },
  { "emoji", "🚋 tram 😀" },
  { "zwj", "a 👨\u200d👩\u200d👧 b" },
  { "combining", "Ko\u0308hler, Köhler" },
  { "crlf", "one\r\ntwo\r\n" },
  { "lone-cr", "one\rtwo\r" },
  { "cr-before-crlf", "a\r\r\nb" },
  { "lf-before-cr", "a\n\rb" },
  { "only-crlf", "\r\n\r\n\r\n" },
  { "line-separator", "a\u2028b\u2029c" },
  { "arabic", "قال الوزير\r\nأمس" },
};

/* The slow, obvious version: one row a code point, and one for the end. */
typedef struct
{
  gunichar c;
  guint32 byte, utf16, lf;
} Row;

static GArray *
count_slowly (const char *utf8)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (Row));
  Row row = { 0 };

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      row.c = g_utf8_get_char (p);
      row.byte = p - utf8;
      g_array_append_val (rows, row);
      row.utf16 += row.c > 0xffff ? 2 : 1;
      row.lf += row.c == '\r' && p[1] == '\n' ? 0 : 1;
    }
  row.c = 0;
  row.byte = strlen (utf8);
  g_array_append_val (rows, row);
  return rows;
}

static gsize
find_longest_line (const QuoText *text)
{
  g_auto (GStrv) lines = g_strsplit (quo_text_get_utf8 (text), "\n", -1);
  gsize longest = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    longest = MAX (longest, strlen (lines[i]));
  return longest;
}

static void
check_ends (const QuoText *text, const Row *end, guint32 length)
{
  g_assert_cmpuint (quo_text_get_length (text), ==, length);
  g_assert_cmpuint (quo_text_get_bytes (text), ==, end->byte);
  g_assert_cmpuint (quo_text_get_utf16_length (text), ==, end->utf16);
  g_assert_cmpuint (quo_text_get_lf_length (text), ==, end->lf);
  g_assert_cmpuint (quo_text_get_longest_line (text), ==, find_longest_line (text));
  /* Past the end is the end. */
  g_assert_cmpuint (quo_text_to_byte (text, length + 7), ==, end->byte);
  g_assert_cmpuint (quo_text_to_utf16 (text, G_MAXUINT32), ==, end->utf16);
  g_assert_cmpuint (quo_text_to_lf (text, length + 1), ==, end->lf);
  g_assert_cmpuint (quo_text_from_byte (text, G_MAXSIZE), ==, length);
  g_assert_cmpuint (quo_text_from_utf16 (text, G_MAXUINT32), ==, length);
  g_assert_cmpuint (quo_text_from_lf (text, end->lf + 1), ==, length);
  g_assert_cmpuint (quo_text_get_char (text, length + 1), ==, 0);
}

static void
check_text (const char *utf8)
{
  g_autoptr (QuoText) text = quo_text_new (utf8);
  g_autoptr (GArray) rows = count_slowly (utf8);
  guint32 length = rows->len - 1;

  g_assert_cmpstr (quo_text_get_utf8 (text), ==, utf8);
  check_ends (text, &g_array_index (rows, Row, length), length);
  for (guint32 i = 0; i <= length; i++)
    {
      const Row *row = &g_array_index (rows, Row, i), *next = row + (i < length);
      gboolean is_in_crlf = row->c == '\n' && i > 0 && row[-1].c == '\r';

      g_assert_cmpuint (quo_text_to_byte (text, i), ==, row->byte);
      g_assert_cmpuint (quo_text_to_utf16 (text, i), ==, row->utf16);
      g_assert_cmpuint (quo_text_to_lf (text, i), ==, row->lf);
      g_assert_cmpuint (quo_text_get_char (text, i), ==, row->c);
      g_assert_true (quo_text_at (text, i) == quo_text_get_utf8 (text) + row->byte);
      g_assert_cmpuint (quo_text_from_lf (text, row->lf), ==, is_in_crlf ? i - 1 : i);
      /* Every byte and every surrogate of the code point leads to it. */
      for (guint32 k = row->byte; k < next->byte; k++)
        g_assert_cmpuint (quo_text_from_byte (text, k), ==, i);
      for (guint32 k = row->utf16; k < next->utf16; k++)
        g_assert_cmpuint (quo_text_from_utf16 (text, k), ==, i);
    }
}

static void
test_table (gconstpointer utf8)
{
  check_text (utf8);
}

static char *
make_text (guint n_pieces)
{
  GString *s = g_string_new (NULL);

  for (guint i = 0; i < n_pieces; i++)
    g_string_append (s, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (s, FALSE);
}

static void
test_random (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autofree char *utf8 = make_text (g_test_rand_int_range (0, 400));
      check_text (utf8);
    }
}

/* Around the places where the table has its samples nothing may be off by one. */
static void
test_samples (void)
{
  for (guint n = 250; n <= 262; n++)
    for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
      {
        g_autoptr (GString) s = g_string_new (NULL);

        for (guint k = 0; k < n; k++)
          g_string_append_c (s, 'x');
        g_string_append (s, pieces[i]);
        for (guint k = 0; k < n; k++)
          g_string_append_c (s, 'y');
        g_string_append (s, pieces[i]);
        check_text (s->str);
      }
}

/* quo_text_new_take() takes what is not terminated, and counts @len only. */
static void
test_take (void)
{
  g_autoptr (QuoText) text = quo_text_new_take (g_memdup2 ("caféXX", 5), 5);
  QuoText *again = quo_text_ref (text);

  g_assert_cmpstr (quo_text_get_utf8 (text), ==, "café");
  g_assert_cmpuint (quo_text_get_length (text), ==, 4);
  quo_text_unref (again);
  g_assert_cmpuint (quo_text_get_bytes (text), ==, 5);
}

static void
test_spans (void)
{
  g_autoptr (QuoText) text = quo_text_new ("Die 🚋 fährt\r\nnicht");
  g_autofree char *some = quo_text_dup (text, QUO_SPAN (4, 8));
  g_autofree char *none = quo_text_dup (text, QUO_SPAN (8, 4));
  g_autofree char *rest = quo_text_dup (text, QUO_SPAN (13, 900));
  g_autofree char *lf = quo_text_dup_lf (text);

  g_assert_cmpstr (some, ==, "🚋 fä");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (rest, ==, "nicht");
  g_assert_cmpstr (lf, ==, "Die 🚋 fährt\nnicht");
  g_assert_true (quo_text_equals (text, QUO_SPAN (4, 8), "🚋 fä"));
  g_assert_true (quo_text_equals (text, QUO_SPAN (4, 4), ""));
  g_assert_true (quo_text_equals (text, QUO_SPAN (13, 18), "nicht"));
  g_assert_false (quo_text_equals (text, QUO_SPAN (4, 8), "🚋 fa"));
  g_assert_false (quo_text_equals (text, QUO_SPAN (4, 8), "🚋 f"));
  g_assert_false (quo_text_equals (text, QUO_SPAN (4, 8), "🚋 fähr"));
  g_assert_false (quo_text_equals (text, QUO_SPAN (8, 4), ""));
  g_assert_false (quo_text_equals (text, QUO_SPAN (13, 19), "nicht"));
  g_assert_false (quo_text_equals (text, QUO_SPAN (13, 18), "nicht mehr"));
}

static void
test_lf (void)
{
  g_autoptr (QuoText) text = quo_text_new ("a\rb\r\nc\r\r\n\n\r");
  g_autofree char *lf = quo_text_dup_lf (text);

  g_assert_cmpstr (lf, ==, "a\nb\nc\n\n\n\n");
  g_assert_cmpuint (quo_text_get_lf_length (text), ==, strlen (lf));
}

static const struct
{
  const char *name, *utf8;
  guint32 offset;
  QuoSpan expected;
} paragraphs[] = {
  { "only", "abc", 1, { 0, 3 } },
  { "empty-text", "", 0, { 0, 0 } },
  { "past-end", "abc", 99, { 0, 3 } },
  { "first", "ab\ncd\nef", 0, { 0, 2 } },
  { "line-end-belongs", "ab\ncd\nef", 2, { 0, 2 } },
  { "second", "ab\ncd\nef", 3, { 3, 5 } },
  { "last", "ab\ncd\nef", 7, { 6, 8 } },
  { "after-last-lf", "ab\n", 3, { 3, 3 } },
  { "empty", "ab\n\ncd", 3, { 3, 3 } },
  { "crlf", "é🚋\r\ncd", 1, { 0, 2 } },
  { "crlf-cr", "é🚋\r\ncd", 2, { 0, 2 } },
  { "crlf-between", "é🚋\r\ncd", 3, { 0, 2 } },
  { "crlf-next", "é🚋\r\ncd", 4, { 4, 6 } },
  { "lone-cr", "ab\rcd", 4, { 3, 5 } },
  { "leading-lf", "\nab", 0, { 0, 0 } },
  { "paragraph-separator", "é\u2029cd\u2029", 3, { 2, 4 } },
  { "paragraph-separator-end", "é\u2029cd\u2029", 1, { 0, 1 } },
  { "line-separator-is-none", "ab\u2028cd", 4, { 0, 5 } },
};

static void
test_paragraph (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (QuoText) text = quo_text_new (paragraphs[i].utf8);
  QuoSpan span = quo_text_get_paragraph (text, paragraphs[i].offset);

  g_assert_cmpuint (span.start, ==, paragraphs[i].expected.start);
  g_assert_cmpuint (span.end, ==, paragraphs[i].expected.end);
}

/* Steps of all sizes, mostly forward, must land where the table says. */
static void
test_cursor (void)
{
  for (guint round = 0; round < 40; round++)
    {
      g_autofree char *random = make_text (g_test_rand_int_range (0, 600));
      g_autofree char *ascii = g_strnfill (3000, 'x');
      g_autoptr (QuoText) text = quo_text_new (round % 4 == 0 ? ascii : random);
      guint32 length = quo_text_get_length (text), offset = 0;
      QuoTextCursor cursor;

      quo_text_cursor_init (&cursor, text);
      for (guint i = 0; i < 100; i++)
        {
          gint32 reach = i % 10 == 0 ? 2000 : 40;
          gint32 by = g_test_rand_int_range (i % 7 == 0 ? -reach : 0, reach);

          offset = MAX ((gint32)offset + by, 0);
          g_assert_cmpuint (quo_text_cursor_to (&cursor, offset), ==,
                            quo_text_to_byte (text, offset));
          g_assert_cmpuint (cursor.offset, ==, MIN (offset, length));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strconcat ("/core/text/convert/", texts[i].name, NULL);
      g_test_add_data_func (path, texts[i].utf8, test_table);
    }
  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    {
      g_autofree char *path = g_strconcat ("/core/text/paragraph/", paragraphs[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_paragraph);
    }
  g_test_add_func ("/core/text/random", test_random);
  g_test_add_func ("/core/text/samples", test_samples);
  g_test_add_func ("/core/text/take", test_take);
  g_test_add_func ("/core/text/spans", test_spans);
  g_test_add_func ("/core/text/lf", test_lf);
  g_test_add_func ("/core/text/cursor", test_cursor);
  return g_test_run ();
}
