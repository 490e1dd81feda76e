/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Y: yes to all that is suggested in about a screen of text, but for what is typed: from screen to
 * screen. Each of these suggestions has a letter; Enter takes the rest as one act and goes on. What
 * a letter does is in quo-session-sift-type.c.
 *
 * Invariant: while `sift.is_on`, a suggestion keeps its letter as long as it stands, and only those
 * that begin in `sift.within` have one. */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-sentences.h"
#include "quo-suggestion-verbs.h"

#include <glib/gi18n.h>

/* Code points: a window of 1280 x 800 px shows them at once. */
#define REACH 950

gboolean
quo_session_is_sifting (QuoSession *session)
{
  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  return session->sift.is_on;
}

/* --- From screen to screen --- */

/* Where the last sentence ends that is seen whole before @limit, of the paragraph that begins at
 * @start; @start if none is. */
static guint32
find_sentence_end (QuoSession *session, guint32 start, guint32 limit)
{
  const QuoText *text = quo_document_get_text (session->document);
  g_autoptr (QuoPassage) page = quo_passage_new (text, quo_text_get_paragraph (text, start));
  g_autoptr (GArray) sentences = quo_sentences_list (page, quo_session_get_language (session));
  guint32 end = start;

  for (guint i = 0; i < sentences->len; i++)
    {
      QuoSpan sentence = g_array_index (sentences, QuoSpan, i);

      if (sentence.end <= limit)
        end = MAX (end, sentence.end);
    }
  return end;
}

/* From @start on as many paragraphs as can be seen and lettered, at least one, and of the next one
 * as many sentences. */
static QuoSpan
choose_reach (QuoSession *session, guint32 start)
{
  const QuoText *text = quo_document_get_text (session->document);
  GPtrArray *all = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  guint32 length = quo_text_get_length (text);
  guint32 most = session->sift.reach > 0 ? session->sift.reach : REACH;
  QuoSpan reach = QUO_SPAN (start, quo_text_get_paragraph (text, start).end);
  guint n = 0;

  while (reach.end < length)
    {
      QuoSpan more = QUO_SPAN (start, quo_text_get_paragraph (text, reach.end + 1).end);

      if (more.end - start > most || quo_session_count_stops (session, more) > QUO_SIFT_LETTERS)
        break;
      reach.end = MAX (more.end, reach.end + 1); /* between CR and LF nothing is gained */
    }
  if (reach.end < length && reach.end < start + most)
    {
      guint32 end = find_sentence_end (session, reach.end + 1, start + most);

      if (end > reach.end + 1
          && quo_session_count_stops (session, QUO_SPAN (start, end)) <= QUO_SIFT_LETTERS)
        reach.end = end;
    }
  for (guint i = quo_session_find_stop (session, start); i < all->len; i++)
    {
      guint32 here = quo_annotation_get_hull (g_ptr_array_index (all, i)).start;

      if (here >= reach.end)
        break;
      n += quo_session_is_stop (session, g_ptr_array_index (all, i));
      if (n > QUO_SIFT_LETTERS)
        reach.end = here; /* a long paragraph: the rest of it comes next */
    }
  return reach;
}

static void
end_quietly (QuoSession *session)
{
  session->sift.is_on = FALSE;
  quo_session_clear_letters (session);
  quo_session_emit_sifted (session, session->sift.within);
}

/* Where the paragraph of the first suggestion begins, but not before @from: chances before it are
 * seen with it. */
static guint32
find_beginning (QuoSession *session, const QuoAnnotation *first, guint32 from)
{
  const QuoText *text = quo_document_get_text (session->document);
  guint32 start = quo_annotation_get_hull (first).start;

  return MAX (quo_text_get_paragraph (text, start).start, MIN (from, start));
}

