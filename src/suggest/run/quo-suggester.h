/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-suggesting.h"

G_BEGIN_DECLS

/**
 * QuoSuggester:
 *
 * Something that reads an article and proposes what to mark: one `const` struct quo_suggester_ID in
 * a file of its own, and one word in this folder's meson.build. The words stand in the order in
 * which suggesters run: each sees what those before it have proposed, so names come before quotes.
 */
typedef struct
{
  const char *id;      /* "quotes"; goes into settings */
  const char *title;   /* "Quotes and speakers", marked for translation */
  const char *summary; /* one line, marked: what it looks at */
  /* Proposes by quo_suggesting_propose() and its sisters. Called in any thread; keeps nothing.
   * Looks at quo_suggesting_is_cancelled() now and then and returns early when it is; what it has
   * proposed by then is thrown away. The same snapshot gives the same proposals. */
  void (*run) (QuoSuggesting *run);
} QuoSuggester;

/* All suggesters, in the order in which they run; NULL-terminated. */
const QuoSuggester *const *quo_suggesters_list (void);
const QuoSuggester *quo_suggesters_find (const char *id);

G_END_DECLS
