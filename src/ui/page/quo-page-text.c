/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-text.h"

#include <string.h>

#include "quo-page-cache.h"
#include "quo-page-type.h"

/* Invariant: the buffer holds a beginning of what the display map shows, n_loaded bytes of it, and
 * is never changed otherwise; no piece ends between CR and LF. */

#define WHOLE_BYTES (512 * 1024)
#define FIRST_BYTES (256 * 1024)
/* Short enough for the main loop: a piece takes some milliseconds. */
#define PIECE_BYTES (64 * 1024)
/* Lines that get their typography before the first paint; lines in one step afterwards. */
#define FIRST_LINES 120
#define STEP_LINES 400

void
quo_page_text_init (QuoPageText *text, QuoPage *page)
{
  memset (text, 0, sizeof *text);
  text->page = page;
  text->tags = quo_page_tags_new (page);
  text->next_line = -1;
}

void
quo_page_text_clear (QuoPageText *text)
{
  g_clear_pointer (&text->tags, quo_page_tags_free);
}

/* How many bytes to put in next: up to the end of a line if there is one, never half a CR LF. */
static gsize
get_piece_length (const char *utf8, gsize len, gsize wanted)
{
  const char *end;

  if (len <= wanted)
    return len;
  end = memrchr (utf8, '\n', wanted);
  if (end != NULL)
    return end + 1 - utf8;
  end = g_utf8_find_prev_char (utf8, utf8 + wanted);
  if (*end == '\n' && end > utf8 && *(end - 1) == '\r')
    end--;
  return end - utf8;
}

static void
load_piece (QuoPageText *text)
{
  gsize len;
  const char *utf8 = quo_display_map_get_utf8 (text->page->map, &len);
  gsize piece = get_piece_length (utf8 + text->n_loaded, len - text->n_loaded,
                                  text->n_loaded == 0 ? FIRST_BYTES : PIECE_BYTES);
  /* A string of its own, with an end: GTK tells the accessibility bus of what was inserted as of a
   * string that ends by itself, which would be all the rest of the article with each piece. */
  g_autofree char *copy = g_strndup (utf8 + text->n_loaded, piece);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (text->page->buffer, &end);
  /* What was the last line may go on. */
  quo_page_cache_drop_line (text->page, gtk_text_iter_get_line (&end));
  gtk_text_buffer_insert (text->page->buffer, &end, copy, (int)piece);
  text->n_loaded += piece;
  text->is_loaded = text->n_loaded == len;
}

static void
load_first (QuoPageText *text)
{
  gsize len;
  const char *utf8 = quo_display_map_get_utf8 (text->page->map, &len);
  GtkTextIter start;

  if (len <= WHOLE_BYTES)
    {
      gtk_text_buffer_set_text (text->page->buffer, utf8, (int)len);
      text->n_loaded = len;
      text->is_loaded = TRUE;
    }
  else
    load_piece (text);
  gtk_text_buffer_get_start_iter (text->page->buffer, &start);
  gtk_text_buffer_place_cursor (text->page->buffer, &start);
}

void
quo_page_text_begin (QuoPageText *text)
{
  text->n_loaded = 0;
  text->next_line = -1;
  text->is_loaded = FALSE;
  gtk_text_buffer_set_text (text->page->buffer, "", 0);
  if (text->page->map != NULL)
    load_first (text);
  quo_page_type_read (text->page);
  if (text->page->map != NULL)
    text->next_line = quo_page_type_apply (text->page, 0, FIRST_LINES);
  quo_page_tags_reset (text->tags);
}

gboolean
quo_page_text_step (QuoPageText *text)
{
  if (text->page->map == NULL)
    return FALSE;
  if (!text->is_loaded)
    {
      load_piece (text);
      return TRUE;
    }
  if (text->next_line >= 0)
    {
      text->next_line = quo_page_type_apply (text->page, text->next_line, STEP_LINES);
      return TRUE;
    }
  return quo_page_tags_step (text->tags);
}
