/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-gazetteer.h"
#include "quo-name-runs.h"
#include "quo-names.h"
#include "quo-words.h"

/* The name under the caret, and which names are worth stopping at on the way through a text. */

#define REACH 4800 /* code points read at a time */

/* A particle under the caret belongs to the name round it. */
static gint
find_anchor (const QuoReading *reading, gint i)
{
  if (quo_reading_is_name_part (reading, i))
    return i;
  if (!(quo_reading_get (reading, i)->kinds
        & (QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER | QUO_WORD_LINK)))
    return -1;
  for (gint k = i - 1; k >= 0 && k >= i - 3; k--)
    if (quo_reading_is_name_part (reading, k))
      return quo_reading_step_right (reading, k) > i ? k : -1;
  return -1;
}

/* "Seamen" of "Seamen's Hall": a common word that has its capital from a name. */
static gboolean
is_group (const QuoReading *reading, gint i)
{
  const QuoToken *token = quo_reading_get (reading, i);
  char word[QUO_FOLD_SIZE];
  gsize len;

  if (!quo_reading_owns_next (reading, i) || !(token->shape & QUO_SHAPE_CAPITAL)
      || (token->shape & QUO_SHAPE_CAPS) || (token->kinds & QUO_WORD_CALENDAR))
    return FALSE;
  len = quo_passage_fold (reading->page, quo_reading_get_span (reading, (QuoRun){ i, i }), word);
  return quo_gazetteer_is_word (quo_gazetteer_get_default (),
                                quo_language_get_tag (reading->language), word, len)
         && (!quo_reading_begins_sentence (reading, i)
             || quo_reading_is_capital_elsewhere (reading, i));
}

/* The name that holds the name part @i, with the group that owns it: what a person owns is another
 * name. */
static QuoRun
find_whole_name (const QuoReading *reading, gint i)
{
  QuoRun run = quo_reading_find_name (reading, i);

  if (run.first > 0 && is_group (reading, run.first - 1))
    run.first--;
  if (run.first == run.last && is_group (reading, run.last)
      && quo_reading_is_name_part (reading, run.last + 1)
      && !quo_reading_is_title (reading, run.last + 1))
    run.last = quo_reading_find_name (reading, run.last + 1).last;
  return run;
}

QuoSpan
quo_name_around (const QuoText *text, guint32 offset, const QuoLanguage *language)
{
  QuoSpan span = quo_word_around (text, offset);
  QuoReading reading;
  gint i;

  if (quo_span_is_empty (span))
    return span;
  quo_reading_init (&reading, text, language, span.start);
  i = quo_tokens_find (reading.tokens, MAX (span.start, MIN (offset, span.end - 1)));
  if (i >= 0)
    i = find_anchor (&reading, i);
  if (i >= 0)
    {
      QuoSpan name = quo_reading_get_span (&reading, find_whole_name (&reading, i));

      span = quo_span_is_empty (name) ? span : name;
    }
  quo_reading_clear (&reading);
  return span;
}

static gboolean
is_before_saying (const QuoReading *reading, gint i)
{
  const QuoToken *next = quo_reading_get (reading, i + 1);

  return next != NULL && (next->kinds & QUO_WORD_SAYING) && quo_reading_is_joined (reading, i)
         && !(next->shape & QUO_SHAPE_CAPITAL);
}

/* Whether the words from token @first on begin with "the", or have no capital where they could. */
static gboolean
is_nominal (const QuoReading *reading, gint first, guint32 end)
{
  const QuoToken *token = quo_reading_get (reading, first);
  gboolean has_small = FALSE;

  if ((token->kinds & QUO_WORD_DETERMINER) && !(token->shape & QUO_SHAPE_CAPITAL)
      && token->span.end < end)
    return TRUE;
  for (gint i = first; (token = quo_reading_get (reading, i)) != NULL && token->span.start < end;
       i++)
    {
      if (token->shape & QUO_SHAPE_CAPITAL)
        return FALSE;
      has_small
          = has_small || g_unichar_islower (quo_passage_get (reading->page, token->span.start));
    }
  return has_small;
}

const char *
quo_name_get_form (const QuoText *text, QuoSpan span, const QuoLanguage *language)
{
  const char *form = NULL;
  const QuoToken *token;
  QuoReading reading;
  gint i;

  quo_reading_init (&reading, text, language, span.start);
  i = quo_tokens_find (reading.tokens, span.start);
  token = i >= 0 ? quo_reading_get (&reading, i) : NULL;
  if (token == NULL)
    form = NULL;
  else if ((token->kinds & QUO_WORD_PRONOUN) && quo_span_equal (token->span, span))
    form = "pronoun";
  else if (is_nominal (&reading, i, span.end))
    form = "nominal";
  quo_reading_clear (&reading);
  return form;
}

