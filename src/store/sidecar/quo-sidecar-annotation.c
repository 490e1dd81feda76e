/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotations of a sidecar, and the comparison of their anchors with the text.
 *
 * Ranges, quotes and context are looked at together once the record is read, because its members
 * may come in any order.  Quotes stay slices of the file: they are copied only if the text does not
 * say the same. */

#include "quo-config.h"

#include "quo-sidecar-parser.h"

#include <glib/gi18n.h>
#include <string.h>

#define BIT(member) (1u << (member))

enum
{
  MEMBER_ID,
  MEMBER_LAYER,
  MEMBER_TYPE,
  MEMBER_AT,
  MEMBER_QUOTE,
  MEMBER_PRE,
  MEMBER_SUF,
  MEMBER_ENTITY,
  MEMBER_ATTRS,
  MEMBER_NOTE,
  MEMBER_CONF,
  MEMBER_STATUS,
  MEMBER_ORPHAN,
  MEMBER_BY,
  MEMBER_CREATED,
  MEMBER_MODIFIED,
  MEMBER_FROM,
};

static const QuoJsonName names[] = {
  QUO_JSON_NAME ("id"),       QUO_JSON_NAME ("layer"),  QUO_JSON_NAME ("type"),
  QUO_JSON_NAME ("at"),       QUO_JSON_NAME ("quote"),  QUO_JSON_NAME ("pre"),
  QUO_JSON_NAME ("suf"),      QUO_JSON_NAME ("entity"), QUO_JSON_NAME ("attrs"),
  QUO_JSON_NAME ("note"),     QUO_JSON_NAME ("conf"),   QUO_JSON_NAME ("status"),
  QUO_JSON_NAME ("orphan"),   QUO_JSON_NAME ("by"),     QUO_JSON_NAME ("created"),
  QUO_JSON_NAME ("modified"), QUO_JSON_NAME ("from"),
};

/* What the file says of the place. */
typedef struct
{
  QuoJsonSlice pre, suf;
} Context;

/* --- Reading --- */

static void
read_range (QuoSidecarParser *parser)
{
  guint64 ends[2] = { 0, 0 };
  guint n_ends = 0;
  QuoSpan span;

  quo_json_reader_enter_array (&parser->json);
  while (quo_json_reader_next_element (&parser->json))
    {
      if (n_ends == 2)
        {
          quo_sidecar_fail (parser, NULL, _ ("a range is two numbers, start and end"));
          return;
        }
      quo_json_reader_read_uint (&parser->json, G_MAXUINT32, &ends[n_ends++]);
    }
  if (n_ends < 2)
    quo_sidecar_fail (parser, NULL, _ ("a range is two numbers, start and end"));
  else if (ends[0] >= ends[1])
    quo_sidecar_fail (parser, NULL, _ ("%lu to %lu: the end must be after the start"),
                      (gulong)ends[0], (gulong)ends[1]);
  span = QUO_SPAN ((guint32)ends[0], (guint32)ends[1]);
  g_array_append_val (parser->ranges, span);
}

static void
read_ranges (QuoSidecarParser *parser)
{
  quo_json_reader_enter_array (&parser->json);
  while (quo_json_reader_next_element (&parser->json))
    {
      guint n = parser->ranges->len;
      const QuoSpan *spans;

      read_range (parser);
      spans = (const QuoSpan *)parser->ranges->data;
      if (n > 0 && n < parser->ranges->len && spans[n].start < spans[n - 1].end)
        quo_sidecar_fail (parser, NULL,
                          _ ("%u to %u: ranges must be in the order of the text and not overlap"),
                          spans[n].start, spans[n].end);
    }
  if (parser->ranges->len == 0)
    quo_sidecar_fail (parser, NULL, _ ("at least one range is needed"));
}

static void
read_quotes (QuoSidecarParser *parser)
{
  quo_json_reader_enter_array (&parser->json);
  while (quo_json_reader_next_element (&parser->json))
    {
      QuoJsonSlice quote = { 0 };

      quo_json_reader_read_slice (&parser->json, &quote);
      g_array_append_val (parser->quotes, quote);
    }
}

