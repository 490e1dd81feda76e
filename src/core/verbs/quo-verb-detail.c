/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an annotation says beside its label: note and attributes; and the state of a layer. */
#include "quo-config.h"

#include "quo-verb-private.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
or_null (const char *s)
{
  return s != NULL && *s != '\0' ? s : NULL;
}

QuoEdit *
quo_verb_set_note (QuoDocument *document, const QuoAnnotation *annotation, const char *note)
{
  QuoAnnotation fields;
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && annotation != NULL, NULL);
  if (g_strcmp0 (or_null (annotation->note), or_null (note)) == 0)
    return NULL;
  fields = *annotation;
  fields.note = or_null (note);
  fields.status = quo_verb_accept (annotation->status);
  quo_verb_begin_change (&verb, document, _ ("Change Note"));
  quo_verb_change_annotation (&verb, annotation, &fields);
  quo_verb_select (&verb, annotation->base.id);
  return verb.edit;
}

static gboolean
is_same_attr (const QuoAttr *a, const QuoAttr *b)
{
  if (a->n_values != b->n_values || !a->is_list != !b->is_list)
    return FALSE;
  for (guint i = 0; i < a->n_values; i++)
    if (a->values[i].kind != b->values[i].kind
        || strcmp (a->values[i].text, b->values[i].text) != 0)
      return FALSE;
  return TRUE;
}

/* The attributes with @attr in the place of the one of its name, in order of names. */
static GArray *
exchange_attr (const QuoAnnotation *annotation, const QuoAttr *attr)
{
  GArray *attrs = g_array_new (FALSE, FALSE, sizeof (QuoAttr));
  guint place = 0;

  for (guint i = 0; i < annotation->n_attrs; i++)
    {
      int order = strcmp (annotation->attrs[i].name, attr->name);

      if (order != 0)
        g_array_append_val (attrs, annotation->attrs[i]);
      if (order < 0)
        place = attrs->len;
    }
  if (attr->n_values > 0)
    g_array_insert_val (attrs, place, *attr);
  return attrs;
}

QuoEdit *
quo_verb_set_attr_values (QuoDocument *document, const QuoAnnotation *annotation,
                          const QuoAttr *attr)
{
  g_autoptr (GArray) attrs = NULL;
  const QuoAttr *old;
  QuoAnnotation fields;
  QuoVerb verb;

  g_return_val_if_fail (QUO_IS_DOCUMENT (document) && annotation != NULL && attr != NULL, NULL);
  old = quo_attrs_find (annotation->attrs, annotation->n_attrs, attr->name);
  if (old != NULL ? is_same_attr (old, attr) : attr->n_values == 0)
    return NULL;
  attrs = exchange_attr (annotation, attr);
  fields = *annotation;
  fields.attrs = (const QuoAttr *)attrs->data;
  fields.n_attrs = attrs->len;
  fields.status = quo_verb_accept (annotation->status);
  quo_verb_begin_change (&verb, document, _ ("Change Attribute"));
  quo_verb_change_annotation (&verb, annotation, &fields);
  quo_verb_select (&verb, annotation->base.id);
  return verb.edit;
}

/* A number as JSON writes it. */
static gboolean
is_number (const char *s)
{
  return g_regex_match_simple ("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?$", s,
                               G_REGEX_DOLLAR_ENDONLY, 0);
}

QuoEdit *
quo_verb_set_attr (QuoDocument *document, const QuoAnnotation *annotation, const char *name,
                   const char *value)
{
  const QuoAttr *old;
  QuoValue new = { value, QUO_VALUE_STRING };
  QuoAttr attr = { name, &new, 1, FALSE };

  g_return_val_if_fail (annotation != NULL && name != NULL, NULL);
  attr.n_values = or_null (value) != NULL;
  old = quo_attrs_find (annotation->attrs, annotation->n_attrs, name);
  if (attr.n_values > 0 && old != NULL && old->n_values == 1)
    {
      QuoValueKind kind = old->values[0].kind;

      if ((kind == QUO_VALUE_FLAG && (g_str_equal (value, "true") || g_str_equal (value, "false")))
          || (kind == QUO_VALUE_NUMBER && is_number (value)))
        new.kind = kind;
    }
  return quo_verb_set_attr_values (document, annotation, &attr);
}
