/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels as files of other programs: which there are, and the dialog that asks for one. Reading
 * them is quo_label_set_load(), which knows each by its content. */
#include "quo-config.h"

#include "quo-tagset-exchange.h"

#include "quo-error.h"
#include "quo-format.h"
#include "quo-tagset-file.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a window holds while its dialog is open; it goes with the window. */
#define ASKING "quo-tagset-exchange"

typedef struct
{
  GtkFileChooserNative *chooser;
  QuoTagsetFileChosen chosen;
} Asking;

typedef struct
{
  const char *format; /* id, or NULL: a tagset file */
  const char *suffix;
  const char *title;
} Kind;

static const Kind kinds[] = {
  { NULL, "tagset.json", N_ ("Tagsets") },
  { "brat", "conf", N_ ("brat (annotation.conf)") },
  { "labelstudio", "xml", N_ ("Label Studio (labelling configuration)") },
  { "refi-codebook", "qdc", N_ ("Codebooks (REFI-QDA)") },
};

static gboolean
has_suffix (const char *path, const char *suffix)
{
  gsize len = strlen (path), n = strlen (suffix);

  return len > n && path[len - n - 1] == '.' && g_ascii_strcasecmp (path + len - n, suffix) == 0;
}

static const Kind *
find_kind (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (has_suffix (path, kinds[i].suffix))
      return &kinds[i];
  return NULL;
}

gboolean
quo_tagset_exchange_export (const QuoTagset *tagset, const char *path, GError **error)
{
  g_autoptr (QuoTarget) target = NULL;
  const Kind *kind;

  g_return_val_if_fail (tagset != NULL && path != NULL, FALSE);

  kind = find_kind (path);
  if (kind == NULL)
    {
      g_autofree char *name = g_path_get_basename (path);

      g_set_error (error, QUO_ERROR, QUO_ERROR_USAGE,
                   _ ("%s: the name of a file of labels ends with .tagset.json, .conf (brat), .xml "
                      "(Label Studio) or .qdc (REFI-QDA)"),
                   name);
      return FALSE;
    }
  if (kind->format == NULL)
    return quo_tagset_save (tagset, path, error);
  target = quo_target_new_file (path, TRUE);
  quo_formats_find (kind->format)->write_labels (tagset, target);
  return quo_target_commit (target, error);
}

/* All kinds together first. */
static void
add_filters (GtkFileChooser *chooser, gboolean is_import)
{
  g_autoptr (GtkFileFilter) any = gtk_file_filter_new ();

  gtk_file_filter_set_name (any, _ ("Labels of all programs"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_file_filter_add_suffix (any, kinds[i].suffix);
  if (is_import)
    gtk_file_chooser_add_filter (chooser, any);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _ (kinds[i].title));
      gtk_file_filter_add_suffix (filter, kinds[i].suffix);
      gtk_file_chooser_add_filter (chooser, filter);
    }
}

static GtkFileChooserNative *
make_chooser (GtkWindow *parent, gboolean is_import, const char *name)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      is_import ? _ ("Import Labels") : _ ("Export Labels"), parent,
      is_import ? GTK_FILE_CHOOSER_ACTION_OPEN : GTK_FILE_CHOOSER_ACTION_SAVE,
      is_import ? _ ("_Import") : _ ("_Export"), _ ("_Cancel"));

  add_filters (GTK_FILE_CHOOSER (chooser), is_import);
  if (!is_import)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  return chooser;
}

/* A name to export to that says nothing gets the ending of the chosen filter. */
static char *
dup_path (GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || gtk_file_chooser_get_action (chooser) != GTK_FILE_CHOOSER_ACTION_SAVE
      || find_kind (path) != NULL)
    return path;
  for (guint i = 0; filter != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (gtk_file_filter_get_name (filter), _ (kinds[i].title)) == 0)
      {
        g_autofree char *bare = path;

        path = g_strconcat (bare, ".", kinds[i].suffix, NULL);
        break;
      }
  return path;
}

static void
free_asking (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->chooser);
  g_free (asking);
}

static void
on_response (GtkNativeDialog *dialog, int response, GtkWindow *parent)
{
  Asking *asking = g_object_get_data (G_OBJECT (parent), ASKING);
  QuoTagsetFileChosen chosen = asking->chosen;
  g_autofree char *path = dup_path (GTK_FILE_CHOOSER (dialog));

  g_object_set_data (G_OBJECT (parent), ASKING, NULL);
  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    chosen (parent, path);
}

void
quo_tagset_exchange_ask (GtkWindow *parent, gboolean is_import, const char *name,
                         QuoTagsetFileChosen chosen)
{
  Asking *asking;

  g_return_if_fail (GTK_IS_WINDOW (parent) && chosen != NULL);

  if (g_object_get_data (G_OBJECT (parent), ASKING) != NULL)
    return;
  asking = g_new (Asking, 1);
  *asking = (Asking){ make_chooser (parent, is_import, name), chosen };
  g_object_set_data_full (G_OBJECT (parent), ASKING, asking, free_asking);
  g_signal_connect_object (asking->chooser, "response", G_CALLBACK (on_response), parent, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (asking->chooser));
}
