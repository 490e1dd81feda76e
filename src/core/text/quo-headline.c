/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a plain article. A line is taken for something only if it stands between blank lines
 * and cannot well be a sentence of the story. */
#include "quo-config.h"

#include "quo-headline.h"

#include <string.h>

#define HEADLINE_LENGTH 160
#define BYLINE_LENGTH 120
#define KICKER_LENGTH 40
#define KICKER_WORDS 3
/* A place in capitals, and what stands between it and the dash: region, day, agency. */
#define PLACE_LENGTH 40
#define DATELINE_LENGTH 80

/* How bylines begin; no letters follow. */
static const char *const BYLINES[] = { "By", "Von",  "Par", "Por", "Di",   "Da", "Av",
                                       "Af", "Door", "Van", "كتب", "كتبت", "От", "Автор" };

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)) && g_utf8_get_char (text) != 0xfeff)
      return FALSE;
  return TRUE;
}

/* Past the marks that close a quote or a bracket, too. */
static gboolean
ends_as_sentence (const char *text)
{
  const char *end = text + strlen (text);

  while (end > text)
    {
      gunichar last;

      end = g_utf8_prev_char (end);
      last = g_utf8_get_char (end);
      if (last < 0x80 ? strchr (".,;:", (int)last) != NULL : last == 0x3002 || last == 0x060c)
        return TRUE;
      if (!g_unichar_isspace (last) && g_unichar_type (last) != G_UNICODE_FINAL_PUNCTUATION
          && g_unichar_type (last) != G_UNICODE_CLOSE_PUNCTUATION && last != '"')
        return FALSE;
    }
  return FALSE;
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t", -1);
  guint n_words = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n_words += *words[i] != '\0';
  return n_words;
}

/* A line that stands alone, is not long and does not end as a sentence does. */
static gboolean
is_headline (const char *text, const char *next)
{
  glong len = g_utf8_strlen (text, -1);

  return len >= 4 && len <= HEADLINE_LENGTH && is_blank (next) && !ends_as_sentence (text);
}

static gboolean
is_byline (const char *text)
{
  glong len = g_utf8_strlen (text, -1);

  if (len < 5 || len > BYLINE_LENGTH)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (BYLINES); i++)
    if (g_str_has_prefix (text, BYLINES[i]) && text[strlen (BYLINES[i])] == ' '
        && text[strlen (text) - 1] != '.')
      return TRUE;
  return FALSE;
}

/* Few words, over a line that is a headline and has more. */
static gboolean
is_kicker (const char *text, const char *next, const char *after)
{
  guint n_words = count_words (text);

  return n_words <= KICKER_WORDS && g_utf8_strlen (text, -1) <= KICKER_LENGTH
         && count_words (next) > n_words + 1 && is_headline (next, after) && !is_byline (next)
         && quo_headline_measure_dateline (next) == 0;
}

static guint
skip_blank (const char *const *lines, guint n_lines, guint line)
{
  while (line < n_lines && is_blank (lines[line]))
    line++;
  return line;
}

QuoHeadline
quo_headline_find (const char *const *lines, guint n_lines)
{
  QuoHeadline found = { -1, -1, -1 };
  guint line = skip_blank (lines, n_lines, 0);
  guint next = skip_blank (lines, n_lines, line + 1);

  if (next < n_lines && is_headline (lines[line], lines[line + 1]) && !is_byline (lines[line]))
    {
      if (next + 1 < n_lines && is_kicker (lines[line], lines[next], lines[next + 1]))
        {
          found.kicker = (int)line;
          line = next;
        }
      found.headline = (int)line;
      line = skip_blank (lines, n_lines, line + 1);
    }
  if (line < n_lines && is_byline (lines[line]))
    found.byline = (int)line;
  return found;
}

/* Whether what follows the place in capitals belongs to a dateline: a dash comes, or an agency
 * between slashes, and before it no sentence is begun. */
static gboolean
is_rest_of_dateline (const char *text)
{
  guint len = 0;

  for (const char *p = text; *p != '\0' && len <= DATELINE_LENGTH; p = g_utf8_next_char (p), len++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2014 || c == 0x2013 || g_str_has_prefix (p, " - ") || g_str_has_prefix (p, " -- "))
        return TRUE;
      if (c == '/' && g_ascii_isupper (p[1]))
        return TRUE;
      if (c == '"' || c == 0x201c || c == ':')
        return FALSE;
    }
  return FALSE;
}

guint
quo_headline_measure_dateline (const char *text)
{
  guint n_letters = 0, len = 0, place = 0;
  const char *p = text;

  for (; *p != '\0' && len <= PLACE_LENGTH; p = g_utf8_next_char (p), len++)
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c) || g_unichar_isdigit (c))
        return 0;
      if (g_unichar_isupper (c))
        {
          n_letters++;
          place = len + 1;
        }
      else if (c == ',' || c == '(' || c == '/' || c == 0x2014 || c == 0x2013
               || g_str_has_prefix (p, " - ") || g_str_has_prefix (p, " -- "))
        break;
    }
  return n_letters >= 2 && is_rest_of_dateline (p) ? place : 0;
}
