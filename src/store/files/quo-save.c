/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The safe saver.
 *
 * Steps: find the file behind the links; look whether it may be replaced; write a temporary file in
 * its folder; give it mode and owner; fsync, close; under a lock of the folder compare the version
 * once more and swap the names; fsync the folder.  Until the swap the old file is not touched,
 * after it the new one is whole.
 *
 * The lock keeps apart the savers of this program.  Other programs do not take it, so where the
 * system can exchange two names, the file that was put aside is looked at once more, and put back
 * when it is not the one that was expected. */

#include "quo-config.h"

#include "quo-save.h"

#include "quo-error.h"
#include "quo-link.h"
#include "quo-shown.h"
#include "quo-temp-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Another saver holds the lock for some microseconds; whoever holds it longer is no saver. */
#define LOCK_TRIES 500
#define LOCK_WAIT 1000 /* microseconds */

/* So many names are tried for what another program wrote. */
#define MAX_BACKUPS 99

typedef struct
{
  char *target; /* the file behind the links */
  char *folder;
  char *temp;
  char *name; /* of the file, for messages */
  struct stat old;
  gboolean has_old;
  int fd;
  int folder_fd;
} Save;

static void
save_clear (Save *save)
{
  if (save->fd >= 0)
    close (save->fd);
  if (save->folder_fd >= 0)
    close (save->folder_fd);
  if (save->temp != NULL)
    unlink (save->temp);
  g_free (save->target);
  g_free (save->folder);
  g_free (save->temp);
  g_free (save->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Save, save_clear)

/* --- Versions --- */

char *
quo_etag_from_stat (const struct stat *st)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%09ld-%" G_GINT64_FORMAT "-%" G_GUINT64_FORMAT,
                          (gint64)st->st_mtim.tv_sec, (long)st->st_mtim.tv_nsec,
                          (gint64)st->st_size, (guint64)st->st_ino);
}

gboolean
quo_etag_read (const char *path, char **ret_etag, GError **error)
{
  struct stat st;
  g_autofree char *name = NULL;

  if (stat (path, &st) == 0)
    {
      *ret_etag = quo_etag_from_stat (&st);
      return TRUE;
    }
  if (errno == ENOENT)
    {
      *ret_etag = NULL;
      return TRUE;
    }
  name = quo_shown_basename (path);
  if (errno == ELOOP)
    return quo_link_set_circle (name, error);
  g_set_error (error, QUO_ERROR, errno == EACCES ? QUO_ERROR_PERMISSION : QUO_ERROR_READ,
               _ ("%s: cannot be looked at: %s"), name, g_strerror (errno));
  return FALSE;
}

/* Whether the file at @path is the version @known (NULL: there is none). */
static gboolean
has_version (const char *path, const char *known)
{
  g_autofree char *now = NULL;
  struct stat st;

  if (stat (path, &st) == 0)
    now = quo_etag_from_stat (&st);
  return g_strcmp0 (now, known) == 0;
}

/* --- What the system said, for people --- */

/* The first %s is the file, the second the folder. */
static const struct
{
  int number;
  QuoError code;
  const char *message;
} faults[] = {
  { ENOSPC, QUO_ERROR_WRITE,
    N_ ("%s: not saved, because the disk of %s is full; the file is as it was. Make room, then "
        "save "
        "again") },
  { EDQUOT, QUO_ERROR_WRITE,
    N_ ("%s: not saved, because your share of the disk of %s is used up; the file is as it was. "
        "Make "
        "room, then save again") },
  { EFBIG, QUO_ERROR_WRITE,
    N_ ("%s: not saved, because it would be larger than files may be in %s; the file is as it was. "
        "Save it on another disk") },
  { EROFS, QUO_ERROR_PERMISSION,
    N_ ("%s: not saved, because the disk of %s can only be read. Copy the article to another "
        "folder "
        "and open it there") },
  { EACCES, QUO_ERROR_PERMISSION,
    N_ ("%s: not saved, because the folder %s may not be written to. Change its permissions, or "
        "copy "
        "the article to another folder") },
  { EPERM, QUO_ERROR_PERMISSION,
    N_ ("%s: not saved, because the system protects it or the folder %s. Copy the article to "
        "another "
        "folder and open it there") },
  { ENOENT, QUO_ERROR_NOT_FOUND, N_ ("%s: not saved, because there is no folder %s") },
  { ENOTDIR, QUO_ERROR_NOT_FOUND, N_ ("%s: not saved, because there is no folder %s") },
};

static gboolean
fail_errno (const Save *save, int number, GError **error)
{
  g_autofree char *folder = g_filename_display_name (save->folder);

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    if (faults[i].number == number)
      {
        g_set_error (error, QUO_ERROR, (int)faults[i].code, _ (faults[i].message), save->name,
                     folder);
        return FALSE;
      }
  g_set_error (error, QUO_ERROR, QUO_ERROR_WRITE,
               _ ("%s: not saved (%s); the file is as it was. Try again"), save->name,
               g_strerror (number));
  return FALSE;
}

