/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the elements of a TEI file to annotations: parts are put together, pointers are followed. */

#include "quo-config.h"

#include "quo-tei-marks.h"

#include "quo-authority.h"
#include "quo-blank.h"
#include "quo-tokenizer.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- What was read --- */

static void
free_mark (gpointer data)
{
  QuoTeiMark *mark = data;

  g_free (mark->id);
  g_free (mark->type);
  g_free (mark->from);
  g_free (mark->to);
  g_free (mark->prev);
  g_free (mark->ref);
  g_free (mark->who);
  g_free (mark->to_whom);
  g_free (mark->form);
  g_ptr_array_unref (mark->attrs);
  g_free (mark);
}

static void
free_entity (gpointer data)
{
  QuoTeiEntity *entity = data;

  g_free (entity->id);
  g_free (entity->type);
  g_free (entity->name);
  g_free (entity->lat);
  g_free (entity->lon);
  g_free (entity->note);
  g_ptr_array_unref (entity->aliases);
  g_ptr_array_unref (entity->ids);
  g_free (entity);
}

QuoTeiText *
quo_tei_text_new (void)
{
  QuoTeiText *text = g_new0 (QuoTeiText, 1);

  text->text = g_string_new (NULL);
  text->marks = g_ptr_array_new_with_free_func (free_mark);
  text->entities = g_ptr_array_new_with_free_func (free_entity);
  text->notes = g_ptr_array_new_with_free_func (g_free);
  text->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return text;
}

void
quo_tei_text_free (QuoTeiText *text)
{
  if (text == NULL)
    return;
  g_string_free (text->text, TRUE);
  g_free (text->title);
  g_ptr_array_unref (text->marks);
  g_ptr_array_unref (text->entities);
  g_ptr_array_unref (text->notes);
  g_hash_table_unref (text->anchors);
  g_free (text);
}

QuoTeiMark *
quo_tei_text_add_mark (QuoTeiText *text, guint line)
{
  QuoTeiMark *mark = g_new0 (QuoTeiMark, 1);

  mark->line = line;
  mark->attrs = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (text->marks, mark);
  return mark;
}

QuoTeiEntity *
quo_tei_text_add_entity (QuoTeiText *text, guint line)
{
  QuoTeiEntity *entity = g_new0 (QuoTeiEntity, 1);

  entity->line = line;
  entity->aliases = g_ptr_array_new_with_free_func (g_free);
  entity->ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (text->entities, entity);
  return entity;
}

/* --- Where it stands --- */

typedef struct
{
  QuoTeiText *text;
  QuoImport *import;
  QuoBuilder *builder;
  GHashTable *by_id; /* id to QuoTeiMark */
  guint32 *places;   /* of each character of the text in the article; NULL: the same */
  GError **error;
} Finish;

/* The place of each character in the article, which may differ in its blanks; NULL: it is another
 * text. */
static guint32 *
align (const QuoTeiText *text, const QuoText *article)
{
  g_autofree guint32 *places = g_new (guint32, text->n_chars + 1);
  const char *there = quo_text_get_utf8 (article);
  guint32 i = 0, offset = 0;

  for (const char *p = text->text->str; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      gunichar c = g_utf8_get_char (p);

      places[i] = offset;
      if (quo_blank_is (c))
        continue;
      for (; *there != '\0' && quo_blank_is (g_utf8_get_char (there)); offset++)
        there = g_utf8_next_char (there);
      if (g_utf8_get_char (there) != c)
        return NULL;
      places[i] = offset++;
      there = g_utf8_next_char (there);
    }
  places[i] = offset;
  for (; *there != '\0'; there = g_utf8_next_char (there))
    if (!quo_blank_is (g_utf8_get_char (there)))
      return NULL;
  return g_steal_pointer (&places);
}

