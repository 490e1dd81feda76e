/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-snapshot.h"

G_BEGIN_DECLS

/**
 * QuoAbout:
 *
 * What is known of an article beside its text, and can be corrected by a person. A header holds
 * what people said (%NULL: nobody said anything), an article what is known altogether.
 */
typedef enum
{
  QUO_ABOUT_TITLE,
  QUO_ABOUT_BYLINE,
  QUO_ABOUT_DATELINE,
  QUO_ABOUT_PUBLISHED, /* ISO 8601 */
  QUO_ABOUT_PUBLISHER,
  QUO_ABOUT_LANG, /* BCP 47 */
  QUO_ABOUT_URL,
  QUO_N_ABOUT,
} QuoAbout;

/* "title", "byline" …: in logs and actions. */
const char *quo_about_get_name (QuoAbout about);
/* QUO_N_ABOUT if there is none of this name. */
QuoAbout quo_about_find (const char *name);

const char *quo_article_get_about (const QuoArticle *article, QuoAbout about);
const char *quo_header_get_about (const QuoHeader *header, QuoAbout about);
/* (transfer full): a copy that says @value (nullable). */
QuoArticle *quo_article_with_about (const QuoArticle *article, QuoAbout about,
                                    const char *value) G_GNUC_WARN_UNUSED_RESULT;
QuoHeader *quo_header_with_about (const QuoHeader *header, QuoAbout about,
                                  const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