static gboolean
fail_conflict (const Save *save, const char *known, GError **error)
{
  if (known != NULL)
    g_set_error (
        error, QUO_ERROR, QUO_ERROR_CHANGED,
        _ ("%s: not saved, because another program changed or removed the file since it was "
           "read. "
           "Open it again, or save under another name"),
        save->name);
  else
    g_set_error (error, QUO_ERROR, QUO_ERROR_EXISTS,
                 _ ("%s: not saved, because there is a file of that name now. Open it, or save "
                    "under another name"),
                 save->name);
  return FALSE;
}

/* --- Steps --- */

/* Whether what stands in place may be replaced. */
static gboolean
look_at_old (Save *save, GError **error)
{
  save->has_old = stat (save->target, &save->old) == 0;
  if (!save->has_old)
    return errno == ENOENT ? TRUE : fail_errno (save, errno, error);
  if (!S_ISREG (save->old.st_mode))
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_NOT_REGULAR,
                   S_ISDIR (save->old.st_mode)
                       ? _ ("%s: not saved, because a folder has this name. Rename the folder")
                       : _ ("%s: not saved, because this is no ordinary file but a pipe, socket or "
                            "device. Rename it"),
                   save->name);
      return FALSE;
    }
  /* The administrator may write to everything, but a file without any write bit is meant to stay.
   */
  if ((save->old.st_mode & 0222) == 0 || access (save->target, W_OK) != 0)
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_PERMISSION,
                   _ ("%s: not saved, because the file is read-only. Allow writing to it, or copy "
                      "the article to another folder"),
                   save->name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
open_temp (Save *save, GError **error)
{
  save->temp = quo_temp_file_dup_template (save->target);
  save->fd = g_mkstemp_full (save->temp, O_RDWR | O_CLOEXEC, save->has_old ? 0600 : 0666);
  if (save->fd >= 0)
    return TRUE;
  g_clear_pointer (&save->temp, g_free);
  return fail_errno (save, errno, error);
}

/* A new file belongs to who writes it; in place of an old one it takes over mode, owner and group.
 * Where the group cannot be kept, it gets no more rights than everybody has. */
static gboolean
copy_rights (Save *save, GError **error)
{
  mode_t mode = save->old.st_mode & 0777;

  if (!save->has_old)
    return TRUE;
  if (fchown (save->fd, save->old.st_uid, save->old.st_gid) != 0
      && fchown (save->fd, (uid_t)-1, save->old.st_gid) != 0)
    mode &= (mode << 3) | ~(mode_t)0070;
  if (fchmod (save->fd, mode) != 0)
    return fail_errno (save, errno, error);
  return TRUE;
}

/* The system's own stamp only moves every few milliseconds, and an inode may be used anew: with the
 * exact time no two versions look the same.  That it does not succeed is no matter. */
static void
stamp_time (int fd)
{
  struct timespec times[2] = { { .tv_nsec = UTIME_OMIT } };

  if (clock_gettime (CLOCK_REALTIME, &times[1]) == 0)
    futimens (fd, times);
}

