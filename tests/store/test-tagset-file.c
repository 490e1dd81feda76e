/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tagset files: the built-in one, what is refused, which files a sidecar may name. */

#include "quo-config.h"

#include "quo-error.h"
#include "quo-tagset-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
test_builtin (void)
{
  static const char *const keys[]
      = { "1", "person",  "2", "place", "3", "organization", "4",  "date", "5", "event",
          "m", "mention", "q", "quote", "c", "cue",          NULL, NULL };
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  g_autoptr (QuoTagset) again = quo_tagset_get_builtin ();
  const QuoLabel *quote = quo_tagset_find (tagset, "quote");

  g_assert_true (tagset == again);
  g_assert_cmpstr (tagset->name, ==, "news");
  g_assert_cmpuint (tagset->n_labels, ==, 8);
  for (guint i = 0; keys[i] != NULL; i += 2)
    g_assert_cmpstr (quo_tagset_find_key (tagset, keys[i])->id, ==, keys[i + 1]);
  g_assert_cmpint (quote->kind, ==, QUO_LABEL_QUOTE);
  g_assert_cmpint (quote->line, ==, QUO_LINE_BLOCK);
  g_assert_cmpstr (quote->attrs[0].values[4], ==, "written");
  g_assert_null (quote->attrs[0].values[5]);
  g_assert_cmpstr (quote->attrs[0].value, ==, "direct");
  g_assert_cmpstr (quo_tagset_find (tagset, "organization")->short_name, ==, "Org");
  g_assert_cmpuint (tagset->relations[0].n_roles, ==, 4);
  g_assert_cmpstr (tagset->relations[0].roles[3].name, ==, "addressee");
  g_assert_cmpint (tagset->relations[0].roles[2].kinds[0], ==, QUO_LABEL_CUE);
}

/* Written again, the built-in set is its own file. */
static void
test_round_trip (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("QUO_DATA_DIR"), "tagsets", "news.tagset.json", NULL);
  g_autoptr (QuoTagset) tagset = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL, *written = NULL;
  g_autoptr (GError) error = NULL;
  gsize len;

  tagset = quo_tagset_load (path, &error);
  g_assert_no_error (error);
  bytes = quo_tagset_write (tagset);
  g_assert_true (g_file_get_contents (path, &text, &len, NULL));
  written = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (written, ==, text);
}

/* A default that is not of the type of its attribute comes back as it is, and breaks no file. */
static void
test_defaults (void)
{
  static const char *const attrs[] = {
    "{\"name\":\"a\",\"type\":\"number\",\"default\":\"direct\"}",
    "{\"name\":\"a\",\"type\":\"number\",\"default\":\"-\"}",
    "{\"name\":\"a\",\"type\":\"number\",\"default\":\"1,\\\"x\\\":2\"}",
    "{\"name\":\"a\",\"type\":\"number\",\"default\":-7}",
    "{\"name\":\"a\",\"type\":\"flag\",\"default\":\"perhaps\"}",
    "{\"name\":\"a\",\"type\":\"flag\",\"default\":true}",
    "{\"name\":\"a\",\"type\":\"text\",\"default\":\"5\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (attrs); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{\"format\":\"quotidian-tagset\",\"version\":\"1.0\",\"name\":\"x\",\"labels\":["
          "{\"id\":\"l\",\"name\":\"L\",\"attrs\":[%s]}]}",
          attrs[i]);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text)), written = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (QuoTagset) tagset = quo_tagset_read (bytes, "x", &error), again = NULL;

      g_assert_no_error (error);
      written = quo_tagset_write (tagset);
      again = quo_tagset_read (written, "x", &error);
      g_assert_no_error (error);
      g_assert_cmpstr (again->labels[0].attrs[0].value, ==, tagset->labels[0].attrs[0].value);
      g_assert_nonnull (g_strstr_len (g_bytes_get_data (written, NULL),
                                      (gssize)g_bytes_get_size (written), attrs[i]));
    }
}

static QuoTagset *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return quo_tagset_read (bytes, "x.tagset.json", error);
}

#define HEAD "{\"format\":\"quotidian-tagset\",\"version\":\"1.0\",\"name\":\"n\","
#define WITH(members) HEAD "\"labels\":[{\"id\":\"a\"," members "}]}"

