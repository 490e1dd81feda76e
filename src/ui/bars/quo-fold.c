/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The only file that knows AdwFlap, which later versions of libadwaita replace. Invariant: a column
 * is folded by the width of the window and the size of text alone, never by what the columns want;
 * a folded column is hidden until it is asked for.
 */
#include "quo-config.h"

#include "quo-fold.h"

#include <adwaita.h>

#define LIST_WIDTH 248
#define INSPECTOR_WIDTH 304
/* With text of the usual size. */
#define FOLD_LIST_BELOW 600
#define FOLD_INSPECTOR_BELOW 860
#define PAGE_IS_NARROW_BELOW 560
#define PAGE_IS_TIGHT_BELOW 440
#define PAGE_IS_COMPACT_BELOW 400
/* Of the height that a sheet takes. */
#define SHEET_SHARE 0.6
/* With it columns slide for 200 ms: a flap has a spring, whose time cannot be set. */
#define SLIDE_STIFFNESS 1066

struct _QuoFold
{
  GtkWidget parent_instance;
  AdwFlap *outer; /* list | inner */
  AdwFlap *inner; /* page | inspector */
  AdwClamp *list, *inspector;
  gboolean show_list, show_inspector;
  int width, height;
  guint idle;
};

G_DEFINE_FINAL_TYPE (QuoFold, quo_fold, GTK_TYPE_WIDGET)

enum
{
  PROP_LIST = 1,
  PROP_PAGE,
  PROP_INSPECTOR,
  PROP_SHOW_LIST,
  PROP_SHOW_INSPECTOR,
  PROP_IS_LIST_BESIDE,
  PROP_IS_INSPECTOR_BESIDE,
  PROP_IS_NARROW,
  PROP_IS_COMPACT,
  PROP_IS_TIGHT,
  PROP_IS_SHEET,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

static gboolean
is_beside (AdwFlap *flap)
{
  return adw_flap_get_fold_policy (flap) == ADW_FLAP_FOLD_POLICY_NEVER
         && adw_flap_get_reveal_flap (flap);
}

/* What a column has open goes with it: it would hang on a button that is no longer on the screen.
 */
static void
close_popovers (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget))
    {
      gtk_popover_popdown (GTK_POPOVER (widget));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    close_popovers (child);
}

/* The width that is left for the page. */
static int
get_page_width (QuoFold *fold)
{
  return fold->width - (is_beside (fold->outer) ? LIST_WIDTH : 0)
         - (is_beside (fold->inner) ? INSPECTOR_WIDTH : 0);
}

static void
notify_shape (QuoFold *fold)
{
  g_object_notify_by_pspec (G_OBJECT (fold), properties[PROP_IS_LIST_BESIDE]);
  g_object_notify_by_pspec (G_OBJECT (fold), properties[PROP_IS_INSPECTOR_BESIDE]);
  g_object_notify_by_pspec (G_OBJECT (fold), properties[PROP_IS_NARROW]);
  g_object_notify_by_pspec (G_OBJECT (fold), properties[PROP_IS_COMPACT]);
  g_object_notify_by_pspec (G_OBJECT (fold), properties[PROP_IS_TIGHT]);
  g_object_notify_by_pspec (G_OBJECT (fold), properties[PROP_IS_SHEET]);
}

static void
on_revealed (QuoFold *fold, GParamSpec *spec, AdwFlap *flap)
{
  if (!adw_flap_get_reveal_flap (flap))
    close_popovers (adw_flap_get_flap (flap));
  notify_shape (fold);
}

/* Where even one column would leave nothing of the page beside it, the inspector comes up from
 * below. */
static gboolean
is_sheet (QuoFold *fold)
{
  return fold->width > 0 && fold->width < FOLD_LIST_BELOW;
}

