/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the lines of printed pages to paragraphs. */
#include "quo-config.h"

#include "quo-pdf-lines.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Running heads and feet stand in these shares of a page. */
#define MARGIN 0.1
/* And on at least so many pages, or half of them. */
#define MIN_REPEATS 3
/* A line with less than this share of its column is no line of running text. */
#define SHORT_SHARE 0.6
/* Lines around one that are asked for the edges of their column, and how far from it they begin. */
#define AROUND 15
#define SAME_COLUMN 25
/* The first line of a paragraph stands so far in, in heights of a line. */
#define MIN_INDENT 0.4
/* The room between paragraphs beyond that between lines, in heights of a line. */
#define MIN_ROOM 0.15
/* So many paragraphs have to begin so for it to be the way of the file. */
#define MIN_INDENTED 3
/* Characters that a line needs for it to have a direction. */
#define MIN_TURNED 6

/* --- Heads and feet --- */

static gboolean
is_in_margin (const QuoPdfLine *line)
{
  return line->y2 < line->height * MARGIN || line->y1 > line->height * (1 - MARGIN);
}

/* A number, or a number between signs: "7", "- 7 -", "7/12", "Page 7". */
static gboolean
is_page_number (const char *text)
{
  guint n_digits = 0, n_letters = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      n_digits += g_unichar_isdigit (g_utf8_get_char (p));
      n_letters += g_unichar_isalpha (g_utf8_get_char (p));
    }
  return n_digits > 0 && n_digits <= 8 && (n_letters == 0 || (n_letters <= 6 && n_digits <= 4));
}

/* The line with every run of digits as one sign, so that the numbers of pages are alike. */
static char *
dup_key (const QuoPdfLine *line)
{
  GString *key = g_string_new (line->y2 < line->height / 2 ? "t" : "b");
  gboolean was_digit = FALSE;

  for (const char *p = line->text; *p != '\0'; p++)
    {
      gboolean is_digit = g_ascii_isdigit (*p);

      if (!is_digit || !was_digit)
        g_string_append_c (key, is_digit ? '#' : *p);
      was_digit = is_digit;
    }
  return g_string_free (key, FALSE);
}

void
quo_pdf_drop_running_lines (GArray *lines, guint n_pages)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const QuoPdfLine *line = &g_array_index (lines, QuoPdfLine, i);
      char *key;

      if (!is_in_margin (line))
        continue;
      key = dup_key (line);
      g_hash_table_replace (
          counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  for (guint i = 0; i < lines->len; i++)
    {
      QuoPdfLine *line = &g_array_index (lines, QuoPdfLine, i);
      g_autofree char *key = NULL;
      guint n;

      if (!is_in_margin (line))
        continue;
      key = dup_key (line);
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
      line->is_dropped
          = is_page_number (line->text) || n >= MIN_REPEATS || (n >= 2 && n * 2 >= n_pages);
    }
}

/* --- Turned lines --- */

/* A line that runs up the page, such as a stamp in the margin. */
static gboolean
is_turned (const QuoPdfLine *line)
{
  return line->y2 - line->y1 > 2 * (line->x2 - line->x1)
         && g_utf8_strlen (line->text, MIN_TURNED) >= MIN_TURNED;
}

/* In vertical writing nearly all lines are turned: those are the text. */
void
quo_pdf_drop_turned_lines (GArray *lines)
{
  for (guint i = 0, end; i < lines->len; i = end)
    {
      guint page = g_array_index (lines, QuoPdfLine, i).page, n_turned = 0;

      for (end = i; end < lines->len && g_array_index (lines, QuoPdfLine, end).page == page; end++)
        n_turned += is_turned (&g_array_index (lines, QuoPdfLine, end));
      for (guint k = i; n_turned * 4 < end - i && k < end; k++)
        g_array_index (lines, QuoPdfLine, k).is_dropped
            |= is_turned (&g_array_index (lines, QuoPdfLine, k));
    }
}

/* --- Hyphens --- */

