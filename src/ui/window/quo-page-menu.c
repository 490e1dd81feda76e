/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a key acts on, as a menu: rules 1 to 4 of the keys decide what is meant, and the menu offers
 * the verbs that fit it. */
#include "quo-config.h"

#include "quo-page-menu.h"

#include "quo-act-menu.h"
#include "quo-names.h"

#include <glib/gi18n.h>

/* More speakers than this are in the list of names. */
#define MAX_SPEAKERS 4
/* Characters of what is acted on, in the heading. */
#define MAX_HEADING 36

/* (transfer full): in one line, and not wider than a menu. */
static char *
dup_heading (const char *words)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint n = 0;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (n == MAX_HEADING)
        {
          g_string_append (line, "…");
          break;
        }
      g_string_append_unichar (line, g_unichar_isspace (c) ? ' ' : c);
    }
  return g_strdup (line->str);
}

static char *
dup_span_heading (QuoSession *session, QuoSpan span)
{
  QuoText *text = quo_document_get_text (quo_session_get_document (session));
  g_autofree char *words
      = quo_text_dup (text, QUO_SPAN (span.start, MIN (span.end, span.start + MAX_HEADING + 1)));

  return dup_heading (words);
}

static void
add_section (GMenu *menu, const char *heading, GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, heading, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
add_export (GMenu *menu)
{
  GMenu *section = g_menu_new ();

  quo_act_menu_add (section, "win.choose-export", NULL);
  add_section (menu, NULL, section);
}

static void
add_finding (GMenu *menu, QuoSession *session, QuoSpan span, gboolean has_folder)
{
  QuoText *text = quo_document_get_text (quo_session_get_document (session));
  g_autofree char *words = quo_text_dup (text, span);
  GMenu *section = g_menu_new ();

  quo_act_menu_add (section, "win.find", g_variant_new_string (words));
  if (has_folder)
    quo_act_menu_add (section, "win.find-in-folder", g_variant_new_string (words));
  add_section (menu, NULL, section);
}

/* --- text ------------------------------------------------------------------------------------ */

static void
add_text (GMenu *menu, QuoSession *session, gboolean has_folder)
{
  QuoSpan selection = quo_session_get_selection (session);
  g_autofree char *heading = dup_span_heading (session, selection);
  GMenu *labels = g_menu_new (), *acts = g_menu_new ();

  quo_act_menu_add_labels (labels, quo_session_get_tagset (session), NULL);
  if (quo_session_get_selected (session) != NULL)
    quo_act_menu_add (acts, "win.add-part", NULL);
  quo_act_menu_add_named (acts, "clipboard.copy", "<Control>c", _ ("Copy"));
  add_section (menu, heading, labels);
  add_section (menu, NULL, acts);
  add_finding (menu, session, selection, has_folder);
}

/* --- an annotation --------------------------------------------------------------------------- */

static void
add_suggestion (GMenu *section, const QuoAnnotation *annotation)
{
  if (annotation->status != QUO_STATUS_SUGGESTED)
    return;
  quo_act_menu_add (section, "win.accept", NULL);
  quo_act_menu_add (section, "win.reject", NULL);
  quo_act_menu_add (section, "win.skip", NULL);
  quo_act_menu_add (section, "win.accept-name", NULL);
}

/* The nearest speakers, then all others. A digit links only while the speaker is asked for. */
static void
add_speakers (GMenu *section, QuoSession *session)
{
  GPtrArray *candidates = quo_session_get_candidates (session);
  gboolean has_keys = quo_session_is_prompting (session);

  for (guint i = 0; i < MIN (candidates->len, MAX_SPEAKERS); i++)
    {
      const QuoCandidate *candidate = g_ptr_array_index (candidates, i);
      g_autofree char *title = g_strdup_printf (_ ("Speaker: %s"), candidate->name);
      g_autofree char *key = has_keys ? g_strdup_printf ("%u", i + 1) : NULL;

      quo_act_menu_add_target (section, "win.link-candidate", key, g_variant_new_uint32 (i), title);
    }
  quo_act_menu_add (section, "win.choose-speaker", NULL);
}

static void
add_by_kind (GMenu *section, QuoSession *session, const QuoAnnotation *annotation)
{
  QuoTagset *tagset = quo_session_get_tagset (session);

  switch (quo_tagset_get_kind (tagset, annotation->type))
    {
    case QUO_LABEL_QUOTE:
      add_speakers (section, session);
      break;
    case QUO_LABEL_ENTITY:
      quo_act_menu_add (section, "win.tag-all", NULL);
      quo_act_menu_add (section, "win.choose-same", NULL);
      quo_act_menu_add (section, "win.new-identity", NULL);
      if (annotation->n_entities > 0)
        {
          quo_act_menu_add (section, "win.clear-identity", NULL);
          quo_act_menu_add (section, "win.show-mentions",
                            g_variant_new_string (annotation->entities[0]));
        }
      break;
    default:
      quo_act_menu_add (section, "win.tag-all", NULL);
    }
}

static void
add_annotation (GMenu *menu, QuoSession *session, const QuoAnnotation *annotation)
{
  g_autofree char *description = quo_session_dup_description (session, annotation);
  g_autofree char *heading = dup_heading (description);
  g_autoptr (GMenu) labels = g_menu_new ();
  GMenu *first = g_menu_new (), *change = g_menu_new (), *last = g_menu_new ();

  add_suggestion (first, annotation);
  add_by_kind (first, session, annotation);
  quo_act_menu_add (change, "win.edit", NULL);
  quo_act_menu_add_labels (labels, quo_session_get_tagset (session), "win.relabel");
  g_menu_append_submenu (change, _ ("Change the Label"), G_MENU_MODEL (labels));
  quo_act_menu_add (change, "win.copy-citation", NULL);
  quo_act_menu_add (last, "win.delete", NULL);
  add_section (menu, heading, first);
  add_section (menu, NULL, change);
  add_section (menu, NULL, last);
}

/* --- plain words ----------------------------------------------------------------------------- */

static void
add_plain (GMenu *menu, QuoSession *session, gboolean has_folder)
{
  QuoText *text = quo_document_get_text (quo_session_get_document (session));
  QuoSpan name
      = quo_name_around (text, quo_session_get_caret (session), quo_session_get_language (session));
  GMenu *labels = g_menu_new (), *go = g_menu_new ();

  if (!quo_span_is_empty (name))
    {
      g_autofree char *heading = dup_span_heading (session, name);

      quo_act_menu_add_labels (labels, quo_session_get_tagset (session), NULL);
      g_menu_append_section (menu, heading, G_MENU_MODEL (labels));
    }
  g_object_unref (labels);
  quo_act_menu_add (go, "win.next-name", NULL);
  quo_act_menu_add (go, "win.next-quote", NULL);
  quo_act_menu_add (go, "win.suggest", NULL);
  quo_act_menu_add_named (go, "selection.select-all", "<Control>a", _ ("Select All"));
  add_section (menu, NULL, go);
  if (!quo_span_is_empty (name))
    add_finding (menu, session, name, has_folder);
}

GMenuModel *
quo_page_menu_new (QuoSession *session, gboolean has_folder)
{
  const QuoAnnotation *selected = quo_session_get_selected (session);
  GMenu *menu;

  if (quo_session_get_document (session) == NULL)
    return NULL;
  menu = g_menu_new ();
  if (!quo_span_is_empty (quo_session_get_selection (session)))
    add_text (menu, session, has_folder);
  else if (selected != NULL)
    add_annotation (menu, session, selected);
  else
    add_plain (menu, session, has_folder);
  add_export (menu);
  return G_MENU_MODEL (menu);
}
