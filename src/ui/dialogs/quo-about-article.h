/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quo-session.h"

G_BEGIN_DECLS

/* Shows what is known of the article that is open, above @parent. What a person corrects goes into
 * the sidecar, and can be undone. */
void quo_about_article_present (GtkWindow *parent, QuoSession *session);

G_END_DECLS
