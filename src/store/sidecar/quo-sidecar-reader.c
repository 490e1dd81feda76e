/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The outer object of a sidecar: what it says of itself and its article, and its six lists.
 *
 * The head of the file is read twice: first alone, so that the version is known before anything
 * else is looked at, and the length and SHA-256 of the article before the first range is. */

#include "quo-config.h"

#include "quo-sidecar-reader.h"

#include "quo-error.h"
#include "quo-file.h"
#include "quo-sidecar-match.h"
#include "quo-sidecar-parser.h"

#include <glib/gi18n.h>
#include <string.h>

#define FORMAT_NAME "quotidian-annotations"
#define MAJOR_VERSION 1

#define BIT(member) (1u << (member))

enum
{
  OUTER_FORMAT,
  OUTER_VERSION,
  OUTER_GENERATOR,
  OUTER_DOCUMENT,
  OUTER_TAGSET,
  OUTER_AGENTS, /* the lists, in the order of QuoRecordKind */
  OUTER_NOTES = OUTER_AGENTS + QUO_RECORD_NOTE,
};

static const QuoJsonName outer_names[] = {
  QUO_JSON_NAME ("format"),    QUO_JSON_NAME ("version"),  QUO_JSON_NAME ("generator"),
  QUO_JSON_NAME ("document"),  QUO_JSON_NAME ("tagset"),   QUO_JSON_NAME ("agents"),
  QUO_JSON_NAME ("layers"),    QUO_JSON_NAME ("entities"), QUO_JSON_NAME ("annotations"),
  QUO_JSON_NAME ("relations"), QUO_JSON_NAME ("notes"),
};

const char *
quo_sidecar_list_name (QuoRecordKind kind)
{
  return outer_names[OUTER_AGENTS + kind].name;
}

/* --- What it is --- */

static void
read_format (QuoSidecarParser *parser)
{
  const char *format = quo_sidecar_string (parser);

  if (format != NULL && strcmp (format, FORMAT_NAME) != 0)
    quo_sidecar_fail (parser, NULL, _ ("“%s” is not %s: this is no sidecar"), format, FORMAT_NAME);
}

/* Whether the rest of a version is the number of a minor one: "0", "12", never "01". */
static gboolean
is_minor (const char *s)
{
  return *s != '\0' && s[strspn (s, "0123456789")] == '\0' && (*s != '0' || s[1] == '\0');
}

static void
read_version (QuoSidecarParser *parser)
{
  const char *version = quo_sidecar_string (parser);
  char *end = NULL;
  guint64 major;

  if (version == NULL)
    return;
  major = g_ascii_isdigit (*version) ? g_ascii_strtoull (version, &end, 10) : 0;
  if (major > MAJOR_VERSION && *end == '.' && is_minor (end + 1))
    quo_json_reader_take_error (
        &parser->json,
        g_error_new (QUO_ERROR, QUO_ERROR_VERSION,
                     _ ("%s: was written by a later version of the program (format %s, this one "
                        "reads 1). Install the later version; the file is left as it is"),
                     parser->name, version));
  else if (major != MAJOR_VERSION || *version == '0' || *end != '.' || !is_minor (end + 1))
    quo_sidecar_fail (parser, NULL, _ ("“%s” is no version: 1.0 is how one is written"), version);
  else
    {
      g_free (parser->header->version);
      parser->header->version = g_strdup (version);
    }
}

