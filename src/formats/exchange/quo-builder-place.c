/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the drafts stand in the article. Offsets are read as the format states; if the words of the
 * file do not all stand there, in the other ways programs are known to count. What fits none is
 * told and becomes an orphan: nothing is guessed. */

#include "quo-config.h"

#include "quo-builder-private.h"

#include "quo-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* The share of annotations that must fit a reading for it to be taken if none fits all. */
#define ENOUGH_PERCENT 95

/* How much of the words is shown in a message. */
#define SHOWN_CHARS 40

/* --- Comparing words --- */

static gboolean
is_blank (const char *p)
{
  return (guchar)*p <= ' ' || ((guchar)*p >= 0x80 && g_unichar_isspace (g_utf8_get_char (p)));
}

static const char *
skip_blanks (const char *p, const char *end, gboolean *ret_is_blank)
{
  *ret_is_blank = FALSE;
  for (; p < end && is_blank (p); p = g_utf8_next_char (p))
    *ret_is_blank = TRUE;
  return p;
}

/* Whether the two say the same but for the kind and number of blanks between words. */
static gboolean
says_same (const char *a, gsize a_len, const char *b, gsize b_len, gboolean ignores_blanks)
{
  const char *a_end = a + a_len, *b_end = b + b_len;
  gboolean is_start = TRUE;

  if (a_len == b_len && memcmp (a, b, a_len) == 0)
    return TRUE;
  for (;;)
    {
      gboolean is_a_blank, is_b_blank;

      a = skip_blanks (a, a_end, &is_a_blank);
      b = skip_blanks (b, b_end, &is_b_blank);
      if (a == a_end || b == b_end)
        return a == a_end && b == b_end;
      if (!is_start && !ignores_blanks && is_a_blank != is_b_blank)
        return FALSE;
      if (g_utf8_get_char (a) != g_utf8_get_char (b))
        return FALSE;
      is_start = FALSE;
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
}

static gboolean
stands_at (const QuoBuilder *builder, QuoSpan span, const char *surface, gsize len)
{
  const char *start = quo_text_at (builder->article->text, span.start);
  const char *end = quo_text_at (builder->article->text, span.end);

  return says_same (start, (gsize)(end - start), surface, len, builder->ignores_blanks);
}

/* The words of all ranges, in the order of the file, joined by a blank. */
static gboolean
says_together (const QuoBuilder *builder, const QuoDraft *draft)
{
  g_autoptr (GString) words = NULL;

  if (draft->ranges->len == 1)
    return stands_at (builder, quo_draft_get_range (draft, 0)->at, draft->surface,
                      draft->surface_len);
  words = g_string_new (NULL);
  for (guint i = 0; i < draft->ranges->len; i++)
    {
      QuoSpan span = quo_draft_get_range (draft, i)->at;
      const char *start = quo_text_at (builder->article->text, span.start);

      if (i > 0)
        g_string_append (words, builder->joint);
      g_string_append_len (words, start, quo_text_at (builder->article->text, span.end) - start);
    }
  return says_same (words->str, words->len, draft->surface, draft->surface_len,
                    builder->ignores_blanks);
}

/* --- Looking for words --- */

static void
fold_text (QuoBuilder *builder)
{
  const char *utf8 = quo_text_get_utf8 (builder->article->text);
  gboolean was_blank = FALSE;

  builder->folded.text = g_string_new (NULL);
  builder->folded.bytes = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_space = is_blank (p);
      guint32 byte = (guint32)(p - utf8);
      gsize len = is_space ? 1 : (gsize)(g_utf8_next_char (p) - p);

      if (is_space && was_blank)
        continue;
      g_string_append_len (builder->folded.text, is_space ? " " : p, (gssize)len);
      for (gsize i = 0; i < len; i++)
        g_array_append_val (builder->folded.bytes, byte);
      was_blank = is_space;
    }
}

static char *
fold (const char *s, gboolean is_stripped)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = s != NULL ? s : ""; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_blank (p))
      g_string_append_len (folded, p, g_utf8_next_char (p) - p);
    else if (folded->len == 0 || folded->str[folded->len - 1] != ' ')
      g_string_append_c (folded, ' ');
  return is_stripped ? g_strstrip (g_string_free (folded, FALSE)) : g_string_free (folded, FALSE);
}

static gboolean
has_context (const GString *text, gsize start, gsize end, const char *pre, const char *suf)
{
  gsize n = strlen (pre);

  return (n == 0 || (n <= start && memcmp (text->str + start - n, pre, n) == 0))
         && g_str_has_prefix (text->str + end, suf);
}

