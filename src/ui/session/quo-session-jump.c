/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F: straight to a word that can be seen, by its first two letters: three keys, wherever it stands.
 * Of several the nearest comes first, and F with Enter goes on to the next nearest. Shift+F selects
 * from the caret to the end of such a word in the same way.
 *
 * Invariant: `jump.place` is where the last one led, from `jump.origin`, past `jump.nth` nearer
 * words. */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-passage.h"
#include "quo-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Code points to each side: more than can be seen at once. */
#define REACH 6000

static void
begin (QuoSession *session, gboolean is_selecting)
{
  if (!quo_session_check_open (session))
    return;
  session->jump.is_waiting = TRUE;
  session->jump.is_selecting = is_selecting;
  session->jump.n_typed = 0;
  quo_session_set_message (
      session, is_selecting ? _ ("Select up to the word that begins with the two letters you type; "
                                 "Enter: the next with the same")
                            : _ ("Go to the word that begins with the two letters you type; "
                                 "Enter: the next with the same"));
}

void
quo_session_begin_jump (QuoSession *session)
{
  g_return_if_fail (QUO_IS_SESSION (session));
  begin (session, FALSE);
}

gboolean
quo_session_is_jumping (QuoSession *session)
{
  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);
  return session->jump.is_waiting;
}

void
quo_session_end_jump (QuoSession *session)
{
  g_return_if_fail (QUO_IS_SESSION (session));
  session->jump.is_waiting = FALSE;
}

static void
act (QuoSession *session, const gunichar letters[2])
{
  char words[13] = { 0 };

  g_unichar_to_utf8 (letters[1], words + g_unichar_to_utf8 (letters[0], words));
  session->jump.is_waiting = FALSE;
  if (session->jump.is_selecting)
    quo_session_jump_select (session, words);
  else
    quo_session_jump (session, words);
}

void
quo_session_type_jump (QuoSession *session, gunichar c)
{
  gunichar last[2] = { session->jump.letters[0], session->jump.letters[1] };

  g_return_if_fail (QUO_IS_SESSION (session) && session->jump.is_waiting);

  if (c == '\n')
    {
      act (session, last);
      return;
    }
  session->jump.typed[session->jump.n_typed++] = c;
  if (session->jump.n_typed == 2)
    act (session, session->jump.typed);
}

/* A letter without its accent: "al" finds Åland. */
static gunichar
strip (gunichar c)
{
  gunichar base;

  return g_unichar_fully_decompose (c, FALSE, &base, 1) > 0 ? base : c;
}

/* A small letter stands for a capital too, a capital for itself alone. */
static gboolean
is_meant (gunichar typed, gunichar c)
{
  if (g_unichar_isupper (typed))
    return c == typed || strip (c) == typed;
  c = g_unichar_tolower (c);
  return c == typed || strip (c) == typed;
}

static gboolean
begins_here (const QuoPassage *page, guint32 at, const gunichar letters[2])
{
  return quo_char_is_word (quo_passage_get (page, at))
         && !quo_char_is_word (quo_passage_get (page, at - 1))
         && is_meant (letters[0], quo_passage_get (page, at))
         && (letters[1] == ' ' || is_meant (letters[1], quo_passage_get (page, at + 1)));
}

/* Whether nobody has said yet what the word is that begins at @at. */
static gboolean
is_open (QuoSession *session, guint32 at)
{
  return !quo_session_is_tagged (session, QUO_SPAN (at, at + 1))
         || quo_session_find_suggestion_at (session, at) != NULL;
}

/* Where the word begins before which @n others are nearer to @origin; G_MAXUINT32: there is none.
 */
static guint32
find_nearest (QuoSession *session, const gunichar letters[2], guint32 origin, guint n)
{
  g_autoptr (QuoPassage) page
      = quo_passage_new_around (quo_document_get_text (session->document), origin, REACH);
  guint32 reach = MAX (page->end - MIN (page->end, origin), origin - MIN (origin, page->start));

  for (guint32 distance = 1; distance <= reach; distance++)
    {
      const guint32 places[] = { origin + distance, origin - distance };

      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        if (begins_here (page, places[i], letters) && is_open (session, places[i]) && n-- == 0)
          return places[i];
    }
  return G_MAXUINT32;
}

