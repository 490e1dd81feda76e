/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-training.h"

#include "quo-learner.h"
#include "quo-quote-candidates.h"
#include "quo-speaker-options.h"
#include "quo-tagset-file.h"

#include <string.h>

/* Turns annotated articles into examples: the same candidates and options that a suggestion is made
 * from, with what people have said of them. */

static const double strengths[QUO_N_MODELS] = {
  [QUO_MODEL_MARKS] = 1.0,
  [QUO_MODEL_CLAUSE] = 2.0,
  [QUO_MODEL_SPEAKER] = 4.0,
};

struct _QuoTraining
{
  QuoExamples *examples[QUO_N_MODELS];
  guint n_articles;
};

typedef struct
{
  QuoTraining *training;
  QuoSnapshot *snapshot;
  QuoSuggesting *run;
  GPtrArray *quotes; /* of QuoAnnotation */
  gboolean is_whole; /* what is not marked is no quote */
} Article;

QuoTraining *
quo_training_new (void)
{
  QuoTraining *training = g_new0 (QuoTraining, 1);

  for (guint model = 0; model < QUO_N_MODELS; model++)
    training->examples[model] = quo_examples_new (quo_model_get_n_features (model));
  return training;
}

void
quo_training_free (QuoTraining *training)
{
  for (guint model = 0; model < QUO_N_MODELS; model++)
    quo_examples_free (training->examples[model]);
  g_free (training);
}

guint
quo_training_get_n_articles (const QuoTraining *training)
{
  return training->n_articles;
}

/* --- What people have said --- */

static void
list_quotes (Article *article)
{
  for (guint i = 0; i < quo_snapshot_count (article->snapshot, QUO_RECORD_ANNOTATION); i++)
    {
      const QuoAnnotation *annotation = quo_snapshot_get_annotation (article->snapshot, i);

      if (!annotation->is_orphan
          && quo_tagset_get_kind (article->run->tagset, annotation->type) == QUO_LABEL_QUOTE)
        g_ptr_array_add (article->quotes, (gpointer)annotation);
    }
}

static gboolean
is_finished (const QuoSnapshot *snapshot)
{
  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_LAYER); i++)
    {
      const char *state = quo_snapshot_get_layer (snapshot, i)->state;

      if (state != NULL && strcmp (state, "open") != 0)
        return TRUE;
    }
  return FALSE;
}

static QuoSpan
trim (const QuoPassage *page, QuoSpan span)
{
  while (span.start < span.end && !quo_char_is_word (quo_passage_get (page, span.start)))
    span.start++;
  while (span.end > span.start && !quo_char_is_word (quo_passage_get (page, span.end - 1)))
    span.end--;
  return span;
}

/* Whether they share at least half of the longer one. */
static gboolean
is_same (const QuoPassage *page, const QuoSpan *a, guint n_a, const QuoSpan *b, guint n_b)
{
  guint32 shared = 0, length_a = 0, length_b = 0;

  for (guint i = 0; i < n_a; i++)
    {
      QuoSpan x = trim (page, a[i]);

      length_a += x.end - x.start;
      for (guint k = 0; k < n_b; k++)
        {
          QuoSpan y = trim (page, b[k]);

          length_b += i == 0 ? y.end - y.start : 0;
          if (quo_span_overlaps (x, y))
            shared += MIN (x.end, y.end) - MAX (x.start, y.start);
        }
    }
  return shared > 0 && 2 * shared >= MAX (length_a, length_b);
}

/* The quote that the sidecar has in this place, or NULL: an accepted one before others. */
static const QuoAnnotation *
find_quote (const Article *article, const QuoQuoteCandidate *candidate)
{
  const QuoAnnotation *found = NULL;

  for (guint i = 0; i < article->quotes->len; i++)
    {
      const QuoAnnotation *quote = g_ptr_array_index (article->quotes, i);

      if (!is_same (article->run->page, quote->ranges, quote->n_ranges, candidate->parts,
                    candidate->n_parts))
        continue;
      if (quo_status_is_accepted (quote->status))
        return quote;
      found = quote;
    }
  return found;
}

/* --- Speakers --- */

/* The first member in the source role of the quote; *ret_is_linked: whether it has a quotation. */
static const char *
find_source (const Article *article, const QuoAnnotation *quote)
{
  for (guint i = 0; i < quo_snapshot_count (article->snapshot, QUO_RECORD_RELATION); i++)
    {
      const QuoRelation *relation = quo_snapshot_get_relation (article->snapshot, i);
      const QuoRole *quotes = quo_relation_find_role (relation, "quote");
      const QuoRole *sources = quo_relation_find_role (relation, "source");

      if (quo_status_is_accepted (relation->status) && quotes != NULL && sources != NULL
          && quo_role_has (quotes, quote->base.id))
        return sources->members[0];
    }
  return NULL;
}

/* Whether the two have the last word of the shorter one in common. */
static gboolean
is_same_mention (const QuoPassage *page, QuoSpan a, QuoSpan b)
{
  QuoSpan shorter = a.end - a.start <= b.end - b.start ? a : b;
  QuoSpan longer = a.end - a.start <= b.end - b.start ? b : a;
  guint32 head = shorter.end;

  while (head > shorter.start && !g_unichar_isspace (quo_passage_get (page, head - 1)))
    head--;
  return quo_span_overlaps (QUO_SPAN (head, shorter.end), longer);
}

