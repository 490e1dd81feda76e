/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-print-private.h"

#include <math.h>

#include "quo-page-layouts.h"
#include "quo-page-rows.h"

/* From text to lines to pages.
 *
 * Invariant: every character of the article is in exactly one line, but for line ends; a line
 * stands on one page. */

/* The size of the text on the screen, and on paper in points. */
#define EM 17
#define POINTS 11
#define GUTTER 156
#define EDGE 8
#define PITCH_EM 2.24
#define TALL_PITCH_EM 2.6
#define HEADLINE_EM (29.0 / EM)
#define HEADLINE_PITCH 1.2
#define BYLINE_EM (15.0 / EM)
#define PARAGRAPH_GAP 6
#define LEGEND_GAP 30
/* Below the baseline, in em: what hangs below it belongs to the line. */
#define BELOW_BASE 0.42

static void
free_paragraph (gpointer data)
{
  QuoPrintParagraph *paragraph = data;

  g_object_unref (paragraph->layout);
  g_free (paragraph->text);
  g_free (paragraph);
}

/* --- text ------------------------------------------------------------------------------------ */

static PangoFontDescription *
make_font (QuoPrint *print, double em)
{
  PangoContext *screen = gtk_widget_get_pango_context (GTK_WIDGET (print->page.view));
  PangoFontDescription *font
      = pango_font_description_copy (pango_context_get_font_description (screen));

  pango_font_description_set_absolute_size (font, em * PANGO_SCALE);
  return font;
}

static void
shape_paragraph (QuoPrint *print, QuoPrintParagraph *paragraph, int line)
{
  gboolean is_headline = line == print->page.head.headline;
  gboolean is_small = line == print->page.head.byline || line == print->page.head.kicker;
  PangoFontDescription *font;

  paragraph->em = EM * (is_headline ? HEADLINE_EM : is_small ? BYLINE_EM : 1);
  paragraph->pitch = paragraph->em
                     * (is_headline         ? HEADLINE_PITCH
                        : paragraph->is_rtl ? TALL_PITCH_EM
                                            : PITCH_EM);
  paragraph->before = is_headline || line == 0 ? 0 : PARAGRAPH_GAP;
  font = make_font (print, paragraph->em);
  if (is_headline)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (is_small)
    pango_font_description_set_variant (font, PANGO_VARIANT_SMALL_CAPS);
  pango_layout_set_font_description (paragraph->layout, font);
  pango_font_description_free (font);
}

