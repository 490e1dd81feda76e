/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quo formats: what annotations can be read from and written to, and what survives in each. */

#include "quo-config.h"

#include "quo-commands-list.h"
#include "quo-format.h"
#include "quo-json-writer.h"
#include "quo-table.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean is_json;

/* (transfer full): the names of what a format carries. */
static char *
join_carries (QuoCarries carries)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < QUO_N_CARRIES; i++)
    if (carries & (1u << i))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              _ (quo_carries_get_name (1u << i)));
  return g_string_free (names, FALSE);
}

/* (transfer full): what is written and comes back, and what is written only. */
static char *
dup_carries (const QuoFormat *format)
{
  QuoCarries back = format->carries_back != 0 ? format->carries_back : format->carries;
  g_autofree char *all = join_carries (back);
  g_autofree char *only = join_carries (format->carries & ~back);

  if (*only == '\0' || format->read == NULL)
    return join_carries (format->carries);
  return g_strdup_printf (_ ("%s; only written: %s"), all, only);
}

static const char *
get_ways (const QuoFormat *format)
{
  if (format->read == NULL && format->read_labels == NULL)
    /* Translators: annotations go out of the program into this format. */
    return _ ("out");
  return format->write == NULL ? _ ("in") : _ ("in, out");
}

static void
print_table (void)
{
  const char *titles[]
      = { _ ("FORMAT"), C_ ("column", "NAME"), _ ("FILE"), _ ("WAYS"), _ ("CARRIES"), NULL };
  g_autoptr (QuoTable) table = quo_table_new (titles);

  for (const QuoFormat *const *format = quo_formats_list (); *format != NULL; format++)
    {
      g_autofree char *carries = dup_carries (*format);
      gsize len = strcspn ((*format)->extensions, ";");
      g_autofree char *file = g_strdup_printf (
          ".%.*s%s%s", (int)len, (*format)->extensions, (*format)->siblings != NULL ? " + " : "",
          (*format)->siblings != NULL ? (*format)->siblings : "");

      quo_table_add (table, (*format)->id, 0);
      quo_table_add (table, _ ((*format)->title), 0);
      quo_table_add (table, file, 0);
      quo_table_add (table, get_ways (*format), 0);
      quo_table_add (table, carries, 0);
    }
  quo_table_print (table);
}

static void
add_options (QuoTable *table, const QuoFormat *format, const QuoFormatOption *options,
             const char *way)
{
  for (; options != NULL && options->name != NULL; options++)
    {
      quo_table_add (table, format->id, 0);
      quo_table_add (table, way, 0);
      quo_table_add (table, options->name, 0);
      quo_table_add (table, options->values, 0);
      quo_table_add (table, _ (options->title), 0);
    }
}

static void
print_options (void)
{
  const char *titles[]
      = { _ ("FORMAT"), _ ("WAY"), _ ("OPTION"), _ ("VALUES"), _ ("WHAT IT DOES"), NULL };
  g_autoptr (QuoTable) table = quo_table_new (titles);

  for (const QuoFormat *const *format = quo_formats_list (); *format != NULL; format++)
    {
      add_options (table, *format, (*format)->read_options, _ ("in"));
      add_options (table, *format, (*format)->options, _ ("out"));
    }
  quo_output ("\n");
  quo_table_print (table);
}

/* "NAME":"VALUE", and the comma before it. */
static void
write_member (QuoJsonWriter *json, gboolean is_first, const char *name, const char *value)
{
  if (!is_first)
    quo_json_writer_literal (json, ",");
  quo_json_writer_string (json, name, strlen (name));
  quo_json_writer_literal (json, ":");
  quo_json_writer_string (json, value, strlen (value));
}

static void
write_list (QuoJsonWriter *json, const char *name, char **values)
{
  quo_json_writer_literal (json, ",");
  quo_json_writer_string (json, name, strlen (name));
  quo_json_writer_literal (json, ":[");
  for (guint i = 0; values[i] != NULL; i++)
    {
      if (i > 0)
        quo_json_writer_literal (json, ",");
      quo_json_writer_string (json, values[i], strlen (values[i]));
    }
  quo_json_writer_literal (json, "]");
}

static void
write_options (QuoJsonWriter *json, const char *name, const QuoFormatOption *options)
{
  quo_json_writer_literal (json, ",");
  quo_json_writer_string (json, name, strlen (name));
  quo_json_writer_literal (json, ":{");
  for (guint i = 0; options != NULL && options[i].name != NULL; i++)
    write_member (json, i == 0, options[i].name, options[i].values);
  quo_json_writer_literal (json, "}");
}

static void
write_format (QuoJsonWriter *json, const QuoFormat *format)
{
  g_auto (GStrv) extensions = g_strsplit (format->extensions, ";", -1);
  g_autoptr (GPtrArray) carries = g_ptr_array_new ();
  const char *ways[3] = { NULL };
  guint n_ways = 0;

  if (format->read != NULL)
    ways[n_ways++] = "in";
  if (format->write != NULL)
    ways[n_ways++] = "out";
  for (guint i = 0; i < QUO_N_CARRIES; i++)
    if (format->carries & (1u << i))
      g_ptr_array_add (carries, (gpointer)quo_carries_get_name (1u << i));
  g_ptr_array_add (carries, NULL);
  quo_json_writer_literal (json, "{");
  write_member (json, TRUE, "id", format->id);
  write_member (json, FALSE, "title", _ (format->title));
  write_list (json, "extensions", extensions);
  write_list (json, "ways", (char **)ways);
  write_list (json, "carries", (char **)carries->pdata);
  write_options (json, "options", format->options);
  write_options (json, "readOptions", format->read_options);
  quo_json_writer_literal (json, "}");
}

static void
print_json (void)
{
  const QuoFormat *const *formats = quo_formats_list ();
  g_auto (QuoJsonWriter) json = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  quo_json_writer_init (&json, 4096);
  quo_json_writer_literal (&json, "[\n");
  for (guint i = 0; formats[i] != NULL; i++)
    {
      if (i > 0)
        quo_json_writer_literal (&json, ",\n");
      write_format (&json, formats[i]);
    }
  quo_json_writer_literal (&json, "\n]\n");
  bytes = quo_json_writer_finish (&json);
  quo_output_bytes (bytes);
}

static int
run_formats (const char *const *inputs, guint n_inputs)
{
  if (is_json)
    {
      print_json ();
      return QUO_EXIT_DONE;
    }
  print_table ();
  print_options ();
  return QUO_EXIT_DONE;
}

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, N_ ("Write JSON, an object a format"), NULL },
  { NULL },
};

const QuoCommand quo_command_formats = {
  .name = "formats",
  .arguments = NULL,
  .summary = N_ ("List the formats annotations can be exported to"),
  .options = options,
  .run = run_formats,
};
