/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of a log: how each is written, and how it is read. */

/* clang-format off */
/*
 *     quotidian-log 1 {"article":"file:///a/rally.txt","sha256":"8f68…","length":276,"sidecar":"03ab…"} ~SUM
 *     edit {"title":"Tag as Person","select":"k3f9q2","changes":[{"list":"annotations","after":{…}}]} ~SUM
 *     undo ~SUM
 *     redo ~SUM
 *     saving SHA256 12 ~SUM
 *     saved SHA256 12 ~SUM
 */
/* clang-format on */

/* Records stand as in a canonical sidecar. `saving` and `saved` name the bytes of the sidecar by
 * their SHA-256 and say how many steps (edit, undo, redo) since the start of the file are in it.
 * SUM is the 64-bit FNV-1a hash of what stands before " ~", in 16 hexadecimal digits: a line that
 * was torn or damaged is never taken for another one. */

#pragma once

#include "quo-document.h"
#include "quo-json-writer.h"

G_BEGIN_DECLS

typedef enum
{
  QUO_LOG_BAD, /* torn, damaged, or of a later version */
  QUO_LOG_HEADER,
  QUO_LOG_EDIT,
  QUO_LOG_UNDO,
  QUO_LOG_REDO,
  QUO_LOG_SAVING,
  QUO_LOG_SAVED,
} QuoLogWord;

typedef struct
{
  char *article; /* its path as UTF-8 or, escaped, as it is */
  char *sha256;  /* of the article's file */
  guint32 length;
  char *sidecar; /* SHA-256 of the sidecar that the first step starts from; NULL: there was none */
} QuoLogHeader;

void quo_log_header_clear (QuoLogHeader *header);

/* What a line says; which members are set depends on its word. */
typedef struct
{
  QuoLogWord word;
  QuoLogHeader header;
  QuoEdit *edit; /* its records are copies of their own */
  char *sha256;
  guint n_steps;
} QuoLogLine;

void quo_log_line_clear (QuoLogLine *line);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuoLogLine, quo_log_line_clear)

void quo_log_write_header (QuoJsonWriter *writer, const QuoLogHeader *header);
/* @text: what the ranges of annotations count in. */
void quo_log_write_edit (QuoJsonWriter *writer, const QuoEdit *edit, QuoText *text);
/* The same line piece by piece, for an edit so large that nobody should have to hold all of it. */
gboolean quo_log_stream_edit (const QuoByteSink *sink, const QuoEdit *edit, QuoText *text,
                              GError **error);
/* QUO_LOG_UNDO, QUO_LOG_REDO. */
void quo_log_write_word (QuoJsonWriter *writer, QuoLogWord word);
/* QUO_LOG_SAVING, QUO_LOG_SAVED. */
void quo_log_write_mark (QuoJsonWriter *writer, QuoLogWord word, const char *sha256, guint n_steps);

/**
 * quo_log_read_line:
 * @data: (array length=len): a line without its end
 * @article: (nullable): what the annotations of an edit count in; without it each keeps its quotes
 * @limit: the length of the article
 * @ret_line: (out caller-allocates): cleared by the caller, whatever is returned
 *
 * Returns: the word of the line, %QUO_LOG_BAD if it is not whole
 */
QuoLogWord quo_log_read_line (const char *data, gsize len, QuoArticle *article, guint32 limit,
                              QuoLogLine *ret_line);

G_END_DECLS
