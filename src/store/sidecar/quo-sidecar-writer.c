/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The outer object of a sidecar: `document`, `tagset` and the six lists, one record a line. */

#include "quo-config.h"

#include "quo-sidecar-writer.h"

#include "quo-sidecar-match.h"
#include "quo-sidecar-rows.h"

#include <string.h>

/* A guess at the bytes of a record, so that the buffer seldom has to grow. */
#define RECORD_SIZE 256

/* So much is held back before it goes on into a sink. */
#define PIECE 65536

/* The writer, and where it is drained to; without a sink it holds everything. */
typedef struct
{
  QuoJsonWriter *json;
  const QuoByteSink *sink;
  const QuoRecordMaker *more;
  GError *error; /* of the sink; set: nothing more is written */
} Writing;

/* What is said of the article: the members of `document`. */
typedef struct
{
  const char *file, *sha256;
  gint64 length, bytes;
  gboolean has_bom;
  const char *encoding, *newline, *lang, *title, *url, *published, *extractor, *textsha256;
  const char *byline, *dateline, *publisher;
} Document;

static Document
describe_by_header (const QuoHeader *header)
{
  return (Document){ .file = header->file,
                     .sha256 = header->sha256,
                     .length = header->length,
                     .bytes = header->bytes,
                     .has_bom = header->has_bom,
                     .encoding = header->encoding,
                     .newline = header->newline,
                     .lang = header->lang,
                     .title = header->title,
                     .url = header->url,
                     .published = header->published,
                     .extractor = header->extractor,
                     .textsha256 = header->textsha256,
                     .byline = header->byline,
                     .dateline = header->dateline,
                     .publisher = header->publisher };
}

static const char *
choose (const char *first, const char *second)
{
  return first != NULL ? first : second;
}

/* What is known of the file comes from the file, what people may have said of it stays. */
static Document
describe_by_article (const QuoArticle *article, const QuoHeader *header, const char *file)
{
  return (Document){ .file = choose (file, header->file),
                     .sha256 = article->sha256,
                     .length = quo_text_get_length (article->text),
                     .bytes = (gint64)article->bytes,
                     .has_bom = article->has_bom,
                     .encoding
                     = quo_encoding_equal (article->encoding, NULL) ? NULL : article->encoding,
                     .newline = quo_newline_to_string (article->newline),
                     .lang = choose (header->lang, article->lang),
                     .title = choose (header->title, article->title),
                     .url = choose (header->url, article->url),
                     .published = choose (header->published, article->published),
                     .extractor = article->extractor,
                     .textsha256 = article->textsha256,
                     .byline = choose (header->byline, article->byline),
                     .dateline = choose (header->dateline, article->dateline),
                     .publisher = choose (header->publisher, article->publisher) };
}

static void
write_document_members (QuoJsonWriter *writer, const Document *document)
{
  quo_row_string (writer, "file", document->file);
  quo_row_string (writer, "sha256", document->sha256);
  quo_row_count (writer, "length", document->length);
  quo_row_count (writer, "bytes", document->bytes);
  if (document->has_bom)
    quo_row_raw (writer, "bom", "true");
  quo_row_string (writer, "encoding", document->encoding);
  quo_row_string (writer, "newline", document->newline);
  quo_row_string (writer, "lang", document->lang);
  quo_row_string (writer, "title", document->title);
  quo_row_string (writer, "url", document->url);
  quo_row_string (writer, "published", document->published);
  quo_row_string (writer, "extractor", document->extractor);
  quo_row_string (writer, "textsha256", document->textsha256);
  quo_row_string (writer, "x-byline", document->byline);
  quo_row_string (writer, "x-dateline", document->dateline);
  quo_row_string (writer, "x-publisher", document->publisher);
}

