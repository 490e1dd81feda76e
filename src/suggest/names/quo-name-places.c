/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-finder.h"

#include <glib/gi18n.h>
#include <string.h>

/* Which place of the world a name means. In this order: what the article says beside the name
 * ("Springfield, Ohio"), the only place there is, a division or country that the article names
 * elsewhere, and how much larger one place is than all others of its name. If that leaves a doubt,
 * the name is a place without identity, and the reason says how many there are. */

#define UNMISTAKABLE 100 /* times the population of the next one: London, even in Ohio */
#define FAR_LARGER                                                                                 \
  10 /* times that of the next one: the one meant, if nothing speaks for another                   \
      */
#define LARGER_IN_COUNTRY 4 /* the same among those in countries the article names */
#define MIN_LARGE 100000    /* a town that may be meant without being explained */
#define SHARE_OF_DIVISION                                                                          \
  0.2 /* a town that has this part of the people of a division of its name */

typedef struct
{
  QuoNameFinder *finder;
  GHashTable *countries; /* codes that the article names: set of char * */
  GHashTable *divisions;
  GHashTable *resolved; /* of base name to QuoNameIdentity */
} Resolver;

static QuoPlace
get_place (const Resolver *resolver, guint32 number)
{
  QuoPlace place;

  quo_gazetteer_get_place (resolver->finder->gazetteer, number, &place);
  return place;
}

static gboolean
look_up (const Resolver *resolver, const char *base, QuoNameEntry *entry)
{
  return base != NULL
         && quo_gazetteer_look_up (resolver->finder->gazetteer, base, strlen (base), entry)
         && entry->n_places > 0;
}

static gboolean
is_place (const QuoNameCandidate *candidate)
{
  double score;

  return candidate->n_places > 0 && quo_name_candidate_guess (candidate, &score) == QUO_GUESS_PLACE;
}

static gboolean
is_region (const QuoPlace *place)
{
  return place->kind == QUO_PLACE_COUNTRY || place->kind == QUO_PLACE_DIVISION;
}

static const char *
get_region_name (const QuoPlace *place)
{
  return place->kind == QUO_PLACE_COUNTRY || *place->region == '\0' ? place->country_name
                                                                    : place->region_name;
}

static gboolean
is_inside (const QuoPlace *place, const QuoPlace *region)
{
  if (region->kind == QUO_PLACE_COUNTRY)
    return place->kind != QUO_PLACE_COUNTRY && *region->country != '\0'
           && strcmp (place->country, region->country) == 0;
  return place->kind < QUO_PLACE_DIVISION && *region->region != '\0'
         && strcmp (place->region, region->region) == 0;
}

/* ------------------------------------------------------------------------------------- the regions
 */

static void
note_region (Resolver *resolver, const QuoPlace *place)
{
  if (place->kind == QUO_PLACE_COUNTRY && *place->country != '\0')
    g_hash_table_add (resolver->countries, (gpointer)place->country);
  else if (place->kind == QUO_PLACE_DIVISION && *place->region != '\0')
    {
      g_hash_table_add (resolver->divisions, (gpointer)place->region);
      g_hash_table_add (resolver->countries, (gpointer)place->country);
    }
}

/* Countries and divisions of one meaning, and the countries of capitals. */
static void
gather_regions (Resolver *resolver)
{
  const GArray *candidates = resolver->finder->candidates;

  for (guint i = 0; i < candidates->len; i++)
    {
      const QuoNameCandidate *candidate = &g_array_index (candidates, QuoNameCandidate, i);
      QuoNameEntry entry;
      QuoPlace first, second;

      if (!is_place (candidate) || !look_up (resolver, candidate->base, &entry))
        continue;
      first = get_place (resolver, entry.places[0]);
      if (first.kind == QUO_PLACE_CAPITAL && first.population > MIN_LARGE)
        g_hash_table_add (resolver->countries, (gpointer)first.country);
      if (!is_region (&first))
        continue;
      if (entry.n_places > 1)
        {
          second = get_place (resolver, entry.places[1]);
          if (is_region (&second) && strcmp (first.country, second.country) != 0)
            continue;
        }
      note_region (resolver, &first);
    }
}

/* -------------------------------------------------------------------------------------- the choice
 */