static void
shape_inspector (QuoFold *fold)
{
  GtkWidget *column = GTK_WIDGET (fold->inspector);
  GtkOrientation orientation
      = is_sheet (fold) ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
  int width = is_sheet (fold) ? FOLD_LIST_BELOW : INSPECTOR_WIDTH;

  gtk_widget_set_size_request (column, is_sheet (fold) ? -1 : INSPECTOR_WIDTH,
                               is_sheet (fold) ? (int)(fold->height * SHEET_SHARE) : -1);
  adw_clamp_set_maximum_size (fold->inspector, width);
  adw_clamp_set_tightening_threshold (fold->inspector, width);
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (fold->inner)) == orientation)
    return;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (fold->inner), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (adw_flap_get_separator (fold->inner)),
                                  is_sheet (fold) ? GTK_ORIENTATION_HORIZONTAL
                                                  : GTK_ORIENTATION_VERTICAL);
  if (is_sheet (fold))
    gtk_widget_add_css_class (column, "sheet");
  else
    gtk_widget_remove_css_class (column, "sheet");
}

static void
fold_one (AdwFlap *flap, gboolean is_folded, gboolean is_wanted)
{
  AdwFlapFoldPolicy policy = is_folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER;

  if (adw_flap_get_fold_policy (flap) == policy)
    return;
  adw_flap_set_fold_policy (flap, policy);
  adw_flap_set_swipe_to_open (flap, is_folded);
  adw_flap_set_swipe_to_close (flap, is_folded);
  adw_flap_set_reveal_flap (flap, is_wanted && !is_folded);
}

/* Beside the columns, text of twice the size needs twice the room: (px) below which it has none. */
static int
grow (QuoFold *fold, int columns, int below)
{
  int dpi;
  double growth;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (fold)), "gtk-xft-dpi", &dpi, NULL);
  growth = dpi > 0 ? MAX (1, dpi / (96.0 * PANGO_SCALE)) : 1;
  return columns + (int)((below - columns) * growth);
}

static gboolean
apply_width (gpointer data)
{
  QuoFold *fold = data;

  fold->idle = 0;
  shape_inspector (fold);
  fold_one (fold->inner,
            fold->width < grow (fold, LIST_WIDTH + INSPECTOR_WIDTH, FOLD_INSPECTOR_BELOW),
            fold->show_inspector);
  fold_one (fold->outer, fold->width < grow (fold, LIST_WIDTH, FOLD_LIST_BELOW), fold->show_list);
  notify_shape (fold);
  return G_SOURCE_REMOVE;
}

/* A property set while sizes are given out would make them be given out again and again: it is set
 * when that is over, before the next frame. */
static void
quo_fold_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QuoFold *fold = QUO_FOLD (widget);

  if (width != fold->width || height != fold->height)
    {
      fold->width = width;
      fold->height = height;
      if (fold->idle == 0)
        fold->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, apply_width, fold, NULL);
    }
  gtk_widget_size_allocate (GTK_WIDGET (fold->outer), &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
quo_fold_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                  int *natural, int *minimum_baseline, int *natural_baseline)
{
  QuoFold *fold = QUO_FOLD (widget);

  gtk_widget_measure (GTK_WIDGET (fold->outer), orientation, for_size, minimum, natural, NULL,
                      NULL);
  /* While unfolded columns still stand here the window must be allowed to become narrower, or it
   * could never fold them. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 320);
  else if (is_sheet (fold)) /* As a share of a height that is about to become less. */
    *minimum = MIN (*minimum, 300);
  *minimum_baseline = *natural_baseline = -1;
}

static void
show (QuoFold *fold, AdwFlap *flap, gboolean *own, gboolean is_wanted, guint property)
{
  if (*own == is_wanted)
    return;
  *own = is_wanted;
  if (adw_flap_get_fold_policy (flap) == ADW_FLAP_FOLD_POLICY_NEVER)
    adw_flap_set_reveal_flap (flap, is_wanted);
  g_object_notify_by_pspec (G_OBJECT (fold), properties[property]);
  notify_shape (fold);
}

