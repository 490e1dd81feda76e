/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-import.h"
#include "quo-token-text.h"

G_BEGIN_DECLS

/* The two files that read CoNLL-U: sentences and their tokens; the mentions that MISC tells. */

/* A word line: the token it is in, and its MISC. */
typedef struct
{
  guint token, sentence, line;
  char *misc;
} QuoConlluWord;

/* A mention that is open or done; parts of one have the same eid but for [1/2]. */
typedef struct
{
  char *eid, *type, *name;
  guint first, last, line;
  guint part;
} QuoConlluMention;

typedef struct
{
  QuoImport *import;
  GArray *tokens; /* of QuoReadToken */
  GArray *words;  /* of QuoConlluWord */
  GArray *mentions;
  GPtrArray *strings; /* blanks between tokens */
  guint n_sentences, n_texts;
  gboolean is_only; /* text of the file */
  guint covered;    /* the last word in the multiword token at hand */
  guint eid_field, type_field, name_field;
  const char *before; /* blanks before the next token */
  gboolean is_paragraph;
  char *text; /* # text of the sentence */
  guint text_line, first_token;
  GError **error;
} QuoConllu;

/* (transfer full): the value of a key in MISC; NULL: it is not there. */
char *quo_conllu_dup_misc (const char *misc, const char *key) G_GNUC_WARN_UNUSED_RESULT;
/* Where a field of Entity stands: "eid-etype-head-other", as # global.Entity says. */
void quo_conllu_read_global (QuoConllu *conllu, const char *fields);
/* The mentions of all words that were read. FALSE with conllu->error: stop. */
gboolean quo_conllu_read_mentions (QuoConllu *conllu);
/* Adds them, and whom they stand for. */
void quo_conllu_add_mentions (QuoConllu *conllu, QuoBuilder *builder);
void quo_conllu_clear_mention (gpointer mention);

G_END_DECLS
