/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-dateline.h"
#include "quo-mention-persons.h"
#include "quo-mentions.h"

#include <string.h>

/* Who is mentioned where. What is annotated or proposed comes first; between these, capitalised
 * runs of words that are no mere beginnings of sentences, and pronouns. */

typedef struct
{
  const QuoSuggesting *run;
  const GArray *stretches;
  GArray *known; /* of Known, apart, in text order */
  guint n_taken; /* so many of these are mentions already */
  GArray *mentions;
} Finding;

/* What is annotated or proposed, before it is a mention. */
typedef struct
{
  QuoSpan span;
  QuoRef ref;
} Known;

#define get_known(finding, i) (&g_array_index ((finding)->known, Known, i))

/* --- Annotated and proposed --- */

static QuoMentionKind
get_kind (const char *type)
{
  if (strcmp (type, "person") == 0 || strcmp (type, QUO_TYPE_MENTION) == 0)
    return QUO_MENTION_PERSON;
  return strcmp (type, "organization") == 0 ? QUO_MENTION_ORGANIZATION : QUO_MENTION_OTHER;
}

static void
add_known (Finding *finding, QuoRef ref, const char *type, QuoSpan span)
{
  Known known = { span, ref };

  /* a day is nobody, in a language that is not known, too */
  if (quo_tagset_get_kind (finding->run->tagset, type) == QUO_LABEL_ENTITY
      && strcmp (type, "date") != 0)
    g_array_append_val (finding->known, known);
}

static gboolean
is_ours (const QuoAnnotation *annotation)
{
  return quo_status_is_accepted (annotation->status) && !annotation->is_orphan;
}

static void
add_annotated (Finding *finding)
{
  QuoSnapshot *snapshot = finding->run->snapshot;
  const QuoProposals *proposals = finding->run->proposals;

  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION); i++)
    {
      const QuoAnnotation *annotation = quo_snapshot_get_annotation (snapshot, i);

      if (is_ours (annotation))
        add_known (finding, quo_suggesting_refer (finding->run, annotation->base.id),
                   annotation->type, quo_annotation_get_hull (annotation));
    }
  for (guint i = 0; i < quo_proposals_get_length (proposals); i++)
    add_known (finding, QUO_REF_OF_PROPOSAL (i), quo_proposals_get_type (proposals, i),
               quo_proposals_get_hull (proposals, i));
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Known *x = a, *y = b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  return x->span.end > y->span.end ? -1 : x->span.end < y->span.end;
}

/* What is proposed comes in text order, unless people have annotated the article, too. */
static gboolean
is_sorted (const Finding *finding)
{
  for (guint i = 1; i < finding->known->len; i++)
    if (compare_places (get_known (finding, i - 1), get_known (finding, i)) > 0)
      return FALSE;
  return TRUE;
}

/* Of those that overlap the first, which is the longer one, stays; the place a story comes from
 * says nothing. */
static void
drop_overlapping (Finding *finding)
{
  guint n = 0;

  if (!is_sorted (finding))
    g_array_sort (finding->known, compare_places);
  for (guint i = 0; i < finding->known->len; i++)
    {
      Known known = *get_known (finding, i);

      if ((n == 0 || get_known (finding, n - 1)->span.end <= known.span.start)
          && !quo_dateline_holds (finding->run->page, known.span))
        *get_known (finding, n++) = known;
    }
  g_array_set_size (finding->known, n);
}

static void
take_known (Finding *finding, const Known *known)
{
  const QuoSuggesting *run = finding->run;
  QuoMention mention = { .span = known->span, .ref = known->ref };
  const char *type, *entity;

  if (known->ref & QUO_REF_SETTLED)
    {
      const QuoAnnotation *annotation = quo_snapshot_find (
          run->snapshot, quo_ref_get_id (known->ref, run->proposals, run->strings, NULL));

      type = annotation->type;
      entity = annotation->n_entities > 0 ? annotation->entities[0] : NULL;
    }
  else
    {
      type = quo_proposals_get_type (run->proposals, known->ref - 1);
      entity = quo_proposals_get_identity (run->proposals, known->ref - 1);
    }
  mention.kind = get_kind (type);
  mention.entity = quo_strings_add (run->strings, entity);
  g_array_append_val (finding->mentions, mention);
}

/* Takes those that end before @offset. */
static void
take_known_before (Finding *finding, guint32 offset)
{
  while (finding->n_taken < finding->known->len
         && get_known (finding, finding->n_taken)->span.end <= offset)
    take_known (finding, get_known (finding, finding->n_taken++));
}

/* --- Plain --- */

