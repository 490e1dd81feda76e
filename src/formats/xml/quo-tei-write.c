/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing TEI. All ranges are laid into one tree, the longer first; what does not nest there gets
 * anchors. Tags and anchors are then sorted by where they stand and written with the text between
 * them in one pass. */

#include "quo-config.h"

#include "quo-tei.h"
#include "quo-xml-writer.h"

#include <string.h>

/* Elements in elements; what would be deeper gets anchors, so that every reader can follow. */
#define MAX_DEPTH 100

/* Range @part of an annotation. */
typedef struct
{
  QuoSpan at;
  guint part;
  const QuoAnnotation *annotation;
} Piece;

/* What stands at one place, in this order. */
typedef enum
{
  TAG_ANCHOR_END,
  TAG_CLOSE,
  TAG_OPEN,
  TAG_ANCHOR_START,
} TagKind;

typedef struct
{
  guint32 at, other; /* where it stands, where the other end of its element does */
  guint order;       /* of its piece in the tree */
  TagKind kind;
  const Piece *piece;
} Tag;

typedef struct
{
  QuoSelection *selection;
  GArray *pieces;       /* of Piece, sorted */
  GPtrArray *crossing;  /* of Piece */
  GArray *tags;         /* of Tag */
  GHashTable *speakers; /* QuoAnnotation to the value of @who */
  GString *out;
} Tei;

/* --- The tree --- */

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const Piece *x = a, *y = b;

  if (x->at.start != y->at.start)
    return x->at.start < y->at.start ? -1 : 1;
  if (x->at.end != y->at.end)
    return x->at.end > y->at.end ? -1 : 1;
  return strcmp (x->annotation->base.id, y->annotation->base.id);
}

static void
list_pieces (Tei *tei)
{
  for (guint i = 0; i < tei->selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (tei->selection, i);

      for (guint r = 0; r < annotation->n_ranges; r++)
        {
          Piece piece = { annotation->ranges[r], r, annotation };

          g_array_append_val (tei->pieces, piece);
        }
    }
  g_array_sort (tei->pieces, compare_pieces);
}

static void
add_tags (Tei *tei, const Piece *piece, guint order, gboolean is_crossing)
{
  Tag open = { piece->at.start, piece->at.end, order, TAG_OPEN, piece };
  Tag close = { piece->at.end, piece->at.start, order, TAG_CLOSE, piece };

  if (is_crossing)
    {
      open.kind = TAG_ANCHOR_START;
      close.kind = TAG_ANCHOR_END;
    }
  g_array_append_val (tei->tags, open);
  g_array_append_val (tei->tags, close);
}

static void
lay_out (Tei *tei)
{
  g_autoptr (GArray) stack
      = g_array_new (FALSE, FALSE, sizeof (guint32)); /* ends of what is open */

  for (guint i = 0; i < tei->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (tei->pieces, Piece, i);
      guint32 inner;

      while (stack->len > 0 && g_array_index (stack, guint32, stack->len - 1) <= piece->at.start)
        g_array_set_size (stack, stack->len - 1);
      inner = stack->len > 0 ? g_array_index (stack, guint32, stack->len - 1) : G_MAXUINT32;
      if (piece->at.end > inner || stack->len == MAX_DEPTH)
        {
          g_ptr_array_add (tei->crossing, (gpointer)piece);
          add_tags (tei, piece, i, TRUE);
          continue;
        }
      g_array_append_val (stack, piece->at.end);
      add_tags (tei, piece, i, FALSE);
    }
}

static int
compare_ids (const Piece *a, const Piece *b)
{
  int order = strcmp (a->annotation->base.id, b->annotation->base.id);

  return order != 0 ? order : (a->part > b->part) - (a->part < b->part);
}

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  const Tag *x = a, *y = b;

  if (x->at != y->at)
    return x->at < y->at ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->kind == TAG_ANCHOR_START || x->kind == TAG_ANCHOR_END)
    return compare_ids (x->piece, y->piece);
  if (x->other != y->other)
    return x->other > y->other ? -1 : 1;
  return x->kind == TAG_OPEN ? (x->order > y->order) - (x->order < y->order)
                             : (x->order < y->order) - (x->order > y->order);
}

