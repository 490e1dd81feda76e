/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-snapshot.h"

G_BEGIN_DECLS

/* What to do where the article has annotations already: refuse, add the new ones, add them and
 * change the entities and relations that have their ids, replace all. */
typedef enum
{
  QUO_IMPORT_NEW,
  QUO_IMPORT_ADD,
  QUO_IMPORT_UPDATE,
  QUO_IMPORT_REPLACE,
} QuoImportMode;

/**
 * quo_import_save:
 * @imported: what was read; its article gets @article as its path
 * @article: (type filename): the article beside which the sidecar lies
 * @has_file: the article is a file already; else it is written, too, both or none
 *
 * Brings an import to the disk. An article that is there is never written.
 *
 * Returns: FALSE with QUO_ERROR_EXISTS (there are annotations; QUO_IMPORT_NEW), QUO_ERROR_INVALID
 *   (QUO_IMPORT_ADD: the article has another text), and what opening and saving give
 */
gboolean quo_import_save (QuoSnapshot *imported, const char *article, gboolean has_file,
                          QuoImportMode mode, GError **error);

G_END_DECLS
