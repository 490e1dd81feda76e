/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbered paragraphs (ECMA-376-1, 17.9): a paragraph, or its style, names a list and a level;
 * lists of the same kind count together; the item of an outer level begins the inner ones anew. */
#include "quo-config.h"

#include "quo-docx-lists.h"

#include "quo-list-number.h"
#include "quo-xml.h"

#include <stdlib.h>
#include <string.h>

#define N_LEVELS 9
/* Styles that follow from styles; more may be a loop. */
#define MAX_STYLES 16

typedef struct
{
  guint last[N_LEVELS]; /* numbers; only where is_counted */
  gboolean is_counted[N_LEVELS];
} Count;

struct _QuoDocxLists
{
  GHashTable *lists, *kinds, *styles; /* ids to elements */
  GHashTable *counts;                 /* ids of kinds to Count */
  GHashTable *begun;                  /* lists that have had an item, by their element */
};

static GHashTable *
index_by (xmlNode *root, const char *name, const char *id)
{
  GHashTable *nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    {
      char *key = quo_xml_is (node, name) ? quo_xml_dup_attribute (node, id) : NULL;

      if (key != NULL)
        g_hash_table_replace (nodes, key, node);
    }
  return nodes;
}

QuoDocxLists *
quo_docx_lists_new (xmlNode *numbering, xmlNode *styles)
{
  QuoDocxLists *lists = g_new0 (QuoDocxLists, 1);

  lists->lists = index_by (numbering, "num", "numId");
  lists->kinds = index_by (numbering, "abstractNum", "abstractNumId");
  lists->styles = index_by (styles, "style", "styleId");
  lists->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  lists->begun = g_hash_table_new (NULL, NULL);
  return lists;
}

void
quo_docx_lists_free (QuoDocxLists *lists)
{
  g_hash_table_unref (lists->lists);
  g_hash_table_unref (lists->kinds);
  g_hash_table_unref (lists->styles);
  g_hash_table_unref (lists->counts);
  g_hash_table_unref (lists->begun);
  g_free (lists);
}

/* --- Which list --- */

/* The element with this name right below @node: what older versions had stands deeper. */
static xmlNode *
get_child (xmlNode *node, const char *name)
{
  xmlNode *child = node != NULL ? node->children : NULL;

  while (child != NULL && !quo_xml_is (child, name))
    child = child->next;
  return child;
}

static char *
dup_value (xmlNode *node, const char *name)
{
  xmlNode *child = get_child (node, name);

  return child != NULL ? quo_xml_dup_attribute (child, "val") : NULL;
}

static guint
get_value (xmlNode *node, const char *name, guint otherwise)
{
  g_autofree char *value = dup_value (node, name);

  return value != NULL ? (guint)CLAMP (atoi (value), 0, 99999) : otherwise;
}

static gboolean
is_heading (xmlNode *properties)
{
  g_autofree char *style = dup_value (properties, "pStyle");

  return get_child (properties, "outlineLvl") != NULL
         || (style != NULL
             && (g_ascii_strncasecmp (style, "heading", 7) == 0
                 || g_ascii_strncasecmp (style, "title", 5) == 0));
}

/* What names the list: of the paragraph itself or of its style; NULL if nothing does, or a heading
 * does. */
static xmlNode *
find_numbering (const QuoDocxLists *lists, xmlNode *properties)
{
  g_autofree char *style_id = dup_value (properties, "pStyle");

  for (guint i = 0; properties != NULL && i < MAX_STYLES; i++)
    {
      xmlNode *numbering = get_child (properties, "numPr");
      xmlNode *style;

      if (is_heading (properties))
        return NULL;
      if (numbering != NULL)
        return numbering;
      style = style_id != NULL ? g_hash_table_lookup (lists->styles, style_id) : NULL;
      if (style == NULL)
        return NULL;
      properties = get_child (style, "pPr");
      g_free (style_id);
      style_id = dup_value (style, "basedOn");
      if (properties == NULL)
        properties = style; /* has no numbering either */
    }
  return NULL;
}

/* The level of a list, or what the list has in its stead. */
static xmlNode *
find_level (xmlNode *node, const char *name, guint level)
{
  for (xmlNode *child = node != NULL ? node->children : NULL; child != NULL; child = child->next)
    {
      g_autofree char *own
          = quo_xml_is (child, name) ? quo_xml_dup_attribute (child, "ilvl") : NULL;

      if (own != NULL && (guint)atoi (own) == level)
        return child;
    }
  return NULL;
}

