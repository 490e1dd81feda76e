/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * U: the next name nobody tagged; Shift+U: the one before. U goes back to the start of the article
 * when there is nothing after the caret, because what it looks for is work left over. Where nothing
 * is found in a long stretch of text the rest is looked through by pieces in idle.
 *
 * Invariant: `seek.idle` is set while that goes on, and the session is busy as long.
 */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-names.h"

#include <glib/gi18n.h>

/* Code points that are looked through before anything else has its turn, and from then on at a
 * time: some milliseconds. */
#define AT_ONCE 60000
#define PIECE 30000
/* Going back, the first pieces are small: the name looked for mostly stands in them, and of a piece
 * all is read. */
#define PIECE_BACK 1000

/* Whether U was pressed again at a name of the same words: it is no name to this person. */
static gboolean
is_passed (QuoSession *session, QuoSpan name)
{
  g_autofree char *words = NULL;

  if (g_hash_table_size (session->passed) == 0)
    return FALSE;
  words = quo_text_dup (quo_document_get_text (session->document), name);
  return g_hash_table_contains (session->passed, words);
}

static void
note_passed (QuoSession *session)
{
  if (quo_span_is_empty (session->visited) || session->visited.start != session->caret
      || quo_session_is_tagged (session, session->visited))
    return;
  g_hash_table_add (session->passed,
                    quo_text_dup (quo_document_get_text (session->document), session->visited));
}

static gboolean
is_tagged (QuoSpan words, gpointer session)
{
  return quo_session_is_tagged (session, words);
}

static gboolean
is_to_tag (QuoSpan name, gpointer session)
{
  return !quo_session_is_tagged (session, name) && !is_passed (session, name);
}

/* Empty: there is none. */
static QuoSpan
find_name (QuoSession *session, QuoSpan within, gboolean is_last)
{
  const QuoNameWish wish = { is_tagged, is_to_tag, session };
  QuoText *text = quo_document_get_text (session->document);
  const QuoLanguage *language = quo_session_get_language (session);

  return is_last ? quo_name_last_wanted (text, within, language, &wish)
                 : quo_name_next_wanted (text, within, language, &wish);
}

void
quo_session_go_to_name (QuoSession *session, QuoSpan name)
{
  g_autofree char *words = quo_session_dup_words (session, name);

  quo_session_set_selected (session, NULL);
  quo_session_put_caret (session, name.start);
  session->visited = name;
  quo_session_emit_reveal (session, name);
  quo_session_set_message (session, _ ("Not tagged: %s"), words);
}

/* A name whose words stand at the caret, but that was begun before it, is not seen by a search from
 * there; after tagging the caret stands in what was tagged, so nothing is lost. */
gboolean
quo_session_advance_name (QuoSession *session)
{
  guint32 from = quo_session_get_search_start (session);
  QuoSpan name = find_name (session, QUO_SPAN (from, from + AT_ONCE), FALSE);

  if (quo_span_is_empty (name))
    return FALSE;
  quo_session_go_to_name (session, name);
  return TRUE;
}

/* --- Looking on --- */

void
quo_session_stop_seeking (QuoSession *session)
{
  if (session->seek.idle == 0)
    return;
  g_clear_handle_id (&session->seek.idle, g_source_remove);
  quo_session_end_busy (session);
}

/* The next piece of what is left to be looked through, which is taken off it. */
static QuoSpan
take_piece (QuoSession *session, guint32 most)
{
  QuoSpan *left = &session->seek.left;
  QuoSpan piece = *left;

  if (session->seek.is_back)
    {
      guint32 n = MIN (most, session->seek.reach);

      piece.start = MAX (left->start, left->end - MIN (left->end, n));
      left->end = piece.start;
      session->seek.reach = MIN (4 * session->seek.reach, PIECE);
    }
  else
    {
      piece.end = MIN (left->end, left->start + MIN (most, PIECE));
      left->start = piece.end;
    }
  return piece;
}

