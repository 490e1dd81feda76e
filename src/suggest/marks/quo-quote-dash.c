/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-finder.h"

/* Speech that begins with a dash at the start of a paragraph and has no closing mark:
 *
 *   — Привет, — сказал он. — Как дела?     a dash before and after "he said"
 *   —Hola —dijo él—. ¿Qué tal?             the same, set close
 *   — Bonjour, dit-il. Comment ça va ?     commas; goes on after the full stop
 *   – Det är bra, säger Anna Berg.         commas; does not go on
 *
 * The dash of the first part belongs to the quote, a comma before "he said" does not. */

#define MAX_WORDS_TO_VERB 4 /* from the comma to the verb of saying */
#define MAX_NAMES 2         /* if the first of them has a capital: Stephen Bell said */

typedef struct
{
  const QuoPassage *page;
  const QuoLanguage *language;
  const GArray *marked; /* of QuoStretch: what marks already found */
  QuoSpan paragraph;
  GArray *tokens;
} Speech;

static gunichar
get (const Speech *speech, guint32 i)
{
  return i >= speech->paragraph.start && i < speech->paragraph.end
             ? quo_passage_get (speech->page, i)
             : 0;
}

static guint32
skip_blanks (const Speech *speech, guint32 i)
{
  while (g_unichar_isspace (get (speech, i)))
    i++;
  return i;
}

static guint32
skip_blanks_back (const Speech *speech, guint32 i)
{
  while (i > speech->paragraph.start && g_unichar_isspace (get (speech, i - 1)))
    i--;
  return i;
}

static gboolean
is_covered (const Speech *speech, guint32 i)
{
  return quo_stretches_cover (speech->marked, i, NULL, 0);
}

/* Whether the paragraph begins with a dash that opens speech in this language. */
static gboolean
begins_with_dash (const Speech *speech)
{
  gunichar c = get (speech, speech->paragraph.start);
  QuoDashStyle style = quo_language_get_dash (speech->language);
  guint32 next = skip_blanks (speech, speech->paragraph.start + 1);
  gunichar first = get (speech, next);

  if (style == QUO_DASH_NONE)
    return FALSE;
  if (c == '-' && get (speech, speech->paragraph.start + 1) == '-')
    {
      /* As typewriters have it: --What is your name? */
      next = skip_blanks (speech, speech->paragraph.start + 2);
      first = get (speech, next);
    }
  else if (c != 0x2014 && c != 0x2015
           && !(
               style == QUO_DASH_ANY
               && (c == 0x2013
                   || (c == '-' && g_unichar_isspace (get (speech, speech->paragraph.start + 1))))))
    return FALSE;
  return g_unichar_isupper (first) || g_unichar_isdigit (first) || first == 0xbf || first == 0xa1
         || first == 0x2026 || quo_char_is_apostrophe (first)
         || (g_unichar_isalpha (first) && !g_unichar_islower (first));
}

/* A dash, or a hyphen between blanks that stands for one. */
static gboolean
is_dash (const Speech *speech, guint32 i)
{
  gunichar c = get (speech, i);

  return quo_char_is_dash (c)
         || (c == '-' && quo_language_get_dash (speech->language) == QUO_DASH_ANY
             && g_unichar_isspace (get (speech, i - 1)) && g_unichar_isspace (get (speech, i + 1)));
}

/* A dash at @i that begins the author's words. */
static gboolean
is_author_dash (const Speech *speech, guint32 i)
{
  guint32 before = skip_blanks_back (speech, i);
  guint32 after = skip_blanks (speech, i + 1);
  gunichar last = get (speech, before - 1);

  if (i == speech->paragraph.start || !is_dash (speech, i)
      || !g_unichar_islower (get (speech, after)) || is_covered (speech, i))
    return FALSE;
  if (quo_char_is_comma (last) || quo_char_is_stop (last) || quo_char_is_quote_mark (last))
    return TRUE;
  return before < i && after == i + 1; /* —Hola —dijo */
}

/* The author's words between dashes that begin at or after @from; empty if there are none. */
static QuoSpan
find_bounded (const Speech *speech, guint32 from)
{
  for (guint32 i = from; i < speech->paragraph.end; i++)
    if (is_author_dash (speech, i))
      {
        guint32 end = i + 1;

        while (end < speech->paragraph.end && !is_dash (speech, end))
          end++;
        return QUO_SPAN (i, end < speech->paragraph.end ? end + 1 : end);
      }
  return QUO_SPAN (0, 0);
}

