/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the items of a page are made of: targets, each with its selectors, and bodies. */

#include "quo-config.h"

#include "quo-webannotation-private.h"

#include <string.h>

/* The registers whose entries have an IRI of their own. */
static const struct
{
  const char *name, *before, *after;
} registers[] = {
  { "wikidata", "http://www.wikidata.org/entity/", "" },
  { "geonames", "https://sws.geonames.org/", "/" },
  { "url", "", "" },
};

void
quo_webannotation_put_string (QuoWebannotationPage *page, const char *s)
{
  quo_json_writer_string (&page->json, s, strlen (s));
}

/* "PREFIXid" as one string; ids need no escapes. */
void
quo_webannotation_put_iri (QuoWebannotationPage *page, const char *prefix, const char *id)
{
  quo_json_writer_raw (&page->json, "\"", 1);
  quo_json_writer_raw (&page->json, prefix, strlen (prefix));
  quo_json_writer_raw (&page->json, id, strlen (id));
  quo_json_writer_raw (&page->json, "\"", 1);
}

static void
write_span (QuoWebannotationPage *page, guint32 start, guint32 end)
{
  const char *utf8 = quo_text_get_utf8 (page->selection->text);
  gsize from = quo_text_cursor_to (&page->cursor, start);
  gsize to = quo_text_cursor_to (&page->cursor, end);

  quo_json_writer_string (&page->json, utf8 + from, to - from);
}

/* --- Targets --- */

static void
write_target (QuoWebannotationPage *page, QuoSpan range)
{
  const QuoText *text = page->selection->text;
  guint32 length = quo_text_get_length (text);
  guint32 before = range.start > QUO_CONTEXT_LENGTH ? range.start - QUO_CONTEXT_LENGTH : 0;
  guint32 after = MIN (length, range.end + QUO_CONTEXT_LENGTH);

  raw (page, "{\"type\":\"SpecificResource\",\"source\":");
  quo_webannotation_put_string (page, page->source);
  raw (page, ",\"selector\":[{\"type\":\"TextPositionSelector\",\"start\":");
  quo_json_writer_uint (&page->json,
                        page->is_utf16 ? quo_text_to_utf16 (text, range.start) : range.start);
  raw (page, ",\"end\":");
  quo_json_writer_uint (&page->json,
                        page->is_utf16 ? quo_text_to_utf16 (text, range.end) : range.end);
  raw (page, "},{\"type\":\"TextQuoteSelector\",\"exact\":");
  write_span (page, range.start, range.end);
  raw (page, ",\"prefix\":");
  write_span (page, before, range.start);
  raw (page, ",\"suffix\":");
  write_span (page, range.end, after);
  raw (page, "}]}");
}

void
quo_webannotation_put_targets (QuoWebannotationPage *page, const QuoAnnotation *annotation)
{
  raw (page, ",\"target\":");
  if (annotation->n_ranges > 1)
    raw (page, "[");
  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      if (i > 0)
        raw (page, ",");
      write_target (page, annotation->ranges[i]);
    }
  if (annotation->n_ranges > 1)
    raw (page, "]");
}

/* --- Bodies --- */

/* The comma between bodies. */
void
quo_webannotation_begin_body (QuoWebannotationPage *page)
{
  if (page->has_body)
    raw (page, ",");
  page->has_body = TRUE;
}

void
quo_webannotation_put_text (QuoWebannotationPage *page, const char *purpose, const char *value)
{
  quo_webannotation_begin_body (page);
  raw (page, "{\"type\":\"TextualBody\",\"purpose\":");
  quo_webannotation_put_string (page, purpose);
  raw (page, ",\"value\":");
  quo_webannotation_put_string (page, value);
  raw (page, "}");
}

static char *
make_register_iri (const QuoExternalId *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    if (g_str_equal (registers[i].name, id->name))
      return g_strconcat (registers[i].before, id->value, registers[i].after, NULL);
  return g_strconcat ("urn:", id->name, ":", id->value, NULL);
}

/* An IRI has no blanks; nothing else is changed, because it may be escaped already. */
static void
write_register_iri (QuoWebannotationPage *page, const QuoExternalId *id)
{
  g_autofree char *plain = make_register_iri (id);
  g_autofree char *iri = g_uri_escape_string (plain, "!#$%&'()*+,/:;=?@[]", TRUE);

  quo_webannotation_begin_body (page);
  raw (page, "{\"type\":\"SpecificResource\",\"purpose\":\"identifying\",\"source\":");
  quo_webannotation_put_string (page, iri);
  raw (page, "}");
}

void
quo_webannotation_put_entities (QuoWebannotationPage *page, const QuoAnnotation *annotation)
{
  guint n = 0;

  for (guint i = 0; i < annotation->n_entities; i++)
    {
      const QuoEntity *entity
          = quo_selection_find_entity (page->selection, annotation->entities[i]);

      for (guint j = 0; entity != NULL && j < entity->n_ids; j++, n++)
        write_register_iri (page, &entity->ids[j]);
    }
  if (annotation->n_entities > 0 && n == 0)
    page->selection->losses.counts[QUO_LOSS_ENTITIES]++;
}

static void
write_value (QuoJsonWriter *json, const QuoValue *value)
{
  if (value->kind == QUO_VALUE_STRING)
    quo_json_writer_string (json, value->text, strlen (value->text));
  else
    quo_json_writer_raw (json, value->text, strlen (value->text));
}

static void
write_attr (QuoJsonWriter *json, const QuoAttr *attr)
{
  quo_json_writer_string (json, attr->name, strlen (attr->name));
  quo_json_writer_literal (json, ":");
  if (attr->is_list)
    quo_json_writer_literal (json, "[");
  for (guint i = 0; i < attr->n_values; i++)
    {
      if (i > 0)
        quo_json_writer_literal (json, ",");
      write_value (json, &attr->values[i]);
    }
  if (attr->is_list)
    quo_json_writer_literal (json, "]");
}

/* The attributes as a JSON object, which stands in the body as a string. */
void
quo_webannotation_put_attrs (QuoWebannotationPage *page, const QuoAnnotation *annotation)
{
  g_auto (QuoJsonWriter) json = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  const char *object;
  gsize len;

  if (annotation->n_attrs == 0)
    return;
  quo_json_writer_init (&json, 256);
  for (guint i = 0; i < annotation->n_attrs; i++)
    {
      quo_json_writer_raw (&json, i == 0 ? "{" : ",", 1);
      write_attr (&json, &annotation->attrs[i]);
    }
  quo_json_writer_literal (&json, "}");
  bytes = quo_json_writer_finish (&json);
  object = g_bytes_get_data (bytes, &len);
  quo_webannotation_begin_body (page);
  raw (page, "{\"type\":\"TextualBody\",\"purpose\":\"describing\",\"format\":\"application/json\","
             "\"value\":");
  quo_json_writer_string (&page->json, object, len);
  raw (page, "}");
}
