/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-dialogue.h"

/* Who speaks in the turns of a dialogue, as the best path through them (Viterbi): a state is who
 * speaks in a turn and who in the one before. The weights were tried on half of a corpus of novels
 * and by reading whole ones. */

#define MAX_CHOICES 10     /* of a turn */
#define MAX_OWN 6          /* of these, people whom the turn itself tells of */
#define REACH 6            /* turns to each side from which people come */
#define SPEAKS_NEAR (-0.7) /* the score of somebody who surely speaks in a turn near it */
#define IS_THERE (-2.5)    /* of somebody who is there */
#define SPOKE_BEFORE 0.8   /* that a pronoun stands for such a person */
#define SAME_AGAIN (-2.0)  /* that the last speaker goes on in a new paragraph */
#define TAKES_TURN 2.0     /* that the one before last speaks again */
#define CUED 0.2           /* how far SAME_AGAIN holds if both paragraphs say who speaks */
#define APART 0.4          /* how far these two hold if other paragraphs stand between the turns */

typedef struct
{
  GArray *turns;
  GArray **choices; /* of each turn */
  double *best;     /* of a turn, a choice of the one before and one of its own */
  guint8 *from;     /* the choice of two turns before that leads there */
} Path;

#define get_turn(turns, i) (&g_array_index ((turns), QuoDialogueTurn, (i)))
#define get_choice(choices, i) (&g_array_index ((choices), QuoDialogueChoice, (i)))

static guint
get_state (guint turn, guint before, guint here)
{
  return (turn * MAX_CHOICES + before) * MAX_CHOICES + here;
}

static gboolean
is_sure (const QuoDialogueTurn *turn)
{
  return !turn->is_open && !turn->is_vague;
}

/* --- Choices --- */

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const QuoDialogueChoice *x = a, *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return x->person < y->person ? -1 : x->person > y->person;
}

static void
add_choice (GArray *choices, guint32 person, double score)
{
  QuoDialogueChoice choice = { person, score };

  if (choices->len >= MAX_CHOICES)
    return;
  for (guint i = 0; i < choices->len; i++)
    if (get_choice (choices, i)->person == person)
      return;
  g_array_append_val (choices, choice);
}

/* People who surely speak in turns near @i, the nearest first. */
static void
add_speakers (GArray *choices, const GArray *turns, guint i)
{
  for (guint d = 1; d <= REACH; d++)
    {
      if (d <= i && is_sure (get_turn (turns, i - d)))
        add_choice (choices, get_choice (get_turn (turns, i - d)->choices, 0)->person, SPEAKS_NEAR);
      if (i + d < turns->len && is_sure (get_turn (turns, i + d)))
        add_choice (choices, get_choice (get_turn (turns, i + d)->choices, 0)->person, SPEAKS_NEAR);
    }
}

/* Whether @person surely speaks in a turn not long before @i. */
static gboolean
spoke_before (const GArray *turns, guint i, guint32 person)
{
  for (guint d = 1; d <= MIN (i, REACH); d++)
    if (is_sure (get_turn (turns, i - d))
        && get_choice (get_turn (turns, i - d)->choices, 0)->person == person)
      return TRUE;
  return FALSE;
}

/* What being named in the quotes of the turn says of @person. */
static double
weigh_named (const QuoDialogueTurn *turn, guint32 person)
{
  for (guint i = 0; i < turn->named->len; i++)
    if (get_choice (turn->named, i)->person == person)
      return get_choice (turn->named, i)->score;
  return 0;
}

static GArray *
list_choices (const GArray *turns, const GArray *cast, guint i)
{
  const QuoDialogueTurn *turn = get_turn (turns, i);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (QuoDialogueChoice));

  g_array_append_vals (list, turn->choices->data, turn->choices->len);
  g_array_sort (list, compare_choices);
  g_array_set_size (list, MIN (list->len, turn->is_open ? MAX_OWN : MAX_CHOICES));
  if (!turn->is_open)
    {
      for (guint c = 0; c < list->len && turn->is_vague; c++)
        if (spoke_before (turns, i, get_choice (list, c)->person))
          get_choice (list, c)->score += SPOKE_BEFORE;
      return list;
    }
  add_speakers (list, turns, i);
  for (guint c = 0; c < cast->len; c++)
    add_choice (list, g_array_index (cast, guint32, c), IS_THERE);
  for (guint c = 0; c < list->len; c++)
    get_choice (list, c)->score += weigh_named (turn, get_choice (list, c)->person);
  return list;
}

