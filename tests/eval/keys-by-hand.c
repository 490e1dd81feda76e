/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The keys that a practised person presses to annotate names by hand; quotes are in
 * keys-quotes.c. A step that the program does not
 * offer costs what the text view offers: a word for each Ctrl+Right, a line for each Down.
 */
#include "quo-config.h"

#include "keys-ways.h"

#include "quo-names.h"
#include "quo-register.h"
#include "quo-words.h"

#include <stdio.h>
#include <string.h>

/* Characters in a line of the page, for going down by lines. */
#define LINE 66
/* What is not reached by so many keys is looked for with Ctrl+F, some letters, Enter and Escape. */
#define FIND_KEYS 7

gboolean keys_is_verbose, keys_is_each;

/* Code points of the words that are told. */
#define MAX_TOLD 60

/* What a step cost, for --verbose. */
void
keys_tell (const QuoText *text, QuoSpan span, const char *what, guint n)
{
  QuoSpan begin = QUO_SPAN (span.start, MIN (span.end, span.start + MAX_TOLD));
  g_autofree char *words = quo_text_dup (text, begin);

  if (keys_is_verbose && n > 0)
    fprintf (stderr, "%u %s %s\n", n, what, words);
}

guint
keys_count_words (const QuoText *text, guint32 from, guint32 to)
{
  g_autofree char *words = quo_text_dup (text, QUO_SPAN (MIN (from, to), MAX (from, to)));

  return quo_count_words (words, strlen (words));
}

/* Down by lines, on by words; or searching. */
guint
keys_count_walk (const QuoText *text, guint32 from, guint32 to)
{
  guint lines = (MAX (from, to) - MIN (from, to)) / LINE;
  guint words = keys_count_words (text, from, to) % (LINE / 5);

  return MIN (MIN (lines + words, keys_count_words (text, from, to)), FIND_KEYS);
}

/* Whether a label at the caret takes exactly this span. */
static gboolean
would_tag (QuoSession *session, const Gold *gold)
{
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));
  QuoSpan name
      = quo_name_around (text, quo_session_get_caret (session), quo_session_get_language (session));

  return quo_span_equal (name, gold->span);
}

guint
keys_jump_to (QuoSession *session, const QuoText *text, QuoSpan span, guint most)
{
  g_autofree char *words = NULL, *letters = NULL;
  guint32 start = span.start;

  for (; start < span.end; start++)
    if (g_unichar_isalnum (g_utf8_get_char (quo_text_at (text, start))))
      break;
  words = quo_text_dup (text, QUO_SPAN (start, quo_text_get_length (text)));
  letters = g_utf8_substring (words, 0, 2);
  for (guint n = JUMP_KEYS; n <= most && quo_session_jump (session, letters); n += JUMP_AGAIN)
    {
      guint32 caret = quo_session_get_caret (session);

      if (caret >= span.start && caret < span.end)
        return n;
    }
  return 0;
}

guint
keys_walk_to (QuoSession *session, const QuoText *text, QuoSpan span, guint32 start)
{
  guint walk = keys_count_walk (text, start, span.start), n;

  quo_session_select (session, start, start);
  n = keys_jump_to (session, text, span, walk - 1);
  if (n > 0)
    return n;
  quo_session_select (session, span.start, span.start);
  return walk;
}

/* U until the caret stands in the name, where that is cheaper than to walk there. */
static guint
go_to (QuoSession *session, const QuoText *text, QuoSpan span)
{
  guint32 start = quo_session_get_caret (session);
  guint walk = keys_count_walk (text, start, span.start);
  guint n = 0;

  if (start >= span.start && start < span.end)
    return 0;
  while (n < walk && quo_session_get_caret (session) < span.start)
    {
      guint32 before = quo_session_get_caret (session);

      if (!quo_session_next_name (session) || quo_session_get_caret (session) < before)
        break;
      n++;
      if (quo_session_get_caret (session) >= span.start
          && quo_session_get_caret (session) < span.end)
        return n;
    }
  return keys_walk_to (session, text, span, start);
}

/* How often the words stand in the text as whole words, after @from. */
static guint
count_occurrences (const QuoText *text, const char *words, guint32 from)
{
  const char *p = quo_text_at (text, from), *end = quo_text_at (text, quo_text_get_length (text));
  gsize len = strlen (words);
  guint n = 0;

  while ((p = g_strstr_len (p, end - p, words)) != NULL)
    {
      gboolean is_begun = g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)));
      gboolean goes_on = p + len < end && g_unichar_isalnum (g_utf8_get_char (p + len));

      n += !is_begun && !goes_on;
      p += len;
    }
  return n;
}

/* Whether T, which tags the same words everywhere, saves keys: each name that it does right saves
 * one, each that it does wrong costs going there and deleting. */
