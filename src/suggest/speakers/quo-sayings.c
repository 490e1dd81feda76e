/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-dialogue-cast.h"
#include "quo-dialogue.h"
#include "quo-quote-narrative.h"
#include "quo-sayings.h"
#include "quo-speaker-choose.h"
#include "quo-vocative.h"

/* Quotes that wait for the end of their dialogue, and what is known of who speaks in each of its
 * paragraphs. */

#define QUO_STORY 0.5 /* how far a text must be a story for people to take turns in it surely */
#define SHORT_TEXT                                                                                 \
  20000            /* code points, up to which a text that is no story may have a dialogue         \
                    */
#define MIN_OPEN 5 /* turns of it of which nothing tells who speaks */
#define MAX_BETWEEN_TURNS 2 /* paragraphs from one turn of a dialogue to the next */
#define MAX_WAITING 64   /* quotes of a dialogue settled at once: what each waits with is large */
#define N_LAST 2         /* turns before these quotes that tell who takes the next one */
#define KEPT_TURNS 32    /* quotes before one that may tell who says it */
#define TALKED_OF (-0.7) /* that somebody named in a turn speaks in it */
#define TALKED_TO (-4.0) /* the same of who is spoken to */

/* A quote and who may have said it. */
typedef struct
{
  QuoRef quote;
  GArray *options; /* of QuoSpeakerOption */
  gint chosen;     /* index among them; -1: nobody */
  double score;
  guint turn; /* index among the turns */
} Saying;

/* Who spoke in a paragraph that is settled. */
typedef struct
{
  guint paragraph;
  guint32 person; /* 0: nobody is known to */
} Spoken;

struct _QuoSayings
{
  const QuoSuggesting *run;
  GArray *stretches, *mentions;
  GArray *turns;       /* of QuoSpeakerTurn: the quotes so far, the last ones of many */
  GArray *waiting;     /* of Saying: the quotes of the dialogue that is not over */
  Spoken last[N_LAST]; /* who spoke last in what is settled, the last one at the end */
  double narrative;
  QuoSayingsFunc func;
  gpointer user_data;
};

/* The sayings of one paragraph, or of one speaker in it: some that wait, next to each other. */
typedef struct
{
  guint first, end;
} Paragraph;

#define get_saying(sayings, i) (&g_array_index ((sayings)->waiting, Saying, (i)))
#define get_turn(sayings, i)                                                                       \
  (&g_array_index ((sayings)->turns, QuoSpeakerTurn, get_saying (sayings, i)->turn))

static void
clear_saying (gpointer data)
{
  g_array_unref (((Saying *)data)->options);
}

static void
clear_dialogue_turn (gpointer data)
{
  g_array_unref (((QuoDialogueTurn *)data)->choices);
  g_array_unref (((QuoDialogueTurn *)data)->named);
}

/* --- What a turn tells --- */

/* (element-type QuoDialogueChoice): who is named in the quotes of the paragraph. */
static GArray *
list_named (const QuoSayings *sayings, Paragraph paragraph)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (QuoDialogueChoice));
  guint32 start = get_turn (sayings, paragraph.first)->hull.start;
  guint32 end = get_turn (sayings, paragraph.end - 1)->hull.end;

  for (guint i = quo_mentions_find_first (sayings->mentions, start); i < sayings->mentions->len;
       i++)
    {
      const QuoMention *mention = quo_mentions_get (sayings->mentions, i);
      QuoDialogueChoice named = { mention->person, TALKED_OF };

      if (mention->span.start >= end)
        break;
      if (mention->is_pronoun || !mention->is_quoted)
        continue;
      if (quo_vocative_is_one (sayings->run->page, sayings->run->language, mention->span))
        named.score = TALKED_TO;
      g_array_append_val (list, named);
    }
  return list;
}

/* Whether nothing beside the quote says who speaks. */
static gboolean
is_open (const QuoSayings *sayings, guint i)
{
  const QuoPassage *page = sayings->run->page;
  QuoSpan paragraph = quo_passage_get_paragraph (page, get_turn (sayings, i)->paragraph);

  return quo_speaker_is_open (page, get_saying (sayings, i)->options, paragraph.start);
}

/* Whether the quote stands within the one before it: what somebody tells that somebody says. */
static gboolean
is_nested (const QuoSayings *sayings, guint i)
{
  return i > 0 && quo_span_contains (get_turn (sayings, i - 1)->hull, get_turn (sayings, i)->hull);
}

/* --- Pronouns --- */