/* --- The path --- */

static guint32
get_person (const Path *path, guint turn, guint choice)
{
  return get_choice (path->choices[turn], choice)->person;
}

/* What speaks for one person speaking both in turn @i and @back turns before it. */
static double
weigh_same (const GArray *turns, guint i, guint back)
{
  const QuoDialogueTurn *turn = get_turn (turns, i), *other = get_turn (turns, i - back);
  gboolean is_close = other->paragraph + back >= turn->paragraph;

  if (is_sure (turn) && is_sure (other))
    return 0;
  if (back == 1 && !turn->is_open && !other->is_open)
    return SAME_AGAIN * CUED;
  return (back == 1 ? SAME_AGAIN : TAKES_TURN) * (is_close ? 1 : APART);
}

/* Finds the best way to the state of the choices @before and @here of turn @i. */
static void
step (Path *path, guint i, guint before, guint here)
{
  guint32 person = get_person (path, i, here);
  gboolean is_same = person != 0 && person == get_person (path, i - 1, before);
  guint n = i > 1 ? path->choices[i - 2]->len : 1;
  double best = -G_MAXDOUBLE;

  for (guint k = 0; k < n; k++)
    {
      double score = path->best[get_state (i - 1, k, before)];

      if (i > 1 && person != 0 && !is_same && person == get_person (path, i - 2, k))
        score += weigh_same (path->turns, i, 2);
      if (score <= best)
        continue;
      best = score;
      path->from[get_state (i, before, here)] = (guint8)k;
    }
  path->best[get_state (i, before, here)] = best + get_choice (path->choices[i], here)->score
                                            + (is_same ? weigh_same (path->turns, i, 1) : 0);
}

static void
walk (Path *path)
{
  for (guint here = 0; here < path->choices[0]->len; here++)
    path->best[get_state (0, 0, here)] = get_choice (path->choices[0], here)->score;
  for (guint i = 1; i < path->turns->len; i++)
    for (guint before = 0; before < path->choices[i - 1]->len; before++)
      for (guint here = 0; here < path->choices[i]->len; here++)
        step (path, i, before, here);
}

/* Goes back from the best last state. */
static void
take_best (Path *path)
{
  guint last = path->turns->len - 1, before = 0, here = 0;
  guint n = last > 0 ? path->choices[last - 1]->len : 1;

  for (guint b = 0; b < n; b++)
    for (guint h = 0; h < path->choices[last]->len; h++)
      if (path->best[get_state (last, b, h)] > path->best[get_state (last, before, here)])
        {
          before = b;
          here = h;
        }
  for (guint i = last + 1; i > 0; i--)
    {
      guint earlier = path->from[get_state (i - 1, before, here)];

      get_turn (path->turns, i - 1)->person = get_person (path, i - 1, here);
      here = before;
      before = earlier;
    }
}

void
quo_dialogue_settle (GArray *turns, const GArray *cast)
{
  gsize n_states = (gsize)turns->len * MAX_CHOICES * MAX_CHOICES;
  g_autofree GArray **choices = g_new (GArray *, turns->len);
  g_autofree double *best = g_new0 (double, n_states);
  g_autofree guint8 *from = g_new0 (guint8, n_states);
  Path path = { turns, choices, best, from };

  for (guint i = 0; i < turns->len; i++)
    choices[i] = list_choices (turns, cast, i);
  if (turns->len > 0)
    {
      walk (&path);
      take_best (&path);
    }
  for (guint i = 0; i < turns->len; i++)
    g_array_unref (choices[i]);
}
