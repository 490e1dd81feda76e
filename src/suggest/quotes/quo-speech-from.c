/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speech-from.h"

#include "quo-passage.h"
#include "quo-sentences.h"
#include "quo-tokens.h"

/* Speech of which a person has shown the beginning: where it may end. Unlike a candidate of the
 * suggestions it needs no verb of saying, for somebody says that it is speech. */

/* Of the sentence with @start in it; empty: there is none. */
static QuoSpan
find_sentence (const QuoPassage *page, guint32 start, const QuoLanguage *language)
{
  g_autoptr (GArray) sentences = quo_sentences_list (page, language);

  for (guint i = 0; i < sentences->len; i++)
    {
      QuoSpan sentence = g_array_index (sentences, QuoSpan, i);

      if (start >= sentence.start && start < sentence.end)
        return sentence;
    }
  return QUO_SPAN (0, 0);
}

/* A comma, semicolon, colon or dash between two words, no hyphen within one. */
static gboolean
parts_clauses (const QuoPassage *page, const QuoToken *token, const QuoToken *next)
{
  for (guint32 i = token->span.end; i < next->span.start; i++)
    {
      gunichar c = quo_passage_get (page, i);

      if (quo_char_is_comma (c) || c == ';' || c == 0x61b || c == 0xff1b || c == ':' || c == 0xff1a
          || (g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION
              && next->span.start - token->span.end > 1))
        return TRUE;
    }
  return FALSE;
}

/* What ends the sentence behind its last word is left out, but not before what closes. */
static guint32
find_end (const QuoPassage *page, const QuoToken *last, guint32 end)
{
  guint32 found = last->span.end;

  for (guint32 at = found; at < end; at++)
    {
      GUnicodeType type = g_unichar_type (quo_passage_get (page, at));

      if (type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION)
        found = at + 1;
    }
  return found;
}

/* The ends of the clauses, the last one first; @ret_is_said: whether a verb of saying stands in the
 * last clause. */
static GArray *
list_ends (const QuoPassage *page, const GArray *tokens, guint32 end, gboolean *ret_is_said)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint kinds = 0;

  *ret_is_said = FALSE;
  for (guint i = tokens->len; i > 0; i--)
    {
      const QuoToken *token = quo_tokens_get (tokens, i - 1);
      guint32 here = token->span.end;

      if (i < tokens->len && !parts_clauses (page, token, quo_tokens_get (tokens, i)))
        {
          kinds |= token->kinds;
          continue;
        }
      if (i == tokens->len)
        here = find_end (page, token, end);
      else if (ends->len == 1)
        *ret_is_said = (kinds & (QUO_WORD_SAYING | QUO_WORD_ANY_SOURCE)) != 0;
      kinds |= token->kinds;
      g_array_append_val (ends, here);
    }
  return ends;
}

GArray *
quo_speech_from (const QuoText *text, guint32 start, const QuoLanguage *language)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  g_autoptr (QuoPassage) page = NULL;
  g_autoptr (GArray) tokens = NULL;
  g_autoptr (GArray) ends = NULL;
  gboolean is_said;
  QuoSpan sentence;

  g_return_val_if_fail (text != NULL, found);

  page = quo_passage_new (text, quo_text_get_paragraph (text, start));
  sentence = find_sentence (page, start, language);
  if (quo_span_is_empty (sentence))
    return found;
  tokens = quo_tokens_list (page, language, QUO_SPAN (start, sentence.end));
  ends = list_ends (page, tokens, sentence.end, &is_said);
  for (guint i = 0; i < ends->len; i++)
    {
      /* "..., she said": the end of the sentence comes after the clause before. */
      guint nth = is_said && i < 2 ? 1 - i : i;
      QuoSpan span = QUO_SPAN (start, g_array_index (ends, guint32, nth));

      g_array_append_val (found, span);
    }
  return found;
}
