/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoLayerButton:
 *
 * Says which layer is worked in, and opens the list of all: each can be chosen, shown or hidden,
 * renamed, marked as done, unlocked; a new one can be begun. It is seen only where an article has
 * more than one layer, or after quo_layer_button_open().
 */
#define QUO_TYPE_LAYER_BUTTON (quo_layer_button_get_type ())
G_DECLARE_FINAL_TYPE (QuoLayerButton, quo_layer_button, QUO, LAYER_BUTTON, GtkWidget)

GtkWidget *quo_layer_button_new (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;
void quo_layer_button_open (QuoLayerButton *button);

G_END_DECLS
