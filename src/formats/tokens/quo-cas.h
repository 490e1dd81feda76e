/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-import.h"
#include "quo-selection.h"

G_BEGIN_DECLS

/* UIMA CAS JSON: see quo-format-cas.c. */
gboolean quo_cas_read (QuoImport *import, GCancellable *cancellable, GError **error);
gboolean quo_cas_write (QuoSelection *selection, QuoTarget *target, GCancellable *cancellable,
                        GError **error);

/* The types of our own. */
#define QUO_CAS_SPAN "custom.Span"
#define QUO_CAS_ENTITY "custom.Entity"
#define QUO_CAS_RELATION "custom.Relation"
#define QUO_CAS_MEMBER "custom.Member"
/* Before the name of an attribute that is a feature. */
#define QUO_CAS_ATTR "attr_"

G_END_DECLS
