/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-language.h"

G_BEGIN_DECLS

/**
 * QuoNameKnowledge:
 *
 * What a language's file (data/languages) says of words in and round names, beside what QuoLanguage
 * knows of it. Immutable, lives as long as the program.
 */
typedef struct _QuoNameKnowledge QuoNameKnowledge;

/* One bit for each section, by its name there. */
typedef enum
{
  QUO_NAME_WORD_ORGANIZATION = 1 << 0,  /* makes the name one of an organization: Party */
  QUO_NAME_WORD_COMPANY = 1 << 1,       /* ends the name of a firm: Inc, GmbH */
  QUO_NAME_WORD_PLACE = 1 << 2,         /* makes it one of a place: River, Street */
  QUO_NAME_WORD_EVENT = 1 << 3,         /* of an event: War, Cup */
  QUO_NAME_WORD_IN = 1 << 4,            /* a place is likely after it: in, near */
  QUO_NAME_WORD_OF = 1 << 5,            /* goes on with an organization: Ministry of */
  QUO_NAME_WORD_ARTICLE = 1 << 6,       /* the: seldom before persons and towns */
  QUO_NAME_WORD_WHO = 1 << 7,           /* after a person: who */
  QUO_NAME_WORD_SURNAME = 1 << 8,       /* ends like a surname: -ovich, -sson */
  QUO_NAME_WORD_OTHER = 1 << 9,         /* is written like a name and is none: Internet */
  QUO_NAME_WORD_PLACE_ENDING = 1 << 10, /* ends like a place: -burg, -shire */
  QUO_NAME_WORD_KIN = 1 << 11,          /* a person is likely after it: his wife */
  QUO_NAME_WORD_TO = 1 << 13,           /* a place or a person is likely after it: from, of */
  QUO_NAME_WORD_ADJECTIVE = 1 << 12,    /* ends like an adjective: Карибское */
  QUO_NAME_WORD_FINAL = 1 << 14,        /* an abbreviation that may end a sentence: etc. */
  QUO_NAME_WORD_GENITIVE = 1 << 15,     /* ends like a genitive, and not like a verb */
  QUO_NAME_WORD_GAME = 1 << 16,         /* of sports: goalkeeper */
  QUO_NAME_WORD_TOLD = 1 << 17,         /* a verb of saying after which its listener stands: told */
  QUO_NAME_WORD_HEAD = 1 << 18,         /* begins a name in small letters: ministère, rue */
  QUO_NAME_WORD_WORK = 1 << 20,         /* a work of art: the title follows */
  QUO_NAME_WORD_ROLE = 1 << 19,         /* ends like a word for what somebody is: -kollege */
} QuoNameWord;

const QuoNameKnowledge *quo_name_knowledge_get (const QuoLanguage *language);
/* The kinds of a word as quo_word_fold() writes it. */
guint quo_name_knowledge_get_kinds (const QuoNameKnowledge *knowledge, const char *folded,
                                    gsize len);
/* (transfer full) (element-type utf8): the forms under which an inflected word may stand in a
 * list ("москве": "москва", "москв" ...), without the word itself; at most 8. */
GPtrArray *quo_name_knowledge_list_bases (const QuoNameKnowledge *knowledge, const char *folded,
                                          gsize len) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the word itself stands in [no-names], and not its ending. */
gboolean quo_name_knowledge_is_no_name (const QuoNameKnowledge *knowledge, const char *folded);
/* The length of what makes a part of a place of one: "süd" of "südeuropa"; 0 if there is none. */
gsize quo_name_knowledge_measure_prefix (const QuoNameKnowledge *knowledge, const char *folded);
/* The kinds of an ending itself. */
guint quo_name_knowledge_get_ending (const QuoNameKnowledge *knowledge, const char *folded);
/* Whether days and months begin with a capital. */
gboolean quo_name_knowledge_has_capital_calendar (const QuoNameKnowledge *knowledge);
/* Whether a word for an organization in small letters ends a name: Malmö tingsrätt. */
gboolean quo_name_knowledge_has_small_bodies (const QuoNameKnowledge *knowledge);
/* Whether names of bodies and firms stand between quotation marks: «Газпром». */
/* Whether a name before a hyphen and a mere word is none of its own: the FN of FN-rapport. */
gboolean quo_name_knowledge_keeps_compounds (const QuoNameKnowledge *knowledge);
gboolean quo_name_knowledge_has_marked_names (const QuoNameKnowledge *knowledge);
/* Whether the language has cases. */
gboolean quo_name_knowledge_is_inflected (const QuoNameKnowledge *knowledge);
/* Cuts the endings of cases off each word, so that all forms of a name are the same bytes; what is
 * left need not be a word. */
void quo_name_knowledge_strip (const QuoNameKnowledge *knowledge, char *folded);

G_END_DECLS