static void
write_document (QuoJsonWriter *writer, const QuoSnapshot *snapshot)
{
  const QuoHeader *header = snapshot->header;
  const QuoArticle *article = snapshot->article;
  g_autofree char *file = NULL;
  Document document;
  gsize start;

  if (article == NULL || quo_sidecar_is_of (header, article))
    document = describe_by_header (header);
  else
    {
      if (article->path != NULL)
        file = g_filename_display_basename (article->path);
      document = describe_by_article (article, header, file);
    }
  quo_json_writer_literal (writer, ",\n\"document\": ");
  start = quo_row_begin (writer);
  write_document_members (writer, &document);
  quo_row_end (writer, start, header->document_extra);
}

static void
write_tagset (QuoJsonWriter *writer, const QuoHeader *header)
{
  gsize start;

  if (header->tagset_name == NULL)
    return;
  quo_json_writer_literal (writer, ",\n\"tagset\": ");
  start = quo_row_begin (writer);
  quo_row_string (writer, "name", header->tagset_name);
  quo_row_string (writer, "version", header->tagset_version);
  quo_row_string (writer, "file", header->tagset_file);
  quo_row_string (writer, "sha256", header->tagset_sha256);
  quo_row_end (writer, start, header->tagset_extra);
}

/* What is whole goes into the sink. FALSE: it took no more. */
static gboolean
pass_on (Writing *writing, gsize least)
{
  if (writing->sink != NULL && writing->error == NULL && writing->json->len >= least)
    quo_json_writer_drain (writing->json, writing->sink, &writing->error);
  return writing->error == NULL;
}

/* The records of a list, one after the other: those of the snapshot, and those that are made. */
typedef struct
{
  const QuoSnapshot *snapshot;
  const QuoRecordMaker *more; /* or NULL */
  QuoRecordKind kind;
  guint n_read, n_made;
  QuoRecord *made;    /* the next one that is made, or NULL */
  QuoRecord *written; /* the one before, which was made, or NULL */
} Walk;

static gboolean
comes_first (const Walk *walk, const QuoRecord *made, const QuoRecord *read)
{
  return walk->kind == QUO_RECORD_ANNOTATION
         && quo_annotation_compare ((const QuoAnnotation *)made, (const QuoAnnotation *)read,
                                    walk->snapshot->records[QUO_RECORD_LAYER])
                < 0;
}

/* (transfer none): good until the next one; NULL: there are no more. */
static QuoRecord *
walk_on (Walk *walk)
{
  const GPtrArray *records = walk->snapshot->records[walk->kind];
  QuoRecord *read = walk->n_read < records->len ? g_ptr_array_index (records, walk->n_read) : NULL;
  guint n = walk->more != NULL ? walk->more->count (walk->more->data, walk->kind) : 0;

  g_clear_pointer (&walk->written, quo_record_unref);
  while (walk->made == NULL && walk->n_made < n)
    walk->made = walk->more->make (walk->more->data, walk->kind, walk->n_made++);
  if (walk->made != NULL && (read == NULL || comes_first (walk, walk->made, read)))
    {
      walk->written = g_steal_pointer (&walk->made);
      return walk->written;
    }
  walk->n_read++;
  return read;
}

static void
write_list (Writing *writing, const QuoSnapshot *snapshot, QuoRecordKind kind)
{
  static const char *const names[QUO_N_RECORD_KINDS]
      = { "agents", "layers", "entities", "annotations", "relations", "notes" };
  Walk walk = { .snapshot = snapshot, .more = writing->more, .kind = kind };
  QuoRecord *record = walk_on (&walk);
  gboolean is_any = record != NULL;
  gboolean is_wanted
      = kind == QUO_RECORD_ANNOTATION || (snapshot->header->empty_lists & (1u << kind)) != 0;
  QuoJsonWriter *json = writing->json;
  QuoRowText text = { 0 };

  if (!is_any && !is_wanted)
    return;
  if (snapshot->article != NULL)
    quo_text_cursor_init (&text.cursor, snapshot->article->text);
  quo_json_writer_literal (json, ",\n\"");
  quo_json_writer_raw (json, names[kind], strlen (names[kind]));
  quo_json_writer_literal (json, "\": [");
  for (gboolean is_first = TRUE; record != NULL && pass_on (writing, PIECE);
       record = walk_on (&walk), is_first = FALSE)
    {
      if (!is_first)
        quo_json_writer_literal (json, ",");
      quo_json_writer_literal (json, "\n");
      quo_row_record (json, record, &text);
    }
  g_clear_pointer (&walk.made, quo_record_unref);
  g_clear_pointer (&walk.written, quo_record_unref);
  if (is_any)
    quo_json_writer_literal (json, "\n");
  quo_json_writer_literal (json, "]");
}

