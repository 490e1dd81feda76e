/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-type.h"

#include "quo-page-margin.h"

#include <math.h>
#include <string.h>

/* The page of a newspaper out of plain text.
 *
 * Invariant: the pitch of lines depends on density, size and script only, never on what is marked.
 */

/* Shares of the text's size (17 px by default). */
#define HEADLINE_EM (29.0 / 17)
#define HEADLINE_NARROW_EM (23.0 / 17)
#define HEADLINE_PITCH 0.86
#define BYLINE_EM (15.0 / 17)
/* Chips have room between headline and byline. */
#define BYLINE_ABOVE_EM (10.0 / 17)
#define BYLINE_ABOVE_BARE_EM (3.0 / 17)
#define DATELINE_EM (14.0 / 17)
#define BLANK_EM (4.0 / 17)
#define BLANK_AFTER_HEADLINE_EM (3.0 / 17)
#define BLANK_AFTER_BYLINE_EM (7.0 / 17)

#define GUTTER 156
#define FAR_MARGIN 40
#define NARROW_GUTTER 44
#define NARROW_FAR_MARGIN 16
/* Below this much room for text the names give way to initials. */
#define NARROW_MEASURE_EM 22

/* Pitch of lines in em, by density; scripts with tall letters get more. */
static const double PITCHES[] = { 1.76, 1.90, 2.24 };
static const double TALL_PITCHES[] = { 2.05, 2.25, 2.60 };

typedef enum
{
  SCRIPT_PLAIN,
  SCRIPT_WIDE, /* Chinese, Japanese, Korean: letters are as wide as high */
  SCRIPT_ARABIC,
  SCRIPT_TALL,
} ScriptKind;

static GtkTextTag *
find_tag (QuoPage *page, const char *name)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (page->buffer), name);
}

static void
add_blank_tag (QuoPage *page, const char *name, double em)
{
  gtk_text_buffer_create_tag (page->buffer, name, "scale", em, "pixels-above-lines", 0,
                              "pixels-below-lines", 0, "line-height", 1.0f, NULL);
}

void
quo_page_type_add_tags (QuoPage *page)
{
  gtk_text_buffer_create_tag (page->buffer, "headline", "weight", PANGO_WEIGHT_BOLD,
                              "pixels-above-lines", 4, "pixels-inside-wrap", 0, "scale",
                              HEADLINE_EM, "line-height", (float)HEADLINE_PITCH, NULL);
  page->headline_em = HEADLINE_EM;
  gtk_text_buffer_create_tag (page->buffer, "byline", "variant", PANGO_VARIANT_SMALL_CAPS, "scale",
                              BYLINE_EM, "letter-spacing", PANGO_SCALE / 2, NULL);
  gtk_text_buffer_create_tag (page->buffer, "dateline", "weight", PANGO_WEIGHT_SEMIBOLD, "scale",
                              DATELINE_EM, "letter-spacing", PANGO_SCALE * 4 / 5, NULL);
  add_blank_tag (page, "blank", BLANK_EM);
  add_blank_tag (page, "blank-after-headline", BLANK_AFTER_HEADLINE_EM);
  add_blank_tag (page, "blank-after-byline", BLANK_AFTER_BYLINE_EM);
}

/* The line as (transfer full) text without its end. */
static char *
dup_line (QuoPage *page, int line)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (page->buffer, &start, line);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  return gtk_text_iter_get_slice (&start, &end);
}

/* The script of most letters at the beginning; also which way the article reads. */
static ScriptKind
find_script (QuoPage *page, gboolean *ret_is_rtl)
{
  guint n_plain = 0, n_wide = 0, n_arabic = 0, n_tall = 0, n_hebrew = 0, n = 0;
  gsize len;
  const char *p = page->map != NULL ? quo_display_map_get_utf8 (page->map, &len) : "";

  for (; *p != '\0' && n < 4000; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x590 && c < 0x600)
        n_hebrew++;
      else if ((c >= 0x600 && c < 0x8ff) || (c >= 0xfb50 && c <= 0xfefc))
        n_arabic++;
      else if (c >= 0x900 && c < 0x1000) /* of India, Thailand, Laos, Tibet */
        n_tall++;
      else if (g_unichar_isalpha (c))
        {
          n_plain++;
          n_wide += g_unichar_iswide (c);
        }
    }
  if (n_plain + n_arabic + n_tall + n_hebrew == 0)
    *ret_is_rtl = gtk_widget_get_direction (GTK_WIDGET (page->view)) == GTK_TEXT_DIR_RTL;
  else
    *ret_is_rtl = n_arabic + n_hebrew > n_plain + n_tall;
  if (n_arabic > n_plain + n_tall)
    return SCRIPT_ARABIC;
  if (n_tall > n_plain)
    return SCRIPT_TALL;
  return 2 * n_wide > n_plain ? SCRIPT_WIDE : SCRIPT_PLAIN;
}

