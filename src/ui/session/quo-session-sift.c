/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Y: yes to all that is suggested in about a screen of text, but for what is typed. Each of these
 * suggestions has a letter; a letter leaves a likely one out or takes a doubtful one in, and
 * selects it, so that a digit, Shift+B or Shift and an arrow mend it. Enter takes the rest as one
 * act and goes on.
 *
 * Invariant: while `sift.is_on`, a suggestion keeps its letter as long as it stands, and only those
 * that begin in `sift.within` have one. */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-suggestion-verbs.h"

#include <glib/gi18n.h>
#include <string.h>

/* Code points, up to the end of a paragraph: a window of 1280 x 800 px shows them at once. */
#define REACH 900
/* From this on it is taken unless its letter is typed. */
#define LIKELY 0.5

gboolean
quo_session_is_sifting (QuoSession *session)
{
  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  return session->sift.is_on;
}

/* --- Letters --- */

static const QuoAnnotation *
get_lettered (QuoSession *session, guint nth)
{
  const char *id = session->sift.ids[nth];
  const QuoAnnotation *annotation
      = id != NULL ? quo_document_find_annotation (session->document, id) : NULL;

  return annotation != NULL && quo_session_is_stop (session, annotation) ? annotation : NULL;
}

/* QUO_SIFT_LETTERS: it has none. */
static guint
find_letter (QuoSession *session, const char *id)
{
  guint i = 0;

  while (i < QUO_SIFT_LETTERS && g_strcmp0 (session->sift.ids[i], id) != 0)
    i++;
  return i;
}

gunichar
quo_session_get_sift_letter (QuoSession *session, const QuoAnnotation *annotation,
                             gboolean *ret_is_taken)
{
  guint nth;

  g_return_val_if_fail (QUO_IS_SESSION (session), 0);

  if (!session->sift.is_on || !quo_session_is_stop (session, annotation))
    return 0;
  nth = find_letter (session, annotation->base.id);
  if (nth == QUO_SIFT_LETTERS)
    return 0;
  *ret_is_taken = (session->sift.taken >> nth & 1) != 0;
  return (gunichar)QUO_SIFT_KEYS[nth];
}

char *
quo_session_add_letter (QuoSession *session, const QuoAnnotation *annotation, char *words)
{
  gboolean is_taken = FALSE;
  gunichar letter = quo_session_get_sift_letter (session, annotation, &is_taken);
  g_autofree char *plain = words;

  if (letter == 0)
    return g_steal_pointer (&plain);
  /* Translators: a letter to be typed, and the suggestion that has it: “Letter C, left out: Person:
   * Karl Olsen” */
  return g_strdup_printf (is_taken ? _ ("Letter %c, taken: %s") : _ ("Letter %c, left out: %s"),
                          g_ascii_toupper ((char)letter), plain);
}

static gboolean
is_likely (const QuoAnnotation *annotation)
{
  return quo_session_get_certainty (annotation) >= LIKELY;
}

/* The first suggestion that begins at @offset or after it; their number: there is none. */
static guint
find_stop (QuoSession *session, guint32 offset)
{
  GPtrArray *all = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  guint i = quo_session_find_position (all, offset);

  while (i < all->len && !quo_session_is_stop (session, g_ptr_array_index (all, i)))
    i++;
  return i;
}

static guint
count_stops (QuoSession *session, QuoSpan within)
{
  GPtrArray *all = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  guint n = 0;

  for (guint i = find_stop (session, within.start);
       i < all->len && quo_annotation_get_hull (g_ptr_array_index (all, i)).start < within.end; i++)
    n += quo_session_is_stop (session, g_ptr_array_index (all, i));
  return n;
}

/* Until its letter is typed a suggestion is taken as far as it is likely, which may change. */
static void
choose (QuoSession *session, const QuoAnnotation *annotation, guint nth)
{
  if (session->sift.typed >> nth & 1)
    return;
  session->sift.taken &= ~(1u << nth);
  if (is_likely (annotation))
    session->sift.taken |= 1u << nth;
}

/* A free letter for each suggestion that has none yet. */
static void
give_letters (QuoSession *session)
{
  GPtrArray *all = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  guint next = 0;

  for (guint i = find_stop (session, session->sift.within.start); i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);
      guint nth;

      if (quo_annotation_get_hull (annotation).start >= session->sift.within.end)
        break;
      if (!quo_session_is_stop (session, annotation))
        continue;
      nth = find_letter (session, annotation->base.id);
      while (nth == QUO_SIFT_LETTERS && next < QUO_SIFT_LETTERS && session->sift.ids[next] != NULL)
        next++;
      if (nth == QUO_SIFT_LETTERS && next < QUO_SIFT_LETTERS)
        {
          nth = next;
          session->sift.ids[nth] = g_strdup (annotation->base.id);
        }
      if (nth < QUO_SIFT_LETTERS)
        choose (session, annotation, nth);
    }
}

