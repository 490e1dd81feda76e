/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-mention-genders.h"

/* The gender of a person is what most of the article says of them. A title tells of its own mention
 * alone where others of the same surname have another one: of "Miss Hale", "Mr. Hale" and "Edgar
 * Hale" the second one may be the third, but the first one is not, whatever the names proposed
 * before say. So first each name gets what is known of it, told apart by its first word, then the
 * names of one person what the others of them have. */

#define MIN_VOTES 2 /* pronouns behind a name that make it that of a woman or a man */
#define MAX_SHARE 4 /* of so many pronouns one may be another's */

/* What speaks for one name of a person, or for all of them. */
typedef struct
{
  guint n_told[QUO_GENDER_SEVERAL]; /* mentions whose words tell */
  guint n_votes[QUO_GENDER_SEVERAL];
  QuoGender given;   /* of mentions that are a given name alone; not known if others say more */
  gboolean has_full; /* somewhere more than one word stands for them */
} Known;

typedef struct
{
  const QuoSuggesting *run;
  const GArray *mentions;
  GHashTable *by_name, *by_person;
  guint32 *names; /* the key of each mention among those by name; 0: it has no gender to find */
} Finding;

static Known *
get_known (GHashTable *table, guint32 key)
{
  Known *known = g_hash_table_lookup (table, GUINT_TO_POINTER (key));

  if (known == NULL)
    {
      known = g_new0 (Known, 1);
      g_hash_table_insert (table, GUINT_TO_POINTER (key), known);
    }
  return known;
}

/* One person's names are told apart by their first word: Edgar, Edgar Hale, Hale. */
static guint32
hash_name (const Finding *finding, const QuoMention *mention)
{
  const QuoPassage *page = finding->run->page;
  guint32 end = mention->span.start;
  char word[QUO_FOLD_SIZE];

  while (end < mention->span.end && !g_unichar_isspace (quo_passage_get (page, end)))
    end++;
  quo_passage_fold (page, QUO_SPAN (mention->span.start, end), word);
  return (g_str_hash (word) * 31 + mention->person) | 1;
}

static gboolean
is_one (QuoGender gender)
{
  return gender == QUO_GENDER_MALE || gender == QUO_GENDER_FEMALE;
}

static gboolean
has_gender (const QuoMention *mention)
{
  return mention->is_pronoun || mention->kind == QUO_MENTION_PLAIN
         || mention->kind == QUO_MENTION_PERSON;
}

/* --- What is told --- */

/* Whether the person is called by a given name and nothing else. */
static void
read_given (Finding *finding, const QuoMention *mention)
{
  const QuoPassage *page = finding->run->page;
  Known *known = get_known (finding->by_person, mention->person);

  for (guint32 i = mention->span.start; i < mention->span.end && !known->has_full; i++)
    known->has_full = g_unichar_isspace (quo_passage_get (page, i));
  if (known->given == QUO_GENDER_UNKNOWN && !known->has_full)
    known->given = quo_gender_of_given_name (page, finding->run->language, mention->span);
}

/* What the own words of each mention say. */
static void
read_words (Finding *finding)
{
  for (guint i = 0; i < finding->mentions->len; i++)
    {
      QuoMention *mention = quo_mentions_get (finding->mentions, i);

      if (!has_gender (mention))
        continue;
      mention->gender
          = quo_gender_of_mention (finding->run->page, finding->run->language, mention->span);
      if (mention->is_pronoun)
        continue;
      finding->names[i] = hash_name (finding, mention);
      if (is_one (mention->gender))
        get_known (finding->by_name, finding->names[i])->n_told[mention->gender]++;
      read_given (finding, mention);
    }
}

/* "Tink rubbed an eye. She": a pronoun is likely to stand for the name with which the sentence or
 * the one before begins, or of who told something, if no other stands between them. */
static void
read_votes (Finding *finding)
{
  const QuoPassage *page = finding->run->page;
  guint name = G_MAXUINT;

  for (guint i = 0; i < finding->mentions->len; i++)
    {
      const QuoMention *mention = quo_mentions_get (finding->mentions, i);

      if (mention->is_quoted)
        continue;
      if (!mention->is_pronoun)
        name = mention->is_first || mention->is_telling ? i : G_MAXUINT;
      else if (name != G_MAXUINT && is_one (mention->gender))
        {
          const QuoMention *named = quo_mentions_get (finding->mentions, name);

          if (finding->names[name] != 0 && named->gender == QUO_GENDER_UNKNOWN
              && quo_passage_find_paragraph (page, named->span.start)
                     == quo_passage_find_paragraph (page, mention->span.start))
            get_known (finding->by_name, finding->names[name])->n_votes[mention->gender]++;
          name = G_MAXUINT;
        }
    }
}

/* --- What follows --- */

static QuoGender
choose (const Known *known)
{
  guint women = known->n_told[QUO_GENDER_FEMALE], men = known->n_told[QUO_GENDER_MALE];
  guint she = known->n_votes[QUO_GENDER_FEMALE], he = known->n_votes[QUO_GENDER_MALE];

  if (women > 0 && men == 0)
    return QUO_GENDER_FEMALE;
  if (men > 0 && women == 0)
    return QUO_GENDER_MALE;
  if (she >= MIN_VOTES && she >= MAX_SHARE * he)
    return QUO_GENDER_FEMALE;
  if (he >= MIN_VOTES && he >= MAX_SHARE * she)
    return QUO_GENDER_MALE;
  return women + men == 0 && !known->has_full ? known->given : QUO_GENDER_UNKNOWN;
}

/* Gives each mention what is known of its name. */
static void
settle_names (Finding *finding)
{
  for (guint i = 0; i < finding->mentions->len; i++)
    {
      QuoMention *mention = quo_mentions_get (finding->mentions, i);

      if (finding->names[i] == 0)
        continue;
      if (mention->gender == QUO_GENDER_UNKNOWN)
        mention->gender = choose (get_known (finding->by_name, finding->names[i]));
      if (is_one (mention->gender))
        get_known (finding->by_person, mention->person)->n_told[mention->gender]++;
    }
}

/* Of those of whose own name nothing is known the other names of the person tell; of whom there are
 * a woman and a man become two. */
static void
settle_persons (Finding *finding)
{
  for (guint i = 0; i < finding->mentions->len; i++)
    {
      QuoMention *mention = quo_mentions_get (finding->mentions, i);
      const Known *known;

      if (finding->names[i] == 0)
        continue;
      known = get_known (finding->by_person, mention->person);
      if (mention->gender == QUO_GENDER_UNKNOWN)
        mention->gender = choose (known);
      if (known->n_told[QUO_GENDER_FEMALE] > 0 && known->n_told[QUO_GENDER_MALE] > 0)
        mention->person += 2 * mention->gender;
    }
}

void
quo_mention_genders_find (const QuoSuggesting *run, const GArray *mentions)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) by_person = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autofree guint32 *names = g_new0 (guint32, mentions->len + 1);
  Finding finding = { run, mentions, by_name, by_person, names };

  read_words (&finding);
  read_votes (&finding);
  settle_names (&finding);
  settle_persons (&finding);
}
