/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing brat standoff.
 *
 * Offsets are code points of the text with LF line ends, because brat counts a CR LF as one or as
 * two depending on who asks; so the text is written too. A fragment never holds a line feed or a
 * tab. An annotation is a T line, its attributes A, the external ids of its entity N, its note and
 * its coordinates # lines; annotations of one entity share a * line; a relation is an event whose
 * trigger is the cue, or else the quote. */

#include "quo-config.h"

#include "quo-brat.h"

#include "quo-blank.h"

#include <string.h>

/* A stretch of the text without line ends and tabs. */
typedef struct
{
  guint32 start, end; /* in the text with LF line ends */
  const char *p;      /* the bytes, which are the same in both texts */
  gsize len;
} Fragment;

typedef struct
{
  QuoSelection *selection;
  GString *out;
  QuoTextCursor cursor;
  GArray *fragments; /* of Fragment: those of the annotation at hand */
  guint32 *numbers;  /* of the T line of each annotation; 0: it has none */
  guint n_t, n_e, n_r, n_a, n_n, n_notes;
  GHashTable *names; /* a name of a label, role ...: how brat spells it */
  GPtrArray
      *clusters; /* of GArray of T numbers, for entities in the order of their first mention */
  GHashTable *cluster_of; /* id of an entity to its cluster */
} Brat;

/* --- Pieces of lines --- */

static void
append_uint (GString *out, guint32 n)
{
  char digits[10];
  guint i = sizeof digits;

  do
    digits[--i] = (char)('0' + n % 10);
  while ((n /= 10) > 0);
  g_string_append_len (out, digits + i, (gssize)(sizeof digits - i));
}

static const char *
get_name (Brat *brat, const char *name)
{
  char *spelt = g_hash_table_lookup (brat->names, name);

  if (spelt == NULL)
    {
      spelt = quo_brat_spell_name (name);
      g_hash_table_insert (brat->names, (gpointer)name, spelt);
    }
  return spelt;
}

/* --- Fragments --- */

/* Adds the pieces of a range between line ends and tabs that are not blank. */
static void
add_fragments (Brat *brat, QuoSpan range)
{
  const char *p = quo_text_get_utf8 (brat->selection->text);
  guint32 at = quo_text_to_lf (brat->selection->text, range.start);
  Fragment piece = { 0 };
  gboolean is_solid = FALSE;

  p += quo_text_cursor_to (&brat->cursor, range.start);
  for (guint32 i = range.start;; i++)
    {
      gboolean is_end = i >= range.end || *p == '\n' || *p == '\t' || *p == '\r';

      if (!is_end && piece.p == NULL)
        piece = (Fragment){ .start = at, .p = p };
      if (!is_end && !is_solid)
        is_solid = (guchar)(*p - 0x21) < 0x5f || !quo_blank_is (g_utf8_get_char (p));
      if (is_end && is_solid)
        {
          piece.end = at;
          piece.len = (gsize)(p - piece.p);
          g_array_append_val (brat->fragments, piece);
        }
      if (i >= range.end)
        break;
      if (is_end)
        {
          piece.p = NULL;
          is_solid = FALSE;
        }
      at += *p == '\r' && p[1] == '\n' ? 0 : 1;
      p = g_utf8_next_char (p);
    }
}

/* "Label 43 68;127 162<TAB>surface", after the number of the line. FALSE: nothing to be marked, and
 * nothing was written. */
static void
append_span (Brat *brat, const char *name)
{
  GString *out = brat->out;

  g_string_append_c (out, 'T');
  append_uint (out, ++brat->n_t);
  g_string_append_c (out, '\t');
  g_string_append (out, name);
  for (guint i = 0; i < brat->fragments->len; i++)
    {
      const Fragment *fragment = &g_array_index (brat->fragments, Fragment, i);

      g_string_append_c (out, i == 0 ? ' ' : ';');
      append_uint (out, fragment->start);
      g_string_append_c (out, ' ');
      append_uint (out, fragment->end);
    }
  for (guint i = 0; i < brat->fragments->len; i++)
    {
      const Fragment *fragment = &g_array_index (brat->fragments, Fragment, i);

      g_string_append_c (out, i == 0 ? '\t' : ' ');
      g_string_append_len (out, fragment->p, (gssize)fragment->len);
    }
  g_string_append_c (out, '\n');
}

