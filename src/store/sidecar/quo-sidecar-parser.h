/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the sidecar reader share: where they are in the file, and the values that occur
 * in records of every kind.  Private to src/store.
 *
 * Every function takes its value from the JSON reader.  After a fault all of them give nothing, and
 * the fault is told once, at the end; so callers need not look after each step. */

#pragma once

#include "quo-json-reader.h"
#include "quo-report.h"
#include "quo-sidecar-ids.h"
#include "quo-snapshot.h"

G_BEGIN_DECLS

typedef struct
{
  QuoJsonReader json;
  const char *name; /* of the file */
  QuoArticle *article;
  QuoTextCursor cursor; /* at the last annotation, when there is an article */
  QuoSnapshot *snapshot;
  QuoHeader *header;  /* that of the snapshot, being filled in */
  QuoSidecarIds *ids; /* NULL: an id may come again */
  guint32 limit;      /* no range ends after it */

  /* Where we are: list[index].member.part; NULL when not inside. */
  const char *list;
  guint index;
  const char *member;
  const char *part;

  /* Lists in the making, empty between members. */
  GArray *values;
  GArray *items;
  GArray *ranges;
  GArray *quotes;
} QuoSidecarParser;

void quo_sidecar_parser_init (QuoSidecarParser *parser, GBytes *bytes, const char *name);
void quo_sidecar_parser_clear (QuoSidecarParser *parser);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuoSidecarParser, quo_sidecar_parser_clear)

/* An object the format defines, and its unknown members so far. */
typedef struct
{
  QuoJsonObject json;
  const char *separator; /* between name and value of unknown members */
  const char *joint;     /* between two of them */
  GString *extra;
} QuoSidecarObject;

/* Enters an object; @known as for quo_json_reader_enter_object(). */
void quo_sidecar_begin (QuoSidecarParser *parser, QuoSidecarObject *object,
                        const QuoJsonName *known, guint n_known);
/* The place of the next known member in the table, or QUO_JSON_DONE.  Unknown ones are put aside.
 */
int quo_sidecar_next (QuoSidecarParser *parser, QuoSidecarObject *object);
/* The unknown members, or NULL; then checks that the members of the bit set @required were there.
 */
const char *quo_sidecar_end (QuoSidecarParser *parser, QuoSidecarObject *object, guint32 required);

/* Makes a fault at what was just read, or at @member of the record when it is not NULL. */
void quo_sidecar_fail (QuoSidecarParser *parser, const char *member, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Values.  Strings belong to the JSON reader; an empty optional string is as good as none. */
const char *quo_sidecar_string (QuoSidecarParser *parser);
const char *quo_sidecar_optional (QuoSidecarParser *parser);
const char *quo_sidecar_id (QuoSidecarParser *parser);
const char *quo_sidecar_name (QuoSidecarParser *parser);
/* One of the words, NULL-terminated; its place in @words, 0 at a fault. */
guint quo_sidecar_word (QuoSidecarParser *parser, const char *const *words);
const char *quo_sidecar_number (QuoSidecarParser *parser, double least, double greatest);
const char *quo_sidecar_sha256 (QuoSidecarParser *parser);
QuoTime quo_sidecar_time (QuoSidecarParser *parser);
guint8 quo_sidecar_status (QuoSidecarParser *parser);
const QuoFrom *quo_sidecar_from (QuoSidecarParser *parser);

/* Lists and tables, sorted by name where the format wants it. */
const char *const *quo_sidecar_ids (QuoSidecarParser *parser, guint *ret_n);
const char *const *quo_sidecar_strings (QuoSidecarParser *parser, guint *ret_n);
const QuoAttr *quo_sidecar_attrs (QuoSidecarParser *parser, guint *ret_n);
const QuoExternalId *quo_sidecar_external_ids (QuoSidecarParser *parser, guint *ret_n);
const QuoRole *quo_sidecar_roles (QuoSidecarParser *parser, guint *ret_n);

/* One record of each kind, added to the snapshot. */
void quo_sidecar_agent (QuoSidecarParser *parser);
void quo_sidecar_layer (QuoSidecarParser *parser);
void quo_sidecar_entity (QuoSidecarParser *parser);
void quo_sidecar_annotation (QuoSidecarParser *parser);
void quo_sidecar_relation (QuoSidecarParser *parser);
void quo_sidecar_note (QuoSidecarParser *parser);
/* Adds a record (transfer full) unless its id is in the file already. */
void quo_sidecar_take (QuoSidecarParser *parser, gpointer record);

/* (transfer full) (nullable): one record that is not of a whole file. */
gpointer quo_sidecar_record (QuoSidecarParser *parser, QuoRecordKind kind);

/* The name of the list of a kind: "annotations". */
const char *quo_sidecar_list_name (QuoRecordKind kind);
/* Tells the report what is odd in a snapshot whose annotations stand in the order of the file. */
void quo_sidecar_check (QuoSnapshot *snapshot, QuoSidecarIds *ids, gboolean is_same,
                        QuoReport *report);

G_END_DECLS
