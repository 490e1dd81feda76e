/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-selection.h"

G_BEGIN_DECLS

/* What the two formats of REFI-QDA (qdasoftware.org, version 1.0) share. */

/* ` NAME="GUID"`: always the same one for the same words. @kind: "code", "source" ...; @words tell
 * things of a kind apart. */
void quo_refi_append_guid (GString *out, const char *name, const char *kind, const char *words);
/* <Codes>...</Codes>: the labels of the tagset, then those of the annotations that are not in it.
 * @selection may be NULL. */
void quo_refi_append_codes (GString *out, const QuoSelection *selection, const QuoTagset *tagset);

/* A codebook. */
gboolean quo_refi_sniff_codebook (const char *text);
QuoTagset *quo_refi_read_codebook (QuoSource *source, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
