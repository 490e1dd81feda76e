/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "name-cases.h"
#include "quo-names-find.h"

static const char *const labels[][2] = { { "person", "PER" },
                                         { "place", "LOC" },
                                         { "organization", "ORG" },
                                         { "event", "EVT" },
                                         { "date", "DAT" } };

static const char *
get_label (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i][0], type) == 0)
      return labels[i][1];
  return type;
}

/* (transfer full): the source without its labels. */
static char *
strip_labels (const char *source)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = source; *p != '\0'; p++)
    if (*p == '[')
      p += 4;
    else if (*p != ']')
      g_string_append_c (plain, *p);
  return g_string_free (plain, FALSE);
}

/* (transfer full): the text with the labels of what was found. */
static char *
show_names (const QuoText *text, const QuoFoundNames *names)
{
  GString *shown = g_string_new (NULL);
  guint32 at = 0;

  for (guint i = 0; i < quo_found_names_get_length (names); i++)
    {
      QuoFoundName name;

      quo_found_names_read (names, i, &name);
      g_autofree char *before = quo_text_dup (text, QUO_SPAN (at, name.span.start));
      g_autofree char *words = quo_text_dup (text, name.span);

      g_string_append_printf (shown, "%s[%s %s]", before, get_label (name.type), words);
      at = name.span.end;
    }
  g_string_append (shown, quo_text_at (text, at));
  return g_string_free (shown, FALSE);
}

static QuoFoundNames *
find_names (const QuoText *text, const char *language)
{
  return quo_names_find (text, quo_language_get (language), quo_gazetteer_get_default (), NULL,
                         NULL, NULL);
}

static void
test_case (gconstpointer data)
{
  const NameCase *c = data;
  g_autofree char *plain = strip_labels (c->source);
  g_autoptr (QuoText) text = quo_text_new (plain);
  g_autoptr (QuoFoundNames) names = find_names (text, c->language);
  g_autofree char *shown = show_names (text, names);

  g_assert_cmpstr (shown, ==, c->source);
  for (guint i = 0; i < quo_found_names_get_length (names); i++)
    {
      QuoFoundName name;

      quo_found_names_read (names, i, &name);

      g_assert_cmpfloat (name.score, >=, 0);
      g_assert_cmpfloat (name.score, <=, 1);
      g_assert_nonnull (name.reason);
    }
}

/* ------------------------------------------------------------------------------------ which place
 */

/* What the first name of the text means: the id, or "-" where that must stay open. */
static const struct
{
  const char *name, *source, *id, *words;
} places[] = {
  { "beside", "In Springfield, Ohio, it rained.", "4525353",
    "the one in Ohio, which the article names" },
  { "beside-illinois", "In Springfield, Illinois, it rained.", "4250542", "the one in Illinois" },
  { "elsewhere", "In Springfield it rained. They had driven through Ohio.", "4525353",
    "the one in Ohio, which the article names" },
  { "open", "In Springfield it rained.", "-", "the article does not say which" },
  { "largest", "In Paris it rained.", "2988507", "by far the best known" },
  { "stated-small", "In Paris, Texas, it rained.", "4717560", "the one in Texas" },
  { "unmistakable", "In London it rained. They had driven through Ohio.", "2643743",
    "by far the best known" },
  { "only", "In Odintsovo it rained.", "516215", "the only place of this name" },
  { "country", "In Germany it rained.", "DE", "place" },
  { "georgia-open", "In Georgia it rained.", "-", "does not say which" },
  { "georgia-country", "In Georgia it rained, even in Tbilisi.", "GE", "the country" },
  { "city-not-state", "In New York it rained.", "5128581", "best known" },
  { "capital-not-state", "In Washington it rained.", "4140963", "best known" },
};

static void
test_place (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (QuoText) text = quo_text_new (places[i].source);
  g_autoptr (QuoFoundNames) names = find_names (text, "en");
  QuoFoundName name;

  g_assert_cmpuint (quo_found_names_get_length (names), >, 0);
  quo_found_names_read (names, 0, &name);
  g_assert_cmpstr (name.type, ==, "place");
  g_assert_nonnull (strstr (name.place_reason, places[i].words));
  if (strcmp (places[i].id, "-") == 0)
    {
      g_assert_false (name.has_place);
      return;
    }
  g_assert_true (name.has_place);
  g_assert_cmpstr (quo_place_get_id (&name.place), ==, places[i].id);
}

/* --------------------------------------------------------------------------------- the whole of it
 */

