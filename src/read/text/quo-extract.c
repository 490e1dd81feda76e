/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-extract.h"

void
quo_extract_clear (QuoExtract *extract)
{
  g_free (extract->utf8);
  g_free (extract->encoding);
  g_free (extract->title);
  g_free (extract->byline);
  g_free (extract->dateline);
  g_free (extract->published);
  g_free (extract->publisher);
  g_free (extract->lang);
  g_free (extract->url);
  g_clear_pointer (&extract->sections, g_array_unref);
  *extract = (QuoExtract){ 0 };
}

void
quo_extract_take_text (QuoExtract *extract, GString *text)
{
  g_free (extract->utf8);
  extract->len = text->len;
  extract->utf8 = g_string_free (text, FALSE);
}

static void
clear_section (gpointer data)
{
  g_free (((QuoSection *)data)->title);
}

void
quo_extract_add_section (QuoExtract *extract, const char *title, gsize start, guint level)
{
  QuoSection section = { .title = g_strdup (title), .start = (guint32)start, .level = level };

  if (extract->sections == NULL)
    {
      extract->sections = g_array_new (FALSE, FALSE, sizeof (QuoSection));
      g_array_set_clear_func (extract->sections, clear_section);
    }
  g_array_append_val (extract->sections, section);
}
