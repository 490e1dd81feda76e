/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verbs-fixture.h"

#include <string.h>

static const char *const story
    = "“We will build it,” Jana Köhler told reporters on Tuesday, “and soon.”\r\n"
      "She said so in Berlin. Köhler left Berlin.\r\n";

const QuoLabel person = { .id = "person", .name = "Person", .kind = QUO_LABEL_ENTITY };
const QuoLabel place = { .id = "place", .name = "Place", .kind = QUO_LABEL_ENTITY };

void
set_up (Fixture *fixture, gconstpointer data)
{
  static const QuoLabel labels[] = {
    { .id = "person", .name = "Person", .kind = QUO_LABEL_ENTITY },
    { .id = "quote", .name = "Quote", .kind = QUO_LABEL_QUOTE },
    { .id = "cue", .name = "Cue", .kind = QUO_LABEL_CUE },
  };
  g_autoptr (QuoArticle) article = NULL;

  fixture->text = quo_text_new (story);
  article = quo_article_new (fixture->text);
  fixture->start = quo_snapshot_new (article, NULL);
  fixture->document = quo_document_new (fixture->start);
  fixture->tagset = quo_tagset_new ("test");
  fixture->tagset->labels = labels;
  fixture->tagset->n_labels = G_N_ELEMENTS (labels);
  fixture->actor.agent_name = "Anna";
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  while (quo_document_undo (fixture->document) != NULL)
    ;
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    g_assert_cmpuint (quo_document_count (fixture->document, kind), ==, 0);
  g_assert_finalize_object (fixture->document);
  quo_tagset_unref (fixture->tagset);
  quo_snapshot_unref (fixture->start);
  quo_text_unref (fixture->text);
}

const QuoAnnotation *
apply (Fixture *fixture, QuoEdit *made)
{
  g_autoptr (QuoEdit) edit = made;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (edit);
  g_assert_cmpstr (edit->title, !=, "");
  g_assert_true (quo_document_apply (fixture->document, edit, &error));
  g_assert_no_error (error);
  return quo_document_find_annotation (fixture->document, edit->select);
}

QuoSpan
find (Fixture *fixture, const char *words, guint nth)
{
  const char *utf8 = quo_text_get_utf8 (fixture->text), *at = utf8 - 1;
  guint32 start;

  for (guint i = 0; i <= nth; i++)
    at = strstr (at + 1, words);
  g_assert_nonnull (at);
  start = quo_text_from_byte (fixture->text, at - utf8);
  return QUO_SPAN (start, start + g_utf8_strlen (words, -1));
}

const QuoAnnotation *
tag (Fixture *fixture, const QuoLabel *label, const char *words, guint nth)
{
  QuoSpan span = find (fixture, words, nth);

  return apply (fixture,
                quo_verb_tag (fixture->document, &fixture->actor, label, &span, 1, NULL, NULL));
}

const QuoAnnotation *
tag_quote (Fixture *fixture, gboolean with_cue)
{
  const QuoSpan parts[]
      = { find (fixture, "“and soon.”", 0), find (fixture, "“We will build it,”", 0) };
  QuoSpan cue = find (fixture, "told", 0);

  return apply (fixture, quo_verb_tag_quote (fixture->document, &fixture->actor, fixture->tagset,
                                             parts, 2, with_cue ? &cue : NULL, "direct"));
}

guint
count (Fixture *fixture, QuoRecordKind kind)
{
  return quo_document_count (fixture->document, kind);
}

const QuoRelation *
get_quotation (Fixture *fixture, const QuoAnnotation *quote)
{
  return quo_document_find_relation (fixture->document, "quotation", "quote", quote->base.id);
}

void
assert_role (const QuoRelation *relation, const char *name, guint n_members, const char *first)
{
  const QuoRole *role = quo_relation_find_role (relation, name);

  g_assert_cmpuint (role != NULL ? role->n_members : 0, ==, n_members);
  if (n_members > 0)
    g_assert_cmpstr (role->members[0], ==, first);
}
