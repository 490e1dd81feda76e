/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "speech-case.h"

/* Who said what, the whole way from a text, where the endings of words tell who is the subject:
 * verbs of saying without one, beside places and whom it is said to. */

static const SpeechCase cases[] = {
  { "place-with-an-adjective", "cs",
    "Starostka Dana Hrubá se odmlčela. „Obraz je pravý,“ uvedla na tiskové konferenci s odkazem na "
    "posudek.\n",
    "„Obraz je pravý,“", "Dana Hrubá" },
  { "what-it-is-about", "cs",
    "Ředitel Ota Bílý výstavu hájil. K jejím výhradám uvedl, že obraz je pravý.\n",
    "že obraz je pravý", "Ota Bílý" },
  { "preposition-and-noun", "cs",
    "Ředitel Ota Bílý výstavu hájil. O nákladech řekl, že se vrátí do roka.\n",
    "že se vrátí do roka", "Ota Bílý" },
  { "whom-it-is-said-to", "cs",
    "Mladému sochaři však předseda poroty připomněl, že socha patří do parku.\n",
    "že socha patří do parku", "předseda poroty" },
  { "paper-in-its-case", "cs",
    "„Přívoz nezavřeme,“ řekla Novinkám před půlnocí mluvčí kraje Jana Malá.\n",
    "„Přívoz nezavřeme,“", "Jana Malá" },
  { "adverb-with-a-capital", "ru",
    "Причал закрыли. Чуть позже источник сообщил, что паром стоит у берега.\n",
    "что паром стоит у берега", "источник" },
  { "links-before-an-office", "ru",
    "Паром стоит. В свою очередь в администрации порта объяснили, что ждут прилива.\n",
    "что ждут прилива", "администрации порта" },
  { "links-before-a-source", "ru",
    "Паром стоит. При этом ранее источник в порту заявлял, что рейсы не отменят.\n",
    "что рейсы не отменят", "источник" },
  { "aside-with-a-participle", "ru",
    "Капитан Нина Белых молчит. Начальник порта, сославшись на прилив, сообщил, что паром "
    "отменён.\n",
    "что паром отменён", "Начальник порта" },
  { "adverb-before-a-source", "uk",
    "Порт зачинили. Трохи пізніше джерело повідомило, що пором стоїть.\n", "що пором стоїть",
    "джерело" },
  { "what-it-is-about-in-ukrainian", "uk",
    "Капітан Остап Білий мовчав. Про нові рейси сказав, що їх буде два.\n", "що їх буде два",
    "Остап Білий" },
  { "office-behind-a-time", "ru", "Во время прений защитник заявил, что паром был исправен.\n",
    "что паром был исправен", "защитник" },
  { "participle-before-a-name", "ru",
    "«Паром был исправен», — сообщил ТАСС адвокат одного из подсудимых Глеб Рудой.\n",
    "«Паром был исправен»", "Глеб Рудой" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  return run_speech_cases ("speech-slavic", cases, G_N_ELEMENTS (cases));
}
