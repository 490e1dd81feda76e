/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A toast that says @text, whatever that holds: libadwaita would take it for markup. */
AdwToast *quo_toast_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Shows a toast (transfer full), or lets it wait for its turn. The button that closes it gets a
 * name, which libadwaita 1.2 does not give it. */
void quo_toasts_add (AdwToastOverlay *overlay, AdwToast *toast);
/* Takes a toast away that was added, as soon as no other is still on its way out: libadwaita 1.2
 * shows the one that waits at once, and ends the program when that had to make way and has not
 * quite gone yet. */
void quo_toasts_dismiss (AdwToastOverlay *overlay, AdwToast *toast);

G_END_DECLS