static gboolean
is_name_word (const QuoToken *token)
{
  return (token->shape & QUO_SHAPE_CAPITAL)
         && !(token->kinds
              & (QUO_WORD_STOPWORD | QUO_WORD_CALENDAR | QUO_WORD_PRONOUN | QUO_WORD_NOUN
                 | QUO_WORD_REST));
}

static gboolean
is_next (const QuoPassage *page, const QuoToken *a, const QuoToken *b)
{
  guint32 at = a->span.end;

  if (quo_passage_get (page, at) == '.'
      && ((a->shape & QUO_SHAPE_INITIAL) || (a->kinds & (QUO_WORD_ABBREVIATION | QUO_WORD_TITLE))))
    at++;
  while (at < b->span.start && g_unichar_isspace (quo_passage_get (page, at)))
    at++;
  return at == b->span.start;
}

/* The last token of the run of name words that begins at @first. */
static guint
find_run_end (const QuoPassage *page, const GArray *tokens, guint first)
{
  guint last = first;

  for (guint i = first + 1; i < tokens->len; i++)
    {
      const QuoToken *token = quo_tokens_get (tokens, i);

      if (!is_next (page, quo_tokens_get (tokens, i - 1), token))
        break;
      if (is_name_word (token))
        last = i;
      else if (!(token->kinds & QUO_WORD_PARTICLE)
               && !((token->kinds & QUO_WORD_PARTICLE_INNER)
                    && (quo_tokens_get (tokens, i - 1)->kinds & QUO_WORD_PARTICLE)))
        break; /* Anwohnerin dem Sender */
    }
  return last;
}

/* Without the possessive 's. */
static QuoSpan
trim_possessive (const QuoPassage *page, QuoSpan span)
{
  if (span.end > span.start + 2 && quo_char_is_apostrophe (quo_passage_get (page, span.end - 2))
      && g_unichar_tolower (quo_passage_get (page, span.end - 1)) == 's')
    span.end -= 2;
  return span;
}

static gboolean
begins_sentence (const QuoPassage *page, guint32 at)
{
  while (at > page->start
         && (quo_passage_get (page, at - 1) == ' ' || quo_passage_get (page, at - 1) == '\n'
             || quo_char_is_quote_mark (quo_passage_get (page, at - 1))
             || quo_char_is_dash (quo_passage_get (page, at - 1))))
    at--;
  return at == page->start || quo_char_is_stop (quo_passage_get (page, at - 1))
         || quo_passage_get (page, at - 1) == ':';
}

/* "a French official", "a senior German diplomat", "the Norwegian": an adjective of a people behind
 * an article is no name. Without one it may be: Sean. */
static gboolean
is_of_people (const Finding *finding, const GArray *tokens, guint i)
{
  const QuoToken *before = i > 0 ? quo_tokens_get (tokens, i - 1) : NULL;

  if (before == NULL || !(quo_tokens_get (tokens, i)->kinds & QUO_WORD_ADJECTIVE)
      || quo_language_has_capital_nouns (finding->run->language)
      || !is_next (finding->run->page, before, quo_tokens_get (tokens, i)))
    return FALSE;
  if (i > 1 && !(before->kinds & (QUO_WORD_STOPWORD | QUO_WORD_OBLIQUE))
      && !(before->shape & QUO_SHAPE_CAPITAL)
      && is_next (finding->run->page, quo_tokens_get (tokens, i - 2), before))
    before = quo_tokens_get (tokens, i - 2);
  return (before->kinds & QUO_WORD_DETERMINER) && !(before->kinds & QUO_WORD_OBLIQUE);
}

/* "Der Polizist", "ein junger Sprecher": where nouns have capitals, one behind an article is none.
 */
static gboolean
is_noun_behind_article (const Finding *finding, const GArray *tokens, guint i)
{
  const QuoPassage *page = finding->run->page;
  const QuoToken *before = i > 0 ? quo_tokens_get (tokens, i - 1) : NULL;

  if (!quo_language_has_capital_nouns (finding->run->language) || before == NULL
      || !is_next (page, before, quo_tokens_get (tokens, i)))
    return FALSE;
  if (i > 1 && !(before->shape & QUO_SHAPE_CAPITAL) && !(before->kinds & QUO_WORD_STOPWORD)
      && is_next (page, quo_tokens_get (tokens, i - 2), before))
    before = quo_tokens_get (tokens, i - 2);
  return (before->kinds & QUO_WORD_DETERMINER) != 0;
}

