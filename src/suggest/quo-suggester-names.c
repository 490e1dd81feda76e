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
  GPtrArray *names;     /* of QuoFoundName */
  GHashTable *entities; /* of group to GPtrArray of QuoFoundName */
  GHashTable
      *identities; /* of a mention that stands for its group and type to the id of the entity */
} Proposer;

static GPtrArray *
get_mentions (const Proposer *proposer, const QuoFoundName *name)
{
  return g_hash_table_lookup (proposer->entities, GUINT_TO_POINTER (name->group));
}

static void
gather_mentions (Proposer *proposer)
{
  for (guint i = 0; i < proposer->names->len; i++)
    {
      QuoFoundName *name = g_ptr_array_index (proposer->names, i);
      GPtrArray *mentions = get_mentions (proposer, name);

      if (name->group == 0)
        continue;
      if (mentions == NULL)
        {
          mentions = g_ptr_array_new ();
          g_hash_table_insert (proposer->entities, GUINT_TO_POINTER (name->group), mentions);
        }
      g_ptr_array_add (mentions, name);
    }
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

/* (transfer full): the words of the mentions of @type, the best name first, each once. */
static GPtrArray *
list_words (const Proposer *proposer, const GPtrArray *mentions, const char *type)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < mentions->len; i++)
    {
      const QuoFoundName *name = g_ptr_array_index (mentions, i);
      g_autofree char *here = quo_text_dup (proposer->run->text, name->span);

      if (strcmp (name->type, type) != 0
          || g_ptr_array_find_with_equal_func (words, here, g_str_equal, NULL))
        continue;
      if (words->len > 0 && is_better_name (here, g_ptr_array_index (words, 0)))
        g_ptr_array_insert (words, 0, g_steal_pointer (&here));
      else
        g_ptr_array_add (words, g_steal_pointer (&here));
    }
  return words;
}

/* The first mention of the group of @name that has its type: all of these are one entity. */
static const QuoFoundName *
find_first_alike (const GPtrArray *mentions, const QuoFoundName *name)
{
  for (guint i = 0; i < mentions->len; i++)
    if (strcmp (((const QuoFoundName *)g_ptr_array_index (mentions, i))->type, name->type) == 0)
      return g_ptr_array_index (mentions, i);
  return name;
}

/* (transfer none): the id of the entity that all mentions of the group and type of @name share. */
static const char *
make_identity (const Proposer *proposer, const GPtrArray *mentions, const QuoFoundName *name)
{
  g_autoptr (GPtrArray) words = NULL;
  QuoExternalId external = { name->place != NULL ? name->place->scheme : NULL, NULL };
  QuoEntity fields = { .type = name->type };
  char lat[G_ASCII_DTOSTR_BUF_SIZE], lon[G_ASCII_DTOSTR_BUF_SIZE];

  words = list_words (proposer, mentions, name->type);
  fields.name = g_ptr_array_index (words, 0);
  fields.aliases = (const char *const *)words->pdata + 1;
  fields.n_aliases = words->len - 1;
  if (name->place != NULL && quo_place_get_id (name->place) != NULL)
    {
      external.value = quo_place_get_id (name->place);
      fields.ids = &external;
      fields.n_ids = 1;
    }
  if (name->place != NULL && !isnan (name->place->lat) && !isnan (name->place->lon))
    {
      fields.lat = g_ascii_formatd (lat, sizeof lat, "%.5g", name->place->lat);
      fields.lon = g_ascii_formatd (lon, sizeof lon, "%.5g", name->place->lon);
    }
  return quo_suggesting_identify (proposer->run, &fields);
}

/* Once for each group and type: a name may be mentioned a thousand times. */
static const char *
identify (const Proposer *proposer, const QuoFoundName *name)
{
  GPtrArray *mentions = get_mentions (proposer, name);
  const QuoFoundName *first;
  const char *id;

  if (mentions == NULL)
    return NULL;
  first = find_first_alike (mentions, name);
  id = g_hash_table_lookup (proposer->identities, first);
  if (id == NULL)
    {
      id = make_identity (proposer, mentions, name);
      g_hash_table_insert (proposer->identities, (gpointer)first, (gpointer)id);
    }
  return id;
}

/* As far as the names go that people have accepted. */
static QuoSpan
get_span (const QuoSuggesting *run, const QuoFoundName *name)
{
  if (run->known == NULL)
    return name->span;
  return quo_name_habits_apply (quo_known_names_get_habits (run->known), run->text, run->language,
                                name->type, name->span);
}

static void
propose (const Proposer *proposer, const QuoFoundName *name)
{
  /* Translators: why it is a name of its kind; which place it is */
  g_autofree char *reason
      = name->place_reason != NULL
            ? g_strdup_printf (C_ ("reason", "%s; %s"), name->reason, name->place_reason)
            : g_strdup (name->reason);
  QuoSpan span = get_span (proposer->run, name);
  const QuoProposal proposal = { .type = name->type,
                                 .ranges = &span,
                                 .n_ranges = 1,
                                 .rule = name->rule,
                                 .reason = reason,
                                 .score = name->score,
                                 .identity = identify (proposer, name) };

  if (quo_tagset_find (proposer->run->tagset, name->type) != NULL)
    quo_suggesting_propose (proposer->run, &proposal);
}

/* Where each is judged by a person, one that is missed costs more keys than one that is none. */
static void
propose_hunches (QuoSuggesting *run, const GArray *hunches)
{
  for (guint i = 0; i < hunches->len; i++)
    {
      const QuoHunch *hunch = &g_array_index (hunches, QuoHunch, i);
      const QuoProposal proposal = { .type = hunch->type,
                                     .ranges = &hunch->span,
                                     .n_ranges = 1,
                                     .rule = "capitals",
                                     .reason = _ ("written with a capital"),
                                     .score = hunch->score };

      quo_suggesting_propose (run, &proposal);
    }
}

static void
run_names (QuoSuggesting *run)
{
  g_autoptr (GArray) hunches = run->is_eager ? g_array_new (FALSE, FALSE, sizeof (QuoHunch)) : NULL;
  Proposer proposer = { .run = run };

  proposer.names = quo_names_find (run->text, run->language, quo_gazetteer_get_default (), hunches,
                                   run->cancellable);
  proposer.entities = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  proposer.identities = g_hash_table_new (NULL, NULL);
  gather_mentions (&proposer);
  for (guint i = 0; i < proposer.names->len && !quo_suggesting_is_cancelled (run); i++)
    propose (&proposer, g_ptr_array_index (proposer.names, i));
  if (hunches != NULL)
    propose_hunches (run, hunches);
  g_hash_table_unref (proposer.identities);
  g_hash_table_unref (proposer.entities);
  g_ptr_array_unref (proposer.names);
}

const QuoSuggester quo_suggester_names = {
  .id = "names",
  .title = N_ ("Names and dates"),
  .summary = N_ ("Persons, places, organizations, events and dates by how they are written, what "
                 "stands around them, and the gazetteer"),
  .run = run_names,
};
