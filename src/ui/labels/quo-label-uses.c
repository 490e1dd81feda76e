/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often labels are used. The thread that counts outlives who asked: it is told so by
 * `cancellable`, and its answer is taken only where that was not cancelled. */
#include "quo-config.h"

#include "quo-label-uses.h"

#include "quo-folder-uses.h"
#include "quo-tagset-place.h"

#include <glib/gi18n.h>

struct _QuoLabelUses
{
  QuoSession *session;
  QuoFolderUses *others; /* in other articles of the folder; NULL: not known */
  GCancellable *cancellable;
  QuoLabelUsesCounted counted;
  gpointer owner;
};

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  QuoFolderUses *others = quo_folder_uses_count_finish (result, NULL);
  QuoLabelUses *uses = data;

  /* A folder that cannot be read has nothing to tell, and who was freed is not asked. */
  if (others == NULL)
    return;
  uses->others = others;
  uses->counted (uses->owner);
}

QuoLabelUses *
quo_label_uses_new (QuoSession *session, const char *folder, QuoLabelUsesCounted counted,
                    gpointer owner)
{
  QuoLabelUses *uses = g_new0 (QuoLabelUses, 1);
  g_autofree char *own = NULL;

  uses->session = g_object_ref (session);
  uses->cancellable = g_cancellable_new ();
  uses->counted = counted;
  uses->owner = owner;
  if (quo_tagset_place_get (session) == QUO_TAGSET_FOR_FOLDER)
    folder = own = g_path_get_dirname (quo_session_get_tagset_path (session));
  if (folder != NULL)
    quo_folder_uses_count_async (folder, quo_session_get_article_path (session), uses->cancellable,
                                 on_counted, uses);
  return uses;
}

void
quo_label_uses_free (QuoLabelUses *uses)
{
  g_cancellable_cancel (uses->cancellable);
  g_object_unref (uses->cancellable);
  g_object_unref (uses->session);
  g_clear_pointer (&uses->others, quo_folder_uses_free);
  g_free (uses);
}

guint
quo_label_uses_count (QuoLabelUses *uses, const char *label)
{
  guint n_others = uses->others != NULL ? quo_folder_uses_get (uses->others, label) : 0;

  return quo_session_count (uses->session, label) + n_others;
}

static guint
count_unread (QuoLabelUses *uses)
{
  return uses->others != NULL ? quo_folder_uses_get_n_unread (uses->others) : 0;
}

char *
quo_label_uses_dup_unread (QuoLabelUses *uses)
{
  guint n = count_unread (uses);

  if (n == 0)
    return NULL;
  return g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE,
          "The annotations of %u article of the folder cannot be read, and are not counted",
          "The annotations of %u articles of the folder cannot be read, and are not counted", n),
      n);
}

char *
quo_label_uses_dup_words (QuoLabelUses *uses, const char *label)
{
  guint n = quo_session_count (uses->session, label);
  guint n_in_folder = quo_label_uses_count (uses, label);

  if (n_in_folder > 0 && count_unread (uses) > 0)
    /* Translators: as "2 in this article, 11 in the folder", where some articles of the folder
     * could not be read. */
    return g_strdup_printf (_ ("%u in this article, at least %u in the folder"), n, n_in_folder);
  if (n_in_folder > n)
    /* Translators: how many annotations have a label: those of the open article, and those of all
     * articles of its folder. */
    return g_strdup_printf (_ ("%u in this article, %u in the folder"), n, n_in_folder);
  if (n == 0)
    return g_strdup ("");
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u annotation here", "%u annotations here", n), n);
}

char *
quo_label_uses_dup_delete (QuoLabelUses *uses, const char *label)
{
  guint n = quo_session_count (uses->session, label);
  guint n_in_folder = quo_label_uses_count (uses, label);

  if (n_in_folder == 0 && count_unread (uses) > 0)
    return g_strdup (_ ("Delete the Label (Not All Articles Could Be Read)"));
  if (count_unread (uses) > 0)
    /* Translators: as "(2 Here, 11 in the Folder)", where some articles of the folder could not be
     * read. */
    return g_strdup_printf (_ ("Delete the Label (%u Here, at Least %u in the Folder)"), n,
                            n_in_folder);
  if (n_in_folder > n)
    /* Translators: how many annotations have the label: those of the open article, and those of all
     * articles of its folder. */
    return g_strdup_printf (_ ("Delete the Label (%u Here, %u in the Folder)"), n, n_in_folder);
  if (n == 0)
    return g_strdup (_ ("Delete the Label"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete the Label (%u Annotation Has It)",
                                       "Delete the Label (%u Annotations Have It)", n),
                          n);
}
