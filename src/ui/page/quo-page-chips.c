/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "quo-page-grips.h"
#include "quo-page-layouts.h"
#include "quo-page-marks.h"
#include "quo-paint.h"
#include "quo-verbs.h"

/* Chips: the label's word above a mark; a solid pill when it is selected; the role while the quote
 * it speaks in is selected. While Y sifts suggestions each has its letter before the chip, and what
 * is too unlikely to be one has a letter and no chip.
 *
 * Invariant: no chip touches another one or a knob, and the link crosses none: what has no room is
 * left out, the line pattern still tells. Letters and pills are not left out: where they have no
 * room they cover the letters of the row above. */

#define CHIP_EM 0.59
#define CHIP_MIN 9
#define GAP 3
#define PILL_PAD 6
#define LETTER_PAD 3
#define LETTER_RADIUS 3
#define DOT 1.4 /* under what is not suggested */
#define DOT_STEP 5
/* A pill may hang over the text into the margin, but keeps this far from the edge of the view. */
#define PILL_EDGE 6
/* A chip whose row begins this near below the link would be crossed by it. */
#define LINK_ROOM 12

static double
get_size (const QuoPage *page)
{
  return MAX (CHIP_MIN, round (CHIP_EM * page->em));
}

/* Not on paper. */
static gboolean
is_sifting (const QuoPage *page)
{
  return page->session != NULL && page->motions != NULL && quo_session_is_sifting (page->session);
}

/* NULL: it is no quote, or nobody is suggested. */
static char *
dup_speaker (QuoPage *page, const QuoAnnotation *quote)
{
  const QuoRelation *relation
      = quo_document_find_relation (page->document, "quotation", "quote", quote->base.id);
  const QuoRole *source = relation != NULL ? quo_relation_find_role (relation, "source") : NULL;

  return source != NULL ? quo_document_dup_member_name (page->document, source->members[0]) : NULL;
}

/* The suggestion that is asked about now, with the keys that answer. */
static char *
dup_question (QuoPage *page, const QuoMark *mark, const char *name)
{
  g_autofree char *speaker = dup_speaker (page, mark->annotation);
  g_autofree char *yes = quo_session_dup_key_name (page->session, "win.accept");
  g_autofree char *no = quo_session_dup_key_name (page->session, "win.reject");
  g_autofree char *question = NULL;

  if (speaker != NULL)
    /* Translators: a label that is only suggested and a name: “Quote by Omar Haddad?” */
    question = g_strdup_printf (_ ("%s by %s?"), name, speaker);
  else
    question = g_strdup_printf (_ ("%s?"), name);
  if (yes == NULL || no == NULL)
    return g_steal_pointer (&question);
  /* Translators: a question and the keys that answer it: “Person?  A yes · X no” */
  return g_strdup_printf (_ ("%s  %s yes · %s no"), question, yes, no);
}

/* The other label that a suggestion may have, while Alt and its letter take it; NULL: none. */
static const char *
get_second_name (const QuoPage *page, const QuoMark *mark)
{
  const char *type
      = is_sifting (page) ? quo_session_get_second_label (page->session, mark->annotation) : NULL;
  const QuoLabel *label
      = type != NULL ? quo_tagset_find (quo_session_get_tagset (page->session), type) : NULL;

  return label != NULL ? quo_label_get_short_name (label) : NULL;
}

static char *
dup_word (QuoPageParagraph *paragraph, const QuoMark *mark)
{
  const char *name
      = mark->label != NULL ? quo_label_get_short_name (mark->label) : mark->annotation->type;
  const char *second = mark->is_suggestion ? get_second_name (paragraph->page, mark) : NULL;
  g_autofree char *question = NULL;

  if (mark->role != NULL)
    return g_strdup (quo_role_get_shown_name (mark->role));
  if (mark->is_selected && mark->is_suggestion && !is_sifting (paragraph->page))
    return dup_question (paragraph->page, mark, name);
  if (second != NULL)
    /* Translators: two labels one of which is suggested, the likelier one first: "Place/Org?" */
    name = question = g_strdup_printf (_ ("%s/%s?"), name, second);
  else if (mark->is_suggestion)
    /* Translators: a label that is only suggested, e.g. "Person?" */
    name = question = g_strdup_printf (_ ("%s?"), name);
  if (mark->n_more > 0 && !mark->is_selected && !mark->is_pointed)
    return g_strdup_printf ("%s +%u", name, mark->n_more);
  return g_strdup (name);
}

