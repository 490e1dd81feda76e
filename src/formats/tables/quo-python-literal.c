/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists, sets and strings in the spelling of Python. */

#include "quo-config.h"

#include "quo-python-literal.h"

#include "quo-lines.h"

#include <string.h>

#define MAX_DEPTH 16

static QuoPython *parse_value (const char **p, guint depth);

static void
skip_blanks (const char **p)
{
  *p += strspn (*p, " \t\r\n");
}

static QuoPython *
new_text (GString *text)
{
  QuoPython *value = g_new0 (QuoPython, 1);

  value->text = g_string_free (text, FALSE);
  return value;
}

/* The character after a backslash; longer escapes end at *p. */
static void
append_escape (GString *text, const char **p)
{
  static const char from[] = "ntr", to[] = "\n\t\r";
  guint n_digits = **p == 'x' ? 2 : **p == 'u' ? 4 : **p == 'U' ? 8 : 0;
  const char *plain = **p != '\0' ? strchr (from, **p) : NULL;
  gunichar c = 0;

  if (n_digits == 0)
    {
      g_string_append_c (text, plain != NULL ? to[plain - from] : **p);
      return;
    }
  for (guint i = 0; i < n_digits && g_ascii_isxdigit ((*p)[1]); i++)
    c = c * 16 + (gunichar)g_ascii_xdigit_value (*++*p);
  if (c != 0 && g_unichar_validate (c))
    g_string_append_unichar (text, c);
}

static QuoPython *
parse_string (const char **p)
{
  char mark = *(*p)++;
  GString *text = g_string_new (NULL);

  for (; **p != '\0' && **p != mark; (*p)++)
    if (**p == '\\' && (*p)[1] != '\0')
      {
        (*p)++;
        append_escape (text, p);
      }
    else
      g_string_append_c (text, **p);
  if (**p == '\0')
    {
      g_string_free (text, TRUE);
      return NULL;
    }
  (*p)++;
  return new_text (text);
}

static QuoPython *
parse_list (const char **p, char end, guint depth)
{
  g_autoptr (QuoPython) list = g_new0 (QuoPython, 1);

  list->items = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_python_free);
  (*p)++;
  for (;;)
    {
      QuoPython *item;

      skip_blanks (p);
      if (**p == end)
        break;
      item = parse_value (p, depth + 1);
      if (item == NULL)
        return NULL;
      g_ptr_array_add (list->items, item);
      skip_blanks (p);
      if (**p == ',')
        (*p)++;
      else if (**p != end)
        return NULL;
    }
  (*p)++;
  return g_steal_pointer (&list);
}

static QuoPython *
parse_value (const char **p, guint depth)
{
  gsize len;

  skip_blanks (p);
  if (depth > MAX_DEPTH)
    return NULL;
  switch (**p)
    {
    case '[':
      return parse_list (p, ']', depth);
    case '(':
      return parse_list (p, ')', depth);
    case '{':
      return parse_list (p, '}', depth);
    case '"':
    case '\'':
      return parse_string (p);
    default:
      len = strcspn (*p, ",])} \t\r\n[({'\"");
      if (len == 0)
        return NULL;
      *p += len;
      return new_text (g_string_new_len (*p - len, (gssize)len));
    }
}

QuoPython *
quo_python_parse (const char *s)
{
  g_autoptr (QuoPython) value = parse_value (&s, 0);

  skip_blanks (&s);
  return value != NULL && *s == '\0' ? g_steal_pointer (&value) : NULL;
}

void
quo_python_free (QuoPython *value)
{
  if (value == NULL)
    return;
  g_clear_pointer (&value->items, g_ptr_array_unref);
  g_free (value->text);
  g_free (value);
}

guint
quo_python_count (const QuoPython *list)
{
  return list != NULL && list->items != NULL ? list->items->len : 0;
}

const QuoPython *
quo_python_get (const QuoPython *list, guint i)
{
  return i < quo_python_count (list) ? g_ptr_array_index (list->items, i) : NULL;
}

gboolean
quo_python_get_pair (const QuoPython *list, guint32 *ret_a, guint32 *ret_b)
{
  const QuoPython *a = quo_python_get (list, 0), *b = quo_python_get (list, 1);

  return quo_python_count (list) == 2 && a->text != NULL && b->text != NULL
         && quo_lines_parse_uint (a->text, ret_a) && quo_lines_parse_uint (b->text, ret_b);
}

void
quo_python_append_string (GString *out, const char *utf8, gssize len)
{
  const char *end = utf8 + (len >= 0 ? (gsize)len : strlen (utf8));
  gboolean has_single = memchr (utf8, '\'', (gsize)(end - utf8)) != NULL;
  char mark = has_single && memchr (utf8, '"', (gsize)(end - utf8)) == NULL ? '"' : '\'';

  g_string_append_c (out, mark);
  for (const char *p = utf8; p < end; p++)
    if (*p == mark || *p == '\\')
      g_string_append_printf (out, "\\%c", *p);
    else if (*p == '\n')
      g_string_append (out, "\\n");
    else if (*p == '\r')
      g_string_append (out, "\\r");
    else if (*p == '\t')
      g_string_append (out, "\\t");
    else
      g_string_append_c (out, *p);
  g_string_append_c (out, mark);
}
