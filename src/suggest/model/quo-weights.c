/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-weights.h"

#include "quo-error.h"
#include "quo-model-features.h"
#include "quo-speaker-features.h"

#include "quo-languages.h"

#include <math.h>
#include <string.h>

/* Weights as numbers and as text. The shipped ones are read when they are first asked for. */

#define SHIPPED "/io/github/quotidian/Quotidian/languages/weights.ini"

static const char *const marks_features[QUO_N_MARKS_FEATURES] = {
  [QUO_MARKS_BIAS] = "bias",
  [QUO_MARKS_ONE_WORD] = "one-word",
  [QUO_MARKS_TWO_WORDS] = "two-words",
  [QUO_MARKS_FEW_WORDS] = "few-words",
  [QUO_MARKS_SOME_WORDS] = "some-words",
  [QUO_MARKS_CAPITAL_START] = "capital-start",
  [QUO_MARKS_TITLE_CASE] = "title-case",
  [QUO_MARKS_STOP_INSIDE] = "stop-inside",
  [QUO_MARKS_CRY_INSIDE] = "cry-inside",
  [QUO_MARKS_COMMA_AFTER] = "comma-after",
  [QUO_MARKS_STOP_AFTER] = "stop-after",
  [QUO_MARKS_COLON_BEFORE] = "colon-before",
  [QUO_MARKS_COMMA_BEFORE] = "comma-before",
  [QUO_MARKS_STARTS_PARAGRAPH] = "starts-paragraph",
  [QUO_MARKS_ENDS_PARAGRAPH] = "ends-paragraph",
  [QUO_MARKS_CUE] = "cue",
  [QUO_MARKS_WEAK_CUE] = "weak-cue",
  [QUO_MARKS_NEAR_CUE] = "near-cue",
  [QUO_MARKS_COLON_CUE] = "colon-cue",
  [QUO_MARKS_SEVERAL_PARTS] = "several-parts",
  [QUO_MARKS_NOUN_BEFORE] = "small-word-before",
  [QUO_MARKS_WORD_AFTER] = "word-after",
  [QUO_MARKS_WORD_BEFORE] = "word-before",
  [QUO_MARKS_PERSON_INSIDE] = "self-inside",
  [QUO_MARKS_FINITE_INSIDE] = "finite-inside",
  [QUO_MARKS_NESTED] = "nested",
  [QUO_MARKS_SINGLE] = "single-marks",
  [QUO_MARKS_DASH] = "dash",
  [QUO_MARKS_BROKEN] = "broken",
  [QUO_MARKS_IN_CLAUSE] = "in-clause",
  [QUO_MARKS_CLAUSE_REST] = "clause-rest",
  [QUO_MARKS_DIALOGUE] = "dialogue",
  [QUO_MARKS_SHORT_BARE] = "short-bare",
  [QUO_MARKS_AFTER_QUOTE] = "after-quote",
  [QUO_MARKS_NAMING] = "naming",
  [QUO_MARKS_SENTENCE] = "sentence",
  [QUO_MARKS_CUE_BESIDE] = "cue-beside",
  [QUO_MARKS_ALONE] = "alone",
  [QUO_MARKS_MANY_WORDS] = "many-words",
  [QUO_MARKS_UNLISTED_CUE] = "unlisted-cue",
  [QUO_MARKS_CUE_OF_OTHER] = "cue-of-other",
  [QUO_MARKS_NAMED_COLON] = "named-colon",
  [QUO_MARKS_NAME_OF] = "name-of",
};

static const char *const clause_features[QUO_N_CLAUSE_FEATURES] = {
  [QUO_CLAUSE_F_BIAS] = "bias",
  [QUO_CLAUSE_F_BEFORE] = "before-cue",
  [QUO_CLAUSE_F_ROUND] = "round-cue",
  [QUO_CLAUSE_F_SOURCE] = "source",
  [QUO_CLAUSE_F_CONTINUED] = "continued",
  [QUO_CLAUSE_F_AFTER_QUOTE] = "after-quote",
  [QUO_CLAUSE_F_OPENER] = "opener",
  [QUO_CLAUSE_F_OPENER_NEAR] = "opener-near",
  [QUO_CLAUSE_F_BARE] = "bare",
  [QUO_CLAUSE_F_SAYING] = "saying",
  [QUO_CLAUSE_F_WEAK] = "weak-cue",
  [QUO_CLAUSE_F_REPORTING] = "reporting",
  [QUO_CLAUSE_F_FINITE] = "finite",
  [QUO_CLAUSE_F_MOOD] = "mood",
  [QUO_CLAUSE_F_FEW_WORDS] = "few-words",
  [QUO_CLAUSE_F_SOME_WORDS] = "some-words",
  [QUO_CLAUSE_F_MANY_WORDS] = "many-words",
  [QUO_CLAUSE_F_MARKS] = "marks",
  [QUO_CLAUSE_F_ALL_MARKS] = "share-in-marks",
  [QUO_CLAUSE_F_GAP] = "gap",
  [QUO_CLAUSE_F_NAME] = "name",
  [QUO_CLAUSE_F_PRONOUN] = "pronoun",
  [QUO_CLAUSE_F_PHRASE] = "noun-phrase",
  [QUO_CLAUSE_F_SELF] = "self",
  [QUO_CLAUSE_F_IN_QUOTE] = "in-quote",
  [QUO_CLAUSE_F_CUE_TAKEN] = "cue-taken",
  [QUO_CLAUSE_F_SURE_OPENER] = "sure-opener",
  [QUO_CLAUSE_F_COMMA] = "comma",
  [QUO_CLAUSE_F_NARRATIVE] = "narrative",
  [QUO_CLAUSE_F_SAID_LAST] = "said-last",
  [QUO_CLAUSE_F_JOINS_MARKS] = "joins-marks",
};

