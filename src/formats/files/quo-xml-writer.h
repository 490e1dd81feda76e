/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "quo-text.h"

G_BEGIN_DECLS

/* Content of an element: & < > are escaped, and CR, which a bare one would be read back as LF.
 * @len -1: up to the NUL. */
void quo_xml_append_text (GString *out, const char *utf8, gssize len);
/* ` name="value"`, with whichever quotation marks need no escape. */
void quo_xml_append_attr (GString *out, const char *name, const char *value);

/**
 * quo_xml_check_text:
 *
 * Whether all characters of the text may stand in XML 1.0 (section 2.2): control characters but
 * TAB, LF and CR may not, not even escaped.
 *
 * Returns: %FALSE with %QUO_ERROR_INVALID and the line
 */
gboolean quo_xml_check_text (const QuoText *text, GError **error);

/* Leaves out what quo_xml_check_text() refuses. */
void quo_xml_append_clean (GString *out, const char *utf8);

G_END_DECLS
