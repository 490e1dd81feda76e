/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "quo-error.h"
#include "quo-gazetteer.h"

typedef struct
{
  char *folder;
  QuoGazetteer *gazetteer;
} Fixture;

static char *
get_path (void)
{
  return g_build_filename (g_getenv ("QUO_DATA_DIR"), "gazetteer", "quotidian.gazetteer", NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path ();
  g_autoptr (GError) error = NULL;

  fixture->gazetteer = quo_gazetteer_open (path, &error);
  g_assert_no_error (error);
  fixture->folder = g_dir_make_tmp ("quo-gazetteer-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *list = g_build_filename (fixture->folder, "list.csv", NULL);

  quo_gazetteer_free (fixture->gazetteer);
  g_unlink (list);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static guint
get_flags (const QuoGazetteer *gazetteer, const char *name)
{
  return quo_gazetteer_get_flags (gazetteer, name, strlen (name));
}

/* The first place of a name. */
static QuoPlace
get_first (const QuoGazetteer *gazetteer, const char *name)
{
  QuoNameEntry entry;
  QuoPlace place;

  g_assert_true (quo_gazetteer_look_up (gazetteer, name, strlen (name), &entry));
  g_assert_cmpuint (entry.n_places, >, 0);
  quo_gazetteer_get_place (gazetteer, entry.places[0], &place);
  return place;
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name, *scheme, *id, *country;
    QuoPlaceKind kind;
  } cases[] = {
    { "berlin", "geonames", "2950159", "DE", QUO_PLACE_CAPITAL },
    { "münchen", "geonames", "2867714", "DE", QUO_PLACE_SEAT },
    { "munich", "geonames", "2867714", "DE", QUO_PLACE_SEAT },
    { "москва", "geonames", "524901", "RU", QUO_PLACE_CAPITAL },
    { "伦敦", "geonames", "2643743", "GB", QUO_PLACE_CAPITAL },
    { "倫敦", "geonames", "2643743", "GB", QUO_PLACE_CAPITAL },
    { "بغداد", "geonames", "98182", "IQ", QUO_PLACE_CAPITAL },
    { "deutschland", "iso3166", "DE", "DE", QUO_PLACE_COUNTRY },
    { "sverige", "iso3166", "SE", "SE", QUO_PLACE_COUNTRY },
    { "us", "iso3166", "US", "US", QUO_PLACE_COUNTRY },
    { "россия", "iso3166", "RU", "RU", QUO_PLACE_COUNTRY },
    { "ohio", "iso3166", "US-OH", "US", QUO_PLACE_DIVISION },
    { "europe", NULL, NULL, "", QUO_PLACE_CONTINENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QuoPlace place = get_first (fixture->gazetteer, cases[i].name);

      g_assert_cmpstr (place.scheme, ==, cases[i].scheme);
      g_assert_cmpstr (quo_place_get_id (&place), ==, cases[i].id);
      g_assert_cmpstr (place.country, ==, cases[i].country);
      g_assert_cmpint (place.kind, ==, cases[i].kind);
    }
}

static void
test_coordinates (Fixture *fixture, gconstpointer data)
{
  QuoPlace berlin = get_first (fixture->gazetteer, "berlin");
  QuoPlace germany = get_first (fixture->gazetteer, "germany");
  QuoPlace europe = get_first (fixture->gazetteer, "europe");

  g_assert_cmpfloat_with_epsilon (berlin.lat, 52.52437, 1e-4);
  g_assert_cmpfloat_with_epsilon (berlin.lon, 13.41053, 1e-4);
  g_assert_cmpuint (berlin.population, >, 3000000);
  g_assert_cmpfloat_with_epsilon (germany.lat, 51, 1.5);
  g_assert_cmpfloat_with_epsilon (germany.lon, 10.4, 1.5);
  g_assert_true (isnan (europe.lat));
}

/* Countries that reach over 180 degrees have their middle on land, and on the map. */
static void
test_date_line (Fixture *fixture, gconstpointer data)
{
  QuoPlace russia = get_first (fixture->gazetteer, "russia");
  QuoPlace fiji = get_first (fixture->gazetteer, "fiji");

  g_assert_cmpfloat_with_epsilon (russia.lat, 61.7, 1);
  g_assert_cmpfloat_with_epsilon (russia.lon, 99.7, 1);
  g_assert_cmpfloat_with_epsilon (fiji.lat, -17.8, 0.5);
  g_assert_cmpfloat_with_epsilon (fiji.lon, 178, 0.5);
}

/* Of many towns of a name the most populous comes first, and each tells where it is. */
static void
test_many_places (Fixture *fixture, gconstpointer data)
{
  QuoNameEntry entry;
  guint32 population = G_MAXUINT32;
  guint n_ohio = 0;

  g_assert_true (quo_gazetteer_look_up (fixture->gazetteer, "springfield", 11, &entry));
  g_assert_cmpuint (entry.n_places, >, 5);
  for (guint i = 0; i < entry.n_places; i++)
    {
      QuoPlace place;

      quo_gazetteer_get_place (fixture->gazetteer, entry.places[i], &place);
      g_assert_cmpuint (place.population, <=, population);
      population = place.population;
      n_ohio += strcmp (place.region_name, "Ohio") == 0;
    }
  g_assert_cmpuint (n_ohio, ==, 1);
}

static void
test_flags (Fixture *fixture, gconstpointer data)
{
  g_assert_true (get_flags (fixture->gazetteer, "angela") & QUO_NAME_GIVEN);
  g_assert_true (get_flags (fixture->gazetteer, "екатерина") & QUO_NAME_GIVEN);
  g_assert_true (get_flags (fixture->gazetteer, "müller") & QUO_NAME_SURNAME);
  g_assert_true (get_flags (fixture->gazetteer, "王") & QUO_NAME_SURNAME);
  g_assert_true (get_flags (fixture->gazetteer, "nato") & QUO_NAME_ORGANIZATION);
  g_assert_true (get_flags (fixture->gazetteer, "斯") & QUO_NAME_TRANSLITERATION);
  g_assert_cmpuint (get_flags (fixture->gazetteer, "quotidian"), ==, 0);
  g_assert_cmpuint (get_flags (fixture->gazetteer, ""), ==, 0);
  g_assert_cmpuint (get_flags (fixture->gazetteer, "\xff\xff"), ==, 0);
}

static void
test_starts (Fixture *fixture, gconstpointer data)
{
  g_assert_true (quo_gazetteer_may_start (fixture->gazetteer, 0x4f26, 0x6566));  /* 伦敦 */
  g_assert_false (quo_gazetteer_may_start (fixture->gazetteer, 0x7684, 0x4e86)); /* 的了 */
}

static gboolean
add_list (Fixture *fixture, const char *csv, GError **error)
{
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);

  g_assert_true (g_file_set_contents (path, csv, -1, NULL));
  return quo_gazetteer_add_list (fixture->gazetteer, path, error);
}

static void
test_own_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  QuoNameEntry entry;
  QuoPlace place;

  add_list (fixture,
            "name,type,id,lat,lon\r\n# ours\r\n\r\n\"Jana Köhler, MP\",person\r\n"
            "Neudorf-West,place,7290234,48.1,-11.25\r\nSveaverket,organization,Q64\r\n"
            "海边小村,place\r\nBerlin,ship\r\n",
            &error);
  g_assert_no_error (error);
  g_assert_true (get_flags (fixture->gazetteer, "jana köhler, mp") & QUO_NAME_OWN);
  place = get_first (fixture->gazetteer, "neudorf-west");
  g_assert_cmpstr (place.scheme, ==, "geonames");
  g_assert_cmpstr (quo_place_get_id (&place), ==, "7290234");
  g_assert_cmpfloat_with_epsilon (place.lat, 48.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (place.lon, -11.25, 1e-9);
  g_assert_true (get_flags (fixture->gazetteer, "sveaverket") & QUO_NAME_ORGANIZATION);
  g_assert_true (quo_gazetteer_may_start (fixture->gazetteer, 0x6d77, 0x8fb9));
  /* What a person says of a name hides what the file says. */
  g_assert_true (quo_gazetteer_look_up (fixture->gazetteer, "berlin", 6, &entry));
  g_assert_cmpstr (entry.type, ==, "ship");
  g_assert_cmpuint (entry.n_places, ==, 0);
}

static void
test_own_list_semicolon (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  QuoPlace place;

  add_list (fixture, "\xef\xbb\xbftype;lon;lat;name\nplace;9.5;50.25;Oberhof am See\n", &error);
  g_assert_no_error (error);
  place = get_first (fixture->gazetteer, "oberhof am see");
  g_assert_cmpfloat_with_epsilon (place.lat, 50.25, 1e-9);
  g_assert_null (quo_place_get_id (&place));
}

static void
test_bad_own_list (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *csv;
    QuoError code;
    const char *words;
  } cases[] = {
    { "Berlin\n", QUO_ERROR_INVALID, "list.csv: line 1: " },
    { "a,person\nb,\n", QUO_ERROR_INVALID, "line 2: each line needs a name and a type" },
    { "a,person\n,person\n", QUO_ERROR_INVALID, "line 2" },
    { "a,place,,91,0\n", QUO_ERROR_INVALID, "lat: “91” is no number of degrees from -90 to 90" },
    { "a,place,,1,x\n", QUO_ERROR_INVALID, "lon: “x”" },
    { "a,a b c\n", QUO_ERROR_INVALID, "line 1" },
    { "\xff,person\n", QUO_ERROR_ENCODING, "not UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (add_list (fixture, cases[i].csv, &error));
      g_assert_error (error, QUO_ERROR, (int)cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      g_assert_cmpuint (get_flags (fixture->gazetteer, "a"), ==, 0);
    }
}

/* The bytes from @offset on as a number. */
static guint32
read_number (const char *bytes, gsize offset)
{
  guint32 n;

  memcpy (&n, bytes + offset, sizeof n);
  return GUINT32_FROM_LE (n);
}

/* Steps over a varint. */
static const guint8 *
skip_number (const guint8 *p, guint32 *ret_n)
{
  *ret_n = 0;
  for (guint shift = 0;; shift += 7)
    {
      *ret_n |= (guint32)(*p & 0x7f) << shift;
      if (*p++ < 0x80)
        return p;
    }
}

/* Each name of the file is found as it stands there, whichever was read before it: the file is read
 * here from its beginning to its end. */
static void
test_every_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (), *bytes = NULL;
  const guint8 *p, *end;
  char name[512];
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  p = (const guint8 *)bytes + read_number (bytes, 40);
  end = (const guint8 *)bytes + read_number (bytes, 44);
  while (p < end)
    {
      guint shared = p[0], n_own = p[1];
      guint32 flags, n_places = 0;
      QuoNameEntry entry;

      memcpy (name + shared, p + 2, n_own);
      name[shared + n_own] = '\0';
      p = skip_number (p + 2 + n_own, &flags);
      if (flags & QUO_NAME_PLACE)
        p = skip_number (p, &n_places);
      for (guint32 i = 0, ignored; i < n_places; i++)
        p = skip_number (p, &ignored);
      g_assert_true (quo_gazetteer_look_up (fixture->gazetteer, name, shared + n_own, &entry));
      g_assert_cmpuint (entry.flags, ==, flags);
      g_assert_cmpuint (entry.n_places, ==, MIN (n_places, QUO_NAME_MAX_PLACES));
      n++;
    }
  g_assert_cmpuint (n, ==, read_number (bytes, 16));
}

static gpointer
ask_often (gpointer data)
{
  Fixture *fixture = data;
  static const char *const names[] = { "berlin", "springfield", "paris", "москва", "zürich", "zz" };
  guint sum = 0;

  for (guint i = 0; i < 3000; i++)
    {
      const char *name = names[i % G_N_ELEMENTS (names)];
      QuoNameEntry entry = { 0 };
      QuoPlace place = { 0 };

      if (quo_gazetteer_look_up (fixture->gazetteer, name, strlen (name), &entry)
          && entry.n_places > 0)
        quo_gazetteer_get_place (fixture->gazetteer, entry.places[i % entry.n_places], &place);
      sum = sum * 31 + entry.flags + entry.n_places + place.population;
      if (i % 50 == 0)
        quo_gazetteer_let_go (fixture->gazetteer);
    }
  return GUINT_TO_POINTER (sum);
}

/* Threads that ask at once, and let go of what others read, get what one alone gets. */
static void
test_threads (Fixture *fixture, gconstpointer data)
{
  gpointer alone = ask_often (fixture);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ask", ask_often, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == alone);
}

/* A damaged file is refused or finds nothing; it never reads past its end. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path ();
  g_autofree char *copy = g_build_filename (fixture->folder, "list.csv", NULL);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *damaged = g_memdup2 (bytes, size);
      gsize cut = i % 3 == 0 ? (gsize)g_test_rand_int_range (0, size) : size;
      g_autoptr (QuoGazetteer) gazetteer = NULL;

      for (guint k = 0; k < 200; k++)
        damaged[i % 2 == 0 && k < 4 ? g_test_rand_int_range (8, 64)
                                    : g_test_rand_int_range (64, size)]
            = (char)g_test_rand_int_range (0, 256);
      g_assert_true (g_file_set_contents (copy, damaged, cut, NULL));
      gazetteer = quo_gazetteer_open (copy, NULL);
      if (gazetteer == NULL)
        continue;
      for (guint k = 0; k < 200; k++)
        {
          static const char *const names[] = { "berlin", "springfield", "aaa", "zz", "москва" };
          const char *name = names[k % G_N_ELEMENTS (names)];
          QuoNameEntry entry;
          QuoPlace place;

          if (quo_gazetteer_look_up (gazetteer, name, strlen (name), &entry))
            for (guint p = 0; p < entry.n_places; p++)
              {
                quo_gazetteer_get_place (gazetteer, entry.places[p], &place);
                g_assert_true (isnan (place.lat)
                                   ? isnan (place.lon)
                                   : fabs (place.lat) <= 90 && fabs (place.lon) <= 180);
              }
        }
    }
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL;
  g_autoptr (QuoGazetteer) empty = quo_gazetteer_open (NULL, NULL);

  g_assert_null (quo_gazetteer_open ("/nowhere/at-all", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  list = g_build_filename (g_getenv ("QUO_DATA_DIR"), "gazetteer", "features.csv", NULL);
  g_assert_null (quo_gazetteer_open (list, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_INVALID);
  g_assert_cmpuint (get_flags (empty, "berlin"), ==, 0);
  g_assert_false (quo_gazetteer_may_start (empty, 0x4f26, 0x6566));
}

static void
add_test (const char *path, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/suggest/gazetteer/places", test_places);
  add_test ("/suggest/gazetteer/coordinates", test_coordinates);
  add_test ("/suggest/gazetteer/date-line", test_date_line);
  add_test ("/suggest/gazetteer/many-places", test_many_places);
  add_test ("/suggest/gazetteer/flags", test_flags);
  add_test ("/suggest/gazetteer/starts", test_starts);
  add_test ("/suggest/gazetteer/own-list", test_own_list);
  add_test ("/suggest/gazetteer/own-list-semicolon", test_own_list_semicolon);
  add_test ("/suggest/gazetteer/bad-own-list", test_bad_own_list);
  add_test ("/suggest/gazetteer/every-name", test_every_name);
  add_test ("/suggest/gazetteer/threads", test_threads);
  add_test ("/suggest/gazetteer/damaged", test_damaged);
  g_test_add_func ("/suggest/gazetteer/no-file", test_no_file);
  return g_test_run ();
}
