/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoPicker:
 *
 * A small dialog to choose a person, place ... by typing: a list of the entities and names of the
 * article, those that are likely first, narrowed by what is typed; Enter takes the first. For a
 * speaker, a name that is not in the list is taken, too.
 */
typedef enum
{
  QUO_PICKER_SPEAKER, /* who said the selected quote */
  QUO_PICKER_SAME,    /* who or what the selected annotation is */
  QUO_PICKER_ANYONE,
} QuoPickerKind;

/* The same list of everybody in the article for whatever @on_chosen does with the id; it lives as
 * long as @data, an object, does. */
void quo_picker_present_for (GtkWindow *parent, QuoSession *session, const char *title,
                             void (*on_chosen) (const char *id, gpointer data), gpointer data);
/* Opens it over @parent. What is chosen is done to the session at once. */
void quo_picker_present (GtkWindow *parent, QuoSession *session, QuoPickerKind kind);

G_END_DECLS
