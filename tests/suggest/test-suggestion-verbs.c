/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-suggestion-questions.h"
#include "quo-suggestion-reasons.h"
#include "quo-suggestion-verbs.h"

#include "two-quotes.h"

/* A document with proposals in it. */
static QuoDocument *
make_document (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();
  g_autoptr (QuoSuggestions) suggestions = suggest (snapshot);
  QuoDocument *document = quo_document_new (snapshot);
  const QuoActor actor = { .agent_name = "Ada" };
  g_autoptr (QuoEdit) edit = quo_verb_suggest (document, &actor, suggestions);
  g_autoptr (GError) error = NULL;

  quo_document_apply (document, edit, &error);
  g_assert_no_error (error);
  return document;
}

static guint
count_status (QuoDocument *document, const char *type, QuoStatus status)
{
  GPtrArray *all = quo_document_get_records (document, QUO_RECORD_ANNOTATION);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);

      n += annotation->status == status && g_strcmp0 (annotation->type, type) == 0;
    }
  return n;
}

static const QuoAnnotation *
find_first_quote (QuoDocument *document)
{
  GPtrArray *all = quo_document_get_records (document, QUO_RECORD_ANNOTATION);

  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);

      if (g_strcmp0 (annotation->type, "quote") == 0)
        return annotation;
    }
  return NULL;
}

static void
apply (QuoDocument *document, QuoEdit *edit)
{
  g_autoptr (QuoEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (owned);
  quo_document_apply (document, owned, &error);
  g_assert_no_error (error);
}

/* A quote comes with its cue, its speaker and the link, and one undo takes all of it back. */
static void
test_accept (void)
{
  g_autoptr (QuoDocument) document = make_document ();
  const QuoActor actor = { .agent_name = "Ada" };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  const QuoAnnotation *quote = find_first_quote (document);
  const QuoRelation *relation;

  g_ptr_array_add (list, (gpointer)quote);
  apply (document, quo_verb_accept_suggestions (document, &actor, list));
  g_assert_cmpuint (count_status (document, "quote", QUO_STATUS_NONE), ==, 1);
  g_assert_cmpuint (count_status (document, "cue", QUO_STATUS_NONE), ==, 1);
  g_assert_cmpuint (count_status (document, "person", QUO_STATUS_NONE), ==, 1);
  relation = quo_document_find_relation (document, "quotation", "quote",
                                         find_first_quote (document)->base.id);
  g_assert_cmpint (relation->status, ==, QUO_STATUS_NONE);
  quo_document_undo (document);
  g_assert_cmpuint (count_status (document, "quote", QUO_STATUS_SUGGESTED), ==, 2);
  g_assert_cmpuint (count_status (document, "person", QUO_STATUS_NONE), ==, 0);
}

/* A rejected quote stays as a record that says so, and what came with it goes; it is not proposed
 * again. */
static void
test_reject (void)
{
  g_autoptr (QuoDocument) document = make_document ();
  const QuoActor actor = { .agent_name = "Ada" };
  g_autoptr (QuoSnapshot) snapshot = NULL;
  g_autoptr (QuoSuggestions) again = NULL;

  apply (document, quo_verb_reject_suggestion (document, &actor, find_first_quote (document)));
  g_assert_cmpuint (count_status (document, "quote", QUO_STATUS_REJECTED), ==, 1);
  g_assert_cmpuint (count_status (document, "cue", QUO_STATUS_SUGGESTED), ==, 1);
  snapshot = quo_document_snapshot (document);
  again = suggest (snapshot);
  g_assert_cmpuint (get_start_of_first (again), ==, 45);
  apply (document, quo_verb_suggest (document, &actor, again));
  g_assert_cmpuint (count_status (document, "quote", QUO_STATUS_SUGGESTED), ==, 1);
  g_assert_cmpuint (count_status (document, "quote", QUO_STATUS_REJECTED), ==, 1);
}

/* The words of the reason of a kind, NULL if there is none. (transfer full) */
static char *
dup_reason (QuoDocument *document, const QuoAnnotation *annotation, QuoReasonKind kind)
{
  g_autoptr (GPtrArray) reasons
      = quo_suggestion_reasons (document, annotation, quo_suggestion_describe (annotation));

  for (guint i = 0; i < reasons->len; i++)
    {
      const QuoReason *reason = g_ptr_array_index (reasons, i);

      if (reason->kind == kind)
        return g_strdup (reason->words);
    }
  return NULL;
}

static const QuoAnnotation *
find_of_type (QuoDocument *document, const char *type)
{
  GPtrArray *all = quo_document_get_records (document, QUO_RECORD_ANNOTATION);

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (((QuoAnnotation *)g_ptr_array_index (all, i))->type, type) == 0)
      return g_ptr_array_index (all, i);
  return NULL;
}

/* Why a quote is proposed is read off what stands beside it, and off what was accepted so far. */
static void
test_reasons (void)
{
  g_autoptr (QuoDocument) document = make_document ();
  const QuoActor actor = { .agent_name = "Ada" };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  const QuoAnnotation *quote = find_first_quote (document);
  g_autofree char *rule = dup_reason (document, quote, QUO_REASON_RULE);
  g_autofree char *cue = dup_reason (document, quote, QUO_REASON_CUE);
  g_autofree char *position = dup_reason (document, quote, QUO_REASON_POSITION);
  g_autofree char *name = NULL;

  g_assert_cmpstr (rule, ==, "Stands in quotation marks");
  g_assert_cmpstr (cue, ==, "“said” stands after it");
  g_assert_cmpstr (position, ==, "“Omar Haddad” stands after the verb");
  g_assert_null (dup_reason (document, quote, QUO_REASON_KNOWN));
  g_assert_null (dup_reason (document, find_of_type (document, "person"), QUO_REASON_KNOWN));
  g_ptr_array_add (list, (gpointer)quote);
  apply (document, quo_verb_accept_suggestions (document, &actor, list));
  name = dup_reason (document, find_of_type (document, "person"), QUO_REASON_KNOWN);
  g_assert_cmpstr (name, ==, "Accepted 1 time in this article");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/suggestion-verbs/accept", test_accept);
  g_test_add_func ("/suggest/suggestion-verbs/reject", test_reject);
  g_test_add_func ("/suggest/suggestion-verbs/reasons", test_reasons);
  return g_test_run ();
}