/* Whether the option is the source: the same words, or another mention of the same entity. */
static gboolean
is_source (const Article *article, QuoSpan span, const char *source)
{
  const QuoRecord *record = quo_snapshot_find (article->snapshot, source);
  const QuoAnnotation *mention = (const QuoAnnotation *)record;
  const char *entity = source;

  if (record != NULL && record->kind == QUO_RECORD_ANNOTATION)
    {
      if (is_same_mention (article->run->page, span, mention->ranges[0]))
        return TRUE;
      entity = mention->n_entities > 0 ? mention->entities[0] : NULL;
    }
  for (guint i = 0;
       entity != NULL && i < quo_snapshot_count (article->snapshot, QUO_RECORD_ANNOTATION); i++)
    {
      const QuoAnnotation *other = quo_snapshot_get_annotation (article->snapshot, i);

      if (quo_status_is_accepted (other->status) && quo_annotation_has_entity (other, entity)
          && quo_span_equal (other->ranges[0], span))
        return TRUE;
    }
  return FALSE;
}

static void
add_speaker (Article *article, GArray *stretches, const GArray *mentions, GArray *turns,
             const QuoQuoteCandidate *candidate, const QuoAnnotation *quote)
{
  const char *source = find_source (article, quote);
  g_autoptr (GArray) options
      = quo_speaker_options_find (article->run, stretches, mentions, candidate, turns);
  QuoExamples *examples = article->training->examples[QUO_MODEL_SPEAKER];
  QuoSpeakerTurn turn = quo_speaker_turn_begin (article->run, candidate);

  if (source == NULL && !article->is_whole)
    return;
  quo_examples_begin (examples, TRUE, source == NULL, 1);
  for (guint i = 0; i < options->len; i++)
    {
      const QuoSpeakerOption *option = quo_options_get (options, i);
      gboolean is_right = source != NULL && is_source (article, option->span, source);

      quo_examples_add (examples, option->features, is_right);
      if (is_right && turn.person == 0)
        {
          turn.person = option->person;
          turn.span = option->span;
          turn.mention = option->mention;
        }
    }
  g_array_append_val (turns, turn);
}

/* --- All of an article --- */

static void
add_candidate (Article *article, const QuoQuoteCandidate *candidate, const QuoAnnotation *quote)
{
  QuoExamples *examples = article->training->examples[candidate->model];
  gboolean is_right = quote != NULL && quo_status_is_accepted (quote->status);

  if (quote != NULL ? quote->status == QUO_STATUS_SUGGESTED : !article->is_whole)
    return;
  quo_examples_begin (examples, TRUE, !is_right, 1);
  quo_examples_add (examples, candidate->features, is_right);
}

static void
add_article (Article *article)
{
  g_autoptr (GArray) stretches
      = quo_stretches_read (quo_suggesting_read_page (article->run), article->run->language);
  g_autoptr (GArray) candidates
      = quo_quote_candidates_find (article->run->page, stretches, article->run->language, NULL);
  g_autoptr (GArray) mentions = quo_mentions_find (article->run, stretches);
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (QuoSpeakerTurn));

  for (guint i = 0; i < candidates->len; i++)
    {
      const QuoQuoteCandidate *candidate = quo_candidates_get (candidates, i);
      const QuoAnnotation *quote = find_quote (article, candidate);

      add_candidate (article, candidate, quote);
      if (quote != NULL && quo_status_is_accepted (quote->status))
        add_speaker (article, stretches, mentions, turns, candidate, quote);
    }
}

/* Whether somebody has accepted or rejected a quote, or marked one. */
static gboolean
has_answers (const Article *article)
{
  for (guint i = 0; i < article->quotes->len; i++)
    if (((const QuoAnnotation *)g_ptr_array_index (article->quotes, i))->status
        != QUO_STATUS_SUGGESTED)
      return TRUE;
  return FALSE;
}

/* (transfer full): the article without its annotations, so that what is learnt holds for articles
 * that nobody has annotated yet. */
static QuoSnapshot *
strip (QuoSnapshot *snapshot)
{
  return quo_snapshot_new (snapshot->article, snapshot->header);
}

void
quo_training_add (QuoTraining *training, QuoSnapshot *snapshot)
{
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  g_autoptr (QuoSnapshot) bare = strip (snapshot);
  g_autoptr (QuoSuggesting) run = quo_suggesting_new (bare, NULL, tagset, NULL);
  g_autoptr (GPtrArray) quotes = g_ptr_array_new ();
  Article article = { .training = training,
                      .snapshot = snapshot,
                      .run = run,
                      .quotes = quotes,
                      .is_whole = is_finished (snapshot) };

  list_quotes (&article);
  if (!has_answers (&article) && !article.is_whole)
    return;
  quo_suggesting_run_before (run, "quotes");
  training->n_articles++;
  add_article (&article);
}

QuoWeights *
quo_training_finish (QuoTraining *training, const QuoWeights *start, double pull)
{
  QuoWeights *weights = quo_weights_copy (start != NULL ? start : quo_weights_get_shipped ());

  for (guint model = 0; model < QUO_N_MODELS; model++)
    quo_learn (training->examples[model], weights->values[model], pull * strengths[model]);
  return weights;
}
