/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much is quoted in which form, or by whom: a short list with a count each. */
#include "quo-statistics-private.h"

#include <string.h>

static void
free_form (QuoFormCount *count)
{
  g_free (count->form);
  g_free (count);
}

GPtrArray *
quo_statistics_new_forms (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)free_form);
}

QuoFormCount *
quo_statistics_get_form (GPtrArray *counts, const char *form)
{
  QuoFormCount *count;

  for (guint i = 0; i < counts->len; i++)
    {
      count = g_ptr_array_index (counts, i);
      if (strcmp (count->form, form) == 0)
        return count;
    }
  count = g_new0 (QuoFormCount, 1);
  count->form = g_strdup (form);
  g_ptr_array_add (counts, count);
  return count;
}

int
quo_statistics_compare_forms (gconstpointer a, gconstpointer b)
{
  const QuoFormCount *one = *(const QuoFormCount *const *)a;
  const QuoFormCount *two = *(const QuoFormCount *const *)b;

  if (one->n_words != two->n_words)
    return one->n_words > two->n_words ? -1 : 1;
  return strcmp (one->form, two->form);
}
