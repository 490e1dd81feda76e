/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-avatar.h"

#include "quo-page-speaker.h"

char *
quo_dup_initials (const char *name)
{
  char *initials = quo_name_dup_initials (name != NULL ? name : "");

  if (*initials != '\0')
    return initials;
  g_free (initials);
  return g_strdup ("?");
}

GtkWidget *
quo_avatar_new (const char *name)
{
  g_autofree char *initials = quo_dup_initials (name);
  GtkWidget *avatar = gtk_label_new (initials);

  gtk_widget_add_css_class (avatar, "ava");
  gtk_widget_add_css_class (avatar, "speech");
  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (avatar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return avatar;
}