static char *
explain (guint n_places, const char *format)
{
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u place of this name", "%u places of this name", n_places),
      n_places);

  return g_strdup_printf ("%s; %s", count, format);
}

static void
choose (QuoNameIdentity *identity, guint32 number, char *reason)
{
  identity->has_place = TRUE;
  identity->number = number;
  g_free (identity->reason);
  identity->reason = reason;
}

/* "Springfield, Ohio", "Frankfurt (Oder)": the region that stands behind the name. */
static gboolean
choose_by_statement (Resolver *resolver, const QuoNameEntry *entry, const QuoNameCandidate *next,
                     QuoNameIdentity *identity)
{
  QuoNameEntry regions;

  if (!look_up (resolver, next->base, &regions))
    return FALSE;
  for (guint r = 0; r < regions.n_places; r++)
    {
      QuoPlace region = get_place (resolver, regions.places[r]);

      for (guint i = 0; is_region (&region) && i < entry->n_places; i++)
        {
          QuoPlace place = get_place (resolver, entry->places[i]);
          g_autofree char *words = NULL;

          if (!is_inside (&place, &region))
            continue;
          note_region (resolver, &region);
          /* Translators: after "3 places of this name; "; the name of a region or country */
          words = g_strdup_printf (_ ("the one in %s, which the article names"),
                                   get_region_name (&region));
          choose (identity, entry->places[i], explain (entry->n_places, words));
          return TRUE;
        }
    }
  return FALSE;
}

/* Whether the article names where the place is, not counting the place itself. */
static gboolean
is_in_named_region (const Resolver *resolver, const QuoPlace *place, gboolean in_divisions)
{
  if (in_divisions)
    return place->kind < QUO_PLACE_DIVISION
           && g_hash_table_contains (resolver->divisions, place->region);
  return place->kind <= QUO_PLACE_COUNTRY
         && g_hash_table_contains (resolver->countries, place->country);
}

/* The largest place in what the article names; @in_divisions: divisions, not countries. */
static gboolean
choose_by_regions (Resolver *resolver, const QuoNameEntry *entry, gboolean in_divisions,
                   QuoNameIdentity *identity)
{
  QuoPlace best = { 0 };
  guint32 number = 0, second = 0, greatest = 0;
  guint n_inside = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < entry->n_places; i++)
    {
      QuoPlace place = get_place (resolver, entry->places[i]);

      greatest = MAX (greatest, place.kind <= QUO_PLACE_CAPITAL ? place.population : 0);
      if (!is_in_named_region (resolver, &place, in_divisions))
        continue;
      if (n_inside++ == 0)
        {
          best = place;
          number = entry->places[i];
        }
      else if (n_inside == 2)
        second = place.population;
    }
  if (n_inside == 0 || (n_inside > 1 && best.population < second * LARGER_IN_COUNTRY)
      || (best.kind <= QUO_PLACE_CAPITAL && best.population < greatest / FAR_LARGER))
    return FALSE;
  words = best.kind == QUO_PLACE_COUNTRY
              ? g_strdup (_ ("the country, of which the article names other places"))
              : g_strdup_printf (_ ("the one in %s, which the article names"),
                                 in_divisions && *best.region_name != '\0' ? best.region_name
                                                                           : best.country_name);
  choose (identity, number, explain (entry->n_places, words));
  return TRUE;
}

/* A city and the division round it (New York, Hamburg) are no two meanings: the city. */
static gboolean
skips_division (const Resolver *resolver, const QuoPlace *division, const QuoNameEntry *entry)
{
  for (guint i = 0; division->kind == QUO_PLACE_DIVISION && i < entry->n_places; i++)
    {
      QuoPlace town = get_place (resolver, entry->places[i]);

      if (town.kind == QUO_PLACE_CAPITAL && town.population >= MIN_LARGE)
        return TRUE;
      if (town.kind < QUO_PLACE_DIVISION && strcmp (town.region, division->region) == 0
          && town.population >= division->population * SHARE_OF_DIVISION)
        return TRUE;
    }
  return FALSE;
}

