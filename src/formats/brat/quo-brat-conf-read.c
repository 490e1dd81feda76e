/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading annotation.conf of brat into a tagset, with names and colours out of visual.conf and keys
 * out of kb_shortcuts.conf. The tree of types is flattened: a parent that cannot be used (!Name) is
 * no label. What an argument may be is not read: every role takes every label. */

#include "quo-config.h"

#include "quo-brat.h"

#include "quo-label-set.h"
#include "quo-lines.h"

#include <glib/gi18n.h>
#include <string.h>

/* Macros in macros, at most. */
#define MAX_DEPTH 4

typedef struct
{
  QuoLabelSet *set;
  GHashTable *macros; /* "<M>" to "A|B" */
  char section[16];   /* "entities", "" before the first */
} Conf;

/* --- Lines --- */

static gboolean
is_nothing (const char *line)
{
  return *line == '\0' || *line == '#' || g_str_has_prefix (line, "---");
}

/* "[labels]": TRUE, and *section is its name. */
static gboolean
cut_section (const char *line, char section[16])
{
  const char *end = *line == '[' ? strchr (line, ']') : NULL;

  if (end == NULL)
    return FALSE;
  g_strlcpy (section, line + 1, MIN ((gsize)(end - line), 16));
  return TRUE;
}

/* The first word of a line, which is cut there; the rest without blanks in front. */
static char *
cut_word (char *line, char **ret_rest)
{
  char *end = line + strcspn (line, " \t");

  *ret_rest = end + strspn (end, " \t");
  *end = '\0';
  return line;
}

/* --- annotation.conf --- */

static void
add_label (Conf *conf, const char *name)
{
  if (*name != '!' && *name != '<')
    quo_label_set_add (conf->set, name);
}

/* "Role*:Person, Other:<ENTITY>" as roles of @relation. */
static void
add_roles (Conf *conf, const char *relation, char *rest)
{
  char *argument;

  quo_label_set_add_role (conf->set, relation, NULL, FALSE);
  while ((argument = quo_lines_cut (&rest, ',')) != NULL)
    {
      char *name = g_strstrip (argument);
      gsize len = strcspn (name, ":?*+{");
      gboolean is_many = strchr ("*+{", name[len]) != NULL && name[len] != '\0';
      gboolean is_role = *name != '<' && strchr (name, ':') != NULL;

      name[len] = '\0';
      if (len > 0 && is_role)
        quo_label_set_add_role (conf->set, relation, name, is_many);
    }
}

/* The label itself when the event is not one of the relations of ours, whose trigger is another. */
static void
add_event (Conf *conf, const char *name, char *rest)
{
  if (*name == '!' || *name == '<')
    return;
  if (!g_str_equal (name, "quotation") && quo_label_set_find (conf->set, name) == G_MAXUINT)
    quo_label_set_get (conf->set, quo_label_set_add (conf->set, name))->kind = QUO_LABEL_FREE;
  add_roles (conf, name, rest);
}

/* Whom the attribute is for: "<ANY>", or types with | between, macros among them. */
static void
add_attr_for (Conf *conf, const char *types, const char *name, const char *const *values,
              guint depth)
{
  const char *type = values != NULL ? "choice" : "flag";
  g_auto (GStrv) names = g_strsplit (types, "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *macro = g_hash_table_lookup (conf->macros, g_strstrip (names[i]));
      guint index = quo_label_set_find (conf->set, names[i]);

      if (macro != NULL && depth < MAX_DEPTH)
        add_attr_for (conf, macro, name, values, depth + 1);
      else if (*names[i] == '<')
        quo_label_set_add_attr (conf->set, G_MAXUINT, name, type, values);
      else if (index != G_MAXUINT)
        quo_label_set_add_attr (conf->set, index, name, type, values);
    }
}

/* "form Arg:<ENTITY>, Value:direct|indirect" */
static void
add_attr (Conf *conf, const char *name, char *rest)
{
  g_auto (GStrv) values = NULL;
  const char *types = "<ANY>";
  char *argument;

  while ((argument = quo_lines_cut (&rest, ',')) != NULL)
    {
      char *part = g_strstrip (argument);

      if (g_str_has_prefix (part, "Arg:"))
        types = part + strlen ("Arg:");
      else if (g_str_has_prefix (part, "Value:") && values == NULL)
        values = g_strsplit (part + strlen ("Value:"), "|", -1);
    }
  if (*name != '<')
    add_attr_for (conf, types, name, (const char *const *)values, 0);
}

