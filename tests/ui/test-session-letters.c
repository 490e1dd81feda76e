/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters of what is too unlikely to be suggested, and what capitals and Alt do to a suggestion. */
#include "sift-fixture.h"

#include <string.h>

/* (transfer full): the words of the chances with letters, each with its own: "Guardian=c". */
static char *
list_chances (QuoSession *session)
{
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));
  g_autoptr (GArray) all
      = quo_session_list_sift_chances (session, QUO_SPAN (0, quo_text_get_length (text)));
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const QuoSiftChance *chance = &g_array_index (all, QuoSiftChance, i);
      g_autofree char *words = quo_text_dup (text, chance->span);

      g_string_append_printf (list, "%s%s=%c", i > 0 ? " " : "", words, (char)chance->letter);
    }
  return g_string_free (list, FALSE);
}

static const char *const council
    = "It was Vera Moss who met the Home Secretary. She told the Home Secretary about it.\n";

/* A title alone is not suggested, but has a letter while suggestions have: typed it is marked, and
 * typed again it is no mark any more. */
static void
test_chance (void)
{
  g_autoptr (QuoSession) session = open_text (council);
  g_autofree char *before = NULL, *during = NULL, *after = NULL, *left = NULL;
  guint n_suggested;
  gboolean is_taken;

  suggest (session);
  n_suggested = quo_session_count_suggested (session);
  quo_session_select (session, 0, 0);
  before = list_chances (session);
  g_assert_cmpstr (before, ==, "");
  g_assert_true (quo_session_sift (session, ""));
  during = list_chances (session);
  g_assert_cmpstr (during, ==, "Home Secretary=c Home Secretary=d");
  g_assert_cmpuint (quo_session_count_suggested (session), ==, n_suggested);
  quo_session_type_sift (session, 'c');
  assert_status (session, "Home Secretary", QUO_STATUS_NONE);
  g_assert_cmpstr (quo_session_get_selected (session)->type, ==, "person");
  g_assert_cmpint (get_letter (session, "Home Secretary", &is_taken), ==, 'c');
  g_assert_true (is_taken);
  settle (session);
  /* What was marked once is suggested where it stands again. */
  g_assert_cmpuint (quo_session_count_suggested (session), ==, n_suggested + 1);
  quo_session_type_sift (session, 'c');
  settle (session);
  g_assert_cmpuint (quo_session_count (session, "person"), ==, 0);
  left = list_chances (session);
  g_assert_nonnull (strstr (left, "Home Secretary"));
  quo_session_end_sift (session);
  after = list_chances (session);
  g_assert_cmpstr (after, ==, "");
}

/* Who does not see the letters of chances hears them on the way from suggestion to suggestion, and
 * where the caret goes. */
static void
test_chance_told (void)
{
  g_autoptr (QuoSession) session = open_text (council);
  static const char *const told[]
      = { "Letter A, taken: Person: Vera Moss", "Letter C, perhaps: Person: Home Secretary",
          "Letter D, perhaps: Person: Home Secretary" };
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));
  guint32 secretary;

  suggest (session);
  secretary = (guint32)(strstr (council, "Secretary") - council);
  g_assert_cmpuint (secretary, <, quo_text_get_length (text));
  quo_session_select (session, 0, 0);
  g_assert_true (quo_session_sift (session, ""));
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      do
        g_assert_true (quo_session_next (session, 1));
      while (!g_str_has_prefix (quo_session_get_message (session), "Letter"));
      g_assert_cmpstr (quo_session_get_message (session), ==, told[i]);
    }
  for (guint i = G_N_ELEMENTS (told) - 1; i > 0; i--)
    {
      do
        g_assert_true (quo_session_next (session, -1));
      while (!g_str_has_prefix (quo_session_get_message (session), "Letter"));
      g_assert_cmpstr (quo_session_get_message (session), ==, told[i - 1]);
    }
  quo_session_follow (session, secretary, QUO_SPAN (secretary, secretary));
  g_assert_cmpstr (quo_session_get_message (session), ==, told[1]);
  quo_session_end_sift (session);
  quo_session_follow (session, 0, QUO_SPAN (0, 0));
  quo_session_follow (session, secretary, QUO_SPAN (secretary, secretary));
  g_assert_cmpstr (quo_session_get_message (session), ==, "No annotation here");
}

/* Who passes a chance over has not said that it is none: nothing is noted. */
static void
test_chance_passed (void)
{
  g_autoptr (QuoSession) session = open_text (council);
  QuoDocument *document = quo_session_get_document (session);
  GPtrArray *all;

  suggest (session);
  quo_session_select (session, 0, 0);
  g_assert_true (quo_session_sift (session, "\n"));
  settle (session);
  assert_status (session, "Vera Moss", QUO_STATUS_NONE);
  all = quo_document_get_records (document, QUO_RECORD_ANNOTATION);
  for (guint i = 0; i < all->len; i++)
    g_assert_cmpint (((const QuoAnnotation *)g_ptr_array_index (all, i))->status, !=,
                     QUO_STATUS_REJECTED);
}

