/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-language-file.h"

#include "quo-languages.h"

#include <string.h>

/* Reads a language out of the resource in the library, with what the person's own file of the same
 * name in the data folder adds to it, or out of that alone. Sections of a file are kinds; the keys
 * in a section are for readers of the file. */

#define RESOURCE_FOLDER "/io/github/quotidian/Quotidian/languages/"

static const struct
{
  const char *section;
  guint kind;
} sections[] = {
  { "saying", QUO_WORD_SAYING },
  { "saying-weak", QUO_WORD_SAYING_WEAK },
  { "source", QUO_WORD_SOURCE },
  { "source-own", QUO_WORD_SOURCE_OWN },
  { "source-after", QUO_WORD_SOURCE_AFTER },
  { "source-strict", QUO_WORD_SOURCE_STRICT },
  { "titles", QUO_WORD_TITLE },
  { "bodies", QUO_WORD_BODY },
  { "pronouns", QUO_WORD_PRONOUN },
  { "pronouns-self", QUO_WORD_SELF },
  { "joins", QUO_WORD_JOIN },
  { "adjectives", QUO_WORD_ADJECTIVE },
  { "before-places", QUO_WORD_BEFORE_PLACE },
  { "determiners", QUO_WORD_DETERMINER },
  { "particles", QUO_WORD_PARTICLE },
  { "particles-inner", QUO_WORD_PARTICLE_INNER },
  { "stopwords", QUO_WORD_STOPWORD },
  { "abbreviations", QUO_WORD_ABBREVIATION },
  { "calendar", QUO_WORD_CALENDAR },
  { "elisions", QUO_WORD_ELISION },
  { "nouns", QUO_WORD_NOUN },
  { "elided", QUO_WORD_ELIDED },
  { "links", QUO_WORD_LINK },
  { "clause-openers", QUO_WORD_OPENER },
  { "subjunctive", QUO_WORD_SUBJUNCTIVE },
  { "reporting", QUO_WORD_REPORTING },
  { "finite", QUO_WORD_FINITE },
  { "oblique", QUO_WORD_OBLIQUE },
  { "naming", QUO_WORD_NAMING },
  { "said-in", QUO_WORD_SAID_IN },
  { "as", QUO_WORD_AS },
};

/* Words of a gender, and how verbs end whose subject has it. */
static const struct
{
  QuoGender gender;
  const char *words, *verbs;
} genders[] = {
  { QUO_GENDER_FEMALE, "female", "female-verb-suffixes" },
  { QUO_GENDER_MALE, "male", "male-verb-suffixes" },
  { QUO_GENDER_SEVERAL, "several", "several-verb-suffixes" },
  { QUO_GENDER_THING, "thing", "thing-verb-suffixes" },
};

static void
phrase_free (QuoPhrase *phrase)
{
  g_strfreev (phrase->words);
  g_free (phrase);
}

static void
add_bits (QuoLanguage *language, const char *word, guint kinds)
{
  guint old = GPOINTER_TO_UINT (g_hash_table_lookup (language->words, word));

  g_hash_table_insert (language->words, g_strdup (word), GUINT_TO_POINTER (old | kinds));
}

static void
add_phrase (QuoLanguage *language, const char *folded, guint kinds)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GPtrArray *list = g_hash_table_lookup (language->phrases, words[0]);
  QuoPhrase *phrase = g_new0 (QuoPhrase, 1);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func ((GDestroyNotify)phrase_free);
      g_hash_table_insert (language->phrases, g_strdup (words[0]), list);
    }
  add_bits (language, words[0], QUO_WORD_PHRASE);
  phrase->kinds = kinds;
  phrase->n_words = g_strv_length (words);
  phrase->words = g_steal_pointer (&words);
  g_ptr_array_add (list, phrase);
}

static void
add_word (QuoLanguage *language, const char *word, guint kinds)
{
  char folded[QUO_FOLD_SIZE];

  if (quo_word_fold_utf8 (word, folded) == 0)
    return;
  if (strchr (folded, ' ') == NULL)
    add_bits (language, folded, kinds);
  quo_word_make_plain (folded);
  if (strchr (folded, ' ') != NULL)
    add_phrase (language, folded, kinds);
  else
    add_bits (language, folded, kinds);
}

