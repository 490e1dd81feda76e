/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of speakers: who is one speaker, how much each said, in which order. */
#include "quo-register.h"

#include <string.h>

#define TEXT "“One two,” said Ana. “Three,” Ana said. “Four five six,” he said. “Seven.” 東京です"

static void
take_annotation (QuoSnapshot *snapshot, const char *id, const char *words, guint nth,
                 const char *entity)
{
  const QuoText *text = snapshot->article->text;
  const char *p = strstr (quo_text_get_utf8 (text), words);
  const char *entities[] = { entity };
  QuoSpan range;

  while (nth-- > 0)
    p = strstr (p + 1, words);
  range.start = quo_text_from_byte (text, (gsize)(p - quo_text_get_utf8 (text)));
  range.end = range.start + (guint32)g_utf8_strlen (words, -1);
  quo_snapshot_take (snapshot,
                     quo_annotation_new (&(QuoAnnotation){ .base = { .id = id },
                                                           .type = "x",
                                                           .ranges = &range,
                                                           .n_ranges = 1,
                                                           .entities = entities,
                                                           .n_entities = entity != NULL }));
}

static void
take_quotation (QuoSnapshot *snapshot, const char *id, const char *quote, const char *source,
                QuoStatus status)
{
  const char *quotes[] = { quote }, *sources[] = { source };
  const QuoRole roles[] = { { "quote", quotes, 1 }, { "source", sources, 1 } };

  quo_snapshot_take (snapshot, quo_relation_new (&(QuoRelation){ .base = { .id = id },
                                                                 .type = "quotation",
                                                                 .roles = roles,
                                                                 .n_roles = source != NULL ? 2 : 1,
                                                                 .status = status }));
}

static QuoSnapshot *
make_snapshot (void)
{
  g_autoptr (QuoText) text = quo_text_new (TEXT);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  QuoSnapshot *snapshot = quo_snapshot_new (article, NULL);

  quo_snapshot_take (snapshot,
                     quo_entity_new (&(QuoEntity){ .base = { .id = "E1" }, .name = "Bo Ek" }));
  quo_snapshot_take (snapshot, quo_entity_new (&(QuoEntity){ .base = { .id = "E2" } }));
  take_annotation (snapshot, "q1", "“One two,”", 0, NULL);
  take_annotation (snapshot, "q2", "“Three,”", 0, NULL);
  take_annotation (snapshot, "q3", "“Four five six,”", 0, NULL);
  take_annotation (snapshot, "q4", "“Seven.”", 0, NULL);
  take_annotation (snapshot, "a1", "Ana", 0, NULL);
  take_annotation (snapshot, "a2", "Ana", 1, NULL);
  take_annotation (snapshot, "h1", "he ", 0, "E1");
  return snapshot;
}

/* Ana twice without an entity is one speaker; "he" is Bo Ek; E2 has no name and no mention. */
static void
test_speakers (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();
  g_autoptr (GPtrArray) speakers = NULL;
  const QuoSpeaker *speaker;

  take_quotation (snapshot, "r1", "q1", "a1", QUO_STATUS_NONE);
  take_quotation (snapshot, "r2", "q2", "a2", QUO_STATUS_NONE);
  take_quotation (snapshot, "r3", "q3", "h1", QUO_STATUS_NONE);
  take_quotation (snapshot, "r4", "q4", "E2", QUO_STATUS_NONE);
  speakers = quo_register_speakers (snapshot);
  g_assert_cmpuint (speakers->len, ==, 3);
  speaker = g_ptr_array_index (speakers, 0);
  g_assert_cmpstr (speaker->name, ==, "Ana");
  g_assert_cmpstr (speaker->id, ==, "a1");
  g_assert_cmpuint (speaker->n_quotes, ==, 2);
  g_assert_cmpuint (speaker->n_words, ==, 3);
  speaker = g_ptr_array_index (speakers, 1);
  g_assert_cmpstr (speaker->name, ==, "Bo Ek");
  g_assert_cmpstr (speaker->id, ==, "E1");
  g_assert_cmpuint (speaker->n_words, ==, 3);
  speaker = g_ptr_array_index (speakers, 2);
  g_assert_cmpstr (speaker->name, ==, "E2");
  g_assert_cmpuint (speaker->n_words, ==, 1);
}

static void
test_left_out (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();
  g_autoptr (GPtrArray) speakers = NULL;

  take_quotation (snapshot, "r1", "q1", "a1", QUO_STATUS_REJECTED);
  take_quotation (snapshot, "r2", "q2", NULL, QUO_STATUS_NONE);
  take_quotation (snapshot, "r3", "q3", "nobody", QUO_STATUS_NONE);
  take_quotation (snapshot, "r4", "q4", "a2", QUO_STATUS_SUGGESTED);
  speakers = quo_register_speakers (snapshot);
  g_assert_cmpuint (speakers->len, ==, 0);
}

static void
test_names (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot ();
  g_autofree char *entity = quo_snapshot_dup_member_name (snapshot, "E1");
  g_autofree char *nameless = quo_snapshot_dup_member_name (snapshot, "E2");
  g_autofree char *mention = quo_snapshot_dup_member_name (snapshot, "h1");
  g_autofree char *words = quo_snapshot_dup_member_name (snapshot, "a1");

  g_assert_cmpstr (entity, ==, "Bo Ek");
  g_assert_cmpstr (nameless, ==, "E2");
  g_assert_cmpstr (mention, ==, "Bo Ek");
  g_assert_cmpstr (words, ==, "Ana");
  g_assert_null (quo_snapshot_dup_member_name (snapshot, "nobody"));
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    guint n;
  } CASES[] = {
    { "", 0 },          { "   \n", 0 },
    { "one", 1 },       { " one, two. ", 2 },
    { "“—” … !", 0 },   { "don’t well-known", 2 },
    { "東京です", 4 },  { "NATO 2026 – Åsa", 3 },
    { "مرحبا بكم", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_cmpuint (quo_count_words (CASES[i].text, strlen (CASES[i].text)), ==, CASES[i].n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/register/speakers", test_speakers);
  g_test_add_func ("/core/register/left-out", test_left_out);
  g_test_add_func ("/core/register/names", test_names);
  g_test_add_func ("/core/register/words", test_words);
  return g_test_run ();
}
