/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing by typing: each name once, by the right id, and the rows follow what is typed. */
#include "quo-picker.h"

#include "quo-opening.h"

#include <adwaita.h>

static const char *const story
    = "Ada spoke. Ada slept. Lovelace went. Ada Lovelace came. BO sang. Bo sang. Cy hid.";

typedef struct
{
  QuoSession *session;
  GtkWidget *parent;
  char *chosen;
} Fixture;

static void
add_typed (QuoSnapshot *snapshot, const char *id, const char *type, guint32 start, guint32 length,
           const char *entity)
{
  QuoSpan range = { start, start + length };

  quo_snapshot_take (snapshot,
                     quo_annotation_new (&(QuoAnnotation){ .base = { .id = id },
                                                           .layer = "L1",
                                                           .type = type,
                                                           .ranges = &range,
                                                           .n_ranges = 1,
                                                           .entities = entity ? &entity : NULL,
                                                           .n_entities = entity ? 1 : 0 }));
}

static void
add_mention (QuoSnapshot *snapshot, const char *id, guint32 start, guint32 length,
             const char *entity)
{
  add_typed (snapshot, id, "person", start, length, entity);
}

/* E1 has a name, E2 is called as the best of its mentions; two names differ in their letters' case.
 */
static QuoOpening *
make_opening (void)
{
  g_autoptr (QuoText) text = quo_text_new (story);
  g_autoptr (QuoArticle) article = quo_article_new (text);
  QuoOpening *opening = g_new0 (QuoOpening, 1);

  opening->snapshot = quo_snapshot_new (article, NULL);
  opening->article_path = g_strdup ("/nowhere/names.txt");
  opening->sidecar_path = g_strdup ("/nowhere/names.txt.quo.json");
  quo_snapshot_take (opening->snapshot,
                     quo_layer_new (&(QuoLayer){ .base = { .id = "L1" }, .title = "Me" }));
  quo_snapshot_take (opening->snapshot,
                     quo_entity_new (&(QuoEntity){
                         .base = { .id = "E1" }, .type = "person", .name = "Ada King" }));
  quo_snapshot_take (opening->snapshot,
                     quo_entity_new (&(QuoEntity){ .base = { .id = "E2" }, .type = "person" }));
  add_mention (opening->snapshot, "a1", 0, 3, "E1");
  add_mention (opening->snapshot, "a2", 11, 3, "E1");
  add_mention (opening->snapshot, "a3", 22, 8, "E2");
  add_mention (opening->snapshot, "a4", 37, 12, "E2");
  add_mention (opening->snapshot, "a5", 56, 2, NULL);
  add_mention (opening->snapshot, "a6", 65, 2, NULL);
  add_mention (opening->snapshot, "a7", 74, 2, NULL);
  add_typed (opening->snapshot, "a8", "mention", 77, 3, NULL);
  quo_snapshot_sort (opening->snapshot);
  return opening;
}

static void
on_chosen (const char *id, gpointer data)
{
  Fixture *fixture = g_object_get_data (data, "fixture");

  fixture->chosen = g_strdup (id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = quo_session_new ();
  quo_session_take_opening (fixture->session, make_opening ());
  fixture->parent = gtk_window_new ();
  g_object_set_data (G_OBJECT (fixture->parent), "fixture", fixture);
  gtk_window_present (GTK_WINDOW (fixture->parent));
  if (data != NULL)
    {
      quo_session_select_annotation (fixture->session, data);
      quo_picker_present (GTK_WINDOW (fixture->parent), fixture->session, QUO_PICKER_SAME);
    }
  else
    quo_picker_present_for (GTK_WINDOW (fixture->parent), fixture->session, "Who is it?", on_chosen,
                            fixture->parent);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  while (g_list_model_get_n_items (windows) > 0)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, 0);
      gtk_window_destroy (window);
    }
  g_object_unref (fixture->session);
  g_free (fixture->chosen);
}

/* The first widget of @type in @widget, itself included. */
static GtkWidget *
find_in (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_in (child, type);
  return found;
}

