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
  "ad",           "ads",           "adv",          "advert*",     "anzeige*",
  "werbung*",     "publicid*",     "publicit*",    "pubblicit*",  "pub",
  "reklam*",      "annons*",       "advertentie*", "banner*",     "breadcrumb*",
  "crumb*",       "migas",         "comment*",     "kommentar*",  "comentario*",
  "commenti",     "komentar*",     "komment*",     "reacties",    "yorum*",
  "disqus*",      "discuss*",      "respond*",     "replies",     "reply",
  "cookie*",      "consent*",      "gdpr*",        "rgpd",        "lgpd",
  "footer*",      "foot",          "pie",          "rodape",      "masthead*",
  "menu*",        "nav",           "navbar*",      "navi",        "navigation*",
  "topnav*",      "pager*",        "pagination*",  "paginat*",    "popup*",
  "modal*",       "overlay*",      "lightbox*",    "related*",    "relate",
  "verwandt*",    "relacionad*",   "correlat*",    "relaterad*",  "gerelateerd*",
  "powiazan*",    "ilgili",        "similar*",     "recommend*",  "recomend*",
  "empfehl*",     "suggest*",      "sidebar*",     "side",        "aside*",
  "rail",         "seitenleiste",  "skyscraper*",  "social*",     "share*",
  "sharing*",     "sharedaddy",    "teilen",       "partage*",    "compart*",
  "condivid*",    "delen",         "udostepn*",    "paylas*",     "podelit*",
  "addthis*",     "addtoany*",     "sponsor*",     "tag",         "tags",
  "taglist*",     "tagcloud",      "etiquet*",     "schlagwort*", "teaser*",
  "puff*",        "toolbar*",      "tools",        "widget*",     "promo*",
  "outbrain*",    "taboola*",      "plista*",      "newsletter*", "boletin*",
  "infolettre*",  "signup*",       "subscri*",     "suscri*",     "abo",
  "abonn*",       "assin*",        "abbonat*",     "login*",      "signin*",
  "register*",    "registr*",      "mostread*",    "popular*",    "trending*",
  "meistgelesen", "mostviewed*",   "toplist*",     "copyright*",  "legal",
  "impressum",    "tooltip*",      "poll",         "quiz*",       "survey*",
  "feedback*",    "donat*",        "spenden*",     "ticker*",     "weather*",
  "wetter*",      "jobs",          "stellenmarkt", "search*",     "suche",
  "buscador",     "recherche",     "carousel*",    "slider*",     "playlist*",
  "rating*",      "print",         "printer*",     "skip*",       "utility",
  "more",         "readmore*",     "next",         "prev",        "previous",
  "upnext",       "authorbio",     "bio",          "authorbox",   "hidden",
  "alert*",       "notification*", "app",          "download*",   "shop*",
  "buy",          "affiliate*",    "disclaimer*",  "timestamp*",  "dateline*",
  "meta",         "metadata",      "byline*",      "credits",     "flag",
  "header",       "topbar*",       "topper",       "remark*",     "rss",
  "shoutbox",     "legends",       "combx",        "community",   "extra",
  "yom*",         "supplemental*", "contact*",     "scroll*",     "author*",
  "autor*",       "auteur*",       "autore*",      "sr",          "screenreader*",
  "tweet",        "calltoaction",  "cta",          "paywall*",    "regwall*",
  "piano",        "offer*",        NULL,
};

/* Something else, whatever stands beside it. */
static const char *const NEVER[] = {
  "disqus*",      "outbrain*", "taboola*",    "plista*",     "breadcrumb*", "cookie*",
  "addthis*",     "addtoany*", "sharedaddy",  "newsletter*", "advert*",     "sidebar*",
  "pagination*",  "mostread*", "commentlist", "comments",    "kommentare",  "comentarios",
  "commentaires", "commenti",  "related*",    "relacionad*", "verwandt*",   "consent*",
  "gdpr*",        "trending*", "popular*",    "recommend*",  "footer*",     "masthead*",
  "sharing*",     "toolbar*",  "authorbox",   NULL,
};

static const char *const ROLES[]
    = { "menu",        "menubar", "complementary", "navigation", "alert",  "alertdialog", "dialog",
        "contentinfo", "search",  "toolbar",       "tablist",    "banner", NULL };

/* Words of one list, hashed: whole ones, and the beginnings by their first three letters. */
typedef struct
{
  GHashTable *whole;
  GHashTable *stems; /* first three letters to a list of stems */
} WordList;

static WordList story, other, never;

static void
fill (WordList *list, const char *const *words)
{
  list->whole = g_hash_table_new (g_str_hash, g_str_equal);
  list->stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (; *words != NULL; words++)
    {
      gsize len = strlen (*words);
      char *key;

      if ((*words)[len - 1] != '*')
        {
          g_hash_table_add (list->whole, (gpointer)*words);
          continue;
        }
      key = g_strndup (*words, 3);
      g_hash_table_replace (
          list->stems, key,
          g_slist_prepend (g_hash_table_lookup (list->stems, key), (gpointer)*words));
    }
}

