/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoPlaceCard:
 *
 * Where a selected name lies: a map, and what lies round it. Of a place that is not known yet, or
 * when another one is wanted, the places of this name: as numbered dots on the map and as rows with
 * the same numbers; a click on either, Enter on a row, or the digit chooses, which is one edit. Of
 * what has neither coordinates nor a namesake in the gazetteer nothing is shown.
 */
#define QUO_TYPE_PLACE_CARD (quo_place_card_get_type ())
G_DECLARE_FINAL_TYPE (QuoPlaceCard, quo_place_card, QUO, PLACE_CARD, GtkWidget)

void quo_place_card_set_session (QuoPlaceCard *card, QuoSession *session);
/* Shows where @annotation lies; NULL: nothing, and the card is hidden. */
void quo_place_card_show (QuoPlaceCard *card, const QuoAnnotation *annotation);
/* The list to choose a place from; NULL: there is nothing to be chosen now. */
GtkWidget *quo_place_card_get_choice (QuoPlaceCard *card);

G_END_DECLS
