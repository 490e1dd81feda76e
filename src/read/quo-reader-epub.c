/* SPDX-License-Identifier: GPL-3.0-or-later */
/* E-books (EPUB 2 and 3): the chapters of the spine one after the other, each a section. */
#include "quo-config.h"

#include "quo-readers-list.h"

#include <glib/gi18n.h>
#include <string.h>
#if QUO_HAVE_ARCHIVE && QUO_HAVE_GUMBO
#include "quo-package.h"
#include "quo-web-decode.h"
#include "quo-web-piece.h"
#include "quo-xml.h"
#endif

static QuoSniff
sniff_epub (const QuoReadSource *source)
{
  return quo_read_source_begins (source, "PK\x03\x04")
                 && quo_read_source_holds (source, "application/epub+zip", 200)
             ? QUO_SNIFF_CONTENT
             : QUO_SNIFF_NO;
}

#if QUO_HAVE_ARCHIVE && QUO_HAVE_GUMBO
typedef struct
{
  const QuoReadSource *source;
  QuoPackage *package;
  char *folder;       /* of the package document, "OEBPS/" or "" */
  GHashTable *titles; /* path of a chapter to its title in the table of contents */
} Book;

static gboolean
is_wanted (const char *name)
{
  static const char *const endings[] = { ".xml", ".opf", ".ncx", ".xhtml", ".html", ".htm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;
  return FALSE;
}

static xmlDoc *
parse_entry (const Book *book, const char *name, GError **error)
{
  gsize len = 0;
  const char *data = quo_package_get (book->package, name, &len);

  if (data != NULL)
    return quo_xml_parse (book->source, data, len, name, error);
  quo_read_source_fail (book->source, error, QUO_ERROR_INVALID,
                        _ ("there is no %s in it; it may be damaged"), name);
  return NULL;
}

/* A reference of the package document, as the name of an entry: without its fragment, with "." and
 * ".." worked off. It leads to an entry or nowhere. */
static char *
resolve (const char *folder, const char *reference)
{
  g_autofree char *plain = g_strndup (reference, strcspn (reference, "#"));
  g_autofree char *unescaped = g_uri_unescape_string (plain, NULL);
  g_autofree char *joined = g_strconcat ("/", folder, unescaped != NULL ? unescaped : plain, NULL);
  g_autofree char *canonical = g_canonicalize_filename (joined, "/");

  return g_strdup (canonical + 1);
}

/* (transfer full): the ids of the manifest to its items, for a book may have thousands of both. */
static GHashTable *
list_items (xmlNode *manifest)
{
  GHashTable *items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (xmlNode *item = manifest->children; item != NULL; item = item->next)
    {
      char *id = quo_xml_is (item, "item") ? quo_xml_dup_attribute (item, "id") : NULL;

      if (id != NULL && !g_hash_table_contains (items, id))
        g_hash_table_insert (items, id, item);
      else
        g_free (id);
    }
  return items;
}

/* --- Titles --- */

static void
add_title (Book *book, const char *folder, char *reference, char *title)
{
  char *path = reference != NULL ? resolve (folder, reference) : NULL;

  if (path != NULL && title != NULL && !g_hash_table_contains (book->titles, path))
    g_hash_table_insert (book->titles, path, title);
  else
    {
      g_free (path);
      g_free (title);
    }
  g_free (reference);
}

static xmlNode *
next_below (xmlNode *node, const xmlNode *top)
{
  if (node->children != NULL && node->type == XML_ELEMENT_NODE)
    return node->children;
  while (node != NULL && node != top && node->next == NULL)
    node = node->parent;
  return node == NULL || node == top ? NULL : node->next;
}

/* The navigation document of EPUB 3 has links, the one of EPUB 2 points with labels. */
static void
read_contents (Book *book, const char *path)
{
  g_autoptr (xmlDoc) document = parse_entry (book, path, NULL);
  g_autofree char *folder
      = g_strndup (path, strrchr (path, '/') != NULL ? (gsize)(strrchr (path, '/') - path + 1) : 0);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *node = root; node != NULL; node = next_below (node, root))
    if (quo_xml_is (node, "navPoint") && quo_xml_find (node, "content") != NULL)
      add_title (book, folder, quo_xml_dup_attribute (quo_xml_find (node, "content"), "src"),
                 quo_xml_dup_line (quo_xml_find (node, "navLabel")));
    else if (quo_xml_is (node, "a"))
      add_title (book, folder, quo_xml_dup_attribute (node, "href"), quo_xml_dup_line (node));
}

static void
find_contents (Book *book, xmlNode *manifest)
{
  for (xmlNode *item = manifest->children; item != NULL; item = item->next)
    {
      g_autofree char *type = NULL;
      g_autofree char *properties = NULL;
      g_autofree char *href = NULL;
      g_autofree char *path = NULL;

      if (!quo_xml_is (item, "item"))
        continue;
      type = quo_xml_dup_attribute (item, "media-type");
      properties = quo_xml_dup_attribute (item, "properties");
      href = quo_xml_dup_attribute (item, "href");
      if (href == NULL
          || (g_strcmp0 (type, "application/x-dtbncx+xml") != 0
              && (properties == NULL || strstr (properties, "nav") == NULL)))
        continue;
      path = resolve (book->folder, href);
      read_contents (book, path);
    }
}

/* --- Chapters --- */

