/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How many keys it takes to annotate an article by hand: gold annotations are done again in a
 * session, with the keys a practised person would press, moving about included and no mouse.
 *
 * usage: eval-keys [--suggest] [--one-by-one] [--learn] [--each] [--verbose] < JOBS
 * --suggest: with suggestions, of which what is right is accepted, a screen at a time with Y, or
 * one after the other with A, X and their like; --learn: each article is saved beside itself, so
 * that those after it in its folder learn from it; --each prints a line for each quote before its
 * article: "q", keys for moving, marking, mending, linking, its words; --verbose tells on standard
 * error what cost a key. A job is a line "A TAB path TAB language", then a line for each gold
 * annotation in text order: "E TAB start TAB end TAB label" or "Q TAB start TAB end TAB speaker
 * start TAB speaker end" (code points; a quote with its speaker); with X for Q it is a quote that
 * is not counted: a further part of one, one without a speaker (0, 0). For each job it prints a
 * line of numbers: entities, keys for moving, tagging, mending; quotes, keys for moving, marking,
 * mending, linking; keys for judging suggestions.
 *
 * Names are done from the first to the last with auto-advance on, then the quotes. A step that the
 * program does not offer costs what the text view offers: a word for each Ctrl+Right, a line for
 * each Down.
 */
#include "quo-config.h"

#include "keys-count.h"

#include "quo-gazetteer.h"
#include "quo-mentions.h"
#include "quo-save.h"
#include "quo-sidecar-writer.h"
#include "quo-tagset-file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
clear_gold (gpointer data)
{
  g_free (((Gold *)data)->label);
}

static gboolean
has_kind (GArray *gold, gboolean is_quote)
{
  for (guint i = 0; i < gold->len; i++)
    if (g_array_index (gold, Gold, i).is_quote == is_quote)
      return TRUE;
  return FALSE;
}

static gboolean is_suggesting, is_learning, is_one_by_one;

/* Whether the gold has the label, or the program needs it for quotes. */
static gboolean
is_wanted (const QuoLabel *label, GArray *gold)
{
  if (label->kind == QUO_LABEL_QUOTE || label->kind == QUO_LABEL_CUE
      || strcmp (label->id, QUO_TYPE_MENTION) == 0)
    return TRUE;
  for (guint i = 0; i < gold->len; i++)
    if (g_strcmp0 (g_array_index (gold, Gold, i).label, label->id) == 0)
      return TRUE;
  return FALSE;
}

/* A project has the labels it asks for and no others: where the gold has no dates, nobody is asked
 * about dates. */
static void
take_labels_of (QuoSession *session, GArray *gold)
{
  g_autoptr (QuoTagset) builtin = quo_tagset_get_builtin ();
  g_autoptr (QuoTagset) tagset = quo_tagset_new ("gold");
  g_autofree QuoLabel *labels = g_new (QuoLabel, builtin->n_labels);
  guint n = 0;

  for (guint i = 0; i < builtin->n_labels; i++)
    if (is_wanted (&builtin->labels[i], gold))
      labels[n++] = builtin->labels[i];
  tagset->labels = quo_tagset_keep_block (tagset, labels, n * sizeof *labels);
  tagset->n_labels = n;
  tagset->relations = builtin->relations;
  tagset->n_relations = builtin->n_relations;
  quo_session_set_tagset (session, tagset);
}

static void
do_names (QuoSession *session, GArray *gold, Keys *keys)
{
  quo_session_select (session, 0, 0);
  keys->move++;
  quo_session_next_name (session);
  for (guint i = 0; i < gold->len; i++)
    {
      const Gold *one = &g_array_index (gold, Gold, i);

      if (!one->is_quote)
        keys_do_entity (session, one, gold, keys);
      if (is_suggesting && is_one_by_one)
        keys_judge_new (session, gold, keys);
    }
}

/* In the order in which O comes by: what it passes over reads less like speech, and it stops there
 * when all else is done. */
