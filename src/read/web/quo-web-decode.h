/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-decode.h"
#include "quo-read-source.h"

G_BEGIN_DECLS

/**
 * quo_web_decode:
 * @declared: (nullable): what something outside the page says of its encoding (a MIME header)
 *
 * Reads a page as text, as browsers do: in the encoding the person chose; else by byte order mark,
 * @declared, the page's own `meta` or XML declaration, valid UTF-8, a guess. Names mean what they
 * mean on the web (iso-8859-1 is windows-1252). A page that is valid UTF-8 beyond ASCII is UTF-8
 * whatever it says, for it was saved anew. Bytes that are invalid become U+FFFD; NUL is left out.
 */
gboolean quo_web_decode (const QuoReadSource *source, const char *declared, QuoDecoded *ret_decoded,
                         GError **error);

/* (transfer full) (nullable): the name for iconv of what the web calls an encoding; NULL if it is
 * none. */
char *quo_web_dup_encoding (const char *label) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
