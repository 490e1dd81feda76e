/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding words in an article, without widgets. */
#include "quo-config.h"

#include "quo-find.h"

/* So many characters between two looks at whether it was cancelled. */
#define STRIDE 65536

GArray *
quo_find_fold (const char *words)
{
  GArray *folded = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (g_unichar_isspace (c))
        c = ' ';
      if (c == ' '
          && (folded->len == 0 || g_array_index (folded, gunichar, folded->len - 1) == ' '))
        continue;
      g_array_append_val (folded, c);
    }
  if (folded->len > 0 && g_array_index (folded, gunichar, folded->len - 1) == ' ')
    g_array_set_size (folded, folded->len - 1);
  return folded;
}

/* How many characters from @p, of the @n_left that are there, are the words; 0 if they are not
 * there. */
static guint32
match_at (const char *p, guint32 n_left, const GArray *folded)
{
  guint32 n_chars = 0;

  for (guint i = 0; i < folded->len; i++)
    {
      gunichar wanted = g_array_index (folded, gunichar, i);

      if (n_chars == n_left)
        return 0;
      if (wanted == ' ')
        {
          if (!g_unichar_isspace (g_utf8_get_char (p)))
            return 0;
          for (; n_chars < n_left && g_unichar_isspace (g_utf8_get_char (p));
               p = g_utf8_next_char (p))
            n_chars++;
          continue;
        }
      if (g_unichar_tolower (g_utf8_get_char (p)) != wanted)
        return 0;
      p = g_utf8_next_char (p);
      n_chars++;
    }
  return n_chars;
}

gboolean
quo_find_in (const char *utf8, guint32 n_chars, const GArray *folded)
{
  for (; n_chars > 0; n_chars--, utf8 = g_utf8_next_char (utf8))
    if (match_at (utf8, n_chars, folded) > 0)
      return TRUE;
  return folded->len == 0;
}

GArray *
quo_find_all (const QuoText *text, const char *words, GCancellable *cancellable)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  g_autoptr (GArray) folded = quo_find_fold (words);
  guint32 length = quo_text_get_length (text);
  guint32 offset = 0, next_look = STRIDE;

  if (folded->len == 0)
    return found;
  for (const char *p = quo_text_get_utf8 (text); *p != '\0';)
    {
      guint32 n_chars = match_at (p, length - offset, folded);

      if (n_chars > 0)
        {
          QuoSpan span = QUO_SPAN (offset, offset + n_chars);
          g_array_append_val (found, span);
        }
      for (n_chars = MAX (n_chars, 1); n_chars > 0; n_chars--, offset++)
        p = g_utf8_next_char (p);
      if (offset < next_look)
        continue;
      next_look = offset + STRIDE;
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_array_unref (found);
          return NULL;
        }
    }
  return found;
}

typedef struct
{
  QuoText *text;
  char *words;
} Search;

static void
free_search (gpointer data)
{
  Search *search = data;

  quo_text_unref (search->text);
  g_free (search->words);
  g_free (search);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Search *search = data;

  g_task_return_pointer (task, quo_find_all (search->text, search->words, cancellable),
                         (GDestroyNotify)g_array_unref);
}

void
quo_find_all_async (const QuoText *text, const char *words, GCancellable *cancellable,
                    GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Search *search = g_new (Search, 1);

  *search = (Search){ quo_text_ref ((QuoText *)text), g_strdup (words) };
  g_task_set_task_data (task, search, free_search);
  g_task_run_in_thread (task, find_in_thread);
}

GArray *
quo_find_all_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