/* Every kind of attribute and default comes back. */
static void
test_own (void)
{
  const char *text = HEAD
      "\"x-unknown\":[1],\"labels\":[{\"id\":\"claim\",\"attrs\":["
      "{\"name\":\"n\",\"type\":\"number\",\"default\":0.5},{\"name\":\"f\",\"type\":\"flag\","
      "\"default\":true},{\"name\":\"m\",\"type\":\"many\",\"values\":[\"x\",\"y\"]}]}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoTagset) tagset = read_text (text, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QuoTagset) again = NULL;
  const QuoLabel *label;

  g_assert_no_error (error);
  label = &tagset->labels[0];
  g_assert_cmpstr (label->name, ==, "claim");
  g_assert_cmpint (label->kind, ==, QUO_LABEL_FREE);
  g_assert_cmpstr (label->attrs[0].value, ==, "0.5");
  g_assert_cmpstr (label->attrs[1].value, ==, "true");
  g_assert_cmpstr (label->attrs[2].values[1], ==, "y");
  bytes = quo_tagset_write (tagset);
  again = quo_tagset_read (bytes, "again", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->labels[0].attrs[0].value, ==, "0.5");
}

/* A file of the folder goes before the person's own; one that cannot be read is told of. */
static void
test_choose (void)
{
  g_autofree char *folder = g_dir_make_tmp ("quo-tagset-XXXXXX", NULL);
  g_autofree char *sidecar = g_build_filename (folder, "a.txt.quo.json", NULL);
  g_autofree char *beside = quo_tagset_dup_folder_path (sidecar);
  g_autofree char *user = quo_tagset_dup_user_path ();
  g_autofree char *user_folder = g_path_get_dirname (user);
  g_autoptr (QuoTagset) desk = read_text (HEAD "\"labels\":[{\"id\":\"desk\"}]}", NULL);
  g_autoptr (QuoTagset) mine = read_text (HEAD "\"labels\":[{\"id\":\"mine\"}]}", NULL);
  g_autoptr (QuoTagset) builtin = quo_tagset_get_builtin ();
  g_autoptr (GError) error = NULL;
  const struct
  {
    const QuoTagset *folder, *user;
    const char *wanted, *path;
  } cases[] = { { NULL, NULL, builtin->labels[0].id, NULL },
                { NULL, mine, "mine", user },
                { desk, mine, "desk", beside } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QuoTagset) found = NULL;
      g_autofree char *path = NULL;

      g_assert_true (cases[i].folder == NULL || quo_tagset_save (cases[i].folder, beside, &error));
      g_assert_true (cases[i].user == NULL || quo_tagset_save (cases[i].user, user, &error));
      found = quo_tagset_choose (sidecar, NULL, &path, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (found->labels[0].id, ==, cases[i].wanted);
      g_assert_cmpstr (path, ==, cases[i].path);
    }
  g_assert_true (g_file_set_contents (beside, "{", -1, NULL));
  {
    g_autoptr (QuoTagset) found = quo_tagset_choose (sidecar, NULL, NULL, &error);

    g_assert_error (error, QUO_ERROR, QUO_ERROR_SYNTAX);
    g_assert_cmpstr (found->labels[0].id, ==, "mine");
  }
  g_remove (beside);
  g_remove (user);
  g_rmdir (user_folder);
  g_rmdir (folder);
}

typedef struct
{
  const char *name, *text;
  QuoError code;
  const char *words;
} Case;

