/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-annotation-cell.h"

#include "quo-line-mark.h"
#include "quo-palette.h"
#include "quo-shown.h"
#include "quo-tagset-file.h"
#include "quo-verbs.h"

#include <glib/gi18n.h>

/* As wide as the line in the inspector. */
#define MARK_WIDTH 22

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
quo_annotation_cell_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autoptr (QuoTagset) tagset = quo_tagset_get_builtin ();
  GtkWidget *swatch = quo_line_mark_new (tagset, NULL);
  GtkWidget *words = make_label (NULL);

  gtk_widget_set_size_request (swatch, MARK_WIDTH, -1);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (top), swatch);
  gtk_box_append (GTK_BOX (top), make_label ("quiet"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (top), "t12");
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (words), 2);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

/* "Quote, by Jana Köhler" */
static char *
describe_label (QuoSession *session, const QuoAnnotation *annotation)
{
  QuoDocument *document = quo_session_get_document (session);
  const QuoLabel *label = quo_tagset_find (quo_session_get_tagset (session), annotation->type);
  g_autofree char *name
      = quo_shown (label != NULL ? quo_label_get_shown_name (label) : annotation->type);
  const QuoRelation *relation
      = quo_document_find_relation (document, "quotation", "quote", annotation->base.id);
  const QuoRole *source = relation != NULL ? quo_relation_find_role (relation, "source") : NULL;

  if (annotation->is_orphan)
    return g_strdup_printf (_ ("%s · place lost"), name);
  if (source != NULL)
    {
      g_autofree char *speaker = quo_document_dup_member_name (document, source->members[0]);

      g_autofree char *shown = quo_shown (speaker != NULL ? speaker : source->members[0]);

      return g_strdup_printf ("%s · %s", name, shown);
    }
  if (label != NULL && label->kind == QUO_LABEL_QUOTE)
    return g_strdup_printf (_ ("%s · no speaker"), name);
  return g_steal_pointer (&name);
}

void
quo_annotation_cell_show (GtkWidget *cell, QuoSession *session, const QuoAnnotation *annotation)
{
  GtkWidget *top = gtk_widget_get_first_child (cell);
  GtkWidget *swatch = gtk_widget_get_first_child (top);
  QuoDocument *document = quo_session_get_document (session);
  QuoTagset *tagset = quo_session_get_tagset (session);
  g_autofree char *title = NULL;
  g_autofree char *excerpt = NULL, *words = NULL;
  g_autofree char *sentence = NULL;

  if (document == NULL)
    return;
  title = describe_label (session, annotation);
  excerpt = quo_annotation_dup_excerpt (annotation, quo_document_get_text (document));
  words = quo_shown (excerpt);
  sentence = g_strdup_printf ("%s: %s", title, words);
  /* The mark keeps the tagset that its label is of: a row may be drawn after it was exchanged. */
  quo_line_mark_show (QUO_LINE_MARK (swatch), tagset, quo_tagset_find (tagset, annotation->type),
                      annotation->status == QUO_STATUS_SUGGESTED);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (top)), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (cell)), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
}
