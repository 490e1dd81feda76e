/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Office files and e-books, made here entry by entry; rich text. */

#include "quo-config.h"

#include "pack-fixture.h"
#include "read-fixture.h"

#include <string.h>
#if QUO_HAVE_ARCHIVE
/* --- docx --- */

#define W "<w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>"
#define W_END "</w:body></w:document>"
#define R(text) "<w:r><w:t>" text "</w:t></w:r>"

static const PackEntry DOCX[]
    = {
        { "[Content_Types].xml", "<Types/>" },
        { "word/document.xml",
          W "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>" R (
              "The pier") "</w:p>"
                          "<w:p>" R ("One ") "<w:ins>" R (
                              "new ") "</w:ins><w:del><w:r><w:delText>old</w:delText></w:r>"
                                      "</w:del>" R (
                                          "word") "<w:r><w:footnoteReference "
                                                  "w:id=\"2\"/></w:r>" R (
                                                      ".") "<w:r><w:rPr><w:vanish/></"
                                                           "w:rPr><w:t>hidden</w:t></w:r></w:p>"
                                                           "<w:p><w:pPr><w:numPr/></w:pPr>" R ("a") "</w:p><w:p><w:pPr><w:numPr/></w:pPr>" R (
                                                               "b") "</w:p>"
                                                                    "<w:tbl><w:tr><w:tc><w:"
                                                                    "p>" R (
                                                                        "c") "</w:p></"
                                                                             "w:tc><w:tc><"
                                                                             "w:p>" R (
                                                                                 "d") "</"
                                                                                      "w:p>"
                                                                                      "</"
                                                                                      "w:"
                                                                                      "tc><"
                                                                                      "/w:"
                                                                                      "tr>"
                                                                                      "</"
                                                                                      "w:"
                                                                                      "tbl>"
                                                                                      "<w:"
                                                                                      "p"
                                                                                      ">" R ("e") "<w:r><w:br/></w:r>" R (
                                                                                          "f") "</"
                                                                                               "w:"
                                                                                               "p><"
                                                                                               "w:"
                                                                                               "p><"
                                                                                               "w:"
                                                                                               "r><"
                                                                                               "w:"
                                                                                               "ins"
                                                                                               "trT"
                                                                                               "ext"
                                                                                               ">PA"
                                                                                               "GE"
                                                                                               "</"
                                                                                               "w:"
                                                                                               "ins"
                                                                                               "trT"
                                                                                               "ext"
                                                                                               "></"
                                                                                               "w:"
                                                                                               "r><"
                                                                                               "/w:"
                                                                                               "p"
                                                                                               ">" W_END },
        { "word/footnotes.xml", "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"2\"><w:p>" R (
                                    "A note.") "</w:p></w:footnote></w:footnotes>" },
        { "word/vbaProject.bin", "Sub AutoOpen" },
        { "docProps/core.xml",
          "<cp:coreProperties xmlns:cp=\"cp\" xmlns:dc=\"dc\" "
          "xmlns:dcterms=\"t\"><dc:title>Pier</dc:title>"
          "<dc:creator>Jo Field</dc:creator><dcterms:created>2026-03-03T09:14:00Z</dcterms:created>"
          "</cp:coreProperties>" },
      };

static void
test_docx (Reading *reading, gconstpointer data)
{
  read_packed (reading, "a.docx", DOCX, G_N_ELEMENTS (DOCX));
  reading_check (reading,
                 "The pier\n\nOne new word[1].\n\n• a\n• b\n\nc\td\n\ne\nf\n\n[1] A note.");
  g_assert_cmpstr (reading->article->title, ==, "Pier");
  g_assert_cmpstr (reading->article->byline, ==, "Jo Field");
  g_assert_cmpstr (reading->article->published, ==, "2026-03-03T09:14:00Z");
  g_assert_cmpstr (reading->article->extractor, ==, "quotidian-docx 4");
  /* The content counts, not the name. */
  read_packed (reading, "a.txt", DOCX, G_N_ELEMENTS (DOCX));
  reading_check_has (reading, "One new word");
  reading_check_note (reading, "the name ends in “.txt”");
}

