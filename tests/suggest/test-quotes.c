/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "marked.h"
#include "quo-quotes.h"

/* Each case is a text with its quote round the caret, the parts of the quote and its cue. No ⟦:
 * there must be no quote at the caret. */

typedef struct
{
  const char *name, *language, *source;
  guint depth; /* how many times Q was pressed before */
} Case;

static const Case cases[] = {
  /* English */
  { "en/double", "en", "⟦“We ‸waited,”⟧ she ⟪said⟫.", 0 },
  { "en/straight", "en", "⟦\"We ‸waited,\"⟧ she ⟪said⟫.", 0 },
  { "en/single", "en", "⟦‘We ‸waited,’⟧ she ⟪said⟫.", 0 },
  { "en/single-straight", "en", "⟦'We ‸waited,'⟧ she ⟪said⟫.", 0 },
  { "en/interrupted", "en",
    "⟦“We ‸will build it,”⟧ the mayor ⟪told⟫ reporters on Friday, ⟦“and we will build it soon.”⟧",
    0 },
  { "en/interrupted-second", "en",
    "⟦“We will build it,”⟧ the mayor ⟪told⟫ reporters on Friday, ⟦“and we will ‸build it soon.”⟧",
    0 },
  { "en/caret-in-interruption", "en", "⟦“One,”⟧ he ‸⟪said⟫, ⟦“two.”⟧", 0 },
  { "en/three-parts", "en", "⟦“One,”⟧ he ⟪said⟫, ⟦“two,”⟧ he added, ⟦“‸three.”⟧", 0 },
  { "en/two-quotes", "en", "⟦“One‸,”⟧ he ⟪said⟫. “Two.”", 0 },
  { "en/two-quotes-second", "en", "“One,” he said. ⟦“Tw‸o.”⟧", 0 },
  { "en/straight-interrupted", "en", "⟦\"One,\"⟧ Ann Bell ⟪said⟫, ⟦\"and t‸wo.\"⟧", 0 },
  { "en/question", "en", "⟦“Who is ‸there?”⟧ ⟪asked⟫ Tom.", 0 },
  { "en/question-interrupted", "en", "⟦“Who,”⟧ ⟪asked⟫ Tom, ⟦“is ‸there?”⟧", 0 },
  { "en/agency", "en", "⟦\"It was signed ‸long ago.\"⟧ Novikov ⟪noted⟫.", 0 },
  { "en/agency-not", "en", "⟦\"It was signed ‸long ago.\"⟧ Novikov said: \"It holds.\"", 0 },
  { "en/before", "en", "Bell ⟪said⟫: ⟦“It ‸holds.”⟧", 0 },
  { "en/before-not-after", "en", "Bell ⟪said⟫ the roof was ⟦“quite s‸afe”⟧ and added nothing more.",
    0 },
  { "en/line-before", "en", "Bell ⟪wrote⟫:\n\n⟦“It ‸holds.”⟧", 0 },
  { "en/according", "en", "⟪According to⟫ the mayor, it is ⟦“‸safe”⟧.", 0 },
  { "en/noun-is-no-cue", "en", "The report of the claims was ⟦“s‸trange”⟧.", 0 },
  { "en/scare", "en", "A so-called ⟦“f‸ast”⟧ train left at noon.", 0 },
  { "en/nested-inner", "en", "“She ⟪told⟫ me ⟦‘‸never’⟧ twice,” he said.", 0 },
  { "en/nested-outer", "en", "⟦“She told me ‘‸never’ twice,”⟧ he ⟪said⟫.", 1 },
  { "en/nested-too-far", "en", "“She told me ‘‸never’ twice,” he said.", 2 },
  { "en/nested-straight", "en", "\"She ⟪told⟫ me ⟦'‸never'⟧ twice,\" he said.", 0 },
  { "en/british-nested", "en", "‘She ⟪told⟫ me ⟦“‸never”⟧ twice,’ he said.", 0 },
  { "en/apostrophe", "en", "⟦‘It’s the ‸farmer’s, don’t take it,’⟧ he ⟪said⟫.", 0 },
  { "en/apostrophe-straight", "en", "⟦'It's the ‸farmer's, don't take it,'⟧ he ⟪said⟫.", 0 },
  { "en/plural-possessive", "en", "⟦‘The boys’ house ‸burned,’⟧ he ⟪said⟫.", 0 },
  { "en/elision", "en", "⟦‘We’ll fight ’em till ‸’tis done,’⟧ he ⟪said⟫.", 0 },
  { "en/no-mark-possessive", "en", "Many ‸militants’ return was noted; the boys’ house too.", 0 },
  { "en/no-mark-decade", "en", "In the ’90s ‸they sang rock ’n’ roll.", 0 },
  { "en/inches", "en", "A 5\" pipe and ‸a board of wood lay there.", 0 },
  { "en/two-paragraphs", "en", "⟦“We ‸waited.⟧\n\n⟦“Nobody came,”⟧ she ⟪said⟫.", 0 },
  { "en/three-paragraphs-straight", "en",
    "She ⟪said⟫: ⟦\"We waited.⟧\n\n⟦\"Nobody ‸came.⟧\n\n⟦\"We left.\"⟧", 0 },
  { "en/no-closing-mark", "en", "She ⟪said⟫: ⟦“We ‸waited.⟧\n\nThe train left.", 0 },
  { "en/after-no-closing-mark", "en", "She said: “We waited.\n\nThe ‸train left.", 0 },
  { "en/lines", "en", "Chief: ⟦“Stay\r\nin‸doors,\r\nplease.”⟧ It rained.", 0 },
  { "en/outside", "en", "“One,” he said. Then he ‸left.", 0 },
  { "en/caret-at-start", "en", "He ⟪said⟫: ⟦‸“One.”⟧", 0 },
  { "en/caret-at-end", "en", "He ⟪said⟫: ⟦“One.”⟧‸", 0 },
  { "en/bracket", "en", "He ⟪said⟫ (⟦“once ‸more”⟧) that it rained.", 0 },
  { "en/dash-cut", "en", "⟦“Stop that —”⟧ Tom ⟪began⟫, ⟦“or ‸else.”⟧", 0 },
  { "en/unlisted-verb", "en", "⟦“I think,”⟧ Tom ⟪smirked⟫, ⟦“that you ‸lie.”⟧", 0 },
  { "en/too-far-to-join", "en",
    "⟦“O‸ne,”⟧ ⟪said⟫ the man who had come down from the hill with all his sheep and two old dogs "
    "in the rain of that week, “two.”",
    0 },
  { "en/abbreviation", "en", "⟦“We ‸waited,”⟧ Mr. Bell of St. Ives ⟪said⟫, ⟦“for you.”⟧", 0 },
  { "en/wrapped", "en",
    "The committee met for the third time this week in the old school behind\n"
    "the market square, and when it was over the chairman came out to talk to\n"
    "the people who had waited for him. ⟦“We have found ‸no way to keep the\n"
    "school open after the summer,”⟧ he ⟪said⟫, ⟦“and nobody is more sorry for it\n"
    "than I am.”⟧ Then he went home, and the others stood there for a while and\n"
    "talked about the school and about the years in which they had gone there.\n",
    0 },
  { "en/joyce", "en", "⟦—Tell me, ‸Mulligan⟧, Stephen ⟪said⟫ quietly.", 0 },

  /* German */
  { "de/low-high", "de", "⟦„Wir ‸warten“⟧, ⟪sagte⟫ sie.", 0 },
  { "de/interrupted", "de", "⟦„Wir warten“⟧, ⟪sagte⟫ die Ministerin, ⟦„und ‸hoffen.“⟧", 0 },
  { "de/guillemets", "de", "⟦»Wir ‸warten«⟧, ⟪sagte⟫ sie.", 0 },
  { "de/guillemets-nested", "de", "»Er ⟪rief⟫ ⟦›nie ‸wieder‹⟧ und ging«, sagte sie.", 0 },
  { "de/nested", "de", "„Er ⟪rief⟫ ⟦‚nie ‸wieder‘⟧ und ging“, sagte sie.", 0 },
  { "de/swiss", "de", "⟦«Wir ‸warten»⟧, ⟪sagte⟫ sie.", 0 },
  { "de/so", "de", "⟦„Wir ‸warten“⟧, ⟪so⟫ Wieland.", 0 },
  { "de/laut", "de", "Der Plan sei ⟪laut⟫ Haddad ⟦„kaum ‸zu halten“⟧.", 0 },
  { "de/colon", "de", "Sie ⟪betonte⟫: ⟦„Wir ‸warten.“⟧", 0 },
  { "de/low-wrong-end", "de", "⟦„Wir ‸warten\"⟧, ⟪sagte⟫ sie.", 0 },
  { "de/two-words-quoted", "de", "Wer ⟦„Denk‸mal“⟧ ⟪sagt⟫, meint „altes Eisen“.", 0 },
  { "de/noun", "de", "Die Sage ⟪nennt⟫ ihn ⟦„den ‸Alten“⟧ und die Frage blieb.", 0 },

  /* French */
  { "fr/guillemets", "fr", "⟦« Nous ‸attendons »⟧, a-t-elle ⟪dit⟫.", 0 },
  { "fr/no-break-spaces", "fr", "⟦« Nous ‸attendons »⟧, a ⟪déclaré⟫ la ministre.", 0 },
  { "fr/interrupted", "fr", "⟦« Nous attendons »⟧, ⟪explique⟫ Anna, ⟦« et nous ‸espérons »⟧.", 0 },
  { "fr/paragraphs", "fr", "⟦« Nous ‸attendons.⟧\n\n⟦» Personne ne vient »⟧, ⟪dit⟫-elle.", 0 },
  { "fr/selon", "fr", "⟪Selon⟫ le maire, c’est ⟦« trop ‸tard »⟧.", 0 },
  { "fr/dash", "fr", "⟦— Bon‸jour⟧, ⟪dit⟫-il, ⟦comment allez-vous ?⟧", 0 },
  { "fr/nested", "fr", "« Il a ⟪crié⟫ ⟦“‸jamais”⟧ et il est parti », dit-elle.", 0 },

  /* Spanish, Italian, Portuguese */
  { "es/dash", "es", "⟦—Hola⟧ —⟪dijo⟫ él—. ⟦¿Qué ‸tal?⟧", 0 },
  { "es/hyphens-inside", "es", "⟦«El pla‸n⟧ -⟪subrayó⟫ ella- ⟦sigue en pie»⟧.", 0 },
  { "es/two-hyphens-inside", "es", "⟦\"El pla‸n⟧ --⟪asegura⟫ ella-- ⟦sigue en pie\"⟧.", 0 },
  { "es/guillemets", "es", "⟦«Esper‸amos»⟧, ⟪afirmó⟫ la alcaldesa.", 0 },
  { "es/segun", "es", "⟪Según⟫ la alcaldesa, es ⟦“muy ‸tarde”⟧.", 0 },
  { "it/interrupted", "it", "⟦«Aspettiamo»⟧, ha ⟪detto⟫ il sindaco, ⟦«e ‸speriamo»⟧.", 0 },
  { "pt/double", "pt", "⟦“Vamos ‸esperar”⟧, ⟪disse⟫ a ministra.", 0 },

  /* Russian */
  { "ru/guillemets", "ru", "⟦«Мы ‸ждём»⟧, — ⟪сказал⟫ министр.", 0 },
  { "ru/colon", "ru", "Министр ⟪заявил⟫: ⟦«Мы ‸ждём»⟧.", 0 },
  { "ru/interrupted", "ru", "⟦«Мы ждём»⟧, — ⟪сказал⟫ министр, — ⟦«и ‸надеемся»⟧.", 0 },
  { "ru/inside", "ru", "⟦«Был мо‸мент⟧, — ⟪сказал⟫ Панвалкар, — ⟦когда он ждал»⟧.", 0 },
  { "ru/inside-later", "ru", "⟦«Мы ждём⟧, — ⟪сказал⟫ он. — ⟦И наде‸емся»⟧.", 0 },
  { "ru/inside-none", "ru", "⟦«Дом, — это ‸наш дом, — и точка»⟧, — ⟪сказал⟫ он.", 0 },
  { "ru/nested", "ru", "«Он ⟪назвал⟫ это ⟦„пу‸стяком“⟧ и ушёл», — сказала она.", 0 },
  { "ru/dash", "ru", "⟦— При‸вет⟧, — ⟪сказал⟫ он. — ⟦Как дела?⟧", 0 },
  { "ru/dash-question", "ru", "⟦— Кто там?⟧ — ⟪спросила⟫ она. — ⟦Вхо‸дите.⟧", 0 },
  { "ru/source", "ru", "⟪По словам⟫ мэра, это ⟦«очень ‸поздно»⟧.", 0 },

  /* Swedish */
  { "sv/same-marks", "sv", "⟦”Vi ‸väntar”⟧, ⟪säger⟫ hon.", 0 },
  { "sv/same-marks-interrupted", "sv", "⟦”Vi väntar”⟧, ⟪säger⟫ Anna Berg, ⟦”och ‸hoppas.”⟧", 0 },
  { "sv/guillemets", "sv", "⟦»Vi ‸väntar»⟧, ⟪säger⟫ hon.", 0 },
  { "sv/single", "sv", "”Han ⟪sa⟫ ⟦’al‸drig’⟧ till mig”, säger hon.", 0 },
  { "sv/dash", "sv", "⟦– Vi ‸väntar⟧, ⟪säger⟫ Anna Berg.", 0 },
  { "sv/list-is-no-speech", "sv", "- En ‸lista av ting", 0 },

  /* Arabic */
  { "ar/guillemets", "ar", "⟪قال⟫ الوزير: ⟦«نحن ‸ننتظر»⟧.", 0 },
  { "ar/double", "ar", "⟪وأضافت⟫ الوزيرة: ⟦“نحن ‸ننتظر”⟧.", 0 },
  { "ar/after", "ar", "⟦«نحن ‸ننتظر»⟧، ⟪قالت⟫ الوزيرة.", 0 },

  /* Chinese */
  { "zh/double", "zh", "他⟪说⟫：⟦“我们‸等着。”⟧", 0 },
  { "zh/after", "zh", "⟦“我们‸等着，”⟧王明⟪表示⟫。", 0 },
  { "zh/corner", "zh", "他⟪說⟫：⟦「我們‸等著。」⟧", 0 },
  { "zh/corner-nested", "zh", "他說：「我聽到⟦『不‸行』⟧兩個字。」", 0 },
  { "zh/nested", "zh", "他说：“我听到⟦‘不‸行’⟧两个字。”", 0 },
  { "zh/interrupted", "zh", "⟦“我们等着，”⟧他⟪说⟫，⟦“也‸希望。”⟧", 0 },
  { "zh/tight", "zh", "他⟪称⟫之为⟦“小‸事”⟧而已。", 0 },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  const QuoLanguage *language = quo_language_get (c->language);
  Marked marked;
  QuoQuote quote = { 0 };
  g_autofree char *wanted = NULL, *found = NULL, *wanted_cue = NULL, *found_cue = NULL;

  marked_read (&marked, c->source);
  if (!quo_quote_around (marked.text, marked.caret, c->depth, language, &quote))
    quote.n_parts = 0;
  wanted = marked_show (marked.text, marked.spans, marked.n_spans);
  found = marked_show (marked.text, quote.parts, quote.n_parts);
  g_assert_cmpstr (found, ==, wanted);
  for (guint i = 0; i < quote.n_parts; i++)
    g_assert_true (quo_span_equal (quote.parts[i], marked.spans[i]));
  wanted_cue = quo_text_dup (marked.text, marked.cue);
  found_cue = quo_text_dup (marked.text, quote.cue);
  g_assert_cmpstr (found_cue, ==, wanted_cue);
  if (wanted_cue[0] != '\0')
    g_assert_true (quo_span_equal (quote.cue, marked.cue));
  marked_clear (&marked);
}

