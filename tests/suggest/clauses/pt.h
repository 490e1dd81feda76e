/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is proposed as a quote in Portuguese; see test-clauses.c. */
#pragma once

#include "clauses/clause-case.h"

static const ClauseCase clauses_pt[] = {
  { "pt/que", "pt", "O ministro ⟪disse⟫ ⟦que não haverá novos impostos este ano⟧.", "indirect",
    "O ministro" },
  { "pt/told-an-agency", "pt",
    "Em declarações à agência Vega, a diretora da escola, Rita Moura, ⟪disse⟫ ⟦que as aulas não "
    "param⟧.",
    "indirect", "Rita Moura" },
  { "pt/the-same-source", "pt",
    "⟦\"O armazém ficou vazio\"⟧, ⟪acrescentou⟫ a mesma fonte sem dar pormenores.", "direct",
    "a mesma fonte" },
};
