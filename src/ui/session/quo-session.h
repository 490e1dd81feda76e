/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-autosave.h"
#include "quo-document.h"
#include "quo-language.h"
#include "quo-opening.h"
#include "quo-review.h"
#include "quo-speakers.h"
#include "quo-tagset.h"

G_BEGIN_DECLS

/**
 * QuoSession:
 *
 * What the widgets of a window bind to: the document that is open, what is selected in it, where
 * the caret is, who acts, the prompt for a speaker, and the verbs of the keys ("what a key acts
 * on"). It knows no widget: it is tested without a screen.
 *
 * Offsets are those of the article (code points), never of the view's buffer.
 *
 * Properties, all with notify: `document` (QuoDocument, NULL: nothing open), `selected` (id of the
 * selected annotation, NULL), `caret` (uint), `message` (string: what just happened, for the status
 * line and for speech), `is-prompting` (boolean: the speaker prompt stands), `auto-advance`
 * (boolean), `layer` (id of the active layer, NULL: the next edit makes one), `is-busy` (boolean),
 * `is-suggesting` (boolean: proposals are being made).
 *
 * Signals:
 * - `changed (QuoEdit *)`: the document changed (edit, undo, redo).
 * - `selection-moved ()`: caret or text selection changed, by whomever; the view follows when it
 * was not the view's doing.
 * - `reveal (guint start, guint end)`: the view should scroll so that this is seen.
 * - `keep-in-sight (guint start, guint end)`: the same, but what is seen already stays where it is.
 * - `sifted (guint start, guint end)`: suggestions here got or lost letters, or others are taken.
 * - `acted-on-many (char *message)`: one act changed many annotations; a toast offers to take it
 * back.
 * - `locked (char *layer)`: an act was refused, and the message says why, because this layer is
 * only to be read.
 * - `layers-changed ()`: a layer was hidden, shown, or unlocked.
 * - `review-changed ()`: what is to be reviewed, which of it is looked at, or what was decided.
 * - `tagset-changed ()`: the labels were edited; quo_session_get_tagset() is another one.
 * - `keys-changed ()`: acts have other keys.
 * - `candidates-changed ()`: the ranked speakers of the selected quote changed.
 */
#define QUO_TYPE_SESSION (quo_session_get_type ())
G_DECLARE_FINAL_TYPE (QuoSession, quo_session, QUO, SESSION, GObject)

QuoSession *quo_session_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) (nullable): the key of an action ("win.edit") for people ("E"). */
typedef char *(*QuoKeyNameFunc) (const char *action);

/* Where messages, cards and pills get the keys from that they tell: nowhere, until this is called;
 * called again when keys were changed. */
void quo_session_set_key_names (QuoSession *session, QuoKeyNameFunc key_name);
/* (transfer full): @words with a stop at their end, where none stands yet: for what is told in
 * several sentences. */
char *quo_session_dup_sentence (const char *words) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (nullable): NULL, the action has no key, or nobody knows. */
char *quo_session_dup_key_name (QuoSession *session, const char *action) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): @with with the key of @action in the place of its %s, or @without if that has no
 * key. */
char *quo_session_dup_with_key (QuoSession *session, const char *action, const char *with,
                                const char *without) G_GNUC_WARN_UNUSED_RESULT;
/* The same as a message. */
void quo_session_tell_with_key (QuoSession *session, const char *action, const char *with,
                                const char *without);
/* (transfer full): words for a tooltip with the key of @action, as far as it has one: "Undo
 * (Ctrl+Z)". */
char *quo_session_dup_tip (QuoSession *session, const char *action,
                           const char *words) G_GNUC_WARN_UNUSED_RESULT;

/* The labels a person may give, whatever sidecars say; without it those of quo_tagset_choose(). */
void quo_session_set_tagset (QuoSession *session, QuoTagset *tagset);

/* (transfer full) for @opening (may be NULL: closes). Makes the document; the caret goes to 0. */
void quo_session_take_opening (QuoSession *session, QuoOpening *opening);