/* The finder of all quotes and the one at the caret agree, wherever the caret is. */
static void
test_agreement (gconstpointer data)
{
  const Case *c = data;
  const QuoLanguage *language = quo_language_get (c->language);
  g_autoptr (GArray) all = NULL;
  Marked marked;

  marked_read (&marked, c->source);
  all = quo_quotes_find (marked.text, language);
  for (guint i = 0; i < all->len; i++)
    {
      const QuoQuote *wanted = &g_array_index (all, QuoQuote, i);
      gboolean is_found = FALSE;
      QuoQuote quote;

      if (i > 0)
        g_assert_cmpuint (wanted->parts[0].start, >=, wanted[-1].parts[0].start);
      for (guint depth = 0;
           !is_found
           && quo_quote_around (marked.text, wanted->parts[0].start, depth, language, &quote);
           depth++)
        is_found = quote.n_parts == wanted->n_parts
                   && quo_span_equal (quote.parts[0], wanted->parts[0])
                   && quo_span_equal (quote.cue, wanted->cue) && quote.depth == wanted->depth;
      g_assert_true (is_found);
    }
  marked_clear (&marked);
}

static void
test_find_cue (gconstpointer data)
{
  const Case *c = data;
  Marked marked;
  QuoSpan cue;

  marked_read (&marked, c->source);
  if (marked.n_spans > 0 && strstr (c->source, "⟪") != NULL)
    {
      cue = quo_quote_find_cue (marked.text, marked.spans, marked.n_spans,
                                quo_language_get (c->language));
      g_assert_true (quo_span_equal (cue, marked.cue));
    }
  marked_clear (&marked);
}

