/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "quo-names-find.h"

typedef struct
{
  const char *name, *language, *source;
} Case;

/* [PER words], [LOC words], [ORG words], [EVT words], [DAT words]: what is to be found. */
static const Case cases[] = {
  { "title", "en", "Yesterday Mayor [PER Åsa Lindqvist] told us." },
  { "surname-later", "en", "They met [PER Omar Haddad] there. [PER Haddad] left." },
  { "unknown-inside", "en", "They had asked [PER Kvistgaard] twice." },
  { "unknown-at-start", "en", "[PER Kvistgaard] said so." },
  { "word-at-start", "en", "Bridges fall down." },
  { "word-before-name", "en", "Using [PER Kvistgaard]’s map, they left." },
  { "firm-in-marks", "ru", "Вчера акции «[ORG Квистпрома]» снова выросли." },
  { "work-in-marks", "ru", "Вчера показали фильм «Квистгард» в школе." },
  { "body-in-small-letters", "ru", "Об этом сообщила [ORG Квистская прокуратура] вчера." },
  { "after-source", "ru", "По словам [PER Паркера], дождь шёл весь день." },
  { "acronym-before-person", "ru", "Об этом сообщил депутат от [ORG ЛДПР] [PER Ярослав Нилов]." },
  { "noun-behind-name", "de", "Gestern stellte [PER Kvistgaard] Pläne vor." },
  { "noun-between-names", "de",
    "Damals lobte [PER Timo Kvistgaard] Mitspieler [PER Karl Olsen] dafür." },
  { "given-names-and-noun", "de", "Sie hörten [PER Johann Sebastian Bach] gern." },
  { "owner-and-noun", "de", "Sie sahen [PER Edgars] Filme gern." },
  { "noun-before-known", "de", "Er kam mit dem Streamingdienst [ORG Netflix] gut aus." },
  { "colleague", "de", "Er traf seinen Amtskollegen [PER Kvistgaard] dort." },
  { "role-with-body", "de", "Dort sprach die [ORG Bosch]-Managerin [PER Martina Olsen] zuletzt." },
  { "body-of-title", "de", "Dort sprach [ORG Kvist]-Chef [PER Karl Olsen] zuletzt." },
  { "known-before-hyphen", "de", "Sie reisten mit der [ORG EU]-Troika weiter." },
  { "body-with-hyphen", "de", "Sie lehrt an der [ORG Brelow-Universität] seit Jahren." },
  { "body-of-words", "de", "Sie lehrt an der [ORG Akademie der Künste] seit Jahren." },
  { "body-of-place", "de", "Sie lehrt an der [ORG Universität von Edinburgh] seit Jahren." },
  { "town-that-is-listed", "de", "Sie wohnt in [LOC Ulm] und arbeitet viel." },
  { "town-with-noun-ending", "de", "Sie kennt [LOC Wien] und [LOC München] gut." },
  { "generic-before-town", "de", "Sie wohnt in der Stadt [LOC Bottrop] und arbeitet viel." },
  { "town-in-a-row", "de", "Die Reise ging bis [LOC Salzburg], dann nach [LOC Linz]." },
  { "noun-behind-seat", "de",
    "Sie hat beim [ORG Oberlandesgericht Düsseldorf] Beschwerde eingelegt." },
  { "month-as-given-name", "de", "Damals sprach [PER Karl August Kvistgaard] dort." },
  { "initials-and-noun", "de", "Sie las [PER A. W. Schlegel] gern." },
  { "noble-title", "de", "Er kam mit dem Fürsten [PER Metternich] gut aus." },
  { "part-of-country", "de", "Sie reisten durch [LOC Nordspanien] weiter." },
  { "three-part-compound", "de", "Dort sprach man über Straßenverkehrssysteme und Brutzeit." },
  { "particle-alone", "de", "Sie schrieb E-Mails von dem Flugzeug aus." },
  { "surname-as-noun", "de", "In einer Halle brach der Brand aus." },
  { "person-behind-body", "en", "They heard [ORG Refugee Council] [PER Karl Olsen] there." },
  { "body-of-a-person", "pt", "Estudou na [ORG Escola Maria Lacerda] em 1990." },
  { "several-before-hyphen", "en", "They joined a [LOC New York]-based group." },
  { "double-surname", "en", "They met [PER Karl Olsen-Berg] there." },
  { "owned-place", "en", "They met at the [LOC Seamen’s Hall] there." },
  { "owned-park", "en", "They played at [LOC St. James’s Park] again." },
  { "owned-event", "en", "They won the [EVT Women’s World Cup] again." },
  { "owned-republic", "en", "He left the [LOC People’s Republic of China] then." },
  { "owned-plural", "en", "She joined the [ORG Writers’ Union] there." },
  { "owned-by-country", "en", "They met [LOC Germany]’s Chancellor [PER Olaf Scholz] there." },
  { "owned-at-start", "en", "Today’s [EVT Kvist Cup] ends." },
  { "of-a-group", "fr", "Elle a quitté le groupe [ORG Médialogue] hier." },
  { "small-start", "fr", "Il a écrit au [ORG ministère de la Culture] hier." },
  { "small-start-place", "fr", "Ils marchent vers la [LOC place de la République] ensemble." },
  { "small-body", "sv", "Målet togs upp vid [ORG Malmö tingsrätt] i går." },
  { "small-body-adjective", "sv", "Hon forskar vid [ORG Luleå tekniska universitet] nu." },
  { "small-body-of-country", "sv", "Det sade [LOC Rysslands] regeringen." },
  { "acronym-with-ending", "sv", "I går kom [ORG FN:s] nya råd." },
  { "compound-of-a-name", "sv", "I går kom en FN-rapport om skolan." },
  { "english-body-of-place", "sv", "Hon läste vid [ORG University of Leeds] i fjol." },
  { "english-body", "pt", "Ela saiu da [ORG Kvist Foundation] ontem." },
  { "english-place", "sv", "De gick längs [LOC Kvist Creek] i går." },
  { "small-head", "cs", "Řekla to [ORG Česká lékařská komora] včera." },
  { "small-head-seat", "cs", "Přijela do [ORG Fakultní nemocnice Plzeň] včera." },
  { "inflected-place", "cs", "Letěli z [LOC Vietnamu] do [LOC Brna] včera." },
  { "head-after-title", "cs", "Řekl to hejtman [LOC Plzeňského kraje] [PER Rudolf Špička] včera." },
  { "brackets-place", "en", "They live in [LOC Berlin] ([LOC Kvistmark]) now." },
  { "brackets-party", "de", "Es sprach Ministerin [PER Gesa Tiedemann] ([ORG Nod]) zuletzt." },
  { "elided-s", "fr", "On sait qu’s et d’s, a-t- elle dit." },
  { "place", "en", "It rained in [LOC Berlin] and in [LOC Germany]." },
  { "place-with-initials", "en", "They met in [LOC Washington D.C.] last week." },
  { "money", "en", "It cost US$ 20 there." },
  { "product", "en", "They asked users of IE9 to leave it." },
  { "told-a-paper", "en", "She told [ORG Sky News] about it." },
  { "team", "en",
    "[ORG Sweden] scored the first goal of the match. The referee gave [ORG Denmark] a penalty, "
    "and "
    "their goalkeeper saved it. The striker equalised, but [ORG Denmark] won. They met in "
    "[LOC Paris]." },
  { "no-team", "en",
    "[LOC Sweden] asked for a new treaty. The minister of [LOC Denmark] had a goal of his own, and "
    "left for [LOC Paris] with the draft that both had signed in spring." },
  { "noun-in-name", "en", "They live in the [LOC United States] now." },
  { "given-name-and-region", "en", "They met [PER Paul Miller] there." },
  { "dateline", "en", "[LOC HALDEN FERRY] — The bridge opens in spring." },
  { "unknown-place", "en", "It rained near [LOC Kvistrup]." },
  { "company", "en", "He works for [ORG Kvist Holding Inc] there." },
  { "ministry", "en", "The [ORG Ministry of Foreign Affairs] said so." },
  { "acronym", "en", "The [ORG Halden Works Council] ([ORG HWC]) met." },
  { "party", "en", "She leads the [ORG Green Party] now." },
  { "river", "en", "They crossed the [LOC Kvist River] twice." },
  { "event", "en", "They won the [EVT Kvist Cup] again." },
  { "people", "en", "They saw German and Greek islands." },
  { "two-peoples", "en", "They left the Syrian-Iraqi zone and the Afghan-Pakistani border." },
  { "king", "en", "There was King [PER Charles XII] once." },
  { "hyphen", "en", "The [ORG NATO]-led force left." },
  { "internet", "en", "They read it on the Internet." },
  { "month-name", "en", "[PER Theresa May] left in [DAT May 2017]." },
  { "date", "en", "It began on [DAT Wednesday, 15 February 2017], they said." },
  { "date-us", "en", "It began on [DAT February 15, 2017] there." },
  { "date-numbers", "en", "From [DAT 2017-02-15] to [DAT 15.02.2017] or 1.2.3." },
  { "may-be", "en", "That may be so." },
  { "de/noun", "de", "Die Brücke ist ein Problem für die Stadt." },
  { "de/noun-like-a-name", "de", "Er kam mit dem ersten Boot über einen ganzen Kai." },
  { "de/role", "de", "Gestern traf er Regisseur [PER Wim Wenders] dort." },
  { "de/genitive", "de", "Die Wirtschaft [LOC Frankreichs] wächst." },
  { "de/adjective", "de", "Sie fuhren über das [LOC Karibische Meer] nach Hause." },
  { "de/hyphen", "de", "Das [ORG Nato]-Mitglied stimmte zu." },
  { "de/date", "de", "Das war am [DAT 3. Mai 2017] so." },
  { "pt/and", "pt", "Ontem vieram [PER Richard] e [PER Mildred] aqui." },
  { "pt/date", "pt", "Foi em [DAT 15 de fevereiro de 2017] ali." },
  { "sv/party", "sv", "I går mötte [PER Åsa Lindqvist] väljare i [LOC Malmö]." },
  { "ru/case", "ru", "Вчера он был в [LOC Москве] и в [LOC Германии]." },
  { "ru/sea", "ru", "Они плыли через [LOC Карибское море] домой." },
  { "ru/president", "ru", "Вчера президент [LOC Франции] [PER Эмманюэль Макрон] сказал это." },
  { "ru/war", "ru", "Они вернулись после [EVT Тридцатилетней войны] домой." },
  { "ru/adjective", "ru", "Он ждал Бразильского карнавала весь год." },
  { "ru/empire", "ru", "Он жил тогда в [ORG Османской империи] один." },
  { "ru/in-marks", "ru", "Он купил акции компании «[ORG Каскад]» вчера." },
  { "ru/subject-of-verb", "ru", "Тогда [PER Квистгорд] вернулась домой." },
  { "ru/two-words", "ru", "Они видели [PER Брайса Ортефё] вчера." },
  { "ru/date", "ru", "Это было [DAT 15 февраля 2017] года." },
  { "zh/place", "zh", "他昨天在[LOC 北京]说。" },
  { "zh/traditional", "zh", "他昨天在[LOC 倫敦]說。" },
  { "zh/university", "zh", "他在[ORG 北京大学]工作。" },
  { "zh/foreign", "zh", "总统[PER 特朗普]说他会来。" },
  { "zh/dot", "zh", "昨天[PER 弗拉基米尔·普京]说他会来。" },
  { "zh/known-person", "zh", "他在读[PER 莎士比亚]的书。" },
  { "zh/person-alone", "zh", "昨天[PER 夏立群]买了一本书。" },
  { "zh/long-after-dot", "zh", "昨天[PER 罗伯特·阿尔德里奇]说他会来。" },
  { "zh/sound-like-town", "zh", "昨天[PER 奥斯本]走了。" },
  { "zh/body-of-no-words", "zh", "他在[ORG 睿霖集团]工作。" },
  { "zh/firm-of-country", "zh", "他在一家[LOC 法国]公司工作。" },
  { "zh/born-in", "zh", "他生于[LOC 苏塞克斯]，今年七十岁。" },
  { "zh/people", "zh", "那位美国人走了。" },
  { "zh/date", "zh", "他在[DAT 2017年2月15日]来了。" },
  { "ar/place", "ar", "سافر أمس إلى [LOC بغداد] مع أخيه" },
  { "ar/title", "ar", "قال الرئيس [PER محمود عباس] إنه لن يذهب" },
};

