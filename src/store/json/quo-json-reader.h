/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A strict pull reader of JSON over a block of memory.
 *
 * It takes what RFC 8259 allows and nothing else: UTF-8 without a byte order mark, at most 64
 * levels, nothing after the value.  There is no tree: the caller asks for what it expects next, and
 * strings without escapes and all numbers are slices of the block.  Nothing is allocated for a
 * token.
 *
 * The first fault ends it: from then on every call gives "no more", and quo_json_reader_finish ()
 * tells the fault with file, line and column.  So a caller writes plain loops and looks once.
 *
 * |[<!-- language="C" -->
 * static const QuoJsonName known[] = { QUO_JSON_NAME ("id"), QUO_JSON_NAME ("title") };
 * QuoJsonObject object;
 * int member;
 *
 * quo_json_reader_enter_object (reader, &object, known, G_N_ELEMENTS (known));
 * while ((member = quo_json_reader_next_member (reader, &object)) != QUO_JSON_DONE)
 *   if (member == 0)
 *     id = quo_json_reader_read_string (reader);
 *   else
 *     quo_json_reader_skip (reader, &raw);
 * ]|
 */

#pragma once

#include <glib.h>

#include "quo-json-names.h"

G_BEGIN_DECLS

#define QUO_JSON_MAX_DEPTH 64

/* What the next value is; QUO_JSON_NOTHING at a fault or the end. */
typedef enum
{
  QUO_JSON_NOTHING,
  QUO_JSON_OBJECT,
  QUO_JSON_ARRAY,
  QUO_JSON_STRING,
  QUO_JSON_NUMBER,
  QUO_JSON_TRUE,
  QUO_JSON_FALSE,
  QUO_JSON_NULL,
} QuoJsonKind;

/* Bytes that belong to the block or to the reader: good until the reader is recycled or cleared. */
typedef struct
{
  const char *data;
  gsize len;
  gsize n_chars; /* code points; of strings only */
} QuoJsonSlice;

typedef struct
{
  const char *name;
  gsize len;
} QuoJsonName;

#define QUO_JSON_NAME(s)                                                                           \
  {                                                                                                \
    (s), sizeof (s) - 1                                                                            \
  }
#define QUO_JSON_MAX_KNOWN 32

/* What quo_json_reader_next_member () gives besides the place of a known name. */
#define QUO_JSON_UNKNOWN (-1)
#define QUO_JSON_DONE (-2)

/**
 * QuoJsonObject:
 * @name: the name of the member that was given last, as it reads
 * @raw_name: the same as it stands in the file, with its quotation marks
 *
 * Where the caller is in one object; lives on its stack.
 */
typedef struct
{
  QuoJsonSlice name;
  QuoJsonSlice raw_name;
  guint32 seen; /* bit 1 << place of a known name */
  /*< private >*/
  const QuoJsonName *known;
  guint n_known, guess;
  gboolean has_mark;
  QuoJsonNamesMark mark;
  gsize places[QUO_JSON_MAX_KNOWN];
} QuoJsonObject;

/* Gives the place the caller is at in its own terms, "annotations[12].at", or NULL. */
typedef char *(*QuoJsonDescribe) (gpointer data);

typedef struct
{
  /*< private >*/
  const char *start, *p, *end;
  QuoJsonDescribe describe;
  gpointer describe_data;
  const char *name;
  guint depth, n_lines_before;
  gboolean is_fresh;
  GError *error;
  QuoJsonNames *names;
  GPtrArray *chunks;
  char *spare;
  gsize n_spare;
  GStringChunk *escaped_names;
} QuoJsonReader;

/**
 * quo_json_reader_init:
 * @data: (array length=len): the block, which must stay as it is until the reader is cleared
 * @len: bytes
 * @name: what to call the file in messages; kept by reference
 *
 * Makes a reader ready for the value at the start of @data.
 */
void quo_json_reader_init (QuoJsonReader *reader, const char *data, gsize len, const char *name);
void quo_json_reader_clear (QuoJsonReader *reader);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuoJsonReader, quo_json_reader_clear)

/* The block begins in this line of its file, from 1. */
void quo_json_reader_set_first_line (QuoJsonReader *reader, guint line);

/* Asks @describe for the place in messages about content: "NAME: annotations[12].at: a list is
 * expected (line 20, column 33)". */
void quo_json_reader_set_describe (QuoJsonReader *reader, QuoJsonDescribe describe, gpointer data);

/* Gives up the strings made so far, except the names of members of open objects.  Call it once a
 * record to keep memory flat. */
