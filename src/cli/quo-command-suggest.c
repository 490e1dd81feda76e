/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quo suggest: proposes what to mark in articles. The proposals are printed, or go into a sidecar
 * with status suggested: they are no annotations until a person accepts them. */

#include "quo-config.h"

#include "quo-commands-list.h"
#include "quo-error.h"
#include "quo-inputs.h"
#include "quo-json-writer.h"
#include "quo-language-file.h"
#include "quo-save.h"
#include "quo-suggestions.h"
#include "quo-table.h"
#include "quo-target.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define EXCERPT_COLUMNS 44
#define PIECE 4096 /* bytes of JSON that are held back */
#define GENERATOR "Quotidian " QUO_VERSION

static char *out, *language, *weights_path;
static QuoInputOptions reading;
static char **only;
static gboolean is_write, is_json, is_force;
static gboolean has_printed; /* an object, so that the next one needs a comma */
static QuoWeights *weights;  /* of weights_path; NULL: the shipped ones */

/* --- The call --- */

static gboolean
check_only (GError **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (const QuoSuggester *const *suggester = quo_suggesters_list (); *suggester != NULL;
       suggester++)
    g_string_append_printf (ids, "%s%s", ids->len > 0 ? ", " : "", (*suggester)->id);
  for (guint i = 0; only != NULL && only[i] != NULL; i++)
    if (quo_suggesters_find (only[i]) == NULL)
      {
        g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE,
                     _ ("There is no suggester “%s”; there are: %s"), only[i], ids->str);
        return FALSE;
      }
  return TRUE;
}

/* (transfer full): what the sidecar of an article is called, which may be the input itself. */
static char *
dup_name (const char *input)
{
  g_autofree char *sidecar
      = quo_path_is_sidecar (input) ? g_strdup (input) : quo_sidecar_path_for (input);

  return g_path_get_basename (sidecar);
}

/* In one folder two articles of one name have one name for their proposals, too. */
static gboolean
check_names (const char *const *inputs, guint n_inputs, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_inputs; i++)
    {
      g_autofree char *name = dup_name (inputs[i]);
      char *path = g_build_filename (out, name, NULL);
      g_autofree char *shown = g_filename_display_name (path);

      if (g_hash_table_add (seen, path))
        continue;
      g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE,
                   _ ("The proposals for two articles would both be written to %s; write them into "
                      "different folders"),
                   shown);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_call (const char *const *inputs, guint n_inputs, GError **error)
{
  if (out != NULL && is_write)
    {
      g_set_error_literal (error, QUO_ERROR, QUO_ERROR_USAGE,
                           _ ("-o writes somewhere else, --write beside the article: name one"));
      return FALSE;
    }
  if (is_json && (out != NULL || is_write))
    {
      g_set_error_literal (error, QUO_ERROR, QUO_ERROR_USAGE,
                           _ ("--json prints the proposals; it does not go with -o or --write"));
      return FALSE;
    }
  if (out != NULL && !check_names (inputs, n_inputs, error))
    return FALSE;
  if (out != NULL && n_inputs > 1 && !g_file_test (out, G_FILE_TEST_IS_DIR)
      && g_mkdir_with_parents (out, 0777) != 0)
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_WRITE, _ ("%s: the folder could not be made: %s"),
                   out, g_strerror (errno));
      return FALSE;
    }
  return check_only (error);
}

static gboolean
load_weights (GError **error)
{
  g_autofree char *text = NULL;
  gsize len;

  if (weights_path == NULL)
    return TRUE;
  if (!g_file_get_contents (weights_path, &text, &len, error))
    return FALSE;
  weights = quo_weights_from_text (text, (gssize)len, error);
  return weights != NULL;
}

/* --- Printing --- */

/* (transfer full) (nullable): what the member of a role says. */
static char *
dup_member (const QuoSuggestions *suggestions, QuoSnapshot *snapshot, const char *id)
{
  g_autoptr (QuoRecord) proposed = quo_suggestions_dup (suggestions, id);
  const QuoRecord *record = proposed != NULL ? proposed : quo_snapshot_find (snapshot, id);

  if (record == NULL)
    return NULL;
  if (record->kind == QUO_RECORD_ENTITY)
    return g_strdup (((const QuoEntity *)record)->name);
  return quo_snapshot_dup_excerpt (snapshot, (const QuoAnnotation *)record);
}

static char *
dup_speaker (const QuoSuggestions *suggestions, QuoSnapshot *snapshot, const char *quote)
{
  g_autoptr (QuoRelation) relation = quo_suggestions_dup_quotation (suggestions, quote);
  const QuoRole *role = relation != NULL ? quo_relation_find_role (relation, "source") : NULL;

  return role != NULL ? dup_member (suggestions, snapshot, role->members[0]) : NULL;
}

