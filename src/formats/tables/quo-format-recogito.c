/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of annotations that Recogito exports (CSV): a row each, anchored by `char-offset:N` in
 * UTF-16 units of the text. There is no end: it is as far as the quote goes in the text, whose line
 * ends became blanks in the table. */

#include "quo-config.h"

#include "quo-authority.h"
#include "quo-blank.h"
#include "quo-csv-read.h"
#include "quo-formats-list.h"
#include "quo-import.h"
#include "quo-lines.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  QuoImport *import;
  QuoBuilder *builder;
  const QuoText *text;
  QuoCsvReader csv;
  GError **error;
} Recogito;

static const char *
get_cell (const Recogito *recogito, const char *title)
{
  const char *cell = quo_csv_reader_get_named (&recogito->csv, title);

  return cell != NULL ? cell : "";
}

/* UTF-16 units of the text from @start that say the quote, white space aside; 0: it is not there.
 */
static guint32
measure (const QuoText *text, guint32 start, const char *quote)
{
  guint32 from = quo_text_from_utf16 (text, start);
  const char *begin = quo_text_at (text, from);
  const char *p = begin;

  for (const char *q = quote; *q != '\0'; q = g_utf8_next_char (q))
    {
      if (quo_blank_is (g_utf8_get_char (q)))
        continue;
      while (*p != '\0' && quo_blank_is (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (g_utf8_get_char (p) != g_utf8_get_char (q))
        return 0;
      p = g_utf8_next_char (p);
    }
  return quo_text_to_utf16 (text, from + (guint32)g_utf8_strlen (begin, p - begin))
         - quo_text_to_utf16 (text, from);
}

static void
add_entity (Recogito *recogito, QuoDraft *draft, const char *type)
{
  const char *uri = get_cell (recogito, "URI");
  const char *label = get_cell (recogito, "VOCAB_LABEL");
  QuoDraft *entity = quo_builder_find (recogito->builder, uri);
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  if (*uri == '\0')
    return;
  if (entity == NULL)
    {
      entity
          = quo_builder_add (recogito->builder, QUO_RECORD_ENTITY, uri, type, recogito->csv.line);
      entity->name = *label != '\0' ? quo_builder_keep (recogito->builder, label, -1) : NULL;
      if (*get_cell (recogito, "LAT") != '\0' && *get_cell (recogito, "LNG") != '\0')
        quo_import_set_place (recogito->import, recogito->builder, entity,
                              get_cell (recogito, "LAT"), get_cell (recogito, "LNG"));
      if (quo_authority_parse (uri, &name, &value))
        quo_draft_add_id (recogito->builder, entity, name, value);
      else
        quo_draft_add_id (recogito->builder, entity, "url", uri);
    }
  quo_draft_link_entity (recogito->builder, draft, entity);
}

static void
add_values (Recogito *recogito, QuoDraft *draft)
{
  static const char *const columns[][2]
      = { { "PLACE_TYPE", "place_type" }, { "VERIFICATION_STATUS", "verification" } };
  g_auto (GStrv) tags = g_strsplit (get_cell (recogito, "TAGS"), "|", -1);
  const char *comments = get_cell (recogito, "COMMENTS");

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (*get_cell (recogito, columns[i][0]) != '\0')
      quo_draft_add_value (recogito->builder, draft, columns[i][1], QUO_VALUE_STRING,
                           get_cell (recogito, columns[i][0]), FALSE);
  for (guint i = 0; tags[i] != NULL; i++)
    if (*tags[i] != '\0')
      quo_draft_add_value (recogito->builder, draft, "tags", QUO_VALUE_STRING, tags[i], TRUE);
  if (*comments != '\0')
    quo_draft_add_note (recogito->builder, draft, comments);
}

static gboolean
read_row (Recogito *recogito)
{
  const char *anchor = get_cell (recogito, "ANCHOR");
  const char *quote = get_cell (recogito, "QUOTE_TRANSCRIPTION");
  const char *uuid = get_cell (recogito, "UUID");
  g_autofree char *type = g_ascii_strdown (get_cell (recogito, "TYPE"), -1);
  guint32 start, len;
  QuoDraft *draft;

  if (!g_str_has_prefix (anchor, "char-offset:")
      || !quo_lines_parse_uint (anchor + strlen ("char-offset:"), &start))
    return quo_import_refuse (recogito->import, recogito->csv.line, recogito->error,
                              _ ("the anchor is “%s”; char-offset: and a number is expected"),
                              anchor);
  draft = quo_builder_add (recogito->builder, QUO_RECORD_ANNOTATION, *uuid != '\0' ? uuid : NULL,
                           *type != '\0' ? type : "mention", recogito->csv.line);
  if (draft == NULL)
    return quo_import_refuse (recogito->import, recogito->csv.line, recogito->error,
                              _ ("the id %s stands twice"), uuid);
  len = measure (recogito->text, start, quote);
  if (len == 0)
    len = (guint32)g_utf8_strlen (quote, -1);
  quo_draft_add_range (recogito->builder, draft, start, start + len, quote, -1);
  add_entity (recogito, draft, type);
  add_values (recogito, draft);
  return TRUE;
}

static gboolean
read_rows (Recogito *recogito, GCancellable *cancellable)
{
  gboolean is_end = FALSE;

  if ((quo_csv_reader_find (&recogito->csv, "ANCHOR") == G_MAXUINT
       || quo_csv_reader_find (&recogito->csv, "QUOTE_TRANSCRIPTION") == G_MAXUINT)
      && !quo_import_refuse (recogito->import, 1, recogito->error, "%s",
                             _ ("the columns ANCHOR and QUOTE_TRANSCRIPTION are expected")))
    return FALSE;
  while (quo_csv_reader_next (&recogito->csv, &is_end, recogito->error))
    if (quo_import_is_cancelled (recogito->csv.line, cancellable, recogito->error)
        || !read_row (recogito))
      return FALSE;
  return is_end;
}

static gboolean
read_recogito (QuoImport *import, GCancellable *cancellable, GError **error)
{
  const QuoReading reading = { .unit = QUO_UNIT_UTF16 };
  g_autoptr (QuoBuilder) builder
      = quo_import_begin_beside (import, ".txt", &reading, cancellable, error);
  Recogito recogito = { .import = import, .builder = builder, .error = error };
  gboolean is_read;

  if (builder == NULL)
    return FALSE;
  quo_builder_ignore_blanks (builder);
  recogito.text = quo_builder_get_article (builder)->text;
  is_read
      = quo_csv_reader_init (&recogito.csv, import, error) && read_rows (&recogito, cancellable);
  quo_csv_reader_clear (&recogito.csv);
  return is_read && quo_import_end (import, g_steal_pointer (&builder), error);
}

static gboolean
sniff_recogito (const char *head, gsize len)
{
  return quo_csv_head_has (head, "UUID", "QUOTE_TRANSCRIPTION", "ANCHOR", NULL);
}

const QuoFormat quo_format_recogito = {
  .id = "recogito",
  .title = N_ ("Recogito table (CSV)"),
  .extensions = "recogito.csv;csv",
  .carries = QUO_CARRIES_OVERLAP | QUO_CARRIES_ENTITIES | QUO_CARRIES_ATTRS | QUO_CARRIES_NOTES,
  .sniff = sniff_recogito,
  .read = read_recogito,
};