static const char *const labels[][2] = { { "person", "PER" },
                                         { "place", "LOC" },
                                         { "organization", "ORG" },
                                         { "event", "EVT" },
                                         { "date", "DAT" } };

static const char *
get_label (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i][0], type) == 0)
      return labels[i][1];
  return type;
}

/* (transfer full): the source without its labels. */
static char *
strip_labels (const char *source)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = source; *p != '\0'; p++)
    if (*p == '[')
      p += 4;
    else if (*p != ']')
      g_string_append_c (plain, *p);
  return g_string_free (plain, FALSE);
}

/* (transfer full): the text with the labels of what was found. */
static char *
show_names (const QuoText *text, const QuoFoundNames *names)
{
  GString *shown = g_string_new (NULL);
  guint32 at = 0;

  for (guint i = 0; i < quo_found_names_get_length (names); i++)
    {
      QuoFoundName name;

      quo_found_names_read (names, i, &name);
      g_autofree char *before = quo_text_dup (text, QUO_SPAN (at, name.span.start));
      g_autofree char *words = quo_text_dup (text, name.span);

      g_string_append_printf (shown, "%s[%s %s]", before, get_label (name.type), words);
      at = name.span.end;
    }
  g_string_append (shown, quo_text_at (text, at));
  return g_string_free (shown, FALSE);
}

