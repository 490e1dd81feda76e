/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-clauses.h"

G_BEGIN_DECLS

/**
 * QuoClauseSentence:
 *
 * A sentence that is looked through for what somebody said. The finders (quo-clause-said.c,
 * quo-clause-source.c) ask for its words by their place; a place outside of it has none.
 */
typedef struct
{
  const QuoPassage *page;
  const GArray *stretches;
  const QuoLanguage *language;
  GArray *clauses; /* found so far */
  QuoSpan span;
  GArray *tokens;
  gboolean *quoted; /* of each token: it stands within marks */
} QuoClauseSentence;

#define QUO_CLAUSE_MIN_WORDS 3 /* of a clause */

/* NULL: there is none. */
const QuoToken *quo_clause_get_token (const QuoClauseSentence *sentence, gint i);
/* Whether a character that @is_one accepts stands between token @i and the next one. */
gboolean quo_clause_has_between (const QuoClauseSentence *sentence, gint i,
                                 gboolean (*is_one) (gunichar c));
gboolean quo_clause_is_comma_or_dash (gunichar c);
gboolean quo_clause_is_border (gunichar c); /* these, colons, brackets and marks */
gboolean quo_clause_is_colon (gunichar c);
/* Whether token @i begins a clause about what stands before it: who, který. */
gboolean quo_clause_is_relative (const QuoClauseSentence *sentence, gint i);
/* Whether token @i, or it and the next one, stand in the list. */
gboolean quo_clause_is_listed (const QuoClauseSentence *sentence, gint i, QuoWordList list);
/* The last token of a name in marks that begins at token @first, a few words with a capital where
 * the script has any; -1: none does. */
gint quo_clause_find_marked_name_end (const QuoClauseSentence *sentence, gint first);
/* From the start of token @first to the end of token @last; empty if there are no such. */
QuoSpan quo_clause_span_tokens (const QuoClauseSentence *sentence, gint first, gint last);

/* A clause whose word that reports is token @cue, with one range that is still empty. */
QuoClause quo_clause_begin (const QuoClauseSentence *sentence, gint cue,
                            QuoClausePattern pattern) G_GNUC_WARN_UNUSED_RESULT;
/* Trims the ranges, counts the words and keeps the clause, unless it is too short. */
void quo_clause_take (QuoClauseSentence *sentence, QuoClause *clause);

/* Whether token @i is a verb that reports, outside of marks. */
gboolean quo_clause_is_verb (const QuoClauseSentence *sentence, gint i);
/* "X, who wrote a review called “Move”, said": whether token @i is the verb of the sentence, after
 * the comma that ends the clause about X. */
gboolean quo_clause_is_outer_verb (const QuoClauseSentence *sentence, gint i);
/* it's, they're, but not don't: whether token @i is a subject and its verb in one word. */
gboolean quo_clause_is_contraction (const QuoClauseSentence *sentence, gint i);
/* Whether the verb @cue never has a noun for its object, so that a clause follows: say, not tell.
 */
gboolean quo_clause_verb_takes_clause (const QuoClauseSentence *sentence, gint cue);
/* The token with which a clause begins that nothing opens, behind the verb @cue and whom it is said
 * to; -1: there is none. */
gint quo_clause_find_bare (const QuoClauseSentence *sentence, gint cue);
/* The token with which a clause begins behind the verb @cue and a comma, with nothing that opens
 * it: sagte gestern, er komme; -1: there is none. */
gint quo_clause_find_after_comma (const QuoClauseSentence *sentence, gint cue);
/* zu schüren, anzuheben: an infinitive by its particle. */
gboolean quo_clause_is_infinitive (const QuoClauseSentence *sentence, gint i);
/* Womit er gedroht hatte, will die Wirtin nicht sagen; einem Gast, der rief, und dem Wirt: whether,
 * where the verb stands second, the comma behind token @i ends the clause of the verb @cue before
 * that verb, or before an "and" that goes on with what the clause is about. */
gboolean quo_clause_ends_inner (const QuoClauseSentence *sentence, gint cue, gint i);
/* Whether the tokens between two commas are a clause of their own, where nouns have capitals. */
gboolean quo_clause_is_whole (const QuoClauseSentence *sentence, gint first, gint last);
/* Whether the verb @cue says other things, too, and nothing from token @first on tells that it
 * reports, where nouns have capitals. */
