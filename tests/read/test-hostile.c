/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files of every kind made to harm: each becomes an article or a clear message, in bounded time and
 * memory, without another file being read or written. */

#include "quo-config.h"

#include "read-fixture.h"

#include <string.h>
#include <sys/resource.h>

#define N_NESTED 100000
/* What all of these tests together may take. */
#define MAX_KILOBYTES (1536 * 1024)

/* --- Samples: one file of each kind, the seeds of the fuzzer --- */

typedef struct
{
  const char *kind, *extension;
  gboolean is_text; /* it may be taken for text */
} Kind;

static const Kind KINDS[] = {
  { "docx", "docx", FALSE },  { "odt", "odt", FALSE }, { "epub", "epub", FALSE },
  { "pdf", "pdf", FALSE },    { "rtf", "rtf", TRUE },  { "html", "html", TRUE },
  { "mhtml", "mhtml", TRUE }, { "eml", "eml", TRUE },  { "nitf", "nitf", TRUE },
  { "newsml", "xml", TRUE },  { "feed", "rss", TRUE }, { "markdown", "md", TRUE },
  { "json", "json", TRUE },   { "txt", "txt", TRUE },
};

/* The seed that the harness of the readers begins with. */
static GBytes *
load_sample (const Kind *kind)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", "read", kind->kind, "small", NULL);
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize len;

  g_file_get_contents (path, &bytes, &len, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, len);
}

/* Every sample cut off at many lengths. */
static void
test_cut (Reading *reading, gconstpointer data)
{
  const Kind *kind = data;
  g_autoptr (GBytes) sample = load_sample (kind);
  g_autofree char *name = g_strconcat ("cut.", kind->extension, NULL);
  gsize len;
  const char *bytes = g_bytes_get_data (sample, &len);

  for (gsize n = 0; n <= len; n += 1 + len / 150)
    reading_try (reading, name, bytes, (gssize)n);
}

/* Every sample under the name of every other kind: the content counts. */
static void
test_lies (Reading *reading, gconstpointer data)
{
  const Kind *kind = data;
  g_autoptr (GBytes) sample = load_sample (kind);
  gsize len;
  const char *bytes = g_bytes_get_data (sample, &len);

  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      g_autofree char *name = g_strconcat ("lie.", KINDS[i].extension, NULL);

      reading_try (reading, name, bytes, (gssize)len);
      if (!kind->is_text && reading->article != NULL)
        g_assert_cmpstr (reading->article->reader, ==, kind->kind);
    }
}

/* --- Entities --- */

#define LAUGHS                                                                                     \
  "<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "                  \
  "\"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e "   \
  "\"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g "   \
  "\"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\"><!ENTITY i "   \
  "\"&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;\">"
#define NITF(entity, attribute)                                                                    \
  "<nitf><body><body.head><hedline><hl1>Snow</hl1></hedline></body.head><body.content><p "         \
  "id=\"" attribute "\">It snowed." entity "</p></body.content></body></nitf>"
#define NEWSML(entity, attribute)                                                                  \
  "<newsItem><contentMeta><headline>Snow</headline></contentMeta><contentSet><inlineXML><html>"    \
  "<body><p id=\"" attribute "\">It snowed." entity "</p></body></html></inlineXML></contentSet>"  \
  "</newsItem>"
#define RSS(entity, attribute)                                                                     \
  "<rss version=\"2.0\"><channel><item><title>Snow</title><description id=\"" attribute            \
  "\">It snowed." entity "</description></item></channel></rss>"
#define FODT(entity, attribute)                                                                    \
  "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "            \
  "xmlns:text=\"t\"><office:body><office:text><text:p id=\"" attribute "\">It snowed." entity      \
  "</text:p></office:text></office:body></office:document>"

/* The document types that a test is about, and a file of each kind of XML that uses them. */
#define FILES(types, entity, attribute)                                                            \
  {                                                                                                \
    { "a.nitf", "<!DOCTYPE nitf [" types "]>" NITF (entity, attribute) },                          \
        { "a.newsml", "<!DOCTYPE newsItem [" types "]>" NEWSML (entity, attribute) },              \
        { "a.rss", "<!DOCTYPE rss [" types "]>" RSS (entity, attribute) },                         \
        { "a.fodt", "<!DOCTYPE office:document [" types "]>" FODT (entity, attribute) },           \
  }

typedef struct
{
  const char *name, *content;
} File;

/* No file may tell what is in another one, nor grow. */
static void
check_files (Reading *reading, const File *files, guint n_files)
{
  for (guint i = 0; i < n_files; i++)
    {
      reading_try (reading, files[i].name, files[i].content, -1);
      if (reading->article == NULL)
        continue;
      reading_check_has (reading, "It snowed.");
      reading_check_has_not (reading, "root:");
      reading_check_has_not (reading, "hahahaha");
      g_assert_cmpuint (quo_text_get_length (reading->article->text), <, 100);
    }
}

