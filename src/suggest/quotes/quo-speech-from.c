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

/* Where a clause ends, and whether it is a cue ("she added") or holds a verb of saying besides. */
typedef struct
{
  guint32 end;
  guint n_tokens;
  gboolean is_said, is_cue;
} Clause;

/* So few words only tell who says it. */
#define CUE_WORDS 6

/* @kinds are those of all its words. What speech begins with belongs to it. */
static void
judge_clause (Clause *clause, guint kinds, gboolean is_first)
{
  clause->is_said = !is_first && (kinds & (QUO_WORD_SAYING | QUO_WORD_ANY_SOURCE)) != 0;
  clause->is_cue = clause->is_said && clause->n_tokens <= CUE_WORDS;
}

/* (element-type Clause): the clauses up to @end, the last one first. */
static GArray *
list_clauses (const QuoPassage *page, const GArray *tokens, guint32 end)
{
  GArray *clauses = g_array_new (FALSE, FALSE, sizeof (Clause));
  guint kinds = 0;

  for (guint i = tokens->len; i > 0; i--)
    {
      const QuoToken *token = quo_tokens_get (tokens, i - 1);
      gboolean is_last = i == tokens->len;

      if (is_last || parts_clauses (page, token, quo_tokens_get (tokens, i)))
        {
          Clause clause = { .end = is_last ? find_end (page, token, end) : token->span.end };

          g_array_append_val (clauses, clause);
          kinds = 0;
        }
      kinds |= token->kinds;
      g_array_index (clauses, Clause, clauses->len - 1).n_tokens++;
      judge_clause (&g_array_index (clauses, Clause, clauses->len - 1), kinds, FALSE);
    }
  if (clauses->len > 0)
    judge_clause (&g_array_index (clauses, Clause, clauses->len - 1), 0, TRUE);
  return clauses;
}

GArray *
quo_speech_from (const QuoText *text, guint32 start, const QuoLanguage *language)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  g_autoptr (QuoPassage) page = NULL;
  g_autoptr (GArray) tokens = NULL;
  g_autoptr (GArray) clauses = NULL;
  gboolean is_said;
  QuoSpan sentence;

  g_return_val_if_fail (text != NULL, found);

  page = quo_passage_new (text, quo_text_get_paragraph (text, start));
  sentence = find_sentence (page, start, language);
  if (quo_span_is_empty (sentence))
    return found;
  tokens = quo_tokens_list (page, language, QUO_SPAN (start, sentence.end));
  clauses = list_clauses (page, tokens, sentence.end);
  is_said = clauses->len > 1 && g_array_index (clauses, Clause, 0).is_said;
  for (guint i = 0; i < clauses->len; i++)
    {
      /* A clause with a verb of saying that is more than a cue: its end comes second. */
      guint nth = is_said && i < 2 ? 1 - i : i;
      const Clause *clause = &g_array_index (clauses, Clause, nth);
      QuoSpan span = QUO_SPAN (start, clause->end);

      if (!clause->is_cue)
        g_array_append_val (found, span);
    }
  return found;
}
