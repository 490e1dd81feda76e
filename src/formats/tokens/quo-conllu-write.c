/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing CoNLL-U: for each token, which mentions begin and end there. */

#include "quo-config.h"

#include "quo-conllu.h"
#include "quo-tokenizer.h"

#include <string.h>

/* One part of a mention, tokens first to last. */
typedef struct
{
  guint first, last;
  guint number; /* N of eN */
  guint part, n_parts;
  const char *type;
} Part;

typedef struct
{
  QuoSelection *selection;
  GArray *tokens;
  GArray *parts;       /* of Part, by their first token */
  GArray *ends;        /* of guint: indices of parts, by their last token */
  GHashTable *numbers; /* id of an entity to its number */
  GHashTable *open;    /* id of an entity to 1 + the last token of its mention at hand */
  guint n_numbers;
  GString *out;
} Conllu;

/* --- Mentions --- */

/* The number of its entity, or a new one: for what stands for none or several, and for mentions of
 * one entity in each other, whose ends could not be told apart. */
static guint
number_mention (Conllu *conllu, const QuoAnnotation *annotation, guint first, guint last)
{
  const char *entity = annotation->n_entities == 1 ? annotation->entities[0] : NULL;
  guint until = entity != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (conllu->open, entity)) : 0;
  guint number;

  if (entity == NULL || first < until)
    return ++conllu->n_numbers;
  g_hash_table_insert (conllu->open, (gpointer)entity, GUINT_TO_POINTER (last + 1));
  number = GPOINTER_TO_UINT (g_hash_table_lookup (conllu->numbers, entity));
  if (number == 0)
    {
      number = ++conllu->n_numbers;
      g_hash_table_insert (conllu->numbers, (gpointer)entity, GUINT_TO_POINTER (number));
    }
  return number;
}

static void
add_mention (Conllu *conllu, const QuoAnnotation *annotation)
{
  guint *counts = conllu->selection->losses.counts;
  guint begin = conllu->parts->len, n_parts, number;
  gboolean fits = TRUE;

  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      Part part = { .type = annotation->type };

      if (!quo_text_tokens_find (conllu->tokens, annotation->ranges[i], &part.first, &part.last))
        continue;
      fits = fits
             && quo_text_tokens_fit (conllu->tokens, annotation->ranges[i], part.first, part.last);
      part.last--;
      g_array_append_val (conllu->parts, part);
    }
  n_parts = conllu->parts->len - begin;
  counts[QUO_LOSS_BLANK] += n_parts == 0;
  counts[QUO_LOSS_WIDENED] += !fits;
  if (n_parts == 0)
    return;
  number = number_mention (conllu, annotation, g_array_index (conllu->parts, Part, begin).first,
                           g_array_index (conllu->parts, Part, conllu->parts->len - 1).last);
  for (guint i = 0; i < n_parts; i++)
    {
      Part *part = &g_array_index (conllu->parts, Part, begin + i);

      part->number = number;
      part->part = i + 1;
      part->n_parts = n_parts;
    }
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *x = a, *y = b;

  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  if (x->last != y->last)
    return x->last > y->last ? -1 : 1;
  return (x->number > y->number) - (x->number < y->number);
}

/* Those that began last end first. */
static int
compare_ends (gconstpointer a, gconstpointer b, gpointer data)
{
  const Part *parts = data;
  guint x = *(const guint *)a, y = *(const guint *)b;

  if (parts[x].last != parts[y].last)
    return parts[x].last < parts[y].last ? -1 : 1;
  return (x < y) - (x > y);
}

static gboolean
list_parts (Conllu *conllu, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < conllu->selection->annotations->len; i++)
    {
      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      add_mention (conllu, quo_selection_get_annotation (conllu->selection, i));
    }
  g_array_sort (conllu->parts, compare_parts);
  for (guint i = 0; i < conllu->parts->len; i++)
    g_array_append_val (conllu->ends, i);
  g_array_sort_with_data (conllu->ends, compare_ends, conllu->parts->data);
  return TRUE;
}

/* --- MISC --- */

static void
append_number (GString *out, const Part *part)
{
  g_string_append_printf (out, "e%u", part->number);
  if (part->n_parts > 1)
    g_string_append_printf (out, "[%u/%u]", part->part, part->n_parts);
}

static void
append_type (Conllu *conllu, const Part *part)
{
  gboolean is_respelt = FALSE;

  g_string_append_c (conllu->out, '-');
  for (const char *p = part->type; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_plain = g_ascii_isalnum (*p) || *p == '_';

      g_string_append_c (conllu->out, is_plain ? *p : '_');
      is_respelt = is_respelt || !is_plain;
    }
  conllu->selection->losses.counts[QUO_LOSS_LABELS] += is_respelt && part->part == 1;
}

