/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "suggest-fixture.h"

/* Annotations by their words, and their letters while Y sifts. */

/* The first that says this; there has to be one. */
const QuoAnnotation *find (QuoSession *session, const char *words);
/* 0: none. */
char get_letter (QuoSession *session, const char *words, gboolean *ret_is_taken);
/* Types its letter, which it has to have. */
void type (QuoSession *session, const char *words);
void assert_status (QuoSession *session, const char *words, QuoStatus status);
