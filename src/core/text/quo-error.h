/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QUO_ERROR:
 *
 * The one error domain of the project. A message says where, what, and what is allowed; it is
 * translated, names no code and ends without a full stop.
 */
#define QUO_ERROR (quo_error_quark ())
GQuark quo_error_quark (void);

/**
 * QuoError:
 * @QUO_ERROR_FAILED: none of the others
 * @QUO_ERROR_NOT_FOUND: there is no such file, or no such thing in it
 * @QUO_ERROR_PERMISSION: the file may not be read or written
 * @QUO_ERROR_NOT_REGULAR: a folder, pipe or device where a file is needed
 * @QUO_ERROR_TOO_LARGE: above a stated limit
 * @QUO_ERROR_ENCODING: bytes that are invalid in the encoding
 * @QUO_ERROR_BINARY: the file is no text
 * @QUO_ERROR_SYNTAX: not well-formed (JSON, tables ...)
 * @QUO_ERROR_INVALID: well-formed, but against the rules of its format
 * @QUO_ERROR_VERSION: written by a later version
 * @QUO_ERROR_CHANGED: the file is no longer the one that was read
 * @QUO_ERROR_EXISTS: the file is there and may not be overwritten
 * @QUO_ERROR_READ: any other input error
 * @QUO_ERROR_WRITE: any other output error
 * @QUO_ERROR_CANCELLED: stopped on request
 * @QUO_ERROR_USAGE: a request that makes no sense
 */
typedef enum
{
  QUO_ERROR_FAILED,
  QUO_ERROR_NOT_FOUND,
  QUO_ERROR_PERMISSION,
  QUO_ERROR_NOT_REGULAR,
  QUO_ERROR_TOO_LARGE,
  QUO_ERROR_ENCODING,
  QUO_ERROR_BINARY,
  QUO_ERROR_SYNTAX,
  QUO_ERROR_INVALID,
  QUO_ERROR_VERSION,
  QUO_ERROR_CHANGED,
  QUO_ERROR_EXISTS,
  QUO_ERROR_READ,
  QUO_ERROR_WRITE,
  QUO_ERROR_CANCELLED,
  QUO_ERROR_USAGE,
} QuoError;

G_END_DECLS