/* A quote over more paragraphs than one can hold goes on as another one. */
static void
test_long_chain (void)
{
  GString *source = g_string_new (NULL);
  g_autoptr (QuoText) text = NULL;
  g_autoptr (GArray) quotes = NULL;
  const guint n = QUO_QUOTE_MAX_PARTS + 5;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (source, "“Paragraph number %u.%s\n\n", i, i == n - 1 ? "”" : "");
  text = quo_text_new (source->str);
  g_string_free (source, TRUE);
  quotes = quo_quotes_find (text, quo_language_get ("en"));
  g_assert_cmpuint (quotes->len, ==, 2);
  g_assert_cmpuint (g_array_index (quotes, QuoQuote, 0).n_parts, ==, QUO_QUOTE_MAX_PARTS);
  g_assert_cmpuint (g_array_index (quotes, QuoQuote, 1).n_parts, ==, 5);
}

/* Where a closing mark is missing and paragraphs are lines, the quote does not go on to a mark that
 * closes another one pages later. */
static void
test_missing_mark (void)
{
  GString *source = g_string_new ("“We waited, she said.\n");
  g_autoptr (QuoText) text = NULL;
  g_autoptr (GArray) quotes = NULL;

  for (guint i = 0; i < 15; i++)
    {
      for (guint k = 0; k < 10; k++)
        g_string_append (source, "The train stood there in the rain. ");
      g_string_append_c (source, '\n');
    }
  g_string_append (source, "It was all they had heard.”\n");
  text = quo_text_new (source->str);
  g_string_free (source, TRUE);
  quotes = quo_quotes_find (text, quo_language_get ("en"));
  g_assert_cmpuint (quotes->len, ==, 1);
  g_assert_cmpuint (g_array_index (quotes, QuoQuote, 0).parts[0].end, ==, 10);
}

