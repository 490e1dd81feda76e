/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New articles out of the clipboard and out of what is dropped. Of a text that comes as a piece of
 * a web page, too, the page is taken: it becomes a file of HTML, and is read like any other. */
#include "quo-config.h"

#include "quo-error.h"
#include "quo-save.h"
#include "quo-web-clipping.h"
#include "quo-web-decode.h"
#include "quo-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* A clipping larger than this is no article. */
#define MAX_CLIPPING QUO_ARTICLE_MAX_BYTES
/* A name for a file is as long at most. */
#define MAX_NAME 40

#define HTML "text/html"

/* What is to be saved. */
typedef struct
{
  QuoWindow *window;
  char *text;
  gboolean is_html;
} Clipping;

static void
free_clipping (gpointer data)
{
  Clipping *clipping = data;

  g_object_unref (clipping->window);
  g_free (clipping->text);
  g_free (clipping);
}

/* A file that is there is never replaced: it may be an article. */
static gboolean
write_new (GFile *file, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return quo_save (g_file_peek_path (file), bytes, NULL, NULL, NULL, error);
}

static void
save_clipping (const Clipping *clipping, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (write_new (file, clipping->text, &error))
    {
      quo_window_open (clipping->window, g_file_peek_path (file));
      return;
    }
  if (g_error_matches (error, QUO_ERROR, QUO_ERROR_EXISTS))
    message = g_strdup_printf (_ ("%s is there already; choose another name for the new article"),
                               g_file_peek_path (file));
  quo_window_tell_error (clipping->window, "open", message != NULL ? message : error->message);
}

static void
on_place_chosen (GtkNativeDialog *dialog, int response, gpointer data)
{
  Clipping *clipping = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && clipping->window->session != NULL)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      save_clipping (clipping, file);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  free_clipping (clipping);
}

/* --- Its name --- */

/* (transfer full): the first words of a text, fit for a file. */
static char *
dup_stem (const char *text)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = text; *p != '\0' && name->len < MAX_NAME; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' && name->len > 0)
        break;
      if (g_unichar_isalnum (c))
        g_string_append_unichar (name, g_unichar_tolower (c));
      else if (name->len > 0 && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
    }
  if (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  return g_strdup (name->len > 0 ? name->str : _ ("article"));
}

/* Whether the tag at @p is one of those that stand within a line. */
static gboolean
is_inline (const char *p)
{
  static const char *const inlines[]
      = { "a", "b", "i", "u", "em", "strong", "span", "font", "small", "mark", "sup", "sub", NULL };
  const char *name = p + 1 + (p[1] == '/');
  g_autofree char *tag = g_ascii_strdown (name, (gssize)strcspn (name, " \t\r\n/>"));

  return g_strv_contains (inlines, tag);
}

