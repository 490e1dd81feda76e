/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-hover-card.h"

#include "quo-directed.h"
#include "quo-ink-style.h"
#include "quo-keycap.h"
#include "quo-page-speaker.h"
#include "quo-palette.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Invariant: what is shown is what quo_hover_card_fill() was given last; nothing is kept of it. */

/* Characters of a line before it is wrapped, and lines of it. */
#define LINE_CHARS 38
#define FACT_LINES 3
#define FADE 100 /* ms */

struct _QuoHoverCard
{
  GtkPopover parent_instance;
  GtkBox *head; /* owned by the content, as all here */
  GtkLabel *avatar, *heading, *detail;
  GtkBox *facts, *keys;
  const char *css_class; /* of the avatar, or NULL */
  AdwAnimation *fade;    /* owned; of the opacity */
};

G_DEFINE_FINAL_TYPE (QuoHoverCard, quo_hover_card, GTK_TYPE_POPOVER)

/* What is offered on it, by kind of label. */
typedef struct
{
  const char *action, *word;
} Offer;

static const Offer on_quote[] = {
  { "win.choose-speaker", N_ ("speaker") },
  { "win.edit", N_ ("edit") },
  { NULL, NULL },
};
static const Offer on_name[] = {
  { "win.choose-same", N_ ("same as…") },
  { "win.tag-all", N_ ("tag all") },
  { "win.edit", N_ ("edit") },
  { NULL, NULL },
};
static const Offer on_other[] = { { "win.edit", N_ ("edit") }, { NULL, NULL } };
static const Offer on_suggestion[] = {
  { "win.accept", N_ ("accept") },
  { "win.reject", N_ ("reject") },
  { NULL, NULL },
};

static const Offer *
find_offers (const QuoAnnotation *annotation, QuoLabelKind kind)
{
  if (annotation->status == QUO_STATUS_SUGGESTED)
    return on_suggestion;
  return kind == QUO_LABEL_QUOTE ? on_quote : kind == QUO_LABEL_ENTITY ? on_name : on_other;
}

/* --- filling --------------------------------------------------------------------------------- */

static void
empty (GtkBox *box)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL;)
    gtk_box_remove (box, child);
}

static void
add_fact (GtkBox *box, const char *fact)
{
  g_autofree char *directed = quo_directed (fact);
  GtkWidget *label = gtk_label_new (directed);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_label_set_lines (GTK_LABEL (label), FACT_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "t13");
  gtk_box_append (box, label);
}

static void
add_offer (GtkBox *box, const char *key, const char *word)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (word);

  gtk_widget_add_css_class (label, "t12");
  gtk_widget_add_css_class (label, "quiet");
  gtk_box_append (GTK_BOX (pair), quo_keycap_new (key));
  gtk_box_append (GTK_BOX (pair), label);
  gtk_box_append (box, pair);
}

static void
fill_keys (QuoHoverCard *card, const Offer *offers, QuoSession *session)
{
  gboolean has_any = FALSE;

  empty (card->keys);
  for (; offers->action != NULL; offers++)
    {
      g_autofree char *key = quo_session_dup_key_name (session, offers->action);

      if (key == NULL)
        continue;
      add_offer (card->keys, key, _ (offers->word));
      has_any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (card->keys), has_any);
}

static void
fill_avatar (QuoHoverCard *card, const QuoLabel *label, QuoLabelKind kind, const char *heading,
             gboolean is_nobody)
{
  g_autofree char *initials = quo_name_dup_initials (is_nobody ? "" : heading);
  const char *css_class
      = kind == QUO_LABEL_QUOTE || kind == QUO_LABEL_CUE ? "speech" : quo_ink_get_class (label);

  if (card->css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (card->avatar), card->css_class);
  gtk_widget_add_css_class (GTK_WIDGET (card->avatar), css_class);
  card->css_class = css_class;
  gtk_label_set_label (card->avatar, *initials != '\0' ? initials : "?");
}

/* (transfer full): all of it for speech, with a stop between. */
static char *
join_sentences (const char *first, char **others)
{
  g_autoptr (GString) told = g_string_new (first);

  for (guint i = 0; others[i] != NULL; i++)
    {
      g_autofree char *sentence = quo_session_dup_sentence (told->str);

      g_string_printf (told, "%s %s", sentence, others[i]);
    }
  return g_string_free (g_steal_pointer (&told), FALSE);
}

/* A popover measures its height for a width that holds its shadow, too: where a line of it is
 * wrapped there would be no room for the last one. */
static void
fix_size (QuoHoverCard *card)
{
  GtkWidget *content = gtk_popover_get_child (GTK_POPOVER (card));
  GtkRequisition size;

  gtk_widget_set_size_request (content, -1, -1);
  gtk_widget_get_preferred_size (content, NULL, &size);
  gtk_widget_set_size_request (content, size.width, size.height);
}