/* The pronoun that says who speaks in the paragraph, "said she"; NULL: none does. */
static QuoMention *
find_vague (const QuoSayings *sayings, Paragraph paragraph)
{
  for (guint i = paragraph.first; i < paragraph.end; i++)
    {
      const Saying *saying = get_saying (sayings, i);
      gint m
          = saying->chosen >= 0 ? quo_options_get (saying->options, saying->chosen)->mention : -1;
      QuoMention *mention = m >= 0 ? quo_mentions_get (sayings->mentions, m) : NULL;

      if (is_open (sayings, i) || is_nested (sayings, i))
        continue;
      return mention != NULL && mention->is_pronoun && !mention->is_self
                     && (mention->gender == QUO_GENDER_MALE || mention->gender == QUO_GENDER_FEMALE)
                 ? mention
                 : NULL;
    }
  return NULL;
}

/* --- Turns --- */

/* Whether nothing but quotes stands in the paragraph. */
static gboolean
is_alone (const QuoSayings *sayings, Paragraph paragraph)
{
  const QuoPassage *page = sayings->run->page;
  QuoSpan whole = quo_passage_get_paragraph (page, get_turn (sayings, paragraph.first)->paragraph);
  guint32 at = whole.start;

  for (guint i = paragraph.first; i <= paragraph.end; i++)
    {
      QuoSpan hull
          = i < paragraph.end ? get_turn (sayings, i)->hull : QUO_SPAN (whole.end, whole.end);

      for (; at < hull.start; at++)
        if (quo_char_is_word (quo_passage_get (page, at)))
          return FALSE;
      at = MAX (at, hull.end);
    }
  return TRUE;
}

/* Who speaks in the paragraph by its own words: the speaker of the first quote of which something
 * beside it tells, else of the first one. *@ret_open: nothing tells. */
static guint32
find_own_speaker (const QuoSayings *sayings, Paragraph paragraph, gboolean *ret_open)
{
  *ret_open = FALSE;
  for (guint i = paragraph.first; i < paragraph.end; i++)
    if (!is_open (sayings, i) && !is_nested (sayings, i))
      return get_turn (sayings, i)->person;
  *ret_open = is_alone (sayings, paragraph);
  return get_turn (sayings, paragraph.first)->person;
}

static QuoDialogueTurn
read_turn (const QuoSayings *sayings, const GArray *cast, Paragraph paragraph)
{
  QuoDialogueTurn turn = { .paragraph = get_turn (sayings, paragraph.first)->paragraph };
  const QuoMention *pronoun = find_vague (sayings, paragraph);
  QuoDialogueChoice own = { find_own_speaker (sayings, paragraph, &turn.is_open), 0 };

  turn.is_vague = pronoun != NULL;
  turn.named = list_named (sayings, paragraph);
  if (turn.is_open)
    {
      turn.choices = quo_speaker_list_choices (sayings->run->weights, sayings->mentions,
                                               get_saying (sayings, paragraph.first)->options);
      return turn;
    }
  turn.choices = g_array_new (FALSE, FALSE, sizeof (QuoDialogueChoice));
  g_array_append_val (turn.choices, own);
  if (pronoun != NULL)
    quo_dialogue_add_antecedents (sayings->mentions, cast, pronoun, turn.choices);
  return turn;
}

/* The name that says who speaks in the quote; NULL: it is no name, or nothing does. */
static const QuoMention *
find_name (const QuoSayings *sayings, guint i)
{
  const Saying *saying = get_saying (sayings, i);
  gint m = saying->chosen >= 0 ? quo_options_get (saying->options, saying->chosen)->mention : -1;

  return m < 0 || is_open (sayings, i) || is_nested (sayings, i)
                 || quo_mentions_get (sayings->mentions, m)->is_pronoun
             ? NULL
             : quo_mentions_get (sayings->mentions, m);
}

/* “Wait,” said X, and Y cried, “Never!”: whether somebody else by name speaks in quote @i than in
 * those of its paragraph before it. */
static gboolean
is_answered (const QuoSayings *sayings, const Paragraph *before, guint i)
{
  const QuoMention *name = find_name (sayings, i);

  for (guint k = i; k > before->first && name != NULL; k--)
    {
      const QuoMention *other = find_name (sayings, k - 1);

      if (other != NULL)
        return other->person != name->person;
    }
  return FALSE;
}

/* (element-type Paragraph): the sayings that wait, by paragraphs and by who speaks in them. */
static GArray *
list_paragraphs (const QuoSayings *sayings)
{
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));

  for (guint i = 0; i < sayings->waiting->len; i++)
    {
      Paragraph paragraph = { i, i + 1 };
      Paragraph *last = i > 0 ? &g_array_index (paragraphs, Paragraph, paragraphs->len - 1) : NULL;

      if (last != NULL && get_turn (sayings, i)->paragraph == get_turn (sayings, i - 1)->paragraph
          && !is_answered (sayings, last, i))
        last->end++;
      else
        g_array_append_val (paragraphs, paragraph);
    }
  return paragraphs;
}

