/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows a toast (transfer full), or lets it wait for its turn. The button that closes it gets a
 * name, which libadwaita 1.2 does not give it. */
void quo_toasts_add (AdwToastOverlay *overlay, AdwToast *toast);

G_END_DECLS
