/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes to text. The walk is a loop; what is open is remembered in a list, for the end of an
 * element counts, too. */
#include "quo-config.h"

#include "quo-web-render.h"

#include <stdlib.h>
#include <string.h>

/* A cell with more signs is no cell of data. */
#define MAX_CELL 300

typedef struct
{
  guint32 index;
  guint32 end;
  GumboTag tag;
  gboolean is_data;    /* a table of data, or within one */
  gboolean is_pre;     /* or within one */
  gboolean is_ordered; /* a list with numbers */
  gboolean has_text;   /* some has been added within it */
  guint n_items;
} Open;

typedef struct
{
  const QuoWebPage *page;
  QuoProse *prose;
  GArray *open; /* (element-type Open) */
} Render;

static Open *
get_open (const Render *render)
{
  return render->open->len > 0 ? &g_array_index (render->open, Open, render->open->len - 1) : NULL;
}

/* Whether the cells are small, at least two in some row, and hold no table themselves. */
static gboolean
is_data_table (const QuoWebPage *page, guint32 table)
{
  guint n_cells = 0, most = 0;

  for (guint32 i = table + 1; i < page->nodes[table].end; i++)
    {
      const QuoWebNode *node = &page->nodes[i];

      if (node->tag == GUMBO_TAG_TABLE)
        return FALSE;
      if (node->tag == GUMBO_TAG_TR)
        n_cells = 0;
      if (node->tag != GUMBO_TAG_TD && node->tag != GUMBO_TAG_TH)
        continue;
      if (node->n_chars > MAX_CELL)
        return FALSE;
      n_cells++;
      most = MAX (most, n_cells);
    }
  return most >= 2;
}

static QuoGap
get_gap (const Render *render, GumboTag tag)
{
  const Open *open = get_open (render);

  switch (tag)
    {
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_SUMMARY:
      return QUO_GAP_LINE;
    case GUMBO_TAG_TR:
      return open != NULL && open->is_data ? QUO_GAP_LINE : QUO_GAP_BLOCK;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      return open != NULL && open->is_data ? QUO_GAP_NONE : QUO_GAP_BLOCK;
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
      return QUO_GAP_LINE;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
      /* A list in an item goes on with the lines of the outer one. */
      for (guint i = render->open->len; i-- > 0;)
        if (g_array_index (render->open, Open, i).tag == GUMBO_TAG_LI)
          return QUO_GAP_LINE;
      return QUO_GAP_BLOCK;
    default:
      if (!quo_web_tag_is_block (tag))
        return QUO_GAP_NONE;
      if (open != NULL && open->is_data && tag != GUMBO_TAG_TABLE && tag != GUMBO_TAG_CAPTION)
        return QUO_GAP_SPACE;
      return QUO_GAP_BLOCK;
    }
}

/* The innermost item that is open, or NULL. */
static Open *
get_item (const Render *render)
{
  for (guint i = render->open->len; i-- > 0;)
    if (g_array_index (render->open, Open, i).tag == GUMBO_TAG_LI)
      return &g_array_index (render->open, Open, i);
  return NULL;
}

/* Whether a block begins an item, or a block that does: it stands on the line of the item then. */
static gboolean
is_first_in_item (const Render *render)
{
  const Open *item = get_item (render);

  return item != NULL && !item->has_text;
}

static void
tell_items (const Render *render)
{
  for (guint i = render->open->len; i-- > 0;)
    {
      Open *open = &g_array_index (render->open, Open, i);

      if (open->has_text)
        return;
      open->has_text = TRUE;
    }
}

static void
begin_item (Render *render, const QuoWebNode *item)
{
  Open *list = NULL;
  char number[16];

  for (guint i = render->open->len; i-- > 0 && list == NULL;)
    {
      Open *open = &g_array_index (render->open, Open, i);

      if (open->tag == GUMBO_TAG_UL || open->tag == GUMBO_TAG_OL || open->tag == GUMBO_TAG_MENU)
        list = open;
    }
  if (item->n_chars == 0)
    return;
  if (list == NULL || !list->is_ordered)
    {
      quo_prose_add (render->prose, "• ", strlen ("• "));
      return;
    }
  list->n_items++;
  if (quo_web_node_get (item, "value") != NULL)
    list->n_items = (guint)CLAMP (atoi (quo_web_node_get (item, "value")), 0, 99999);
  g_snprintf (number, sizeof number, "%u. ", list->n_items);
  quo_prose_add (render->prose, number, strlen (number));
}

static void
enter (Render *render, guint32 index)
{
  const QuoWebNode *node = &render->page->nodes[index];
  const Open *outer = get_open (render);
  Open open = { .index = index, .end = node->end, .tag = node->tag };

  if (outer != NULL)
    {
      open.is_data = outer->is_data;
      open.is_pre = outer->is_pre;
    }
  if (node->tag == GUMBO_TAG_BR)
    {
      if (open.is_data)
        quo_prose_gap (render->prose, QUO_GAP_SPACE);
      else
        quo_prose_break (render->prose);
      return;
    }
  if (node->tag == GUMBO_TAG_Q)
    quo_prose_add (render->prose, "“", strlen ("“"));
  else if (!quo_web_tag_is_block (node->tag))
    return;
  if (node->tag == GUMBO_TAG_LI || !is_first_in_item (render))
    quo_prose_gap (render->prose, get_gap (render, node->tag));
  if (node->tag == GUMBO_TAG_LI)
    begin_item (render, node);
  open.is_pre |= node->tag == GUMBO_TAG_PRE || node->tag == GUMBO_TAG_XMP
                 || node->tag == GUMBO_TAG_LISTING || node->tag == GUMBO_TAG_PLAINTEXT;
  if (node->tag == GUMBO_TAG_TABLE)
    open.is_data = is_data_table (render->page, index);
  if (node->tag == GUMBO_TAG_OL)
    {
      const char *start = quo_web_node_get (node, "start");

      open.is_ordered = TRUE;
      open.n_items = start != NULL ? (guint)CLAMP (atoi (start) - 1, 0, 99999) : 0;
    }
  g_array_append_val (render->open, open);
}

static void
leave (Render *render)
{
  Open open = *get_open (render);

  g_array_set_size (render->open, render->open->len - 1);
  if (open.tag == GUMBO_TAG_Q)
    quo_prose_add (render->prose, "”", strlen ("”"));
  else if (open.is_data && (open.tag == GUMBO_TAG_TD || open.tag == GUMBO_TAG_TH))
    quo_prose_gap (render->prose, QUO_GAP_CELL);
  else if (!is_first_in_item (render))
    quo_prose_gap (render->prose, get_gap (render, open.tag));
}

void
quo_web_render (const QuoWebPage *page, guint32 root, QuoProse *prose)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Open));
  Render render = { .page = page, .prose = prose, .open = open };

  for (guint32 i = root; i < page->nodes[root].end; i++)
    {
      const QuoWebNode *node = &page->nodes[i];

      while (open->len > 0 && get_open (&render)->end <= i)
        leave (&render);
      if (node->is_dropped)
        {
          i = node->end - 1;
          continue;
        }
      if (node->n_own_chars > 0)
        tell_items (&render);
      if (node->text == NULL)
        enter (&render, i);
      else if (open->len > 0 && get_open (&render)->is_pre)
        quo_prose_add_verbatim (prose, node->text, strlen (node->text));
      else
        quo_prose_add (prose, node->text, strlen (node->text));
    }
  while (open->len > 0)
    leave (&render);
}