/* A capital takes the name with other borders, and goes through them; it is one act each time. */
static void
test_capital (void)
{
  g_autoptr (QuoSession) session = open_story ();
  guint n_undo;
  gboolean is_taken;
  char letter;

  suggest (session);
  quo_session_select (session, 0, 0);
  n_undo = quo_document_get_n_undo (quo_session_get_document (session));
  g_assert_true (quo_session_sift (session, ""));
  letter = get_letter (session, "Ingrid Berg", &is_taken);
  quo_session_type_sift (session, (gunichar)g_ascii_toupper (letter));
  assert_status (session, "Mayor Ingrid Berg", QUO_STATUS_NONE);
  g_assert_cmpint (get_letter (session, "Mayor Ingrid Berg", &is_taken), ==, letter);
  g_assert_true (is_taken);
  g_assert_cmpuint (quo_document_get_n_undo (quo_session_get_document (session)), ==, n_undo + 1);
  settle (session);
  quo_session_type_sift (session, (gunichar)g_ascii_toupper (letter));
  g_assert_false (quo_text_equals (quo_document_get_text (quo_session_get_document (session)),
                                   quo_session_get_selected (session)->ranges[0],
                                   "Mayor Ingrid Berg"));
  settle (session);
  g_assert_true (quo_session_is_sifting (session));
  quo_session_type_sift (session, '\n');
  settle (session);
  g_assert_cmpuint (count_quotes (session, QUO_STATUS_NONE), ==, 2);
}

/* Shift and the letter until the selected one says @words. Returns: how often. */
static guint
type_capital_until (QuoSession *session, char letter, const char *words)
{
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));

  for (guint n = 1; n < 20; n++)
    {
      quo_session_type_sift (session, (gunichar)g_ascii_toupper (letter));
      if (quo_text_equals (text, quo_session_get_selected (session)->ranges[0], words))
        return n;
      settle (session);
    }
  g_error ("“%s” are no other borders", words);
}

/* With other borders it may have another label, as a part of the same act; with those that were
 * suggested it is again what was suggested. */
static void
test_capital_fits_label (void)
{
  g_autoptr (QuoSession) session
      = open_text ("It rained. They asked the Norway Board. Mayor Vera Moss left.\n");
  QuoDocument *document = quo_session_get_document (session);
  gboolean is_taken;
  guint n_undo;
  char letter;

  suggest (session);
  quo_session_select (session, 0, 0);
  g_assert_true (quo_session_sift (session, ""));
  g_assert_cmpstr (find (session, "Norway Board")->type, ==, "organization");
  letter = get_letter (session, "Norway Board", &is_taken);
  n_undo = quo_document_get_n_undo (document);
  n_undo += type_capital_until (session, letter, "Norway");
  g_assert_cmpstr (quo_session_get_selected (session)->type, ==, "place");
  g_assert_nonnull (strstr (quo_session_get_message (session), "Place: Norway"));
  g_assert_cmpuint (quo_document_get_n_undo (document), ==, n_undo);
  settle (session);
  type_capital_until (session, letter, "Norway Board");
  g_assert_cmpstr (quo_session_get_selected (session)->type, ==, "organization");
}

/* Where two labels are likely, Alt and the letter take the second one, as one act. */
static void
test_second_label (void)
{
  g_autoptr (QuoSession) session
      = open_text ("It was Vera Moss who met Karl Olsen. They liked Halden and Chelsea.\n");
  GPtrArray *all = NULL;
  guint n_seconds = 0;

  suggest (session);
  quo_session_select (session, 0, 0);
  g_assert_true (quo_session_sift (session, ""));
  all = quo_document_get_records (quo_session_get_document (session), QUO_RECORD_ANNOTATION);
  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);
      const char *second = quo_session_get_second_label (session, annotation);
      g_autofree char *id = g_strdup (annotation->base.id);
      gboolean is_taken;
      gunichar letter = quo_session_get_sift_letter (session, annotation, &is_taken);

      if (second == NULL)
        continue;
      n_seconds++;
      g_assert_cmpstr (second, !=, annotation->type);
      g_assert_true (quo_session_type_sift_label (session, letter));
      annotation = quo_document_find_annotation (quo_session_get_document (session), id);
      g_assert_cmpstr (annotation->type, ==, second);
      g_assert_cmpint (annotation->status, ==, QUO_STATUS_NONE);
      g_assert_cmpint (quo_session_get_sift_letter (session, annotation, &is_taken), ==, letter);
      g_assert_null (quo_session_get_second_label (session, annotation));
      settle (session);
      break;
    }
  g_assert_cmpuint (n_seconds, ==, 1);
  /* “Vera Moss” is nothing but a person. */
  g_assert_true (quo_session_type_sift_label (session, 'a'));
  assert_status (session, "Vera Moss", QUO_STATUS_SUGGESTED);
  g_assert_nonnull (strstr (quo_session_get_message (session), "A"));
}

