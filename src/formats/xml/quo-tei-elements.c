/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the elements of TEI are for, when a text with annotations is read out of them. */

#include "quo-config.h"

#include "quo-tei-elements.h"

static const struct
{
  const char *name;
  QuoTeiRole role;
  const char *label; /* of QUO_TEI_ROLE_MARK; NULL: its @type */
} elements[] = {
  { "TEI", QUO_TEI_ROLE_ROOT },
  { "TEI.2", QUO_TEI_ROLE_ROOT },
  { "text", QUO_TEI_ROLE_TEXT },
  { "ab", QUO_TEI_ROLE_BLOCK },
  { "p", QUO_TEI_ROLE_BLOCK },
  { "head", QUO_TEI_ROLE_BLOCK },
  { "l", QUO_TEI_ROLE_BLOCK },
  { "lg", QUO_TEI_ROLE_BLOCK },
  { "div", QUO_TEI_ROLE_BLOCK },
  { "div1", QUO_TEI_ROLE_BLOCK },
  { "div2", QUO_TEI_ROLE_BLOCK },
  { "div3", QUO_TEI_ROLE_BLOCK },
  { "list", QUO_TEI_ROLE_BLOCK },
  { "item", QUO_TEI_ROLE_BLOCK },
  { "u", QUO_TEI_ROLE_BLOCK },
  { "sp", QUO_TEI_ROLE_BLOCK },
  { "speaker", QUO_TEI_ROLE_BLOCK },
  { "stage", QUO_TEI_ROLE_BLOCK },
  { "table", QUO_TEI_ROLE_BLOCK },
  { "row", QUO_TEI_ROLE_BLOCK },
  { "byline", QUO_TEI_ROLE_BLOCK },
  { "dateline", QUO_TEI_ROLE_BLOCK },
  { "opener", QUO_TEI_ROLE_BLOCK },
  { "closer", QUO_TEI_ROLE_BLOCK },
  { "lb", QUO_TEI_ROLE_BREAK },
  { "fw", QUO_TEI_ROLE_SKIPPED },
  { "figDesc", QUO_TEI_ROLE_SKIPPED },
  { "rdg", QUO_TEI_ROLE_SKIPPED },
  { "spanGrp", QUO_TEI_ROLE_PLAIN },
  { "fs", QUO_TEI_ROLE_SKIPPED },
  { "interpGrp", QUO_TEI_ROLE_SKIPPED },
  { "linkGrp", QUO_TEI_ROLE_SKIPPED },
  { "persName", QUO_TEI_ROLE_MARK, "person" },
  { "placeName", QUO_TEI_ROLE_MARK, "place" },
  { "geogName", QUO_TEI_ROLE_MARK, "place" },
  { "settlement", QUO_TEI_ROLE_MARK, "place" },
  { "country", QUO_TEI_ROLE_MARK, "place" },
  { "region", QUO_TEI_ROLE_MARK, "place" },
  { "orgName", QUO_TEI_ROLE_MARK, "organization" },
  { "said", QUO_TEI_ROLE_MARK, "quote" },
  { "q", QUO_TEI_ROLE_MARK, "quote" },
  { "quote", QUO_TEI_ROLE_MARK, "quote" },
  { "date", QUO_TEI_ROLE_MARK, "date" },
  { "name", QUO_TEI_ROLE_MARK, NULL },
  { "rs", QUO_TEI_ROLE_MARK, NULL },
  { "seg", QUO_TEI_ROLE_MARK, NULL },
  { "person", QUO_TEI_ROLE_ENTITY, "person" },
  { "place", QUO_TEI_ROLE_ENTITY, "place" },
  { "org", QUO_TEI_ROLE_ENTITY, "organization" },
  { "object", QUO_TEI_ROLE_ENTITY, NULL },
  { "idno", QUO_TEI_ROLE_FIELD },
  { "geo", QUO_TEI_ROLE_FIELD },
  { "objectIdentifier", QUO_TEI_ROLE_FIELD },
  { "title", QUO_TEI_ROLE_FIELD },
  { "note", QUO_TEI_ROLE_NOTE },
  { "anchor", QUO_TEI_ROLE_ANCHOR },
  { "span", QUO_TEI_ROLE_SPAN },
};

const char *
quo_tei_find_element (const char *name, QuoTeiRole *ret_role, const char **ret_label)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (g_str_equal (elements[i].name, name))
      {
        *ret_role = elements[i].role;
        *ret_label = elements[i].label;
        return elements[i].name;
      }
  *ret_role = QUO_TEI_ROLE_PLAIN;
  *ret_label = NULL;
  return "";
}

gboolean
quo_tei_is_other_choice (const char *name)
{
  return g_str_equal (name, "corr") || g_str_equal (name, "reg") || g_str_equal (name, "expan");
}

char *
quo_tei_normalize_type (const char *type)
{
  static const char *const same[][2] = {
    { "pers", "person" },
    { "per", "person" },
    { "loc", "place" },
    { "org", "organization" },
    { "organisation", "organization" },
    { "PERSON", "person" },
    { "PLACE", "place" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    if (g_str_equal (same[i][0], type))
      return g_strdup (same[i][1]);
  return g_strdup (type);
}
