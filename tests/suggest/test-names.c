/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "marked.h"
#include "quo-name-borders.h"
#include "quo-name-guess.h"
#include "quo-names.h"

typedef struct
{
  const char *name, *language, *source;
} Case;

/* ‸ the caret, ⟦ ⟧ the name round it. */
static const Case around[] = {
  { "title-before", "en", "Mayor ⟦‸Åsa Lindqvist⟧ told us." },
  { "title-under-caret", "en", "⟦Ma‸yor Åsa Lindqvist⟧ told us." },
  { "army", "en", "Colonel-General ⟦Andrei Nov‸ikov⟧ said." },
  { "body", "en", "Head of the ⟦CIS Anti‸-Terror Center⟧ Colonel-General Andrei Novikov said." },
  { "after-body", "en",
    "Head of the CIS Anti-Terror Center Colonel-General ⟦An‸drei Novikov⟧ said." },
  { "possessive", "en", "They met ⟦Jana Köh‸ler⟧'s office." },
  { "possessive-curly", "en", "They met ⟦Jana Köh‸ler⟧’s office." },
  { "dateline", "en", "⟦ODIN‸TSOVO DISTRICT⟧ (Moscow Region), February 15." },
  { "initials", "en", "They read ⟦J. R. R. Tol‸kien⟧ aloud." },
  { "initials-tight", "en", "They read ⟦J.R.R. Tol‸kien⟧ aloud." },
  { "middle-initial", "en", "Then ⟦George ‸W. Bush⟧ spoke." },
  { "particles", "en", "They met ⟦Ursula von der Le‸yen⟧ there." },
  { "particle-under-caret", "en", "They met ⟦Ursula von d‸er Leyen⟧ there." },
  { "leading-particle", "en", "They saw ⟦van Go‸gh⟧ there." },
  { "arabic-prefix", "en", "They met ⟦Bashar al-As‸sad⟧ there." },
  { "of-after-body", "en", "The ⟦Univer‸sity of Oslo⟧ said so." },
  { "of-the", "en", "the ⟦Daug‸hters⟧ of the American Revolution" },
  { "of-after-person", "en", "They told ⟦Put‸in⟧ of Russia." },
  { "group-owns", "en", "They met in ⟦Seamen’s Ha‸ll⟧ then." },
  { "group-owns-caret-before", "en", "They met in ⟦Sea‸men’s Hall⟧ then." },
  { "group-owns-plural", "en", "She joined the ⟦Writers' Gui‸ld⟧ then." },
  { "person-owns", "en", "They met in ⟦Köh‸ler⟧’s Hall then." },
  { "sentence-start", "en", "It rained. The ⟦White H‸ouse⟧ was wet." },
  { "sentence-start-preposition", "en", "In ⟦Ber‸lin⟧ it rained." },
  { "sentence-start-adjective", "en",
    "Embattled ⟦Vladimir P‸utin⟧ left. They called him embattled again." },
  { "sentence-start-name", "en", "⟦Om‸ar Haddad⟧ left." },
  { "hague", "en", "They went to ⟦H‸ague⟧ then." },
  { "article-inside", "en", "They went to ⟦The H‸ague⟧ then." },
  { "comma", "en", "⟦Azer‸baijan⟧, Armenia and Belarus" },
  { "quotation-mark", "en", "He called “⟦Better I‸dea⟧” Haddad's robot." },
  { "ampersand", "en", "She works for ⟦Marks & Sp‸encer⟧ now." },
  { "acronym", "en", "They asked the ⟦U‸S⟧ and WHO." },
  { "dotted", "en", "They asked the ⟦U‸.S.⟧ to wait." },
  { "dotted-end", "en", "The ⟦U.S. De‸partment of Agriculture⟧ said so." },
  { "apostrophe", "en", "They met ⟦Conan O’Br‸ien⟧ there." },
  { "hyphen", "en", "They met ⟦Jean-Luc Go‸dard⟧ there." },
  { "calendar", "en", "On ⟦Wednes‸day⟧ Novikov spoke." },
  { "surname-like-a-title", "en", "They read ⟦Stephen K‸ing⟧ aloud." },
  { "general-motors", "en", "She left ⟦General Mot‸ors⟧ then." },
  { "small-word", "en", "They ⟦wal‸ked⟧ home." },
  { "number", "en", "In ⟦19‸97⟧ it rained." },
  { "caret-at-end", "en", "They met ⟦Omar Haddad⟧‸." },
  { "nothing", "en", "One . ‸ . two" },
  { "line-end", "en", "Fire in ⟦Ber‸lin⟧\nJana Köhler spoke." },
  { "pronoun", "en", "Then ⟦H‸e⟧ Omar left." },
  { "de/title", "de", "Bundeskanzler ⟦Olaf Sch‸olz⟧ sprach." },
  { "de/compound-title", "de", "Transportministerin ⟦Jana Köh‸ler⟧ sprach." },
  { "de/von-der", "de", "Gestern sprach ⟦Ursula von der Ley‸en⟧ dort." },
  { "de/title-of-place", "de", "Der Bürgermeister von ⟦Ber‸lin⟧ sprach." },
  { "de/of-a-place", "de", "Das ⟦Abkom‸men⟧ von Paris gilt." },
  { "de/noun", "de", "Die ⟦Regie‸rung⟧ Scholz trat zurück." },
  { "de/hyphen-title", "de", "US-Präsident ⟦Donald Tr‸ump⟧ sprach." },
  { "fr/elided", "fr", "Ils parlaient de l’⟦Ir‸an⟧ hier." },
  { "fr/particle", "fr", "Ils voyaient ⟦Charles de Ga‸ulle⟧ ici." },
  { "fr/d", "fr", "Ils voyaient ⟦Valéry Giscard d’Es‸taing⟧ ici." },
  { "es/de-la", "es", "Vieron a ⟦Juan de la Cr‸uz⟧ allí." },
  { "pt/da", "pt", "Eles viram ⟦Lula da Sil‸va⟧ ali." },
  { "ru/name", "ru", "Директор ⟦Андрей Нов‸иков⟧ сказал." },
  { "ru/initials", "ru", "Там был ⟦А. С. Пуш‸кин⟧ вчера." },
  { "sv/af", "sv", "Där stod ⟦Hans af Kli‸nt⟧ igår." },
  { "ar/word", "ar", "قال ⟦الو‸زير⟧ أمس" },
};

