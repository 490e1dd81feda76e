/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading TEI: the content of <text> without notes is the text; elements in it that name or quote
 * are annotations; lists of persons, places and organizations are entities. */

#include "quo-config.h"

#include "quo-blank.h"
#include "quo-tei-elements.h"
#include "quo-tei-marks.h"
#include "quo-tei.h"
#include "quo-tokenizer.h"
#include "quo-xml-reader.h"

#include <glib/gi18n.h>
#include <string.h>

/* An element that is open. */
typedef struct
{
  QuoTeiRole role;
  const char *name; /* of the table */
  guint mark;       /* 1 + index, 0: none */
  gboolean is_skipping, is_keeping;
} Frame;

typedef struct
{
  QuoImport *import;
  QuoXml *xml;
  QuoTeiText *text;
  GArray *stack; /* of Frame */
  guint n_text, n_skipping, n_keeping;
  QuoTeiEntity *entity;          /* that is open, or NULL */
  GString *field;                /* content of a field or note that is open */
  guint field_depth;             /* of the stack with it, 0: none is open */
  char *field_attr;              /* @type of an idno, @target of a note */
  gboolean has_blank, has_break; /* stand before the next character */
  gboolean has_text;
  GError **error;
} Tei;

static void
replace (char **string, const char *with)
{
  g_free (*string);
  *string = g_strdup (with);
}

/* --- Text --- */

static gboolean
keeps_space (const Tei *tei)
{
  return tei->n_keeping > 0 && !quo_import_is (tei->import, "space", "collapse");
}

static void
append (Tei *tei, const char *p, gsize len)
{
  g_string_append_len (tei->text->text, p, (gssize)len);
  tei->text->n_chars++;
}

/* One blank for many; none at the ends of a line. */
static void
append_collapsed (Tei *tei, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (quo_blank_is (g_utf8_get_char (p)))
        {
          tei->has_blank = TRUE;
          continue;
        }
      if (tei->text->n_chars > 0 && (tei->has_break || tei->has_blank))
        append (tei, tei->has_break ? "\n" : " ", 1);
      tei->has_break = tei->has_blank = FALSE;
      append (tei, p, (gsize)(g_utf8_next_char (p) - p));
    }
}

static void
append_text (Tei *tei, const char *text)
{
  if (!keeps_space (tei))
    {
      append_collapsed (tei, text);
      return;
    }
  if (tei->has_break && tei->text->n_chars > 0)
    append (tei, "\n", 1);
  tei->has_break = tei->has_blank = FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    append (tei, p, (gsize)(g_utf8_next_char (p) - p));
}

static void
break_line (Tei *tei)
{
  if (keeps_space (tei))
    append (tei, "\n", 1);
  else
    tei->has_break = TRUE;
}

/* --- Marks --- */

typedef struct
{
  QuoTeiMark *mark;
  gboolean is_typed; /* @type is the label */
} Attrs;

static void
take_attr (const char *name, const char *value, gpointer data)
{
  Attrs *attrs = data;
  QuoTeiMark *mark = attrs->mark;
  const struct
  {
    const char *name;
    char **field;
  } fields[] = { { "id", &mark->id },     { "ref", &mark->ref },        { "ana", &mark->ref },
                 { "prev", &mark->prev }, { "toWhom", &mark->to_whom }, { "who", &mark->who },
                 { "from", &mark->from }, { "to", &mark->to } };
  static const char *const unwanted[]
      = { "next", "part", "n", "lang", "space", "rend", "rendition", "style", "base" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (name, fields[i].name) && *fields[i].field == NULL)
      {
        *fields[i].field = g_strdup (value);
        return;
      }
  for (guint i = 0; i < G_N_ELEMENTS (unwanted); i++)
    if (g_str_equal (name, unwanted[i]))
      return;
  if (g_str_equal (name, "type") && attrs->is_typed)
    mark->type = quo_tei_normalize_type (value);
  else if (g_str_equal (name, "direct") && mark->form == NULL)
    mark->form = g_strdup (g_str_equal (value, "false") ? "indirect" : "direct");
  else
    {
      g_ptr_array_add (mark->attrs, g_strdup (name));
      g_ptr_array_add (mark->attrs, g_strdup (value));
    }
}

static QuoTeiMark *
add_mark (Tei *tei, const char *label)
{
  QuoTeiMark *mark = quo_tei_text_add_mark (tei->text, quo_xml_get_line (tei->xml));
  Attrs attrs = { mark, label == NULL };

  quo_xml_foreach_attr (tei->xml, take_attr, &attrs);
  if (label != NULL)
    mark->type = g_strdup (label);
  return mark;
}

static void
begin_mark (Tei *tei, Frame *frame, const char *label)
{
  QuoTeiMark *mark = add_mark (tei, label);

  if (mark->type == NULL
      && g_str_equal (frame->name, "seg")) /* a seg without a type says nothing */
    {
      g_ptr_array_set_size (tei->text->marks, (gint)tei->text->marks->len - 1);
      return;
    }
  if (mark->type == NULL)
    mark->type = g_strdup (frame->name);
  mark->start = tei->text->n_chars;
  frame->mark = tei->text->marks->len;
}

