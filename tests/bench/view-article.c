/* SPDX-License-Identifier: GPL-3.0-or-later */
/* News without sense: words of 2 to 11 letters, sentences, paragraphs of about 400 characters. */
#include "view-article.h"

#define PARAGRAPH 400
#define QUOTE_EVERY 10
#define QUOTE_LENGTH 60
#define NAME_LENGTH 12

static char *
make_text (gsize bytes, gboolean is_one_line)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  GString *text = g_string_sized_new (bytes + 32);
  gsize paragraph = 0;

  while (text->len < bytes)
    {
      guint n_letters = g_rand_int_range (random, 2, 12);
      gboolean is_capital = g_rand_int_range (random, 0, 6) == 0;

      for (guint i = 0; i < n_letters; i++)
        g_string_append_c (text,
                           (is_capital && i == 0 ? 'A' : 'a') + g_rand_int_range (random, 0, 26));
      if (g_rand_int_range (random, 0, 12) == 0)
        g_string_append (text, g_rand_int_range (random, 0, 2) == 0 ? "." : ",");
      if (!is_one_line && text->len - paragraph > PARAGRAPH)
        {
          g_string_append (text, ".\n\n");
          paragraph = text->len;
        }
      else
        g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

static void
add_relation (QuoSnapshot *snapshot, guint i, const char *quote, const char *source)
{
  g_autofree char *id = g_strdup_printf ("r%u", i);
  const char *quotes[] = { quote }, *sources[] = { source };
  const QuoRole roles[] = { { "quote", quotes, 1 }, { "source", sources, 1 } };

  quo_snapshot_take (snapshot, quo_relation_new (&(QuoRelation){ .base = { .id = id },
                                                                 .layer = "L1",
                                                                 .type = "quotation",
                                                                 .roles = roles,
                                                                 .n_roles = 2 }));
}

static void
add_annotations (QuoSnapshot *snapshot, guint n, guint32 length)
{
  static const char *const types[] = { "person", "place", "organization", "date" };
  g_autofree char *last_person = NULL;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_quote = i % QUOTE_EVERY == QUOTE_EVERY - 1;
      const char *type = is_quote ? "quote" : types[i % G_N_ELEMENTS (types)];
      guint32 start = (guint64)i * (length - QUOTE_LENGTH - 1) / n;
      QuoSpan range = { start, start + (is_quote ? QUOTE_LENGTH : NAME_LENGTH) };
      g_autofree char *id = g_strdup_printf ("a%u", i);

      quo_snapshot_take (snapshot, quo_annotation_new (&(QuoAnnotation){ .base = { .id = id },
                                                                         .layer = "L1",
                                                                         .type = type,
                                                                         .ranges = &range,
                                                                         .n_ranges = 1 }));
      if (is_quote && last_person != NULL)
        add_relation (snapshot, i, id, last_person);
      else if (!is_quote && i % G_N_ELEMENTS (types) == 0)
        {
          g_free (last_person);
          last_person = g_strdup (id);
        }
    }
}

QuoOpening *
view_article_new (gsize bytes, guint n, gboolean is_one_line, gboolean is_crowded)
{
  g_autofree char *utf8 = make_text (bytes, is_one_line);
  g_autoptr (QuoText) text = quo_text_new (utf8);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  QuoOpening *opening = g_new0 (QuoOpening, 1);

  opening->snapshot = quo_snapshot_new (article, NULL);
  quo_snapshot_take (opening->snapshot,
                     quo_layer_new (&(QuoLayer){ .base = { .id = "L1" }, .title = "Measured" }));
  add_annotations (opening->snapshot, n, quo_text_get_length (text) / (is_crowded ? 10 : 1));
  quo_snapshot_sort (opening->snapshot);
  opening->article_path = g_strdup ("/nowhere/measured.txt");
  opening->sidecar_path = g_strdup ("/nowhere/measured.txt.quo.json");
  return opening;
}