QuoDocument *quo_session_get_document (QuoSession *session);
QuoAutosave *quo_session_get_autosave (QuoSession *session);
/* NULL when the article was not opened to be edited. */
QuoLog *quo_session_get_log (QuoSession *session);
/* Gives log and lock up, so that the same article can be opened anew; @is_given_up: what is not
 * saved is not wanted any more. And takes them again, when it could not be opened. */
void quo_session_release_log (QuoSession *session, gboolean is_given_up);
void quo_session_resume_log (QuoSession *session);
/* Merges the sidecar on disk, which another program wrote, into the document as one edit; the next
 * save takes its place. What both changed stays as it is here and comes into the review. FALSE when
 * the file cannot be read or was made for another version of the article.
 * @ret_n_conflicts: how many. */
gboolean quo_session_merge_disk (QuoSession *session, guint *ret_n_conflicts, GError **error);
/* The same with a conflict copy at @path: what either has that the other has not is taken for
 * added, since nobody knows what both were made from. */
gboolean quo_session_merge_copy (QuoSession *session, const char *path, guint *ret_n_conflicts,
                                 GError **error);

/* What a person has to look at. Never NULL; borrowed. */
QuoReview *quo_session_get_review (QuoSession *session);
/* How many of it are not decided. */
guint quo_session_count_review (QuoSession *session);
/* Looks at the item at @position, and shows it in the article. */
void quo_session_review_choose (QuoSession *session, guint position);
/* The next (+1) or previous (-1) one that is not decided. */
gboolean quo_session_review_step (QuoSession *session, gint direction);
/* Of the item that is looked at: the place that is shown, or our side of a conflict; of a moved one
 * that was accepted, opens it again. Each decision goes on to the next item. */
gboolean quo_session_review_accept (QuoSession *session);
/* All that moved. Returns: how many. */
guint quo_session_review_accept_moved (QuoSession *session);
/* The other side of a conflict. */
gboolean quo_session_review_take (QuoSession *session);
/* Shows the next (+1) or previous place that was found. */
gboolean quo_session_review_place (QuoSession *session, gint step);
/* It belongs where text is selected. */
gboolean quo_session_review_put (QuoSession *session);
/* The annotation is removed. */
gboolean quo_session_review_drop (QuoSession *session);
/* (transfer full): "Person · 2 possible places", and the words it is about. */
char *quo_session_dup_review_title (QuoSession *session, guint position) G_GNUC_WARN_UNUSED_RESULT;
char *quo_session_dup_review_words (QuoSession *session, guint position) G_GNUC_WARN_UNUSED_RESULT;
/* What stood before and after the words of one that has no place; FALSE: it has one. */
gboolean quo_session_get_review_context (QuoSession *session, guint position,
                                         const char **ret_before, const char **ret_after);
QuoTagset *quo_session_get_tagset (QuoSession *session);
/* The file of the tagset; NULL: it is the built-in one. */
const char *quo_session_get_tagset_path (QuoSession *session);
/* The labels were edited and are in the file @path now. */
void quo_session_change_tagset (QuoSession *session, QuoTagset *tagset, const char *path);
/* Where the annotations are saved; NULL: nothing is open. */
const char *quo_session_get_sidecar_path (QuoSession *session);
const QuoLanguage *quo_session_get_language (QuoSession *session);
const char *quo_session_get_article_path (QuoSession *session);
const char *quo_session_get_message (QuoSession *session);
void quo_session_set_message (QuoSession *session, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* (transfer full): "Person: Omar Haddad", for the status line, lists and speech. */
char *quo_session_dup_description (QuoSession *session,
                                   const QuoAnnotation *annotation) G_GNUC_WARN_UNUSED_RESULT;
/* What is said of an annotation where it is shown. (transfer full) each, for one line of text.
 * What it is headed by: a quote by who says it, an entity by its name, others by their words. */
char *quo_session_dup_heading (QuoSession *session,
                               const QuoAnnotation *annotation) G_GNUC_WARN_UNUSED_RESULT;
/* "direct · 2 parts · 20 words", "3 mentions" */
char *quo_session_dup_facts (QuoSession *session,
                             const QuoAnnotation *annotation) G_GNUC_WARN_UNUSED_RESULT;
/* Who or what is in a role of a quote: "Åsa Lindqvist as “she”"; NULL: nobody. */
char *quo_session_dup_role (QuoSession *session, const QuoAnnotation *quote,
                            const char *role) G_GNUC_WARN_UNUSED_RESULT;
/* The word for a role, in the language of the desktop; that of the built-in ones, others as they
 * are. Borrowed. And (transfer full) a line that says who is in it: "Cue: told". */
const char *quo_role_get_shown_name (const char *role);
char *quo_role_dup_line (const char *role, const char *members) G_GNUC_WARN_UNUSED_RESULT;
/* Of a suggestion: how certain it is and why it is made; else NULL. */
char *quo_session_dup_reason (QuoSession *session,
                              const QuoAnnotation *annotation) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): all else that is known of it, a line each, the note last; NULL-terminated.
 * Linear in the relations of the document. */