/* Changes are accepted: a deleted mark joins two paragraphs, a deleted row is none. */
static void
test_docx_changes (Reading *reading, gconstpointer data)
{
  static const PackEntry entries[] = {
    { "word/document.xml", W
      "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" R ("One ") "</w:p><w:p>" R ("two.") "</w:p><w:p><w:moveFrom>" R (
          "moved") "</w:moveFrom></w:p><w:p><w:moveTo>" R ("moved") "</w:moveTo></"
                                                                    "w:p><w:tbl><w:tr><w:tc><w:"
                                                                    "p>" R (
                                                                        "a") "</w:p></w:tc></"
                                                                             "w:tr>"
                                                                             "<w:tr><w:trPr><w:"
                                                                             "del "
                                                                             "w:id=\"2\"/></"
                                                                             "w:trPr><w:tc><w:"
                                                                             "p>" R (
                                                                                 "b") "</w:p></"
                                                                                      "w:tc></"
                                                                                      "w:tr></"
                                                                                      "w:"
                                                                                      "tbl"
                                                                                      ">" W_END }
  };

  read_packed (reading, "a.docx", entries, G_N_ELEMENTS (entries));
  reading_check (reading, "One two.\n\nmoved\n\na");
}

/* Headings have numbers, too, and number 0 is none. */
static void
test_docx_numbers (Reading *reading, gconstpointer data)
{
  static const PackEntry entries[] = {
    { "word/document.xml", W
      "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr>"
      "</w:pPr>" R ("Head") "</w:p><w:p><w:pPr><w:numPr><w:numId "
                            "w:val=\"0\"/></w:numPr></w:pPr>" R (
                                "Plain") "</w:p><w:p><w:pPr><w:numPr><w:numId "
                                         "w:val=\"1\"/></w:numPr></w:pPr>" R ("Item") "</"
                                                                                      "w:"
                                                                                      "p>" W_END },
  };

  read_packed (reading, "a.docx", entries, G_N_ELEMENTS (entries));
  reading_check (reading, "Head\n\nPlain\n\n• Item");
}

#define LEVEL(level, format, text)                                                                 \
  "<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format                    \
  "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
#define ITEM(style, list, level, text)                                                             \
  "<w:p><w:pPr>" style "<w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" list              \
  "\"/></w:numPr></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"

/* Numbers by level and format; lists of a kind count on, unless one starts anew; a style has a list
 * as well. */
static void
test_docx_lists (Reading *reading, gconstpointer data)
{
  static const PackEntry entries[] = {
    { "word/document.xml",
      W ITEM ("", "1", "0", "a") ITEM ("", "1", "1", "b") ITEM ("", "1", "1", "c")
          ITEM ("", "1", "0", "d") ITEM ("", "1", "1", "e") ITEM ("", "2", "0", "f")
              ITEM ("", "3", "0", "g") ITEM ("", "1", "2", "h")
                  ITEM ("", "1", "3",
                        "i") "<w:p><w:pPr><w:pStyle "
                             "w:val=\"Steps\"/></w:pPr><w:r><w:t>j</w:t></w:r></w:p>" W_END },
    { "word/numbering.xml",
      "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"7\">" LEVEL (
          "0", "decimal", "%1.") LEVEL ("1", "lowerLetter", "%1%2)") LEVEL ("2", "bullet", "o")
          LEVEL ("3", "none",
                 "") "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
                     "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/></w:num>"
                     "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride "
                     "w:ilvl=\"0\"><w:startOverride "
                     "w:val=\"9\"/></w:lvlOverride></w:num></w:numbering>" },
    { "word/styles.xml",
      "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"Base\"><w:pPr><w:numPr><w:numId "
      "w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"Steps\"><w:basedOn "
      "w:val=\"Base\"/></w:style></w:styles>" },
  };

  read_packed (reading, "a.docx", entries, G_N_ELEMENTS (entries));
  reading_check (reading, "1. a\n1a) b\n1b) c\n2. d\n2a) e\n3. f\n9. g\n• h\n\ni\n\n10. j");
}

