/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Archives made to harm: each is refused, or read without what is bad in it, and nothing is written
 * anywhere. (That the folder of a file holds nothing else afterwards the fixture sees to.) */

#include "quo-config.h"

#include "pack-fixture.h"

#include <string.h>

#define MEGABYTE (1024 * 1024)
#define DOCUMENT(body) "<w:document xmlns:w=\"w\"><w:body>" body "</w:body></w:document>"
#define PARAGRAPH "<w:p><w:r><w:t>It snowed.</w:t></w:r></w:p>"

/* Entries of 200 MB of zeros, which pack to a thousandth. */
static void
test_ratio (Reading *reading, gconstpointer data)
{
  g_autofree char *zeros = g_malloc0 (200 * MEGABYTE);
  const PackEntry docx[] = { { "word/document.xml", zeros, 200 * MEGABYTE } };
  const PackEntry odt[] = { { "mimetype", "application/vnd.oasis.opendocument.text" },
                            { "content.xml", zeros, 200 * MEGABYTE } };
  const PackEntry epub[] = { { "mimetype", "application/epub+zip" },
                             { "META-INF/container.xml", "<container/>" },
                             { "a.xhtml", zeros, 200 * MEGABYTE } };

  fail_packed (reading, "bomb.docx", docx, G_N_ELEMENTS (docx), QUO_ERROR_TOO_LARGE,
               "it unpacks to more than");
  fail_packed (reading, "bomb.odt", odt, G_N_ELEMENTS (odt), QUO_ERROR_TOO_LARGE,
               "it unpacks to more than");
#if QUO_HAVE_GUMBO
  fail_packed (reading, "bomb.epub", epub, G_N_ELEMENTS (epub), QUO_ERROR_TOO_LARGE,
               "it unpacks to more than");
#else
  (void)epub;
#endif
}

#if QUO_HAVE_GUMBO
/* Many entries, each of them within the limits: the sum counts. */
static void
test_sum (Reading *reading, gconstpointer data)
{
  enum
  {
    N = 300
  };
  g_autofree char *zeros = g_malloc0 (MEGABYTE);
  g_autofree PackEntry *entries = g_new0 (PackEntry, N);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  entries[0] = (PackEntry){ "mimetype", "application/epub+zip", 0 };
  for (guint i = 1; i < N; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("%u.xhtml", i));
      entries[i] = (PackEntry){ g_ptr_array_index (names, i - 1), zeros, MEGABYTE };
    }
  fail_packed (reading, "sum.epub", entries, N, QUO_ERROR_TOO_LARGE, "it unpacks to more than");
}
#endif

static void
test_entries (Reading *reading, gconstpointer data)
{
  guint n = 20002;
  g_autofree PackEntry *entries = g_new0 (PackEntry, n);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("x%u", i));
      entries[i] = (PackEntry){ g_ptr_array_index (names, i), "", 0 };
    }
  entries[0].name = "word/document.xml";
  fail_packed (reading, "many.docx", entries, n, QUO_ERROR_TOO_LARGE, "entries");
}

/* An archive in an archive is not looked into, nor is anything else that no reader asks for. */
static void
test_nested (Reading *reading, gconstpointer data)
{
  g_autofree char *zeros = g_malloc0 (100 * MEGABYTE);
  const PackEntry inside[] = { { "word/document.xml", zeros, 100 * MEGABYTE } };
  g_autoptr (GBytes) bomb = pack (inside, 1);
  gsize len;
  const char *bytes = g_bytes_get_data (bomb, &len);
  const PackEntry entries[] = {
    { "word/document.xml", DOCUMENT (PARAGRAPH) },
    { "word/embeddings/bomb.docx", bytes, len },
    { "word/media/zeros.bin", zeros, 100 * MEGABYTE },
  };

  read_packed (reading, "nested.docx", entries, G_N_ELEMENTS (entries));
  reading_check (reading, "It snowed.");
}

/* Names that lead out of the archive lead nowhere. */
static void
test_paths (Reading *reading, gconstpointer data)
{
  g_autofree char *outside = g_build_filename (g_get_tmp_dir (), "quo-outside.xhtml", NULL);
  const PackEntry docx[] = {
    { "../word/document.xml", DOCUMENT ("") },
    { "../../../quo-outside.xhtml", "x" },
    { outside, "x" },
    { "word/document.xml", DOCUMENT (PARAGRAPH) },
  };
  const PackEntry epub[] = {
    { "mimetype", "application/epub+zip" },
    { "META-INF/container.xml",
      "<container><rootfiles><rootfile full-path=\"b.opf\"/></rootfiles></container>" },
    { "b.opf",
      "<package><metadata/><manifest><item id=\"a\" href=\"../../../../etc/passwd\"/><item "
      "id=\"b\" href=\"/etc/passwd\"/><item id=\"c\" href=\"file:///etc/passwd\"/><item id=\"d\" "
      "href=\"http://127.0.0.1:9/x.xhtml\"/><item id=\"e\" href=\"e.xhtml\"/></manifest><spine>"
      "<itemref idref=\"a\"/><itemref idref=\"b\"/><itemref idref=\"c\"/><itemref idref=\"d\"/>"
      "<itemref idref=\"e\"/></spine></package>" },
    { "e.xhtml", "<html><body><p>It snowed.</p></body></html>" },
    { outside, "x" },
  };

  read_packed (reading, "paths.docx", docx, G_N_ELEMENTS (docx));
  reading_check (reading, "It snowed.");
#if QUO_HAVE_GUMBO
  read_packed (reading, "paths.epub", epub, G_N_ELEMENTS (epub));
  reading_check (reading, "It snowed.");
#else
  (void)epub;
#endif
  g_assert_false (g_file_test (outside, G_FILE_TEST_EXISTS));
}

