/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gumbo.h>

#include "quo-extract.h"
#include "quo-web-arena.h"

G_BEGIN_DECLS

#define QUO_WEB_NO_NODE G_MAXUINT32

/**
 * QuoWebNode:
 * @end: one past the last node below it
 * @tag: GUMBO_TAG_UNKNOWN for text
 * @text: of a text node, else %NULL
 * @n_chars: letters and other signs that show below it, blanks not counted
 * @n_link_chars: those of them that are in links
 *
 * An element or a text of a page. What does not show (scripts, hidden elements) is no node.
 */
typedef struct
{
  guint32 parent, end;
  GumboTag tag;
  guint16 depth;
  guint16 n_attributes; /* here, so that a search need not follow the element to find none */
  gboolean is_dropped;  /* with all below it: not part of the story */
  const char *text;
  const GumboElement *element;       /* NULL of a text */
  guint32 n_own_chars, n_own_commas; /* of a text */
  guint32 n_chars, n_link_chars, n_commas;
  guint32 n_story_chars; /* those in paragraphs that are sentences rather than labels */
  gint8 weight;          /* what its class and id say: above 0 story, below 0 something else */
  float score;
} QuoWebNode;

/**
 * QuoWebPage:
 * @nodes: in the order of the page, each before what is below it; the first is `html`
 *
 * A parsed page. Its tree is an array, so that walks are loops and no page is too deep for them.
 */
typedef struct
{
  GumboOutput *output;
  QuoWebArena arena; /* of what the parser made */
  GString *tamed;    /* or NULL */
  QuoWebNode *nodes;
  guint n_nodes;
  guint32 body; /* QUO_WEB_NO_NODE if it has none */
} QuoWebPage;

/**
 * quo_web_page_parse:
 * @html: (array length=len): UTF-8 with a NUL after it; must stay while the page is used
 *
 * Parses as browsers do. Damaged pages are pages, too: it never fails.
 */
void quo_web_page_parse (QuoWebPage *page, const char *html, gsize len);
void quo_web_page_clear (QuoWebPage *page);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuoWebPage, quo_web_page_clear)

/* Sums the counts up anew, without what was dropped. */
void quo_web_page_count (QuoWebPage *page);
/* Drops a node and takes its counts from all above it. */
void quo_web_page_drop (QuoWebPage *page, guint32 node);
/* Nothing is dropped any more; the counts are those of the whole page again. */
void quo_web_page_restore (QuoWebPage *page);
/* Whether a node is @above or below it. */
gboolean quo_web_page_is_within (const QuoWebPage *page, guint32 node, guint32 above);
/* The share of links in what shows below a node, 0 to 1. */
float quo_web_node_get_link_density (const QuoWebNode *node);
/* The value of an attribute of a node, or NULL. */
const char *quo_web_node_get (const QuoWebNode *node, const char *name);
/* Whether the element begins a line of its own. */
gboolean quo_web_tag_is_block (GumboTag tag);
/* (transfer full) (nullable): what shows below a node, in one line. */
char *quo_web_page_dup_line (const QuoWebPage *page, guint32 node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
