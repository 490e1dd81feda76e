/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading CoNLL-U: the forms with their blanks are the text; mentions are in MISC as Entity=(...)
 * or, without them, as NER=B-... */

#include "quo-config.h"

#include "quo-conllu-private.h"
#include "quo-conllu.h"
#include "quo-lines.h"

#include <glib/gi18n.h>
#include <string.h>

#define N_COLUMNS 10

/* --- MISC --- */

static char *
unescape_spaces (const char *s)
{
  static const char from[] = "strnp\\", to[] = " \t\r\n|\\";
  GString *spaces = g_string_new (NULL);

  for (; *s != '\0'; s++)
    {
      const char *found = *s == '\\' && s[1] != '\0' ? strchr (from, s[1]) : NULL;

      g_string_append_c (spaces, found != NULL ? to[found - from] : *s);
      s += found != NULL;
    }
  return g_string_free (spaces, FALSE);
}

/* What stands after the token. */
static const char *
find_space_after (QuoConllu *conllu, const char *misc)
{
  g_autofree char *after = quo_conllu_dup_misc (misc, "SpaceAfter");
  g_autofree char *spaces = quo_conllu_dup_misc (misc, "SpacesAfter");

  if (spaces != NULL)
    {
      g_ptr_array_add (conllu->strings, unescape_spaces (spaces));
      return g_ptr_array_index (conllu->strings, conllu->strings->len - 1);
    }
  return g_strcmp0 (after, "No") == 0 ? "" : NULL;
}

/* --- Lines --- */

static void
add_token (QuoConllu *conllu, const char *form, const char *misc, guint line)
{
  QuoReadToken token = { .form = form, .line = line, .before = conllu->before };

  if (conllu->tokens->len == conllu->first_token && conllu->tokens->len > 0 && token.before == NULL)
    token.before = conllu->is_paragraph ? "\n" : " ";
  if (conllu->tokens->len == 0)
    {
      g_autofree char *spaces = quo_conllu_dup_misc (misc, "SpacesBefore");

      if (spaces != NULL)
        {
          g_ptr_array_add (conllu->strings, unescape_spaces (spaces));
          token.before = g_ptr_array_index (conllu->strings, conllu->strings->len - 1);
        }
    }
  conllu->before = find_space_after (conllu, misc);
  conllu->is_paragraph = FALSE;
  g_array_append_val (conllu->tokens, token);
}

/* Cuts the line into its ten columns. */
static gboolean
cut_columns (char *line, char *columns[N_COLUMNS])
{
  char *rest = line;
  guint n = 0;

  for (; n < N_COLUMNS && rest != NULL; n++)
    columns[n] = quo_lines_cut (&rest, '\t');
  return n == N_COLUMNS && rest == NULL;
}

/* "7", "7-8" of a multiword token, "7.1" of an empty node. */
static gboolean
read_row (QuoConllu *conllu, QuoLines *lines)
{
  char *columns[N_COLUMNS];
  char *id, *dash;
  guint32 number, last;
  QuoConlluWord word = { .line = lines->number };

  if (!cut_columns (lines->line, columns))
    return quo_import_refuse (conllu->import, lines->number, conllu->error, "%s",
                              _ ("a line has ten columns with TABs between"));
  id = columns[0];
  if (strchr (id, '.') != NULL)
    return TRUE;
  dash = strchr (id, '-');
  if (dash != NULL)
    *dash = '\0';
  if (!quo_lines_parse_uint (id, &number) || number == 0
      || (dash != NULL && !quo_lines_parse_uint (dash + 1, &last)))
    return quo_import_refuse (conllu->import, lines->number, conllu->error,
                              _ ("“%s” is no number of a word: 1, or 1-2, or 1.1"), id);
  if (dash != NULL)
    {
      conllu->covered = last;
      add_token (conllu, columns[1], columns[9], lines->number);
      return TRUE;
    }
  if (number > conllu->covered)
    add_token (conllu, columns[1], columns[9], lines->number);
  word.token = conllu->tokens->len - 1;
  word.sentence = conllu->n_sentences;
  word.misc = columns[9];
  g_array_append_val (conllu->words, word);
  return TRUE;
}

static gboolean finish_text (QuoConllu *conllu);

static gboolean
read_comment (QuoConllu *conllu, QuoLines *lines)
{
  char *key = lines->line + 1 + strspn (lines->line + 1, " ");
  char *value = strchr (key, '=');

  if (g_str_has_prefix (key, "newdoc") && !finish_text (conllu))
    return FALSE;
  if (g_str_has_prefix (key, "newpar") || g_str_has_prefix (key, "newdoc"))
    conllu->is_paragraph = TRUE;
  if (value == NULL)
    return TRUE;
  *value++ = '\0';
  value += *value == ' ';
  g_strchomp (key);
  if (g_str_equal (key, "text"))
    {
      conllu->text = value;
      conllu->text_line = lines->number;
    }
  else if (g_str_equal (key, "global.Entity"))
    quo_conllu_read_global (conllu, value);
  return TRUE;
}

