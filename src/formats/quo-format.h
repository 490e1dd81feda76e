/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quo-report.h"
#include "quo-snapshot.h"
#include "quo-target.h"

G_BEGIN_DECLS

/**
 * QuoCarries:
 *
 * What survives in a format. `quo formats` prints it and the loss report is about the rest.
 */
typedef enum {
  QUO_CARRIES_TEXT = 1 << 0,
  QUO_CARRIES_DISCONTINUOUS = 1 << 1,
  QUO_CARRIES_OVERLAP = 1 << 2,
  QUO_CARRIES_RELATIONS = 1 << 3,
  QUO_CARRIES_ENTITIES = 1 << 4,
  QUO_CARRIES_ATTRS = 1 << 5,
  QUO_CARRIES_NOTES = 1 << 6,
  QUO_CARRIES_LAYERS = 1 << 7,
  QUO_CARRIES_PROVENANCE = 1 << 8,
  QUO_CARRIES_ALL = (1 << 9) - 1,
} QuoCarries;

/* Name and value as given by --option NAME=VALUE. */
typedef struct
{
  GHashTable *values; /* string to string, or NULL */
} QuoFormatOptions;

/**
 * QuoFormat:
 *
 * An exchange format describes itself: one static const struct in a file of its own, and one word in
 * this folder's meson.build.
 */
typedef struct _QuoFormat QuoFormat;
struct _QuoFormat
{
  const char *id;         /* "brat" */
  const char *title;      /* N_("brat standoff") */
  const char *extensions; /* "ann;txt": the first is that of the file written */
  QuoCarries carries;
  gboolean is_one_layer;  /* cannot tell layers apart: the caller passes a snapshot of one layer */
  const char *siblings;   /* extensions of further files written beside it, or NULL */
  const char *options;    /* "offsets=utf16;bom=yes" for help, or NULL */
  gboolean (*write) (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
                     QuoReport *report, GCancellable *cancellable, GError **error);
};

/* All formats, in the order of the list; NULL-terminated. */
const QuoFormat *const *quo_formats_list (void);
const QuoFormat *quo_formats_find (const char *id);
/* The value of the option, or NULL. */
const char *quo_format_options_get (const QuoFormatOptions *options, const char *name);

G_END_DECLS
