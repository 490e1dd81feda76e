/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Somebody who may speak in a turn: @person as of QuoMention, 0 for somebody who is not named.
 * @score: what speaks for it in the turn itself, as a logarithm of odds. */
typedef struct
{
  guint32 person;
  double score;
} QuoDialogueChoice;

/**
 * QuoDialogueTurn:
 *
 * A paragraph with speech in a story. It is sure who speaks in it unless it is open (nothing beside
 * its quotes tells) or vague (a pronoun does).
 */
typedef struct
{
  guint paragraph; /* its index in the page */
  gboolean is_open, is_vague;
  GArray *choices; /* (element-type QuoDialogueChoice): one, if it is sure */
  GArray *named;   /* (element-type QuoDialogueChoice): people named in its quotes, with what that
                    * says of their being who speaks */
  guint32 person;  /* who speaks: set by quo_dialogue_settle() */
} QuoDialogueTurn;

/* Sets who speaks in each of the @turns (element-type QuoDialogueTurn), which follow each other:
 * what is likeliest for all of them together, as people answer each other and the one before last
 * speaks again. So what is known of a later turn tells of those before it. @cast (element-type
 * guint32): people who are there, whether they speak or not, the likeliest first. */
void quo_dialogue_settle (GArray *turns, const GArray *cast);

G_END_DECLS
