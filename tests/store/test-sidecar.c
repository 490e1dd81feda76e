/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading and writing sidecars: byte for byte, what is kept, what is told. */

#include "quo-config.h"

#include "quo-error.h"
#include "quo-sidecar-reader.h"
#include "quo-sidecar-writer.h"

#include <string.h>

/* Reads a file beside the tests, NULL if there is none. */
static GBytes *
load (const char *folder, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, name, NULL);
  char *data;
  gsize len;

  return g_file_get_contents (path, &data, &len, NULL) ? g_bytes_new_take (data, len) : NULL;
}

static QuoArticle *
make_article (GBytes *bytes)
{
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);
  g_autoptr (QuoText) text = quo_text_new_take (g_strndup (data, len), len);

  return quo_article_new (text);
}

static void
check_equal (GBytes *a, GBytes *b)
{
  gsize a_len, b_len;
  const char *a_data = g_bytes_get_data (a, &a_len), *b_data = g_bytes_get_data (b, &b_len);
  g_autofree char *a_text = g_strndup (a_data, a_len), *b_text = g_strndup (b_data, b_len);

  g_assert_cmpstr (a_text, ==, b_text);
  g_assert_true (g_bytes_equal (a, b));
}

static QuoSnapshot *
read_bytes (GBytes *bytes, QuoArticle *article, QuoReport *report)
{
  g_autoptr (GError) error = NULL;
  QuoSnapshot *snapshot = quo_sidecar_read (bytes, "x.quo.json", article, report, &error);

  g_assert_no_error (error);
  return snapshot;
}

/* Load and save with the article and without it: the same bytes, and nothing to tell. */
static void
check_round_trip (const char *folder, const char *name)
{
  g_autofree char *sidecar = g_strconcat (name, ".quo.json", NULL);
  g_autoptr (GBytes) text = load (folder, name);
  g_autoptr (GBytes) bytes = load (folder, sidecar);
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (QuoArticle) article = NULL;

  if (text == NULL || bytes == NULL)
    {
      g_test_skip ("the worked example is not at hand");
      return;
    }
  article = make_article (text);
  for (guint pass = 0; pass < 2; pass++)
    {
      g_autoptr (QuoSnapshot) snapshot = read_bytes (bytes, pass == 0 ? article : NULL, report);
      g_autoptr (GBytes) written = quo_sidecar_write (snapshot, NULL);

      check_equal (written, bytes);
    }
  g_assert_cmpuint (quo_report_get_length (report), ==, 0);
}

static void
test_round_trip (gconstpointer name)
{
  check_round_trip ("store/fixtures", name);
}

static void
test_worked_example (gconstpointer name)
{
  check_round_trip ("../../shared/sidecar", name);
}

/* Quotes that the text has are not kept twice; those it has not, and other context, are. */
static void
test_anchors (void)
{
  g_autoptr (GBytes) text = load ("store/fixtures", "ferry.txt");
  g_autoptr (GBytes) bytes = load ("store/fixtures", "ferry.txt.quo.json");
  g_autoptr (QuoArticle) article = make_article (text);
  g_autoptr (QuoSnapshot) snapshot = read_bytes (bytes, article, NULL);
  const QuoAnnotation *quote = quo_snapshot_find (snapshot, "a2");
  const QuoAnnotation *bare = quo_snapshot_find (snapshot, "a3b");
  const QuoAnnotation *orphan = quo_snapshot_find (snapshot, "a9");

  g_assert_false (quote->is_kept);
  g_assert_cmpuint (quote->n_ranges, ==, 2);
  g_assert_null (quote->quotes);
  g_assert_true (bare->is_kept);
  g_assert_cmpstr (bare->quotes[0], ==, "Imke de Vries");
  g_assert_null (bare->pre);
  g_assert_true (orphan->is_kept && orphan->is_orphan);
  g_assert_cmpstr (orphan->suf, ==, " text");
}

