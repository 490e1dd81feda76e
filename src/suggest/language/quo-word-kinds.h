/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-language.h"

G_BEGIN_DECLS

/**
 * QuoWordKind:
 *
 * What a language's file says of a word: one bit for each section of the file, by its name there. A
 * word may be in several. For the finders of this folder only.
 */
typedef enum
{
  QUO_WORD_SAYING = 1 << 0,        /* said, sagte */
  QUO_WORD_SAYING_WEAK = 1 << 1,   /* a verb of saying among other things: began, went */
  QUO_WORD_SOURCE = 1 << 2,        /* the source follows: according to, laut */
  QUO_WORD_SOURCE_AFTER = 1 << 3,  /* the source stands before: zufolge */
  QUO_WORD_SOURCE_STRICT = 1 << 4, /* the source follows, only straight after a quote: so */
  QUO_WORD_TITLE = 1 << 5,
  QUO_WORD_BODY = 1 << 6, /* after a title it makes an organization: General Motors */
  QUO_WORD_PRONOUN = 1 << 7,
  QUO_WORD_DETERMINER = 1 << 8,      /* what follows is a noun: the report */
  QUO_WORD_PARTICLE = 1 << 9,        /* between names: van */
  QUO_WORD_PARTICLE_INNER = 1 << 10, /* only after a particle: van der */
  QUO_WORD_STOPWORD = 1 << 11,
  QUO_WORD_ABBREVIATION = 1 << 12, /* its full stop ends no sentence */
  QUO_WORD_CALENDAR = 1 << 13,     /* days and months */
  QUO_WORD_ELISION = 1 << 14,      /* begins with an apostrophe: 'tis */
  QUO_WORD_ELIDED = 1 << 15,       /* stands before an apostrophe: l', d' */
  QUO_WORD_NOUN = 1 << 16,         /* ends like a common noun, where all nouns have capitals */
  QUO_WORD_AS = 1 << 17,           /* as X said, wie X sagte */
  QUO_WORD_PHRASE = 1 << 18,       /* begins a phrase of several words */
  QUO_WORD_REST = 1 << 19,         /* a later word of a phrase; set on tokens only */
  QUO_WORD_LINK = 1 << 20,         /* between a body and a name: University of Oslo */
  QUO_WORD_SELF = 1 << 21,         /* pronouns of the one who tells: I, we */
  QUO_WORD_JOIN = 1 << 22,         /* and, or: what follows may have its subject before */
  QUO_WORD_ADJECTIVE = 1 << 23,    /* of a people or place, with a capital: Greek */
  QUO_WORD_BEFORE_PLACE
  = 1 << 24,                      /* a noun without article after it is likely a place: in Berlin */
  QUO_WORD_OPENER = 1 << 25,      /* opens what is said: said that, sagte, dass */
  QUO_WORD_SUBJUNCTIVE = 1 << 26, /* only in speech that is reported: sei, habe */
  QUO_WORD_REPORTING = 1 << 27,   /* reports only before an opener: found that */
  QUO_WORD_FINITE = 1 << 28,      /* makes a clause of a phrase: is, has, will */
  QUO_WORD_OBLIQUE = 1 << 29,     /* no subject follows: of, in, dem */
  QUO_WORD_NAMING = 1 << 30,      /* says what one calls something: described as, nannte */
  QUO_WORD_SAID_IN = 1u << 31, /* after a verb of saying the speaker follows: сообщили в */
} QuoWordKind;

/**
 * QuoWordList:
 *
 * Lists of words, each a section of the file by its name there, that are asked for too seldom for a
 * bit of their own. Beside each stands what a word in it does.
 */