/* One id, or a list of two or more. */
static void
read_entities (QuoSidecarParser *parser, QuoAnnotation *annotation)
{
  if (quo_json_reader_peek (&parser->json) == QUO_JSON_ARRAY)
    {
      annotation->entities = quo_sidecar_ids (parser, &annotation->n_entities);
      if (annotation->n_entities < 2)
        quo_sidecar_fail (parser, NULL, _ ("one id, or a list of two or more, is expected"));
    }
  else
    {
      const char *id = quo_sidecar_id (parser);

      annotation->entities = quo_json_reader_keep_block (&parser->json, &id, sizeof id);
      annotation->n_entities = 1;
    }
}

static guint8
read_orphan (QuoSidecarParser *parser)
{
  gboolean is_orphan = TRUE;

  if (quo_json_reader_read_boolean (&parser->json, &is_orphan) && !is_orphan)
    quo_sidecar_fail (parser, NULL, _ ("only true is allowed; leave it out otherwise"));
  return TRUE;
}

/* The members after the anchor. */
static void
read_detail (QuoSidecarParser *parser, int member, QuoAnnotation *annotation)
{
  switch (member)
    {
    case MEMBER_ENTITY:
      read_entities (parser, annotation);
      break;
    case MEMBER_ATTRS:
      annotation->attrs = quo_sidecar_attrs (parser, &annotation->n_attrs);
      break;
    case MEMBER_NOTE:
      annotation->note = quo_sidecar_optional (parser);
      break;
    case MEMBER_CONF:
      annotation->conf = quo_sidecar_number (parser, 0, 1);
      break;
    case MEMBER_STATUS:
      annotation->status = quo_sidecar_status (parser);
      break;
    case MEMBER_ORPHAN:
      annotation->is_orphan = read_orphan (parser);
      break;
    case MEMBER_BY:
      annotation->by = quo_sidecar_id (parser);
      break;
    case MEMBER_CREATED:
      annotation->created = quo_sidecar_time (parser);
      break;
    case MEMBER_MODIFIED:
      annotation->modified = quo_sidecar_time (parser);
      break;
    default:
      annotation->from = quo_sidecar_from (parser);
    }
}

static void
read_member (QuoSidecarParser *parser, int member, QuoAnnotation *annotation, Context *context)
{
  switch (member)
    {
    case MEMBER_ID:
      annotation->base.id = quo_sidecar_id (parser);
      if (parser->ids != NULL)
        quo_sidecar_ids_prefetch (parser->ids, annotation->base.id);
      break;
    case MEMBER_LAYER:
      annotation->layer = quo_sidecar_id (parser);
      break;
    case MEMBER_TYPE:
      annotation->type = quo_sidecar_name (parser);
      break;
    case MEMBER_AT:
      read_ranges (parser);
      break;
    case MEMBER_QUOTE:
      read_quotes (parser);
      break;
    case MEMBER_PRE:
      quo_json_reader_read_slice (&parser->json, &context->pre);
      break;
    case MEMBER_SUF:
      quo_json_reader_read_slice (&parser->json, &context->suf);
      break;
    default:
      read_detail (parser, member, annotation);
    }
}

/* --- Anchors --- */

static const QuoSpan *
get_range (const QuoSidecarParser *parser, guint i)
{
  return &g_array_index (parser->ranges, QuoSpan, i);
}

static const QuoJsonSlice *
get_quote (const QuoSidecarParser *parser, guint i)
{
  return &g_array_index (parser->quotes, QuoJsonSlice, i);
}

/* What can be told without the text: as many quotes as ranges, each as long as its range, and
 * nothing after the end of the article. */
static void
check_lengths (QuoSidecarParser *parser, gboolean is_orphan)
{
  guint n = parser->ranges->len;

  if (parser->quotes->len != n)
    {
      quo_sidecar_fail (parser, "quote", _ ("%u ranges need as many quotes, there are %u"), n,
                        parser->quotes->len);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      QuoSpan span = *get_range (parser, i);
      gsize n_chars = get_quote (parser, i)->n_chars;

      if (n_chars != span.end - span.start)
        quo_sidecar_fail (parser, "quote", _ ("%u to %u are %u characters, the quote has %lu"),
                          span.start, span.end, span.end - span.start, (gulong)n_chars);
    }
  if (n > 0 && !is_orphan && get_range (parser, n - 1)->end > parser->limit)
    quo_sidecar_fail (parser, "at", _ ("%u is past the end of the article (%u characters)"),
                      get_range (parser, n - 1)->end, parser->limit);
}

