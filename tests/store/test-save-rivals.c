/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several savers of one file at once: of this program, and of another that takes no lock. */

#include "quo-config.h"

#include "save-fixture.h"

#include "quo-error.h"
#include "quo-save.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define N_SAVERS 4
#define N_ROUNDS 100

/* Adds 1 to the number in the file, N_ROUNDS times, beginning again at each conflict. */
static gpointer
count_up (gpointer path)
{
  for (guint done = 0; done < N_ROUNDS;)
    {
      g_autofree char *etag = NULL, *text = NULL, *next = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (quo_etag_read (path, &etag, NULL));
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      next = g_strdup_printf ("%d", atoi (text) + 1);
      if (save_fixture_save (path, next, etag, &error))
        done++;
      else
        g_assert_error (error, QUO_ERROR, QUO_ERROR_CHANGED);
    }
  return NULL;
}

static void
test_savers_at_once (SaveFixture *fixture, gconstpointer data)
{
  GThread *threads[N_SAVERS];
  g_autofree char *expected = g_strdup_printf ("%d", N_SAVERS * N_ROUNDS);

  save_fixture_put (fixture->path, "0");
  for (guint i = 0; i < N_SAVERS; i++)
    threads[i] = g_thread_new ("saver", count_up, fixture->path);
  for (guint i = 0; i < N_SAVERS; i++)
    g_thread_join (threads[i]);
  save_fixture_check (fixture->path, expected);
}

/* What another program writes between the look at the file and the exchange of the names, after
 * which no further exchange succeeds; NULL: nothing happens. */
static const char *rival;
static guint n_exchanges;

int
renameat2 (int from_dir, const char *from, int to_dir, const char *to, unsigned int flags)
{
  if (rival != NULL && ++n_exchanges == 1)
    save_fixture_put (to, rival);
  else if (rival != NULL)
    {
      errno = EIO;
      return -1;
    }
  return (int)syscall (SYS_renameat2, from_dir, from, to_dir, to, flags);
}

/* When the version of another program cannot be put back it is kept, and the message says where:
 * not under a temporary name, which the next opening would sweep away. */
static void
test_rival_is_kept (SaveFixture *fixture, gconstpointer data)
{
  g_autofree char *etag = NULL, *first = NULL, *kept = NULL, *name = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  save_fixture_put (fixture->path, "old");
  first = g_strconcat (fixture->path, ".bak", NULL);
  save_fixture_put (first, "an older backup");
  g_assert_true (quo_etag_read (fixture->path, &etag, NULL));
  rival = "theirs";
  n_exchanges = 0;
  g_assert_false (save_fixture_save (fixture->path, "mine", etag, &error));
  rival = NULL;
  g_assert_error (error, QUO_ERROR, QUO_ERROR_WRITE);
  save_fixture_check (fixture->path, "mine");
  save_fixture_check (first, "an older backup");
  kept = g_strconcat (fixture->path, ".bak.2", NULL);
  name = g_path_get_basename (kept);
  save_fixture_check (kept, "theirs");
  g_assert_nonnull (strstr (error->message, name));
  dir = g_dir_open (fixture->folder, 0, NULL);
  for (const char *entry; (entry = g_dir_read_name (dir)) != NULL;)
    g_assert_false (g_str_has_suffix (entry, ".tmp"));
  g_remove (first);
  g_remove (kept);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_SAVE_TEST ("savers-at-once", test_savers_at_once);
#ifdef RENAME_EXCHANGE
  ADD_SAVE_TEST ("rival-is-kept", test_rival_is_kept);
#endif
  return g_test_run ();
}
