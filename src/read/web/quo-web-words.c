/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words by which the makers of pages name their parts. Names are English all over the world,
 * and besides in the language of the newsroom. */
#include "quo-config.h"

#include "quo-web-words.h"

#include <string.h>

/* Names are cut into words at everything that is no letter and where a capital follows a small
 * letter; a word below ending in * stands for all that begin so. */

static const char *const STORY[] = {
  "article*",    "artikel*", "articulo*",  "artigo*",   "articolo*",  "artykul*",   "story*",
  "content*",    "contenu*", "contenido*", "conteudo*", "contenuto*", "inhalt*",    "body*",
  "cuerpo*",     "corpo*",   "corps",      "text",      "texts",      "texte",      "texto",
  "testo",       "tekst*",   "entry*",     "hentry",    "post",       "posts",      "postbody",
  "postcontent", "main",     "blog",       "beitrag*",  "noticia*",   "noticias",   "nota",
  "nachricht*",  "materia",  "statya",     "novost*",   "haber*",     "metin",      "tresc",
  "brodtext",    "prose",    "richtext",   "copy",      "longform",   "paragraph*", "bodytext",
  "live*",       "mainbar",  "column",     "page",      NULL,
};

/* Something else, unless a word for the story stands beside it. */
static const char *const OTHER[] = {
  "ad",
  "ads",
  "adv",
  "advert*",
  "anzeige*",
  "werbung*",
  "publicid*",
  "publicit*",
  "pubblicit*",
  "pub",
  "reklam*",
  "annons*",
  "advertentie*",
  "banner*",
  "breadcrumb*",
  "crumb*",
  "migas",
  "comment*",
  "kommentar*",
  "comentario*",
  "commenti",
  "komentar*",
  "komment*",
  "reacties",
  "yorum*",
  "disqus*",
  "discuss*",
  "respond*",
  "replies",
  "reply",
  "cookie*",
  "consent*",
  "gdpr*",
  "rgpd",
  "lgpd",
  "footer*",
  "foot",
  "pie",
  "rodape",
  "masthead*",
  "menu*",
  "nav",
  "navbar*",
  "navi",
  "navigation*",
  "topnav*",
  "pager*",
  "pagination*",
  "paginat*",
  "popup*",
  "modal*",
  "overlay*",
  "lightbox*",
  "related*",
  "relate",
  "verwandt*",
  "relacionad*",
  "correlat*",
  "relaterad*",
  "gerelateerd*",
  "powiazan*",
  "ilgili",
  "similar*",
  "recommend*",
  "recomend*",
  "empfehl*",
  "suggest*",
  "sidebar*",
  "side",
  "aside*",
  "rail",
  "seitenleiste",
  "skyscraper*",
  "social*",
  "share*",
  "sharing*",
  "sharedaddy",
  "teilen",
  "partage*",
  "compart*",
  "condivid*",
  "delen",
  "udostepn*",
  "paylas*",
  "podelit*",
  "addthis*",
  "addtoany*",
  "sponsor*",
  "tag",
  "tags",
  "taglist*",
  "tagcloud",
  "etiquet*",
  "schlagwort*",
  "teaser*",
  "puff*",
  "toolbar*",
  "tools",
  "widget*",
  "promo*",
  "outbrain*",
  "taboola*",
  "plista*",
  "newsletter*",
  "boletin*",
  "infolettre*",
  "signup*",
  "subscri*",
  "suscri*",
  "abo",
  "abonn*",
  "assin*",
  "abbonat*",
  "login*",
  "signin*",
  "register*",
  "registr*",
  "mostread*",
  "popular*",
  "trending*",
  "meistgelesen",
  "mostviewed*",
  "toplist*",
  "copyright*",
  "legal",
  "impressum",
  "tooltip*",
  "poll",
  "quiz*",
  "survey*",
  "feedback*",
  "donat*",
  "spenden*",
  "ticker*",
  "weather*",
  "wetter*",
  "jobs",
  "stellenmarkt",
  "search*",
  "suche",
  "buscador",
  "recherche",
  "carousel*",
  "slider*",
  "playlist*",
  "rating*",
  "print",
  "printer*",
  "skip*",
  "utility",
  "more",
  "readmore*",
  "next",
  "prev",
  "previous",
  "upnext",
  "authorbio",
  "bio",
  "biograph*",
  "authorbox",
  "hidden",
  "alert*",
  "notification*",
  "app",
  "download*",
  "shop*",
  "buy",
  "affiliate*",
  "disclaimer*",
  "timestamp*",
  "dateline*",
  "meta",
  "metadata",
  "byline*",
  "credits",
  "flag",
  "header",
  "topbar*",
  "topper",
  "remark*",
  "rss",
  "shoutbox",
  "legends",
  "combx",
  "community",
  "extra",
  "yom*",
  "supplemental*",
  "contact*",
  "scroll*",
  "author*",
  "autor*",
  "auteur*",
  "autore*",
  "sr",
  "screenreader*",
  "tweet",
  "calltoaction",
  "cta",
  "paywall*",
  "regwall*",
  "piano",
  "offer*",
  NULL,
};

