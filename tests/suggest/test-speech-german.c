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
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  return run_speech_cases ("speech-german", cases, G_N_ELEMENTS (cases));
}
