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
void quo_json_file_clear (QuoJsonFile *file);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuoJsonFile, quo_json_file_clear)

/* Adds the value as an attribute: a list becomes a list, an object its JSON text. */
void quo_json_file_add_value (QuoBuilder *builder, QuoDraft *draft, const char *name,
                              const QuoJsonNode *value);

G_END_DECLS