/* One capitalised word at the start of a sentence is a name only before a verb of saying. */
static gboolean
is_likely_name (const Finding *finding, const GArray *tokens, guint first, guint last)
{
  const QuoToken *token = quo_tokens_get (tokens, first);
  const QuoToken *next = last + 1 < tokens->len ? quo_tokens_get (tokens, last + 1) : NULL;

  if (first < last)
    return TRUE;
  if (is_of_people (finding, tokens, first) || is_noun_behind_article (finding, tokens, first))
    return FALSE;
  if (next != NULL && (next->kinds & QUO_WORD_SAYING))
    return TRUE;
  if (token->kinds & (QUO_WORD_ANY_SAYING | QUO_WORD_FINITE))
    return FALSE;
  if (quo_language_has_capital_nouns (finding->run->language))
    return FALSE;
  return !begins_sentence (finding->run->page, token->span.start);
}

/* Takes it with the known ones before it, unless one overlaps it. */
static void
take_plain (Finding *finding, const QuoMention *mention)
{
  take_known_before (finding, mention->span.start);
  if (finding->n_taken == finding->known->len
      || !quo_span_overlaps (get_known (finding, finding->n_taken)->span, mention->span))
    g_array_append_vals (finding->mentions, mention, 1);
}

static void
scan_paragraph (Finding *finding, QuoSpan paragraph)
{
  const QuoPassage *page = finding->run->page;
  g_autoptr (GArray) tokens = NULL;

  paragraph.start = quo_dateline_skip (page, paragraph);
  tokens = quo_tokens_list (page, finding->run->language, paragraph);

  for (guint i = 0; i < tokens->len; i++)
    {
      const QuoToken *token = quo_tokens_get (tokens, i);
      QuoMention mention = { .span = token->span };

      if ((token->kinds & QUO_WORD_PRONOUN) && !(token->kinds & QUO_WORD_DETERMINER))
        {
          mention.is_pronoun = TRUE;
          mention.is_self = (token->kinds & QUO_WORD_SELF) != 0;
          take_plain (finding, &mention);
        }
      else if (is_name_word (token))
        {
          guint last = find_run_end (page, tokens, i);

          mention.span.end = quo_tokens_get (tokens, last)->span.end;
          mention.span = trim_possessive (page, mention.span);
          if (is_likely_name (finding, tokens, i, last))
            take_plain (finding, &mention);
          i = last;
        }
    }
}

/* “Come in,” said Daisy: whether nothing but a verb of saying stands between marks and @at. */
static gboolean
follows_saying (const Finding *finding, guint32 at)
{
  const QuoPassage *page = finding->run->page;
  guint32 end = at, start;
  g_autoptr (GArray) tokens = NULL;

  while (end > page->start && g_unichar_isspace (quo_passage_get (page, end - 1)))
    end--;
  for (start = end; start > page->start && quo_char_is_word (quo_passage_get (page, start - 1));)
    start--;
  for (at = start; at > page->start && g_unichar_isspace (quo_passage_get (page, at - 1));)
    at--;
  if (start == end || at == page->start || !quo_char_is_quote_mark (quo_passage_get (page, at - 1)))
    return FALSE;
  tokens = quo_tokens_list (page, finding->run->language, QUO_SPAN (start, end));
  return tokens->len == 1 && (quo_tokens_get (tokens, 0)->kinds & QUO_WORD_ANY_SAYING);
}

/* Where in its sentence each stands, and whether in marks. */
static void
place_mentions (Finding *finding)
{
  for (guint i = 0; i < finding->mentions->len; i++)
    {
      QuoMention *mention = quo_mentions_get (finding->mentions, i);

      mention->is_quoted = quo_stretches_cover (finding->stretches, mention->span.start, NULL, 0);
      mention->is_first = begins_sentence (finding->run->page, mention->span.start);
      mention->is_telling = !mention->is_quoted && follows_saying (finding, mention->span.start);
    }
}

GArray *
quo_mentions_find (const QuoSuggesting *run, const GArray *stretches)
{
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (Known));
  Finding finding = { .run = run, .stretches = stretches, .known = known };

  add_annotated (&finding);
  drop_overlapping (&finding);
  finding.mentions = g_array_sized_new (FALSE, FALSE, sizeof (QuoMention), known->len);
  for (guint p = 0; p < run->page->paragraphs->len; p++)
    scan_paragraph (&finding, quo_passage_get_paragraph (run->page, p));
  take_known_before (&finding, G_MAXUINT32);
  place_mentions (&finding);
  quo_mention_persons_find (run, finding.mentions);
  return finding.mentions;
}

guint
quo_mentions_find_first (const GArray *mentions, guint32 offset)
{
  guint low = 0, high = mentions->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (quo_mentions_get (mentions, middle)->span.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}