static void
clear_letters (QuoSession *session)
{
  for (guint i = 0; i < QUO_SIFT_LETTERS; i++)
    g_clear_pointer (&session->sift.ids[i], g_free);
  session->sift.taken = session->sift.typed = 0;
}

/* --- From screen to screen --- */

/* From the suggestion at @start on as many paragraphs as can be seen and lettered, at least one. */
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

      if (more.end - start > most || count_stops (session, more) > QUO_SIFT_LETTERS)
        break;
      reach.end = MAX (more.end, reach.end + 1); /* between CR and LF nothing is gained */
    }
  for (guint i = find_stop (session, start); i < all->len; i++)
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
  clear_letters (session);
  quo_session_emit_sifted (session, session->sift.within);
}

/* FALSE: nothing is suggested from @from on. */
static gboolean
begin_at (QuoSession *session, guint32 from)
{
  GPtrArray *all = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  guint first = find_stop (session, from);
  QuoSpan within;
  guint32 middle;
  guint n;

  if (first >= all->len)
    return FALSE;
  within = choose_reach (session, quo_annotation_get_hull (g_ptr_array_index (all, first)).start);
  clear_letters (session);
  session->sift.is_on = TRUE;
  session->sift.within = within;
  give_letters (session);
  quo_session_set_selected (session, NULL);
  quo_session_put_caret (session, within.start);
  middle = within.start + (within.end - within.start) / 2;
  quo_session_emit_reveal (session, QUO_SPAN (middle, middle));
  quo_session_emit_sifted (session, within);
  n = count_stops (session, within);
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
takes_any (QuoSession *session)
{
  for (guint i = 0; i < QUO_SIFT_LETTERS; i++)
    if ((session->sift.taken >> i & 1) != 0 && get_lettered (session, i) != NULL)
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
      const QuoAnnotation *annotation = get_lettered (session, i);

      if (annotation == NULL)
        continue;
      if (session->sift.taken >> i & 1)
        g_ptr_array_add (accepted, quo_record_ref ((gpointer)annotation));
      else if (is_likely (annotation))
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
  guint n = count_stops (session, QUO_SPAN (0, session->caret));

  if (n == 0)
    quo_session_set_message (session, _ ("No more suggestions"));
  else
    quo_session_set_message (session,
                             g_dngettext (GETTEXT_PACKAGE,
                                          "No more suggestions after this, %u before",
                                          "No more suggestions after this, %u before", n),
                             n);
}

static void
go_on (QuoSession *session)
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

/* --- Keys --- */

static void
type_letter (QuoSession *session, guint nth)
{
  const QuoAnnotation *annotation = get_lettered (session, nth);
  g_autofree char *description = NULL;
  QuoSpan hull;

  if (annotation == NULL)
    {
      quo_session_set_message (session, _ ("No suggestion has the letter %c"),
                               g_ascii_toupper (QUO_SIFT_KEYS[nth]));
      return;
    }
  session->sift.taken ^= 1u << nth;
  session->sift.typed |= 1u << nth;
  hull = quo_annotation_get_hull (annotation);
  description = quo_session_dup_description (session, annotation);
  quo_session_set_selected (session, annotation->base.id);
  quo_session_put_caret (session, hull.start);
  quo_session_set_prompting (session,
                             quo_session_get_kind (session, annotation) == QUO_LABEL_QUOTE);
  /* Translators: a suggestion, with its label and words */
  quo_session_set_message (
      session, session->sift.taken >> nth & 1 ? _ ("Taken: %s") : _ ("Left out: %s"), description);
  quo_session_emit_sifted (session, hull);
  quo_session_emit_keep_in_sight (session, hull);
}

gboolean
quo_session_type_sift (QuoSession *session, gunichar c)
{
  const char *key;

  g_return_val_if_fail (QUO_IS_SESSION (session) && session->sift.is_on, FALSE);

  c = g_unichar_tolower (c);
  if (c == '\n')
    {
      go_on (session);
      return TRUE;
    }
  key = c > 0 && c < 128 ? strchr (QUO_SIFT_KEYS, (int)c) : NULL;
  if (key == NULL)
    return FALSE;
  type_letter (session, (guint)(key - QUO_SIFT_KEYS));
  return TRUE;
}

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

void
quo_session_follow_sift (QuoSession *session)
{
  GPtrArray *all;

  if (!session->sift.is_on)
    return;
  all = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  if (find_stop (session, 0) < all->len)
    give_letters (session);
  else
    end_quietly (session); /* nothing is left that Enter could take or go on to */
}

void
quo_session_forget_sift (QuoSession *session)
{
  session->sift.is_on = session->sift.is_wanted = FALSE;
  clear_letters (session);
}
