/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QuoGazetteer:
 *
 * What the program knows of names that it did not learn from the article: the places of the world
 * with their coordinates, given names and surnames, organizations. It comes from one compact file,
 * which is mapped into memory (QuoGazetteerFile), and from lists of the person's own. Where the
 * first comes from and under which licences is told in data/gazetteer/SOURCES.md.
 *
 * Immutable once it is opened; may be used from every thread. A look-up costs about half a
 * microsecond.
 */
typedef struct _QuoGazetteer QuoGazetteer;

/* What a name can be. */
typedef enum
{
  QUO_NAME_GIVEN = 1 << 0,
  QUO_NAME_SURNAME = 1 << 1,
  QUO_NAME_ORGANIZATION = 1 << 2,
  QUO_NAME_TRANSLITERATION = 1 << 3, /* a character with which Chinese writes foreign names */
  QUO_NAME_PLACE = 1 << 4,
  QUO_NAME_PLACE_WORD = 1 << 6, /* a place of which no more is known */
  QUO_NAME_FEMALE = 1 << 5,     /* only women are called so ... */
  QUO_NAME_MALE = 1 << 7,       /* ... or only men */
  QUO_NAME_OWN = 1 << 8,        /* of the person's own lists: `type` says what it is */
} QuoNameFlags;

typedef enum
{
  QUO_PLACE_TOWN,
  QUO_PLACE_SEAT, /* of the government of a division */
  QUO_PLACE_CAPITAL,
  QUO_PLACE_DIVISION, /* Ohio */
  QUO_PLACE_COUNTRY,
  QUO_PLACE_CONTINENT,
  QUO_PLACE_FEATURE, /* a sea, a range of mountains, a region of no state */
} QuoPlaceKind;

/**
 * QuoPlace:
 * @scheme: (nullable): what @id is: "geonames", "iso3166" (countries and their divisions),
 *   "wikidata", "url"
 * @lat: degrees north, NAN if it is not known; @lon: degrees east
 * @population: 0 if it is not known
 * @country: ISO 3166-1 code of the country it is in, "" if it is in none
 * @region: code of the division it is in, "" for none
 *
 * One place. The strings live as long as the gazetteer.
 */
typedef struct
{
  const char *scheme;
  char id[24];
  const char *own_id; /* (nullable): instead of @id, for own lists */
  double lat, lon;
  guint32 population;
  QuoPlaceKind kind;
  const char *country, *country_name;
  const char *region, *region_name;
} QuoPlace;

#define QUO_NAME_MAX_PLACES 48

/**
 * QuoNameEntry:
 * @places: numbers of the places of this name, the most populous first
 * @type: (nullable): id of the label that the person's own list gives
 */
typedef struct
{
  guint flags; /* bits of QuoNameFlags */
  const char *type;
  guint n_places;
  guint32 places[QUO_NAME_MAX_PLACES];
} QuoNameEntry;

/**
 * quo_gazetteer_open:
 * @path: (nullable): the compact file; NULL for none
 *
 * Returns: (transfer full): NULL with a GFileError, or
 *   QUO_ERROR_INVALID if it is no such file
 */
QuoGazetteer *quo_gazetteer_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void quo_gazetteer_free (QuoGazetteer *gazetteer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoGazetteer, quo_gazetteer_free)

/* The gazetteer of the program with all own lists, `quotidian/gazetteer/` and its files that end in
 * .csv in the folder of settings; opened when it is first asked for. What cannot be read is said
 * with g_message() and left out. Never NULL. */
const QuoGazetteer *quo_gazetteer_get_default (void);

/**
 * quo_gazetteer_add_list:
 * @path: a table (RFC 4180, UTF-8; comma, semicolon or tab) with the columns `name`, `type` (id of
 *   a label, as "person", "place"), and if wanted `id` (a number of GeoNames, a Q number of
 *   Wikidata or an address), `lat`, `lon` (degrees); a first line that names them is optional
 *
 * Adds a list of the person's own. Not while another thread uses the gazetteer.
 *
 * Returns: FALSE with QUO_ERROR_INVALID, which names file, line and what is allowed; nothing of the
 *   list is added then; or with a file error
 */
gboolean quo_gazetteer_add_list (QuoGazetteer *gazetteer, const char *path, GError **error);

/* Whether the name is known; @folded as quo_word_fold() writes it, words parted by single blanks.
 */
gboolean quo_gazetteer_look_up (const QuoGazetteer *gazetteer, const char *folded, gsize len,
                                QuoNameEntry *ret_entry);
/* The flags alone, 0 for an unknown name: cheaper. */
guint quo_gazetteer_get_flags (const QuoGazetteer *gazetteer, const char *folded, gsize len);
/* Whether a name may begin with these two characters of a script without blanks. */
gboolean quo_gazetteer_may_start (const QuoGazetteer *gazetteer, gunichar first, gunichar second);
/* Whether the language has this as a common word: one it writes small, or in German a noun that is
 * no name. FALSE for languages without a list; one in thirty of other words is taken for one. */
gboolean quo_gazetteer_is_word (const QuoGazetteer *gazetteer, const char *tag, const char *folded,
                                gsize len);
/* Gives what was read of the file back to the system, which brings it again when it is asked for:
 * who has asked for many names keeps no memory for them. In any thread, also while others look
 * something up. */
void quo_gazetteer_let_go (const QuoGazetteer *gazetteer);
void quo_gazetteer_get_place (const QuoGazetteer *gazetteer, guint32 number, QuoPlace *ret_place);
/* The id of the place, NULL if it has none. */
const char *quo_place_get_id (const QuoPlace *place);

G_END_DECLS
