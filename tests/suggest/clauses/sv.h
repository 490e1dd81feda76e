/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is proposed as a quote in Swedish; see test-clauses.c. */
#pragma once

#include "clauses/clause-case.h"

static const ClauseCase clauses_sv[] = {
  { "sv/att", "sv", "Statsministern ⟪sade⟫ ⟦att skatten inte ska höjas i år⟧.", "indirect",
    "Statsministern" },
};