static void
check_unclosed (const char *language, const char *source)
{
  Marked marked;
  g_autoptr (GArray) quotes = NULL;
  const QuoQuote *quote;

  marked_read (&marked, source);
  quotes = quo_quotes_find (marked.text, quo_language_get (language));
  g_assert_cmpuint (quotes->len, ==, 1);
  quote = &g_array_index (quotes, QuoQuote, 0);
  g_assert_cmpuint (quote->n_parts, ==, 1);
  g_assert_cmpuint (quote->parts[0].start, ==, marked.spans[0].start);
  g_assert_cmpuint (quote->parts[0].end, ==, marked.spans[0].end);
  marked_clear (&marked);
}

/* "Nobody asked, Berg said. swallowed who said it, and was given to who spoke before. */
static void
test_unclosed_ends_at_who_says_it (void)
{
  check_unclosed ("en", "⟦\"Nobody asked⟧, Berg said.\n\nHe left.");
  check_unclosed ("en", "⟦“Who asked?⟧ said Mayor Anna Berg. Nobody knew.");
  check_unclosed ("en", "⟦“Nobody asked, and nobody said so. We waited there, Anna.⟧");
  check_unclosed ("de", "⟦„Niemand fragte⟧, sagte Anna Berg. Dann ging sie.");
  check_unclosed ("ru", "⟦«Никто не спросил⟧, сказала Анна Берг. Она ушла.");
}

