/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One text out of many pieces. A gap is remembered and written only when something follows it, so
 * that none stands at the end. */
#include "quo-config.h"

#include "quo-prose.h"

#include <string.h>

void
quo_prose_init (QuoProse *prose)
{
  *prose = (QuoProse){ .text = g_string_new (NULL) };
}

void
quo_prose_clear (QuoProse *prose)
{
  if (prose->text != NULL)
    g_string_free (prose->text, TRUE);
  prose->text = NULL;
}

static void
write_gap (QuoProse *prose)
{
  static const char *const gaps[] = {
    [QUO_GAP_NONE] = "",   [QUO_GAP_SPACE] = " ",    [QUO_GAP_CELL] = "\t",
    [QUO_GAP_LINE] = "\n", [QUO_GAP_BLOCK] = "\n\n",
  };

  if (prose->text->len > 0)
    g_string_append (prose->text, gaps[prose->gap]);
  prose->gap = QUO_GAP_NONE;
}

void
quo_prose_gap (QuoProse *prose, QuoGap gap)
{
  prose->gap = MAX (prose->gap, gap);
}

void
quo_prose_break (QuoProse *prose)
{
  prose->gap = prose->gap >= QUO_GAP_LINE ? QUO_GAP_BLOCK : QUO_GAP_LINE;
}

gsize
quo_prose_tell (const QuoProse *prose, QuoGap gap)
{
  gap = MAX (gap, prose->gap);
  if (prose->text->len == 0 || gap == QUO_GAP_NONE)
    return prose->text->len;
  return prose->text->len + (gap == QUO_GAP_BLOCK ? 2 : 1);
}

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xa0 || c == 0x2007 || c == 0x202f
         || c == 0x2028 || c == 0x2029 || c == 0x85;
}

static gboolean
is_left_out (gunichar c)
{
  return c < 0x20 || c == 0x7f || c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff
         || (c > 0x7f && c < 0xa0) || (c & 0xfffe) == 0xfffe;
}

/* Whether a line is about to begin: Chinese and Japanese paragraphs do so with a wide blank. */
static gboolean
is_at_start (const QuoProse *prose)
{
  return prose->text->len == 0 || prose->gap >= QUO_GAP_LINE;
}

/* Behind the run that begins at @p of what stays as it is: letters, and single spaces between
 * words. */
static const char *
skip_kept (const char *p, const char *end)
{
  const char *start = p;

  while (p < end)
    if (*p > ' ' && *p < 0x7f)
      p++;
    else if (*p == ' ' && p > start && p + 1 < end && p[1] > ' ' && p[1] < 0x7f)
      p += 2;
    else if ((guchar)*p >= 0x80)
      {
        gunichar c = g_utf8_get_char (p);

        if (is_blank (c) || c == 0x3000 || is_left_out (c))
          break;
        p = g_utf8_next_char (p);
      }
    else
      break;
  return p;
}

void
quo_prose_add (QuoProse *prose, const char *utf8, gsize len)
{
  const char *end = utf8 + len;

  for (const char *p = utf8; p < end;)
    {
      const char *kept = skip_kept (p, end);
      gunichar c;

      if (kept > p)
        {
          write_gap (prose);
          g_string_append_len (prose->text, p, kept - p);
          p = kept;
          continue;
        }
      c = g_utf8_get_char (p);
      if (c == 0x3000 && !is_at_start (prose))
        {
          write_gap (prose);
          g_string_append_unichar (prose->text, c);
        }
      else if (is_blank (c) || c == 0x3000)
        quo_prose_gap (prose, QUO_GAP_SPACE);
      p = g_utf8_next_char (p);
    }
}

void
quo_prose_add_verbatim (QuoProse *prose, const char *utf8, gsize len)
{
  const char *end = utf8 + len;
  guint n_lines = 0;

  for (const char *p = utf8; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        n_lines++;
      else if (c != '\t' && is_left_out (c))
        continue;
      else
        {
          /* Line ends wait as gaps do, lest the text ends with them. */
          write_gap (prose);
          for (; n_lines > 0; n_lines--)
            if (prose->text->len > 0)
              g_string_append_c (prose->text, '\n');
          g_string_append_unichar (prose->text, c == 0xa0 ? ' ' : c);
        }
    }
  if (n_lines > 0)
    quo_prose_gap (prose, n_lines > 1 ? QUO_GAP_BLOCK : QUO_GAP_LINE);
}

GString *
quo_prose_finish (QuoProse *prose)
{
  prose->gap = QUO_GAP_NONE;
  return g_steal_pointer (&prose->text);
}

char *
quo_prose_dup_line (const char *utf8)
{
  g_auto (QuoProse) prose = { 0 };
  GString *line;

  if (utf8 == NULL)
    return NULL;
  quo_prose_init (&prose);
  quo_prose_add (&prose, utf8, strlen (utf8));
  line = quo_prose_finish (&prose);
  return g_string_free (line, line->len == 0);
}

guint32
quo_prose_count_signs (const char *utf8)
{
  guint32 n = 0;

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    n += (guchar)*p < 0x80               ? *p > ' '
         : g_utf8_get_char (p) >= 0x2e80 ? 2
                                         : g_utf8_get_char (p) != 0xa0;
  return n;
}

char *
quo_prose_squeeze (const char *utf8, gssize len)
{
  const char *end = utf8 + (len < 0 ? (gssize)strlen (utf8) : len);
  GString *plain = g_string_new (NULL);

  for (const char *p = utf8; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (plain, FALSE);
}
