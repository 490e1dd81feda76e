/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is offered of those who may have said a quote: the likeliest first, each by a name, and none
 * twice. */
#include "quo-config.h"

#include "quo-speaker-choices.h"

#include "quo-weights.h"

#include <string.h>

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const QuoCandidate *x = *(QuoCandidate *const *)a, *y = *(QuoCandidate *const *)b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

static gboolean
has_entity (QuoDocument *document, const QuoCandidate *candidate)
{
  const QuoAnnotation *annotation
      = candidate->id != NULL ? quo_document_find_annotation (document, candidate->id) : NULL;

  return candidate->id != NULL && (annotation == NULL || annotation->n_entities > 0);
}

/* In one line for people, however the text is broken. */
static char *
dup_plain_name (const QuoText *text, QuoSpan span)
{
  g_autofree char *name = quo_text_dup (text, span);
  g_auto (GStrv) words = g_strsplit_set (name, " \t\r\n", -1);
  GString *line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  return g_string_free (line, FALSE);
}

static char *
dup_name (QuoDocument *document, const QuoCandidate *candidate)
{
  const QuoText *text = quo_document_get_text (document);
  const QuoAnnotation *annotation
      = candidate->id != NULL ? quo_document_find_annotation (document, candidate->id) : NULL;
  const char *id = annotation == NULL           ? candidate->id
                   : annotation->n_entities > 0 ? annotation->entities[0]
                                                : NULL;
  const QuoEntity *entity = id != NULL ? quo_document_find_entity (document, id) : NULL;

  if (entity != NULL && entity->name != NULL && entity->name[0] != '\0')
    return g_strdup (entity->name);
  return dup_plain_name (text, candidate->span);
}

/* Of an annotation that is there, else NULL. */
static const char *
get_type (QuoDocument *document, const QuoCandidate *candidate)
{
  const QuoAnnotation *annotation
      = candidate->id != NULL ? quo_document_find_annotation (document, candidate->id) : NULL;

  return annotation != NULL ? annotation->type : NULL;
}

/* Whether both say the same name, and nothing tells that they are two. */
static gboolean
is_twin (QuoDocument *document, const QuoCandidate *a, const QuoCandidate *b)
{
  const char *type = get_type (document, a), *other = get_type (document, b);

  return g_strcmp0 (a->name, b->name) == 0
         && (type == NULL || other == NULL || strcmp (type, other) == 0)
         && !(has_entity (document, a) && has_entity (document, b));
}

/* A name that stands three times and has no identity yet would take three digits. */
static gboolean
has_twin_before (QuoDocument *document, GPtrArray *candidates, guint nth)
{
  for (guint i = 0; i < nth; i++)
    if (is_twin (document, g_ptr_array_index (candidates, i), g_ptr_array_index (candidates, nth)))
      return TRUE;
  return FALSE;
}

void
quo_speaker_choices_finish (GPtrArray *candidates, QuoDocument *document)
{
  g_ptr_array_sort (candidates, compare_scores);
  for (guint i = 0; i < candidates->len && i < QUO_MAX_SPEAKER_CHOICES;)
    {
      QuoCandidate *candidate = g_ptr_array_index (candidates, i);

      candidate->name = dup_name (document, candidate);
      candidate->score = quo_weights_squash (candidate->score);
      if (has_twin_before (document, candidates, i))
        g_ptr_array_remove_index (candidates, i);
      else
        i++;
    }
  if (candidates->len > QUO_MAX_SPEAKER_CHOICES)
    g_ptr_array_set_size (candidates, QUO_MAX_SPEAKER_CHOICES);
}
