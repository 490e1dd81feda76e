/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The registry of suggesters. */

#include "quo-config.h"

#include "quo-suggesters-list.h"

static const QuoSuggester *const suggesters[] = { QUO_SUGGESTERS_LIST, NULL };

const QuoSuggester *const *
quo_suggesters_list (void)
{
  return suggesters;
}

const QuoSuggester *
quo_suggesters_find (const char *id)
{
  for (guint i = 0; suggesters[i] != NULL; i++)
    if (g_strcmp0 (suggesters[i]->id, id) == 0)
      return suggesters[i];
  return NULL;
}