static void
test_members (void)
{
  g_autoptr (GBytes) bytes = load ("store/fixtures", "ferry.txt.quo.json");
  g_autoptr (QuoSnapshot) snapshot = read_bytes (bytes, NULL, NULL);
  const QuoEntity *entity = quo_snapshot_find (snapshot, "e3");
  const QuoRelation *relation = quo_snapshot_find (snapshot, "r1");
  const QuoAnnotation *annotation = quo_snapshot_find (snapshot, "a7");

  g_assert_cmpstr (entity->lat, ==, "53.23157");
  g_assert_cmpstr (entity->ids[1].name, ==, "wikidata");
  g_assert_cmpstr (entity->base.extra, ==, "\"x-kept\":[1.0, 2.50, {\"a\": null}]");
  g_assert_cmpuint (relation->n_roles, ==, 4);
  g_assert_cmpstr (relation->roles[3].name, ==, "source");
  g_assert_cmpuint (relation->roles[3].n_members, ==, 2);
  g_assert_cmpstr (relation->conf, ==, "0.50");
  g_assert_cmpuint (relation->modified, ==, G_GUINT64_CONSTANT (20260206100109));
  g_assert_cmpuint (annotation->status, ==, QUO_STATUS_SUGGESTED);
  g_assert_cmpstr (annotation->from->rule, ==, "thought-that");
  g_assert_cmpstr (snapshot->header->title, ==, "Harbour board keeps the night ferry");
}

/* --- Small files, made of parts --- */

#define SHA "\"sha256\":\"0000000000000000000000000000000000000000000000000000000000000000\""
#define HEAD "{\"format\":\"quotidian-annotations\",\"version\":\"1.0\","
#define DOCUMENT "\"document\":{" SHA ",\"length\":20}"
#define MARK(id, members) "{\"id\":\"" id "\",\"type\":\"t\"," members "}"
#define PLACE "\"at\":[[0,2]],\"quote\":[\"ab\"]"
#define FILE_WITH(annotations, more) HEAD DOCUMENT ",\"annotations\":[" annotations "]" more "}"
#define ONE(members) FILE_WITH (MARK ("a", PLACE members), "")

typedef struct
{
  const char *name;
  const char *text;
  QuoError code;
  const char *words; /* somewhere in the message */
} Case;

