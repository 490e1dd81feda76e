/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain. */
#include "quo-error.h"

G_DEFINE_QUARK (quo - error - quark, quo_error)