/* Takes the room if it is free. */
static gboolean
claim_room (QuoPageParagraph *paragraph, double x, double line, double width)
{
  graphene_rect_t wanted;

  graphene_rect_init (&wanted, x - GAP, line, width + 2 * GAP, 1);
  for (guint i = 0; i < paragraph->taken->len; i++)
    {
      const graphene_rect_t *other = &g_array_index (paragraph->taken, graphene_rect_t, i);

      if (other->origin.y == wanted.origin.y
          && wanted.origin.x < other->origin.x + other->size.width
          && wanted.origin.x + wanted.size.width > other->origin.x)
        return FALSE;
    }
  graphene_rect_init (&wanted, x, line, width, 1);
  g_array_append_val (paragraph->taken, wanted);
  return TRUE;
}

static gboolean
is_crossed (QuoPageParagraph *paragraph, double x, double top, double width)
{
  const QuoPageEntry *entry = paragraph->entry;
  double below = top - entry->link_y;

  if (!entry->has_source || below <= 0 || below >= LINK_ROOM)
    return FALSE;
  return paragraph->page->is_rtl ? x + width > entry->link_x : x < entry->link_x;
}

/* The outline that high contrast draws around a selected quote runs where chips of its first row
 * stand. */
static gboolean
is_on_outline (QuoPageParagraph *paragraph, const QuoRow *row)
{
  if (!paragraph->page->palette.is_high_contrast)
    return FALSE;
  for (guint i = 0; i < paragraph->marks->len; i++)
    {
      const QuoMark *mark = &g_array_index (paragraph->marks, QuoMark, i);
      const QuoRow *first = quo_page_mark_get_rows (paragraph, mark);

      if (mark->kind == QUO_LABEL_QUOTE && mark->is_selected && first->line == row->line
          && row->x >= first->x && row->x < first->x + first->width)
        return TRUE;
    }
  return FALSE;
}

/* The lines of a headline stand close: a chip there would lie on the letters of the line above. */
static gboolean
is_on_letters (const QuoRow *row, const graphene_rect_t *chip)
{
  return chip->origin.y + chip->size.height / 2 < quo_row_get_above (row);
}

/* The knobs by which the selected annotation is drawn longer stand where chips of the next row do.
 */
static gboolean
is_under_grip (QuoPageParagraph *paragraph, const graphene_rect_t *chip)
{
  gboolean is_rtl = paragraph->lines->is_rtl;

  for (guint i = 0; i < paragraph->marks->len; i++)
    {
      const QuoMark *mark = &g_array_index (paragraph->marks, QuoMark, i);
      const QuoRow *rows = quo_page_mark_get_rows (paragraph, mark);
      const QuoRow *last = rows + MAX (mark->n_rows, 1) - 1;
      double knob = QUO_GRIP_KNOB;
      graphene_rect_t knobs[2];

      if (!mark->is_selected)
        continue;
      graphene_rect_init (&knobs[0], rows->x + (is_rtl ? rows->width : 0) - knob / 2,
                          quo_row_get_bottom (rows) + QUO_GRIP_DROP - knob / 2, knob, knob);
      graphene_rect_init (&knobs[1], last->x + (is_rtl ? 0 : last->width) - knob / 2,
                          quo_row_get_bottom (last) + QUO_GRIP_DROP - knob / 2, knob, knob);
      if ((mark->is_start && mark->part == 0 && graphene_rect_intersection (chip, &knobs[0], NULL))
          || (mark->is_end && mark->part + 1 == mark->annotation->n_ranges
              && graphene_rect_intersection (chip, &knobs[1], NULL)))
        return TRUE;
    }
  return FALSE;
}

/* What has a ground of its own, and so may be read over letters. */
static QuoPaint *
choose_paint (QuoPageParagraph *paragraph, const QuoRow *row, double x, double y, double width,
              double height)
{
  graphene_rect_t box;

  graphene_rect_init (&box, x, y, width, height);
  if (paragraph->page->motions == NULL || !is_on_letters (row, &box))
    return paragraph->paint;
  if (paragraph->over == NULL)
    paragraph->over = quo_paint_new ();
  return paragraph->over;
}

/* How the letter of something looks: solid, it will be taken; empty, it is doubtful and will not;
 * bare, it is not even suggested. */
typedef enum
{
  LETTER_SOLID,
  LETTER_EMPTY,
  LETTER_BARE,
} LetterLook;

