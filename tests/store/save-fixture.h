/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder of its own with a file to be saved. */

#pragma once

#include <glib.h>

typedef struct
{
  char *folder;
  char *path; /* in it; there is no such file yet */
} SaveFixture;

void save_fixture_set_up (SaveFixture *fixture, gconstpointer data);
/* Removes the folder and what is left in it, which must be no temporary file. */
void save_fixture_tear_down (SaveFixture *fixture, gconstpointer data);

gboolean save_fixture_save (const char *path, const char *text, const char *known, GError **error);
void save_fixture_put (const char *path, const char *text);
void save_fixture_check (const char *path, const char *expected);

#define ADD_SAVE_TEST(name, test)                                                                  \
  g_test_add ("/store/save/" name, SaveFixture, NULL, save_fixture_set_up, test,                   \
              save_fixture_tear_down)