static void
add_span (Tei *tei)
{
  QuoTeiMark *mark = add_mark (tei, NULL);

  if (mark->from == NULL || mark->type == NULL)
    g_ptr_array_set_size (tei->text->marks, (gint)tei->text->marks->len - 1);
  else if (g_str_equal (mark->type, "organisation"))
    replace (&mark->type, "organization");
}

/* --- Entities and fields --- */

static void
begin_field (Tei *tei, const char *attr)
{
  if (tei->field_depth > 0)
    return;
  tei->field_depth = tei->stack->len + 1; /* its frame is pushed next */
  g_string_truncate (tei->field, 0);
  g_clear_pointer (&tei->field_attr, g_free);
  if (attr != NULL)
    tei->field_attr = quo_xml_dup_attr (tei->xml, attr);
}

static void
end_entity_field (Tei *tei, const Frame *frame, const char *content)
{
  QuoTeiEntity *entity = tei->entity;

  if (frame->role == QUO_TEI_ROLE_NOTE)
    replace (&entity->note, content);
  else if (g_str_equal (frame->name, "idno"))
    {
      g_ptr_array_add (entity->ids, g_strdup (tei->field_attr != NULL ? tei->field_attr : "idno"));
      g_ptr_array_add (entity->ids, g_strdup (content));
    }
  else if (g_str_equal (frame->name, "geo"))
    {
      g_auto (GStrv) pair = g_strsplit_set (content, " ,\t\n", -1);

      if (g_strv_length (pair) == 2)
        {
          replace (&entity->lat, pair[0]);
          replace (&entity->lon, pair[1]);
        }
    }
  else if (entity->name == NULL)
    entity->name = g_strdup (content);
  else
    g_ptr_array_add (entity->aliases, g_strdup (content));
}

static void
end_field (Tei *tei, const Frame *frame)
{
  g_autofree char *content = g_strdup (tei->field->str);

  tei->field_depth = 0;
  if (frame->role != QUO_TEI_ROLE_NOTE)
    g_strstrip (content);
  if (*content == '\0')
    return;
  if (tei->entity != NULL)
    end_entity_field (tei, frame, content);
  else if (frame->role == QUO_TEI_ROLE_NOTE && tei->field_attr != NULL)
    {
      g_ptr_array_add (tei->text->notes, g_strdup (tei->field_attr));
      g_ptr_array_add (tei->text->notes, g_strdup (content));
    }
  else if (frame->role == QUO_TEI_ROLE_NOTE && tei->n_text > 0)
    tei->text->n_notes++;
  else if (g_str_equal (frame->name, "title") && tei->n_text == 0 && tei->text->title == NULL)
    tei->text->title = g_strdup (content);
}

static void
begin_entity (Tei *tei, const char *label)
{
  g_autofree char *type = quo_xml_dup_attr (tei->xml, "type");

  tei->entity = quo_tei_text_add_entity (tei->text, quo_xml_get_line (tei->xml));
  tei->entity->id = quo_xml_dup_attr (tei->xml, "id");
  tei->entity->type = label != NULL ? g_strdup (label) : g_steal_pointer (&type);
}

static void
add_anchor (Tei *tei)
{
  char *id = quo_xml_dup_attr (tei->xml, "id");

  if (id != NULL)
    g_hash_table_insert (tei->text->anchors, id, GUINT_TO_POINTER (tei->text->n_chars));
}

/* --- Elements --- */

/* What of the text, or around it, begins. */
static void
act_on_text (Tei *tei, Frame *frame, const char *label, gboolean is_in_text)
{
  switch (frame->role)
    {
    case QUO_TEI_ROLE_TEXT:
      tei->n_text++;
      tei->has_text = TRUE;
      break;
    case QUO_TEI_ROLE_BLOCK:
    case QUO_TEI_ROLE_BREAK:
      if (is_in_text && (frame->role == QUO_TEI_ROLE_BREAK || !keeps_space (tei)))
        break_line (tei);
      break;
    case QUO_TEI_ROLE_MARK:
      if (tei->entity != NULL)
        begin_field (tei, NULL);
      else if (is_in_text)
        begin_mark (tei, frame, label);
      break;
    case QUO_TEI_ROLE_FIELD:
      if (tei->entity != NULL || (!is_in_text && g_str_equal (frame->name, "title")))
        begin_field (tei, "type");
      break;
    case QUO_TEI_ROLE_ANCHOR:
      if (is_in_text)
        add_anchor (tei);
      break;
    default:
      break;
    }
}

/* What it means where it stands. */
static void
act (Tei *tei, Frame *frame, const char *label)
{
  switch (frame->role)
    {
    case QUO_TEI_ROLE_ENTITY:
      begin_entity (tei, label);
      frame->is_skipping = TRUE;
      break;
    case QUO_TEI_ROLE_NOTE:
      begin_field (tei, "target");
      frame->is_skipping = TRUE;
      break;
    case QUO_TEI_ROLE_SPAN:
      add_span (tei);
      frame->is_skipping = TRUE;
      break;
    case QUO_TEI_ROLE_SKIPPED:
      frame->is_skipping = TRUE;
      break;
    default:
      act_on_text (tei, frame, label, tei->n_text > 0 && tei->n_skipping == 0);
    }
}

