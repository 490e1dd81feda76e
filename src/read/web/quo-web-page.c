/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From markup to an array of nodes with the counts that scoring needs. */
#include "quo-config.h"

#include "quo-web-page.h"

#include "quo-prose.h"
#include "quo-web-tame.h"
#include "quo-web-words.h"

#include <string.h>

/* A paragraph with fewer signs is a label rather than a sentence. */
#define MIN_SENTENCE 25
/* Bytes in which a page says that it is XHTML. */
#define HEAD 1024

static const GumboTag INVISIBLE[] = {
  GUMBO_TAG_SCRIPT,  GUMBO_TAG_STYLE,    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_HEAD,
  GUMBO_TAG_TITLE,   GUMBO_TAG_IFRAME,   GUMBO_TAG_OBJECT,   GUMBO_TAG_EMBED,    GUMBO_TAG_APPLET,
  GUMBO_TAG_SVG,     GUMBO_TAG_CANVAS,   GUMBO_TAG_AUDIO,    GUMBO_TAG_VIDEO,    GUMBO_TAG_INPUT,
  GUMBO_TAG_SELECT,  GUMBO_TAG_TEXTAREA, GUMBO_TAG_BUTTON,   GUMBO_TAG_DATALIST, GUMBO_TAG_NOFRAMES,
  GUMBO_TAG_NOEMBED, GUMBO_TAG_PARAM,    GUMBO_TAG_SOURCE,   GUMBO_TAG_TRACK,    GUMBO_TAG_RP,
  GUMBO_TAG_RT,      GUMBO_TAG_METER,    GUMBO_TAG_PROGRESS,
};

static const GumboTag BLOCKS[] = {
  GUMBO_TAG_ADDRESS,   GUMBO_TAG_ARTICLE,  GUMBO_TAG_ASIDE,      GUMBO_TAG_BLOCKQUOTE,
  GUMBO_TAG_BODY,      GUMBO_TAG_CAPTION,  GUMBO_TAG_CENTER,     GUMBO_TAG_DD,
  GUMBO_TAG_DETAILS,   GUMBO_TAG_DIR,      GUMBO_TAG_DIV,        GUMBO_TAG_DL,
  GUMBO_TAG_DT,        GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,
  GUMBO_TAG_FOOTER,    GUMBO_TAG_FORM,     GUMBO_TAG_H1,         GUMBO_TAG_H2,
  GUMBO_TAG_H3,        GUMBO_TAG_H4,       GUMBO_TAG_H5,         GUMBO_TAG_H6,
  GUMBO_TAG_HEADER,    GUMBO_TAG_HGROUP,   GUMBO_TAG_HR,         GUMBO_TAG_HTML,
  GUMBO_TAG_LEGEND,    GUMBO_TAG_LI,       GUMBO_TAG_LISTING,    GUMBO_TAG_MAIN,
  GUMBO_TAG_MENU,      GUMBO_TAG_NAV,      GUMBO_TAG_OL,         GUMBO_TAG_P,
  GUMBO_TAG_PLAINTEXT, GUMBO_TAG_PRE,      GUMBO_TAG_SECTION,    GUMBO_TAG_SUMMARY,
  GUMBO_TAG_TABLE,     GUMBO_TAG_TBODY,    GUMBO_TAG_TD,         GUMBO_TAG_TFOOT,
  GUMBO_TAG_TH,        GUMBO_TAG_THEAD,    GUMBO_TAG_TR,         GUMBO_TAG_UL,
  GUMBO_TAG_XMP,
};

static gboolean is_invisible[GUMBO_TAG_LAST + 1], is_block[GUMBO_TAG_LAST + 1];

static void
make_tables (void)
{
  static gsize is_made;

  if (!g_once_init_enter (&is_made))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (INVISIBLE); i++)
    is_invisible[INVISIBLE[i]] = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (BLOCKS); i++)
    is_block[BLOCKS[i]] = TRUE;
  g_once_init_leave (&is_made, 1);
}

gboolean
quo_web_tag_is_block (GumboTag tag)
{
  make_tables ();
  return is_block[tag];
}

const char *
quo_web_node_get (const QuoWebNode *node, const char *name)
{
  for (guint i = 0; i < node->n_attributes; i++)
    {
      const GumboAttribute *attribute = node->element->attributes.data[i];

      /* The parser has made names small. */
      if (*attribute->name == *name && g_str_equal (attribute->name, name))
        return attribute->value;
    }
  return NULL;
}