static const Case bad[] = {
  { "not-json", "{\"format\":", QUO_ERROR_SYNTAX, "line 1, column 11" },
  { "list", "[]", QUO_ERROR_INVALID, "an object is expected" },
  { "empty-object", "{}", QUO_ERROR_INVALID, "“format” is missing" },
  { "other-format", "{\"format\":\"other\",\"version\":\"1.0\"," DOCUMENT ",\"annotations\":[]}",
    QUO_ERROR_INVALID, "format: “other” is not quotidian-annotations" },
  { "later-version", "{\"format\":\"quotidian-annotations\",\"version\":\"2.0\",\"annotations\":7}",
    QUO_ERROR_VERSION, "a later version" },
  { "version-malformed",
    "{\"format\":\"quotidian-annotations\",\"version\":\"1.01\"," DOCUMENT ",\"annotations\":[]}",
    QUO_ERROR_INVALID, "version: “1.01” is no version" },
  { "version-word",
    "{\"format\":\"quotidian-annotations\",\"version\":\"one\"," DOCUMENT ",\"annotations\":[]}",
    QUO_ERROR_INVALID, "version: “one” is no version" },
  { "no-document", HEAD "\"annotations\":[]}", QUO_ERROR_INVALID, "“document” is missing" },
  { "no-annotations", HEAD DOCUMENT "}", QUO_ERROR_INVALID, "“annotations” is missing" },
  { "no-sha256", HEAD "\"document\":{\"length\":1},\"annotations\":[]}", QUO_ERROR_INVALID,
    "document: the member “sha256” is missing" },
  { "sha256-short", HEAD "\"document\":{\"sha256\":\"00\",\"length\":1},\"annotations\":[]}",
    QUO_ERROR_INVALID, "document.sha256: 64 hexadecimal" },
  { "length-point", HEAD "\"document\":{" SHA ",\"length\":1.5},\"annotations\":[]}",
    QUO_ERROR_INVALID, "document.length: a whole number" },
  { "newline-word",
    HEAD "\"document\":{" SHA ",\"length\":1,\"newline\":\"nl\"},\"annotations\":[]}",
    QUO_ERROR_INVALID, "document.newline: “nl” is none of: lf, crlf" },
  { "annotations-object", HEAD DOCUMENT ",\"annotations\":{}}", QUO_ERROR_INVALID,
    "annotations: a list is expected" },
  { "twice", HEAD DOCUMENT ",\"annotations\":[],\"annotations\":[]}", QUO_ERROR_INVALID,
    "“annotations” stands twice" },
  { "twice-unknown", FILE_WITH ("", ",\"x\":1,\"x\":2"), QUO_ERROR_INVALID, "“x” stands twice" },
  { "twice-in-attrs", ONE (",\"attrs\":{\"a\":1,\"a\":2}"), QUO_ERROR_INVALID, "“a” stands twice" },
  { "twice-in-from", ONE (",\"from\":{\"ref\":\"1\",\"ref\":\"2\"}"), QUO_ERROR_INVALID,
    "“ref” stands twice" },
  { "id-missing", FILE_WITH ("{\"type\":\"t\"," PLACE "}", ""), QUO_ERROR_INVALID,
    "annotations[0]: the member “id” is missing" },
  { "id-malformed", FILE_WITH (MARK ("1a", PLACE), ""), QUO_ERROR_INVALID,
    "annotations[0].id: “1a” is no id" },
  { "id-double", FILE_WITH (MARK ("a", PLACE) "," MARK ("a", PLACE), ""), QUO_ERROR_INVALID,
    "annotations[1].id: “a” is the id of annotations[0] already" },
  { "id-double-over-lists",
    HEAD DOCUMENT ",\"layers\":[{\"id\":\"a\"}],\"annotations\":[" MARK ("a", PLACE) "]}",
    QUO_ERROR_INVALID, "“a” is the id of layers[0] already" },
  { "type-empty", FILE_WITH ("{\"id\":\"a\",\"type\":\"\"," PLACE "}", ""), QUO_ERROR_INVALID,
    "annotations[0].type: a name must not be empty" },
  { "at-empty", FILE_WITH (MARK ("a", "\"at\":[],\"quote\":[]"), ""), QUO_ERROR_INVALID,
    "annotations[0].at: at least one range" },
  { "at-one", FILE_WITH (MARK ("a", "\"at\":[[1]],\"quote\":[\"a\"]"), ""), QUO_ERROR_INVALID,
    "a range is two numbers" },
  { "at-three", FILE_WITH (MARK ("a", "\"at\":[[1,2,3]],\"quote\":[\"a\"]"), ""), QUO_ERROR_INVALID,
    "a range is two numbers" },
  { "at-negative", FILE_WITH (MARK ("a", "\"at\":[[-1,2]],\"quote\":[\"abc\"]"), ""),
    QUO_ERROR_INVALID, "annotations[0].at: a whole number" },
  { "at-backwards", FILE_WITH (MARK ("a", "\"at\":[[3,2]],\"quote\":[\"a\"]"), ""),
    QUO_ERROR_INVALID, "annotations[0].at: 3 to 2: the end must be after the start" },
  { "at-huge", FILE_WITH (MARK ("a", "\"at\":[[0,4294967296]],\"quote\":[\"a\"]"), ""),
    QUO_ERROR_INVALID, "too great" },
  { "at-order", FILE_WITH (MARK ("a", "\"at\":[[4,6],[0,2]],\"quote\":[\"ab\",\"cd\"]"), ""),
    QUO_ERROR_INVALID, "annotations[0].at: 0 to 2: ranges must be in the order" },
  { "at-overlap", FILE_WITH (MARK ("a", "\"at\":[[0,3],[2,4]],\"quote\":[\"abc\",\"cd\"]"), ""),
    QUO_ERROR_INVALID, "not overlap" },
  { "at-past-end", FILE_WITH (MARK ("a", "\"at\":[[19,21]],\"quote\":[\"ab\"]"), ""),
    QUO_ERROR_INVALID, "x.quo.json: annotations[0].at: 21 is past the end of the article (20" },
  { "quote-count", FILE_WITH (MARK ("a", "\"at\":[[0,2]],\"quote\":[\"ab\",\"c\"]"), ""),
    QUO_ERROR_INVALID, "annotations[0].quote: 1 ranges need as many quotes, there are 2" },
  { "quote-length", FILE_WITH (MARK ("a", "\"at\":[[0,2]],\"quote\":[\"a🚋c\"]"), ""),
    QUO_ERROR_INVALID, "0 to 2 are 2 characters, the quote has 3" },
  { "quote-nul", FILE_WITH (MARK ("a", "\"at\":[[0,2]],\"quote\":[\"a\\u0000\"]"), ""),
    QUO_ERROR_INVALID, "annotations[0].quote: the character U+0000" },
  { "quote-surrogate", FILE_WITH (MARK ("a", "\"at\":[[0,2]],\"quote\":[\"a\\ud800\"]"), ""),
    QUO_ERROR_INVALID, "surrogate" },
  { "entity-list-of-one", ONE (",\"entity\":[\"E\"]"), QUO_ERROR_INVALID,
    "annotations[0].entity: one id, or a list of two" },
  { "orphan-false", ONE (",\"orphan\":false"), QUO_ERROR_INVALID, "only true is allowed" },
  { "conf-above", ONE (",\"conf\":1.5"), QUO_ERROR_INVALID, "conf: 1.5 is not between 0 and 1" },
  { "status-word", ONE (",\"status\":\"maybe\""), QUO_ERROR_INVALID, "“maybe” is none of" },
  { "created-malformed", ONE (",\"created\":\"yesterday\""), QUO_ERROR_INVALID,
    "annotations[0].created: “yesterday” is no time" },
  { "attr-null", ONE (",\"attrs\":{\"a\":null}"), QUO_ERROR_INVALID,
    "annotations[0].attrs.a: a string, a number" },
  { "attr-object", ONE (",\"attrs\":{\"a\":[{}]}"), QUO_ERROR_INVALID, "annotations[0].attrs.a" },
  { "attr-nameless", ONE (",\"attrs\":{\"\":1}"), QUO_ERROR_INVALID, "must not be empty" },
  { "score-above", ONE (",\"from\":{\"score\":2}"), QUO_ERROR_INVALID,
    "annotations[0].from.score: 2 is not between" },
  { "note-number", ONE (",\"note\":1"), QUO_ERROR_INVALID,
    "annotations[0].note: a string is expected" },
  { "lat-alone", FILE_WITH ("", ",\"entities\":[{\"id\":\"E\",\"lat\":1}]"), QUO_ERROR_INVALID,
    "entities[0].lat: lat and lon must stand together" },
  { "lat-above", FILE_WITH ("", ",\"entities\":[{\"id\":\"E\",\"lat\":91,\"lon\":0}]"),
    QUO_ERROR_INVALID, "91 is not between -90 and 90" },
  { "agent-type", FILE_WITH ("", ",\"agents\":[{\"id\":\"A\",\"type\":\"robot\"}]"),
    QUO_ERROR_INVALID, "agents[0].type: “robot” is none of: person" },
  { "layer-state", FILE_WITH ("", ",\"layers\":[{\"id\":\"L\",\"state\":\"half\"}]"),
    QUO_ERROR_INVALID, "layers[0].state" },
  { "roles-none", FILE_WITH ("", ",\"relations\":[{\"id\":\"R\",\"type\":\"q\",\"roles\":{}}]"),
    QUO_ERROR_INVALID, "relations[0].roles: a relation needs at least one role" },
  { "role-empty",
    FILE_WITH ("", ",\"relations\":[{\"id\":\"R\",\"type\":\"q\",\"roles\":{\"quote\":[]}}]"),
    QUO_ERROR_INVALID, "relations[0].roles.quote: a role needs at least one id" },
  { "note-textless", FILE_WITH ("", ",\"notes\":[{\"id\":\"N\"}]"), QUO_ERROR_INVALID,
    "notes[0]: the member “text” is missing" },
};

