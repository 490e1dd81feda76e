/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of an article: the file is opened for reading only, and nothing but a regular file of a
 * bearable size is touched. */
#include "quo-config.h"

#include "quo-article-file.h"

#include "quo-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
fail_errno (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, QUO_ERROR, QUO_ERROR_NOT_FOUND, _ ("%s: there is no such file"), name);
  else if (code == EACCES || code == EPERM)
    g_set_error (error, QUO_ERROR, QUO_ERROR_PERMISSION,
                 _ ("%s: you may not read this file; ask its owner for permission"), name);
  else
    g_set_error (error, QUO_ERROR, QUO_ERROR_READ, _ ("%s: the file could not be read: %s"), name,
                 g_strerror (code));
  return FALSE;
}

static const char *
describe_type (mode_t mode)
{
  if (S_ISDIR (mode))
    return _ ("a folder");
  if (S_ISFIFO (mode))
    return _ ("a pipe");
  if (S_ISSOCK (mode))
    return _ ("a socket");
  return _ ("a device");
}

static gboolean
check_file (int fd, const char *path, gsize *ret_size, GError **error)
{
  struct stat status;
  g_autofree char *name = g_filename_display_name (path);

  if (fstat (fd, &status) < 0)
    return fail_errno (error, path, errno);
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_NOT_REGULAR,
                   _ ("%s is %s, not a file; open a text file"), name,
                   describe_type (status.st_mode));
      return FALSE;
    }
  if (status.st_size > QUO_ARTICLE_MAX_BYTES)
    {
      g_set_error (
          error, QUO_ERROR, QUO_ERROR_TOO_LARGE,
          _ ("%s has %.1f MB; an article may have up to %d MB. Split it, and open the parts"), name,
          (double)status.st_size / (1024 * 1024), QUO_ARTICLE_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  *ret_size = (gsize)status.st_size;
  return TRUE;
}

/* At most the size that was checked, though the file may grow meanwhile. */
static char *
read_all (int fd, const char *path, gsize size, gsize *ret_len, GCancellable *cancellable,
          GError **error)
{
  g_autofree char *bytes = g_try_malloc (size + 1);
  gsize len = 0;

  if (bytes == NULL)
    {
      fail_errno (error, path, ENOMEM);
      return NULL;
    }
  while (len < size)
    {
      ssize_t n = read (fd, bytes + len, size - len);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          fail_errno (error, path, errno);
          return NULL;
        }
      if (n == 0)
        break;
      len += (gsize)n;
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, QUO_ERROR, QUO_ERROR_CANCELLED, _ ("Opening was stopped"));
          return NULL;
        }
    }
  bytes[len] = '\0';
  *ret_len = len;
  return g_steal_pointer (&bytes);
}

char *
quo_article_file_load (const char *path, gsize *ret_len, GCancellable *cancellable, GError **error)
{
  /* Non-blocking, for a pipe without a writer would wait for ever before it could be refused. */
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  char *bytes = NULL;
  gsize size = 0;

  g_return_val_if_fail (path != NULL && ret_len != NULL, NULL);
  if (fd < 0)
    {
      fail_errno (error, path, errno);
      return NULL;
    }
  if (check_file (fd, path, &size, error))
    bytes = read_all (fd, path, size, ret_len, cancellable, error);
  close (fd);
  return bytes;
}
