/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-unclosed.h"

/* "We waited for years, Zielinski said. Then he left. The closing mark was forgotten: the speech
 * ends where a short rest of a sentence names nothing but a speaker and a strong verb of saying. */

#define MAX_TAIL 60 /* code points from the comma to the end of the sentence */
#define MAX_WORDS 6 /* of them: the harbour master Zielinski said */

/* Where the sentence ends that goes on at @start; @start itself if something parts it first. */
static guint32
find_tail_end (const QuoPassage *page, const QuoLanguage *language, guint32 start, guint32 end)
{
  for (guint32 i = start; i < end && i < start + MAX_TAIL; i++)
    {
      gunichar c = quo_passage_get (page, i);

      if (quo_tokens_end_sentence (page, language, i))
        return i;
      if (!quo_char_is_word (c) && !g_unichar_isspace (c) && !quo_char_is_hyphen (c) && c != '.')
        return start;
      if (i + 1 == end)
        return end;
    }
  return start;
}

/* "Zielinski said", "said the old man": a strong verb first or last, and somebody. */
static gboolean
says_who (const QuoPassage *page, const QuoLanguage *language, QuoSpan tail)
{
  g_autoptr (GArray) tokens = quo_tokens_list (page, language, tail);
  gboolean has_somebody = FALSE;
  guint n_verbs = 0;

  if (tokens->len < 2 || tokens->len > MAX_WORDS)
    return FALSE;
  for (guint i = 0; i < tokens->len; i++)
    {
      const QuoToken *token = quo_tokens_get (tokens, i);

      if (token->kinds & (QUO_WORD_OPENER | QUO_WORD_SELF))
        return FALSE;
      if (token->kinds & QUO_WORD_SAYING)
        n_verbs++;
      else if ((token->shape & QUO_SHAPE_CAPITAL)
               || (token->kinds & (QUO_WORD_PRONOUN | QUO_WORD_TITLE)))
        has_somebody = TRUE;
    }
  return n_verbs == 1 && has_somebody
         && ((quo_tokens_get (tokens, 0)->kinds | quo_tokens_get (tokens, tokens->len - 1)->kinds)
             & QUO_WORD_SAYING);
}

guint32
quo_quote_find_unclosed_end (const QuoPassage *page, const QuoLanguage *language, QuoSpan span)
{
  for (guint32 i = span.start + 1; i < span.end; i++)
    {
      gunichar c = quo_passage_get (page, i);
      guint32 end;

      if (!quo_char_is_comma (c) && c != '?' && c != '!')
        continue;
      end = find_tail_end (page, language, i + 1, span.end);
      if (end > i + 1 && says_who (page, language, QUO_SPAN (i + 1, end)))
        return quo_char_is_comma (c) ? i : i + 1;
    }
  return span.end;
}