static void
print_table (const QuoSuggestions *suggestions, QuoSnapshot *snapshot)
{
  const char *const titles[] = { N_ (">start"),   N_ ("label"),   N_ ("text"), N_ ("speaker"),
                                 N_ (">certain"), N_ ("because"), NULL };
  g_autoptr (QuoTable) table = quo_table_new (titles);

  for (guint i = 0; i < quo_suggestions_count_annotations (suggestions); i++)
    {
      g_autoptr (QuoAnnotation) annotation = quo_suggestions_dup_annotation (suggestions, i, NULL);
      g_autofree char *start = g_strdup_printf ("%u", annotation->ranges[0].start);
      g_autofree char *text = quo_snapshot_dup_excerpt (snapshot, annotation);
      g_autofree char *speaker = dup_speaker (suggestions, snapshot, annotation->base.id);

      if (quo_suggestions_is_helper (suggestions, annotation->base.id))
        continue;
      quo_table_add (table, start, 0);
      quo_table_add (table, annotation->type, 0);
      quo_table_add (table, text, EXCERPT_COLUMNS);
      quo_table_add (table, speaker, EXCERPT_COLUMNS / 2);
      quo_table_add (table, annotation->conf, 0);
      quo_table_add (table, quo_suggestions_get_reason (suggestions, annotation->base.id), 0);
    }
  quo_table_print (table);
}

static void
put_string (QuoJsonWriter *writer, const char *name, const char *value)
{
  if (value == NULL)
    return;
  quo_json_writer_literal (writer, ",\"");
  quo_json_writer_raw (writer, name, strlen (name));
  quo_json_writer_literal (writer, "\":");
  quo_json_writer_string (writer, value, strlen (value));
}

static void
put_annotation (QuoJsonWriter *writer, const QuoSuggestions *suggestions, QuoSnapshot *snapshot,
                const QuoAnnotation *annotation)
{
  g_autoptr (QuoRelation) relation
      = quo_suggestions_dup_quotation (suggestions, annotation->base.id);
  g_autofree char *text = quo_snapshot_dup_excerpt (snapshot, annotation);

  quo_json_writer_literal (writer, "\"id\":");
  quo_json_writer_string (writer, annotation->base.id, strlen (annotation->base.id));
  put_string (writer, "type", annotation->type);
  quo_json_writer_literal (writer, ",\"at\":[");
  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      quo_json_writer_raw (writer, i > 0 ? ",[" : "[", i > 0 ? 2 : 1);
      quo_json_writer_uint (writer, annotation->ranges[i].start);
      quo_json_writer_literal (writer, ",");
      quo_json_writer_uint (writer, annotation->ranges[i].end);
      quo_json_writer_literal (writer, "]");
    }
  quo_json_writer_literal (writer, "],\"score\":");
  quo_json_writer_raw (writer, annotation->conf, strlen (annotation->conf));
  put_string (writer, "text", text);
  put_string (writer, "form", quo_attrs_get_text (annotation->attrs, annotation->n_attrs, "form"));
  put_string (writer, "rule", annotation->from->rule);
  put_string (writer, "reason", quo_suggestions_get_reason (suggestions, annotation->base.id));
  for (guint i = 0; relation != NULL && i < relation->n_roles; i++)
    if (strcmp (relation->roles[i].name, "quote") != 0)
      {
        g_autofree char *member = dup_member (suggestions, snapshot, relation->roles[i].members[0]);

        put_string (writer, relation->roles[i].name, member);
      }
}

/* Prints one object a proposal, a piece at a time. */
static void
put_suggestions (QuoJsonWriter *writer, const QuoSuggestions *suggestions, QuoSnapshot *snapshot,
                 const char *file)
{
  for (guint i = 0; i < quo_suggestions_count_annotations (suggestions); i++)
    {
      g_autoptr (QuoAnnotation) annotation = quo_suggestions_dup_annotation (suggestions, i, NULL);

      if (has_printed)
        quo_json_writer_literal (writer, ",");
      has_printed = TRUE;
      quo_json_writer_literal (writer, "\n{\"file\":");
      quo_json_writer_string (writer, file, strlen (file));
      quo_json_writer_literal (writer, ",");
      put_annotation (writer, suggestions, snapshot, annotation);
      quo_json_writer_literal (writer, "}");
      if (writer->len >= PIECE)
        quo_json_writer_drain (writer, &quo_output_sink, NULL);
    }
}

/* --- Writing --- */

static gboolean
write_out (const QuoOpening *opening, const QuoSuggestions *suggestions, guint n_inputs,
           GError **error)
{
  g_autoptr (QuoTarget) target = NULL;
  g_autofree char *name = g_path_get_basename (opening->sidecar_path);
  gboolean is_folder = n_inputs > 1 || g_file_test (out, G_FILE_TEST_IS_DIR);
  g_autofree char *path = is_folder ? g_build_filename (out, name, NULL) : g_strdup (out);
  QuoSuggestionsContent content = { suggestions, opening->snapshot, GENERATOR };

  target = quo_target_new_file (path, is_force);
  quo_target_protect (target, opening->article_path);
  quo_target_set_source (target, NULL, quo_suggestions_give, &content);
  return quo_target_commit (target, error);
}

static gboolean
write_beside (const QuoOpening *opening, const QuoSuggestions *suggestions, GError **error)
{
  QuoSuggestionsContent content = { suggestions, opening->snapshot, GENERATOR };

  return quo_save_from (opening->sidecar_path, quo_suggestions_give, &content, opening->etag, NULL,
                        NULL, error);
}