/* --- odt --- */

/* Some programs leave deleted text where it stood. */
static void
test_fodt_deletion (Reading *reading, gconstpointer data)
{
  reading_read (
      reading, "c.fodt",
      "<?xml version=\"1.0\"?><office:document "
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:"
      "office:1.0\" xmlns:text=\"t\" "
      "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>"
      "<text:tracked-changes><text:changed-region text:id=\"d\"><text:deletion/>"
      "</text:changed-region><text:changed-region text:id=\"i\"><text:insertion/>"
      "</text:changed-region></text:tracked-changes><text:p>a <text:change-start "
      "text:change-id=\"d\"/>gone <text:change-end text:change-id=\"d\"/><text:change-start "
      "text:change-id=\"i\"/>new<text:change-end text:change-id=\"i\"/> b</text:p></office:text>"
      "</office:body></office:document>",
      -1);
  reading_check (reading, "a new b");
}

#define ODT_TEXT                                                                                   \
  "<office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p>"   \
  "</text:deletion></text:changed-region></text:tracked-changes><text:h>The pier</text:h><text:p>" \
  "One<text:s/>two<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A " \
  "note.</text:p></text:note-body></text:note>.<office:annotation><text:p>comment</text:p>"        \
  "</office:annotation><text:span "                                                                \
  "text:style-name=\"H\">hidden</text:span></text:p><text:list><text:list-item><text:p>a</"        \
  "text:p></text:list-item>"                                                                       \
  "<text:list-item><text:p>b</text:p></text:list-item></text:list><table:table><table:table-row>"  \
  "<table:table-cell><text:p>c</text:p></table:table-cell><table:table-cell><text:p>d</text:p>"    \
  "</table:table-cell></table:table-row></table:table></office:text>"
#define ODT_NAMES                                                                                  \
  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"t\" "            \
  "xmlns:table=\"tb\" xmlns:meta=\"m\" xmlns:dc=\"dc\""
#define ODT_STYLES                                                                                 \
  "<office:automatic-styles><style:style xmlns:style=\"s\" "                                       \
  "style:name=\"H\"><style:text-properties "                                                       \
  "text:display=\"none\"/></style:style></office:automatic-styles>"
#define ODT_META                                                                                   \
  "<office:meta><dc:title>Pier</dc:title><meta:initial-creator>Jo Field</meta:initial-creator>"    \
  "<meta:creation-date>2026-03-03T09:14:00</meta:creation-date></office:meta>"
#define ODT_EXPECTED "The pier\n\nOne two[1].\n\n• a\n• b\n\nc\td\n\n[1] A note."

/* A list in a list has the style of the outer one; a later list may count on. */
static void
test_odt_lists (Reading *reading, gconstpointer data)
{
  static const PackEntry entries[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text" },
    { "content.xml",
      "<office:document-content " ODT_NAMES "><office:body><office:text><text:list "
      "text:style-name=\"N\"><text:list-item><text:p>a</"
      "text:p><text:list><text:list-item><text:p>b</text:p>"
      "</text:list-item><text:list-item><text:p>c</text:p></text:list-item></text:list></"
      "text:list-item>"
      "<text:list-item><text:p>d</text:p></text:list-item></text:list><text:p>e</text:p><text:list "
      "text:style-name=\"N\" text:continue-numbering=\"true\"><text:list-item><text:p>f</text:p>"
      "</text:list-item></text:list><text:list text:style-name=\"N\"><text:list-item "
      "text:start-value=\"7\"><text:p>g</text:p></text:list-item></"
      "text:list><text:list><text:list-item>"
      "<text:p>h</text:p></text:list-item></text:list></office:text></office:body>"
      "</office:document-content>" },
    { "styles.xml",
      "<office:document-styles " ODT_NAMES
      " xmlns:style=\"s\"><office:styles><text:list-style style:name=\"N\">"
      "<text:list-level-style-number text:level=\"1\" style:num-format=\"1\" "
      "style:num-suffix=\".\"/>"
      "<text:list-level-style-number text:level=\"2\" style:num-format=\"i\" "
      "style:num-prefix=\"(\" "
      "style:num-suffix=\")\"/></text:list-style></office:styles></office:document-styles>" },
  };

  read_packed (reading, "a.odt", entries, G_N_ELEMENTS (entries));
  reading_check (reading, "1. a\n(i) b\n(ii) c\n2. d\n\ne\n\n3. f\n\n7. g\n\n• h");
}