/* Room for text, in px. */
static double
get_room (QuoPage *page)
{
  return page->width - page->left - page->right;
}

/* A headline is broken between words: where one of them is wider than the page it is set smaller,
 * but not smaller than the text below it. */
static void
fit_headline (QuoPage *page)
{
  double em = page->is_narrow ? HEADLINE_NARROW_EM : HEADLINE_EM;

  if (page->headline_word > 0 && page->width > 0)
    em = CLAMP (get_room (page) / (page->headline_word * page->em), 1, em);
  if (em == page->headline_em)
    return;
  page->headline_em = em;
  g_object_set (find_tag (page, "headline"), "scale", em, NULL);
}

static void
measure_headline (QuoPage *page)
{
  g_autofree char *text = page->head.headline >= 0 ? dup_line (page, page->head.headline) : NULL;
  PangoAttrList *attrs;
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  page->headline_word = 0;
  if (text == NULL || page->em <= 0)
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (page->view), text);
  attrs = pango_attr_list_new ();
  pango_attr_list_insert (attrs, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attrs);
  pango_attr_list_unref (attrs);
  /* As narrow as it can be: a word on each line. */
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  pango_layout_get_pixel_size (layout, &width, NULL);
  page->headline_word = (width + 1) / page->em;
}

void
quo_page_type_read (QuoPage *page)
{
  int n = MIN (gtk_text_buffer_get_line_count (page->buffer), QUO_HEADLINE_MAX_LINES);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  find_script (page, &page->is_rtl);
  for (int line = 0; line < n; line++)
    g_ptr_array_add (lines, dup_line (page, line));
  page->head = quo_headline_find ((const char *const *)lines->pdata, lines->len);
  measure_headline (page);
  fit_headline (page);
}

/* Section and authors are set alike, over and under the headline. */
static gboolean
is_small (const QuoPage *page, int line)
{
  return line == page->head.kicker || line == page->head.byline;
}

static void
apply_to_line (QuoPage *page, const char *tag, const GtkTextIter *start)
{
  GtkTextIter end = *start;

  gtk_text_iter_forward_line (&end);
  gtk_text_buffer_apply_tag_by_name (page->buffer, tag, start, &end);
}

static void
apply_dateline (QuoPage *page, const GtkTextIter *start, int line)
{
  g_autofree char *text = dup_line (page, line);
  guint len = quo_headline_measure_dateline (text);
  GtkTextIter end = *start;

  if (len == 0)
    return;
  gtk_text_iter_forward_chars (&end, len);
  gtk_text_buffer_apply_tag_by_name (page->buffer, "dateline", start, &end);
}

static gboolean
is_blank_line (const GtkTextIter *start)
{
  GtkTextIter iter = *start;

  while (!gtk_text_iter_ends_line (&iter))
    {
      if (!g_unichar_isspace (gtk_text_iter_get_char (&iter)))
        return FALSE;
      gtk_text_iter_forward_char (&iter);
    }
  return !gtk_text_iter_is_end (&iter);
}

int
quo_page_type_apply (QuoPage *page, int line, int n_lines)
{
  int first_body = MAX (page->head.headline, page->head.byline) + 1;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (page->buffer, &iter, line);
  if (gtk_text_iter_get_line (&iter) != line)
    return -1;
  for (; n_lines > 0; n_lines--, line++)
    {
      if (line == page->head.headline)
        apply_to_line (page, "headline", &iter);
      else if (is_small (page, line))
        apply_to_line (page, "byline", &iter);
      else if (is_blank_line (&iter))
        apply_to_line (
            page,
            page->head.byline >= 0 && line == page->head.byline + 1       ? "blank-after-byline"
            : page->head.headline >= 0 && line == page->head.headline + 1 ? "blank-after-headline"
                                                                          : "blank",
            &iter);
      else if (line <= first_body + 2)
        apply_dateline (page, &iter, line);
      if (!gtk_text_iter_forward_line (&iter))
        return -1;
    }
  return line;
}

/* The height of a line of the article's own script, which may come from another font. */
static void
measure_line (QuoPage *page, ScriptKind script, double *ret_ascent, double *ret_descent)
{
  static const char *const SAMPLES[] = { "Ågfjx", "Ågfjx 國語한글", "سلام ليلى", "Ågfjx कृष्णि กรุ" };
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (GTK_WIDGET (page->view), SAMPLES[script]);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  *ret_ascent = pango_layout_get_baseline (layout) / (double)PANGO_SCALE;
  *ret_descent = logical.height / (double)PANGO_SCALE - *ret_ascent;
}