/* Something else, whatever stands beside it. */
static const char *const NEVER[] = {
  "disqus*",      "outbrain*",   "taboola*",    "plista*",     "breadcrumb*", "cookie*",
  "addthis*",     "addtoany*",   "sharedaddy",  "newsletter*", "advert*",     "sidebar*",
  "pagination*",  "mostread*",   "commentlist", "comments",    "kommentare",  "comentarios",
  "commentaires", "commenti",    "related*",    "relacionad*", "verwandt*",   "consent*",
  "gdpr*",        "trending*",   "popular*",    "recommend*",  "footer*",     "masthead*",
  "sharing*",     "toolbar*",    "authorbox",   "sponsored*",  "sponsoris*",  "sponsoriz*",
  "gesponsert*",  "patrocinad*", NULL,
};

static const char *const ROLES[]
    = { "menu",        "menubar", "complementary", "navigation", "alert",  "alertdialog", "dialog",
        "contentinfo", "search",  "toolbar",       "tablist",    "banner", NULL };

/* What a word says of its element. */
enum
{
  SAYS_STORY = 1 << 0,
  SAYS_OTHER = 1 << 1,
  SAYS_NEVER = 1 << 2,
};

typedef struct
{
  const char *word;
  gsize len;
  guint key;
  gboolean is_stem;
  guint8 says;
} Word;

/* All words of the three lists by their first three letters, which is as good as a hash. */
#define N_KEYS (27 * 27 * 27)
static GArray *words; /* of Word, sorted by key */
static guint16 first_words[N_KEYS + 1];

static guint
get_key (const char *word, gsize len)
{
  guint key = 0;

  for (gsize i = 0; i < 3; i++)
    key = key * 27 + (i < len ? (guint)(word[i] - 'a' + 1) : 0);
  return key;
}

static void
add_words (const char *const *list, guint8 says)
{
  for (; *list != NULL; list++)
    {
      Word word = { .word = *list, .len = strlen (*list), .says = says };

      word.is_stem = (*list)[word.len - 1] == '*';
      word.len -= word.is_stem;
      word.key = get_key (*list, word.len);
      g_array_append_val (words, word);
    }
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return (int)((const Word *)a)->key - (int)((const Word *)b)->key;
}

static void
make_words (void)
{
  static gsize is_made;
  guint at = 0;

  if (!g_once_init_enter (&is_made))
    return;
  words = g_array_new (FALSE, FALSE, sizeof (Word));
  add_words (STORY, SAYS_STORY);
  add_words (OTHER, SAYS_OTHER);
  add_words (NEVER, SAYS_NEVER);
  g_array_sort (words, compare_words);
  for (guint key = 0; key <= N_KEYS; key++)
    {
      while (at < words->len && g_array_index (words, Word, at).key < key)
        at++;
      first_words[key] = (guint16)at;
    }
  g_once_init_leave (&is_made, 1);
}

