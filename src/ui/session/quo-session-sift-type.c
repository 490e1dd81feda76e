/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed while Y sifts: a letter leaves a likely suggestion out, takes a doubtful one in or
 * makes an annotation of a chance, and selects it, so that a digit, Shift+B or Shift and an arrow
 * mend it; Shift and a letter, and Alt and a letter, mend it at once.
 *
 * Invariant: the annotation that was made at a letter keeps it, until the letter takes it away. */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-name-guess.h"

#include <glib/gi18n.h>
#include <string.h>

/* The annotation that was made at the letter keeps it. */
static void
keep_letter (QuoSession *session, guint nth, const char *id)
{
  char *own = g_strdup (id);

  g_free (session->sift.ids[nth]);
  session->sift.ids[nth] = own;
  session->sift.taken |= 1u << nth;
  session->sift.typed |= 1u << nth;
  session->sift.made |= 1u << nth;
}

/* The chance becomes an annotation. */
static void
make_of_chance (QuoSession *session, guint nth)
{
  const QuoChance *chance = quo_session_find_chance (session, session->sift.ids[nth]);
  QuoSpan span;

  if (chance == NULL)
    return;
  span = chance->span;
  quo_session_set_selected (session, NULL);
  quo_session_put_caret (session, span.start);
  if (!quo_session_take_chance (session, chance) || session->selected == NULL)
    return;
  keep_letter (session, nth, session->selected);
  quo_session_emit_sifted (session, span);
  quo_session_emit_keep_in_sight (session, span);
}

/* Its letter a second time: it is a chance again. */
static void
unmake (QuoSession *session, guint nth, const QuoAnnotation *annotation)
{
  QuoSpan hull = quo_annotation_get_hull (annotation);
  g_autofree char *description = quo_session_dup_description (session, annotation);

  g_clear_pointer (&session->sift.ids[nth], g_free);
  session->sift.made &= ~(1u << nth);
  quo_session_take_edit (session, quo_verb_delete (session->document, annotation),
                         g_strdup_printf (_ ("Left out: %s"), description));
  quo_session_emit_sifted (session, hull);
}

static void
type_letter (QuoSession *session, guint nth)
{
  const QuoAnnotation *annotation = quo_session_get_lettered (session, nth);
  g_autofree char *description = NULL;
  QuoSpan hull;

  if (annotation == NULL)
    {
      quo_session_set_message (session, _ ("No suggestion has the letter %c"),
                               g_ascii_toupper (QUO_SIFT_KEYS[nth]));
      return;
    }
  if (session->sift.made >> nth & 1)
    {
      unmake (session, nth, annotation);
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

static gboolean
is_chance (QuoSession *session, guint nth)
{
  return session->sift.ids[nth] != NULL && *session->sift.ids[nth] == QUO_CHANCE_MARK;
}

/* From this on the words of a name decide what it is, whatever it was suggested as. */
#define SURE_LABEL 0.8

/* With other borders it may be something else: "Norway", and "Grain Norway Board". With those that
 * were suggested it is again what was suggested. */
static void
fit_label (QuoSession *session, guint nth)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);
  g_autoptr (QuoEdit) edit = NULL;
  g_autofree char *description = NULL;
  const QuoLabel *label;
  const char *type = session->sift.types[nth];
  double score = 1;

  if (session->nth_border > 0)
    type = quo_name_guess_label (quo_document_get_text (session->document), selected->ranges[0],
                                 quo_session_get_language (session), &score);
  label = type != NULL && score >= SURE_LABEL ? quo_tagset_find (session->tagset, type) : NULL;
  edit = label != NULL ? quo_verb_relabel (session->document, selected, label) : NULL;
  if (edit == NULL || !quo_document_amend (session->document, edit, NULL))
    return;
  description = quo_session_dup_description (session, quo_session_get_selected (session));
  quo_session_set_message (session, "%s", description);
}

/* Shift and a letter: it is taken at once with the next likely borders; again: with those after
 * them. A quote has none. */
static void
type_capital (QuoSession *session, guint nth)
{
  const QuoAnnotation *annotation;
  QuoSpan hull;

  if (is_chance (session, nth))
    make_of_chance (session, nth);
  annotation = quo_session_get_lettered (session, nth);
  if (annotation == NULL || quo_session_get_kind (session, annotation) != QUO_LABEL_ENTITY)
    {
      type_letter (session, nth);
      return;
    }
  hull = quo_annotation_get_hull (annotation);
  quo_session_set_selected (session, annotation->base.id);
  quo_session_put_caret (session, hull.start);
  if (session->sift.types[nth] == NULL)
    session->sift.types[nth] = g_intern_string (annotation->type);
  if (quo_session_change_borders (session))
    {
      QuoSpan other = quo_annotation_get_hull (quo_session_get_selected (session));

      fit_label (session, nth);
      keep_letter (session, nth, session->selected);
      session->sift.mended = QUO_SPAN (MIN (hull.start, other.start), MAX (hull.end, other.end));
    }
  quo_session_emit_sifted (session, hull);
  quo_session_emit_keep_in_sight (session, hull);
}

gboolean
quo_session_type_sift (QuoSession *session, gunichar c)
{
  const char *key;
  guint nth;

  g_return_val_if_fail (QUO_IS_SESSION (session) && session->sift.is_on, FALSE);

  if (c == '\n')
    {
      quo_session_take_screen (session);
      return TRUE;
    }
  key = c > 0 && c < 128 ? strchr (QUO_SIFT_KEYS, g_ascii_tolower ((char)c)) : NULL;
  if (key == NULL)
    return FALSE;
  nth = (guint)(key - QUO_SIFT_KEYS);
  if (g_ascii_isupper ((char)c))
    type_capital (session, nth);
  else if (is_chance (session, nth))
    make_of_chance (session, nth);
  else
    type_letter (session, nth);
  return TRUE;
}

gboolean
quo_session_type_sift_label (QuoSession *session, gunichar c)
{
  const char *key, *second;
  const QuoAnnotation *annotation;
  guint nth;

  g_return_val_if_fail (QUO_IS_SESSION (session) && session->sift.is_on, FALSE);

  key = c > 0 && c < 128 ? strchr (QUO_SIFT_KEYS, g_ascii_tolower ((char)c)) : NULL;
  if (key == NULL)
    return FALSE;
  nth = (guint)(key - QUO_SIFT_KEYS);
  annotation = quo_session_get_lettered (session, nth);
  second = annotation != NULL ? quo_session_get_second_label (session, annotation) : NULL;
  if (second == NULL)
    {
      quo_session_set_message (session, _ ("No other label is likely for the letter %c"),
                               g_ascii_toupper (*key));
      return TRUE;
    }
  quo_session_set_selected (session, annotation->base.id);
  quo_session_put_caret (session, quo_annotation_get_hull (annotation).start);
  if (quo_session_relabel (session, second))
    keep_letter (session, nth, session->selected);
  return TRUE;
}