/* The only place of the words, first without, then with their context. */
static gboolean
find_words (QuoBuilder *builder, QuoDraftRange *range)
{
  g_autofree char *words = fold (range->surface, TRUE);
  g_autofree char *pre = fold (range->pre, FALSE);
  g_autofree char *suf = fold (range->suf, FALSE);
  gsize len = strlen (words);
  const char *found, *only = NULL, *fitting = NULL;
  guint n = 0, n_fitting = 0;
  const GString *text;
  gsize start;

  if (builder->folded.text == NULL)
    fold_text (builder);
  text = builder->folded.text;
  if (len == 0)
    return FALSE;
  for (found = text->str; (found = strstr (found, words)) != NULL; found++)
    {
      start = (gsize)(found - text->str);
      only = n++ == 0 ? found : only;
      if (has_context (text, start, start + len, pre, suf))
        fitting = n_fitting++ == 0 ? found : fitting;
    }
  if (n != 1 && n_fitting != 1)
    return FALSE;
  start = (gsize)((n == 1 ? only : fitting) - text->str);
  range->at.start = quo_text_from_byte (builder->article->text,
                                        g_array_index (builder->folded.bytes, guint32, start));
  range->at.end
      = quo_text_from_byte (builder->article->text,
                            g_array_index (builder->folded.bytes, guint32, start + len - 1))
        + 1;
  return TRUE;
}

/* --- Readings --- */

/* Gives the ranges their place under a reading; FALSE: they do not fit. */
static gboolean
place_draft (QuoBuilder *builder, QuoDraft *draft, const QuoReading *reading)
{
  for (guint i = 0; i < draft->ranges->len; i++)
    {
      QuoDraftRange *range = quo_draft_get_range (draft, i);

      if (range->is_quote)
        {
          if (quo_span_is_empty (range->at) && !find_words (builder, range))
            return FALSE;
          continue;
        }
      range->at = QUO_SPAN (0, 0);
      if (!quo_offsets_convert (builder->offsets, reading, range->start, range->end, &range->at)
          || quo_span_is_empty (range->at))
        return FALSE;
      if (range->surface != NULL && !stands_at (builder, range->at, range->surface, range->len))
        return FALSE;
    }
  return draft->surface == NULL || says_together (builder, draft);
}

/* Whether the file tells in words what stands there, so that its offsets can be held against it. */
static gboolean
has_surface (const QuoDraft *draft)
{
  return draft->ranges != NULL && !draft->is_dropped && !quo_draft_get_range (draft, 0)->is_quote
         && (draft->surface != NULL || quo_draft_get_range (draft, 0)->surface != NULL);
}

static guint
count_fitting (QuoBuilder *builder, const QuoReading *reading, guint n_allowed)
{
  guint n = 0, n_wrong = 0;

  for (guint i = 0; i < builder->drafts->len && n_wrong <= n_allowed; i++)
    {
      QuoDraft *draft = g_ptr_array_index (builder->drafts, i);

      if (!has_surface (draft))
        continue;
      if (place_draft (builder, draft, reading))
        n++;
      else
        n_wrong++;
    }
  return n;
}

static void
tell_reading (QuoBuilder *builder, const QuoReading *reading, guint n_fitting, guint n)
{
  g_autofree char *stated = quo_reading_describe (&builder->reading);
  g_autofree char *fitting = quo_reading_describe (reading);

  quo_report_add (builder->report, QUO_REPORT_CHANGED, NULL,
                  _ ("The offsets do not count %s, as they should, but %s: so read, %u of %u "
                     "annotations say what stands there"),
                  stated, fitting, n_fitting, n);
}

/* The reading in which all fit, else one in which nearly all do, else the stated one. */
static guint
choose_reading (QuoBuilder *builder, guint n, QuoReading *ret_reading)
{
  guint n_best = count_fitting (builder, &builder->reading, n);
  QuoReading reading;

  *ret_reading = builder->reading;
  if (n_best == n)
    return n;
  for (guint i = 0; n_best < n && quo_reading_next (&builder->reading, i, &reading); i++)
    {
      guint n_fitting
          = count_fitting (builder, &reading, n - MAX (n_best, n * ENOUGH_PERCENT / 100));

      if (n_fitting <= n_best || n_fitting * 100 < n * ENOUGH_PERCENT)
        continue;
      n_best = n_fitting;
      *ret_reading = reading;
    }
  if (memcmp (ret_reading, &builder->reading, sizeof reading) != 0)
    tell_reading (builder, ret_reading, n_best, n);
  return n_best;
}

/* --- What does not fit --- */

static char *
dup_shown (const char *words)
{
  g_autofree char *folded = fold (words, TRUE);

  if (g_utf8_strlen (folded, -1) <= SHOWN_CHARS)
    return g_steal_pointer (&folded);
  *g_utf8_offset_to_pointer (folded, SHOWN_CHARS) = '\0';
  return g_strconcat (folded, "…", NULL);
}

/* What the file says of all ranges together; NULL: nothing. */
static char *
dup_words (const QuoDraft *draft)
{
  GString *words;

  if (draft->surface != NULL)
    return g_strndup (draft->surface, draft->surface_len);
  words = g_string_new (NULL);
  for (guint i = 0; i < draft->ranges->len; i++)
    if (quo_draft_get_range (draft, i)->surface != NULL)
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "",
                              quo_draft_get_range (draft, i)->surface);
  return g_string_free (words, FALSE);
}

