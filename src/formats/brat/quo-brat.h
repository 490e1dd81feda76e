/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-import.h"
#include "quo-selection.h"

G_BEGIN_DECLS

/* The parts of brat; quo-format-brat.c puts them together. */

gboolean quo_brat_write (QuoSelection *selection, GString *out, GCancellable *cancellable,
                         GError **error);
gboolean quo_brat_sniff (const char *head, gsize len);
gboolean quo_brat_read (QuoImport *import, GCancellable *cancellable, GError **error);

/* (transfer full): a name as brat takes it: each code point that is no ASCII letter, digit, _ or -
 * as _. */
char *quo_brat_spell_name (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): a value of an attribute: runs of white space as one _. */
char *quo_brat_spell_value (const char *value) G_GNUC_WARN_UNUSED_RESULT;

/* Free text at the end of a line: what would end the line as two characters. */
void quo_brat_append_note (GString *out, const char *note);

/* A name in a column of its own: no escapes exist for it, so what would end it is a blank. */
void quo_brat_append_column (GString *out, const char *s);

/* annotation.conf with all that is used, or with a tagset; visual.conf of a tagset. */
void quo_brat_write_conf (const QuoSelection *selection, GString *out);
void quo_brat_write_labels (const QuoTagset *tagset, GString *out);
void quo_brat_write_visual (const QuoTagset *tagset, GString *out);
gboolean quo_brat_sniff_labels (const char *text);
/* annotation.conf, and visual.conf and kb_shortcuts.conf if they lie beside it. */
QuoTagset *quo_brat_read_labels (QuoSource *source, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
