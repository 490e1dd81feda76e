/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-quotes.h"
#include "quo-session.h"
#include "quo-suggestions.h"
#include "quo-verbs.h"
#include "quo-weights.h"

G_BEGIN_DECLS

/* What the files of the session share: its state, and the steps its verbs are made of. */

/* Letters that suggestions can have while Y sifts them: as many as QUO_SIFT_KEYS has. */
#define QUO_SIFT_LETTERS 20

/* In quo-session-large.c: an act on many annotations that a thread gets ready. */
typedef struct _QuoLargeAct QuoLargeAct;
typedef struct _QuoLargeWork QuoLargeWork;
struct _QuoLargeWork
{
  /* (nullable): in the thread; the edit, or NULL: there is nothing to do. Not of what is taken back
   * or done again. */
  QuoEdit *(*make) (QuoDocument *document, const QuoLargeWork *work);
  GPtrArray *annotations; /* owned, for make(), or NULL; so is the tagset */
  QuoTagset *tagset;
  const char *label; /* in @tagset */
  QuoActor actor;    /* of make(): who acted when it began; quo_session_start_large() knows */
  /* When the act counts. */
  void (*done) (QuoSession *session, QuoEdit *edit, const QuoLargeWork *work);
  char *message;            /* owned, for done(), or NULL */
  gpointer data;            /* for both, given up by the next */
  GDestroyNotify free_data; /* or NULL */
  gboolean is_taking;       /* suggestions come: nothing is suggested anew because of it */
};

/* One of the verbs of the keys. */
typedef gboolean (*QuoSessionVerb) (QuoSession *session);

struct _QuoSession
{
  GObject parent_instance;

  QuoDocument *document;   /* owned, NULL: nothing is open */
  QuoAutosave *autosave;   /* owned, with the document */
  QuoLog *log;             /* owned, or NULL */
  QuoTagset *tagset;       /* owned, never NULL */
  char *tagset_path;       /* of its file, NULL: the built-in one */
  gboolean has_own_tagset; /* it was set, so the sidecar's is not followed */
  const QuoLanguage
      *language; /* of the article, NULL: not guessed yet (quo_session_get_language) */
  char *article_path, *sidecar_path;
  char *annotator; /* "" when not told */
  char *agent;     /* id of who acts, NULL: the next edit makes it */
  char *layer;     /* id, NULL: the next edit makes it */
  char *message;
  QuoKeyNameFunc key_name;       /* NULL: keys are not told */
  gboolean is_agent_new;         /* the agent was made by an edit of this session */
  GHashTable *hidden, *unlocked; /* sets of ids of layers */

  char *selected; /* id of an annotation that is there, or NULL */
  guint32 caret;
  QuoSpan selection; /* empty: no text is selected */
  char *entered;     /* id of the annotation the caret was told to be in, or NULL */
  gboolean is_prompting;
  gboolean is_selecting_text; /* Shift+arrows select text though an annotation is selected */
  gboolean auto_advance;
  guint n_busy;

  GPtrArray *candidates; /* of QuoCandidate; stale unless has_candidates */
  gboolean has_candidates;
  GArray *quotes; /* of QuoQuote: all in the text, NULL: not found yet */
  struct
  {
    GCancellable *looking; /* a thread looks for `quotes` */
    QuoSessionVerb then;   /* what goes on when they are there */
    guint32 caret;         /* as both were when it was asked for */
    guint64 revision;
  } marks;
  GHashTable
      *speech;       /* start + 1 of those that were looked at -> double, how likely it is speech */
  char *just_tagged; /* id of what was tagged before U went on by itself, or NULL */
  GHashTable *passed;        /* set: words of the names that U was pressed at again */
  GHashTable *passed_quotes; /* the same of O and words in marks */
  QuoSpan visited; /* the name or quote that U or O went to; counts while the caret is there */

  GArray *
      borders; /* of QuoSpan: those that B goes through, the first is what it began with; or NULL */
  guint nth_border;   /* the one of these that stands */
  gboolean is_mended; /* the selected one was a suggestion until its borders were changed */
  char *resume;       /* id of the suggestion that Shift+U left, or NULL */

  struct
  {
    gboolean is_waiting; /* for letters, of which so many were typed */
    gboolean is_selecting;
    guint n_typed;
    gunichar typed[2];
    gunichar letters[2]; /* of the last jump */
    guint32 origin, place;
    guint nth;
  } jump;

  struct
  {
    gboolean is_on;
    QuoSpan within;                      /* what has letters begins here */
    char *ids[QUO_SIFT_LETTERS];         /* of the suggestion with each letter, or NULL */
    const char *types[QUO_SIFT_LETTERS]; /* interned labels, before other borders; or NULL */
    guint32 taken, typed;                /* a bit for each letter */
    guint32 made;                        /* the same: it was a chance and is an annotation now */
    QuoSpan mended;                      /* where borders were changed last; empty: it is told */
    gboolean is_wanted;                  /* once what was asked for is there */
    guint32 reach;                       /* code points that can be seen at once; 0: nobody told */
  } sift;

