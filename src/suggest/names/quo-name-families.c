/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-finder.h"

#include <string.h>

/* Whom a surname alone means: the one person of the article who is named in full with it, and who
 * may bear the title before it. Mr. Hale is not Edith Hale; of several he is the one man. Where a
 * man and a woman are called by one surname she gets a group of her own and is called Mrs. Hale. */

#define MIN_PERSON 0.55 /* a full name that may lend its surname */

/* The person whose full name has a word. */
typedef struct
{
  const char *name; /* the full name; NULL: there are several, or none */
  guint n, group;
  QuoGender gender;
} Bearer;

/* The bearers of a surname. */
typedef struct
{
  Bearer anybody, man;      /* of those named in full: all, and who may be a man */
  gboolean has_mr, has_mrs; /* somebody is called so by a title and the surname */
  guint women;              /* the group of those, if a man is called by the surname, too */
} Family;

typedef struct
{
  QuoNameFinder *finder;
  GHashTable *families; /* surname to Family */
  GHashTable *by_first; /* first word of full names to Bearer */
  guint n_groups;
} Lending;

static QuoNameCandidate *
get_candidate (const Lending *lending, guint i)
{
  return &g_array_index (lending->finder->candidates, QuoNameCandidate, i);
}

static gboolean
is_full (const QuoNameCandidate *candidate)
{
  return strchr (candidate->name, ' ') != NULL;
}

static gboolean
is_one (QuoGender gender)
{
  return gender == QUO_GENDER_MALE || gender == QUO_GENDER_FEMALE;
}

static gboolean
do_clash (QuoGender a, QuoGender b)
{
  return is_one (a) && is_one (b) && a != b;
}

/* By the title before the full name, or the given name with which it begins. */
static QuoGender
get_gender (const Lending *lending, const QuoNameCandidate *candidate)
{
  guint flags = quo_gazetteer_get_flags (lending->finder->gazetteer, candidate->name,
                                         strcspn (candidate->name, " "));

  if (is_one (candidate->gender))
    return candidate->gender;
  if (!(flags & QUO_NAME_GIVEN) || !(flags & (QUO_NAME_FEMALE | QUO_NAME_MALE)))
    return QUO_GENDER_UNKNOWN;
  return flags & QUO_NAME_FEMALE ? QUO_GENDER_FEMALE : QUO_GENDER_MALE;
}

/* --- Who bears what --- */

static gboolean
is_loud (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* "Elinor DID mind": a word that is said aloud is no surname. */
static gboolean
ends_loud (const Lending *lending, const QuoNameCandidate *candidate)
{
  g_autofree char *words = quo_text_dup (lending->finder->text, candidate->span);
  char *last = words + strlen (words);

  while (last > words && !g_ascii_isspace (last[-1]))
    last--;
  return is_loud (last) && !is_loud (words);
}

/* What @table has under @word, of @size bytes; made if it is not there. */
static gpointer
get_entry (const Lending *lending, GHashTable *table, const char *word, gsize size)
{
  const char *key = g_string_chunk_insert_const (lending->finder->strings, word);
  gpointer entry = g_hash_table_lookup (table, key);

  if (entry == NULL)
    {
      entry = g_malloc0 (size);
      g_hash_table_insert (table, (gpointer)key, entry);
    }
  return entry;
}

static void
add_bearer (const Lending *lending, Bearer *bearer, const QuoNameCandidate *candidate)
{
  if (bearer->n == 0)
    *bearer = (Bearer){ candidate->name, 1, candidate->group, get_gender (lending, candidate) };
  else if (bearer->name != candidate->name)
    bearer->name = NULL;
}

static void
add_full_name (const Lending *lending, const QuoNameCandidate *candidate)
{
  const char *last = strrchr (candidate->name, ' ') + 1;
  g_autofree char *first = NULL;
  Family *family;
  double score;

  if (quo_name_candidate_guess (candidate, &score) != QUO_GUESS_PERSON || score < MIN_PERSON
      || ends_loud (lending, candidate))
    return;
  first = g_strndup (candidate->name, strcspn (candidate->name, " "));
  family = get_entry (lending, lending->families, last, sizeof (Family));
  add_bearer (lending, &family->anybody, candidate);
  if (get_gender (lending, candidate) != QUO_GENDER_FEMALE)
    add_bearer (lending, &family->man, candidate);
  add_bearer (lending, get_entry (lending, lending->by_first, first, sizeof (Bearer)), candidate);
}

static void
gather (const Lending *lending)
{
  for (guint i = 0; i < lending->finder->candidates->len; i++)
    {
      const QuoNameCandidate *candidate = get_candidate (lending, i);
      Family *family;

      if (is_full (candidate))
        {
          add_full_name (lending, candidate);
          continue;
        }
      if (!is_one (candidate->gender))
        continue;
      family = get_entry (lending, lending->families, candidate->name, sizeof (Family));
      family->has_mr |= candidate->gender == QUO_GENDER_MALE;
      family->has_mrs |= candidate->gender == QUO_GENDER_FEMALE;
    }
}

/* --- Whom a surname means --- */

/* Returns: 0 if nobody named in full, or one of several. */
static guint
find_group (const QuoNameCandidate *candidate, const Family *family)
{
  gboolean is_man = candidate->gender == QUO_GENDER_MALE
                    || (candidate->gender == QUO_GENDER_UNKNOWN && family->has_mrs);

  if (family->anybody.name != NULL && !do_clash (family->anybody.gender, candidate->gender))
    return family->anybody.group;
  return is_man && family->man.name != NULL ? family->man.group : 0;
}

/* Whether a man is called by the surname, and this is a woman, or the other way round. */
static gboolean
is_apart (const QuoNameCandidate *candidate, const Family *family)
{
  if (candidate->gender == QUO_GENDER_FEMALE)
    return family->has_mr || family->man.n > 0;
  return candidate->gender == QUO_GENDER_MALE && family->anybody.n > 0;
}

static void
settle_surname (Lending *lending, QuoNameCandidate *candidate, Family *family)
{
  guint group = find_group (candidate, family);

  if (group != 0)
    {
      candidate->group = group;
      return;
    }
  candidate->is_apart = is_apart (candidate, family);
  if (!candidate->is_apart || candidate->gender != QUO_GENDER_FEMALE)
    return;
  if (family->women == 0)
    family->women = ++lending->n_groups;
  candidate->group = family->women;
}

static void
settle (Lending *lending, QuoNameCandidate *candidate)
{
  Family *family = g_hash_table_lookup (lending->families, candidate->name);
  const Bearer *first = g_hash_table_lookup (lending->by_first, candidate->name);
  gboolean is_surname = family != NULL && family->anybody.n > 0;

  if (is_surname || first != NULL)
    quo_name_candidate_add (candidate, QUO_GUESS_PERSON, is_surname ? 3.5 : 2,
                            QUO_CLUE_SAME_PERSON);
  if (is_surname || (family != NULL && first == NULL))
    settle_surname (lending, candidate, family);
  else if (first != NULL && first->name != NULL)
    candidate->group = first->group;
}

void
quo_name_finder_lend_names (QuoNameFinder *finder, guint n_groups)
{
  g_autoptr (GHashTable) families = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) by_first = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Lending lending = { finder, families, by_first, n_groups };

  gather (&lending);
  for (guint i = 0; i < finder->candidates->len; i++)
    if (!is_full (get_candidate (&lending, i)))
      settle (&lending, get_candidate (&lending, i));
}
