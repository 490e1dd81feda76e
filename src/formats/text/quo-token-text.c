/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tokens of a file, put back into the text they were cut from. */

#include "quo-config.h"

#include "quo-token-text.h"

#include "quo-blank.h"
#include "quo-tokenizer.h"

#include <glib/gi18n.h>
#include <string.h>

/* How much of the article a message shows. */
#define SHOWN_CHARS 20

/* How the Penn Treebank, and what learned from it, writes signs. */
static const struct
{
  const char *form, *sign;
} escapes[] = {
  { "-LRB-", "(" }, { "-RRB-", ")" }, { "-LSB-", "[" }, { "-RSB-", "]" },   { "-LCB-", "{" },
  { "-RCB-", "}" }, { "``", "\"" },   { "''", "\"" },   { "``", "\u201c" }, { "''", "\u201d" },
};

/* Bytes of the text at @p that are the token; 0: they are not. */
static gsize
match (const char *p, const char *form)
{
  gsize len = strlen (form);

  if (strncmp (p, form, len) == 0)
    return len;
  for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
    if (g_str_equal (form, escapes[i].form) && g_str_has_prefix (p, escapes[i].sign))
      return strlen (escapes[i].sign);
  return 0;
}

static const char *
skip_blanks (const char *p, guint32 *offset)
{
  while (*p != '\0' && quo_blank_is (g_utf8_get_char (p)))
    {
      p = g_utf8_next_char (p);
      (*offset)++;
    }
  return p;
}

/* Gives each token its place; else the index of the first that is not there, and what is. */
static guint
align (GArray *tokens, const char *utf8, const char **ret_there)
{
  const char *p = utf8;
  guint32 offset = 0;

  for (guint i = 0; i < tokens->len; i++)
    {
      QuoReadToken *token = quo_read_tokens_get (tokens, i);
      gsize len;

      p = skip_blanks (p, &offset);
      len = match (p, token->form);
      *ret_there = p;
      if (len == 0)
        return i;
      token->at.start = offset;
      offset += (guint32)g_utf8_strlen (p, (gssize)len);
      token->at.end = offset;
      p += len;
    }
  p = skip_blanks (p, &offset);
  *ret_there = p;
  return tokens->len;
}

static GString *
join (GArray *tokens)
{
  GString *text = g_string_new (NULL);
  guint32 offset = 0;

  for (guint i = 0; i < tokens->len; i++)
    {
      QuoReadToken *token = quo_read_tokens_get (tokens, i);
      const char *before = token->before != NULL ? token->before : i > 0 ? " " : "";

      g_string_append (text, before);
      g_string_append (text, token->form);
      token->at.start = offset + (guint32)g_utf8_strlen (before, -1);
      token->at.end = token->at.start + (guint32)g_utf8_strlen (token->form, -1);
      offset = token->at.end;
    }
  return text;
}

static void
refuse (QuoImport *import, const QuoReadToken *token, const char *there, GError **error)
{
  gsize n = (gsize)g_utf8_strlen (there, -1);
  g_autofree char *shown = g_utf8_substring (there, 0, (glong)MIN (n, SHOWN_CHARS));

  /* Without this word nothing after it has a place, so that this cannot be passed over. */
  import->is_partial = FALSE;
  if (token == NULL)
    quo_import_refuse (import, 0, error,
                       _ ("the article goes on with “%s”, where its words end; is this the right "
                          "article?"),
                       g_strdelimit (shown, "\r\n", ' '));
  else
    quo_import_refuse (import, token->line, error,
                       _ ("“%s” is not the next word of the article, which goes on with “%s”; is "
                          "this the right article?"),
                       token->form, g_strdelimit (shown, "\r\n", ' '));
}

QuoBuilder *
quo_token_text_begin (QuoImport *import, GArray *tokens, const char *name, gboolean is_only,
                      GError **error)
{
  const QuoReading reading = { .unit = QUO_UNIT_CODE_POINT };
  const char *there;
  guint n;

  if (import->article == NULL)
    {
      GString *text = join (tokens);
      QuoBuilder *builder = quo_import_begin_text (import, name, text->str, text->len, &reading);

      g_string_free (text, TRUE);
      return builder;
    }
  n = align (tokens, quo_text_get_utf8 (import->article->text), &there);
  if (n == tokens->len && (*there == '\0' || is_only))
    {
      if (*there == '\0')
        return quo_import_begin (import, &reading, error);
      refuse (import, NULL, there, error);
      return NULL;
    }
  if (is_only)
    refuse (import, quo_read_tokens_get (tokens, n), there, error);
  else
    import->n_unwanted++;
  return NULL;
}