/* Where the clause of the verb @k begins: after the comma or stop before it; 0 if none is near. */
static guint32
find_clause_start (const Speech *speech, guint k)
{
  for (gint j = k; j >= 0 && j >= (gint)k - MAX_WORDS_TO_VERB; j--)
    {
      guint32 start = quo_tokens_get (speech->tokens, j)->span.start;
      gunichar before = get (speech, skip_blanks_back (speech, start) - 1);

      if (quo_char_is_comma (before) || before == '!' || before == '?' || before == 0x2026)
        return g_unichar_islower (get (speech, start)) || k - j <= MAX_NAMES ? start : 0;
      if (quo_char_is_stop (before) || quo_char_is_dash (before))
        return 0;
    }
  return 0;
}

/* The author's words round the first verb of saying after @from, with the comma that ends them. */
static QuoSpan
find_clause (const Speech *speech, guint32 from)
{
  for (guint k = 0; k < speech->tokens->len; k++)
    {
      const QuoToken *token = quo_tokens_get (speech->tokens, k);
      guint32 start, end;

      if (token->span.start < from || !(token->kinds & QUO_WORD_SAYING)
          || is_covered (speech, token->span.start))
        continue;
      start = find_clause_start (speech, k);
      if (start <= from)
        continue;
      for (end = token->span.end; end < speech->paragraph.end; end++)
        if (quo_char_is_comma (get (speech, end))
            || quo_tokens_end_sentence (speech->page, speech->language, end))
          return QUO_SPAN (start, end + 1);
      return QUO_SPAN (start, speech->paragraph.end);
    }
  return QUO_SPAN (0, 0);
}

/* Where speech goes on after the author's words; the end of the paragraph if it does not. */
static guint32
find_resumption (const Speech *speech, QuoSpan author)
{
  guint32 next = author.end;

  if (author.end >= speech->paragraph.end)
    return speech->paragraph.end;
  if (quo_char_is_dash (get (speech, author.end - 1)))
    {
      while (quo_char_is_stop (get (speech, next)) || quo_char_is_comma (get (speech, next))
             || get (speech, next) == ':' || get (speech, next) == ';')
        next++;
      return skip_blanks (speech, next);
    }
  next = skip_blanks (speech, next);
  if (quo_char_is_dash (get (speech, next)))
    return skip_blanks (speech, next + 1);
  return quo_language_dash_resumes (speech->language) ? next : speech->paragraph.end;
}

/* A part of the speech without the comma and blanks at its end. */
static QuoSpan
trim_part (const Speech *speech, guint32 start, guint32 end)
{
  end = skip_blanks_back (speech, end);
  while (end > start && quo_char_is_comma (get (speech, end - 1)))
    end--;
  return QUO_SPAN (start, MAX (start, end));
}

static void
read_speech (GArray *stretches, Speech *speech, guint paragraph)
{
  guint32 at = speech->paragraph.start;
  gint previous = -1;

  while (at < speech->paragraph.end)
    {
      QuoSpan author = quo_language_dash_bounds (speech->language) ? find_bounded (speech, at + 1)
                                                                   : find_clause (speech, at + 1);
      guint32 end = quo_span_is_empty (author) ? speech->paragraph.end : author.start;
      QuoStretch stretch = { .span = trim_part (speech, at, end),
                             .paragraph = paragraph,
                             .next = -1,
                             .is_later = previous >= 0,
                             .is_dash = TRUE };

      if (previous < 0 && quo_span_is_empty (author) && get (speech, at) == '-'
          && get (speech, at + 1) != '-')
        return; /* an item of a list */
      if (previous >= 0)
        quo_stretches_get (stretches, previous)->next = stretches->len;
      previous = stretches->len;
      g_array_append_val (stretches, stretch);
      if (quo_span_is_empty (author))
        return;
      at = find_resumption (speech, author);
    }
}

void
quo_stretches_add_dashes (GArray *stretches, const QuoPassage *page, const QuoLanguage *language)
{
  g_autoptr (GArray) marked = g_array_copy (stretches);
  Speech speech = { page, language, marked, { 0, 0 }, NULL };

  for (guint p = 0; p < page->paragraphs->len; p++)
    {
      speech.paragraph = quo_passage_get_paragraph (page, p);
      if (!begins_with_dash (&speech) || is_covered (&speech, speech.paragraph.start))
        continue;
      speech.tokens = quo_tokens_list (page, language, speech.paragraph);
      read_speech (stretches, &speech, p);
      g_array_unref (speech.tokens);
    }
}
