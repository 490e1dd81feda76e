/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contrasts (WCAG 2.1) of everything the page draws with the built-in tagset, in four styles.
 */
#include "quo-palette.h"

#include "quo-tagset-file.h"

#include <math.h>

#define TEXT_CONTRAST 4.5
#define HARD_TEXT_CONTRAST 7.0
#define SHAPE_CONTRAST 3.0

static double
get_linear (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *color)
{
  return 0.2126 * get_linear (color->red) + 0.7152 * get_linear (color->green)
         + 0.0722 * get_linear (color->blue);
}

static double
get_contrast (GdkRGBA a, GdkRGBA b)
{
  double x = get_luminance (&a), y = get_luminance (&b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

/* What is seen of @color on @ground. */
static GdkRGBA
blend (GdkRGBA color, GdkRGBA ground)
{
  return (GdkRGBA){ color.red * color.alpha + ground.red * (1 - color.alpha),
                    color.green * color.alpha + ground.green * (1 - color.alpha),
                    color.blue * color.alpha + ground.blue * (1 - color.alpha), 1 };
}

static void
assert_contrast (const char *what, const QuoPalette *palette, GdkRGBA a, GdkRGBA b, double least)
{
  double contrast = get_contrast (a, b);

  if (contrast < least)
    g_error ("%s%s%s: %.2f is less than %.1f", what, palette->is_dark ? ", dark" : "",
             palette->is_high_contrast ? ", high contrast" : "", contrast, least);
}

static GdkRGBA
get_fill (const QuoPalette *palette, const QuoLabel *label, gboolean is_selected, GdkRGBA ground)
{
  double alpha = quo_palette_fill_alpha (palette, label->kind, is_selected);

  return blend (quo_palette_ink (palette, label, alpha), ground);
}

static void
check_label (const QuoPalette *palette, const QuoLabel *label, GdkRGBA quote_block)
{
  double least = palette->is_high_contrast ? HARD_TEXT_CONTRAST : TEXT_CONTRAST;
  GdkRGBA ink = quo_palette_ink (palette, label, 1);
  const char *name = label->id;

  assert_contrast (name, palette, ink, palette->page, least);
  assert_contrast (name, palette, ink, quote_block, palette->is_high_contrast ? 6.9 : least);
  assert_contrast (name, palette, palette->text, get_fill (palette, label, FALSE, palette->page),
                   least);
  assert_contrast (name, palette, palette->text, get_fill (palette, label, TRUE, palette->page),
                   least);
  assert_contrast (name, palette, palette->text, get_fill (palette, label, FALSE, quote_block),
                   least);
  assert_contrast (name, palette, quo_palette_on_ink (palette), ink, least);
}

/* Bars, brackets and initials are speech: no label of their own. */
static void
check_speech (const QuoPalette *palette)
{
  GdkRGBA ink = quo_palette_speech (palette, 1);
  GdkRGBA bar
      = blend (quo_palette_speech (palette, quo_palette_bar_alpha (palette)), palette->page);
  GdkRGBA disc
      = blend (quo_palette_speech (palette, quo_palette_avatar_alpha (palette)), palette->page);
  GdkRGBA bracket = blend (quo_palette_speech (palette, 0.75), palette->page);
  GdkRGBA help = palette->text;

  help.alpha = palette->is_high_contrast ? 1 : 0.8f;
  assert_contrast ("bar", palette, bar, palette->page, SHAPE_CONTRAST);
  assert_contrast ("bracket", palette, bracket, palette->page, SHAPE_CONTRAST);
  assert_contrast ("initials", palette, ink, disc, TEXT_CONTRAST);
  assert_contrast ("second line", palette, blend (help, palette->page), palette->page,
                   TEXT_CONTRAST);
}

static void
check_found (const QuoPalette *palette)
{
  for (guint is_current = 0; is_current < 2; is_current++)
    assert_contrast ("found", palette, palette->text,
                     blend (quo_palette_found (palette, is_current), palette->page), TEXT_CONTRAST);
  assert_contrast ("outline of what was found", palette, quo_palette_found_outline (palette),
                   blend (quo_palette_found (palette, TRUE), palette->page), SHAPE_CONTRAST);
}

/* A dot is seen on land and sea, a name is read on its plate over a dot, a shore, or the sea. */
static void
check_map (const QuoPalette *palette)
{
  double least = palette->is_high_contrast ? HARD_TEXT_CONTRAST : TEXT_CONTRAST;
  QuoMapColors map = quo_palette_map (palette);
  const GdkRGBA grounds[] = { map.sea, map.land, map.border, map.dot };

  assert_contrast ("dot on land", palette, map.dot, map.land, SHAPE_CONTRAST);
  assert_contrast ("dot at sea", palette, map.dot, map.sea, SHAPE_CONTRAST);
  assert_contrast ("digit in a dot", palette, map.land, map.dot, least);
  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    assert_contrast ("name on its plate", palette, palette->text, blend (map.plate, grounds[i]),
                     least);
  if (!palette->is_high_contrast)
    return;
  assert_contrast ("border", palette, map.border, map.land, SHAPE_CONTRAST);
  assert_contrast ("shore", palette, map.border, map.sea, SHAPE_CONTRAST);
}

static void
test_contrast (gconstpointer data)
{
  guint style = GPOINTER_TO_UINT (data);
  QuoPalette palette = quo_palette_make (style & 1, style & 2);
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  const QuoLabel *quote = quo_tagset_find_kind (tagset, QUO_LABEL_QUOTE);
  GdkRGBA block;

  g_assert_nonnull (quote);
  block = get_fill (&palette, quote, TRUE, palette.page);
  assert_contrast ("text", &palette, palette.text, palette.page, HARD_TEXT_CONTRAST);
  for (guint i = 0; i < tagset->n_labels; i++)
    check_label (&palette, &tagset->labels[i], block);
  check_speech (&palette);
  check_found (&palette);
  check_map (&palette);
}

/* The figures that the colours were chosen by: who changes one sees it here. */
static void
test_chosen (void)
{
  static const struct
  {
    const char *id;
    double on_page[4]; /* light, dark, high contrast, high contrast dark */
  } cases[] = {
    { "person", { 7.7, 8.0, 11.8, 10.2 } },       { "place", { 5.9, 9.5, 10.4, 12.0 } },
    { "organization", { 6.1, 10.7, 9.3, 13.1 } }, { "date", { 8.6, 11.7, 14.4, 14.4 } },
    { "quote", { 6.1, 10.2, 10.5, 12.5 } },
  };
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint style = 0; style < 4; style++)
      {
        QuoPalette palette = quo_palette_make (style & 1, style & 2);
        const QuoLabel *label = quo_tagset_find (tagset, cases[i].id);
        double contrast = get_contrast (quo_palette_ink (&palette, label, 1), palette.page);

        g_assert_cmpfloat_with_epsilon (contrast, cases[i].on_page[style], 0.1);
      }
}

/* Labels of one's own state fewer colours; those that are missing must be readable too. */
static void
test_derived (void)
{
  static const char *const inks[] = { "#2f6f8f", "#3d6b1f", "#5b4fc4", "#a24800" };

  for (guint i = 0; i < G_N_ELEMENTS (inks); i++)
    for (guint style = 0; style < 4; style++)
      {
        QuoPalette palette = quo_palette_make (style & 1, style & 2);
        QuoLabel label = { .id = "own", .name = "Own", .color = inks[i] };
        double least = style & 2 ? HARD_TEXT_CONTRAST : TEXT_CONTRAST;

        assert_contrast (inks[i], &palette, quo_palette_ink (&palette, &label, 1), palette.page,
                         least);
      }
}

static void
test_unknown (void)
{
  for (guint style = 0; style < 4; style++)
    {
      QuoPalette palette = quo_palette_make (style & 1, style & 2);

      assert_contrast ("unknown", &palette, quo_palette_ink (&palette, NULL, 1), palette.page,
                       HARD_TEXT_CONTRAST);
    }
}

int
main (int argc, char **argv)
{
  static const char *const styles[]
      = { "light", "dark", "high-contrast-light", "high-contrast-dark" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/palette/contrast/", styles[i], NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_contrast);
    }
  g_test_add_func ("/ui/palette/chosen", test_chosen);
  g_test_add_func ("/ui/palette/derived", test_derived);
  g_test_add_func ("/ui/palette/unknown", test_unknown);
  return g_test_run ();
}
