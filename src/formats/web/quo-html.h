/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-selection.h"

G_BEGIN_DECLS

/* The parts of the HTML report; quo-format-html.c puts them together. */

/* A label as it occurs in the article. */
typedef struct
{
  const char *type; /* interned */
  const char *name; /* for people */
  QuoLinePattern line;
  const char *ink, *dark; /* #rrggbb, on a light and on a dark page */
  guint n_annotations;
} QuoHtmlLabel;

typedef struct
{
  QuoSelection *selection;
  const QuoFormatOptions *options;
  GString *out;
  GArray *labels;         /* of QuoHtmlLabel, in the order of the tagset, then of the text */
  GHashTable *label_of;   /* type to its place in labels */
  GHashTable *quotations; /* QuoAnnotation to a GPtrArray of the relations it is the quote of */
  gboolean has_layers;    /* more than one: each mark tells its layer */
} QuoHtml;

void quo_html_init (QuoHtml *html, QuoSelection *selection, const QuoFormatOptions *options,
                    GString *out);
void quo_html_clear (QuoHtml *html);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuoHtml, quo_html_clear)

guint quo_html_get_label (const QuoHtml *html, const char *type);
/* (transfer full): the names of the entities of an annotation, each once, joined by ", ". */
char *quo_html_dup_entity_names (const QuoHtml *html,
                                 const QuoAnnotation *annotation) G_GNUC_WARN_UNUSED_RESULT;

/* Text with & < > " as references and every line end as LF; @len -1: up to the NUL. */
void quo_html_escape (GString *out, const char *utf8, gssize len);

/* The style sheet, the legend of labels, the marked text, the list of quotes, the list of notes. */
void quo_html_write_style (QuoHtml *html);
void quo_html_write_legend (QuoHtml *html);
gboolean quo_html_write_text (QuoHtml *html, GCancellable *cancellable, GError **error);
void quo_html_write_quotes (QuoHtml *html);
void quo_html_write_notes (QuoHtml *html);

G_END_DECLS
