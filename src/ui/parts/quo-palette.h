/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-paint.h"
#include "quo-tagset.h"

G_BEGIN_DECLS

/**
 * QuoPalette:
 *
 * The colours of marks for light, dark and high contrast, taken from the tagset and the style
 * manager. Warm is speech, cool is things. A plain value: make it anew when the style or the tagset
 * changes.
 */
typedef struct
{
  gboolean is_dark;
  gboolean is_high_contrast;
  GdkRGBA page, text;
} QuoPalette;

QuoPalette quo_palette_get (void);
/* The same for a style that is named, whatever the desktop's is. */
QuoPalette quo_palette_make (gboolean is_dark, gboolean is_high_contrast);
/* The ink of a label (NULL: grey, an unknown type) at @alpha. */
GdkRGBA quo_palette_ink (const QuoPalette *palette, const QuoLabel *label, double alpha);
/* The alpha of its fill: at rest, or selected. */
double quo_palette_fill_alpha (const QuoPalette *palette, QuoLabelKind kind, gboolean is_selected);
/* The amber of speech, at @alpha: margin, bars, avatars. */
GdkRGBA quo_palette_speech (const QuoPalette *palette, double alpha);
/* Text on a solid pill or avatar. */
GdkRGBA quo_palette_on_ink (const QuoPalette *palette);
/* Behind a place that was found; the outline of the current one. */
GdkRGBA quo_palette_found (const QuoPalette *palette, gboolean is_current);
GdkRGBA quo_palette_found_outline (const QuoPalette *palette);
/* The alphas of a speaker's bar at rest and of the disc behind initials. */
double quo_palette_bar_alpha (const QuoPalette *palette);
double quo_palette_avatar_alpha (const QuoPalette *palette);

/* What a map is drawn of: hairlines on pale ground, one dot that is meant. */
typedef struct
{
  GdkRGBA sea, land, border, dot;
  GdkRGBA plate;       /* behind a name on the map */
  double border_width; /* px */
} QuoMapColors;

QuoMapColors quo_palette_map (const QuoPalette *palette);

/* Draws the line pattern of a label, @y the top of a lane 5 px high. */
void quo_line_pattern_draw (GtkSnapshot *snapshot, const QuoPalette *palette, const QuoLabel *label,
                            gboolean is_suggestion, double x, double y, double width);
/* The same into a list of shapes. */
void quo_line_pattern_paint (QuoPaint *paint, const QuoPalette *palette, const QuoLabel *label,
                             gboolean is_suggestion, double x, double y, double width);
/* The dashes of a suggestion on their way to a line: 0 as ever, 1 when there is no gap. */
void quo_line_pattern_paint_closing (QuoPaint *paint, const QuoPalette *palette, const GdkRGBA *ink,
                                     double closed, double x, double y, double width);
/* The name of a built-in label in the language of the desktop; others as they are. */
const char *quo_label_get_shown_name (const QuoLabel *label);
const char *quo_label_get_short_name (const QuoLabel *label);

G_END_DECLS
