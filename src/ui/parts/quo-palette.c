/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-palette.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The colours of marks.  Invariant: every pair of ink and ground that the page draws keeps the
 * contrast of WCAG 2.1 (text 4.5, with high contrast 7; lines and shapes 3); test-palette computes
 * it. */

/* The amber of speech and the grey of unknown types: light, dark, high contrast, high contrast
 * dark. */
static const char *const SPEECH_INKS[4] = { "#a24800", "#ffbe6f", "#6b2d00", "#ffd9a8" };
static const char *const UNKNOWN_INKS[4] = { "#4c4b53", "#d9d8d4", "#2a292f", "#efeeec" };

/* The green of places, and what lies under it on a map, in the same order. */
static const char *const PLACE_INKS[4] = { "#12715b", "#6fd6ae", "#00493a", "#93ecc8" };
static const char *const SEAS[4] = { "#ecf1f5", "#22282d", "#dbe3ea", "#000000" };
static const char *const LANDS[4] = { "#fefefb", "#3c3d3e", "#ffffff", "#2c2d2e" };
static const char *const BORDERS[4] = { "#ccd1d4", "#57595c", "#646a6e", "#a4a6a8" };

/* Alphas of fills, in the same order. */
static const double REST_QUOTE[4] = { 0.065, 0.101, 0.078, 0.121 };
static const double REST_NAME[4] = { 0.095, 0.147, 0.114, 0.177 };
static const double SELECTED_QUOTE[4] = { 0.132, 0.170, 0.158, 0.128 };
static const double SELECTED_NAME[4] = { 0.230, 0.356, 0.276, 0.267 };

/* How far an ink that a tagset does not state is moved towards black or white. */
#define DERIVED_SHARE 0.52f

static guint
get_variant (const QuoPalette *palette)
{
  return (palette->is_dark ? 1 : 0) + (palette->is_high_contrast ? 2 : 0);
}

static GdkRGBA
parse_color (const char *s, double alpha)
{
  GdkRGBA rgba = { 0.5f, 0.5f, 0.5f, 1.0f };

  if (s != NULL)
    gdk_rgba_parse (&rgba, s);
  rgba.alpha = (float)alpha;
  return rgba;
}

/* Towards black or white, for inks that a tagset leaves to us. */
static GdkRGBA
derive_color (const char *s, float to, double alpha)
{
  GdkRGBA rgba = parse_color (s, alpha);

  rgba.red += (to - rgba.red) * DERIVED_SHARE;
  rgba.green += (to - rgba.green) * DERIVED_SHARE;
  rgba.blue += (to - rgba.blue) * DERIVED_SHARE;
  return rgba;
}

QuoPalette
quo_palette_make (gboolean is_dark, gboolean is_high_contrast)
{
  QuoPalette palette = { .is_dark = is_dark, .is_high_contrast = is_high_contrast };

  palette.page = parse_color (is_dark ? "#1e1e1e" : "#ffffff", 1);
  if (is_high_contrast)
    palette.text = parse_color (is_dark ? "#ffffff" : "#000000", 1);
  else
    palette.text = parse_color (is_dark ? "#f6f6f6" : "#3b3b3b", 1);
  return palette;
}

QuoPalette
quo_palette_get (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return quo_palette_make (adw_style_manager_get_dark (manager),
                           adw_style_manager_get_high_contrast (manager));
}

GdkRGBA
quo_palette_ink (const QuoPalette *palette, const QuoLabel *label, double alpha)
{
  const char *base;

  if (label == NULL)
    return parse_color (UNKNOWN_INKS[get_variant (palette)], alpha);
  if (palette->is_high_contrast)
    {
      const char *hard = palette->is_dark ? label->contrast_dark : label->contrast;

      if (hard != NULL)
        return parse_color (hard, alpha);
      base = palette->is_dark && label->dark != NULL ? label->dark : label->color;
      return derive_color (base, palette->is_dark ? 1 : 0, alpha);
    }
  if (palette->is_dark && label->dark == NULL)
    return derive_color (label->color, 1, alpha);
  return parse_color (palette->is_dark ? label->dark : label->color, alpha);
}

