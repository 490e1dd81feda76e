/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F: straight to a word that can be seen, by its first two letters: three keys, wherever it stands.
 * Of several the nearest comes first, and F with Enter goes on to the next nearest.
 *
 * Invariant: `jump.place` is where the last one led, from `jump.origin`, past `jump.nth` nearer
 * words. */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-names.h"
#include "quo-passage.h"

#include <glib/gi18n.h>
#include <string.h>

/* Code points to each side: more than can be seen at once. */
#define REACH 6000

void
quo_session_begin_jump (QuoSession *session)
{
  g_return_if_fail (QUO_IS_SESSION (session));

  if (!quo_session_check_open (session))
    return;
  session->jump.is_waiting = TRUE;
  session->jump.n_typed = 0;
  quo_session_set_message (session, _ ("Go to the word that begins with the two letters you type; "
                                       "Enter: the next with the same"));
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

void
quo_session_type_jump (QuoSession *session, gunichar c)
{
  char letters[13] = { 0 };

  g_return_if_fail (QUO_IS_SESSION (session) && session->jump.is_waiting);

  if (c == '\n')
    {
      session->jump.is_waiting = FALSE;
      g_unichar_to_utf8 (session->jump.letters[1],
                         letters + g_unichar_to_utf8 (session->jump.letters[0], letters));
      quo_session_jump (session, letters);
      return;
    }
  session->jump.typed[session->jump.n_typed++] = c;
  if (session->jump.n_typed < 2)
    return;
  session->jump.is_waiting = FALSE;
  g_unichar_to_utf8 (session->jump.typed[1],
                     letters + g_unichar_to_utf8 (session->jump.typed[0], letters));
  quo_session_jump (session, letters);
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

/* TRUE: @letters are two, and were taken over. */
static gboolean
take_letters (QuoSession *session, const char *letters)
{
  gboolean is_again;
  gunichar first, second;

  if (letters == NULL || !g_utf8_validate (letters, -1, NULL) || g_utf8_strlen (letters, -1) != 2)
    return FALSE;
  first = g_utf8_get_char (letters);
  second = g_utf8_get_char (g_utf8_next_char (letters));
  is_again = session->jump.letters[0] == first && session->jump.letters[1] == second
             && session->jump.place == session->caret;
  session->jump.nth = is_again ? session->jump.nth + 1 : 0;
  session->jump.origin = is_again ? session->jump.origin : session->caret;
  session->jump.letters[0] = first;
  session->jump.letters[1] = second;
  return TRUE;
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
  guint32 at;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (!quo_session_check_open (session))
    return FALSE;
  if (letters == NULL || *letters == '\0')
    {
      quo_session_begin_jump (session);
      return FALSE;
    }
  if (!take_letters (session, letters))
    {
      quo_session_set_message (session, _ ("Type the first two letters of the word"));
      return FALSE;
    }
  at = find_nearest (session, session->jump.letters, session->jump.origin, session->jump.nth);
  if (at == G_MAXUINT32)
    {
      session->jump.nth = 0;
      session->jump.origin = session->caret;
      quo_session_set_message (session, _ ("No word near here that is not marked begins with “%s”"),
                               letters);
      return FALSE;
    }
  go_to (session, at);
  session->jump.place = session->caret;
  return TRUE;
}
