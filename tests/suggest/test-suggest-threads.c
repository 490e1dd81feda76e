/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suggestions in several threads at once, as when articles are opened one after the other, and
 * stopped at any moment: each run gives what it gives alone, or nothing. */
#include "quo-sidecar-writer.h"
#include "quo-suggestions.h"

#include "quo-error.h"

typedef struct
{
  const char *language, *words;
} Story;

/* What each language reads when it is first needed (words, weights, the gazetteer) is read here by
 * all of these at once. */
static const Story stories[] = {
  { "en", "“We will wait no longer,” said Omar Haddad in Berlin.\n\n“Nobody came,” he added.\n" },
  { "de", "„Wir warten“, sagte Ida Lund in Kiel. Laut Polizei wurde die Brücke gesperrt.\n" },
  { "ru", "«Мы ждём», — сказал министр Иван Петров. По словам врача, ему лучше.\n" },
  { "es", "«Esperamos», afirmó la alcaldesa Marta Quispe en Lima. Dijo que volverá.\n" },
  { "cs", "„Čekáme,“ řekla Hana Vlčková. Podle policie se nikomu nic nestalo.\n" },
  { "ar", "قال الخبير سامي الخوري إن الأسعار سترتفع في الصيف.\n" },
  { "zh", "外交部发言人表示，中国将继续推动谈判。“我们会等，”王明说。\n" },
  { "fr", "« Nous attendons », a déclaré la ministre Anna Roy à Lyon.\n" },
};

/* What a thread is given, and what it comes back with. */
typedef struct
{
  QuoSnapshot *snapshot;
  const char *language;
  GCancellable *cancellable;
  gint *n_waiting; /* threads that have not begun yet */
  GBytes *written; /* the sidecar with what is proposed; NULL: it was stopped */
} Job;

static QuoSnapshot *
make_snapshot (const char *words, guint n_times)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (QuoText) text = NULL;
  g_autoptr (QuoArticle) article = NULL;

  for (guint i = 0; i < n_times; i++)
    g_string_append_printf (all, "%s\n", words);
  text = quo_text_new (all->str);
  article = quo_article_new (text);
  return quo_snapshot_new (article, NULL);
}

static GBytes *
write_suggestions (QuoSnapshot *snapshot, const char *language, GCancellable *cancellable)
{
  const QuoSuggestOptions options = { .language = language, .is_eager = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoSuggestions) suggestions = quo_suggest (snapshot, &options, cancellable, &error);
  g_autoptr (QuoSnapshot) all = NULL;

  if (suggestions == NULL)
    {
      g_assert_error (error, QUO_ERROR, QUO_ERROR_CANCELLED);
      return NULL;
    }
  g_assert_no_error (error);
  all = quo_suggestions_add_to (suggestions, snapshot);
  return quo_sidecar_write (all, NULL);
}

static gpointer
run_job (gpointer data)
{
  Job *job = data;

  /* All begin together. */
  g_atomic_int_dec_and_test (job->n_waiting);
  while (g_atomic_int_get (job->n_waiting) > 0)
    g_thread_yield ();
  job->written = write_suggestions (job->snapshot, job->language, job->cancellable);
  return NULL;
}

/* Runs them at once, and then each alone: the same is proposed. */
static void
check_jobs (Job *jobs, guint n_jobs)
{
  g_autofree GThread **threads = g_new0 (GThread *, n_jobs);
  gint n_waiting = (gint)n_jobs;

  for (guint i = 0; i < n_jobs; i++)
    {
      jobs[i].n_waiting = &n_waiting;
      threads[i] = g_thread_new ("suggest", run_job, &jobs[i]);
    }
  for (guint i = 0; i < n_jobs; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < n_jobs; i++)
    {
      g_autoptr (GBytes) alone = write_suggestions (jobs[i].snapshot, jobs[i].language, NULL);

      g_assert_true (g_bytes_equal (alone, jobs[i].written));
      g_bytes_unref (jobs[i].written);
    }
}

/* Must be the first: nothing may have been read yet. */
static void
test_languages (void)
{
  Job jobs[G_N_ELEMENTS (stories)] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      jobs[i].snapshot = make_snapshot (stories[i].words, 3);
      jobs[i].language = stories[i].language;
    }
  check_jobs (jobs, G_N_ELEMENTS (jobs));
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    quo_snapshot_unref (jobs[i].snapshot);
}

static void
test_one_snapshot (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot (stories[0].words, 10);
  Job jobs[4] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      jobs[i].snapshot = snapshot;
      jobs[i].language = i % 2 == 0 ? "en" : NULL;
    }
  check_jobs (jobs, G_N_ELEMENTS (jobs));
}

/* Later and later in the run, until it was too late: half of what is proposed is never given. */
static void
test_cancelled_midway (void)
{
  g_autoptr (QuoSnapshot) snapshot = make_snapshot (stories[0].words, 40);
  g_autoptr (GBytes) whole = write_suggestions (snapshot, "en", NULL);
  gboolean is_whole = FALSE;

  for (guint n_yields = 1; !is_whole; n_yields += n_yields / 4 + 1)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      gint n_waiting = 2;
      Job job = { snapshot, "en", cancellable, &n_waiting, NULL };
      GThread *thread = g_thread_new ("suggest", run_job, &job);

      g_atomic_int_dec_and_test (&n_waiting);
      for (guint i = 0; i < n_yields; i++)
        g_thread_yield ();
      g_cancellable_cancel (cancellable);
      g_thread_join (thread);
      is_whole = job.written != NULL;
      if (is_whole)
        g_assert_true (g_bytes_equal (whole, job.written));
      g_clear_pointer (&job.written, g_bytes_unref);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/threads/languages", test_languages);
  g_test_add_func ("/suggest/threads/one-snapshot", test_one_snapshot);
  g_test_add_func ("/suggest/threads/cancelled-midway", test_cancelled_midway);
  return g_test_run ();
}