char *
quo_hover_card_fill (QuoHoverCard *card, QuoSession *session, const QuoAnnotation *annotation)
{
  QuoTagset *tagset = quo_session_get_tagset (session);
  const QuoLabel *label = quo_tagset_find (tagset, annotation->type);
  QuoLabelKind kind = quo_tagset_get_kind (tagset, annotation->type);
  g_autofree char *heading = quo_session_dup_heading (session, annotation);
  g_autofree char *facts = quo_session_dup_facts (session, annotation);
  g_autofree char *detail = g_strdup_printf (
      "%s · %s", label != NULL ? quo_label_get_shown_name (label) : annotation->type, facts);
  g_auto (GStrv) lines = quo_session_list_facts (session, annotation);
  g_autofree char *source
      = kind == QUO_LABEL_QUOTE ? quo_session_dup_role (session, annotation, "source") : NULL;
  g_autofree char *told = NULL;

  g_return_val_if_fail (QUO_IS_HOVER_CARD (card), NULL);

  fill_avatar (card, label, kind, heading, kind == QUO_LABEL_QUOTE && source == NULL);
  gtk_label_set_label (card->heading, heading);
  gtk_label_set_label (card->detail, detail);
  empty (card->facts);
  for (guint i = 0; lines[i] != NULL; i++)
    add_fact (card->facts, lines[i]);
  gtk_widget_set_visible (GTK_WIDGET (card->facts), lines[0] != NULL);
  fill_keys (card, find_offers (annotation, kind), session);
  fix_size (card);
  told = g_strdup_printf ("%s, %s", heading, detail);
  return join_sentences (told, lines);
}

/* --- coming and going ------------------------------------------------------------------------ */

/* libadwaita ends an animation at once where the desktop wants none; without a compositor what is
 * half transparent would be half black. */
static void
fade_to (QuoHoverCard *card, double opacity)
{
  AdwTimedAnimation *fade = ADW_TIMED_ANIMATION (card->fade);

  adw_timed_animation_set_value_from (fade, gtk_widget_get_opacity (GTK_WIDGET (card)));
  adw_timed_animation_set_value_to (fade, opacity);
  adw_animation_play (card->fade);
  if (!gdk_display_is_composited (gtk_widget_get_display (GTK_WIDGET (card))))
    adw_animation_skip (card->fade);
}

static void
on_faded (AdwTimedAnimation *fade, QuoHoverCard *card)
{
  if (adw_timed_animation_get_value_to (fade) == 0)
    gtk_popover_popdown (GTK_POPOVER (card));
}

void
quo_hover_card_come (QuoHoverCard *card)
{
  g_return_if_fail (QUO_IS_HOVER_CARD (card));

  if (!gtk_widget_get_visible (GTK_WIDGET (card)))
    gtk_widget_set_opacity (GTK_WIDGET (card), 0);
  gtk_popover_popup (GTK_POPOVER (card));
  fade_to (card, 1);
}

void
quo_hover_card_go (QuoHoverCard *card)
{
  g_return_if_fail (QUO_IS_HOVER_CARD (card));

  if (gtk_widget_get_visible (GTK_WIDGET (card)))
    fade_to (card, 0);
}

/* --- object ---------------------------------------------------------------------------------- */

static GtkLabel *
make_line (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static GtkWidget *
make_head (QuoHoverCard *card)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  card->avatar = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (card->avatar), "ava");
  gtk_widget_set_valign (GTK_WIDGET (card->avatar), GTK_ALIGN_CENTER);
  card->heading = make_line ("b");
  card->detail = make_line ("quiet");
  gtk_widget_add_css_class (GTK_WIDGET (card->detail), "t12");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (card->heading));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (card->detail));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (card->avatar));
  gtk_box_append (GTK_BOX (head), words);
  return head;
}

static void
quo_hover_card_dispose (GObject *object)
{
  QuoHoverCard *card = QUO_HOVER_CARD (object);

  g_clear_object (&card->fade);
  G_OBJECT_CLASS (quo_hover_card_parent_class)->dispose (object);
}

static void
quo_hover_card_class_init (QuoHoverCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quo_hover_card_dispose;
}

static void
quo_hover_card_init (QuoHoverCard *card)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  card->fade
      = adw_timed_animation_new (GTK_WIDGET (card), 0, 1, FADE,
                                 adw_property_animation_target_new (G_OBJECT (card), "opacity"));
  g_signal_connect (card->fade, "done", G_CALLBACK (on_faded), card);
  card->facts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  card->keys = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_box_append (GTK_BOX (content), make_head (card));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (card->facts));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (card->keys));
  gtk_popover_set_child (GTK_POPOVER (card), content);
  gtk_popover_set_autohide (GTK_POPOVER (card), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (card), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (card), "hovercard");
}

GtkWidget *
quo_hover_card_new (void)
{
  return g_object_new (QUO_TYPE_HOVER_CARD, NULL);
}
