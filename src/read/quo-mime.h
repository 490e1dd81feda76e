/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gmime/gmime.h>

#include "quo-extract.h"
#include "quo-read-source.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)

/* (transfer full): the message in a file; QUO_ERROR_SYNTAX if there is none. */
GMimeMessage *quo_mime_parse (const QuoReadSource *source,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The first part of a message that is text/SUBTYPE and no attachment, or NULL. */
GMimePart *quo_mime_find_text (GMimeMessage *message, const char *subtype);
/* (transfer full): the bytes of a part. */
GBytes *quo_mime_dup_bytes (GMimePart *part) G_GNUC_WARN_UNUSED_RESULT;
/* Subject, sender and date of a message. */
void quo_mime_read_metadata (GMimeMessage *message, QuoExtract *extract);

G_END_DECLS
