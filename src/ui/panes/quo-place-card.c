/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map of the inspector, and the choice between places of one name. */
#include "quo-config.h"

#include "quo-place-card.h"

#include "quo-keycap.h"
#include "quo-list-leave.h"
#include "quo-map-words.h"
#include "quo-session-place.h"
#include "quo-world-map.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* So many have a digit of their own; more are shown when they are asked for. */
#define MAX_NUMBERED 9
/* The map is as high as it shows one place, and several that lie far from each other. */
#define HEIGHT 132
#define CHOICE_HEIGHT 176

struct _QuoPlaceCard
{
  GtkWidget parent_instance;
  QuoSession *session;
  char *annotation;  /* id of what is shown */
  GArray *places;    /* of QuoPlace: those of its name */
  int chosen;        /* the one it is, or -1 */
  guint n_listed;    /* of these, in the list now */
  gboolean is_asked; /* another place is wanted */
  QuoWorldMap *map;
  GtkLabel *where, *degrees;
  GtkWidget *caption;
  AdwPreferencesGroup *group;
  GtkListBox *list;
  GtkWidget *other; /* the button that asks for another place */
};

G_DEFINE_FINAL_TYPE (QuoPlaceCard, quo_place_card, GTK_TYPE_WIDGET)

static const QuoAnnotation *
find_annotation (QuoPlaceCard *card)
{
  QuoDocument *document = quo_session_get_document (card->session);

  return document != NULL && card->annotation != NULL
             ? quo_document_find_annotation (document, card->annotation)
             : NULL;
}

static const QuoEntity *
find_entity (QuoPlaceCard *card, const QuoAnnotation *annotation)
{
  return annotation->n_entities == 1 ? quo_document_find_entity (
             quo_session_get_document (card->session), annotation->entities[0])
                                     : NULL;
}

static const QuoPlace *
get_place (const QuoPlaceCard *card, guint n)
{
  return &g_array_index (card->places, QuoPlace, n);
}

/* --- choosing -------------------------------------------------------------------------------- */

static void
choose (QuoPlaceCard *card, guint n)
{
  const QuoAnnotation *annotation = find_annotation (card);

  if (annotation == NULL || n >= card->places->len
      || quo_session_get_selected (card->session) != annotation)
    return;
  card->is_asked = FALSE;
  quo_session_choose_place (card->session, get_place (card, n));
  /* If nothing was changed nobody else shows it anew. */
  quo_place_card_show (card, find_annotation (card));
}

static void
on_dot (QuoWorldMap *map, guint n, QuoPlaceCard *card)
{
  choose (card, n);
}

static void show_choice (QuoPlaceCard *card);

static void
on_row (GtkListBox *list, GtkListBoxRow *row, QuoPlaceCard *card)
{
  guint n = (guint)gtk_list_box_row_get_index (row);

  if (n < card->n_listed)
    {
      choose (card, n);
      return;
    }
  card->n_listed = card->places->len;
  show_choice (card);
  row = gtk_list_box_get_row_at_index (list, (int)n);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_other (GtkButton *button, QuoPlaceCard *card)
{
  card->is_asked = TRUE;
  quo_place_card_show (card, find_annotation (card));
  gtk_widget_child_focus (GTK_WIDGET (card->list), GTK_DIR_TAB_FORWARD);
}

/* A digit anywhere in the card, while there is a choice. */
static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        QuoPlaceCard *card)
{
  guint digit = gdk_keyval_to_unicode (keyval) - '0';

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || digit < 1
      || digit > MIN (MAX_NUMBERED, card->n_listed))
    return FALSE;
  choose (card, digit - 1);
  return TRUE;
}

/* --- showing --------------------------------------------------------------------------------- */

static char *
dup_name (QuoPlaceCard *card, const QuoAnnotation *annotation)
{
  return quo_session_dup_heading (card->session, annotation);
}

/* "Göteborg, Sweden, 57.7 north, 12.0 east" */
static char *
dup_words (const char *name, const QuoPlace *place, QuoMapPoint point)
{
  g_autofree char *surroundings = place != NULL ? quo_place_dup_surroundings (place) : NULL;
  g_autofree char *degrees = quo_map_dup_words (point);
  gboolean has_surroundings = surroundings != NULL && *surroundings != '\0';

  /* Translators: a place: its name, what lies round it, its latitude and longitude. */
  return has_surroundings
             ? g_strdup_printf (C_ ("place", "%s, %s, %s"), name, surroundings, degrees)
             : g_strdup_printf (C_ ("place", "%s, %s"), name, degrees);
}

