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
  gboolean is_force, is_merge, is_partial, is_dry_run;
  const char *const *inputs;
  guint n_inputs;
} QuoConvert;

/**
 * QuoConverted:
 * @snapshot: what was read
 * @name: of the article, without a folder
 * @article_path: of the article; of one that is to be made, NULL
 * @sidecar_path: where it came from, or NULL
 * @is_import: it came out of another format
 *
 * One article of an input.
 */
typedef struct
{
  QuoSnapshot *snapshot;
  char *name, *article_path, *sidecar_path;
  QuoTagset *tagset;
  gboolean is_import;
} QuoConverted;

/* (transfer full) (element-type QuoConverted): the articles of an input, an article or sidecar, or
 * a file of another format. @report gets what an import tells. */
GPtrArray *quo_convert_read (const QuoConvert *convert, const char *input, QuoReport *report,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes one of them in the format asked for, or as a sidecar. */
gboolean quo_convert_write (const QuoConvert *convert, const char *input,
                            const QuoConverted *converted, QuoReport *report, GError **error);

G_END_DECLS
