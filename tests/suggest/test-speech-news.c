/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "speech-case.h"

/* Who said what, the whole way from a text, as English papers and agencies write it: people named
 * by what they are, bodies, and those who are not named at all. */

static const SpeechCase cases[] = {
  { "the-official", "en",
    "A senior Western official said both capitals had hardened. “They are talking to their "
    "voters,” the official said.\n",
    "“They are talking to their voters,”", "the official" },
  { "a-newspaper-reported", "en",
    "Carol Lindqvist stood up on Friday after a newspaper reported that her family had bought the "
    "land.\n",
    "that her family had bought the land", "a newspaper" },
  { "one-of-them", "en",
    "Two people who drew the map met Ruth Lang. “They were on the copier,” one of them said.\n",
    "“They were on the copier,”", "one of them" },
  { "the-other", "en",
    "“I never take a partner,” replied Cameron.\n\n“You are alone; I am alone,” said the other, "
    "mildly.\n",
    "“You are alone; I am alone,”", "the other" },
  { "the-other-man", "en", "Cameron sat.\n\n“You are alone; I am alone,” the other man said.\n",
    "“You are alone; I am alone,”", "the other man" },
  { "behind-and", "en",
    "The Trust says it has no plans to evict them, and a man from its office in Leith once told "
    "them that the file had been lost.\n",
    "that the file had been lost", "a man" },
  { "before-and", "en",
    "The Trust says it has no plans to evict them, and a man from its office in Leith once told "
    "them that the file had been lost.\n",
    "it has no plans to evict them", "Trust" },
  { "many-words-of-what-is-named", "en",
    "The union, which represents a third of the staff, accused management of “sacking the people "
    "who built the thing to please the people who bet on it”.\n",
    "“sacking the people who built the thing to please the people who bet on it”", "The union" },
  { "reminded-the-jury", "en",
    "The judge, Mr Justice Penhale, reminded the jury that the captain denies the charge.\n",
    "that the captain denies the charge", "Penhale" },
  { "what-is-named", "en",
    "The Harbor Trust, which has sued the state twice over the drains, called the response "
    "“late, thin and badly lit”.\n",
    "“late, thin and badly lit”", "Harbor Trust" },
  { "quoted-as-saying", "en",
    "State news agency SELPRESS quoted President Andrej Vukas as saying his country would close "
    "the river.\n",
    "his country would close the river", "Andrej Vukas" },
  { "was-quoted-as-saying", "en",
    "Ingrid Berg left. The mayor was quoted as saying that the bridge would be shut.\n",
    "that the bridge would be shut", "The mayor" },
  { "spokesperson-of-a-body", "en",
    "“The accounts are not frozen,” said UNP national spokesperson Arun Mehta.\n",
    "“The accounts are not frozen,”", "Arun Mehta" },
  { "leader-of-a-body", "en",
    "Congress leader Arun Mehta, however, said the remarks were “late and a lie”.\n",
    "the remarks were “late and a lie”", "Arun Mehta" },
  { "office-before-a-name", "en",
    "Selby City Council Transport Officer (TCO), DI Marta Vold, who runs the unit, said the road "
    "would open.\n",
    "the road would open", "DI Marta Vold" },
  { "former-office-before-a-name", "en",
    "The vote was calm. Their head of mission, former judge Mark Hill, said the count was fair.\n",
    "the count was fair", "Mark Hill" },
  { "residents-who", "en",
    "Residents who spoke with reporters in the town revealed that the men came at night.\n",
    "that the men came at night", "Residents" },
  { "signed", "en",
    "Mayor Olof Hansen left. “We have the votes,” White Hall press secretary Nora Lind.\n",
    "“We have the votes,”", "Nora Lind" },
  { "with-a-paper-reporting", "en",
    "Officials tell Sky News every claim will be read, with the Guardian reporting nobody will be "
    "refused.\n",
    "nobody will be refused", "the Guardian" },
  { "going-on", "en",
    "The rumours reached the Premier on Monday, and in the afternoon the Premier left.\n\n“They "
    "told me on Tuesday,” Ms Lind said.\n\n“I am told they wanted to use it against us.”\n",
    "“I am told they wanted to use it against us.”", "Lind" },
  { "going-on-after-words-of-others", "en",
    "Ms Lind spoke first. “They told me on Tuesday,” she said. Jonas Berg would not have "
    "it.\n\n“That is a lie.”\n",
    "“That is a lie.”", "Jonas Berg" },
  { "going-on-among-others", "en",
    "“We are late,” Mr Lind said.\n\n“He is wrong,” he said of Jonas Berg.\n\n“Berg has to go,” "
    "Ms Vold said.\n\n“He may stay until the count is over.”\n",
    "“He may stay until the count is over.”", "Vold" },
  { "with-a-doctor-telling", "en",
    "Mr Jones said he could not remember the knives, with a psychiatrist telling jurors that could "
    "be for medical reasons.\n",
    "that could be for medical reasons", "a psychiatrist" },
  { "offered-and-said", "en",
    "Olof Hansen, chief of the Barking Trust, which runs the home, offered all of them a visit and "
    "said changes had been made.\n",
    "changes had been made", "Olof Hansen" },
  { "met-the-press-to-claim", "en",
    "Party spokesman Arun Mehta addressed a press conference to claim that the minister had "
    "left.\n",
    "that the minister had left", "Arun Mehta" },
  { "made-the-claim", "en",
    "Meanwhile, Premier Anna Lind has made the unsubstantiated claim that her rival is hiding "
    "plans.\n",
    "that her rival is hiding plans", "Anna Lind" },
  { "at-an-event-in", "en",
    "Sharply reacting to the comments, Mehta at a party event in Bergen said it was wrong.\n",
    "it was wrong", "Mehta" },
  { "and-his-spokesman-said", "en",
    "The White Hall said the mayor was told of it and his spokesman Jonas Berg said the mayor had "
    "sympathy for all.\n",
    "the mayor was told of it", "White Hall" },
  { "an-official-before-a-colon", "en",
    "“We will not,” said Jonas Berg.\n\nA British official was more upbeat: “We will get there.”\n",
    "“We will get there.”", "A British official" },
  { "one-senator-before-a-colon", "en",
    "“We will not,” said Jonas Berg.\n\nOne senator was blunt: “It will never pass.”\n",
    "“It will never pass.”", "One senator" },
  { "the-other-shrugged", "en",
    "Two people who drew the map met Ruth Lang. “They were on the copier,” one of them said. The "
    "other shrugged. “Ask my wife.”\n",
    "“Ask my wife.”", "The other" },
  { "heading-between-parts", "en",
    "The coroner said she was not told. “We were left out of it,” she said.\n\n'Wanted to "
    "weep'\n\nThe trust paid 500 crowns. “It was late,” a spokesman said.\n",
    "'Wanted to weep'", NULL },
  { "over-marks-and-said", "en",
    "On Monday the clerk, Ms Vold, left. In a statement, Lind also accused the union of using "
    "\"black money\" in five towns and said the Polls Office should act.\n",
    "the Polls Office should act", "Lind" },
  { "the-spokesman-touted", "en",
    "The spokesman touted Olof Hansen’s efforts to sell the bill, saying “he has left everything "
    "on the field”.\n",
    "“he has left everything on the field”", "The spokesman" },
  { "goes-on-behind-what-is-told", "en",
    "Two other houses had been affected, Lind said. “That is the news I have, and we still have a "
    "crew there.”\n",
    "“That is the news I have, and we still have a crew there.”", "Lind" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  return run_speech_cases ("speech-news", cases, G_N_ELEMENTS (cases));
}
