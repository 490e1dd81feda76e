/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the reader share.  Words for people are handed on untranslated (N_): a look
 * into the catalogue for every token would cost as much as the reading. */

#pragma once

#include "quo-json-reader.h"
#include "quo-json-scan.h"

G_BEGIN_DECLS

/* Each takes one token, blanks before it included, or makes the fault "@expected" and gives
 * FALSE. */

/* `{` or `[`, one level more. */
gboolean quo_json_reader_take_opening (QuoJsonReader *reader, char c, const char *expected);
/* What stands before the next item of the open container, or its end, at which it gives FALSE. */
gboolean quo_json_reader_take_comma (QuoJsonReader *reader, char closing, const char *expected);
gboolean quo_json_reader_take_string (QuoJsonReader *reader, QuoJsonScan *scan);
gboolean quo_json_reader_take_name (QuoJsonReader *reader, QuoJsonScan *scan);
gboolean quo_json_reader_take_colon (QuoJsonReader *reader);
gboolean quo_json_reader_take_number (QuoJsonReader *reader);
gboolean quo_json_reader_take_literal (QuoJsonReader *reader, const char *word, gsize len);

/* Faults; each gives FALSE.  The text is no JSON; it is, but not what the caller wants; the member
 * that was given last stands at @first already. */
gboolean quo_json_reader_fail (QuoJsonReader *reader, const char *at, const char *what);
gboolean quo_json_reader_refuse (QuoJsonReader *reader, const char *at, const char *what);
gboolean quo_json_reader_fail_twice (QuoJsonReader *reader, gsize place,
                                     const QuoJsonObject *object, gsize first);

G_END_DECLS