static QuoFoundNames *
find_names (const QuoText *text, const char *language)
{
  return quo_names_find (text, quo_language_get (language), quo_gazetteer_get_default (), NULL,
                         NULL, NULL);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *plain = strip_labels (c->source);
  g_autoptr (QuoText) text = quo_text_new (plain);
  g_autoptr (QuoFoundNames) names = find_names (text, c->language);
  g_autofree char *shown = show_names (text, names);

  g_assert_cmpstr (shown, ==, c->source);
  for (guint i = 0; i < quo_found_names_get_length (names); i++)
    {
      QuoFoundName name;

      quo_found_names_read (names, i, &name);

      g_assert_cmpfloat (name.score, >=, 0);
      g_assert_cmpfloat (name.score, <=, 1);
      g_assert_nonnull (name.reason);
    }
}

/* ------------------------------------------------------------------------------------ which place
 */

/* What the first name of the text means: the id, or "-" where that must stay open. */
static const struct
{
  const char *name, *source, *id, *words;
} places[] = {
  { "beside", "In Springfield, Ohio, it rained.", "4525353",
    "the one in Ohio, which the article names" },
  { "beside-illinois", "In Springfield, Illinois, it rained.", "4250542", "the one in Illinois" },
  { "elsewhere", "In Springfield it rained. They had driven through Ohio.", "4525353",
    "the one in Ohio, which the article names" },
  { "open", "In Springfield it rained.", "-", "the article does not say which" },
  { "largest", "In Paris it rained.", "2988507", "by far the best known" },
  { "stated-small", "In Paris, Texas, it rained.", "4717560", "the one in Texas" },
  { "unmistakable", "In London it rained. They had driven through Ohio.", "2643743",
    "by far the best known" },
  { "only", "In Odintsovo it rained.", "516215", "the only place of this name" },
  { "country", "In Germany it rained.", "DE", "place" },
  { "georgia-open", "In Georgia it rained.", "-", "does not say which" },
  { "georgia-country", "In Georgia it rained, even in Tbilisi.", "GE", "the country" },
  { "city-not-state", "In New York it rained.", "5128581", "best known" },
  { "capital-not-state", "In Washington it rained.", "4140963", "best known" },
};

