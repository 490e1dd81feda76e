/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gumbo.h>

#include <glib.h>

G_BEGIN_DECLS

/* What the class, id and role of an element say of it: above 0 it holds a story, below 0 something
 * else (-2: for certain), 0 they say nothing. */
gint8 quo_web_weigh (const GumboElement *element);

G_END_DECLS
