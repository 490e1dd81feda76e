/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens, looks, reads. */

#include "quo-config.h"

#include "quo-file.h"

#include "quo-error.h"
#include "quo-link.h"
#include "quo-save.h"
#include "quo-shown.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <sys/stat.h>
#include <unistd.h>

#define MEGABYTE (1024.0 * 1024.0)

static void
fail_open (const char *name, int number, GError **error)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, QUO_ERROR, QUO_ERROR_NOT_FOUND, _ ("%s: there is no such file"), name);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, QUO_ERROR, QUO_ERROR_PERMISSION,
                   _ ("%s: may not be read. Change its permissions"), name);
      break;
    case ELOOP:
      quo_link_set_circle (name, error);
      break;
    case ENXIO:
      g_set_error (error, QUO_ERROR, QUO_ERROR_NOT_REGULAR,
                   _ ("%s: is no ordinary file but a pipe, socket or device"), name);
      break;
    default:
      g_set_error (error, QUO_ERROR, QUO_ERROR_READ, _ ("%s: cannot be opened: %s"), name,
                   g_strerror (number));
    }
}

static gboolean
check_kind (const struct stat *st, const char *name, guint64 max_bytes, GError **error)
{
  if (!S_ISREG (st->st_mode))
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_NOT_REGULAR,
                   S_ISDIR (st->st_mode)
                       ? _ ("%s: is a folder, not a file")
                       : _ ("%s: is no ordinary file but a pipe, socket or device"),
                   name);
      return FALSE;
    }
  if ((guint64)st->st_size <= max_bytes)
    return TRUE;
  g_set_error (error, QUO_ERROR, QUO_ERROR_TOO_LARGE,
               _ ("%s: has %.0f MB; above %.0f MB such a file is not read"), name,
               (double)st->st_size / MEGABYTE, (double)max_bytes / MEGABYTE);
  return FALSE;
}

/* Reads as many bytes as the file had when it was looked at. */
static GBytes *
read_all (int fd, gsize len, const char *name, GError **error)
{
  g_autofree char *data = g_try_malloc (MAX (len, 1));
  gsize done = 0;

  if (data == NULL)
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_TOO_LARGE,
                   _ ("%s: has %.0f MB, for which there is not enough memory"), name,
                   (double)len / MEGABYTE);
      return NULL;
    }
  while (done < len)
    {
      gssize n = read (fd, data + done, len - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error (error, QUO_ERROR, QUO_ERROR_READ, _ ("%s: cannot be read: %s"), name,
                       g_strerror (errno));
          return NULL;
        }
      if (n == 0)
        {
          g_set_error (error, QUO_ERROR, QUO_ERROR_CHANGED,
                       _ ("%s: became shorter while it was read. Open it again"), name);
          return NULL;
        }
      done += (gsize)n;
    }
  return g_bytes_new_take (g_steal_pointer (&data), len);
}

GBytes *
quo_file_load (const char *path, guint64 max_bytes, char **ret_etag, GError **error)
{
  g_autofree char *name = quo_shown_basename (path);
  GBytes *bytes = NULL;
  struct stat st;
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

  if (fd < 0)
    {
      fail_open (name, errno, error);
      return NULL;
    }
  if (fstat (fd, &st) != 0)
    fail_open (name, errno, error);
  else if (check_kind (&st, name, max_bytes, error))
    bytes = read_all (fd, (gsize)st.st_size, name, error);
  close (fd);
  if (bytes != NULL && ret_etag != NULL)
    *ret_etag = quo_etag_from_stat (&st);
  return bytes;
}
