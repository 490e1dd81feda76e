/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "marked.h"
#include "quo-gender.h"

/* What words say of gender and number, and that the gazetteer of the tree knows given names. */

typedef struct
{
  const char *name, *language;
  const char *source; /* the mention stands in ⟦⟧ */
  QuoGender gender;
} Case;

static const Case cases[] = {
  { "en/she", "en", "Then ⟦she⟧ left.", QUO_GENDER_FEMALE },
  { "en/they", "en", "Then ⟦they⟧ left.", QUO_GENDER_SEVERAL },
  { "en/who", "en", "The man ⟦who⟧ left.", QUO_GENDER_UNKNOWN },
  { "en/title", "en", "He met Mr. ⟦Brand⟧ there.", QUO_GENDER_MALE },
  { "en/title-before-given-name", "en", "He met Mrs ⟦John Brand⟧ there.", QUO_GENDER_FEMALE },
  { "en/wife", "en", "His wife ⟦Lund⟧ left.", QUO_GENDER_FEMALE },
  { "en/given-name", "en", "Yesterday ⟦Emma Brand⟧ left.", QUO_GENDER_FEMALE },
  { "en/given-name-male", "en", "Yesterday ⟦Philip Brand⟧ left.", QUO_GENDER_MALE },
  { "en/given-name-alone", "en", "Yesterday ⟦Philip⟧ left.", QUO_GENDER_MALE },
  { "en/given-name-that-is-a-surname-too", "en", "Yesterday ⟦James Brand⟧ left.", QUO_GENDER_MALE },
  { "en/given-name-of-many-lists", "en", "Yesterday ⟦Elizabeth Brand⟧ left.", QUO_GENDER_FEMALE },
  { "en/surname-alone", "en", "Yesterday ⟦James⟧ left.", QUO_GENDER_UNKNOWN },
  { "en/other-sentence", "en", "It was his mother. ⟦Lund⟧ left.", QUO_GENDER_UNKNOWN },
  { "en/mother-he", "en", "You killed your mother, ⟦he⟧ said.", QUO_GENDER_MALE },
  { "de/frau", "de", "Dort traf er Frau Dr. ⟦Vogt⟧.", QUO_GENDER_FEMALE },
  { "de/ministerin", "de", "Die Ministerin ⟦Vogt⟧ kam.", QUO_GENDER_FEMALE },
  { "cs/surname", "cs", "Včera přišla ⟦Nováková⟧.", QUO_GENDER_FEMALE },
  { "cs/mluvci", "cs", "Včera přišel mluvčí ⟦Novák⟧.", QUO_GENDER_UNKNOWN },
  { "ru/genitive", "ru", "По словам мэра ⟦Синицына⟧, это дорого.", QUO_GENDER_UNKNOWN },
  { "ru/patronymic", "ru", "Вчера ⟦Нина Павловна⟧ ушла.", QUO_GENDER_FEMALE },
};

static const struct
{
  const char *language, *verb;
  QuoGender gender;
} verbs[] = {
  { "cs", "řekla", QUO_GENDER_FEMALE },   { "cs", "řekl", QUO_GENDER_MALE },
  { "cs", "uvedli", QUO_GENDER_SEVERAL }, { "cs", "uvedlo", QUO_GENDER_THING },
  { "cs", "tvrdí", QUO_GENDER_UNKNOWN },  { "ru", "сказала", QUO_GENDER_FEMALE },
  { "ru", "признался", QUO_GENDER_MALE }, { "ru", "говорит", QUO_GENDER_UNKNOWN },
  { "uk", "додав", QUO_GENDER_MALE },     { "ar", "قالت", QUO_GENDER_FEMALE },
  { "ar", "وأضاف", QUO_GENDER_MALE },     { "ar", "لفت", QUO_GENDER_MALE },
  { "ar", "قالوا", QUO_GENDER_SEVERAL },  { "ar", "بالقول", QUO_GENDER_UNKNOWN },
  { "en", "said", QUO_GENDER_UNKNOWN },
};

static void
test_mention (gconstpointer data)
{
  const Case *c = data;
  Marked marked;
  g_autoptr (QuoPassage) page = NULL;

  marked_read (&marked, c->source);
  page = quo_passage_new (marked.text, QUO_SPAN (0, quo_text_get_length (marked.text)));
  g_assert_cmpint (quo_gender_of_mention (page, quo_language_get (c->language), marked.spans[0]),
                   ==, c->gender);
  quo_text_unref (marked.text);
}

static void
test_verbs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autoptr (QuoText) text = quo_text_new (verbs[i].verb);
      QuoSpan all = QUO_SPAN (0, quo_text_get_length (text));
      g_autoptr (QuoPassage) page = quo_passage_new (text, all);

      g_test_message ("%s", verbs[i].verb);
      g_assert_cmpint (quo_gender_of_subject (page, quo_language_get (verbs[i].language), all), ==,
                       verbs[i].gender);
    }
}

static void
test_clash (void)
{
  g_assert_true (quo_genders_clash (QUO_GENDER_MALE, QUO_GENDER_FEMALE));
  g_assert_false (quo_genders_clash (QUO_GENDER_MALE, QUO_GENDER_MALE));
  g_assert_false (quo_genders_clash (QUO_GENDER_UNKNOWN, QUO_GENDER_FEMALE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/suggest/gender/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_mention);
    }
  g_test_add_func ("/suggest/gender/verbs", test_verbs);
  g_test_add_func ("/suggest/gender/clash", test_clash);
  return g_test_run ();
}