static void
show_place (QuoPlaceCard *card, const char *name, QuoMapPoint point)
{
  const QuoPlace *place = card->chosen >= 0 ? get_place (card, (guint)card->chosen) : NULL;
  g_autofree char *words = dup_words (name, place, point);
  g_autofree char *surroundings = place != NULL ? quo_place_dup_surroundings (place) : NULL;
  g_autofree char *where = surroundings != NULL && *surroundings != '\0'
                               ? g_strdup_printf (C_ ("place", "%s, %s"), name, surroundings)
                               : g_strdup (name);
  g_autofree char *degrees = quo_map_dup_degrees (point);
  GPtrArray *dots = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_map_place_free);
  QuoMapPlace *dot = quo_map_place_new (point, name, words);

  dot->is_chosen = TRUE;
  g_ptr_array_add (dots, dot);
  quo_world_map_take_places (card->map, dots);
  quo_world_map_set_choosing (card->map, FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (card->map), -1, HEIGHT);
  gtk_label_set_label (card->where, where);
  gtk_label_set_label (card->degrees, degrees);
}

static GtkWidget *
make_row (QuoPlaceCard *card, guint n)
{
  const QuoPlace *place = get_place (card, n);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *surroundings = quo_place_dup_surroundings (place);
  g_autofree char *facts = quo_place_dup_facts (place);
  g_autofree char *digit = g_strdup_printf ("%u", n + 1);
  GtkWidget *key;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 *surroundings != '\0' ? surroundings : facts);
  if (*surroundings != '\0')
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  if (n < MAX_NUMBERED)
    {
      key = quo_keycap_new (digit);
      gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), key);
    }
  if ((int)n == card->chosen)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      C_ ("place", "chosen"), -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static GtkWidget *
make_more_row (guint n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = g_strdup_printf (
      ngettext ("%u more place of this name", "%u more places of this name", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
show_choice (QuoPlaceCard *card)
{
  GPtrArray *dots = g_ptr_array_new_with_free_func ((GDestroyNotify)quo_map_place_free);
  const QuoAnnotation *annotation = find_annotation (card);
  g_autofree char *name = dup_name (card, annotation);

  for (GtkWidget *row; (row = gtk_widget_get_first_child (GTK_WIDGET (card->list))) != NULL;)
    gtk_list_box_remove (card->list, row);
  for (guint i = 0; i < card->n_listed; i++)
    {
      const QuoPlace *place = get_place (card, i);
      const QuoMapPoint point = { place->lat, place->lon };
      g_autofree char *words = dup_words (name, place, point);
      QuoMapPlace *dot = quo_map_place_new (point, NULL, words);

      if (i < MAX_NUMBERED)
        dot->sign = g_strdup_printf ("%u", i + 1);
      dot->is_chosen = (int)i == card->chosen;
      g_ptr_array_add (dots, dot);
      gtk_list_box_append (card->list, make_row (card, i));
    }
  if (card->n_listed < card->places->len)
    gtk_list_box_append (card->list, make_more_row (card->places->len - card->n_listed));
  quo_world_map_take_places (card->map, dots);
  quo_world_map_set_choosing (card->map, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (card->map), -1, CHOICE_HEIGHT);
}

/* Another annotation begins anew, the same one after an edit goes on. */
static void
take_annotation (QuoPlaceCard *card, const QuoAnnotation *annotation)
{
  const char *id = annotation != NULL ? annotation->base.id : NULL;

  g_clear_pointer (&card->places, g_array_unref);
  card->chosen = -1;
  if (g_strcmp0 (card->annotation, id) != 0)
    {
      card->is_asked = FALSE;
      card->n_listed = 0;
      g_free (card->annotation);
      card->annotation = g_strdup (id);
    }
  if (annotation == NULL)
    {
      card->places = g_array_new (FALSE, FALSE, sizeof (QuoPlace));
      return;
    }
  card->places = quo_session_list_places (card->session, annotation);
  card->chosen = quo_session_find_chosen_place (card->session, annotation, card->places);
  card->n_listed = MIN (card->places->len, MAX (card->n_listed, MAX_NUMBERED));
}

static gboolean
has_keyboard (QuoPlaceCard *card)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (card));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (card->group));
}

