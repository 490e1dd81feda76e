/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is odd in a sidecar but does not prevent reading it: ids that name nothing, or a record of
 * the wrong kind, and quotes the article does not have. */

#include "quo-config.h"

#include "quo-sidecar-parser.h"

#include <glib/gi18n.h>
#include <string.h>

#define BIT(kind) (1u << (kind))

/* Of a quote that is told, no more than this many code points. */
#define MAX_SHOWN 40

typedef struct
{
  QuoSnapshot *snapshot;
  QuoSidecarIds *ids;
  QuoReport *report;
  gboolean is_same;
  guint index; /* of the record in its list */
  const QuoRecord *record;
  /* Layers and agents that were found, the last of each: mostly the next one is the same. */
  const char *layer, *by;
} Check;

static void
tell (const Check *check, const char *member, const char *message)
{
  g_autofree char *place = g_strdup_printf (
      "%s[%u].%s", quo_sidecar_list_name (check->record->kind), check->index, member);

  quo_report_add (check->report, QUO_REPORT_FINDING, place, "%s", message);
}

/* Tells when @id is not the id of a record of one of the kinds (a bit set). */
static gboolean
check_id (const Check *check, const char *member, const char *id, guint kinds)
{
  const QuoRecord *found;
  g_autofree char *message = NULL;

  if (id == NULL)
    return TRUE;
  found = quo_sidecar_ids_find (check->ids, id);
  if (found != NULL && (BIT (found->kind) & kinds) != 0)
    return TRUE;
  message = found == NULL ? g_strdup_printf (_ ("“%s” is not in the file"), id)
                          : g_strdup_printf (_ ("“%s” is one of %s"), id,
                                             quo_sidecar_list_name (found->kind));
  tell (check, member, message);
  return FALSE;
}

static void
check_layer (Check *check, const char *id)
{
  if (id != check->layer && check_id (check, "layer", id, BIT (QUO_RECORD_LAYER)))
    check->layer = id;
}

static void
check_by (Check *check, const char *id)
{
  if (id != check->by && check_id (check, "by", id, BIT (QUO_RECORD_AGENT)))
    check->by = id;
}

static void
check_from (Check *check, const QuoFrom *from)
{
  if (from != NULL)
    check_id (check, "from.agent", from->agent, BIT (QUO_RECORD_AGENT));
}

/* --- Quotes --- */

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_SHOWN)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MAX_SHOWN);
  return g_strconcat (start, "…", NULL);
}

static void
check_quote (const Check *check, const QuoAnnotation *annotation, guint i)
{
  const QuoText *text = check->snapshot->article->text;
  g_autofree char *has = NULL, *says = NULL, *stands = NULL, *message = NULL;

  if (quo_text_equals (text, annotation->ranges[i], annotation->quotes[i]))
    return;
  stands = quo_text_dup (text, annotation->ranges[i]);
  has = shorten (stands);
  says = shorten (annotation->quotes[i]);
  message = g_strdup_printf (_ ("says “%s”, but the article has “%s” there"), says, has);
  tell (check, "quote", message);
}

/* Context may be shorter than 24 code points, but it must be what stands there. */
static void
check_context (const Check *check, const QuoAnnotation *annotation)
{
  const QuoText *text = check->snapshot->article->text;
  QuoSpan hull = quo_annotation_get_hull (annotation);
  gsize start = quo_text_to_byte (text, hull.start), end = quo_text_to_byte (text, hull.end);
  gsize pre = annotation->pre != NULL ? strlen (annotation->pre) : 0;
  gsize suf = annotation->suf != NULL ? strlen (annotation->suf) : 0;
  const char *utf8 = quo_text_get_utf8 (text);

  if (pre > start || (pre > 0 && memcmp (utf8 + start - pre, annotation->pre, pre) != 0))
    tell (check, "pre", _ ("is not what stands before it in the article"));
  if (end + suf > quo_text_get_bytes (text)
      || (suf > 0 && memcmp (utf8 + end, annotation->suf, suf) != 0))
    tell (check, "suf", _ ("is not what stands after it in the article"));
}

static void
check_annotation (Check *check, const QuoAnnotation *annotation)
{
  check_layer (check, annotation->layer);
  check_by (check, annotation->by);
  for (guint i = 0; i < annotation->n_entities; i++)
    check_id (check, "entity", annotation->entities[i], BIT (QUO_RECORD_ENTITY));
  check_from (check, annotation->from);
  if (!check->is_same || !annotation->is_kept || annotation->is_orphan)
    return;
  for (guint i = 0; i < annotation->n_ranges; i++)
    check_quote (check, annotation, i);
  check_context (check, annotation);
}

/* --- The other kinds --- */

static void
check_relation (Check *check, const QuoRelation *relation)
{
  check_layer (check, relation->layer);
  check_by (check, relation->by);
  check_from (check, relation->from);
  for (guint i = 0; i < relation->n_roles; i++)
    for (guint k = 0; k < relation->roles[i].n_members; k++)
      {
        const QuoRole *role = &relation->roles[i];
        const QuoRecord *found = quo_sidecar_ids_find (check->ids, role->members[k]);
        g_autofree char *member = NULL;

        if (found != NULL
            && (found->kind == QUO_RECORD_ANNOTATION || found->kind == QUO_RECORD_ENTITY))
          continue;
        member = g_strdup_printf ("roles.%s", role->name);
        check_id (check, member, role->members[k],
                  BIT (QUO_RECORD_ANNOTATION) | BIT (QUO_RECORD_ENTITY));
      }
}

static void
check_entity (Check *check, const QuoEntity *entity)
{
  check_by (check, entity->by);
  check_from (check, entity->from);
}

static void
check_note (Check *check, const QuoNote *note)
{
  check_layer (check, note->layer);
  check_by (check, note->by);
}

static void
check_record (Check *check, const QuoRecord *record)
{
  check->record = record;
  switch ((QuoRecordKind)record->kind)
    {
    case QUO_RECORD_LAYER:
      check_by (check, ((const QuoLayer *)record)->by);
      break;
    case QUO_RECORD_ENTITY:
      check_entity (check, (const QuoEntity *)record);
      break;
    case QUO_RECORD_ANNOTATION:
      check_annotation (check, (const QuoAnnotation *)record);
      break;
    case QUO_RECORD_RELATION:
      check_relation (check, (const QuoRelation *)record);
      break;
    case QUO_RECORD_NOTE:
      check_note (check, (const QuoNote *)record);
      break;
    case QUO_RECORD_AGENT:
    default:
      break;
    }
}

void
quo_sidecar_check (QuoSnapshot *snapshot, QuoSidecarIds *ids, gboolean is_same, QuoReport *report)
{
  Check check = { .snapshot = snapshot, .ids = ids, .report = report, .is_same = is_same };
  gint64 length = snapshot->header->length;

  if (report == NULL)
    return;
  if (is_same && length != quo_text_get_length (snapshot->article->text))
    quo_report_add (report, QUO_REPORT_FINDING, "document.length",
                    _ ("says %ld, but the article has %u characters"), (glong)length,
                    quo_text_get_length (snapshot->article->text));
  for (guint kind = 0; kind < QUO_N_RECORD_KINDS; kind++)
    for (check.index = 0; check.index < snapshot->records[kind]->len; check.index++)
      check_record (&check, g_ptr_array_index (snapshot->records[kind], check.index));
}