/* --- Elements --- */

static const char *
get_element (const QuoAnnotation *annotation)
{
  if (g_str_equal (annotation->type, "quote"))
    return "said";
  for (guint i = 0; i < quo_tei_n_kinds; i++)
    if (g_str_equal (annotation->type, quo_tei_kinds[i].type))
      return quo_tei_kinds[i].name;
  return "seg";
}

static void
append_id (GString *out, const Piece *piece, int offset)
{
  guint part = (guint)((int)piece->part + offset);

  g_string_append (out, piece->annotation->base.id);
  if (part > 0)
    g_string_append_printf (out, ".%u", part + 1);
}

/* ` next="#ID.2"` */
static void
append_pointer (GString *out, const char *name, const Piece *piece, int offset)
{
  g_string_append_printf (out, " %s=\"#", name);
  append_id (out, piece, offset);
  g_string_append_c (out, '"');
}

/* ` ref="#E1 #E2"`, if the annotation stands for anything. */
static void
append_entities (Tei *tei, const char *name, const QuoAnnotation *annotation)
{
  g_autoptr (GString) refs = g_string_new (NULL);

  for (guint i = 0; i < annotation->n_entities; i++)
    if (quo_selection_find_entity (tei->selection, annotation->entities[i]) != NULL)
      g_string_append_printf (refs, "%s#%s", refs->len > 0 ? " " : "", annotation->entities[i]);
  if (refs->len > 0)
    quo_xml_append_attr (tei->out, name, refs->str);
}

static void
append_said (Tei *tei, const QuoAnnotation *quote)
{
  const char *who = g_hash_table_lookup (tei->speakers, quote);
  const char *form = quo_attrs_get_text (quote->attrs, quote->n_attrs, "form");

  if (who != NULL && *who != '\0')
    quo_xml_append_attr (tei->out, "who", who);
  if (quote->n_entities > 0)
    append_entities (tei, "ana", quote);
  if (form != NULL && g_str_equal (form, "direct"))
    quo_xml_append_attr (tei->out, "direct", "true");
  else if (form != NULL && g_str_equal (form, "indirect"))
    quo_xml_append_attr (tei->out, "direct", "false");
}

static void
append_open (Tei *tei, const Piece *piece)
{
  const QuoAnnotation *annotation = piece->annotation;
  const char *element = get_element (annotation);

  g_string_append_printf (tei->out, "<%s xml:id=\"", element);
  append_id (tei->out, piece, 0);
  g_string_append_c (tei->out, '"');
  if (g_str_equal (element, "seg"))
    quo_xml_append_attr (tei->out, "type", annotation->type);
  if (g_str_equal (element, "said"))
    append_said (tei, annotation);
  else
    append_entities (tei, "ref", annotation);
  if (piece->part + 1 < annotation->n_ranges)
    append_pointer (tei->out, "next", piece, 1);
  if (piece->part > 0)
    append_pointer (tei->out, "prev", piece, -1);
  g_string_append_c (tei->out, '>');
}

static void
append_tag (Tei *tei, const Tag *tag)
{
  switch (tag->kind)
    {
    case TAG_OPEN:
      append_open (tei, tag->piece);
      break;
    case TAG_CLOSE:
      g_string_append_printf (tei->out, "</%s>", get_element (tag->piece->annotation));
      break;
    default:
      g_string_append (tei->out, "<anchor xml:id=\"");
      append_id (tei->out, tag->piece, 0);
      g_string_append (tei->out, tag->kind == TAG_ANCHOR_START ? ".b\"/>" : ".e\"/>");
    }
}

