/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From tags of tokens to spans. */

#include "quo-config.h"

#include "quo-iob.h"

#include <string.h>

const char *
quo_iob_get_name (QuoIobScheme scheme)
{
  static const char *const names[QUO_N_IOB] = { "IOB2", "IOB1", "BIOES" };

  return names[scheme];
}

gboolean
quo_iob_parse (const char *tag, QuoIobTag *ret_tag)
{
  static const char letters[] = "BIOESLU", meanings[] = "BIOESES";
  const char *found = *tag != '\0' ? strchr (letters, *tag) : NULL;

  if (found == NULL)
    return FALSE;
  *ret_tag = (QuoIobTag){ meanings[found - letters], NULL };
  if (*tag == 'O')
    return tag[1] == '\0';
  ret_tag->label = tag + 2;
  return tag[1] == '-' && tag[2] != '\0';
}

/* Whether the tag goes on with a span of @label that is open (NULL: none is). */
static gboolean
goes_on (QuoIobScheme scheme, const QuoIobTag *tag, const char *label)
{
  if (label == NULL || tag->label == NULL || !g_str_equal (tag->label, label))
    return FALSE;
  return tag->letter == 'I' || (scheme == QUO_BIOES && tag->letter == 'E');
}

/* Whether a tag that does not go on with the open span may stand there. */
static gboolean
may_begin (QuoIobScheme scheme, const QuoIobTag *tag, const char *label)
{
  switch (scheme)
    {
    case QUO_IOB2:
      return tag->letter == 'B' || tag->letter == 'O';
    case QUO_IOB1:
      return tag->letter == 'O' || tag->letter == 'I'
             || (tag->letter == 'B' && label != NULL && g_str_equal (label, tag->label));
    case QUO_BIOES:
    default:
      return label == NULL && strchr ("BOS", tag->letter) != NULL;
    }
}

guint
quo_iob_read (QuoIobScheme scheme, const QuoIobTag *tags, guint n_tags, GArray *spans,
              guint *ret_fault)
{
  QuoIobSpan open = { 0 };
  guint n_faults = 0, fault = G_MAXUINT;

  for (guint i = 0; i <= n_tags; i++)
    {
      static const QuoIobTag outside = { 'O', NULL };
      const QuoIobTag *tag = i < n_tags ? &tags[i] : &outside;
      gboolean is_going_on = goes_on (scheme, tag, open.label);
      gboolean closes = strchr ("ES", tag->letter) != NULL && scheme == QUO_BIOES;

      if (!is_going_on && !may_begin (scheme, tag, open.label))
        fault = n_faults++ == 0 ? MIN (i, n_tags - 1) : fault;
      if (!is_going_on)
        {
          open.end = i;
          if (open.label != NULL && spans != NULL)
            g_array_append_val (spans, open);
          open = (QuoIobSpan){ .first = i, .label = tag->label };
        }
      if (closes && open.label != NULL)
        {
          open.end = i + 1;
          if (spans != NULL)
            g_array_append_val (spans, open);
          open.label = NULL;
        }
    }
  if (ret_fault != NULL)
    *ret_fault = fault;
  return n_faults;
}