static void
test_odt (Reading *reading, gconstpointer data)
{
  static const PackEntry entries[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text" },
    { "content.xml", "<office:document-content " ODT_NAMES ">" ODT_STYLES "<office:body>" ODT_TEXT
                     "</office:body></office:document-content>" },
    { "meta.xml", "<office:document-meta " ODT_NAMES ">" ODT_META "</office:document-meta>" },
  };
  static const PackEntry encrypted[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text" },
    { "content.xml", "\x01\x02\x03" },
    { "META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>" },
  };

  read_packed (reading, "a.odt", entries, G_N_ELEMENTS (entries));
  reading_check (reading, ODT_EXPECTED);
  g_assert_cmpstr (reading->article->title, ==, "Pier");
  g_assert_cmpstr (reading->article->byline, ==, "Jo Field");
  g_assert_cmpstr (reading->article->published, ==, "2026-03-03T09:14:00");
  fail_packed (reading, "b.odt", encrypted, G_N_ELEMENTS (encrypted), QUO_ERROR_PERMISSION,
               "encrypted");
  reading_read (reading, "c.fodt",
                "<?xml version=\"1.0\"?><office:document " ODT_NAMES ">" ODT_META ODT_STYLES
                "<office:body>" ODT_TEXT "</office:body></office:document>",
                -1);
  reading_check (reading, ODT_EXPECTED);
}

/* --- epub --- */

#if QUO_HAVE_GUMBO
static void
test_epub (Reading *reading, gconstpointer data)
{
  static const PackEntry entries[] = {
    { "mimetype", "application/epub+zip" },
    { "META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/>"
                                "</rootfiles></container>" },
    { "OEBPS/book.opf",
      "<package xmlns:dc=\"dc\"><metadata><dc:title>Islands</dc:title><dc:creator>Jo Field"
      "</dc:creator><dc:language>en</dc:language></metadata><manifest><item id=\"n\" "
      "href=\"nav.xhtml\" properties=\"nav\"/><item id=\"a\" href=\"one.xhtml\"/><item id=\"b\" "
      "href=\"two%20x.xhtml\"/><item id=\"c\" href=\"../../../etc/passwd\"/></manifest><spine>"
      "<itemref idref=\"a\"/><itemref idref=\"b\"/><itemref idref=\"c\"/></spine></package>" },
    { "OEBPS/nav.xhtml", "<html><body><nav><ol><li><a href=\"one.xhtml#x\">The "
                         "first</a></li></ol></nav></body></html>" },
    { "OEBPS/one.xhtml",
      "<?xml version=\"1.0\"?><html><head><title/></head><body><h1>One</h1><p>a<a "
      "id=\"x\"/>b</p></body></html>" },
    { "OEBPS/two x.xhtml", "<html><body><p>Second chapter.</p></body></html>" },
  };

  read_packed (reading, "a.epub", entries, G_N_ELEMENTS (entries));
  reading_check (reading, "One\n\nab\n\nSecond chapter.");
  g_assert_cmpstr (reading->article->title, ==, "Islands");
  g_assert_cmpuint (reading->article->sections->len, ==, 2);
  g_assert_cmpstr (g_array_index (reading->article->sections, QuoSection, 0).title, ==,
                   "The first");
  g_assert_cmpuint (g_array_index (reading->article->sections, QuoSection, 1).start, ==, 9);
}

