/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page.h"

G_BEGIN_DECLS

/* What moves: for a fifth of a second or so after an act, so that the eye sees what it did. Nothing
 * does where the desktop wants no animations, or while the page is not on the screen. */
typedef enum
{
  QUO_MOTION_SELECT, /* outline and fill of what is selected come, its chip becomes a pill */
  QUO_MOTION_ADD,    /* the fill of what is new comes down from twice its strength */
  QUO_MOTION_ACCEPT, /* dashes close to a line, the fill rises */
  QUO_MOTION_REJECT, /* it fades; until then it is still drawn */
  QUO_N_MOTIONS,
} QuoMotionKind;

/* How far the motions of one annotation are: from 0 to 1, 1 when there is none. */
typedef struct
{
  double done[QUO_N_MOTIONS];
} QuoMotion;

/* (transfer full): the list that a page keeps. */
GPtrArray *quo_page_motions_new (void) G_GNUC_WARN_UNUSED_RESULT;

QuoMotion quo_page_motion_get (const QuoPage *page, const QuoAnnotation *annotation);
/* It was rejected, and is still fading. */
gboolean quo_page_motion_is_leaving (const QuoPage *page, const QuoAnnotation *annotation);

/* It has been selected just now. */
void quo_page_motion_begin_select (QuoPage *page, const QuoAnnotation *annotation);
/* What the edit made, accepted or rejected; nothing where it changed many at once. */
void quo_page_motion_begin_edit (QuoPage *page, const QuoEdit *edit);
/* Ends all of them at once. */
void quo_page_motion_end (QuoPage *page);

/* How many motions run now. */
guint quo_page_motion_count (const QuoPage *page);

G_END_DECLS
