/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QuoMember:
 *
 * Who is dragged onto a role: a name as quo_session_link_speaker() takes it. A type of its own, so
 * that no text from elsewhere is taken for one. A boxed string.
 */
typedef char QuoMember;

#define QUO_TYPE_MEMBER (quo_member_get_type ())
GType quo_member_get_type (void);

/* (transfer full) (nullable): the member that a drag from @x, @y of the widget takes along; with
 * @ret_name (transfer full), what it is called. NULL: there is nobody there. */
typedef char *(*QuoMemberFunc) (GtkWidget *widget, double x, double y, gpointer data,
                                char **ret_name);

/* From @widget members can be dragged; while one is, its name goes with the pointer. */
void quo_member_drag_attach (GtkWidget *widget, QuoMemberFunc find, gpointer data);

G_END_DECLS