static gboolean
pays_to_repeat (const QuoText *text, const Gold *gold, GArray *all)
{
  g_autofree char *words = quo_text_dup (text, gold->span);
  guint n_right = 0, n_made;

  for (guint i = 0; i < all->len; i++)
    {
      const Gold *other = &g_array_index (all, Gold, i);
      g_autofree char *own = quo_text_dup (text, other->span);

      n_right += !other->is_quote && other->span.start > gold->span.start
                 && g_str_equal (own, words) && g_str_equal (other->label, gold->label);
    }
  n_made = count_occurrences (text, words, gold->span.end);
  return n_right > 1 + 2 * (n_made > n_right ? n_made - n_right : 0);
}

gboolean
keys_is_tagged (QuoSession *session, const Gold *gold)
{
  QuoDocument *document = quo_session_get_document (session);
  g_autoptr (GPtrArray) there = quo_span_index_list (quo_document_get_index (document), gold->span);

  for (guint i = 0; i < there->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (there, i);

      if (quo_span_equal (quo_annotation_get_hull (annotation), gold->span)
          && g_str_equal (annotation->type, gold->label))
        return TRUE;
    }
  return FALSE;
}

/* B until the borders are right; 0: it does not get there with @most, and nothing has changed. */
static guint
select_borders (QuoSession *session, QuoSpan span, guint most)
{
  guint32 caret = quo_session_get_caret (session);

  for (guint n = 1; n <= most && quo_session_change_borders (session); n++)
    if (quo_span_equal (quo_session_get_selection (session), span))
      return n;
  quo_session_select (session, caret, caret);
  return 0;
}

guint
keys_select_to (QuoSession *session, const QuoText *text, QuoSpan span, guint most)
{
  g_autofree char *words = NULL, *letters = NULL;
  guint32 end = span.end, start;

  while (end > span.start && !g_unichar_isalnum (g_utf8_get_char (quo_text_at (text, end - 1))))
    end--;
  if (end <= span.start + 1)
    return 0;
  start = quo_word_around (text, end - 1).start;
  words = quo_text_dup (text, QUO_SPAN (start, quo_text_get_length (text)));
  letters = g_utf8_substring (words, 0, 2);
  quo_session_select (session, span.start, span.start);
  for (guint n = JUMP_KEYS; n <= most && quo_session_jump_select (session, letters);
       n += JUMP_AGAIN)
    if (quo_session_get_selection (session).end == end)
      return n;
  return 0;
}

/* Tags the name at the caret, with other borders where those of the word are wrong: B, or to its
 * start and over its words with Ctrl+Shift+Right. */
static void
tag_here (QuoSession *session, const Gold *gold, Keys *keys)
{
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));

  keys->tag++;
  if (!would_tag (session, gold))
    {
      guint by_words = keys_count_words (text, quo_session_get_caret (session), gold->span.start)
                       + MAX (1, keys_count_words (text, gold->span.start, gold->span.end));
      guint n = select_borders (session, gold->span, by_words - 1);

      if (n == 0)
        {
          guint to_start
              = keys_count_words (text, quo_session_get_caret (session), gold->span.start);
          guint by_letters = by_words > to_start + 1 ? keys_select_to (session, text, gold->span,
                                                                       by_words - to_start - 1)
                                                     : 0;

          n = by_letters > 0 ? to_start + by_letters : by_words;
          quo_session_select (session, gold->span.start, gold->span.end);
        }
      keys->mend += n;
      keys_tell (text, gold->span, "mend", n);
    }
  quo_session_tag (session, gold->label);
}

/* Shift+U until the caret stands in the name, where that is cheaper than another way there. */
static guint
go_back_to (QuoSession *session, const QuoText *text, QuoSpan span)
{
  guint32 start = quo_session_get_caret (session);
  guint walk = MIN (keys_count_walk (text, start, span.start), JUMP_KEYS);

  for (guint n = 1; n <= walk && quo_session_previous_name (session); n++)
    {
      guint32 caret = quo_session_get_caret (session);

      if (caret >= span.start && caret < span.end)
        return n;
      if (caret < span.start)
        break;
    }
  return keys_walk_to (session, text, span, start);
}

void
keys_do_passed (QuoSession *session, const Gold *gold, Keys *keys)
{
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));
  guint n = go_back_to (session, text, gold->span);

  keys->move += n;
  keys_tell (text, gold->span, "back", n);
  tag_here (session, gold, keys);
}

void
keys_do_entity (QuoSession *session, const Gold *gold, GArray *all, Keys *keys)
{
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));

  guint n;

  keys->n_entities++;
  if (keys_is_tagged (session, gold))
    return;
  n = go_to (session, text, gold->span);
  keys->move += n;
  keys_tell (text, gold->span, "move", n);
  tag_here (session, gold, keys);
  if (pays_to_repeat (text, gold, all) && quo_session_tag_all (session))
    keys->tag++;
}