/* Makes the last name of the person before the quote, or in another turn, one of its options: they
 * were named farther away than is looked at where nothing is known of a dialogue. */
static void
add_option (const QuoSayings *sayings, const GArray *cast, Saying *saying, guint32 person)
{
  QuoSpeakerOption option = { .person = person, .mention = -1 };

  for (guint i = 0; i < cast->len && quo_span_is_empty (option.span); i++)
    if (quo_cast_get (cast, i)->person == person)
      {
        option.mention = (gint)quo_cast_get (cast, i)->last;
        option.span = quo_mentions_get (sayings->mentions, quo_cast_get (cast, i)->last)->span;
      }
  for (guint i = 0; i < sayings->waiting->len && quo_span_is_empty (option.span); i++)
    if (get_turn (sayings, i)->person == person)
      {
        option.mention = get_turn (sayings, i)->mention;
        option.span = get_turn (sayings, i)->span;
      }
  if (quo_span_is_empty (option.span))
    return;
  option.features[QUO_SPEAKER_LAST_TURN] = 1;
  saying->chosen = (gint)saying->options->len;
  g_array_append_val (saying->options, option);
}

/* Gives the quotes of the paragraph to whom the whole dialogue gives them. */
static void
take_turn (const QuoSayings *sayings, const GArray *cast, const QuoDialogueTurn *turn,
           Paragraph paragraph)
{
  QuoMention *pronoun = turn->is_vague ? find_vague (sayings, paragraph) : NULL;

  if (pronoun != NULL)
    quo_dialogue_settle_pronoun (sayings->mentions, cast, pronoun, turn->person);
  for (guint i = paragraph.first; i < paragraph.end && turn->is_open; i++)
    {
      Saying *saying = get_saying (sayings, i);

      if (is_nested (sayings, i))
        continue;
      saying->chosen = quo_speaker_choose_mention (sayings->run->weights, sayings->mentions,
                                                   saying->options, turn->person);
      if (saying->chosen < 0 && turn->person != 0)
        add_option (sayings, cast, saying, turn->person);
    }
}

/* Whether people take turns though the text is no story, or too short to tell: some do not say who
 * speaks, and the others are of two at least. */
static gboolean
are_turns (const GArray *turns)
{
  guint32 somebody = 0;
  gboolean are_two = FALSE;
  guint n_open = 0;

  for (guint i = 0; i < turns->len; i++)
    {
      const QuoDialogueTurn *turn = &g_array_index (turns, QuoDialogueTurn, i);
      guint32 person
          = turn->is_open ? 0 : g_array_index (turn->choices, QuoDialogueChoice, 0).person;

      n_open += turn->is_open;
      are_two |= person != 0 && somebody != 0 && person != somebody;
      somebody = person != 0 ? person : somebody;
    }
  return are_two && n_open >= MIN_OPEN;
}

/* Adds a turn of which it is known who speaks. */
static void
add_known_turn (GArray *turns, Spoken spoken)
{
  QuoDialogueTurn turn = { .paragraph = spoken.paragraph };
  QuoDialogueChoice choice = { spoken.person, 0 };

  turn.choices = g_array_new (FALSE, FALSE, sizeof (QuoDialogueChoice));
  turn.named = g_array_new (FALSE, FALSE, sizeof (QuoDialogueChoice));
  g_array_append_val (turn.choices, choice);
  g_array_append_val (turns, turn);
}

/* Begins with the last turns of what is settled, if the dialogue goes on from there: it was longer
 * than is looked at together. */
static void
add_last_turns (const QuoSayings *sayings, GArray *turns)
{
  guint first = get_turn (sayings, 0)->paragraph;

  for (guint i = 0; i < N_LAST; i++)
    if (sayings->last[i].person != 0
        && sayings->last[N_LAST - 1].paragraph + MAX_BETWEEN_TURNS >= first)
      add_known_turn (turns, sayings->last[i]);
}

static void
keep_last_turns (QuoSayings *sayings, const GArray *turns)
{
  for (guint i = 0; i < N_LAST; i++)
    {
      const QuoDialogueTurn *turn
          = turns->len + i >= N_LAST
                ? &g_array_index (turns, QuoDialogueTurn, turns->len + i - N_LAST)
                : NULL;

      sayings->last[i] = turn != NULL ? (Spoken){ turn->paragraph, turn->person } : (Spoken){ 0 };
    }
}

/* Who speaks in the dialogue of the sayings that wait. A quote that nobody answers is no dialogue.
 */