typedef enum
{
  QUO_LIST_ABSOLUTE,     /* a subject and a participle follow it: with X saying */
  QUO_LIST_ACCUSING,     /* nobody behind it is its subject: Die Partei warf X vor */
  QUO_LIST_ADDRESSING,   /* whom it is said to may stand right behind it: warned */
  QUO_LIST_AGENTS,       /* stands between a passive verb and who said it: by */
  QUO_LIST_AMOUNTS,      /* how much or how many, in one word or more: at least, about */
  QUO_LIST_ASKED,        /* near the start: what follows was asked: Auf die Frage, ob */
  QUO_LIST_UTTERANCES,   /* what is said, whose it is follows: Frage (des Richters) */
  QUO_LIST_CLAUSE_VERBS, /* a verb that never has a noun for its object: say, insist */
  QUO_LIST_CONCESSIONS,  /* begins a sentence of two clauses, each with who says it: while, si bien
                          */
  QUO_LIST_COUNTS,       /* counts a noun and may be written without an article: one, several */
  QUO_LIST_DEED_LINKS,   /* stands between a verb and such a noun: شدد على ضرورة */
  QUO_LIST_DEMAND_LINKS, /* stands between such a noun and whose it is: the call by X */
  QUO_LIST_DEMAND_NOUNS, /* is a noun as often as a verb: calls, demands */
  QUO_LIST_DEMAND_PARTICLES, /* tells an infinitive after a comma: zu */
  QUO_LIST_ENDEARING,        /* stands before the name of who is spoken to: my, dear */
  QUO_LIST_IMPERSONAL,       /* nobody is the subject of the verb behind it: se (dice que) */
  QUO_LIST_FIRST_PERSON,     /* who uses it speaks of themselves: my, mich, soy */
  QUO_LIST_HEARD_BY,         /* stands before whom it is said to: said to */
  QUO_LIST_HEARD_CASES,  /* an article in the case of whom it is said to: sagte er der Zeitung */
  QUO_LIST_HEARD_PAPERS, /* a paper, behind a word of the two lists before */
  QUO_LIST_HEARERS,      /* people to whom things are said, in their case: журналистам */
  QUO_LIST_NEGATIONS,    /* denies the verb behind it: not, never */
  QUO_LIST_NO_DEEDS,     /* looks like such a noun and is none: مجلس (تنظيم ...) */
  QUO_LIST_NO_MANNERS,   /* ends like a word of manner and is none: family */
  QUO_LIST_OCCASIONS,    /* tells when something was said: (al ser) preguntado */
  QUO_LIST_OWNERS,       /* says whose the noun behind it is: his, their, její */
  QUO_LIST_PAPERS,       /* stands before the name of a paper or station: the daily */
  QUO_LIST_PARTICIPLES, /* a verb that has its subject elsewhere and no ending that tells: مضيفا */
  QUO_LIST_PASSIVE,     /* what follows was said to its subject: was asked */
  QUO_LIST_PAST,        /* a verb in the past that no ending tells: fell, won */
  QUO_LIST_POINTS_BACK,  /* stands for the sentence before: Das teilte X mit */
  QUO_LIST_PRIVY,        /* before what the unnamed know of: people familiar with */
  QUO_LIST_QUESTIONS,    /* opens a clause that leaves something open: whether, what */
  QUO_LIST_RELAYED_FROM, /* stands between such a verb and whom that is from: عن */
  QUO_LIST_RELAYING, /* hands on what another one says: نقلت (الوكالة عن الوزير) */
  QUO_LIST_RELATIVES, /* begins a clause about what stands before it: který, который, qui */
  QUO_LIST_SELF_LINKS,  /* a verb beside it tells of who speaks: (stála) jsem */
  QUO_LIST_TEXTS,       /* a text that tells the rest of a headline: Study: ... */
  QUO_LIST_TITLED,      /* the name of a work or a slogan follows: titled, motto */
  QUO_LIST_TOLD,        /* whom it is said to always stands beside the verb: told */
  QUO_LIST_TOLD_PAPERS, /* a paper something is told to, in its case: řekl Právu */
  QUO_LIST_TURNS_AWAY,  /* the author goes on with it after a comma: which, بينما */
  QUO_LIST_UNSAYING,    /* a verb of saying behind it is not done: declined to say */
  QUO_N_LISTS,
} QuoWordList;

/**
 * QuoGender:
 *
 * What the words for somebody say of gender and number, as far as a pronoun or a verb has to agree
 * with it: "Mr", "Frau", "Anna", "řekla". What is not known agrees with everything.
 */
