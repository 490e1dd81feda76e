/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which place of the world a name means: the places that are called so, and the choice. */
#include "quo-config.h"

#include "quo-session-place.h"

#include "quo-session-private.h"
#include "quo-statistics.h"
#include "quo-word-kinds.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Degrees that two statements of one place may differ by. */
#define NEAR 0.01

/* As the gazetteer has names: small letters, words parted by single blanks. */
static gsize
fold (const char *name, char buffer[QUO_FOLD_SIZE])
{
  g_autofree char *whole = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  gunichar chars[QUO_FOLD_SIZE];
  guint n_chars = 0;

  for (const char *p = whole; p != NULL && *p != '\0' && n_chars < QUO_FOLD_SIZE;
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        chars[n_chars++] = c;
      else if (n_chars > 0 && chars[n_chars - 1] != ' ')
        chars[n_chars++] = ' ';
    }
  return quo_word_fold (chars, n_chars, buffer);
}

/* Adds the places of a name; whether there is one. */
static gboolean
add_places (GArray *places, const char *name)
{
  const QuoGazetteer *gazetteer = quo_gazetteer_get_default ();
  char folded[QUO_FOLD_SIZE];
  gsize len = name != NULL ? fold (name, folded) : 0;
  QuoNameEntry entry;

  if (len == 0 || !quo_gazetteer_look_up (gazetteer, folded, len, &entry))
    return FALSE;
  for (guint i = 0; i < entry.n_places; i++)
    {
      QuoPlace place;

      quo_gazetteer_get_place (gazetteer, entry.places[i], &place);
      if (!isnan (place.lat) && !isnan (place.lon))
        g_array_append_val (places, place);
    }
  return places->len > 0;
}

static const QuoEntity *
find_entity (QuoSession *session, const QuoAnnotation *annotation)
{
  return annotation->n_entities == 1
             ? quo_document_find_entity (session->document, annotation->entities[0])
             : NULL;
}

/* The first of its names that is known: what it is called now, what the text says, other names. */
GArray *
quo_session_list_places (QuoSession *session, const QuoAnnotation *annotation)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (QuoPlace));
  const QuoEntity *entity;
  g_autofree char *words = NULL;

  g_return_val_if_fail (QUO_IS_SESSION (session) && annotation != NULL, places);

  if (!quo_type_is_place (annotation->type))
    return places;
  entity = find_entity (session, annotation);
  words = quo_session_dup_excerpt (session, annotation);
  if ((entity != NULL && add_places (places, entity->name)) || add_places (places, words))
    return places;
  for (guint i = 0; entity != NULL && i < entity->n_aliases; i++)
    if (add_places (places, entity->aliases[i]))
      break;
  return places;
}

static gboolean
has_id (const QuoEntity *entity, const QuoPlace *place)
{
  const char *id = quo_place_get_id (place);

  for (guint i = 0; id != NULL && i < entity->n_ids; i++)
    if (strcmp (entity->ids[i].name, place->scheme) == 0 && strcmp (entity->ids[i].value, id) == 0)
      return TRUE;
  return FALSE;
}

int
quo_session_find_chosen_place (QuoSession *session, const QuoAnnotation *annotation, GArray *places)
{
  const QuoEntity *entity;

  g_return_val_if_fail (QUO_IS_SESSION (session) && annotation != NULL, -1);

  entity = find_entity (session, annotation);
  for (guint i = 0; entity != NULL && i < places->len; i++)
    if (has_id (entity, &g_array_index (places, QuoPlace, i)))
      return (int)i;
  return -1;
}

/* Whether the identity is this place already: by its id, and where it lies. A gazetteer knows that
 * more exactly than a suggestion said it. */
static gboolean
is_place (const QuoEntity *entity, const QuoPlace *place)
{
  if (entity == NULL || entity->lat == NULL || !has_id (entity, place))
    return FALSE;
  return fabs (g_ascii_strtod (entity->lat, NULL) - place->lat) < NEAR
         && fabs (g_ascii_strtod (entity->lon, NULL) - place->lon) < NEAR;
}

/* (transfer full): degrees as a number of the sidecar, without zeros at its end. */
static char *
dup_degrees (double degrees)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (digits, sizeof digits, "%.5f", degrees);
  for (end = digits + strlen (digits) - 1; *end == '0'; end--)
    *end = '\0';
  if (*end == '.')
    *end = '\0';
  return g_strdup (strcmp (digits, "-0") == 0 ? "0" : digits);
}

gboolean
quo_session_choose_place (QuoSession *session, const QuoPlace *place)
{
  const QuoAnnotation *selected;
  const QuoExternalId id = { place->scheme, quo_place_get_id (place) };
  g_autofree char *lat = dup_degrees (place->lat), *lon = dup_degrees (place->lon);
  g_autofree char *surroundings = quo_place_dup_surroundings (place);
  g_autofree char *words = NULL;
  QuoActor actor;

  g_return_val_if_fail (QUO_IS_SESSION (session), FALSE);

  selected = quo_session_require_selected (session);
  if (selected == NULL || !quo_session_check_open (session))
    return FALSE;
  if (is_place (find_entity (session, selected), place))
    {
      quo_session_set_message (session, _ ("This place is already chosen"));
      return FALSE;
    }
  actor = quo_session_get_actor (session);
  words = quo_session_dup_excerpt (session, selected);
  return quo_session_take_edit (
      session,
      quo_verb_choose_place (session->document, &actor, selected, id.value != NULL ? &id : NULL,
                             lat, lon),
      *surroundings != '\0'
          /* Translators: a name, and what lies round the place that was chosen for it. */
          ? g_strdup_printf (_ ("Place: %s, %s"), words, surroundings)
          : g_strdup_printf (_ ("Place: %s"), words));
}

/* --- in words -------------------------------------------------------------------------------- */

char *
quo_place_dup_surroundings (const QuoPlace *place)
{
  gboolean has_region = place->kind < QUO_PLACE_DIVISION && *place->region_name != '\0';
  gboolean has_country = place->kind <= QUO_PLACE_DIVISION && *place->country_name != '\0';

  if (has_region && has_country)
    /* Translators: a division of a country, the country: "Ohio, United States". */
    return g_strdup_printf (C_ ("place", "%s, %s"), place->region_name, place->country_name);
  return g_strdup (has_country ? place->country_name : "");
}

static const char *
get_kind_name (QuoPlaceKind kind)
{
  switch (kind)
    {
    case QUO_PLACE_TOWN:
      return C_ ("kind of place", "town");
    case QUO_PLACE_SEAT:
      /* Translators: a town in which a division of a country is governed. */
      return C_ ("kind of place", "seat of a region");
    case QUO_PLACE_CAPITAL:
      return C_ ("kind of place", "capital");
    case QUO_PLACE_DIVISION:
      /* Translators: a state, province, county of a country. */
      return C_ ("kind of place", "region");
    case QUO_PLACE_COUNTRY:
      return C_ ("kind of place", "country");
    case QUO_PLACE_CONTINENT:
      return C_ ("kind of place", "continent");
    case QUO_PLACE_FEATURE:
    default:
      /* Translators: a sea, a range of mountains, a stretch of land of no state. */
      return C_ ("kind of place", "area");
    }
}

char *
quo_place_dup_facts (const QuoPlace *place)
{
  const char *kind = get_kind_name (place->kind);
  g_autofree char *people = NULL;

  if (place->population == 0)
    return g_strdup (kind);
  people = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%'u person", "%'u people", place->population),
      place->population);
  return g_strdup_printf ("%s · %s", kind, people);
}
