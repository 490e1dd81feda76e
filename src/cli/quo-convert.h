/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-import.h"
#include "quo-inputs.h"

G_BEGIN_DECLS

/* What the files of `quo convert` share: the call, and its two halves. */

typedef struct
{
  const QuoFormat *from;          /* NULL: told by the content of each input */
  const QuoFormat *to;            /* NULL: an import, into the sidecar beside the article */
  GHashTable *values;             /* of --option: name to value */
  char *out;                      /* as given, or NULL */
  char *folder;                   /* where all outputs go; NULL: `out` is the file */
  char *layer;                    /* to write, or what to call an imported one */
  char *article;                  /* the article of an import, or NULL: told by the input */
  const QuoInputOptions *reading; /* of articles */
  GCancellable *cancellable;      /* cancelled by a signal */
  gboolean is_force, is_merge, is_partial, is_dry_run, is_strict;
  gboolean has_folder;       /* one was named */
  const char *const *inputs; /* the files of what was named */
  guint n_inputs;
  GPtrArray *files, *subfolders; /* owned: of each input, and where below the named folder it is */
  GHashTable *protected;         /* owned: the inputs, canonical */
} QuoConvert;

/**
 * QuoConverted:
 * @snapshot: what was read
 * @name: of the article, without a folder
 * @article_path: of the article; of one that is to be made, NULL
 * @sidecar_path: where it came from, or NULL
 * @is_import: it came out of another format
 * @is_part: one that holds a part of what is known of the article
 *
 * One article of an input.
 */
typedef struct
{
  QuoSnapshot *snapshot;
  char *name, *article_path, *sidecar_path;
  QuoTagset *tagset;
  gboolean is_import, is_part;
} QuoConverted;

/* Finds the files of what was named; QUO_ERROR_NOT_FOUND: there is none in a folder. */
gboolean quo_convert_list (QuoConvert *convert, const char *const *paths, guint n_paths,
                           GError **error);

/* (transfer full) (element-type QuoConverted): the articles of an input, an article or sidecar, or
 * a file of another format. @report gets what an import tells. May be called in any thread, and so
 * may the next. */
GPtrArray *quo_convert_read (const QuoConvert *convert, guint input, QuoReport *report,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes one of them in the format asked for, or as a sidecar. */
gboolean quo_convert_write (const QuoConvert *convert, guint input, const QuoConverted *converted,
                            QuoReport *report, GError **error);

/* Converts all inputs and tells of them; the exit of the program. A signal that comes meanwhile
 * ends it when no file is half written. */
int quo_convert_run (QuoConvert *convert);

G_END_DECLS