char **quo_session_list_facts (QuoSession *session,
                               const QuoAnnotation *annotation) G_GNUC_WARN_UNUSED_RESULT;
/* The name of a label or type in the language of the desktop. Borrowed. */
const char *quo_session_get_label_name (QuoSession *session, const char *type);
/* Something runs (opening, export, loading of the text): counted, so each begin needs its end. */
void quo_session_begin_busy (QuoSession *session);
void quo_session_end_busy (QuoSession *session);
gboolean quo_session_is_busy (QuoSession *session);
/* The name from the preferences, "" when not told. */
void quo_session_set_annotator (QuoSession *session, const char *name);

/* The selected annotation as it is now, or NULL. */
const QuoAnnotation *quo_session_get_selected (QuoSession *session);
/* Selects an annotation (NULL: none): the caret goes to its start, the view shows it. */
void quo_session_select_annotation (QuoSession *session, const char *id);
guint32 quo_session_get_caret (QuoSession *session);
/* Empty when no text is selected. */
QuoSpan quo_session_get_selection (QuoSession *session);
/* As `win.select`: start = end moves the caret, else the text is selected (never rounded). */
void quo_session_select (QuoSession *session, guint32 start, guint32 end);
/* The same as told by the view when the person moved the caret or selected text. */
void quo_session_follow (QuoSession *session, guint32 caret, QuoSpan selection);
/* The innermost annotation at the caret is selected, e.g. after a click; none there: none. */
void quo_session_select_at (QuoSession *session, guint32 offset);
/* The innermost annotation that is shown and covers the character at @offset, or NULL. */
const QuoAnnotation *quo_session_find_at (QuoSession *session, guint32 offset);

gboolean quo_session_is_prompting (QuoSession *session);
/* (element-type QuoCandidate): ranked speakers of the selected quote; empty when none is selected.
 * Borrowed until `candidates-changed`. */
GPtrArray *quo_session_get_candidates (QuoSession *session);
const char *quo_session_get_layer (QuoSession *session);
/* New records go to this layer from now on; an unknown one is refused with a message. */
gboolean quo_session_choose_layer (QuoSession *session, const char *layer);
/* Whether its layer may be changed. */
gboolean quo_session_can_edit (QuoSession *session, const QuoAnnotation *annotation);
/* Whether a layer (nullable) is only to be read: it is done or gold, or of somebody else, not
 * chosen to work in, and not unlocked. */
gboolean quo_session_is_layer_locked (QuoSession *session, const char *layer);
/* Opens a closed layer again, as one edit; that of somebody else may be changed from now on. */
gboolean quo_session_unlock_layer (QuoSession *session, const char *layer);
/* The annotations that are shown: all layers that are not hidden. */
gboolean quo_session_is_layer_shown (QuoSession *session, const char *layer);
/* The active layer cannot be hidden. */
gboolean quo_session_show_layer (QuoSession *session, const char *layer, gboolean is_shown);
/* (transfer full): its title, else who it is by. @layer NULL: the next edit makes it. */
char *quo_session_dup_layer_name (QuoSession *session, const char *layer) G_GNUC_WARN_UNUSED_RESULT;
/* A new layer, which is active from now on. @title "": none. */
gboolean quo_session_add_layer (QuoSession *session, const char *title);
/* What is known of the article is corrected; "": what the file says counts again. A date may be
 * written in words. What cannot be (a date that is none) is refused with a message. */
