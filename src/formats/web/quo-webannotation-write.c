/* SPDX-License-Identifier: GPL-3.0-or-later */

/* W3C Web Annotation as JSON-LD (www.w3.org/TR/annotation-model): one AnnotationPage, an item a
 * line.
 *
 * An annotation has a target for each of its ranges, with its position and its text; label,
 * external ids of the entity, attributes and note are bodies. A relation is an item of its own with
 * motivation linking: its target are the quotes, its bodies the other members, each with its role
 * as purpose. Positions are code points, as the Recommendation says; tools written in JavaScript
 * count UTF-16 units instead, hence the option. A twin has all that the sidecar has, too. */

#include "quo-config.h"

#include "quo-webannotation.h"

#include "quo-formats-list.h"
#include "quo-webannotation-private.h"
#include "quo-webannotation-twin.h"

#include <string.h>

/* --- Items --- */

static void
begin_item (QuoWebannotationPage *page, const char *id, const char *motivation)
{
  if (page->has_item)
    raw (page, ",\n");
  page->has_item = TRUE;
  page->has_body = FALSE;
  raw (page, "{\"id\":");
  quo_webannotation_put_iri (page, "urn:quo:", id);
  raw (page, ",\"type\":\"Annotation\",\"motivation\":");
  quo_webannotation_put_string (page, motivation);
  raw (page, ",\"body\":[");
}

/* What ends an item. The name of the last member is an IRI, so that JSON-LD keeps it. */
static void
end_item (QuoWebannotationPage *page, const QuoRecord *record, QuoTime created, QuoTime modified,
          const char *layer)
{
  char time[21];

  if (created != 0)
    {
      quo_time_format (created, time);
      raw (page, ",\"created\":");
      quo_webannotation_put_string (page, time);
    }
  if (modified != 0)
    {
      quo_time_format (modified, time);
      raw (page, ",\"modified\":");
      quo_webannotation_put_string (page, time);
    }
  if (page->has_layers && layer != NULL)
    {
      raw (page, ",\"urn:quo:layer\":");
      quo_webannotation_put_iri (page, "urn:quo:", layer);
    }
  if (page->written != NULL)
    {
      quo_webannotation_twin_write_record (&page->json, record, &page->rows);
      g_hash_table_add (page->written, (gpointer)record);
    }
  raw (page, "}");
}

static void
write_annotation (QuoWebannotationPage *page, const QuoAnnotation *annotation)
{
  begin_item (page, annotation->base.id, "tagging");
  quo_webannotation_put_text (page, "tagging", annotation->type);
  quo_webannotation_put_entities (page, annotation);
  quo_webannotation_put_attrs (page, annotation);
  if (annotation->note != NULL && *annotation->note != '\0')
    quo_webannotation_put_text (page, "commenting", annotation->note);
  raw (page, "]");
  quo_webannotation_put_targets (page, annotation);
  end_item (page, &annotation->base, annotation->created, annotation->modified, annotation->layer);
  if (annotation->by != NULL || annotation->conf != NULL || annotation->from != NULL)
    page->selection->losses.counts[QUO_LOSS_PROVENANCE]++;
}

/* The IRI of a member: an annotation of this page, or an entity. FALSE: it is neither. */
static gboolean
write_member (QuoWebannotationPage *page, const char *id)
{
  if (quo_selection_find_member (page->selection, id) != NULL)
    quo_webannotation_put_iri (page, "urn:quo:", id);
  else
    quo_webannotation_put_iri (page, "urn:quo:entity:", id);
  return TRUE;
}

static gboolean
is_member (const QuoWebannotationPage *page, const char *id)
{
  return quo_selection_find_member (page->selection, id) != NULL
         || quo_selection_find_entity (page->selection, id) != NULL;
}

static void
write_role (QuoWebannotationPage *page, const QuoRole *role)
{
  for (guint i = 0; i < role->n_members; i++)
    {
      if (!is_member (page, role->members[i]))
        {
          page->selection->losses.counts[QUO_LOSS_MEMBERS]++;
          continue;
        }
      quo_webannotation_begin_body (page);
      raw (page, "{\"type\":\"SpecificResource\",\"purpose\":");
      {
        g_autofree char *purpose = g_strconcat ("urn:quo:role:", role->name, NULL);
        g_autofree char *iri = g_uri_escape_string (purpose, ":", TRUE);

        quo_webannotation_put_string (page, iri);
      }
      raw (page, ",\"source\":");
      write_member (page, role->members[i]);
      raw (page, "}");
    }
}

/* The members of a role as targets, after @n others; how many there are then. */
static guint
write_role_targets (QuoWebannotationPage *page, const QuoRole *role, guint n)
{
  for (guint i = 0; role != NULL && i < role->n_members; i++)
    {
      if (!is_member (page, role->members[i]))
        continue;
      if (n++ > 0)
        raw (page, ",");
      write_member (page, role->members[i]);
    }
  return n;
}

/* How many members of the relation (of the role, when one is named) stand on this page. */
static guint
count_members (const QuoWebannotationPage *page, const QuoRelation *relation, const char *name)
{
  guint n = 0;

  for (guint r = 0; r < relation->n_roles; r++)
    if (name == NULL || g_str_equal (relation->roles[r].name, name))
      for (guint i = 0; i < relation->roles[r].n_members; i++)
        n += is_member (page, relation->roles[r].members[i]);
  return n;
}

