/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose key a tooltip tells, kept with the widget; the keymap writes it into the tooltip. */
#include "quo-config.h"

#include "quo-told-key.h"

#include <string.h>

#define DATA "quo-told-key"

static const struct
{
  const char *open, *close;
} brackets[] = { { " (", ")" }, { "（", "）" } };

/* The brackets that the tooltip ends with, and where they open. */
static const char *
find_brackets (const char *tooltip, guint *ret_which)
{
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      const char *open = g_strrstr (tooltip, brackets[i].open);

      if (open == NULL || open == tooltip || !g_str_has_suffix (tooltip, brackets[i].close))
        continue;
      *ret_which = i;
      return open;
    }
  return NULL;
}

void
quo_told_key_set (gpointer widget, const char *action)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && action != NULL);

  g_object_set_data (G_OBJECT (widget), DATA, (gpointer)action);
}

const char *
quo_told_key_get (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), DATA);
}

const char *
quo_told_key_find (const char *tooltip)
{
  guint which;

  g_return_val_if_fail (tooltip != NULL, NULL);

  return find_brackets (tooltip, &which);
}

char *
quo_told_key_dup (const char *tooltip)
{
  const char *open;
  guint which;

  g_return_val_if_fail (tooltip != NULL, NULL);

  open = find_brackets (tooltip, &which);
  if (open == NULL)
    return NULL;
  open += strlen (brackets[which].open);
  return g_strndup (open, strlen (open) - strlen (brackets[which].close));
}
