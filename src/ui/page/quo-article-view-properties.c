/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the page is to look, as properties that preferences are bound to. */
#include "quo-config.h"

#include "quo-article-view-private.h"

#define TEXT_SIZE_MIN 13
#define TEXT_SIZE_MAX 28
#define TEXT_SIZE 17
/* Characters of a line of QUO_PAGE_MEASURE, about. */
#define LINE_WIDTH 66

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_DENSITY,
  PROP_TYPEFACE,
  PROP_TEXT_SIZE,
  PROP_LINE_WIDTH,
  PROP_LINE_SPACING,
  PROP_HAS_MARGIN_NAMES,
  PROP_IS_LOADED,
  N_PROPS
};

static void
quo_article_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  QuoArticleView *self = QUO_ARTICLE_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_DENSITY:
      g_value_set_uint (value, self->page->density);
      break;
    case PROP_TYPEFACE:
      g_value_set_uint (value, self->style.typeface);
      break;
    case PROP_TEXT_SIZE:
      g_value_set_uint (value, (guint)self->page->text_size);
      break;
    case PROP_LINE_WIDTH:
      g_value_set_uint (value, (guint)(self->page->measure / QUO_PAGE_MEASURE * LINE_WIDTH + 0.5));
      break;
    case PROP_LINE_SPACING:
      g_value_set_uint (value, (guint)(self->page->spacing * 100 + 0.5));
      break;
    case PROP_HAS_MARGIN_NAMES:
      g_value_set_boolean (value, self->page->has_margin_names);
      break;
    case PROP_IS_LOADED:
      g_value_set_boolean (value, self->is_loaded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
update_style (QuoArticleView *self)
{
  quo_page_hold_keep (&self->hold);
  quo_page_style_update (&self->style);
}

static void
update_font (QuoArticleView *self)
{
  quo_page_hold_keep (&self->hold);
  quo_page_style_update_font (&self->style);
}

static void
update_size (QuoArticleView *self)
{
  self->page->em = self->page->text_size * self->page->text_scale;
  update_font (self);
}

void
quo_article_view_follow_scale (QuoArticleView *self)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  self->page->text_scale = dpi > 0 ? dpi / (96.0 * PANGO_SCALE) : 1;
  update_size (self);
}

static void
quo_article_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  QuoArticleView *self = QUO_ARTICLE_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      quo_article_view_set_session (self, g_value_get_object (value));
      break;
    case PROP_DENSITY:
      self->page->density = g_value_get_uint (value);
      update_style (self);
      break;
    case PROP_TYPEFACE:
      self->style.typeface = g_value_get_uint (value);
      update_font (self);
      break;
    case PROP_TEXT_SIZE:
      self->page->text_size = g_value_get_uint (value);
      update_size (self);
      break;
    case PROP_LINE_WIDTH:
      self->page->measure = g_value_get_uint (value) * (double)QUO_PAGE_MEASURE / LINE_WIDTH;
      update_style (self);
      break;
    case PROP_LINE_SPACING:
      self->page->spacing = g_value_get_uint (value) / 100.0;
      update_style (self);
      break;
    case PROP_HAS_MARGIN_NAMES:
      self->page->has_margin_names = g_value_get_boolean (value);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

void
quo_article_view_install_properties (GObjectClass *object_class)
{
  GParamSpec *properties[N_PROPS] = { NULL };
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = quo_article_view_get_property;
  object_class->set_property = quo_article_view_set_property;
  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, QUO_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DENSITY] = g_param_spec_uint ("density", NULL, NULL, QUO_DENSITY_NONE,
                                                QUO_DENSITY_LABELS, QUO_DENSITY_LABELS, flags);
  properties[PROP_TYPEFACE] = g_param_spec_uint ("typeface", NULL, NULL, 0, 2, 0, flags);
  properties[PROP_TEXT_SIZE]
      = g_param_spec_uint ("text-size", NULL, NULL, TEXT_SIZE_MIN, TEXT_SIZE_MAX, TEXT_SIZE, flags);
  properties[PROP_LINE_WIDTH]
      = g_param_spec_uint ("line-width", NULL, NULL, 20, 200, LINE_WIDTH, flags);
  properties[PROP_LINE_SPACING]
      = g_param_spec_uint ("line-spacing", NULL, NULL, 50, 300, 100, flags);
  properties[PROP_HAS_MARGIN_NAMES]
      = g_param_spec_boolean ("has-margin-names", NULL, NULL, TRUE, flags);
  properties[PROP_IS_LOADED] = g_param_spec_boolean ("is-loaded", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}
