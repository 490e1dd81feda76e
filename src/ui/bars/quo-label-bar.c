/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pills for labels or speakers, "+" for one more part, and a menu with all of it. Invariant: what a
 * pill shows as its key is what that key does now, as printed on the keyboard in use.
 */
#include "quo-config.h"

#include "quo-act-menu.h"
#include "quo-judge-pills.h"
#include "quo-keymap.h"
#include "quo-keys.h"
#include "quo-label-bar.h"

#include "quo-ink-style.h"
#include "quo-line-mark.h"
#include "quo-palette.h"
#include "quo-pill-box.h"
#include "quo-pill.h"

#include <glib/gi18n.h>

#define PRIORITY (GDK_PRIORITY_EVENTS - 1)

struct _QuoLabelBar
{
  GtkWidget parent_instance;
  QuoSession *session;
  QuoPillBox *pills;
  GtkMenuButton *more;
  gboolean is_narrow;
  gboolean is_short; /* short names, because the long ones do not all fit */
  int wanted;        /* px for all pills with long names */
  char *shown;       /* what the pills show now: nothing is rebuilt when it stays */
  guint idle;        /* they will be looked at in the next turn of the loop, or 0 */
};

G_DEFINE_FINAL_TYPE (QuoLabelBar, quo_label_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  PROP_NARROW,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* A button with a keycap (or none), a word, and the line of a label under it (or none). */
static GtkWidget *
make_pill (QuoLabelBar *bar, const char *key, const char *word, const QuoLabel *label)
{
  GtkWidget *line
      = label != NULL ? quo_line_mark_new (quo_session_get_tagset (bar->session), label) : NULL;

  return quo_pill_new (bar->is_narrow ? NULL : key, word, line);
}

static gboolean
is_judging (QuoLabelBar *bar)
{
  const QuoAnnotation *selected = quo_session_get_selected (bar->session);

  return selected != NULL && selected->status == QUO_STATUS_SUGGESTED;
}

static void
add_label_pill (QuoLabelBar *bar, const QuoLabel *label)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (bar));
  g_autofree char *key = label->key != NULL ? quo_keys_dup_printed (display, label->key) : NULL;
  const char *name = quo_label_get_shown_name (label);
  g_autofree char *spoken = g_strdup_printf (_ ("Tag as %s"), name);
  const QuoAnnotation *selected = quo_session_get_selected (bar->session);
  GtkWidget *pill
      = make_pill (bar, key, bar->is_short ? quo_label_get_short_name (label) : name, label);

  quo_pill_name (pill, spoken, key);
  if (label->kind == QUO_LABEL_QUOTE)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (pill), "win.capture-quote");
  else
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (pill), "win.tag");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (pill), "s", label->id);
    }
  if (selected != NULL && g_strcmp0 (selected->type, label->id) == 0)
    {
      gtk_widget_add_css_class (pill, "on");
      gtk_widget_add_css_class (pill, quo_ink_get_class (label));
    }
  quo_pill_box_append (bar->pills, pill);
  /* What is asked about is answered first. */
  if (label->kind == QUO_LABEL_QUOTE && !is_judging (bar) && !quo_session_is_sifting (bar->session))
    quo_pill_box_keep (bar->pills, pill);
}

static void
add_speaker_pill (QuoLabelBar *bar, guint nth, const QuoCandidate *candidate)
{
  g_autofree char *key = g_strdup_printf ("%u", nth + 1);
  g_autofree char *spoken = g_strdup_printf (_ ("Speaker: %s"), candidate->name);
  g_autofree char *first
      = nth == 0 ? quo_keymap_dup_label (quo_keymap_get (), "win.link-speaker") : NULL;
  /* Translators: two keys that do the same: “1 or Enter” */
  g_autofree char *keys = first != NULL ? g_strdup_printf (_ ("%s or %s"), key, first) : NULL;
  GtkWidget *pill = make_pill (bar, key, candidate->name, NULL);

  quo_pill_name (pill, spoken, keys != NULL ? keys : key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (pill), "win.link-candidate");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (pill), "u", nth);
  gtk_widget_add_css_class (pill, "speech");
  if (nth == 0)
    gtk_widget_add_css_class (pill, "on");
  quo_pill_box_append (bar->pills, pill);
}

static void
show_speakers (QuoLabelBar *bar)
{
  GPtrArray *candidates = quo_session_get_candidates (bar->session);
  GtkWidget *question = gtk_label_new (_ ("Speaker?"));
  g_autofree char *key = quo_keymap_dup_label (quo_keymap_get (), "win.choose-speaker");
  /* Translators: another speaker than those that are offered. */
  GtkWidget *other = make_pill (bar, key, _ ("Other…"), NULL);

  gtk_widget_add_css_class (question, "prompt");
  quo_pill_box_append (bar->pills, question);
  for (guint i = 0; i < candidates->len; i++)
    add_speaker_pill (bar, i, g_ptr_array_index (candidates, i));
  quo_pill_name (other, _ ("Type the name of the speaker"), key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (other), "win.choose-speaker");
  quo_pill_box_append (bar->pills, other);
}