static gboolean
is_sorted (const QuoSnapshot *snapshot)
{
  const GPtrArray *annotations = snapshot->records[QUO_RECORD_ANNOTATION];

  for (guint i = 1; i < annotations->len; i++)
    if (quo_annotation_compare (g_ptr_array_index (annotations, i - 1),
                                g_ptr_array_index (annotations, i),
                                snapshot->records[QUO_RECORD_LAYER])
        > 0)
      return FALSE;
  return TRUE;
}

/* (transfer full): the same snapshot with its annotations in canonical order. */
static QuoSnapshot *
sort (QuoSnapshot *snapshot)
{
  QuoSnapshot *sorted;

  if (is_sorted (snapshot))
    return quo_snapshot_ref (snapshot);
  sorted = quo_snapshot_new (snapshot->article, snapshot->header);
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < snapshot->records[kind]->len; i++)
      quo_snapshot_take (sorted, quo_record_ref (g_ptr_array_index (snapshot->records[kind], i)));
  quo_snapshot_sort (sorted);
  return sorted;
}

static void
write_sidecar (Writing *writing, QuoSnapshot *snapshot, const char *generator)
{
  g_autoptr (QuoSnapshot) sorted = sort (snapshot);
  const QuoHeader *header = snapshot->header;
  QuoJsonWriter *json = writing->json;

  quo_json_writer_literal (json, "{\n\"format\": \"quotidian-annotations\",\n\"version\": ");
  quo_json_writer_string (json, header->version, strlen (header->version));
  if (generator == NULL)
    generator = header->generator;
  if (generator != NULL)
    {
      quo_json_writer_literal (json, ",\n\"generator\": ");
      quo_json_writer_string (json, generator, strlen (generator));
    }
  write_document (json, snapshot);
  write_tagset (json, header);
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    write_list (writing, sorted, (QuoRecordKind)kind);
  if (header->extra != NULL)
    {
      quo_json_writer_literal (json, ",\n");
      quo_json_writer_raw (json, header->extra, strlen (header->extra));
    }
  quo_json_writer_literal (json, "\n}\n");
  pass_on (writing, 0);
}

GBytes *
quo_sidecar_write (QuoSnapshot *snapshot, const char *generator)
{
  g_auto (QuoJsonWriter) json = { 0 };
  Writing writing = { .json = &json };
  gsize n_records = 0;

  g_return_val_if_fail (snapshot != NULL, NULL);

  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    n_records += snapshot->records[kind]->len;
  quo_json_writer_init (&json, (n_records + 8) * RECORD_SIZE);
  write_sidecar (&writing, snapshot, generator);
  return quo_json_writer_finish (&json);
}

gboolean
quo_sidecar_give (const QuoByteSink *sink, gpointer data, GError **error)
{
  const QuoSidecarContent *content = data;
  g_auto (QuoJsonWriter) json = { 0 };
  Writing writing = { .json = &json, .sink = sink, .more = content->more };

  g_return_val_if_fail (sink != NULL && content->snapshot != NULL, FALSE);

  quo_json_writer_init (&json, 2 * PIECE);
  write_sidecar (&writing, content->snapshot, content->generator);
  if (writing.error == NULL)
    return TRUE;
  g_propagate_error (error, writing.error);
  return FALSE;
}
