/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Between annotations of several ranges with relations of several roles, and spans with arrows. */

#include "quo-config.h"

#include "quo-pieces.h"

#include "quo-blank.h"

#include <string.h>

#define CONTINUES "continues"

/* --- Out --- */

static void
add_pieces (QuoPieces *pieces, QuoSelection *selection, guint i, gboolean is_trimmed)
{
  const QuoAnnotation *annotation = quo_selection_get_annotation (selection, i);
  guint last = G_MAXUINT;

  pieces->first[i] = G_MAXUINT;
  for (guint r = 0, part = 0; r < annotation->n_ranges; r++)
    {
      QuoPiece piece = { annotation, annotation->ranges[r], part };

      if (is_trimmed)
        piece.span = quo_blank_trim (selection->text, piece.span);
      if (quo_span_is_empty (piece.span))
        continue;
      part++;
      if (pieces->first[i] == G_MAXUINT)
        pieces->first[i] = pieces->pieces->len;
      else
        {
          QuoPieceLink link = { last, pieces->pieces->len, CONTINUES };

          g_array_append_val (pieces->links, link);
        }
      last = pieces->pieces->len;
      g_array_append_val (pieces->pieces, piece);
    }
  selection->losses.counts[QUO_LOSS_BLANK] += pieces->first[i] == G_MAXUINT;
}

/* The first piece of a member; G_MAXUINT: it has none. */
static guint
find_piece (const QuoPieces *pieces, const QuoSelection *selection, const char *id)
{
  guint position = quo_selection_find_position (selection, id);

  return position != G_MAXUINT ? pieces->first[position] : G_MAXUINT;
}

static void
add_link (QuoPieces *pieces, QuoSelection *selection, guint from, const char *to, const char *type)
{
  QuoPieceLink link = { from, find_piece (pieces, selection, to), type };

  if (link.to == G_MAXUINT)
    selection->losses.counts[QUO_LOSS_MEMBERS]++;
  else
    g_array_append_val (pieces->links, link);
}

static void
add_quotation (QuoPieces *pieces, QuoSelection *selection, const QuoRelation *relation,
               const char *quote)
{
  guint from = find_piece (pieces, selection, quote);
  guint n_links = pieces->links->len;

  if (from != G_MAXUINT && !g_hash_table_add (pieces->linked, GUINT_TO_POINTER (from)))
    selection->losses.counts[QUO_LOSS_SAME_QUOTES]++;
  for (guint r = 0; from != G_MAXUINT && r < relation->n_roles; r++)
    for (guint m = 0; m < relation->roles[r].n_members; m++)
      if (!g_str_equal (relation->roles[r].name, "quote"))
        add_link (pieces, selection, from, relation->roles[r].members[m], relation->roles[r].name);
  selection->losses.counts[QUO_LOSS_RELATIONS] += pieces->links->len == n_links;
}

/* A relation without a quote: an arrow if it has two members. */
static void
add_pair (QuoPieces *pieces, QuoSelection *selection, const QuoRelation *relation)
{
  guint from = G_MAXUINT;

  if (relation->n_roles == 2 && relation->roles[0].n_members == 1
      && relation->roles[1].n_members == 1)
    from = find_piece (pieces, selection, relation->roles[0].members[0]);
  if (from == G_MAXUINT)
    selection->losses.counts[QUO_LOSS_RELATIONS]++;
  else
    add_link (pieces, selection, from, relation->roles[1].members[0], relation->type);
}

static void
add_relation (QuoPieces *pieces, QuoSelection *selection, const QuoRelation *relation)
{
  const QuoRole *quotes = quo_relation_find_role (relation, "quote");

  if (quotes == NULL)
    add_pair (pieces, selection, relation);
  for (guint i = 0; quotes != NULL && i < quotes->n_members; i++)
    add_quotation (pieces, selection, relation, quotes->members[i]);
}

QuoPieces *
quo_pieces_new (QuoSelection *selection, gboolean is_trimmed)
{
  QuoPieces *pieces = g_new0 (QuoPieces, 1);

  pieces->pieces = g_array_new (FALSE, FALSE, sizeof (QuoPiece));
  pieces->links = g_array_new (FALSE, FALSE, sizeof (QuoPieceLink));
  pieces->linked = g_hash_table_new (NULL, NULL);
  pieces->first = g_new (guint, selection->annotations->len + 1);
  for (guint i = 0; i < selection->annotations->len; i++)
    add_pieces (pieces, selection, i, is_trimmed);
  for (guint i = 0; i < selection->relations->len; i++)
    add_relation (pieces, selection, quo_selection_get_relation (selection, i));
  return pieces;
}