static void
test_laughs (Reading *reading, gconstpointer data)
{
  static const File text[] = FILES (LAUGHS, "&i;", "");
  static const File attribute[] = FILES (LAUGHS, "", "&i;");

  check_files (reading, text, G_N_ELEMENTS (text));
  check_files (reading, attribute, G_N_ELEMENTS (attribute));
}

/* One entity, as long as may be, named as often as may be. */
static void
test_quadratic (Reading *reading, gconstpointer data)
{
  GString *file = g_string_new ("<!DOCTYPE nitf [<!ENTITY a \"");
  g_autofree char *content = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append (file, "ha");
  g_string_append (file, "\">]><nitf><body><body.content><p>It snowed.</p><p>");
  for (guint i = 0; i < 50000; i++)
    g_string_append (file, "&a;");
  g_string_append (file, "</p></body.content></body></nitf>");
  content = g_string_free (file, FALSE);
  reading_try (reading, "a.nitf", content, -1);
  if (reading->article != NULL)
    g_assert_cmpuint (quo_text_get_length (reading->article->text), <, 1000000);
}

static void
test_external (Reading *reading, gconstpointer data)
{
  static const File plain[] = FILES ("<!ENTITY x SYSTEM \"file:///etc/passwd\">", "&x;", "");
  static const File net[] = FILES ("<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">", "&x;", "");
  static const File parameter[] = FILES ("<!ENTITY % x SYSTEM \"file:///etc/passwd\">%x;", "", "");
  static const File include[]
      = { { "a.nitf",
            "<nitf xmlns:xi=\"http://www.w3.org/2001/XInclude\"><body><body.content><p>It "
            "snowed.<xi:include href=\"file:///etc/passwd\" parse=\"text\"/></p>"
            "</body.content></body></nitf>" } };

  check_files (reading, plain, G_N_ELEMENTS (plain));
  check_files (reading, net, G_N_ELEMENTS (net));
  check_files (reading, parameter, G_N_ELEMENTS (parameter));
  check_files (reading, include, G_N_ELEMENTS (include));
}

/* --- Depth and length --- */

static char *
nest (const char *start, const char *open, const char *middle, const char *close, const char *end)
{
  GString *file = g_string_new (start);

  for (guint i = 0; i < N_NESTED; i++)
    g_string_append (file, open);
  g_string_append (file, middle);
  for (guint i = 0; i < N_NESTED; i++)
    g_string_append (file, close);
  g_string_append (file, end);
  return g_string_free (file, FALSE);
}

static const struct
{
  const char *name, *start, *open, *close, *end;
} NESTED[] = {
  { "a.nitf", "<nitf><body><body.content>", "<block>", "</block>",
    "</body.content></body></nitf>" },
  { "a.newsml", "<newsItem><contentSet><inlineXML><html><body>", "<div>", "</div>",
    "</body></html></inlineXML></contentSet></newsItem>" },
  { "a.rss", "<rss><channel><item><description>", "<x>", "</x>",
    "</description></item></channel></rss>" },
  { "escaped.rss", "<rss><channel><item><description>", "&lt;div&gt;", "&lt;/div&gt;",
    "</description></item></channel></rss>" },
  { "a.fodt",
    "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
    "xmlns:t=\"t\"><office:body><office:text>",
    "<t:list><t:list-item>", "</t:list-item></t:list>",
    "</office:text></office:body></office:document>" },
  { "a.html", "<html><body>", "<div>", "</div>", "</body></html>" },
  { "tables.html", "<html><body>", "<table><tr><td>", "</td></tr></table>", "</body></html>" },
  { "a.rtf", "{\\rtf1 ", "{\\b ", "}", "}" },
  { "a.json", "{\"text\":\"It snowed.\",\"x\":", "[", "]", "}" },
  { "objects.json", "{\"text\":\"It snowed.\",\"x\":", "{\"x\":", "}", "}" },
  { "a.md", "", "> ", "", "" },
  { "lists.md", "", "- ", "", "" },
  { "brackets.md", "", "[", "]", "" },
  { "stars.md", "", "*a **b ", "", "" },
  { "html.md", "", "<div>", "</div>", "" },
};

static void
test_nesting (Reading *reading, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (NESTED); i++)
    {
      const char *middle = strstr (NESTED[i].name, "json") != NULL ? "1" : "It snowed.";
      g_autofree char *file
          = nest (NESTED[i].start, NESTED[i].open, middle, NESTED[i].close, NESTED[i].end);

      g_test_message ("%s", NESTED[i].name);
      reading_try (reading, NESTED[i].name, file, -1);
    }
}

/* Parts within parts of a message. */
static void
test_nested_message (Reading *reading, gconstpointer data)
{
  GString *file = g_string_new ("From: a@b.example\nSubject: x\nMIME-Version: 1.0\n");
  g_autofree char *content = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (file, "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", i, i);
  g_string_append (file, "Content-Type: text/plain\n\nIt snowed.\n");
  content = g_string_free (file, FALSE);
  reading_try (reading, "a.eml", content, -1);
  reading_try (reading, "a.mht", content, -1);
}

