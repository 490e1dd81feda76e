/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quo check: whether sidecars are as they should be, and fit their articles. One finding a line,
 * "file: place: message", on standard output; what could not be read on standard error. */

#include "quo-config.h"

#include "quo-commands-list.h"
#include "quo-conflict-copies.h"
#include "quo-error.h"
#include "quo-inputs.h"
#include "quo-json-writer.h"
#include "quo-sidecar-reader.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  gboolean is_json;
  QuoJsonWriter json;
  gboolean has_line; /* in the JSON list */
  int code;
} Check;

static gboolean is_json;
static QuoInputOptions reading;

/* --- Telling --- */

static void
write_member (QuoJsonWriter *json, const char *name, const char *value)
{
  quo_json_writer_string (json, name, strlen (name));
  quo_json_writer_literal (json, ":");
  if (value != NULL)
    quo_json_writer_string (json, value, strlen (value));
  else
    quo_json_writer_literal (json, "null");
}

static void
tell_json (Check *check, const char *kind, const char *file, const char *place, const char *message)
{
  quo_json_writer_raw (&check->json, check->has_line ? ",\n" : "\n", check->has_line ? 2 : 1);
  check->has_line = TRUE;
  quo_json_writer_literal (&check->json, "{");
  write_member (&check->json, "file", file);
  quo_json_writer_literal (&check->json, ",");
  write_member (&check->json, "kind", kind);
  quo_json_writer_literal (&check->json, ",");
  write_member (&check->json, "place", place);
  quo_json_writer_literal (&check->json, ",");
  write_member (&check->json, "message", message);
  quo_json_writer_literal (&check->json, "}");
}

/* Something is wrong in the file. */
static void
tell_finding (Check *check, const char *path, const char *place, const char *message)
{
  g_autofree char *file = g_filename_display_name (path);

  check->code = MAX (check->code, QUO_EXIT_FOUND);
  if (check->is_json)
    tell_json (check, "finding", file, place, message);
  else if (place != NULL)
    quo_output_line ("%s: %s: %s\n", file, place, message);
  else
    quo_output_line ("%s: %s\n", file, message);
}

/* The file could not be read. */
static void
tell_failure (Check *check, const char *path, const GError *error)
{
  g_autofree char *file = g_filename_display_name (path);

  check->code = MAX (check->code, QUO_EXIT_FAILED);
  if (check->is_json)
    tell_json (check, "failure", file, NULL, error->message);
  else
    quo_message ("%s", error->message);
}

static void
tell_report (Check *check, const char *path, const QuoReport *report)
{
  for (guint i = 0; i < quo_report_get_length (report); i++)
    {
      const QuoReportLine *line = quo_report_get (report, i);
      g_autofree char *counted = NULL;

      if (line->kind != QUO_REPORT_FINDING)
        continue;
      if (line->count > 1)
        counted = quo_report_dup_line (report, i);
      tell_finding (check, path, line->place, counted != NULL ? counted : line->message);
    }
}

/* --- Looking --- */

/* A message of the reader begins with the name of the file, which stands before it anyway. */
static const char *
skip_name (const char *message, const char *path)
{
  g_autofree char *display = g_filename_display_name (path);
  g_autofree char *base = g_filename_display_basename (path);

  if (g_str_has_prefix (message, display) && g_str_has_prefix (message + strlen (display), ": "))
    return message + strlen (display) + 2;
  if (g_str_has_prefix (message, base) && g_str_has_prefix (message + strlen (base), ": "))
    return message + strlen (base) + 2;
  return message;
}

/* Whether the error is about what stands in a sidecar, not about getting at it. */
static gboolean
is_finding (const GError *error)
{
  return g_error_matches (error, QUO_ERROR, QUO_ERROR_SYNTAX)
         || g_error_matches (error, QUO_ERROR, QUO_ERROR_INVALID);
}

/* A sidecar whose article could not be read: what can be seen without it. FALSE: not even that. */
static gboolean
check_alone (Check *check, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (QuoSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = quo_sidecar_load (path, NULL, &error);

  if (bytes != NULL)
    snapshot = quo_sidecar_read (bytes, name, NULL, report, &error);
  if (snapshot != NULL)
    tell_report (check, path, report);
  else if (is_finding (error))
    tell_finding (check, path, NULL, skip_name (error->message, path));
  else
    tell_failure (check, path, error);
  return snapshot != NULL;
}

static void
tell_change (Check *check, const char *path, const QuoOpening *opening)
{
  g_autofree char *message = NULL;

  if (!opening->is_reanchored)
    return;
  message = g_strdup_printf (_ ("the article is another than the one the annotations were made in; "
                                "%u were found again elsewhere, %u were not found"),
                             opening->n_moved, opening->n_orphans);
  tell_finding (check, path, "document.sha256", message);
}

/* What a tool that keeps folders in step put beside it. */
static void
tell_copies (Check *check, const char *sidecar)
{
  g_autoptr (GPtrArray) copies = quo_conflict_copies_list (sidecar);

  for (guint i = 0; i < copies->len; i++)
    {
      g_autofree char *name = g_filename_display_basename (g_ptr_array_index (copies, i));
      g_autofree char *message = g_strdup_printf (
          _ ("“%s” is a conflict copy of it; “quo merge” brings the two together "
             "again"),
          name);

      tell_finding (check, sidecar, NULL, message);
    }
}

static void
check_file (Check *check, const char *path)
{
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoOpening) opening = quo_inputs_open (path, &reading, report, &error);
  g_autofree char *sidecar
      = quo_path_is_sidecar (path) ? g_strdup (path) : quo_sidecar_path_for (path);

  if (opening != NULL)
    {
      tell_change (check, sidecar, opening);
      tell_report (check, sidecar, report);
      tell_copies (check, sidecar);
      return;
    }
  if (!g_file_test (sidecar, G_FILE_TEST_EXISTS) || check_alone (check, sidecar))
    tell_failure (check, path, error);
}

static int
run_check (const char *const *inputs, guint n_inputs)
{
  Check check = { .is_json = is_json };
  g_autoptr (GPtrArray) files = quo_inputs_list (inputs, n_inputs, &check.code);
  g_autoptr (GBytes) bytes = NULL;

  quo_json_writer_init (&check.json, 4096);
  quo_json_writer_literal (&check.json, "[");
  for (guint i = 0; i < files->len; i++)
    check_file (&check, g_ptr_array_index (files, i));
  quo_json_writer_literal (&check.json, "\n]\n");
  bytes = quo_json_writer_finish (&check.json);
  if (is_json)
    quo_output_bytes (bytes);
  return check.code;
}

static const GOptionEntry options[] = {
  QUO_INPUT_OPTIONS (reading),
  { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, N_ ("Write JSON, an object a finding"), NULL },
  { NULL },
};

const QuoCommand quo_command_check = {
  .name = "check",
  .arguments = N_ ("FILE|FOLDER…"),
  .summary = N_ ("Check sidecars and whether they fit their articles"),
  .details
  = N_ ("A FILE is an article or its sidecar (ARTICLE.quo.json); of a FOLDER all sidecars in "
        "it and below it are checked.\nEach finding is a line: file, place, message. It ends "
        "with 0 when there is none, 1 when there is one,\n3 when a file could not be read."),
  .options = options,
  .run = run_check,
  .n_least = 1,
};
