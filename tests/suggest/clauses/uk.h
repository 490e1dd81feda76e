/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is proposed as a quote in Ukrainian; see test-clauses.c. */
#pragma once

#include "clauses/clause-case.h"

static const ClauseCase clauses_uk[] = {
  { "uk/shcho", "uk", "Міністр ⟪заявив⟫, ⟦що уряд не підвищуватиме податки цього року⟧.",
    "indirect", "Міністр" },
  { "uk/za-slovamy", "uk", "⟪За словами⟫ міністра, ⟦переговори триватимуть до кінця тижня⟧.",
    "indirect", "міністра" },
};