static gboolean
has_hiding_style (const char *style)
{
  g_autofree char *plain = g_ascii_strdown (style, -1);
  char *to = plain;

  for (const char *p = plain; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      *to++ = *p;
  *to = '\0';
  return strstr (plain, "display:none") != NULL || strstr (plain, "visibility:hidden") != NULL;
}

static gboolean
is_hidden (const GumboElement *element)
{
  if (is_invisible[element->tag])
    return TRUE;
  for (guint i = 0; i < element->attributes.length; i++)
    {
      const GumboAttribute *attribute = element->attributes.data[i];

      if ((*attribute->name == 'h' && g_str_equal (attribute->name, "hidden"))
          || (*attribute->name == 's' && g_str_equal (attribute->name, "style")
              && has_hiding_style (attribute->value)))
        return TRUE;
    }
  return FALSE;
}

/* --- Nodes --- */

static guint32
add_node (GArray *nodes, guint32 parent, const GumboNode *node)
{
  QuoWebNode made = { .parent = parent, .tag = GUMBO_TAG_UNKNOWN };

  if (node->type == GUMBO_NODE_ELEMENT)
    {
      made.element = &node->v.element;
      made.tag = node->v.element.tag;
      made.n_attributes = (guint16)MIN (node->v.element.attributes.length, G_MAXUINT16);
      made.weight = quo_web_weigh (&node->v.element);
    }
  else
    made.text = node->v.text.text;
  if (parent != QUO_WEB_NO_NODE)
    made.depth = (guint16)MIN (g_array_index (nodes, QuoWebNode, parent).depth + 1, G_MAXUINT16);
  g_array_append_val (nodes, made);
  return nodes->len - 1;
}

static gboolean
is_shown (const GumboNode *node)
{
  switch (node->type)
    {
    case GUMBO_NODE_ELEMENT:
      /* The form that gumbo makes of an old `isindex` is one of no browser today. */
      return (node->parse_flags & GUMBO_INSERTION_FROM_ISINDEX) == 0
             && !is_hidden (&node->v.element);
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Where the walk is in the children of an element. */
typedef struct
{
  const GumboNode *node;
  guint32 index;
  guint next;
} Step;

static GArray *
flatten (const GumboNode *root)
{
  GArray *nodes = g_array_sized_new (FALSE, TRUE, sizeof (QuoWebNode), 1024);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (Step));
  Step first = { root, add_node (nodes, QUO_WEB_NO_NODE, root), 0 };

  g_array_append_val (path, first);
  while (path->len > 0)
    {
      Step *step = &g_array_index (path, Step, path->len - 1);
      const GumboVector *children = &step->node->v.element.children;
      const GumboNode *child;
      guint32 index;

      if (step->next == children->length)
        {
          g_array_index (nodes, QuoWebNode, step->index).end = nodes->len;
          g_array_set_size (path, path->len - 1);
          continue;
        }
      child = children->data[step->next++];
      if (!is_shown (child))
        continue;
      index = add_node (nodes, step->index, child);
      if (child->type == GUMBO_NODE_ELEMENT)
        {
          Step below = { child, index, 0 };

          g_array_append_val (path, below);
        }
      else
        g_array_index (nodes, QuoWebNode, index).end = index + 1;
    }
  return nodes;
}

/* --- Counts --- */

static gboolean
is_wide_comma (gunichar c)
{
  return c == 0x60c || c == 0x3001 || c == 0xff0c || c == 0xfe50 || c == 0x2e41 || c == 0x3002
         || c == 0xff1b || c == 0x964;
}

static void
count_text (QuoWebNode *node)
{
  guint32 n_chars = 0, n_commas = 0;
  const char *p = node->text;

  while (*p != '\0')
    if ((guchar)*p < 0x80)
      {
        n_chars += *p > ' ';
        n_commas += *p == ',' || *p == ';';
        p++;
      }
    else
      {
        gunichar c = g_utf8_get_char (p);

        /* A sign of Chinese or Japanese says as much as two letters; a no-break space nothing. */
        n_chars += c >= 0x2e80 ? 2 : c != 0xa0;
        n_commas += is_wide_comma (c);
        p = g_utf8_next_char (p);
      }
  node->n_own_chars = n_chars;
  node->n_own_commas = n_commas;
}

/* A link within the page (a footnote) is part of the text. */
static guint32
count_link (const QuoWebNode *node)
{
  const char *href = quo_web_node_get (node, "href");

  if (href == NULL)
    return node->n_link_chars;
  return *href == '#' ? node->n_chars / 3 : node->n_chars;
}

static guint32
count_story (const QuoWebNode *node)
{
  if ((node->tag != GUMBO_TAG_P && node->tag != GUMBO_TAG_PRE && node->tag != GUMBO_TAG_BLOCKQUOTE)
      || node->n_story_chars > 0 || node->n_chars < MIN_SENTENCE)
    return node->n_story_chars;
  return node->n_chars - MIN (node->n_link_chars, node->n_chars);
}

/* Children come after their parents, so a walk from the end sums up whole subtrees. */
void
quo_web_page_count (QuoWebPage *page)
{
  for (guint i = 0; i < page->n_nodes; i++)
    {
      QuoWebNode *node = &page->nodes[i];

      node->n_chars = node->n_own_chars;
      node->n_commas = node->n_own_commas;
      node->n_link_chars = node->n_story_chars = 0;
    }
  for (guint i = page->n_nodes; i-- > 1;)
    {
      QuoWebNode *node = &page->nodes[i];
      QuoWebNode *parent = &page->nodes[node->parent];

      if (node->is_dropped)
        continue;
      if (node->tag == GUMBO_TAG_A)
        node->n_link_chars = count_link (node);
      node->n_story_chars = count_story (node);
      parent->n_chars += node->n_chars;
      parent->n_link_chars += node->n_link_chars;
      parent->n_commas += node->n_commas;
      parent->n_story_chars += node->n_story_chars;
    }
}

void
quo_web_page_drop (QuoWebPage *page, guint32 index)
{
  QuoWebNode *node = &page->nodes[index];

  if (node->is_dropped)
    return;
  node->is_dropped = TRUE;
  for (guint32 i = node->parent; i != QUO_WEB_NO_NODE; i = page->nodes[i].parent)
    {
      QuoWebNode *above = &page->nodes[i];

      above->n_chars -= MIN (node->n_chars, above->n_chars);
      above->n_link_chars -= MIN (node->n_link_chars, above->n_link_chars);
      above->n_commas -= MIN (node->n_commas, above->n_commas);
      above->n_story_chars -= MIN (node->n_story_chars, above->n_story_chars);
    }
}

void
quo_web_page_restore (QuoWebPage *page)
{
  gboolean was_dropped = FALSE;

  for (guint i = 0; i < page->n_nodes; i++)
    {
      was_dropped |= page->nodes[i].is_dropped;
      page->nodes[i].is_dropped = FALSE;
    }
  if (was_dropped)
    quo_web_page_count (page);
}

gboolean
quo_web_page_is_within (const QuoWebPage *page, guint32 node, guint32 above)
{
  return node >= above && node < page->nodes[above].end;
}

float
quo_web_node_get_link_density (const QuoWebNode *node)
{
  return node->n_chars == 0 ? 0 : (float)node->n_link_chars / (float)node->n_chars;
}

/* Whether elements may be closed with "/>", as HTML does not know it. */
static gboolean
is_xhtml (const char *html)
{
  html += strspn (html, " \t\r\n");
  return g_str_has_prefix (html, "<?xml")
         || g_strstr_len (html, HEAD, "xmlns=\"http://www.w3.org/1999/xhtml\"") != NULL;
}

void
quo_web_page_parse (QuoWebPage *page, const char *html, gsize len)
{
  GumboOptions options = kGumboDefaultOptions;
  GArray *nodes;

  make_tables ();
  *page = (QuoWebPage){ .body = QUO_WEB_NO_NODE };
  if (is_xhtml (html))
    {
      g_autoptr (GString) expanded = quo_web_expand_empty (html, len);
      GString *tamed = quo_web_tame (expanded->str, expanded->len);

      page->tamed = tamed != NULL ? tamed : g_steal_pointer (&expanded);
    }
  else
    page->tamed = quo_web_tame (html, len);
  quo_web_arena_init (&page->arena, len);
  options.allocator = quo_web_arena_alloc;
  options.deallocator = quo_web_arena_free;
  options.userdata = &page->arena;
  options.max_errors = 0;
  page->output = page->tamed != NULL
                     ? gumbo_parse_with_options (&options, page->tamed->str, page->tamed->len)
                     : gumbo_parse_with_options (&options, html, len);
  nodes = flatten (page->output->root);
  page->n_nodes = nodes->len;
  page->nodes = (QuoWebNode *)(gpointer)g_array_free (nodes, FALSE);
  for (guint i = 0; i < page->n_nodes; i++)
    if (page->nodes[i].text != NULL)
      count_text (&page->nodes[i]);
  quo_web_page_count (page);
  for (guint i = 1; i < page->n_nodes && page->body == QUO_WEB_NO_NODE; i++)
    if (page->nodes[i].tag == GUMBO_TAG_BODY && page->nodes[i].parent == 0)
      page->body = i;
}

void
quo_web_page_clear (QuoWebPage *page)
{
  quo_web_arena_clear (&page->arena);
  if (page->tamed != NULL)
    g_string_free (page->tamed, TRUE);
  g_free (page->nodes);
  *page = (QuoWebPage){ 0 };
}

char *
quo_web_page_dup_line (const QuoWebPage *page, guint32 node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = node; i < page->nodes[node].end; i++)
    if (page->nodes[i].text != NULL)
      g_string_append (text, page->nodes[i].text);
    else if (page->nodes[i].tag == GUMBO_TAG_BR || quo_web_tag_is_block (page->nodes[i].tag))
      g_string_append_c (text, ' ');
  return quo_prose_dup_line (text->str);
}