/* Adds a word of a list as it is written and, if that is another one, plain. */
static void
add_listed (GPtrArray *list, const char *word)
{
  char *plain = g_strdup (word);

  g_ptr_array_add (list, g_strdup (word));
  quo_word_make_plain (plain);
  if (strcmp (plain, word) != 0)
    g_ptr_array_add (list, plain);
  else
    g_free (plain);
}

/* The lists by their sections. */
static const char *const list_sections[QUO_N_LISTS] = {
  [QUO_LIST_ABSOLUTE] = "absolute",
  [QUO_LIST_ACCUSING] = "accusing",
  [QUO_LIST_ADDRESSING] = "addressing",
  [QUO_LIST_AGENTS] = "agents",
  [QUO_LIST_AMOUNTS] = "amounts",
  [QUO_LIST_ASKED] = "asked",
  [QUO_LIST_UTTERANCES] = "utterances",
  [QUO_LIST_CLAUSE_VERBS] = "clause-verbs",
  [QUO_LIST_CONCESSIONS] = "concessions",
  [QUO_LIST_COUNTS] = "counts",
  [QUO_LIST_DEED_LINKS] = "deed-links",
  [QUO_LIST_DEMAND_LINKS] = "demand-links",
  [QUO_LIST_DEMAND_NOUNS] = "demand-nouns",
  [QUO_LIST_DEMAND_PARTICLES] = "demand-particles",
  [QUO_LIST_ENDEARING] = "endearing",
  [QUO_LIST_FIRST_PERSON] = "first-person",
  [QUO_LIST_HEARD_BY] = "heard-by",
  [QUO_LIST_HEARD_CASES] = "heard-cases",
  [QUO_LIST_HEARD_PAPERS] = "heard-papers",
  [QUO_LIST_HEARERS] = "hearers",
  [QUO_LIST_NEGATIONS] = "negations",
  [QUO_LIST_IMPERSONAL] = "impersonal",
  [QUO_LIST_NO_DEEDS] = "no-deeds",
  [QUO_LIST_NO_MANNERS] = "no-manners",
  [QUO_LIST_OCCASIONS] = "occasions",
  [QUO_LIST_OWNERS] = "owners",
  [QUO_LIST_PARTICIPLES] = "participles",
  [QUO_LIST_PAPERS] = "papers",
  [QUO_LIST_PASSIVE] = "passive",
  [QUO_LIST_PAST] = "past",
  [QUO_LIST_POINTS_BACK] = "points-back",
  [QUO_LIST_PRIVY] = "privy",
  [QUO_LIST_QUESTIONS] = "questions",
  [QUO_LIST_RELAYED_FROM] = "relayed-from",
  [QUO_LIST_RELAYING] = "relaying",
  [QUO_LIST_RELATIVES] = "relatives",
  [QUO_LIST_SELF_LINKS] = "self-links",
  [QUO_LIST_TEXTS] = "texts",
  [QUO_LIST_TITLED] = "titled",
  [QUO_LIST_TOLD] = "told",
  [QUO_LIST_TOLD_PAPERS] = "told-papers",
  [QUO_LIST_TURNS_AWAY] = "turns-away",
  [QUO_LIST_UNSAYING] = "unsaying",
};

/* Calls back for each word of a section, whatever its keys are. */
static void
read_section (QuoLanguage *language, GKeyFile *file, const char *section, guint kind,
              GPtrArray *endings)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, section, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_key_file_get_string_list (file, section, keys[i], NULL, NULL);

      for (guint j = 0; words != NULL && words[j] != NULL; j++)
        if (endings != NULL)
          add_listed (endings, words[j]);
        else
          add_word (language, g_strstrip (words[j]), kind);
    }
}

/* Endings are kept from their last letter on, as they are compared with words. */
static void
read_endings (QuoLanguage *language, GKeyFile *file, const char *section, GPtrArray *endings)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  read_section (language, file, section, 0, words);
  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (endings, g_strreverse (g_strdup (g_ptr_array_index (words, i))));
}

/* Each key is a preposition, the words behind it are endings of the nouns that it makes a source
 * of.
 */
static void
read_source_nouns (QuoLanguage *language, GKeyFile *file)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, "source-nouns", NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_key_file_get_string_list (file, "source-nouns", keys[i], NULL, NULL);

      for (guint j = 0; words != NULL && words[j] != NULL; j++)
        g_ptr_array_add (language->source_nouns, g_strconcat (keys[i], " ", words[j], NULL));
    }
}

