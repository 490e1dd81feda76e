/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "speech-case.h"

/* Words in marks that nobody says, however near a verb of saying stands, each beside what looks
 * like it and is said. */

static const SpeechCase cases[] = {
  { "title-with-small-words", "en",
    "The critic was not pleased. A song of 1820, “The Miller of Ware”, tells how he died.\n",
    "“The Miller of Ware”", NULL },
  { "title-is-subject", "en",
    "The critic was not pleased. “The Glass Garden” tells the story of a family.\n",
    "“The Glass Garden”", NULL },
  { "speech-before-a-verb", "en", "“The garden is gone,” said the critic.\n",
    "“The garden is gone,”", "the critic" },
  { "title-between-commas", "en",
    "The critic was not pleased. Of her first novel, “Zinc”, she said it was a mistake.\n",
    "“Zinc”", NULL },
  { "answer-between-commas", "en", "The mayor said, “Never”, and left the room.\n", "“Never”",
    "The mayor" },
  { "called-by-nobody", "en", "Two boys blamed a game called “deep sea” that was left on.\n",
    "“deep sea”", NULL },
  { "called-by-somebody", "en",
    "The vote reverses a decision that Mayor Ed Hanlon had called “painful but unavoidable”.\n",
    "“painful but unavoidable”", "Ed Hanlon" },
  { "described-as", "en", "The mayor described the quarter as “a disgrace”.\n", "“a disgrace”",
    "The mayor" },
  { "only-marked-words-as-he-puts-it", "en",
    "Benveniste is no believer or, as he puts it, “not on weekdays”.\n", "“not on weekdays”",
    "he" },
  { "title-between-commas-and-no-verb", "es",
    "El Ayuntamiento ha diseñado una ruta, «Tras la última ola», y sueña con el turismo.\n",
    "«Tras la última ola»", NULL },
  { "body-before-a-colon", "ru",
    "С этим не согласны в компании «Лугарскстрой»: сооружение, утверждают там, «соответствует всем "
    "нормам».\n",
    "«соответствует всем нормам»", "Лугарскстрой" },
  { "called-the-film", "en", "The critic called the film “late but credible”.\n",
    "“late but credible”", "The critic" },
  { "word-ends-the-sentence-before", "en",
    "The mayor went home with the book. “It was a gift,” he joked.\n", "“It was a gift,”", "he" },
  { "row-of-labels", "en",
    "He told visitors that each box had a label: “Health”, “Exams”, “Rain”.\n", "“Rain”", NULL },
  { "two-sentences-are-no-title", "en",
    "“Then nothing,” his wife, Paula, added. “Birds, even. Nothing.”\n", "“Birds, even. Nothing.”",
    "Paula" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  return run_speech_cases ("marked-words", cases, G_N_ELEMENTS (cases));
}
