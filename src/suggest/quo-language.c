/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-language.h"
#include "quo-word-kinds.h"

#include "quo-languages.h"

#include <string.h>

/* Languages are read when they are first asked for and then stay: out of the resource in the
 * library, with what the person's own file of the same name in the data folder adds to it.
 *
 * Each is one hash table from a word in lower case to the bits of QuoWordKind, so a look-up costs
 * the same however long the lists grow. Sections of a file are kinds; the keys in a section are for
 * readers of the file. */

#define DEFAULT_STOPWORD_SHARE 0.18 /* running text of most languages has 0.25 to 0.5 */
#define RESOURCE_FOLDER "/io/github/quotidian/Quotidian/languages/"

struct _QuoLanguage
{
  char *tag;
  GHashTable *words;        /* of char * to bits */
  GHashTable *phrases;      /* of first word to GPtrArray of QuoPhrase */
  GPtrArray *title_endings; /* of char * */
  GPtrArray *noun_endings;
  GPtrArray *adjective_endings;
  GPtrArray *participle_endings;
  GPtrArray *relatives;
  GPtrArray *counts;
  GPtrArray *clause_verbs;
  GPtrArray *prefixes;
  GHashTable *genders; /* of char * to QuoGender */
  GPtrArray *verb_endings[QUO_N_GENDERS];
  GPtrArray *female_title_endings;
  GPtrArray *female_name_endings;
  QuoDashStyle dash;
  gboolean dash_resumes;
  gboolean dash_bounds;
  gboolean has_clause_comma;
  gboolean needs_opener;
  gboolean has_capital_nouns;
  gboolean has_subject_after;
  gboolean has_elisions;
  gboolean has_inflected_names;
  double stopword_share;
};

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

gsize
quo_word_fold (const gunichar *chars, guint n_chars, char buffer[QUO_FOLD_SIZE])
{
  gsize len = 0;

  for (guint i = 0; i < n_chars && len + 7 < QUO_FOLD_SIZE; i++)
    {
      gunichar c = chars[i];

      if (c < 128)
        {
          buffer[len++] = g_ascii_tolower ((gchar)c);
          continue;
        }
      c = c == 0x2019 || c == 0x02bc ? '\'' : g_unichar_tolower (c);
      len += g_unichar_to_utf8 (c, buffer + len);
    }
  buffer[len] = '\0';
  return len;
}

static gsize
fold_utf8 (const char *word, char buffer[QUO_FOLD_SIZE])
{
  g_autofree gunichar *chars = NULL;
  glong n_chars;

  chars = g_utf8_to_ucs4_fast (word, -1, &n_chars);
  return quo_word_fold (chars, n_chars, buffer);
}

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

  if (fold_utf8 (word, folded) == 0)
    return;
  if (strchr (folded, ' ') != NULL)
    add_phrase (language, folded, kinds);
  else
    add_bits (language, folded, kinds);
}

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
          g_ptr_array_add (endings, g_strdup (words[j]));
        else
          add_word (language, g_strstrip (words[j]), kind);
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
  read_section (language, file, "female-title-suffixes", 0, language->female_title_endings);
  read_section (language, file, "female-name-suffixes", 0, language->female_name_endings);
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
  read_section (language, file, "title-suffixes", 0, language->title_endings);
  read_section (language, file, "noun-suffixes", 0, language->noun_endings);
  read_section (language, file, "adjective-suffixes", 0, language->adjective_endings);
  read_section (language, file, "participle-suffixes", 0, language->participle_endings);
  read_section (language, file, "relatives", 0, language->relatives);
  read_section (language, file, "counts", 0, language->counts);
  read_section (language, file, "clause-verbs", 0, language->clause_verbs);
  read_section (language, file, "prefixes", 0, language->prefixes);
  read_genders (language, file);
}

static void
read_own_file (QuoLanguage *language)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat (language->tag, ".ini", NULL);
  g_autofree char *path
      = g_build_filename (g_get_user_data_dir (), "quotidian", "languages", name, NULL);

  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error))
    read_file (language, file);
  else if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_message ("%s: %s", path, error->message);
}

