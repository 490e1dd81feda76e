/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is proposed as a quote in Spanish; see test-clauses.c. */
#pragma once

#include "clauses/clause-case.h"

static const ClauseCase clauses_es[] = {
  { "es/infinitive", "es",
    "El alcalde Julián Ortega ⟪prometió⟫ ⟦bajar el precio del billete en otoño⟧.", "indirect",
    "Julián Ortega" },
  { "es/apposed-name", "es",
    "Su directora, Carla Bianchi, ⟪confesó⟫ ⟦que esperaba vender cien ejemplares⟧.", "indirect",
    "Carla Bianchi" },
  { "es/according-to-somebody-named-last", "es",
    "⟦Hace medio siglo eran trescientos⟧, ⟪según⟫ el cronista local, Fermín Albares.", "indirect",
    NULL },
  { "es/nobody-between", "es", "⟦Los técnicos de la presa⟧, ⟪añadió⟫, ⟦trabajarán día y noche⟧.",
    "indirect", NULL },
  { "es/source-aside", "es",
    "⟪En opinión de⟫ Elvira Montes, de la Universidad de Zaragoza, ⟦bastaría con reforzar la "
    "base⟧.",
    "indirect", "Elvira Montes" },
  { "es/calling", "es",
    "Rico ⟪negó⟫ ⟦que el cierre responda a motivos políticos⟧ y calificó las críticas de injustas.",
    "indirect", "Rico" },
  { "es/segun-verb", "es",
    "⟦El puente permanecerá cerrado al menos hasta la primavera⟧, según ⟪confirmó⟫ este martes el "
    "Ministerio de Fomento.",
    "indirect", "Ministerio de Fomento" },
  { "es/addressee", "es",
    "«⟦Es una obra de tres meses, no de tres años⟧», ⟪explicó⟫ a Efe la experta.", "direct",
    "la experta" },
  { "es/que", "es", "El presidente ⟪dijo⟫ ⟦que no habrá nuevos impuestos este año⟧.", "indirect",
    "El presidente" },
  { "es/source-in-marks", "es", "⟪Según⟫ 'El Faro', ⟦el ministro dimitirá en mayo⟧.", "indirect",
    "Faro" },
  { "es/just-as", "es",
    "Tal y como ⟪explicó⟫ el portavoz, ⟦el tren descarriló por exceso de velocidad⟧.", "indirect",
    "el portavoz" },
  { "es/not-to", "es", "Los técnicos ⟪recomiendan⟫ ⟦no beber agua del grifo⟧.", "indirect",
    "Los técnicos" },
  { "es/weak-last", "es", "⟦El plan es insuficiente para las familias⟧, ⟪considera⟫ el juez.",
    "indirect", "el juez" },
  { "es/in-the-view-of-the", "es",
    "⟪En opinión del⟫ experto, ⟦la medida llega tarde a los hospitales⟧.", "indirect", "experto" },
  { "es/name-behind-an-office", "es",
    "⟦Los bomberos han apagado el fuego⟧, ha ⟪informado⟫ el alcalde de Cuenca, Darío Dueñas, en un "
    "comunicado.",
    "indirect", NULL },
};