/* An earlier sidecar that needed mending is not written over. */
static gboolean
check_report (const QuoReport *report, const char *input, GError **error)
{
  if (!is_write || quo_report_count_kind (report, QUO_REPORT_FINDING) == 0)
    return TRUE;
  g_set_error (error, QUO_ERROR, QUO_ERROR_INVALID,
               _ ("%s: the sidecar is not as it should be, so nothing is written into it; “quo "
                  "check” names what is wrong"),
               input);
  return FALSE;
}

static gboolean
suggest_file (const char *input, guint n_inputs, QuoJsonWriter *json, GError **error)
{
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (QuoOpening) opening = quo_inputs_open (input, &reading, report, error);
  g_autoptr (QuoTagset) tagset = NULL;
  g_autoptr (QuoSuggestions) suggestions = NULL;
  QuoSuggestOptions suggest_options
      = { .language = language, .only = (const char *const *)only, .weights = weights };

  if (opening == NULL || !check_report (report, input, error)
      || (is_write && !quo_opening_check_places (opening, error)))
    return FALSE;
  suggest_options.tagset = tagset = quo_inputs_load_tagset (opening);
  suggestions = quo_suggest (opening->snapshot, &suggest_options, NULL, error);
  if (suggestions == NULL)
    return FALSE;
  if (is_json)
    put_suggestions (json, suggestions, opening->snapshot, input);
  else if (out == NULL && !is_write)
    print_table (suggestions, opening->snapshot);
  else
    return is_write ? write_beside (opening, suggestions, error)
                    : write_out (opening, suggestions, n_inputs, error);
  return TRUE;
}

static int
suggest_files (const char *const *inputs, guint n_inputs, QuoJsonWriter *json)
{
  int code = QUO_EXIT_DONE;

  for (guint i = 0; i < n_inputs; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!suggest_file (inputs[i], n_inputs, json, &error))
        {
          int file_code = quo_message_error (error);

          code = MAX (code, file_code);
        }
    }
  return code;
}

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Says so if there is no file of the language that was asked for: the articles are then read by the
 * rules of another one. */
static void
warn_of_language (void)
{
  const char *used = quo_language_get_tag (quo_language_get (language));
  g_autoptr (GPtrArray) tags = NULL;
  g_autofree char *list = NULL;

  if (language == NULL || g_ascii_strncasecmp (language, used, strlen (used)) == 0)
    return;
  tags = quo_language_list_tags ();
  g_ptr_array_sort (tags, compare_tags);
  g_ptr_array_add (tags, NULL);
  list = g_strjoinv (", ", (char **)tags->pdata);
  /* Translators: a tag that was given, the one that is taken, and a list of those there are. */
  quo_message (_ ("there is no language file for “%s”, so that of “%s” is taken; there are %s"),
               language, used, list);
}

static int
run_suggest (const char *const *inputs, guint n_inputs)
{
  g_auto (QuoJsonWriter) json = { 0 };
  g_autoptr (GError) usage = NULL;
  int code;

  if (!check_call (inputs, n_inputs, &usage) || !load_weights (&usage))
    return quo_message_error (usage);
  warn_of_language ();
  has_printed = FALSE;
  quo_json_writer_init (&json, 2 * PIECE);
  quo_json_writer_literal (&json, "[");
  code = suggest_files (inputs, n_inputs, &json);
  quo_json_writer_literal (&json, "\n]\n");
  if (is_json)
    quo_json_writer_drain (&json, &quo_output_sink, NULL);
  g_clear_pointer (&weights, quo_weights_unref);
  return code;
}

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out,
    N_ ("Write a sidecar with the proposals there: a file, or a folder"), N_ ("OUT") },
  { "write", 'w', 0, G_OPTION_ARG_NONE, &is_write,
    N_ ("Write them into the sidecar beside each article"), NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, N_ ("Write JSON, an object a proposal"), NULL },
  { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &only,
    N_ ("Run only this suggester; may be given several times"), N_ ("NAME") },
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language,
    N_ ("Language of the articles; without it the sidecar’s, or guessed"), N_ ("TAG") },
  { "weights", 0, 0, G_OPTION_ARG_FILENAME, &weights_path,
    N_ ("Use the weights that “quo learn” has written to this file"), N_ ("FILE") },
  { "force", 'f', 0, G_OPTION_ARG_NONE, &is_force, N_ ("Overwrite files that exist"), NULL },
  QUO_INPUT_OPTIONS (reading),
  { NULL },
};

const QuoCommand quo_command_suggest = {
  .name = "suggest",
  .arguments = N_ ("ARTICLE|SIDECAR…"),
  .summary = N_ ("Propose quotes, speakers and names"),
  .details = N_ (
      "Nothing is sent anywhere. A proposal is no annotation until a person accepts it; what was "
      "accepted or\nrejected before is not proposed again. Written into a sidecar, proposals have "
      "the status “suggested”,\nand take the place of those of an earlier run."),
  .options = options,
  .run = run_suggest,
  .n_least = 1,
};
