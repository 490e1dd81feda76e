/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that were accepted and rejected before, and what the suggesters make of them. */
#include "quo-known-names.h"
#include "quo-suggestions.h"
#include "quo-tagset-file.h"

#include <string.h>

#define TEXT "Quill met Quill\nBay. Then quilling began; Quill Bay was shut. 東京 and Quills too.\n"

static QuoSnapshot *
make_snapshot (const char *words)
{
  g_autoptr (QuoText) text = quo_text_new (words);
  g_autoptr (QuoArticle) article = quo_article_new (text);

  return quo_snapshot_new (article, NULL);
}

static void
add (QuoSnapshot *snapshot, const char *type, guint32 start, guint32 end, QuoStatus status)
{
  g_autofree char *id = g_strdup_printf ("a%u-%u", start, status);
  const QuoSpan span = QUO_SPAN (start, end);

  quo_snapshot_take (
      snapshot,
      quo_annotation_new (&(QuoAnnotation){
          .base.id = id, .type = type, .ranges = &span, .n_ranges = 1, .status = status }));
}

/* Quotes and what nobody has judged do not count; a line end is a blank; the case of letters is
 * not all one. */
static void
test_count (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot (TEXT);
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  g_autoptr (QuoKnownNames) known = quo_known_names_new ();
  g_autoptr (QuoKnownNames) twice = quo_known_names_new ();
  const QuoKnownName *name;

  add (snapshot, "place", 10, 19, QUO_STATUS_NONE);
  add (snapshot, "person", 0, 5, QUO_STATUS_REJECTED);
  add (snapshot, "organization", 0, 5, QUO_STATUS_SUGGESTED);
  add (snapshot, "quote", 0, 9, QUO_STATUS_NONE);
  quo_known_names_add (known, snapshot, tagset);
  g_assert_cmpuint (quo_known_names_get_length (known), ==, 2);
  name = quo_known_names_find (known, "place", "Quill Bay");
  g_assert_nonnull (name);
  g_assert_cmpuint (name->n_accepted, ==, 1);
  g_assert_null (quo_known_names_find (known, "place", "quill bay"));
  g_assert_true (quo_known_names_is_rejected (known, "person", "Quill"));
  g_assert_false (quo_known_names_is_rejected (known, "place", "Quill"));
  quo_known_names_add_all (twice, known);
  quo_known_names_add_all (twice, known);
  g_assert_cmpuint (quo_known_names_find (twice, "place", "Quill\n Bay")->n_accepted, ==, 2);
  g_assert_cmpuint (quo_known_names_list (twice, 'Q', 'u')->len, ==, 2);
  g_assert_null (quo_known_names_list (twice, 'q', 'u'));
}

/* Somebody who is “she” in one place is not whom it means in all others. */
static void
test_pronoun (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ("She said no. She left.\n");
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  g_autoptr (QuoKnownNames) known = quo_known_names_new ();
  const QuoSpan span = QUO_SPAN (0, 3);
  const QuoValue pronoun = { .text = "pronoun" };
  const QuoAttr form = { .name = "form", .values = &pronoun, .n_values = 1 };

  quo_snapshot_take (snapshot, quo_annotation_new (&(QuoAnnotation){ .base.id = "she",
                                                                     .type = "mention",
                                                                     .ranges = &span,
                                                                     .n_ranges = 1,
                                                                     .attrs = &form,
                                                                     .n_attrs = 1 }));
  quo_known_names_add (known, snapshot, tagset);
  g_assert_cmpuint (quo_known_names_get_length (known), ==, 0);
}

static QuoSuggestions *
suggest (QuoSnapshot *snapshot, const QuoKnownNames *known)
{
  static const char *const only[] = { "names", "known", NULL };
  const QuoSuggestOptions options = { .language = "en", .only = only, .known = known };
  g_autoptr (GError) error = NULL;
  QuoSuggestions *suggestions = quo_suggest (snapshot, &options, NULL, &error);

  g_assert_no_error (error);
  return suggestions;
}

/* The rule that found the annotation, which is interned; NULL: it is not proposed. */
static const char *
find (const QuoSuggestions *suggestions, const char *type, guint32 start, guint32 end)
{
  for (guint i = 0; i < quo_suggestions_count_annotations (suggestions); i++)
    {
      g_autoptr (QuoAnnotation) annotation = quo_suggestions_dup_annotation (suggestions, i, NULL);

      if (strcmp (annotation->type, type) == 0 && annotation->ranges[0].start == start
          && annotation->ranges[0].end == end)
        return annotation->from->rule;
    }
  return NULL;
}