/* What ends at the token, unless it begins there too; then what begins. */
static void
append_entities (Conllu *conllu, guint token, guint *begin, guint *end)
{
  const Part *parts = (const Part *)(gpointer)conllu->parts->data;
  GString *out = conllu->out;
  guint n = 0;

  for (; *end < conllu->ends->len; (*end)++)
    {
      const Part *part = &parts[g_array_index (conllu->ends, guint, *end)];

      if (part->last != token)
        break;
      if (part->first == token)
        continue;
      g_string_append (out, n++ == 0 ? "|Entity=" : "");
      append_number (out, part);
      g_string_append_c (out, ')');
    }
  for (; *begin < conllu->parts->len && parts[*begin].first == token; (*begin)++)
    {
      g_string_append (out, n++ == 0 ? "|Entity=(" : "(");
      append_number (out, &parts[*begin]);
      append_type (conllu, &parts[*begin]);
      if (parts[*begin].last == token)
        g_string_append_c (out, ')');
    }
}

static void
append_spaces (GString *out, const char *name, const char *spaces, gsize len)
{
  static const char from[] = " \t\r\n|\\", to[] = "strnp\\";

  g_string_append_printf (out, "|%s=", name);
  for (gsize i = 0; i < len; i++)
    {
      const char *found = strchr (from, spaces[i]);

      if (found != NULL && spaces[i] != '\0')
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, to[found - from]);
        }
      else
        g_string_append_c (out, spaces[i]);
    }
}

static void
append_gap (Conllu *conllu, guint i)
{
  const char *utf8 = quo_text_get_utf8 (conllu->selection->text);
  const QuoTextToken *token = quo_text_tokens_get (conllu->tokens, i);
  gsize next = i + 1 < conllu->tokens->len ? quo_text_tokens_get (conllu->tokens, i + 1)->byte
                                           : quo_text_get_bytes (conllu->selection->text);
  gsize len = next - token->end_byte;

  if (i == 0 && token->byte > 0)
    append_spaces (conllu->out, "SpacesBefore", utf8, token->byte);
  if (len == 0)
    g_string_append (conllu->out, "|SpaceAfter=No");
  else if (len > 1 || utf8[token->end_byte] != ' ' || i + 1 == conllu->tokens->len)
    append_spaces (conllu->out, "SpacesAfter", utf8 + token->end_byte, len);
}

/* --- Sentences --- */

static guint
find_sentence_end (const Conllu *conllu, guint i)
{
  guint end = i + 1;

  while (end < conllu->tokens->len && !quo_text_tokens_get (conllu->tokens, end)->is_first)
    end++;
  return end;
}

static void
append_head (Conllu *conllu, guint number, guint start, guint end)
{
  const char *utf8 = quo_text_get_utf8 (conllu->selection->text);
  guint32 from = quo_text_tokens_get (conllu->tokens, start)->byte;
  guint32 to = quo_text_tokens_get (conllu->tokens, end - 1)->end_byte;

  g_string_append_printf (conllu->out, "# sent_id = %u\n# text = ", number);
  g_string_append_len (conllu->out, utf8 + from, to - from);
  g_string_append_c (conllu->out, '\n');
}

gboolean
quo_conllu_write (QuoSelection *selection, GString *out, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) tokens = quo_tokenizer_run (selection, TRUE);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) open = g_hash_table_new (g_str_hash, g_str_equal);
  Conllu conllu = { .selection = selection,
                    .tokens = tokens,
                    .parts = parts,
                    .ends = ends,
                    .numbers = numbers,
                    .open = open,
                    .out = out };
  const char *utf8 = quo_text_get_utf8 (selection->text);
  guint begin = 0, end = 0, n_sentences = 0;

  if (!list_parts (&conllu, cancellable, error))
    return FALSE;
  g_string_append (out, "# newdoc\n# global.Entity = eid-etype\n");
  for (guint i = 0, next; i < tokens->len; i = next)
    {
      next = find_sentence_end (&conllu, i);
      append_head (&conllu, ++n_sentences, i, next);
      for (guint t = i; t < next; t++)
        {
          const QuoTextToken *token = quo_text_tokens_get (tokens, t);

          if (quo_selection_is_cancelled (t, cancellable, error))
            return FALSE;
          g_string_append_printf (out, "%u\t", t - i + 1);
          g_string_append_len (out, utf8 + token->byte, token->end_byte - token->byte);
          g_string_append_printf (out, "\t_\t_\t_\t_\t_\t_\t_\tTokenRange=%u:%u", token->span.start,
                                  token->span.end);
          append_gap (&conllu, t);
          append_entities (&conllu, t, &begin, &end);
          g_string_append_c (out, '\n');
        }
      g_string_append_c (out, '\n');
    }
  return TRUE;
}
