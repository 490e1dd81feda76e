/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How many keys it takes to annotate an article by hand: gold annotations are done again in a
 * session, with the keys a practised person would press, moving about included and no mouse.
 *
 * usage: eval-keys [--verbose] < JOBS; --verbose tells on standard error what cost a key
 * A job is a line "A TAB path TAB language", then a line for each gold annotation in text order:
 * "E TAB start TAB end TAB label" or "Q TAB start TAB end TAB speaker start TAB speaker end"
 * (code points; a quote in marks with its speaker). For each job it prints a line of numbers:
 * entities, keys for moving, tagging, mending; quotes, keys for moving, marking, mending, linking.
 *
 * Names are done from the first to the last with auto-advance on, then the quotes. A step that the
 * program does not offer costs what the text view offers: a word for each Ctrl+Right, a line for
 * each Down.
 */
#include "quo-config.h"

#include "quo-register.h"
#include "quo-session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Characters in a line of the page, for going down by lines. */
#define LINE 66
/* What is not reached by so many keys is looked for with Ctrl+F, some letters, Enter and Escape. */
#define FIND_KEYS 7
/* Letters of a name that are typed before the list has only that one. */
#define LETTERS 3

typedef struct
{
  gboolean is_quote;
  QuoSpan span, speaker;
  char *label;
} Gold;

typedef struct
{
  guint n_entities, move, tag, mend;
  guint n_quotes, quote_move, quote_mark, quote_mend, quote_link;
} Keys;

static gboolean is_verbose;

/* What a step cost, for --verbose. */
static void
tell (const QuoText *text, QuoSpan span, const char *what, guint n)
{
  g_autofree char *words = quo_text_dup (text, span);

  if (is_verbose && n > 0)
    fprintf (stderr, "%u %s %.60s\n", n, what, words);
}

static void
clear_gold (gpointer data)
{
  g_free (((Gold *)data)->label);
}

static guint
count_words (const QuoText *text, guint32 from, guint32 to)
{
  g_autofree char *words = quo_text_dup (text, QUO_SPAN (MIN (from, to), MAX (from, to)));

  return quo_count_words (words, strlen (words));
}

/* Down by lines, on by words; or searching. */
static guint
count_walk (const QuoText *text, guint32 from, guint32 to)
{
  guint lines = (MAX (from, to) - MIN (from, to)) / LINE;
  guint words = count_words (text, from, to) % (LINE / 5);

  return MIN (MIN (lines + words, count_words (text, from, to)), FIND_KEYS);
}

/* Whether a session with nothing else changed tags exactly this span from here. It is undone. */
static gboolean
would_tag (QuoSession *session, const Gold *gold)
{
  const QuoAnnotation *made;
  gboolean is_same = FALSE;
  guint32 caret = quo_session_get_caret (session);

  g_object_set (session, "auto-advance", FALSE, NULL);
  if (quo_session_tag (session, gold->label))
    {
      made = quo_session_get_selected (session);
      is_same = made != NULL && made->n_ranges == 1
                && quo_span_equal (quo_annotation_get_hull (made), gold->span);
      quo_session_undo (session);
    }
  quo_session_select (session, caret, caret);
  g_object_set (session, "auto-advance", TRUE, NULL);
  return is_same;
}

/* U until the caret stands in the name, where that is cheaper than to walk there. */
static guint
go_to (QuoSession *session, const QuoText *text, QuoSpan span)
{
  guint32 start = quo_session_get_caret (session);
  guint walk = count_walk (text, start, span.start);
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
  quo_session_select (session, span.start, span.start);
  return walk;
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

static gboolean
is_tagged (QuoSession *session, const Gold *gold)
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

static void
do_entity (QuoSession *session, const Gold *gold, GArray *all, Keys *keys)
{
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));

  guint n;

  keys->n_entities++;
  if (is_tagged (session, gold))
    return;
  n = go_to (session, text, gold->span);
  keys->move += n;
  tell (text, gold->span, "move", n);
  keys->tag++;
  if (!would_tag (session, gold))
    {
      /* To its start, then the words of it with Ctrl+Shift+Right. */
      n = count_words (text, quo_session_get_caret (session), gold->span.start)
          + MAX (1, count_words (text, gold->span.start, gold->span.end));
      keys->mend += n;
      tell (text, gold->span, "mend", n);
      quo_session_select (session, gold->span.start, gold->span.end);
    }
  quo_session_tag (session, gold->label);
  if (pays_to_repeat (text, gold, all) && quo_session_tag_all (session))
    keys->tag++;
}

static gboolean
overlaps (QuoSpan a, QuoSpan b)
{
  return a.start < b.end && b.start < a.end;
}

/* Gold often leaves the marks out, where the caret stands. */
static gboolean
is_at (QuoSession *session, QuoSpan span)
{
  guint32 caret = quo_session_get_caret (session);

  return caret + 1 >= span.start && caret < span.end;
}

/* Whether an interrupted quote that was linked before has this part already. */
static gboolean
is_done (QuoSession *session, QuoSpan span)
{
  QuoDocument *document = quo_session_get_document (session);
  g_autoptr (GPtrArray) there = quo_span_index_list (quo_document_get_index (document), span);

  for (guint i = 0; i < there->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (there, i);

      if (g_str_equal (annotation->type, "quote")
          && quo_document_find_relation (document, "quotation", "quote", annotation->base.id)
                 != NULL)
        return TRUE;
    }
  return FALSE;
}

