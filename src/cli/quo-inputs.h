/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-opening.h"
#include "quo-tagset.h"

G_BEGIN_DECLS

/**
 * quo_inputs_list:
 * @paths: (array length=n_paths): what was named: articles, sidecars, folders
 *
 * Takes each folder apart into the sidecars in it and below it, by name; hidden folders and links
 * to folders are passed over. A folder that cannot be read is told on standard error and makes
 * *ret_code QUO_EXIT_FAILED.
 *
 * Returns: (transfer full) (element-type filename): articles and sidecars, which may not exist
 */
GPtrArray *quo_inputs_list (const char *const *paths, guint n_paths,
                            int *ret_code) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a file of a folder is meant. */
typedef gboolean (*QuoInputsWant) (const char *path, gconstpointer data);
/* Adds the files in a folder and below it that @want, by name; hidden ones and links to folders are
 * passed over. FALSE: a folder could not be read, which was told. */
gboolean quo_inputs_add_folder (GPtrArray *files, const char *folder, QuoInputsWant want,
                                gconstpointer data);

/* How the files of a verb are to be read. */
typedef struct
{
  char *encoding; /* IANA name, or NULL */
  gboolean is_whole_page, is_source;
} QuoInputOptions;

/* The rows of a table of options that fill a QuoInputOptions. */
#define QUO_INPUT_OPTIONS(o)                                                                       \
  { "encoding",                                                                                    \
    0,                                                                                             \
    0,                                                                                             \
    G_OPTION_ARG_STRING,                                                                           \
    &(o).encoding,                                                                                 \
    N_ ("Read articles in this encoding, whatever the sidecar says"),                              \
    N_ ("NAME") },                                                                                 \
      { "whole-page",                                                                              \
        0,                                                                                         \
        0,                                                                                         \
        G_OPTION_ARG_NONE,                                                                         \
        &(o).is_whole_page,                                                                        \
        N_ ("Take all that a web page shows, with its menus and boxes"),                           \
        NULL },                                                                                    \
  {                                                                                                \
    "source", 0, 0, G_OPTION_ARG_NONE, &(o).is_source,                                             \
        N_ ("Take the file itself as text, without its story being looked for"), NULL              \
  }

/* How an article that has no sidecar yet is to be read. */
QuoReadOptions quo_inputs_get_read_options (const QuoInputOptions *options);

/* Opens an article or sidecar; QUO_ERROR_USAGE for options that contradict one another, else as
 * quo_open(). */
QuoOpening *quo_inputs_open (const char *path, const QuoInputOptions *options, QuoReport *report,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The tagset of a sidecar: its own file when there is one that may be followed, else the built-in
 * one. (transfer full) */
QuoTagset *quo_inputs_load_tagset (const QuoOpening *opening) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