static void
test_groups (void)
{
  g_autoptr (QuoText) text
      = quo_text_new ("They met Omar Haddad and Åsa Berg. Haddad left. Omar Haddad came.");
  g_autoptr (QuoFoundNames) names = find_names (text, "en");
  guint groups[4];

  g_assert_cmpuint (quo_found_names_get_length (names), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      QuoFoundName name;

      quo_found_names_read (names, i, &name);
      groups[i] = name.group;
    }
  g_assert_cmpuint (groups[0], ==, groups[2]);
  g_assert_cmpuint (groups[0], ==, groups[3]);
  g_assert_cmpuint (groups[0], !=, groups[1]);
}

/* The letters of the groups of the persons, in text order, and how each of them is called. */
static void
check_families (const char *source, const char *letters, const char *called)
{
  g_autoptr (QuoText) text = quo_text_new (source);
  g_autoptr (QuoFoundNames) names = find_names (text, "en");
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) found = g_string_new (NULL), words = g_string_new (NULL);

  for (guint i = 0; i < quo_found_names_get_length (names); i++)
    {
      QuoFoundName name;
      guint k = 0;
      g_autofree char *here = NULL;

      quo_found_names_read (names, i, &name);
      if (strcmp (name.type, "person") != 0)
        continue;
      while (k < groups->len && g_array_index (groups, guint, k) != name.group)
        k++;
      if (k == groups->len)
        g_array_append_val (groups, name.group);
      g_string_append_c (found, (char)('A' + k));
      here = quo_text_dup (text, name.called);
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", here);
    }
  g_assert_cmpstr (found->str, ==, letters);
  g_assert_cmpstr (words->str, ==, called);
}

/* One surname of a man and a woman. */
static void
test_families (void)
{
  check_families ("He saw Mrs. Allen there. Then Mr. Allen came, and Mrs. Allen left.", "ABA",
                  "Mrs. Allen; Allen; Mrs. Allen");
  check_families ("She met Henry Hale there. Soon Miss Hale came, and Mr. Hale left.", "ABA",
                  "Henry Hale; Miss Hale; Hale");
  check_families ("She met Henry Hale there, and Edith Hale. Soon Mr. Hale left. Then Hale wrote.",
                  "ABAC", "Henry Hale; Edith Hale; Hale; Hale");
  check_families ("She met Edith Hale there. Soon Mr. Hale came, and Edith Hale left.", "ABA",
                  "Edith Hale; Mr. Hale; Edith Hale");
  check_families ("He saw Elinor Hale there. They say Elinor DID mind it. Then Elinor left.", "ABA",
                  "Elinor Hale; Elinor DID; Elinor");
  check_families ("She met Edith Hale there. Soon Mrs. Hale left, and so did the guests.", "AA",
                  "Edith Hale; Hale");
}

/* What people have marked is a border, to both sides and in the middle. */
static void
test_marked (void)
{
  static const struct
  {
    const char *marked, *found;
  } cuts[] = {
    { "Kvist", "Then [PER Kvist] [PER Karl Olsen] left." },
    { "Karl Olsen", "Then [PER Kvist] [PER Karl Olsen] left." },
    { "Karl", "Then [PER Kvist] [PER Karl] [PER Olsen] left." },
  };
  const char *source = "Then Kvist Karl Olsen left.";
  g_autoptr (QuoText) text = quo_text_new (source);

  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      guint32 start = (guint32)(strstr (source, cuts[i].marked) - source);
      QuoSpan span = QUO_SPAN (start, start + (guint32)strlen (cuts[i].marked));
      g_autoptr (GArray) marked = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
      g_autoptr (QuoFoundNames) names = NULL;
      g_autofree char *shown = NULL;

      g_array_append_val (marked, span);
      names = quo_names_find (text, quo_language_get ("en"), quo_gazetteer_get_default (), marked,
                              NULL, NULL);
      shown = show_names (text, names);
      g_assert_cmpstr (shown, ==, cuts[i].found);
    }
}