/* FALSE: nothing is suggested from @from on. */
static gboolean
begin_at (QuoSession *session, guint32 from)
{
  GPtrArray *all = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  guint first = quo_session_find_stop (session, from);
  QuoSpan within;
  guint32 middle;
  guint n;

  if (first >= all->len)
    return FALSE;
  within = choose_reach (session, find_beginning (session, g_ptr_array_index (all, first), from));
  quo_session_clear_letters (session);
  session->sift.is_on = TRUE;
  session->sift.within = within;
  quo_session_give_letters (session);
  quo_session_set_selected (session, NULL);
  quo_session_put_caret (session, within.start);
  middle = within.start + (within.end - within.start) / 2;
  quo_session_emit_reveal (session, QUO_SPAN (middle, middle));
  quo_session_emit_sifted (session, within);
  n = quo_session_count_stops (session, within);
  quo_session_set_message (
      session,
      g_dngettext (GETTEXT_PACKAGE, "%u suggestion: type its letter if it is wrong, then Enter",
                   "%u suggestions: type the letters of what is wrong, then Enter", n),
      n);
  return TRUE;
}

/* --- Enter --- */

/* The first edit of the act is applied under the @title, each other one becomes a part of it. */
static void
add_to_act (QuoSession *session, QuoEdit *edit, const char *title, gboolean *is_begun)
{
  g_autoptr (QuoEdit) owned = NULL;
  g_autoptr (GError) error = NULL;

  if (edit == NULL)
    return;
  if (!*is_begun)
    {
      g_free (edit->title);
      edit->title = g_strdup (title);
      *is_begun = quo_session_take_edit (session, edit, NULL);
      return;
    }
  owned = edit;
  if (!quo_document_amend (session->document, owned, &error))
    quo_session_set_message (session, "%s", error->message);
}

static void
tell_taken (QuoSession *session, guint n_accepted, guint n_rejected)
{
  if (n_accepted > 0)
    quo_session_set_message (session,
                             g_dngettext (GETTEXT_PACKAGE, "%u suggestion accepted",
                                          "%u suggestions accepted", n_accepted),
                             n_accepted);
  else if (n_rejected > 0)
    quo_session_set_message (session,
                             g_dngettext (GETTEXT_PACKAGE, "%u suggestion rejected",
                                          "%u suggestions rejected", n_rejected),
                             n_rejected);
}

static gboolean
is_suggested (QuoSession *session, guint nth)
{
  const QuoAnnotation *annotation = quo_session_get_lettered (session, nth);

  return annotation != NULL && annotation->status == QUO_STATUS_SUGGESTED;
}

static gboolean
takes_any (QuoSession *session)
{
  for (guint i = 0; i < QUO_SIFT_LETTERS; i++)
    if ((session->sift.taken >> i & 1) != 0 && is_suggested (session, i))
      return TRUE;
  return FALSE;
}

/* What a person left out will not be suggested again; what was doubtful before stays so. Returns
 * how many were judged. */
static guint
take (QuoSession *session)
{
  g_autoptr (GPtrArray) accepted = g_ptr_array_new_with_free_func (quo_record_unref);
  const char *title = takes_any (session) ? _ ("Accept Suggestions") : _ ("Reject Suggestions");
  gboolean is_begun = FALSE;
  guint n_rejected = 0;
  QuoActor actor;

  for (guint i = 0; i < QUO_SIFT_LETTERS; i++)
    {
      const QuoAnnotation *annotation = quo_session_get_lettered (session, i);

      if (annotation == NULL || annotation->status != QUO_STATUS_SUGGESTED)
        continue;
      if (session->sift.taken >> i & 1)
        g_ptr_array_add (accepted, quo_record_ref ((gpointer)annotation));
      else if (quo_session_is_likely (annotation))
        {
          actor = quo_session_get_actor (session);
          add_to_act (session, quo_verb_reject_suggestion (session->document, &actor, annotation),
                      title, &is_begun);
          n_rejected++;
        }
    }
  actor = quo_session_get_actor (session);
  add_to_act (session, quo_verb_accept_suggestions (session->document, &actor, accepted), title,
              &is_begun);
  tell_taken (session, accepted->len, n_rejected);
  return accepted->len + n_rejected;
}

/* What was doubtful may stand before. */
static void
tell_end (QuoSession *session)
{
  guint n = quo_session_count_stops (session, QUO_SPAN (0, session->caret));

  if (n == 0)
    quo_session_set_message (session, _ ("No more suggestions"));
  else
    quo_session_set_message (session,
                             g_dngettext (GETTEXT_PACKAGE,
                                          "No more suggestions after this, %u before",
                                          "No more suggestions after this, %u before", n),
                             n);
}

