/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The keys of somebody who asks for suggestions, knows what is right, and judges one after the
 * other in the order of the text with as few keys as the program allows: several at once where all
 * are right, a digit where only the label or the speaker is wrong, other borders (B, or steps of
 * one), else reject. Looking is reading: what stands on the page costs nothing, but to act on a
 * suggestion every one before it has to be accepted, rejected or skipped, each for its key. P is
 * one key for what is sure in the rest of a paragraph; the doubtful ones it leaves come again at
 * the end, and are judged only as long as one of them is of use.
 */
#include "quo-config.h"

#include "keys-count.h"

#include "quo-suggestion-verbs.h"

#include <string.h>

typedef struct
{
  QuoSession *session;
  GArray *all; /* of Gold */
  Keys *keys;
  const char *what; /* was done, for keys_tell() */
} Judge;

static void
settle (Judge *judge)
{
  while (quo_session_is_suggesting (judge->session))
    g_main_context_iteration (NULL, TRUE);
}

static QuoDocument *
get_document (const Judge *judge)
{
  return quo_session_get_document (judge->session);
}

static gboolean
is_stop (const QuoAnnotation *annotation)
{
  return annotation->status == QUO_STATUS_SUGGESTED && !quo_suggestion_is_helper (annotation);
}

static const QuoAnnotation *
get_current (const Judge *judge)
{
  const QuoAnnotation *selected = quo_session_get_selected (judge->session);

  return selected != NULL && is_stop (selected) ? selected : NULL;
}

/* The quote that shares at least half of the longer one; the name with this place. */
static Gold *
find_gold (const Judge *judge, const QuoAnnotation *annotation)
{
  gboolean is_quote = strcmp (annotation->type, "quote") == 0;
  QuoSpan hull = quo_annotation_get_hull (annotation);

  for (guint i = 0; i < judge->all->len; i++)
    {
      Gold *gold = &g_array_index (judge->all, Gold, i);
      gint64 shared = (gint64)MIN (hull.end, gold->span.end) - MAX (hull.start, gold->span.start);
      guint32 longer = MAX (hull.end - hull.start, gold->span.end - gold->span.start);

      if (gold->is_quote != is_quote)
        continue;
      if (is_quote ? shared * 2 >= longer && shared > 0 : quo_span_equal (hull, gold->span))
        return gold;
    }
  return NULL;
}

/* Whether the speaker that is suggested with the quote is the one of the gold. */
static gboolean
has_speaker (const Judge *judge, const QuoAnnotation *quote, const Gold *gold)
{
  const QuoRelation *relation
      = quo_document_find_relation (get_document (judge), "quotation", "quote", quote->base.id);
  const QuoRole *source = relation != NULL ? quo_relation_find_role (relation, "source") : NULL;
  const QuoAnnotation *mention
      = source != NULL ? quo_document_find_annotation (get_document (judge), source->members[0])
                       : NULL;
  const QuoText *text = quo_document_get_text (get_document (judge));
  g_autofree char *words = NULL;
  QuoCandidate candidate = { 0 };

  if (mention == NULL)
    return FALSE;
  words = quo_text_dup (text, mention->ranges[0]);
  candidate = (QuoCandidate){ .span = mention->ranges[0], .name = words };
  return keys_is_speaker (text, &candidate, gold->speaker);
}

static gboolean
is_right (const Judge *judge, const QuoAnnotation *annotation)
{
  const Gold *gold = find_gold (judge, annotation);

  if (gold == NULL)
    return FALSE;
  return gold->is_quote ? has_speaker (judge, annotation, gold)
                        : strcmp (gold->label, annotation->type) == 0;
}

/* Whether it is right, or near enough to be mended. */
static gboolean
is_of_use (const Judge *judge, const QuoAnnotation *annotation)
{
  QuoSpan hull = quo_annotation_get_hull (annotation);

  if (strcmp (annotation->type, "quote") == 0)
    return find_gold (judge, annotation) != NULL;
  for (guint i = 0; i < judge->all->len; i++)
    {
      const Gold *gold = &g_array_index (judge->all, Gold, i);

      if (!gold->is_quote && quo_span_overlaps (gold->span, hull)
          && !keys_is_tagged (judge->session, gold))
        return TRUE;
    }
  return FALSE;
}

/* --- How many at once --- */

static gboolean
is_same_name (const Judge *judge, const QuoAnnotation *a, const QuoAnnotation *b)
{
  const QuoText *text = quo_document_get_text (get_document (judge));
  g_autofree char *words = NULL;

  if (strcmp (a->type, b->type) != 0 || a->n_ranges != 1 || b->n_ranges != 1)
    return FALSE;
  if (a->n_entities > 0 && b->n_entities > 0)
    return strcmp (a->entities[0], b->entities[0]) == 0;
  words = quo_text_dup (text, a->ranges[0]);
  return quo_text_equals (text, b->ranges[0], words);
}

