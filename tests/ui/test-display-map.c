/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the view shows of a text with very long paragraphs, against a slow and obvious check. */
#include "quo-display-map.h"

#include <string.h>

static QuoDisplayMap *
make_map (GString *content)
{
  g_autoptr (QuoText) text = quo_text_new (content->str);

  return quo_display_map_new (text);
}

static gboolean
is_paragraph_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x2029;
}

/* The longest run without a line end, in code points. */
static guint
get_longest (const char *utf8)
{
  guint longest = 0, n = 0;

  for (; *utf8 != '\0'; utf8 = g_utf8_next_char (utf8))
    {
      n = is_paragraph_end (g_utf8_get_char (utf8)) ? 0 : n + 1;
      longest = MAX (longest, n);
    }
  return longest;
}

/* Walks the text and what is shown side by side. Returns how many breaks were inserted. */
static guint
check_map (const char *original, const QuoDisplayMap *map)
{
  gsize len;
  const char *shown = quo_display_map_get_utf8 (map, &len);
  guint32 offset = 0, place = 0;

  g_assert_cmpuint (strlen (shown), ==, len);
  g_assert_true (g_utf8_validate (shown, len, NULL));
  while (*original != '\0')
    {
      gunichar c = g_utf8_get_char (original), d = g_utf8_get_char (shown);

      if (c != d && d == '\n' && c != ' ')
        {
          g_assert_cmpuint (quo_display_map_to_text (map, place), ==, offset);
          shown = g_utf8_next_char (shown);
          place++;
          d = g_utf8_get_char (shown);
          g_assert_cmpuint (c, ==, d);
        }
      g_assert_true (c == d || (c == ' ' && d == '\n'));
      g_assert_cmpuint (quo_display_map_to_buffer (map, offset), ==, place);
      g_assert_cmpuint (quo_display_map_to_text (map, place), ==, offset);
      original = g_utf8_next_char (original);
      shown = g_utf8_next_char (shown);
      offset++;
      place++;
    }
  g_assert_cmpuint (*shown, ==, '\0');
  g_assert_cmpuint (quo_display_map_to_buffer (map, offset), ==, place);
  g_assert_cmpuint (quo_display_map_to_text (map, place), ==, offset);
  return place - offset;
}

static void
test_identity (void)
{
  static const char *const texts[]
      = { "", "One line", "One\r\n\r\nTwo\nThree \xe2\x80\xa9 four\r" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (QuoText) text = quo_text_new (texts[i]);
      g_autoptr (QuoDisplayMap) map = quo_display_map_new (text);
      gsize len;

      g_assert_true (quo_display_map_is_identity (map));
      g_assert_true (quo_display_map_get_utf8 (map, &len) == quo_text_get_utf8 (text));
      g_assert_cmpuint (check_map (texts[i], map), ==, 0);
    }
}

/* 20,000 characters stay one paragraph; one more does not. */
static void
test_limit (void)
{
  g_autoptr (GString) content = g_string_new ("First\n");
  g_autoptr (QuoDisplayMap) map = NULL;
  g_autoptr (QuoDisplayMap) longer = NULL;

  for (guint i = 0; i < 4000; i++)
    g_string_append (content, "four ");
  map = make_map (content);
  g_assert_true (quo_display_map_is_identity (map));
  g_string_append_c (content, '!');
  longer = make_map (content);
  g_assert_false (quo_display_map_is_identity (longer));
  g_assert_cmpuint (check_map (content->str, longer), ==, 0);
}

/* A long word, letters of several code points in it, and no blank anywhere. */
static void
test_no_blank (void)
{
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (QuoDisplayMap) map = NULL;
  const char *shown;
  gsize len;

  for (guint i = 0; i < 5000; i++)
    g_string_append (content, "👩‍👩‍👧é");
  map = make_map (content);
  g_assert_cmpuint (check_map (content->str, map), >, 10);
  shown = quo_display_map_get_utf8 (map, &len);
  g_assert_cmpuint (get_longest (shown), <, 1500);
  for (const char *p = strchr (shown, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    {
      gunichar next = g_utf8_get_char (p + 1), before = g_utf8_get_char (g_utf8_prev_char (p));

      g_assert_false (g_unichar_ismark (next));
      g_assert_cmpuint (next, !=, 0x200d);
      g_assert_cmpuint (before, !=, 0x200d);
    }
}

static void
append_random (GString *content)
{
  static const char *const pieces[] = { "a", "word ", " ",    "é",  "سلام",      "日本語",
                                        "🚋", "\n",    "\r\n", "\r", "e\xcc\x81", "\xe2\x80\xa9" };
  guint n_frequent = g_test_rand_int_range (0, 4) == 0 ? G_N_ELEMENTS (pieces) : 7;

  for (guint i = g_test_rand_int_range (1, 12000); i > 0; i--)
    g_string_append (content, pieces[g_test_rand_int_range (0, (gint)n_frequent)]);
}

static void
test_random (void)
{
  guint n_changed = 0;

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GString) content = g_string_new (NULL);
      g_autoptr (QuoDisplayMap) map = NULL;
      gsize len;

      for (guint i = g_test_rand_int_range (1, 6); i > 0; i--)
        append_random (content);
      map = make_map (content);
      check_map (content->str, map);
      g_assert_cmpuint (get_longest (quo_display_map_get_utf8 (map, &len)), <=, 20000);
      g_assert_cmpint (quo_display_map_is_identity (map), ==, get_longest (content->str) <= 20000);
      n_changed += quo_display_map_is_identity (map) ? 0 : 1;
    }
  g_assert_cmpuint (n_changed, >, 5);
}

/* Without a blank for a while and then many: a piece ends at the first blank after 1,000. */
static void
test_pieces (void)
{
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (QuoDisplayMap) map = NULL;
  gsize len;

  for (guint i = 0; i < 30000; i++)
    g_string_append (content, "ab cd ");
  map = make_map (content);
  g_assert_cmpuint (check_map (content->str, map), ==, 0);
  g_assert_cmpuint (get_longest (quo_display_map_get_utf8 (map, &len)), <, 1010);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/display-map/identity", test_identity);
  g_test_add_func ("/ui/display-map/limit", test_limit);
  g_test_add_func ("/ui/display-map/no-blank", test_no_blank);
  g_test_add_func ("/ui/display-map/pieces", test_pieces);
  g_test_add_func ("/ui/display-map/random", test_random);
  return g_test_run ();
}
