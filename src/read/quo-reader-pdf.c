/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF: the text of its pages in reading order, without running heads and feet; each page a section.
 */
#include "quo-config.h"

#include "quo-readers-list.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>
#if QUO_HAVE_POPPLER
#include "quo-pdf-lines.h"
#include "quo-pdf-order.h"
#include "quo-poppler.h"
#endif

/* The first line may have anything before it, in practice little. */
#define HEAD 1024
/* Room between words that parts columns, in heights of a line. */
#define MIN_GAP 2.5

static QuoSniff
sniff_pdf (const QuoReadSource *source)
{
  return quo_read_source_holds (source, "%PDF-", HEAD) ? QUO_SNIFF_CONTENT : QUO_SNIFF_NO;
}

#if QUO_HAVE_POPPLER
static void
clear_line (gpointer data)
{
  g_free (((QuoPdfLine *)data)->text);
}

static gboolean
is_rtl (const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word))
    {
      gunichar c = g_utf8_get_char (word);

      if (g_unichar_isalpha (c))
        return (c >= 0x590 && c < 0x900) || (c >= 0xfb1d && c < 0xfe00)
               || (c >= 0xfe70 && c < 0xff00);
    }
  return FALSE;
}

/* (transfer full): the words of a line that is written from right to left, which stand in it as the
 * eye meets them from left to right; those of other scripts within it keep their order. */
static char *
turn_words (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint n = g_strv_length (words);
  GString *turned = g_string_new (NULL);

  for (guint end = n; end > 0;)
    {
      guint start = end - 1;

      while (!is_rtl (words[end - 1]) && start > 0 && !is_rtl (words[start - 1]))
        start--;
      for (guint i = start; i < end; i++)
        {
          /* The full stop behind a word stands to the left of it. */
          gsize n_signs = is_rtl (words[i]) ? strspn (words[i], ".,:;!?") : 0;

          g_string_append_printf (turned, "%s%s%.*s", turned->len > 0 ? " " : "",
                                  words[i] + n_signs, (int)n_signs, words[i]);
        }
      end = start;
    }
  return g_string_free (turned, FALSE);
}

/* (transfer full): without the marks of direction that the library puts around words of another
 * direction than the page has. Where it puts them around words from right to left in a line of such
 * words, it leaves the words in the order of the eye. */
static char *
dup_logical (const char *start, gsize len)
{
  g_autoptr (GString) plain = g_string_sized_new (len);
  gboolean is_marked = FALSE;

  for (const char *p = start; p < start + len; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x202a || c > 0x202e)
        g_string_append_unichar (plain, c);
      else
        is_marked |= c == 0x202b;
    }
  return is_marked && is_rtl (plain->str) ? turn_words (plain->str) : g_strdup (plain->str);
}

static void
take_line (GArray *lines, const char *start, gsize len, QuoPdfLine *line)
{
  g_autofree char *raw = dup_logical (start, len);

  line->text = quo_prose_dup_line (raw);
  if (line->text != NULL)
    g_array_append_val (lines, *line);
}

static void
widen (QuoPdfLine *line, const PopplerRectangle *box)
{
  line->x1 = MIN (line->x1, MIN (box->x1, box->x2));
  line->y1 = MIN (line->y1, MIN (box->y1, box->y2));
  line->x2 = MAX (line->x2, MAX (box->x1, box->x2));
  line->y2 = MAX (line->y2, MAX (box->y1, box->y2));
}

static QuoPdfLine
begin_line (guint number, double height)
{
  return (QuoPdfLine){ .page = number, .height = height, .x1 = G_MAXDOUBLE, .y1 = G_MAXDOUBLE };
}

/* A capital that is as high as several lines is no line of its own height: the first one counts.
 * @boxes: those of the line, of the capital first. */
