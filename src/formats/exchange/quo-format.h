/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-report.h"
#include "quo-snapshot.h"
#include "quo-source.h"
#include "quo-tagset.h"
#include "quo-target.h"

G_BEGIN_DECLS

/**
 * QuoCarries:
 *
 * What survives in a format. `quo formats` prints it and the loss report is about the rest.
 */
typedef enum
{
  QUO_CARRIES_TEXT = 1 << 0,
  QUO_CARRIES_DISCONTINUOUS = 1 << 1,
  QUO_CARRIES_OVERLAP = 1 << 2,
  QUO_CARRIES_RELATIONS = 1 << 3,
  QUO_CARRIES_ENTITIES = 1 << 4,
  QUO_CARRIES_ATTRS = 1 << 5,
  QUO_CARRIES_NOTES = 1 << 6,
  QUO_CARRIES_LAYERS = 1 << 7,
  QUO_CARRIES_PROVENANCE = 1 << 8,
  QUO_CARRIES_RELATION_DETAILS = 1
                                 << 9, /* attributes and notes of relations, several of one quote */
  QUO_CARRIES_ALL = (1 << 10) - 1,
} QuoCarries;
#define QUO_N_CARRIES 10

/* What one bit is called in lists ("relations"): untranslated, for marked translation. */
const char *quo_carries_get_name (QuoCarries bit);

/**
 * QuoFormatOption:
 * @name: as in --option NAME=VALUE
 * @values: the values it takes, "cp|utf16"; the first is what happens without it; "*": any text
 * @title: what it is for, N_()
 *
 * One thing that can be chosen about how a format is written.
 */
typedef struct
{
  const char *name;
  const char *values;
  const char *title;
} QuoFormatOption;

/* What a caller chose. All of it may be NULL, and so may a pointer to it. */
typedef struct
{
  GHashTable *values; /* string to string, each pair passed by quo_format_check_option() */
  QuoTagset *tagset;  /* names, colours and kinds of the labels, for formats that show them */
} QuoFormatOptions;

typedef struct _QuoImport QuoImport;

/**
 * QuoFormat:
 *
 * An exchange format describes itself: one `const` struct quo_format_ID in a file of its own, and
 * one word in this folder's meson.build.
 */
typedef struct _QuoFormat QuoFormat;
struct _QuoFormat
{
  const char *id;         /* "brat" */
  const char *title;      /* "brat standoff", marked for translation */
  const char *extensions; /* "ann;txt": the first is that of the file written */
  QuoCarries carries;
  QuoCarries carries_back; /* what of it is read again; 0: all */
  gboolean is_one_layer;   /* cannot tell layers apart */
  gboolean is_all_layers;  /* compares layers, so that all are written */
  gboolean is_part;        /* is read into what is known of an article: quo-import.h */
  gboolean keeps_suffix;   /* rally.txt -> rally.txt.EXTENSION, not rally.EXTENSION */
  const char *siblings;    /* extensions of further files written beside it, ".txt", or NULL */
  const QuoFormatOption *options;      /* ends with a name of NULL; NULL when there are none */
  const QuoFormatOption *read_options; /* the same for reading */

  /* Whether a file that begins with @head (valid UTF-8 without a byte order mark, @len bytes, then
   * a NUL) is one of this format: by what stands there, whatever its name. NULL: never. */
  gboolean (*sniff) (const char *head, gsize len);
  /* Reads the file of @import into its texts; see quo-import.h. NULL: it is only written. May be
   * called in any thread. */
  gboolean (*read) (QuoImport *import, GCancellable *cancellable, GError **error);

  /* Labels without annotations: whether a whole file holds them, a tagset out of it (transfer full;
   * QUO_ERROR_INVALID), and files out of a tagset. Each may be NULL. */
  gboolean (*sniff_labels) (const char *text);
  QuoTagset *(*read_labels) (QuoSource *source, GError **error);
  void (*write_labels) (const QuoTagset *tagset, QuoTarget *target);

  /* Writes all of @snapshot, which must have its article, into buffers of @target. Does not commit.
   * What could not be carried is told in @report, a line a kind. May be called in any thread.
   * QUO_ERROR_CANCELLED, QUO_ERROR_INVALID. NULL: it is only read. */
  gboolean (*write) (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
                     QuoReport *report, GCancellable *cancellable, GError **error);
};

/* All formats, in the order of the list; NULL-terminated. */
const QuoFormat *const *quo_formats_list (void);
/* Those of them that are written. */
const QuoFormat *const *quo_formats_list_written (void);
/* The format with this id, or NULL. */
const QuoFormat *quo_formats_find (const char *id);

/* The chosen value of the option, or NULL; and whether the value is @value. */
const char *quo_format_options_get (const QuoFormatOptions *options, const char *name);
gboolean quo_format_options_is (const QuoFormatOptions *options, const char *name,
                                const char *value);
/* Whether the format has this option and the option this value; QUO_ERROR_USAGE that names what
 * there is. */
gboolean quo_format_check_option (const QuoFormat *format, const char *name, const char *value,
                                  GError **error);
/* The same for reading. */
gboolean quo_format_check_read_option (const QuoFormat *format, const char *name, const char *value,
                                       GError **error);

/* Whether a file of this name ends as those of the format do; NULL: of any format that is read. */
gboolean quo_format_reads_name (const QuoFormat *format, const char *name);

/* (transfer full): the name of the file this format makes of an article, without a folder:
 * "rally.ann" of "/news/rally.txt". */
char *quo_format_dup_name (const QuoFormat *format, const char *article) G_GNUC_WARN_UNUSED_RESULT;

/**
 * quo_format_pick_layer:
 * @layer: (nullable): id of the layer to write; NULL: all
 *
 * What of @snapshot this format can write. A format that cannot tell layers apart takes, when none
 * is named, the only layer with annotations, else the only open one of these, and tells in @report
 * what stays behind.
 *
 * Returns: (transfer full): the snapshot itself or a smaller one; QUO_ERROR_USAGE when there is no
 *   such layer, or several could be meant: then the message names them
 */
QuoSnapshot *quo_format_pick_layer (const QuoFormat *format, QuoSnapshot *snapshot,
                                    const char *layer, QuoReport *report,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