double
quo_palette_fill_alpha (const QuoPalette *palette, QuoLabelKind kind, gboolean is_selected)
{
  guint variant = get_variant (palette);

  if (kind == QUO_LABEL_QUOTE)
    return is_selected ? SELECTED_QUOTE[variant] : REST_QUOTE[variant];
  if (kind == QUO_LABEL_CUE && !is_selected)
    return 0;
  return is_selected ? SELECTED_NAME[variant] : REST_NAME[variant];
}

GdkRGBA
quo_palette_speech (const QuoPalette *palette, double alpha)
{
  return parse_color (SPEECH_INKS[get_variant (palette)], alpha);
}

GdkRGBA
quo_palette_on_ink (const QuoPalette *palette)
{
  return palette->page;
}

GdkRGBA
quo_palette_found (const QuoPalette *palette, gboolean is_current)
{
  if (palette->is_dark)
    return parse_color ("#e5a50a", is_current ? 0.55 : 0.28);
  return parse_color ("#f8e45c", is_current ? 1 : 0.5);
}

GdkRGBA
quo_palette_found_outline (const QuoPalette *palette)
{
  return parse_color (palette->is_dark ? "#f8e45c" : "#8a6100", 1);
}

QuoMapColors
quo_palette_map (const QuoPalette *palette)
{
  guint variant = get_variant (palette);

  return (QuoMapColors){ .sea = parse_color (SEAS[variant], 1),
                         .land = parse_color (LANDS[variant], 1),
                         .border = parse_color (BORDERS[variant], 1),
                         .dot = parse_color (PLACE_INKS[variant], 1),
                         .plate
                         = parse_color (LANDS[variant], palette->is_high_contrast ? 1 : 0.82),
                         .border_width = palette->is_high_contrast ? 1 : 0.7 };
}

double
quo_palette_bar_alpha (const QuoPalette *palette)
{
  if (palette->is_high_contrast)
    return 1;
  return palette->is_dark ? 0.60 : 0.72;
}

double
quo_palette_avatar_alpha (const QuoPalette *palette)
{
  return palette->is_dark ? 0.26 : 0.15;
}

/* Built-in labels whose names are translated when shown.  Names that a person gave stay as they
 * are.  Words that mean something else elsewhere have a context: a place is where in the text
 * something stands, too. */
static const struct
{
  const char *id, *name, *short_name;
  gboolean has_context;
} BUILT_IN[] = {
  { "person", N_ ("Person"), NULL, FALSE },
  { "place", NC_ ("label", "Place"), NULL, TRUE },
  { "organization", N_ ("Organization"), NC_ ("label on the page", "Org"), FALSE },
  { "date", N_ ("Date"), NULL, FALSE },
  { "event", N_ ("Event"), NULL, FALSE },
  /* Translators: words that stand for somebody without naming them: "she", "the mayor". */
  { "mention", NC_ ("label", "Mention"), NULL, TRUE },
  { "quote", N_ ("Quote"), NULL, FALSE },
  { "cue", N_ ("Cue"), NULL, FALSE },
};

const char *
quo_label_get_shown_name (const QuoLabel *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (BUILT_IN); i++)
    if (g_str_equal (label->id, BUILT_IN[i].id) && g_str_equal (label->name, BUILT_IN[i].name))
      return BUILT_IN[i].has_context ? g_dpgettext2 (NULL, "label", BUILT_IN[i].name)
                                     : _ (BUILT_IN[i].name);
  return label->name;
}

const char *
quo_label_get_short_name (const QuoLabel *label)
{
  if (label->short_name == NULL)
    return quo_label_get_shown_name (label);
  for (guint i = 0; i < G_N_ELEMENTS (BUILT_IN); i++)
    if (BUILT_IN[i].short_name != NULL && g_str_equal (label->id, BUILT_IN[i].id)
        && g_str_equal (label->short_name, BUILT_IN[i].short_name))
      return g_dpgettext2 (NULL, "label on the page", BUILT_IN[i].short_name);
  return label->short_name;
}
