/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people say about an article as a whole. */
#include "quo-config.h"

#include "quo-verbs.h"

#include <glib/gi18n.h>

QuoEdit *
quo_verb_set_about (QuoDocument *document, QuoAbout about, const char *value)
{
  const char *said, *known;
  QuoEdit *edit;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && about < QUO_N_ABOUT, NULL);
  if (value != NULL && *value == '\0')
    value = NULL;
  said = quo_header_get_about (quo_document_get_header (document), about);
  known = quo_article_get_about (quo_document_get_article (document), about);
  if (g_strcmp0 (value, said) == 0 || (said == NULL && g_strcmp0 (value, known) == 0))
    return NULL;
  edit = quo_edit_new (_ ("Correct What Is Known of the Article"));
  quo_edit_set_about (edit, about, said, value);
  return edit;
}
