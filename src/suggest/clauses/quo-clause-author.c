/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-clause-sentence.h"

/* Verbs with which the author goes on behind a clause that was told: a participle behind a comma,
 * or a verb with the "and" written together with it. */

/* CLAUSE مؤكدا أن: without a comma, too, where the subject stands behind its verb and a clause is
 * opened right behind the participle. */
static gboolean
opens_clause (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *next = quo_clause_get_token (sentence, i + 1);

  if (next != NULL && (next->kinds & QUO_WORD_OBLIQUE))
    next = quo_clause_get_token (sentence, i + 2);
  return quo_language_has_subject_after (sentence->language) && next != NULL
         && (next->kinds & QUO_WORD_OPENER);
}

gboolean
quo_clause_is_author_going_on (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);
  guint kinds = QUO_WORD_SAYING | QUO_WORD_NAMING | QUO_WORD_SOURCE;
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (quo_language_has_subject_after (sentence->language))
    kinds |= QUO_WORD_SAYING_WEAK; /* متمنيا له الشفاء */
  if (!(token->kinds & kinds) || token->n_words > 1
      || !(quo_clause_has_between (sentence, i - 1, quo_char_is_comma)
           || opens_clause (sentence, i)))
    return FALSE;
  len = quo_token_fold (sentence->page, token, word);
  return quo_language_is_participle (sentence->language, word, len);
}

/* وواصلت عملها، منطقية ومتوقعة: whether nothing up to the next comma tells that the verb @i
 * reports: no word that opens a clause, no colon, no marks, nothing done. */
static gboolean
tells_nothing (const QuoClauseSentence *sentence, gint i)
{
  for (gint k = i + 1; k < (gint)sentence->tokens->len; k++)
    {
      if (sentence->quoted[k] || quo_clause_has_between (sentence, k - 1, quo_clause_is_colon)
          || (quo_clause_get_token (sentence, k)->kinds & QUO_WORD_OPENER)
          || quo_clause_is_deed (sentence, i, k))
        return FALSE;
      if (quo_clause_has_between (sentence, k - 1, quo_char_is_comma))
        return TRUE;
    }
  return TRUE;
}

/* وحذرت: another verb of saying, with the "and" written together with it. */
gboolean
quo_clause_is_joined_verb (const QuoClauseSentence *sentence, gint i)
{
  const QuoToken *token = quo_clause_get_token (sentence, i);
  char word[QUO_FOLD_SIZE];

  if (!quo_language_has_subject_after (sentence->language)
      || !(token->kinds & (QUO_WORD_SAYING | QUO_WORD_NAMING)))
    return FALSE;
  quo_token_fold (sentence->page, token, word);
  return quo_language_has_prefix (sentence->language, word) && !tells_nothing (sentence, i);
}
