/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-tokens.h"
#include "quo-vocative.h"

#define MAX_BEFORE 3 /* words before the name that belong to it: my dear Miss */
#define REACH 40     /* code points in which they stand */

static gboolean
is_set_off (gunichar c)
{
  return quo_char_is_comma (c) || quo_char_is_stop (c) || quo_char_is_quote_mark (c)
         || quo_char_is_dash (c);
}

static guint32
skip_blanks_back (const QuoPassage *page, guint32 at)
{
  while (at > page->start && g_unichar_isspace (quo_passage_get (page, at - 1)))
    at--;
  return at;
}

/* My dear Miss Lund: where what is said with the name begins. */
static guint32
find_start (const QuoPassage *page, const QuoLanguage *language, guint32 name)
{
  guint32 from = name > page->start + REACH ? name - REACH : page->start;
  g_autoptr (GArray) tokens = quo_tokens_list (page, language, QUO_SPAN (from, name));
  guint32 start = name;

  for (guint i = tokens->len, n = 0; i > 0 && n < MAX_BEFORE; i--, n++)
    {
      const QuoToken *token = quo_tokens_get (tokens, i - 1);
      char word[QUO_FOLD_SIZE];

      quo_token_fold (page, token, word);
      if (!(token->kinds & QUO_WORD_TITLE)
          && !quo_language_lists (language, QUO_LIST_ENDEARING, word))
        break;
      start = token->span.start;
    }
  return start;
}

gboolean
quo_vocative_is_one (const QuoPassage *page, const QuoLanguage *language, QuoSpan name)
{
  guint32 before;

  if (!is_set_off (quo_passage_get (page, name.end)))
    return FALSE;
  before = skip_blanks_back (page, find_start (page, language, name.start));
  return before == page->start || is_set_off (quo_passage_get (page, before - 1));
}
