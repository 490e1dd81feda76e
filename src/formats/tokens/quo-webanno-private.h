/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-import.h"

G_BEGIN_DECLS

/* The three files that read WebAnno TSV: the rows of the file, the spans in them, the records made
 * of these. */

typedef enum
{
  QUO_WEBANNO_SPAN,
  QUO_WEBANNO_RELATION,
  QUO_WEBANNO_CHAIN,
} QuoWebannoLayerKind;

typedef struct
{
  QuoWebannoLayerKind kind;
  char *name;
  GStrv fields;
  guint first; /* its first column */
  gboolean is_technical;
} QuoWebannoLayer;

typedef struct
{
  guint layer, line;
  guint32 start, end;
  char *ref, *label, *chain;
  GPtrArray *values; /* name, value, name, value ... */
} QuoWebannoSpan;

typedef struct
{
  char *id;
  guint32 start, end;
  GStrv cells; /* from the fourth column */
  guint line;
} QuoWebannoRow;

typedef struct
{
  QuoImport *import;
  GArray *layers, *rows;
  guint n_columns;
  GPtrArray *spans;
  GHashTable *by_key; /* "LAYER TOKEN ID" and "TOKEN ID" to Span */
  GString *text;
  QuoText *whole; /* the text once it is complete */
  guint32 length; /* of the text, in UTF-16 units */
  GString *sentence;
  gboolean has_rows;         /* of the sentence at hand */
  guint n_lost, n_technical; /* spans of nothing; values that belong to words */
  GError **error;
} QuoWebanno;

/* --- Cells (quo-webanno-spans.c) --- */

/* What a cell says without its backslashes. (transfer full) */
char *quo_webanno_unescape (const char *s, gsize len);
/* Parts of a cell between @separator, as they stand; a backslash protects it. (transfer full) */
GStrv quo_webanno_split (const char *cell, char separator);
/* "person[2]": the value unescaped, *ret_id "2", or "" without. (transfer full) both. */
char *quo_webanno_cut_id (const char *part, char **ret_id);
/* What stands after the last point of the name of a type. */
const char *quo_webanno_get_short_name (const char *name);

/* Whether a layer is about words as such: parts of speech, lemmas. It is not read. */
gboolean quo_webanno_is_technical (const char *name);
/* Finds the spans of all rows; the span a reference means: in the layer, else in any. */
void quo_webanno_gather_spans (QuoWebanno *tsv);
QuoWebannoSpan *quo_webanno_find_span (QuoWebanno *tsv, const char *layer, const char *token,
                                       const char *id);

/* --- Records (quo-webanno-records.c) --- */

/* FALSE with tsv->error: stop. */
gboolean quo_webanno_make_records (QuoWebanno *tsv, QuoBuilder *builder);

G_END_DECLS
