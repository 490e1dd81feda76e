/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QuoNotices:
 *
 * Bars over the page that say what went wrong or is worth knowing, and offer what can be done about
 * it. Each has an id: a second notice of the same id takes the place of the first.
 */
#define QUO_TYPE_NOTICES (quo_notices_get_type ())
G_DECLARE_FINAL_TYPE (QuoNotices, quo_notices, QUO, NOTICES, GtkWidget)

typedef struct
{
  const char *label;  /* of the button, translated */
  const char *action; /* detailed: "win.save", "win.open-as::latin1" */
} QuoNoticeButton;

GtkWidget *quo_notices_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* @buttons: ends with a NULL label, or NULL. @menu (nullable): further choices, under @menu_label.
 */
void quo_notices_show (QuoNotices *notices, const char *id, gboolean is_error, const char *message,
                       const QuoNoticeButton *buttons, const char *menu_label, GMenuModel *menu);
/* Other words in a notice that is shown; nothing if it is not. */
void quo_notices_update (QuoNotices *notices, const char *id, const char *message);
gboolean quo_notices_has (QuoNotices *notices, const char *id);
void quo_notices_hide (QuoNotices *notices, const char *id);
void quo_notices_hide_all (QuoNotices *notices);

G_END_DECLS
