/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is proposed as a quote in Danish; see test-clauses.c. */
#pragma once

#include "clauses/clause-case.h"

static const ClauseCase clauses_da[] = {
  { "da/that", "da", "Styrelsen ⟪oplyser⟫, ⟦at revnerne er små, men talrige⟧.", "indirect",
    "Styrelsen" },
  { "da/said-behind", "da", "⟦Rederiet indstiller alle afgange til øen⟧, ⟪siger⟫ Karen Holm.",
    "indirect", "Karen Holm" },
  { "da/marks", "da", "⟦»Vi tager ingen chancer,«⟧ ⟪siger⟫ Karen Holm.", "direct", "Karen Holm" },
  { "da/dash", "da", "⟦– Det er en skandale⟧, ⟪siger⟫ Karen Holm fra Sæby. Hun rejste hjem.",
    "direct", "Karen Holm" },
  { "da/mixed", "da", "Karen Holm ⟪mener⟫, ⟦at selskabet »har sovet i timen«⟧.", "mixed",
    "Karen Holm" },
  { "da/source", "da", "⟪Ifølge⟫ ministeriet ⟦er broen sikker⟧.", "indirect", "ministeriet" },
};
