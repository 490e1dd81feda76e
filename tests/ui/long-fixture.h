/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-session.h"

/* Sessions on an article so long that it is looked through by pieces, or in a thread. */

#define N_LINES 12000 /* of 25 characters */
#define FILLER "the river ran on and on.\n"

/* (transfer full): an article of N_LINES, where @line stands instead of the filler at @places. */
QuoOpening *make_long_opening (const char *line, const guint *places, guint n_places);
/* What is looked for has come. */
void wait_for (QuoSession *session);
