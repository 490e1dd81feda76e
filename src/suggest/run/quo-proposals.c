/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-proposals.h"

#include <string.h>

/* Invariant: no two proposals have the same type and ranges; each is in the chain of its id. They
 * lie in segments that never move, so that growing copies nothing. */

#define SEGMENT_BITS 9
#define SEGMENT_LENGTH (1u << SEGMENT_BITS)
#define LENGTH_OF_CHAIN 64 /* code points of an article for each chain of ids */

typedef struct
{
  float score;      /* two digits of it are written */
  QuoSpan span;     /* of several ranges: their places in `parts` */
  guint32 identity; /* numbers of strings */
  guint32 reason : 30;
  guint32 is_helper : 1;
  guint32 is_parted : 1; /* has several ranges */
  guint32 next;          /* in its chain, its number + 1; 0: it is the last */
  guint16 type;
  guint8 form, rule;
} Kept;

struct _QuoProposals
{
  QuoStrings *strings;
  QuoStrings *types; /* few, so that their numbers are small */
  QuoStrings *notes; /* forms and rules */
  GPtrArray *segments;
  guint n;
  GArray *parts;   /* of QuoSpan: the ranges of those that have several */
  guint32 *chains; /* where each begins, as `next` */
  guint n_chains;  /* a power of 2 */
};

G_STATIC_ASSERT (sizeof (Kept) == 28);

static Kept *
get (const QuoProposals *proposals, guint i)
{
  Kept *segment = g_ptr_array_index (proposals->segments, i >> SEGMENT_BITS);

  return &segment[i & (SEGMENT_LENGTH - 1)];
}

/* --- Ids --- */

#define FIRST_HASH G_GUINT64_CONSTANT (14695981039346656037)

/* FNV-1a, 64 bits: the same on every machine, unlike g_str_hash() over 32 bits. */
static guint64
hash_text (guint64 hash, const char *s)
{
  for (; *s != '\0'; s++)
    hash = (hash ^ (guchar)*s) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}

static guint64
hash_number (guint64 hash, char before, guint32 number)
{
  char digits[16];
  char *first = &digits[sizeof digits - 1];

  *first = '\0';
  do
    *--first = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  *--first = before;
  return hash_text (hash, first);
}

/* Of "place 12-17", "quote 12-20 31-40". */
static guint64
hash_place (const char *type, const QuoSpan *ranges, guint n_ranges)
{
  guint64 hash = hash_text (FIRST_HASH, type);

  for (guint i = 0; i < n_ranges; i++)
    hash = hash_number (hash_number (hash, ' ', ranges[i].start), '-', ranges[i].end);
  return hash;
}

static const char id_digits[] = "abcdefghijkmnpqrstuvwxyz23456789";

#define N_ID_DIGITS (QUO_PROPOSED_ID_SIZE - 2) /* between the letter and the NUL */

static void
write_id (guint64 hash, char id[QUO_PROPOSED_ID_SIZE])
{
  id[0] = 's';
  for (guint i = 1; i <= N_ID_DIGITS; i++, hash >>= 5)
    id[i] = id_digits[hash & 31];
  id[N_ID_DIGITS + 1] = '\0';
}

/* The bits of the hash that an id tells; FALSE: it has another form. */
static gboolean
read_id (const char *id, guint64 *ret_hash)
{
  *ret_hash = 0;
  if (id[0] != 's' || strlen (id) != N_ID_DIGITS + 1)
    return FALSE;
  for (guint i = N_ID_DIGITS; i > 0; i--)
    {
      const char *digit = strchr (id_digits, id[i]);

      if (digit == NULL)
        return FALSE;
      *ret_hash = *ret_hash << 5 | (guint64)(digit - id_digits);
    }
  return TRUE;
}

void
quo_proposed_id_of (const char *text, char id[QUO_PROPOSED_ID_SIZE])
{
  write_id (hash_text (FIRST_HASH, text), id);
}

/* --- What is kept --- */

static const QuoSpan *
get_ranges (const QuoProposals *proposals, const Kept *kept, guint *ret_n)
{
  *ret_n = kept->is_parted ? kept->span.end - kept->span.start : 1;
  return kept->is_parted ? &g_array_index (proposals->parts, QuoSpan, kept->span.start)
                         : &kept->span;
}