/* The longest words, whole words only, also where no blanks part them. */
static void
test_propose (void)
{
  g_autoptr (QuoSnapshot) lesson = make_snapshot (TEXT);
  g_autoptr (QuoSnapshot) snapshot = make_snapshot (TEXT);
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  g_autoptr (QuoKnownNames) known = quo_known_names_new ();
  g_autoptr (QuoSuggestions) suggestions = NULL;
  guint32 tokyo = (guint32)g_utf8_strlen (TEXT, strstr (TEXT, "東") - TEXT);

  add (lesson, "place", 10, 19, QUO_STATUS_NONE);
  add (lesson, "event", 0, 5, QUO_STATUS_NONE);
  add (lesson, "organization", tokyo, tokyo + 2, QUO_STATUS_NONE);
  quo_known_names_add (known, lesson, tagset);
  suggestions = suggest (snapshot, known);
  g_assert_nonnull (find (suggestions, "event", 0, 5));
  g_assert_nonnull (find (suggestions, "place", 10, 19));
  g_assert_nonnull (find (suggestions, "place", 42, 51));
  g_assert_nonnull (find (suggestions, "organization", tokyo, tokyo + 2));
  g_assert_null (find (suggestions, "event", 42, 47));
  g_assert_cmpstr (find (suggestions, "place", 42, 51), ==, "known");
}

/* What people reject is not proposed, whoever finds it. */
static void
test_reject (void)
{
  const char *words = "We asked Mr. Tom Baker about it. Mr. Tom Baker smiled.\n";
  g_autoptr (QuoSnapshot) lesson = make_snapshot (words);
  g_autoptr (QuoSnapshot) snapshot = make_snapshot (words);
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  g_autoptr (QuoKnownNames) known = quo_known_names_new ();
  g_autoptr (QuoSuggestions) before = suggest (snapshot, known), after = NULL;
  g_autoptr (QuoAnnotation) name = NULL;

  g_assert_cmpuint (quo_suggestions_count_annotations (before), >, 0);
  name = quo_suggestions_dup_annotation (before, 0, NULL);
  add (lesson, name->type, name->ranges[0].start, name->ranges[0].end, QUO_STATUS_REJECTED);
  quo_known_names_add (known, lesson, tagset);
  after = suggest (snapshot, known);
  for (guint i = 0; i < quo_suggestions_count_annotations (after); i++)
    {
      g_autoptr (QuoAnnotation) other = quo_suggestions_dup_annotation (after, i, NULL);
      g_autofree char *a = quo_text_dup (snapshot->article->text, other->ranges[0]);
      g_autofree char *b = quo_text_dup (snapshot->article->text, name->ranges[0]);

      g_assert_false (strcmp (a, b) == 0 && strcmp (other->type, name->type) == 0);
    }
}

/* What was accepted as a name of one type is not proposed as one of another. */
static void
test_other_type (void)
{
  const char *words = "It rained in Belgium. Then Belgium scored; Ghent did not.\n";
  g_autoptr (QuoSnapshot) lesson = make_snapshot (words);
  g_autoptr (QuoSnapshot) snapshot = make_snapshot (words);
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  g_autoptr (QuoKnownNames) known = quo_known_names_new ();
  g_autoptr (QuoSuggestions) before = suggest (snapshot, known), after = NULL;

  g_assert_nonnull (find (before, "place", 13, 20));
  add (lesson, "organization", 13, 20, QUO_STATUS_NONE);
  quo_known_names_add (known, lesson, tagset);
  g_assert_true (quo_known_names_is_rejected (known, "place", "Belgium"));
  g_assert_false (quo_known_names_is_rejected (known, "place", "Ghent"));
  after = suggest (snapshot, known);
  g_assert_null (find (after, "place", 27, 34));
  g_assert_nonnull (find (after, "organization", 27, 34));
}

static gboolean
finds_quote (QuoSnapshot *snapshot, const QuoKnownNames *known)
{
  static const char *const only[] = { "quotes", NULL };
  const QuoSuggestOptions options = { .language = "en", .only = only, .known = known };
  g_autoptr (QuoSuggestions) suggestions = quo_suggest (snapshot, &options, NULL, NULL);

  return find (suggestions, "quote", 17, 60) != NULL;
}

/* A verb that was accepted as a word of saying is one, also where no marks stand. */
static void
test_cue (void)
{
  const char *words = "Ida Lund groused that the road was too steep for their carts.\n";
  g_autoptr (QuoSnapshot) lesson = make_snapshot ("“Too steep,” groused Ida Lund.\n");
  g_autoptr (QuoSnapshot) unlearnt = make_snapshot ("“Too steep,” groused Ida Lund.\n");
  g_autoptr (QuoSnapshot) snapshot = make_snapshot (words);
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  g_autoptr (QuoKnownNames) known = quo_known_names_new (), not_known = quo_known_names_new ();
  g_autoptr (GPtrArray) cues = NULL;

  add (lesson, "cue", 13, 20, QUO_STATUS_ACCEPTED);
  add (unlearnt, "cue", 13, 20, QUO_STATUS_REJECTED);
  quo_known_names_add (known, lesson, tagset);
  quo_known_names_add (not_known, unlearnt, tagset);
  cues = quo_known_names_list_cues (known);
  g_assert_cmpuint (cues->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (cues, 0), ==, "groused");
  g_assert_false (finds_quote (snapshot, NULL));
  g_assert_false (finds_quote (snapshot, not_known));
  g_assert_true (finds_quote (snapshot, known));
}