static void
take_drop_capital (GArray *lines, const char **start, const PopplerRectangle *boxes, guint n_boxes,
                   QuoPdfLine *line)
{
  QuoPdfLine capital = begin_line (line->page, line->height), rest = capital;
  const char *second = g_utf8_next_char (*start);

  if (n_boxes < 4 || *second != ' ' || !g_unichar_isupper (g_utf8_get_char (*start)))
    return;
  widen (&capital, &boxes[0]);
  for (guint i = 2; i < n_boxes; i++)
    if (fabs (boxes[i].x2 - boxes[i].x1) > 0)
      widen (&rest, &boxes[i]);
  if (capital.y2 - capital.y1 < QUO_PDF_DROP_CAPITAL * (rest.y2 - rest.y1))
    return;
  take_line (lines, *start, (gsize)(second - *start), &capital);
  *line = rest;
  *start = second + 1;
}

/* Whether so much room is between two words of a line that columns may stand beside each other. */
static gboolean
is_gap (const PopplerRectangle *before, const PopplerRectangle *box)
{
  return MIN (box->x1, box->x2) - MAX (before->x1, before->x2) > MIN_GAP * fabs (box->y2 - box->y1);
}

/* Whether a character stands in another row: at the foot of a column the library may go on with the
 * head of the next one in the same line. A large capital reaches into the rows beside it. */
static gboolean
is_elsewhere (const PopplerRectangle *before, const PopplerRectangle *box)
{
  double height = fabs (box->y2 - box->y1);

  return height > 0
         && (MIN (box->y1, box->y2) > MAX (before->y1, before->y2) + height
             || MAX (box->y1, box->y2) < MIN (before->y1, before->y2) - height);
}

/* What is known while the lines of a page are taken: where the one that is open began. */
typedef struct
{
  GArray *lines;
  const PopplerRectangle *boxes;
  guint n_boxes;
  const char *start;
  guint first, last; /* boxes; the last one that is no blank */
  QuoPdfLine line;
} Taking;

static void
end_line (Taking *taking, const char *end, guint n)
{
  if (n <= taking->n_boxes && n > taking->first)
    take_drop_capital (taking->lines, &taking->start, taking->boxes + taking->first,
                       n - taking->first, &taking->line);
  take_line (taking->lines, taking->start, (gsize)(end - taking->start), &taking->line);
  taking->line = begin_line (taking->line.page, taking->line.height);
}

static void
begin_line_at (Taking *taking, const char *p, guint n)
{
  end_line (taking, p, n);
  taking->start = p;
  taking->first = n;
}

static void
take_character (Taking *taking, const char *p, guint n)
{
  const PopplerRectangle *before = &taking->boxes[taking->last], *box = &taking->boxes[n];

  if (taking->line.x1 < G_MAXDOUBLE && p > taking->start)
    {
      if (is_elsewhere (before, box))
        begin_line_at (taking, p, n);
      else if (p[-1] == ' ' && is_gap (before, box) && !is_rtl (taking->start))
        {
          begin_line_at (taking, p, n);
          taking->line.is_split = TRUE;
        }
    }
  widen (&taking->line, &taking->boxes[n]);
  taking->last = n;
}

/* The library gives the text of a page in reading order, with a box for each character. */
static void
add_page (GArray *lines, PopplerPage *page, guint number)
{
  g_autofree char *text = quo_poppler_get ()->page_get_text (page);
  PopplerRectangle *boxes = NULL;
  guint n_boxes = 0, n = 0;
  Taking taking = { .lines = lines, .start = text };
  double width, height;

  if (text == NULL || !quo_poppler_get ()->page_get_text_layout (page, &boxes, &n_boxes))
    return;
  quo_poppler_get ()->page_get_size (page, &width, &height);
  taking.boxes = boxes;
  taking.n_boxes = n_boxes;
  taking.line = begin_line (number, height);
  for (const char *p = text;; p = g_utf8_next_char (p), n++)
    {
      if (*p == '\n' || *p == '\0')
        {
          end_line (&taking, p, n);
          taking.start = p + 1;
          taking.first = n + 1;
        }
      else if (n < n_boxes && *p != ' ')
        take_character (&taking, p, n);
      if (*p == '\0')
        break;
    }
  g_free (boxes);
}

