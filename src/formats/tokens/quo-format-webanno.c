/* SPDX-License-Identifier: GPL-3.0-or-later */

/* WebAnno TSV 3 (webanno.github.io, appendix A of its guide), which INCEpTION still exports. The
 * head names layers and their features; then each sentence has its text and a row for each token or
 * part of one, with a column for each feature:
 *
 *   #T_SP=custom.Span|value
 *   #Text=Ada left.
 *   1-1  0-3  Ada  person[2]
 *
 * Offsets are UTF-16 units. `_` is nothing, `*` an annotation without a value; stacked ones have |
 * between; [n] ties what goes over several tokens, and is how relations and slots name it. */

#include "quo-config.h"

#include "quo-formats-list.h"
#include "quo-webanno.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
sniff_webanno (const char *head, gsize len)
{
  return g_str_has_prefix (head, "#FORMAT=WebAnno TSV 3");
}

const QuoFormat quo_format_webanno = {
  .id = "webanno",
  .title = N_ ("WebAnno TSV 3"),
  .extensions = "tsv",
  .carries = QUO_CARRIES_TEXT | QUO_CARRIES_OVERLAP | QUO_CARRIES_RELATIONS | QUO_CARRIES_ENTITIES
             | QUO_CARRIES_ATTRS,
  .sniff = sniff_webanno,
  .read = quo_webanno_read,
};
