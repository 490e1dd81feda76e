/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that stand before the name of a writer. */
#include "quo-config.h"

#include "quo-byline.h"

#include <string.h>

static const char *const BY[] = {
  "by ",    "written by ", "words by ", "von ",   "par ",    "por ",    "di ",      "a cura di ",
  "door ",  "av ",         "af ",       "autor:", "autora:", "author:", "auteur :", "autore:",
  "текст:", "автор:",      "автор ",    "przez ", "yazan:",  "بقلم ",   "كتب ",     "بقلم:",
  "מאת ",   "文：",        "记者",      "作者：", NULL,
};

const char *
quo_byline_skip_by (const char *line)
{
  g_autofree char *folded = g_utf8_strdown (line, -1);

  for (guint i = 0; BY[i] != NULL; i++)
    if (g_str_has_prefix (folded, BY[i]))
      {
        /* Letters of the list have the same length in both cases. */
        const char *rest = line + strlen (BY[i]);

        while (*rest == ' ' || *rest == ':')
          rest++;
        return rest;
      }
  return line;
}
