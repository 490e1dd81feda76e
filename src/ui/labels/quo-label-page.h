/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quo-tagset.h"

G_BEGIN_DECLS

/**
 * QuoLabelPage:
 *
 * All of one label of a tagset, to be changed. It changes nothing itself: each change is handed on
 * as a new tagset.
 */
#define QUO_TYPE_LABEL_PAGE (quo_label_page_get_type ())
G_DECLARE_FINAL_TYPE (QuoLabelPage, quo_label_page, QUO, LABEL_PAGE, AdwBin)

/* (transfer full) for the tagset. @is_deleted: the label is gone. */
typedef void (*QuoLabelChanged) (gpointer owner, QuoTagset *tagset, guint place,
                                 gboolean is_deleted);

/* (nullable): what a character does as a key of the article, for people; NULL: nothing. */
typedef const char *(*QuoFindAct) (const char *character);

/* @owner outlives the page. */
void quo_label_page_set_owner (QuoLabelPage *page, QuoLabelChanged on_changed, QuoFindAct find_act,
                               gpointer owner);
void quo_label_page_show (QuoLabelPage *page, QuoTagset *tagset, guint place);
/* Of the button that deletes the label, which tells how many annotations have it. */
void quo_label_page_set_delete_words (QuoLabelPage *page, const char *words);
/* The keyboard goes to the name, which is selected. */
void quo_label_page_focus_name (QuoLabelPage *page);

G_END_DECLS