static guint
go_to_quote (QuoSession *session, const QuoText *text, QuoSpan span)
{
  guint32 start = quo_session_get_caret (session);
  guint walk = count_walk (text, start, span.start);
  guint n = 0;

  if (is_at (session, span))
    return 0;
  while (n < walk && quo_session_get_caret (session) + 1 < span.start)
    {
      guint32 before = quo_session_get_caret (session);

      if (!quo_session_next_quote (session) || quo_session_get_caret (session) < before)
        break;
      n++;
      if (is_at (session, span))
        return n;
    }
  quo_session_select (session, span.start + 1, span.start + 1);
  return walk;
}

/* Whether a candidate is who the gold says: the same mention, or the same words elsewhere. */
static gboolean
is_speaker (const QuoText *text, const QuoCandidate *candidate, QuoSpan speaker)
{
  g_autofree char *words = quo_text_dup (text, speaker);

  return overlaps (candidate->span, speaker) || g_str_equal (candidate->name, words);
}

/* Enter, a digit, or "/", some letters of the name and Enter. */
static guint
link_speaker (QuoSession *session, const Gold *gold)
{
  GPtrArray *candidates = quo_session_get_candidates (session);
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));
  g_autofree char *words = NULL;

  for (guint i = 0; i < candidates->len && i < 9; i++)
    if (is_speaker (text, g_ptr_array_index (candidates, i), gold->speaker))
      {
        quo_session_link_candidate (session, i);
        return 1;
      }
  tell (text, gold->speaker, "type speaker", 1);
  words = quo_text_dup (text, gold->speaker);
  quo_session_link_name (session, words);
  return 2 + (guint)MIN (g_utf8_strlen (words, -1), LETTERS);
}

static void
do_quote (QuoSession *session, const Gold *gold, Keys *keys)
{
  const QuoText *text = quo_document_get_text (quo_session_get_document (session));
  const QuoAnnotation *quote;

  guint n;

  if (is_done (session, gold->span))
    return;
  keys->n_quotes++;
  n = go_to_quote (session, text, gold->span);
  keys->quote_move += n;
  tell (text, gold->span, "move to quote", n);
  keys->quote_mark++;
  if (!quo_session_capture_quote (session) || (quote = quo_session_get_selected (session)) == NULL
      || !overlaps (quo_annotation_get_hull (quote), gold->span))
    {
      /* By hand: the words of it with Ctrl+Shift+Right, or line by line. */
      keys->quote_mend += count_walk (text, gold->span.start, gold->span.end) + 1;
      quo_session_select (session, gold->span.start, gold->span.end);
      quo_session_tag (session, "quote");
    }
  keys->quote_link += link_speaker (session, gold);
}

static gboolean
has_kind (GArray *gold, gboolean is_quote)
{
  for (guint i = 0; i < gold->len; i++)
    if (g_array_index (gold, Gold, i).is_quote == is_quote)
      return TRUE;
  return FALSE;
}

static void
do_article (const char *path, GArray *gold)
{
  g_autoptr (QuoSession) session = quo_session_new ();
  g_autoptr (GError) error = NULL;
  QuoOpening *opening = quo_open (path, NULL, NULL, NULL, &error);
  Keys keys = { 0 };

  if (opening == NULL)
    g_error ("%s", error->message);
  quo_session_take_opening (session, opening);
  g_object_set (session, "auto-advance", TRUE, NULL);
  for (guint pass = 0; pass < 2; pass++)
    {
      if (!has_kind (gold, pass == 1))
        continue;
      quo_session_select (session, 0, 0);
      if (pass == 0)
        {
          keys.move++;
          quo_session_next_name (session);
        }
      else
        {
          keys.quote_move++;
          quo_session_next_quote (session);
        }
      for (guint i = 0; i < gold->len; i++)
        {
          const Gold *one = &g_array_index (gold, Gold, i);

          if (one->is_quote && pass == 1)
            do_quote (session, one, &keys);
          else if (!one->is_quote && pass == 0)
            do_entity (session, one, gold, &keys);
        }
    }
  printf ("%u %u %u %u %u %u %u %u %u\n", keys.n_entities, keys.move, keys.tag, keys.mend,
          keys.n_quotes, keys.quote_move, keys.quote_mark, keys.quote_mend, keys.quote_link);
  fflush (stdout);
  quo_session_release_log (session, TRUE);
}

int
main (int argc, char **argv)
{
  g_autoptr (GArray) gold = g_array_new (FALSE, FALSE, sizeof (Gold));
  g_autofree char *path = NULL;
  char line[4096];

  is_verbose = argc > 1 && g_str_equal (argv[1], "--verbose");
  g_array_set_clear_func (gold, clear_gold);
  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_auto (GStrv) words = g_strsplit (g_strchomp (line), "\t", -1);
      Gold one = { .is_quote = *line == 'Q' };

      if (*line == 'A')
        {
          if (path != NULL)
            do_article (path, gold);
          g_array_set_size (gold, 0);
          g_free (path);
          path = g_strdup (words[1]);
          continue;
        }
      one.span = QUO_SPAN ((guint32)atoi (words[1]), (guint32)atoi (words[2]));
      if (one.is_quote)
        one.speaker = QUO_SPAN ((guint32)atoi (words[3]), (guint32)atoi (words[4]));
      else
        one.label = g_strdup (words[3]);
      g_array_append_val (gold, one);
    }
  if (path != NULL)
    do_article (path, gold);
  return 0;
}