static gboolean
begin (Finish *finish)
{
  const QuoReading reading = { .unit = QUO_UNIT_CODE_POINT };
  QuoTeiText *text = finish->text;

  if (finish->import->article == NULL)
    {
      finish->builder = quo_import_begin_text (finish->import, NULL, text->text->str,
                                               text->text->len, &reading);
      return TRUE;
    }
  finish->places = align (text, finish->import->article->text);
  if (finish->places == NULL)
    {
      finish->import->n_unwanted++;
      return TRUE;
    }
  finish->builder = quo_import_begin (finish->import, &reading, finish->error);
  return finish->builder != NULL;
}

/* Without blanks at the ends, where white space is not that of the article. */
static void
add_range (Finish *finish, QuoDraft *draft, const QuoTeiMark *mark)
{
  const char *utf8 = finish->text->text->str;
  const char *start = g_utf8_offset_to_pointer (utf8, mark->start);
  const char *end = g_utf8_offset_to_pointer (start, mark->end - mark->start);
  guint32 from = mark->start, to = mark->end;

  if (!finish->text->is_kept)
    {
      for (; start < end && quo_blank_is (g_utf8_get_char (start)); from++)
        start = g_utf8_next_char (start);
      for (; end > start && quo_blank_is (g_utf8_get_char (g_utf8_prev_char (end))); to--)
        end = g_utf8_prev_char (end);
    }
  if (finish->places != NULL && to > from)
    {
      to = finish->places[to - 1] + 1;
      from = finish->places[from];
    }
  quo_draft_add_range (finish->builder, draft, from, to, start, end - start);
}

/* --- Entities --- */

static void
add_entity (Finish *finish, const QuoTeiEntity *entity)
{
  QuoDraft *draft = quo_builder_add (finish->builder, QUO_RECORD_ENTITY, entity->id, entity->type,
                                     entity->line);

  if (draft == NULL)
    return;
  draft->id = draft->ref;
  draft->name = quo_builder_keep (finish->builder, entity->name, -1);
  draft->note = quo_builder_keep (finish->builder, entity->note, -1);
  quo_import_set_place (finish->import, finish->builder, draft, entity->lat, entity->lon);
  for (guint i = 0; i < entity->aliases->len; i++)
    quo_draft_add_alias (finish->builder, draft, g_ptr_array_index (entity->aliases, i));
  for (guint i = 0; i + 1 < entity->ids->len; i += 2)
    quo_draft_add_id (finish->builder, draft, g_ptr_array_index (entity->ids, i),
                      g_ptr_array_index (entity->ids, i + 1));
}

/* An entity that the file only points to, with the address as what is known of it. */
static QuoDraft *
find_address (Finish *finish, const char *address, const char *type)
{
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  QuoDraft *draft = quo_builder_find (finish->builder, address);

  if (draft != NULL)
    return draft;
  draft = quo_builder_add (finish->builder, QUO_RECORD_ENTITY, address, type, 0);
  if (quo_authority_parse (address, &name, &value))
    quo_draft_add_id (finish->builder, draft, name, value);
  else if (strstr (address, "://") != NULL)
    quo_draft_add_id (finish->builder, draft, "url", address);
  else
    draft->name = quo_builder_keep (finish->builder, address, -1);
  return draft;
}

/* @ref and @ana: what is known in the file or is an address; the rest stays an attribute. */
static void
add_refs (Finish *finish, QuoDraft *draft, const char *refs)
{
  g_auto (GStrv) parts = g_strsplit_set (refs, " \t\r\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const QuoDraft *entity
          = *parts[i] == '#' ? quo_builder_find (finish->builder, parts[i] + 1) : NULL;

      if (*parts[i] == '\0')
        continue;
      if (entity != NULL && entity->kind == QUO_RECORD_ENTITY)
        quo_draft_link_entity (finish->builder, draft, entity);
      else if (strstr (parts[i], "://") != NULL)
        quo_draft_link_entity (finish->builder, draft,
                               find_address (finish, parts[i], draft->type));
      else
        quo_draft_add_value (finish->builder, draft, "ref", QUO_VALUE_STRING, parts[i], FALSE);
    }
}