static void
add_finding (QuoBuilder *builder, const QuoDraft *draft, const char *words)
{
  const QuoDraftRange *range = quo_draft_get_range (draft, 0);
  g_autofree char *place = NULL;
  g_autofree char *shown = dup_shown (words);
  g_autofree char *there = NULL;

  if (draft->line > 0)
    place = g_strdup_printf (_ ("line %u"), draft->line);
  if (range->is_quote)
    quo_report_add (builder->report, QUO_REPORT_FINDING, place,
                    _ ("“%s” is not to be found in the text, or in more than one place"), shown);
  else if (quo_span_is_empty (range->at))
    quo_report_add (builder->report, QUO_REPORT_FINDING, place,
                    _ ("“%s” should stand at %u–%u, which is no place in the text"), shown,
                    range->start, range->end);
  else
    {
      g_autofree char *text = quo_text_dup (builder->article->text, range->at);

      there = dup_shown (text);
      quo_report_add (builder->report, QUO_REPORT_FINDING, place,
                      _ ("“%s” should stand at %u–%u, where the text says “%s”"), shown,
                      range->start, range->end, there);
    }
}

/* A range that has its words keeps them without a place; one that has none is nothing. */
static gboolean
handle_misfit (QuoBuilder *builder, QuoDraft *draft, GHashTable *orphans, GError **error)
{
  const QuoDraftRange *range = quo_draft_get_range (draft, 0);
  g_autofree char *words = dup_words (draft);

  draft->is_dropped = *words == '\0';
  if (draft->is_dropped)
    return quo_builder_refuse (builder, draft->line, error,
                               range->start == range->end ? _ (
                                   "%u–%u is empty; an annotation marks at least one character")
                                                          : _ ("%u–%u is no place in the text"),
                               range->start, range->end);
  add_finding (builder, draft, words);
  g_hash_table_insert (orphans, draft, (gpointer)quo_builder_keep (builder, words, -1));
  return TRUE;
}

/* Finds a draft by its words where its offsets say nothing; TRUE: each range has one place. */
static gboolean
search_draft (QuoBuilder *builder, QuoDraft *draft)
{
  if (!has_surface (draft) || draft->surface != NULL)
    return FALSE;
  for (guint i = 0; i < draft->ranges->len; i++)
    {
      QuoDraftRange *range = quo_draft_get_range (draft, i);

      if (range->surface == NULL || !find_words (builder, range))
        return FALSE;
    }
  return TRUE;
}

static void
tell_searched (QuoBuilder *builder, guint n)
{
  if (n > 0)
    quo_report_add (builder->report, QUO_REPORT_CHANGED, NULL,
                    ngettext ("%u annotation does not stand where the file says; it was found by "
                              "its words",
                              "%u annotations do not stand where the file says; they were found "
                              "by their words",
                              n),
                    n);
}

static gboolean
refuse_all (QuoBuilder *builder, guint n, GError **error)
{
  return quo_builder_refuse (builder, 0, error,
                             ngettext ("the words of its %u annotation do not stand in the text "
                                       "where it says; is this the right article?",
                                       "the words of none of its %u annotations stand in the text "
                                       "where it says; is this the right article?",
                                       n),
                             n);
}

/* Gives one draft its place, or makes it an orphan; FALSE with the error: stop. */
static gboolean
place_or_handle (QuoBuilder *builder, QuoDraft *draft, const QuoReading *reading,
                 GHashTable *orphans, guint *n_searched, GError **error)
{
  if (draft->ranges == NULL)
    {
      draft->is_dropped = TRUE;
      return quo_builder_refuse (builder, draft->line, error, "%s",
                                 _ ("the annotation marks nothing"));
    }
  if (place_draft (builder, draft, reading))
    return TRUE;
  if (builder->is_searching && search_draft (builder, draft))
    {
      (*n_searched)++;
      return TRUE;
    }
  return handle_misfit (builder, draft, orphans, error);
}

gboolean
quo_builder_place (QuoBuilder *builder, GHashTable *orphans, GError **error)
{
  QuoReading reading;
  guint n = 0, n_searched = 0, n_fitting;

  for (guint i = 0; i < builder->drafts->len; i++)
    n += has_surface (g_ptr_array_index (builder->drafts, i));
  n_fitting = choose_reading (builder, n, &reading);
  if (n_fitting == 0 && n > 0 && !builder->is_searching && !refuse_all (builder, n, error))
    return FALSE;
  for (guint i = 0; i < builder->drafts->len; i++)
    {
      QuoDraft *draft = g_ptr_array_index (builder->drafts, i);

      if (draft->kind == QUO_RECORD_ANNOTATION && !draft->is_dropped
          && !place_or_handle (builder, draft, &reading, orphans, &n_searched, error))
        return FALSE;
    }
  tell_searched (builder, n_searched);
  return !builder->is_searching || n == 0 || n_fitting + n_searched > 0
         || refuse_all (builder, n, error);
}