gboolean quo_session_set_about (QuoSession *session, QuoAbout about, const char *value);
gboolean quo_session_rename_layer (QuoSession *session, const char *layer, const char *title);
/* open, done or gold. */
gboolean quo_session_set_layer_state (QuoSession *session, const char *layer, const char *state);

/* The verbs of the keys. Each acts as UX says, sets the message, and returns whether something was
 * done. */
gboolean quo_session_tag (QuoSession *session, const char *label);
/* A suggestion is accepted with the label, and the next one shown. */
gboolean quo_session_relabel (QuoSession *session, const char *label);
gboolean quo_session_capture_quote (QuoSession *session);
/* Selects the quote with this id, and asks who says it if nobody does so far. */
void quo_session_ask_speaker (QuoSession *session, const char *quote);
/* A quote from the word at the caret to the end of its sentence; once more: to another likely end,
 * as quo_speech_from() tells them. A selection is taken as it is. */
gboolean quo_session_capture_from_here (QuoSession *session);
/* @id: of an annotation or entity; "" or NULL: the first-ranked. */
gboolean quo_session_link_speaker (QuoSession *session, const char *id);
/* A candidate without an id (a name that is plain text) goes by "@START-END": its place, as in
 * `win.state`. (transfer full) */
char *quo_session_dup_candidate_id (const QuoCandidate *candidate) G_GNUC_WARN_UNUSED_RESULT;
/* The quote @quote is selected, keeping the caret in it, and linked to @speaker (as above). */
gboolean quo_session_link (QuoSession *session, const char *quote, const char *speaker);
/* (transfer full) (nullable): who is meant by pointing at @offset of the article while @quote waits
 * for its speaker, as quo_session_link_speaker() takes it: the annotated name there, else, with
 * @takes_words, the name or word. NULL: nobody, or a part of the quote itself. @ret_span is where
 * the name stands. */
char *quo_session_dup_speaker_at (QuoSession *session, const char *quote, guint32 offset,
                                  gboolean takes_words,
                                  QuoSpan *ret_span) G_GNUC_WARN_UNUSED_RESULT;
/* The @nth (0 first) candidate. */
gboolean quo_session_link_candidate (QuoSession *session, guint nth);
gboolean quo_session_link_name (QuoSession *session, const char *name);
/* Puts @member (id of an annotation or entity; NULL: nobody) into @role of the selected quote, in
 * place of who is in it. */
gboolean quo_session_set_role (QuoSession *session, const char *role, const char *member);
gboolean quo_session_add_part (QuoSession *session);
/* V: from now on Shift+arrows select text though an annotation is selected, until another is. */
void quo_session_start_text_selection (QuoSession *session);
/* Whether Shift+arrows move a border: an annotation is selected and no text is. */
gboolean quo_session_is_resizing (QuoSession *session);
gboolean quo_session_resize (QuoSession *session, gint start, gint end);
/* After the borders of a suggestion were changed, another label goes on to the next one, as it does
 * without that. By a word: direction -1 or +1 at the start or the end of the selected annotation.
 */
gboolean quo_session_resize_word (QuoSession *session, gboolean is_start, gint direction);
/* The next likely borders of the selected name (quo-name-borders.h), after the last its own again;
 * without one, of the selected text or of the name round the caret, as a text selection. */
gboolean quo_session_change_borders (QuoSession *session);
/* The first of these for the suggestion that is shown, empty if there are none; accepts it with
 * them and goes on. */
QuoSpan quo_session_get_other_borders (QuoSession *session);
gboolean quo_session_accept_other_borders (QuoSession *session);
gboolean quo_session_same_as (QuoSession *session, const char *id);
/* The selected name is nobody known so far: it gets an identity of its own, split off from the one
 * that it shares with other mentions. */