gboolean
quo_page_type_is_stale (QuoPage *page)
{
  gboolean is_rtl;
  double ascent, descent;

  measure_line (page, find_script (page, &is_rtl), &ascent, &descent);
  return ascent != page->ascent || descent != page->descent;
}

void
quo_page_type_update (QuoPage *page)
{
  gboolean is_rtl;
  ScriptKind script = find_script (page, &is_rtl);
  const double *pitches = script <= SCRIPT_WIDE ? PITCHES : TALL_PITCHES;
  int extra;

  measure_line (page, script, &page->ascent, &page->descent);
  g_hash_table_remove_all (page->baselines);
  extra = MAX (2, (int)round (pitches[page->density] * page->spacing * page->em - page->ascent
                              - page->descent));
  gtk_text_view_set_pixels_inside_wrap (page->view, extra);
  gtk_text_view_set_pixels_above_lines (page->view, extra);
  g_object_set (
      find_tag (page, "byline"), "pixels-above-lines",
      (int)round (page->em
                  * (page->density == QUO_DENSITY_LABELS ? BYLINE_ABOVE_EM : BYLINE_ABOVE_BARE_EM)),
      "foreground",
      page->palette.is_high_contrast ? (page->palette.is_dark ? "#ffffff" : "#000000")
      : page->palette.is_dark        ? "#b4b3b0"
                                     : "#66646a",
      "variant", script == SCRIPT_PLAIN ? PANGO_VARIANT_SMALL_CAPS : PANGO_VARIANT_NORMAL,
      "letter-spacing", script == SCRIPT_PLAIN ? PANGO_SCALE / 2 : 0, NULL);
  g_object_set (find_tag (page, "headline"), "line-height",
                (float)(script == SCRIPT_PLAIN ? HEADLINE_PITCH : 1), NULL);
  measure_headline (page);
  fit_headline (page);
}

gboolean
quo_page_type_fit (QuoPage *page, int width)
{
  int measure = (int)(page->measure * page->em);
  /* Names and initials in it grow with the text of the desktop. */
  double growth = MAX (page->text_scale, 1);
  int least = (int)(GUTTER * growth);
  gboolean is_narrow = width < least + FAR_MARGIN + NARROW_MEASURE_EM * page->em;
  int gutter = is_narrow ? (int)(NARROW_GUTTER + (growth - 1) * QUO_MARGIN_NARROW_GROWTH)
                         : MAX (least, (width - measure) / 2);
  int rest = is_narrow ? NARROW_FAR_MARGIN : MAX (FAR_MARGIN, width - gutter - measure);
  int left = page->is_rtl ? rest : gutter, right = page->is_rtl ? gutter : rest;

  if (width == page->width && left == page->left && right == page->right)
    return FALSE;
  page->is_narrow = is_narrow;
  page->width = width;
  page->left = left;
  page->right = right;
  gtk_text_view_set_left_margin (page->view, left);
  gtk_text_view_set_right_margin (page->view, right);
  fit_headline (page);
  return TRUE;
}

double
quo_page_type_get_em (QuoPage *page, int line)
{
  if (line == page->head.headline)
    return page->em * page->headline_em;
  if (is_small (page, line))
    return page->em * BYLINE_EM;
  return page->em;
}

/* Lays the display line out once more to learn its baseline: fonts for other scripts move it. */
static double
measure_baseline (QuoPage *page, QuoSpan span, int height)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle logical;

  gtk_text_buffer_get_iter_at_offset (page->buffer, &start, span.start);
  gtk_text_buffer_get_iter_at_offset (page->buffer, &end, span.end);
  text = gtk_text_iter_get_slice (&start, &end);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (page->view), text);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_get_extents (layout, NULL, &logical);
  if (logical.height <= 0)
    return height * page->ascent / (page->ascent + page->descent);
  return height * (double)pango_layout_get_baseline (layout) / logical.height;
}

double
quo_page_type_get_baseline (QuoPage *page, int line, QuoSpan span, int height)
{
  double share = quo_page_type_get_em (page, line) / page->em;
  gpointer key = GINT_TO_POINTER (height);
  double *known;

  /* Line-height shrinks a box from both sides. */
  if (line == page->head.headline)
    return height / 2.0 + (page->ascent - page->descent) / 2 * share;
  if (fabs (height - (page->ascent + page->descent) * share) <= 1)
    return page->ascent * share;
  known = g_hash_table_lookup (page->baselines, key);
  if (known == NULL)
    {
      known = g_new (double, 1);
      *known = measure_baseline (page, span, height);
      g_hash_table_insert (page->baselines, key, known);
    }
  return *known;
}

gboolean
quo_page_type_is_arabic (QuoPage *page)
{
  gboolean is_rtl;

  return find_script (page, &is_rtl) == SCRIPT_ARABIC;
}