/* It stands whatever else does, for it is typed; @hangs: before the row. Returns its width. */
static double
paint_letter (QuoPageParagraph *paragraph, const QuoRow *row, gunichar c, LetterLook look,
              const GdkRGBA *ink, gboolean hangs)
{
  QuoPage *page = paragraph->page;
  const char letter[] = { (char)g_ascii_toupper ((char)c), '\0' };
  gboolean is_rtl = paragraph->lines->is_rtl;
  GdkRGBA on_ink = quo_palette_on_ink (&page->palette);
  PangoLayout *layout = quo_page_get_text (page, letter, get_size (page), PANGO_WEIGHT_BOLD, -1);
  double top = quo_row_get_top (row), x, y;
  QuoPaint *paint;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  width += 2 * LETTER_PAD;
  x = is_rtl ? row->x + row->width - width : row->x;
  if (hangs)
    x += is_rtl ? width + GAP : -width - GAP;
  y = top - height - 1;
  claim_room (paragraph, x, top, width);
  paint = choose_paint (paragraph, row, x, y, width, height + 1);
  if (look == LETTER_SOLID || paint == paragraph->over)
    quo_paint_rounded (paint, look == LETTER_SOLID ? ink : &page->palette.page, x, y, width,
                       height + 1, LETTER_RADIUS);
  if (look == LETTER_EMPTY)
    quo_paint_outline (paint, ink, x, y, width, height + 1, LETTER_RADIUS, 1);
  quo_paint_text (paint, layout, x + LETTER_PAD, y + 0.5, look == LETTER_SOLID ? &on_ink : ink);
  return width;
}

/* Before a quote it hangs back, since a name may begin there too. Returns the room it takes before
 * a chip. */
static double
draw_letter (QuoPageParagraph *paragraph, const QuoMark *mark)
{
  QuoPage *page = paragraph->page;
  gboolean is_quote = mark->kind == QUO_LABEL_QUOTE, is_taken = FALSE;
  gunichar c = !mark->is_start || mark->part > 0
                   ? 0
                   : quo_session_get_sift_letter (page->session, mark->annotation, &is_taken);
  GdkRGBA ink = quo_page_mark_get_ink (page, mark, 1);
  double width;

  if (c == 0)
    return 0;
  width = paint_letter (paragraph, quo_page_mark_get_rows (paragraph, mark), c,
                        is_taken ? LETTER_SOLID : LETTER_EMPTY, &ink, is_quote);
  return is_quote ? 0 : width + 2 * GAP;
}

/* What is not even suggested: a bare letter, and dots under the words. */
static void
draw_chance (QuoPageParagraph *paragraph, const QuoSiftChance *chance)
{
  QuoPage *page = paragraph->page;
  QuoSpan span = { quo_display_map_to_buffer (page->map, chance->span.start),
                   quo_display_map_to_buffer (page->map, chance->span.end) };
  double dot = DOT + page->palette.is_high_contrast;
  GdkRGBA ink = quo_palette_ink (
      &page->palette, quo_tagset_find (quo_session_get_tagset (page->session), chance->type), 1);
  guint first = paragraph->rows->len;

  quo_page_lines_measure (paragraph->lines, span, paragraph->rows);
  for (guint i = first; i < paragraph->rows->len; i++)
    {
      const QuoRow *row = &g_array_index (paragraph->rows, QuoRow, i);

      if (i == first)
        paint_letter (paragraph, row, chance->letter, LETTER_BARE, &ink, FALSE);
      quo_paint_dots (paragraph->paint, &ink, row->x, quo_row_get_bottom (row), row->width, dot,
                      DOT_STEP);
    }
}

void
quo_page_letters_draw (QuoPageParagraph *paragraph)
{
  QuoPage *page = paragraph->page;
  g_autoptr (GArray) chances = NULL;
  QuoSpan lines;

  if (!is_sifting (page))
    return;
  lines = paragraph->lines->span;
  paragraph->letters_from = paragraph->taken->len;
  for (guint i = 0; i < paragraph->marks->len; i++)
    {
      QuoMark *mark = &g_array_index (paragraph->marks, QuoMark, i);

      mark->letter = draw_letter (paragraph, mark);
    }
  chances = quo_session_list_sift_chances (
      page->session, QUO_SPAN (quo_display_map_to_text (page->map, lines.start),
                               quo_display_map_to_text (page->map, lines.end)));
  for (guint i = 0; i < chances->len; i++)
    draw_chance (paragraph, &g_array_index (chances, QuoSiftChance, i));
  paragraph->letters_to = paragraph->taken->len;
}

