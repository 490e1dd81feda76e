/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PDF, drawn here page by page. */

#include "quo-config.h"

#include "read-fixture.h"

#include <cairo-pdf.h>
#include <string.h>

typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cairo;
  GByteArray *bytes;
} Paper;

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int len)
{
  g_byte_array_append (closure, data, len);
  return CAIRO_STATUS_SUCCESS;
}

static void
begin (Paper *paper)
{
  paper->bytes = g_byte_array_new ();
  paper->surface = cairo_pdf_surface_create_for_stream (write_bytes, paper->bytes, 595, 842);
  cairo_pdf_surface_set_metadata (paper->surface, CAIRO_PDF_METADATA_TITLE, "The pier");
  cairo_pdf_surface_set_metadata (paper->surface, CAIRO_PDF_METADATA_AUTHOR, "Jo Field");
  paper->cairo = cairo_create (paper->surface);
  cairo_select_font_face (paper->cairo, "serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
}

static void
put (Paper *paper, double x, double y, double size, const char *text)
{
  cairo_set_font_size (paper->cairo, size);
  cairo_move_to (paper->cairo, x, y);
  cairo_show_text (paper->cairo, text);
}

static void
end (Paper *paper)
{
  cairo_destroy (paper->cairo);
  cairo_surface_destroy (paper->surface);
}

/* A story in two columns with a capital and a note, and one beside it whose headline stands in the
 * same row. */
static void
test_newspaper (Reading *reading, gconstpointer data)
{
  static const char *const columns[][5]
      = { { "he council of Norby voted to", "rebuild the old ferry pier that",
            "a storm had torn away, and", "the mayor said that the work",
            "would begin before winter and" },
          { "end in spring. The fishermen", "warned that dredging the bay",
            "would harm the herring, and", "they said that a court would",
            "have to decide about it." },
          { "The ferry to the islands will", "not run on Sundays until the",
            "new pier stands, the company", "said on Monday. Tickets that",
            "were sold can be given back." } };
  Paper paper;

  begin (&paper);
  put (&paper, 60, 80, 16, "Norby rebuilds its old pier");
  put (&paper, 400, 80, 16, "No ferry");
  put (&paper, 60, 118, 26, "T");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    for (guint k = 0; k < 5; k++)
      put (&paper, 60 + 170 * i + (i == 0 && k < 2 ? 18 : 0), 106 + 12 * k, 9, columns[i][k]);
  put (&paper, 60, 172, 6, "1 The storm of 3 March 2026 was the worst since 1990.");
  put (&paper, 60, 210, 16, "Weather");
  put (&paper, 60, 236, 9, "Rain.");
  end (&paper);
  reading_read (reading, "a.pdf", (const char *)paper.bytes->data, paper.bytes->len);
  reading_check (
      reading,
      "Norby rebuilds its old pier\n\nThe council of Norby voted to rebuild the old ferry pier "
      "that a "
      "storm had torn away, and the mayor said that the work would begin before winter and end in "
      "spring. The fishermen warned that dredging the bay would harm the herring, and they said "
      "that "
      "a court would have to decide about it.\n\nNo ferry\n\nThe ferry to the islands will not run "
      "on "
      "Sundays until the new pier stands, the company said on Monday. Tickets that were sold can "
      "be "
      "given back.\n\nWeather\n\nRain.\n\n1 The storm of 3 March 2026 was the worst since 1990.");
  g_byte_array_unref (paper.bytes);
}

/* Two columns on each of three pages, with a running head and a number at the foot. */
static void
test_columns (Reading *reading, gconstpointer data)
{
  static const char *const left[]
      = { "The council of Norby voted on Tuesday", "to rebuild the old ferry pier, which a",
          "storm had torn away, and the mayor prom-", "ised that work would begin at once." };
  static const char *const right[]
      = { "Fishermen warned that dredging would", "harm the herring, and they said that a",
          "court would have to decide about it", "before a single stone was moved away." };
  Paper paper;

  begin (&paper);
  for (guint page = 0; page < 3; page++)
    {
      g_autofree char *number = g_strdup_printf ("%u", page + 1);

      put (&paper, 60, 40, 9, "THE NORBY HERALD");
      for (guint i = 0; i < G_N_ELEMENTS (left); i++)
        {
          put (&paper, 60, 120 + 14 * i, 11, left[i]);
          put (&paper, 320, 120 + 14 * i, 11, right[i]);
        }
      put (&paper, 290, 815, 9, number);
      cairo_show_page (paper.cairo);
    }
  end (&paper);
  reading_read (reading, "a.pdf", (const char *)paper.bytes->data, paper.bytes->len);
  reading_check_has (reading,
                     "The council of Norby voted on Tuesday to rebuild the old ferry pier, "
                     "which a storm had torn away, and the mayor promised that work would "
                     "begin at once.\n\nFishermen warned that dredging would harm the "
                     "herring, and they said that a court would have to decide about it "
                     "before a single stone was moved away.");
  reading_check_has_not (reading, "HERALD");
  reading_check_has_not (reading, "3");
  g_assert_cmpuint (reading->article->sections->len, ==, 3);
  g_assert_cmpstr (g_array_index (reading->article->sections, QuoSection, 2).title, ==, "Page 3");
  g_assert_cmpstr (reading->article->title, ==, "The pier");
  g_assert_cmpstr (reading->article->byline, ==, "Jo Field");
  g_byte_array_unref (paper.bytes);
}

/* Headings in the size of the text, items, and a word that is written with its hyphen elsewhere. */
static void
test_lines (Reading *reading, gconstpointer data)
{
  static const char *const lines[] = {
    "Work begins",
    "The council of Norby voted on Tuesday to",
    "rebuild the old pier with well-known and well-",
    "known methods, and the mayor prom-",
    "ised that it begins:",
    "• first the piles",
    "• then the deck",
    "Nobody objected to what was said there.",
  };
  Paper paper;

  begin (&paper);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    put (&paper, 60, 120 + 14 * i, 11, lines[i]);
  cairo_show_page (paper.cairo);
  end (&paper);
  reading_read (reading, "a.pdf", (const char *)paper.bytes->data, paper.bytes->len);
  reading_check (reading,
                 "Work begins\n\nThe council of Norby voted on Tuesday to rebuild the old pier "
                 "with well-known and well-known methods, and the mayor promised that it "
                 "begins:\n\n• first the piles\n\n• then the deck\n\nNobody objected to what "
                 "was said there.");
  g_byte_array_unref (paper.bytes);
}

/* Words set far apart to fill a narrow column, in both of two columns. */
static void
test_wide_words (Reading *reading, gconstpointer data)
{
  static const char *const rows[][3] = {
    { "The council of the town voted", NULL, NULL }, { "and", "the chairwoman", "said" },
    { "that the harbour had to be", NULL, NULL },    { "rebuilt", "for", "everybody" },
    { "who lives on the islands and", NULL, NULL },  { "in the villages by the coast.", NULL, NULL }
  };
  static const double places[] = { 0, 60, 125 };
  Paper paper;

  begin (&paper);
  for (guint column = 0; column < 2; column++)
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
      for (guint k = 0; k < 3 && rows[i][k] != NULL; k++)
        put (&paper, 60 + 190 * column + places[k], 100 + 13 * i, 11, rows[i][k]);
  end (&paper);
  reading_read (reading, "a.pdf", (const char *)paper.bytes->data, paper.bytes->len);
  reading_check (reading,
                 "The council of the town voted and the chairwoman said that the harbour had to be "
                 "rebuilt for everybody who lives on the islands and in the villages by the "
                 "coast.\n\nThe council of the town voted and the chairwoman said that the harbour "
                 "had to be rebuilt for everybody who lives on the islands and in the villages by "
                 "the coast.");
  g_byte_array_unref (paper.bytes);
}

/* Where paragraphs begin with an indent, a full line that ends with a full stop ends none; where a
 * little room is between them, that counts. */
static void
test_paragraphs (Reading *reading, gconstpointer data)
{
  static const char *const lines[] = {
    " The council of Norby voted on Tuesday night.",
    "It wants the old ferry pier back. It was torn",
    "away by a storm, nine years ago.",
    " The mayor said that work begins at once.",
    "Nobody objected.",
    " Fishermen warned of the herring and of law.",
    "They said so on Monday.",
    " The harbour authority disputes all of this.",
    "It will build.",
  };
  static const char *const whole
      = "The council of Norby voted on Tuesday night. It wants the old ferry pier back. It was "
        "torn away by a storm, nine years ago.\n\nThe mayor said that work begins at once. Nobody "
        "objected.\n\nFishermen warned of the herring and of law. They said so on Monday.\n\nThe "
        "harbour authority disputes all of this. It will build.";

  for (guint way = 0; way < 2; way++)
    {
      Paper paper;
      double y = 100;

      begin (&paper);
      for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
        {
          gboolean is_first = *lines[i] == ' ';

          y += 13 + (is_first && way == 1 ? 5 : 0);
          put (&paper, is_first && way == 0 ? 70 : 60, y, 11, lines[i] + is_first);
        }
      end (&paper);
      reading_read (reading, way == 0 ? "a.pdf" : "b.pdf", (const char *)paper.bytes->data,
                    paper.bytes->len);
      reading_check (reading, whole);
      g_byte_array_unref (paper.bytes);
    }
}

static void
test_scan (Reading *reading, gconstpointer data)
{
  Paper paper;

  begin (&paper);
  cairo_rectangle (paper.cairo, 50, 50, 400, 600);
  cairo_fill (paper.cairo);
  cairo_show_page (paper.cairo);
  end (&paper);
  reading_fail (reading, "scan.pdf", (const char *)paper.bytes->data, paper.bytes->len,
                QUO_ERROR_INVALID, "pictures without text");
  g_byte_array_unref (paper.bytes);
}

static void
test_damaged (Reading *reading, gconstpointer data)
{
  reading_fail (reading, "a.pdf", "%PDF-1.7\nnothing", -1, QUO_ERROR_SYNTAX, "damaged or cut off");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  reading_add ("/read/pdf/newspaper", test_newspaper);
  reading_add ("/read/pdf/columns", test_columns);
  reading_add ("/read/pdf/lines", test_lines);
  reading_add ("/read/pdf/wide-words", test_wide_words);
  reading_add ("/read/pdf/paragraphs", test_paragraphs);
  reading_add ("/read/pdf/scan", test_scan);
  reading_add ("/read/pdf/damaged", test_damaged);
  return g_test_run ();
}