static guint64
hash_kept (const QuoProposals *proposals, const Kept *kept)
{
  guint n;
  const QuoSpan *ranges = get_ranges (proposals, kept, &n);

  return hash_place (quo_strings_get (proposals->types, kept->type), ranges, n);
}

static guint32 *
get_chain (const QuoProposals *proposals, guint64 hash)
{
  return &proposals->chains[hash & (proposals->n_chains - 1)];
}

QuoProposals *
quo_proposals_new (QuoStrings *strings, guint32 length)
{
  QuoProposals *proposals = g_new0 (QuoProposals, 1);

  proposals->strings = strings;
  proposals->types = quo_strings_new ();
  proposals->notes = quo_strings_new ();
  proposals->segments = g_ptr_array_new_with_free_func (g_free);
  proposals->parts = g_array_new (FALSE, FALSE, sizeof (QuoSpan));
  proposals->n_chains = 16;
  while (proposals->n_chains < length / LENGTH_OF_CHAIN)
    proposals->n_chains *= 2;
  proposals->chains = g_new0 (guint32, proposals->n_chains);
  return proposals;
}

void
quo_proposals_free (QuoProposals *proposals)
{
  quo_strings_free (proposals->types);
  quo_strings_free (proposals->notes);
  g_ptr_array_unref (proposals->segments);
  g_array_unref (proposals->parts);
  g_free (proposals->chains);
  g_free (proposals);
}

guint
quo_proposals_get_length (const QuoProposals *proposals)
{
  return proposals->n;
}

static gboolean
is_same (const QuoProposals *proposals, const Kept *kept, const QuoProposal *proposal)
{
  guint n;
  const QuoSpan *ranges = get_ranges (proposals, kept, &n);

  return n == proposal->n_ranges && memcmp (ranges, proposal->ranges, n * sizeof *ranges) == 0
         && strcmp (quo_strings_get (proposals->types, kept->type), proposal->type) == 0;
}

/* Takes over what the second proposal of the same knows better. */
static void
join (QuoProposals *proposals, Kept *kept, const QuoProposal *proposal)
{
  if (kept->identity == 0)
    kept->identity = quo_strings_add (proposals->strings, proposal->identity);
  kept->is_helper = kept->is_helper && proposal->is_helper;
  if ((float)proposal->score <= kept->score)
    return;
  kept->score = (float)proposal->score;
  kept->rule = (guint8)quo_strings_add (proposals->notes, proposal->rule);
  kept->reason = quo_strings_add (proposals->strings, proposal->reason);
}

static QuoSpan
keep_ranges (QuoProposals *proposals, const QuoProposal *proposal)
{
  guint first = proposals->parts->len;

  if (proposal->n_ranges == 1)
    return proposal->ranges[0];
  g_array_append_vals (proposals->parts, proposal->ranges, proposal->n_ranges);
  return QUO_SPAN (first, proposals->parts->len);
}

static Kept *
append (QuoProposals *proposals)
{
  if (proposals->n % SEGMENT_LENGTH == 0)
    g_ptr_array_add (proposals->segments, g_new (Kept, SEGMENT_LENGTH));
  return get (proposals, proposals->n++);
}

guint
quo_proposals_add (QuoProposals *proposals, const QuoProposal *proposal)
{
  guint32 *chain
      = get_chain (proposals, hash_place (proposal->type, proposal->ranges, proposal->n_ranges));

  for (guint32 i = *chain; i > 0; i = get (proposals, i - 1)->next)
    if (is_same (proposals, get (proposals, i - 1), proposal))
      {
        join (proposals, get (proposals, i - 1), proposal);
        return i - 1;
      }
  *append (proposals)
      = (Kept){ .score = (float)CLAMP (proposal->score, 0, 1),
                .span = keep_ranges (proposals, proposal),
                .identity = quo_strings_add (proposals->strings, proposal->identity),
                .reason = quo_strings_add (proposals->strings, proposal->reason),
                .is_helper = proposal->is_helper,
                .is_parted = proposal->n_ranges > 1,
                .next = *chain,
                .type = (guint16)quo_strings_add (proposals->types, proposal->type),
                .form = (guint8)quo_strings_add (proposals->notes, proposal->form),
                .rule = (guint8)quo_strings_add (proposals->notes, proposal->rule) };
  *chain = proposals->n;
  return proposals->n - 1;
}