/* Whatever the marks, spans lie in the text, in order. */
static void
test_random_marks (void)
{
  static const char *const pieces[]
      = { "“",    "”",    "‘", "’",   "\"", "'", "„",  "«",  "»", "—", " ",  " ",    "\n",
          "\n\n", "said", "A", "she", ",",  ".", "」", "「", "é", "5", "’s", "\r\n", "说" };
  static const char *const tags[] = { "en", "de", "fr", "ru", "sv", "zh", "es" };
  GRand *random = g_rand_new_with_seed (20170215);

  for (guint round = 0; round < 2000; round++)
    {
      const QuoLanguage *language = quo_language_get (tags[round % G_N_ELEMENTS (tags)]);
      GString *source = g_string_new (NULL);
      g_autoptr (QuoText) text = NULL;
      g_autoptr (GArray) quotes = NULL;

      for (guint i = g_rand_int_range (random, 0, 60); i > 0; i--)
        g_string_append (source, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      text = quo_text_new (source->str);
      quotes = quo_quotes_find (text, language);
      for (guint i = 0; i < quotes->len; i++)
        {
          const QuoQuote *quote = &g_array_index (quotes, QuoQuote, i);

          g_assert_cmpuint (quote->n_parts, >, 0);
          for (guint k = 0; k < quote->n_parts; k++)
            {
              g_assert_cmpuint (quote->parts[k].start, <, quote->parts[k].end);
              g_assert_cmpuint (quote->parts[k].end, <=, quo_text_get_length (text));
              if (k > 0)
                g_assert_cmpuint (quote->parts[k].start, >=, quote->parts[k - 1].end);
              g_assert_false (quo_span_overlaps (quote->parts[k], quote->cue));
            }
        }
      g_string_free (source, TRUE);
    }
  g_rand_free (random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *around = g_strconcat ("/suggest/quotes/around/", cases[i].name, NULL);
      g_autofree char *all = g_strconcat ("/suggest/quotes/all/", cases[i].name, NULL);
      g_autofree char *cue = g_strconcat ("/suggest/quotes/cue/", cases[i].name, NULL);

      g_test_add_data_func (around, &cases[i], test_case);
      g_test_add_data_func (all, &cases[i], test_agreement);
      g_test_add_data_func (cue, &cases[i], test_find_cue);
    }
  g_test_add_func ("/suggest/quotes/long-chain", test_long_chain);
  g_test_add_func ("/suggest/quotes/missing-mark", test_missing_mark);
  g_test_add_func ("/suggest/quotes/unclosed-ends-at-who-says-it",
                   test_unclosed_ends_at_who_says_it);
  g_test_add_func ("/suggest/quotes/random-marks", test_random_marks);
  return g_test_run ();
}
