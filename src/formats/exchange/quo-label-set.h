/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-format.h"
#include "quo-source.h"

G_BEGIN_DECLS

/**
 * QuoLabelSet:
 *
 * Makes a tagset out of what another program calls labels: their names are their ids, so that
 * annotations from that program have them; what is not told (colours, line patterns, kinds) is
 * taken from the built-in set. A name that stands twice is one label. Lives on the caller's stack.
 */
typedef struct
{
  QuoTagset *tagset;
  /*< private >*/
  QuoTagset *builtin;
  GArray *labels;    /* of QuoLabel */
  GArray *relations; /* of QuoRelationType */
  GPtrArray *attrs;  /* of GArray of QuoLabelAttr, one a label */
  GPtrArray *roles;  /* of GArray of QuoRoleType, one a relation */
} QuoLabelSet;

void quo_label_set_init (QuoLabelSet *set, const char *name);
void quo_label_set_clear (QuoLabelSet *set);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuoLabelSet, quo_label_set_clear)

/* The index of a label, which is new unless there is one; G_MAXUINT when the name is empty. */
guint quo_label_set_add (QuoLabelSet *set, const char *name);
guint quo_label_set_find (const QuoLabelSet *set, const char *name);
/* Its fields; valid until the next label is added. Strings must be of the tagset
 * (quo_tagset_keep()). */
QuoLabel *quo_label_set_get (QuoLabelSet *set, guint index);
/* A colour in any spelling of #rgb and #rrggbb; what is none is passed over. */
void quo_label_set_color (QuoLabelSet *set, guint index, const char *color);

/* An attribute of the label (G_MAXUINT: of all there are). @values: NULL-terminated, or NULL for
 * one that is there or is not. */
void quo_label_set_add_attr (QuoLabelSet *set, guint index, const char *name, const char *type,
                             const char *const *values);
/* A role of the relation type @relation, which is made when it is new. @role NULL: none. */
void quo_label_set_add_role (QuoLabelSet *set, const char *relation, const char *role,
                             gboolean is_many);

/* (transfer full): the set; QUO_ERROR_INVALID when it has neither labels nor relations. @file: what
 * to call the file in the message. */
QuoTagset *quo_label_set_finish (QuoLabelSet *set, const char *file,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * quo_label_set_load:
 * @path: (type filename): a tagset file, or labels of another program: brat's annotation.conf with
 *   visual.conf and kb_shortcuts.conf beside it, a labelling configuration of Label Studio, a
 *   codebook of REFI-QDA
 *
 * Returns: (transfer full): the labels; also QUO_ERROR_INVALID when it is none of these
 */
QuoTagset *quo_label_set_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
