/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is proposed as a quote in French; see test-clauses.c. */
#pragma once

#include "clauses/clause-case.h"

static const ClauseCase clauses_fr[] = {
  { "fr/comme", "fr", "Comme l’a ⟪expliqué⟫ le maire, ⟦les travaux dureront deux ans encore⟧.",
    "indirect", "le maire" },
  { "fr/selon", "fr", "⟪Selon⟫ le maire, ⟦les travaux dureront deux ans⟧.", "indirect",
    "le maire" },
  { "fr/name-behind-an-office", "fr",
    "⟦Le parquet a ouvert une enquête⟧, a ⟪indiqué⟫ le procureur de la République, Marc Delval, "
    "dans un communiqué.",
    "indirect", "le procureur" },
  { "fr/the-same-source", "fr", "⟦« Nous ne savons rien »⟧, a ⟪ajouté⟫ la même source.", "direct",
    "la même source" },
};