static gboolean
append_body (Tei *tei, GCancellable *cancellable, GError **error)
{
  const char *utf8 = quo_text_get_utf8 (tei->selection->text);
  QuoTextCursor cursor;
  gsize last = 0;

  quo_text_cursor_init (&cursor, tei->selection->text);
  for (guint i = 0; i < tei->tags->len; i++)
    {
      const Tag *tag = &g_array_index (tei->tags, Tag, i);
      gsize byte = quo_text_cursor_to (&cursor, tag->at);

      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      quo_xml_append_text (tei->out, utf8 + last, (gssize)(byte - last));
      append_tag (tei, tag);
      last = byte;
    }
  quo_xml_append_text (tei->out, utf8 + last, -1);
  return TRUE;
}

/* --- standOff --- */

static void
append_entity (Tei *tei, const QuoEntity *entity, const char *element, const char *name)
{
  GString *out = tei->out;
  gboolean is_object = g_str_equal (element, "object");

  g_string_append_printf (out, "<%s", element);
  quo_xml_append_attr (out, "xml:id", entity->base.id);
  if (is_object && entity->type != NULL)
    quo_xml_append_attr (out, "type", entity->type);
  g_string_append_printf (out, "><%s>", name);
  quo_xml_append_clean (out, entity->name != NULL ? entity->name : "");
  g_string_append_printf (out, "</%s>", name);
  if (entity->lat != NULL && entity->lon != NULL)
    g_string_append_printf (out, "<location><geo>%s %s</geo></location>", entity->lat, entity->lon);
  for (guint i = 0; i < entity->n_ids; i++)
    {
      g_string_append (out, "<idno");
      quo_xml_append_attr (out, "type", entity->ids[i].name);
      g_string_append_c (out, '>');
      quo_xml_append_clean (out, entity->ids[i].value);
      g_string_append (out, "</idno>");
    }
  if (entity->note != NULL)
    {
      g_string_append (out, "<note>");
      quo_xml_append_clean (out, entity->note);
      g_string_append (out, "</note>");
    }
  g_string_append_printf (out, "</%s>", element);
}

/* The kind an entity is listed under, or the number of kinds. */
static guint
find_kind (const QuoEntity *entity)
{
  guint i = 0;

  while (i < quo_tei_n_kinds
         && (entity->type == NULL || !g_str_equal (entity->type, quo_tei_kinds[i].type)))
    i++;
  return i;
}

static void
append_entities_of (Tei *tei, guint kind)
{
  QuoSnapshot *snapshot = tei->selection->snapshot;
  static const QuoTeiKind object = { NULL, "listObject", "object", "objectIdentifier" };
  const QuoTeiKind *names = kind < quo_tei_n_kinds ? &quo_tei_kinds[kind] : &object;
  guint n = 0;

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ENTITY); i++)
    {
      const QuoEntity *entity = quo_snapshot_get_entity (snapshot, i);

      if (find_kind (entity) != kind)
        continue;
      if (n++ == 0)
        g_string_append_printf (tei->out, "<%s>", names->list);
      append_entity (tei, entity, names->element, names->name);
    }
  if (n > 0)
    g_string_append_printf (tei->out, "</%s>\n", names->list);
}

static void
append_spans (Tei *tei)
{
  if (tei->crossing->len > 0)
    g_string_append (tei->out, "<spanGrp>");
  for (guint i = 0; i < tei->crossing->len; i++)
    {
      const Piece *piece = g_ptr_array_index (tei->crossing, i);

      g_string_append (tei->out, "<span");
      quo_xml_append_attr (tei->out, "type", piece->annotation->type);
      g_string_append (tei->out, " xml:id=\"");
      append_id (tei->out, piece, 0);
      g_string_append (tei->out, "\" from=\"#");
      append_id (tei->out, piece, 0);
      g_string_append (tei->out, ".b\" to=\"#");
      append_id (tei->out, piece, 0);
      g_string_append (tei->out, ".e\"");
      append_entities (tei, "ana", piece->annotation);
      g_string_append (tei->out, "/>");
    }
  if (tei->crossing->len > 0)
    g_string_append (tei->out, "</spanGrp>\n");
}

static void
append_notes (Tei *tei)
{
  for (guint i = 0; i < tei->selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (tei->selection, i);

      if (annotation->note == NULL)
        continue;
      g_string_append_printf (tei->out, "<note target=\"#%s\">", annotation->base.id);
      quo_xml_append_clean (tei->out, annotation->note);
      g_string_append (tei->out, "</note>\n");
    }
}