/* --- Counting --- */

typedef struct
{
  xmlNode *list, *kind;
  guint level;
} Place;

static xmlNode *
get_level (const Place *place, guint level)
{
  xmlNode *own = get_child (find_level (place->list, "lvlOverride", level), "lvl");

  return own != NULL ? own : find_level (place->kind, "lvl", level);
}

static guint
get_start (const Place *place, guint level)
{
  xmlNode *override = find_level (place->list, "lvlOverride", level);

  return get_value (override, "startOverride", get_value (get_level (place, level), "start", 1));
}

static Count *
get_count (QuoDocxLists *lists, xmlNode *kind)
{
  char *id = quo_xml_dup_attribute (kind, "abstractNumId");
  Count *count = g_hash_table_lookup (lists->counts, id);

  if (count != NULL)
    {
      g_free (id);
      return count;
    }
  count = g_new0 (Count, 1);
  g_hash_table_insert (lists->counts, id, count);
  return count;
}

/* A list that says where it starts does so at its first item. */
static void
count_item (QuoDocxLists *lists, const Place *place, Count *count)
{
  xmlNode *override = find_level (place->list, "lvlOverride", place->level);

  if (g_hash_table_add (lists->begun, place->list) && get_child (override, "startOverride") != NULL)
    count->is_counted[place->level] = FALSE;
  count->last[place->level] = count->is_counted[place->level] ? count->last[place->level] + 1
                                                              : get_start (place, place->level);
  count->is_counted[place->level] = TRUE;
  for (guint i = place->level + 1; i < N_LEVELS; i++)
    count->is_counted[i] = FALSE;
}

static char
get_format (xmlNode *level)
{
  g_autofree char *format = dup_value (level, "numFmt");

  if (g_strcmp0 (format, "lowerLetter") == 0)
    return 'a';
  if (g_strcmp0 (format, "upperLetter") == 0)
    return 'A';
  if (g_strcmp0 (format, "lowerRoman") == 0)
    return 'i';
  return g_strcmp0 (format, "upperRoman") == 0 ? 'I' : '1';
}

/* (transfer full): "%1.%2)" with the numbers of the levels. */
static char *
dup_label (const Place *place, const Count *count, const char *pattern)
{
  GString *label = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0'; p++)
    if (*p == '%' && p[1] >= '1' && p[1] <= '9')
      {
        guint level = (guint)(*++p - '1');

        quo_list_append_number (label, get_format (get_level (place, level)),
                                count->is_counted[level] ? count->last[level]
                                                         : get_start (place, level));
      }
    else
      g_string_append_c (label, *p);
  return g_string_free (label, FALSE);
}

char *
quo_docx_lists_next (QuoDocxLists *lists, xmlNode *properties)
{
  xmlNode *numbering = find_numbering (lists, properties);
  g_autofree char *id = numbering != NULL ? dup_value (numbering, "numId") : NULL;
  g_autofree char *kind = NULL;
  g_autofree char *format = NULL;
  g_autofree char *pattern = NULL;
  Place place = { 0 };
  Count *count;

  if (numbering == NULL || g_strcmp0 (id, "0") == 0) /* takes the number of the style away */
    return NULL;
  place.level = MIN (get_value (numbering, "ilvl", 0), N_LEVELS - 1);
  place.list = id != NULL ? g_hash_table_lookup (lists->lists, id) : NULL;
  kind = place.list != NULL ? dup_value (place.list, "abstractNumId") : NULL;
  place.kind = kind != NULL ? g_hash_table_lookup (lists->kinds, kind) : NULL;
  if (place.kind == NULL)
    return g_strdup ("•");
  count = get_count (lists, place.kind);
  count_item (lists, &place, count);
  format = dup_value (get_level (&place, place.level), "numFmt");
  pattern = dup_value (get_level (&place, place.level), "lvlText");
  if (format == NULL || g_str_equal (format, "bullet") || pattern == NULL)
    return g_strdup ("•");
  return g_str_equal (format, "none") || *pattern == '\0' ? NULL
                                                          : dup_label (&place, count, pattern);
}
