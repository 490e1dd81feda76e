/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-language-file.h"

#include <string.h>

/* Languages are read when they are first asked for and then stay. Each is one hash table from a
 * word in lower case to the bits of QuoWordKind, so a look-up costs the same however long the lists
 * grow.
 */

#define MIN_STEM 2                  /* letters before an ending: сами is none */
#define DEFAULT_STOPWORD_SHARE 0.18 /* running text of most languages has 0.25 to 0.5 */

gsize
quo_word_fold (const gunichar *chars, guint n_chars, char buffer[QUO_FOLD_SIZE])
{
  gsize len = 0;

  buffer[0] = '\0';
  g_return_val_if_fail (n_chars <= G_MAXINT32, 0); /* an end before its start */
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

gsize
quo_word_fold_utf8 (const char *word, char buffer[QUO_FOLD_SIZE])
{
  g_autofree gunichar *chars = NULL;
  glong n_chars;

  chars = g_utf8_to_ucs4_fast (word, -1, &n_chars);
  return quo_word_fold (chars, n_chars, buffer);
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
      language = quo_language_load (tag);
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
      const char *ending = g_ptr_array_index (endings, i); /* from its last byte on */
      gsize n = 0;

      while (n < len && ending[n] != '\0' && ending[n] == word[len - 1 - n])
        n++;
      if (ending[n] == '\0')
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

static gboolean
is_adjective (const QuoLanguage *language, const char *word, gsize len)
{
  g_autofree char *own = g_strndup (word, len);

  return has_ending (language->adjective_endings, word, len)
         || (GPOINTER_TO_UINT (g_hash_table_lookup (language->words, own)) & QUO_WORD_ADJECTIVE);
}

/* Syrian-Iraqi: of two peoples or places. */
static gboolean
is_adjective_of_two (const QuoLanguage *language, const char *word, gsize len, const char *hyphen)
{
  return is_adjective (language, word, hyphen - word)
         && is_adjective (language, hyphen + 1, word + len - hyphen - 1);
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
  if (has_ending (language->adjective_endings, word, len)
      || (hyphen != NULL && is_adjective_of_two (language, word, len, hyphen)))
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
quo_language_has_free_order (const QuoLanguage *language)
{
  return quo_language_has_clause_comma (language) && !quo_language_has_capital_nouns (language)
         && quo_language_has_list (language, QUO_LIST_RELATIVES); /* Chinese has none */
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
quo_language_is_manner (const QuoLanguage *language, const char *word, gsize len)
{
  return has_ending (language->manner_endings, word, len)
         && !quo_language_lists (language, QUO_LIST_NO_MANNERS, word);
}

/* What stands behind a word such as "wa-" that is written together with the next one; else all. */
static const char *
skip_prefix (const QuoLanguage *language, const char *word)
{
  for (guint i = 0; i < language->prefixes->len; i++)
    {
      const char *prefix = g_ptr_array_index (language->prefixes, i);

      if (g_str_has_prefix (word, prefix))
        return word + strlen (prefix);
    }
  return word;
}

gboolean
quo_language_is_participle (const QuoLanguage *language, const char *word, gsize len)
{
  return has_ending (language->participle_endings, word, len)
         || quo_language_lists (language, QUO_LIST_PARTICIPLES, word)
         || quo_language_lists (language, QUO_LIST_PARTICIPLES, skip_prefix (language, word));
}

gboolean
quo_language_is_infinitive (const QuoLanguage *language, const char *word, gsize len)
{
  return has_ending (language->infinitive_endings, word, len);
}

gboolean
quo_language_is_bare_subject (const QuoLanguage *language, const char *word, gsize len)
{
  return language->bare_subject_endings->len == 0
         || has_ending (language->bare_subject_endings, word, len);
}

gboolean
quo_language_lists (const QuoLanguage *language, QuoWordList list, const char *words)
{
  return g_hash_table_contains (language->lists[list], words);
}

gboolean
quo_language_has_list (const QuoLanguage *language, QuoWordList list)
{
  return g_hash_table_size (language->lists[list]) > 0;
}

gboolean
quo_language_is_body_adjective (const QuoLanguage *language, const char *word, gsize len)
{
  return has_ending (language->body_adjective_endings, word, len);
}

gboolean
quo_language_is_subject_adjective (const QuoLanguage *language, const char *word, gsize len)
{
  return has_ending (language->subject_adjective_endings, word, len);
}

gboolean
quo_language_is_oblique_adjective (const QuoLanguage *language, const char *word, gsize len)
{
  return has_ending (language->oblique_adjective_endings, word, len);
}

gboolean
quo_language_is_oblique (const QuoLanguage *language, const char *word, gsize len, glong min)
{
  for (guint i = 0; i < language->oblique_endings->len; i++)
    {
      const char *ending = g_ptr_array_index (language->oblique_endings, i);

      if (g_str_has_suffix (word, ending) && g_utf8_strlen (ending, -1) >= min
          && g_utf8_strlen (word, len - strlen (ending)) >= MIN_STEM)
        return TRUE;
    }
  return FALSE;
}

gboolean
quo_language_is_addressing (const QuoLanguage *language, const char *word)
{
  return !quo_language_has_list (language, QUO_LIST_ADDRESSING)
         || quo_language_lists (language, QUO_LIST_ADDRESSING, word);
}

gboolean
quo_language_is_past (const QuoLanguage *language, const char *word, gsize len)
{
  return quo_language_lists (language, QUO_LIST_PAST, word)
         || has_ending (language->past_endings, word, len);
}

gboolean
quo_language_has_prefix (const QuoLanguage *language, const char *word)
{
  return g_hash_table_lookup (language->words, word) == NULL
         && get_kinds_after_prefix (language, word) != 0;
}

const GPtrArray *
quo_language_get_demands (const QuoLanguage *language, const char *word)
{
  const GPtrArray *openers = g_hash_table_lookup (language->demands, word);

  for (guint i = 0; openers == NULL && i < language->prefixes->len; i++)
    {
      const char *prefix = g_ptr_array_index (language->prefixes, i);

      if (g_str_has_prefix (word, prefix))
        openers = g_hash_table_lookup (language->demands, word + strlen (prefix));
    }
  return openers;
}

/* Whether @word is @pattern, of which each ? stands for a letter. */
static gboolean
fits (const char *pattern, const char *word)
{
  for (; *pattern != '\0' && *word != '\0'; word = g_utf8_next_char (word))
    {
      if (*pattern != '?' && g_utf8_get_char (pattern) != g_utf8_get_char (word))
        return FALSE;
      pattern = g_utf8_next_char (pattern);
    }
  return *pattern == '\0' && *word == '\0';
}

gboolean
quo_language_is_source_noun (const QuoLanguage *language, const char *preposition, const char *noun)
{
  gsize len = strlen (preposition);

  for (guint i = 0; i < language->source_nouns->len; i++)
    {
      const char *entry = g_ptr_array_index (language->source_nouns, i);

      if (strncmp (entry, preposition, len) == 0 && entry[len] == ' '
          && g_str_has_suffix (noun, entry + len + 1))
        return TRUE;
    }
  return FALSE;
}

gboolean
quo_language_is_deed (const QuoLanguage *language, const char *word)
{
  if (quo_language_lists (language, QUO_LIST_NO_DEEDS, word))
    return FALSE;
  for (guint i = 0; i < language->deeds->len; i++)
    if (fits (g_ptr_array_index (language->deeds, i), word))
      return TRUE;
  return FALSE;
}

gboolean
quo_language_takes_clause (const QuoLanguage *language, const char *word)
{
  return !quo_language_has_list (language, QUO_LIST_CLAUSE_VERBS)
         || quo_language_lists (language, QUO_LIST_CLAUSE_VERBS, word);
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
  gsize len = quo_word_fold_utf8 (word, folded);

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