/* 50 MB in one attribute, or 100,000 attributes. (Of web pages: see test-html.) */
static void
test_attributes (Reading *reading, gconstpointer data)
{
  g_autofree char *value = g_strnfill (50 * 1000 * 1000, 'a');
  g_autofree char *long_one = g_strconcat ("<nitf><body><body.content><p id=\"", value,
                                           "\">It snowed.</p></body.content></body></nitf>", NULL);
  g_autofree char *many = NULL;
  GString *file = g_string_new ("<nitf><body><body.content><p");

  reading_try (reading, "long.nitf", long_one, -1);
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (file, " a%u=\"1\"", i);
  g_string_append (file, ">It snowed.</p></body.content></body></nitf>");
  many = g_string_free (file, FALSE);
#if QUO_HAVE_LIBXML2
  reading_fail (reading, "many.nitf", many, -1, QUO_ERROR_INVALID, "more than 1000 attributes");
#else
  (void)many;
#endif
}

/* A run of signs in which a parser may look for an end again and again. */
static void
test_long_runs (Reading *reading, gconstpointer data)
{
  static const struct
  {
    const char *name, *start, *piece;
  } runs[] = {
    { "a.html", "<html><body>", "<!--" },
    { "b.html", "<html><body>", "<a href='" },
    { "c.html", "<html><body>", "&amp" },
    { "d.html", "<html><body>", "<script>" },
    { "e.html", "<html><body>", "<p><a href=x>" },
    { "a.rtf", "{\\rtf1 ", "\\u" },
    { "b.rtf", "{\\rtf1 ", "\\'" },
    { "a.md", "", "`" },
    { "b.md", "", "![x](" },
    { "c.md", "", "<" },
    { "a.eml", "From: a@b\nSubject: ", "=?utf-8?q?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      GString *file = g_string_new (runs[i].start);
      g_autofree char *content = NULL;

      while (file->len < 1000000)
        g_string_append (file, runs[i].piece);
      content = g_string_free (file, FALSE);
      g_test_message ("%s", runs[i].name);
      reading_try (reading, runs[i].name, content, -1);
    }
}

/* --- PDF --- */

#if QUO_HAVE_POPPLER
#define PDF(pages, trailer)                                                                        \
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj" pages "endobj\n3 0 obj<</Type/"  \
  "Page/Parent 2 0 R/MediaBox[0 0 612 792]>>endobj\ntrailer<</Size 4/Root 1 0 R" trailer           \
  ">>\n%%EOF\n"

/* No password opens it, for the sums in it are those of none. */
static void
test_locked_pdf (Reading *reading, gconstpointer data)
{
  reading_fail (reading, "locked.pdf",
                PDF ("<</Type/Pages/Kids[3 0 R]/Count 1>>",
                     "/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]/"
                     "Encrypt<</Filter/Standard/V 1/R 2/P -4/"
                     "O<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>/"
                     "U<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>>>"),
                -1, QUO_ERROR_PERMISSION, "encrypted");
}

static void
test_pdf_loops (Reading *reading, gconstpointer data)
{
  reading_try (reading, "count.pdf", PDF ("<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", ""), -1);
  reading_try (reading, "loop.pdf", PDF ("<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>", ""), -1);
  reading_try (reading, "self.pdf", PDF ("<</Type/Pages/Kids 2 0 R/Count 2 0 R>>", ""), -1);
}
#endif

/* --- All of it --- */

static void
test_memory (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  g_test_message ("%ld kB at most", usage.ru_maxrss);
  if (g_getenv ("ASAN_OPTIONS") == NULL)
    g_assert_cmpint (usage.ru_maxrss, <, MAX_KILOBYTES);
}

static void
add_for_each (const char *what, void (*test) (Reading *, gconstpointer))
{
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      g_autofree char *path = g_strdup_printf ("/read/hostile/%s/%s", what, KINDS[i].kind);

      g_test_add (path, Reading, &KINDS[i], reading_set_up, test, reading_tear_down);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_for_each ("truncated", test_cut);
  add_for_each ("lying-extension", test_lies);
  reading_add ("/read/hostile/billion-laughs", test_laughs);
  reading_add ("/read/hostile/quadratic-entities", test_quadratic);
  reading_add ("/read/hostile/external-entities", test_external);
  reading_add ("/read/hostile/nested-100000", test_nesting);
  reading_add ("/read/hostile/nested-message", test_nested_message);
  reading_add ("/read/hostile/attributes-50-mb", test_attributes);
  reading_add ("/read/hostile/long-runs", test_long_runs);
#if QUO_HAVE_POPPLER
  reading_add ("/read/hostile/encrypted-pdf", test_locked_pdf);
  reading_add ("/read/hostile/pdf-loops", test_pdf_loops);
#endif
  g_test_add_func ("/read/hostile/memory", test_memory);
  return g_test_run ();
}
