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
  { "es/however-and-said", "es",
    "El alcalde ⟪indicó⟫ ⟦que no hay datos oficiales todavía⟧; sin embargo, confirmó ⟦que el "
    "puente "
    "está cerrado⟧.",
    "indirect", "El alcalde" },
  { "es/for-they-say", "es",
    "Los vecinos ⟪niegan⟫ ⟦que la obra sea ilegal⟧, pues afirman ⟦que tienen todos los permisos⟧.",
    "indirect", "Los vecinos" },
  { "es/two-clauses-with-who-says-it", "es",
    "Si bien el juez ⟪aclaró⟫ ⟦que deben guardar silencio⟧, Rueda resaltó ⟦que las pruebas son "
    "firmes⟧.",
    "indirect", "el juez" },
  { "es/on-being-asked", "es",
    "La portavoz ha ⟪asegurado⟫ ⟦que la reunión fue tranquila y cordial⟧ al ser preguntada por las "
    "diferencias entre los socios.",
    "indirect", "La portavoz" },
  { "es/nobody-says", "es",
    "La casa, de la que se dice que está vacía, sigue en venta desde hace años.", NULL, NULL },
  { "es/warned-of", "es", "El viceministro ⟪alertó⟫ sobre ⟦los peligros de una nueva crisis⟧.",
    "indirect", "El viceministro" },
  { "es/according-to-what-a-name-behind-said", "es",
    "⟦El sospechoso fue detenido el lunes en su casa⟧, según ⟪informó⟫ el abogado de la familia, "
    "Iván "
    "Rueda.",
    "indirect", NULL },
  { "es/said-and-according-to", "es",
    "⟦«Yo no fui, y ojalá se recupere pronto»⟧, ⟪declaró⟫ el hombre ante la jueza, según indicaron "
    "las "
    "fuentes.",
    "direct", NULL },
  { "es/went-so-far-as-to-admit", "es",
    "El ministro salió a ⟪admitir⟫ ⟦que hay aumentos en algunos precios⟧.", "indirect", NULL },
  { "es/in-the-view-of-the", "es",
    "⟪En opinión del⟫ experto, ⟦la medida llega tarde a los hospitales⟧.", "indirect", "experto" },
  { "es/name-behind-an-office", "es",
    "⟦Los bomberos han apagado el fuego⟧, ha ⟪informado⟫ el alcalde de Cuenca, Darío Dueñas, en un "
    "comunicado.",
    "indirect", NULL },
  { "es/goes-on-behind-marks", "es",
    "La alcaldesa ⟪explicó⟫ ⟦que el parque es «un regalo», y que las obras empezarán en mayo⟧.",
    "mixed", "La alcaldesa" },
  { "es/told-within-what-is-revealed", "es",
    "El ministro ⟪reveló⟫ este viernes ⟦que pese a que las cifras indican que habrá sequía, la "
    "cosecha "
    "crecerá⟧.",
    "indirect", "El ministro" },
  { "es/but-that", "es",
    "La alcaldesa ⟪ha dicho⟫ ⟦que el joven no está detenido pero que declarará como testigo⟧.",
    "indirect", "La alcaldesa" },
  { "es/for-whom-in-marks", "es", "⟪Para⟫ el míster, ⟦«el primer tiempo fue abierto y rápido»⟧.",
    NULL, NULL },
};
