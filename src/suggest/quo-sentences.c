/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-knowledge.h"
#include "quo-sentences.h"
#include "quo-word-kinds.h"

#include <pango/pango.h>
#include <string.h>

/* Pango proposes where sentences begin, paragraph by paragraph; each proposal is then heard by what
 * the language knows of the word before it and the one after. */

typedef struct
{
  const QuoPassage *page;
  const QuoLanguage *language;
  const QuoNameKnowledge *knowledge;
} Reader;

static gunichar
get_char (const Reader *reader, guint32 offset)
{
  return quo_passage_get (reader->page, offset);
}

static gsize
fold (const Reader *reader, QuoSpan span, char buffer[QUO_FOLD_SIZE])
{
  return quo_word_fold (reader->page->chars + (span.start - reader->page->start),
                        span.end - span.start, buffer);
}

/* The word before the full stop at @stop, inner full stops with it (U.S). */
static QuoSpan
find_word_before (const Reader *reader, guint32 stop)
{
  guint32 start = stop;

  while (start > reader->page->start
         && (quo_char_is_word (get_char (reader, start - 1))
             || (get_char (reader, start - 1) == '.' && start < stop
                 && quo_char_is_word (get_char (reader, start)))))
    start--;
  while (start < stop && get_char (reader, start) == '.')
    start++;
  return QUO_SPAN (start, stop);
}

static QuoSpan
find_word_after (const Reader *reader, guint32 start)
{
  guint32 end = start;

  while (quo_char_is_word (get_char (reader, end)))
    end++;
  return QUO_SPAN (start, end);
}

static guint
get_kinds (const Reader *reader, QuoSpan word)
{
  char folded[QUO_FOLD_SIZE];
  gsize len = fold (reader, word, folded);

  return quo_language_get_kinds (reader->language, folded, len);
}

/* "U.S. The", "Inc. In": the next word has its capital because it begins a sentence. */
static gboolean
begins_after_abbreviation (const Reader *reader, QuoSpan word, QuoSpan next)
{
  char folded[QUO_FOLD_SIZE];
  gsize len = fold (reader, word, folded);

  if (strchr (folded, '.') == NULL
      && !(quo_name_knowledge_get_kinds (reader->knowledge, folded, len)
           & (QUO_NAME_WORD_COMPANY | QUO_NAME_WORD_FINAL)))
    return FALSE;
  return g_unichar_isupper (get_char (reader, next.start))
         && (get_kinds (reader, next) & (QUO_WORD_STOPWORD | QUO_WORD_PRONOUN));
}

/* "3. Mai", "XIV. Jahrhundert", but no year: "im Jahr 2017. Danach". */
static gboolean
is_order (const Reader *reader, QuoSpan word, QuoSpan next)
{
  guint32 length = word.end - word.start;

  if (!quo_language_has_capital_nouns (reader->language))
    return FALSE;
  for (guint32 i = word.start; i < word.end; i++)
    if (!g_unichar_isdigit (get_char (reader, i)))
      return FALSE;
  return length <= 2 && !(get_kinds (reader, next) & (QUO_WORD_STOPWORD | QUO_WORD_PRONOUN));
}

/* Whether the full stop at @stop goes on before the word at @next. */
static gboolean
is_abbreviating (const Reader *reader, guint32 stop, guint32 next_start)
{
  QuoSpan word = find_word_before (reader, stop), next = find_word_after (reader, next_start);
  guint kinds;

  if (quo_span_is_empty (word))
    return FALSE;
  if (is_order (reader, word, next))
    return TRUE;
  kinds = get_kinds (reader, word);
  if (word.end - word.start == 1 && g_unichar_isupper (get_char (reader, word.start)))
    return TRUE; /* an initial, and the last one of "z. B." */
  if (!(kinds & QUO_WORD_ABBREVIATION))
    return FALSE;
  return !begins_after_abbreviation (reader, word, next);
}

/* Whether the sentence goes on over the border before @next. */
static gboolean
goes_on (const Reader *reader, guint32 start, guint32 next)
{
  guint32 at = next;

  while (at > start && g_unichar_isspace (get_char (reader, at - 1)))
    at--;
  if (at == next && !quo_char_is_unspaced (get_char (reader, next)) && at > start
      && get_char (reader, at - 1) < 0x3000)
    return TRUE; /* no blank: "example.org" */
  if (g_unichar_islower (get_char (reader, next)))
    return TRUE;
  if (at > start && get_char (reader, at - 1) == '.')
    return is_abbreviating (reader, at - 1, next);
  return FALSE;
}

static void
add_sentence (const Reader *reader, GArray *sentences, guint32 start, guint32 end)
{
  QuoSpan span = quo_passage_trim (reader->page, QUO_SPAN (start, end));

  if (!quo_span_is_empty (span))
    g_array_append_val (sentences, span);
}

/* Annex 29 takes every mark after a full stop for a closing one; what opens belongs to what
 * follows: 她走了！“好吗？” */
static guint32
find_border (const Reader *reader, guint32 start, guint32 border)
{
  while (border > start + 1)
    switch (g_unichar_type (get_char (reader, border - 1)))
      {
      case G_UNICODE_INITIAL_PUNCTUATION:
      case G_UNICODE_OPEN_PUNCTUATION:
        border--;
        break;
      default:
        return border;
      }
  return border;
}

static void
cut_paragraph (const Reader *reader, QuoSpan paragraph, GArray *sentences)
{
  guint32 n = paragraph.end - paragraph.start, start = paragraph.start;
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n + 1);
  g_autofree gunichar *chars = g_memdup2 (
      reader->page->chars + (paragraph.start - reader->page->start), n * sizeof *chars);
  g_autofree char *utf8 = NULL;

  /* A line that was broken to a width ends no sentence. */
  for (guint32 i = 0; i < n; i++)
    if (chars[i] == '\n' || chars[i] == '\r')
      chars[i] = ' ';
  utf8 = g_ucs4_to_utf8 (chars, n, NULL, NULL, NULL);
  if (utf8 == NULL)
    return;
  pango_get_log_attrs (utf8, -1, -1,
                       pango_language_from_string (quo_language_get_tag (reader->language)), attrs,
                       n + 1);
  for (guint32 i = 1; i < n; i++)
    {
      guint32 border = paragraph.start + i;

      if (!attrs[i].is_sentence_start || goes_on (reader, start, border))
        continue;
      border = find_border (reader, start, border);
      add_sentence (reader, sentences, start, border);
      start = border;
    }
  add_sentence (reader, sentences, start, paragraph.end);
}

GArray *
quo_sentences_list (const QuoPassage *page, const QuoLanguage *language)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  Reader reader = { page, language, quo_name_knowledge_get (language) };

  for (guint i = 0; i < page->paragraphs->len; i++)
    cut_paragraph (&reader, quo_passage_get_paragraph (page, i), sentences);
  return sentences;
}
