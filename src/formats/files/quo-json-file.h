/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-import.h"
#include "quo-json-tree.h"

G_BEGIN_DECLS

/* A file that is one JSON text, while it is read. Lives on the caller's stack. */
typedef struct
{
  char *text;
  QuoJsonTree *tree;
} QuoJsonFile;

/* Loads the file of the import; with faults of loading and of JSON. */
gboolean quo_json_file_load (QuoJsonFile *file, QuoImport *import, GError **error);
/* A whole file as one JSON text. In an import of what can be read, one that is cut off is read up
 * to its last whole value: *@text, which must live as long as the tree, is exchanged. (transfer
 * full) */
QuoJsonTree *quo_json_file_parse (QuoImport *import, char **text, gsize len,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void quo_json_file_clear (QuoJsonFile *file);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuoJsonFile, quo_json_file_clear)

/* Adds the value as an attribute: a list becomes a list, an object its JSON text. */
void quo_json_file_add_value (QuoBuilder *builder, QuoDraft *draft, const char *name,
                              const QuoJsonNode *value);

G_END_DECLS