static void
find_fragments (Brat *brat, const QuoAnnotation *annotation)
{
  guint32 length = quo_text_get_length (brat->selection->text);

  g_array_set_size (brat->fragments, 0);
  for (guint i = 0; i < annotation->n_ranges; i++)
    add_fragments (brat,
                   QUO_SPAN (annotation->ranges[i].start, MIN (annotation->ranges[i].end, length)));
}

/* --- The lines --- */

static gboolean
write_spans (Brat *brat, GCancellable *cancellable, GError **error)
{
  QuoSelection *selection = brat->selection;
  guint *counts = selection->losses.counts;

  for (guint i = 0; i < selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (selection, i);
      const char *name = get_name (brat, annotation->type);

      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      find_fragments (brat, annotation);
      if (brat->fragments->len == 0)
        {
          counts[QUO_LOSS_BLANK]++;
          continue;
        }
      append_span (brat, name);
      brat->numbers[i] = brat->n_t;
      counts[QUO_LOSS_CUT] += brat->fragments->len > annotation->n_ranges;
      counts[QUO_LOSS_LABELS] += !g_str_equal (name, annotation->type);
    }
  return TRUE;
}

/* The A lines of a record; a list is a line a value. @of is 'T' or 'E'. */
static void
write_attrs (Brat *brat, const QuoAttr *attrs, guint n_attrs, char of, guint32 number)
{
  guint *counts = brat->selection->losses.counts;

  for (guint i = 0; i < n_attrs; i++)
    for (guint v = 0; v < attrs[i].n_values; v++)
      {
        const QuoValue *value = &attrs[i].values[v];
        gboolean is_flag = value->kind == QUO_VALUE_FLAG;
        const char *name = get_name (brat, attrs[i].name);
        g_autofree char *spelt
            = of == 'T' ? quo_brat_spell_value (value->text) : quo_brat_spell_name (value->text);

        if (*spelt == '\0' || (is_flag && g_str_equal (value->text, "false")))
          {
            counts[QUO_LOSS_FALSE_ATTRS]++;
            continue;
          }
        counts[QUO_LOSS_ATTR_NAMES]
            += !g_str_equal (name, attrs[i].name) || !g_str_equal (spelt, value->text);
        g_string_append_printf (brat->out, "A%u\t%s %c%u", ++brat->n_a, name, of, number);
        if (!is_flag)
          g_string_append_printf (brat->out, " %s", spelt);
        g_string_append_c (brat->out, '\n');
      }
}

static void
write_note (Brat *brat, const char *note, char of, guint32 number)
{
  if (note == NULL)
    return;
  g_string_append_printf (brat->out, "#%u\tAnnotatorNotes %c%u\t", ++brat->n_notes, of, number);
  quo_brat_append_note (brat->out, note);
  g_string_append_c (brat->out, '\n');
}

static void
write_entity (Brat *brat, const char *id, guint32 number)
{
  const QuoEntity *entity = quo_selection_find_entity (brat->selection, id);

  for (guint i = 0; entity != NULL && i < entity->n_ids; i++)
    {
      g_autofree char *value = quo_brat_spell_value (entity->ids[i].value);

      g_string_append_printf (brat->out, "N%u\tReference T%u %s:%s\t", ++brat->n_n, number,
                              get_name (brat, entity->ids[i].name), value);
      quo_brat_append_column (brat->out, entity->name != NULL ? entity->name : "");
      g_string_append_c (brat->out, '\n');
    }
  if (entity != NULL && entity->lat != NULL)
    g_string_append_printf (brat->out, "#%u\tGeoPoint T%u\t%s,%s\n", ++brat->n_notes, number,
                            entity->lat, entity->lon);
}

