/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-error.h"
#include "quo-reader.h"

/* A folder for one file, story.txt. */
typedef struct
{
  char *folder;
  char *path;
} Story;

void story_set_up (Story *story, gconstpointer data);
/* Nothing may be left in the folder but the file. */
void story_tear_down (Story *story, gconstpointer data);
void story_put (Story *story, const char *bytes, gssize len);
/* (transfer full): the file as an article. */
QuoArticle *story_read (Story *story, const char *encoding);
/* The file is refused with @code, and the message says @word. */
void story_assert_refused (Story *story, const char *encoding, QuoError code, const char *word);