/* --- Annotations --- */

/* The first part of what @mark is a part of: its @prev, or the id before ".2". */
static QuoTeiMark *
find_root (Finish *finish, QuoTeiMark *mark)
{
  for (guint i = 0; i < finish->text->marks->len; i++)
    {
      const char *point = mark->id != NULL ? strrchr (mark->id, '.') : NULL;
      QuoTeiMark *before = NULL;

      if (mark->prev != NULL)
        before = g_hash_table_lookup (finish->by_id, mark->prev + (*mark->prev == '#'));
      else if (point != NULL && point[1] != '\0'
               && strspn (point + 1, "0123456789") == strlen (point + 1))
        {
          g_autofree char *base = g_strndup (mark->id, (gsize)(point - mark->id));

          before = g_hash_table_lookup (finish->by_id, base);
        }
      if (before == NULL || before == mark || g_strcmp0 (before->type, mark->type) != 0)
        return mark;
      mark = before;
    }
  return mark;
}

static gboolean
find_anchor (Finish *finish, const QuoTeiMark *mark, const char *pointer, guint32 *ret_offset)
{
  gpointer offset;

  if (g_hash_table_lookup_extended (finish->text->anchors, pointer + (*pointer == '#'), NULL,
                                    &offset))
    {
      *ret_offset = GPOINTER_TO_UINT (offset);
      return TRUE;
    }
  return quo_import_refuse (finish->import, mark->line, finish->error,
                            _ ("it names “%s”, which does not exist in the file"), pointer);
}

