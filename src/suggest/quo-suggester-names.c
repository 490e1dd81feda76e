/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-names-find.h"
#include "quo-suggester.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Proposes the names of an article. Mentions of one group are one entity, which is called by the
 * longest of them; a place that is beyond doubt brings its id and coordinates along. */

typedef struct
{
  QuoSuggesting *run;
  QuoFoundNames *names;
  GArray *marked;       /* of QuoSpan: what people have marked as names */
  GHashTable *entities; /* of group to Entity, the first of its types */
} Proposer;

/* All mentions of one group and type. */
typedef struct _Entity
{
  const char *type;
  GPtrArray *words;     /* what it is called, the best name first, each once */
  const char *id;       /* of its identity; NULL: it was not asked for yet */
  struct _Entity *next; /* of another type */
} Entity;

static void
free_entities (gpointer data)
{
  Entity *entity = data;

  while (entity != NULL)
    {
      Entity *next = entity->next;

      g_ptr_array_unref (entity->words);
      g_free (entity);
      entity = next;
    }
}

/* The entity that all mentions of the group and type of @name share; NULL: it was not met yet. */
static Entity *
find_entity (const Proposer *proposer, const QuoFoundName *name)
{
  Entity *entity = g_hash_table_lookup (proposer->entities, GUINT_TO_POINTER (name->group));

  while (entity != NULL && strcmp (entity->type, name->type) != 0)
    entity = entity->next;
  return entity;
}

static Entity *
make_entity (const Proposer *proposer, const QuoFoundName *name)
{
  gpointer key = GUINT_TO_POINTER (name->group);
  Entity *first = g_hash_table_lookup (proposer->entities, key), *entity = g_new (Entity, 1);

  *entity = (Entity){ .type = name->type,
                      .words = g_ptr_array_new_with_free_func (g_free),
                      .next = first != NULL ? first->next : NULL };
  if (first != NULL)
    first->next = entity;
  else
    g_hash_table_insert (proposer->entities, key, entity);
  return entity;
}

