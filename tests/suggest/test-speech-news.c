/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "speech-case.h"

/* Who said what, the whole way from a text, as English papers and agencies write it: people named
 * by what they are, bodies, and those who are not named at all. */

static const SpeechCase cases[] = {
  { "the-official", "en",
    "A senior Western official said both capitals had hardened. “They are talking to their "
    "voters,” the official said.\n",
    "“They are talking to their voters,”", "the official" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  return run_speech_cases ("speech-news", cases, G_N_ELEMENTS (cases));
}
