/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quo-session.h"
#include "quo-transfer-task.h"

G_BEGIN_DECLS

/* Asks what is to be imported, or where a folder is to be exported to, tells what will be lost
 * before anything is written, and does it; it can be stopped. @folder (nullable): the one that is
 * open. An import into an article is one act, which can be undone. */
void quo_transfer_dialog_present (GtkWindow *parent, QuoSession *session, QuoTransferWay way,
                                  const char *folder);

/* Adds what was imported to the article of the session, in one act. */
gboolean quo_transfer_take (QuoSession *session, const QuoTransferJob *job);

G_END_DECLS
