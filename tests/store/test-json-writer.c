/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The JSON writer: the bytes of strings and numbers. */

#include "quo-config.h"

#include "quo-json-reader.h"
#include "quo-json-writer.h"

#include <locale.h>
#include <math.h>

static void
check_string (const char *text, gsize len, const char *expected)
{
  g_auto (QuoJsonWriter) writer = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  quo_json_writer_init (&writer, 0);
  quo_json_writer_string (&writer, text, len);
  bytes = quo_json_writer_finish (&writer);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   strlen (expected));
}

static void
test_strings (void)
{
  check_string ("", 0, "\"\"");
  check_string ("Köhler 🚋 <&>/'", 18, "\"Köhler 🚋 <&>/'\"");
  check_string ("a\"b\\c", 5, "\"a\\\"b\\\\c\"");
  check_string ("\b\f\n\r\t", 5, "\"\\b\\f\\n\\r\\t\"");
  check_string ("\x01\x0b\x1f\x7f", 4, "\"\\u0001\\u000b\\u001f\x7f\"");
  check_string ("a\0b", 3, "\"a\\u0000b\"");
  check_string ("0123456\n012345678\"0", 19, "\"0123456\\n012345678\\\"0\"");
  check_string ("\xe2\x80\xa8 \xc2\x80", 6, "\"\xe2\x80\xa8 \xc2\x80\"");
}

/* Each byte, at each place of a word: written, then read back. */
static void
test_round_trip (void)
{
  for (guint c = 1; c < 128; c++)
    for (gsize at = 0; at < 20; at++)
      {
        char text[] = "abcdefghijklmnopqrst";
        g_auto (QuoJsonWriter) writer = { 0 };
        g_auto (QuoJsonReader) reader = { 0 };

        text[at] = (char)c;
        quo_json_writer_init (&writer, 0);
        quo_json_writer_string (&writer, text, 20);
        quo_json_reader_init (&reader, writer.data, writer.len, "x");
        g_assert_cmpstr (quo_json_reader_read_string (&reader), ==, text);
      }
}

/* Strings that have broken other programs, where they are at hand: each is written and read back.
 */
static void
test_naughty (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "bad-input",
                                                 "naughty-strings.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("the naughty strings are not at hand");
      return;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (QuoJsonWriter) writer = { 0 };
      g_auto (QuoJsonReader) reader = { 0 };

      if (!g_utf8_validate (lines[i], -1, NULL))
        continue;
      quo_json_writer_init (&writer, 0);
      quo_json_writer_string (&writer, lines[i], strlen (lines[i]));
      quo_json_reader_init (&reader, writer.data, writer.len, "x");
      g_assert_cmpstr (quo_json_reader_read_string (&reader), ==, lines[i]);
    }
}

/* Escapes make a string six times as long; the buffer must follow. */
static void
test_growth (void)
{
  g_autofree char *text = g_strnfill (10000, '\x01');
  g_auto (QuoJsonWriter) writer = { 0 };

  quo_json_writer_init (&writer, 16);
  quo_json_writer_string (&writer, text, 10000);
  quo_json_writer_literal (&writer, ",\n");
  quo_json_writer_uint (&writer, 0);
  quo_json_writer_uint (&writer, G_MAXUINT64);
  g_assert_cmpuint (writer.len, ==, 60000 + 2 + 2 + 1 + 20);
  g_assert_cmpmem (writer.data + 60002, 23, ",\n018446744073709551615", 23);
}

static void
test_numbers (void)
{
  static const struct
  {
    double value;
    const char *expected;
  } cases[] = {
    { 0, "0" },
    { 1, "1" },
    { -7, "-7" },
    { 100000, "100000" },
    { 123456789012345, "123456789012345" },
    { 0.1, "0.1" },
    { 52.52437, "52.52437" },
    { -13.41053, "-13.41053" },
    { 0.83, "0.83" },
    { 1.0 / 3, "0.3333333333333333" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 1e22, "1e+22" },
    { 5e-324, "5e-324" },
    { 1e-7, "1e-07" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char buffer[QUO_JSON_NUMBER_SIZE];

      g_assert_cmpstr (quo_json_format_number (cases[i].value, buffer), ==, cases[i].expected);
    }
}

/* Random doubles read back the same, and the text is JSON. */
static void
test_numbers_random (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      guint64 bits = (guint64)g_test_rand_int () << 32 | (guint32)g_test_rand_int ();
      char buffer[QUO_JSON_NUMBER_SIZE];
      double value;

      memcpy (&value, &bits, sizeof value);
      if (!isfinite (value))
        continue;
      quo_json_format_number (value, buffer);
      g_assert_true (g_ascii_strtod (buffer, NULL) == value);
      g_assert_true (quo_json_check (buffer, strlen (buffer), "x", NULL));
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/json-writer/strings", test_strings);
  g_test_add_func ("/store/json-writer/round-trip", test_round_trip);
  g_test_add_func ("/store/json-writer/naughty", test_naughty);
  g_test_add_func ("/store/json-writer/growth", test_growth);
  g_test_add_func ("/store/json-writer/numbers", test_numbers);
  g_test_add_func ("/store/json-writer/numbers-random", test_numbers_random);
  return g_test_run ();
}