/* The order of the tagset, but the cue last, and where room is short the quote after three: what
 * does not fit is at the end. */
static guint
rank_label (QuoLabelBar *bar, const QuoLabel *label, guint position)
{
  if (label->kind == QUO_LABEL_CUE)
    return G_MAXUINT;
  if (label->kind == QUO_LABEL_QUOTE && bar->is_narrow)
    return 2 * MIN (position, 3) - 1;
  return 2 * position;
}

static void
show_labels (QuoLabelBar *bar)
{
  QuoTagset *tagset = quo_session_get_tagset (bar->session);
  g_autofree gboolean *is_shown = g_new0 (gboolean, tagset->n_labels);

  for (guint n_shown = 0; n_shown < tagset->n_labels; n_shown++)
    {
      guint best = G_MAXUINT;

      for (guint i = 0; i < tagset->n_labels; i++)
        if (!is_shown[i]
            && (best == G_MAXUINT
                || rank_label (bar, &tagset->labels[i], i)
                       < rank_label (bar, &tagset->labels[best], best)))
          best = i;
      is_shown[best] = TRUE;
      add_label_pill (bar, &tagset->labels[best]);
    }
}

static gboolean
has_room (QuoLabelBar *bar)
{
  int room;

  g_object_get (bar->pills, "room", &room, NULL);
  return room == 0 || bar->wanted <= room;
}

/* All that the pills depend on, as one string. */
static char *
describe (QuoLabelBar *bar)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (bar));
  const QuoAnnotation *selected = quo_session_get_selected (bar->session);
  QuoTagset *tagset = quo_session_get_tagset (bar->session);
  GString *told = g_string_new (bar->is_narrow ? "narrow" : "wide");

  if (quo_session_is_sifting (bar->session))
    g_string_append (told, " sifting");
  if (is_judging (bar))
    {

      QuoSpan other = quo_session_get_other_borders (bar->session);

      g_string_append_printf (told, " judging %u-%u", other.start, other.end);
    }
  if (quo_session_is_prompting (bar->session))
    {
      GPtrArray *candidates = quo_session_get_candidates (bar->session);
      g_string_append (told, " speakers");
      for (guint i = 0; i < candidates->len; i++)
        {
          const QuoCandidate *candidate = g_ptr_array_index (candidates, i);
          g_string_append_printf (told, "\n%s", candidate->name);
        }
      return g_string_free (told, FALSE);
    }
  g_string_append_printf (told, " %p %s", tagset, selected != NULL ? selected->type : "");
  for (guint i = 0; i < tagset->n_labels; i++)
    if (tagset->labels[i].key != NULL)
      {
        g_autofree char *key = quo_keys_dup_printed (display, tagset->labels[i].key);
        g_string_append (told, key);
      }
  return g_string_free (told, FALSE);
}

static void
fill (QuoLabelBar *bar)
{
  quo_pill_box_clear (bar->pills);
  if (bar->is_short)
    gtk_widget_add_css_class (GTK_WIDGET (bar->pills), "tight");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (bar->pills), "tight");
  if (quo_session_is_sifting (bar->session))
    quo_judge_pills_add_sifting (bar->pills, bar->is_narrow);
  else if (is_judging (bar))
    quo_judge_pills_add (bar->pills, bar->is_narrow);
  if (quo_session_is_prompting (bar->session))
    show_speakers (bar);
  else
    {
      show_labels (bar);
      /* Last: the labels have the room first. */
      quo_judge_pills_add_other_borders (bar->pills, bar->session, bar->is_narrow);
    }
}

/* With long names if all pills fit, else with short ones. */
static void
refresh (QuoLabelBar *bar)
{
  g_autofree char *shown = describe (bar);

  if (g_strcmp0 (shown, bar->shown) == 0)
    return;
  g_free (bar->shown);
  bar->shown = g_steal_pointer (&shown);
  bar->is_short = bar->is_narrow;
  fill (bar);
  if (bar->is_narrow || quo_session_is_prompting (bar->session))
    return;
  gtk_widget_measure (GTK_WIDGET (bar->pills), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &bar->wanted,
                      NULL, NULL);
  bar->is_short = !has_room (bar);
  if (bar->is_short)
    fill (bar);
}

static gboolean
on_idle (gpointer data)
{
  QuoLabelBar *bar = data;

  bar->idle = 0;
  refresh (bar);
  return G_SOURCE_REMOVE;
}

/* One act is told of by several signals. Before any event: nobody presses a pill that is gone with
 * the next turn of the loop. */
