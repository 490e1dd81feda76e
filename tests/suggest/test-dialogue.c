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
  GArray *turns = read_turns ("AB?BA");
  QuoDialogueTurn *turn = get_turn (turns, 2);
  QuoDialogueChoice own = { 'B', 1 }, other = { 'A', -0.5 };

  turn->is_open = FALSE;
  turn->is_vague = TRUE;
  g_array_set_size (turn->choices, 0);
  g_array_append_val (turn->choices, own);
  g_array_append_val (turn->choices, other);
  check (turns, "", "ABABA");
}

/* “...,” said she, behind what she said before: whoever says so need not take turns. */
static void
test_vague_again (void)
{
  GArray *turns = read_turns ("B?A");
  QuoDialogueTurn *turn = get_turn (turns, 1);
  QuoDialogueChoice own = { 'B', 1 }, other = { 'C', -0.5 };

  turn->is_open = FALSE;
  turn->is_vague = TRUE;
  g_array_set_size (turn->choices, 0);
  g_array_append_val (turn->choices, own);
  g_array_append_val (turn->choices, other);
  check (turns, "AC", "BBA");
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

/* Two speak in one paragraph, and one tells what somebody else says. */
#define TWO_IN_ONE                                                                                    \
  "“I am afraid of them,” cried Ada, and sat down on the stairs. “And I am not,” said Ruth, " \
  "“for they are only people.”\n\n"                                                               \
  "“Then we agree.”\n\n"                                                                          \
  "“My aunt would laugh at us. Every time a child says, ‘I am afraid of them,’ she laughs,” " \
  "said Ruth.\n\n"                                                                                    \
  "“Nobody says so here.”\n\n"

/* Longer than is settled at once: who speaks is said at its start alone. */
#define N_MANY 90

static void
append_many (GString *story)
{
  g_string_append (story, BEFORE "“Count with me,” said Ada.\n\n“As you like,” said Ruth.\n\n");
  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (story, "“It is number %u of them, and so it goes.”\n\n", i);
  g_string_append (story, "“The last one?”\n\n“The very last.”\n");
}

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
    { "two-in-a-paragraph", "en", NULL, "“And I am not,” | “for they are only people.”", "Ruth" },
    { "answers-the-second-of-a-paragraph", "en", NULL, "“Then we agree.”", "Ada" },
    { "not-who-is-told-of", "en", NULL, "“Nobody says so here.”", "Ada" },
    { "goes-on-behind-many-turns", "en", NULL, "“The last one?”", "Ada" },
    { "answers-behind-many-turns", "en", NULL, "“The very last.”", "Ruth" },
    { "in-a-short-story", "en", SHORT_STORY, "“Then it is a poem.”", "Ada" },
    { "later-in-a-short-story", "en", SHORT_STORY, "“It is a list of what I owe.”", "Tom" },
  };

  for (guint i = 0; i < N_BEFORE; i++)
    g_string_append (story, BEFORE);
  g_string_append (story, DIALOGUE BEFORE TWO_IN_ONE);
  append_many (story);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].text == NULL)
      cases[i].text = story->str;
  return run_speech_cases ("dialogue", cases, G_N_ELEMENTS (cases));
}

/* Who is meant by the words that say who speaks: the pronoun of a quote stands for the person with
 * the name. */
typedef struct
{
  const char *name, *text, *quote, *who;
} WhoCase;

#define GARDEN                                                                                     \
  "It was late in the summer, and they had been out in the garden since the bell rang for "        \
  "dinner. The wall was warm behind them, and he had his hat over his eyes, as if he slept.\n\n"

static const WhoCase who_cases[] = {
  { "she-is-who-just-spoke",
    GARDEN "“We ought to go in,” yawned Miss Lund, looking at the sky.\n\n"
           "“Very well,” said Clara. “What shall we do there?” She turned to the others: “What do "
           "people do?”\n",
    "“What do people do?”", "Clara" },
  { "not-somebody-named-later",
    GARDEN "Wendy listened to Philip.\n\n"
           "“And so,” he went on, “there was one for everybody.”\n\n"
           "“One for everybody?”\n\n"
           "“For every one of us.”\n\n"
           "“I never saw mine,” said Wendy.\n\n"
           "Then Robert came down the path with the dog.\n",
    "“And so,” | “there was one for everybody.”", "Philip" },
  { "who-behind-a-comma",
    GARDEN
    "“The board says nothing at all,” said Thomas Wilk, a painter from the coast.\n\n"
    "The minister Paul Greer, who had urged both to “get in a room and stay there”, was glad.\n",
    "to “get in a room and stay there”", "Paul Greer" },
  { "a-given-name-that-is-a-surname",
    GARDEN "Mary Hale went up to James with the letter in her hand.\n\n"
           "“Is it from your uncle?” he asked.\n",
    "“Is it from your uncle?”", "James" },
};

static char *
dup_entity (const QuoSuggestions *suggestions, const QuoText *text, const char *words)
{
  for (guint i = 0; i < quo_suggestions_count_annotations (suggestions); i++)
    {
      g_autoptr (QuoAnnotation) annotation = quo_suggestions_dup_annotation (suggestions, i, NULL);
      g_autofree char *found = dup_ranges (text, annotation);

      if (annotation->n_entities > 0 && strcmp (found, words) == 0)
        return g_strdup (annotation->entities[0]);
    }
  return NULL;
}

/* The id of who is meant by whom the quote has as its source. */
static char *
dup_meant (const QuoSuggestions *suggestions, const QuoText *text, const char *quote)
{
  for (guint i = 0; i < quo_suggestions_count_annotations (suggestions); i++)
    {
      g_autoptr (QuoAnnotation) annotation = quo_suggestions_dup_annotation (suggestions, i, NULL);
      g_autoptr (QuoRelation) relation = NULL;
      g_autofree char *words = dup_ranges (text, annotation);
      const QuoRole *role;

      if (strcmp (annotation->type, "quote") != 0 || strcmp (words, quote) != 0)
        continue;
      relation = quo_suggestions_dup_quotation (suggestions, annotation->base.id);
      role = relation != NULL ? quo_relation_find_role (relation, "source") : NULL;
      if (role != NULL)
        {
          g_autoptr (QuoAnnotation) source = quo_suggestions_dup (suggestions, role->members[0]);

          return source->n_entities > 0 ? g_strdup (source->entities[0]) : NULL;
        }
    }
  return NULL;
}

static void
test_who (gconstpointer data)
{
  const WhoCase *it = data;
  const QuoSuggestOptions options = { .language = "en" };
  g_autoptr (QuoText) text = quo_text_new (it->text);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoSuggestions) suggestions = quo_suggest (snapshot, &options, NULL, &error);
  g_autofree char *meant = NULL, *named = NULL;

  g_assert_no_error (error);
  meant = dup_meant (suggestions, text, it->quote);
  named = dup_entity (suggestions, text, it->who);
  g_assert_nonnull (named);
  g_assert_cmpstr (meant, ==, named);
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
  g_test_add_func ("/suggest/dialogue/vague-again", test_vague_again);
  for (guint i = 0; i < G_N_ELEMENTS (who_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/suggest/dialogue/who/%s", who_cases[i].name);

      g_test_add_data_func (path, &who_cases[i], test_who);
    }
  return run_stories ();
}
