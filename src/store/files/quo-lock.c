/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Open file description locks: unlike those of processes they also keep two windows of one program
 * apart, and closing another descriptor of the file does not give them up. */

#include "quo-config.h"

#include "quo-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define FOLDER "quotidian"

struct _QuoLock
{
  int fd; /* -1: the system had none to give */
};

static int
open_file (const char *name)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), FOLDER, NULL);
  g_autofree char *path = g_strconcat (folder, G_DIR_SEPARATOR_S, name, ".lock", NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return -1;
  return g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
}

/* Whether the lock is ours, or nobody's because there are no locks here. */
static gboolean
take (int fd)
{
#ifdef F_OFD_SETLK
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  while (fcntl (fd, F_OFD_SETLK, &whole) != 0)
    if (errno != EINTR)
      return errno != EAGAIN && errno != EACCES;
#endif
  return TRUE;
}

QuoLock *
quo_lock_try (const char *name)
{
  int fd = open_file (name);
  QuoLock *lock;

  if (fd >= 0 && !take (fd))
    {
      close (fd);
      return NULL;
    }
  lock = g_new (QuoLock, 1);
  lock->fd = fd;
  return lock;
}

void
quo_lock_free (QuoLock *lock)
{
  if (lock == NULL)
    return;
  if (lock->fd >= 0)
    close (lock->fd);
  g_free (lock);
}
