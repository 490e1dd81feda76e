/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* The lists of a document and how far each has been counted. */
typedef struct _QuoDocxLists QuoDocxLists;

/* @numbering, @styles: (nullable): the roots of word/numbering.xml and word/styles.xml, which must
 * stay. */
QuoDocxLists *quo_docx_lists_new (xmlNode *numbering, xmlNode *styles) G_GNUC_WARN_UNUSED_RESULT;
void quo_docx_lists_free (QuoDocxLists *lists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoDocxLists, quo_docx_lists_free)

/* (transfer full) (nullable): what stands before the next paragraph, which has these properties:
 * "3.", "b)" or "•"; NULL if it is no item of a list. Headings are none, though they have numbers.
 */
char *quo_docx_lists_next (QuoDocxLists *lists, xmlNode *properties) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
