/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters of what Y sifts: each suggestion on the screen has one, and what is left of them is
 * for what may be a name besides, the likeliest first.
 *
 * Invariant: what has a letter keeps it as long as it stands; a chance gives it up for a
 * suggestion, and where no letter is left what was made at one, too. */
#include "quo-config.h"

#include "quo-session-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* From this on it is taken unless its letter is typed. */
#define LIKELY 0.5

/* A suggestion, or what was made of a chance; NULL: nothing with this letter stands any more. */
const QuoAnnotation *
quo_session_get_lettered (QuoSession *session, guint nth)
{
  const char *id = session->sift.ids[nth];
  const QuoAnnotation *annotation = id != NULL && *id != QUO_CHANCE_MARK
                                        ? quo_document_find_annotation (session->document, id)
                                        : NULL;

  if (annotation == NULL || (session->sift.made >> nth & 1) != 0)
    return annotation;
  return quo_session_is_stop (session, annotation) ? annotation : NULL;
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

  if (!session->sift.is_on)
    return 0;
  nth = find_letter (session, annotation->base.id);
  if (nth == QUO_SIFT_LETTERS || quo_session_get_lettered (session, nth) == NULL)
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

gboolean
quo_session_is_likely (const QuoAnnotation *annotation)
{
  return quo_session_get_certainty (annotation) >= LIKELY;
}

/* The first suggestion that begins at @offset or after it; their number: there is none. */
guint
quo_session_find_stop (QuoSession *session, guint32 offset)
{
  GPtrArray *all = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  guint i = quo_session_find_position (all, offset);

  while (i < all->len && !quo_session_is_stop (session, g_ptr_array_index (all, i)))
    i++;
  return i;
}

guint
quo_session_count_stops (QuoSession *session, QuoSpan within)
{
  GPtrArray *all = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  guint n = 0;

  for (guint i = quo_session_find_stop (session, within.start);
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
  if (quo_session_is_likely (annotation))
    session->sift.taken |= 1u << nth;
}

/* The next letter from @from on that is free; QUO_SIFT_LETTERS: there is none. */
static guint
find_free_letter (QuoSession *session, guint from)
{
  while (from < QUO_SIFT_LETTERS && session->sift.ids[from] != NULL)
    from++;
  return from;
}

/* (transfer full) for @id: it has the letter from now on. */
static void
assign (QuoSession *session, guint nth, char *id)
{
  session->sift.ids[nth] = id;
  session->sift.types[nth] = NULL;
  session->sift.taken &= ~(1u << nth);
  session->sift.typed &= ~(1u << nth);
  session->sift.made &= ~(1u << nth);
}

/* Chances that have gone leave their letters to others. */
static void
drop_gone_chances (QuoSession *session)
{
  for (guint i = 0; i < QUO_SIFT_LETTERS; i++)
    {
      const char *id = session->sift.ids[i];

      if (id != NULL && *id == QUO_CHANCE_MARK && quo_session_find_chance (session, id) == NULL)
        g_clear_pointer (&session->sift.ids[i], g_free);
    }
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const QuoChance *x = *(QuoChance *const *)a, *y = *(QuoChance *const *)b;

  return (x->score < y->score) - (x->score > y->score);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const QuoChance *x = *(QuoChance *const *)a, *y = *(QuoChance *const *)b;

  return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

/* The letters that are left are for the likeliest, and stand in the order of the text. */
static void
give_chances_letters (QuoSession *session)
{
  g_autoptr (GPtrArray) chances = quo_session_list_chances (session, session->sift.within);
  guint n_free = 0, next = 0;

  drop_gone_chances (session);
  for (guint i = chances->len; i > 0; i--)
    {
      g_autofree char *id = quo_session_dup_chance_id (g_ptr_array_index (chances, i - 1));

      if (find_letter (session, id) < QUO_SIFT_LETTERS)
        g_ptr_array_remove_index (chances, i - 1);
    }
  for (guint i = 0; i < QUO_SIFT_LETTERS; i++)
    n_free += session->sift.ids[i] == NULL;
  g_ptr_array_sort (chances, compare_scores);
  g_ptr_array_set_size (chances, (gint)MIN (chances->len, n_free));
  g_ptr_array_sort (chances, compare_starts);
  for (guint i = 0; i < chances->len; i++)
    {
      next = find_free_letter (session, next);
      assign (session, next, quo_session_dup_chance_id (g_ptr_array_index (chances, i)));
    }
}

static gboolean
is_gone (QuoSession *session, guint nth)
{
  return *session->sift.ids[nth] != QUO_CHANCE_MARK
         && quo_session_get_lettered (session, nth) == NULL;
}

static gboolean
is_chance (QuoSession *session, guint nth)
{
  return *session->sift.ids[nth] == QUO_CHANCE_MARK;
}

/* Made at its letter, and done with: another one is selected. */
static gboolean
is_done (QuoSession *session, guint nth)
{
  return (session->sift.made >> nth & 1) != 0
         && g_strcmp0 (session->sift.ids[nth], session->selected) != 0;
}

/* So that a suggestion has a letter, the first of those gives up its own that may: of what stands
 * no more, of chances, of what was made. Returns: QUO_SIFT_LETTERS if none may. */
static guint
free_letter (QuoSession *session)
{
  static gboolean (*const may_go[]) (QuoSession *, guint) = { is_gone, is_chance, is_done };

  for (guint k = 0; k < G_N_ELEMENTS (may_go); k++)
    for (guint i = 0; i < QUO_SIFT_LETTERS; i++)
      if (session->sift.ids[i] != NULL && may_go[k](session, i))
        {
          g_clear_pointer (&session->sift.ids[i], g_free);
          return i;
        }
  return QUO_SIFT_LETTERS;
}

/* A free letter for each suggestion that has none yet. */
void
quo_session_give_letters (QuoSession *session)
{
  GPtrArray *all = quo_document_get_records (session->document, QUO_RECORD_ANNOTATION);
  guint next = 0;

  for (guint i = quo_session_find_stop (session, session->sift.within.start); i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);
      guint nth;

      if (quo_annotation_get_hull (annotation).start >= session->sift.within.end)
        break;
      if (!quo_session_is_stop (session, annotation))
        continue;
      nth = find_letter (session, annotation->base.id);
      if (nth == QUO_SIFT_LETTERS)
        {
          next = find_free_letter (session, next);
          nth = next < QUO_SIFT_LETTERS ? next : free_letter (session);
          if (nth < QUO_SIFT_LETTERS)
            assign (session, nth, g_strdup (annotation->base.id));
        }
      if (nth < QUO_SIFT_LETTERS)
        choose (session, annotation, nth);
    }
  give_chances_letters (session);
}

void
quo_session_clear_letters (QuoSession *session)
{
  for (guint i = 0; i < QUO_SIFT_LETTERS; i++)
    g_clear_pointer (&session->sift.ids[i], g_free);
  session->sift.taken = session->sift.typed = session->sift.made = 0;
}

/* Those that begin up to @offset: they are short, and few stand on a screen. */
const QuoChance *
quo_session_find_lettered_chance (QuoSession *session, guint32 offset)
{
  g_autoptr (GPtrArray) chances = NULL;

  if (!session->sift.is_on)
    return NULL;
  chances = quo_session_list_chances (session, session->sift.within);
  for (guint i = 0; i < chances->len; i++)
    {
      const QuoChance *chance = g_ptr_array_index (chances, i);
      g_autofree char *id = quo_session_dup_chance_id (chance);

      if (quo_span_contains (chance->span, QUO_SPAN (offset, offset + 1))
          && find_letter (session, id) < QUO_SIFT_LETTERS)
        return chance;
    }
  return NULL;
}

char *
quo_session_dup_chance_words (QuoSession *session, const QuoChance *chance)
{
  g_autofree char *id = quo_session_dup_chance_id (chance);
  g_autofree char *label = quo_session_dup_label_name (session, chance->type);
  g_autofree char *words = quo_text_dup (quo_document_get_text (session->document), chance->span);
  guint nth = find_letter (session, id);

  g_return_val_if_fail (nth < QUO_SIFT_LETTERS, NULL);
  /* Translators: a letter to be typed, and what it would mark, with its label, which is too
   * unlikely to be suggested: “Letter M, perhaps: Person: Home Secretary” */
  return g_strdup_printf (_ ("Letter %c, perhaps: %s: %s"), g_ascii_toupper (QUO_SIFT_KEYS[nth]),
                          label, words);
}

gboolean
quo_session_visit_chance (QuoSession *session, QuoSpan within, gint direction)
{
  g_autoptr (GPtrArray) chances = NULL;

  if (!session->sift.is_on)
    return FALSE;
  chances = quo_session_list_chances (session, within);
  for (guint i = 0; i < chances->len; i++)
    {
      const QuoChance *chance
          = g_ptr_array_index (chances, direction > 0 ? i : chances->len - 1 - i);
      g_autofree char *id = quo_session_dup_chance_id (chance);

      if (find_letter (session, id) == QUO_SIFT_LETTERS || g_strcmp0 (id, session->entered) == 0)
        continue;
      quo_session_set_selected (session, NULL);
      quo_session_put_caret (session, chance->span.start);
      quo_session_tell_place (session);
      quo_session_emit_reveal (session, chance->span);
      return TRUE;
    }
  return FALSE;
}

GArray *
quo_session_list_sift_chances (QuoSession *session, QuoSpan within)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (QuoSiftChance));
  g_autoptr (GPtrArray) chances = NULL;

  g_return_val_if_fail (QUO_IS_SESSION (session), list);

  if (!session->sift.is_on)
    return list;
  chances = quo_session_list_chances (session, within);
  for (guint i = 0; i < chances->len; i++)
    {
      const QuoChance *chance = g_ptr_array_index (chances, i);
      g_autofree char *id = quo_session_dup_chance_id (chance);
      guint nth = find_letter (session, id);
      QuoSiftChance found = { chance->span, chance->type, 0 };

      if (nth == QUO_SIFT_LETTERS)
        continue;
      found.letter = (gunichar)QUO_SIFT_KEYS[nth];
      g_array_append_val (list, found);
    }
  return list;
}
