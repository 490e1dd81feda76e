/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-gazetteer.h"
#include "quo-session.h"

G_BEGIN_DECLS

/* (transfer full) (element-type QuoPlace): the places of the world that a selected name may mean:
 * those of the gazetteer with its name, its words or another name of its identity, and coordinates;
 * the most populous first. Empty for what is no place. */
GArray *quo_session_list_places (QuoSession *session,
                                 const QuoAnnotation *annotation) G_GNUC_WARN_UNUSED_RESULT;

/* The number in @places of the one that the identity of the name has the id of, or -1. */
int quo_session_find_chosen_place (QuoSession *session, const QuoAnnotation *annotation,
                                   GArray *places);

/* The selected name means this place: its identity gets id and coordinates, as one edit. */
gboolean quo_session_choose_place (QuoSession *session, const QuoPlace *place);

/* (transfer full): what lies round a place: "Ohio, United States", "United States"; "" for a
 * country or a sea. */
char *quo_place_dup_surroundings (const QuoPlace *place) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): what else tells it from others of its name: "town · 58,400 people". */
char *quo_place_dup_facts (const QuoPlace *place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