static void
test_bad (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GBytes) bytes = g_bytes_new (c->text, strlen (c->text));
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoSnapshot) snapshot = quo_sidecar_read (bytes, "x.quo.json", NULL, NULL, &error);

  g_assert_null (snapshot);
  g_assert_nonnull (error);
  if (error->code != (int)c->code || strstr (error->message, c->words) == NULL)
    g_error ("code %d: %s", error->code, error->message);
  g_assert_true (g_str_has_prefix (error->message, "x.quo.json: "));
}

/* No beginning of a file is taken for a file, and nothing is read beyond its end. */
static void
test_prefixes (void)
{
  g_autoptr (GBytes) bytes = load ("store/fixtures", "ferry.txt.quo.json");
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);

  for (gsize n = 0; n + 2 < len; n++)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, n);
      g_autoptr (QuoSnapshot) snapshot = quo_sidecar_read (part, "x", NULL, NULL, NULL);

      g_assert_null (snapshot);
    }
}

static void
check_kept (const char *input, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (input, strlen (input));
  g_autoptr (QuoSnapshot) snapshot = read_bytes (bytes, NULL, NULL);
  g_autoptr (GBytes) written = quo_sidecar_write (snapshot, NULL);
  gsize len;
  const char *data = g_bytes_get_data (written, &len);
  g_autofree char *text = g_strndup (data, len);

  if (strstr (text, expected) == NULL)
    g_error ("%s\nis not in\n%s", expected, text);
}

