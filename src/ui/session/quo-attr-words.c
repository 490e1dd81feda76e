/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the attributes of the built-in tagset are called. The tables follow
 * data/tagsets/news.tagset.json; a test holds that none of its choices is missing. */
#include "quo-config.h"

#include "quo-attr-words.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct
{
  const char *name, *heading;
} NAMES[] = {
  /* Translators: the heading over direct, indirect and so on: how a quote is given. */
  { "form", NC_ ("attribute", "Form") },
  /* Translators: what somebody is called before the name: Mayor, Dr, Professor. */
  { "title", NC_ ("attribute", "Title") },
};

static const struct
{
  const char *name, *value, *context;
} VALUES[] = {
  /* Translators: a quote in quotation marks, word for word. Shown within a line: “direct · 20
   * words”, and with a capital letter in a list. */
  { "form", NC_ ("form of a quote", "direct"), "form of a quote" },
  /* Translators: speech that is told without quotation marks: she said the bridge would open. */
  { "form", NC_ ("form of a quote", "indirect"), "form of a quote" },
  /* Translators: told speech, some words of which stand in quotation marks. */
  { "form", NC_ ("form of a quote", "mixed"), "form of a quote" },
  /* Translators: a quote of what somebody thinks. */
  { "form", NC_ ("form of a quote", "thought"), "form of a quote" },
  /* Translators: a quote of what somebody wrote. */
  { "form", NC_ ("form of a quote", "written"), "form of a quote" },
  /* Translators: how words stand for somebody whom they do not name: she, he, they. */
  { "form", NC_ ("form of a mention", "pronoun"), "form of a mention" },
  /* Translators: how words stand for somebody whom they do not name: the mayor, a neighbour. */
  { "form", NC_ ("form of a mention", "nominal"), "form of a mention" },
};

static char *
dup_capitalized (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, MIN (1, g_utf8_strlen (words, -1)));
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, words + strlen (first), NULL);
}

char *
quo_attr_dup_heading (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    if (g_str_equal (NAMES[i].name, name))
      return g_strdup (g_dpgettext2 (NULL, "attribute", NAMES[i].heading));
  return g_strdelimit (dup_capitalized (name), "-_", ' ');
}

/* NULL: it is not of the built-in tagset. */
static const char *
find_value (const char *name, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (VALUES); i++)
    if (g_str_equal (VALUES[i].name, name) && g_str_equal (VALUES[i].value, value))
      return g_dpgettext2 (NULL, VALUES[i].context, VALUES[i].value);
  return NULL;
}

const char *
quo_attr_get_shown_value (const char *name, const char *value)
{
  const char *known = find_value (name, value);

  return known != NULL ? known : value;
}

char *
quo_attr_dup_choice (const char *name, const char *value)
{
  const char *known = find_value (name, value);

  return known != NULL ? dup_capitalized (known) : g_strdup (value);
}
