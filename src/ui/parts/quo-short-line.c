/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invariant: `layout` holds what has room in `layout_width` px, or is NULL.
 *
 * What assistive technology reads is a label with the whole text, which is never drawn: later than
 * GTK 4.8 (seen on 4.18) a status has no name, and only a label can tell its text. */
#include "quo-config.h"

#include "quo-short-line.h"

#include "quo-after-paint.h"
#include "quo-row-words.h"

#include <string.h>

#define ELLIPSIS "…"

struct _QuoShortLine
{
  GtkWidget parent_instance;
  char *text;
  GtkWidget *spoken;
  PangoLayout *layout;
  int layout_width;
  int width; /* that was told of */
};

static guint resized_signal;

G_DEFINE_FINAL_TYPE (QuoShortLine, quo_short_line, GTK_TYPE_WIDGET)

/* --- what has room --------------------------------------------------------------------------- */

static int
measure (PangoLayout *layout, const char *text)
{
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* (element-type gsize): the bytes at which words begin, with 0 and the length of the text. */
static GArray *
find_words (PangoLayout *layout, const char *text)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (gsize));
  const PangoLogAttr *attrs;
  const char *p = text;
  gsize place;
  int n;

  pango_layout_set_text (layout, text, -1);
  attrs = pango_layout_get_log_attrs_readonly (layout, &n);
  for (int i = 0; i < n; i++)
    {
      place = (gsize)(p - text);
      if (i == 0 || i == n - 1 || attrs[i].is_line_break)
        g_array_append_val (places, place);
      if (i < n - 1)
        p = g_utf8_next_char (p);
    }
  return places;
}

/* (transfer full): the text without what stands from @start to @end. An ellipsis that the text has
 * itself there is not doubled. */
static char *
leave_out (const char *text, gsize start, gsize end)
{
  g_autofree char *head = g_strndup (text, start);
  const char *tail = text + end;

  for (;;)
    {
      g_strchomp (head);
      if (!g_str_has_suffix (head, ELLIPSIS))
        break;
      head[strlen (head) - strlen (ELLIPSIS)] = '\0';
    }
  while (*tail == ' ' || g_str_has_prefix (tail, ELLIPSIS))
    tail = g_utf8_next_char (tail);
  return g_strconcat (head, *head != '\0' ? " " : "", ELLIPSIS, *tail != '\0' ? " " : "", tail,
                      NULL);
}

typedef struct
{
  PangoLayout *layout;
  const char *text;
  int width;
  GArray *words;
  guint head, tail; /* of words: what stands between is left out */
  char *shown;
} Fit;

/* Whether the word before the end is cut off by the text itself: "“and on the… Speaker?" */
static gboolean
is_after_ellipsis (const Fit *fit)
{
  g_autofree char *before = g_strndup (fit->text, g_array_index (fit->words, gsize, fit->tail));

  return g_str_has_suffix (g_strchomp (before), ELLIPSIS);
}

/* Shows one more word, at the beginning or at the end, if it has room. */
static gboolean
grow (Fit *fit, gboolean is_head)
{
  guint head = fit->head + is_head, tail = fit->tail - !is_head;
  char *tried;

  if (head >= tail || (!is_head && is_after_ellipsis (fit)))
    return FALSE;
  tried = leave_out (fit->text, g_array_index (fit->words, gsize, head),
                     g_array_index (fit->words, gsize, tail));
  if (measure (fit->layout, tried) > fit->width)
    {
      g_free (tried);
      return FALSE;
    }
  g_free (fit->shown);
  fit->shown = tried;
  fit->head = head;
  fit->tail = tail;
  return TRUE;
}

char *
quo_short_line_fit (PangoLayout *layout, const char *text, int width)
{
  g_autoptr (GArray) words = NULL;
  Fit fit = { .layout = layout, .text = text, .width = width };
  gboolean is_growing = TRUE;

  if (measure (layout, text) <= width)
    return g_strdup (text);
  fit.words = words = find_words (layout, text);
  fit.tail = words->len - 1;
  fit.shown = g_strdup (ELLIPSIS);
  while (is_growing)
    {
      gboolean is_longer = grow (&fit, TRUE);

      is_growing = grow (&fit, FALSE) || is_longer;
    }
  return fit.shown;
}

