/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A label of GTK runs as its first letter does, whatever it is in: a mark that cannot be seen is
 * put before that. */
#include "quo-config.h"

#include "quo-directed.h"

#include "quo-shown.h"

#define LEFT_TO_RIGHT_MARK "\342\200\216"
#define RIGHT_TO_LEFT_MARK "\342\200\217"

static gboolean
is_strong (gunichar c)
{
  return g_unichar_isalpha (c) || quo_is_right_to_left (c);
}

char *
quo_directed (const char *sentence)
{
  gboolean is_rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  gboolean begins_well = FALSE, has_any = FALSE, has_own = FALSE;

  g_return_val_if_fail (sentence != NULL, NULL);

  for (const char *p = sentence; *p != '\0' && !has_own; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_strong (c))
        continue;
      has_own = quo_is_right_to_left (c) == is_rtl;
      begins_well = begins_well || (has_own && !has_any);
      has_any = TRUE;
    }
  if (begins_well || !has_own)
    return g_strdup (sentence);
  return g_strconcat (is_rtl ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK, sentence, NULL);
}
