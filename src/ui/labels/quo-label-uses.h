/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-session.h"

G_BEGIN_DECLS

/**
 * QuoLabelUses:
 *
 * How many annotations have a label: of the article that is open, and, once its sidecars were
 * counted in a thread, of its folder. Where a sidecar of the folder cannot be read the words say
 * that there may be more.
 */
typedef struct _QuoLabelUses QuoLabelUses;

/* The folder was counted. */
typedef void (*QuoLabelUsesCounted) (gpointer owner);

/* @folder: (nullable): the one that is open; the folder of labels that are kept for one goes before
 * it. */
QuoLabelUses *quo_label_uses_new (QuoSession *session, const char *folder,
                                  QuoLabelUsesCounted counted,
                                  gpointer owner) G_GNUC_WARN_UNUSED_RESULT;
/* Nothing is told any more. */
void quo_label_uses_free (QuoLabelUses *uses);
guint quo_label_uses_count (QuoLabelUses *uses, const char *label);
/* (transfer full): for the list, "" of what nothing has; for the button that deletes the label. */
char *quo_label_uses_dup_words (QuoLabelUses *uses, const char *label) G_GNUC_WARN_UNUSED_RESULT;
char *quo_label_uses_dup_delete (QuoLabelUses *uses, const char *label) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (nullable): what could not be counted. */
char *quo_label_uses_dup_unread (QuoLabelUses *uses) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