/* What may be the part of a word on one side of a hyphen: letters up to anything else. */
static const char *
find_word_start (const char *text, const char *end)
{
  while (end > text)
    {
      const char *before = g_utf8_prev_char (end);

      if (!g_unichar_isalpha (g_utf8_get_char (before)))
        break;
      end = before;
    }
  return end;
}

static const char *
find_word_end (const char *p)
{
  while (g_unichar_isalpha (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* (transfer full): "well-known" of the letters on both sides of a hyphen, in small letters. */
static char *
dup_compound (const char *left, const char *left_end, const char *right)
{
  g_autofree char *first = g_utf8_strdown (left, left_end - left);
  g_autofree char *second = g_utf8_strdown (right, find_word_end (right) - right);

  return g_strconcat (first, "-", second, NULL);
}

/* (transfer full): the words with a hyphen that stand within the lines. Where one of them is broken
 * at its hyphen, the hyphen is part of it. */
static GHashTable *
list_compounds (const GArray *lines)
{
  GHashTable *compounds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const char *text = g_array_index (lines, QuoPdfLine, i).text;

      for (const char *hyphen = text; (hyphen = strchr (hyphen, '-')) != NULL; hyphen++)
        if (find_word_start (text, hyphen) < hyphen && find_word_end (hyphen + 1) > hyphen + 1)
          g_hash_table_add (compounds,
                            dup_compound (find_word_start (text, hyphen), hyphen, hyphen + 1));
    }
  return compounds;
}

/* --- Paragraphs --- */

static gunichar
get_last (const char *text)
{
  return *text == '\0' ? 0 : g_utf8_get_char (g_utf8_prev_char (text + strlen (text)));
}

static gboolean
is_end_of_sentence (const char *text)
{
  gunichar last = get_last (text);

  return last != 0 && strchr (".!?:", (int)MIN (last, 127)) != NULL && last < 127
             ? TRUE
             : last == 0x201d || last == 0xbb || last == 0x2019 || last == '"' || last == ')'
                   || last == 0x3002 || last == 0x2026;
}

/* Whether a line begins an item of a list: with a bullet, or with a number and a full stop. */
static gboolean
is_item (const char *text)
{
  static const char *const bullets[]
      = { "• ", "◦ ", "▪ ", "‣ ", "● ", "○ ", "■ ", "□ ", "– ", "— ", "\xef\x82\xb7", NULL };
  gsize n_digits = strspn (text, "0123456789");

  for (guint i = 0; bullets[i] != NULL; i++)
    if (g_str_has_prefix (text, bullets[i]))
      return TRUE;
  return n_digits > 0 && n_digits <= 2 && (text[n_digits] == '.' || text[n_digits] == ')')
         && text[n_digits + 1] == ' ';
}

static gboolean
is_as_large (const QuoPdfLine *a, const QuoPdfLine *b)
{
  double size = a->y2 - a->y1, other = b->y2 - b->y1;

  return fabs (size - other) <= 0.2 * MAX (size, other);
}

/* The edges of the column a line stands in: those of the lines around it. */
static void
get_edges (const GArray *lines, guint i, double *ret_left, double *ret_right)
{
  const QuoPdfLine *line = &g_array_index (lines, QuoPdfLine, i);

  *ret_left = line->x1;
  *ret_right = line->x2;
  for (guint k = i > AROUND ? i - AROUND : 0; k < MIN (i + AROUND, lines->len); k++)
    {
      const QuoPdfLine *other = &g_array_index (lines, QuoPdfLine, k);

      if (other->page != line->page || fabs (other->x1 - line->x1) >= SAME_COLUMN
          || !is_as_large (other, line))
        continue;
      *ret_left = MIN (*ret_left, other->x1);
      *ret_right = MAX (*ret_right, other->x2);
    }
}

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a, second = *(const double *)b;

  return first < second ? -1 : first > second;
}

/* The gap between lines around @i that follow one another in its column: that of the middle. */
static double
get_usual_gap (const GArray *lines, guint i)
{
  const QuoPdfLine *line = &g_array_index (lines, QuoPdfLine, i);
  double gaps[2 * AROUND];
  guint n = 0;

  for (guint k = i > AROUND ? i - AROUND : 0; k + 1 < MIN (i + AROUND, lines->len); k++)
    {
      const QuoPdfLine *before = &g_array_index (lines, QuoPdfLine, k), *after = before + 1;

      if (before->page == line->page && after->page == line->page && after->y1 > before->y1
          && fabs (before->x1 - line->x1) < SAME_COLUMN && fabs (after->x1 - line->x1) < SAME_COLUMN
          && is_as_large (before, line) && is_as_large (after, line))
        gaps[n++] = after->y1 - before->y2;
    }
  if (n == 0)
    return 0;
  qsort (gaps, n, sizeof gaps[0], compare_gaps);
  return gaps[n / 2];
}

static gboolean
is_indented (const GArray *lines, guint i)
{
  const QuoPdfLine *line = &g_array_index (lines, QuoPdfLine, i);
  double left, right;

  get_edges (lines, i, &left, &right);
  return line->x1 - left > MIN_INDENT * (line->y2 - line->y1);
}

static gboolean
is_early (const GArray *lines, guint i)
{
  const QuoPdfLine *line = &g_array_index (lines, QuoPdfLine, i);
  double left, right;

  get_edges (lines, i, &left, &right);
  return line->x2 < right - 3 * (line->y2 - line->y1);
}

static guint
find_next (const GArray *lines, guint i)
{
  while (i < lines->len && g_array_index (lines, QuoPdfLine, i).is_dropped)
    i++;
  return i;
}

/* Whether paragraphs begin with an indent: behind lines that end early with a full stop, most of
 * those that follow in the same column do. */
static gboolean
has_indents (const GArray *lines)
{
  guint n_ends = 0, n_indented = 0;

  for (guint i = find_next (lines, 0), next; i < lines->len; i = next)
    {
      const QuoPdfLine *line = &g_array_index (lines, QuoPdfLine, i), *after;

      next = find_next (lines, i + 1);
      if (next == lines->len)
        break;
      after = &g_array_index (lines, QuoPdfLine, next);
      if (after->page != line->page || after->y1 < line->y2 - (line->y2 - line->y1) / 2
          || !is_as_large (line, after) || !is_end_of_sentence (line->text) || !is_early (lines, i))
        continue;
      n_ends++;
      n_indented += is_indented (lines, next);
    }
  return n_indented >= MIN_INDENTED && n_indented * 3 >= n_ends * 2;
}

/* Whether a line goes on behind the last one in the same row: as a note behind its mark, or behind
 * a wide gap, unless another column has come between them. */
static gboolean
is_same_row (const QuoPdfLine *last, const QuoPdfLine *line)
{
  double size = MIN (last->y2 - last->y1, line->y2 - line->y1);
  double common = MIN (last->y2, line->y2) - MAX (last->y1, line->y1);
  double gap = line->x1 - last->x2;

  return line->page == last->page && common > 0.5 * size && gap > -size
         && (gap < 1.2 * size || line->is_split);
}

/* Whether a paragraph begins in a file where their first lines stand further in than the others. A
 * line that does so behind another one, as beside a large capital, is none of these. */
static gboolean
is_first_line (const GArray *lines, guint last_index, guint index)
{
  const QuoPdfLine *last = &g_array_index (lines, QuoPdfLine, last_index);
  const QuoPdfLine *line = &g_array_index (lines, QuoPdfLine, index);

  return is_indented (lines, index)
         && (last->page != line->page || line->y1 < last->y1 || !is_indented (lines, last_index)
             || is_early (lines, last_index));
}

static gboolean
is_new_paragraph (const GArray *lines, guint last_index, guint index, gboolean is_by_indent)
{
  const QuoPdfLine *last = &g_array_index (lines, QuoPdfLine, last_index);
  const QuoPdfLine *line = &g_array_index (lines, QuoPdfLine, index);
  double size = line->y2 - line->y1, last_size = last->y2 - last->y1;
  gboolean is_last_early = is_early (lines, last_index);
  double left, edge;

  get_edges (lines, last_index, &left, &edge);
  if (is_same_row (last, line))
    return FALSE;
  if (!is_as_large (line, last))
    return TRUE;
  /* Another column or page: it goes on if the sentence does. */
  if (line->page != last->page || line->y1 < last->y1 - last_size)
    return (is_by_indent ? is_first_line (lines, last_index, index)
                         : is_end_of_sentence (last->text))
           || (is_last_early && !g_unichar_islower (g_utf8_get_char (line->text)));
  if (line->y1 - last->y2 > 0.75 * last_size)
    return TRUE;
  /* A little more room than between other lines: a paragraph, if a sentence can begin there. */
  if (line->y1 - last->y2 > get_usual_gap (lines, last_index) + MIN_ROOM * last_size
      && (is_last_early || is_end_of_sentence (last->text))
      && !g_unichar_islower (g_utf8_get_char (line->text)))
    return TRUE;
  if (is_by_indent && is_first_line (lines, last_index, index))
    return TRUE;
  if (is_last_early && last->x1 - line->x1 > size)
    return TRUE;
  /* A heading or a cell: far from full, and what follows does not go on. */
  if (last->x2 - last->x1 < SHORT_SHARE * (edge - last->x1)
      && !g_unichar_islower (g_utf8_get_char (line->text)))
    return TRUE;
  /* A number may also begin a line by chance, but not behind a line that ends early. */
  if (is_item (line->text)
      && (!g_ascii_isdigit (*line->text) || is_last_early || is_item (last->text)
          || is_end_of_sentence (last->text)))
    return TRUE;
  if (line->x1 - last->x1 > 0.8 * size && line->x1 - last->x1 < 6 * size
      && is_end_of_sentence (last->text))
    return TRUE;
  return is_last_early && is_end_of_sentence (last->text);
}

static gboolean
ends_with_hyphen (const char *text)
{
  gsize len = strlen (text);

  return (len > 1 && text[len - 1] == '-'
          && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (text + len - 1))))
         || (len > 2 && (g_str_has_suffix (text, "\u2010") || g_str_has_suffix (text, "\u00ad")));
}

