/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a target of a Web Annotation is. Of the selectors that say the same place in several ways,
 * the position and the words are taken; what else there is (XPath, CSS, SVG) says nothing of a
 * plain text. */

#include "quo-config.h"

#include "quo-web-place.h"

#include "quo-lines.h"

#include <string.h>

const QuoJsonNode *
quo_web_get_first (const QuoJsonNode *node)
{
  return node != NULL && node->kind == QUO_JSON_ARRAY ? node->first : node;
}

const QuoJsonNode *
quo_web_get_next (const QuoJsonNode *list, const QuoJsonNode *node)
{
  return list->kind == QUO_JSON_ARRAY ? node->next : NULL;
}

gboolean
quo_web_has_value (const QuoJsonNode *list, const char *text)
{
  for (const QuoJsonNode *node = quo_web_get_first (list); node != NULL;
       node = quo_web_get_next (list, node))
    if (quo_json_node_says (node, text))
      return TRUE;
  return FALSE;
}

/* --- Selectors --- */

/* "char=5,9" (RFC 5147). */
static void
read_fragment (const char *value, QuoWebPlace *place)
{
  g_autofree char *copy = g_strdup (value);
  char *end = g_str_has_prefix (copy, "char=") ? copy + strlen ("char=") : NULL;
  const char *start = quo_lines_cut (&end, ',');

  place->has_position = end != NULL && quo_lines_parse_uint (start, &place->start)
                        && quo_lines_parse_uint (end, &place->end);
}

static void
read_selector (const QuoJsonNode *selector, QuoWebPlace *place)
{
  const QuoJsonNode *type = quo_json_node_get (selector, "type");
  const char *value = quo_json_node_get_string (selector, "value");
  const QuoJsonNode *refined = quo_json_node_get (selector, "refinedBy");

  if (quo_web_has_value (type, "TextPositionSelector"))
    place->has_position = quo_json_node_get_uint (selector, "start", &place->start)
                          && quo_json_node_get_uint (selector, "end", &place->end);
  else if (quo_web_has_value (type, "TextQuoteSelector"))
    {
      place->exact = quo_json_node_get_string (selector, "exact");
      place->prefix = quo_json_node_get_string (selector, "prefix");
      place->suffix = quo_json_node_get_string (selector, "suffix");
    }
  else if (quo_web_has_value (type, "FragmentSelector") && value != NULL && !place->has_position)
    read_fragment (value, place);
  for (const QuoJsonNode *node = quo_web_get_first (refined); node != NULL;
       node = quo_web_get_next (refined, node))
    read_selector (node, place);
}

QuoWebPlace
quo_web_place_read (const QuoJsonNode *target)
{
  const QuoJsonNode *list = quo_json_node_get (target, "selector");
  QuoWebPlace place = { 0 };

  if (list == NULL) /* Recogito: target.annotation, target.selector one level further in */
    list = quo_json_node_get (quo_json_node_get (target, "target"), "selector");
  for (const QuoJsonNode *node = quo_web_get_first (list); node != NULL;
       node = quo_web_get_next (list, node))
    read_selector (node, &place);
  return place;
}
