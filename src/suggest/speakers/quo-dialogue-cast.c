/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-dialogue-cast.h"

#include "quo-dialogue.h"

/* Who is there in a dialogue, and whom of them a pronoun beside a verb of saying may mean. */

#define REACH 2000         /* code points before a dialogue in which its people are named */
#define OWN_ANTECEDENT 1.0 /* that a pronoun stands for the name before it */
#define OTHER_ANTECEDENT (-0.5)

static QuoCastMember *
find_member (const GArray *cast, guint32 person)
{
  for (guint i = 0; i < cast->len; i++)
    if (quo_cast_get (cast, i)->person == person)
      return quo_cast_get (cast, i);
  return NULL;
}

GArray *
quo_dialogue_list_cast (const GArray *mentions, QuoSpan span)
{
  GArray *cast = g_array_new (FALSE, FALSE, sizeof (QuoCastMember));

  for (guint i = quo_mentions_find_first (mentions, span.end); i > 0; i--)
    {
      const QuoMention *mention = quo_mentions_get (mentions, i - 1);
      QuoCastMember member = { mention->person, i - 1, i - 1 }, *known;

      if (mention->span.end + REACH < span.start)
        break;
      if (mention->is_quoted || mention->is_pronoun || mention->kind != QUO_MENTION_PERSON)
        continue;
      known = find_member (cast, mention->person);
      if (known != NULL)
        known->first = i - 1;
      else
        g_array_append_val (cast, member);
    }
  return cast;
}

void
quo_dialogue_add_antecedents (const GArray *mentions, const GArray *cast, const QuoMention *pronoun,
                              GArray *choices)
{
  if (pronoun->person != 0)
    g_array_index (choices, QuoDialogueChoice, 0).score = OWN_ANTECEDENT;
  for (guint i = 0; i < cast->len; i++)
    {
      const QuoMention *first = quo_mentions_get (mentions, quo_cast_get (cast, i)->first);
      QuoDialogueChoice choice = { first->person, OTHER_ANTECEDENT };

      if (first->person != pronoun->person && first->gender == pronoun->gender
          && first->span.start < pronoun->span.start)
        g_array_append_val (choices, choice);
    }
}

void
quo_dialogue_settle_pronoun (const GArray *mentions, const GArray *cast, QuoMention *pronoun,
                             guint32 person)
{
  const QuoCastMember *member = find_member (cast, person);

  if (member == NULL || pronoun->person == person)
    return;
  pronoun->person = person;
  pronoun->entity = quo_mentions_get (mentions, member->last)->entity;
}
