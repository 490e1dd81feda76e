/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-gender.h"
#include "quo-quote-finder.h"
#include "quo-suggesting.h"

G_BEGIN_DECLS

/**
 * QuoMention:
 *
 * Somebody or something named in the text who may have said a quote: an annotation, a proposal, or
 * a name, pronoun or noun phrase that neither knows. @person is equal for mentions that are taken
 * for the same person; of a pronoun it is that of the nearest name before it that agrees with it.
 * @gender is that of the person, from all mentions.
 */
typedef enum
{
  QUO_MENTION_PLAIN, /* neither annotated nor proposed */
  QUO_MENTION_PERSON,
  QUO_MENTION_ORGANIZATION,
  QUO_MENTION_OTHER,
} QuoMentionKind;

typedef struct
{
  QuoSpan span;
  QuoRef ref;     /* the annotation or proposal; 0: plain */
  guint32 entity; /* number of the string of its id; 0: none */
  guint32 person; /* 0: not known */
  guint8 kind;    /* QuoMentionKind */
  guint8 gender;  /* QuoGender */
  guint8 n_named; /* how often the person is named in the article, but not above 255 */
  guint8 is_pronoun : 1, is_self : 1;
  guint8 is_quoted : 1;  /* stands within marks */
  guint8 is_first : 1;   /* begins its sentence */
  guint8 is_telling : 1; /* stands behind a verb of saying and what is said: “…,” said X */
} QuoMention;

/* The label of words that stand for somebody without being a name: "she", "the mayor". What is said
 * of them is said of a person. */
#define QUO_TYPE_MENTION "mention"

#define quo_mentions_get(mentions, i) (&g_array_index (mentions, QuoMention, i))

/* (transfer full) (element-type QuoMention): all of the article, in text order, apart. */
GArray *quo_mentions_find (const QuoSuggesting *run,
                           const GArray *stretches) G_GNUC_WARN_UNUSED_RESULT;
/* Index of the first mention that ends after @offset. */
guint quo_mentions_find_first (const GArray *mentions, guint32 offset);

G_END_DECLS
