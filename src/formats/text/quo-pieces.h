/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-builder.h"
#include "quo-selection.h"

G_BEGIN_DECLS

/**
 * QuoPieces:
 * @pieces: (element-type QuoPiece): the ranges of all annotations, in their order
 * @links: (element-type QuoPieceLink): what holds the pieces of one annotation together, then who
 *   says what
 *
 * Annotations for tools that know spans of one piece and arrows between two of them: the pieces of
 * an annotation are linked by "continues"; of a quotation, an arrow named after the role leads from
 * the first piece of the quote to that of each other member; of any other relation of two members,
 * an arrow with its name from one to the other.
 */
typedef struct
{
  const QuoAnnotation *annotation;
  QuoSpan span;
  guint part; /* of the annotation, from 0 */
} QuoPiece;

typedef struct
{
  guint from, to; /* pieces */
  const char *type;
} QuoPieceLink;

typedef struct
{
  GArray *pieces, *links;
  guint *first; /* the first piece of each annotation of the selection; G_MAXUINT: it has none */
  /*< private >*/
  GHashTable *linked; /* quotes that had an arrow: their first piece */
} QuoPieces;

/* @is_trimmed: without blanks at both ends. What becomes nothing, and what no arrow can tell, is
 * counted in @selection. */
QuoPieces *quo_pieces_new (QuoSelection *selection, gboolean is_trimmed) G_GNUC_WARN_UNUSED_RESULT;
void quo_pieces_free (QuoPieces *pieces);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoPieces, quo_pieces_free)
#define quo_pieces_get(p, i) (&g_array_index ((p)->pieces, QuoPiece, (i)))
#define quo_pieces_get_link(p, i) (&g_array_index ((p)->links, QuoPieceLink, (i)))

/**
 * QuoPieceLinks:
 *
 * The way back: arrows become discontinuous annotations, quotations and other relations.
 */
typedef struct _QuoPieceLinks QuoPieceLinks;

QuoPieceLinks *quo_piece_links_new (QuoBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;
void quo_piece_links_free (QuoPieceLinks *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuoPieceLinks, quo_piece_links_free)

/* An arrow between what the file calls @from and @to. @ref (nullable): what it calls the arrow. */
void quo_piece_links_add (QuoPieceLinks *links, const char *ref, const char *from, const char *to,
                          const char *type, guint line);
/* After the last arrow and the last annotation. */
void quo_piece_links_finish (QuoPieceLinks *links);

G_END_DECLS