/* At the end of a sentence: its words are what # text says. */
static gboolean
finish_sentence (QuoConllu *conllu)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *text = conllu->text;
  guint line = conllu->text_line, first = conllu->first_token;

  conllu->covered = 0;
  conllu->n_sentences++;
  conllu->text = NULL;
  conllu->first_token = conllu->tokens->len;
  for (guint i = first; i < conllu->tokens->len; i++)
    {
      const QuoReadToken *token = quo_read_tokens_get (conllu->tokens, i);

      if (i > first)
        g_string_append (words, token->before != NULL ? token->before : " ");
      g_string_append (words, token->form);
    }
  if (text == NULL || words->len == 0 || g_str_equal (words->str, text))
    return TRUE;
  return quo_import_refuse (conllu->import, line, conllu->error,
                            _ ("# text says “%s”, but the words are “%s”"), text, words->str);
}

/* --- Texts --- */

/* The blanks after the last token belong to the text. */
static void
add_end (QuoConllu *conllu)
{
  QuoReadToken end = { .form = "", .before = conllu->before };

  if (conllu->before != NULL && *conllu->before != '\0')
    g_array_append_val (conllu->tokens, end);
}

static gboolean
finish_text (QuoConllu *conllu)
{
  g_autofree char *stem = quo_source_dup_stem (conllu->import->source);
  g_autofree char *name = NULL;
  g_autoptr (GError) local = NULL;
  g_autoptr (QuoBuilder) builder = NULL;
  gboolean is_done = TRUE;

  if (!finish_sentence (conllu))
    return FALSE;
  if (conllu->tokens->len == 0)
    return TRUE;
  if (conllu->n_texts++ > 0)
    name = g_strdup_printf ("%s-%u", stem, conllu->n_texts);
  if (!quo_conllu_read_mentions (conllu))
    return FALSE;
  if (conllu->import->article == NULL)
    add_end (conllu);
  builder = quo_token_text_begin (conllu->import, conllu->tokens, name, conllu->is_only, &local);
  if (builder != NULL)
    {
      quo_conllu_add_mentions (conllu, builder);
      is_done = quo_import_end (conllu->import, g_steal_pointer (&builder), conllu->error);
    }
  else if (local != NULL)
    {
      g_propagate_error (conllu->error, g_steal_pointer (&local));
      is_done = FALSE;
    }
  g_array_set_size (conllu->tokens, 0);
  g_array_set_size (conllu->words, 0);
  g_array_set_size (conllu->mentions, 0);
  conllu->first_token = 0;
  conllu->before = NULL;
  return is_done;
}

static gboolean
has_one_text (const char *text)
{
  const char *first = strstr (text, "# newdoc");

  return first == NULL || strstr (first + 1, "# newdoc") == NULL;
}

gboolean
quo_conllu_read (QuoImport *import, GCancellable *cancellable, GError **error)
{
  gsize len;
  g_autofree char *text = quo_source_load_text (import->source, NULL, NULL, &len, error);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (QuoReadToken));
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (QuoConlluWord));
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (QuoConlluMention));
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  QuoConllu conllu = { .import = import,
                       .tokens = tokens,
                       .words = words,
                       .mentions = mentions,
                       .strings = strings,
                       .type_field = 1,
                       .error = error };
  QuoLines lines;

  if (text == NULL)
    return FALSE;
  g_array_set_clear_func (mentions, quo_conllu_clear_mention);
  conllu.is_only = has_one_text (text);
  quo_lines_init (&lines, text, len);
  while (quo_lines_next (&lines))
    {
      gboolean is_read = TRUE;

      if (quo_import_is_cancelled (lines.number, cancellable, error))
        return FALSE;
      if (lines.len == 0)
        is_read = finish_sentence (&conllu);
      else if (*lines.line == '#')
        is_read = read_comment (&conllu, &lines);
      else
        is_read = read_row (&conllu, &lines);
      if (!is_read)
        return FALSE;
    }
  return finish_text (&conllu);
}

gboolean
quo_conllu_sniff (const char *head, gsize len)
{
  g_autofree char *copy = g_strndup (head, len);
  guint n_rows = 0;
  QuoLines lines;

  quo_lines_init (&lines, copy, len);
  while (quo_lines_next (&lines))
    {
      char *columns[N_COLUMNS];

      if (lines.len == 0 || *lines.line == '#'
          || (lines.next >= lines.end && head[len - 1] != '\n'))
        continue;
      if (!cut_columns (lines.line, columns) || !g_ascii_isdigit (*columns[0]))
        return FALSE;
      n_rows++;
    }
  return n_rows > 0;
}
