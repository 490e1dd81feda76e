/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-knowledge.h"
#include "quo-word-kinds.h"

#include "quo-languages.h"

#include <gio/gio.h>
#include <string.h>

/* Read out of the same files as QuoLanguage, when a language is first asked for. Whole words are in
 * one hash table; endings are tried from the longest to the shortest in another. */

#define RESOURCE_FOLDER "/io/github/quotidian/Quotidian/languages/"
#define MAX_ENDING 24 /* bytes */
#define MAX_BASES 8
#define MIN_PREFIX 3 /* bytes */
#define MAX_PREFIX 12
#define MIN_STEM 4 /* bytes that an ending leaves at least */

struct _QuoNameKnowledge
{
  GHashTable *words;    /* of char * to bits */
  GHashTable *endings;  /* of char * to bits */
  GHashTable *prefixes; /* of places, as keys */
  gboolean has_capital_calendar, has_small_bodies, has_marked_names, keeps_compounds;
  GHashTable *bases; /* of an inflected ending to the endings it may stand for (GStrv) */
};

static const struct
{
  const char *section;
  guint kind;
  gboolean is_ending;
} sections[] = {
  { "organization-words", QUO_NAME_WORD_ORGANIZATION, FALSE },
  { "organization-endings", QUO_NAME_WORD_ORGANIZATION, TRUE },
  { "company-words", QUO_NAME_WORD_COMPANY, FALSE },
  { "place-words", QUO_NAME_WORD_PLACE, FALSE },
  { "place-endings", QUO_NAME_WORD_PLACE_ENDING, TRUE },
  { "event-words", QUO_NAME_WORD_EVENT, FALSE },
  { "event-endings", QUO_NAME_WORD_EVENT, TRUE },
  { "in-places", QUO_NAME_WORD_IN, FALSE },
  { "to-places", QUO_NAME_WORD_TO, FALSE },
  { "organization-links", QUO_NAME_WORD_OF, FALSE },
  { "articles", QUO_NAME_WORD_ARTICLE, FALSE },
  { "who", QUO_NAME_WORD_WHO, FALSE },
  { "surname-endings", QUO_NAME_WORD_SURNAME, TRUE },
  { "no-names", QUO_NAME_WORD_OTHER, FALSE },
  { "no-name-endings", QUO_NAME_WORD_OTHER, TRUE },
  { "adjective-endings", QUO_NAME_WORD_ADJECTIVE, TRUE },
  { "abbreviations-final", QUO_NAME_WORD_FINAL, FALSE },
  { "genitive-endings", QUO_NAME_WORD_GENITIVE, TRUE },
  { "kin", QUO_NAME_WORD_KIN, FALSE },
  { "games", QUO_NAME_WORD_GAME, FALSE },
  { "told", QUO_NAME_WORD_TOLD, FALSE },
  { "small-heads", QUO_NAME_WORD_HEAD, FALSE },
  { "role-endings", QUO_NAME_WORD_ROLE, TRUE },
  { "works", QUO_NAME_WORD_WORK, FALSE },
};

static void
add_bits (GHashTable *table, const char *word, guint kinds)
{
  guint old = GPOINTER_TO_UINT (g_hash_table_lookup (table, word));

  g_hash_table_insert (table, g_strdup (word), GUINT_TO_POINTER (old | kinds));
}

static void
read_section (GKeyFile *file, const char *section, GHashTable *table, guint kind)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, section, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_key_file_get_string_list (file, section, keys[i], NULL, NULL);

      for (guint j = 0; words != NULL && words[j] != NULL; j++)
        {
          add_bits (table, g_strstrip (words[j]), kind);
          quo_word_make_plain (words[j]);
          add_bits (table, words[j], kind);
        }
    }
}

/* Lines such as `е=-;а;ь`: a word in -е may be one without ending, in -а or in -ь. */
static void
read_inflections (QuoNameKnowledge *knowledge, GKeyFile *file)
{
  g_auto (GStrv) endings = g_key_file_get_keys (file, "name-inflections", NULL, NULL);

  for (guint i = 0; endings != NULL && endings[i] != NULL; i++)
    g_hash_table_insert (
        knowledge->bases, g_strdup (endings[i]),
        g_key_file_get_string_list (file, "name-inflections", endings[i], NULL, NULL));
}

/* (transfer full): the file of a language, or names.ini, for all; empty if there is none. */
static GKeyFile *
open_file (const char *name)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, ".ini", NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (quo_languages_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes != NULL)
    g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL);
  return file;
}

static void
read_words (QuoNameKnowledge *knowledge, GKeyFile *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    read_section (file, sections[i].section,
                  sections[i].is_ending ? knowledge->endings : knowledge->words, sections[i].kind);
}

static QuoNameKnowledge *
load_knowledge (const char *tag)
{
  QuoNameKnowledge *knowledge = g_new0 (QuoNameKnowledge, 1);
  g_autoptr (GKeyFile) file = open_file (tag), shared = open_file ("names");

  knowledge->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  knowledge->endings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  knowledge->prefixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  knowledge->bases
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  read_words (knowledge, shared);
  read_words (knowledge, file);
  read_section (file, "place-prefixes", knowledge->prefixes, QUO_NAME_WORD_PLACE);
  read_inflections (knowledge, file);
  knowledge->has_capital_calendar
      = g_key_file_get_boolean (file, "language", "capitalised-calendar", NULL);
  knowledge->has_marked_names = g_key_file_get_boolean (file, "language", "marked-names", NULL);
  knowledge->keeps_compounds = g_key_file_get_boolean (file, "language", "keeps-compounds", NULL);
  knowledge->has_small_bodies = g_key_file_get_boolean (file, "language", "small-bodies", NULL);
  return knowledge;
}

