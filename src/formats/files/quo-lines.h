/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuoLines:
 * @line: the line at hand, NUL-terminated, without its LF or CR LF
 * @len: its bytes
 * @number: counted from 1
 *
 * Goes through the lines of a text that it may write NULs into. Lives on the caller's stack.
 */
typedef struct
{
  char *line;
  gsize len;
  guint number;
  /*< private >*/
  char *next, *end;
} QuoLines;

/* @text: @len bytes and a NUL. */
void quo_lines_init (QuoLines *lines, char *text, gsize len);
/* FALSE after the last line; a LF at the end of the text begins no line. */
gboolean quo_lines_next (QuoLines *lines);

/* Cuts @line at the next @separator: gives what is before it and moves *@line behind it; NULL when
 * *@line is NULL, which it becomes after the last field. */
char *quo_lines_cut (char **line, char separator);

/* A whole number up to the end of @s; greater ones than 32 bits are G_MAXUINT32. FALSE: it is none.
 */
gboolean quo_lines_parse_uint (const char *s, guint32 *ret_n);

G_END_DECLS