/* Far more than a chunk, and the same each time. */
static void
test_long (void)
{
  GString *source = g_string_new (NULL);
  g_autoptr (QuoText) text = NULL;
  g_autoptr (QuoFoundNames) once = NULL, again = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (source, "Then they met Omar Haddad in Berlin.\n");
  text = quo_text_new (source->str);
  g_string_free (source, TRUE);
  once = find_names (text, "en");
  again = find_names (text, "en");
  g_assert_cmpuint (quo_found_names_get_length (once), ==, 4000);
  for (guint i = 0; i < quo_found_names_get_length (once); i++)
    {
      QuoFoundName a, b;

      quo_found_names_read (once, i, &a);
      quo_found_names_read (again, i, &b);

      g_assert_true (quo_text_equals (text, a.span, i % 2 == 0 ? "Omar Haddad" : "Berlin"));
      g_assert_true (quo_span_equal (a.span, b.span));
      g_assert_cmpfloat (a.score, ==, b.score);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (QuoText) text = quo_text_new ("They met Omar Haddad.");
  g_autoptr (QuoFoundNames) names = NULL;

  g_cancellable_cancel (cancellable);
  names = quo_names_find (text, quo_language_get ("en"), quo_gazetteer_get_default (), NULL, NULL,
                          cancellable);
  g_assert_cmpuint (quo_found_names_get_length (names), ==, 0);
}

/* Any text at all: in order, apart, inside the text. */
static void
test_anything (void)
{
  static const char *const pieces[] = { "Omar",
                                        "Haddad",
                                        " ",
                                        " ",
                                        ".",
                                        ",",
                                        "of",
                                        "the",
                                        "Ministry",
                                        "王",
                                        "·",
                                        "特",
                                        "I",
                                        "15",
                                        "May",
                                        "\n",
                                        "Springfield",
                                        "Ohio",
                                        "-",
                                        "’s",
                                        "(",
                                        "“",
                                        "Санкт",
                                        "قال",
                                        "\xf0\x9f\x9a\x8b",
                                        "è",
                                        "&" };
  static const char *const languages[] = { "en", "de", "ru", "zh", "ar", "fr" };

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) source = g_string_new (NULL);
      g_autoptr (QuoText) text = NULL;
      g_autoptr (QuoFoundNames) names = NULL;
      guint32 at = 0;

      for (guint i = 0; i < 60; i++)
        g_string_append (source, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      text = quo_text_new (source->str);
      names = find_names (text, languages[round % G_N_ELEMENTS (languages)]);
      for (guint i = 0; i < quo_found_names_get_length (names); i++)
        {
          QuoFoundName name;

          quo_found_names_read (names, i, &name);

          g_assert_cmpuint (name.span.start, >=, at);
          g_assert_false (quo_span_is_empty (name.span));
          at = name.span.end;
        }
      g_assert_cmpuint (at, <=, quo_text_get_length (text));
    }
}

/* A list of the person's own in the folder of settings. Written before anything asks for it. */
static void
write_own_list (const char *folder)
{
  g_autofree char *lists = g_build_filename (folder, "quotidian", "gazetteer", NULL);
  g_autofree char *path = g_build_filename (lists, "ours.csv", NULL);
  g_autofree char *bad = g_build_filename (lists, "bad.csv", NULL);

  g_assert_cmpint (g_mkdir_with_parents (lists, 0700), ==, 0);
  g_assert_true (g_file_set_contents (
      path, "name,type,id,lat,lon\nLower Fenwick,place,Q42,51.5,-0.25\nThe Ark,ship,,,\n", -1,
      NULL));
  g_assert_true (g_file_set_contents (bad, "no type\n", -1, NULL));
}

static void
test_own_list (void)
{
  g_autoptr (QuoText) text = quo_text_new ("They left Lower Fenwick on The Ark.");
  g_autoptr (QuoFoundNames) names = find_names (text, "en");
  QuoFoundName name;

  g_assert_cmpuint (quo_found_names_get_length (names), ==, 2);
  quo_found_names_read (names, 0, &name);
  g_assert_cmpstr (name.type, ==, "place");
  g_assert_true (name.has_place);
  g_assert_cmpstr (name.place.scheme, ==, "wikidata");
  g_assert_cmpstr (quo_place_get_id (&name.place), ==, "Q42");
  g_assert_cmpfloat (name.place.lat, ==, 51.5);
  quo_found_names_read (names, 1, &name);
  g_assert_cmpstr (name.type, ==, "ship");
  g_assert_cmpfloat (name.score, >=, 0.9);
}

static void
add_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (name_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/suggest/names-find/", name_cases[i].name, NULL);

      g_test_add_data_func (path, &name_cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strconcat ("/suggest/names-find/place/", places[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_place);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("quo-names-XXXXXX", NULL);

  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  write_own_list (folder);
  g_test_init (&argc, &argv, NULL);
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  add_cases ();
  g_test_add_func ("/suggest/names-find/groups", test_groups);
  g_test_add_func ("/suggest/names-find/families", test_families);
  g_test_add_func ("/suggest/names-find/marked", test_marked);
  g_test_add_func ("/suggest/names-find/long", test_long);
  g_test_add_func ("/suggest/names-find/cancelled", test_cancelled);
  g_test_add_func ("/suggest/names-find/anything", test_anything);
  g_test_add_func ("/suggest/names-find/own-list", test_own_list);
  return g_test_run ();
}