static void
test_around (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *wanted = NULL, *found = NULL;
  Marked marked;
  QuoSpan span;

  marked_read (&marked, c->source);
  span = quo_name_around (marked.text, marked.caret, quo_language_get (c->language));
  wanted = marked_show (marked.text, marked.spans, marked.n_spans);
  found = marked_show (marked.text, &span, quo_span_is_empty (span) ? 0 : 1);
  g_assert_cmpstr (found, ==, wanted);
  if (marked.n_spans > 0)
    g_assert_true (quo_span_equal (span, marked.spans[0]));
  marked_clear (&marked);
}

/* ⟦ ⟧ every name that the next-name key stops at. */
static const Case next[] = {
  { "agency", "en",
    "⟦ODINTSOVO DISTRICT⟧ (⟦Moscow Region⟧), February 15. Special services noted it, Head of the "
    "⟦CIS Anti-Terror Center⟧ Colonel-General ⟦Andrei Novikov⟧ said on Wednesday.\n\n\"The "
    "information is here,\" ⟦Novikov⟧ said. ⟦Novikov⟧ left." },
  { "first-words", "en", "Nobody came. Roads were wet. She waited. Then rain fell." },
  { "first-word-known", "en", "They met ⟦Haddad⟧. ⟦Haddad⟧ left." },
  { "first-word-unknown", "en", "Haddad left. It was late." },
  { "first-word-speaks", "en", "⟦Haddad⟧ said it was late." },
  { "first-word-small-too", "en", "Rain said nothing. It was rain." },
  { "in-quotes", "en", "“We saw ⟦Åsa Berg⟧,” he said. “Nobody else.”" },
  { "list", "en", "in ⟦Armenia⟧, ⟦Belarus⟧ and ⟦Moldova⟧" },
  { "group-owns", "en", "They met in ⟦Seamen’s Hall⟧ near ⟦Köhler⟧’s ⟦Park⟧." },
  { "caps-first", "en", "⟦NASA⟧ tweeted it." },
  { "adjective", "en", "They saw Greek islands near ⟦Athens⟧." },
  { "title-alone", "en", "They saw the President there." },
  { "pronoun-i", "en", "Then I saw that I’m late." },
  { "de", "de",
    "Die Regierung tagte. Bundeskanzler ⟦Olaf Scholz⟧ sprach, Frau ⟦Köhler⟧ und die ⟦SPD⟧ nicht. "
    "⟦Wieland⟧ sagte nichts." },
  { "de/place", "de", "Sie fuhren mit Freunden nach ⟦Frankreich⟧ und mit Hilfe der Bahn zurück." },
  { "ru", "ru", "Вчера ⟦Андрей Новиков⟧ был в ⟦Москве⟧." },
};