  struct
  {
    guint idle; /* a name is being looked for */
    gboolean is_back;
    QuoSpan left, rest; /* where it is looked for, and then */
    guint32 reach;      /* the size of the next piece, going back */
    guint32 caret;      /* as both were when it began */
    guint64 revision;
  } seek;

  QuoLargeAct *large; /* is under way, or NULL */
  QuoReview *review;  /* owned, never NULL */

  GCancellable *suggesting;     /* of the run of the suggesters that is waited for, or NULL */
  guint refresh_idle;           /* a run is about to begin */
  gboolean is_suggesting_asked; /* it is a person who waits for that run */
  gboolean has_asked;           /* suggestions were asked for since the document was opened */
  gboolean is_taking;           /* an edit of suggestions is being applied */
  gboolean is_refresh_due;      /* when the prompt has ended */
  gboolean is_doubting;         /* N, A and X go by certainty, the least first */
  GHashTable *declined;         /* ids of annotations that were removed, to these */
  GPtrArray *unnoted;           /* edits whose removed annotations are not in there yet */
  char **suggesters_off;        /* ids, or NULL */
  QuoWeights *weights;          /* what was learnt, or NULL: nothing yet */
  GArray *chances;              /* of QuoChance: those of what came last, or NULL */
  QuoSuggestions *suggestions;  /* of the last run, for their reasons; or NULL */
  GArray *seconds;              /* the same: other labels of what is suggested */

  GHashTable *counts;           /* interned type -> number of accepted annotations */
  guint n_suggested, n_helpers; /* that are judged; that go with what is judged */
};

typedef enum
{
  QUO_SESSION_CHANGED,
  QUO_SESSION_SELECTION_MOVED,
  QUO_SESSION_REVEAL,
  QUO_SESSION_KEEP_IN_SIGHT,
  QUO_SESSION_CANDIDATES_CHANGED,
  QUO_SESSION_ACTED_ON_MANY,
  QUO_SESSION_LAYERS_CHANGED,
  QUO_SESSION_TAGSET_CHANGED,
  QUO_SESSION_LOCKED,
  QUO_SESSION_SIFTED,
  QUO_SESSION_REVIEW_CHANGED,
  QUO_SESSION_KEYS_CHANGED,
  QUO_SESSION_N_SIGNALS,
} QuoSessionSignal;

typedef enum
{
  QUO_SESSION_PROP_DOCUMENT = 1,
  QUO_SESSION_PROP_SELECTED,
  QUO_SESSION_PROP_CARET,
  QUO_SESSION_PROP_MESSAGE,
  QUO_SESSION_PROP_IS_PROMPTING,
  QUO_SESSION_PROP_AUTO_ADVANCE,
  QUO_SESSION_PROP_LAYER,
  QUO_SESSION_PROP_IS_BUSY,
  QUO_SESSION_PROP_IS_SUGGESTING,
  QUO_SESSION_N_PROPS,
} QuoSessionProperty;

void quo_session_notify (QuoSession *session, QuoSessionProperty property);
/* For signals that carry nothing. */
void quo_session_emit (QuoSession *session, QuoSessionSignal signal);
void quo_session_emit_changed (QuoSession *session, QuoEdit *edit);
void quo_session_emit_reveal (QuoSession *session, QuoSpan span);
void quo_session_emit_keep_in_sight (QuoSession *session, QuoSpan span);
void quo_session_emit_acted_on_many (QuoSession *session);
/* The letters in @span may be others. */
void quo_session_emit_sifted (QuoSession *session, QuoSpan span);
void quo_session_emit_locked (QuoSession *session, const char *layer);

/* Sets who is selected; ends the prompt; the caret stays. */
void quo_session_set_selected (QuoSession *session, const char *id);
void quo_session_set_prompting (QuoSession *session, gboolean is_prompting);
/* Moves the caret without losing what is selected; ends the text selection. */
void quo_session_put_caret (QuoSession *session, guint32 caret);
void quo_session_drop_candidates (QuoSession *session);
/* What is to be reviewed, or what was decided of it, changed. */
void quo_session_review_changed (QuoSession *session);
/* The same, if the edit touches it. */
void quo_session_follow_review (QuoSession *session, const QuoEdit *edit);
/* After the document was exchanged: the tagset that holds for its sidecar. */
void quo_session_choose_tagset (QuoSession *session);
/* Nothing is open any more, but nobody is told. */
void quo_session_clear_document (QuoSession *session);
/* After the document was exchanged: counts, finds who acts, and tells. */
void quo_session_settle (QuoSession *session, guint32 caret, QuoSpan selection);
/* Counts anew, and finds who acts and where, after the document was exchanged. */
void quo_session_count_all (QuoSession *session);
void quo_session_count_edit (QuoSession *session, QuoEdit *edit);
void quo_session_find_actor (QuoSession *session);