static guint32
find_words (const char *text, const char *words)
{
  return (guint32)g_utf8_strlen (text, strstr (text, words) - text);
}

/* Whether "Mayor Tom Baker" is proposed with the title, and "the Arne Council" with the article,
 * after a president was accepted as @accepted, and a body as @body. */
static void
assert_habits (const char *accepted, const char *body, gboolean is_longer)
{
  static const char *const text = "In Paris President Anna Lee met Mayor Tom Baker there, and "
                                  "the Audit Office sued the Arne Council.\n";
  g_autoptr (QuoSnapshot) snapshot = make_snapshot (text);
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  g_autoptr (QuoKnownNames) one = quo_known_names_new (), known = quo_known_names_new ();
  g_autoptr (QuoSuggestions) suggestions = NULL;
  guint32 start = find_words (text, accepted), baker = find_words (text, "Tom Baker");
  guint32 office = find_words (text, body), council = find_words (text, "Arne Council");

  add (snapshot, "person", start, start + (guint32)strlen (accepted), QUO_STATUS_NONE);
  add (snapshot, "organization", office, office + (guint32)strlen (body), QUO_STATUS_NONE);
  quo_known_names_add (one, snapshot, tagset);
  quo_known_names_add_all (known, one);
  suggestions = suggest (snapshot, known);
  g_assert_nonnull (find (suggestions, "person", baker - (is_longer ? 6 : 0), baker + 9));
  g_assert_nonnull (
      find (suggestions, "organization", council - (is_longer ? 4 : 0), council + 12));
}

/* Whether titles and articles belong to names is for people to say; they are followed. */
static void
test_habits (void)
{
  assert_habits ("Anna Lee", "Audit Office", FALSE);
  assert_habits ("President Anna Lee", "the Audit Office", TRUE);
}

/* "The Arne Post" loses its article where names are marked without. */
static void
test_capital_article (void)
{
  static const char *const text
      = "He asked the Audit Office about it, then told The Arne Post what it had said.\n";
  g_autoptr (QuoSnapshot) snapshot = make_snapshot (text);
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  g_autoptr (QuoKnownNames) known = quo_known_names_new ();
  g_autoptr (QuoSuggestions) before = suggest (snapshot, known), after = NULL;
  guint32 office = find_words (text, "Audit Office"), post = find_words (text, "The Arne Post");

  g_assert_nonnull (find (before, "organization", post, post + 13));
  add (snapshot, "organization", office, office + 12, QUO_STATUS_NONE);
  quo_known_names_add (known, snapshot, tagset);
  after = suggest (snapshot, known);
  g_assert_null (find (after, "organization", post, post + 13));
  g_assert_nonnull (find (after, "organization", post + 4, post + 13));
}

/* "The mayor" was somebody once, and is again, but not where a title stands before its name. */
static void
test_title_before_name (void)
{
  static const char *const text = "The mayor came. The mayor left. The mayor Anna Lee stayed.\n";
  g_autoptr (QuoSnapshot) snapshot = make_snapshot (text);
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  g_autoptr (QuoKnownNames) known = quo_known_names_new ();
  g_autoptr (QuoSuggestions) suggestions = NULL;

  add (snapshot, "mention", 0, 9, QUO_STATUS_NONE);
  quo_known_names_add (known, snapshot, tagset);
  suggestions = suggest (snapshot, known);
  g_assert_nonnull (find (suggestions, "mention", 16, 25));
  g_assert_null (find (suggestions, "mention", 32, 41));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/known-names/pronoun", test_pronoun);
  g_test_add_func ("/suggest/known-names/count", test_count);
  g_test_add_func ("/suggest/known-names/propose", test_propose);
  g_test_add_func ("/suggest/known-names/reject", test_reject);
  g_test_add_func ("/suggest/known-names/other-type", test_other_type);
  g_test_add_func ("/suggest/known-names/cue", test_cue);
  g_test_add_func ("/suggest/known-names/habits", test_habits);
  g_test_add_func ("/suggest/known-names/capital-article", test_capital_article);
  g_test_add_func ("/suggest/known-names/title-before-name", test_title_before_name);
  return g_test_run ();
}