static gboolean
is_all_capitals (const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Whether @words call the entity better than @best: not as a headline does, and longer. */
static gboolean
is_better_name (const char *words, const char *best)
{
  gboolean is_loud = is_all_capitals (words), is_best_loud = is_all_capitals (best);

  if (is_loud != is_best_loud)
    return is_best_loud;
  return g_utf8_strlen (words, -1) > g_utf8_strlen (best, -1);
}

static void
add_words (Entity *entity, const QuoSuggesting *run, QuoSpan span)
{
  g_autofree char *here = quo_text_dup (run->text, span);

  g_strdelimit (here, "\n\r\t", ' '); /* broken to the width of a page */
  if (g_ptr_array_find_with_equal_func (entity->words, here, g_str_equal, NULL))
    return;
  if (entity->words->len > 0 && is_better_name (here, g_ptr_array_index (entity->words, 0)))
    g_ptr_array_insert (entity->words, 0, g_steal_pointer (&here));
  else
    g_ptr_array_add (entity->words, g_steal_pointer (&here));
}

static void
gather_entities (const Proposer *proposer)
{
  for (guint i = 0; i < quo_found_names_get_length (proposer->names); i++)
    {
      QuoFoundName name;
      Entity *entity;

      quo_found_names_read (proposer->names, i, &name);
      if (name.group == 0)
        continue;
      entity = find_entity (proposer, &name);
      add_words (entity != NULL ? entity : make_entity (proposer, &name), proposer->run,
                 name.called);
    }
}

/* (transfer none): the id of the entity. */
static const char *
make_identity (const Proposer *proposer, const Entity *entity, const QuoFoundName *name)
{
  QuoExternalId external = { name->has_place ? name->place.scheme : NULL, NULL };
  QuoEntity fields = { .type = name->type };
  char lat[G_ASCII_DTOSTR_BUF_SIZE], lon[G_ASCII_DTOSTR_BUF_SIZE];

  fields.name = g_ptr_array_index (entity->words, 0);
  fields.aliases = (const char *const *)entity->words->pdata + 1;
  fields.n_aliases = entity->words->len - 1;
  if (name->has_place && quo_place_get_id (&name->place) != NULL)
    {
      external.value = quo_place_get_id (&name->place);
      fields.ids = &external;
      fields.n_ids = 1;
    }
  if (name->has_place && !isnan (name->place.lat) && !isnan (name->place.lon))
    {
      fields.lat = g_ascii_formatd (lat, sizeof lat, "%.5g", name->place.lat);
      fields.lon = g_ascii_formatd (lon, sizeof lon, "%.5g", name->place.lon);
    }
  return quo_suggesting_identify (proposer->run, &fields);
}

/* Once for each group and type: a name may be mentioned a thousand times. */
static const char *
identify (const Proposer *proposer, const QuoFoundName *name)
{
  Entity *entity = name->group != 0 ? find_entity (proposer, name) : NULL;

  if (entity == NULL)
    return NULL;
  if (entity->id == NULL)
    entity->id = make_identity (proposer, entity, name);
  return entity->id;
}

/* From here on it is proposed: fewest keys on marked English news. */
#define MIN_HUNCH 0.2
/* From here on its other label is told, of the two. */
#define MIN_SECOND 0.1f

/* As far as the names go that people have accepted, but not over what they have marked besides:
 * "Shadow Home Secretary" may be a name of its own. */
static QuoSpan
get_span (const Proposer *proposer, const char *type, QuoSpan span)
{
  const QuoSuggesting *run = proposer->run;
  QuoSpan usual;

  if (run->known == NULL)
    return span;
  usual = quo_name_habits_apply (quo_known_names_get_habits (run->known), run->text, run->language,
                                 type, span);
  return usual.start < span.start
                 && quo_name_is_marked (proposer->marked, QUO_SPAN (usual.start, span.start))
             ? span
             : usual;
}

/* For who judges each: the other label is worth showing if it is not too unlikely. */
static void
note_second (QuoSuggesting *run, QuoSpan span, const char *second, float share)
{
  if (run->is_eager && second != NULL && share >= MIN_SECOND)
    quo_suggesting_note_second (run, second, span, share);
}

static void
propose (const Proposer *proposer, const QuoFoundName *name)
{
  /* Translators: why it is a name of its kind; which place it is */
  g_autofree char *reason
      = name->place_reason != NULL
            ? g_strdup_printf (C_ ("reason", "%s; %s"), name->reason, name->place_reason)
            : g_strdup (name->reason);
  QuoSpan span = get_span (proposer, name->type, name->span);
  const QuoProposal proposal = { .type = name->type,
                                 .ranges = &span,
                                 .n_ranges = 1,
                                 .rule = name->rule,
                                 .reason = reason,
                                 .score = name->score,
                                 .identity = identify (proposer, name) };

  if (quo_tagset_find (proposer->run->tagset, name->type) == NULL)
    return;
  quo_suggesting_propose (proposer->run, &proposal);
  note_second (proposer->run, span, name->second, name->second_share);
}

/* Where each is judged by a person, one that is missed costs more keys than one that is none. What
 * is less likely is not proposed, but can be asked for. */
static void
propose_hunches (const Proposer *proposer, const GArray *hunches)
{
  QuoSuggesting *run = proposer->run;

  for (guint i = 0; i < hunches->len; i++)
    {
      const QuoHunch *hunch = &g_array_index (hunches, QuoHunch, i);
      QuoSpan span = get_span (proposer, hunch->type, hunch->span);
      const QuoProposal proposal = { .type = hunch->type,
                                     .ranges = &span,
                                     .n_ranges = 1,
                                     .rule = "capitals",
                                     .reason = _ ("written with a capital"),
                                     .score = hunch->score };

      if (hunch->score >= MIN_HUNCH)
        {
          quo_suggesting_propose (run, &proposal);
          note_second (run, span, hunch->second, hunch->second_share);
        }
      else
        quo_suggesting_note_chance (run, hunch->type, span, hunch->score);
    }
}

static void
run_names (QuoSuggesting *run)
{
  g_autoptr (GArray) hunches = run->is_eager ? g_array_new (FALSE, FALSE, sizeof (QuoHunch)) : NULL;
  Proposer proposer = { .run = run, .marked = quo_suggesting_list_marked (run) };

  proposer.names = quo_names_find (run->text, run->language, quo_gazetteer_get_default (),
                                   proposer.marked, hunches, run->cancellable);
  proposer.entities = g_hash_table_new_full (NULL, NULL, NULL, free_entities);
  gather_entities (&proposer);
  for (guint i = 0;
       i < quo_found_names_get_length (proposer.names) && !quo_suggesting_is_cancelled (run); i++)
    {
      QuoFoundName name;

      quo_found_names_read (proposer.names, i, &name);
      propose (&proposer, &name);
    }
  if (hunches != NULL)
    propose_hunches (&proposer, hunches);
  g_hash_table_unref (proposer.entities);
  quo_found_names_free (proposer.names);
  quo_gazetteer_let_go (quo_gazetteer_get_default ());
  g_array_unref (proposer.marked);
}

const QuoSuggester quo_suggester_names = {
  .id = "names",
  .title = N_ ("Names and dates"),
  .summary = N_ ("Persons, places, organizations, events and dates by how they are written, what "
                 "stands around them, and the gazetteer"),
  .run = run_names,
};
