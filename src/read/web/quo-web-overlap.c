/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two bags of words. A word is a run of letters and digits; each sign of a script without blanks is
 * one, too. */
#include "quo-config.h"

#include "quo-web-overlap.h"

struct _QuoWebOverlap
{
  GHashTable *counts; /* hash of a word to how often it is there */
  guint32 n_words, n_chars;
};

typedef void (*OnWord) (guint hash, gpointer data);

/* Calls @on_word for each word; hashes are enough to compare by. */
static void
walk_words (const char *text, OnWord on_word, gpointer data)
{
  guint hash = 5381;
  gboolean is_in = FALSE;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_sign = c >= 0x2e80 && c < 0xfb00;

      if (is_in && (is_sign || !g_unichar_isalnum (c)))
        {
          on_word (hash, data);
          hash = 5381;
          is_in = FALSE;
        }
      if (c == 0)
        return;
      if (is_sign)
        on_word (c, data);
      else if (g_unichar_isalnum (c))
        {
          hash = hash * 33 + g_unichar_tolower (c);
          is_in = TRUE;
        }
    }
}

static void
count_word (guint hash, gpointer data)
{
  QuoWebOverlap *overlap = data;
  gpointer key = GUINT_TO_POINTER (hash);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (overlap->counts, key));

  g_hash_table_insert (overlap->counts, key, GUINT_TO_POINTER (n + 1));
  overlap->n_words++;
}

QuoWebOverlap *
quo_web_overlap_new (const char *text)
{
  QuoWebOverlap *overlap = g_new0 (QuoWebOverlap, 1);

  overlap->counts = g_hash_table_new (NULL, NULL);
  walk_words (text, count_word, overlap);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    overlap->n_chars += (guchar)*p <= ' ' ? 0 : g_utf8_get_char (p) >= 0x2e80 ? 2 : 1;
  return overlap;
}

void
quo_web_overlap_free (QuoWebOverlap *overlap)
{
  g_hash_table_unref (overlap->counts);
  g_free (overlap);
}

guint32
quo_web_overlap_get_chars (const QuoWebOverlap *overlap)
{
  return overlap->n_chars;
}

typedef struct
{
  const QuoWebOverlap *overlap;
  GHashTable *seen;
  guint32 n_words, n_shared;
} Measure;

static void
compare_word (guint hash, gpointer data)
{
  Measure *measure = data;
  gpointer key = GUINT_TO_POINTER (hash);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (measure->seen, key));

  measure->n_words++;
  if (n < GPOINTER_TO_UINT (g_hash_table_lookup (measure->overlap->counts, key)))
    measure->n_shared++;
  g_hash_table_insert (measure->seen, key, GUINT_TO_POINTER (n + 1));
}

static double
get_mean (const Measure *measure)
{
  guint32 n = measure->n_words + measure->overlap->n_words;

  return n == 0 ? 0 : 2.0 * measure->n_shared / n;
}

double
quo_web_overlap_measure (const QuoWebOverlap *overlap, const QuoWebPage *page, guint32 node)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Measure measure = { .overlap = overlap, .seen = seen };

  for (guint32 i = node; i < page->nodes[node].end; i++)
    if (page->nodes[i].text != NULL)
      walk_words (page->nodes[i].text, compare_word, &measure);
  return get_mean (&measure);
}

double
quo_web_overlap_measure_text (const QuoWebOverlap *overlap, const char *text)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Measure measure = { .overlap = overlap, .seen = seen };

  walk_words (text, compare_word, &measure);
  return get_mean (&measure);
}
