/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "marked.h"
#include "quo-sentences.h"

typedef struct
{
  const char *name, *language, *source;
} Case;

/* ⟦ ⟧ each sentence. */
static const Case cases[] = {
  { "plain", "en", "⟦One. ⟧⟦Two! ⟧⟦Three? ⟧⟦Four⟧" },
  { "titles", "en", "⟦Mr. Smith met Dr. Jones and Gov. Lee. ⟧⟦They left.⟧" },
  { "initials", "en", "⟦J. R. R. Tolkien wrote it. ⟧⟦George W. Bush read it.⟧" },
  { "us", "en", "⟦The U.S. Senate met. ⟧⟦They left the U.S. ⟧⟦The end.⟧" },
  { "company", "en", "⟦He works for Acme Inc. ⟧⟦He likes it. ⟧⟦Acme Inc. Chairman Bo Ek left.⟧" },
  { "time", "en", "⟦It began at 5 p.m. on Monday. ⟧⟦It ended at 7 p.m. ⟧⟦They slept.⟧" },
  { "number", "en", "⟦It cost 3.50 dollars. ⟧⟦See No. 5 there.⟧" },
  { "address", "en", "⟦Look at example.org for more. ⟧⟦Bye.⟧" },
  { "small-after-mark", "en", "⟦“No!” he said. ⟧⟦“Why?” she asked.⟧" },
  { "in-marks", "en", "⟦He said: “It rained.” ⟧⟦Then he left.⟧" },
  { "dots", "en", "⟦Well ... perhaps. ⟧⟦Or not...⟧" },
  { "lines", "en", "⟦One line\n⟧⟦Another line.⟧" },
  { "de/order", "de", "⟦Am 3. Mai kam er. ⟧⟦Am 12. Tag ging er.⟧" },
  { "de/year", "de", "⟦Das war 2017. ⟧⟦Danach kam nichts.⟧" },
  { "de/eg", "de", "⟦Viele Länder, z. B. Polen und d. h. alle, stimmten zu. ⟧⟦Gut.⟧" },
  { "de/doctor", "de", "⟦Frau Dr. Köhler traf Prof. Dr. Ek. ⟧⟦Er ging.⟧" },
  { "de/million", "de", "⟦Es kostet 3 Mio. Euro bzw. 4 Mrd. Kronen. ⟧⟦Viel.⟧" },
  { "ru/year", "ru", "⟦В 2016 г. Москва росла. ⟧⟦Да.⟧" },
  { "ru/city", "ru", "⟦Он родился в г. Москва на ул. Ленина. ⟧⟦Там тихо.⟧" },
  { "ru/initials", "ru", "⟦Там был А. С. Пушкин. ⟧⟦Он писал.⟧" },
  { "sv/eg", "sv", "⟦Flera länder, t. ex. Norge och bl. a. Danmark. ⟧⟦Bra.⟧" },
  { "fr/mister", "fr", "⟦M. Dupont et Mme. Durand sont là. ⟧⟦Ils partent.⟧" },
  { "es/mister", "es", "⟦El Sr. García y la Sra. López. ⟧⟦Se van.⟧" },
  { "pt/doctor", "pt", "⟦O Dr. Silva e a Sra. Costa. ⟧⟦Saem.⟧" },
  { "zh", "zh", "⟦他说了。⟧⟦她走了！⟧⟦“好吗？”⟧" },
  { "ar", "ar", "⟦قال الوزير ذلك. ⟧⟦هل تم؟ ⟧⟦نعم⟧" },
  { "empty", "en", "" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *wanted = NULL, *shown = NULL;
  g_autoptr (QuoPassage) page = NULL;
  g_autoptr (GArray) found = NULL;
  Marked marked;

  marked_read (&marked, c->source);
  page = quo_passage_new (marked.text, QUO_SPAN (0, quo_text_get_length (marked.text)));
  for (guint i = 0; i < marked.n_spans; i++)
    marked.spans[i] = quo_passage_trim (page, marked.spans[i]);
  found = quo_sentences_list (page, quo_language_get (c->language));
  wanted = marked_show (marked.text, marked.spans, marked.n_spans);
  shown = marked_show (marked.text, (QuoSpan *)found->data, found->len);
  g_assert_cmpstr (shown, ==, wanted);
  marked_clear (&marked);
}

/* Whatever the text is, the sentences are in order, apart, and leave out nothing but blanks. */
static void
test_cover (void)
{
  static const char *const pieces[] = { "Mr", ".",  " ",  "U.S.", "\n", "“", "”",    "a", "Bo",
                                        "3",  "。", "王", "!",    "?",  "…", "\r\n", "г" };

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) source = g_string_new (NULL);
      g_autoptr (QuoText) text = NULL;
      g_autoptr (QuoPassage) page = NULL;
      g_autoptr (GArray) found = NULL;
      guint32 at = 0;

      for (guint i = 0; i < 40; i++)
        g_string_append (source, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      text = quo_text_new (source->str);
      page = quo_passage_new (text, QUO_SPAN (0, quo_text_get_length (text)));
      found = quo_sentences_list (page, quo_language_get ("en"));
      for (guint i = 0; i <= found->len; i++)
        {
          QuoSpan span = i < found->len ? g_array_index (found, QuoSpan, i)
                                        : QUO_SPAN (quo_text_get_length (text), 0);

          g_assert_cmpuint (span.start, >=, at);
          for (; at < span.start; at++)
            g_assert_true (g_unichar_isspace (quo_text_get_char (text, at)));
          at = span.end;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/suggest/sentences/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/suggest/sentences/cover", test_cover);
  return g_test_run ();
}
