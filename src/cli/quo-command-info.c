/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quo info: what is known of articles. */

#include "quo-config.h"

#include "quo-commands-list.h"
#include "quo-inputs.h"
#include "quo-json-writer.h"

#include <glib/gi18n.h>
#include <string.h>

static QuoInputOptions reading;
static gboolean is_json;

/* One thing that is known: a text, or a number where @text is NULL. */
typedef struct
{
  const char *name;  /* in JSON */
  const char *title; /* N_() */
  const char *text;
  guint64 number;
  gboolean is_number;
} Fact;

#define N_FACTS 15

static void
list_facts (const QuoArticle *article, const char *file, Fact facts[N_FACTS])
{
  const QuoReader *reader = quo_readers_find (article->reader);
  const Fact known[N_FACTS] = {
    { "file", N_ ("File"), file },
    { "kind", N_ ("Kind"), reader != NULL ? reader->id : NULL },
    { "title", N_ ("Title"), article->title },
    { "byline", N_ ("Byline"), article->byline },
    { "published", N_ ("Date"), article->published },
    { "dateline", N_ ("Dateline"), article->dateline },
    { "publisher", N_ ("Publisher"), article->publisher },
    { "lang", N_ ("Language"), article->lang },
    { "url", N_ ("Address"), article->url },
    { "encoding", N_ ("Encoding"), article->encoding != NULL ? article->encoding : "UTF-8" },
    { "extractor", N_ ("Taken out by"), article->extractor },
    { "length", N_ ("Code points"), NULL, quo_text_get_length (article->text), TRUE },
    { "bytes", N_ ("Bytes"), NULL, article->bytes, TRUE },
    { "sha256", N_ ("SHA-256"), article->sha256 },
    { "textsha256", N_ ("SHA-256 of the text"), article->textsha256 },
  };

  memcpy (facts, known, sizeof known);
  /* The encoding of a file that is no text is nobody's concern. */
  if (article->encoding == NULL && reader != NULL && !reader->is_text)
    facts[9].text = NULL;
}

static void
write_string (QuoJsonWriter *json, const char *text)
{
  quo_json_writer_string (json, text, strlen (text));
}

static void
write_sections (QuoJsonWriter *json, const GArray *sections)
{
  quo_json_writer_literal (json, ",\"sections\":[");
  for (guint i = 0; i < sections->len; i++)
    {
      const QuoSection *section = &g_array_index (sections, QuoSection, i);

      quo_json_writer_raw (json, ",", i > 0);
      quo_json_writer_literal (json, "{\"title\":");
      write_string (json, section->title);
      quo_json_writer_literal (json, ",\"start\":");
      quo_json_writer_uint (json, section->start);
      quo_json_writer_literal (json, ",\"level\":");
      quo_json_writer_uint (json, section->level);
      quo_json_writer_literal (json, "}");
    }
  quo_json_writer_literal (json, "]");
}

static void
write_notes (QuoJsonWriter *json, const QuoReport *report)
{
  gboolean has_note = FALSE;

  for (guint i = 0; i < quo_report_get_length (report); i++)
    {
      g_autofree char *line = NULL;

      if (quo_report_get (report, i)->kind != QUO_REPORT_NOTE)
        continue;
      line = quo_report_dup_line (report, i);
      if (has_note)
        quo_json_writer_literal (json, ",");
      else
        quo_json_writer_literal (json, ",\"notes\":[");
      write_string (json, line);
      has_note = TRUE;
    }
  if (has_note)
    quo_json_writer_literal (json, "]");
}

static void
write_json (QuoJsonWriter *json, const Fact *facts, const QuoArticle *article,
            const QuoReport *report, gboolean is_first)
{
  gboolean has_member = FALSE;

  quo_json_writer_raw (json, ",\n{", is_first ? 0 : 3);
  if (is_first)
    quo_json_writer_literal (json, "{");
  for (guint i = 0; i < N_FACTS; i++)
    {
      if (facts[i].text == NULL && !facts[i].is_number)
        continue;
      quo_json_writer_raw (json, ",", has_member);
      has_member = TRUE;
      write_string (json, facts[i].name);
      quo_json_writer_literal (json, ":");
      if (facts[i].is_number)
        quo_json_writer_uint (json, facts[i].number);
      else
        write_string (json, facts[i].text);
    }
  if (article->sections != NULL)
    write_sections (json, article->sections);
  write_notes (json, report);
  quo_json_writer_literal (json, "}");
}

static void
print_facts (const Fact *facts, const QuoArticle *article, const QuoReport *report)
{
  for (guint i = 0; i < N_FACTS; i++)
    if (facts[i].is_number)
      quo_output ("%s: %" G_GUINT64_FORMAT "\n", _ (facts[i].title), facts[i].number);
    else if (facts[i].text != NULL)
      quo_output ("%s: %s\n", _ (facts[i].title), facts[i].text);
  if (article->sections != NULL)
    quo_output ("%s: %u\n", _ ("Sections"), article->sections->len);
  for (guint i = 0; i < quo_report_get_length (report); i++)
    if (quo_report_get (report, i)->kind == QUO_REPORT_NOTE)
      {
        g_autofree char *line = quo_report_dup_line (report, i);

        quo_output ("%s: %s\n", _ ("Note"), line);
      }
}

static int
tell_file (QuoJsonWriter *json, const char *path, guint n_told)
{
  g_autofree char *file = g_filename_display_name (path);
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QuoOpening) opening = quo_inputs_open (path, &reading, report, &error);
  Fact facts[N_FACTS];

  if (opening == NULL)
    return quo_message_error (error);
  list_facts (opening->snapshot->article, file, facts);
  if (is_json)
    write_json (json, facts, opening->snapshot->article, report, n_told == 0);
  else
    {
      if (n_told > 0)
        quo_output ("\n");
      print_facts (facts, opening->snapshot->article, report);
    }
  return QUO_EXIT_DONE;
}

static int
run_info (const char *const *inputs, guint n_inputs)
{
  g_auto (QuoJsonWriter) json = { 0 };
  guint n_told = 0;
  int code = QUO_EXIT_DONE;

  quo_json_writer_init (&json, 1024);
  if (n_inputs > 1)
    quo_json_writer_literal (&json, "[\n");
  for (guint i = 0; i < n_inputs; i++)
    {
      int file_code = tell_file (&json, inputs[i], n_told);

      n_told += file_code == QUO_EXIT_DONE;
      code = MAX (code, file_code);
    }
  if (n_inputs > 1)
    quo_json_writer_literal (&json, "\n]");
  if (n_told > 0 || n_inputs > 1)
    quo_json_writer_literal (&json, "\n");
  if (is_json)
    {
      g_autoptr (GBytes) bytes = quo_json_writer_finish (&json);

      quo_output_bytes (bytes);
    }
  return code;
}

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &is_json,
    N_ ("Write JSON: an object, of several files a list of them"), NULL },
  QUO_INPUT_OPTIONS (reading),
  { NULL },
};

const QuoCommand quo_command_info = {
  .name = "info",
  .arguments = N_ ("FILE…"),
  .summary = N_ ("Tell title, byline, date and source of articles"),
  .details = N_ ("What the sidecar says of the article stands above what its file says."),
  .options = options,
  .run = run_info,
  .n_least = 1,
};
