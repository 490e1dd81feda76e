/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that stand before the name of a writer. */
#include "quo-config.h"

#include "quo-byline.h"

#include <string.h>

static const char *const BY[] = {
  "by ",
  "by: ",
  "written by ",
  "words by ",
  "story by ",
  "posted by ",
  "reported by ",
  "review by ",
  "von ",
  "von: ",
  "par ",
  "par : ",
  "por ",
  "por: ",
  "texto: ",
  "texto de ",
  "di ",
  "a cura di ",
  "door ",
  "av ",
  "af ",
  "text: ",
  "texte : ",
  "autor:",
  "autora:",
  "author:",
  "auteur :",
  "autore:",
  "текст:",
  "автор:",
  "автор ",
  "przez ",
  "yazan:",
  "بقلم ",
  "كتب ",
  "بقلم:",
  "الكاتب:",
  "מאת ",
  "מאת:",
  "文：",
  "文/",
  "记者",
  "記者",
  "作者：",
  "作者:",
  "撰文：",
  "文・",
  "haber: ",
  "haber : ",
  "interview: ",
  "interview by ",
  "analysis by ",
  "interview von ",
  "ein interview von ",
  "kommentar von ",
  "ein kommentar von ",
  "analyse von ",
  "eine analyse von ",
  "reportage von ",
  "eine reportage von ",
  "gastbeitrag von ",
  "ein gastbeitrag von ",
  "kolumne von ",
  "eine kolumne von ",
  "propos recueillis par ",
  "entrevista de ",
  "inviato da ",
  "enviado por ",
  "publicado por ",
  "escrito por ",
  "scritto da ",
  "eingereicht von ",
  "submitted by ",
  "soumis par ",
  "گزارش از ",
  "نویسنده:",
  "रिपोर्ट: ",
  "लेखक: ",
  NULL,
};

const char *
quo_byline_skip_by (const char *line)
{
  g_autofree char *folded = g_utf8_strdown (line, -1);

  for (guint i = 0; BY[i] != NULL; i++)
    if (g_str_has_prefix (folded, BY[i]))
      {
        /* Letters of the list have the same length in both cases. */
        const char *rest = line + strlen (BY[i]);

        while (*rest == ' ' || *rest == ':')
          rest++;
        return rest;
      }
  return line;
}

char *
quo_byline_dup_reporter (const char *line)
{
  const char *end = strstr (line, " 기자");
  const char *start = end;
  glong n;

  if (end == NULL)
    return NULL;
  while (start > line && start[-1] != ' ' && start[-1] != '=' && start[-1] != ')')
    start--;
  n = g_utf8_strlen (start, end - start);
  return n >= 2 && n <= 4 && (guchar)*start >= 0x80 ? g_strndup (start, (gsize)(end - start))
                                                    : NULL;
}

const char *
quo_byline_find_by (const char *line)
{
  static const char *const by[] = { " by ", " von ", " par ", " por ", " di ", " av ", " af " };
  g_autofree char *lower = g_ascii_strdown (line, -1);
  const char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (by); i++)
    {
      const char *found = strstr (lower, by[i]);

      if (found != NULL && (first == NULL || found < first))
        first = found;
    }
  /* Without a figure before it, it is within a name or a sentence. */
  if (first == NULL || strcspn (lower, "0123456789") >= (gsize)(first - lower))
    return NULL;
  first += 1 + strcspn (first + 1, " ");
  return line + (first - lower) + 1;
}