/* A relation that has no quote is about all its members. */
static void
write_relation (QuoWebannotationPage *page, const QuoRelation *relation)
{
  gboolean has_quote = count_members (page, relation, "quote") > 0;
  guint n = 0;

  if (count_members (page, relation, NULL) == 0)
    {
      page->selection->losses.counts[QUO_LOSS_RELATIONS]++;
      return;
    }
  begin_item (page, relation->base.id, "linking");
  quo_webannotation_put_text (page, "tagging", relation->type);
  for (guint r = 0; r < relation->n_roles; r++)
    if (!g_str_equal (relation->roles[r].name, "quote"))
      write_role (page, &relation->roles[r]);
  raw (page, "],\"target\":[");
  for (guint r = 0; r < relation->n_roles; r++)
    if (!has_quote || g_str_equal (relation->roles[r].name, "quote"))
      n = write_role_targets (page, &relation->roles[r], n);
  raw (page, "]");
  end_item (page, &relation->base, 0, 0, relation->layer);
  page->selection->losses.counts[QUO_LOSS_RELATION_ATTRS] += relation->n_attrs;
  page->selection->losses.counts[QUO_LOSS_RELATION_NOTES] += relation->note != NULL;
  page->selection->losses.counts[QUO_LOSS_PROVENANCE]
      += relation->created != 0 || relation->modified != 0 || relation->by != NULL
         || relation->conf != NULL || relation->from != NULL;
}

/* --- The page --- */

/* (transfer full): where the article is, or else what it is. */
static char *
make_source (const QuoSnapshot *snapshot)
{
  const QuoArticle *article = snapshot->article;
  const char *url = article->url != NULL ? article->url : snapshot->header->url;

  if (url != NULL && *url != '\0')
    return g_strdup (url);
  return g_strconcat (
      "urn:sha256:", article->sha256 != NULL ? article->sha256 : snapshot->header->sha256, NULL);
}

/* The layer all records are in; NULL: there are several, and *ret_has_several, or none. */
static const char *
find_only_layer (const QuoSelection *selection, gboolean *ret_has_several)
{
  const char *only = NULL;

  *ret_has_several = FALSE;
  for (guint i = 0; i < selection->annotations->len + selection->relations->len; i++)
    {
      guint n = selection->annotations->len;
      const char *layer = i < n ? quo_selection_get_annotation (selection, i)->layer
                                : quo_selection_get_relation (selection, i - n)->layer;

      if (i > 0 && g_strcmp0 (layer, only) != 0)
        {
          *ret_has_several = TRUE;
          return NULL;
        }
      only = layer;
    }
  return only;
}

static void
begin_page (QuoWebannotationPage *page)
{
  const char *layer = find_only_layer (page->selection, &page->has_layers);

  raw (page, "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":");
  quo_webannotation_put_iri (page, layer != NULL ? "urn:quo:page:" : "urn:quo:page",
                             layer != NULL ? layer : "");
  raw (page, ",\"type\":\"AnnotationPage\",\"items\":[\n");
}

static gboolean
write_items (QuoWebannotationPage *page, GCancellable *cancellable, GError **error)
{
  QuoSelection *selection = page->selection;

  for (guint i = 0; i < selection->annotations->len; i++)
    {
      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      write_annotation (page, quo_selection_get_annotation (selection, i));
    }
  for (guint i = 0; i < selection->relations->len; i++)
    {
      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      write_relation (page, quo_selection_get_relation (selection, i));
    }
  return TRUE;
}

/* What of the entities does not go with the annotations. */
static void
count_entities (QuoSelection *selection)
{
  for (guint i = 0; i < quo_snapshot_count (selection->snapshot, QUO_RECORD_ENTITY); i++)
    {
      const QuoEntity *entity = quo_snapshot_get_entity (selection->snapshot, i);

      selection->losses.counts[QUO_LOSS_ENTITY_NAMES] += entity->name != NULL;
      selection->losses.counts[QUO_LOSS_COORDINATES] += entity->lat != NULL;
    }
}

/* What a plain page does not say; a twin says everything. */
static void
tell_losses (QuoWebannotationPage *page, QuoReport *report)
{
  if (page->written != NULL)
    return;
  count_entities (page->selection);
  quo_selection_count_losses (page->selection,
                              quo_format_webannotation.carries | QUO_CARRIES_PROVENANCE);
  quo_losses_tell (&page->selection->losses, report);
}

static void
end_page (QuoWebannotationPage *page)
{
  raw (page, "\n]");
  if (page->written != NULL)
    quo_webannotation_twin_write_rest (&page->json, page->selection->snapshot, page->written,
                                       page->is_utf16);
  raw (page, "}\n");
}

gboolean
quo_webannotation_write (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
                         QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  g_autofree char *source = NULL;
  g_autoptr (GHashTable) written = NULL;
  g_autoptr (GBytes) bytes = NULL;
  QuoWebannotationPage page = { .selection = selection };

  if (selection == NULL)
    return FALSE;
  page.source = source = make_source (snapshot);
  page.is_utf16 = quo_format_options_is (options, "offsets", "utf16");
  if (quo_format_options_is (options, "twin", "yes"))
    page.written = written = g_hash_table_new (NULL, NULL);
  quo_text_cursor_init (&page.cursor, selection->text);
  quo_text_cursor_init (&page.rows.cursor, selection->text);
  quo_json_writer_init (&page.json, 4096 + (gsize)selection->annotations->len * 512);
  begin_page (&page);
  if (!write_items (&page, cancellable, error))
    {
      quo_json_writer_clear (&page.json);
      return FALSE;
    }
  end_page (&page);
  bytes = quo_json_writer_finish (&page.json);
  quo_target_set (target, NULL, bytes);
  tell_losses (&page, report);
  return TRUE;
}