/* Of the sink that the temporary file is. */
static gboolean
write_some (gpointer data, const char *bytes, gsize len, GError **error)
{
  Save *save = data;
  gsize done = 0;

  while (done < len)
    {
      gssize n = write (save->fd, bytes + done, len - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return fail_errno (save, n < 0 ? errno : EIO, error);
      done += (gsize)n;
    }
  return TRUE;
}

static gboolean
write_all (Save *save, QuoByteSource source, gpointer data, GError **error)
{
  const QuoByteSink sink = { write_some, save };

  if (!source (&sink, data, error))
    return FALSE;
  stamp_time (save->fd);
  while (fsync (save->fd) != 0)
    if (errno != EINTR)
      return fail_errno (save, errno, error);
  return TRUE;
}

/* Closes the temporary file, which can be the moment a network disk tells that it is full. */
static gboolean
close_temp (Save *save, char **ret_etag, GError **error)
{
  struct stat st;
  int fd = save->fd;

  if (fstat (fd, &st) != 0)
    return fail_errno (save, errno, error);
  save->fd = -1;
  if (close (fd) != 0 && errno != EINTR)
    return fail_errno (save, errno, error);
  *ret_etag = quo_etag_from_stat (&st);
  return TRUE;
}

/* The lock is a courtesy among savers; a system that has none does without. */
static void
lock_folder (Save *save)
{
  save->folder_fd = open (save->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  for (guint i = 0; save->folder_fd >= 0 && i < LOCK_TRIES; i++)
    {
      if (flock (save->folder_fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
        return;
      g_usleep (LOCK_WAIT);
    }
}

static int
rename_with (const Save *save, unsigned int flags)
{
#ifdef RENAME_EXCHANGE
  return renameat2 (AT_FDCWD, save->temp, AT_FDCWD, save->target, flags);
#else
  errno = ENOSYS;
  return -1;
#endif
}

/* (transfer full): a second name for the temporary file, which is nobody's to sweep away; NULL:
 * none could be given. */
static char *
name_as_backup (const Save *save)
{
  for (guint i = 1; i <= MAX_BACKUPS; i++)
    {
      g_autofree char *name = i == 1 ? g_strconcat (save->target, ".bak", NULL)
                                     : g_strdup_printf ("%s.bak.%u", save->target, i);

      if (link (save->temp, name) == 0)
        return g_steal_pointer (&name);
      if (errno != EEXIST)
        return NULL;
    }
  return NULL;
}

/* What another program wrote in the meantime is now under the temporary name, and cannot be put
 * back: it must not go with it. */
static gboolean
keep_exchanged (Save *save, int number, GError **error)
{
  g_autofree char *backup = name_as_backup (save);
  g_autofree char *kept = g_path_get_basename (backup != NULL ? backup : save->temp);
  g_autofree char *shown = g_filename_display_name (kept);

  g_set_error (error, QUO_ERROR, QUO_ERROR_WRITE,
               _ ("%s: another program changed the file while it was saved, and its version could "
                  "not be put back (%s); it is kept as %s"),
               save->name, g_strerror (number), shown);
  if (backup == NULL)
    g_clear_pointer (&save->temp, g_free); /* it stays under that name */
  return FALSE;
}

/* Gives the new file its name for good when it took that of @known; takes it back otherwise. */
static gboolean
settle_exchange (Save *save, const char *known, GError **error)
{
  if (has_version (save->temp, known))
    return TRUE;
  if (rename_with (save, RENAME_EXCHANGE) != 0)
    return keep_exchanged (save, errno, error);
  return fail_conflict (save, known, error);
}

/* Swaps the names, if the file is still the known one. */
static gboolean
swap_known (Save *save, const char *known, gboolean *ret_is_done, GError **error)
{
  *ret_is_done = TRUE;
  if (!has_version (save->target, known))
    return fail_conflict (save, known, error);
#ifdef RENAME_EXCHANGE
  if (known != NULL && rename_with (save, RENAME_EXCHANGE) == 0)
    return settle_exchange (save, known, error);
  if (known == NULL && rename_with (save, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno == (known != NULL ? ENOENT : EEXIST))
    return fail_conflict (save, known, error);
#endif
  *ret_is_done = FALSE; /* the system can only rename */
  return TRUE;
}

static gboolean
swap_names (Save *save, const char *known, GError **error)
{
  gboolean is_done = FALSE;

  if (g_strcmp0 (known, QUO_ETAG_ANY) != 0 && !swap_known (save, known, &is_done, error))
    return FALSE;
  if (!is_done && rename (save->temp, save->target) != 0)
    return fail_errno (save, errno, error);
  return TRUE;
}

gboolean
quo_save_from (const char *path, QuoByteSource source, gpointer data, const char *known,
               char **ret_etag, gboolean *ret_was_shared, GError **error)
{
  g_auto (Save) save = { .fd = -1, .folder_fd = -1 };
  g_autofree char *etag = NULL;

  save.name = quo_shown_basename (path);
  save.target = quo_link_resolve (path, error);
  if (save.target == NULL)
    return FALSE;
  save.folder = g_path_get_dirname (save.target);
  if (!look_at_old (&save, error))
    return FALSE;
  if (g_strcmp0 (known, QUO_ETAG_ANY) != 0 && !has_version (save.target, known))
    return fail_conflict (&save, known, error);
  if (!open_temp (&save, error) || !copy_rights (&save, error)
      || !write_all (&save, source, data, error) || !close_temp (&save, &etag, error))
    return FALSE;
  lock_folder (&save);
  if (!swap_names (&save, known, error))
    return FALSE;
  if (save.folder_fd >= 0)
    fsync (save.folder_fd);
  if (ret_etag != NULL)
    *ret_etag = g_steal_pointer (&etag);
  if (ret_was_shared != NULL)
    *ret_was_shared = save.has_old && save.old.st_nlink > 1;
  return TRUE;
}

static gboolean
give_bytes (const QuoByteSink *sink, gpointer data, GError **error)
{
  gsize len;
  const char *bytes = g_bytes_get_data (data, &len);

  return quo_byte_sink_take (sink, bytes, len, error);
}

gboolean
quo_save (const char *path, GBytes *bytes, const char *known, char **ret_etag,
          gboolean *ret_was_shared, GError **error)
{
  return quo_save_from (path, give_bytes, bytes, known, ret_etag, ret_was_shared, error);
}
