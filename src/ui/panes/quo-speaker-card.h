/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoSpeakerCard:
 *
 * Who speaks in the article, with the words quoted; while the speaker prompt stands, who may have
 * said the selected quote, each with its digit. Pressing a row links the prompted quote, else
 * selects the speaker's first mention.
 */
#define QUO_TYPE_SPEAKER_CARD (quo_speaker_card_get_type ())
G_DECLARE_FINAL_TYPE (QuoSpeakerCard, quo_speaker_card, QUO, SPEAKER_CARD, GtkWidget)

GtkWidget *quo_speaker_card_new (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