static void
test_next (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  g_autofree char *wanted = NULL, *shown = NULL;
  Marked marked;
  guint32 offset = 0;

  marked_read (&marked, c->source);
  for (;;)
    {
      QuoSpan span = quo_name_next (marked.text, offset, quo_language_get (c->language));

      if (quo_span_is_empty (span))
        break;
      g_assert_cmpuint (span.start, >=, offset);
      g_array_append_val (found, span);
      offset = span.end;
    }
  wanted = marked_show (marked.text, marked.spans, marked.n_spans);
  shown = marked_show (marked.text, (QuoSpan *)found->data, found->len);
  g_assert_cmpstr (shown, ==, wanted);
  marked_clear (&marked);
}

/* A caret inside a name finds the next one, and one far away in a long text is found too. */
static void
test_next_from_within (void)
{
  g_autoptr (QuoText) text = quo_text_new ("They met Omar Haddad and Åsa Berg.");
  QuoSpan span = quo_name_next (text, 11, quo_language_get ("en"));

  g_assert_true (quo_text_equals (text, span, "Åsa Berg"));
}

static void
test_next_far_away (void)
{
  GString *source = g_string_new (NULL);
  g_autoptr (QuoText) text = NULL;
  QuoSpan span;

  for (guint i = 0; i < 4000; i++)
    g_string_append (source, "it rained on the old road again and again\n\n");
  g_string_append (source, "then they met Åsa Berg there.");
  text = quo_text_new (source->str);
  g_string_free (source, TRUE);
  span = quo_name_next (text, 0, quo_language_get ("en"));
  g_assert_true (quo_text_equals (text, span, "Åsa Berg"));
  span = quo_name_next (text, span.end, quo_language_get ("en"));
  g_assert_true (quo_span_is_empty (span));
}