static gboolean
place_spans (Finish *finish)
{
  for (guint i = 0; i < finish->text->marks->len; i++)
    {
      QuoTeiMark *mark = g_ptr_array_index (finish->text->marks, i);

      if (mark->id != NULL)
        g_hash_table_insert (finish->by_id, mark->id, mark);
      if (mark->from != NULL
          && (!find_anchor (finish, mark, mark->from, &mark->start)
              || !find_anchor (finish, mark, mark->to != NULL ? mark->to : mark->from, &mark->end)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_roots (Finish *finish, GHashTable *drafts, guint *n_empty)
{
  for (guint i = 0; i < finish->text->marks->len; i++)
    {
      QuoTeiMark *mark = g_ptr_array_index (finish->text->marks, i);
      QuoDraft *draft;

      if (find_root (finish, mark) != mark)
        continue;
      if (mark->end <= mark->start)
        {
          (*n_empty)++;
          continue;
        }
      draft = quo_builder_add (finish->builder, QUO_RECORD_ANNOTATION, mark->id, mark->type,
                               mark->line);
      if (draft == NULL)
        {
          if (!quo_import_refuse (finish->import, mark->line, finish->error,
                                  _ ("the id %s stands twice"), mark->id))
            return FALSE;
          continue;
        }
      draft->id = draft->ref;
      g_hash_table_insert (drafts, mark, draft);
      if (mark->form != NULL)
        quo_draft_add_value (finish->builder, draft, "form", QUO_VALUE_STRING, mark->form, FALSE);
      for (guint a = 0; a + 1 < mark->attrs->len; a += 2)
        quo_draft_add_value (finish->builder, draft, g_ptr_array_index (mark->attrs, a),
                             QUO_VALUE_STRING, g_ptr_array_index (mark->attrs, a + 1), FALSE);
    }
  return TRUE;
}

/* The ranges of all parts, and whom each of them stands for. */
static void
add_parts (Finish *finish, GHashTable *drafts)
{
  g_autoptr (GHashTable) linked = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < finish->text->marks->len; i++)
    {
      QuoTeiMark *mark = g_ptr_array_index (finish->text->marks, i);
      QuoDraft *draft = g_hash_table_lookup (drafts, find_root (finish, mark));

      if (draft == NULL || mark->end <= mark->start)
        continue;
      add_range (finish, draft, mark);
      if (mark->ref != NULL && g_hash_table_add (linked, draft))
        add_refs (finish, draft, mark->ref);
    }
}

/* --- Relations and notes --- */

static void
add_members (Finish *finish, QuoDraft *relation, const char *role, const char *pointers)
{
  g_auto (GStrv) parts = g_strsplit_set (pointers != NULL ? pointers : "", " \t\r\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *name = parts[i] + (*parts[i] == '#');
      const QuoDraft *member = quo_builder_find (finish->builder, name);

      if (*name == '\0')
        continue;
      if (member == NULL)
        member = find_address (finish, name, "person");
      quo_draft_link_member (finish->builder, relation, role, member);
    }
}

static void
add_relations (Finish *finish, GHashTable *drafts)
{
  for (guint i = 0; i < finish->text->marks->len; i++)
    {
      QuoTeiMark *mark = g_ptr_array_index (finish->text->marks, i);
      QuoDraft *quote = g_hash_table_lookup (drafts, mark);
      QuoDraft *relation;

      if (quote == NULL || (mark->who == NULL && mark->to_whom == NULL))
        continue;
      relation
          = quo_builder_add (finish->builder, QUO_RECORD_RELATION, NULL, "quotation", mark->line);
      quo_draft_link_member (finish->builder, relation, "quote", quote);
      add_members (finish, relation, "source", mark->who);
      add_members (finish, relation, "addressee", mark->to_whom);
    }
}

static void
add_notes (Finish *finish)
{
  for (guint i = 0; i + 1 < finish->text->notes->len; i += 2)
    {
      const char *target = g_ptr_array_index (finish->text->notes, i);
      QuoDraft *draft = quo_builder_find (finish->builder, target + (*target == '#'));

      if (draft != NULL)
        quo_draft_add_note (finish->builder, draft, g_ptr_array_index (finish->text->notes, i + 1));
      else
        finish->text->n_notes++;
    }
}

static void
tell (Finish *finish, guint n_empty)
{
  QuoReport *report = finish->import->report;
  guint n_notes = finish->text->n_notes;

  if (n_notes > 0)
    quo_report_add (report, QUO_REPORT_LOST, NULL,
                    ngettext ("%u note that stands in the text was left out",
                              "%u notes that stand in the text were left out", n_notes),
                    n_notes);
  if (n_empty > 0)
    quo_report_add (report, QUO_REPORT_LOST, NULL,
                    ngettext ("%u element that marks nothing was left out",
                              "%u elements that mark nothing were left out", n_empty),
                    n_empty);
}

gboolean
quo_tei_text_finish (QuoTeiText *text, QuoImport *import, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) drafts = g_hash_table_new (NULL, NULL);
  g_autoptr (QuoBuilder) builder = NULL;
  g_autofree guint32 *places = NULL;
  Finish finish = { .text = text, .import = import, .by_id = by_id, .error = error };
  guint n_empty = 0;

  if (!begin (&finish))
    return FALSE;
  builder = finish.builder;
  places = finish.places;
  if (builder == NULL) /* another text than the article */
    return TRUE;
  if (!text->is_kept)
    quo_builder_ignore_blanks (builder);
  if (text->title != NULL)
    quo_builder_get_header (builder)->title = g_strdup (text->title);
  for (guint i = 0; i < text->entities->len; i++)
    add_entity (&finish, g_ptr_array_index (text->entities, i));
  if (!place_spans (&finish) || !add_roots (&finish, drafts, &n_empty))
    return FALSE;
  add_parts (&finish, drafts);
  add_relations (&finish, drafts);
  add_notes (&finish);
  tell (&finish, n_empty);
  return quo_import_end (import, g_steal_pointer (&builder), error);
}