void
quo_place_card_show (QuoPlaceCard *card, const QuoAnnotation *annotation)
{
  const QuoEntity *entity;
  g_autofree char *name = NULL, *question = NULL;
  QuoMapPoint point;
  gboolean is_known, is_open;

  g_return_if_fail (QUO_IS_PLACE_CARD (card));

  take_annotation (card, annotation);
  entity = annotation != NULL ? find_entity (card, annotation) : NULL;
  is_known = entity != NULL && quo_map_point_parse (&point, entity->lat, entity->lon);
  is_open = card->places->len > 0 && (card->is_asked || !is_known)
            && quo_session_can_edit (card->session, annotation);
  gtk_widget_set_visible (GTK_WIDGET (card), is_known || is_open);
  if (!is_known && !is_open)
    return;
  name = dup_name (card, annotation);
  /* Translators: over a list of places that are called so. */
  question = g_strdup_printf (_ ("Which place called %s?"), name);
  adw_preferences_group_set_title (card->group, question);
  gtk_widget_set_visible (card->caption, !is_open);
  gtk_widget_set_visible (card->other, !is_open && card->places->len > (card->chosen >= 0 ? 1 : 0)
                                           && quo_session_can_edit (card->session, annotation));
  /* The keyboard is not left to a row that vanishes. */
  if (!is_open && has_keyboard (card))
    gtk_widget_grab_focus (card->other);
  gtk_widget_set_visible (GTK_WIDGET (card->group), is_open);
  if (is_open)
    show_choice (card);
  else
    show_place (card, name, point);
}

/* --- object ---------------------------------------------------------------------------------- */

static void
quo_place_card_dispose (GObject *object)
{
  QuoPlaceCard *card = QUO_PLACE_CARD (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (card))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&card->session);
  G_OBJECT_CLASS (quo_place_card_parent_class)->dispose (object);
}

static void
quo_place_card_finalize (GObject *object)
{
  QuoPlaceCard *card = QUO_PLACE_CARD (object);

  g_free (card->annotation);
  g_clear_pointer (&card->places, g_array_unref);
  G_OBJECT_CLASS (quo_place_card_parent_class)->finalize (object);
}

static void
quo_place_card_class_init (QuoPlaceCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quo_place_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = quo_place_card_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
make_label (const char *class_1, const char *class_2)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, class_1);
  if (class_2 != NULL)
    gtk_widget_add_css_class (label, class_2);
  return GTK_LABEL (label);
}

/* Where it lies, in words under the map, and the button that asks for another place. */
static GtkWidget *
make_caption (QuoPlaceCard *card)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  card->where = make_label ("t13", NULL);
  card->degrees = make_label ("t12", "quiet");
  gtk_widget_add_css_class (GTK_WIDGET (card->degrees), "numeric");
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (card->where));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (card->degrees));
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (row), column);
  card->other = gtk_button_new_from_icon_name ("find-location-symbolic");
  gtk_widget_set_tooltip_text (card->other, _ ("Choose another place of this name"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (card->other), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose another place of this name"), -1);
  gtk_widget_add_css_class (card->other, "flat");
  gtk_widget_add_css_class (card->other, "circular");
  gtk_widget_set_valign (card->other, GTK_ALIGN_CENTER);
  g_signal_connect (card->other, "clicked", G_CALLBACK (on_other), card);
  gtk_box_append (GTK_BOX (row), card->other);
  gtk_widget_add_css_class (row, "mapcaption");
  return row;
}

static GtkWidget *
make_list (QuoPlaceCard *card)
{
  GtkWidget *list = gtk_list_box_new ();

  card->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (card->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Places of this name"), -1);
  quo_list_leave_by_tab (list);
  g_signal_connect (list, "row-activated", G_CALLBACK (on_row), card);
  return list;
}

static void
quo_place_card_init (QuoPlaceCard *card)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *key = gtk_event_controller_key_new ();

  card->places = g_array_new (FALSE, FALSE, sizeof (QuoPlace));
  card->map = QUO_WORLD_MAP (quo_world_map_new ());
  g_signal_connect (card->map, "place-activated", G_CALLBACK (on_dot), card);
  card->caption = make_caption (card);
  gtk_widget_add_css_class (frame, "card");
  gtk_widget_add_css_class (frame, "mapcard");
  gtk_box_append (GTK_BOX (frame), GTK_WIDGET (card->map));
  gtk_box_append (GTK_BOX (frame), card->caption);
  card->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_add (card->group, make_list (card));
  gtk_box_append (GTK_BOX (column), frame);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (card->group));
  gtk_widget_set_parent (column, GTK_WIDGET (card));
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), card);
  gtk_widget_add_controller (GTK_WIDGET (card), key);
  gtk_widget_set_visible (GTK_WIDGET (card), FALSE);
}

void
quo_place_card_set_session (QuoPlaceCard *card, QuoSession *session)
{
  g_return_if_fail (QUO_IS_PLACE_CARD (card));
  g_set_object (&card->session, session);
}

GtkWidget *
quo_place_card_get_choice (QuoPlaceCard *card)
{
  g_return_val_if_fail (QUO_IS_PLACE_CARD (card), NULL);
  return gtk_widget_get_mapped (GTK_WIDGET (card->list)) ? GTK_WIDGET (card->list) : NULL;
}
