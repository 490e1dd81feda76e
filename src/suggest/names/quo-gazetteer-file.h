/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _QuoGazetteerReads QuoGazetteerReads;

/**
 * QuoGazetteerFile:
 *
 * The compact file that data/gazetteer/build.mjs makes, as it lies in memory. All numbers are
 * little-endian; a varint is LEB128.
 *
 * | part    | what                                                                                |
 * |---------|-------------------------------------------------------------------------------------|
 * | header  | 64 bytes: "QUOGAZ01", the counts of places, regions, names and blocks, the offsets  |
 * |         | of the seven parts in this order, the size of the file, the count of word lists     |
 * | places  | 24 bytes each, the most populous first                                              |
 * | regions | countries and their divisions: offset of the code and of the English name           |
 * | starts  | 65,536 bits: which pairs of characters begin a name in a script without blanks      |
 * | blocks  | offset of each block of 16 names                                                    |
 * | names   | sorted by their bytes, as quo_word_fold() writes them: count of bytes shared with   |
 * |         | the name before (0 at the start of a block), count of others, the others, flags as  |
 * |         | a varint; with QUO_NAME_PLACE a count of places and their numbers, each as a        |
 * |         | varint, all but the first as the distance from the one before                       |
 * | words   | 16 bytes for each list of common words: tag of the language, offset from the start  |
 * |         | of this part and count of bits of a Bloom filter (5 hashes of FNV-1a); the filters  |
 * | strings | NUL-terminated UTF-8                                                                |
 *
 * Names and places, nearly all of it, are read where they are asked for, a thousand bytes at a
 * time: a page of mapped memory brings fifteen others along, and an article asks for names all over
 * the file. What says where they stand is kept, and what was read last; the rest is mapped. Nothing
 * in the file is trusted: a look-up in a damaged file finds nothing. May be asked by several
 * threads at once.
 */
typedef struct
{
  int fd;              /* borrowed: of the same file */
  const guint8 *bytes; /* borrowed: all of it, mapped */
  gsize size;
  guint32 n_places, n_regions, n_names, n_blocks;
  guint32 places, regions, starts, blocks, names, words, strings; /* offsets */
  guint32 n_word_lists;
  guint32 n_groups;    /* of blocks that are read at once */
  guint32 *groups;     /* their first blocks, and one more that ends the last */
  guint32 *first_ends; /* where the first name of each ends in @first_names */
  GString *first_names;
  QuoGazetteerReads *reads; /* what was read last */
} QuoGazetteerFile;

/* Bytes that are read at once at most. A block of the file is never longer. */
#define QUO_GAZETTEER_ROOM 1024

/* What was read, and where to read on. It must not be copied. */
typedef struct
{
  const guint8 *at, *end;
  guint8 room[QUO_GAZETTEER_ROOM];
} QuoGazetteerCursor;

/* A place as the file has it; 0: none. */
typedef struct
{
  guint32 id, lat, lon, population;
  guint16 country, region; /* of regions */
  guint8 kind;
} QuoGazetteerPlace;

/* Whether the bytes are such a file; fills in @file, which borrows them and @fd. */
gboolean quo_gazetteer_file_init (QuoGazetteerFile *file, int fd, const guint8 *bytes, gsize size);
void quo_gazetteer_file_clear (QuoGazetteerFile *file);
/* Finds a name: @ret_cursor is left at its flags. A binary search over what is kept, one read, and
 * a walk of 16 names. */
gboolean quo_gazetteer_file_find (const QuoGazetteerFile *file, const char *folded, gsize len,
                                  QuoGazetteerCursor *ret_cursor);
/* The next varint; 0 at the end. */
guint32 quo_gazetteer_cursor_next (QuoGazetteerCursor *cursor);
/* Place @number; all zero if it cannot be read. */
QuoGazetteerPlace quo_gazetteer_file_read_place (const QuoGazetteerFile *file, guint32 number);
guint32 quo_gazetteer_file_get_32 (const QuoGazetteerFile *file, gsize offset);
/* A string of a region: 0 its code, 1 its name; "" for none. */
const char *quo_gazetteer_file_get_region (const QuoGazetteerFile *file, guint region, guint which);
/* Whether the list of the language has the word; one in thirty of those it has not as well. */
gboolean quo_gazetteer_file_has_word (const QuoGazetteerFile *file, const char *tag,
                                      const char *folded, gsize len);
/* The number of the pair in `starts`. */
guint quo_gazetteer_file_hash_start (gunichar first, gunichar second);

G_END_DECLS
