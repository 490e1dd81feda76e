/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-record.h"

G_BEGIN_DECLS

/**
 * QuoRoleList:
 *
 * The roles of a relation while they are being changed; relations themselves never change. The ids
 * and names belong to the relation or to whoever adds them, and must outlive the list.
 */
typedef struct _QuoRoleList QuoRoleList;

/* (transfer full): of @relation, or empty for NULL. */
QuoRoleList *quo_role_list_new (const QuoRelation *relation) G_GNUC_WARN_UNUSED_RESULT;
void quo_role_list_free (QuoRoleList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoRoleList, quo_role_list_free)

/* Adds @id to the role, which is made if needed. FALSE if it was there. */
gboolean quo_role_list_add (QuoRoleList *list, const char *role, const char *id);
/* Removes all members of the role. */
void quo_role_list_clear (QuoRoleList *list, const char *role);
/* Removes @id from the role, NULL: from all. FALSE if it was in none. */
gboolean quo_role_list_remove (QuoRoleList *list, const char *role, const char *id);
/* Puts @other wherever @id is; a role never holds the same id twice. */
void quo_role_list_replace (QuoRoleList *list, const char *id, const char *other);
/* How many roles have members; how many members the role has, NULL: all roles. */
guint quo_role_list_count (const QuoRoleList *list);
guint quo_role_list_count_members (const QuoRoleList *list, const char *role);
/* Points @relation to what the list holds, until it changes or is freed. */
void quo_role_list_fill (QuoRoleList *list, QuoRelation *relation);

G_END_DECLS
