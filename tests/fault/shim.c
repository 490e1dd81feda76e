/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library to be preloaded that lets one system call fail: the FAULT_N-th (from 1) call of
 * FAULT_OP (open, write, sync, rename, close, cut, make or any) on a file whose path holds
 * FAULT_PATH gives FAULT_ERR: the name of an error, SHORT (half is written), KILL (the program
 * ends there) or STOP (it waits there to be continued). A line goes to FAULT_LOG for each call that
 * is counted. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum
{
  PASS,
  FAIL,
  SHORTEN
};

static atomic_int count;

static const char *
get (const char *name)
{
  const char *value = getenv (name);

  return value != NULL ? value : "";
}

static int
is_wanted_fd (int fd)
{
  char link[64], path[4096];
  ssize_t n;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  n = readlink (link, path, sizeof path - 1);
  if (n <= 0)
    return 0;
  path[n] = '\0';
  return *get ("FAULT_PATH") != '\0' && strstr (path, get ("FAULT_PATH")) != NULL;
}

static int
is_wanted_path (const char *path)
{
  return *get ("FAULT_PATH") != '\0' && strstr (path, get ("FAULT_PATH")) != NULL;
}

static void
tell (const char *op)
{
  int fd
      = (int)syscall (SYS_openat, AT_FDCWD, get ("FAULT_LOG"), O_WRONLY | O_CREAT | O_APPEND, 0644);
  char line[32];
  int n = snprintf (line, sizeof line, "%s\n", op);

  if (fd < 0)
    return;
  syscall (SYS_write, fd, line, (size_t)n);
  syscall (SYS_close, fd);
}

static int
get_errno (const char *name)
{
  static const struct
  {
    const char *name;
    int number;
  } known[] = { { "ENOSPC", ENOSPC }, { "EIO", EIO },       { "EROFS", EROFS },
                { "EDQUOT", EDQUOT }, { "EACCES", EACCES }, { "EINTR", EINTR } };

  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (strcmp (known[i].name, name) == 0)
      return known[i].number;
  return EIO;
}

/* What becomes of this call. */
static int
decide (const char *op, int is_wanted)
{
  const char *wanted = get ("FAULT_OP"), *how = get ("FAULT_ERR");

  if (!is_wanted || (strcmp (wanted, op) != 0 && strcmp (wanted, "any") != 0))
    return PASS;
  tell (op);
  if (atomic_fetch_add (&count, 1) + 1 != atoi (get ("FAULT_N")))
    return PASS;
  if (strcmp (how, "KILL") == 0)
    kill (getpid (), SIGKILL);
  if (strcmp (how, "STOP") == 0)
    {
      kill (getpid (), SIGSTOP);
      return PASS;
    }
  if (strcmp (how, "SHORT") == 0)
    return SHORTEN;
  errno = get_errno (how);
  return FAIL;
}

#define REAL(name)                                                                                 \
  static __typeof__ (&name) real;                                                                  \
  if (real == NULL)                                                                                \
  real = (__typeof__ (&name))dlsym (RTLD_NEXT, #name)

ssize_t
write (int fd, const void *data, size_t n)
{
  REAL (write);
  int fate = decide ("write", is_wanted_fd (fd));

  if (fate == FAIL)
    return -1;
  return real (fd, data, fate == SHORTEN && n > 1 ? n / 2 : n);
}

int
fsync (int fd)
{
  REAL (fsync);
  return decide ("sync", is_wanted_fd (fd)) == FAIL ? -1 : real (fd);
}

int
fdatasync (int fd)
{
  REAL (fdatasync);
  return decide ("sync", is_wanted_fd (fd)) == FAIL ? -1 : real (fd);
}

int
rename (const char *from, const char *to)
{
  REAL (rename);
  return decide ("rename", is_wanted_path (to)) == FAIL ? -1 : real (from, to);
}

int
renameat2 (int from_dir, const char *from, int to_dir, const char *to, unsigned int flags)
{
  REAL (renameat2);
  return decide ("rename", is_wanted_path (to)) == FAIL ? -1
                                                        : real (from_dir, from, to_dir, to, flags);
}

int
close (int fd)
{
  REAL (close);
  if (decide ("close", is_wanted_fd (fd)) == FAIL)
    {
      int number = errno;

      real (fd); /* as the system does: the descriptor is gone all the same */
      errno = number;
      return -1;
    }
  return real (fd);
}

int
ftruncate64 (int fd, off64_t length)
{
  REAL (ftruncate64);
  return decide ("cut", is_wanted_fd (fd)) == FAIL ? -1 : real (fd, length);
}

int
mkdir (const char *path, mode_t mode)
{
  REAL (mkdir);
  return decide ("make", is_wanted_path (path)) == FAIL ? -1 : real (path, mode);
}

static int
decide_open (const char *path, int flags)
{
  return decide ("open", (flags & (O_WRONLY | O_RDWR | O_CREAT)) != 0 && is_wanted_path (path));
}

#define DEFINE_OPEN(name)                                                                          \
  int name (const char *path, int flags, ...)                                                      \
  {                                                                                                \
    REAL (name);                                                                                   \
    mode_t mode = 0;                                                                               \
                                                                                                   \
    if ((flags & (O_CREAT | O_TMPFILE)) != 0)                                                      \
      {                                                                                            \
        va_list rest;                                                                              \
        va_start (rest, flags);                                                                    \
        mode = va_arg (rest, mode_t);                                                              \
        va_end (rest);                                                                             \
      }                                                                                            \
    return decide_open (path, flags) == FAIL ? -1 : real (path, flags, mode);                      \
  }

DEFINE_OPEN (open)
DEFINE_OPEN (open64)
