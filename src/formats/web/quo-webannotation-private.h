/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-selection.h"
#include "quo-sidecar-rows.h"

G_BEGIN_DECLS

/* A page being written: quo-webannotation-write.c writes its items, quo-webannotation-parts.c what
 * they are made of. */
typedef struct
{
  QuoSelection *selection;
  QuoJsonWriter json;
  QuoTextCursor cursor;
  gboolean is_utf16;
  GHashTable *written; /* of a twin: the records that are items; NULL: it is none */
  QuoRowText rows;
  gboolean has_layers; /* each item tells its layer */
  gboolean has_item;
  gboolean has_body; /* in the list at hand */
  char *source;      /* IRI of the article */
} QuoWebannotationPage;

#define raw(page, s) quo_json_writer_literal (&(page)->json, s)

void quo_webannotation_put_string (QuoWebannotationPage *page, const char *s);

/* "PREFIXid" as one string; ids need no escapes. */
void quo_webannotation_put_iri (QuoWebannotationPage *page, const char *prefix, const char *id);

/* A target for each range, with its position and its text. */
void quo_webannotation_put_targets (QuoWebannotationPage *page, const QuoAnnotation *annotation);

/* The comma between bodies. */
void quo_webannotation_begin_body (QuoWebannotationPage *page);
void quo_webannotation_put_text (QuoWebannotationPage *page, const char *purpose,
                                 const char *value);

/* The external ids of the entities, each a body. */
void quo_webannotation_put_entities (QuoWebannotationPage *page, const QuoAnnotation *annotation);

/* The attributes as a JSON object, which stands in the body as a string. */
void quo_webannotation_put_attrs (QuoWebannotationPage *page, const QuoAnnotation *annotation);

G_END_DECLS