/* The other borders of what stands in ⟦ ⟧, in their order. */
static void
test_borders (void)
{
  static const struct
  {
    const char *source, *wanted;
  } cases[] = {
    { "He met President ⟦Donald Trump⟧ there.", "President Donald Trump|Trump|Donald" },
    { "The ⟦Daughters⟧ of the American Revolution came.",
      "Daughters of the American Revolution|The Daughters|"
      "The Daughters of the American Revolution" },
    { "a ship on ⟦The Orwell⟧ on March 3", "Orwell" },
    { "after ⟦The Harbour Union⟧ of Varn came", "Harbour Union|Harbour Union of Varn|"
                                                "The Harbour Union of Varn|Union|Harbour" },
    { "the Grain ⟦Norway⟧ Board said", "Grain Norway Board|Grain Norway|Norway Board" },
    { "They said ⟦Deputy⟧ Prime Minister Vera Moss left",
      "Deputy Prime Minister|Deputy Prime Minister Vera Moss" },
    { "of the ⟦Harbour Council Vera Moss⟧ said",
      "Harbour Council|Vera Moss|Council Vera Moss|Harbour Council Vera" },
    { "for the ⟦Varn County Sheriff⟧ there", "Varn County|Sheriff|County Sheriff" },
    { "They met ⟦Köhler⟧’s friends.", "" },
    { "in the Seamen’s ⟦Hall⟧, and", "Seamen’s Hall" },
    { "the ⟦Bank of Oslo⟧ said", "Oslo|Bank" },
    { "By ⟦Vera Moss⟧ and Karl Olsen", "Moss|Vera" },
    { "By Vera Moss and ⟦Karl Olsen⟧", "Olsen|Karl" },
    { "in The Globe and ⟦Mail⟧ today", "Globe and Mail|The Globe and Mail" },
    { "the ⟦FIRST Contest⟧ today", "Contest|FIRST" },
    { "the ⟦Rival Karl Olsen⟧ said", "Karl Olsen|Rival|Rival Karl" },
    { "a ⟦Pro-Karl Olsen⟧ march", "Karl Olsen|Olsen|Pro-Karl" },
    { "a ⟦Karl Olsen-led⟧ march", "Karl Olsen|Olsen-led|Karl" },
    { "the ⟦High Commissioner for Trade⟧ said",
      "High|Commissioner for Trade|High Commissioner|Trade" },
    { "the Ministry of ⟦Trade⟧ and Industry", "Trade and Industry|Ministry of Trade" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Marked marked;
      g_autoptr (GArray) borders = NULL;
      g_autoptr (GString) found = g_string_new (NULL);

      marked_read (&marked, cases[i].source);
      borders = quo_name_borders (marked.text, marked.spans[0], quo_language_get ("en"));
      for (guint k = 0; k < borders->len; k++)
        {
          g_autofree char *words = quo_text_dup (marked.text, g_array_index (borders, QuoSpan, k));

          g_string_append_printf (found, "%s%s", k > 0 ? "|" : "", words);
        }
      g_assert_cmpstr (found->str, ==, cases[i].wanted);
      marked_clear (&marked);
    }
}

/* What a name is by its own words, with the borders that are given. */
static void
test_guess (void)
{
  static const struct
  {
    const char *language, *source, *label;
  } cases[] = {
    { "en", "critics of ⟦Norway⟧ President Karl Olsen", "place" },
    { "en", "critics of ⟦Norway President Karl Olsen⟧ left", "person" },
    { "en", "the Grain ⟦Norway⟧ Board said", "place" },
    { "en", "the ⟦Grain Norway Board⟧ said", "organization" },
    { "de", "Gestern tagte die ⟦Universität Bremen⟧ dort.", "organization" },
    { "ru", "Вчера ⟦Владимир Орлов⟧ приехал.", "person" },
    { "en", "They ⟦walked⟧ home.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double score = 0;
      Marked marked;

      marked_read (&marked, cases[i].source);
      g_assert_cmpstr (quo_name_guess_label (marked.text, marked.spans[0],
                                             quo_language_get (cases[i].language), &score),
                       ==, cases[i].label);
      if (cases[i].label != NULL)
        g_assert_cmpfloat (score, >, 0.5);
      marked_clear (&marked);
    }
}

/* What words are that are no name. */
static void
test_form (void)
{
  static const struct
  {
    const char *language, *source, *form;
  } cases[] = {
    { "en", "“Good,” ⟦she⟧ said.", "pronoun" },
    { "en", "“Good,” ⟦the mayor⟧ said.", "nominal" },
    { "en", "“Good,” ⟦officials⟧ said.", "nominal" },
    { "en", "“Good,” ⟦Ingrid Berg⟧ said.", NULL },
    { "en", "“Good,” ⟦Ursula von der Leyen⟧ said.", NULL },
    { "en", "“Good,” ⟦the Mayor of Halden⟧ said.", "nominal" },
    { "de", "„Gut“, sagte ⟦sie⟧.", "pronoun" },
    { "de", "„Gut“, sagte ⟦der Sprecher⟧.", "nominal" },
    { "de", "„Gut“, sagte ⟦Köhler⟧.", NULL },
    { "ru", "«Да», — сказал ⟦президент⟧.", "nominal" },
    { "zh", "⟦王毅⟧说：“好。”", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Marked marked;

      g_test_message ("%s", cases[i].source);
      marked_read (&marked, cases[i].source);
      g_assert_cmpstr (
          quo_name_get_form (marked.text, marked.spans[0], quo_language_get (cases[i].language)),
          ==, cases[i].form);
      marked_clear (&marked);
    }
}

static void
add_cases (const char *folder, const Case *cases, gsize n_cases, GTestDataFunc func)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strconcat ("/suggest/names/", folder, "/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], func);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("around", around, G_N_ELEMENTS (around), test_around);
  add_cases ("next", next, G_N_ELEMENTS (next), test_next);
  g_test_add_func ("/suggest/names/next-from-within", test_next_from_within);
  g_test_add_func ("/suggest/names/next-far-away", test_next_far_away);
  g_test_add_func ("/suggest/names/borders", test_borders);
  g_test_add_func ("/suggest/names/guess", test_guess);
  g_test_add_func ("/suggest/names/form", test_form);
  return g_test_run ();
}
