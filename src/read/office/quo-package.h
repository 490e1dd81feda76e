/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-read-source.h"

G_BEGIN_DECLS

/* A file with more entries, or with more bytes in those that are read, is refused. */
#define QUO_PACKAGE_MAX_ENTRIES 20000
#define QUO_PACKAGE_MAX_BYTES (128 * 1024 * 1024)
/* A file that unpacks to more than so many times its size was made to harm, unless it is small. */
#define QUO_PACKAGE_MAX_RATIO 200
#define QUO_PACKAGE_SMALL (4 * 1024 * 1024)

/**
 * QuoPackage:
 *
 * The entries of a ZIP file (office files, e-books) that matter, in memory. Nothing is ever
 * unpacked to a folder, so no name in it can lead anywhere.
 */
typedef struct _QuoPackage QuoPackage;

/**
 * quo_package_open:
 * @is_wanted: whether an entry of this name is to be kept
 *
 * Returns: (transfer full): the package; QUO_ERROR_SYNTAX (damaged or cut off), QUO_ERROR_TOO_LARGE
 * (above a limit), QUO_ERROR_PERMISSION (encrypted), QUO_ERROR_CANCELLED
 */
QuoPackage *quo_package_open (const QuoReadSource *source, gboolean (*is_wanted) (const char *name),
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void quo_package_free (QuoPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoPackage, quo_package_free)

/* The bytes of an entry, with a NUL after them, or NULL. */
const char *quo_package_get (const QuoPackage *package, const char *name, gsize *ret_len);

G_END_DECLS
