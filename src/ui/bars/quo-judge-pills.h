/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-pill-box.h"
#include "quo-session.h"

G_BEGIN_DECLS

/* The pills of the label bar that judge suggestions, appended to @pills; where it is narrow they
 * have no keys. */

/* Accept, Reject, Skip: of the suggestion that is selected. */
void quo_judge_pills_add (QuoPillBox *pills, gboolean is_narrow);
/* While suggestions have letters. */
void quo_judge_pills_add_sifting (QuoPillBox *pills, gboolean is_narrow);
/* What the suggestion would be with its other borders; nothing where it has none. */
void quo_judge_pills_add_other_borders (QuoPillBox *pills, QuoSession *session, gboolean is_narrow);

G_END_DECLS
