/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading CoNLL-U: the forms with their blanks are the text; mentions are in MISC as Entity=(...)
 * or, without them, as NER=B-... */

#include "quo-config.h"

#include "quo-conllu.h"
#include "quo-iob.h"
#include "quo-lines.h"
#include "quo-token-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define N_COLUMNS 10

/* A word line: the token it is in, and its MISC. */
typedef struct
{
  guint token, sentence, line;
  char *misc;
} Word;

/* A mention that is open or done; parts of one have the same eid but for [1/2]. */
typedef struct
{
  char *eid, *type, *name;
  guint first, last, line;
  guint part;
} Mention;

typedef struct
{
  QuoImport *import;
  GArray *tokens; /* of QuoReadToken */
  GArray *words;  /* of Word */
  GArray *mentions;
  GPtrArray *strings; /* blanks between tokens */
  guint n_sentences, n_texts;
  gboolean is_only; /* text of the file */
  guint covered;    /* the last word in the multiword token at hand */
  guint eid_field, type_field, name_field;
  const char *before; /* blanks before the next token */
  gboolean is_paragraph;
  char *text; /* # text of the sentence */
  guint text_line, first_token;
  GError **error;
} Conllu;

static void
clear_mention (gpointer data)
{
  Mention *mention = data;

  g_free (mention->eid);
  g_free (mention->type);
  g_free (mention->name);
}

/* --- MISC --- */

/* (transfer full): the value of a key in MISC; NULL: it is not there. */
static char *
dup_misc (const char *misc, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (misc, "|", -1);
  gsize len = strlen (key);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strncmp (parts[i], key, len) == 0 && parts[i][len] == '=')
      return g_strdup (parts[i] + len + 1);
  return NULL;
}

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
find_space_after (Conllu *conllu, const char *misc)
{
  g_autofree char *after = dup_misc (misc, "SpaceAfter");
  g_autofree char *spaces = dup_misc (misc, "SpacesAfter");

  if (spaces != NULL)
    {
      g_ptr_array_add (conllu->strings, unescape_spaces (spaces));
      return g_ptr_array_index (conllu->strings, conllu->strings->len - 1);
    }
  return g_strcmp0 (after, "No") == 0 ? "" : NULL;
}

/* --- Lines --- */

