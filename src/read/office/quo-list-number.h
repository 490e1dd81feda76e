/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends the number of an item of a list, from 1 on. @format: '1', 'a', 'A', 'i' or 'I', as in
 * HTML and OpenDocument; what cannot be written so (0 as a letter, 5000 as a Roman number) is
 * written in figures. */
void quo_list_append_number (GString *out, char format, guint number);

G_END_DECLS