void
quo_pieces_free (QuoPieces *pieces)
{
  if (pieces == NULL)
    return;
  g_array_unref (pieces->pieces);
  g_array_unref (pieces->links);
  g_hash_table_unref (pieces->linked);
  g_free (pieces->first);
  g_free (pieces);
}

/* --- And back --- */

typedef struct
{
  const char *ref, *from, *to, *type;
  guint line;
} Arrow;

struct _QuoPieceLinks
{
  QuoBuilder *builder;
  GArray *arrows;         /* of Arrow */
  GHashTable *quotations; /* draft of a quote to that of its quotation */
};

QuoPieceLinks *
quo_piece_links_new (QuoBuilder *builder)
{
  QuoPieceLinks *links = g_new0 (QuoPieceLinks, 1);

  links->builder = builder;
  links->arrows = g_array_new (FALSE, FALSE, sizeof (Arrow));
  links->quotations = g_hash_table_new (NULL, NULL);
  return links;
}

void
quo_piece_links_free (QuoPieceLinks *links)
{
  if (links == NULL)
    return;
  g_array_unref (links->arrows);
  g_hash_table_unref (links->quotations);
  g_free (links);
}

void
quo_piece_links_add (QuoPieceLinks *links, const char *ref, const char *from, const char *to,
                     const char *type, guint line)
{
  Arrow arrow
      = { quo_builder_keep (links->builder, ref, -1), quo_builder_keep (links->builder, from, -1),
          quo_builder_keep (links->builder, to, -1), quo_builder_keep (links->builder, type, -1),
          line };

  g_array_append_val (links->arrows, arrow);
}

/* The roles of a quotation beside the quote itself. */
static gboolean
is_quotation_role (const char *type)
{
  static const char *const roles[] = { "source", "cue", "addressee", NULL };

  return g_strv_contains (roles, type);
}

/* The quotation of a quote; the quote itself is its first member. */
static QuoDraft *
get_quotation (QuoPieceLinks *links, const Arrow *arrow)
{
  const QuoDraft *quote = quo_builder_find (links->builder, arrow->from);
  QuoDraft *quotation = quote != NULL ? g_hash_table_lookup (links->quotations, quote) : NULL;

  if (quotation != NULL)
    return quotation;
  quotation = quo_builder_add (links->builder, QUO_RECORD_RELATION, NULL, "quotation", arrow->line);
  quo_draft_add_member (links->builder, quotation, "quote", arrow->from);
  quotation->layer = quote != NULL ? quote->layer : NULL;
  if (quote != NULL)
    g_hash_table_insert (links->quotations, (gpointer)quote, quotation);
  return quotation;
}

static void
add_arrow (QuoPieceLinks *links, const Arrow *arrow)
{
  const QuoDraft *from = quo_builder_find (links->builder, arrow->from);
  QuoDraft *pair;

  if (is_quotation_role (arrow->type))
    {
      quo_draft_add_member (links->builder, get_quotation (links, arrow), arrow->type, arrow->to);
      return;
    }
  pair
      = quo_builder_add (links->builder, QUO_RECORD_RELATION, arrow->ref, arrow->type, arrow->line);
  if (pair == NULL) /* the name is taken */
    pair = quo_builder_add (links->builder, QUO_RECORD_RELATION, NULL, arrow->type, arrow->line);
  pair->layer = from != NULL ? from->layer : NULL;
  quo_draft_add_member (links->builder, pair, "from", arrow->from);
  quo_draft_add_member (links->builder, pair, "to", arrow->to);
}

void
quo_piece_links_finish (QuoPieceLinks *links)
{
  for (guint is_rest = 0; is_rest < 2; is_rest++) /* first the annotations, then what links them */
    for (guint i = 0; i < links->arrows->len; i++)
      {
        const Arrow *arrow = &g_array_index (links->arrows, Arrow, i);
        gboolean is_piece = g_str_equal (arrow->type, CONTINUES)
                            && quo_builder_find (links->builder, arrow->from) != NULL
                            && quo_builder_find (links->builder, arrow->to) != NULL;

        if (is_piece && is_rest == 0)
          quo_builder_join (links->builder, arrow->from, arrow->to);
        else if (!is_piece && is_rest == 1)
          add_arrow (links, arrow);
      }
}