gboolean quo_session_new_identity (QuoSession *session);
gboolean quo_session_clear_identity (QuoSession *session);
gboolean quo_session_delete (QuoSession *session);
/* All places where the words of the selected annotation stand. */
gboolean quo_session_tag_all (QuoSession *session);
gboolean quo_session_next (QuoSession *session, gint direction);
gboolean quo_session_next_name (QuoSession *session);
/* The name without a tag before the caret. From a suggestion: once the name is tagged, that
 * suggestion is shown again. */
gboolean quo_session_previous_name (QuoSession *session);
gboolean quo_session_next_quote (QuoSession *session);
/* Several (element-type QuoAnnotation, of the document) as one edit. */
gboolean quo_session_delete_many (QuoSession *session, GPtrArray *annotations);
gboolean quo_session_relabel_many (QuoSession *session, GPtrArray *annotations, const char *label);
/* The quotes among them, to an annotation or entity. */
gboolean quo_session_link_many (QuoSession *session, GPtrArray *annotations, const char *speaker);
/* (transfer full): what is copied of an annotation: of a quote its words, who said them, and the
 * title of the article. */
char *quo_session_dup_citation (QuoSession *session,
                                const QuoAnnotation *annotation) G_GNUC_WARN_UNUSED_RESULT;
/* Suggestions, in quo-session-suggest.c: made in a thread (is-busy meanwhile), they come as one
 * edit and the first is shown. As long as there are some they are made anew after each edit: what
 * changes becomes a part of that edit, and moves neither caret nor selection. */
gboolean quo_session_suggest (QuoSession *session);
/* Gives up a run that was asked for. */
gboolean quo_session_stop_suggesting (QuoSession *session);
/* Whether a run is under way or about to begin; whether it is one that was asked for. */
gboolean quo_session_is_suggesting (QuoSession *session);
gboolean quo_session_is_asked_to_suggest (QuoSession *session);
/* Which suggesters propose nothing (NULL: all of them propose). */
void quo_session_set_suggesters_off (QuoSession *session, const char *const *ids);
/* Takes away what nobody has touched; they are not made again until they are asked for. */
gboolean quo_session_clear_suggestions (QuoSession *session);
/* F, in quo-session-jump.c: to the nearest word that begins with these two letters and is not
 * marked; again from there: to the next nearest. A small letter is a capital too, the second may be
 * a blank. A suggestion that stands there is shown. "": begins to wait for the letters. */
gboolean quo_session_jump (QuoSession *session, const char *letters);
/* Shift+F: selects from the caret, or from where the selection begins, to the end of the next word
 * after it that begins with these letters. */
gboolean quo_session_jump_select (QuoSession *session, const char *letters);
/* The same letter by letter, which keys have no other meaning for meanwhile; '\n': the letters of
 * the last time. */
void quo_session_begin_jump (QuoSession *session);
void quo_session_type_jump (QuoSession *session, gunichar c);
gboolean quo_session_is_jumping (QuoSession *session);
void quo_session_end_jump (QuoSession *session);
/* Y, in quo-session-sift.c: what is suggested in the next paragraphs, about a screen of them, gets
 * letters. Those of @letters leave a likely one out or take a doubtful one in, and select it; '\n'
 * accepts what is taken as one act, rejects what was left out, and goes on to what comes after.
 * Asks for suggestions first if nobody has. FALSE: nothing is suggested. */
gboolean quo_session_sift (QuoSession *session, const char *letters);
/* So many code points can be seen at once; 950 until this is told. */
void quo_session_set_reach (QuoSession *session, guint32 n_seen);
/* The letters: not those of the keys that mark what is missing meanwhile (B, F, O, Q, T, U). */
#define QUO_SIFT_KEYS "acdeghijklmnprsvwxyz"
/* The same letter by letter; FALSE: it is none of these. A capital takes a name at once with the
 * next likely borders (quo_session_change_borders()), once more with those after them, and with
 * another label where its words then leave no doubt. */