static void
test_place (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (QuoText) text = quo_text_new (places[i].source);
  g_autoptr (QuoFoundNames) names = find_names (text, "en");
  QuoFoundName name;

  g_assert_cmpuint (quo_found_names_get_length (names), >, 0);
  quo_found_names_read (names, 0, &name);
  g_assert_cmpstr (name.type, ==, "place");
  g_assert_nonnull (strstr (name.place_reason, places[i].words));
  if (strcmp (places[i].id, "-") == 0)
    {
      g_assert_false (name.has_place);
      return;
    }
  g_assert_true (name.has_place);
  g_assert_cmpstr (quo_place_get_id (&name.place), ==, places[i].id);
}

/* --------------------------------------------------------------------------------- the whole of it
 */

static void
test_groups (void)
{
  g_autoptr (QuoText) text
      = quo_text_new ("They met Omar Haddad and Åsa Berg. Haddad left. Omar Haddad came.");
  g_autoptr (QuoFoundNames) names = find_names (text, "en");
  guint groups[4];

  g_assert_cmpuint (quo_found_names_get_length (names), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      QuoFoundName name;

      quo_found_names_read (names, i, &name);
      groups[i] = name.group;
    }
  g_assert_cmpuint (groups[0], ==, groups[2]);
  g_assert_cmpuint (groups[0], ==, groups[3]);
  g_assert_cmpuint (groups[0], !=, groups[1]);
}