/* How many are right of those that one key would accept at @current; 0: one of them is wrong. */
static guint
count_right (const Judge *judge,
             gboolean (*is_meant) (const Judge *, const QuoAnnotation *, const QuoAnnotation *),
             const QuoAnnotation *current)
{
  GPtrArray *all = quo_document_get_records (get_document (judge), QUO_RECORD_ANNOTATION);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);

      if (!is_stop (annotation) || !is_meant (judge, annotation, current))
        continue;
      if (!is_right (judge, annotation))
        return 0;
      n++;
    }
  return n;
}

static gboolean
is_any (const Judge *judge, const QuoAnnotation *annotation, const QuoAnnotation *current)
{
  return TRUE;
}

static gboolean
is_in_rest (const Judge *judge, const QuoAnnotation *annotation, const QuoAnnotation *current)
{
  const QuoText *text = quo_document_get_text (get_document (judge));
  guint32 start = quo_annotation_get_hull (current).start;
  QuoSpan paragraph = quo_text_get_paragraph (text, start);
  guint32 here = quo_annotation_get_hull (annotation).start;

  /* P leaves what is doubtful. */
  return here >= start && here < paragraph.end
         && (annotation == current || g_ascii_strtod (annotation->conf, NULL) >= QUO_SESSION_SURE);
}

/* --- One after the other --- */

/* The quotes that are accepted now count. */
static void
count_quotes (Judge *judge)
{
  for (guint i = 0; i < judge->all->len; i++)
    {
      Gold *gold = &g_array_index (judge->all, Gold, i);

      if (gold->is_quote && !gold->is_counted && keys_is_done (judge->session, gold->span))
        {
          gold->is_counted = TRUE;
          judge->keys->n_quotes++;
        }
    }
}

/* Whether P would pass over more wrong suggestions in the rest of the paragraph than right ones. */
static gboolean
leaves_wrong (const Judge *judge, const QuoAnnotation *current)
{
  const QuoText *text = quo_document_get_text (get_document (judge));
  guint32 start = quo_annotation_get_hull (current).start;
  guint32 end = quo_text_get_paragraph (text, start).end;
  GPtrArray *all = quo_document_get_records (get_document (judge), QUO_RECORD_ANNOTATION);
  gint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);
      guint32 here = quo_annotation_get_hull (annotation).start;

      if (here > start && here < end && is_stop (annotation)
          && g_ascii_strtod (annotation->conf, NULL) < QUO_SESSION_SURE)
        n += is_of_use (judge, annotation) ? -1 : 1;
    }
  return n > 0;
}

static void
judge_right (Judge *judge)
{
  const QuoAnnotation *current = get_current (judge);
  gboolean can_leave = leaves_wrong (judge, current);
  guint n_all = count_right (judge, is_any, current);
  guint n_rest = count_right (judge, is_in_rest, current);
  guint n_name = count_right (judge, is_same_name, current);

  judge->keys->judge++;
  judge->what = n_all > 1                                                ? "accept-all"
                : n_rest + can_leave > 1 && n_rest + can_leave >= n_name ? "accept-paragraph"
                : n_name > 1                                             ? "accept-name"
                                                                         : "accept";
  if (n_all > 1)
    quo_session_accept_all (judge->session);
  else if (n_rest + can_leave > 1 && n_rest + can_leave >= n_name)
    quo_session_accept_paragraph (judge->session);
  else if (n_name > 1)
    quo_session_accept_name (judge->session);
  else
    quo_session_accept (judge->session);
}

/* More steps than this take longer than to select the words. */
#define MAX_STEPS 4

typedef enum
{
  WAY_END_ON,
  WAY_END_BACK,
  WAY_START_ON,
  WAY_START_BACK,
  WAY_OTHERS, /* B: the next likely borders */
  N_WAYS
} Way;

static gboolean
step (Judge *judge, Way way)
{
  static const gint words[][2] = { { FALSE, 1 }, { FALSE, -1 }, { TRUE, 1 }, { TRUE, -1 } };

  return way == WAY_OTHERS ? quo_session_change_borders (judge->session)
                           : quo_session_resize_word (judge->session, words[way][0], words[way][1]);
}

/* The steps of one key that lead to borders of the gold, and no more than @most; 0: none do.
 * Nothing is changed. */
static guint
count_steps (Judge *judge, Way way, guint most)
{
  guint n = 0, n_found = 0;

  while (n < most && n_found == 0 && step (judge, way))
    {
      const QuoAnnotation *selected = quo_session_get_selected (judge->session);

      n++;
      if (selected != NULL && find_gold (judge, selected) != NULL)
        n_found = n;
    }
  for (; n > 0; n--)
    quo_session_undo (judge->session);
  return n_found;
}

/* Steps of one border, or B, until it is right; 0: that is no way, and nothing is changed. */
static guint
mend_border (Judge *judge)
{
  guint least = 0;
  Way best = 0;

  for (Way way = 0; way < N_WAYS; way++)
    {
      guint n = count_steps (judge, way, least == 0 ? MAX_STEPS : least - 1);

      if (n > 0)
        {
          least = n;
          best = way;
        }
    }
  for (guint i = 0; i < least; i++)
    step (judge, best);
  return least;
}