static const Case bad[] = {
  { "not-json", "{", QUO_ERROR_SYNTAX, "line 1" },
  { "bom", "\xef\xbb\xbf{}", QUO_ERROR_SYNTAX, "byte order mark" },
  { "list", "[]", QUO_ERROR_INVALID, "an object is expected" },
  { "other-format", "{\"format\":\"x\",\"version\":\"1.0\"}", QUO_ERROR_INVALID,
    "format: “x” is not quotidian-tagset" },
  { "later", "{\"format\":\"quotidian-tagset\",\"version\":\"2.0\"}", QUO_ERROR_VERSION,
    "a later version" },
  { "no-labels", "{\"format\":\"quotidian-tagset\",\"version\":\"1.0\",\"name\":\"n\"}",
    QUO_ERROR_INVALID, "“labels” is missing" },
  { "twice", WITH ("\"name\":\"x\",\"name\":\"y\""), QUO_ERROR_INVALID, "“name” stands twice" },
  { "nul", WITH ("\"name\":\"x\\u0000y\""), QUO_ERROR_INVALID, "U+0000" },
  { "nul-in-name", WITH ("\"name\\u0000\":1"), QUO_ERROR_INVALID, "not allowed" },
  { "no-id", HEAD "\"labels\":[{\"name\":\"a\"}]}", QUO_ERROR_INVALID,
    "labels[0]: the member “id” is missing" },
  { "double-id", HEAD "\"labels\":[{\"id\":\"a\"},{\"id\":\"a\"}]}", QUO_ERROR_INVALID,
    "labels[1].id: “a” is the id of labels[0] already" },
  { "double-key", HEAD "\"labels\":[{\"id\":\"a\",\"key\":\"x\"},{\"id\":\"b\",\"key\":\"X\"}]}",
    QUO_ERROR_INVALID, "labels[1].key: “X” is the key of labels[0] already" },
  { "key-long", WITH ("\"key\":\"ab\""), QUO_ERROR_INVALID, "labels[0].key: “ab”" },
  { "key-blank", WITH ("\"key\":\" \""), QUO_ERROR_INVALID, "is not one character" },
  { "color", WITH ("\"color\":\"red\""), QUO_ERROR_INVALID, "labels[0].color: “red” is no colour" },
  { "line", WITH ("\"line\":\"wavy\""), QUO_ERROR_INVALID, "“wavy” is none of: solid, double" },
  { "kind", WITH ("\"kind\":\"verb\""), QUO_ERROR_INVALID, "labels[0].kind" },
  { "attr-type", WITH ("\"attrs\":[{\"name\":\"x\",\"type\":\"date\"}]"), QUO_ERROR_INVALID,
    "labels[0].attrs[0].type: “date” is none of" },
  { "attr-list", WITH ("\"attrs\":[1]"), QUO_ERROR_INVALID,
    "labels[0].attrs[0]: an object is expected" },
  { "role-kind",
    HEAD
    "\"labels\":[],\"relations\":[{\"id\":\"r\",\"roles\":[{\"name\":\"x\",\"kinds\":[\"y\"]}]}]}",
    QUO_ERROR_INVALID, "relations[0].roles[0].kinds: “y” is none of" },
};

static void
test_bad (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (c->text, &error));
  g_assert_nonnull (error);
  if (error->domain != QUO_ERROR || error->code != (int)c->code
      || strstr (error->message, c->words) == NULL)
    g_error ("code %d: %s", error->code, error->message);
}

static void
check_path (const char *sidecar, const char *file, const char *root, const char *expected)
{
  g_autofree char *path = quo_tagset_find_path (sidecar, file, root);

  g_assert_cmpstr (path, ==, expected);
}

static void
test_find_path (void)
{
  const char *sidecar = "/no/such/folder/x.quo.json";

  check_path (sidecar, "a.tagset.json", NULL, "/no/such/folder/a.tagset.json");
  check_path (sidecar, "sub/a.tagset.json", NULL, "/no/such/folder/sub/a.tagset.json");
  check_path (sidecar, "../../a.tagset.json", NULL, "/no/a.tagset.json");
  check_path (sidecar, "../../../a.tagset.json", NULL, NULL);
  check_path (sidecar, "../../../a.tagset.json", "/", "/a.tagset.json");
  check_path (sidecar, "sub/../../a.tagset.json", NULL, NULL);
  check_path (sidecar, "/etc/a.tagset.json", NULL, NULL);
  check_path (sidecar, "a.json", NULL, NULL);
  check_path (sidecar, "/etc/passwd", NULL, NULL);
}

static void
test_find_path_link (void)
{
  g_autofree char *folder = g_dir_make_tmp ("quo-tagset-XXXXXX", NULL);
  g_autofree char *sidecar = g_build_filename (folder, "x.quo.json", NULL);
  g_autofree char *link = g_build_filename (folder, "a.tagset.json", NULL);
  g_autofree char *sub = g_build_filename (folder, "sub", NULL);

  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
  g_assert_cmpint (symlink ("/etc", sub), ==, 0);
  check_path (sidecar, "a.tagset.json", NULL, NULL);
  check_path (sidecar, "sub/b.tagset.json", NULL, NULL);
  g_remove (link);
  g_remove (sub);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/tagset-file/builtin", test_builtin);
  g_test_add_func ("/store/tagset-file/round-trip", test_round_trip);
  g_test_add_func ("/store/tagset-file/defaults", test_defaults);
  g_test_add_func ("/store/tagset-file/own", test_own);
  g_test_add_func ("/store/tagset-file/choose", test_choose);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/tagset-file/refused/%s", bad[i].name);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  g_test_add_func ("/store/tagset-file/find-path", test_find_path);
  g_test_add_func ("/store/tagset-file/find-path-link", test_find_path_link);
  return g_test_run ();
}