/* What the program does not know comes back as it was, whatever JSON allows in it. */
static void
test_unknown (void)
{
  check_kept (FILE_WITH ("", ",\"x-n\":12345678901234567890,\"x-f\":0.10,\"x-e\":1E3"),
              "\n\"x-n\": 12345678901234567890,\n\"x-f\": 0.10,\n\"x-e\": 1E3\n}\n");
  check_kept (ONE (",\"x-s\":\"\\ud83d\\u0000\\/\""), ",\"x-s\":\"\\ud83d\\u0000\\/\"}");
  check_kept (ONE (",\"x-o\":{\"a\": 1,\"a\":[ ]}"), ",\"x-o\":{\"a\": 1,\"a\":[ ]}}");
  check_kept (ONE (",\"x:\\u00e9\\n\":1"), ",\"x:é\\n\":1}");
  check_kept (ONE (",\"\\ud800\":1"), ",\"\\ud800\":1}");
  check_kept (ONE (",\"from\":{\"x\":1,\"ref\":\"T\"}"), "\"from\":{\"ref\":\"T\",\"x\":1}");
  check_kept (HEAD "\"document\":{\"x-a\":[],\"length\":20," SHA "},\"annotations\":[]}",
              ",\"length\":20,\"x-a\":[]}");
  check_kept ("{\"format\":\"quotidian-annotations\",\"version\":\"1.7\"," DOCUMENT
              ",\"annotations\":[]}",
              "\"version\": \"1.7\"");
}

