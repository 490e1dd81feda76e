/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-label-words.h"

#include <glib/gi18n.h>

/* Words that mean something else elsewhere have a context: a place is where in the text something
 * stands, too. */
const char *
quo_label_get_words (const QuoLabel *label)
{
  const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "label", label->name);

  return name != label->name ? name : g_dgettext (GETTEXT_PACKAGE, label->name);
}