/* (transfer full): what a piece of a page says, without its tags; enough for a name. */
static char *
dup_plain (const char *html)
{
  GString *plain = g_string_new (NULL);
  gboolean is_tag = FALSE;

  for (const char *p = html; *p != '\0' && plain->len < 4 * MAX_NAME; p = g_utf8_next_char (p))
    if (*p == '<' || *p == '>')
      {
        is_tag = *p == '<';
        if (is_tag && plain->len > 0 && !is_inline (p))
          g_string_append_c (plain, '\n');
      }
    else if (!is_tag && (plain->len > 0 || !g_ascii_isspace (*p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free (plain, FALSE);
}

/* --- Asking where --- */

static void
ask_for_place (QuoWindow *window, const char *text, gboolean is_html)
{
  g_autofree char *plain = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *name = NULL;
  GtkFileChooserNative *native
      = gtk_file_chooser_native_new (_ ("Save the New Article"), GTK_WINDOW (window),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  Clipping *clipping = g_new (Clipping, 1);

  *clipping = (Clipping){ g_object_ref (window), NULL, is_html };
  clipping->text = is_html ? quo_web_dup_clipping (text) : g_strconcat (text, "\n", NULL);
  plain = is_html ? dup_plain (clipping->text) : g_strdup (text);
  stem = dup_stem (plain);
  name = g_strconcat (stem, is_html ? ".html" : ".txt", NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  quo_window_set_last_folder (GTK_FILE_CHOOSER (native));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (on_place_chosen), clipping);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* Whether the text is nothing but names of files ("file:///home/…"), as some programs give them:
 * they are opened then. */
static gboolean
open_named_files (QuoWindow *window, const char *text)
{
  g_auto (GStrv) uris = g_uri_list_extract_uris (text);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; uris[i] != NULL; i++)
    {
      if (!g_str_has_prefix (uris[i], "file://"))
        return FALSE;
      g_ptr_array_add (files, g_file_new_for_uri (uris[i]));
    }
  if (files->len == 0)
    return FALSE;
  quo_window_open_files (window, files);
  return TRUE;
}

static void
refuse_empty (QuoWindow *window)
{
  quo_window_tell_error (window, "open",
                         _ ("There is no text in the clipboard; copy an article first"));
}

/* The text as UTF-8; programs give HTML in it or in UTF-16 with a mark. */
static char *
dup_html (const char *bytes, gsize len)
{
  QuoReadSource source = { .name = "", .extension = "html", .data = bytes, .len = len };
  g_auto (QuoDecoded) decoded = { 0 };

  if (!quo_web_decode (&source, NULL, &decoded, NULL))
    return NULL;
  return g_strstrip (g_steal_pointer (&decoded.utf8));
}

/* --- Reading a flavour --- */

/* A stream of text/html or text/plain on its way into a new article. */
typedef struct
{
  QuoWindow *window;
  gboolean is_html;
  GdkDrop *drop; /* or NULL */
} Reading;

static void
end_reading (Reading *reading)
{
  if (reading->drop != NULL)
    gdk_drop_finish (reading->drop, GDK_ACTION_COPY);
  g_clear_object (&reading->drop);
  g_object_unref (reading->window);
  g_free (reading);
}

static void
on_spliced (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  GMemoryOutputStream *stream = G_MEMORY_OUTPUT_STREAM (source);
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  gsize len;

  if (reading->window->session != NULL
      && g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) >= 0)
    {
      len = g_memory_output_stream_get_data_size (stream);
      bytes = g_malloc (len + 1);
      memcpy (bytes, g_memory_output_stream_get_data (stream), len);
      bytes[len] = '\0';
      if (len > MAX_CLIPPING)
        len = 0;
      text = reading->is_html ? dup_html (bytes, len) : g_utf8_make_valid (bytes, (gssize)len);
      if (text == NULL || *g_strstrip (text) == '\0')
        refuse_empty (reading->window);
      else if (reading->is_html || !open_named_files (reading->window, text))
        ask_for_place (reading->window, text, reading->is_html);
    }
  end_reading (reading);
}

static void
take_stream (Reading *reading, GInputStream *stream)
{
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL || reading->window->session == NULL)
    {
      if (reading->window->session != NULL)
        refuse_empty (reading->window);
      end_reading (reading);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (
      memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
      G_PRIORITY_DEFAULT, NULL, on_spliced, reading);
}

static void
on_clipboard_html (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GInputStream) stream
      = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);

  take_stream (data, stream);
}

static void
on_clipboard_text (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuoWindow) window = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (window->session == NULL)
    return;
  if (text == NULL || *g_strstrip (text) == '\0')
    refuse_empty (window);
  else if (!open_named_files (window, text))
    ask_for_place (window, text, FALSE);
}

/* Files that were copied in a file manager. */
static void
on_clipboard_files (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuoWindow) window = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (window->session == NULL)
    return;
  for (GSList *l = value != NULL ? g_value_get_boxed (value) : NULL; l != NULL; l = l->next)
    g_ptr_array_add (files, g_object_ref (l->data));
  if (files->len > 0)
    quo_window_open_files (window, files);
  else
    refuse_empty (window);
}

void
quo_window_paste_article (QuoWindow *window)
{
  static const char *html[] = { HTML, NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  Reading *reading;

  if (!gdk_content_formats_contain_mime_type (formats, HTML))
    {
      if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
          || gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
        {
          gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                          on_clipboard_files, g_object_ref (window));
          return;
        }
      gdk_clipboard_read_text_async (clipboard, NULL, on_clipboard_text, g_object_ref (window));
      return;
    }
  reading = g_new0 (Reading, 1);
  reading->window = g_object_ref (window);
  reading->is_html = TRUE;
  gdk_clipboard_read_async (clipboard, html, G_PRIORITY_DEFAULT, NULL, on_clipboard_html, reading);
}

/* --- Dropped text --- */

static void
on_drop_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  const char *type = NULL;
  g_autoptr (GInputStream) stream = gdk_drop_read_finish (GDK_DROP (source), result, &type, NULL);

  reading->is_html = g_strcmp0 (type, HTML) == 0;
  take_stream (reading, stream);
}

static gboolean
on_text_accept (GtkDropTargetAsync *target, GdkDrop *drop)
{
  /* Words of the article itself that are dragged about are no new article. */
  return gdk_drop_get_drag (drop) == NULL
         && !gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST)
         && gtk_drop_target_async_get_formats (target) != NULL
         && gdk_content_formats_match (gdk_drop_get_formats (drop),
                                       gtk_drop_target_async_get_formats (target));
}

static gboolean
on_text_drop (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, QuoWindow *window)
{
  static const char *types[] = { HTML, "text/plain;charset=utf-8", "text/plain", NULL };
  Reading *reading = g_new0 (Reading, 1);

  reading->window = g_object_ref (window);
  reading->drop = g_object_ref (drop);
  gdk_drop_read_async (drop, types, G_PRIORITY_DEFAULT, NULL, on_drop_read, reading);
  return TRUE;
}

void
quo_window_attach_text_drop (QuoWindow *window)
{
  static const char *types[] = { HTML, "text/plain;charset=utf-8", "text/plain" };
  GdkContentFormats *formats = gdk_content_formats_new (types, G_N_ELEMENTS (types));
  GtkDropTargetAsync *target = gtk_drop_target_async_new (formats, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "accept", G_CALLBACK (on_text_accept), NULL);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_text_drop), window, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}
