/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-quote-finder.h"

G_BEGIN_DECLS

/* What speaks against a verb of saying, and, below nought, what speaks for it. */
enum
{
  QUO_CUE_PRICE_WEAK = 5,           /* a verb that often says nothing */
  QUO_CUE_PRICE_OUTSIDE = 3,        /* before or after, not in the interruption */
  QUO_CUE_PRICE_AFTER_FRAGMENT = 3, /* after, and nothing says that the quote goes on to it */
  QUO_CUE_PRICE_COLON = -14,        /* before, and a colon opens the quote */
  QUO_CUE_PRICE_COMMA = -3,         /* before, and a comma opens it */
  QUO_CUE_PRICE_FRAGMENT = -3,      /* before, and the quote begins small: said that “it ... */
  QUO_CUE_PRICE_GOES_ON = -8, /* after, and the quote ends with a comma, or ? ! – in mid-sentence */
  QUO_CUE_PRICE_FULL_STOP = 4,   /* after, in a sentence of its own: “...” Novikov noted. */
  QUO_CUE_PRICE_OF_NEXT = 20,    /* after, but a colon and another quote follow */
  QUO_CUE_PRICE_MAY_BE_NEXT = 5, /* after, but another quote follows */
  QUO_CUE_PRICE_UNLISTED = 2,    /* a word that no list knows, by its place */
  QUO_CUE_PRICE_MAX = 24,
};

/**
 * QuoCueSearch:
 *
 * The search for the cue of one quote: what is known of its surroundings, and the cheapest verb so
 * far. quo-quote-cue.c looks before the marks and between their parts, quo-quote-cue-after.c behind
 * them.
 */
typedef struct
{
  const QuoPassage *page;
  const QuoLanguage *language;
  const GArray *stretches;
  const QuoSpan *parts;
  guint n_parts;
  QuoSpan hull;
  QuoSpan bounds;                     /* the outer quote: a nested one has its cue in there */
  gunichar first_inside, last_inside; /* characters of the quote, without its marks */
  gunichar before, after;             /* characters beside it, without blanks */
  int best;
  QuoSpan cue;
} QuoCueSearch;

/* The sentence's ends within the paragraph of @at. */
guint32 quo_passage_find_sentence_start (const QuoPassage *page, const QuoLanguage *language,
                                         guint32 at);
guint32 quo_passage_find_sentence_end (const QuoPassage *page, const QuoLanguage *language,
                                       guint32 at);
QuoSpan quo_cue_get_paragraph (const QuoPassage *page, guint32 offset);

/* "the report", "die Sage": whether token @i is a noun that looks like a verb of saying. */
gboolean quo_cue_search_is_noun (const QuoCueSearch *search, const GArray *tokens, guint i);
/* What it costs that another quote follows in the sentence of a verb that stands after this one. */
int quo_cue_search_price_next (const QuoCueSearch *search, guint32 from, guint32 end);
/* Takes token @i of @tokens as the cue, unless a cheaper one is known. */
void quo_cue_search_offer (QuoCueSearch *search, const QuoToken *token, const GArray *tokens,
                           guint i, int price);
/* Looks at the verbs in @zone, which counts its words from the end that touches the quote. */
void quo_cue_search_zone (QuoCueSearch *search, QuoSpan zone, gboolean is_before, int price);

/* Looks behind the marks. */
void quo_cue_search_after (QuoCueSearch *search);
/* Whether the author's words that follow go on with the sentence of the quote. */
gboolean quo_cue_search_goes_on (const QuoCueSearch *search);

G_END_DECLS