static void
set_string (char **member, const char *value)
{
  g_free (*member);
  *member = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

/* --- document and tagset --- */

enum
{
  DOCUMENT_FILE,
  DOCUMENT_SHA256,
  DOCUMENT_LENGTH,
  DOCUMENT_BYTES,
  DOCUMENT_BOM,
  DOCUMENT_ENCODING,
  DOCUMENT_NEWLINE,
  DOCUMENT_LANG,
  DOCUMENT_TITLE,
  DOCUMENT_URL,
  DOCUMENT_PUBLISHED,
  DOCUMENT_EXTRACTOR,
  DOCUMENT_TEXTSHA256,
  DOCUMENT_BYLINE,
  DOCUMENT_DATELINE,
  DOCUMENT_PUBLISHER,
};

static const QuoJsonName document_names[] = {
  QUO_JSON_NAME ("file"),        QUO_JSON_NAME ("sha256"),    QUO_JSON_NAME ("length"),
  QUO_JSON_NAME ("bytes"),       QUO_JSON_NAME ("bom"),       QUO_JSON_NAME ("encoding"),
  QUO_JSON_NAME ("newline"),     QUO_JSON_NAME ("lang"),      QUO_JSON_NAME ("title"),
  QUO_JSON_NAME ("url"),         QUO_JSON_NAME ("published"), QUO_JSON_NAME ("extractor"),
  QUO_JSON_NAME ("textsha256"),  QUO_JSON_NAME ("x-byline"),  QUO_JSON_NAME ("x-dateline"),
  QUO_JSON_NAME ("x-publisher"),
};

static gint64
read_count (QuoSidecarParser *parser, guint64 max)
{
  guint64 count = 0;

  quo_json_reader_read_uint (&parser->json, max, &count);
  return (gint64)count;
}

static char *
read_newline (QuoSidecarParser *parser)
{
  static const char *const words[] = { "lf", "crlf", "cr", "mixed", "none", NULL };

  return g_strdup (words[quo_sidecar_word (parser, words)]);
}

/* The members that are any string. */
static char **
find_document_string (QuoHeader *header, int member)
{
  switch (member)
    {
    case DOCUMENT_FILE:
      return &header->file;
    case DOCUMENT_ENCODING:
      return &header->encoding;
    case DOCUMENT_LANG:
      return &header->lang;
    case DOCUMENT_TITLE:
      return &header->title;
    case DOCUMENT_URL:
      return &header->url;
    case DOCUMENT_PUBLISHED:
      return &header->published;
    case DOCUMENT_BYLINE:
      return &header->byline;
    case DOCUMENT_DATELINE:
      return &header->dateline;
    case DOCUMENT_PUBLISHER:
      return &header->publisher;
    default:
      return &header->extractor;
    }
}

static void
read_document (QuoSidecarParser *parser)
{
  QuoHeader *header = parser->header;
  QuoSidecarObject object;
  int member;

  quo_sidecar_begin (parser, &object, document_names, G_N_ELEMENTS (document_names));
  while ((member = quo_sidecar_next (parser, &object)) != QUO_JSON_DONE)
    {
      parser->member = document_names[member].name;
      if (member == DOCUMENT_SHA256)
        set_string (&header->sha256, quo_sidecar_sha256 (parser));
      else if (member == DOCUMENT_TEXTSHA256)
        set_string (&header->textsha256, quo_sidecar_sha256 (parser));
      else if (member == DOCUMENT_LENGTH)
        header->length = read_count (parser, G_MAXUINT32);
      else if (member == DOCUMENT_BYTES)
        header->bytes = read_count (parser, G_MAXINT64);
      else if (member == DOCUMENT_BOM)
        quo_json_reader_read_boolean (&parser->json, &header->has_bom);
      else if (member == DOCUMENT_NEWLINE)
        header->newline = read_newline (parser);
      else
        set_string (find_document_string (header, member), quo_sidecar_optional (parser));
    }
  set_string (&header->document_extra,
              quo_sidecar_end (parser, &object, BIT (DOCUMENT_SHA256) | BIT (DOCUMENT_LENGTH)));
}

static const QuoJsonName tagset_names[] = {
  QUO_JSON_NAME ("name"),
  QUO_JSON_NAME ("version"),
  QUO_JSON_NAME ("file"),
  QUO_JSON_NAME ("sha256"),
};

static void
read_tagset (QuoSidecarParser *parser)
{
  QuoHeader *header = parser->header;
  QuoSidecarObject object;
  int member;

  quo_sidecar_begin (parser, &object, tagset_names, G_N_ELEMENTS (tagset_names));
  while ((member = quo_sidecar_next (parser, &object)) != QUO_JSON_DONE)
    {
      parser->member = tagset_names[member].name;
      if (member == 0)
        set_string (&header->tagset_name, quo_sidecar_name (parser));
      else if (member == 1)
        set_string (&header->tagset_version, quo_sidecar_optional (parser));
      else if (member == 2)
        set_string (&header->tagset_file, quo_sidecar_optional (parser));
      else
        set_string (&header->tagset_sha256, quo_sidecar_sha256 (parser));
    }
  set_string (&header->tagset_extra, quo_sidecar_end (parser, &object, BIT (0)));
}

/* --- Lists --- */

static void (*const read_record[QUO_N_RECORD_KINDS]) (QuoSidecarParser *parser) = {
  [QUO_RECORD_AGENT] = quo_sidecar_agent,       [QUO_RECORD_LAYER] = quo_sidecar_layer,
  [QUO_RECORD_ENTITY] = quo_sidecar_entity,     [QUO_RECORD_ANNOTATION] = quo_sidecar_annotation,
  [QUO_RECORD_RELATION] = quo_sidecar_relation, [QUO_RECORD_NOTE] = quo_sidecar_note,
};

static void
read_list (QuoSidecarParser *parser, QuoRecordKind kind)
{
  quo_json_reader_enter_array (&parser->json);
  parser->index = 0;
  while (quo_json_reader_next_element (&parser->json))
    {
      parser->member = NULL;
      read_record[kind](parser);
      quo_json_reader_recycle (&parser->json);
      parser->index++;
    }
  if (quo_snapshot_count (parser->snapshot, kind) == 0)
    parser->header->empty_lists |= BIT (kind);
}

static guint
find_index (QuoSidecarParser *parser, const QuoRecord *record)
{
  guint index = 0;

  g_ptr_array_find (parser->snapshot->records[record->kind], record, &index);
  return index;
}

void
quo_sidecar_take (QuoSidecarParser *parser, gpointer data)
{
  QuoRecord *record = data, *first = NULL;

  if (parser->ids != NULL)
    first = quo_sidecar_ids_add (parser->ids, record);

  if (first != NULL)
    {
      quo_sidecar_fail (parser, "id", _ ("“%s” is the id of %s[%u] already"), record->id,
                        quo_sidecar_list_name (first->kind), find_index (parser, first));
      quo_record_unref (record);
      return;
    }
  quo_snapshot_take (parser->snapshot, record);
}

gpointer
quo_sidecar_record (QuoSidecarParser *parser, QuoRecordKind kind)
{
  GPtrArray *list = parser->snapshot->records[kind];

  read_record[kind](parser);
  return list->len > 0 ? g_ptr_array_steal_index (list, list->len - 1) : NULL;
}

/* --- The whole --- */

static void
read_outer_member (QuoSidecarParser *parser, int member)
{
  parser->list = outer_names[member].name;
  parser->index = G_MAXUINT;
  parser->member = NULL;
  if (member == OUTER_FORMAT)
    read_format (parser);
  else if (member == OUTER_VERSION)
    read_version (parser);
  else if (member == OUTER_GENERATOR)
    set_string (&parser->header->generator, quo_sidecar_optional (parser));
  else if (member == OUTER_DOCUMENT)
    read_document (parser);
  else if (member == OUTER_TAGSET)
    read_tagset (parser);
  else
    read_list (parser, (QuoRecordKind)(member - OUTER_AGENTS));
  parser->list = NULL;
}

static void
read_outer (QuoSidecarParser *parser)
{
  QuoSidecarObject object;
  int member;

  quo_sidecar_begin (parser, &object, outer_names, G_N_ELEMENTS (outer_names));
  object.separator = ": ";
  object.joint = ",\n";
  while ((member = quo_sidecar_next (parser, &object)) != QUO_JSON_DONE)
    read_outer_member (parser, member);
  set_string (&parser->header->extra,
              quo_sidecar_end (parser, &object,
                               BIT (OUTER_FORMAT) | BIT (OUTER_VERSION) | BIT (OUTER_DOCUMENT)
                                   | BIT (OUTER_AGENTS + QUO_RECORD_ANNOTATION)));
}

/* Reads up to where format, version and document are known. */
static void
read_head (QuoSidecarParser *parser)
{
  const guint32 wanted = BIT (OUTER_FORMAT) | BIT (OUTER_VERSION) | BIT (OUTER_DOCUMENT);
  QuoJsonObject object;
  QuoJsonSlice raw;
  guint32 known = 0;
  int member;

  quo_json_reader_enter_object (&parser->json, &object, outer_names, G_N_ELEMENTS (outer_names));
  while (known != wanted
         && (member = quo_json_reader_next_member (&parser->json, &object)) != QUO_JSON_DONE)
    if (member >= 0 && (BIT (member) & wanted) != 0)
      {
        known |= BIT (member);
        read_outer_member (parser, member);
      }
    else
      quo_json_reader_skip (&parser->json, &raw);
  for (guint i = 0; i < OUTER_TAGSET; i++)
    if ((wanted & ~known & BIT (i)) != 0)
      quo_sidecar_fail (parser, NULL, _ ("the member “%s” is missing"), outer_names[i].name);
}

GBytes *
quo_sidecar_load (const char *path, char **ret_etag, GError **error)
{
  return quo_file_load (path, QUO_SIDECAR_MAX_BYTES, ret_etag, error);
}

static gboolean
check_size (GBytes *bytes, const char *name, GError **error)
{
  if (g_bytes_get_size (bytes) <= QUO_SIDECAR_MAX_BYTES)
    return TRUE;
  g_set_error (error, QUO_ERROR, QUO_ERROR_TOO_LARGE,
               _ ("%s: has %.1f GB; sidecars above 1 GB are not read"), name,
               (double)g_bytes_get_size (bytes) / QUO_SIDECAR_MAX_BYTES);
  return FALSE;
}

QuoHeader *
quo_sidecar_read_header (GBytes *bytes, const char *name, GError **error)
{
  g_auto (QuoSidecarParser) parser = { 0 };
  g_autoptr (QuoHeader) header = quo_header_new ();

  if (!check_size (bytes, name, error))
    return NULL;
  quo_sidecar_parser_init (&parser, bytes, name);
  parser.header = header;
  read_head (&parser);
  if (quo_json_reader_has_failed (&parser.json))
    {
      quo_json_reader_finish (&parser.json, error);
      return NULL;
    }
  return g_steal_pointer (&header);
}

/* The greatest offset a range may have. */
static guint32
find_limit (const QuoHeader *head, const QuoArticle *article, gboolean is_same)
{
  guint32 limit = (guint32)head->length;

  return is_same ? MIN (limit, quo_text_get_length (article->text)) : limit;
}

QuoSnapshot *
quo_sidecar_read (GBytes *bytes, const char *name, QuoArticle *article, QuoReport *report,
                  GError **error)
{
  g_auto (QuoSidecarParser) parser = { 0 };
  g_autoptr (QuoHeader) head = quo_sidecar_read_header (bytes, name, error);
  g_autoptr (QuoHeader) header = NULL;
  gboolean is_same;

  if (head == NULL)
    return NULL;
  is_same = article != NULL && quo_sidecar_is_of (head, article);
  quo_sidecar_parser_init (&parser, bytes, name);
  parser.header = header = quo_header_new ();
  parser.snapshot = quo_snapshot_new (article, header);
  parser.article = article;
  parser.limit = find_limit (head, article, is_same);
  if (article != NULL)
    quo_text_cursor_init (&parser.cursor, article->text);
  read_outer (&parser);
  if (!quo_json_reader_finish (&parser.json, error))
    return NULL;
  quo_sidecar_check (parser.snapshot, parser.ids, is_same, report);
  quo_snapshot_sort (parser.snapshot);
  return g_steal_pointer (&parser.snapshot);
}
