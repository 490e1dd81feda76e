/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The preferences as properties of one object, so that widgets and actions bind to them whether the
 * schema is installed or not. Invariant: every value is within its range; a bad one in the store is
 * replaced by the default.
 */
#include "quo-config.h"

#include "quo-preferences.h"

struct _QuoPreferences
{
  GObject parent_instance;
  GSettings *settings; /* NULL: the schema is not installed */
  GValue values[24];   /* by property id */
};

G_DEFINE_FINAL_TYPE (QuoPreferences, quo_preferences, G_TYPE_OBJECT)

enum
{
  PROP_ANNOTATOR = 1,
  PROP_IS_NAME_ASKED,
  PROP_DENSITY,
  PROP_TYPEFACE,
  PROP_TEXT_SIZE,
  PROP_MARGIN_NAMES,
  PROP_AUTO_ADVANCE,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_WINDOW_MAXIMIZED,
  PROP_SHOW_LIST,
  PROP_SHOW_INSPECTOR,
  PROP_LAST_FOLDER,
  PROP_KEYS,
  PROP_LINE_WIDTH,
  PROP_LINE_SPACING,
  PROP_SUGGESTERS_OFF,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
quo_preferences_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_copy (&QUO_PREFERENCES (object)->values[id], value);
}

static void
quo_preferences_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GValue *own = &QUO_PREFERENCES (object)->values[id];

  /* Lists are not compared: they are set when they change. */
  if (!G_IS_PARAM_SPEC_BOXED (pspec) && g_param_values_cmp (pspec, own, value) == 0)
    return;
  g_value_copy (value, own);
  g_object_notify_by_pspec (object, pspec);
}

static void
quo_preferences_finalize (GObject *object)
{
  QuoPreferences *preferences = QUO_PREFERENCES (object);

  g_clear_object (&preferences->settings);
  for (guint i = 1; i < N_PROPS; i++)
    g_value_unset (&preferences->values[i]);
  G_OBJECT_CLASS (quo_preferences_parent_class)->finalize (object);
}