/* Whether what stands there would hide a letter, which somebody may want to type. */
static gboolean
hides_letter (const QuoPageParagraph *paragraph, double x, double line, double width)
{
  for (guint i = paragraph->letters_from; i < paragraph->letters_to; i++)
    {
      const graphene_rect_t *letter = &g_array_index (paragraph->taken, graphene_rect_t, i);

      if (letter->origin.y == (float)line && x < letter->origin.x + letter->size.width
          && x + width > letter->origin.x)
        return TRUE;
    }
  return FALSE;
}

static void
draw_pill (QuoPageParagraph *paragraph, const QuoMark *mark, const char *word)
{
  QuoPage *page = paragraph->page;
  const QuoRow *row = quo_page_mark_get_rows (paragraph, mark);
  PangoLayout *layout = quo_page_get_text (page, word, get_size (page), PANGO_WEIGHT_BOLD, -1);
  double come = mark->is_selected ? mark->motion.done[QUO_MOTION_SELECT] : 1;
  GdkRGBA word_ink = quo_page_mark_get_ink (page, mark, 1);
  GdkRGBA ink = quo_page_mark_get_ink (page, mark, come);
  GdkRGBA on_ink = quo_palette_on_ink (&page->palette);
  double top = quo_row_get_top (row), x, y;
  QuoPaint *paint;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  width += 2 * PILL_PAD;
  x = paragraph->lines->is_rtl ? row->x + row->width - width + 3 - mark->letter
                               : row->x - 3 + mark->letter;
  x = MAX (PILL_EDGE, MIN (x, page->width - PILL_EDGE - width));
  y = top - height + 1 - (mark->kind == QUO_LABEL_QUOTE ? 5 : 3);
  if (hides_letter (paragraph, x, top, width))
    return; /* the bar of labels says it, too */
  claim_room (paragraph, x, top, width);
  paint = choose_paint (paragraph, row, x, y, width, height + 1);
  quo_paint_rounded (paint, &ink, x, y, width, height + 1, (height + 1) / 2.0);
  /* White on what is not solid yet could not be read. */
  quo_paint_text (paint, layout, x + PILL_PAD, y + 0.5, come < 0.5 ? &word_ink : &on_ink);
  if (!mark->is_selected)
    return;
  paragraph->entry->has_pill = TRUE;
  graphene_rect_init (&paragraph->entry->pill, x, y, width, height + 1);
}

static void
draw_word (QuoPageParagraph *paragraph, const QuoMark *mark, const char *word)
{
  QuoPage *page = paragraph->page;
  const QuoRow *row = quo_page_mark_get_rows (paragraph, mark);
  PangoLayout *layout = quo_page_get_text (page, word, get_size (page), PANGO_WEIGHT_SEMIBOLD, -1);
  GdkRGBA ink = mark->role != NULL ? quo_palette_speech (&page->palette, 1)
                                   : quo_page_mark_get_ink (page, mark, 1);
  double top = quo_row_get_top (row), x;
  graphene_rect_t chip;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  x = paragraph->lines->is_rtl ? row->x + row->width - width - mark->letter : row->x + mark->letter;
  graphene_rect_init (&chip, x, top - height, width, height);
  if (!is_on_letters (row, &chip) && !is_under_grip (paragraph, &chip)
      && !is_crossed (paragraph, x, top, width) && !is_on_outline (paragraph, row)
      && claim_room (paragraph, x, top, width))
    quo_paint_text (paragraph->paint, layout, x, top - height, &ink);
}

void
quo_page_chip_draw (QuoPageParagraph *paragraph, const QuoMark *mark)
{
  g_autofree char *word = NULL;
  gboolean is_pill = mark->is_selected || (mark->is_pointed && mark->role == NULL);

  if (mark->kind == QUO_LABEL_QUOTE || is_pill)
    {
      if (!is_pill || !mark->is_start || mark->part > 0)
        return;
      word = dup_word (paragraph, mark);
      draw_pill (paragraph, mark, word);
      return;
    }
  if (!mark->has_chip || (mark->role == NULL && mark->kind == QUO_LABEL_CUE)
      || (mark->role == NULL && paragraph->page->density != QUO_DENSITY_LABELS))
    return;
  word = dup_word (paragraph, mark);
  draw_word (paragraph, mark, word);
}
