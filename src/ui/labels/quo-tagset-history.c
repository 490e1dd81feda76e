/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tagsets are immutable, so undo is a stack of them. */
#include "quo-config.h"

#include "quo-tagset-history.h"

struct _QuoTagsetHistory
{
  QuoSession *session;      /* owned */
  GPtrArray *past, *future; /* of QuoTagset, owned; the nearest last */
};

QuoTagsetHistory *
quo_tagset_history_new (QuoSession *session)
{
  QuoTagsetHistory *history = g_new0 (QuoTagsetHistory, 1);

  history->session = g_object_ref (session);
  history->past = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_tagset_unref);
  history->future = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_tagset_unref);
  return history;
}

void
quo_tagset_history_free (QuoTagsetHistory *history)
{
  g_ptr_array_unref (history->past);
  g_ptr_array_unref (history->future);
  g_object_unref (history->session);
  g_free (history);
}

static gboolean
put (QuoTagsetHistory *history, QuoTagset *tagset, GError **error)
{
  return quo_tagset_place_save (history->session, tagset, quo_tagset_place_get (history->session),
                                error);
}

gboolean
quo_tagset_history_take (QuoTagsetHistory *history, QuoTagset *tagset, GError **error)
{
  g_autoptr (QuoTagset) before = quo_tagset_ref (quo_session_get_tagset (history->session));

  if (!put (history, tagset, error))
    return FALSE;
  g_ptr_array_add (history->past, g_steal_pointer (&before));
  g_ptr_array_set_size (history->future, 0);
  return TRUE;
}

gboolean
quo_tagset_history_step (QuoTagsetHistory *history, gint direction, GError **error)
{
  GPtrArray *from = direction < 0 ? history->past : history->future;
  GPtrArray *to = direction < 0 ? history->future : history->past;
  g_autoptr (QuoTagset) before = quo_tagset_ref (quo_session_get_tagset (history->session));

  g_return_val_if_fail (from->len > 0, FALSE);

  if (!put (history, g_ptr_array_index (from, from->len - 1), error))
    return FALSE;
  g_ptr_array_set_size (from, (gint)from->len - 1);
  g_ptr_array_add (to, g_steal_pointer (&before));
  return TRUE;
}

gboolean
quo_tagset_history_can_step (QuoTagsetHistory *history, gint direction)
{
  return (direction < 0 ? history->past : history->future)->len > 0;
}
