/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-display-map.h"

#include <string.h>

/* What the view's buffer holds instead of the article, where one paragraph is so long that
 * GtkTextView would need seconds to lay it out.
 *
 * Invariant: without the inserted line feeds the shown text has as many code points as the article,
 * and they differ only where a blank became a line feed.  @inserted holds the article offsets
 * before which a line feed was put, ascending. */

#define LONG_PARAGRAPH 20000
#define PIECE 1000
/* How far past PIECE a blank, and past that the end of a cluster, is waited for. */
#define PIECE_SLACK 200
#define CLUSTER_SLACK 64

struct _QuoDisplayMap
{
  QuoText *text;
  GString *shown;   /* NULL: the text itself */
  GArray *inserted; /* of guint32 */
};

static gboolean
is_paragraph_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x2029;
}

/* Whether @next can be torn from what stands before it without breaking a letter or an emoji. */
static gboolean
is_cluster_start (gunichar previous, gunichar next)
{
  if (g_unichar_ismark (next) || next == 0x200d || previous == 0x200d)
    return FALSE;
  if (next >= 0x1f3fb && next <= 0x1f3ff) /* skin tones */
    return FALSE;
  if (next >= 0x1f1e6 && next <= 0x1f1ff) /* halves of flags */
    return FALSE;
  if (next >= 0xe0020 && next <= 0xe007f) /* tags of flags */
    return FALSE;
  /* Korean letters that make one syllable. */
  return !((next >= 0x1160 && next <= 0x11ff) || (next >= 0xd7b0 && next <= 0xd7ff));
}

/* Copies one long paragraph with breaks; @offset is the article offset of its start. */
static void
break_paragraph (QuoDisplayMap *map, const char *start, const char *end, guint32 offset)
{
  gunichar previous = 0;
  guint since = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p), offset++, since++)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);
      gboolean is_last = next >= end;

      if (since >= PIECE && c == ' ' && !is_last && !g_unichar_ismark (g_utf8_get_char (next)))
        {
          g_string_append_c (map->shown, '\n');
          since = 0;
          previous = c;
          continue;
        }
      if (since >= PIECE + PIECE_SLACK
          && (is_cluster_start (previous, c) || since >= PIECE + PIECE_SLACK + CLUSTER_SLACK))
        {
          g_string_append_c (map->shown, '\n');
          g_array_append_val (map->inserted, offset);
          since = 0;
        }
      g_string_append_len (map->shown, p, next - p);
      previous = c;
    }
}

/* Walks all paragraphs; the copy is begun at the first long one. */
static void
find_long_paragraphs (QuoDisplayMap *map)
{
  const char *all = quo_text_get_utf8 (map->text);
  const char *end = all + quo_text_get_bytes (map->text);
  const char *start = all;
  guint32 offset = 0, start_offset = 0;

  for (const char *p = all;; p = g_utf8_next_char (p), offset++)
    {
      if (p < end && !is_paragraph_end (g_utf8_get_char (p)))
        continue;
      if (offset - start_offset > LONG_PARAGRAPH)
        {
          if (map->shown == NULL)
            {
              map->shown = g_string_sized_new (end - all + (end - all) / PIECE + 1);
              g_string_append_len (map->shown, all, start - all);
            }
          break_paragraph (map, start, p, start_offset);
        }
      else if (map->shown != NULL)
        g_string_append_len (map->shown, start, p - start);
      if (p >= end)
        return;
      start = p;
      start_offset = offset;
    }
}

QuoDisplayMap *
quo_display_map_new (QuoText *text)
{
  QuoDisplayMap *map = g_new0 (QuoDisplayMap, 1);

  map->text = quo_text_ref (text);
  map->inserted = g_array_new (FALSE, FALSE, sizeof (guint32));
  /* In bytes it is at least as long as in code points. */
  if (quo_text_get_longest_line (text) > LONG_PARAGRAPH)
    find_long_paragraphs (map);
  return map;
}

void
quo_display_map_free (QuoDisplayMap *map)
{
  quo_text_unref (map->text);
  g_array_unref (map->inserted);
  if (map->shown != NULL)
    g_string_free (map->shown, TRUE);
  g_free (map);
}

gboolean
quo_display_map_is_identity (const QuoDisplayMap *map)
{
  return map->shown == NULL;
}

const char *
quo_display_map_get_utf8 (const QuoDisplayMap *map, gsize *ret_len)
{
  *ret_len = map->shown != NULL ? map->shown->len : quo_text_get_bytes (map->text);
  return map->shown != NULL ? map->shown->str : quo_text_get_utf8 (map->text);
}

/* How many of the inserted breaks satisfy place + (is_shown ? their number : 0) < limit. */
static guint32
count_breaks_before (const QuoDisplayMap *map, guint64 limit, gboolean is_shown)
{
  guint low = 0, high = map->inserted->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      guint64 place = g_array_index (map->inserted, guint32, middle);

      if (place + (is_shown ? middle : 0) < limit)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint32
quo_display_map_to_buffer (const QuoDisplayMap *map, guint32 offset)
{
  return offset + count_breaks_before (map, (guint64)offset + 1, FALSE);
}

guint32
quo_display_map_to_text (const QuoDisplayMap *map, guint32 buffer_offset)
{
  return buffer_offset - count_breaks_before (map, buffer_offset, TRUE);
}
