/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article with its coded selections as a project of REFI-QDA 1.0 (.qdpx): a ZIP file with
 * project.qde and the text. Positions count code points of that text, which has LF line ends; the
 * end is the one after the last character. */

#include "quo-config.h"

#include "quo-formats-list.h"
#include "quo-refi.h"
#include "quo-xml-writer.h"
#include "quo-zip.h"

#include <glib/gi18n.h>
#include <string.h>

/* The attribute that names the code of a label. Labels are few, annotations many. */
static const char *
get_code (GHashTable *codes, const char *type)
{
  GString *attr = g_hash_table_lookup (codes, type);

  if (attr == NULL)
    {
      attr = g_string_new (NULL);
      quo_refi_append_guid (attr, "targetGUID", "code", type);
      g_hash_table_insert (codes, (gpointer)type, attr);
    }
  return attr->str;
}

static void
free_attr (gpointer attr)
{
  g_string_free (attr, TRUE);
}

static void
append_selection (GString *out, GHashTable *codes, QuoSelection *selection,
                  const QuoAnnotation *annotation, guint i)
{
  g_autofree char *words = g_strdup_printf ("%s.%u", annotation->base.id, i);
  QuoSpan range = annotation->ranges[i];
  g_autofree char *text = quo_text_dup (selection->text, range);
  g_autofree char *name = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 60));

  g_string_append (out, "<PlainTextSelection");
  quo_refi_append_guid (out, "guid", "selection", words);
  quo_xml_append_attr (out, "name", g_strdelimit (name, "\r\n\t", ' '));
  g_string_append_printf (out, " startPosition=\"%u\" endPosition=\"%u\">",
                          quo_text_to_lf (selection->text, range.start),
                          quo_text_to_lf (selection->text, range.end));
  if (annotation->note != NULL && i == 0)
    {
      g_string_append (out, "<Description>");
      quo_xml_append_clean (out, annotation->note);
      g_string_append (out, "</Description>");
    }
  g_string_append (out, "<Coding");
  quo_refi_append_guid (out, "guid", "coding", words);
  g_string_append (out, "><CodeRef");
  g_string_append (out, get_code (codes, annotation->type));
  g_string_append (out, "/></Coding></PlainTextSelection>\n");
}

static gboolean
append_source (GString *out, QuoSelection *selection, const char *guid, GCancellable *cancellable,
               GError **error)
{
  g_autofree char *name = quo_article_dup_name (selection->snapshot->article);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_attr);

  g_string_append_printf (out, "<Sources>\n<TextSource guid=\"%s\"", guid);
  quo_xml_append_attr (out, "name", name);
  g_string_append_printf (out, " plainTextPath=\"internal://%s.txt\">\n", guid);
  for (guint i = 0; i < selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (selection, i);

      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      selection->losses.counts[QUO_LOSS_SPLIT] += annotation->n_ranges > 1;
      for (guint r = 0; r < annotation->n_ranges; r++)
        append_selection (out, codes, selection, annotation, r);
    }
  g_string_append (out, "</TextSource>\n</Sources>\n");
  return TRUE;
}

/* The 36 characters of ` guid="..."`. */
static char *
dup_guid (const QuoSnapshot *snapshot)
{
  const char *sha256 = snapshot->article->sha256;
  g_autoptr (GString) attr = g_string_new (NULL);

  quo_refi_append_guid (attr, "guid", "source", sha256 != NULL ? sha256 : "");
  return g_strndup (attr->str + strlen (" guid=\""), 36);
}

static gboolean
write_project (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
               QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  g_autoptr (GString) project = g_string_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *guid = NULL;
  g_autofree char *path = NULL;
  g_autofree char *lf = NULL;
  QuoZip zip;

  if (selection == NULL)
    return FALSE;
  title = quo_article_dup_title (snapshot->article);
  guid = dup_guid (snapshot);
  path = g_strconcat ("sources/", guid, ".txt", NULL);
  g_string_append (project, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                            "<Project xmlns=\"urn:QDA-XML:project:1.0\"");
  quo_xml_append_attr (project, "name", title);
  g_string_append (project, " origin=\"Quotidian\">\n<CodeBook>\n");
  quo_refi_append_codes (project, selection, options != NULL ? options->tagset : NULL);
  g_string_append (project, "</CodeBook>\n");
  if (!append_source (project, selection, guid, cancellable, error))
    return FALSE;
  g_string_append (project, "</Project>\n");
  lf = quo_text_dup_lf (selection->text);
  quo_zip_init (&zip, quo_target_open (target, NULL));
  quo_zip_add (&zip, "project.qde", project->str, project->len);
  quo_zip_add (&zip, path, lf, strlen (lf));
  quo_zip_finish (&zip);
  quo_selection_count_losses (selection, quo_format_refi_project.carries);
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

static const QuoFormatOption project_options[] = {
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

const QuoFormat quo_format_refi_project = {
  .id = "refi-project",
  .title = N_ ("Project with codings (REFI-QDA)"),
  .extensions = "qdpx",
  .carries = QUO_CARRIES_TEXT | QUO_CARRIES_OVERLAP | QUO_CARRIES_NOTES,
  .is_one_layer = TRUE,
  .options = project_options,
  .write = write_project,
};