QuoActor quo_session_get_actor (QuoSession *session);
void quo_session_set_layer (QuoSession *session, const char *id);
/* An edit may make the agent or the layer that is acted in, and an undo take them back. */
void quo_session_follow_actor (QuoSession *session, QuoEdit *edit);
/* Whether a layer (nullable) is done or gold. */
gboolean quo_session_is_closed (const QuoLayer *layer);
/* The caret stays, unless it would stand outside of what is selected. */
void quo_session_keep_caret_inside (QuoSession *session);
/* Whether a new record may be made; says why not. */
gboolean quo_session_check_open (QuoSession *session);
/* The selected annotation if it may be changed; else says what is missing and gives NULL. */
const QuoAnnotation *quo_session_require_selected (QuoSession *session);
/* (transfer full) for @edit (NULL: nothing to do) and @message (NULL: the title of the edit). */
gboolean quo_session_take_edit (QuoSession *session, QuoEdit *edit, char *message);

/* Whether the annotation is shown and counts for J, K, U, O. */
gboolean quo_session_is_shown (QuoSession *session, const QuoAnnotation *annotation);
QuoLabelKind quo_session_get_kind (QuoSession *session, const QuoAnnotation *annotation);
/* The innermost shown annotation of this kind (-1: any) that covers @offset, or NULL. */
const QuoAnnotation *quo_session_find_innermost (QuoSession *session, guint32 offset, gint kind);
/* The annotation of the quote with these parts, or NULL. */
const QuoAnnotation *quo_session_find_quote (QuoSession *session, const QuoSpan *parts,
                                             guint n_parts);
/* Whether so many records are for a thread. */
gboolean quo_session_is_large (guint n);
/* Begins an act (QUO_ACT_APPLY, or what is taken back or done again); takes what @work owns.
 * Nothing may be under way (quo_session_check_free()). */
void quo_session_start_large (QuoSession *session, QuoAct how, const QuoLargeWork *work);
/* FALSE, with a message: such an act is under way. */
gboolean quo_session_check_free (QuoSession *session);
/* What an edit that was carried out selects, and what is said of it; @message NULL: its title. */
void quo_session_tell_edit (QuoSession *session, const QuoEdit *edit, const char *message);

/* In quo-session-marks.c. Whether `quotes` is there; if not, a thread looks for them, and then the
 * verb that needs them is called again, unless somebody has done something meanwhile. */
gboolean quo_session_await_quotes (QuoSession *session, QuoSessionVerb verb);
/* The document is left. */
void quo_session_forget_quotes (QuoSession *session);
gboolean quo_session_is_linked (QuoSession *session, const QuoAnnotation *quote);
/* The first of the annotations that starts at or after @offset; their number if there is none. */
guint quo_session_find_position (GPtrArray *annotations, guint32 offset);
/* Where U and O look from: pressed again at what they led to they go past it. */
guint32 quo_session_get_search_start (QuoSession *session);
/* Whether somebody has said what it is, or that this very place is not what was suggested. */
gboolean quo_session_is_tagged (QuoSession *session, QuoSpan span);
/* The caret goes to a name or word that has no tag, which is told. */
void quo_session_go_to_name (QuoSession *session, QuoSpan name);
/* Tagging what is gone to next comes back to the suggestion that is shown now. */
void quo_session_note_resume (QuoSession *session);
/* The suggestion of the name at @offset, or of the quote that begins there, or NULL; shows one. */
const QuoAnnotation *quo_session_find_suggestion_at (QuoSession *session, guint32 offset);
void quo_session_show_suggestion (QuoSession *session, const QuoAnnotation *annotation);
/* U and O without going back to the start; quiet when there is nothing (U: in the next 60,000
 * characters). */
gboolean quo_session_advance_name (QuoSession *session);
/* What U was looking for is not wanted any more. */
void quo_session_stop_seeking (QuoSession *session);
/* Auto-advance: to the next name. What was tagged is remembered, so that T still finds it. */
void quo_session_go_on_from_tagged (QuoSession *session);
gboolean quo_session_advance_quote (QuoSession *session);

/* Whether A, X and N stop at it; how certain it is, 0 to 1. */
gboolean quo_session_is_stop (QuoSession *session, const QuoAnnotation *annotation);
double quo_session_get_certainty (const QuoAnnotation *annotation);
/* A new annotation of exactly this place. */
gboolean quo_session_tag_span (QuoSession *session, const QuoLabel *label, QuoSpan span);

/* In quo-session-chances.c. (transfer container) (element-type QuoChance): those that begin in
 * @within and are free, in text order; borrowed until suggestions come anew. */
