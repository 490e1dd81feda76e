/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-speaker-context.h"
#include "quo-suggester.h"

#include <glib/gi18n.h>

/* Quotes by their marks, with the verb of saying and whoever stands beside it. */

static void
link_cue (QuoSuggesting *run, const char *quote, QuoSpan cue)
{
  const QuoProposal proposal = { .type = "cue",
                                 .ranges = &cue,
                                 .n_ranges = 1,
                                 .rule = "cue",
                                 .reason = _ ("a word of saying"),
                                 .score = 0.9 };
  const char *id = quo_suggesting_propose_helper (run, &proposal);

  if (id != NULL)
    quo_suggesting_link (run, quote, "cue", id, 0.9, proposal.reason);
}

static void
link_speaker (QuoSuggesting *run, const char *quote, QuoSpan span)
{
  const QuoProposal proposal = { .type = "person",
                                 .ranges = &span,
                                 .n_ranges = 1,
                                 .rule = "speaker",
                                 .reason = _ ("stands beside the word of saying"),
                                 .score = 0.5 };
  const char *id = quo_suggesting_propose_helper (run, &proposal);

  if (id != NULL)
    quo_suggesting_link (run, quote, "source", id, 0.8, proposal.reason);
}

static void
propose_quote (QuoSuggesting *run, GArray *stretches, const QuoQuote *quote)
{
  const QuoProposal proposal = { .type = "quote",
                                 .ranges = quote->parts,
                                 .n_ranges = quote->n_parts,
                                 .form = "direct",
                                 .rule = "marks",
                                 .reason = _ ("stands in quotation marks"),
                                 .score = quo_span_is_empty (quote->cue) ? 0.5 : 0.9 };
  const char *id = quo_suggesting_propose (run, &proposal);
  QuoSpeakerContext context;

  if (id == NULL)
    return;
  quo_speaker_context_init_on (&context, run->page, stretches, run->language, quote->parts,
                               quote->n_parts, quote->cue);
  if (!quo_span_is_empty (quote->cue))
    link_cue (run, id, quote->cue);
  if (!quo_span_is_empty (context.before))
    link_speaker (run, id, context.before);
  else if (!quo_span_is_empty (context.after))
    link_speaker (run, id, context.after);
  quo_speaker_context_clear (&context);
}

static void
run_quotes (QuoSuggesting *run)
{
  g_autoptr (GArray) stretches = quo_stretches_read (run->page, run->language);
  g_autoptr (GArray) quotes = quo_quotes_find_on (run->page, stretches, run->language);

  for (guint i = 0; i < quotes->len && !quo_suggesting_is_cancelled (run); i++)
    propose_quote (run, stretches, &g_array_index (quotes, QuoQuote, i));
}

const QuoSuggester quo_suggester_quotes = {
  .id = "quotes",
  .title = N_ ("Quotes and speakers"),
  .summary = N_ ("Direct and indirect speech, the word of saying, and who speaks"),
  .run = run_quotes,
};
