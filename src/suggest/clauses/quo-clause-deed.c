/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

#include <string.h>

/* What is announced or denied with a noun for something done, and nothing between it and the
 * subject: أعلنت الوزارة توقيف خمسة. Such a noun in a row with others belongs to their name: هيئة
 * تنظيم الاتصالات. Written for languages with the subject behind the verb. */

#define ARTICLE "ال"
#define WITH "ب" /* أفاد بسقوط: written together with the noun */
#define FEMALE_END "ة"

/* Whether the noun at token @i takes the one behind it for its owner, so that both are one name:
 * without an article, a title or body; هيئة, but not مصر. */
static gboolean
owns_next (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);
  char word[QUO_FOLD_SIZE];

  quo_passage_fold (sentence->page, token->span, word); /* إلغاء has none */
  if (g_str_has_prefix (word, ARTICLE)
      || quo_language_lists (sentence->language, QUO_LIST_DEED_LINKS, word))
    return FALSE;
  return (token->kinds & (QUO_WORD_TITLE | QUO_WORD_OBLIQUE)) || g_str_has_suffix (word, FEMALE_END)
         || quo_language_lists (sentence->language, QUO_LIST_NO_DEEDS, word);
}

gboolean
quo_clause_is_deed (const QuoClauseSentence *sentence, gint cue, gint i)
{
  char word[QUO_FOLD_SIZE];
  const char *noun = word;

  quo_token_fold (sentence->page, quo_clause_get_token (sentence, i), word);
  if (!quo_language_is_deed (sentence->language, noun) && g_str_has_prefix (noun, WITH))
    noun += strlen (WITH);
  return quo_language_is_deed (sentence->language, noun)
         && (i - 1 == cue || !owns_next (sentence, i - 1));
}