void
quo_session_take_screen (QuoSession *session)
{
  QuoSpan within = session->sift.within;
  guint n = take (session);

  end_quietly (session);
  if (n > 0)
    quo_session_emit_acted_on_many (session);
  if (begin_at (session, within.end))
    return;
  quo_session_set_selected (session, NULL);
  quo_session_put_caret (session, within.end);
  tell_end (session);
}

/* --- Beginning and ending --- */

/* From what is selected or the caret on, else from the start. */
static gboolean
begin (QuoSession *session)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);
  guint32 from = selected != NULL && !selected->is_orphan ? quo_annotation_get_hull (selected).start
                                                          : session->caret;

  return begin_at (session, from) || begin_at (session, 0);
}

gboolean
quo_session_begin_wanted_sift (QuoSession *session)
{
  gboolean is_wanted = session->sift.is_wanted;

  session->sift.is_wanted = FALSE;
  return is_wanted && begin (session);
}

gboolean
quo_session_sift (QuoSession *session, const char *letters)
{
  g_return_val_if_fail (QUO_IS_SESSION (session) && letters != NULL, FALSE);

  if (!quo_session_check_open (session))
    return FALSE;
  if (!session->sift.is_on && session->n_suggested == 0 && !session->has_asked)
    {
      session->sift.is_wanted = quo_session_suggest (session);
      return session->sift.is_wanted;
    }
  if (!session->sift.is_on && !begin (session))
    {
      quo_session_set_message (session, _ ("No suggestions"));
      return FALSE;
    }
  for (const char *p = letters; *p != '\0' && session->sift.is_on; p = g_utf8_next_char (p))
    quo_session_type_sift (session, g_utf8_get_char (p));
  return TRUE;
}

void
quo_session_set_reach (QuoSession *session, guint32 n_seen)
{
  g_return_if_fail (QUO_IS_SESSION (session));

  session->sift.reach = n_seen;
}

void
quo_session_end_sift (QuoSession *session)
{
  g_return_if_fail (QUO_IS_SESSION (session));

  if (!session->sift.is_on)
    return;
  end_quietly (session);
  quo_session_set_message (session, _ ("Nothing more is taken"));
}

/* A suggestion anywhere, or a chance on this screen. */
static gboolean
has_left (QuoSession *session)
{
  GPtrArray *all = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  g_autoptr (GPtrArray) chances = quo_session_list_chances (session, session->sift.within);

  return chances->len > 0 || quo_session_find_stop (session, 0) < all->len;
}

void
quo_session_follow_sift (QuoSession *session)
{
  if (!session->sift.is_on)
    return;
  if (has_left (session))
    quo_session_give_letters (session);
  else
    end_quietly (session); /* nothing is left that Enter could take or go on to */
}

/* What is left of a name whose borders were changed has a letter of its own, which who does not see
 * it hears behind what was said of the change. */
static void
tell_rest (QuoSession *session)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);
  GPtrArray *all = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  QuoSpan mended = session->sift.mended;

  session->sift.mended = QUO_SPAN (0, 0);
  if (selected == NULL)
    return;
  for (guint i = quo_session_find_stop (session, mended.start); i < all->len; i++)
    {
      const QuoAnnotation *rest = g_ptr_array_index (all, i);
      gboolean is_taken;
      g_autofree char *words = NULL, *said = NULL;

      if (quo_annotation_get_hull (rest).start >= mended.end)
        return;
      if (rest == selected || quo_session_get_sift_letter (session, rest, &is_taken) == 0)
        continue;
      said = quo_session_dup_description (session, selected);
      words = quo_session_add_letter (session, rest, quo_session_dup_description (session, rest));
      /* Translators: a name that was just given other borders, and what is left of it: “Person:
       * Karl Olsen – Letter C, taken: Organization: Refugee Council” */
      quo_session_set_message (session, _ ("%s – %s"), said, words);
      return;
    }
}

void
quo_session_letter_chances (QuoSession *session)
{
  if (!session->sift.is_on)
    return;
  quo_session_give_letters (session);
  if (!quo_span_is_empty (session->sift.mended))
    tell_rest (session);
  quo_session_emit_sifted (session, session->sift.within);
}

void
quo_session_forget_sift (QuoSession *session)
{
  session->sift.is_on = session->sift.is_wanted = FALSE;
  quo_session_clear_letters (session);
}
