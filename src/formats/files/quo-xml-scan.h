/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*QuoXmlBegin) (GMarkupParseContext *context, const char *element, const char **names,
                             const char **values, gpointer data, GError **error);
typedef void (*QuoXmlEnd) (GMarkupParseContext *context, const char *element, gpointer data,
                           GError **error);

/* Goes through the elements of a small XML file without entities of its own; QUO_ERROR_SYNTAX with
 * the line. */
gboolean quo_xml_scan (const char *text, gsize len, const char *name, QuoXmlBegin begin,
                       QuoXmlEnd end, gpointer data, GError **error);
/* The attribute of this name, case ignored, or NULL. */
const char *quo_xml_scan_get (const char **names, const char **values, const char *name);

G_END_DECLS