static void
read_line (Conf *conf, char *line)
{
  char *macro = *line == '<' ? strstr (line, ">=") : NULL;
  char *name, *rest;

  if (macro != NULL)
    {
      g_hash_table_insert (conf->macros, g_strndup (line, (gsize)(macro + 1 - line)),
                           g_strdup (macro + strlen (">=")));
      return;
    }
  name = cut_word (line, &rest);
  if (g_str_equal (conf->section, "entities"))
    add_label (conf, name);
  else if (g_str_equal (conf->section, "relations") && *name != '<' && !g_str_equal (name, "Alias"))
    add_roles (conf, name, rest);
  else if (g_str_equal (conf->section, "events"))
    add_event (conf, name, rest);
  else if (g_str_equal (conf->section, "attributes"))
    add_attr (conf, name, rest);
}

static void
read_conf (Conf *conf, char *text, gsize len)
{
  QuoLines lines;

  quo_lines_init (&lines, text, len);
  while (quo_lines_next (&lines))
    {
      char *line = g_strstrip (lines.line);

      if (!is_nothing (line) && !cut_section (line, conf->section))
        read_line (conf, line);
    }
}

/* --- What lies beside it --- */

/* "Person | Person | Pers" */
static void
read_names (QuoLabelSet *set, char *line)
{
  char *id = g_strstrip (quo_lines_cut (&line, '|'));
  char *name = quo_lines_cut (&line, '|');
  char *last = name;
  guint index = quo_label_set_find (set, id);

  if (index == G_MAXUINT || name == NULL)
    return;
  quo_label_set_get (set, index)->name = quo_tagset_keep (set->tagset, g_strstrip (name));
  while (line != NULL)
    last = quo_lines_cut (&line, '|');
  if (last != name)
    quo_label_set_get (set, index)->short_name = quo_tagset_keep (set->tagset, g_strstrip (last));
}

/* "Person<TAB>bgColor:#aabbcc, fgColor:black" */
static void
read_drawing (QuoLabelSet *set, char *line)
{
  char *rest, *part;
  guint index = quo_label_set_find (set, cut_word (line, &rest));

  while (index != G_MAXUINT && (part = quo_lines_cut (&rest, ',')) != NULL)
    {
      char *value = g_strstrip (part);

      if (g_str_has_prefix (value, "bgColor:"))
        quo_label_set_color (set, index, value + strlen ("bgColor:"));
    }
}

/* "P<TAB>Person" */
static void
read_key (QuoLabelSet *set, char *line)
{
  char *rest;
  const char *key = cut_word (line, &rest);
  guint index = quo_label_set_find (set, rest);

  if (index != G_MAXUINT && g_utf8_strlen (key, -1) == 1)
    {
      g_autofree char *lower = g_utf8_strdown (key, -1);

      quo_label_set_get (set, index)->key = quo_tagset_keep (set->tagset, lower);
    }
}

/* A file that is not there, or cannot be read, says nothing. */
static void
read_beside (QuoLabelSet *set, QuoSource *source, const char *file)
{
  gsize len;
  g_autofree char *text = quo_source_has (source, file)
                              ? quo_source_load_text (source, file, NULL, &len, NULL)
                              : NULL;
  gboolean is_keys = g_str_has_prefix (file, "kb_");
  char section[16] = "";
  QuoLines lines;

  if (text == NULL)
    return;
  quo_lines_init (&lines, text, len);
  while (quo_lines_next (&lines))
    {
      char *line = g_strstrip (lines.line);

      if (is_nothing (line) || cut_section (line, section))
        continue;
      if (is_keys)
        read_key (set, line);
      else if (g_str_equal (section, "labels"))
        read_names (set, line);
      else if (g_str_equal (section, "drawing"))
        read_drawing (set, line);
    }
}

/* brat has visual.conf; beside NAME.annotation.conf there may be NAME.visual.conf. */
static void
read_visual (QuoLabelSet *set, QuoSource *source)
{
  g_autofree char *stem = quo_source_dup_stem (source);
  g_autofree char *named = NULL;

  if (g_str_has_suffix (stem, ".annotation"))
    stem[strlen (stem) - strlen (".annotation")] = '\0';
  named = g_strconcat (stem, ".visual.conf", NULL);
  read_beside (set, source, "visual.conf");
  read_beside (set, source, named);
}

QuoTagset *
quo_brat_read_labels (QuoSource *source, GError **error)
{
  gsize len;
  g_autofree char *text = quo_source_load_text (source, NULL, NULL, &len, error);
  g_autoptr (GHashTable) macros = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (QuoLabelSet) set = { 0 };
  Conf conf = { .set = &set, .macros = macros };

  if (text == NULL)
    return NULL;
  quo_label_set_init (&set, "brat");
  read_conf (&conf, text, len);
  read_visual (&set, source);
  read_beside (&set, source, "kb_shortcuts.conf");
  return quo_label_set_finish (&set, quo_source_get_name (source), error);
}

gboolean
quo_brat_sniff_labels (const char *text)
{
  const char *section = strstr (text, "[entities]");

  return section != NULL && (section == text || section[-1] == '\n');
}
