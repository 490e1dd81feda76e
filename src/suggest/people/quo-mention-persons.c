/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-mention-genders.h"
#include "quo-mention-persons.h"

/* Who is who among the mentions of an article: the same name is the same person unless it is a
 * woman once and a man once, and a pronoun is the nearest name before it that it may stand for. */

#define MAX_ANTECEDENT 1200  /* code points from a pronoun back to its name */
#define APPOSED 2            /* of these, for what is surely said of a name: Paul Greer, who */
#define MAX_ANTECEDENTS 12   /* names looked at on the way */
#define PRICE_OF_UNKNOWN 200 /* code points that one of the same gender may be farther away */
#define PRICE_OF_OBJECT 100  /* the same of who begins a sentence, or tells something */

guint32
quo_mention_persons_hash (const QuoPassage *page, QuoSpan span)
{
  guint32 start = span.end;
  char word[QUO_FOLD_SIZE];

  while (start > span.start && !g_unichar_isspace (quo_passage_get (page, start - 1)))
    start--;
  quo_passage_fold (page, QUO_SPAN (start, span.end), word);
  return g_str_hash (word) | 1;
}

static guint32
hash_person (const QuoSuggesting *run, const QuoMention *mention)
{
  const char *entity = quo_strings_get (run->strings, mention->entity);

  return entity != NULL ? g_str_hash (entity) | 1
                        : quo_mention_persons_hash (run->page, mention->span);
}

static gboolean
is_group (const QuoMention *pronoun)
{
  return pronoun->gender == QUO_GENDER_SEVERAL || pronoun->gender == QUO_GENDER_THING;
}

/* Whether the pronoun may stand for it: "they" for a body, too, "he" for nobody but a person. */
static gboolean
is_antecedent (const QuoMention *mention, const QuoMention *pronoun)
{
  if (mention->is_pronoun || mention->is_quoted
      || quo_genders_clash (mention->gender, pronoun->gender))
    return FALSE;
  return mention->kind == QUO_MENTION_PLAIN || mention->kind == QUO_MENTION_PERSON
         || (is_group (pronoun) && mention->kind == QUO_MENTION_ORGANIZATION);
}

/* Where names are inflected a form of a man's name may be that of a woman, and men win: Синицына is
 * the genitive of Синицын. */
static void
find_inflected_genders (const QuoSuggesting *run, const GArray *mentions)
{
  g_autoptr (GHashTable) by_person = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      QuoMention *mention = quo_mentions_get (mentions, i);
      gpointer key = GUINT_TO_POINTER (mention->person);

      if (!mention->is_pronoun && mention->kind != QUO_MENTION_PLAIN
          && mention->kind != QUO_MENTION_PERSON)
        continue;
      mention->gender = quo_gender_of_mention (run->page, run->language, mention->span);
      if (!mention->is_pronoun && mention->gender != QUO_GENDER_UNKNOWN
          && GPOINTER_TO_UINT (g_hash_table_lookup (by_person, key)) != QUO_GENDER_MALE)
        g_hash_table_insert (by_person, key, GUINT_TO_POINTER (mention->gender));
    }
  for (guint i = 0; i < mentions->len; i++)
    {
      QuoMention *mention = quo_mentions_get (mentions, i);

      if (!mention->is_pronoun)
        mention->gender = GPOINTER_TO_UINT (
            g_hash_table_lookup (by_person, GUINT_TO_POINTER (mention->person)));
    }
}

/* The same pronoun before it, of which we know whom it means. */
static gboolean
goes_on (const QuoMention *mention, const QuoMention *pronoun)
{
  return mention->is_pronoun && !mention->is_self && !mention->is_quoted && mention->person != 0
         && mention->gender == pronoun->gender && pronoun->gender != QUO_GENDER_UNKNOWN
         && !is_group (pronoun);
}

/* The name that the pronoun @i stands for, or a pronoun that stands for it; NULL: none is near.
 * @is_ordered: the subject stands before its verb, so that who begins a sentence is one, and is
 * spoken of further rather than somebody else in it. */
static const QuoMention *
find_antecedent (const GArray *mentions, gboolean is_ordered, guint i)
{
  const QuoMention *pronoun = quo_mentions_get (mentions, i), *found = NULL;
  guint32 least = MAX_ANTECEDENT;
  guint n = 0;

  for (guint k = i; k > 0 && n < MAX_ANTECEDENTS; k--)
    {
      const QuoMention *mention = quo_mentions_get (mentions, k - 1);
      guint32 price = pronoun->span.start - MIN (pronoun->span.start, mention->span.end);

      if (price >= least)
        break;
      if (goes_on (mention, pronoun) && price < least)
        return mention;
      if (!is_antecedent (mention, pronoun))
        continue;
      n++;
      if (price <= APPOSED)
        return mention;
      if (mention->gender == QUO_GENDER_UNKNOWN && pronoun->gender != QUO_GENDER_UNKNOWN
          && !is_group (pronoun))
        price += PRICE_OF_UNKNOWN;
      if (is_ordered && !mention->is_first && !mention->is_telling)
        price += PRICE_OF_OBJECT;
      if (price < least)
        {
          least = price;
          found = mention;
        }
    }
  return found;
}

static void
name_persons (const QuoSuggesting *run, const GArray *mentions)
{
  gboolean is_ordered = !quo_language_has_inflected_names (run->language)
                        && !quo_language_has_capital_nouns (run->language)
                        && !quo_language_has_subject_after (run->language);

  for (guint i = 0; i < mentions->len; i++)
    {
      QuoMention *mention = quo_mentions_get (mentions, i);

      if (!mention->is_pronoun)
        mention->person = hash_person (run, mention);
      else if (mention->is_self)
        mention->person = 2;
    }
  if (quo_language_has_inflected_names (run->language))
    find_inflected_genders (run, mentions);
  else
    quo_mention_genders_find (run, mentions);
  for (guint i = 0; i < mentions->len; i++)
    {
      QuoMention *mention = quo_mentions_get (mentions, i);
      const QuoMention *antecedent = mention->is_pronoun && !mention->is_self
                                         ? find_antecedent (mentions, is_ordered, i)
                                         : NULL;

      if (antecedent == NULL)
        continue;
      mention->person = antecedent->person;
      mention->entity = is_group (mention) ? 0 : antecedent->entity;
    }
}

static void
count_names (const GArray *mentions)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const QuoMention *mention = quo_mentions_get (mentions, i);
      gpointer key = GUINT_TO_POINTER (mention->person);

      if (!mention->is_pronoun)
        g_hash_table_insert (
            counts, key,
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  for (guint i = 0; i < mentions->len; i++)
    {
      QuoMention *mention = quo_mentions_get (mentions, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (mention->person)));

      mention->n_named = (guint8)MIN (n, G_MAXUINT8);
    }
}

void
quo_mention_persons_find (const QuoSuggesting *run, GArray *mentions)
{
  name_persons (run, mentions);
  count_names (mentions);
}