gboolean
quo_fold_toggle (QuoFold *fold, gboolean is_inspector)
{
  AdwFlap *flap = is_inspector ? fold->inner : fold->outer;
  AdwFlap *other = is_inspector ? fold->outer : fold->inner;

  g_return_val_if_fail (QUO_IS_FOLD (fold), FALSE);

  if (adw_flap_get_fold_policy (flap) == ADW_FLAP_FOLD_POLICY_ALWAYS)
    {
      gboolean is_shown = adw_flap_get_reveal_flap (flap);
      if (!is_shown && adw_flap_get_fold_policy (other) == ADW_FLAP_FOLD_POLICY_ALWAYS)
        adw_flap_set_reveal_flap (other, FALSE);
      adw_flap_set_reveal_flap (flap, !is_shown);
    }
  else if (is_inspector)
    show (fold, flap, &fold->show_inspector, !fold->show_inspector, PROP_SHOW_INSPECTOR);
  else
    show (fold, flap, &fold->show_list, !fold->show_list, PROP_SHOW_LIST);
  return adw_flap_get_reveal_flap (flap);
}

void
quo_fold_show (QuoFold *fold, gboolean is_inspector)
{
  AdwFlap *flap = is_inspector ? fold->inner : fold->outer;

  g_return_if_fail (QUO_IS_FOLD (fold));

  if (!adw_flap_get_reveal_flap (flap))
    quo_fold_toggle (fold, is_inspector);
}

static gboolean
uncover_one (AdwFlap *flap)
{
  if (adw_flap_get_fold_policy (flap) != ADW_FLAP_FOLD_POLICY_ALWAYS
      || !adw_flap_get_reveal_flap (flap))
    return FALSE;
  adw_flap_set_reveal_flap (flap, FALSE);
  return TRUE;
}

gboolean
quo_fold_uncover (QuoFold *fold)
{
  g_return_val_if_fail (QUO_IS_FOLD (fold), FALSE);

  return uncover_one (fold->outer) || uncover_one (fold->inner);
}

static gboolean
is_narrow (QuoFold *fold)
{
  return fold->width > 0 && get_page_width (fold) < PAGE_IS_NARROW_BELOW;
}

static gboolean
is_compact (QuoFold *fold)
{
  return fold->width > 0
         && (fold->width < FOLD_INSPECTOR_BELOW || get_page_width (fold) < PAGE_IS_COMPACT_BELOW);
}

/* Beside the inspector there is no need to have its buttons over the page. */
static gboolean
is_tight (QuoFold *fold)
{
  return fold->width > 0 && !is_beside (fold->inner) && get_page_width (fold) < PAGE_IS_TIGHT_BELOW;
}

