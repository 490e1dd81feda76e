/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-dialogue.h"
#include "speech-case.h"

/* Who speaks in the turns of a dialogue. A dialogue is written as one letter a turn: A, B ... for
 * whom the text names, ? where nothing tells. */

static GArray *
read_turns (const char *letters)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (QuoDialogueTurn));

  for (guint i = 0; letters[i] != '\0'; i++)
    {
      QuoDialogueTurn turn = { .paragraph = i, .is_open = letters[i] == '?' };
      QuoDialogueChoice choice = { turn.is_open ? 0 : (guint32)letters[i], turn.is_open ? -3 : 0 };

      turn.choices = g_array_new (FALSE, FALSE, sizeof (QuoDialogueChoice));
      turn.named = g_array_new (FALSE, FALSE, sizeof (QuoDialogueChoice));
      g_array_append_val (turn.choices, choice);
      g_array_append_val (turns, turn);
    }
  return turns;
}

static QuoDialogueTurn *
get_turn (GArray *turns, guint i)
{
  return &g_array_index (turns, QuoDialogueTurn, i);
}

static void
free_turns (GArray *turns)
{
  for (guint i = 0; i < turns->len; i++)
    {
      g_array_unref (get_turn (turns, i)->choices);
      g_array_unref (get_turn (turns, i)->named);
    }
  g_array_unref (turns);
}

/* Settles the turns with the people of @cast and compares who speaks, 0 as "-". */
static void
check (GArray *turns, const char *cast, const char *expected)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; cast[i] != '\0'; i++)
    {
      guint32 person = (guint32)cast[i];

      g_array_append_val (people, person);
    }
  quo_dialogue_settle (turns, people);
  for (guint i = 0; i < turns->len; i++)
    g_string_append_c (found,
                       get_turn (turns, i)->person == 0 ? '-' : (char)get_turn (turns, i)->person);
  g_assert_cmpstr (found->str, ==, expected);
  free_turns (turns);
}

static void
test_turns (void)
{
  check (read_turns ("AB????"), "", "ABABAB");
  check (read_turns (""), "AB", "");
  check (read_turns ("A"), "", "A");
  check (read_turns ("???"), "", "---");
}

/* What is known of a later turn tells of those before it. */
static void
test_later (void)
{
  check (read_turns ("???AB"), "", "BABAB");
  check (read_turns ("??????AB"), "", "ABABABAB");
}

/* Who only listens so far is the one who answers. */
static void
test_cast (void)
{
  check (read_turns ("A???"), "AB", "ABAB");
}

/* Nobody names themselves in what they say. */
static void
test_named (void)
{
  GArray *turns = read_turns ("AB??");
  QuoDialogueChoice named = { 'A', -4 };

  g_array_append_val (get_turn (turns, 2)->named, named);
  check (turns, "C", "ABCB");
}

/* "said she": one of the choices, which the turns round it tell. */
static void
test_vague (void)
{
  GArray *turns = read_turns ("AB?AB");
  QuoDialogueTurn *turn = get_turn (turns, 2);
  QuoDialogueChoice own = { 'B', 1 }, other = { 'A', -0.5 };

  turn->is_open = FALSE;
  turn->is_vague = TRUE;
  g_array_set_size (turn->choices, 0);
  g_array_append_val (turn->choices, own);
  g_array_append_val (turn->choices, other);
  get_turn (turns, 3)->is_open = TRUE;
  g_array_set_size (get_turn (turns, 3)->choices, 0);
  check (turns, "", "ABABB");
}

/* As long as only a story is. */
#define N_BEFORE 40
#define BEFORE                                                                                     \
  "They had been in the house for a week, and she had not once asked him what he did there; he "   \
  "was "                                                                                           \
  "glad of it, and he told her so when they sat on the stairs in the evening and watched the "     \
  "rain. "                                                                                         \
  "She had brought a blanket with her, and he had his pipe.\n\n"
#define DIALOGUE                                                                                   \
  "Ada found Ruth by the window with the letter in her lap.\n\n"                                   \
  "“Is it from him?” said Ada.\n\n"                                                            \
  "“It is from his mother,” said Ruth.\n\n"                                                    \
  "“What does she want?”\n\n"                                                                  \
  "“She wants us to stay away.”\n\n"                                                           \
  "“And shall we do as she asks?”\n\n"                                                         \
  "Ruth shook her head.\n\n"                                                                       \
  "“Then I am glad, my dear Ruth, that I came.”\n\n"                                           \
  "“You may be sorry,” answered Ruth impatiently.\n"

/* Too short to tell a story from a report by its words: the turns tell. */
#define SHORT_STORY                                                                                \
  "“You are late with that letter,” said Ada.\n\n"                                             \
  "“I am not writing a letter,” said Tom.\n\n"                                                 \
  "“Then it is a poem.”\n\n"                                                                   \
  "“It is not a poem either.”\n\n"                                                             \
  "“What is it, if it is neither?”\n\n"                                                        \
  "“It is a list of what I owe.”\n\n"                                                          \
  "“And is it as long as that?”\n\n"                                                           \
  "“It goes on overleaf,” Tom said.\n"

static int
run_stories (void)
{
  g_autoptr (GString) story = g_string_new (NULL);
  SpeechCase cases[] = {
    { "answers-whom-the-text-named", "en", NULL, "“What does she want?”", "Ada" },
    { "goes-on-in-turn", "en", NULL, "“She wants us to stay away.”", "Ruth" },
    { "does-not-name-herself", "en", NULL, "“Then I am glad, my dear Ruth, that I came.”", "Ada" },
    { "before-a-word-of-manner", "en", NULL, "“You may be sorry,”", "Ruth" },
    { "in-a-short-story", "en", SHORT_STORY, "“Then it is a poem.”", "Ada" },
    { "later-in-a-short-story", "en", SHORT_STORY, "“It is a list of what I owe.”", "Tom" },
  };

  for (guint i = 0; i < N_BEFORE; i++)
    g_string_append (story, BEFORE);
  g_string_append (story, DIALOGUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].text == NULL)
      cases[i].text = story->str;
  return run_speech_cases ("dialogue", cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/dialogue/turns", test_turns);
  g_test_add_func ("/suggest/dialogue/later", test_later);
  g_test_add_func ("/suggest/dialogue/cast", test_cast);
  g_test_add_func ("/suggest/dialogue/named", test_named);
  g_test_add_func ("/suggest/dialogue/vague", test_vague);
  return run_stories ();
}