void quo_json_reader_recycle (QuoJsonReader *reader);

/* Looks at the next value without taking it. */
QuoJsonKind quo_json_reader_peek (QuoJsonReader *reader);

/**
 * quo_json_reader_enter_object:
 * @object: (out caller-allocates): where the caller is in it
 * @known: (array length=n_known) (nullable): names the caller knows, best in the usual order
 * @n_known: at most %QUO_JSON_MAX_KNOWN
 *
 * Takes the `{` of an object.
 *
 * Returns: whether one stood there
 */
gboolean quo_json_reader_enter_object (QuoJsonReader *reader, QuoJsonObject *object,
                                       const QuoJsonName *known, guint n_known);

/**
 * quo_json_reader_next_member:
 *
 * Takes the name of the next member, whose value must then be read, entered or skipped, or the `}`.
 * A name that stands twice is a fault, known or not.
 *
 * Returns: the place of the name in the table, %QUO_JSON_UNKNOWN or %QUO_JSON_DONE
 */
int quo_json_reader_next_member (QuoJsonReader *reader, QuoJsonObject *object);

/* Takes the `[` of an array; then, before each element, %TRUE, and %FALSE after the `]`. */
gboolean quo_json_reader_enter_array (QuoJsonReader *reader);
gboolean quo_json_reader_next_element (QuoJsonReader *reader);

/* A string as a slice, which is not NUL-terminated; U+0000 and a lone surrogate in it are faults.
 */
gboolean quo_json_reader_read_slice (QuoJsonReader *reader, QuoJsonSlice *ret_slice);
/* A string as a NUL-terminated copy that belongs to the reader; %NULL at a fault. */
const char *quo_json_reader_read_string (QuoJsonReader *reader);
/* The same for a slice that was read before. */
const char *quo_json_reader_keep (QuoJsonReader *reader, QuoJsonSlice slice);
/* A copy of a block that belongs to the reader, aligned for every type. */
gpointer quo_json_reader_keep_block (QuoJsonReader *reader, gconstpointer data, gsize size);
/* The text of a number. */
gboolean quo_json_reader_read_number (QuoJsonReader *reader, QuoJsonSlice *ret_raw);
/* A whole number from 0 to @max, written without a point or an exponent. */
gboolean quo_json_reader_read_uint (QuoJsonReader *reader, guint64 max, guint64 *ret_value);
gboolean quo_json_reader_read_boolean (QuoJsonReader *reader, gboolean *ret_value);

/* Takes any value unread, checking it; its bytes as they stand. */
gboolean quo_json_reader_skip (QuoJsonReader *reader, QuoJsonSlice *ret_raw);

/* Whether there was a fault; the place the reader is at, as an offset for _fail_at. */
gboolean quo_json_reader_has_failed (const QuoJsonReader *reader);
gsize quo_json_reader_tell (const QuoJsonReader *reader);

/**
 * quo_json_reader_fail_at:
 * @place: offset in the block
 * @what: (transfer none): the message, without the file and the place, translated
 *
 * Makes a fault of the caller's own, with code %QUO_ERROR_INVALID.  Only the first fault counts.
 */
void quo_json_reader_fail_at (QuoJsonReader *reader, gsize place, const char *what);
/* Makes @error (transfer full) the fault. */
void quo_json_reader_take_error (QuoJsonReader *reader, GError *error);

/**
 * quo_json_reader_finish:
 *
 * Checks that nothing but blanks follows, and tells how it went.
 *
 * Returns: %FALSE with the first fault: %QUO_ERROR_SYNTAX when the text is no JSON,
 *   %QUO_ERROR_INVALID when it is not what the caller asked for, or the caller's own error
 */
gboolean quo_json_reader_finish (QuoJsonReader *reader, GError **error);

/**
 * quo_json_check:
 * @data: (array length=len): JSON text of any kind
 * @name: what to call the file in the message
 *
 * Whether the text is strict JSON.  Call it before handing foreign JSON to a parser that builds a
 * tree, which may be lax, or recurse as deep as the file says.
 *
 * Returns: %FALSE with %QUO_ERROR_SYNTAX
 */
gboolean quo_json_check (const char *data, gsize len, const char *name, GError **error);

/* The same, and nothing that json-glib would lose: members that stand twice, U+0000, half a
 * surrogate pair
 * (%QUO_ERROR_INVALID).  For formats of our own. */
gboolean quo_json_check_unique (const char *data, gsize len, const char *name, GError **error);

G_END_DECLS
