/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quo merge: two versions of a sidecar and what both were made from become one. Usable as a merge
 * driver of git: the result takes the place of OURS, conflicts are listed, and it ends with 1 when
 * there are some. */

#include "quo-config.h"

#include "quo-commands-list.h"
#include "quo-diff.h"
#include "quo-error.h"
#include "quo-merge.h"
#include "quo-save.h"
#include "quo-sidecar-reader.h"
#include "quo-sidecar-writer.h"

#include <glib/gi18n.h>
#include <string.h>

static char *output;

/* (transfer full) (nullable): a sidecar without its article. An empty file, which git gives when
 * both sides added theirs, has no records. */
static QuoSnapshot *
load (const char *path, char **ret_etag, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GBytes) bytes = quo_sidecar_load (path, ret_etag, error);

  if (bytes == NULL)
    return NULL;
  if (g_bytes_get_size (bytes) == 0)
    return quo_snapshot_new (NULL, NULL);
  return quo_sidecar_read (bytes, name, NULL, NULL, error);
}

static void
tell_header_conflict (const char *file, const QuoConflict *conflict)
{
  g_autofree char *ours = quo_diff_dup_line (conflict->said[0]);
  g_autofree char *theirs = quo_diff_dup_line (conflict->said[1]);

  quo_output_line (_ ("%s: conflict: %s: %s: ours says “%s”, theirs “%s”; ours was taken\n"), file,
                   _ ("article"), conflict->member, ours, theirs);
}

static void
tell_conflict (const char *file, const QuoConflict *conflict)
{
  const QuoRecord *record = conflict->ours != NULL     ? conflict->ours
                            : conflict->theirs != NULL ? conflict->theirs
                                                       : conflict->base;
  g_autofree char *name = quo_diff_dup_name (record);
  g_autofree char *ours = NULL, *theirs = NULL;

  if (*conflict->member == '\0')
    {
      if (conflict->ours == NULL && conflict->theirs == NULL)
        quo_output_line (_ ("%s: conflict: %s: was removed, but is still named; it stays\n"), file,
                         name);
      else if (conflict->ours == NULL)
        quo_output_line (
            _ ("%s: conflict: %s: ours removed it, theirs changed or names it; it stays\n"), file,
            name);
      else
        quo_output_line (
            _ ("%s: conflict: %s: theirs removed it, ours changed or names it; it stays\n"), file,
            name);
      return;
    }
  ours = quo_diff_dup_member (conflict->ours, conflict->member);
  theirs = quo_diff_dup_member (conflict->theirs, conflict->member);
  quo_output_line (_ ("%s: conflict: %s: %s: ours says “%s”, theirs “%s”; ours was taken\n"), file,
                   name, conflict->member, ours, theirs);
}

/* Whether the result may go to @path: what is there is a sidecar, or there is nothing. */
static gboolean
check_output (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = quo_sidecar_load (path, NULL, &local);
  g_autoptr (QuoHeader) header
      = bytes != NULL ? quo_sidecar_read_header (bytes, name, &local) : NULL;

  if (header != NULL || g_error_matches (local, QUO_ERROR, QUO_ERROR_NOT_FOUND))
    return TRUE;
  g_set_error (error, QUO_ERROR, QUO_ERROR_EXISTS,
               _ ("%s: this is no sidecar, and is not overwritten; give the output another name"),
               name);
  return FALSE;
}

static int
write_result (const QuoMerge *merge, const char *path, const char *etag)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = quo_sidecar_write (merge->snapshot, NULL);
  g_autofree char *file = g_filename_display_name (path);

  if (!quo_save (path, bytes, etag, NULL, NULL, &error))
    return quo_message_error (error);
  for (guint i = 0; i < merge->conflicts->len; i++)
    {
      const QuoConflict *conflict = g_ptr_array_index (merge->conflicts, i);

      if (quo_conflict_is_of_header (conflict))
        tell_header_conflict (file, conflict);
      else
        tell_conflict (file, conflict);
    }
  return merge->conflicts->len > 0 ? QUO_EXIT_FOUND : QUO_EXIT_DONE;
}

static int
run_merge (const char *const *inputs, guint n_inputs)
{
  g_autoptr (QuoSnapshot) base = NULL, ours = NULL, theirs = NULL;
  g_autoptr (QuoMerge) merge = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;

  if (n_inputs != 3)
    {
      quo_message (_ ("Three files are needed: BASE, OURS and THEIRS"));
      return QUO_EXIT_USAGE;
    }
  if ((base = load (inputs[0], NULL, &error)) == NULL
      || (ours = load (inputs[1], &etag, &error)) == NULL
      || (theirs = load (inputs[2], NULL, &error)) == NULL)
    return quo_message_error (error);
  if (output != NULL && !check_output (output, &error))
    return quo_message_error (error);
  merge = quo_merge (base, ours, theirs, &error);
  if (merge == NULL)
    {
      quo_message ("%s", error->message);
      return QUO_EXIT_FOUND;
    }
  return write_result (merge, output != NULL ? output : inputs[1],
                       output != NULL ? QUO_ETAG_ANY : etag);
}

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("Write the result to this file instead of OURS"), N_ ("FILE") },
  { NULL },
};

const QuoCommand quo_command_merge = {
  .name = "merge",
  .arguments = N_ ("BASE OURS THEIRS"),
  .summary = N_ ("Merge two versions of a sidecar"),
  .details
  = N_ ("BASE is the sidecar both were made from. The result takes the place of OURS. What both "
        "changed is listed, a line\na conflict, and is as in OURS then. As a merge driver of git:\n"
        "  git config merge.quo.driver 'quo merge %O %A %B'\n"
        "  echo '*.quo.json merge=quo' >> .gitattributes\n"
        "It ends with 0 when there is no conflict, 1 when there is one, 3 when a file could not be "
        "read or written."),
  .options = options,
  .run = run_merge,
  .n_least = 1,
};