#define BOOK                                                                                       \
  "<package><metadata/><manifest><item id=\"a\" href=\"a.xhtml\"/><item id=\"b\" "                 \
  "href=\"b.xhtml\"/></manifest><spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine>"       \
  "</package>"
#define CONTAINER "<container><rootfiles><rootfile full-path=\"b.opf\"/></rootfiles></container>"

/* Chapters are XHTML whether they begin as XML or not, and may be in UTF-16. */
static void
test_epub_chapters (Reading *reading, gconstpointer data)
{
  static const char wide[] = "\xff\xfe<\0p\0>\0B\0\xfc\0<\0/\0p\0>\0";
  const PackEntry entries[] = {
    { "mimetype", "application/epub+zip" },
    { "META-INF/container.xml", CONTAINER },
    { "b.opf", BOOK },
    { "a.xhtml", "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head><body>"
                 "<p>It snowed.</p></body></html>" },
    { "b.xhtml", wide, sizeof wide - 1 },
  };

  read_packed (reading, "a.epub", entries, G_N_ELEMENTS (entries));
  reading_check (reading, "It snowed.\n\nBü");
}

static void
test_epub_locked (Reading *reading, gconstpointer data)
{
  const PackEntry entries[] = {
    { "mimetype", "application/epub+zip" },
    { "META-INF/container.xml", CONTAINER },
    { "b.opf", BOOK },
    { "META-INF/encryption.xml", "<encryption><EncryptedData><CipherData><CipherReference "
                                 "URI=\"a.xhtml\"/></CipherData></EncryptedData></encryption>" },
  };

  fail_packed (reading, "a.epub", entries, G_N_ELEMENTS (entries), QUO_ERROR_PERMISSION,
               "encrypted");
}
#endif

static void
test_cut_package (Reading *reading, gconstpointer data)
{
  g_autoptr (GBytes) bytes = pack (DOCX, G_N_ELEMENTS (DOCX));
  gsize len;
  const char *data_ = g_bytes_get_data (bytes, &len);

  reading_fail (reading, "cut.docx", data_, (gssize)len / 2, QUO_ERROR_SYNTAX,
                "damaged or cut off");
}

static void
test_no_article (Reading *reading, gconstpointer data)
{
  static const PackEntry zip[] = { { "picture.png", "x" } };
  static const PackEntry broken[] = { { "word/document.xml", "<w:document>" } };

  fail_packed (reading, "a.zip", zip, 1, QUO_ERROR_BINARY, "ZIP archive");
  fail_packed (reading, "b.docx", broken, 1, QUO_ERROR_SYNTAX, "word/document.xml");
  reading_fail (reading, "c.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0\0\0\0\0", 16,
                QUO_ERROR_BINARY, "old office program");
}
#endif

/* --- rtf --- */

