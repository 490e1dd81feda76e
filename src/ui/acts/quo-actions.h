/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QuoActionInfo:
 *
 * One thing a person can do: the action that does it, the keys, and what it is called. The actions
 * of window and application, the keys of the article, the menus' key hints, the shortcuts window
 * and the tests all read this one table, so a new action is one row of it.
 *
 * An action may have several rows, one for each key with a target of its own. The first one says
 * how it is done (`run`).
 */
typedef enum
{
  QUO_GROUP_FILES,
  QUO_GROUP_ARTICLE,
  QUO_GROUP_TAG,
  QUO_GROUP_QUOTE,
  QUO_GROUP_BORDERS,
  QUO_GROUP_SUGGESTIONS,
  QUO_GROUP_REVIEW,
  QUO_GROUP_GO,
  QUO_GROUP_VIEW,
  QUO_N_GROUPS,
} QuoActionGroup;

/* When a bare key of the article does it. */
typedef enum
{
  QUO_KEYS_ALWAYS,
  QUO_KEYS_RESIZING, /* while an annotation is selected and no text is */
  QUO_KEYS_SELECTED, /* while an annotation is selected */
  QUO_KEYS_LABELS,   /* not by this table: the tagset says which key is which label */
} QuoKeysWhen;

typedef struct
{
  const char *action; /* "win.tag", "app.quit" */
  const char *type;   /* of its parameter, or NULL */
  const char *target; /* the parameter its keys pass, as GVariant text, or NULL */
  const char *accels; /* GTK accelerators that work in the whole window, blanks between, or NULL */
  const char *keys;   /* the same for bare keys: only while the article has the focus */
  QuoKeysWhen when;
  QuoActionGroup group;
  const char *title;                                 /* N_(): what it does */
  void (*run) (gpointer owner, GVariant *parameter); /* QuoWindow or QuoApplication */
} QuoActionInfo;

/* All rows; @ret_n_rows how many. */
const QuoActionInfo *quo_actions_list (guint *ret_n_rows);
/* The first row of an action ("win.tag"), or NULL. */
const QuoActionInfo *quo_actions_find (const char *action);
/* The title of a group, translated. */
const char *quo_actions_get_group_title (QuoActionGroup group);

/* Adds the actions of @scope ("win", "app") to @map. Each calls its `run` with @owner, then
 * @after (nullable) with @owner. */
void quo_actions_add (GActionMap *map, const char *scope, gpointer owner,
                      void (*after) (gpointer owner));

G_END_DECLS
