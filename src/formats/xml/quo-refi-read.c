/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a codebook of REFI-QDA 1.0 into a tagset. Codes may lie in one another: each that can be
 * used is a label; one whose name stands twice is called after its parents, "politics/health". */

#include "quo-config.h"

#include "quo-refi.h"

#include "quo-label-set.h"
#include "quo-xml-scan.h"

#include <string.h>

typedef struct
{
  QuoLabelSet *set;
  GPtrArray *path; /* names of the codes around the one at hand */
} Codebook;

static char *
dup_path (const Codebook *book, const char *name)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < book->path->len; i++)
    g_string_append_printf (path, "%s/", (const char *)g_ptr_array_index (book->path, i));
  g_string_append (path, name);
  return g_string_free (path, FALSE);
}

/* NVivo and others write the prefix of a namespace or none. */
static gboolean
is_code (const char *element)
{
  const char *colon = strrchr (element, ':');

  return g_str_equal (colon != NULL ? colon + 1 : element, "Code");
}

static void
begin_element (GMarkupParseContext *context, const char *element, const char **names,
               const char **values, gpointer data, GError **error)
{
  Codebook *book = data;
  const char *name = is_code (element) ? quo_xml_scan_get (names, values, "name") : NULL;
  const char *is_codable = quo_xml_scan_get (names, values, "isCodable");
  g_autofree char *path = NULL;
  guint index;

  if (!is_code (element))
    return;
  name = name != NULL ? name : "";
  if (is_codable == NULL || g_str_equal (is_codable, "true") || g_str_equal (is_codable, "1"))
    {
      if (quo_label_set_find (book->set, name) != G_MAXUINT)
        path = dup_path (book, name);
      index = quo_label_set_add (book->set, path != NULL ? path : name);
      if (index != G_MAXUINT)
        quo_label_set_color (book->set, index, quo_xml_scan_get (names, values, "color"));
    }
  g_ptr_array_add (book->path, g_strdup (name));
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Codebook *book = data;

  if (is_code (element))
    g_ptr_array_set_size (book->path, (gint)book->path->len - 1);
}

QuoTagset *
quo_refi_read_codebook (QuoSource *source, GError **error)
{
  gsize len;
  g_autofree char *text = quo_source_load_text (source, NULL, NULL, &len, error);
  g_autoptr (GPtrArray) path = g_ptr_array_new_with_free_func (g_free);
  g_auto (QuoLabelSet) set = { 0 };
  Codebook book = { .set = &set, .path = path };

  if (text == NULL)
    return NULL;
  quo_label_set_init (&set, "codebook");
  if (!quo_xml_scan (text, len, quo_source_get_name (source), begin_element, end_element, &book,
                     error))
    return NULL;
  return quo_label_set_finish (&set, quo_source_get_name (source), error);
}

gboolean
quo_refi_sniff_codebook (const char *text)
{
  return strstr (text, "urn:QDA-XML:codebook") != NULL && strstr (text, "CodeBook") != NULL;
}
