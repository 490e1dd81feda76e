/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The keys of somebody who sifts what is suggested with Y: each screen is read, the letter of what
 * is wrong is typed (or of what is right and doubtful), a label, borders or speaker are mended
 * after the letter, Enter takes the rest, and what nothing suggests is gone back to and marked by
 * hand. What is too unlikely to be suggested but has a letter is typed where it is right or near
 * enough to be mended. Reading costs nothing, each Enter a key, whether something was wrong or not.
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

/* What has been selected by its letter has other borders: Shift and the letter instead, or steps
 * after it. Returns: keys, with those of the letter; 0: that is no way, and nothing is changed. */
static guint
mend_border (Judge *judge, gunichar letter)
{
  guint by_capital = keys_count_borders (judge);
  guint n_undo = quo_document_get_n_undo (keys_get_document (judge));
  guint by_steps = keys_mend_border (judge, FALSE);

  if (by_capital == 0 || (by_steps > 0 && by_steps + 1 < by_capital))
    return by_steps > 0 ? by_steps + 1 : 0;
  keys_take_back (judge->session, n_undo);
  for (guint i = 0; i < by_capital; i++)
    quo_session_type_sift (judge->session, g_unichar_toupper (letter));
  return by_capital;
}

/* After its letter: the keys with that of the letter; 0, it cannot be mended and nothing was
 * changed. */
static guint
mend_name (Judge *judge, gunichar letter)
{
  const QuoAnnotation *annotation = quo_session_get_selected (judge->session);
  g_autofree char *id = g_strdup (annotation->base.id);
  const Gold *gold = keys_find_gold (judge, annotation);
  guint n = 1;

  judge->what = "label";
  if (gold == NULL)
    {
      judge->what = "borders";
      n = mend_border (judge, letter);
      annotation = quo_document_find_annotation (keys_get_document (judge), id);
      gold = n > 0 ? keys_find_gold (judge, annotation) : NULL;
    }
  if (gold == NULL || strcmp (gold->label, annotation->type) == 0)
    return n;
  quo_session_tag (judge->session, gold->label);
  return n + 1;
}

/* Whether the chip tells the right label: then it is one key. */
static gboolean
take_second (Judge *judge, const QuoAnnotation *annotation, gunichar letter)
{
  const Gold *gold = keys_find_gold (judge, annotation);
  const char *second = quo_session_get_second_label (judge->session, annotation);

  if (gold == NULL || gold->is_quote || g_strcmp0 (second, gold->label) != 0)
    return FALSE;
  judge->what = "second-label";
  quo_session_type_sift_label (judge->session, letter);
  return TRUE;
}

/* What is wrong: mended, or left out. */
static guint
sift_wrong (Judge *judge, const QuoAnnotation *annotation, gunichar letter, gboolean is_taken)
{
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
  if (take_second (judge, annotation, letter))
    return 1;
  quo_session_type_sift (judge->session, letter);
  if (is_quote)
    {
      judge->what = "speaker";
      return 1 + keys_link_speaker (judge->session, gold);
    }
  n = mend_name (judge, letter);
  if (n > 0)
    return n;
  judge->what = "leave-out";
  if (!is_taken)
    quo_session_type_sift (judge->session, letter);
  return is_taken;
}

/* The next one that was not looked at yet, or FALSE. */
static gboolean
find_next_chance (Sifting *sifting, QuoSiftChance *ret_chance)
{
  const QuoText *text = quo_document_get_text (keys_get_document (sifting->judge));
  g_autoptr (GArray) all = quo_session_list_sift_chances (sifting->judge->session,
                                                          QUO_SPAN (0, quo_text_get_length (text)));

  for (guint i = 0; i < all->len; i++)
    {
      const QuoSiftChance *chance = &g_array_index (all, QuoSiftChance, i);
      g_autofree char *id
          = g_strdup_printf ("%s %u-%u", chance->type, chance->span.start, chance->span.end);

      if (!g_hash_table_add (sifting->seen, g_steal_pointer (&id)))
        continue;
      *ret_chance = *chance;
      return TRUE;
    }
  return FALSE;
}

/* The keys it took; 0: it is none. */
static guint
sift_chance (Judge *judge, const QuoSiftChance *chance)
{
  QuoAnnotation like = { .type = chance->type, .ranges = &chance->span, .n_ranges = 1 };
  const Gold *gold = keys_find_gold (judge, &like);
  guint n;

  if (!keys_is_of_use (judge, &like))
    return 0;
  quo_session_type_sift (judge->session, chance->letter);
  if (gold != NULL && strcmp (gold->label, chance->type) == 0)
    return 1;
  n = mend_name (judge, chance->letter);
  if (n == 0)
    quo_session_type_sift (judge->session, chance->letter);
  return n;
}

static gboolean
sift_chances (Sifting *sifting)
{
  Judge *judge = sifting->judge;
  const QuoText *text = quo_document_get_text (keys_get_document (judge));
  QuoSiftChance chance;
  gboolean is_any = FALSE;

  while (find_next_chance (sifting, &chance))
    {
      guint n = sift_chance (judge, &chance);

      keys_tell (text, chance.span, n > 1 ? "chance-mended" : "chance", n);
      judge->keys->judge += n;
      is_any = is_any || n > 0;
      keys_settle (judge);
    }
  return is_any;
}

static void
sift_suggestions (Sifting *sifting)
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

/* What is made of a chance may bring suggestions. */
static void
sift_screen (Sifting *sifting)
{
  do
    sift_suggestions (sifting);
  while (sift_chances (sifting));
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
      /* When all of the last screen is left out, nothing is there for Enter. */
      if (quo_session_is_sifting (session))
        {
          keys->judge++;
          quo_session_type_sift (session, '\n');
        }
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