/* Whether the bytes at @byte of the text are the slice. */
static gboolean
stands_at (const QuoText *text, gsize byte, const QuoJsonSlice *slice)
{
  return byte + slice->len <= quo_text_get_bytes (text)
         && memcmp (quo_text_get_utf8 (text) + byte, slice->data, slice->len) == 0;
}

/* Whether quotes and context are just what would be taken from the text.  Lengths were checked, so
 * equal bytes are the same code points. */
static gboolean
is_of_text (QuoSidecarParser *parser, const Context *context)
{
  const QuoText *text = parser->article != NULL ? parser->article->text : NULL;
  guint n = parser->ranges->len;
  guint32 start, left, length;
  gsize byte = 0;

  if (text == NULL || get_range (parser, n - 1)->end > (length = quo_text_get_length (text)))
    return FALSE;
  start = get_range (parser, 0)->start;
  if (context->pre.n_chars != MIN (start, QUO_CONTEXT_LENGTH))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const QuoJsonSlice *quote = get_quote (parser, i);

      byte = quo_text_cursor_to (&parser->cursor, get_range (parser, i)->start);
      if (i == 0
          && (byte < context->pre.len || !stands_at (text, byte - context->pre.len, &context->pre)))
        return FALSE;
      if (!stands_at (text, byte, quote))
        return FALSE;
      byte += quote->len;
    }
  left = length - get_range (parser, n - 1)->end;
  return context->suf.n_chars == MIN (left, QUO_CONTEXT_LENGTH)
         && stands_at (text, byte, &context->suf);
}

static const char *
keep_optional (QuoSidecarParser *parser, QuoJsonSlice slice)
{
  return slice.len > 0 ? quo_json_reader_keep (&parser->json, slice) : NULL;
}

/* Copies what the file says of the place into the record. */
static void
keep_anchor (QuoSidecarParser *parser, QuoAnnotation *annotation, const Context *context)
{
  guint n = parser->quotes->len;

  for (guint i = 0; i < n; i++)
    {
      const char *quote = quo_json_reader_keep (&parser->json, *get_quote (parser, i));

      g_array_append_val (parser->items, quote);
    }
  annotation->quotes
      = quo_json_reader_keep_block (&parser->json, parser->items->data, n * sizeof (char *));
  g_array_set_size (parser->items, 0);
  annotation->pre = keep_optional (parser, context->pre);
  annotation->suf = keep_optional (parser, context->suf);
  annotation->is_kept = TRUE;
}

void
quo_sidecar_annotation (QuoSidecarParser *parser)
{
  QuoAnnotation annotation = { 0 };
  Context context = { { "", 0, 0 }, { "", 0, 0 } };
  QuoSidecarObject object;
  int member;

  g_array_set_size (parser->ranges, 0);
  g_array_set_size (parser->quotes, 0);
  quo_sidecar_begin (parser, &object, names, G_N_ELEMENTS (names));
  while ((member = quo_sidecar_next (parser, &object)) != QUO_JSON_DONE)
    {
      parser->member = names[member].name;
      read_member (parser, member, &annotation, &context);
    }
  annotation.base.extra = quo_sidecar_end (
      parser, &object, BIT (MEMBER_ID) | BIT (MEMBER_TYPE) | BIT (MEMBER_AT) | BIT (MEMBER_QUOTE));
  check_lengths (parser, annotation.is_orphan);
  if (quo_json_reader_has_failed (&parser->json))
    return;
  annotation.ranges = (const QuoSpan *)parser->ranges->data;
  annotation.n_ranges = parser->ranges->len;
  if (annotation.is_orphan || !is_of_text (parser, &context))
    keep_anchor (parser, &annotation, &context);
  quo_sidecar_take (parser, quo_annotation_new (&annotation));
}