static gboolean
read_pages (const QuoReadSource *source, PopplerDocument *document, GArray *lines, GError **error)
{
  int n_pages = quo_poppler_get ()->document_get_n_pages (document);

  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page;

      if (!quo_read_source_advance (source, (double)i / n_pages, error))
        return FALSE;
      page = quo_poppler_get ()->document_get_page (document, i);
      if (page == NULL)
        continue;
      add_page (lines, page, (guint)i);
      g_object_unref (page);
    }
  if (lines->len == 0)
    return quo_read_source_fail (source, error, QUO_ERROR_INVALID,
                                 n_pages == 0
                                     ? _ ("it has no pages; it may be damaged")
                                     : _ ("its pages are pictures without text; let a program "
                                          "for text recognition (OCR) add the text first"));
  quo_pdf_drop_running_lines (lines, (guint)n_pages);
  quo_pdf_drop_turned_lines (lines);
  quo_pdf_order_columns (lines);
  return TRUE;
}

static void
on_page (guint page, gsize start, gpointer data)
{
  g_autofree char *title = g_strdup_printf (_ ("Page %u"), page + 1);

  quo_extract_add_section (data, title, start, 1);
}

static void
take_metadata (PopplerDocument *document, QuoExtract *extract)
{
  g_autofree char *title = quo_poppler_get ()->document_get_title (document);
  g_autofree char *author = quo_poppler_get ()->document_get_author (document);
  GDateTime *date = quo_poppler_get ()->document_get_creation_date_time (document);

  extract->title = quo_prose_dup_line (title);
  extract->byline = quo_prose_dup_line (author);
  if (date != NULL)
    extract->published = g_date_time_format_iso8601 (date);
  g_clear_pointer (&date, g_date_time_unref);
}

static gboolean
fail_open (const QuoReadSource *source, const GError *reason, GError **error)
{
  if (g_error_matches (reason, quo_poppler_get ()->error_quark (), POPPLER_ERROR_ENCRYPTED))
    return quo_read_source_fail (source, error, QUO_ERROR_PERMISSION,
                                 _ ("it is encrypted; save it without a password"));
  return quo_read_source_fail (source, error, QUO_ERROR_SYNTAX, _ ("it is damaged or cut off (%s)"),
                               reason->message);
}

static gboolean
read_document (const QuoReadSource *source, PopplerDocument *document, QuoExtract *extract,
               GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (QuoPdfLine));
  g_auto (QuoProse) prose = { 0 };

  g_array_set_clear_func (lines, clear_line);
  if (!read_pages (source, document, lines, error))
    return FALSE;
  quo_prose_init (&prose);
  quo_pdf_add_lines (lines, &prose, on_page, extract);
  take_metadata (document, extract);
  quo_extract_take_text (extract, quo_prose_finish (&prose));
  return TRUE;
}

static gboolean
read_pdf (const QuoReadSource *source, QuoExtract *extract, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (source->data, source->len);
  g_autoptr (GError) reason = NULL;
  PopplerDocument *document;
  gboolean is_read;

  if (quo_poppler_get () == NULL)
    return quo_read_source_fail (source, error, QUO_ERROR_BINARY,
                                 _ ("the library that reads PDF, poppler, is not on this computer; "
                                    "install it, or save the file as text"));
  document = quo_poppler_get ()->document_new_from_bytes (bytes, NULL, &reason);
  if (document == NULL)
    return fail_open (source, reason, error);
  is_read = read_document (source, document, extract, error);
  g_object_unref (document);
  return is_read;
}
#endif

const QuoReader quo_reader_pdf = {
  .id = "pdf",
  .title = N_ ("PDF"),
  .extensions = "pdf",
  .mime_types = "application/pdf",
  .version = 5,
  .sniff = sniff_pdf,
#if QUO_HAVE_POPPLER
  .read = read_pdf,
#else
  .needs = "poppler",
#endif
};
