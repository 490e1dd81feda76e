/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Keeps the sidecar that is about to be replaced under the first free name of PATH.bak, PATH.bak.2
 * and so on; does nothing when there is none, or its bytes are kept already. FALSE with the errors
 * of quo_sidecar_load() and quo_save(). */
gboolean quo_backup_keep (const char *path, GError **error);

G_END_DECLS
