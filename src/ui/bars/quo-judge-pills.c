/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-judge-pills.h"

#include "quo-keymap.h"
#include "quo-pill.h"

#include <glib/gi18n.h>

static GtkWidget *
make_pill (gboolean is_narrow, const char *key, const char *word)
{
  GtkWidget *pill = quo_pill_new (is_narrow ? NULL : key, word, NULL);

  gtk_widget_add_css_class (pill, "judge");
  return pill;
}

/* What can be done with the suggestion that is shown, before labels and speakers. */
void
quo_judge_pills_add (QuoPillBox *pills, gboolean is_narrow)
{
  static const struct
  {
    const char *action, *word;
  } acts[] = {
    /* Translators: buttons: what is to become of a suggestion. */
    { "win.accept", N_ ("Accept") },
    /* Translators: buttons: what is to become of a suggestion. */
    { "win.reject", N_ ("Reject") },
    /* Translators: a button: leaves a suggestion undecided and goes on to the next. */
    { "win.skip", N_ ("Skip") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *key = quo_keymap_dup_label (quo_keymap_get (), acts[i].action);
      GtkWidget *pill = make_pill (is_narrow, key, _ (acts[i].word));

      quo_pill_name (pill, _ (quo_actions_find (acts[i].action)->title), key);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (pill), acts[i].action);
      if (i == 0)
        gtk_widget_add_css_class (pill, "suggested-action");
      quo_pill_box_append (pills, pill);
    }
}

/* While suggestions have letters these are no keys of judging: Enter takes them, Escape leaves. */
void
quo_judge_pills_add_sifting (QuoPillBox *pills, gboolean is_narrow)
{
  /* Translators: a button: accepts what is suggested but for what was left out. */
  GtkWidget *take = make_pill (is_narrow, "⏎", _ ("Accept the Others"));
  /* Translators: a button: nothing more is accepted. */
  GtkWidget *leave = make_pill (is_narrow, "Esc", _ ("Leave"));

  quo_pill_name (take, _ ("Accept the Others"), _ ("Enter"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (take), "win.sift");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (take), "s", "\n");
  gtk_widget_add_css_class (take, "suggested-action");
  quo_pill_box_append (pills, take);
  quo_pill_name (leave, _ ("Leave"), "Esc");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (leave), "win.escape");
  quo_pill_box_append (pills, leave);
}

/* What Shift+B would make of the name. */
void
quo_judge_pills_add_other_borders (QuoPillBox *pills, QuoSession *session, gboolean is_narrow)
{
  QuoSpan span = quo_session_get_other_borders (session);
  QuoDocument *document = quo_session_get_document (session);
  g_autofree char *key = NULL, *words = NULL, *spoken = NULL;
  GtkWidget *pill;

  if (quo_span_is_empty (span))
    return;
  key = quo_keymap_dup_label (quo_keymap_get (), "win.accept-other-borders");
  words = quo_text_dup (quo_document_get_text (document), span);
  /* Translators: a suggestion is accepted with more or fewer words: "Accept as Mayor Ingrid Berg"
   */
  spoken = g_strdup_printf (_ ("Accept as %s"), words);
  pill = make_pill (is_narrow, key, words);
  quo_pill_name (pill, spoken, key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (pill), "win.accept-other-borders");
  quo_pill_box_append (pills, pill);
}