/* Order, empty members and numbers of known members. */
static void
test_canonical (void)
{
  check_kept (ONE (",\"attrs\":{\"b\":1e0,\"a\":[],\"ä\":\"\"}"),
              "\"attrs\":{\"a\":[],\"b\":1e0,\"ä\":\"\"}");
  check_kept (ONE (",\"note\":\"\",\"attrs\":{},\"from\":{},\"pre\":\"\""),
              "{\"id\":\"a\",\"type\":\"t\",\"at\":[[0,2]],\"quote\":[\"ab\"]}");
  check_kept (FILE_WITH (MARK ("b", PLACE) "," MARK ("a", PLACE) "," MARK (
                             "c", "\"at\":[[0,3]],\"quote\":[\"abc\"]"),
                         ",\"notes\":[]"),
              "\"annotations\": [\n"
              "{\"id\":\"c\",\"type\":\"t\",\"at\":[[0,3]],\"quote\":[\"abc\"]},\n"
              "{\"id\":\"a\",\"type\":\"t\",\"at\":[[0,2]],\"quote\":[\"ab\"]},\n"
              "{\"id\":\"b\",\"type\":\"t\",\"at\":[[0,2]],\"quote\":[\"ab\"]}\n"
              "],\n\"notes\": []\n}\n");
}

static void
check_finding (const QuoReport *report, guint i, const char *expected)
{
  g_autofree char *line = quo_report_dup_line (report, i);

  g_assert_cmpstr (line, ==, expected);
  g_assert_cmpint (quo_report_get (report, i)->kind, ==, QUO_REPORT_FINDING);
}

static void
test_findings (void)
{
  const char *text = FILE_WITH (
      MARK ("a",
            PLACE ",\"layer\":\"L9\",\"entity\":\"a\",\"by\":\"L\",\"from\":{\"agent\":\"X\"}"),
      ",\"layers\":[{\"id\":\"L\",\"by\":\"P\"}],\"relations\":[{\"id\":\"R\",\"type\":\"q\","
      "\"roles\":{\"source\":[\"a\",\"gone\",\"L\"]}}]");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (QuoSnapshot) snapshot = read_bytes (bytes, NULL, report);

  g_assert_nonnull (snapshot);
  g_assert_cmpuint (quo_report_get_length (report), ==, 7);
  check_finding (report, 0, "layers[0].by: “P” is not in the file");
  check_finding (report, 1, "annotations[0].layer: “L9” is not in the file");
  check_finding (report, 2, "annotations[0].by: “L” is one of layers");
  check_finding (report, 3, "annotations[0].entity: “a” is one of annotations");
  check_finding (report, 4, "annotations[0].from.agent: “X” is not in the file");
  check_finding (report, 5, "relations[0].roles.source: “gone” is not in the file");
  check_finding (report, 6, "relations[0].roles.source: “L” is one of layers");
}

/* --- Together with an article --- */

static GBytes *
make_sidecar (const QuoArticle *article, const char *annotations)
{
  char *json = g_strdup_printf (
      HEAD "\"document\":{\"sha256\":\"%s\",\"length\":%u},\"annotations\":[%s]}", article->sha256,
      quo_text_get_length (article->text), annotations);

  return g_bytes_new_take (json, strlen (json));
}

static void
test_wrong_quote (void)
{
  g_autoptr (QuoText) text = quo_text_new ("One tram 🚋, two trams.");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (GBytes) bytes = make_sidecar (
      article,
      "{\"id\":\"a\",\"type\":\"t\",\"at\":[[4,8]],\"quote\":[\"bus!\"],\"pre\":\"Two \"}");
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (QuoSnapshot) snapshot = read_bytes (bytes, article, report);

  g_assert_true (quo_snapshot_get_annotation (snapshot, 0)->is_kept);
  g_assert_cmpuint (quo_report_get_length (report), ==, 2);
  check_finding (report, 0, "annotations[0].quote: says “bus!”, but the article has “tram” there");
  check_finding (report, 1, "annotations[0].pre: is not what stands before it in the article");
}

