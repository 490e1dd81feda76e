/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The keys of somebody who sifts what is suggested with Y: each screen is read, the letter of what
 * is wrong is typed (or of what is right and doubtful), a label, borders or speaker are mended
 * after the letter, Enter takes the rest, and what nothing suggests is gone back to and marked by
 * hand. Reading costs nothing, each Enter a key, whether something was wrong or not.
 */
#include "quo-config.h"

#include "keys-judge.h"

#include <string.h>

typedef struct
{
  Judge *judge;
  GHashTable *seen; /* set of ids */
} Sifting;

/* The next suggestion with a letter that was not looked at yet, or NULL. */
static const QuoAnnotation *
find_next (Sifting *sifting, gunichar *ret_letter, gboolean *ret_is_taken)
{
  GPtrArray *all
      = quo_document_get_records (keys_get_document (sifting->judge), QUO_RECORD_ANNOTATION);

  for (guint i = 0; i < all->len; i++)
    {
      const QuoAnnotation *annotation = g_ptr_array_index (all, i);

      if (g_hash_table_contains (sifting->seen, annotation->base.id))
        continue;
      *ret_letter = quo_session_get_sift_letter (sifting->judge->session, annotation, ret_is_taken);
      if (*ret_letter != 0)
        return annotation;
    }
  return NULL;
}

/* After its letter: 0, it cannot be mended and nothing was changed. */
static guint
mend_name (Judge *judge, const char *id)
{
  const QuoAnnotation *annotation = keys_get_current (judge), *mended;
  const Gold *gold = keys_find_gold (judge, annotation);
  guint n;

  if (gold != NULL)
    {
      judge->what = "label";
      quo_session_tag (judge->session, gold->label);
      return 1;
    }
  judge->what = "borders";
  if (keys_is_gold (judge, quo_session_get_other_borders (judge->session), annotation->type))
    {
      quo_session_accept_other_borders (judge->session);
      return 1;
    }
  n = keys_mend_border (judge, TRUE);
  mended = quo_document_find_annotation (keys_get_document (judge), id);
  if (n == 0 || keys_is_right (judge, mended))
    return n;
  quo_session_tag (judge->session, keys_find_gold (judge, mended)->label);
  return n + 1;
}

/* What is wrong: mended, or left out. */
static guint
sift_wrong (Judge *judge, const QuoAnnotation *annotation, gunichar letter, gboolean is_taken)
{
  g_autofree char *id = g_strdup (annotation->base.id);
  const Gold *gold = keys_find_gold (judge, annotation);
  gboolean is_quote = strcmp (annotation->type, "quote") == 0;
  guint n;

  judge->what = is_quote ? "leave-out-quote" : "leave-out";
  if (!keys_is_of_use (judge, annotation) || (is_quote && gold == NULL))
    {
      if (is_taken)
        quo_session_type_sift (judge->session, letter);
      return is_taken;
    }
  quo_session_type_sift (judge->session, letter);
  if (is_quote)
    {
      judge->what = "speaker";
      return 1 + keys_link_speaker (judge->session, gold);
    }
  n = mend_name (judge, id);
  if (n > 0)
    return 1 + n;
  judge->what = "leave-out";
  if (!is_taken)
    quo_session_type_sift (judge->session, letter);
  return is_taken;
}

static void
sift_screen (Sifting *sifting)
{
  Judge *judge = sifting->judge;
  const QuoText *text = quo_document_get_text (keys_get_document (judge));
  const QuoAnnotation *annotation;
  gboolean is_taken = FALSE;
  gunichar letter;

  while ((annotation = find_next (sifting, &letter, &is_taken)) != NULL)
    {
      QuoSpan span = annotation->ranges[0];
      guint n = 0;

      g_hash_table_add (sifting->seen, g_strdup (annotation->base.id));
      if (!keys_is_right (judge, annotation))
        n = sift_wrong (judge, annotation, letter, is_taken);
      else if (!is_taken)
        {
          judge->what = "take-in";
          quo_session_type_sift (judge->session, letter);
          n = 1;
        }
      keys_tell (text, span, judge->what, n);
      judge->keys->judge += n;
      keys_settle (judge);
    }
}

/* The names before @end that nothing suggests, the last one first, then the quotes. */
static void
mark_all_missed (Judge *judge, guint32 start, guint32 end)
{
  const Gold *missed;

  while ((missed = keys_find_missed (judge, end)) != NULL)
    {
      keys_do_passed (judge->session, missed, judge->keys);
      keys_settle (judge);
    }
  for (guint i = 0; i < judge->all->len; i++)
    {
      Gold *gold = &g_array_index (judge->all, Gold, i);

      if (!gold->is_quote || gold->is_counted || gold->span.start < start || gold->span.start >= end
          || keys_is_done (judge->session, gold->span))
        continue;
      gold->is_counted = keys_do_quote (judge->session, gold, FALSE, judge->keys);
      keys_settle (judge);
    }
}

void
keys_sift (QuoSession *session, GArray *all, Keys *keys)
{
  Judge judge = { session, all, keys, NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Sifting sifting = { &judge, seen };
  const QuoText *text = quo_document_get_text (keys_get_document (&judge));
  guint32 start = 0;

  keys->judge++;
  if (!quo_session_sift (session, ""))
    return;
  keys_settle (&judge);
  while (quo_session_is_sifting (session))
    {
      guint32 end;

      sift_screen (&sifting);
      keys->judge++;
      quo_session_type_sift (session, '\n');
      keys_settle (&judge);
      keys_count_quotes (&judge);
      end = quo_session_get_caret (session);
      keys_tell (text, QUO_SPAN (end, MIN (end + 20, quo_text_get_length (text))), "screen", 1);
      mark_all_missed (&judge, start, end);
      start = end;
      if (quo_session_is_sifting (session) && !keys_has_use (&judge))
        {
          keys->judge++;
          quo_session_end_sift (session);
        }
    }
}