/* What comes when nothing is left: FALSE: nothing does. */
static gboolean
turn_round (QuoSession *session)
{
  session->seek.left = session->seek.rest;
  session->seek.rest = QUO_SPAN (0, 0);
  if (!quo_span_is_empty (session->seek.left))
    return TRUE;
  if (session->seek.is_back || g_hash_table_size (session->passed) == 0)
    return FALSE;
  /* Only those that were passed over are left: they are asked for once more. */
  g_hash_table_remove_all (session->passed);
  session->seek.left
      = QUO_SPAN (0, quo_text_get_length (quo_document_get_text (session->document)));
  return TRUE;
}

typedef enum
{
  SEEK_ON,
  SEEK_FOUND,
  SEEK_NONE,
} Sought;

static void
go_to_found (QuoSession *session, QuoSpan name)
{
  if (session->seek.is_back)
    quo_session_note_resume (session);
  quo_session_go_to_name (session, name);
}

/* Looks through @most code points. */
static Sought
seek_on (QuoSession *session, guint32 most)
{
  while (most > 0)
    {
      QuoSpan piece, name;

      if (quo_span_is_empty (session->seek.left))
        {
          if (turn_round (session))
            continue;
          quo_session_set_message (session, session->seek.is_back
                                                ? _ ("Every name before is tagged")
                                                : _ ("Every name is tagged"));
          return SEEK_NONE;
        }
      piece = take_piece (session, most);
      name = find_name (session, piece, session->seek.is_back);
      if (!quo_span_is_empty (name))
        {
          go_to_found (session, name);
          return SEEK_FOUND;
        }
      most -= MIN (most, piece.end - piece.start);
    }
  return SEEK_ON;
}

/* Whoever has done something meanwhile does not want to be taken elsewhere. */
static gboolean
is_still_wanted (QuoSession *session)
{
  return session->caret == session->seek.caret
         && quo_document_get_revision (session->document) == session->seek.revision;
}

static gboolean
on_idle (gpointer data)
{
  QuoSession *session = data;

  if (is_still_wanted (session) && seek_on (session, PIECE) == SEEK_ON)
    return G_SOURCE_CONTINUE;
  quo_session_stop_seeking (session);
  return G_SOURCE_REMOVE;
}

/* Whether a name was found at once, or may still be. */
static gboolean
seek (QuoSession *session)
{
  Sought sought = seek_on (session, AT_ONCE);

  if (sought != SEEK_ON)
    return sought == SEEK_FOUND;
  session->seek.caret = session->caret;
  session->seek.revision = quo_document_get_revision (session->document);
  session->seek.idle = g_idle_add (on_idle, session);
  quo_session_begin_busy (session);
  quo_session_set_message (session, _ ("Looking for a name that is not tagged…"));
  return TRUE;
}

gboolean
quo_session_next_name (QuoSession *session)
{
  guint32 from;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (session->document == NULL)
    return quo_session_check_open (session);
  quo_session_stop_seeking (session);
  note_passed (session);
  from = quo_session_get_search_start (session);
  session->seek.is_back = FALSE;
  session->seek.left
      = QUO_SPAN (from, quo_text_get_length (quo_document_get_text (session->document)));
  session->seek.rest = QUO_SPAN (0, from);
  return seek (session);
}

void
quo_session_note_resume (QuoSession *session)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);

  if (selected == NULL || selected->status != QUO_STATUS_SUGGESTED)
    return;
  g_free (session->resume);
  session->resume = g_strdup (selected->base.id);
}

gboolean
quo_session_previous_name (QuoSession *session)
{
  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  if (session->document == NULL)
    return quo_session_check_open (session);
  quo_session_stop_seeking (session);
  session->seek.is_back = TRUE;
  session->seek.reach = PIECE_BACK;
  session->seek.left = QUO_SPAN (0, session->caret);
  session->seek.rest = QUO_SPAN (0, 0);
  return seek (session);
}
