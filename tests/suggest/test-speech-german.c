/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "speech-case.h"

/* Who says what in German. */

static const SpeechCase cases[] = {
  { "mood-goes-on", "de",
    "Die Lage sei ernst, sagte der Wirt der Zeitung. Der Verband habe nichts getan. Es müsse sich "
    "vieles ändern.\n",
    "Es müsse sich vieles ändern", "Wirt" },
  { "marks-behind-a-told-clause", "de",
    "Die Polizei wurde gerufen. Niemand habe etwas gesehen, teilten die Helfer mit. „Alle sind "
    "wohlauf.“\n",
    "„Alle sind wohlauf.“", "Helfer" },
  { "party-in-brackets-behind-marks", "de",
    "„Das war schön“ - mit diesem Satz schloss Bürgermeister Ralf Lund (CDU) die Sitzung.\n",
    "„Das war schön“", "Ralf Lund" },
  { "part-of-a-word", "de", "Im Nord-„Echo“ kritisierte Ida Lund den Bau.\n", "„Echo“", NULL },
  { "is-sure-behind-marks", "de", "„Der Sommer wird gut“, ist die Wirtin Ida Lund sicher.\n",
    "„Der Sommer wird gut“", "Ida Lund" },
  { "leads-to-marks", "de", "Ida Lund weiß, was jetzt zu tun ist: „Wir bauen neu.“\n",
    "was jetzt zu tun ist", NULL },
  { "man-is-nobody", "de",
    "Zu den Klagen sagt Ida Lund, dass man alle gehört habe. „Wir prüfen das.“\n",
    "„Wir prüfen das.“", "Ida Lund" },
  { "told-of-before", "de", "Den Plan lehnt der Wirt ab. Das sei zu teuer.\n", "Das sei zu teuer",
    "der Wirt" },
  { "said-of-it", "de", "Der Verein plädierte auf Freispruch. Es sei nichts bewiesen, hieß es.\n",
    "Es sei nichts bewiesen", "Verein" },
  { "leads-to-marks-without-saying", "de",
    "Am Ende dankte der Wirt den Helfern: „Ihr wart großartig.“\n", "„Ihr wart großartig.“",
    "der Wirt" },
  { "condition-with-its-end-in-a-noun", "de",
    "Wenn das so bleibe, sei der Hafen in Gefahr – behaupten die Kapitäne.\n",
    "Wenn das so bleibe, sei der Hafen in Gefahr", "Kapitäne" },
  { "subject-with-a-relative-clause", "de",
    "Ida Lund betonte, ein Abzug der Boote aus Häfen, die ihr gehören, sei falsch.\n",
    "ein Abzug der Boote aus Häfen, die ihr gehören, sei falsch", "Ida Lund" },
  { "paper-in-marks-before-zufolge", "de",
    "Dem „Boten“ zufolge läuft der Vertrag des Spielers noch bis Mai.\n",
    "läuft der Vertrag des Spielers noch bis Mai", "Boten" },
  { "source-of-what-others-think", "de",
    "Laut dem Minister glauben die Händler selbst nicht daran, dass die Preise fallen.\n",
    "glauben die Händler selbst nicht daran, dass die Preise fallen", "dem Minister" },
  { "as-it-was-called", "de",
    "Der Abend endete in einem „heillosen Streit“, wie die Richterin Ida Lund es ausdrückte.\n",
    "Der Abend endete in einem „heillosen Streit“", NULL },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  return run_speech_cases ("speech-german", cases, G_N_ELEMENTS (cases));
}
