/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be a name but is too unlikely to be suggested. It is no record and shows nowhere but in
 * the paragraphs that Y sifts: there it has a letter, too, and typing that marks it, as a digit
 * would at its place. Who passes it over says nothing of it.
 *
 * Invariant: `chances` are those of what came last; until it comes anew after an edit, what has
 * been marked meanwhile is left out here. */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-mentions.h"
#include "quo-suggestion-questions.h"

#include <string.h>

char *
quo_session_dup_chance_id (const QuoChance *chance)
{
  return g_strdup_printf ("%c%s %u-%u", QUO_CHANCE_MARK, chance->type, chance->span.start,
                          chance->span.end);
}

/* Whether no name stands there; who speaks is none by that. */
static gboolean
is_free (QuoSession *session, const QuoChance *chance)
{
  g_autoptr (GPtrArray) there
      = quo_span_index_list (quo_document_get_index (session->document), chance->span);

  for (guint i = 0; i < there->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (there, i);

      if (quo_session_is_shown (session, annotation) && !quo_suggestion_is_helper (annotation)
          && quo_session_get_kind (session, annotation) == QUO_LABEL_ENTITY
          && strcmp (annotation->type, QUO_TYPE_MENTION) != 0)
        return FALSE;
    }
  return TRUE;
}

/* The first that begins at @offset or after it. */
static guint
find_position (const GArray *chances, guint32 offset)
{
  guint low = 0, high = chances->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (chances, QuoChance, middle).span.start < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

GPtrArray *
quo_session_list_chances (QuoSession *session, QuoSpan within)
{
  GPtrArray *list = g_ptr_array_new ();

  if (session->chances == NULL)
    return list;
  for (guint i = find_position (session->chances, within.start); i < session->chances->len; i++)
    {
      QuoChance *chance = &g_array_index (session->chances, QuoChance, i);

      if (chance->span.start >= within.end)
        break;
      if (is_free (session, chance))
        g_ptr_array_add (list, chance);
    }
  return list;
}

const QuoChance *
quo_session_find_chance (QuoSession *session, const char *id)
{
  const char *place = strrchr (id, ' ');
  guint32 start = place != NULL ? (guint32)g_ascii_strtoull (place + 1, NULL, 10) : 0;
  g_autoptr (GPtrArray) list = quo_session_list_chances (session, QUO_SPAN (start, start + 1));

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *own = quo_session_dup_chance_id (g_ptr_array_index (list, i));

      if (strcmp (own, id) == 0)
        return g_ptr_array_index (list, i);
    }
  return NULL;
}

const char *
quo_session_get_second_label (QuoSession *session, const QuoAnnotation *annotation)
{
  QuoSpan span = quo_annotation_get_hull (annotation);

  if (session->seconds == NULL || annotation->status != QUO_STATUS_SUGGESTED
      || quo_session_get_kind (session, annotation) != QUO_LABEL_ENTITY)
    return NULL;
  for (guint i = find_position (session->seconds, span.start); i < session->seconds->len; i++)
    {
      const QuoChance *second = &g_array_index (session->seconds, QuoChance, i);

      if (second->span.start > span.start)
        break;
      if (quo_span_equal (second->span, span) && strcmp (second->type, annotation->type) != 0)
        return second->type;
    }
  return NULL;
}

gboolean
quo_session_take_chance (QuoSession *session, const QuoChance *chance)
{
  const QuoLabel *label = quo_tagset_find (session->tagset, chance->type);

  return label != NULL && quo_session_check_open (session)
         && quo_session_tag_span (session, label, chance->span);
}
