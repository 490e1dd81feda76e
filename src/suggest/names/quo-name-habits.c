/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-name-habits.h"

#include "quo-name-knowledge.h"
#include "quo-name-runs.h"

/* Counts names that have their titles, and their article, inside and outside. Invariant: keys of
 * `types` are interned. */

typedef struct
{
  guint n_inside, n_outside;
} Count;

typedef struct
{
  Count titles, articles;
} Habits;

struct _QuoNameHabits
{
  GHashTable *types; /* id of a label to Habits */
};

QuoNameHabits *
quo_name_habits_new (void)
{
  QuoNameHabits *habits = g_new0 (QuoNameHabits, 1);

  habits->types = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return habits;
}

void
quo_name_habits_free (QuoNameHabits *habits)
{
  g_hash_table_unref (habits->types);
  g_free (habits);
}

/* The habits of a label, made if needed. */
static Habits *
get_habits (QuoNameHabits *habits, const char *type)
{
  const char *key = g_intern_string (type);
  Habits *own = g_hash_table_lookup (habits->types, key);

  if (own == NULL)
    {
      own = g_new0 (Habits, 1);
      g_hash_table_insert (habits->types, (gpointer)key, own);
    }
  return own;
}

/* A word of a title with a capital; of "Prime Minister" the second as well. */
static gboolean
is_title (const QuoReading *reading, gint i)
{
  const QuoToken *token = quo_reading_get (reading, i);

  return token != NULL && (token->shape & QUO_SHAPE_CAPITAL)
         && (token->kinds & (QUO_WORD_TITLE | QUO_WORD_REST));
}

static gboolean
is_article (const QuoReading *reading, gint i)
{
  const QuoToken *token = quo_reading_get (reading, i);
  char word[QUO_FOLD_SIZE];
  gsize len = token != NULL ? quo_token_fold (reading->page, token, word) : 0;

  return len > 0
         && (quo_name_knowledge_get_kinds (quo_name_knowledge_get (reading->language), word, len)
             & QUO_NAME_WORD_ARTICLE);
}

/* The first token of the titles before token @i; @i if there are none. */
static gint
skip_titles (const QuoReading *reading, gint i)
{
  while (is_title (reading, i - 1) && quo_reading_is_joined (reading, i - 1))
    i--;
  return i;
}

static gboolean
follows_article (const QuoReading *reading, gint i)
{
  return is_article (reading, i - 1) && quo_reading_is_joined (reading, i - 1);
}

void
quo_name_habits_note (QuoNameHabits *habits, const QuoText *text, const QuoLanguage *language,
                      const char *type, QuoSpan span)
{
  QuoReading reading;
  Habits *own;
  gint i;

  quo_reading_init (&reading, text, language, span.start);
  i = quo_tokens_find (reading.tokens, span.start);
  /* A title alone, or an article alone, is another thing. */
  if (i >= 0 && quo_reading_get (&reading, i)->span.start == span.start)
    {
      gboolean has_more = quo_reading_get (&reading, i)->span.end < span.end;

      own = get_habits (habits, type);
      own->titles.n_inside += has_more && is_title (&reading, i);
      own->titles.n_outside += skip_titles (&reading, i) < i;
      own->articles.n_inside += has_more && is_article (&reading, i);
      own->articles.n_outside += follows_article (&reading, i);
    }
  quo_reading_clear (&reading);
}

void
quo_name_habits_add (QuoNameHabits *habits, const QuoNameHabits *other)
{
  GHashTableIter iter;
  gpointer type, value;

  g_hash_table_iter_init (&iter, other->types);
  while (g_hash_table_iter_next (&iter, &type, &value))
    {
      const Habits *from = value;
      Habits *own = get_habits (habits, type);

      own->titles.n_inside += from->titles.n_inside;
      own->titles.n_outside += from->titles.n_outside;
      own->articles.n_inside += from->articles.n_inside;
      own->articles.n_outside += from->articles.n_outside;
    }
}

QuoSpan
quo_name_habits_apply (const QuoNameHabits *habits, const QuoText *text,
                       const QuoLanguage *language, const char *type, QuoSpan span)
{
  const Habits *own = g_hash_table_lookup (habits->types, g_intern_string (type));
  gboolean takes_titles = own != NULL && own->titles.n_inside > own->titles.n_outside;
  gboolean takes_articles = own != NULL && own->articles.n_inside > own->articles.n_outside;
  gboolean leaves_articles = own != NULL && own->articles.n_inside < own->articles.n_outside;
  QuoReading reading;
  gint i;

  if (!takes_titles && !takes_articles && !leaves_articles)
    return span;
  quo_reading_init (&reading, text, language, span.start);
  i = quo_tokens_find (reading.tokens, span.start);
  if (i >= 0 && quo_reading_get (&reading, i)->span.start == span.start)
    {
      if (takes_titles)
        i = skip_titles (&reading, i);
      if (takes_articles && follows_article (&reading, i))
        i--;
      else if (leaves_articles && is_article (&reading, i)
               && quo_reading_get (&reading, i)->span.end < span.end)
        i++;
      span.start = quo_reading_get (&reading, i)->span.start;
    }
  quo_reading_clear (&reading);
  return span;
}
