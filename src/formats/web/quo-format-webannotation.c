/* SPDX-License-Identifier: GPL-3.0-or-later */

/* W3C Web Annotation as JSON-LD (www.w3.org/TR/annotation-model), also as Recogito writes it, and
 * the rows of the Hypothesis API. */

#include "quo-config.h"

#include "quo-formats-list.h"
#include "quo-webannotation.h"

#include <glib/gi18n.h>

static const QuoFormatOption webannotation_options[] = {
  { "offsets", "cp|utf16", N_ ("Count positions in code points, or as JavaScript does") },
  { "twin", "no|yes",
    N_ ("All that the sidecar has too, so that nothing is lost on the way back") },
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

const QuoFormat quo_format_webannotation = {
  .id = "webannotation",
  .title = N_ ("W3C Web Annotation (JSON-LD)"),
  .extensions = "jsonld;json",
  .carries = QUO_CARRIES_DISCONTINUOUS | QUO_CARRIES_OVERLAP | QUO_CARRIES_RELATIONS
             | QUO_CARRIES_ENTITIES | QUO_CARRIES_ATTRS | QUO_CARRIES_NOTES | QUO_CARRIES_LAYERS,
  .carries_back = QUO_CARRIES_DISCONTINUOUS | QUO_CARRIES_OVERLAP | QUO_CARRIES_RELATIONS
                  | QUO_CARRIES_ATTRS | QUO_CARRIES_NOTES | QUO_CARRIES_LAYERS,
  .options = webannotation_options,
  .sniff = quo_webannotation_sniff,
  .read = quo_webannotation_read,
  .write = quo_webannotation_write,
};
