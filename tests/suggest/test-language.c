/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "quo-language.h"
#include "quo-word-kinds.h"

static void
test_tags (void)
{
  static const struct
  {
    const char *asked, *given;
  } cases[] = {
    { "en", "en" }, { "de", "de" },      { "de-AT", "de" }, { "pt_BR", "pt" },
    { "FR", "fr" }, { "zh-Hant", "zh" }, { "xx", "en" },    { "", "en" },
    { NULL, "en" }, { "en-GB", "en" },   { "../de", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (quo_language_get_tag (quo_language_get (cases[i].asked)), ==, cases[i].given);
  g_assert_true (quo_language_get ("de") == quo_language_get ("de-CH"));
}

static void
test_words (void)
{
  const QuoLanguage *en = quo_language_get ("en"), *de = quo_language_get ("de");
  const QuoLanguage *ru = quo_language_get ("ru"), *ar = quo_language_get ("ar");

  g_assert_true (quo_language_is_saying (en, "said"));
  g_assert_true (quo_language_is_saying (en, "SAID"));
  g_assert_false (quo_language_is_saying (en, "saide"));
  g_assert_true (quo_language_is_saying (ru, "Сказал"));
  g_assert_true (quo_language_is_saying (ar, "وقال"));
  g_assert_true (quo_language_is_title (en, "Colonel-General"));
  g_assert_true (quo_language_is_title (de, "Verkehrsministerin"));
  g_assert_false (quo_language_is_title (en, "table"));
  g_assert_true (quo_language_is_pronoun (en, "She"));
  g_assert_true (quo_language_is_particle (en, "van"));
  g_assert_true (quo_language_is_particle (en, "der"));
  g_assert_true (quo_language_is_stopword (en, "i’m"));
  g_assert_true (quo_language_is_stopword (en, "I'm"));
  g_assert_false (quo_language_is_stopword (en, "Berlin"));
}

static void
test_signs_of_arabic (void)
{
  static const struct
  {
    const char *written, *plain;
  } cases[] = {
    { "أكّد", "اكد" },       { "إنّ", "ان" },      { "مُشيراً", "مشيرا" },
    { "آخر", "اخر" },       { "قـــال", "قال" }, { "said", "said" },
    { "сказал", "сказал" }, { "说", "说" },      { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *word = g_strdup (cases[i].written);

      g_assert_cmpuint (quo_word_make_plain (word), ==, strlen (cases[i].plain));
      g_assert_cmpstr (word, ==, cases[i].plain);
    }
}

/* Each language has what the finders cannot do without. */
static void
test_every_file (void)
{
  static const char *const tags[]
      = { "ar", "cs", "da", "de", "en", "es", "fr", "it", "pt", "ru", "sv", "uk", "zh" };
  static const char *const said[]
      = { "قال",   "řekla", "sagde",   "sagte", "said",    "dijo", "dit",
          "disse", "disse", "сказала", "sade",  "сказала", "说" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      const QuoLanguage *language = quo_language_get (tags[i]);

      g_assert_cmpstr (quo_language_get_tag (language), ==, tags[i]);
      g_assert_true (quo_language_is_saying (language, said[i]));
      g_assert_false (quo_language_is_saying (language, "Quotidian"));
    }
}

static void
test_guess (void)
{
  static const struct
  {
    const char *tag, *source;
  } cases[] = {
    { "en", "The bridge will reopen in the spring, and they said that it is safe for all of us." },
    { "de", "Die Brücke wird im Frühling wieder geöffnet, und sie sagten, dass sie für alle "
            "sicher ist." },
    { "fr", "Le pont va rouvrir au printemps, et ils ont dit que tout est sûr pour les gens." },
    { "es", "El puente se abrirá de nuevo en la primavera, y dijeron que es seguro para todos." },
    { "it", "Il ponte sarà riaperto in primavera e hanno detto che è sicuro per tutti noi." },
    { "pt",
      "A ponte vai reabrir na primavera, e eles disseram que não é um risco para os carros." },
    { "sv", "Bron ska öppnas igen till våren, och de sade att den är säker för alla som vill." },
    { "da", "Broen åbner igen til foråret, og de sagde, at den er sikker for alle, der vil over." },
    { "ru", "Мост откроют весной, и они сказали, что он безопасен для всех, кто там ездит." },
    { "ar", "قال الوزير إن الجسر سيفتح في الربيع وإنه آمن على كل من يمر من هذا الطريق بعد اليوم" },
    { "zh", "市长李明星期二在北京表示：“大桥将于春天重新开放。”工程费用约为三亿元。" },
    { "zh", "他们说这座桥在春天会重新开放，对所有的人都是安全的，也不会有问题。" },
    { "ar",
      "أعلنت الشركة تأجيل افتتاح الجسر القديم أمام المشاة. «سنفتح الجسر»، قالت المديرة للصحفيين، "
      "«ولن ننتظر عاما آخر»." },
    { NULL,
      "رئیس جمهور ایران روز شنبه گفت که دولت در حال بررسی این طرح است و از همه خواست تا با آن "
      "همکاری کنند." },
    { NULL, "12 345 — 678" },
    { NULL, "" },
    { NULL, "Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor" },
    { NULL, "橋は春に再び開くと彼らは言った。みんなにとって安全だという。" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QuoText) text = quo_text_new (cases[i].source);

      g_assert_cmpstr (quo_language_guess (text), ==, cases[i].tag);
    }
}

static void
check_guess (const char *folder, const char *tag)
{
  g_autofree char *name = g_strconcat (tag, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "eval", folder, name, NULL);
  g_autofree char *content = NULL;
  g_autoptr (QuoText) text = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  text = quo_text_new (content);
  g_assert_cmpstr (quo_language_guess (text), ==, tag);
}

/* The articles that suggestions are measured on are in the language that they are named after. */
static void
test_guess_of_articles (void)
{
  static const char *const news[] = { "ar", "cs", "de", "en", "es", "fr", "it", "pt", "ru", "sv" };
  static const char *const held_out[] = { "ar", "cs", "de", "en", "es", "fr", "ru", "uk" };

  for (guint i = 0; i < G_N_ELEMENTS (news); i++)
    check_guess ("news", news[i]);
  for (guint i = 0; i < G_N_ELEMENTS (held_out); i++)
    check_guess ("held-out", held_out[i]);
}

/* A person's own file adds words; one that is broken is passed over. Run before any other test. */
static void
write_own_files (const char *folder)
{
  g_autofree char *languages = g_build_filename (folder, "quotidian", "languages", NULL);
  g_autofree char *sv = g_build_filename (languages, "sv.ini", NULL);
  g_autofree char *it = g_build_filename (languages, "it.ini", NULL);
  g_autoptr (GError) error = NULL;

  g_autofree char *eo = g_build_filename (languages, "eo.ini", NULL);

  g_assert_cmpint (g_mkdir_with_parents (languages, 0700), ==, 0);
  g_file_set_contents (sv, "[saying]\nmine=bredkabblar;bredkabblade\n", -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (it, "no section\n", -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (eo,
                       "[saying]\ndiri=diris;diras\n"
                       "[stopwords]\nvortoj=la;en;kaj;ke;ili;por;estas;sur;el;ni\n",
                       -1, &error);
  g_assert_no_error (error);
}

static void
test_own_file (void)
{
  g_assert_true (quo_language_is_saying (quo_language_get ("sv"), "Bredkabblade"));
  g_assert_true (quo_language_is_saying (quo_language_get ("sv"), "säger"));
  g_assert_true (quo_language_is_saying (quo_language_get ("it"), "disse"));
}

/* One that the program has no file for was taken for English, whatever the person's file said. */
static void
test_own_language (void)
{
  g_autoptr (QuoText) text = quo_text_new (
      "La ponto estas sekura por ni, kaj ili diris ke la domo sur la monto estas nova.");

  g_assert_cmpstr (quo_language_get_tag (quo_language_get ("eo")), ==, "eo");
  g_assert_true (quo_language_is_saying (quo_language_get ("eo"), "Diris"));
  g_assert_cmpstr (quo_language_guess (text), ==, "eo");
  g_assert_cmpstr (quo_language_get_tag (quo_language_get ("xx")), ==, "en");
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("quo-language-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  write_own_files (folder);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/language/tags", test_tags);
  g_test_add_func ("/suggest/language/words", test_words);
  g_test_add_func ("/suggest/language/signs-of-arabic", test_signs_of_arabic);
  g_test_add_func ("/suggest/language/every-file", test_every_file);
  g_test_add_func ("/suggest/language/guess", test_guess);
  g_test_add_func ("/suggest/language/guess-of-articles", test_guess_of_articles);
  g_test_add_func ("/suggest/language/own-file", test_own_file);
  g_test_add_func ("/suggest/language/own-language", test_own_language);
  return g_test_run ();
}
