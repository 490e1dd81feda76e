/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Labels from and to other programs. tests/formats/labels/ holds in-* with the tagset that comes of
 * each in expected-*.tagset.json, and bad-* with their messages in bad-*.error.
 * QUO_WRITE_EXPECTED=1 writes these. */

#include "quo-config.h"

#include "format-fixture.h"

#include "quo-label-set.h"
#include "quo-tagset-file.h"

#include <string.h>

static char *
dup_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "formats", "labels", name, NULL);
}

static void
compare_file (const char *name, const char *written)
{
  g_autofree char *path = dup_path (name);
  g_autofree char *expected = NULL;

  if (g_getenv ("QUO_WRITE_EXPECTED") != NULL)
    {
      g_assert_true (g_file_set_contents (path, written, -1, NULL));
      return;
    }
  if (!g_file_get_contents (path, &expected, NULL, NULL))
    expected = g_strdup ("");
  fixture_compare (name, written, expected);
}

static char *
dup_tagset (const QuoTagset *tagset)
{
  g_autoptr (GBytes) bytes = quo_tagset_write (tagset);
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);

  return g_strndup (data, len);
}

static void
check_in (const char *file, const char *expected)
{
  g_autofree char *path = dup_path (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoTagset) tagset = quo_label_set_load (path, &error);
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  written = dup_tagset (tagset);
  compare_file (expected, written);
}

static void
test_in (void)
{
  check_in ("in-brat.annotation.conf", "expected-brat.tagset.json");
  check_in ("in-labelstudio.xml", "expected-labelstudio.tagset.json");
  check_in ("in-refi.qdc", "expected-refi.tagset.json");
  check_in ("expected-refi.tagset.json", "expected-refi.tagset.json");
}

static void
check_bad (const char *file, const char *expected)
{
  g_autofree char *path = dup_path (file);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  g_assert_null (quo_label_set_load (path, &error));
  g_assert_nonnull (error);
  message = g_strconcat (error->message, "\n", NULL);
  compare_file (expected, message);
}

static void
test_bad (void)
{
  check_bad ("bad-empty.annotation.conf", "bad-empty.error");
  check_bad ("bad-cut.xml", "bad-cut.error");
  check_bad ("bad-prose.xml", "bad-prose.error");
}

/* --- There and back --- */

static QuoTagset *
read_back (const QuoFormat *format, const QuoTagset *tagset)
{
  g_autoptr (QuoTarget) target = quo_target_new_memory ();
  g_autoptr (QuoSource) source = quo_source_new_memory ("labels.conf");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) visual = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  QuoTagset *back;

  format->write_labels (tagset, target);
  bytes = quo_target_dup_bytes (target, NULL);
  visual = quo_target_dup_bytes (target, ".visual.conf");
  quo_source_put (source, NULL, bytes);
  if (visual != NULL)
    quo_source_put (source, ".visual.conf", visual);
  text = fixture_dup_text (target, NULL);
  g_assert_true (format->sniff_labels (text));
  back = format->read_labels (source, &error);
  g_assert_no_error (error);
  return back;
}

/* Each label keeps its name, colour and kind. */
static void
test_round_trip (gconstpointer data)
{
  const QuoFormat *format = data;
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  g_autoptr (QuoTagset) back = read_back (format, tagset);

  g_assert_cmpuint (back->n_labels, ==, tagset->n_labels);
  for (guint i = 0; i < tagset->n_labels; i++)
    {
      const QuoLabel *label = &tagset->labels[i];
      gboolean has_names = g_str_equal (format->id, "refi-codebook");
      const QuoLabel *found = quo_tagset_find (back, has_names ? label->name : label->id);

      g_assert_nonnull (found);
      g_assert_cmpstr (found->color, ==, label->color);
      g_assert_cmpint (found->kind, ==, label->kind);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/labels/in", test_in);
  g_test_add_func ("/labels/bad", test_bad);
  for (const QuoFormat *const *format = quo_formats_list (); *format != NULL; format++)
    if ((*format)->write_labels != NULL)
      {
        g_autofree char *name = g_strdup_printf ("/labels/%s/round-trip", (*format)->id);

        g_test_add_data_func (name, *format, test_round_trip);
      }
  return g_test_run ();
}