/* FALSE: they are not two, which is told. */
static gboolean
read_letters (QuoSession *session, const char *letters, gunichar ret_letters[2])
{
  if (!g_utf8_validate (letters, -1, NULL) || g_utf8_strlen (letters, -1) != 2)
    {
      quo_session_set_message (session, _ ("Type the first two letters of the word"));
      return FALSE;
    }
  ret_letters[0] = g_utf8_get_char (letters);
  ret_letters[1] = g_utf8_get_char (g_utf8_next_char (letters));
  return TRUE;
}

/* Whether it is @letters again, where they led the last time; else it begins anew at the caret. */
static void
note_letters (QuoSession *session, const gunichar letters[2])
{
  gboolean is_again = session->jump.letters[0] == letters[0]
                      && session->jump.letters[1] == letters[1]
                      && session->jump.place == session->caret;

  session->jump.nth = is_again ? session->jump.nth + 1 : 0;
  session->jump.origin = is_again ? session->jump.origin : session->caret;
  session->jump.letters[0] = letters[0];
  session->jump.letters[1] = letters[1];
}

static void
tell_none (QuoSession *session, const char *letters)
{
  session->jump.nth = 0;
  session->jump.origin = session->caret;
  quo_session_set_message (session, _ ("No word near here that is not marked begins with “%s”"),
                           letters);
}

static void
go_to (QuoSession *session, guint32 at)
{
  const QuoAnnotation *suggestion = quo_session_find_suggestion_at (session, at);

  if (suggestion != NULL)
    {
      quo_session_show_suggestion (session, suggestion);
      return;
    }
  quo_session_note_resume (session);
  quo_session_go_to_name (session, quo_word_around (quo_document_get_text (session->document), at));
}

gboolean
quo_session_jump (QuoSession *session, const char *letters)
{
  gunichar both[2];
  guint32 at;

  g_return_val_if_fail (QUO_IS_SESSION (session) && letters != NULL, FALSE);

  if (*letters == '\0')
    begin (session, FALSE);
  if (*letters == '\0' || !quo_session_check_open (session)
      || !read_letters (session, letters, both))
    return FALSE;
  note_letters (session, both);
  at = find_nearest (session, both, session->jump.origin, session->jump.nth);
  if (at == G_MAXUINT32)
    {
      tell_none (session, letters);
      return FALSE;
    }
  go_to (session, at);
  session->jump.place = session->caret;
  return TRUE;
}

/* Where the next word begins after @from; G_MAXUINT32: there is none. */
static guint32
find_next (QuoSession *session, const gunichar letters[2], guint32 from)
{
  g_autoptr (QuoPassage) page
      = quo_passage_new_around (quo_document_get_text (session->document), from, REACH);

  for (guint32 at = from; at < page->end; at++)
    if (begins_here (page, at, letters))
      return at;
  return G_MAXUINT32;
}

gboolean
quo_session_jump_select (QuoSession *session, const char *letters)
{
  QuoSpan selection;
  gunichar both[2];
  guint32 start, at;

  g_return_val_if_fail (QUO_IS_SESSION (session) && letters != NULL, FALSE);

  if (*letters == '\0')
    begin (session, TRUE);
  if (*letters == '\0' || !quo_session_check_open (session)
      || !read_letters (session, letters, both))
    return FALSE;
  selection = session->selection;
  start = quo_span_is_empty (selection) ? session->caret : selection.start;
  at = find_next (session, both, quo_span_is_empty (selection) ? start + 1 : selection.end);
  session->jump.letters[0] = both[0];
  session->jump.letters[1] = both[1];
  if (at == G_MAXUINT32)
    {
      quo_session_set_message (session, _ ("No word after this begins with “%s”"), letters);
      return FALSE;
    }
  quo_session_select (session, start,
                      quo_word_around (quo_document_get_text (session->document), at).end);
  return TRUE;
}