/* Whether a document that begins here would end what is being read: marks, an entity and a field
 * are of the text they began in. */
static gboolean
is_inside (const Tei *tei)
{
  return tei->n_text > 0 || tei->entity != NULL || tei->field_depth > 0;
}

static void
on_start (Tei *tei)
{
  const char *name = quo_xml_get_name (tei->xml);
  g_autofree char *space = quo_xml_dup_attr (tei->xml, "space");
  const char *label;
  Frame frame = { 0 };

  frame.name = quo_tei_find_element (name, &frame.role, &label);
  if (frame.role == QUO_TEI_ROLE_ROOT && is_inside (tei))
    frame.role = QUO_TEI_ROLE_PLAIN;
  frame.is_keeping
      = g_strcmp0 (space, "preserve") == 0
        || (frame.role == QUO_TEI_ROLE_TEXT && quo_import_is (tei->import, "space", "keep"));
  if (quo_tei_is_other_choice (name))
    frame.is_skipping = TRUE;
  /* A block begins before its content keeps blanks. */
  if (frame.role != QUO_TEI_ROLE_TEXT)
    act (tei, &frame, label);
  tei->n_keeping += frame.is_keeping;
  if (frame.role == QUO_TEI_ROLE_TEXT)
    act (tei, &frame, label);
  tei->n_skipping += frame.is_skipping;
  tei->text->is_kept = tei->text->is_kept || (frame.is_keeping && keeps_space (tei));
  g_array_append_val (tei->stack, frame);
}

static gboolean
finish_text (Tei *tei)
{
  g_autoptr (QuoTeiText) text = g_steal_pointer (&tei->text);
  gboolean had_text = tei->has_text;

  tei->text = quo_tei_text_new ();
  tei->has_text = tei->has_break = tei->has_blank = FALSE;
  if (had_text)
    return quo_tei_text_finish (text, tei->import, tei->error);
  return quo_import_refuse (tei->import, quo_xml_get_line (tei->xml), tei->error, "%s",
                            _ ("there is no <text> in the TEI document"));
}

static gboolean
on_end (Tei *tei)
{
  Frame frame;

  if (tei->stack->len == 0)
    return TRUE;
  frame = g_array_index (tei->stack, Frame, tei->stack->len - 1);
  g_array_set_size (tei->stack, tei->stack->len - 1);
  if (tei->field_depth == tei->stack->len + 1)
    end_field (tei, &frame);
  tei->n_keeping -= frame.is_keeping;
  tei->n_skipping -= frame.is_skipping;
  if (frame.mark > 0)
    ((QuoTeiMark *)g_ptr_array_index (tei->text->marks, frame.mark - 1))->end = tei->text->n_chars;
  if (frame.role == QUO_TEI_ROLE_ENTITY)
    tei->entity = NULL;
  if (frame.role == QUO_TEI_ROLE_TEXT)
    tei->n_text--;
  if (frame.role == QUO_TEI_ROLE_BLOCK && !keeps_space (tei))
    tei->has_break = TRUE;
  return frame.role != QUO_TEI_ROLE_ROOT || finish_text (tei);
}

static void
on_text (Tei *tei)
{
  const char *text = quo_xml_get_text (tei->xml);

  if (tei->field_depth > 0)
    g_string_append (tei->field, text);
  else if (tei->n_text > 0 && tei->n_skipping == 0)
    append_text (tei, text);
}

/* The elements that are open where a file is cut off end there. */
static gboolean
end_all (Tei *tei)
{
  while (tei->stack->len > 0)
    if (!on_end (tei))
      return FALSE;
  return TRUE;
}

static gboolean
read_pieces (Tei *tei, GCancellable *cancellable)
{
  GError *fault = NULL;

  for (guint i = 0;; i++)
    {
      if (quo_import_is_cancelled (i, cancellable, tei->error))
        return FALSE;
      switch (quo_xml_next (tei->xml, &fault))
        {
        case QUO_XML_START:
          on_start (tei);
          break;
        case QUO_XML_END:
          if (!on_end (tei))
            return FALSE;
          break;
        case QUO_XML_TEXT:
          on_text (tei);
          break;
        case QUO_XML_DONE:
          return TRUE;
        case QUO_XML_FAULT:
        default:
          return quo_import_stop_short (tei->import, fault, tei->error) && end_all (tei);
        }
    }
}

gboolean
quo_tei_read (QuoImport *import, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoXml) xml = quo_xml_new (import->source, error);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_autoptr (GString) field = g_string_new (NULL);
  Tei tei = { .import = import, .xml = xml, .stack = stack, .field = field, .error = error };
  gboolean is_read;

  if (xml == NULL)
    return FALSE;
  tei.text = quo_tei_text_new ();
  is_read = read_pieces (&tei, cancellable);
  quo_tei_text_free (tei.text);
  g_free (tei.field_attr);
  return is_read;
}