static void
test_rtf (Reading *reading, gconstpointer data)
{
  static const struct
  {
    const char *rtf, *text;
  } cases[] = {
    { "{\\rtf1\\ansi\\ansicpg1252 One \\'e4.\\par Two\\line three\\par}", "One ä.\n\nTwo\nthree" },
    { "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset204 Arial;}}\\f0\\'cf\\'f0}", "Пр" },
    { "{\\rtf1\\uc1 a\\u8222?b\\u-10179?\\u-8917?c{\\*\\x no}}", "a„b🔫c" },
    { "{\\rtf1 a{\\deleted gone}{\\v hidden} b\\{\\}\\~c}", "a b{} c" },
    { "{\\rtf1 \\trowd\\intbl a\\cell b\\cell\\row\\pard c\\par}", "a\tb\n\nc" },
    { "{\\rtf1 a{\\super\\chftn{\\footnote\\pard note\\par}} b}", "a[1] b\n\n[1] note" },
    { "{\\rtf1{\\info{\\title T}{\\author A}{\\creatim\\yr2026\\mo3\\dy4}}a{\\pict 0123}}", "a" },
    { "{\\rtf1 a{\\super\\chftn{\\*\\footnote\\pard note\\par}} b}", "a[1] b\n\n[1] note" },
    { "{\\rtf1 a{\\deleted{\\footnote gone}}{\\*\\header x{\\footnote y}} b{\\footnote note}}",
      "a b[1]\n\n[1] note" },
    { "{\\rtf1 a\\par{\\listtext\\u8226\\'95\\tab}b\\par{\\pntext 2.\\tab}c\\par d}",
      "a\n\n• b\n2. c\n\nd" },
    { "{\\rtf1{\\listtext b)\\tab}a\\par{\\listtext o\\tab}b\\par}", "b) a\n• b" },
    { "{\\rtf1{\\listtext\\tab}Heading\\par a\\par}", "Heading\n\na" },
    { "{\\rtf1 \\trowd\\intbl a\\cell\\row\\pard\\plain b\\par}", "a\n\nb" },
    { "{\\rtf1{\\listtext 1.\\tab}a\\par\\trowd\\intbl b\\cell\\row\\trowd\\intbl c\\cell\\row}",
      "1. a\n\nb\nc" },
    { "{\\rtf1 a{\\shp{\\*\\shpinst{\\sp x}{\\shptxt box}}{\\shprslt box}}b}", "a\n\nbox\n\nb" },
    { "{\\rtf1{\\header{\\shp{\\*\\shpinst{\\shptxt box}}}}b}", "b" },
    { "{\\rtf1 a\\bin3 {{{b}", "ab" },
    { "{\\rtf1 a {\\field{\\*\\fldinst{ EQ \\\\* jc3 \\\\o\\\\al(\\\\s\\\\up "
      "11(read),base)}}{\\fldrslt {}}} b "
      "{\\field{\\*\\fldinst{HYPERLINK \"x(y),z)\"}}{\\fldrslt c}}}",
      "a base b c" },
    { "{\\rtf1 a {\\deleted gone\\par}b\\par c}", "a b\n\nc" },
    { "{\\rtf1 cut \\'e", "cut" },
    /* Stray ends of groups: nothing is promised but that it ends well. */
    { "{\\rtf1 a}}}}b", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      reading_read (reading, "a.rtf", cases[i].rtf, -1);
      if (cases[i].text != NULL)
        reading_check (reading, cases[i].text);
    }
  reading_read (reading, "a.rtf", cases[6].rtf, -1);
  g_assert_cmpstr (reading->article->title, ==, "T");
  g_assert_cmpstr (reading->article->byline, ==, "A");
  g_assert_cmpstr (reading->article->published, ==, "2026-03-04");
}

static void
test_rtf_nesting (Reading *reading, gconstpointer data)
{
  g_autofree char *braces = g_strnfill (100000, '{');
  g_autofree char *rtf = g_strconcat ("{\\rtf1 ", braces, NULL);

  reading_fail (reading, "deep.rtf", rtf, -1, QUO_ERROR_INVALID, "nested more than");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#if QUO_HAVE_ARCHIVE
  reading_add ("/read/office/docx", test_docx);
  reading_add ("/read/office/docx-changes", test_docx_changes);
  reading_add ("/read/office/odt", test_odt);
#if QUO_HAVE_GUMBO
  reading_add ("/read/office/epub", test_epub);
  reading_add ("/read/office/epub-chapters", test_epub_chapters);
  reading_add ("/read/office/epub-locked", test_epub_locked);
#endif
  reading_add ("/read/office/cut", test_cut_package);
  reading_add ("/read/office/no-article", test_no_article);
#endif
  reading_add ("/read/office/docx-numbers", test_docx_numbers);
  reading_add ("/read/office/docx-lists", test_docx_lists);
  reading_add ("/read/office/odt-lists", test_odt_lists);
  reading_add ("/read/office/fodt-deletion", test_fodt_deletion);
  reading_add ("/read/office/rtf", test_rtf);
  reading_add ("/read/office/rtf-nesting", test_rtf_nesting);
  return g_test_run ();
}