static void
quo_fold_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QuoFold *fold = QUO_FOLD (object);

  switch (id)
    {
    case PROP_LIST:
      g_value_set_object (value, adw_clamp_get_child (fold->list));
      break;
    case PROP_PAGE:
      g_value_set_object (value, adw_flap_get_content (fold->inner));
      break;
    case PROP_INSPECTOR:
      g_value_set_object (value, adw_clamp_get_child (fold->inspector));
      break;
    case PROP_SHOW_LIST:
      g_value_set_boolean (value, fold->show_list);
      break;
    case PROP_SHOW_INSPECTOR:
      g_value_set_boolean (value, fold->show_inspector);
      break;
    case PROP_IS_LIST_BESIDE:
      g_value_set_boolean (value, is_beside (fold->outer));
      break;
    case PROP_IS_INSPECTOR_BESIDE:
      g_value_set_boolean (value, is_beside (fold->inner));
      break;
    case PROP_IS_NARROW:
      g_value_set_boolean (value, is_narrow (fold));
      break;
    case PROP_IS_COMPACT:
      g_value_set_boolean (value, is_compact (fold));
      break;
    case PROP_IS_SHEET:
      g_value_set_boolean (value, is_sheet (fold));
      break;
    case PROP_IS_TIGHT:
      g_value_set_boolean (value, is_tight (fold));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
quo_fold_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QuoFold *fold = QUO_FOLD (object);

  switch (id)
    {
    case PROP_LIST:
      adw_clamp_set_child (fold->list, g_value_get_object (value));
      break;
    case PROP_PAGE:
      adw_flap_set_content (fold->inner, g_value_get_object (value));
      break;
    case PROP_INSPECTOR:
      adw_clamp_set_child (fold->inspector, g_value_get_object (value));
      break;
    case PROP_SHOW_LIST:
      show (fold, fold->outer, &fold->show_list, g_value_get_boolean (value), id);
      break;
    case PROP_SHOW_INSPECTOR:
      show (fold, fold->inner, &fold->show_inspector, g_value_get_boolean (value), id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
quo_fold_dispose (GObject *object)
{
  QuoFold *fold = QUO_FOLD (object);

  g_clear_handle_id (&fold->idle, g_source_remove);
  if (fold->outer != NULL)
    gtk_widget_unparent (GTK_WIDGET (fold->outer));
  fold->outer = NULL;
  G_OBJECT_CLASS (quo_fold_parent_class)->dispose (object);
}

static void
quo_fold_class_init (QuoFoldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = quo_fold_get_property;
  object_class->set_property = quo_fold_set_property;
  object_class->dispose = quo_fold_dispose;
  widget_class->measure = quo_fold_measure;
  widget_class->size_allocate = quo_fold_size_allocate;

  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET, writable);
  properties[PROP_PAGE] = g_param_spec_object ("page", NULL, NULL, GTK_TYPE_WIDGET, writable);
  properties[PROP_INSPECTOR]
      = g_param_spec_object ("inspector", NULL, NULL, GTK_TYPE_WIDGET, writable);
  properties[PROP_SHOW_LIST] = g_param_spec_boolean ("show-list", NULL, NULL, TRUE, writable);
  properties[PROP_SHOW_INSPECTOR]
      = g_param_spec_boolean ("show-inspector", NULL, NULL, TRUE, writable);
  properties[PROP_IS_LIST_BESIDE]
      = g_param_spec_boolean ("is-list-beside", NULL, NULL, TRUE, readable);
  properties[PROP_IS_INSPECTOR_BESIDE]
      = g_param_spec_boolean ("is-inspector-beside", NULL, NULL, TRUE, readable);
  properties[PROP_IS_NARROW] = g_param_spec_boolean ("is-narrow", NULL, NULL, FALSE, readable);
  properties[PROP_IS_COMPACT] = g_param_spec_boolean ("is-compact", NULL, NULL, FALSE, readable);
  properties[PROP_IS_TIGHT] = g_param_spec_boolean ("is-tight", NULL, NULL, FALSE, readable);
  properties[PROP_IS_SHEET] = g_param_spec_boolean ("is-sheet", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

/* Side columns have the width that is meant, not the natural one of their longest label. */
static AdwClamp *
make_clamp (int width)
{
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width);
  gtk_widget_set_size_request (clamp, width, -1);
  /* A sheet is as high as it is asked to be, whatever is in it. */
  gtk_widget_set_vexpand (clamp, FALSE);
  return ADW_CLAMP (clamp);
}

static AdwFlap *
make_flap (AdwClamp *column, GtkPackType position)
{
  AdwFlap *flap = ADW_FLAP (adw_flap_new ());
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  g_autoptr (AdwSpringParams) spring = adw_spring_params_new (1, 0.5, SLIDE_STIFFNESS);

  gtk_widget_add_css_class (line, "vline");
  adw_flap_set_reveal_params (flap, spring);
  adw_flap_set_flap_position (flap, position);
  adw_flap_set_flap (flap, GTK_WIDGET (column));
  adw_flap_set_separator (flap, line);
  adw_flap_set_fold_policy (flap, ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_swipe_to_open (flap, FALSE);
  adw_flap_set_swipe_to_close (flap, FALSE);
  return flap;
}

static void
quo_fold_init (QuoFold *fold)
{
  fold->show_list = fold->show_inspector = TRUE;
  fold->list = make_clamp (LIST_WIDTH);
  fold->inspector = make_clamp (INSPECTOR_WIDTH);
  fold->inner = make_flap (fold->inspector, GTK_PACK_END);
  fold->outer = make_flap (fold->list, GTK_PACK_START);
  adw_flap_set_content (fold->outer, GTK_WIDGET (fold->inner));
  g_signal_connect_object (fold->inner, "notify::reveal-flap", G_CALLBACK (on_revealed), fold,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (fold->outer, "notify::reveal-flap", G_CALLBACK (on_revealed), fold,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (fold->outer), GTK_WIDGET (fold));
}