/* Programs in documents are no text. */
static void
test_macros (Reading *reading, gconstpointer data)
{
  static const PackEntry docm[] = {
    { "word/document.xml",
      DOCUMENT (PARAGRAPH "<w:p><w:r><w:instrText>DDEAUTO c:\\\\cmd</w:instrText></w:r></w:p>") },
    { "word/vbaProject.bin", "Sub AutoOpen: Shell" },
    { "word/vbaData.xml", "<x>AutoOpen</x>" },
  };
  static const PackEntry odt[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text" },
    { "Basic/Standard/Module1.xml", "<module>Sub Main: Shell</module>" },
    { "Scripts/python/x.py", "import os" },
    { "content.xml",
      "<o:document-content xmlns:o=\"o\" xmlns:t=\"t\"><o:scripts><o:script>Shell</o:script>"
      "</o:scripts><o:body><o:text><t:p>It snowed.<t:script>Shell</t:script></t:p></o:text>"
      "</o:body></o:document-content>" },
  };

  read_packed (reading, "macro.docm", docm, G_N_ELEMENTS (docm));
  reading_check (reading, "It snowed.");
  read_packed (reading, "macro.odt", odt, G_N_ELEMENTS (odt));
  reading_check (reading, "It snowed.");
}

/* --- Locked --- */

/* Sets the flag of encryption on every entry, where it stands before and in the list of them. */
static void
lock_entries (guint8 *bytes, gsize len)
{
  for (gsize i = 0; i + 10 < len; i++)
    if (memcmp (bytes + i, "PK\x03\x04", 4) == 0)
      bytes[i + 6] |= 1;
    else if (memcmp (bytes + i, "PK\x01\x02", 4) == 0)
      bytes[i + 8] |= 1;
}

static void
test_locked_entries (Reading *reading, gconstpointer data)
{
  static const PackEntry entries[] = { { "word/document.xml", DOCUMENT (PARAGRAPH) } };
  g_autoptr (GBytes) plain = pack (entries, 1);
  gsize len;
  g_autofree guint8 *locked = NULL;

  locked = g_memdup2 (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));
  len = g_bytes_get_size (plain);
  lock_entries (locked, len);
  reading_fail (reading, "locked.docx", (const char *)locked, (gssize)len, QUO_ERROR_PERMISSION,
                "encrypted");
}

/* An office program with a password writes no archive but an old kind of file. */
static void
test_locked_docx (Reading *reading, gconstpointer data)
{
  static const char ole[64] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

  reading_fail (reading, "locked.docx", ole, sizeof ole, QUO_ERROR_BINARY, "encrypted");
}

static void
test_locked_odt (Reading *reading, gconstpointer data)
{
  static const PackEntry entries[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text" },
    { "content.xml", "\x01\x02\x03" },
    { "META-INF/manifest.xml",
      "<manifest:manifest xmlns:manifest=\"m\"><manifest:file-entry><manifest:encryption-data/>"
      "</manifest:file-entry></manifest:manifest>" },
  };

  fail_packed (reading, "locked.odt", entries, G_N_ELEMENTS (entries), QUO_ERROR_PERMISSION,
               "encrypted");
}

/* --- Damaged --- */

/* At every length the file is an article or is refused with a reason. */
static void
test_cut (Reading *reading, gconstpointer data)
{
  static const PackEntry entries[] = {
    { "[Content_Types].xml", "<Types/>" },
    { "word/document.xml", DOCUMENT (PARAGRAPH) },
    { "docProps/core.xml", "<x><title>Snow</title></x>" },
  };
  g_autoptr (GBytes) whole = pack (entries, G_N_ELEMENTS (entries));
  gsize len;
  const char *bytes = g_bytes_get_data (whole, &len);

  for (gsize n = 0; n < len; n += 1 + len / 150)
    reading_try (reading, "cut.docx", bytes, (gssize)n);
  reading_fail (reading, "cut.docx", bytes, (gssize)len / 2, QUO_ERROR_SYNTAX,
                "damaged or cut off");
}

/* Sizes in the list of entries that are not true. */
static void
test_lying_sizes (Reading *reading, gconstpointer data)
{
  static const PackEntry entries[] = { { "word/document.xml", DOCUMENT (PARAGRAPH) } };
  g_autoptr (GBytes) plain = pack (entries, 1);
  gsize len = g_bytes_get_size (plain);

  for (gsize i = 0; i + 4 < len; i += 2)
    {
      g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (plain, NULL), len);

      memset (bytes + i, 0xff, 4);
      reading_try (reading, "lies.docx", (const char *)bytes, (gssize)len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  reading_add ("/read/hostile/zip-bomb-ratio", test_ratio);
#if QUO_HAVE_GUMBO
  reading_add ("/read/hostile/zip-bomb-sum", test_sum);
#endif
  reading_add ("/read/hostile/zip-bomb-entries", test_entries);
  reading_add ("/read/hostile/zip-bomb-nested", test_nested);
  reading_add ("/read/hostile/paths-out-of-archive", test_paths);
  reading_add ("/read/hostile/macros-ignored", test_macros);
  reading_add ("/read/hostile/encrypted-entries", test_locked_entries);
  reading_add ("/read/hostile/encrypted-docx", test_locked_docx);
  reading_add ("/read/hostile/encrypted-odt", test_locked_odt);
  reading_add ("/read/hostile/truncated-package", test_cut);
  reading_add ("/read/hostile/lying-sizes", test_lying_sizes);
  return g_test_run ();
}
