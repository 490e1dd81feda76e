/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an element is for. */
typedef enum
{
  QUO_TEI_ROLE_PLAIN,
  QUO_TEI_ROLE_TEXT,    /* <text> */
  QUO_TEI_ROLE_BLOCK,   /* begins a line */
  QUO_TEI_ROLE_BREAK,   /* is a line end */
  QUO_TEI_ROLE_SKIPPED, /* its content is not of the text */
  QUO_TEI_ROLE_MARK,    /* is an annotation */
  QUO_TEI_ROLE_ENTITY,
  QUO_TEI_ROLE_FIELD, /* of an entity; also the title */
  QUO_TEI_ROLE_NOTE,
  QUO_TEI_ROLE_ANCHOR,
  QUO_TEI_ROLE_SPAN,
  QUO_TEI_ROLE_ROOT,
} QuoTeiRole;

/* The name of the element as the table has it, "" if it does not; *ret_label: of a mark, NULL: its
 * @type. */
const char *quo_tei_find_element (const char *name, QuoTeiRole *ret_role, const char **ret_label);
/* <choice> says one thing twice: what is corrected or spelt out is left out. */
gboolean quo_tei_is_other_choice (const char *name);
/* (transfer full): the label that a @type means: "pers" is person. */
char *quo_tei_normalize_type (const char *type) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
