/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The strict JSON reader: what must pass, what must not, and what is said about it. */

#include "quo-config.h"

#include "quo-error.h"
#include "quo-json-reader.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  gssize len; /* -1: up to the NUL */
} Case;

static const Case good[] = {
  { "empty-object", "{}", -1 },
  { "empty-list", " [ ] \n", -1 },
  { "scalar", "\"a\"", -1 },
  { "numbers", "[0,-0,1.5,1e3,1E+3,-12.25e-7,123456789012345678901234567890]", -1 },
  { "words", "[true,false,null]", -1 },
  { "escapes", "\"\\\" \\\\ \\/ \\b\\f\\n\\r\\t \\u00e9 \\uD83D\\uDE8B\"", -1 },
  { "raw-utf8", "\"Köhler 🚋 القاهرة\"", -1 },
  { "delete", "\"\x7f\"", -1 },
  { "same-name-unlooked", "{\"a\":1,\"a\":2}", -1 },
  { "lone-surrogate-unlooked", "\"\\ud83d\"", -1 },
  { "nul-unlooked", "\"\\u0000\"", -1 },
  { "nested", "{\"a\":[{\"b\":[[]]},{}],\"c\":{}}", -1 },
};

static const Case bad[] = {
  { "empty", "", -1 },
  { "blank", " \n ", -1 },
  { "bom", "\xef\xbb\xbf{}", -1 },
  { "comma-last", "[1,]", -1 },
  { "comma-first", "[,1]", -1 },
  { "comma-twice", "[1,,2]", -1 },
  { "comma-missing", "[1 2]", -1 },
  { "member-comma-last", "{\"a\":1,}", -1 },
  { "colon-missing", "{\"a\" 1}", -1 },
  { "value-missing", "{\"a\":}", -1 },
  { "name-bare", "{a:1}", -1 },
  { "name-number", "{1:1}", -1 },
  { "single-quotes", "['a']", -1 },
  { "unclosed-list", "[1", -1 },
  { "unclosed-object", "{\"a\":1", -1 },
  { "unclosed-string", "\"abc", -1 },
  { "wrong-bracket", "[1}", -1 },
  { "trailing", "[] []", -1 },
  { "trailing-comma", "{},", -1 },
  { "zero-first", "[01]", -1 },
  { "point-last", "[1.]", -1 },
  { "point-first", "[.5]", -1 },
  { "plus", "[+1]", -1 },
  { "exponent-empty", "[1e]", -1 },
  { "exponent-sign", "[1e+]", -1 },
  { "minus", "[-]", -1 },
  { "hex", "[0x10]", -1 },
  { "nan", "[NaN]", -1 },
  { "infinity", "[Infinity]", -1 },
  { "word-short", "[tru]", -1 },
  { "word-long", "[truee]", -1 },
  { "word-case", "[True]", -1 },
  { "tab", "\"a\tb\"", -1 },
  { "feed", "\"a\nb\"", -1 },
  { "feed-late", "\"0123456789abcdef\nb\"", -1 },
  { "nul", "\"a\0b\"", 5 },
  { "nul-outside", "[\0]", 3 },
  { "escape-unknown", "\"\\x\"", -1 },
  { "escape-short", "\"\\u12\"", -1 },
  { "escape-not-hex", "\"\\u12g4\"", -1 },
  { "escape-end", "\"\\", -1 },
  { "escape-nul", "\"\\\0\"", 4 },
  { "utf8-continuation", "\"\x80\"", -1 },
  { "utf8-overlong-2", "\"\xc0\xaf\"", -1 },
  { "utf8-overlong-3", "\"\xe0\x80\xaf\"", -1 },
  { "utf8-overlong-4", "\"\xf0\x80\x80\xaf\"", -1 },
  { "utf8-surrogate", "\"\xed\xa0\x80\"", -1 },
  { "utf8-beyond", "\"\xf4\x90\x80\x80\"", -1 },
  { "utf8-five", "\"\xf8\x88\x80\x80\x80\"", -1 },
  { "utf8-cut", "\"\xe2\x82", -1 },
  { "utf8-cut-quote", "\"\xe2\x82\"", -1 },
  { "comment", "[1/*a*/]", -1 },
  { "form-feed", "[\f]", -1 },
};