/* @times: how much larger the place must be than the next one. */
static gboolean
choose_by_size (Resolver *resolver, const QuoNameEntry *entry, guint32 times,
                QuoNameIdentity *identity)
{
  QuoPlace best = { 0 };
  guint32 number = 0;
  guint n_seen = 0;

  for (guint i = 0; i < entry->n_places; i++)
    {
      QuoPlace place = get_place (resolver, entry->places[i]);

      if (skips_division (resolver, &place, entry))
        continue;
      if (n_seen++ == 0)
        {
          best = place;
          number = entry->places[i];
          continue;
        }
      /* A country and a division far from it (Georgia) are two meanings; its towns are not. */
      if (is_region (&best) ? is_region (&place) && strcmp (place.country, best.country) != 0
                            : (guint64)place.population * times > best.population)
        return FALSE;
    }
  if (n_seen == 0 || (best.kind < QUO_PLACE_CAPITAL && best.population < MIN_LARGE))
    return FALSE;
  choose (identity, number, explain (entry->n_places, _ ("by far the best known")));
  return TRUE;
}

static void
resolve (Resolver *resolver, const QuoNameCandidate *candidate, const QuoNameCandidate *next)
{
  QuoNameIdentity *identity = g_hash_table_lookup (resolver->resolved, candidate->base);
  QuoNameEntry entry;

  if (identity == NULL)
    {
      identity = g_new0 (QuoNameIdentity, 1);
      g_hash_table_insert (resolver->resolved, (gpointer)candidate->base, identity);
    }
  if (identity->is_stated || !look_up (resolver, candidate->base, &entry))
    return;
  if (next != NULL && choose_by_statement (resolver, &entry, next, identity))
    identity->is_stated = TRUE;
}

static void
resolve_without_statement (Resolver *resolver, const char *base, QuoNameIdentity *identity)
{
  QuoNameEntry entry;

  if (identity->is_stated || !look_up (resolver, base, &entry))
    return;
  if (entry.n_places == 1)
    choose (identity, entry.places[0], g_strdup (_ ("the only place of this name")));
  else if (!choose_by_size (resolver, &entry, UNMISTAKABLE, identity)
           && !choose_by_regions (resolver, &entry, TRUE, identity)
           && !choose_by_size (resolver, &entry, FAR_LARGER, identity)
           && !choose_by_regions (resolver, &entry, FALSE, identity))
    identity->reason = explain (entry.n_places, _ ("the article does not say which"));
}

/* The candidate after @i if only a comma or a bracket parts them. */
static const QuoNameCandidate *
get_next (const QuoNameFinder *finder, guint i)
{
  const QuoNameCandidate *candidate = &g_array_index (finder->candidates, QuoNameCandidate, i);
  const QuoNameCandidate *next;
  gunichar first, second;

  if (i + 1 >= finder->candidates->len)
    return NULL;
  next = &g_array_index (finder->candidates, QuoNameCandidate, i + 1);
  first = quo_text_get_char (finder->text, candidate->span.end);
  second = quo_text_get_char (finder->text, candidate->span.end + 1);
  if (next->span.start == candidate->span.end + 2
      && ((first == ',' && second == ' ') || (first == ' ' && second == '(')))
    return next;
  return next->span.start == candidate->span.end + 1 && (first == 0xff08 || first == 0xff0c) ? next
                                                                                             : NULL;
}

static void
identity_free (QuoNameIdentity *identity)
{
  g_free (identity->reason);
  g_free (identity);
}

GHashTable *
quo_name_finder_identify (QuoNameFinder *finder)
{
  Resolver resolver = { finder, g_hash_table_new (g_str_hash, g_str_equal),
                        g_hash_table_new (g_str_hash, g_str_equal),
                        g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)identity_free) };
  GHashTableIter iter;
  gpointer base, identity;

  gather_regions (&resolver);
  for (guint i = 0; i < finder->candidates->len; i++)
    {
      const QuoNameCandidate *candidate = &g_array_index (finder->candidates, QuoNameCandidate, i);

      if (is_place (candidate) && candidate->base != NULL)
        resolve (&resolver, candidate, get_next (finder, i));
    }
  g_hash_table_iter_init (&iter, resolver.resolved);
  while (g_hash_table_iter_next (&iter, &base, &identity))
    resolve_without_statement (&resolver, base, identity);
  g_hash_table_unref (resolver.countries);
  g_hash_table_unref (resolver.divisions);
  return resolver.resolved;
}