/* What is left of a name whose borders were changed is suggested by itself, and has a letter. */
static void
test_rest_of_name (void)
{
  g_autoptr (QuoSession) session
      = open_text ("It rained. Then Kvist Karl Olsen left. Mary Jones stayed.\n");
  gboolean is_taken;

  suggest (session);
  quo_session_select (session, 0, 0);
  g_assert_true (quo_session_sift (session, ""));
  type_capital_until (session, get_letter (session, "Kvist Karl Olsen", &is_taken), "Kvist");
  settle (session);
  g_assert_cmpint (get_letter (session, "Karl Olsen", &is_taken), !=, 0);
  g_assert_true (is_taken);
  g_assert_nonnull (strstr (quo_session_get_message (session), "Person: Kvist – Letter "));
  g_assert_nonnull (strstr (quo_session_get_message (session), ", taken: Person: Karl Olsen"));
  quo_session_type_sift (session, '\n');
  assert_status (session, "Karl Olsen", QUO_STATUS_NONE);
  assert_status (session, "Kvist", QUO_STATUS_NONE);
}

/* Where no letter is left, what was mended before gives up its own for a new suggestion. */
static void
test_letters_run_out (void)
{
  g_autoptr (GString) words = g_string_new ("Then Kvist Karl Olsen met Mayor Vera Moss");
  g_autoptr (QuoSession) session = NULL;
  gboolean is_taken;
  char first, second;

  for (guint i = 2; i < strlen (QUO_SIFT_KEYS); i++)
    g_string_append (words, ", and Omar Haddad");
  g_string_append (words, ".\n");
  session = open_text (words->str);
  suggest (session);
  quo_session_select (session, 0, 0);
  g_assert_true (quo_session_sift (session, ""));
  first = get_letter (session, "Kvist Karl Olsen", &is_taken);
  second = get_letter (session, "Vera Moss", &is_taken);
  type_capital_until (session, second, "Mayor Vera Moss");
  settle (session);
  g_assert_cmpint (get_letter (session, "Mayor Vera Moss", &is_taken), ==, second);
  type_capital_until (session, first, "Kvist");
  settle (session);
  g_assert_cmpint (get_letter (session, "Kvist", &is_taken), ==, first);
  g_assert_cmpint (get_letter (session, "Karl Olsen", &is_taken), ==, second);
  assert_status (session, "Mayor Vera Moss", QUO_STATUS_NONE);
}

/* Words that were left out on one screen may be meant on the next one: there they have a letter,
 * and are not taken without it. */
static void
test_rejected_elsewhere (void)
{
  g_autoptr (QuoSession) session
      = open_text ("It was Vera Moss who met Karl Olsen.\n\n"
                   "Then Mary Jones left Paris. There was Karl Olsen with Paul Adler.\n");
  g_autofree char *list = NULL;

  suggest (session);
  quo_session_set_reach (session, 50);
  quo_session_select (session, 0, 0);
  g_assert_true (quo_session_sift (session, ""));
  type (session, "Karl Olsen");
  g_assert_true (quo_session_sift (session, "\n"));
  settle (session);
  quo_session_set_reach (session, 500);
  quo_session_end_sift (session);
  g_assert_true (quo_session_sift (session, ""));
  list = list_chances (session);
  g_assert_true (g_str_has_prefix (list, "Karl Olsen="));
  quo_session_type_sift (session, (gunichar)list[strlen ("Karl Olsen=")]);
  g_assert_cmpint (quo_session_get_selected (session)->status, ==, QUO_STATUS_NONE);
  g_assert_cmpstr (quo_session_get_selected (session)->type, ==, "person");
}

/* A title that begins a sentence and has no name after it. */
static void
test_title_begins (void)
{
  g_autoptr (QuoSession) session
      = open_text ("It was Vera Moss. Undersecretary for this and that, she left.\n");
  g_autofree char *list = NULL;

  suggest (session);
  quo_session_select (session, 0, 0);
  g_assert_true (quo_session_sift (session, ""));
  list = list_chances (session);
  g_assert_cmpstr (list, ==, "Undersecretary=c");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/session-letters/chance", test_chance);
  g_test_add_func ("/ui/session-letters/chance-told", test_chance_told);
  g_test_add_func ("/ui/session-letters/chance-passed", test_chance_passed);
  g_test_add_func ("/ui/session-letters/capital", test_capital);
  g_test_add_func ("/ui/session-letters/capital-fits-label", test_capital_fits_label);
  g_test_add_func ("/ui/session-letters/second-label", test_second_label);
  g_test_add_func ("/ui/session-letters/rest-of-name", test_rest_of_name);
  g_test_add_func ("/ui/session-letters/run-out", test_letters_run_out);
  g_test_add_func ("/ui/session-letters/rejected-elsewhere", test_rejected_elsewhere);
  g_test_add_func ("/ui/session-letters/title-begins", test_title_begins);
  return g_test_run ();
}
