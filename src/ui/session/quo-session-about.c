/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person says about the article: title, byline, date and so on. */
#include "quo-config.h"

#include "quo-session-private.h"

#include "quo-date.h"

#include <glib/gi18n.h>
#include <string.h>

/* "en", "pt-BR", "zh-Hant-TW" */
static gboolean
is_language (const char *value)
{
  gsize len = strcspn (value, "-");

  return len >= 2 && len <= 8
         && strspn (value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")
                == strlen (value)
         && g_ascii_isalpha (*value) && value[strlen (value) - 1] != '-';
}

/* (transfer full): @value as it is kept; NULL with a message when it cannot be. */
static char *
check (QuoSession *session, QuoAbout about, const char *value)
{
  g_autofree char *plain = g_strstrip (g_strdup (value));
  char *date;

  for (char *p = plain; *p != '\0'; p++)
    if (*p == '\n' || *p == '\t')
      *p = ' ';
  if (*plain == '\0')
    return g_steal_pointer (&plain);
  if (about == QUO_ABOUT_PUBLISHED)
    {
      date = quo_date_parse (plain);
      if (date == NULL)
        quo_session_set_message (session, _ ("“%s” is no date; write it like 2026-03-31"), plain);
      return date;
    }
  if (about == QUO_ABOUT_LANG && !is_language (plain))
    {
      quo_session_set_message (
          session, _ ("“%s” is no language; write its code, such as en, de or pt-BR"), plain);
      return NULL;
    }
  if (about == QUO_ABOUT_URL && strstr (plain, "://") == NULL)
    {
      quo_session_set_message (session, _ ("“%s” is no address; it begins with https://"), plain);
      return NULL;
    }
  return g_steal_pointer (&plain);
}

gboolean
quo_session_set_about (QuoSession *session, QuoAbout about, const char *value)
{
  g_autofree char *checked = NULL;
  QuoEdit *edit;

  g_return_val_if_fail (QUO_IS_SESSION (session) && about < QUO_N_ABOUT && value != NULL, FALSE);
  if (session->document == NULL)
    {
      quo_session_set_message (session, _ ("No article is open"));
      return FALSE;
    }
  checked = check (session, about, value);
  if (checked == NULL)
    return FALSE;
  edit = quo_verb_set_about (session->document, about, checked);
  return edit == NULL || quo_session_take_edit (session, edit, NULL);
}