void
quo_proposals_read (const QuoProposals *proposals, guint i, QuoProposal *ret_proposal)
{
  const Kept *kept = get (proposals, i);
  guint n;
  const QuoSpan *ranges = get_ranges (proposals, kept, &n);

  *ret_proposal = (QuoProposal){ .type = quo_strings_get (proposals->types, kept->type),
                                 .ranges = ranges,
                                 .n_ranges = n,
                                 .form = quo_strings_get (proposals->notes, kept->form),
                                 .rule = quo_strings_get (proposals->notes, kept->rule),
                                 .reason = quo_strings_get (proposals->strings, kept->reason),
                                 .score = kept->score,
                                 .identity = quo_strings_get (proposals->strings, kept->identity),
                                 .is_helper = kept->is_helper };
}

const char *
quo_proposals_get_type (const QuoProposals *proposals, guint i)
{
  return quo_strings_get (proposals->types, get (proposals, i)->type);
}

const char *
quo_proposals_get_identity (const QuoProposals *proposals, guint i)
{
  return quo_strings_get (proposals->strings, get (proposals, i)->identity);
}

gboolean
quo_proposals_have_identity (const QuoProposals *proposals, const char *identity)
{
  guint32 number = quo_strings_find (proposals->strings, identity);

  for (guint i = 0; number != 0 && i < proposals->n; i++)
    if (get (proposals, i)->identity == number)
      return TRUE;
  return FALSE;
}

gboolean
quo_proposals_is_helper (const QuoProposals *proposals, guint i)
{
  return get (proposals, i)->is_helper;
}

QuoSpan
quo_proposals_get_hull (const QuoProposals *proposals, guint i)
{
  guint n;
  const QuoSpan *ranges = get_ranges (proposals, get (proposals, i), &n);

  return QUO_SPAN (ranges[0].start, ranges[n - 1].end);
}

void
quo_proposals_write_id (const QuoProposals *proposals, guint i, char id[QUO_PROPOSED_ID_SIZE])
{
  write_id (hash_kept (proposals, get (proposals, i)), id);
}

gint
quo_proposals_find (const QuoProposals *proposals, const char *id)
{
  guint64 hash;

  if (!read_id (id, &hash))
    return -1;
  for (guint32 i = *get_chain (proposals, hash); i > 0; i = get (proposals, i - 1)->next)
    {
      char here[QUO_PROPOSED_ID_SIZE];

      quo_proposals_write_id (proposals, i - 1, here);
      if (strcmp (id, here) == 0)
        return (gint)i - 1;
    }
  return -1;
}

/* --- Order --- */

/* Moves each to its place, round by round, so that no second copy is needed. */
static void
move (QuoProposals *proposals, guint32 *order)
{
  for (guint32 first = 0; first < proposals->n; first++)
    {
      Kept kept = *get (proposals, first);
      guint32 to = first;

      while (order[to] != first)
        {
          guint32 from = order[to];

          *get (proposals, to) = *get (proposals, from);
          order[to] = to;
          to = from;
        }
      *get (proposals, to) = kept;
      order[to] = to;
    }
}

void
quo_proposals_arrange (QuoProposals *proposals, guint32 *order, guint n_kept)
{
  move (proposals, order);
  proposals->n = n_kept;
  g_ptr_array_set_size (proposals->segments, (gint)((n_kept + SEGMENT_LENGTH - 1) >> SEGMENT_BITS));
  memset (proposals->chains, 0, proposals->n_chains * sizeof *proposals->chains);
  for (guint i = 0; i < n_kept; i++)
    {
      Kept *kept = get (proposals, i);
      guint32 *chain = get_chain (proposals, hash_kept (proposals, kept));

      kept->next = *chain;
      *chain = i + 1;
    }
}