const char *
quo_model_get_name (QuoModel model)
{
  static const char *const names[QUO_N_MODELS] = { "marks", "clause", "speaker" };

  return names[model];
}

guint
quo_model_get_n_features (QuoModel model)
{
  static const guint n[QUO_N_MODELS]
      = { QUO_N_MARKS_FEATURES, QUO_N_CLAUSE_FEATURES, QUO_N_SPEAKER_FEATURES };

  return n[model];
}

const char *
quo_model_get_feature (QuoModel model, guint i)
{
  switch (model)
    {
    case QUO_MODEL_MARKS:
      return marks_features[i];
    case QUO_MODEL_CLAUSE:
      return clause_features[i];
    case QUO_MODEL_SPEAKER:
    default:
      return quo_speaker_feature_get_name (i);
    }
}

/* --- Numbers --- */

static QuoWeights *
make_weights (void)
{
  QuoWeights *weights = g_new0 (QuoWeights, 1);

  g_atomic_ref_count_init (&weights->ref_count);
  return weights;
}

QuoWeights *
quo_weights_copy (const QuoWeights *weights)
{
  QuoWeights *copy = make_weights ();

  memcpy (copy->values, weights->values, sizeof copy->values);
  return copy;
}

QuoWeights *
quo_weights_ref (QuoWeights *weights)
{
  g_atomic_ref_count_inc (&weights->ref_count);
  return weights;
}

void
quo_weights_unref (QuoWeights *weights)
{
  if (g_atomic_ref_count_dec (&weights->ref_count))
    g_free (weights);
}

double
quo_weights_sum (const QuoWeights *weights, QuoModel model, const double *features)
{
  guint n = quo_model_get_n_features (model);
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += weights->values[model][i] * features[i];
  return sum;
}

double
quo_weights_squash (double sum)
{
  return 1 / (1 + exp (-sum));
}

/* --- Text --- */

static void
read_group (GKeyFile *file, QuoWeights *weights, QuoModel model)
{
  const char *group = quo_model_get_name (model);

  for (guint i = 0; i < quo_model_get_n_features (model); i++)
    {
      const char *key = quo_model_get_feature (model, i);
      g_autoptr (GError) error = NULL;
      double value = g_key_file_get_double (file, group, key, &error);

      if (error == NULL && isfinite (value))
        weights->values[model][i] = value;
    }
}

static gboolean
read_text (QuoWeights *weights, const char *text, gssize len, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) fault = NULL;

  if (!g_key_file_load_from_data (file, text, len, G_KEY_FILE_NONE, &fault))
    {
      g_set_error_literal (error, QUO_ERROR, QUO_ERROR_SYNTAX, fault->message);
      return FALSE;
    }
  for (guint model = 0; model < QUO_N_MODELS; model++)
    read_group (file, weights, model);
  return TRUE;
}

QuoWeights *
quo_weights_get_shipped (void)
{
  static QuoWeights *shipped;

  if (g_once_init_enter (&shipped))
    {
      QuoWeights *weights = make_weights ();
      g_autoptr (GBytes) bytes = g_resource_lookup_data (quo_languages_get_resource (), SHIPPED,
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (bytes == NULL
          || !read_text (weights, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL))
        g_assert_not_reached (); /* a file of our own */
      g_once_init_leave (&shipped, weights);
    }
  return shipped;
}

QuoWeights *
quo_weights_from_text (const char *text, gssize len, GError **error)
{
  g_autoptr (QuoWeights) weights = quo_weights_copy (quo_weights_get_shipped ());

  return read_text (weights, text, len, error) ? g_steal_pointer (&weights) : NULL;
}

char *
quo_weights_to_text (const QuoWeights *weights)
{
  GString *text = g_string_new (NULL);

  for (guint model = 0; model < QUO_N_MODELS; model++)
    {
      g_string_append_printf (text, "%s[%s]\n", model > 0 ? "\n" : "", quo_model_get_name (model));
      for (guint i = 0; i < quo_model_get_n_features (model); i++)
        {
          char number[G_ASCII_DTOSTR_BUF_SIZE];

          g_ascii_formatd (number, sizeof number, "%.4f", weights->values[model][i]);
          g_string_append_printf (text, "%s=%s\n", quo_model_get_feature (model, i), number);
        }
    }
  return g_string_free (text, FALSE);
}
