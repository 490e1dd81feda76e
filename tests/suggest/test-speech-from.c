/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where speech may end that a person has shown the beginning of. */
#include "quo-speech-from.h"

#include "marked.h"

static const struct
{
  const char *name, *language, *source, *wanted; /* ‸ the beginning; the ends, likeliest first */
} cases[] = {
  { "sentence", "en", "Figures show ‸a record number left. They did.", "a record number left" },
  { "clauses", "en", "He insists ‸he left, as planned, at six.",
    "he left, as planned, at six|he left, as planned|he left" },
  { "said-behind", "en", "‸The council had asked for it, she said.",
    "The council had asked for it" },
  { "said-in-the-middle", "en", "‸It was late, she said, and dark.",
    "It was late, she said, and dark|It was late" },
  { "said-at-length", "en", "‸It was late, and he had told the council so more than once.",
    "It was late|It was late, and he had told the council so more than once" },
  { "says-first", "en", "They fear ‸officials said too much, too soon.",
    "officials said too much, too soon|officials said too much" },
  { "hyphen", "en", "They fear ‸well-known risks.", "well-known risks" },
  { "dash", "en", "They fear ‸the risks – all of them.", "the risks – all of them|the risks" },
  { "abbreviation", "en", "It is said ‸Mr. Olsen left at 3.5 knots!",
    "Mr. Olsen left at 3.5 knots" },
  { "closing", "en", "They say ‸it rained (and how).", "it rained (and how)" },
  { "paragraph", "en", "They say ‸it rained\nBerlin", "it rained" },
  { "de", "de", "Man hört, ‸die Brücke sei zu, sagte Olsen.", "die Brücke sei zu" },
  { "ar", "ar", "قال إن ‸الجسر مغلق، والطريق أيضا.", "الجسر مغلق، والطريق أيضا|الجسر مغلق" },
  { "zh", "zh", "据说‸大桥关闭，店铺也关闭。", "大桥关闭，店铺也关闭|大桥关闭" },
  { "nothing", "en", "They left. ‸", "" },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  Marked marked;
  g_autoptr (GArray) ends = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  marked_read (&marked, cases[i].source);
  ends = quo_speech_from (marked.text, marked.caret, quo_language_get (cases[i].language));
  for (guint k = 0; k < ends->len; k++)
    {
      QuoSpan span = g_array_index (ends, QuoSpan, k);
      g_autofree char *words = quo_text_dup (marked.text, span);

      g_assert_cmpuint (span.start, ==, marked.caret);
      g_string_append_printf (found, "%s%s", k > 0 ? "|" : "", words);
    }
  g_assert_cmpstr (found->str, ==, cases[i].wanted);
  marked_clear (&marked);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/suggest/speech-from/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