typedef enum
{
  QUO_GENDER_UNKNOWN,
  QUO_GENDER_FEMALE,
  QUO_GENDER_MALE,
  QUO_GENDER_SEVERAL, /* they */
  QUO_GENDER_THING,   /* it */
  QUO_N_GENDERS,
} QuoGender;

/* Which paragraphs that begin with a dash are speech. */
typedef enum
{
  QUO_DASH_NONE,
  QUO_DASH_EM,  /* after an em dash or a horizontal bar */
  QUO_DASH_ANY, /* after an en dash too */
} QuoDashStyle;

/* A source that is named before: according to him. */
#define QUO_WORD_SOURCE_OWN (QUO_WORD_SOURCE | QUO_WORD_SELF) /* both bits */
#define QUO_WORD_ANY_SAYING (QUO_WORD_SAYING | QUO_WORD_SAYING_WEAK)
#define QUO_WORD_ANY_SOURCE (QUO_WORD_SOURCE | QUO_WORD_SOURCE_AFTER | QUO_WORD_SOURCE_STRICT)

/* A phrase of several words, all in lower case. */
typedef struct
{
  char **words;
  guint n_words;
  guint kinds;
} QuoPhrase;

/* The kinds of a word: @word is lower case letter by letter (quo_word_fold()). Titles and nouns are
 * known by their endings too. One look-up in a hash table; with endings, a walk over a short list.
 */
guint quo_language_get_kinds (const QuoLanguage *language, const char *word, gsize len);
/* (nullable) (element-type QuoPhrase): the phrases that begin with this word. */
const GPtrArray *quo_language_get_phrases (const QuoLanguage *language, const char *word);
QuoDashStyle quo_language_get_dash (const QuoLanguage *language);
/* Whether speech after a dash goes on after the full stop that ends "he said". */
gboolean quo_language_dash_resumes (const QuoLanguage *language);
/* Whether a dash, not a comma, stands before "he said" in such speech: Russian, Spanish. */
gboolean quo_language_dash_bounds (const QuoLanguage *language);
/* Whether a comma stands before the clause that tells what was said: sagte, dass; сказал, что. */
gboolean quo_language_has_clause_comma (const QuoLanguage *language);
/* Whether such a clause always has a word that opens it: que; then the word is a surer sign. */
gboolean quo_language_needs_opener (const QuoLanguage *language);
gboolean quo_language_has_capital_nouns (const QuoLanguage *language);
/* A clause has its comma, and no noun a capital: the Slavic languages, whose subject stands before
 * the verb or behind it. */
gboolean quo_language_has_free_order (const QuoLanguage *language);
/* Whether the subject stands after its verb: Arabic. */
gboolean quo_language_has_subject_after (const QuoLanguage *language);
/* The least share of stopwords, 0..1, that running text has; of a text with less it is not guessed.
 */
double quo_language_get_stopword_share (const QuoLanguage *language);
gboolean quo_language_has_elisions (const QuoLanguage *language);
/* Whether a word in lower case, or several with a space between, is in the list. One look-up. */
gboolean quo_language_lists (const QuoLanguage *language, QuoWordList list, const char *words);
/* Whether the language has any word of the list. */
gboolean quo_language_has_list (const QuoLanguage *language, QuoWordList list);
/* Whether a verb, in lower case, has its subject elsewhere: adding, diciendo, сказав. */
/* "impatiently": whether the word tells how something is done, by its ending. */
gboolean quo_language_is_manner (const QuoLanguage *language, const char *word, gsize len);
gboolean quo_language_is_participle (const QuoLanguage *language, const char *word, gsize len);

/* Whether somebody right behind the verb may be the one it is said to: told, warned, but not said.
 * Where a language lists none, any verb. */
gboolean quo_language_is_addressing (const QuoLanguage *language, const char *word);
/* Whether it may be a verb in the past: such a one, or one by its ending. */
gboolean quo_language_is_past (const QuoLanguage *language, const char *word, gsize len);
/* Whether a word, in lower case, ends as adjectives do with which the name of a body begins whose
 * noun is written small: (podle) Agrární komory. */