gboolean quo_session_type_sift (QuoSession *session, gunichar c);
/* Alt and a letter: the name is taken at once with the other label that its chip tells. */
gboolean quo_session_type_sift_label (QuoSession *session, gunichar c);
/* (nullable): the other label that a suggested name may have. */
const char *quo_session_get_second_label (QuoSession *session, const QuoAnnotation *annotation);
gboolean quo_session_is_sifting (QuoSession *session);
void quo_session_end_sift (QuoSession *session);
/* Besides, what may be a name but is too unlikely to be suggested has a letter there;
 * typed it marks it at once, typed again it takes the mark away. (transfer full) (element-type
 * QuoSiftChance): those that begin in @within. */
typedef struct
{
  QuoSpan span;
  const char *type; /* interned: its label */
  gunichar letter;
} QuoSiftChance;

GArray *quo_session_list_sift_chances (QuoSession *session,
                                       QuoSpan within) G_GNUC_WARN_UNUSED_RESULT;
/* 0: it has none. Of what was such a chance: the letter that made it. */
gunichar quo_session_get_sift_letter (QuoSession *session, const QuoAnnotation *annotation,
                                      gboolean *ret_is_taken);
/* In quo-session-judge.c. Accept, reject and skip act on the selected one and go on to the next;
 * when none is selected, the next one is shown. */
gboolean quo_session_accept (QuoSession *session);
gboolean quo_session_reject (QuoSession *session);
gboolean quo_session_skip (QuoSession *session);
/* Shows the least certain suggestion, and from there the next more certain one, after the surest
 * the least certain again. Accept, reject and skip go on in that order too, until somebody goes
 * another way (J, K, Escape). */
gboolean quo_session_doubt (QuoSession *session);
/* From this on a suggestion counts as sure. Over marked news in five languages four of five names
 * that are as certain are right (three of five to nine of ten, by language), and about one of two
 * that are less. */
#define QUO_SESSION_SURE 0.8
/* The shown one and what is suggested after it in the same paragraph and is sure; what is doubtful
 * stays for later, and the next paragraph is gone on with. Where an annotation is selected that is
 * none (any more), as after other borders, the rest of its paragraph. */
gboolean quo_session_accept_paragraph (QuoSession *session);
/* The same with what is doubtful. */
gboolean quo_session_accept_whole_paragraph (QuoSession *session);
gboolean quo_session_accept_all (QuoSession *session);
/* Every suggestion of the same name. */
gboolean quo_session_accept_name (QuoSession *session);
/* Of an act on many annotations (to delete them, to give them another label), and to undo it, a
 * thread makes ready what it can: is-busy meanwhile, and every other change is refused. Whoever is
 * about to ask whether all is saved waits for it with this. */
void quo_session_finish_large (QuoSession *session);
gboolean quo_session_undo (QuoSession *session);
gboolean quo_session_redo (QuoSession *session);
gboolean quo_session_set_note (QuoSession *session, const char *note);
gboolean quo_session_set_attr (QuoSession *session, const char *name, const char *value);
gboolean quo_session_done (QuoSession *session);
/* Esc: ends the prompt, else the text selection, else the selected annotation. */
gboolean quo_session_escape (QuoSession *session);
/* Applies an edit made elsewhere (lists, inspector) and selects what it says. Takes the edit. */
gboolean quo_session_apply (QuoSession *session, QuoEdit *edit, const char *message);

/* Totals, kept as running counts: annotations of a type; of all types; those suggested, which are
 * none until they are accepted. */
guint quo_session_count (QuoSession *session, const char *type);
guint quo_session_count_annotations (QuoSession *session);
/* Suggestions that are judged: a cue or a pronoun goes with its quote, and is not counted. */
guint quo_session_count_suggested (QuoSession *session);
/* All that a list of annotations can hold: both, and what goes with suggested quotes. */
guint quo_session_count_listed (QuoSession *session);
/* "12 annotations · 4 quotes · 3 suggestions": the quotes if they are asked for, the last if there
 * are any. */
char *quo_session_dup_totals (QuoSession *session, gboolean has_quotes) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): the JSON of `win.state`. */
char *quo_session_dup_state (QuoSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