static void
do_quotes (QuoSession *session, GArray *gold, Keys *keys)
{
  quo_session_select (session, 0, 0);
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < gold->len; i++)
      {
        const Gold *one = &g_array_index (gold, Gold, i);

        if (one->is_quote && !one->is_counted)
          keys_do_quote (session, one, round == 0, keys);
        if (is_suggesting && is_one_by_one)
          keys_judge_new (session, gold, keys);
      }
}

/* Names and quotes by hand, the names first. */
static void
do_by_hand (QuoSession *session, GArray *gold, Keys *keys)
{
  if (has_kind (gold, FALSE))
    do_names (session, gold, keys);
  if (has_kind (gold, TRUE))
    do_quotes (session, gold, keys);
}

static void
save (QuoSession *session, const char *path)
{
  g_autoptr (QuoSnapshot) snapshot = quo_document_snapshot (quo_session_get_document (session));
  g_autofree char *sidecar = quo_sidecar_path_for (path);
  g_autoptr (GError) error = NULL;
  QuoSidecarContent content = { snapshot, NULL };

  if (!quo_save_from (sidecar, quo_sidecar_give, &content, QUO_ETAG_ANY, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static void
do_article (const char *path, GArray *gold)
{
  g_autoptr (QuoSession) session = quo_session_new ();
  g_autoptr (GError) error = NULL;
  QuoOpening *opening = quo_open (path, NULL, NULL, NULL, &error);
  Keys keys = { 0 };

  if (opening == NULL)
    g_error ("%s", error->message);
  quo_session_take_opening (session, opening);
  g_object_set (session, "auto-advance", TRUE, NULL);
  if (is_suggesting)
    {
      take_labels_of (session, gold);
      if (is_one_by_one)
        keys_judge (session, gold, &keys);
      else
        keys_sift (session, gold, &keys);
    }
  do_by_hand (session, gold, &keys);
  if (is_learning)
    save (session, path);
  printf ("%u %u %u %u %u %u %u %u %u %u\n", keys.n_entities, keys.move, keys.tag, keys.mend,
          keys.n_quotes, keys.quote_move, keys.quote_mark, keys.quote_mend, keys.quote_link,
          keys.judge);
  fflush (stdout);
  quo_session_release_log (session, TRUE);
}

/* Whether it knows a place that all do. */
static gboolean
has_gazetteer (void)
{
  return quo_gazetteer_get_flags (quo_gazetteer_get_default (), "london", strlen ("london")) != 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GArray) gold = g_array_new (FALSE, FALSE, sizeof (Gold));
  g_autofree char *path = NULL;
  char line[4096];

  if (!has_gazetteer ())
    {
      fprintf (stderr, "eval-keys: no gazetteer is found, and without it the counts are others: "
                       "set QUO_DATA_DIR to the folder “data”, or run ./dev eval keys\n");
      return 2;
    }
  for (int i = 1; i < argc; i++)
    {
      is_suggesting = is_suggesting || g_str_equal (argv[i], "--suggest");
      is_one_by_one = is_one_by_one || g_str_equal (argv[i], "--one-by-one");
      is_learning = is_learning || g_str_equal (argv[i], "--learn");
      keys_is_each = keys_is_each || g_str_equal (argv[i], "--each");
      keys_is_verbose = keys_is_verbose || g_str_equal (argv[i], "--verbose");
    }
  g_array_set_clear_func (gold, clear_gold);
  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_auto (GStrv) words = g_strsplit (g_strchomp (line), "\t", -1);
      Gold one = { .is_quote = *line != 'E', .is_extra = *line == 'X', .is_counted = *line == 'X' };

      if (*line == 'A')
        {
          if (path != NULL)
            do_article (path, gold);
          g_array_set_size (gold, 0);
          g_free (path);
          path = g_strdup (words[1]);
          continue;
        }
      one.span = QUO_SPAN ((guint32)atoi (words[1]), (guint32)atoi (words[2]));
      if (one.is_quote)
        one.speaker = QUO_SPAN ((guint32)atoi (words[3]), (guint32)atoi (words[4]));
      else
        one.label = g_strdup (words[3]);
      g_array_append_val (gold, one);
    }
  if (path != NULL)
    do_article (path, gold);
  return 0;
}