/* --- widget ---------------------------------------------------------------------------------- */

static PangoLayout *
get_layout (QuoShortLine *line, int width)
{
  g_autofree char *shown = NULL;

  if (line->layout != NULL && line->layout_width == width)
    return line->layout;
  if (line->layout == NULL)
    line->layout = quo_row_words_new (GTK_WIDGET (line), "", 1);
  pango_layout_set_width (line->layout, -1);
  shown = quo_short_line_fit (line->layout, line->text, width);
  pango_layout_set_text (line->layout, shown, -1);
  line->layout_width = width;
  return line->layout;
}

static void
drop_layout (QuoShortLine *line)
{
  g_clear_object (&line->layout);
}

static void
quo_short_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  QuoShortLine *line = QUO_SHORT_LINE (widget);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, line->text);
  int width, height, spoken;

  gtk_widget_measure (line->spoken, orientation, -1, &spoken, NULL, NULL, NULL);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = MAX (height, spoken);
      *minimum_baseline = *natural_baseline
          = (int)(pango_layout_get_baseline (layout) / PANGO_SCALE);
      return;
    }
  *natural = MAX (width, spoken);
  *minimum = MAX (MIN (width, measure (layout, ELLIPSIS)), spoken);
}

static void
tell_resized (GtkWidget *widget)
{
  g_signal_emit (widget, resized_signal, 0);
}

static void
quo_short_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QuoShortLine *line = QUO_SHORT_LINE (widget);

  gtk_widget_allocate (line->spoken, width, height, baseline, NULL);
  if (width == line->width)
    return;
  line->width = width;
  quo_after_paint (widget, tell_resized);
}

static void
quo_short_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QuoShortLine *line = QUO_SHORT_LINE (widget);

  if (*line->text != '\0')
    quo_row_words_draw (widget, snapshot, get_layout (line, gtk_widget_get_width (widget)), 0, 0,
                        1);
}

static void
quo_short_line_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  drop_layout (QUO_SHORT_LINE (widget));
  GTK_WIDGET_CLASS (quo_short_line_parent_class)->css_changed (widget, change);
}

static void
quo_short_line_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  drop_layout (QUO_SHORT_LINE (widget));
  GTK_WIDGET_CLASS (quo_short_line_parent_class)->direction_changed (widget, previous);
}

static void
quo_short_line_dispose (GObject *object)
{
  g_clear_pointer (&QUO_SHORT_LINE (object)->spoken, gtk_widget_unparent);
  G_OBJECT_CLASS (quo_short_line_parent_class)->dispose (object);
}

static void
quo_short_line_finalize (GObject *object)
{
  QuoShortLine *line = QUO_SHORT_LINE (object);

  drop_layout (line);
  g_free (line->text);
  G_OBJECT_CLASS (quo_short_line_parent_class)->finalize (object);
}

static void
quo_short_line_class_init (QuoShortLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quo_short_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = quo_short_line_finalize;
  widget_class->measure = quo_short_line_measure;
  widget_class->size_allocate = quo_short_line_size_allocate;
  widget_class->snapshot = quo_short_line_snapshot;
  widget_class->css_changed = quo_short_line_css_changed;
  widget_class->direction_changed = quo_short_line_direction_changed;
  resized_signal = g_signal_new ("resized", QUO_TYPE_SHORT_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "shortline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
quo_short_line_init (QuoShortLine *line)
{
  line->text = g_strdup ("");
  line->spoken = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                               "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_set_parent (line->spoken, GTK_WIDGET (line));
}

void
quo_short_line_set_text (QuoShortLine *line, const char *text)
{
  g_return_if_fail (QUO_IS_SHORT_LINE (line) && text != NULL);

  if (strcmp (line->text, text) == 0)
    return;
  g_free (line->text);
  line->text = g_strdup (text);
  drop_layout (line);
  gtk_widget_set_tooltip_text (GTK_WIDGET (line), text);
  gtk_label_set_text (GTK_LABEL (line->spoken), text);
  gtk_widget_queue_resize (GTK_WIDGET (line));
}