/* Puts the annotation to the others that stand for the same. */
static void
add_to_cluster (Brat *brat, const char *entity, guint32 number)
{
  GArray *cluster = g_hash_table_lookup (brat->cluster_of, entity);

  if (cluster == NULL)
    {
      cluster = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (brat->cluster_of, (gpointer)entity, cluster);
      g_ptr_array_add (brat->clusters, cluster);
    }
  g_array_append_val (cluster, number);
}

static gboolean
write_details (Brat *brat, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < brat->selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (brat->selection, i);
      guint32 number = brat->numbers[i];

      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      if (number == 0)
        continue;
      write_attrs (brat, annotation->attrs, annotation->n_attrs, 'T', number);
      for (guint e = 0; e < annotation->n_entities; e++)
        write_entity (brat, annotation->entities[e], number);
      write_note (brat, annotation->note, 'T', number);
      if (annotation->n_entities == 1)
        add_to_cluster (brat, annotation->entities[0], number);
      else if (annotation->n_entities > 1)
        brat->selection->losses.counts[QUO_LOSS_PLURALS]++;
    }
  return TRUE;
}

/* Ids and coordinates make an identity of a single annotation, a list of aliases one of several.
 * What has neither is none, and without an id there is nowhere to put the name. */
static void
count_entities (Brat *brat)
{
  guint *counts = brat->selection->losses.counts;
  GHashTableIter iter;
  gpointer id, cluster;

  g_hash_table_iter_init (&iter, brat->cluster_of);
  while (g_hash_table_iter_next (&iter, &id, &cluster))
    {
      const QuoEntity *entity = quo_selection_find_entity (brat->selection, id);

      if (entity == NULL || entity->n_ids > 0)
        continue;
      if (entity->lat == NULL && ((const GArray *)cluster)->len < 2)
        counts[QUO_LOSS_ENTITIES]++;
      else
        counts[QUO_LOSS_ENTITY_NAMES] += entity->name != NULL;
    }
}

static void
write_aliases (Brat *brat)
{
  for (guint i = 0; i < brat->clusters->len; i++)
    {
      const GArray *cluster = g_ptr_array_index (brat->clusters, i);

      if (cluster->len < 2)
        continue;
      g_string_append (brat->out, "*\tAlias");
      for (guint j = 0; j < cluster->len; j++)
        {
          g_string_append (brat->out, " T");
          append_uint (brat->out, g_array_index (cluster, guint32, j));
        }
      g_string_append_c (brat->out, '\n');
    }
}

/* --- Relations --- */

/* The number of the T line of a member, 0 if it has none. */
static guint32
get_number (const Brat *brat, const char *id)
{
  guint position = quo_selection_find_position (brat->selection, id);

  return position != G_MAXUINT ? brat->numbers[position] : 0;
}

/* The first member of the role that has a T line, or NULL. */
static const QuoAnnotation *
find_head_in (const Brat *brat, const QuoRole *role)
{
  for (guint m = 0; role != NULL && m < role->n_members; m++)
    if (get_number (brat, role->members[m]) != 0)
      return quo_selection_find_member (brat->selection, role->members[m]);
  return NULL;
}

/* What the event is hung on: cue, else quote, else any member. */
static const QuoAnnotation *
find_head (const Brat *brat, const QuoRelation *relation)
{
  const QuoAnnotation *head = find_head_in (brat, quo_relation_find_role (relation, "cue"));

  if (head == NULL)
    head = find_head_in (brat, quo_relation_find_role (relation, "quote"));
  for (guint r = 0; head == NULL && r < relation->n_roles; r++)
    head = find_head_in (brat, &relation->roles[r]);
  return head;
}

