/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Aligned columns. Width is what the Unicode tables say of each code point: wide signs take two
 * columns, marks and joiners none. */

#include "quo-config.h"

#include "quo-table.h"

#include "quo-command.h"

#define GAP 2

struct _QuoTable
{
  GPtrArray *cells; /* of strings, the titles first */
  guint n_columns;
  gboolean *are_numbers;
};

QuoTable *
quo_table_new (const char *const *titles)
{
  QuoTable *table = g_new0 (QuoTable, 1);

  table->cells = g_ptr_array_new_with_free_func (g_free);
  table->n_columns = g_strv_length ((char **)titles);
  table->are_numbers = g_new0 (gboolean, table->n_columns);
  for (guint i = 0; i < table->n_columns; i++)
    {
      table->are_numbers[i] = *titles[i] == '>';
      quo_table_add (table, titles[i] + (table->are_numbers[i] ? 1 : 0), 0);
    }
  return table;
}

void
quo_table_free (QuoTable *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref (table->cells);
  g_free (table->are_numbers);
  g_free (table);
}

static guint
measure_char (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

guint
quo_table_measure (const char *utf8)
{
  guint width = 0;

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    width += measure_char (g_utf8_get_char (p));
  return width;
}

/* Control characters would move the cursor, or worse. */
static gunichar
tame (gunichar c)
{
  if (c == '\n' || c == '\t' || c == '\r')
    return ' ';
  return g_unichar_iscntrl (c) ? 0xfffd : c;
}

void
quo_table_add (QuoTable *table, const char *utf8, guint max)
{
  GString *cell = g_string_new (NULL);
  gboolean is_cut = max > 0 && utf8 != NULL && quo_table_measure (utf8) > max;
  guint width = 0;

  for (const char *p = utf8; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = tame (g_utf8_get_char (p));

      width += measure_char (c);
      if (is_cut && width > max - 1)
        break;
      g_string_append_unichar (cell, c);
    }
  if (is_cut)
    g_string_append (cell, "…");
  g_ptr_array_add (table->cells, g_string_free (cell, FALSE));
}

static guint *
measure_columns (const QuoTable *table)
{
  guint *widths = g_new0 (guint, table->n_columns);

  for (guint i = 0; i < table->cells->len; i++)
    {
      guint *width = &widths[i % table->n_columns];

      *width = MAX (*width, quo_table_measure (g_ptr_array_index (table->cells, i)));
    }
  return widths;
}

void
quo_table_print (const QuoTable *table)
{
  g_autofree guint *widths = measure_columns (table);
  g_autoptr (GString) line = g_string_new (NULL);

  if (table->cells->len <= table->n_columns)
    return;
  for (guint i = 0; i < table->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (table->cells, i);
      guint column = i % table->n_columns;
      guint pad = widths[column] - quo_table_measure (cell);
      gboolean is_last = column == table->n_columns - 1;

      if (table->are_numbers[column])
        g_string_append_printf (line, "%*s%s", (int)pad, "", cell);
      else
        g_string_append_printf (line, "%s%*s", cell, is_last ? 0 : (int)pad, "");
      if (!is_last)
        {
          g_string_append_printf (line, "%*s", GAP, "");
          continue;
        }
      g_strchomp (line->str);
      quo_output ("%s\n", line->str);
      g_string_truncate (line, 0);
    }
}