static void
read_lists (QuoLanguage *language, GKeyFile *file)
{
  for (guint list = 0; list < QUO_N_LISTS; list++)
    {
      g_autoptr (GPtrArray) words = g_ptr_array_new ();

      read_section (language, file, list_sections[list], 0, words);
      for (guint i = 0; i < words->len; i++)
        g_hash_table_add (language->lists[list], g_ptr_array_index (words, i));
    }
}

static void
add_demand (QuoLanguage *language, const char *word, const GPtrArray *openers)
{
  GPtrArray *list = g_hash_table_lookup (language->demands, word);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (language->demands, g_strdup (word), list);
    }
  for (guint i = 0; i < openers->len; i++)
    g_ptr_array_add (list, g_strdup (g_ptr_array_index (openers, i)));
}

/* Each key opens what the words behind it demand. */
static void
read_demands (QuoLanguage *language, GKeyFile *file)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, "demands", NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_auto (GStrv) listed = g_key_file_get_string_list (file, "demands", keys[i], NULL, NULL);
      g_autoptr (GPtrArray) openers = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

      add_listed (openers, keys[i]);
      for (guint j = 0; listed != NULL && listed[j] != NULL; j++)
        add_listed (words, listed[j]);
      for (guint j = 0; j < words->len; j++)
        add_demand (language, g_ptr_array_index (words, j), openers);
    }
}

static void
read_genders (QuoLanguage *language, GKeyFile *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (genders); i++)
    {
      g_autoptr (GPtrArray) words = g_ptr_array_new ();

      read_section (language, file, genders[i].words, 0, words);
      for (guint k = 0; k < words->len; k++)
        g_hash_table_insert (language->genders, g_ptr_array_index (words, k),
                             GUINT_TO_POINTER (genders[i].gender));
      read_section (language, file, genders[i].verbs, 0, language->verb_endings[genders[i].gender]);
    }
  read_endings (language, file, "female-title-suffixes", language->female_title_endings);
  read_endings (language, file, "female-name-suffixes", language->female_name_endings);
}

static void
read_options (QuoLanguage *language, GKeyFile *file)
{
  g_autofree char *dash = g_key_file_get_string (file, "language", "quote-dash", NULL);
  double share = g_key_file_get_double (file, "language", "stopword-share", NULL);

  if (g_strcmp0 (dash, "any") == 0)
    language->dash = QUO_DASH_ANY;
  else if (g_strcmp0 (dash, "em") == 0)
    language->dash = QUO_DASH_EM;
  else if (dash != NULL)
    language->dash = QUO_DASH_NONE;
  if (g_key_file_has_key (file, "language", "dash-resumes", NULL))
    language->dash_resumes = g_key_file_get_boolean (file, "language", "dash-resumes", NULL);
  if (g_key_file_has_key (file, "language", "dash-bounds", NULL))
    language->dash_bounds = g_key_file_get_boolean (file, "language", "dash-bounds", NULL);
  if (g_key_file_has_key (file, "language", "opener-needed", NULL))
    language->needs_opener = g_key_file_get_boolean (file, "language", "opener-needed", NULL);
  if (g_key_file_has_key (file, "language", "clause-comma", NULL))
    language->has_clause_comma = g_key_file_get_boolean (file, "language", "clause-comma", NULL);
  if (g_key_file_has_key (file, "language", "capitalised-nouns", NULL))
    language->has_capital_nouns
        = g_key_file_get_boolean (file, "language", "capitalised-nouns", NULL);
  if (g_key_file_has_key (file, "language", "subject-after", NULL))
    language->has_subject_after = g_key_file_get_boolean (file, "language", "subject-after", NULL);
  if (share > 0)
    language->stopword_share = share;
  if (g_key_file_has_group (file, "elisions"))
    language->has_elisions = TRUE;
  if (g_key_file_has_group (file, "female-name-suffixes"))
    language->has_inflected_names = TRUE;
}

