/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The members of an article and of a header that tell the same, in one table. */
#include "quo-config.h"

#include "quo-about.h"

static const struct
{
  const char *name;
  guint article, header; /* where the string stands in the struct */
} members[QUO_N_ABOUT] = {
#define MEMBER(name)                                                                               \
  {                                                                                                \
#name, G_STRUCT_OFFSET(QuoArticle, name), G_STRUCT_OFFSET(QuoHeader, name)                     \
  }
  [QUO_ABOUT_TITLE] = MEMBER (title),
  [QUO_ABOUT_BYLINE] = MEMBER (byline),
  [QUO_ABOUT_DATELINE] = MEMBER (dateline),
  [QUO_ABOUT_PUBLISHED] = MEMBER (published),
  [QUO_ABOUT_PUBLISHER] = MEMBER (publisher),
  [QUO_ABOUT_LANG] = MEMBER (lang),
  [QUO_ABOUT_URL] = MEMBER (url),
};

const char *
quo_about_get_name (QuoAbout about)
{
  g_return_val_if_fail (about < QUO_N_ABOUT, NULL);
  return members[about].name;
}

QuoAbout
quo_about_find (const char *name)
{
  guint about = 0;

  while (about < QUO_N_ABOUT && g_strcmp0 (members[about].name, name) != 0)
    about++;
  return (QuoAbout)about;
}

const char *
quo_article_get_about (const QuoArticle *article, QuoAbout about)
{
  g_return_val_if_fail (article != NULL && about < QUO_N_ABOUT, NULL);
  return G_STRUCT_MEMBER (char *, article, members[about].article);
}

const char *
quo_header_get_about (const QuoHeader *header, QuoAbout about)
{
  g_return_val_if_fail (header != NULL && about < QUO_N_ABOUT, NULL);
  return G_STRUCT_MEMBER (char *, header, members[about].header);
}

static void
set (gpointer base, guint offset, const char *value)
{
  char **member = &G_STRUCT_MEMBER (char *, base, offset);

  g_free (*member);
  *member = g_strdup (value);
}

QuoArticle *
quo_article_with_about (const QuoArticle *article, QuoAbout about, const char *value)
{
  QuoArticle *copy;

  g_return_val_if_fail (article != NULL && about < QUO_N_ABOUT, NULL);
  copy = quo_article_copy (article);
  set (copy, members[about].article, value);
  return copy;
}

QuoHeader *
quo_header_with_about (const QuoHeader *header, QuoAbout about, const char *value)
{
  QuoHeader *copy;

  g_return_val_if_fail (header != NULL && about < QUO_N_ABOUT, NULL);
  copy = quo_header_copy (header);
  set (copy, members[about].header, value);
  return copy;
}
