/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quo convert: exports the annotations of articles. It looks at the whole call before it reads the
 * first file, so that a call that makes no sense writes nothing. */

#include "quo-config.h"

#include "quo-commands-list.h"
#include "quo-error.h"
#include "quo-format.h"
#include "quo-inputs.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

static char *to, *out, *layer, *encoding;
static char **assignments;
static gboolean is_force, is_dry_run;

typedef struct
{
  const QuoFormat *format;
  GHashTable *values; /* of the options of the format */
  char *folder;       /* where all outputs go; NULL: `out` is the file, or standard output */
  const char *const *inputs;
  guint n_inputs;
} Convert;

/* --- The call --- */

static gboolean
set_usage (GError **error, const char *message)
{
  g_set_error_literal (error, QUO_ERROR, QUO_ERROR_USAGE, message);
  return FALSE;
}

static gboolean
find_format (Convert *convert, GError **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (const QuoFormat *const *format = quo_formats_list (); *format != NULL; format++)
    g_string_append_printf (ids, "%s%s", ids->len > 0 ? ", " : "", (*format)->id);
  convert->format = quo_formats_find (to);
  if (convert->format != NULL)
    return TRUE;
  if (to == NULL)
    g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE,
                 _ ("The format is missing: --to FORMAT, one of: %s"), ids->str);
  else
    g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE, _ ("There is no format “%s”; there are: %s"),
                 to, ids->str);
  return FALSE;
}

static gboolean
read_assignments (Convert *convert, GError **error)
{
  for (guint i = 0; assignments != NULL && assignments[i] != NULL; i++)
    {
      const char *equals = strchr (assignments[i], '=');
      g_autofree char *name = NULL;

      if (equals == NULL)
        {
          g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE, _ ("--option takes NAME=VALUE, not “%s”"),
                       assignments[i]);
          return FALSE;
        }
      name = g_strndup (assignments[i], (gsize)(equals - assignments[i]));
      if (!quo_format_check_option (convert->format, name, equals + 1, error))
        return FALSE;
      g_hash_table_insert (convert->values, g_steal_pointer (&name), g_strdup (equals + 1));
    }
  return TRUE;
}

/* Whether `out` names a folder: there is one, it ends like one, or several files must go there. */
static gboolean
find_folder (Convert *convert, GError **error)
{
  if (is_dry_run && out == NULL)
    return TRUE;
  if (out == NULL && convert->n_inputs > 1)
    return set_usage (error, _ ("Several files need a folder to go to: -o FOLDER"));
  if (out == NULL && convert->format->siblings != NULL)
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE,
                   _ ("The format %s writes more than one file; give the first a name: -o OUT.%s"),
                   convert->format->id, convert->format->extensions);
      return FALSE;
    }
  if (out == NULL)
    return TRUE;
  if (convert->n_inputs > 1 || g_str_has_suffix (out, G_DIR_SEPARATOR_S)
      || g_file_test (out, G_FILE_TEST_IS_DIR))
    convert->folder = g_strdup (out);
  return TRUE;
}

/* (transfer full): the article an input is about, whether or not it is there. */
static char *
dup_article (const char *input)
{
  gsize len = strlen (input);

  if (quo_path_is_sidecar (input))
    return g_strndup (input, len - strlen (".quo.json"));
  return g_strdup (input);
}

/* (transfer full) (nullable): where the output of an input goes; NULL: standard output. */
static char *
dup_output (const Convert *convert, const char *input)
{
  g_autofree char *article = dup_article (input);
  g_autofree char *name = quo_format_dup_name (convert->format, article);

  return convert->folder != NULL ? g_build_filename (convert->folder, name, NULL) : g_strdup (out);
}

/* Two articles of the same name from two folders would overwrite one another. */
static gboolean
check_outputs (const Convert *convert, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < convert->n_inputs && convert->folder != NULL; i++)
    {
      char *path = dup_output (convert, convert->inputs[i]);
      g_autofree char *name = g_filename_display_name (path);

      if (g_hash_table_add (seen, path))
        continue;
      g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE,
                   _ ("Two files would both be written to %s; convert them into different folders"),
                   name);
      return FALSE;
    }
  return TRUE;
}

/* --- The work --- */

static gboolean
make_folder (const Convert *convert, GError **error)
{
  g_autofree char *name = NULL;

  if (convert->folder == NULL || is_dry_run || g_mkdir_with_parents (convert->folder, 0777) == 0)
    return TRUE;
  name = g_filename_display_name (convert->folder);
  g_set_error (error, QUO_ERROR, QUO_ERROR_WRITE, _ ("%s: the folder could not be made: %s"), name,
               g_strerror (errno));
  return FALSE;
}

static QuoTarget *
make_target (const Convert *convert, const QuoOpening *opening, const char *path)
{
  QuoTarget *target;

  if (is_dry_run)
    return quo_target_new_nowhere ();
  if (path == NULL)
    return quo_target_new_memory ();
  target = quo_target_new_file (path, is_force);
  quo_target_protect (target, opening->article_path);
  quo_target_protect (target, opening->sidecar_path);
  for (guint i = 0; i < convert->n_inputs; i++)
    quo_target_protect (target, convert->inputs[i]);
  return target;
}