static QuoLanguage *
load_language (const char *tag)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, tag, ".ini", NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (quo_languages_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  QuoLanguage *language;

  if (bytes == NULL)
    return NULL;
  language = g_new0 (QuoLanguage, 1);
  language->tag = g_strdup (tag);
  language->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  language->phrases
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  language->title_endings = g_ptr_array_new_with_free_func (g_free);
  language->noun_endings = g_ptr_array_new_with_free_func (g_free);
  language->adjective_endings = g_ptr_array_new_with_free_func (g_free);
  language->participle_endings = g_ptr_array_new_with_free_func (g_free);
  language->relatives = g_ptr_array_new_with_free_func (g_free);
  language->counts = g_ptr_array_new_with_free_func (g_free);
  language->clause_verbs = g_ptr_array_new_with_free_func (g_free);
  language->prefixes = g_ptr_array_new_with_free_func (g_free);
  language->genders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < QUO_N_GENDERS; i++)
    language->verb_endings[i] = g_ptr_array_new_with_free_func (g_free);
  language->female_title_endings = g_ptr_array_new_with_free_func (g_free);
  language->female_name_endings = g_ptr_array_new_with_free_func (g_free);
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    g_assert_not_reached (); /* a file of our own; the tests load each of them */
  read_file (language, file);
  read_own_file (language);
  return language;
}

/* Borrowed, or NULL if there is no such file. Found and missing ones alike are remembered. */
static const QuoLanguage *
find_language (const char *tag)
{
  static GMutex mutex;
  static GHashTable *loaded;
  gpointer language;

  g_mutex_lock (&mutex);
  if (loaded == NULL)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (loaded, tag, NULL, &language))
    {
      language = load_language (tag);
      g_hash_table_insert (loaded, g_strdup (tag), language);
    }
  g_mutex_unlock (&mutex);
  return language;
}

const QuoLanguage *
quo_language_get (const char *tag)
{
  const QuoLanguage *language = NULL;
  char primary[9] = "";

  for (gsize i = 0; tag != NULL && g_ascii_isalpha (tag[i]) && i + 1 < sizeof primary; i++)
    primary[i] = g_ascii_tolower (tag[i]);
  if (primary[0] != '\0')
    language = find_language (primary);
  return language != NULL ? language : find_language ("en");
}

const char *
quo_language_get_tag (const QuoLanguage *language)
{
  return language->tag;
}

static gboolean
has_ending (const GPtrArray *endings, const char *word, gsize len)
{
  for (guint i = 0; i < endings->len; i++)
    {
      const char *ending = g_ptr_array_index (endings, i);
      gsize ending_len = strlen (ending);

      if (len >= ending_len && memcmp (word + len - ending_len, ending, ending_len) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The bits of what follows a word such as "wa-" that is written together with the next one. */
static guint
get_kinds_after_prefix (const QuoLanguage *language, const char *word)
{
  for (guint i = 0; i < language->prefixes->len; i++)
    {
      const char *prefix = g_ptr_array_index (language->prefixes, i);

      if (g_str_has_prefix (word, prefix))
        return GPOINTER_TO_UINT (g_hash_table_lookup (language->words, word + strlen (prefix)));
    }
  return 0;
}

guint
quo_language_get_kinds (const QuoLanguage *language, const char *word, gsize len)
{
  guint kinds = GPOINTER_TO_UINT (g_hash_table_lookup (language->words, word));
  const char *hyphen;

  if (kinds == 0)
    kinds = get_kinds_after_prefix (language, word);
  if (kinds & (QUO_WORD_TITLE | QUO_WORD_STOPWORD | QUO_WORD_ANY_SAYING))
    return kinds;
  hyphen = strrchr (word, '-');
  if (hyphen != NULL)
    kinds |= QUO_WORD_TITLE & GPOINTER_TO_UINT (g_hash_table_lookup (language->words, hyphen + 1));
  if (has_ending (language->title_endings, word, len))
    kinds |= QUO_WORD_TITLE;
  else if (has_ending (language->noun_endings, word, len))
    kinds |= QUO_WORD_NOUN;
  if (has_ending (language->adjective_endings, word, len))
    kinds |= QUO_WORD_ADJECTIVE;
  return kinds;
}

const GPtrArray *
quo_language_get_phrases (const QuoLanguage *language, const char *word)
{
  return g_hash_table_lookup (language->phrases, word);
}

QuoDashStyle
quo_language_get_dash (const QuoLanguage *language)
{
  return language->dash;
}

gboolean
quo_language_dash_resumes (const QuoLanguage *language)
{
  return language->dash_resumes;
}

gboolean
quo_language_dash_bounds (const QuoLanguage *language)
{
  return language->dash_bounds;
}

gboolean
quo_language_has_clause_comma (const QuoLanguage *language)
{
  return language->has_clause_comma;
}

gboolean
quo_language_needs_opener (const QuoLanguage *language)
{
  return language->needs_opener;
}

gboolean
quo_language_has_capital_nouns (const QuoLanguage *language)
{
  return language->has_capital_nouns;
}

gboolean
quo_language_has_subject_after (const QuoLanguage *language)
{
  return language->has_subject_after;
}

double
quo_language_get_stopword_share (const QuoLanguage *language)
{
  return language->stopword_share > 0 ? language->stopword_share : DEFAULT_STOPWORD_SHARE;
}

gboolean
quo_language_has_elisions (const QuoLanguage *language)
{
  return language->has_elisions;
}

gboolean
quo_language_is_participle (const QuoLanguage *language, const char *word, gsize len)
{
  return has_ending (language->participle_endings, word, len);
}

static gboolean
is_listed (const GPtrArray *words, const char *word)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *)words, word, g_str_equal, NULL);
}