GPtrArray *quo_session_list_chances (QuoSession *session, QuoSpan within) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): names it as long as it stands; no annotation has such an id, which begins with
 * QUO_CHANCE_MARK. The one of this name, or NULL. */
#define QUO_CHANCE_MARK '@'
char *quo_session_dup_chance_id (const QuoChance *chance) G_GNUC_WARN_UNUSED_RESULT;
const QuoChance *quo_session_find_chance (QuoSession *session, const char *id);
/* It becomes an annotation, which is selected. */
gboolean quo_session_take_chance (QuoSession *session, const QuoChance *chance);

/* In quo-session-letters.c. A suggestion, or what was made at its letter; NULL: nothing with this
 * letter stands any more. */
const QuoAnnotation *quo_session_get_lettered (QuoSession *session, guint nth);
/* Whether it is taken unless its letter is typed. */
gboolean quo_session_is_likely (const QuoAnnotation *annotation);
/* The first suggestion that begins at @offset or after it; the number of annotations: there is
 * none. How many begin in @within. */
guint quo_session_find_stop (QuoSession *session, guint32 offset);
guint quo_session_count_stops (QuoSession *session, QuoSpan within);
/* To all in `sift.within` that have none yet; from all. */
void quo_session_give_letters (QuoSession *session);
void quo_session_clear_letters (QuoSession *session);

/* In quo-session-sift.c. Enter: what is taken is accepted as one act, what was left out is
 * rejected, and what comes after gets letters. */
void quo_session_take_screen (QuoSession *session);
/* After an edit: what is suggested anew gets a letter. The document is left. */
void quo_session_follow_sift (QuoSession *session);
/* (transfer full): @words (which it takes), after the letter that the annotation has now. */
char *quo_session_add_letter (QuoSession *session, const QuoAnnotation *annotation,
                              char *words) G_GNUC_WARN_UNUSED_RESULT;
/* The chance with a letter at @offset, or NULL; (transfer full): what is told of it. */
const QuoChance *quo_session_find_lettered_chance (QuoSession *session, guint32 offset);
char *quo_session_dup_chance_words (QuoSession *session,
                                    const QuoChance *chance) G_GNUC_WARN_UNUSED_RESULT;
/* Goes to the first chance with a letter that begins in @within, @direction < 0: the last; but to
 * none where the caret has just been told to be. FALSE: there is none. */
gboolean quo_session_visit_chance (QuoSession *session, QuoSpan within, gint direction);
/* quo_session_follow_sift() when chances came anew, which no edit tells. */
void quo_session_letter_chances (QuoSession *session);
/* What was asked for has come: FALSE, it was not Y that asked, or nothing is suggested. */
gboolean quo_session_begin_wanted_sift (QuoSession *session);
void quo_session_forget_sift (QuoSession *session);
/* The selected proposal; NULL if none is selected. */
const QuoAnnotation *quo_session_get_proposal (QuoSession *session);
/* The next one after @after (NULL: after the caret) in the order that is gone by; NULL: there is no
 * other. */
const QuoAnnotation *quo_session_find_next_proposal (QuoSession *session,
                                                     const QuoAnnotation *after);
/* Shows the one with the id @next, which may be gone by now, or one behind it; NULL: it is said
 * that all are done. */
void quo_session_go_on_judging (QuoSession *session, const char *next);
/* The suggestion after the annotation @id is shown, or it is said that there is none; not
 * while Y sifts them. */
void quo_session_judge_next (QuoSession *session, const char *id);
/* After tagging: shows the suggestion that Shift+U left for the name that is tagged now; FALSE if
 * it left none. */
gboolean quo_session_resume_judging (QuoSession *session);
/* After an edit, undo or redo: proposals are made anew, or what runs is given up. */
void quo_session_follow_suggestions (QuoSession *session, QuoEdit *edit);
/* The prompt has ended: what waited for that is made. */
void quo_session_catch_up_suggestions (QuoSession *session);
/* The document is left. */
void quo_session_forget_suggestions (QuoSession *session);

/* Says what the caret came into, or that it left it: a person who only hears it has no other way to
 * know. */
void quo_session_tell_place (QuoSession *session);
/* (transfer full): the name of a label, fit to stand in a sentence. */
char *quo_session_dup_label_name (QuoSession *session, const char *type);
/* (transfer full): what the annotation says, in one line of at most 60 characters. */
char *quo_session_dup_excerpt (QuoSession *session, const QuoAnnotation *annotation);
/* (transfer full): the name of a member of a role, fit to stand in a sentence. */
char *quo_session_dup_member_name (QuoSession *session, const char *id);
/* (transfer full): the same of a plain stretch of text. */
char *quo_session_dup_words (QuoSession *session, QuoSpan span);

G_END_DECLS