static gboolean
holds (const WordList *list, const char *word, gsize len)
{
  char key[4] = { 0 };

  if (g_hash_table_contains (list->whole, word))
    return TRUE;
  if (len < 3)
    return FALSE;
  memcpy (key, word, 3);
  for (GSList *stem = g_hash_table_lookup (list->stems, key); stem != NULL; stem = stem->next)
    {
      gsize stem_len = strlen (stem->data) - 1;

      if (len >= stem_len && memcmp (word, stem->data, stem_len) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
make_lists (void)
{
  static gsize is_made;

  if (!g_once_init_enter (&is_made))
    return;
  fill (&story, STORY);
  fill (&other, OTHER);
  fill (&never, NEVER);
  g_once_init_leave (&is_made, 1);
}

typedef struct
{
  gboolean is_story, is_other, is_never;
} Verdict;

static void
judge_word (Verdict *verdict, const char *word, gsize len)
{
  verdict->is_story |= holds (&story, word, len);
  verdict->is_other |= holds (&other, word, len);
  verdict->is_never |= holds (&never, word, len);
}

/* Cuts names into words: "relatedArticles-list_2" has three. */
static void
judge_names (Verdict *verdict, const char *names)
{
  char word[32];
  gsize len = 0;
  gboolean was_lower = FALSE;

  for (const char *p = names;; p++)
    {
      gboolean is_letter = g_ascii_isalpha (*p);
      gboolean is_upper = g_ascii_isupper (*p);

      if (len > 0 && (!is_letter || (is_upper && was_lower) || len == sizeof word - 1))
        {
          word[len] = '\0';
          judge_word (verdict, word, len);
          len = 0;
        }
      if (*p == '\0')
        return;
      if (is_letter)
        word[len++] = g_ascii_tolower (*p);
      was_lower = is_letter && !is_upper;
    }
}

gint8
quo_web_weigh (const GumboElement *element)
{
  static const char *const attributes[] = { "class", "id" };
  Verdict verdict = { 0 };
  GumboAttribute *attribute;

  make_lists ();
  if (element->attributes.length == 0)
    return 0;
  attribute = gumbo_get_attribute (&element->attributes, "itemprop");
  if (attribute != NULL && strstr (attribute->value, "articleBody") != NULL)
    return 2;
  attribute = gumbo_get_attribute (&element->attributes, "role");
  if (attribute != NULL && g_strv_contains (ROLES, attribute->value))
    return -2;
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      attribute = gumbo_get_attribute (&element->attributes, attributes[i]);
      if (attribute != NULL)
        judge_names (&verdict, attribute->value);
    }
  if (verdict.is_never && !(verdict.is_story && element->tag == GUMBO_TAG_ARTICLE))
    return -2;
  return (gint8)(verdict.is_story - (verdict.is_other && !verdict.is_story ? 1 : 0));
}

/* --- Lines --- */

static const char *const INVITATIONS[] = {
  "read also",      "read more",       "also read",      "see also",
  "related:",       "more:",           "read:",          "watch:",
  "listen:",        "don't miss",      "lesen sie auch", "lesen sie mehr",
  "mehr zum thema", "siehe auch",      "mehr dazu",      "lire aussi",
  "à lire aussi",   "a lire aussi",    "lire :",         "voir aussi",
  "lea también",    "lee también",     "lea además",     "también puedes leer",
  "ver también",    "más información", "leia também",    "leia mais",
  "veja também",    "saiba mais",      "leggi anche",    "leggi:",
  "vedi anche",     "lees ook",        "lees verder",    "läs också",
  "läs mer",        "läs även",        "czytaj też",     "czytaj także",
  "zobacz też",     "читайте также",   "читать также",   "смотрите также",
  "ayrıca okuyun",  "bunu da oku",     "اقرأ أيضا",      "اقرأ أيضاً",
  "شاهد أيضا",      "مواضيع ذات صلة",  "קראו גם",        "関連記事",
  "相关阅读",       "相关新闻",        "延伸阅读",       "advertisement",
  "anzeige",        "publicité",       "publicidad",     "publicidade",
  "werbung",        "реклама",         "إعلان",          NULL,
};

gboolean
quo_web_is_invitation (const char *line)
{
  g_autofree char *folded = NULL;

  while (*line != '\0' && !g_unichar_isalnum (g_utf8_get_char (line)))
    line = g_utf8_next_char (line);
  folded = g_utf8_strdown (line, -1);
  for (guint i = 0; INVITATIONS[i] != NULL; i++)
    if (g_str_has_prefix (folded, INVITATIONS[i]))
      return TRUE;
  return FALSE;
}