/* The letters of the groups of the persons, in text order, and how each of them is called. */
static void
check_families (const char *source, const char *letters, const char *called)
{
  g_autoptr (QuoText) text = quo_text_new (source);
  g_autoptr (QuoFoundNames) names = find_names (text, "en");
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) found = g_string_new (NULL), words = g_string_new (NULL);

  for (guint i = 0; i < quo_found_names_get_length (names); i++)
    {
      QuoFoundName name;
      guint k = 0;
      g_autofree char *here = NULL;

      quo_found_names_read (names, i, &name);
      if (strcmp (name.type, "person") != 0)
        continue;
      while (k < groups->len && g_array_index (groups, guint, k) != name.group)
        k++;
      if (k == groups->len)
        g_array_append_val (groups, name.group);
      g_string_append_c (found, (char)('A' + k));
      here = quo_text_dup (text, name.called);
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", here);
    }
  g_assert_cmpstr (found->str, ==, letters);
  g_assert_cmpstr (words->str, ==, called);
}

/* One surname of a man and a woman. */
static void
test_families (void)
{
  check_families ("He saw Mrs. Allen there. Then Mr. Allen came, and Mrs. Allen left.", "ABA",
                  "Mrs. Allen; Allen; Mrs. Allen");
  check_families ("She met Henry Hale there. Soon Miss Hale came, and Mr. Hale left.", "ABA",
                  "Henry Hale; Miss Hale; Hale");
  check_families ("She met Henry Hale there, and Edith Hale. Soon Mr. Hale left. Then Hale wrote.",
                  "ABAC", "Henry Hale; Edith Hale; Hale; Hale");
  check_families ("She met Edith Hale there. Soon Mr. Hale came, and Edith Hale left.", "ABA",
                  "Edith Hale; Mr. Hale; Edith Hale");
  check_families ("He saw Elinor Hale there. They say Elinor DID mind it. Then Elinor left.", "ABA",
                  "Elinor Hale; Elinor DID; Elinor");
  check_families ("She met Edith Hale there. Soon Mrs. Hale left, and so did the guests.", "AA",
                  "Edith Hale; Hale");
}

/* What people have marked is a border, to both sides and in the middle. */
static void
test_marked (void)
{
  static const struct
  {
    const char *marked, *found;
  } cuts[] = {
    { "Kvist", "Then [PER Kvist] [PER Karl Olsen] left." },
    { "Karl Olsen", "Then [PER Kvist] [PER Karl Olsen] left." },
    { "Karl", "Then [PER Kvist] [PER Karl] [PER Olsen] left." },
  };
  const char *source = "Then Kvist Karl Olsen left.";
  g_autoptr (QuoText) text = quo_text_new (source);

  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      guint32 start = (guint32)(strstr (source, cuts[i].marked) - source);
      QuoSpan span = QUO_SPAN (start, start + (guint32)strlen (cuts[i].marked));
      g_autoptr (GArray) marked = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
      g_autoptr (QuoFoundNames) names = NULL;
      g_autofree char *shown = NULL;

      g_array_append_val (marked, span);
      names = quo_names_find (text, quo_language_get ("en"), quo_gazetteer_get_default (), marked,
                              NULL, NULL);
      shown = show_names (text, names);
      g_assert_cmpstr (shown, ==, cuts[i].found);
    }
}