static void
add_token (Conllu *conllu, const char *form, const char *misc, guint line)
{
  QuoReadToken token = { .form = form, .line = line, .before = conllu->before };

  if (conllu->tokens->len == conllu->first_token && conllu->tokens->len > 0 && token.before == NULL)
    token.before = conllu->is_paragraph ? "\n" : " ";
  if (conllu->tokens->len == 0)
    {
      g_autofree char *spaces = dup_misc (misc, "SpacesBefore");

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
read_row (Conllu *conllu, QuoLines *lines)
{
  char *columns[N_COLUMNS];
  char *id, *dash;
  guint32 number, last;
  Word word = { .line = lines->number };

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

/* Where a field of Entity stands: "eid-etype-head-other". */
static void
read_global (Conllu *conllu, const char *fields)
{
  g_auto (GStrv) names = g_strsplit (fields, "-", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = g_strstrip (names[i]);

      if (g_str_equal (name, "eid") || g_str_equal (name, "GRP"))
        conllu->eid_field = i;
      else if (g_str_equal (name, "etype") || g_str_equal (name, "entity"))
        conllu->type_field = i;
      else if (g_str_equal (name, "identity"))
        conllu->name_field = i;
    }
}

static gboolean finish_text (Conllu *conllu);

static gboolean
read_comment (Conllu *conllu, QuoLines *lines)
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
    read_global (conllu, value);
  return TRUE;
}

/* At the end of a sentence: its words are what # text says. */
static gboolean
finish_sentence (Conllu *conllu)
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

/* --- Mentions --- */

/* (transfer full): without the escapes of addresses, unless what they stand for is no text. */
static char *
dup_unescaped (const char *name)
{
  g_autofree char *plain = g_uri_unescape_string (name, NULL);

  return plain != NULL && g_utf8_validate (plain, -1, NULL) ? g_steal_pointer (&plain)
                                                            : g_strdup (name);
}

/* "(e1[1/2]-person-3)", with or without a bracket at its ends. */
static void
open_mention (Conllu *conllu, const Word *word, const char *s, gsize len)
{
  g_autofree char *inner = g_strndup (s, len);
  g_auto (GStrv) fields = g_strsplit (inner, "-", -1);
  guint n = g_strv_length (fields);
  Mention mention = { .first = word->token, .last = G_MAXUINT, .line = word->line, .part = 1 };
  char *bracket;

  if (n <= conllu->eid_field)
    return;
  mention.eid = g_strdup (fields[conllu->eid_field]);
  mention.type = g_strdup (n > conllu->type_field && *fields[conllu->type_field] != '\0'
                               ? fields[conllu->type_field]
                               : "mention");
  if (conllu->name_field > 0 && n > conllu->name_field)
    mention.name = dup_unescaped (fields[conllu->name_field]);
  bracket = strchr (mention.eid, '[');
  if (bracket != NULL)
    mention.part = (guint)g_ascii_strtoull (bracket + 1, NULL, 10);
  g_array_append_val (conllu->mentions, mention);
}

/* The one that was opened last and has this name. */
static gboolean
close_mention (Conllu *conllu, const Word *word, const char *s, gsize len)
{
  for (guint i = conllu->mentions->len; i > 0; i--)
    {
      Mention *mention = &g_array_index (conllu->mentions, Mention, i - 1);
      gsize n = strlen (mention->eid);

      if (mention->last == G_MAXUINT && n <= len && strncmp (mention->eid, s, n) == 0
          && (n == len || s[n] == '-'))
        {
          mention->last = word->token;
          return TRUE;
        }
    }
  return quo_import_refuse (conllu->import, word->line, conllu->error,
                            _ ("the mention %.*s ends here, but has not begun"), (int)len, s);
}

static gboolean
read_brackets (Conllu *conllu, const Word *word, const char *brackets)
{
  for (const char *p = brackets; *p != '\0';)
    {
      gboolean is_open = *p == '(';
      gsize len;

      p += is_open;
      len = strcspn (p, "()");
      if (is_open)
        open_mention (conllu, word, p, len);
      if (p[len] == ')')
        {
          gsize n = is_open ? strcspn (p, "-)") : len;

          if (len > 0 && !close_mention (conllu, word, p, MIN (n, len)))
            return FALSE;
          len++;
        }
      else if (len == 0 && !is_open)
        break;
      p += len;
    }
  return TRUE;
}

static gboolean
read_entities (Conllu *conllu)
{
  for (guint i = 0; i < conllu->words->len; i++)
    {
      const Word *word = &g_array_index (conllu->words, Word, i);
      g_autofree char *brackets = dup_misc (word->misc, "Entity");

      if (brackets != NULL && !read_brackets (conllu, word, brackets))
        return FALSE;
    }
  for (guint i = conllu->mentions->len; i > 0; i--)
    {
      Mention *mention = &g_array_index (conllu->mentions, Mention, i - 1);

      if (mention->last != G_MAXUINT)
        continue;
      if (!quo_import_refuse (conllu->import, mention->line, conllu->error,
                              _ ("the mention %s begins here, but does not end"), mention->eid))
        return FALSE;
      g_array_remove_index (conllu->mentions, i - 1);
    }
  return TRUE;
}

/* NER=B-PER, where there is nothing else. */
static void
read_ner (Conllu *conllu)
{
  for (guint i = 0, next; i < conllu->words->len; i = next)
    {
      const Word *words = (const Word *)(gpointer)conllu->words->data;
      g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GArray) tags = g_array_new (FALSE, FALSE, sizeof (QuoIobTag));
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (QuoIobSpan));

      for (next = i; next < conllu->words->len && words[next].sentence == words[i].sentence; next++)
        {
          char *ner = dup_misc (words[next].misc, "NER");
          QuoIobTag tag = { 'O', NULL };

          if (ner == NULL || !quo_iob_parse (ner, &tag))
            tag = (QuoIobTag){ 'O', NULL };
          g_ptr_array_add (kept, ner);
          g_array_append_val (tags, tag);
        }
      quo_iob_read (QUO_BIOES, (const QuoIobTag *)(gpointer)tags->data, tags->len, spans, NULL);
      for (guint s = 0; s < spans->len; s++)
        {
          const QuoIobSpan *span = &g_array_index (spans, QuoIobSpan, s);
          Mention mention = { .type = g_strdup (span->label),
                              .first = words[i + span->first].token,
                              .last = words[i + span->end - 1].token,
                              .line = words[i + span->first].line,
                              .part = 1 };

          g_array_append_val (conllu->mentions, mention);
        }
    }
}

