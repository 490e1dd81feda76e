/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-gazetteer.h"
#include "quo-gender.h"
#include "quo-tokens.h"

/* The words that tell are those of the language's file, given names those of the gazetteer. Where
 * two words contradict each other ("Mrs John Smith"), the first one is believed. */

#define REACH 32 /* code points before a mention in which its title stands */

static QuoGender
of_word (const QuoPassage *page, const QuoLanguage *language, const QuoToken *token)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (page, token, word);

  return quo_language_get_gender (language, word, len);
}

/* A given name that only women have, or only men. */
static QuoGender
of_name (const QuoPassage *page, const QuoToken *token)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (page, token, word);
  guint flags = quo_gazetteer_get_flags (quo_gazetteer_get_default (), word, len);

  if (!(flags & QUO_NAME_GIVEN))
    return QUO_GENDER_UNKNOWN; /* Синицына may be a form of Синицын */
  if (flags & QUO_NAME_FEMALE)
    return QUO_GENDER_FEMALE;
  return flags & QUO_NAME_MALE ? QUO_GENDER_MALE : QUO_GENDER_UNKNOWN;
}

/* Whether nothing but a blank, or the full stop of "Mr.", stands between the word and @to. */
static gboolean
is_joined (const QuoPassage *page, const QuoToken *token, guint32 to)
{
  guint32 from = token->span.end;

  if (quo_passage_get (page, from) == '.'
      && (token->kinds & (QUO_WORD_TITLE | QUO_WORD_ABBREVIATION)))
    from++;
  return to == from + 1 && quo_passage_get (page, from) == ' ';
}

/* A title right before the mention: Mr, paní, Frau Dr. */
static QuoGender
of_word_before (const QuoPassage *page, const QuoLanguage *language, guint32 start)
{
  guint32 from = MAX (page->start, start > REACH ? start - REACH : 0);
  g_autoptr (GArray) tokens = NULL;

  while (from > page->start && from < start && quo_char_is_word (quo_passage_get (page, from - 1)))
    from++;
  tokens = quo_tokens_list (page, language, QUO_SPAN (from, start));
  for (guint i = tokens->len; i > 0; i--)
    {
      const QuoToken *token = quo_tokens_get (tokens, i - 1);
      QuoGender gender = of_word (page, language, token);

      if (!is_joined (page, token, start)
          || !(token->kinds & QUO_WORD_TITLE || gender != QUO_GENDER_UNKNOWN)
          || (token->kinds & QUO_WORD_PRONOUN))
        return QUO_GENDER_UNKNOWN;
      if (gender != QUO_GENDER_UNKNOWN)
        return gender;
      start = token->span.start;
    }
  return QUO_GENDER_UNKNOWN;
}

/* Whether word @i looks like one of a name: with a capital, or first of all in a script that has
 * none. */
static gboolean
looks_like_name (const QuoPassage *page, const QuoToken *token, guint i)
{
  gunichar c = quo_passage_get (page, token->span.start);

  return (token->shape & QUO_SHAPE_CAPITAL)
         || (i == 0 && g_unichar_isalpha (c) && !g_unichar_islower (c));
}

/* A word alone that may be a surname, James, is not believed to be a given name. */
static gboolean
is_surname (const QuoPassage *page, const QuoToken *token)
{
  char word[QUO_FOLD_SIZE];
  gsize len = quo_token_fold (page, token, word);

  return quo_gazetteer_get_flags (quo_gazetteer_get_default (), word, len) & QUO_NAME_SURNAME;
}

/* What the first words of a name tell. */
static QuoGender
of_names (const QuoPassage *page, const QuoLanguage *language, const GArray *tokens)
{
  QuoGender gender = QUO_GENDER_UNKNOWN;
  const QuoToken *last = quo_tokens_get (tokens, tokens->len - 1);
  char word[QUO_FOLD_SIZE];
  gsize len;

  for (guint i = 0; gender == QUO_GENDER_UNKNOWN && i + 1 < MAX (tokens->len, 2); i++)
    {
      const QuoToken *token = quo_tokens_get (tokens, i);

      if (looks_like_name (page, token, i) && !(token->kinds & (QUO_WORD_PRONOUN | QUO_WORD_TITLE))
          && !(tokens->len == 1 && is_surname (page, token)))
        gender = of_name (page, token);
    }
  len = quo_token_fold (page, last, word);
  if (gender == QUO_GENDER_UNKNOWN && (last->shape & QUO_SHAPE_CAPITAL)
      && quo_language_is_female_name (language, word, len))
    return QUO_GENDER_FEMALE;
  return gender;
}

