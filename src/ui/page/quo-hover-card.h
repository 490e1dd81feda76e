/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoHoverCard:
 *
 * A card beside an annotation: initials and heading, label and facts, who is in it or what is known
 * of it, the note, and the keys that act on it. It takes neither keyboard nor clicks away.
 */
#define QUO_TYPE_HOVER_CARD (quo_hover_card_get_type ())
G_DECLARE_FINAL_TYPE (QuoHoverCard, quo_hover_card, QUO, HOVER_CARD, GtkPopover)

GtkWidget *quo_hover_card_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Fills it, with keys as far as the session knows them. Returns (transfer full): all of it as one
 * sentence, for speech. */
char *quo_hover_card_fill (QuoHoverCard *card, QuoSession *session,
                           const QuoAnnotation *annotation) G_GNUC_WARN_UNUSED_RESULT;

/* Comes and goes within 100 ms; at once where the desktop wants no animations. To be gone without
 * delay, gtk_popover_popdown(). */
void quo_hover_card_come (QuoHoverCard *card);
void quo_hover_card_go (QuoHoverCard *card);

G_END_DECLS