static void
judge_quote (Judge *judge, const Gold *gold)
{
  judge->what = "speaker";
  judge->keys->judge += keys_link_speaker (judge->session, gold);
}

/* What stands in the rest of the paragraph after a name that was mended is all right: P takes it
 * from there. Else N goes on. */
static void
go_on_from_mended (Judge *judge)
{
  settle (judge);
  judge->keys->judge++;
  if (count_right (judge, is_in_rest, quo_session_get_selected (judge->session)) > 0)
    quo_session_accept_paragraph (judge->session);
  else
    quo_session_skip (judge->session);
}

static void
judge_name (Judge *judge, const Gold *gold)
{
  const QuoAnnotation *mended;
  guint n;

  if (gold != NULL) /* right but for its label: the digit goes on by itself */
    {
      judge->keys->judge++;
      judge->what = "label";
      quo_session_tag (judge->session, gold->label);
      return;
    }
  n = mend_border (judge);
  judge->what = n == 0 ? "reject" : "borders";
  if (n == 0)
    {
      judge->keys->judge++;
      quo_session_reject (judge->session);
      return;
    }
  mended = quo_session_get_selected (judge->session);
  judge->keys->judge += n;
  if (is_right (judge, mended))
    {
      go_on_from_mended (judge);
      return;
    }
  judge->keys->judge++; /* the digit goes on by itself */
  quo_session_tag (judge->session, find_gold (judge, mended)->label);
}

static void
judge_one (Judge *judge)
{
  const QuoAnnotation *current = get_current (judge);
  const QuoText *text = quo_document_get_text (get_document (judge));
  const Gold *gold = find_gold (judge, current);
  QuoSpan span = current->ranges[0];
  gboolean is_quote = strcmp (current->type, "quote") == 0;
  guint before = judge->keys->judge;

  if (is_right (judge, current))
    judge_right (judge);
  else if (is_quote && gold != NULL)
    judge_quote (judge, gold);
  else if (is_quote)
    {
      judge->what = "reject-quote";
      judge->keys->judge++;
      quo_session_reject (judge->session);
    }
  else
    judge_name (judge, gold);
  keys_tell (text, span, judge->what, judge->keys->judge - before);
  settle (judge);
  count_quotes (judge);
}

/* --- What was missed --- */

/* Whether a suggestion that is not judged yet may become it. */
static gboolean
is_touched (const Judge *judge, QuoSpan span)
{
  g_autoptr (GPtrArray) there
      = quo_span_index_list (quo_document_get_index (get_document (judge)), span);

  for (guint i = 0; i < there->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (there, i);

      if (is_stop (annotation) && strcmp (annotation->type, "quote") != 0)
        return TRUE;
    }
  return FALSE;
}

/* The last name before @offset that nobody has marked and nothing suggests; NULL: there is none. */
static const Gold *
find_missed (const Judge *judge, guint32 offset)
{
  const Gold *last = NULL;

  for (guint i = 0; i < judge->all->len; i++)
    {
      const Gold *gold = &g_array_index (judge->all, Gold, i);

      if (!gold->is_quote && gold->span.end <= offset && !keys_is_tagged (judge->session, gold)
          && !is_touched (judge, gold->span)
          && (last == NULL || gold->span.start > last->span.start))
        last = gold;
    }
  return last;
}

/* Marks the names that were passed on the way to the suggestion that is shown, the nearest first.
 * Shift+U comes back to it by itself; who walks there presses N. */
static void
mark_missed (Judge *judge)
{
  guint32 here = quo_annotation_get_hull (get_current (judge)).start;
  const Gold *missed;

  while ((missed = find_missed (judge, here)) != NULL)
    {
      keys_do_passed (judge->session, missed, judge->keys);
      settle (judge);
      if (get_current (judge) == NULL)
        {
          judge->keys->judge++;
          if (!quo_session_skip (judge->session))
            return;
        }
    }
}

/* Whether one of those that are left is of use. A person sees them on the page with their marks;
 * where all are wrong they stay as they are, for nothing that is suggested counts. */
static gboolean
has_use (const Judge *judge)
{
  GPtrArray *all = quo_document_get_records (get_document (judge), QUO_RECORD_ANNOTATION);

  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);

      if (is_stop (annotation) && is_of_use (judge, annotation))
        return TRUE;
    }
  return FALSE;
}

void
keys_judge_new (QuoSession *session, GArray *all, Keys *keys)
{
  Judge judge = { session, all, keys };

  settle (&judge);
  while (has_use (&judge))
    {
      if (get_current (&judge) == NULL)
        {
          if (!quo_session_skip (session))
            return;
          keys->judge++;
        }
      mark_missed (&judge);
      if (get_current (&judge) == NULL)
        return;
      judge_one (&judge);
    }
}

void
keys_judge (QuoSession *session, GArray *all, Keys *keys)
{
  Judge judge = { session, all, keys };

  keys->judge++;
  if (!quo_session_suggest (session))
    return;
  settle (&judge);
  keys_judge_new (session, all, keys);
}