static GtkWidget *
find_widget (Fixture *fixture, GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && found == NULL; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      found = window != fixture->parent ? find_in (window, type) : NULL;
    }
  g_assert_nonnull (found);
  return found;
}

/* "Ada King, Bo*": what the rows say, the selected one with a star. */
static char *
describe_rows (Fixture *fixture)
{
  GtkListBox *list = GTK_LIST_BOX (find_widget (fixture, GTK_TYPE_LIST_BOX));
  GString *line = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    g_string_append_printf (line, "%s%s%s", i > 0 ? ", " : "",
                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                            gtk_list_box_row_is_selected (row) ? "*" : "");
  return g_string_free (line, FALSE);
}

static void
check_rows (Fixture *fixture, const char *typed, const char *expected)
{
  g_autofree char *found = NULL;

  gtk_editable_set_text (GTK_EDITABLE (find_widget (fixture, GTK_TYPE_SEARCH_ENTRY)), typed);
  found = describe_rows (fixture);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_each_name_once (Fixture *fixture, gconstpointer data)
{
  check_rows (fixture, "", "Ada King*, Ada Lovelace, BO, Cy, hid");
}

static void
test_rows_follow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = find_widget (fixture, GTK_TYPE_LIST_BOX);

  check_rows (fixture, "ada", "Ada King*, Ada Lovelace");
  check_rows (fixture, "c", "Ada Lovelace*, Cy");
  check_rows (fixture, "bo", "BO*");
  check_rows (fixture, "nobody", "");
  g_assert_false (gtk_widget_get_visible (list));
  check_rows (fixture, "", "Ada King*, Ada Lovelace, BO, Cy, hid");
  g_assert_true (gtk_widget_get_visible (list));
}

/* A row says something else than before, and is somebody else. */
static void
test_row_is_who_it_says (Fixture *fixture, gconstpointer data)
{
  check_rows (fixture, "cy", "Cy*");
  g_signal_emit_by_name (find_widget (fixture, GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_cmpstr (fixture->chosen, ==, "a7");
}

/* Of an entity without a name the first mention is chosen, called as the best of all. */
static void
test_entity_without_name (Fixture *fixture, gconstpointer data)
{
  check_rows (fixture, "lovelace", "Ada Lovelace*");
  g_signal_emit_by_name (find_widget (fixture, GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_cmpstr (fixture->chosen, ==, "a3");
}

/* Who is the same is somebody else, and first who is called alike: not E1 itself, whose mentions
 * are "Ada". */
static void
test_same_is_another (Fixture *fixture, gconstpointer data)
{
  check_rows (fixture, "", "Ada Lovelace*, BO, Cy");
  check_rows (fixture, "king", "");
}

/* A pronoun is marked as a mention, and stands for people. */
static void
test_mention_is_somebody (Fixture *fixture, gconstpointer data)
{
  check_rows (fixture, "", "Ada King*, Ada Lovelace, BO, Cy");
}

static void
test_alike_comes_first (Fixture *fixture, gconstpointer data)
{
  check_rows (fixture, "", "Bo*, Ada King, Ada Lovelace, Cy");
}

int
main (int argc, char **argv)
{
#define ADD(path, func) g_test_add ("/ui/picker/" path, Fixture, NULL, set_up, func, tear_down)
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("each-name-once", test_each_name_once);
  ADD ("rows-follow", test_rows_follow);
  ADD ("row-is-who-it-says", test_row_is_who_it_says);
  ADD ("entity-without-name", test_entity_without_name);
  g_test_add ("/ui/picker/same-is-another", Fixture, "a1", set_up, test_same_is_another, tear_down);
  g_test_add ("/ui/picker/mention-is-somebody", Fixture, "a8", set_up, test_mention_is_somebody,
              tear_down);
  g_test_add ("/ui/picker/alike-comes-first", Fixture, "a5", set_up, test_alike_comes_first,
              tear_down);
  return g_test_run ();
}