/* One letter as high as two lines or more, beside the first of which it stands. */
static gboolean
is_drop_capital (const QuoPdfLine *line, const QuoPdfLine *next)
{
  return g_utf8_strlen (line->text, 2) == 1
         && line->y2 - line->y1 > QUO_PDF_DROP_CAPITAL * (next->y2 - next->y1)
         && is_same_row (line, next);
}

static void
add_line (QuoProse *prose, const QuoPdfLine *line, const QuoPdfLine *next, GHashTable *compounds)
{
  const char *text = line->text;
  gsize len = strlen (text);

  if (next != NULL && ends_with_hyphen (text))
    {
      gunichar first = g_utf8_get_char (next->text);
      const char *hyphen = g_utf8_prev_char (text + len);
      g_autofree char *compound = dup_compound (find_word_start (text, hyphen), hyphen, next->text);
      gboolean is_mended
          = g_unichar_islower (first) && !g_hash_table_contains (compounds, compound);

      quo_prose_add (prose, text, is_mended ? (gsize)(hyphen - text) : len);
      return;
    }
  quo_prose_add (prose, text, len);
  if (next != NULL && !is_drop_capital (line, next))
    quo_prose_gap (prose, QUO_GAP_SPACE);
}

void
quo_pdf_add_lines (const GArray *lines, QuoProse *prose,
                   void (*on_page) (guint page, gsize start, gpointer data), gpointer data)
{
  g_autoptr (GHashTable) compounds = list_compounds (lines);
  gboolean is_by_indent = has_indents (lines);
  guint last_page = G_MAXUINT;

  for (guint i = find_next (lines, 0); i < lines->len;)
    {
      const QuoPdfLine *line = &g_array_index (lines, QuoPdfLine, i);
      guint next = find_next (lines, i + 1);
      gboolean goes_on = next < lines->len && !is_new_paragraph (lines, i, next, is_by_indent);

      if (line->page != last_page)
        on_page (line->page, quo_prose_tell (prose, QUO_GAP_NONE), data);
      last_page = line->page;
      add_line (prose, line, goes_on ? &g_array_index (lines, QuoPdfLine, next) : NULL, compounds);
      if (!goes_on)
        quo_prose_gap (prose, QUO_GAP_BLOCK);
      i = next;
    }
}
