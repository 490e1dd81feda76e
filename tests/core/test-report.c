/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports: lines that are listed and lines that count. */
#include "quo-report.h"

static void
test_lines (void)
{
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autofree char *first = NULL, *second = NULL, *third = NULL;

  quo_report_add (report, QUO_REPORT_FINDING, "annotations[12].at", "%u is past the end", 845);
  quo_report_add (report, QUO_REPORT_NOTE, NULL, "the article has no title");
  quo_report_count (report, QUO_REPORT_LOST, "notes were left out");
  quo_report_count (report, QUO_REPORT_LOST, "notes were left out");
  quo_report_count (report, QUO_REPORT_CHANGED, "notes were left out");
  quo_report_count (report, QUO_REPORT_LOST, "links were left out");

  g_assert_cmpuint (quo_report_get_length (report), ==, 5);
  g_assert_cmpstr (quo_report_get (report, 0)->place, ==, "annotations[12].at");
  g_assert_cmpuint (quo_report_get (report, 0)->count, ==, 1);
  g_assert_cmpuint (quo_report_get (report, 2)->count, ==, 2);
  g_assert_null (quo_report_get (report, 2)->place);
  first = quo_report_dup_line (report, 0);
  g_assert_cmpstr (first, ==, "annotations[12].at: 845 is past the end");
  second = quo_report_dup_line (report, 1);
  g_assert_cmpstr (second, ==, "the article has no title");
  third = quo_report_dup_line (report, 2);
  g_assert_cmpstr (third, ==, "2 notes were left out");
  g_assert_cmpuint (quo_report_count_kind (report, QUO_REPORT_LOST), ==, 3);
  g_assert_cmpuint (quo_report_count_kind (report, QUO_REPORT_CHANGED), ==, 1);
  g_assert_cmpuint (quo_report_count_kind (report, QUO_REPORT_FINDING), ==, 1);
}

/* A line that is listed and one that counts may say the same and stay two. */
static void
test_listed_and_counted (void)
{
  g_autoptr (QuoReport) report = quo_report_new ();

  quo_report_add (report, QUO_REPORT_LOST, NULL, "notes were left out");
  quo_report_count (report, QUO_REPORT_LOST, "notes were left out");
  g_assert_cmpuint (quo_report_get_length (report), ==, 2);
  g_assert_cmpuint (quo_report_get (report, 0)->count, ==, 1);
}

static void
test_null (void)
{
  quo_report_add (NULL, QUO_REPORT_NOTE, NULL, "nobody hears it");
  quo_report_count (NULL, QUO_REPORT_LOST, "notes were left out");
  g_assert_cmpuint (quo_report_get_length (NULL), ==, 0);
  g_assert_cmpuint (quo_report_count_kind (NULL, QUO_REPORT_LOST), ==, 0);
  quo_report_free (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/report/lines", test_lines);
  g_test_add_func ("/core/report/listed-and-counted", test_listed_and_counted);
  g_test_add_func ("/core/report/null", test_null);
  return g_test_run ();
}