static void
test_good (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  gsize len = c->len < 0 ? strlen (c->text) : (gsize)c->len;

  quo_json_check (c->text, len, "x.json", &error);
  g_assert_no_error (error);
}

/* The text is copied to a block of its very size, so that the sanitizer sees a look beyond it. */
static void
test_bad (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  gsize len = c->len < 0 ? strlen (c->text) : (gsize)c->len;
  g_autofree char *block = g_memdup2 (c->text, len);

  g_assert_false (quo_json_check (block, len, "x.json", &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "x.json: line "));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* Every beginning of a valid text is refused, and nothing is read beyond its end. */
static void
test_prefixes (void)
{
  const char *text = "{\"a\":[1.5e3,\"\\u00e9\\ud83d\\ude8b é🚋\",true,null,{\"b\":false}]}";

  for (gsize len = 0; len < strlen (text); len++)
    {
      g_autofree char *block = g_memdup2 (text, len);

      g_assert_false (quo_json_check (block, len, "x.json", NULL));
    }
}

static char *
nest (guint levels)
{
  GString *s = g_string_new (NULL);

  for (guint i = 0; i < levels; i++)
    g_string_append (s, i % 2 == 0 ? "[" : "{\"a\":");
  g_string_append (s, "0");
  for (guint i = levels; i-- > 0;)
    g_string_append_c (s, i % 2 == 0 ? ']' : '}');
  return g_string_free (s, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *most = nest (64), *more = nest (65), *lots = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (quo_json_check (most, strlen (most), "x.json", NULL));
  g_assert_false (quo_json_check (more, strlen (more), "x.json", &error));
  g_assert_nonnull (strstr (error->message, "64 levels"));
  lots = g_strnfill (100000, '[');
  g_assert_false (quo_json_check (lots, 100000, "x.json", NULL));
}

static void
test_place (void)
{
  const char *text = "{\n \"é🚋\": 1,\n \"ü\" 2\n}";
  g_autoptr (GError) error = NULL;

  g_assert_false (quo_json_check (text, strlen (text), "rally.json", &error));
  g_assert_cmpstr (error->message, ==, "rally.json: line 3, column 6: a colon is expected");
}

/* --- Pulling --- */

static const QuoJsonName names[]
    = { QUO_JSON_NAME ("id"), QUO_JSON_NAME ("title"), QUO_JSON_NAME ("at") };

static void
test_pull (void)
{
  const char *text = "{\"id\":\"a\\u00e9\",\"x\":[1, {\"y\" : 2}],\"at\":[[0,12],[15,4294967295]]}";
  g_auto (QuoJsonReader) reader = { 0 };
  QuoJsonObject object;
  QuoJsonSlice raw;
  guint64 value, sum = 0;
  g_autoptr (GError) error = NULL;

  quo_json_reader_init (&reader, text, strlen (text), "x.json");
  g_assert_true (quo_json_reader_enter_object (&reader, &object, names, G_N_ELEMENTS (names)));
  g_assert_cmpint (quo_json_reader_next_member (&reader, &object), ==, 0);
  g_assert_cmpstr (quo_json_reader_read_string (&reader), ==, "aé");
  g_assert_cmpint (quo_json_reader_next_member (&reader, &object), ==, QUO_JSON_UNKNOWN);
  g_assert_true (quo_json_reader_skip (&reader, &raw));
  g_assert_cmpmem (raw.data, raw.len, "[1, {\"y\" : 2}]", 14);
  g_assert_cmpint (quo_json_reader_next_member (&reader, &object), ==, 2);
  g_assert_true (quo_json_reader_enter_array (&reader));
  while (quo_json_reader_next_element (&reader))
    {
      quo_json_reader_enter_array (&reader);
      while (quo_json_reader_next_element (&reader))
        if (quo_json_reader_read_uint (&reader, G_MAXUINT32, &value))
          sum += value;
    }
  g_assert_cmpuint (sum, ==, G_GUINT64_CONSTANT (4294967295) + 27);
  g_assert_cmpint (quo_json_reader_next_member (&reader, &object), ==, QUO_JSON_DONE);
  g_assert_true (quo_json_reader_finish (&reader, &error));
  g_assert_no_error (error);
}

/* What must be a whole number, a string, a flag, and is not. */
static void
test_kinds (void)
{
  static const char *const numbers[]
      = { "-1", "1.0", "1e2", "4294967296", "\"1\"", "null", "99999999999999999999999" };
  g_auto (QuoJsonReader) flag = { 0 };
  gboolean is_set;
  guint64 value;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_auto (QuoJsonReader) reader = { 0 };

      quo_json_reader_init (&reader, numbers[i], strlen (numbers[i]), "x.json");
      g_assert_false (quo_json_reader_read_uint (&reader, G_MAXUINT32, &value));
      g_assert_true (quo_json_reader_has_failed (&reader));
    }
  quo_json_reader_init (&flag, "0", 1, "x.json");
  g_assert_false (quo_json_reader_read_boolean (&flag, &is_set));
}

static void
check_slice (const char *json, const char *expected, gsize n_chars)
{
  g_auto (QuoJsonReader) reader = { 0 };
  QuoJsonSlice slice;

  quo_json_reader_init (&reader, json, strlen (json), "x.json");
  g_assert_true (quo_json_reader_read_slice (&reader, &slice));
  g_assert_cmpmem (slice.data, slice.len, expected, strlen (expected));
  g_assert_cmpuint (slice.n_chars, ==, n_chars);
}

static void
test_strings (void)
{
  check_slice ("\"\"", "", 0);
  check_slice ("\"plain\"", "plain", 5);
  check_slice ("\"a longer one, of plain ASCII\"", "a longer one, of plain ASCII", 28);
  check_slice ("\"“We will build,” 🚋\"", "“We will build,” 🚋", 18);
  check_slice ("\"\\ud83d\\ude8b\\u00E9\\n\\/\\\"\"", "🚋é\n/\"", 5);
}

static void
check_refused (const char *json, const char *words)
{
  g_auto (QuoJsonReader) reader = { 0 };
  g_autoptr (GError) error = NULL;

  quo_json_reader_init (&reader, json, strlen (json), "x.json");
  g_assert_null (quo_json_reader_read_string (&reader));
  g_assert_false (quo_json_reader_finish (&reader, &error));
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_strings_refused (void)
{
  check_refused ("\"a\\u0000b\"", "U+0000");
  check_refused ("\"\\ud83d\"", "surrogate");
  check_refused ("\"\\ude8b\"", "surrogate");
  check_refused ("\"\\ud83d\\ud83d\"", "surrogate");
  check_refused ("\"\\ud83dx\"", "surrogate");
  check_refused ("1", "a string is expected");
}

static char *
read_all (const char *text)
{
  g_auto (QuoJsonReader) reader = { 0 };
  g_autoptr (GError) error = NULL;
  QuoJsonObject object;
  QuoJsonSlice raw;

  quo_json_reader_init (&reader, text, strlen (text), "x.json");
  quo_json_reader_enter_object (&reader, &object, names, G_N_ELEMENTS (names));
  while (quo_json_reader_next_member (&reader, &object) != QUO_JSON_DONE)
    quo_json_reader_skip (&reader, &raw);
  return quo_json_reader_finish (&reader, &error) ? NULL : g_strdup (error->message);
}

static void
test_twice (void)
{
  g_autofree char *known = read_all ("{\"id\":1,\n\"at\":2,\n \"id\":3}");
  g_autofree char *unknown = read_all ("{\"id\":1,\"x\":2,\"y\":3,\n\"x\":4}");
  g_autofree char *escaped = read_all ("{\"id\":1,\"\\u0069d\":4}");
  g_autofree char *lone = read_all ("{\"\\ud800\":1,\"\\ud801\":4}");
  g_autofree char *lone_twice = read_all ("{\"\\ud800\":1,\"\\uD800\":4}");

  g_assert_cmpstr (known, ==,
                   "x.json: line 3, column 2: the member “id” stands twice in one object, first at "
                   "line 1, column 2");
  g_assert_nonnull (strstr (unknown, "line 2, column 1: the member “x” stands twice"));
  g_assert_nonnull (strstr (escaped, "“id” stands twice"));
  g_assert_null (lone);
  g_assert_nonnull (lone_twice);
}

/* Many unknown members: the same answer, and no time that grows with their square. */
static void
test_twice_in_crowd (void)
{
  GString *s = g_string_new ("{");
  g_autofree char *text = NULL, *first = NULL, *second = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (s, "\"x%u\":{},", i);
  text = g_strdup_printf ("%s\"id\":1}", s->str);
  first = read_all (text);
  g_assert_null (first);
  g_string_append (s, "\"x77\":1}");
  second = read_all (s->str);
  g_assert_nonnull (strstr (second, "“x77” stands twice"));
  g_string_free (s, TRUE);
}

/* Strings of one record are given up, names of open objects are not. */
static void
test_recycle (void)
{
  GString *s = g_string_new ("[");
  g_auto (QuoJsonReader) reader = { 0 };

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (s, "%s\"\\u00e9 number %u\"", i == 0 ? "" : ",", i);
  g_string_append (s, "]");
  quo_json_reader_init (&reader, s->str, s->len, "x.json");
  quo_json_reader_enter_array (&reader);
  for (guint i = 0; quo_json_reader_next_element (&reader); i++)
    {
      g_autofree char *expected = g_strdup_printf ("é number %u", i);

      g_assert_cmpstr (quo_json_reader_read_string (&reader), ==, expected);
      quo_json_reader_recycle (&reader);
    }
  g_assert_true (quo_json_reader_finish (&reader, NULL));
  g_assert_cmpuint (reader.chunks->len, ==, 1);
  g_string_free (s, TRUE);
}

/* The public test suite, where it is at hand. */
static void
test_suite (void)
{
  g_autofree char *folder
      = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "bad-input", "json", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;
  guint n_good = 0, n_bad = 0;

  if (dir == NULL)
    {
      g_test_skip ("JSONTestSuite is not at hand");
      return;
    }
  while ((entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, entry, NULL), *data = NULL;
      gsize len;
      gboolean is_good;

      g_assert_true (g_file_get_contents (path, &data, &len, NULL));
      is_good = quo_json_check (data, len, entry, NULL);
      if (entry[0] == 'y' && !is_good)
        g_error ("%s must be accepted", entry);
      if (entry[0] == 'n' && is_good)
        g_error ("%s must be refused", entry);
      n_good += entry[0] == 'y';
      n_bad += entry[0] == 'n';
    }
  g_test_message ("%u accepted, %u refused", n_good, n_bad);
  g_assert_cmpuint (n_good, >, 0);
  g_assert_cmpuint (n_bad, >, 0);
}

static void
add_cases (const char *folder, const Case *cases, gsize n_cases, GTestDataFunc run)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/json-reader/%s/%s", folder, cases[i].name);

      g_test_add_data_func (path, &cases[i], run);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("accepted", good, G_N_ELEMENTS (good), test_good);
  add_cases ("refused", bad, G_N_ELEMENTS (bad), test_bad);
  g_test_add_func ("/store/json-reader/prefixes", test_prefixes);
  g_test_add_func ("/store/json-reader/depth", test_depth);
  g_test_add_func ("/store/json-reader/place", test_place);
  g_test_add_func ("/store/json-reader/pull", test_pull);
  g_test_add_func ("/store/json-reader/kinds", test_kinds);
  g_test_add_func ("/store/json-reader/strings", test_strings);
  g_test_add_func ("/store/json-reader/strings-refused", test_strings_refused);
  g_test_add_func ("/store/json-reader/member-twice", test_twice);
  g_test_add_func ("/store/json-reader/member-twice-in-crowd", test_twice_in_crowd);
  g_test_add_func ("/store/json-reader/recycle", test_recycle);
  g_test_add_func ("/store/json-reader/suite", test_suite);
  return g_test_run ();
}