static void
queue_refresh (QuoLabelBar *bar)
{
  if (bar->idle == 0)
    bar->idle = g_idle_add_full (PRIORITY, on_idle, bar, NULL);
}

static void
fill_anew (QuoLabelBar *bar)
{
  g_clear_pointer (&bar->shown, g_free);
  refresh (bar);
}

static void
on_room_changed (QuoLabelBar *bar)
{
  if (!bar->is_narrow && !quo_session_is_prompting (bar->session)
      && bar->is_short != !has_room (bar))
    fill_anew (bar);
}

static void
prepare_menu (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenuModel) menu = quo_act_menu_new (QUO_LABEL_BAR (data)->session);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_menu_button_set_popover (button, popover);
}

/* The keyboard layout may have been changed while another window had the keyboard. */
static void
on_active_changed (QuoLabelBar *bar)
{
  refresh (bar);
}

static void
quo_label_bar_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (quo_label_bar_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::is-active",
                           G_CALLBACK (on_active_changed), widget, G_CONNECT_SWAPPED);
  refresh (QUO_LABEL_BAR (widget));
}

static void
quo_label_bar_constructed (GObject *object)
{
  QuoLabelBar *bar = QUO_LABEL_BAR (object);
  static const char *const signals[]
      = { "notify::selected", "notify::document", "notify::is-prompting", "candidates-changed",
          "changed",          "selection-moved",  "tagset-changed",       "sifted" };

  G_OBJECT_CLASS (quo_label_bar_parent_class)->constructed (object);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (bar->session, signals[i], G_CALLBACK (queue_refresh), bar,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (bar->session, "keys-changed", G_CALLBACK (fill_anew), bar,
                           G_CONNECT_SWAPPED);
}

static void
quo_label_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QuoLabelBar *bar = QUO_LABEL_BAR (object);

  if (id == PROP_NARROW)
    g_value_set_boolean (value, bar->is_narrow);
  else
    g_value_set_object (value, bar->session);
}

static void
quo_label_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QuoLabelBar *bar = QUO_LABEL_BAR (object);

  if (id == PROP_SESSION)
    {
      bar->session = g_value_dup_object (value);
      return;
    }
  if (bar->is_narrow == g_value_get_boolean (value))
    return;
  bar->is_narrow = g_value_get_boolean (value);
  refresh (bar);
  g_object_notify_by_pspec (object, pspec);
}

static void
quo_label_bar_dispose (GObject *object)
{
  QuoLabelBar *bar = QUO_LABEL_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (bar))) != NULL)
    gtk_widget_unparent (child);
  g_clear_handle_id (&bar->idle, g_source_remove);
  g_clear_object (&bar->session);
  g_clear_pointer (&bar->shown, g_free);
  G_OBJECT_CLASS (quo_label_bar_parent_class)->dispose (object);
}

static void
quo_label_bar_class_init (QuoLabelBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = quo_label_bar_constructed;
  object_class->get_property = quo_label_bar_get_property;
  object_class->set_property = quo_label_bar_set_property;
  object_class->dispose = quo_label_bar_dispose;
  widget_class->root = quo_label_bar_root;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, QUO_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "labelbar");
}

/* One that stays; its key is told as those of all buttons are. */
static void
name_button (GtkWidget *button, const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
quo_label_bar_init (QuoLabelBar *bar)
{
  GtkWidget *part = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkWidget *pills = quo_pill_box_new ();
  GtkWidget *more = gtk_menu_button_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (part), "win.add-part");
  gtk_widget_set_focus_on_click (part, FALSE);
  gtk_widget_set_valign (part, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (part, "flat");
  gtk_widget_add_css_class (part, "circular");
  name_button (part, _ ("Add the selected text as one more part"));

  bar->pills = QUO_PILL_BOX (pills);
  g_signal_connect_object (pills, "notify::room", G_CALLBACK (on_room_changed), bar,
                           G_CONNECT_SWAPPED);
  bar->more = GTK_MENU_BUTTON (more);
  gtk_menu_button_set_icon_name (bar->more, "view-more-horizontal-symbolic");
  gtk_menu_button_set_direction (bar->more, GTK_ARROW_UP);
  gtk_menu_button_set_create_popup_func (bar->more, prepare_menu, bar, NULL);
  gtk_widget_set_valign (more, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_add_css_class (more, "circular");
  name_button (more, _ ("All labels and acts"));

  gtk_widget_insert_before (pills, GTK_WIDGET (bar), NULL);
  gtk_widget_insert_before (part, GTK_WIDGET (bar), NULL);
  gtk_widget_insert_before (more, GTK_WIDGET (bar), NULL);
}

GtkWidget *
quo_label_bar_new (QuoSession *session)
{
  return g_object_new (QUO_TYPE_LABEL_BAR, "session", session, NULL);
}