/* --- Speakers --- */

/* The entity of a member if it is a mention with one, else the member itself; NULL: it is not
 * written. */
static const char *
find_speaker (Tei *tei, const char *id)
{
  const QuoAnnotation *mention = quo_selection_find_member (tei->selection, id);

  if (mention != NULL && mention->n_entities > 0
      && quo_selection_find_entity (tei->selection, mention->entities[0]) != NULL)
    return mention->entities[0];
  return mention != NULL || quo_selection_find_entity (tei->selection, id) != NULL ? id : NULL;
}

static char *
dup_who (Tei *tei, const QuoRole *source)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *who = g_string_new (NULL);

  for (guint i = 0; i < source->n_members; i++)
    {
      const char *id = find_speaker (tei, source->members[i]);

      tei->selection->losses.counts[QUO_LOSS_MEMBERS] += id == NULL;
      if (id != NULL && g_hash_table_add (seen, (gpointer)id))
        g_string_append_printf (who, "%s#%s", who->len > 0 ? " " : "", id);
    }
  return g_string_free (who, FALSE);
}

static void
list_speakers (Tei *tei)
{
  for (guint i = 0; i < tei->selection->relations->len; i++)
    {
      const QuoRelation *relation = quo_selection_get_relation (tei->selection, i);
      const QuoRole *quote = quo_relation_find_role (relation, "quote");
      const QuoRole *source = quo_relation_find_role (relation, "source");

      for (guint m = 0; quote != NULL && source != NULL && m < quote->n_members; m++)
        {
          const QuoAnnotation *said = quo_selection_find_member (tei->selection, quote->members[m]);

          if (said != NULL)
            g_hash_table_insert (tei->speakers, (gpointer)said, dup_who (tei, source));
        }
    }
}

/* --- The file --- */

static void
append_head (Tei *tei)
{
  const QuoSnapshot *snapshot = tei->selection->snapshot;
  const QuoHeader *header = snapshot->header;
  const QuoArticle *article = snapshot->article;
  const char *title = article->title != NULL ? article->title : header->title;
  const char *url = article->url != NULL ? article->url : header->url;
  const char *sha256 = article->sha256 != NULL ? article->sha256 : header->sha256;
  g_autofree char *name
      = header->file != NULL ? g_strdup (header->file) : quo_article_dup_name (article);
  char *point = strrchr (name, '.');
  GString *out = tei->out;

  if (point != NULL && point > name)
    *point = '\0';
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc>"
                        "<titleStmt><title>");
  quo_xml_append_clean (out, title != NULL ? title : name);
  g_string_append (out, "</title></titleStmt><publicationStmt><p>export</p></publicationStmt>"
                        "<sourceDesc><p>");
  quo_xml_append_clean (out, url != NULL ? url : "urn:sha256:");
  if (url == NULL && sha256 != NULL)
    g_string_append (out, sha256);
  g_string_append (out, "</p></sourceDesc></fileDesc></teiHeader>\n");
}

gboolean
quo_tei_write (QuoSelection *selection, GString *out, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autoptr (GArray) tags = g_array_new (FALSE, FALSE, sizeof (Tag));
  g_autoptr (GPtrArray) crossing = g_ptr_array_new ();
  g_autoptr (GHashTable) speakers = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Tei tei = { selection, pieces, crossing, tags, speakers, out };

  list_pieces (&tei);
  lay_out (&tei);
  g_array_sort (tags, compare_tags);
  list_speakers (&tei);
  append_head (&tei);
  g_string_append (out, "<standOff>\n");
  for (guint kind = 0; kind <= quo_tei_n_kinds; kind++)
    append_entities_of (&tei, kind);
  append_spans (&tei);
  append_notes (&tei);
  g_string_append (out, "</standOff>\n<text><body><ab xml:space=\"preserve\">");
  if (!append_body (&tei, cancellable, error))
    return FALSE;
  g_string_append (out, "</ab></body></text></TEI>\n");
  return TRUE;
}
