/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

#include "quo-text.h"

/**
 * Marked:
 *
 * A case written as a sentence with marks in it, so that no offset is counted by hand: ⟦ ⟧ round
 * what is to be found, ⟪ ⟫ round the cue, ‸ where the caret stands. The text is the sentence
 * without them.
 */
#define MARKED_MAX 16

typedef struct
{
  QuoText *text;
  QuoSpan spans[MARKED_MAX];
  guint n_spans;
  QuoSpan cue;
  guint32 caret;
} Marked;

static inline void
marked_read (Marked *marked, const char *source)
{
  GString *plain = g_string_new (NULL);
  guint32 offset = 0;

  memset (marked, 0, sizeof *marked);
  for (const char *p = source; *p != '\0'; p = g_utf8_next_char (p))
    switch (g_utf8_get_char (p))
      {
      case 0x27e6:
        g_assert_cmpuint (marked->n_spans, <, MARKED_MAX);
        marked->spans[marked->n_spans++].start = offset;
        break;
      case 0x27e7:
        marked->spans[marked->n_spans - 1].end = offset;
        break;
      case 0x27ea:
        marked->cue.start = offset;
        break;
      case 0x27eb:
        marked->cue.end = offset;
        break;
      case 0x2038:
        marked->caret = offset;
        break;
      default:
        g_string_append_unichar (plain, g_utf8_get_char (p));
        offset++;
      }
  marked->text = quo_text_new (plain->str);
  g_string_free (plain, TRUE);
}

static inline void
marked_clear (Marked *marked)
{
  quo_text_unref (marked->text);
}

/* (transfer full): the words of spans, for messages. */
static inline char *
marked_show (const QuoText *text, const QuoSpan *spans, guint n_spans)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *words = quo_text_dup (text, spans[i]);

      g_string_append_printf (shown, "%s⟦%s⟧", i > 0 ? " " : "", words);
    }
  return g_string_free (shown, FALSE);
}
