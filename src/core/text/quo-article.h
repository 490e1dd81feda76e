/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-text.h"

G_BEGIN_DECLS

typedef enum
{
  QUO_NEWLINE_NONE,
  QUO_NEWLINE_LF,
  QUO_NEWLINE_CRLF,
  QUO_NEWLINE_CR,
  QUO_NEWLINE_MIXED,
} QuoNewline;

/**
 * QuoSection:
 * @title: "Chapter 2", "Page 7"
 * @start: code points; it ends where the next one begins
 * @level: 1 for the outermost
 *
 * A part of an article that its file names.
 */
typedef struct
{
  char *title;
  guint32 start;
  guint level;
} QuoSection;

/**
 * QuoArticle:
 *
 * An article as it was read: its text and what is known of its file. Immutable, atomically
 * reference counted. All strings but @sha256 may be %NULL.
 */
typedef struct
{
  gatomicrefcount ref_count;
  QuoText *text;
  char *path;    /* the file, absolute; NULL when it has none */
  char *sha256;  /* of the file's bytes, 64 hex digits */
  guint64 bytes; /* of the file */
  gboolean has_bom;
  char *encoding;      /* IANA name; NULL for UTF-8 */
  gboolean is_guessed; /* the encoding was guessed, not declared */
  QuoNewline newline;
  char *lang; /* BCP 47 */
  char *title;
  char *url;
  char *published; /* ISO 8601, as exact as it is known */
  char *byline, *dateline, *publisher;
  const char *kind;   /* id of the reader of such files (read/quo-reader.h) */
  const char *reader; /* id of the one that read it: that of text, when the source was wanted */
  guint share;        /* per cent of what the file shows that is in the text; 0: not known */
  char *extractor;    /* for text taken out of another kind of file: what took it, and how */
  char *textsha256;   /* of that text as UTF-8 */
  GArray *sections;   /* (element-type QuoSection): chapters or pages in text order, or NULL */
} QuoArticle;

/* (transfer full): an article of a text with no file behind it: SHA-256, bytes and newline are
 * those of its UTF-8. The reader of files fills in the rest before it hands the article on. */
QuoArticle *quo_article_new (QuoText *text) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): a copy that shares the text. */
QuoArticle *quo_article_copy (const QuoArticle *article) G_GNUC_WARN_UNUSED_RESULT;
QuoArticle *quo_article_ref (QuoArticle *article);
void quo_article_unref (QuoArticle *article);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoArticle, quo_article_unref)

/* (transfer full): the last part of the path for people, or a word for an article without a file.
 */
char *quo_article_dup_name (const QuoArticle *article) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): the title, else the headline or the first line that is not blank (at most 120
 * code points). */
char *quo_article_dup_title (const QuoArticle *article) G_GNUC_WARN_UNUSED_RESULT;

/* The SHA-256 by which the text is known: of two articles with the same one all offsets mean the
 * same. */
const char *quo_article_get_text_sum (const QuoArticle *article);

QuoNewline quo_newline_detect (const char *utf8, gsize len);
const char *quo_newline_to_string (QuoNewline newline);

G_END_DECLS