/* In German every noun has a capital: a single one counts only with a sign that it is a name. */
static gboolean
is_name_among_nouns (const QuoReading *reading, gint i)
{
  const QuoToken *token = quo_reading_get (reading, i);
  const QuoToken *previous = quo_reading_get (reading, i - 1);

  if ((token->shape & QUO_SHAPE_CAPS) || is_before_saying (reading, i))
    return TRUE;
  if (previous == NULL || !quo_reading_is_joined (reading, i - 1))
    return FALSE;
  return (previous->kinds & (QUO_WORD_TITLE | QUO_WORD_BEFORE_PLACE)) != 0;
}

/* "Greek" of "Greek islands". */
static gboolean
is_mere_adjective (const QuoReading *reading, gint i)
{
  const QuoToken *next = quo_reading_get (reading, i + 1);

  return (quo_reading_get (reading, i)->kinds & QUO_WORD_ADJECTIVE) && next != NULL
         && quo_reading_is_joined (reading, i) && !(next->shape & QUO_SHAPE_CAPITAL)
         && !(next->kinds & (QUO_WORD_SAYING | QUO_WORD_STOPWORD));
}

/* Whether the name is one that a person would stop at. */
static gboolean
is_worth_stopping (const QuoReading *reading, QuoRun name)
{
  const QuoToken *first = quo_reading_get (reading, name.first);

  for (gint k = name.first; k <= name.last && quo_reading_is_title (reading, k); k++)
    if (k == name.last)
      return FALSE;
  if (name.first < name.last)
    return TRUE;
  if (first->span.end - first->span.start == 1 || is_mere_adjective (reading, name.first))
    return FALSE;
  if (quo_language_has_capital_nouns (reading->language))
    return is_name_among_nouns (reading, name.first);
  if (!quo_reading_begins_sentence (reading, name.first) || (first->shape & QUO_SHAPE_CAPS))
    return TRUE;
  if (quo_reading_is_small_elsewhere (reading, name.first))
    return FALSE;
  return is_before_saying (reading, name.first)
         || quo_reading_is_capital_elsewhere (reading, name.first);
}

/* What is looked for, and what was found so far. */
typedef struct
{
  QuoSpan within;
  const QuoNameWish *wish;
  gboolean is_last; /* it is the last one that is wanted */
  QuoSpan found;    /* empty: none */
} Search;

/* Whether to look further. */
static gboolean
search_tokens (Search *search, const QuoReading *reading)
{
  const QuoNameWish *wish = search->wish;

  for (gint i = 0; i < (gint)reading->tokens->len; i++)
    {
      QuoSpan token = quo_reading_get (reading, i)->span;
      QuoRun name;
      QuoSpan span;

      if (token.start >= search->within.end)
        return FALSE;
      if (token.end <= search->within.start || !quo_reading_is_name_part (reading, i)
          || quo_reading_is_title (reading, i) || wish->is_taken (token, wish->data))
        continue;
      name = find_whole_name (reading, i);
      span = quo_reading_get_span (reading, name);
      if (span.start >= search->within.start && span.start < search->within.end
          && wish->is_wanted (span, wish->data) && is_worth_stopping (reading, name))
        {
          search->found = span;
          if (!search->is_last)
            return FALSE;
        }
      i = MAX (i, name.last);
    }
  return TRUE;
}

static QuoSpan
search_text (Search *search, const QuoText *text, const QuoLanguage *language)
{
  guint32 offset = search->within.start;
  guint32 length = MIN (quo_text_get_length (text), search->within.end);

  while (offset < length)
    {
      g_autoptr (QuoPassage) page = quo_passage_new_around (text, offset, REACH);
      QuoReading reading = { text, language, page, NULL, NULL };
      guint32 end = page->end;

      for (guint p = quo_passage_find_paragraph (page, offset); p < page->paragraphs->len; p++)
        {
          g_autoptr (GArray) tokens
              = quo_tokens_list (page, language, quo_passage_get_paragraph (page, p));

          reading.tokens = tokens;
          if (!search_tokens (search, &reading))
            return search->found;
        }
      offset = MAX (end, offset + 1);
    }
  return search->found;
}

QuoSpan
quo_name_next_wanted (const QuoText *text, QuoSpan within, const QuoLanguage *language,
                      const QuoNameWish *wish)
{
  Search search = { within, wish, FALSE, QUO_SPAN (0, 0) };

  return search_text (&search, text, language);
}

QuoSpan
quo_name_last_wanted (const QuoText *text, QuoSpan within, const QuoLanguage *language,
                      const QuoNameWish *wish)
{
  Search search = { within, wish, TRUE, QUO_SPAN (0, 0) };

  return search_text (&search, text, language);
}

static gboolean
is_nothing (QuoSpan name, gpointer data)
{
  return FALSE;
}

static gboolean
is_any (QuoSpan name, gpointer data)
{
  return TRUE;
}

QuoSpan
quo_name_next (const QuoText *text, guint32 offset, const QuoLanguage *language)
{
  const QuoNameWish wish = { is_nothing, is_any, NULL };
  guint32 length = quo_text_get_length (text);
  QuoSpan name = quo_name_next_wanted (text, QUO_SPAN (offset, length), language, &wish);

  return quo_span_is_empty (name) ? QUO_SPAN (length, length) : name;
}
