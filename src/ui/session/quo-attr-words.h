/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words for attributes in the language of the desktop: those that the built-in tagset has are
 * translated, what a person named is shown as it is. Files always hold the name and value itself.
 */

/* (transfer full): a heading for the attribute: "Form"; of one that a person named "role-in-story"
 * "Role in story". */
char *quo_attr_dup_heading (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* The word for a value within a line: "indirect". Borrowed: @value itself or a translation. */
const char *quo_attr_get_shown_value (const char *name, const char *value);
/* (transfer full): the same to stand alone in a list: "Indirect". What is not known stays as it is
 * written. */
char *quo_attr_dup_choice (const char *name, const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