static void
add_chapter (Book *book, const char *path, QuoExtract *extract, QuoProse *prose)
{
  gsize len = 0;
  const char *data = quo_package_get (book->package, path, &len);
  gsize start = quo_prose_tell (prose, QUO_GAP_BLOCK);
  const char *title = g_hash_table_lookup (book->titles, path);
  QuoReadSource chapter = *book->source;
  g_auto (QuoDecoded) decoded = { 0 };
  g_autofree char *first_line = NULL;

  if (data == NULL)
    return;
  quo_prose_gap (prose, QUO_GAP_BLOCK);
  chapter.data = data;
  chapter.len = len;
  if (quo_web_decode (&chapter, NULL, &decoded, NULL))
    quo_web_add_text (decoded.utf8, decoded.len, prose);
  if (prose->text->len <= start)
    return; /* a picture */
  if (title == NULL)
    {
      first_line = g_strndup (prose->text->str + start, strcspn (prose->text->str + start, "\n"));
      if (g_utf8_strlen (first_line, -1) > 60)
        {
          g_autofree char *cut = g_utf8_substring (first_line, 0, 59);

          g_free (first_line);
          first_line = g_strconcat (cut, "…", NULL);
        }
      title = first_line;
    }
  quo_extract_add_section (extract, title, start, 1);
}

static gboolean
read_spine (Book *book, xmlNode *package, QuoExtract *extract, GError **error)
{
  xmlNode *manifest = quo_xml_find (package, "manifest");
  xmlNode *spine = quo_xml_find (package, "spine");
  g_autoptr (GHashTable) items = NULL;
  g_auto (QuoProse) prose = { 0 };

  if (manifest == NULL || spine == NULL)
    return quo_read_source_fail (book->source, error, QUO_ERROR_INVALID,
                                 _ ("there is no %s in it; it may be damaged"), "spine");
  find_contents (book, manifest);
  items = list_items (manifest);
  quo_prose_init (&prose);
  for (xmlNode *reference = spine->children; reference != NULL; reference = reference->next)
    {
      g_autofree char *id
          = quo_xml_is (reference, "itemref") ? quo_xml_dup_attribute (reference, "idref") : NULL;
      xmlNode *item = id != NULL ? g_hash_table_lookup (items, id) : NULL;
      g_autofree char *href = item != NULL ? quo_xml_dup_attribute (item, "href") : NULL;
      g_autofree char *path = href != NULL ? resolve (book->folder, href) : NULL;

      if (!quo_read_source_go_on (book->source, error))
        return FALSE;
      if (path != NULL)
        add_chapter (book, path, extract, &prose);
    }
  quo_extract_take_text (extract, quo_prose_finish (&prose));
  return TRUE;
}

static void
take_metadata (xmlNode *package, QuoExtract *extract)
{
  xmlNode *metadata = quo_xml_find (package, "metadata");

  quo_xml_take_line (&extract->title, metadata, "title");
  quo_xml_take_line (&extract->byline, metadata, "creator");
  quo_xml_take_line (&extract->publisher, metadata, "publisher");
  quo_xml_take_line (&extract->lang, metadata, "language");
  quo_xml_take_date (&extract->published, metadata, "date");
}

/* Fonts may be disguised in any book; chapters are in those with a lock. */
static gboolean
is_encrypted (const Book *book)
{
  static const char *const endings[] = { ".xhtml\"", ".html\"", ".htm\"", ".xml\"" };
  gsize len = 0;
  const char *data;

  if (quo_package_get (book->package, "META-INF/rights.xml", &len) != NULL)
    return TRUE;
  data = quo_package_get (book->package, "META-INF/encryption.xml", &len);
  for (guint i = 0; data != NULL && i < G_N_ELEMENTS (endings); i++)
    if (memmem (data, len, endings[i], strlen (endings[i])) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
read_book (Book *book, QuoExtract *extract, GError **error)
{
  g_autoptr (xmlDoc) container = parse_entry (book, "META-INF/container.xml", error);
  g_autoptr (xmlDoc) package = NULL;
  g_autofree char *path = NULL;
  xmlNode *rootfile;
  const char *slash;

  if (container == NULL)
    return FALSE;
  if (is_encrypted (book))
    return quo_read_source_fail (book->source, error, QUO_ERROR_PERMISSION,
                                 _ ("it is encrypted; only its shop's program can read it"));
  rootfile = quo_xml_find (xmlDocGetRootElement (container), "rootfile");
  path = rootfile != NULL ? quo_xml_dup_attribute (rootfile, "full-path") : NULL;
  package = parse_entry (book, path != NULL ? path : "content.opf", error);
  if (package == NULL)
    return FALSE;
  slash = path != NULL ? strrchr (path, '/') : NULL;
  book->folder = slash != NULL ? g_strndup (path, (gsize)(slash - path + 1)) : g_strdup ("");
  take_metadata (xmlDocGetRootElement (package), extract);
  return read_spine (book, xmlDocGetRootElement (package), extract, error);
}

static gboolean
read_epub (const QuoReadSource *source, QuoExtract *extract, GError **error)
{
  g_autoptr (QuoPackage) package = quo_package_open (source, is_wanted, error);
  g_autoptr (GHashTable) titles = NULL;
  Book book = { .source = source, .package = package };
  gboolean is_read;

  if (package == NULL)
    return FALSE;
  titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  book.titles = titles;
  is_read = read_book (&book, extract, error);
  g_free (book.folder);
  return is_read;
}
#endif

const QuoReader quo_reader_epub = {
  .id = "epub",
  .title = N_ ("E-book"),
  .extensions = "epub",
  .mime_types = "application/epub+zip",
  .version = 2,
  .sniff = sniff_epub,
#if QUO_HAVE_ARCHIVE && QUO_HAVE_GUMBO
  .read = read_epub,
#else
  .needs = "libarchive, libxml2 and gumbo",
#endif
};
