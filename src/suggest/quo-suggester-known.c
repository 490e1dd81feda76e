/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-known-names.h"
#include "quo-mentions.h"
#include "quo-suggester.h"

#include <glib/gi18n.h>

/* Proposes what people have accepted as a name before, in this article or in those beside it: the
 * same words once more. Comes after the names, whose identity for the words is then kept. */

/* How certain the first time makes it: it counts as so much of an acceptance, of so many tries. */
#define FIRST_ACCEPTED 0.8
#define FIRST_TRIES 1.0

/* Names of people's own shorter than this are left out where no blanks part words. */
#define MIN_UNSPACED 2

static double
get_score (const QuoKnownName *name)
{
  return (name->n_accepted + FIRST_ACCEPTED) / (name->n_accepted + name->n_rejected + FIRST_TRIES);
}

static gboolean
is_word (gunichar c)
{
  return quo_char_is_word (c) && !quo_char_is_unspaced (c);
}

/* Where the words end that begin at @start; @start if others stand there. White space of any kind
 * and length is a blank. */
static guint32
match (const QuoPassage *page, guint32 start, const char *words)
{
  guint32 at = start;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar wanted = g_utf8_get_char (p), c = quo_passage_get (page, at);

      if (wanted != ' ' ? c != wanted : !g_unichar_isspace (c))
        return start;
      do
        c = quo_passage_get (page, ++at);
      while (wanted == ' ' && g_unichar_isspace (c));
    }
  return is_word (quo_passage_get (page, at - 1)) && is_word (quo_passage_get (page, at)) ? start
                                                                                          : at;
}

/* What the accepted annotations of the article call the words, or NULL. */
static const char *
find_identity (QuoSuggesting *run, const QuoKnownName *name)
{
  for (guint i = 0; i < quo_snapshot_count (run->snapshot, QUO_RECORD_ANNOTATION); i++)
    {
      const QuoAnnotation *annotation = quo_snapshot_get_annotation (run->snapshot, i);

      if (quo_status_is_accepted (annotation->status) && annotation->n_entities > 0
          && annotation->n_ranges == 1 && !annotation->is_orphan
          && g_str_equal (annotation->type, name->type)
          && quo_text_equals (run->text, annotation->ranges[0], name->words))
        return annotation->entities[0];
    }
  return quo_suggesting_identify (run, &(QuoEntity){ .type = name->type, .name = name->words });
}

static void
propose (QuoSuggesting *run, const QuoKnownName *name, QuoSpan span)
{
  const QuoProposal proposal = { .type = name->type,
                                 .ranges = &span,
                                 .n_ranges = 1,
                                 .rule = "known",
                                 .reason = _ ("was accepted before"),
                                 .score = get_score (name),
                                 .identity = find_identity (run, name) };

  quo_suggesting_propose (run, &proposal);
}

/* "harbour chief" of "harbour chief Marta Keller": a title that goes on with its name is a part of
 * that, whoever it stands for elsewhere. */
static gboolean
is_before_name (const QuoPassage *page, const QuoKnownName *name, guint32 end)
{
  return g_str_equal (name->type, QUO_TYPE_MENTION) && quo_passage_get (page, end) == ' '
         && g_unichar_isupper (quo_passage_get (page, end + 1));
}

/* Proposes the longest of the names that begin at @start, of each type that they were accepted
 * for. Returns: where it ends; @start if there is none. */
static guint32
propose_at (QuoSuggesting *run, guint32 start)
{
  const QuoPassage *page = run->page;
  GPtrArray *list = quo_known_names_list (run->known, quo_passage_get (page, start),
                                          quo_passage_get (page, start + 1));
  guint32 end = start;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const QuoKnownName *name = g_ptr_array_index (list, i);
      guint32 here;

      if (name->n_accepted <= name->n_rejected || name->is_cue)
        continue;
      here = match (page, start, name->words);
      if (here == start || here < end || is_before_name (page, name, here)
          || (quo_char_is_unspaced (quo_passage_get (page, start)) && here - start < MIN_UNSPACED))
        continue;
      end = here;
      propose (run, name, QUO_SPAN (start, end));
    }
  return end;
}

static void
run_known (QuoSuggesting *run)
{
  guint32 at = 0;
  gunichar before = 0;

  if (run->known == NULL)
    return;
  quo_suggesting_read_page (run);
  while (at < run->page->end && !quo_suggesting_is_cancelled (run))
    {
      gunichar c = quo_passage_get (run->page, at);
      guint32 end = at;

      if (!(is_word (before) && is_word (c)))
        end = propose_at (run, at);
      at = MAX (end, at + 1);
      before = quo_passage_get (run->page, at - 1);
    }
}

const QuoSuggester quo_suggester_known = {
  .id = "known",
  .title = N_ ("Names accepted before"),
  .summary = N_ ("What was marked as a name in this article or in those beside it"),
  .run = run_known,
};