QuoGender
quo_gender_of_mention (const QuoPassage *page, const QuoLanguage *language, QuoSpan mention)
{
  QuoGender gender = QUO_GENDER_UNKNOWN;
  g_autoptr (GArray) tokens = NULL;

  if (mention.start < page->start || mention.end > page->end)
    return QUO_GENDER_UNKNOWN;
  tokens = quo_tokens_list (page, language, mention);
  if (tokens->len == 0)
    return QUO_GENDER_UNKNOWN;
  for (guint i = 0; gender == QUO_GENDER_UNKNOWN && i < tokens->len; i++)
    gender = of_word (page, language, quo_tokens_get (tokens, i));
  if (gender == QUO_GENDER_UNKNOWN && !(quo_tokens_get (tokens, 0)->kinds & QUO_WORD_PRONOUN))
    gender = of_word_before (page, language, mention.start);
  return gender == QUO_GENDER_UNKNOWN ? of_names (page, language, tokens) : gender;
}

QuoGender
quo_gender_of_given_name (const QuoPassage *page, const QuoLanguage *language, QuoSpan mention)
{
  g_autoptr (GArray) tokens = NULL;

  if (mention.start < page->start || mention.end > page->end)
    return QUO_GENDER_UNKNOWN;
  tokens = quo_tokens_list (page, language, mention);
  return tokens->len == 1 ? of_name (page, quo_tokens_get (tokens, 0)) : QUO_GENDER_UNKNOWN;
}

QuoGender
quo_gender_of_subject (const QuoPassage *page, const QuoLanguage *language, QuoSpan verb)
{
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (quo_span_is_empty (verb) || verb.start < page->start || verb.end > page->end)
    return QUO_GENDER_UNKNOWN;
  len = quo_passage_fold (page, verb, word);
  return quo_language_get_verb_gender (language, word, len);
}

/* The gender that a verb within a few words of token @i has; "bych" may follow or precede it. */
static QuoGender
of_verb_beside (const QuoPassage *page, const QuoLanguage *language, const GArray *tokens, gint i)
{
  static const gint steps[] = { -1, 1, 2, 3 };

  for (guint k = 0; k < G_N_ELEMENTS (steps); k++)
    {
      gint at = i + steps[k];
      const QuoToken *token
          = at >= 0 && at < (gint)tokens->len ? quo_tokens_get (tokens, at) : NULL;
      QuoGender gender;

      if (token == NULL || (token->kinds & QUO_WORD_STOPWORD)
          || ((token->shape & QUO_SHAPE_CAPITAL) && at > 0))
        continue;
      gender = quo_gender_of_subject (page, language, token->span);
      if (gender == QUO_GENDER_FEMALE || gender == QUO_GENDER_MALE)
        return gender;
    }
  return QUO_GENDER_UNKNOWN;
}

QuoGender
quo_gender_of_self (const QuoPassage *page, const QuoLanguage *language, QuoSpan span)
{
  QuoGender found = QUO_GENDER_UNKNOWN;
  g_autoptr (GArray) tokens = NULL;

  if (!quo_language_has_list (language, QUO_LIST_SELF_LINKS))
    return found;
  tokens = quo_tokens_list (page, language, span);
  for (guint i = 0; i < tokens->len; i++)
    {
      char word[QUO_FOLD_SIZE];
      QuoGender gender;

      quo_token_fold (page, quo_tokens_get (tokens, i), word);
      if (!quo_language_lists (language, QUO_LIST_SELF_LINKS, word))
        continue;
      gender = of_verb_beside (page, language, tokens, (gint)i);
      if (quo_genders_clash (found, gender))
        return QUO_GENDER_UNKNOWN;
      found = gender == QUO_GENDER_UNKNOWN ? found : gender;
    }
  return found;
}

gboolean
quo_genders_clash (QuoGender a, QuoGender b)
{
  return a != QUO_GENDER_UNKNOWN && b != QUO_GENDER_UNKNOWN && a != b;
}
