/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "speech-case.h"

/* Who says what in German. */

static const SpeechCase cases[] = {
  { "mood-goes-on", "de",
    "Die Lage sei ernst, sagte der Wirt der Zeitung. Der Verband habe nichts getan. Es müsse sich "
    "vieles ändern.\n",
    "Es müsse sich vieles ändern", "der Wirt" },
  { "marks-behind-a-told-clause", "de",
    "Die Polizei wurde gerufen. Niemand habe etwas gesehen, teilten die Helfer mit. „Alle sind "
    "wohlauf.“\n",
    "„Alle sind wohlauf.“", "die Helfer" },
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
    "Es sei nichts bewiesen", "Der Verein" },
  { "leads-to-marks-without-saying", "de",
    "Am Ende dankte der Wirt den Helfern: „Ihr wart großartig.“\n", "„Ihr wart großartig.“",
    "der Wirt" },
  { "condition-with-its-end-in-a-noun", "de",
    "Wenn das so bleibe, sei der Hafen in Gefahr – behaupten die Kapitäne.\n",
    "Wenn das so bleibe, sei der Hafen in Gefahr", "die Kapitäne" },
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
  { "any-verb-behind-the-mood", "de",
    "Das sei für alle schwer, grollte der Wirt nach der Sitzung.\n", "Das sei für alle schwer",
    "der Wirt" },
  { "adjective-behind-the-mood", "de",
    "Der Wirt klagt. So wolle die Stadt nichts bauen, was es erlaube, belegte Plätze zu halten.\n",
    "So wolle die Stadt nichts bauen, was es erlaube, belegte Plätze zu halten", "Der Wirt" },
  { "told-within-the-mood", "de",
    "Ida Lund klagt. Als sie kam, habe er von ihr verlangt, ihn zu tragen.\n",
    "Als sie kam, habe er von ihr verlangt, ihn zu tragen", "Ida Lund" },
  { "mood-begins-a-paragraph", "de",
    "Wie der Wirt sagte, kam niemand zu Schaden.\n\nDie Tische hätten kaum gewackelt.\n",
    "Die Tische hätten kaum gewackelt", "der Wirt" },
  { "so-behind-one-word", "de",
    "Allerdings, so die Richterin, würden die Spuren am Band auf andere weisen.\n",
    "Allerdings | würden die Spuren am Band auf andere weisen", "die Richterin" },
  { "described-as-in-marks", "de",
    "Dabei beschrieben Nachbarn, die lange mit ihm in einem Haus wohnten, den Wirt als „sehr "
    "still“.\n",
    "die lange mit ihm in einem Haus wohnten, den Wirt als „sehr still“", NULL },
  { "her-husband-says", "de", "Er habe das Feuer lange gesehen, sagt ihr Mann.\n",
    "Er habe das Feuer lange gesehen", "ihr Mann" },
  { "about-somebody", "de",
    "In einer Rede zum Thema Kolumbus kündigte Landrat Ralf Meyer an, die Mittel zu verdoppeln.\n",
    "die Mittel zu verdoppeln", "Ralf Meyer" },
  { "noun-with-a-clause", "de",
    "Die Anwälte, die den Wirt vor Gericht vertreten, meldeten Zweifel an.\n",
    "Die Anwälte, die den Wirt vor Gericht vertreten", NULL },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  return run_speech_cases ("speech-german", cases, G_N_ELEMENTS (cases));
}