/* --- Texts --- */

/* How many mentions have this eid. */
static GHashTable *
count_eids (const Conllu *conllu)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < conllu->mentions->len; i++)
    {
      const Mention *mention = &g_array_index (conllu->mentions, Mention, i);

      if (mention->eid != NULL && strchr (mention->eid, '[') != NULL)
        *strchr (mention->eid, '[') = '\0';
      if (mention->eid != NULL && mention->part == 1)
        g_hash_table_insert (
            counts, mention->eid,
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, mention->eid)) + 1));
    }
  return counts;
}

static void
link_entity (QuoBuilder *builder, QuoDraft *draft, const Mention *mention)
{
  QuoDraft *entity = quo_builder_find (builder, mention->eid);

  if (entity == NULL)
    entity
        = quo_builder_add (builder, QUO_RECORD_ENTITY, mention->eid, mention->type, mention->line);
  if (entity->name == NULL)
    entity->name = quo_builder_keep (builder, mention->name, -1);
  quo_draft_link_entity (builder, draft, entity);
}

static void
add_mentions (Conllu *conllu, QuoBuilder *builder)
{
  g_autoptr (GHashTable) counts = count_eids (conllu);
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal); /* eid to its draft */

  for (guint i = 0; i < conllu->mentions->len; i++)
    {
      const Mention *mention = &g_array_index (conllu->mentions, Mention, i);
      QuoDraft *draft = mention->eid != NULL ? g_hash_table_lookup (last, mention->eid) : NULL;

      if (mention->part == 1 || draft == NULL)
        {
          draft = quo_builder_add (builder, QUO_RECORD_ANNOTATION, NULL, mention->type,
                                   mention->line);
          if (mention->eid != NULL)
            g_hash_table_insert (last, mention->eid, draft);
          if (mention->eid != NULL
              && (mention->name != NULL
                  || GPOINTER_TO_UINT (g_hash_table_lookup (counts, mention->eid)) > 1))
            link_entity (builder, draft, mention);
        }
      quo_draft_add_range (builder, draft,
                           quo_read_tokens_get (conllu->tokens, mention->first)->at.start,
                           quo_read_tokens_get (conllu->tokens, mention->last)->at.end, NULL, 0);
    }
}

/* The blanks after the last token belong to the text. */
static void
add_end (Conllu *conllu)
{
  QuoReadToken end = { .form = "", .before = conllu->before };

  if (conllu->before != NULL && *conllu->before != '\0')
    g_array_append_val (conllu->tokens, end);
}

static gboolean
finish_text (Conllu *conllu)
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
  if (!read_entities (conllu))
    return FALSE;
  if (conllu->mentions->len == 0)
    read_ner (conllu);
  if (conllu->import->article == NULL)
    add_end (conllu);
  builder = quo_token_text_begin (conllu->import, conllu->tokens, name, conllu->is_only, &local);
  if (builder != NULL)
    {
      add_mentions (conllu, builder);
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
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  Conllu conllu = { .import = import,
                    .tokens = tokens,
                    .words = words,
                    .mentions = mentions,
                    .strings = strings,
                    .type_field = 1,
                    .error = error };
  QuoLines lines;

  if (text == NULL)
    return FALSE;
  g_array_set_clear_func (mentions, clear_mention);
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