static guint8
judge_word (const char *name, gsize len)
{
  guint key = get_key (name, len);
  guint8 says = 0;

  for (guint i = first_words[key]; i < first_words[key + 1]; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if ((word->is_stem ? len >= word->len : len == word->len)
          && memcmp (name, word->word, word->len) == 0)
        says |= word->says;
    }
  return says;
}

static gboolean
is_in (const char *const *list, const char *word, gsize len)
{
  for (; *list != NULL; list++)
    if (len == strlen (*list) && memcmp (word, *list, len) == 0)
      return TRUE;
  return FALSE;
}

/* What is hidden of an element is not all of it: "field--label-hidden". */
static const char *const PARTS[] = { "label", "title", "caption", NULL };

/* "with-sidebar", "hasComments" and "no-ads" are names of what such things stand in. */
static const char *const PREPOSITIONS[] = { "with", "has", "no", "without", NULL };
/* "next-article" and "moreStories" are others than this one. */
static const char *const ANOTHER[]
    = { "next", "more", "other", "latest", "previous", "prev", "also", "further", NULL };

/* What a word says after another one, which was @before. */
static guint8
judge_pair (const char *before, gsize before_len, const char *word, gsize len)
{
  guint8 says = judge_word (word, len);

  if (is_in (PREPOSITIONS, before, before_len)
      || (is_in (PARTS, before, before_len) && len == strlen ("hidden")
          && memcmp (word, "hidden", len) == 0))
    return 0;
  return (says & SAYS_STORY) && is_in (ANOTHER, before, before_len) ? SAYS_OTHER : says;
}

/* Cuts names into words: "relatedArticles-list_2" has three. */
static guint8
judge_names (const char *names)
{
  char words_of_it[2][32] = { "", "" };
  guint8 says = 0;
  gsize len = 0, before_len = 0;
  gboolean was_lower = FALSE;
  guint at = 0;

  for (const char *p = names;; p++)
    {
      gboolean is_letter = g_ascii_isalpha (*p);
      gboolean is_upper = g_ascii_isupper (*p);
      char *word = words_of_it[at];

      if (len > 0 && (!is_letter || (is_upper && was_lower) || len == sizeof words_of_it[0] - 1))
        {
          says |= judge_pair (words_of_it[1 - at], before_len, word, len);
          before_len = *p == ' ' ? 0 : len;
          at = 1 - at;
          word = words_of_it[at];
          len = 0;
        }
      if (*p == '\0')
        return says;
      if (is_letter)
        word[len++] = g_ascii_tolower (*p);
      was_lower = is_letter && !is_upper;
    }
}

/* Attributes that say it without words. 0 if this one does not. */
static gint8
weigh_attribute (const GumboAttribute *attribute)
{
  const char *name = attribute->name, *value = attribute->value;

  if (*name == 'i' && g_str_equal (name, "itemprop"))
    return strstr (value, "articleBody") != NULL ? 2 : 0;
  if (*name == 'r' && g_str_equal (name, "role"))
    return g_strv_contains (ROLES, value) ? -2 : 0;
  return *name == 'a' && g_str_equal (name, "aria-hidden") && g_str_equal (value, "true") ? -2 : 0;
}

gint8
quo_web_weigh (const GumboElement *element)
{
  guint8 says = 0;
  gint8 told = 0;

  if (element->attributes.length == 0)
    return 0;
  make_words ();
  for (guint i = 0; i < element->attributes.length; i++)
    {
      const GumboAttribute *attribute = element->attributes.data[i];

      if (g_str_equal (attribute->name, "class") || g_str_equal (attribute->name, "id"))
        says |= judge_names (attribute->value);
      else if (told < 2)
        told = weigh_attribute (attribute) != 0 ? weigh_attribute (attribute) : told;
    }
  if (told != 0)
    return told;
  if ((says & SAYS_NEVER) && !((says & SAYS_STORY) && element->tag == GUMBO_TAG_ARTICLE))
    return -2;
  /* A quoted post of a network ("twitter-tweet") is part of the story it stands in. */
  if (element->tag == GUMBO_TAG_BLOCKQUOTE)
    says &= (guint8)~SAYS_OTHER;
  return says & SAYS_STORY ? 1 : says & SAYS_OTHER ? -1 : 0;
}