static void
quo_preferences_class_init (QuoPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = quo_preferences_get_property;
  object_class->set_property = quo_preferences_set_property;
  object_class->finalize = quo_preferences_finalize;

  properties[PROP_ANNOTATOR] = g_param_spec_string ("annotator-name", NULL, NULL, "", flags);
  properties[PROP_IS_NAME_ASKED] = g_param_spec_boolean ("is-name-asked", NULL, NULL, FALSE, flags);
  properties[PROP_DENSITY] = g_param_spec_string ("density", NULL, NULL, "labels", flags);
  properties[PROP_TYPEFACE] = g_param_spec_string ("typeface", NULL, NULL, "serif", flags);
  properties[PROP_TEXT_SIZE] = g_param_spec_int ("text-size", NULL, NULL, QUO_TEXT_SIZE_MIN,
                                                 QUO_TEXT_SIZE_MAX, QUO_TEXT_SIZE_DEFAULT, flags);
  properties[PROP_MARGIN_NAMES] = g_param_spec_boolean ("margin-names", NULL, NULL, TRUE, flags);
  properties[PROP_AUTO_ADVANCE] = g_param_spec_boolean ("auto-advance", NULL, NULL, FALSE, flags);
  properties[PROP_WINDOW_WIDTH]
      = g_param_spec_int ("window-width", NULL, NULL, 0, G_MAXINT, 1280, flags);
  properties[PROP_WINDOW_HEIGHT]
      = g_param_spec_int ("window-height", NULL, NULL, 0, G_MAXINT, 800, flags);
  properties[PROP_WINDOW_MAXIMIZED]
      = g_param_spec_boolean ("window-maximized", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_LIST] = g_param_spec_boolean ("show-list", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_INSPECTOR]
      = g_param_spec_boolean ("show-inspector", NULL, NULL, TRUE, flags);
  properties[PROP_LAST_FOLDER] = g_param_spec_string ("last-folder", NULL, NULL, "", flags);
  properties[PROP_KEYS] = g_param_spec_boxed ("keys", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_LINE_WIDTH]
      = g_param_spec_int ("line-width", NULL, NULL, QUO_LINE_WIDTH_MIN, QUO_LINE_WIDTH_MAX,
                          QUO_LINE_WIDTH_DEFAULT, flags);
  properties[PROP_LINE_SPACING]
      = g_param_spec_int ("line-spacing", NULL, NULL, QUO_LINE_SPACING_MIN, QUO_LINE_SPACING_MAX,
                          QUO_LINE_SPACING_DEFAULT, flags);
  properties[PROP_SUGGESTERS_OFF]
      = g_param_spec_boxed ("suggesters-off", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

/* A key of another type than the property (an older schema) is left alone: binding it would abort.
 */
static void
bind (QuoPreferences *preferences, GSettingsSchema *schema, GParamSpec *pspec)
{
  g_autoptr (GSettingsSchemaKey) key = NULL;
  const GVariantType *type;

  if (!g_settings_schema_has_key (schema, pspec->name))
    return;
  key = g_settings_schema_get_key (schema, pspec->name);
  type = g_settings_schema_key_get_value_type (key);
  if ((G_IS_PARAM_SPEC_STRING (pspec) && g_variant_type_equal (type, G_VARIANT_TYPE_STRING))
      || (G_IS_PARAM_SPEC_INT (pspec) && g_variant_type_equal (type, G_VARIANT_TYPE_INT32))
      || (G_IS_PARAM_SPEC_BOXED (pspec) && g_variant_type_equal (type, G_VARIANT_TYPE_STRING_ARRAY))
      || (G_IS_PARAM_SPEC_BOOLEAN (pspec) && g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN)))
    g_settings_bind (preferences->settings, pspec->name, preferences, pspec->name,
                     G_SETTINGS_BIND_DEFAULT);
}

static void
quo_preferences_init (QuoPreferences *preferences)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();

  for (guint i = 1; i < N_PROPS; i++)
    {
      g_value_init (&preferences->values[i], properties[i]->value_type);
      g_param_value_set_default (properties[i], &preferences->values[i]);
    }
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, QUO_APP_ID, TRUE);
  if (schema == NULL)
    return;
  preferences->settings = g_settings_new (QUO_APP_ID);
  for (guint i = 1; i < N_PROPS; i++)
    bind (preferences, schema, properties[i]);
}

QuoPreferences *
quo_preferences_get (void)
{
  static QuoPreferences *preferences;

  if (preferences == NULL)
    preferences = g_object_new (QUO_TYPE_PREFERENCES, NULL);
  return preferences;
}

char *
quo_preferences_dup_string (QuoPreferences *preferences, const char *name)
{
  char *value = NULL;

  g_object_get (preferences, name, &value, NULL);
  return value;
}

gint
quo_preferences_get_int (QuoPreferences *preferences, const char *name)
{
  gint value = 0;

  g_object_get (preferences, name, &value, NULL);
  return value;
}

gboolean
quo_preferences_get_flag (QuoPreferences *preferences, const char *name)
{
  gboolean value = FALSE;

  g_object_get (preferences, name, &value, NULL);
  return value;
}

char **
quo_preferences_dup_strv (QuoPreferences *preferences, const char *name)
{
  char **value = NULL;

  g_object_get (preferences, name, &value, NULL);
  return value != NULL ? value : g_new0 (char *, 1);
}

void
quo_preferences_set_suggester (QuoPreferences *preferences, const char *id, gboolean is_on)
{
  g_auto (GStrv) old = quo_preferences_dup_strv (preferences, "suggesters-off");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) off = NULL;

  for (guint i = 0; old[i] != NULL; i++)
    if (g_strcmp0 (old[i], id) != 0)
      g_strv_builder_add (builder, old[i]);
  if (!is_on)
    g_strv_builder_add (builder, id);
  off = g_strv_builder_end (builder);
  g_object_set (preferences, "suggesters-off", off, NULL);
}
