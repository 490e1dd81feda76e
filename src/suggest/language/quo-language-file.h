/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-language.h"
#include "quo-word-kinds.h"

G_BEGIN_DECLS

/* What is read of a file in data/languages; for quo-language.c alone. */
struct _QuoLanguage
{
  char *tag;
  GHashTable *words;              /* of char * to bits */
  GHashTable *phrases;            /* of first word to GPtrArray of QuoPhrase */
  GHashTable *lists[QUO_N_LISTS]; /* sets of char * */
  GPtrArray *title_endings;       /* of char * */
  GPtrArray *noun_endings;
  GPtrArray *adjective_endings;
  GPtrArray *manner_endings;
  GPtrArray *participle_endings;
  GPtrArray *body_adjective_endings;
  GPtrArray *subject_adjective_endings;
  GPtrArray *oblique_adjective_endings;
  GPtrArray *oblique_endings;
  GPtrArray *past_endings;
  GPtrArray *infinitive_endings;
  GPtrArray *bare_subject_endings;
  GPtrArray *deeds;        /* with ? for any letter */
  GPtrArray *source_nouns; /* of char *: a preposition, a space and an ending */
  GHashTable *demands;     /* of char * to GPtrArray of char * */
  GPtrArray *prefixes;
  GHashTable *genders; /* of char * to QuoGender */
  GPtrArray *verb_endings[QUO_N_GENDERS];
  GPtrArray *female_title_endings;
  GPtrArray *female_name_endings;
  QuoDashStyle dash;
  gboolean dash_resumes;
  gboolean dash_bounds;
  gboolean has_clause_comma;
  gboolean needs_opener;
  gboolean has_capital_nouns;
  gboolean has_subject_after;
  gboolean has_elisions;
  gboolean has_inflected_names;
  double stopword_share;
};

/* (transfer full) (element-type utf8): the languages that have a file, of the program or of the
 * person's own; one that has both comes twice. */
GPtrArray *quo_language_list_tags (void) G_GNUC_WARN_UNUSED_RESULT;
/* NULL: there is no such file. */
QuoLanguage *quo_language_load (const char *tag) G_GNUC_WARN_UNUSED_RESULT;
/* As quo_word_fold() does it, of NUL-terminated UTF-8. */
gsize quo_word_fold_utf8 (const char *word, char buffer[QUO_FOLD_SIZE]);

G_END_DECLS