/* What the format could not carry, a line a kind. */
static void
tell_losses (const Convert *convert, const char *input, const QuoReport *report)
{
  g_autofree char *name = g_filename_display_basename (input);

  for (guint i = 0; i < quo_report_get_length (report); i++)
    {
      g_autofree char *line = quo_report_dup_line (report, i);

      if (convert->n_inputs > 1)
        quo_message ("%s: %s", name, line);
      else
        quo_message ("%s", line);
    }
}

static void
tell_findings (const char *input, const QuoReport *report)
{
  guint n = quo_report_count_kind (report, QUO_REPORT_FINDING);
  g_autofree char *name = g_filename_display_basename (input);

  if (n > 0)
    quo_message (
        ngettext ("%s: %u thing in the sidecar is not as it should be; “quo check” names it",
                  "%s: %u things in the sidecar are not as they should be; “quo check” "
                  "names them",
                  n),
        name, n);
}

static gboolean
write_snapshot (const Convert *convert, const char *input, const QuoOpening *opening,
                QuoTarget *target, GError **error)
{
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (QuoTagset) tagset = quo_inputs_load_tagset (opening);
  g_autoptr (QuoSnapshot) snapshot
      = quo_format_pick_layer (convert->format, opening->snapshot, layer, report, error);
  QuoFormatOptions format_options = { .values = convert->values, .tagset = tagset };

  if (snapshot == NULL
      || !convert->format->write (snapshot, target, &format_options, report, NULL, error)
      || !quo_target_commit (target, error))
    return FALSE;
  tell_losses (convert, input, report);
  return TRUE;
}

static gboolean
convert_file (const Convert *convert, const char *input, GError **error)
{
  g_autoptr (QuoReport) findings = quo_report_new ();
  g_autoptr (QuoOpening) opening = quo_open (input, encoding, findings, NULL, error);
  g_autofree char *path = dup_output (convert, input);
  g_autoptr (QuoTarget) target = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (opening == NULL)
    return FALSE;
  target = make_target (convert, opening, path);
  tell_findings (input, findings);
  if (!write_snapshot (convert, input, opening, target, error))
    return FALSE;
  if (path == NULL && !is_dry_run)
    bytes = quo_target_dup_bytes (target, NULL);
  if (bytes != NULL)
    quo_output_bytes (bytes);
  return TRUE;
}

static int
convert_files (const Convert *convert)
{
  int code = QUO_EXIT_DONE;

  for (guint i = 0; i < convert->n_inputs; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!convert_file (convert, convert->inputs[i], &error))
        {
          int file_code = quo_message_error (error);

          code = MAX (code, file_code);
        }
    }
  return code;
}

static int
run_convert (const char *const *inputs, guint n_inputs)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  Convert convert = { .values = values, .inputs = inputs, .n_inputs = n_inputs };
  gboolean is_sensible = find_format (&convert, &error) && read_assignments (&convert, &error)
                         && find_folder (&convert, &error) && check_outputs (&convert, &error);

  folder = convert.folder;
  if (!is_sensible || !make_folder (&convert, &error))
    return quo_message_error (error);
  return convert_files (&convert);
}

static const GOptionEntry options[] = {
  { "to", 't', 0, G_OPTION_ARG_STRING, &to, N_ ("Format to write; “quo formats” lists them"),
    N_ ("FORMAT") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out,
    N_ ("File to write, or folder; without it standard output"), N_ ("OUT") },
  { "layer", 0, 0, G_OPTION_ARG_STRING, &layer, N_ ("Only this layer; without it all"), N_ ("ID") },
  { "option", 0, 0, G_OPTION_ARG_STRING_ARRAY, &assignments,
    N_ ("How to write the format; may be given several times"), N_ ("NAME=VALUE") },
  { "force", 'f', 0, G_OPTION_ARG_NONE, &is_force, N_ ("Overwrite files that exist"), NULL },
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &is_dry_run,
    N_ ("Write nothing, only tell what would be lost"), NULL },
  { "encoding", 0, 0, G_OPTION_ARG_STRING, &encoding,
    N_ ("Read articles in this encoding, whatever the sidecar says"), N_ ("NAME") },
  { NULL },
};

const QuoCommand quo_command_convert = {
  .name = "convert",
  .arguments = N_ ("ARTICLE|SIDECAR…"),
  .summary = N_ ("Export the annotations of articles"),
  .details = N_ (
      "Of several files OUT is a folder. Nothing that exists is overwritten without --force, and "
      "an "
      "article or\nits sidecar never. What a format cannot carry is told on standard error, a line "
      "a kind.\nA format that cannot tell layers apart takes the only layer, or the only open one; "
      "else name it with --layer."),
  .options = options,
  .run = run_convert,
  .n_least = 1,
};