static void
settle (QuoSayings *sayings)
{
  g_autoptr (GArray) paragraphs = list_paragraphs (sayings);
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (QuoDialogueTurn));
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) cast = NULL;
  guint n_last;

  g_array_set_clear_func (turns, clear_dialogue_turn);
  if (paragraphs->len > 0)
    add_last_turns (sayings, turns);
  n_last = turns->len;
  if (n_last + paragraphs->len < 2)
    return;
  cast = quo_dialogue_list_cast (
      sayings->mentions, QUO_SPAN (get_turn (sayings, 0)->hull.start,
                                   get_turn (sayings, sayings->waiting->len - 1)->hull.end));
  for (guint i = 0; i < cast->len; i++)
    g_array_append_val (people, quo_cast_get (cast, i)->person);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      QuoDialogueTurn turn = read_turn (sayings, cast, g_array_index (paragraphs, Paragraph, i));

      g_array_append_val (turns, turn);
    }
  if (sayings->narrative < QUO_STORY && !are_turns (turns))
    return;
  quo_dialogue_settle (turns, people);
  for (guint i = 0; i < paragraphs->len; i++)
    take_turn (sayings, cast, &g_array_index (turns, QuoDialogueTurn, n_last + i),
               g_array_index (paragraphs, Paragraph, i));
  keep_last_turns (sayings, turns);
}

/* --- Adding --- */

static gboolean
has_dialogues (const QuoSayings *sayings)
{
  const QuoPassage *page = sayings->run->page;

  return sayings->narrative >= QUO_STORY || page->end - page->start < SHORT_TEXT;
}

/* Whether the dialogue before the quote of @turn has ended: too many paragraphs without speech lie
 * between, or it is as long as is looked at together. */
static gboolean
is_over (const QuoSayings *sayings, const QuoSpeakerTurn *turn)
{
  guint n = sayings->waiting->len;
  guint last = n > 0 ? get_turn (sayings, n - 1)->paragraph : turn->paragraph;

  return turn->paragraph > last + MAX_BETWEEN_TURNS || (n >= MAX_WAITING && turn->paragraph > last);
}

void
quo_sayings_add (QuoSayings *sayings, const QuoQuoteCandidate *candidate, QuoRef quote)
{
  const QuoSuggesting *run = sayings->run;
  QuoSpeakerTurn turn = quo_speaker_turn_begin (run, candidate);
  Saying saying = { .quote = quote };

  sayings->narrative = candidate->narrative;
  if (!has_dialogues (sayings) || is_over (sayings, &turn))
    quo_sayings_end (sayings);
  saying.turn = sayings->turns->len;
  saying.options = quo_speaker_options_find (run, sayings->stretches, sayings->mentions, candidate,
                                             sayings->turns);
  saying.chosen = quo_speaker_choose (run->weights, saying.options, &saying.score);
  if (saying.chosen >= 0)
    {
      const QuoSpeakerOption *option = quo_options_get (saying.options, saying.chosen);

      turn.person = option->person;
      turn.span = option->span;
      turn.mention = option->mention;
    }
  g_array_append_val (sayings->turns, turn);
  g_array_append_val (sayings->waiting, saying);
}

void
quo_sayings_end (QuoSayings *sayings)
{
  if (has_dialogues (sayings))
    settle (sayings);
  for (guint i = 0; i < sayings->waiting->len; i++)
    {
      const Saying *saying = get_saying (sayings, i);

      if (saying->chosen >= 0)
        sayings->func (saying->quote, quo_options_get (saying->options, saying->chosen),
                       saying->score, sayings->user_data);
    }
  g_array_set_size (sayings->waiting, 0);
  if (sayings->turns->len > 2 * KEPT_TURNS)
    g_array_remove_range (sayings->turns, 0, sayings->turns->len - KEPT_TURNS);
}

QuoSayings *
quo_sayings_new (const QuoSuggesting *run, GArray *stretches, GArray *mentions, QuoSayingsFunc func,
                 gpointer user_data)
{
  QuoSayings *sayings = g_new0 (QuoSayings, 1);

  sayings->run = run;
  sayings->stretches = stretches;
  sayings->mentions = mentions;
  sayings->turns = g_array_new (FALSE, FALSE, sizeof (QuoSpeakerTurn));
  sayings->waiting = g_array_new (FALSE, FALSE, sizeof (Saying));
  g_array_set_clear_func (sayings->waiting, clear_saying);
  sayings->func = func;
  sayings->user_data = user_data;
  return sayings;
}

void
quo_sayings_free (QuoSayings *sayings)
{
  g_array_unref (sayings->turns);
  g_array_unref (sayings->waiting);
  g_free (sayings);
}
