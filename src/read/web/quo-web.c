/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a page to an article. */
#include "quo-config.h"

#include "quo-web.h"

#include "quo-web-metadata.h"
#include "quo-web-piece.h"
#include "quo-web-render.h"
#include "quo-web-story.h"

#include <glib/gi18n.h>
#include <string.h>

/* Signs below which a page shows next to nothing, and its metadata may say more. */
#define NEXT_TO_NOTHING 100

static guint32
count_signs (const QuoWebPage *page, const GArray *roots)
{
  guint32 n = 0;

  for (guint i = 0; i < roots->len; i++)
    n += page->nodes[g_array_index (roots, guint32, i)].n_chars;
  return n;
}

static guint
get_share (guint32 n_taken, guint32 n_all)
{
  return n_all == 0 ? 0 : (guint)CLAMP (((guint64)n_taken * 100 + n_all / 2) / n_all, 1, 100);
}

static void
tell (const QuoReadSource *source, guint32 n_taken, guint32 n_all)
{
  if (n_all == 0)
    quo_report_add (source->report, QUO_REPORT_NOTE, NULL,
                    _ ("the page shows no text; a browser may build it by a script"));
  else if (source->extent == QUO_EXTENT_PAGE)
    quo_report_add (source->report, QUO_REPORT_NOTE, NULL, _ ("the whole page was taken"));
  else
    quo_report_add (source->report, QUO_REPORT_NOTE, NULL,
                    _ ("the story was taken, %u %% of what the page shows"),
                    get_share (n_taken, n_all));
}

/* The text of the story for machines, when the page itself shows none of it. */
static GString *
render_check (const char *title, const char *check)
{
  g_auto (QuoProse) prose = { 0 };
  g_auto (GStrv) lines = g_strsplit (check, "\n", -1);

  quo_prose_init (&prose);
  if (title != NULL)
    quo_prose_add (&prose, title, strlen (title));
  if (strstr (check, "</") != NULL)
    {
      quo_prose_gap (&prose, QUO_GAP_BLOCK);
      quo_web_add_text (check, strlen (check), &prose);
      return quo_prose_finish (&prose);
    }
  for (guint i = 0; lines[i] != NULL; i++)
    {
      quo_prose_gap (&prose, QUO_GAP_BLOCK);
      quo_prose_add (&prose, lines[i], strlen (lines[i]));
    }
  return quo_prose_finish (&prose);
}

static GString *
render (const QuoWebPage *page, const GArray *roots)
{
  g_auto (QuoProse) prose = { 0 };

  quo_prose_init (&prose);
  for (guint i = 0; i < roots->len; i++)
    {
      quo_prose_gap (&prose, QUO_GAP_BLOCK);
      quo_web_render (page, g_array_index (roots, guint32, i), &prose);
    }
  return quo_prose_finish (&prose);
}

void
quo_web_extract (const QuoReadSource *source, const char *html, gsize len, QuoExtract *extract)
{
  g_auto (QuoWebPage) page = { 0 };
  g_autoptr (GArray) roots = NULL;
  g_autofree char *check = NULL;
  guint32 n_all, n_taken;

  quo_web_page_parse (&page, html, len);
  quo_web_read_metadata (&page, extract, &check);
  n_all = page.nodes[0].n_chars;
  if (source->extent == QUO_EXTENT_ARTICLE)
    roots = quo_web_find_story (&page, extract->title, check);
  else
    {
      roots = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_array_append_val (roots, (guint32){ 0 });
    }
  n_taken = count_signs (&page, roots);
  if (check != NULL && n_taken < NEXT_TO_NOTHING && source->extent == QUO_EXTENT_ARTICLE)
    {
      quo_extract_take_text (extract, render_check (extract->title, check));
      quo_report_add (source->report, QUO_REPORT_NOTE, NULL,
                      _ ("the page shows no story; the text is the one it gives for machines"));
      return;
    }
  tell (source, n_taken, n_all);
  extract->share = get_share (n_taken, n_all);
  quo_extract_take_text (extract, render (&page, roots));
}