/* " source:T3 source2:T8" */
static void
write_role (Brat *brat, const QuoRole *role)
{
  guint n = 0;

  for (guint m = 0; m < role->n_members; m++)
    {
      guint32 number = get_number (brat, role->members[m]);

      if (number == 0)
        {
          brat->selection->losses.counts[QUO_LOSS_MEMBERS]++;
          continue;
        }
      g_string_append_printf (brat->out, " %s", get_name (brat, role->name));
      if (++n > 1)
        append_uint (brat->out, n);
      g_string_append_printf (brat->out, ":T%u", number);
    }
}

/* The number of the T line of the only member of a role, 0 if it has none or several. */
static guint32
get_only_number (const Brat *brat, const QuoRelation *relation, const char *name)
{
  const QuoRole *role = quo_relation_find_role (relation, name);

  return role != NULL && role->n_members == 1 ? get_number (brat, role->members[0]) : 0;
}

/* A plain pair, as brat has it: "R1 Type Arg1:T1 Arg2:T2". */
static gboolean
write_pair (Brat *brat, const QuoRelation *relation)
{
  guint32 first = get_only_number (brat, relation, "Arg1");
  guint32 second = get_only_number (brat, relation, "Arg2");

  if (relation->n_roles != 2 || relation->n_attrs > 0 || first == 0 || second == 0)
    return FALSE;
  g_string_append_printf (brat->out, "R%u\t%s Arg1:T%u Arg2:T%u\n", ++brat->n_r,
                          get_name (brat, relation->type), first, second);
  write_note (brat, relation->note, 'R', brat->n_r);
  return TRUE;
}

/* The T line that an event is hung on: that of its trigger, if it has one of its own label, else a
 * new one over what its head marks. 0: it has nothing to hang on. */
static guint32
write_trigger (Brat *brat, const QuoRelation *relation, const char *name)
{
  guint32 number = get_only_number (brat, relation, "trigger");
  const QuoAnnotation *head = find_head (brat, relation);

  if (number != 0
      && find_head_in (brat, quo_relation_find_role (relation, "trigger"))->type == relation->type)
    return number;
  if (head == NULL)
    return 0;
  find_fragments (brat, head);
  append_span (brat, name);
  return brat->n_t;
}

static void
write_relation (Brat *brat, const QuoRelation *relation)
{
  const char *name = get_name (brat, relation->type);
  guint32 n_spans = brat->n_t;
  guint32 trigger;

  if (write_pair (brat, relation))
    return;
  trigger = write_trigger (brat, relation, name);
  if (trigger == 0)
    {
      brat->selection->losses.counts[QUO_LOSS_RELATIONS]++;
      return;
    }
  g_string_append_printf (brat->out, "E%u\t%s:T%u", ++brat->n_e, name, trigger);
  for (guint r = 0; r < relation->n_roles; r++)
    if (brat->n_t > n_spans || !g_str_equal (relation->roles[r].name, "trigger"))
      write_role (brat, &relation->roles[r]);
  g_string_append_c (brat->out, '\n');
  write_attrs (brat, relation->attrs, relation->n_attrs, 'E', brat->n_e);
  write_note (brat, relation->note, 'E', brat->n_e);
}

static gboolean
write_lines (Brat *brat, GCancellable *cancellable, GError **error)
{
  GPtrArray *relations = brat->selection->relations;

  if (!write_spans (brat, cancellable, error) || !write_details (brat, cancellable, error))
    return FALSE;
  write_aliases (brat);
  count_entities (brat);
  for (guint i = 0; i < relations->len; i++)
    {
      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      write_relation (brat, quo_selection_get_relation (brat->selection, i));
    }
  return TRUE;
}

gboolean
quo_brat_write (QuoSelection *selection, GString *out, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) fragments = g_array_new (FALSE, FALSE, sizeof (Fragment));
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) cluster_of = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) clusters = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autofree guint32 *numbers = g_new0 (guint32, selection->annotations->len + 1);
  Brat brat = {
    .selection = selection,
    .out = out,
    .fragments = fragments,
    .numbers = numbers,
    .names = names,
    .clusters = clusters,
    .cluster_of = cluster_of,
  };

  quo_text_cursor_init (&brat.cursor, selection->text);
  return write_lines (&brat, cancellable, error);
}
