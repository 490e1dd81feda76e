/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bdoc JSON, the documents of GATE's Python side (gatenlp.github.io/python-gatenlp): a text and
 * named sets of annotations {type, start, end, id, features}. "offset_type" says whether offsets
 * count code points ("p") or, as Java does, UTF-16 units ("j"). A set is a layer. What has no place
 * in the model is a feature whose name begins with quo_: of an annotation its note, whom it stands
 * for and what it is a part of; of the document its identities and relations. */

#include "quo-config.h"

#include "quo-bdocjs.h"
#include "quo-formats-list.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
sniff_bdocjs (const char *head, gsize len)
{
  return *head == '{' && strstr (head, "\"annotation_sets\"") != NULL;
}

static const QuoFormatOption bdocjs_options[] = {
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

const QuoFormat quo_format_bdocjs = {
  .id = "bdocjs",
  .title = N_ ("GATE documents (Bdoc JSON)"),
  .extensions = "bdocjs",
  .carries = QUO_CARRIES_TEXT | QUO_CARRIES_DISCONTINUOUS | QUO_CARRIES_OVERLAP
             | QUO_CARRIES_RELATIONS | QUO_CARRIES_ENTITIES | QUO_CARRIES_ATTRS | QUO_CARRIES_NOTES
             | QUO_CARRIES_LAYERS,
  .options = bdocjs_options,
  .sniff = sniff_bdocjs,
  .read = quo_bdocjs_read,
  .write = quo_bdocjs_write,
};