const QuoNameKnowledge *
quo_name_knowledge_get (const QuoLanguage *language)
{
  static GMutex mutex;
  static GHashTable *loaded;
  QuoNameKnowledge *knowledge;

  g_mutex_lock (&mutex);
  if (loaded == NULL)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);
  knowledge = g_hash_table_lookup (loaded, quo_language_get_tag (language));
  if (knowledge == NULL)
    {
      knowledge = load_knowledge (quo_language_get_tag (language));
      g_hash_table_insert (loaded, (gpointer)g_intern_string (quo_language_get_tag (language)),
                           knowledge);
    }
  g_mutex_unlock (&mutex);
  return knowledge;
}

guint
quo_name_knowledge_get_kinds (const QuoNameKnowledge *knowledge, const char *folded, gsize len)
{
  guint kinds = GPOINTER_TO_UINT (g_hash_table_lookup (knowledge->words, folded));
  const char *hyphen = strrchr (folded, '-');

  if (hyphen != NULL)
    kinds |= GPOINTER_TO_UINT (g_hash_table_lookup (knowledge->words, hyphen + 1))
             & (QUO_NAME_WORD_ORGANIZATION | QUO_NAME_WORD_PLACE | QUO_NAME_WORD_EVENT);
  if (len < MIN_STEM || g_hash_table_size (knowledge->endings) == 0)
    return kinds;
  for (gsize at = len > MAX_ENDING + MIN_STEM ? len - MAX_ENDING : MIN_STEM; at < len; at++)
    if ((folded[at] & 0xc0) != 0x80)
      kinds |= GPOINTER_TO_UINT (g_hash_table_lookup (knowledge->endings, folded + at));
  return kinds;
}

GPtrArray *
quo_name_knowledge_list_bases (const QuoNameKnowledge *knowledge, const char *folded, gsize len)
{
  GPtrArray *bases = g_ptr_array_new_with_free_func (g_free);

  if (g_hash_table_size (knowledge->bases) == 0)
    return bases;
  for (gsize at = MIN (len, len > MAX_ENDING ? len - MAX_ENDING : MIN_STEM); at < len; at++)
    {
      char **endings = (folded[at] & 0xc0) != 0x80
                           ? g_hash_table_lookup (knowledge->bases, folded + at)
                           : NULL;

      for (guint i = 0; endings != NULL && endings[i] != NULL && bases->len < MAX_BASES; i++)
        g_ptr_array_add (bases, g_strdup_printf ("%.*s%s", (int)at, folded,
                                                 strcmp (endings[i], "-") == 0 ? "" : endings[i]));
    }
  return bases;
}

gboolean
quo_name_knowledge_is_no_name (const QuoNameKnowledge *knowledge, const char *folded)
{
  return (GPOINTER_TO_UINT (g_hash_table_lookup (knowledge->words, folded)) & QUO_NAME_WORD_OTHER)
         != 0;
}

gsize
quo_name_knowledge_measure_prefix (const QuoNameKnowledge *knowledge, const char *folded)
{
  char prefix[MAX_PREFIX + 1];
  gsize len = strlen (folded);

  if (g_hash_table_size (knowledge->prefixes) == 0)
    return 0;
  for (gsize n = MIN (len, MAX_PREFIX); n >= MIN_PREFIX; n--)
    {
      memcpy (prefix, folded, n);
      prefix[n] = '\0';
      if (g_hash_table_contains (knowledge->prefixes, prefix))
        return n;
    }
  return 0;
}

guint
quo_name_knowledge_get_ending (const QuoNameKnowledge *knowledge, const char *folded)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (knowledge->endings, folded));
}

gboolean
quo_name_knowledge_has_capital_calendar (const QuoNameKnowledge *knowledge)
{
  return knowledge->has_capital_calendar;
}

gboolean
quo_name_knowledge_has_small_bodies (const QuoNameKnowledge *knowledge)
{
  return knowledge->has_small_bodies;
}

gboolean
quo_name_knowledge_keeps_compounds (const QuoNameKnowledge *knowledge)
{
  return knowledge->keeps_compounds;
}

gboolean
quo_name_knowledge_has_marked_names (const QuoNameKnowledge *knowledge)
{
  return knowledge->has_marked_names;
}

gboolean
quo_name_knowledge_is_inflected (const QuoNameKnowledge *knowledge)
{
  return g_hash_table_size (knowledge->bases) > 4;
}

/* The length of the word without its ending: the longest one that is known and leaves a stem. */
static gsize
measure_stem (const QuoNameKnowledge *knowledge, const char *word, gsize len)
{
  char ending[MAX_ENDING + 1];

  for (gsize at = len > MAX_ENDING ? len - MAX_ENDING : MIN_STEM; at < len; at++)
    {
      if ((word[at] & 0xc0) == 0x80)
        continue;
      memcpy (ending, word + at, len - at);
      ending[len - at] = '\0';
      if (g_hash_table_contains (knowledge->bases, ending))
        return at;
    }
  return len;
}

void
quo_name_knowledge_strip (const QuoNameKnowledge *knowledge, char *folded)
{
  char *to = folded;

  if (!quo_name_knowledge_is_inflected (knowledge))
    return;
  for (const char *word = folded; *word != '\0';)
    {
      gsize len = strcspn (word, " ");
      gsize stem = measure_stem (knowledge, word, len);

      memmove (to, word, stem);
      to += stem;
      word += len;
      if (*word == ' ')
        *to++ = *word++;
    }
  *to = '\0';
}