gboolean quo_language_is_body_adjective (const QuoLanguage *language, const char *word, gsize len);
/* Whether a word with a capital, in lower case here, ends as an adjective and no name does: the
 * noun behind it is who speaks: Американские (власти), Ruské (ministerstvo). */
gboolean quo_language_is_subject_adjective (const QuoLanguage *language, const char *word,
                                            gsize len);
/* Whether a word, in lower case, ends as an adjective does behind a preposition or in the genitive:
 * its noun follows it: (podle) policejního (vyšetřování), (на) закрытой (встрече). */
gboolean quo_language_is_oblique_adjective (const QuoLanguage *language, const char *word,
                                            gsize len);
/* Whether a word, in lower case, ends as no subject does: stránkách, ministrovi, журналистам. Only
 * endings of @min letters or more count. */
gboolean quo_language_is_oblique (const QuoLanguage *language, const char *word, gsize len,
                                  glong min);
/* Whether a word, in lower case, ends as infinitives do, where those follow a verb of saying with
 * nothing between: потребовал уволить. */
gboolean quo_language_is_infinitive (const QuoLanguage *language, const char *word, gsize len);
/* Whether a noun, in lower case, may speak without an article, as far as the language tells by its
 * ending: dijeron fuentes, but not "dijo convencido". */
gboolean quo_language_is_bare_subject (const QuoLanguage *language, const char *word, gsize len);
/* Whether it is a word with another one, such as "wa-", written together with it. */
gboolean quo_language_has_prefix (const QuoLanguage *language, const char *word);
/* (nullable) (element-type utf8): what opens that which a verb or noun, in lower case, calls for or
 * warns of: a preposition, one written together with its noun ("b-"), "infinitive" or "comma". */
const GPtrArray *quo_language_get_demands (const QuoLanguage *language, const char *word);
/* Whether it is a noun for something done, with which what is announced may begin with nothing
 * before it: (أعلنت الوزارة) توقيف. */
gboolean quo_language_is_deed (const QuoLanguage *language, const char *word);
/* Whether the preposition makes a source of the noun, though nobody is named: nach ersten Angaben.
 */
gboolean quo_language_is_source_noun (const QuoLanguage *language, const char *preposition,
                                      const char *noun);

/* The gender of a word, in lower case, that is in a list of the language, or a title that ends as
 * those of women do: she, Mrs, wife, Ministerin. */
QuoGender quo_language_get_gender (const QuoLanguage *language, const char *word, gsize len);
/* That of the subject of a verb, where the verb's ending tells it: řekla. */
QuoGender quo_language_get_verb_gender (const QuoLanguage *language, const char *word, gsize len);
/* Whether names take endings, so that one of a man can look like one of a woman: Jana, of Jan. */
gboolean quo_language_has_inflected_names (const QuoLanguage *language);
/* Whether it ends like a surname of women: Nováková. */
gboolean quo_language_is_female_name (const QuoLanguage *language, const char *word, gsize len);

/* Whether a verb of saying never has a noun for its object, so that a clause follows: say, insist.
 * In a language without such a list: of every verb. */
gboolean quo_language_takes_clause (const QuoLanguage *language, const char *word);

/* (transfer full) (element-type utf8): a copy of the language that knows these verbs of saying,
 * too; those of several words are left out. NULL: it knows them all. @language must outlive it. */
QuoLanguage *quo_language_add_sayings (const QuoLanguage *language,
                                       const GPtrArray *words) G_GNUC_WARN_UNUSED_RESULT;
/* Frees such a copy. */
void quo_language_free_copy (QuoLanguage *copy);

/* Writes the characters in lower case, with ' for every apostrophe, into a buffer of QUO_FOLD_SIZE
 * bytes; a longer word is cut. Returns: bytes written, without the NUL */
#define QUO_FOLD_SIZE 192
gsize quo_word_fold (const gunichar *chars, guint n_chars, char buffer[QUO_FOLD_SIZE]);
/* Takes the signs of Arabic out of a word, and those of its alefs, with which it may be written or
 * not: أكّد becomes اكد. Lists have such a word in both ways. Returns: its bytes, without the NUL */
gsize quo_word_make_plain (char *word);

G_END_DECLS