static void
add_paragraph (QuoPrint *print, QuoSpan span, int line)
{
  QuoPrintParagraph *paragraph = g_new0 (QuoPrintParagraph, 1);
  PangoDirection direction;

  paragraph->span = span;
  paragraph->text = quo_text_dup (quo_document_get_text (print->page.document), span);
  direction = quo_find_direction (paragraph->text);
  paragraph->is_rtl = direction == PANGO_DIRECTION_NEUTRAL ? print->page.is_rtl
                                                           : direction == PANGO_DIRECTION_RTL;
  paragraph->layout = pango_layout_new (print->context);
  pango_layout_set_width (paragraph->layout, print->text_width * PANGO_SCALE);
  pango_layout_set_wrap (paragraph->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_single_paragraph_mode (paragraph->layout, TRUE);
  pango_layout_set_text (paragraph->layout, paragraph->text, -1);
  shape_paragraph (print, paragraph, line);
  g_ptr_array_add (print->paragraphs, paragraph);
}

static gboolean
is_break (gunichar c)
{
  return c == '\n' || c == '\r';
}

/* Paragraphs are what stands between line ends; blank ones are left out. */
static void
read_text (QuoPrint *print)
{
  const QuoText *text = quo_document_get_text (print->page.document);
  guint32 length = quo_text_get_length (text), start = 0;
  int line = 0;

  for (guint32 at = 0; at <= length; at++)
    {
      if (at < length && !is_break (quo_text_get_char (text, at)))
        continue;
      if (at > start)
        add_paragraph (print, QUO_SPAN (start, at), line);
      start = at + 1;
      /* CR LF is one end. */
      if (at + 1 < length && quo_text_get_char (text, at) == '\r'
          && quo_text_get_char (text, at + 1) == '\n')
        continue;
      line++;
    }
}

/* --- pages ----------------------------------------------------------------------------------- */

typedef struct
{
  guint page;
  double y, bottom;
} Cursor;

static void
turn_page (Cursor *cursor)
{
  cursor->page++;
  cursor->y = 0;
}

/* A paragraph does not leave its first line alone at the foot of a page. */
static void
place_paragraph (QuoPrint *print, guint number, Cursor *cursor)
{
  const QuoPrintParagraph *paragraph = g_ptr_array_index (print->paragraphs, number);
  GSList *lines = pango_layout_get_lines_readonly (paragraph->layout);
  double room = (lines->next != NULL ? 2 : 1) * paragraph->pitch;

  if (cursor->y > 0)
    cursor->y += paragraph->before;
  if (cursor->y > 0 && cursor->y + room > cursor->bottom)
    turn_page (cursor);
  for (GSList *l = lines; l != NULL; l = l->next)
    {
      QuoPrintLine line = { .line = l->data, .paragraph = number };

      if (cursor->y > 0 && cursor->y + paragraph->pitch > cursor->bottom)
        turn_page (cursor);
      line.page = cursor->page;
      cursor->y += paragraph->pitch;
      line.base = floor (cursor->y - BELOW_BASE * paragraph->em);
      g_array_append_val (print->lines, line);
    }
}

/* So many lines of the text go to the next page with a legend that would stand there alone. */
#define COMPANY 3

/* Turns the page for the legend of this height, and takes the last lines along, but leaves no line
 * of their paragraph alone. */
static void
turn_for_legend (QuoPrint *print, double height, Cursor *cursor)
{
  const QuoPrintLine *lines = (const QuoPrintLine *)print->lines->data;
  const QuoPrintParagraph *paragraph;
  guint n = print->lines->len, first = n;
  double end = cursor->y, moved;

  while (first > 0 && lines[first - 1].page == cursor->page
         && lines[first - 1].paragraph == lines[n - 1].paragraph)
    first--;
  if (n - first > COMPANY + 1)
    first = n - COMPANY;
  turn_page (cursor);
  if (first == 0 || first == n || lines[first - 1].page != lines[first].page)
    return;
  paragraph = g_ptr_array_index (print->paragraphs, lines[first].paragraph);
  moved = (n - first) * paragraph->pitch;
  if (moved + LEGEND_GAP + height > cursor->bottom)
    return;
  for (guint i = first; i < n; i++)
    {
      QuoPrintLine *line = &g_array_index (print->lines, QuoPrintLine, i);

      line->page = cursor->page;
      line->base -= end - moved;
    }
  cursor->y = moved;
}

static void
place_all (QuoPrint *print)
{
  Cursor cursor = { .bottom = print->height - QUO_PRINT_FOOT };
  double legend;

  for (guint i = 0; i < print->paragraphs->len; i++)
    place_paragraph (print, i, &cursor);
  legend = quo_print_measure_legend (print);
  if (legend > 0 && cursor.y + LEGEND_GAP + legend > cursor.bottom)
    turn_for_legend (print, legend, &cursor);
  print->legend_page = cursor.page;
  print->legend_y = cursor.y + LEGEND_GAP;
  print->n_pages = cursor.page + 1;
}

/* --- object ---------------------------------------------------------------------------------- */

static void
make_paper (QuoPrint *print, QuoPage *page)
{
  /* What the words beside the text are made with belongs to the screen, and is made by now. */
  quo_page_get_text (page, "", EM, PANGO_WEIGHT_NORMAL, -1);
  print->page = *page;
  print->page.palette = quo_palette_make (FALSE, FALSE);
  print->page.density = QUO_DENSITY_LABELS;
  print->page.em = EM;
  print->page.is_narrow = FALSE;
  print->page.width = (int)print->width;
  print->page.left = page->is_rtl ? EDGE : GUTTER;
  print->page.right = page->is_rtl ? GUTTER : EDGE;
  print->page.selected = print->page.link_source = print->page.hovered = NULL;
  print->page.motions = NULL;
  print->page.aim = (QuoPageAim){ 0 };
  /* Nobody has a role while no quote is selected. */
  print->page.parties = g_hash_table_new (g_str_hash, g_str_equal);
  print->page.kept = NULL;
  print->page.hits = g_array_new (FALSE, FALSE, sizeof (QuoPageHit));
  g_array_set_clear_func (print->page.hits, quo_page_hit_clear);
}

static void
count (QuoPrint *print)
{
  g_autoptr (QuoSnapshot) snapshot = quo_document_snapshot (print->page.document);

  print->statistics = quo_statistics_new (snapshot, print->page.tagset,
                                          quo_session_get_layer (print->page.session));
}

QuoPrint *
quo_print_new (QuoPage *page, PangoContext *context, double width, double height)
{
  QuoPrint *print = g_new0 (QuoPrint, 1);

  print->scale = (double)POINTS / EM;
  print->width = floor (width / print->scale);
  print->height = floor (height / print->scale);
  print->text_x = page->is_rtl ? EDGE : GUTTER;
  print->text_width = MAX (print->width - GUTTER - EDGE, GUTTER);
  print->context = g_object_ref (context);
  print->paragraphs = g_ptr_array_new_with_free_func (free_paragraph);
  print->lines = g_array_new (FALSE, FALSE, sizeof (QuoPrintLine));
  make_paper (print, page);
  count (print);
  read_text (print);
  place_all (print);
  return print;
}

void
quo_print_free (QuoPrint *print)
{
  quo_statistics_free (print->statistics);
  g_array_unref (print->lines);
  g_ptr_array_unref (print->paragraphs);
  g_hash_table_unref (print->page.parties);
  g_array_unref (print->page.hits);
  g_object_unref (print->context);
  g_free (print);
}

guint
quo_print_get_n_pages (const QuoPrint *print)
{
  return print->n_pages;
}
