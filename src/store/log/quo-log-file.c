/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file of a log: opened, written, put aside. What its lines say is not known here. */

#include "quo-config.h"

#include "quo-log-file.h"

#include "quo-error.h"
#include "quo-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define FLAGS (O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW)

void
quo_log_file_init (QuoLogFile *file, char *path)
{
  g_mutex_init (&file->lock);
  file->path = path;
  file->fd = -1;
}

void
quo_log_file_close (QuoLogFile *file)
{
  g_mutex_lock (&file->lock);
  if (file->fd >= 0)
    close (file->fd);
  file->fd = -1;
  g_mutex_unlock (&file->lock);
}

void
quo_log_file_clear (QuoLogFile *file)
{
  quo_log_file_close (file);
  g_mutex_clear (&file->lock);
}

/* What the system said, or that it said nothing. */
static int
get_number (void)
{
  return errno != 0 ? errno : EIO;
}

/* What is being written behind the end of the file, so far. */
typedef struct
{
  QuoLogFile *file;
  gsize done;
  int number; /* of the error that ended it, 0: none */
} Addition;

static gboolean
add (gpointer data, const char *bytes, gsize len, GError **error)
{
  Addition *addition = data;
  gsize end = addition->done + len;

  errno = 0;
  while (addition->done < end)
    {
      gssize n
          = write (addition->file->fd, bytes + len - (end - addition->done), end - addition->done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          addition->number = get_number ();
          g_set_error_literal (error, QUO_ERROR, QUO_ERROR_WRITE, g_strerror (addition->number));
          return FALSE;
        }
      addition->done += (gsize)n;
    }
  return TRUE;
}

/* All of it stays, or nothing. */
static int
settle (Addition *addition)
{
  QuoLogFile *file = addition->file;

  if (addition->number == 0)
    file->size += (gint64)addition->done;
  /* Behind half a line the next one would not be found. */
  else if (addition->done > 0 && ftruncate (file->fd, file->size) != 0)
    file->is_torn = TRUE;
  return addition->number;
}

/* What is written to a file without a name, because somebody cleared the folder away, nobody finds
 * again. */
static gboolean
has_name (const QuoLogFile *file)
{
  struct stat st;

  return fstat (file->fd, &st) == 0 && st.st_nlink > 0;
}

typedef struct
{
  const char *bytes;
  gsize len;
} Slice;

static gboolean
give_slice (const QuoByteSink *sink, gpointer data, GError **error)
{
  const Slice *slice = data;

  return quo_byte_sink_take (sink, slice->bytes, slice->len, error);
}

int
quo_log_file_append_from (QuoLogFile *file, QuoByteSource source, gpointer data)
{
  Addition addition = { file, 0, 0 };
  const QuoByteSink sink = { add, &addition };
  int number = 0;

  g_mutex_lock (&file->lock);
  if (file->is_torn)
    number = EIO;
  else if (file->fd >= 0 && !has_name (file))
    number = ENOENT;
  else if (file->fd >= 0)
    {
      source (&sink, data, NULL); /* what fails is in the addition */
      number = settle (&addition);
    }
  g_mutex_unlock (&file->lock);
  return number;
}

int
quo_log_file_append (QuoLogFile *file, const char *data, gsize len)
{
  return quo_log_file_append_from (file, give_slice, &(Slice){ data, len });
}

/* --- Opening --- */

static gboolean
copy_damaged (const QuoLogFile *file)
{
  g_autofree char *aside = g_strconcat (file->path, ".damaged", NULL);
  g_autofree char *data = NULL;
  gsize len;

  return g_file_get_contents (file->path, &data, &len, NULL)
         && g_file_set_contents (aside, data, (gssize)len, NULL);
}

int
quo_log_file_continue (QuoLogFile *file, gint64 len, gboolean keep_copy)
{
  int number;

  errno = 0;
  if (keep_copy && !copy_damaged (file))
    return get_number ();
  file->fd = g_open (file->path, FLAGS, 0600);
  file->size = len;
  file->is_torn = FALSE;
  if (file->fd >= 0 && ftruncate (file->fd, len) == 0)
    return 0;
  number = get_number ();
  quo_log_file_close (file);
  return number;
}

static gboolean
make_folder (const QuoLogFile *file)
{
  g_autofree char *folder = g_path_get_dirname (file->path);

  return g_mkdir_with_parents (folder, 0700) == 0;
}

/* A second name: the first one stays until the new file takes it, so that a crash between the two
 * loses nothing. */
static void
keep_old (const QuoLogFile *file)
{
  g_autofree char *aside = g_strconcat (file->path, ".old", NULL);

  g_unlink (aside);
  if (link (file->path, aside) != 0)
    g_debug ("%s is not kept: %s", file->path, g_strerror (errno));
}

int
quo_log_file_begin (QuoLogFile *file, const char *data, gsize len)
{
  int number;

  errno = 0;
  if (!make_folder (file))
    return get_number ();
  if (g_file_test (file->path, G_FILE_TEST_EXISTS))
    {
      g_autoptr (GBytes) bytes = g_bytes_new (data, len);

      keep_old (file);
      number = quo_log_file_replace (file, bytes);
      return number != 0 ? number : quo_log_file_continue (file, (gint64)len, FALSE);
    }
  file->fd = g_open (file->path, FLAGS | O_CREAT | O_TRUNC, 0600);
  if (file->fd < 0)
    return get_number ();
  file->size = 0;
  file->is_torn = FALSE;
  file->is_new = TRUE;
  number = quo_log_file_append (file, data, len);
  if (number != 0)
    quo_log_file_close (file);
  return number;
}

int
quo_log_file_replace (QuoLogFile *file, GBytes *bytes)
{
  quo_log_file_close (file);
  errno = 0;
  if (!make_folder (file) || !quo_save (file->path, bytes, QUO_ETAG_ANY, NULL, NULL, NULL))
    return get_number ();
  file->size = (gint64)g_bytes_get_size (bytes);
  return 0;
}

void
quo_log_file_set_aside (QuoLogFile *file)
{
  g_autofree char *aside = g_strconcat (file->path, ".old", NULL);

  g_rename (file->path, aside);
}

/* --- Onto the disk --- */

int
quo_log_file_dup_fd (QuoLogFile *file, int *ret_folder)
{
  int fd;

  *ret_folder = -1;
  g_mutex_lock (&file->lock);
  fd = file->fd >= 0 ? fcntl (file->fd, F_DUPFD_CLOEXEC, 0) : -1;
  g_mutex_unlock (&file->lock);
  if (fd >= 0 && file->is_new)
    {
      g_autofree char *folder = g_path_get_dirname (file->path);

      *ret_folder = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
      file->is_new = FALSE;
    }
  return fd;
}

int
quo_log_file_sync (int fd, int folder)
{
  int number = 0;

  while (fdatasync (fd) != 0)
    if (errno != EINTR)
      {
        number = errno;
        break;
      }
  close (fd);
  if (folder >= 0)
    {
      fsync (folder);
      close (folder);
    }
  return number;
}
