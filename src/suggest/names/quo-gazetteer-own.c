/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-gazetteer-own.h"

#include "quo-error.h"
#include "quo-word-kinds.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Lists of names that people write themselves, or save out of a spreadsheet: forgiving in the
 * separator and in the first line, strict in what a cell may hold. */

#define MAX_CELLS 5

typedef enum
{
  CELL_NAME,
  CELL_TYPE,
  CELL_ID,
  CELL_LAT,
  CELL_LON,
} Cell;

static const char *const column_names[MAX_CELLS] = { "name", "type", "id", "lat", "lon" };

typedef struct
{
  const char *at;
  const char *title;
  char separator;
  guint line;
  Cell columns[MAX_CELLS]; /* what the n-th cell of a row is */
  GHashTable *names;
} Reader;

void
quo_own_name_free (QuoOwnName *name)
{
  g_free (name->type);
  g_free (name->id);
  g_free (name);
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r' || c == '\0';
}

/* (transfer full): the cell at the reader, which is left behind it. A doubled mark inside marks is
 * one. */
static char *
read_cell (Reader *reader)
{
  GString *cell = g_string_new (NULL);

  if (*reader->at == '"')
    {
      for (reader->at++; *reader->at != '\0'; reader->at++)
        {
          if (*reader->at == '"' && *++reader->at != '"')
            break;
          reader->line += *reader->at == '\n';
          g_string_append_c (cell, *reader->at);
        }
    }
  while (!is_line_end (*reader->at) && *reader->at != reader->separator)
    g_string_append_c (cell, *reader->at++);
  return g_strstrip (g_string_free (cell, FALSE));
}

/* The cells of a row; those that are not there are empty. */
static void
read_row (Reader *reader, char *cells[MAX_CELLS])
{
  guint n_cells = 0;

  for (;;)
    {
      g_autofree char *cell = read_cell (reader);

      if (n_cells < MAX_CELLS)
        cells[n_cells++] = g_steal_pointer (&cell);
      if (*reader->at != reader->separator)
        break;
      reader->at++;
    }
  if (*reader->at == '\r')
    reader->at++;
  if (*reader->at == '\n')
    reader->at++;
  while (n_cells < MAX_CELLS)
    cells[n_cells++] = g_strdup ("");
}

static char
find_separator (const char *csv)
{
  gsize len = strcspn (csv, "\r\n");

  if (memchr (csv, '\t', len) != NULL)
    return '\t';
  return memchr (csv, ';', len) != NULL && memchr (csv, ',', len) == NULL ? ';' : ',';
}

/* A first line that names the columns may give them in any order. */
static gboolean
read_header (Reader *reader, char *cells[MAX_CELLS])
{
  gboolean is_header = FALSE;

  for (guint i = 0; i < MAX_CELLS; i++)
    is_header |= g_ascii_strcasecmp (cells[i], "name") == 0;
  if (!is_header)
    return FALSE;
  for (guint i = 0; i < MAX_CELLS; i++)
    {
      reader->columns[i] = MAX_CELLS;
      for (guint k = 0; k < MAX_CELLS; k++)
        if (g_ascii_strcasecmp (cells[i], column_names[k]) == 0)
          reader->columns[i] = k;
    }
  return TRUE;
}

static const char *
get_cell (const Reader *reader, char *cells[MAX_CELLS], Cell wanted)
{
  for (guint i = 0; i < MAX_CELLS; i++)
    if (reader->columns[i] == wanted)
      return cells[i];
  return "";
}

static gboolean
read_degrees (const Reader *reader, const char *cell, const char *column, double limit,
              double *ret_degrees, GError **error)
{
  char *end = NULL;
  double degrees;

  *ret_degrees = NAN;
  if (*cell == '\0')
    return TRUE;
  degrees = g_ascii_strtod (cell, &end);
  if (end != cell && *end == '\0' && fabs (degrees) <= limit)
    {
      *ret_degrees = degrees;
      return TRUE;
    }
  g_set_error (error, QUO_ERROR, QUO_ERROR_INVALID,
               /* Translators: file, line, column, what is there, the limit twice */
               _ ("%s: line %u: %s: “%s” is no number of degrees from -%.0f to %.0f"),
               reader->title, reader->line, column, cell, limit, limit);
  return FALSE;
}

static gboolean
is_label (const char *type)
{
  if (!g_ascii_isalpha (*type))
    return FALSE;
  for (; *type != '\0'; type++)
    if (!g_ascii_isalnum (*type) && *type != '-' && *type != '_')
      return FALSE;
  return TRUE;
}

static gboolean
add_row (Reader *reader, char *cells[MAX_CELLS], GError **error)
{
  const char *name = get_cell (reader, cells, CELL_NAME);
  const char *type = get_cell (reader, cells, CELL_TYPE);
  const char *id = get_cell (reader, cells, CELL_ID);
  g_autofree gunichar *chars = NULL;
  char folded[QUO_FOLD_SIZE];
  QuoOwnName own = { NULL, NULL, NAN, NAN };
  glong n_chars;

  if (*name == '\0' || !is_label (type))
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_INVALID,
                   _ ("%s: line %u: each line needs a name and a type, which is the id of a label, "
                      "such as person, place or organization"),
                   reader->title, reader->line);
      return FALSE;
    }
  if (!read_degrees (reader, get_cell (reader, cells, CELL_LAT), "lat", 90, &own.lat, error)
      || !read_degrees (reader, get_cell (reader, cells, CELL_LON), "lon", 180, &own.lon, error))
    return FALSE;
  chars = g_utf8_to_ucs4_fast (name, -1, &n_chars);
  quo_word_fold (chars, n_chars, folded);
  own.type = g_strdup (type);
  own.id = *id != '\0' ? g_strdup (id) : NULL;
  g_hash_table_insert (reader->names, g_strdup (folded), g_memdup2 (&own, sizeof own));
  return TRUE;
}

/* A blank row, or one that begins with #. */
static gboolean
is_remark (char *cells[MAX_CELLS])
{
  if (*cells[0] == '#')
    return TRUE;
  for (guint i = 0; i < MAX_CELLS; i++)
    if (*cells[i] != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
read_rows (Reader *reader, GError **error)
{
  for (gboolean is_first = TRUE; *reader->at != '\0'; is_first = FALSE)
    {
      char *cells[MAX_CELLS];
      gboolean is_good = TRUE;
      guint line = reader->line;

      read_row (reader, cells);
      if (!is_remark (cells) && !(is_first && read_header (reader, cells)))
        is_good = add_row (reader, cells, error);
      for (guint i = 0; i < MAX_CELLS; i++)
        g_free (cells[i]);
      if (!is_good)
        return FALSE;
      reader->line = MAX (reader->line, line) + 1;
    }
  return TRUE;
}

GHashTable *
quo_own_names_read (GBytes *csv, const char *title, GError **error)
{
  g_autoptr (GHashTable) names
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)quo_own_name_free);
  gsize size;
  const char *bytes = g_bytes_get_data (csv, &size);
  g_autofree char *text = g_strndup (bytes, size);
  Reader reader
      = { text, title, ',', 1, { CELL_NAME, CELL_TYPE, CELL_ID, CELL_LAT, CELL_LON }, names };

  if (!g_utf8_validate_len (bytes, size, NULL))
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_ENCODING,
                   _ ("%s: the list is not UTF-8; save it as UTF-8 text"), title);
      return NULL;
    }
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    reader.at += 3;
  reader.separator = find_separator (reader.at);
  return read_rows (&reader, error) ? g_steal_pointer (&names) : NULL;
}