static void
read_file (QuoLanguage *language, GKeyFile *file)
{
  read_options (language, file);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    read_section (language, file, sections[i].section, sections[i].kind, NULL);
  read_endings (language, file, "title-suffixes", language->title_endings);
  read_endings (language, file, "noun-suffixes", language->noun_endings);
  read_endings (language, file, "adjective-suffixes", language->adjective_endings);
  read_endings (language, file, "manner-suffixes", language->manner_endings);
  read_endings (language, file, "participle-suffixes", language->participle_endings);
  read_endings (language, file, "body-adjective-suffixes", language->body_adjective_endings);
  read_endings (language, file, "subject-adjective-suffixes", language->subject_adjective_endings);
  read_endings (language, file, "oblique-adjective-suffixes", language->oblique_adjective_endings);
  read_section (language, file, "oblique-suffixes", 0, language->oblique_endings);
  read_endings (language, file, "past-suffixes", language->past_endings);
  read_endings (language, file, "infinitive-suffixes", language->infinitive_endings);
  read_endings (language, file, "bare-subject-suffixes", language->bare_subject_endings);
  read_section (language, file, "deeds", 0, language->deeds);
  read_section (language, file, "prefixes", 0, language->prefixes);
  read_lists (language, file);
  read_demands (language, file);
  read_source_nouns (language, file);
  read_genders (language, file);
}

/* (transfer full): where a person's own files are. */
static char *
make_own_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "quotidian", "languages", NULL);
}

/* (transfer full) (nullable): the person's own file for the language. */
static GKeyFile *
load_own_file (const char *tag)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = make_own_folder ();
  g_autofree char *name = g_strconcat (tag, ".ini", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error))
    return g_steal_pointer (&file);
  if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_message ("%s: %s", path, error->message);
  return NULL;
}

static QuoLanguage *
make_language (const char *tag)
{
  QuoLanguage *language = g_new0 (QuoLanguage, 1);

  language->tag = g_strdup (tag);
  language->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  language->phrases
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  for (guint list = 0; list < QUO_N_LISTS; list++)
    language->lists[list] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  language->title_endings = g_ptr_array_new_with_free_func (g_free);
  language->noun_endings = g_ptr_array_new_with_free_func (g_free);
  language->adjective_endings = g_ptr_array_new_with_free_func (g_free);
  language->manner_endings = g_ptr_array_new_with_free_func (g_free);
  language->participle_endings = g_ptr_array_new_with_free_func (g_free);
  language->body_adjective_endings = g_ptr_array_new_with_free_func (g_free);
  language->past_endings = g_ptr_array_new_with_free_func (g_free);
  language->subject_adjective_endings = g_ptr_array_new_with_free_func (g_free);
  language->oblique_adjective_endings = g_ptr_array_new_with_free_func (g_free);
  language->oblique_endings = g_ptr_array_new_with_free_func (g_free);
  language->infinitive_endings = g_ptr_array_new_with_free_func (g_free);
  language->bare_subject_endings = g_ptr_array_new_with_free_func (g_free);
  language->deeds = g_ptr_array_new_with_free_func (g_free);
  language->source_nouns = g_ptr_array_new_with_free_func (g_free);
  language->demands
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  language->prefixes = g_ptr_array_new_with_free_func (g_free);
  language->genders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < QUO_N_GENDERS; i++)
    language->verb_endings[i] = g_ptr_array_new_with_free_func (g_free);
  language->female_title_endings = g_ptr_array_new_with_free_func (g_free);
  language->female_name_endings = g_ptr_array_new_with_free_func (g_free);
  return language;
}

/* What stands beside the files of languages, and is for all of them. */
static gboolean
is_of_all (const char *name)
{
  return strcmp (name, "weights.ini") == 0 || strcmp (name, "names.ini") == 0;
}

/* The language of a file of this name, if it is one. */
static void
add_tag (GPtrArray *tags, const char *name)
{
  const char *end = strstr (name, ".ini");

  if (end != NULL && end[4] == '\0' && end > name && !is_of_all (name))
    g_ptr_array_add (tags, g_strndup (name, (gsize)(end - name)));
}

GPtrArray *
quo_language_list_tags (void)
{
  GPtrArray *tags = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) names = g_resource_enumerate_children (
      quo_languages_get_resource (), RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *folder = make_own_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    add_tag (tags, names[i]);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    add_tag (tags, name);
  return tags;
}

QuoLanguage *
quo_language_load (const char *tag)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GKeyFile) own = load_own_file (tag);
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, tag, ".ini", NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (quo_languages_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  QuoLanguage *language;

  if (bytes == NULL && own == NULL)
    return NULL;
  language = make_language (tag);
  if (bytes != NULL && !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    g_assert_not_reached (); /* a file of our own; the tests load each of them */
  if (bytes != NULL)
    read_file (language, file);
  if (own != NULL)
    read_file (language, own);
  return language;
}