gboolean quo_clause_is_mere_verb (const QuoClauseSentence *sentence, gint cue, gint first);
/* "said it took three weeks", "said they want a deal": whether what stands behind the verb @cue
 * from token @first on is a clause although none of its verbs is in our lists, as far as the
 * language tells the past. */
gboolean quo_clause_has_other_verb (const QuoClauseSentence *sentence, gint cue, gint first);
/* said “Lear” was lost: whether marks stand at token @first, and right behind them the verb of the
 * clause that they begin. */
gboolean quo_clause_opens_with_marks (const QuoClauseSentence *sentence, gint first);
/* The word that opens a clause after the verb @cue; -1: none is near. */
gint quo_clause_find_opener (const QuoClauseSentence *sentence, gint cue);
/* "and worry that": whether that word stands right behind the verb, so that it reports, where no
 * comma is needed and no word. */
gboolean quo_clause_has_opener_behind (const QuoClauseSentence *sentence, gint cue);
/* Whether nothing that stands before the verb @cue is what it tells, where its subject stands
 * behind it. */
gboolean quo_clause_tells_what_comes (const QuoClauseSentence *sentence, gint cue);
/* What stands before, after or round the verb @cue. */
void quo_clause_read_said (QuoClauseSentence *sentence, gint cue);
/* The verb of who wrote of it, if a few words behind a comma end the sentence with it and the
 * clause begins with token @first: ..., že přijde, napsala agentura. The number of tokens if none
 * do. */
gint quo_clause_find_paper (const QuoClauseSentence *sentence, gint first);
/* Whether token @i joins another clause of the same verb, by the word that opens it: dijo que era
 * «caro», y que no. */
gboolean quo_clause_goes_on_with_clause (const QuoClauseSentence *sentence, gint i);
/* Where the clause ends that the verb @cue tells and token @first begins: before "and told" or ",
 * adding", else with the sentence. */
guint32 quo_clause_find_end (const QuoClauseSentence *sentence, gint cue, gint first);
/* The same, as far as marks tell; 0: none do. */
guint32 quo_clause_find_marked_end (const QuoClauseSentence *sentence, gint cue, gint first);
/* Where it ends if an infinitive is told, which no "but" or "and" behind a comma goes on with:
 * потребовал уволить начальника, а мэр ... */
guint32 quo_clause_find_infinitive_end (const QuoClauseSentence *sentence, gint cue, gint first);
/* Where, from token @first on, the author goes on with "and" and another verb that reports; 0:
 * nowhere. */
guint32 quo_clause_find_joined_verb (const QuoClauseSentence *sentence, gint first);
/* The token behind @first with which the second of two clauses begins, of which the first has the
 * verb @cue; the number of tokens: there is none. */
gint quo_clause_find_second (const QuoClauseSentence *sentence, gint cue, gint first);
/* Whether the author goes on behind a comma, with another verb of saying or with what it rests on:
 * ", adding that", ", citing", "، مضيفا". */
gboolean quo_clause_is_author_going_on (const QuoClauseSentence *sentence, gint i);
/* وحذرت: another verb of saying, with the "and" written together with it. */
gboolean quo_clause_is_joined_verb (const QuoClauseSentence *sentence, gint i);
/* Whether a pronoun, a name or the article of a subject is token @i, with no sign before it; where
 * nouns have capitals. */
gboolean quo_clause_is_subject_at (const QuoClauseSentence *sentence, gint i);
/* The sentence, if its verb is in the mood of reported speech. */
void quo_clause_try_mood (QuoClauseSentence *sentence);
/* "Er habe verlangt, ihn zu rufen": whether all clauses from clause @first on are only told by
 * verbs within what somebody else reports, so that the sentence is reported as a whole. */
gboolean quo_clause_is_told_whole (const QuoClauseSentence *sentence, guint first);
/* "wie X am Montag sagte": whether token @i begins words that only tell who said the rest. */
gboolean quo_clause_is_mere_as (const QuoClauseSentence *sentence, gint i);
/* Whether token @i begins, behind a comma or dash, who says all that stands before it: ", sagte X",
 * ", so X", ", wie X sagte"; where nouns have capitals. */
