/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines by which newsrooms call their readers away from a story. */
#include "quo-config.h"

#include "quo-web-invitation.h"

#include <string.h>

static const char *const INVITATIONS[] = {
  "read also",
  "read more",
  "also read",
  "see also",
  "related:",
  "more:",
  "read:",
  "watch:",
  "listen:",
  "continue reading",
  "story continues",
  "article continues",
  "toggle caption",
  "hide caption",
  "skip to",
  "don't miss",
  "lesen sie auch",
  "lesen sie mehr",
  "mehr zum thema",
  "siehe auch",
  "mehr dazu",
  "lire aussi",
  "à lire aussi",
  "a lire aussi",
  "lire :",
  "voir aussi",
  "lea también",
  "lee también",
  "lea además",
  "también puedes leer",
  "ver también",
  "más información",
  "leia também",
  "leia mais",
  "veja também",
  "saiba mais",
  "leggi anche",
  "leggi:",
  "vedi anche",
  "lees ook",
  "lees verder",
  "läs också",
  "läs mer",
  "läs även",
  "czytaj też",
  "czytaj także",
  "zobacz też",
  "читайте также",
  "читать также",
  "смотрите также",
  "ayrıca okuyun",
  "bunu da oku",
  "اقرأ أيضا",
  "اقرأ أيضاً",
  "شاهد أيضا",
  "مواضيع ذات صلة",
  "קראו גם",
  "関連記事",
  "相关阅读",
  "相关新闻",
  "延伸阅读",
  "بیشتر بخوانید",
  "همچنین بخوانید",
  "یہ بھی پڑھیں",
  "यह भी पढ़ें",
  "ये भी पढ़ें",
  "इसे भी पढ़ें",
  "আরও পড়ুন",
  "อ่านเพิ่มเติม",
  "baca juga",
  "xem thêm",
  "관련기사",
  "관련 기사",
  "あわせて読みたい",
  "推荐阅读",
  "更多阅读",
  "ilgili haber",
  "i̇lgi̇li̇ haber",
  "читайте ще",
  "читайте також",
  "подписывайтесь",
  "підписуйтесь",
  "přečtěte si",
  "čtěte také",
  "olvassa el",
  "citește și",
  "citeşte şi",
  "διαβάστε επίσης",
  "διαβάστε ακόμη",
  "lue myös",
  "les også",
  "læs også",
  "lesezeit",
  "temps de lecture",
  "tiempo de lectura",
  "tempo di lettura",
  "tempo de leitura",
  "czas czytania",
  "время чтения",
  "okuma süresi",
  "reading time",
  "share this",
  "follow us on",
  NULL,
};

/* Labels of what somebody has paid for: all of a line. */
static const char *const ADVERTS[] = {
  "advertisement",
  "advertising",
  "ad",
  "anzeige",
  "werbung",
  "publicité",
  "publicidad",
  "publicidade",
  "pubblicità",
  "reklama",
  "reklam",
  "annons",
  "annonse",
  "reklame",
  "mainos",
  "advertentie",
  "реклама",
  "إعلان",
  "آگهی",
  "פרסומת",
  "विज्ञापन",
  "広告",
  "广告",
  "廣告",
  "광고",
  "sponsored",
  "sponsored content",
  "contenu sponsorisé",
  "contenido patrocinado",
  "conteúdo patrocinado",
  "gesponserter inhalt",
  NULL,
};

/* "5 min read". */
static gboolean
is_reading_time (const char *line)
{
  gsize n_digits = strspn (line, "0123456789");

  line += n_digits + strspn (line + n_digits, " -");
  if (n_digits == 0 || !g_str_has_prefix (line, "min"))
    return FALSE;
  line += strcspn (line, " -");
  return g_str_has_prefix (line + strspn (line, " -"), "read");
}

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
  g_strdelimit (g_strchomp (folded), ":.-", ' ');
  return g_strv_contains (ADVERTS, g_strchomp (folded)) || is_reading_time (folded);
}

/* Beginnings of the words for them. */
static const char *const COMMENTS[] = {
  "comments",    "comment (",  "kommentare", "leserkommentare", "commentaires", "comentarios",
  "comentários", "commenti",   "reacties",   "kommentarer",     "kommentit",    "komentarze",
  "komentáře",   "комментари", "коментар",   "yorumlar",        "σχόλια",       "تعليقات",
  "التعليقات",   "نظرات",      "תגובות",     "टिप्पणि",          "评论",         "評論",
  "网友评论",    "コメント",   "댓글",       "bình luận",       "ความคิดเห็น",    "komentar",
  NULL,
};

gboolean
quo_web_is_comments (const char *heading)
{
  g_autofree char *folded = g_utf8_strdown (heading, -1);
  const char *word = folded + strspn (folded, "0123456789 .,()");

  for (guint i = 0; COMMENTS[i] != NULL; i++)
    if (g_str_has_prefix (word, COMMENTS[i]))
      return TRUE;
  return FALSE;
}
