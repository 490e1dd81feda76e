/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the reader share: each takes one token, blanks before it included, or makes the
 * fault "@expected" (translated) and gives FALSE. */

#pragma once

#include "quo-json-reader.h"
#include "quo-json-scan.h"

G_BEGIN_DECLS

/* `{` or `[`, one level more. */
gboolean quo_json_reader_take_opening (QuoJsonReader *reader, char c, const char *expected);
/* What stands before the next item of the open container, or its end, at which it gives FALSE. */
gboolean quo_json_reader_take_comma (QuoJsonReader *reader, char closing, const char *expected);
gboolean quo_json_reader_take_string (QuoJsonReader *reader, QuoJsonScan *scan,
                                      const char *expected);
gboolean quo_json_reader_take_colon (QuoJsonReader *reader);
gboolean quo_json_reader_take_number (QuoJsonReader *reader);
gboolean quo_json_reader_take_literal (QuoJsonReader *reader, const char *word, gsize len);

G_END_DECLS