gboolean
quo_language_is_relative (const QuoLanguage *language, const char *word)
{
  return is_listed (language->relatives, word);
}

gboolean
quo_language_is_count (const QuoLanguage *language, const char *word)
{
  return is_listed (language->counts, word);
}

gboolean
quo_language_takes_clause (const QuoLanguage *language, const char *word)
{
  return language->clause_verbs->len == 0 || is_listed (language->clause_verbs, word);
}

QuoGender
quo_language_get_gender (const QuoLanguage *language, const char *word, gsize len)
{
  QuoGender gender = GPOINTER_TO_UINT (g_hash_table_lookup (language->genders, word));

  if (gender == QUO_GENDER_UNKNOWN && has_ending (language->female_title_endings, word, len)
      && (quo_language_get_kinds (language, word, len) & QUO_WORD_TITLE))
    return QUO_GENDER_FEMALE;
  return gender;
}

/* The longest ending counts: -la of řekla before -l and -a. */
QuoGender
quo_language_get_verb_gender (const QuoLanguage *language, const char *word, gsize len)
{
  QuoGender found = QUO_GENDER_UNKNOWN;
  gsize longest = 0;

  for (guint gender = 0; gender < QUO_N_GENDERS; gender++)
    for (guint i = 0; i < language->verb_endings[gender]->len; i++)
      {
        const char *ending = g_ptr_array_index (language->verb_endings[gender], i);

        if (strlen (ending) > longest && g_str_has_suffix (word, ending))
          {
            longest = strlen (ending);
            found = gender;
          }
      }
  return found;
}

gboolean
quo_language_has_inflected_names (const QuoLanguage *language)
{
  return language->has_inflected_names;
}

gboolean
quo_language_is_female_name (const QuoLanguage *language, const char *word, gsize len)
{
  return has_ending (language->female_name_endings, word, len);
}

static gboolean
is_kind (const QuoLanguage *language, const char *word, guint kinds)
{
  char folded[QUO_FOLD_SIZE];
  gsize len = fold_utf8 (word, folded);

  return (quo_language_get_kinds (language, folded, len) & kinds) != 0;
}

gboolean
quo_language_is_saying (const QuoLanguage *language, const char *word)
{
  return is_kind (language, word, QUO_WORD_ANY_SAYING);
}

gboolean
quo_language_is_title (const QuoLanguage *language, const char *word)
{
  return is_kind (language, word, QUO_WORD_TITLE);
}

gboolean
quo_language_is_pronoun (const QuoLanguage *language, const char *word)
{
  return is_kind (language, word, QUO_WORD_PRONOUN);
}

gboolean
quo_language_is_particle (const QuoLanguage *language, const char *word)
{
  return is_kind (language, word, QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER);
}

gboolean
quo_language_is_stopword (const QuoLanguage *language, const char *word)
{
  return is_kind (language, word, QUO_WORD_STOPWORD);
}