gboolean quo_clause_is_outer_author (const QuoClauseSentence *sentence, gint i);
/* Whether the verb @cue tells what is said to its subject: was asked. */
gboolean quo_clause_is_passive (const QuoClauseSentence *sentence, gint cue);
/* Whether the question that token @opener begins is not what the subject of the verb @cue says. */
gboolean quo_clause_is_unsaid (const QuoClauseSentence *sentence, gint cue, gint opener);
/* "would not immediately say"; не сообщил, where nothing stands between. */
gboolean quo_clause_is_denied (const QuoClauseSentence *sentence, gint cue);
/* Whether somebody right behind the verb can be whom it addresses: told, not said. */
gboolean quo_clause_is_addressing (const QuoClauseSentence *sentence, gint cue);
/* Whether whom it is said to always stands behind the verb: told. */
gboolean quo_clause_is_telling (const QuoClauseSentence *sentence, gint cue);
/* The first token of the clause that begins at @first behind the verb @cue, without whom the verb
 * addresses, and when: told BBC News on Sunday. */
gint quo_clause_skip_addressee (const QuoClauseSentence *sentence, gint cue, gint first);
/* "told the court in Leeds the van had stopped", "told us the road is": the token with which the
 * clause begins behind whom something is told, @first, where nothing else parts them; 0: what is
 * told them is no clause; -1: nothing tells. */
gint quo_clause_find_behind_told (const QuoClauseSentence *sentence, gint cue, gint first);
/* Whether nothing but whom it is said to stands before marks: told The Courier, “...”. */
gboolean quo_clause_is_addressee_alone (const QuoClauseSentence *sentence, gint cue, gint first);
/* ", отметив, что": a participle that has its subject before it. */
gboolean quo_clause_is_converb (const QuoClauseSentence *sentence, gint i);
/* Whether the words up to the comma behind token @border are no clause but somebody and what sets
 * them off, a noun with a clause about it, a source, or small words that only begin the sentence,
 * or were asked. */
gboolean quo_clause_is_somebody (const QuoClauseSentence *sentence, gint border);
gboolean quo_clause_is_noun_with_relative (const QuoClauseSentence *sentence, gint border);
gboolean quo_clause_is_noun_told_of (const QuoClauseSentence *sentence, gint border);
gboolean quo_clause_is_source_before (const QuoClauseSentence *sentence, gint border);
gboolean quo_clause_is_mere_link (const QuoClauseSentence *sentence, gint border);
/* "Um das Geld zu bekommen": whether these words tell what something is done for. */
gboolean quo_clause_is_purpose (const QuoClauseSentence *sentence, gint border);
gboolean quo_clause_was_asked (const QuoClauseSentence *sentence, gint border);
/* “...,” X said at noon: whether they are somebody's quote in marks and who said it. */
gboolean quo_clause_is_relayed (const QuoClauseSentence *sentence, gint border);
/* ", hatte die Wirtin im Herbst geklagt", ", wollte ein Zuhörer wissen": whether a verb that only
 * helps begins the last words, its subject follows, and @cue ends them, where the verb stands
 * second. What X wants to know is a question. */
gboolean quo_clause_is_bracket (const QuoClauseSentence *sentence, gint border, gint cue);
/* Whether a clause was found that the verb follows or parts, or that "as X said" tells. */
gboolean quo_clause_try_before (QuoClauseSentence *sentence, gint cue);
gboolean quo_clause_try_as (QuoClauseSentence *sentence, gint cue);
/* Whether it is a headline that names who tells it: paragraph @paragraph of the passage. */
gboolean quo_clause_try_headline (QuoClauseSentence *sentence, guint paragraph);
/* Whether the sentence points back to the one before it, @before, and says who said that. */
gboolean quo_clause_try_back (QuoClauseSentence *sentence, guint32 paragraph, QuoSpan before);
/* Whether the word @cue is one of calling for or warning of something, by a preposition or an
 * infinitive, and what that is was found: called for, دعا إلى. */
gboolean quo_clause_try_demand (QuoClauseSentence *sentence, gint cue);
/* Whether token @i is a noun for something done with which begins what the verb @cue announces,
 * right behind it or behind its subject: أعلنت (الوزارة) توقيف. */
gboolean quo_clause_is_deed (const QuoClauseSentence *sentence, gint cue, gint i);
/* Whether the preposition @cue and a noun for what is told name the source: nach Polizeiangaben. */
gboolean quo_clause_try_reports (QuoClauseSentence *sentence, gint cue);
/* What "according to" at token @cue tells; "zufolge", which follows its source; "so", which has it
 * only after a comma. */
void quo_clause_read_source (QuoClauseSentence *sentence, gint cue);
void quo_clause_read_source_after (QuoClauseSentence *sentence, gint cue);
void quo_clause_read_source_strict (QuoClauseSentence *sentence, gint cue);

G_END_DECLS