static void
test_past_article (void)
{
  g_autoptr (QuoText) text = quo_text_new ("One tram");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autofree char *json
      = g_strdup_printf (HEAD "\"document\":{\"sha256\":\"%s\",\"length\":99},\"annotations\":["
                              "{\"id\":\"a\",\"type\":\"t\",\"at\":[[7,9]],\"quote\":[\"ms\"]}]}",
                         article->sha256);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;

  g_assert_null (quo_sidecar_read (bytes, "x", article, NULL, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "9 is past the end of the article (8 characters)"));
}

/* A new sidecar says of the article what the article is. */
static void
test_new (void)
{
  g_autoptr (QuoText) text = quo_text_new ("One tram 🚋\r\n");
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  QuoSpan span = QUO_SPAN (4, 8);
  QuoAnnotation fields
      = { .base.id = "a1", .layer = "L", .type = "thing", .ranges = &span, .n_ranges = 1 };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *expected
      = g_strdup_printf ("{\n\"format\": \"quotidian-annotations\",\n\"version\": \"1.0\",\n"
                         "\"generator\": \"test 1\",\n\"document\": {\"sha256\":\"%s\",\"length\":"
                         "12,\"bytes\":15,\"newline\":\"crlf\"},\n\"annotations\": [\n"
                         "{\"id\":\"a1\",\"layer\":\"L\",\"type\":\"thing\",\"at\":[[4,8]],"
                         "\"quote\":[\"tram\"],\"pre\":\"One \",\"suf\":\" 🚋\\r\\n\"}\n]\n}\n",
                         article->sha256);

  quo_snapshot_take (snapshot, quo_annotation_new (&fields));
  bytes = quo_sidecar_write (snapshot, "test 1");
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   strlen (expected));
}

/* The version is told even when nothing else of the file can be read. */
static void
test_header (void)
{
  g_autoptr (GBytes) bytes = load ("store/fixtures", "equipe.txt.quo.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoHeader) header = quo_sidecar_read_header (bytes, "x", &error);

  g_assert_no_error (error);
  g_assert_cmpint (header->length, ==, 117);
  g_assert_cmpstr (header->newline, ==, "crlf");
}

static void
test_load (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "store", "fixtures", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.quo.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (quo_sidecar_load (folder, NULL, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_NOT_REGULAR);
  g_clear_error (&error);
  g_assert_null (quo_sidecar_load (missing, NULL, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (quo_sidecar_load ("/dev/zero", NULL, &error));
  g_assert_error (error, QUO_ERROR, QUO_ERROR_NOT_REGULAR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/store/sidecar/round-trip/ferry", "ferry.txt", test_round_trip);
  g_test_add_data_func ("/store/sidecar/round-trip/equipe", "equipe.txt", test_round_trip);
  g_test_add_data_func ("/store/sidecar/worked/example", "example.txt", test_worked_example);
  g_test_add_data_func ("/store/sidecar/worked/example2", "example2.txt", test_worked_example);
  g_test_add_func ("/store/sidecar/anchors", test_anchors);
  g_test_add_func ("/store/sidecar/members", test_members);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/sidecar/refused/%s", bad[i].name);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  g_test_add_func ("/store/sidecar/prefixes", test_prefixes);
  g_test_add_func ("/store/sidecar/unknown", test_unknown);
  g_test_add_func ("/store/sidecar/canonical", test_canonical);
  g_test_add_func ("/store/sidecar/findings", test_findings);
  g_test_add_func ("/store/sidecar/wrong-quote", test_wrong_quote);
  g_test_add_func ("/store/sidecar/past-article", test_past_article);
  g_test_add_func ("/store/sidecar/new", test_new);
  g_test_add_func ("/store/sidecar/header", test_header);
  g_test_add_func ("/store/sidecar/load", test_load);
  return g_test_run ();
}