/* Far more than a chunk, and the same each time. */
static void
test_long (void)
{
  GString *source = g_string_new (NULL);
  g_autoptr (QuoText) text = NULL;
  g_autoptr (QuoFoundNames) once = NULL, again = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (source, "Then they met Omar Haddad in Berlin.\n");
  text = quo_text_new (source->str);
  g_string_free (source, TRUE);
  once = find_names (text, "en");
  again = find_names (text, "en");
  g_assert_cmpuint (quo_found_names_get_length (once), ==, 4000);
  for (guint i = 0; i < quo_found_names_get_length (once); i++)
    {
      QuoFoundName a, b;

      quo_found_names_read (once, i, &a);
      quo_found_names_read (again, i, &b);

      g_assert_true (quo_text_equals (text, a.span, i % 2 == 0 ? "Omar Haddad" : "Berlin"));
      g_assert_true (quo_span_equal (a.span, b.span));
      g_assert_cmpfloat (a.score, ==, b.score);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (QuoText) text = quo_text_new ("They met Omar Haddad.");
  g_autoptr (QuoFoundNames) names = NULL;

  g_cancellable_cancel (cancellable);
  names = quo_names_find (text, quo_language_get ("en"), quo_gazetteer_get_default (), NULL, NULL,
                          cancellable);
  g_assert_cmpuint (quo_found_names_get_length (names), ==, 0);
}

/* Any text at all: in order, apart, inside the text. */
static void
test_anything (void)
{
  static const char *const pieces[] = { "Omar",
                                        "Haddad",
                                        " ",
                                        " ",
                                        ".",
                                        ",",
                                        "of",
                                        "the",
                                        "Ministry",
                                        "王",
                                        "·",
                                        "特",
                                        "I",
                                        "15",
                                        "May",
                                        "\n",
                                        "Springfield",
                                        "Ohio",
                                        "-",
                                        "’s",
                                        "(",
                                        "“",
                                        "Санкт",
                                        "قال",
                                        "\xf0\x9f\x9a\x8b",
                                        "è",
                                        "&" };
  static const char *const languages[] = { "en", "de", "ru", "zh", "ar", "fr" };

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) source = g_string_new (NULL);
      g_autoptr (QuoText) text = NULL;
      g_autoptr (QuoFoundNames) names = NULL;
      guint32 at = 0;

      for (guint i = 0; i < 60; i++)
        g_string_append (source, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      text = quo_text_new (source->str);
      names = find_names (text, languages[round % G_N_ELEMENTS (languages)]);
      for (guint i = 0; i < quo_found_names_get_length (names); i++)
        {
          QuoFoundName name;

          quo_found_names_read (names, i, &name);

          g_assert_cmpuint (name.span.start, >=, at);
          g_assert_false (quo_span_is_empty (name.span));
          at = name.span.end;
        }
      g_assert_cmpuint (at, <=, quo_text_get_length (text));
    }
}

/* A list of the person's own in the folder of settings. Written before anything asks for it. */
static void
write_own_list (const char *folder)
{
  g_autofree char *lists = g_build_filename (folder, "quotidian", "gazetteer", NULL);
  g_autofree char *path = g_build_filename (lists, "ours.csv", NULL);
  g_autofree char *bad = g_build_filename (lists, "bad.csv", NULL);

  g_assert_cmpint (g_mkdir_with_parents (lists, 0700), ==, 0);
  g_assert_true (g_file_set_contents (
      path, "name,type,id,lat,lon\nLower Fenwick,place,Q42,51.5,-0.25\nThe Ark,ship,,,\n", -1,
      NULL));
  g_assert_true (g_file_set_contents (bad, "no type\n", -1, NULL));
}

static void
test_own_list (void)
{
  g_autoptr (QuoText) text = quo_text_new ("They left Lower Fenwick on The Ark.");
  g_autoptr (QuoFoundNames) names = find_names (text, "en");
  QuoFoundName name;

  g_assert_cmpuint (quo_found_names_get_length (names), ==, 2);
  quo_found_names_read (names, 0, &name);
  g_assert_cmpstr (name.type, ==, "place");
  g_assert_true (name.has_place);
  g_assert_cmpstr (name.place.scheme, ==, "wikidata");
  g_assert_cmpstr (quo_place_get_id (&name.place), ==, "Q42");
  g_assert_cmpfloat (name.place.lat, ==, 51.5);
  quo_found_names_read (names, 1, &name);
  g_assert_cmpstr (name.type, ==, "ship");
  g_assert_cmpfloat (name.score, >=, 0.9);
}

static void
add_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/suggest/names-find/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strconcat ("/suggest/names-find/place/", places[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_place);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("quo-names-XXXXXX", NULL);

  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  write_own_list (folder);
  g_test_init (&argc, &argv, NULL);
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  add_cases ();
  g_test_add_func ("/suggest/names-find/groups", test_groups);
  g_test_add_func ("/suggest/names-find/families", test_families);
  g_test_add_func ("/suggest/names-find/marked", test_marked);
  g_test_add_func ("/suggest/names-find/long", test_long);
  g_test_add_func ("/suggest/names-find/cancelled", test_cancelled);
  g_test_add_func ("/suggest/names-find/anything", test_anything);
  g_test_add_func ("/suggest/names-find/own-list", test_own_list);
  return g_test_run ();
}
