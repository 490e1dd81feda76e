/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-gazetteer-file.h"

#include <string.h>

/* Reads the compact gazetteer where it lies. Invariant: each part begins and ends inside the bytes,
 * which quo_gazetteer_file_init() checks; what points from one part into another is checked where
 * it is followed. */

#define MAGIC "QUOGAZ01"
#define HEADER_SIZE 64
#define PLACE_SIZE 24
#define REGION_SIZE 8
#define STARTS_SIZE 8192
#define WORD_LIST_SIZE 16
#define N_HASHES 5
#define BLOCK_NAMES 16
#define HAS_PLACES 16 /* the bit QUO_NAME_PLACE */

guint32
quo_gazetteer_file_get_32 (const QuoGazetteerFile *file, gsize offset)
{
  guint32 n = 0;

  if (offset + sizeof n <= file->size)
    memcpy (&n, file->bytes + offset, sizeof n);
  return GUINT32_FROM_LE (n);
}

guint16
quo_gazetteer_file_get_16 (const QuoGazetteerFile *file, gsize offset)
{
  guint16 n = 0;

  if (offset + sizeof n <= file->size)
    memcpy (&n, file->bytes + offset, sizeof n);
  return GUINT16_FROM_LE (n);
}

gboolean
quo_gazetteer_file_init (QuoGazetteerFile *file, const guint8 *bytes, gsize size)
{
  guint32 *fields[] = { &file->n_places, &file->n_regions, &file->n_names, &file->n_blocks,
                        &file->places,   &file->regions,   &file->starts,  &file->blocks,
                        &file->names,    &file->words,     &file->strings };

  memset (file, 0, sizeof *file);
  if (size <= HEADER_SIZE || memcmp (bytes, MAGIC, strlen (MAGIC)) != 0)
    return FALSE;
  file->bytes = bytes;
  file->size = size;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    *fields[i] = quo_gazetteer_file_get_32 (file, strlen (MAGIC) + 4 * i);
  file->n_word_lists = quo_gazetteer_file_get_32 (file, 56);
  /* The last byte ends the last string, so that none runs out of the file. */
  return quo_gazetteer_file_get_32 (file, 52) == size && bytes[size - 1] == '\0'
         && file->places >= HEADER_SIZE
         && file->places + (guint64)file->n_places * PLACE_SIZE <= file->regions
         && file->regions + (guint64)file->n_regions * REGION_SIZE <= file->starts
         && (guint64)file->starts + STARTS_SIZE <= file->blocks
         && file->blocks + (guint64)file->n_blocks * 4 <= file->names && file->names <= file->words
         && file->words + (guint64)file->n_word_lists * WORD_LIST_SIZE <= file->strings
         && file->strings < size;
}

guint32
quo_gazetteer_cursor_next (QuoGazetteerCursor *cursor)
{
  guint32 n = 0;

  for (guint shift = 0; cursor->at < cursor->end && shift < 32; shift += 7)
    {
      guint8 byte = *cursor->at++;

      n |= (guint32)(byte & 0x7f) << shift;
      if (byte < 0x80)
        return n;
    }
  return 0;
}

static QuoGazetteerCursor
open_block (const QuoGazetteerFile *file, guint block)
{
  guint64 offset
      = (guint64)file->names + quo_gazetteer_file_get_32 (file, file->blocks + 4 * block);
  const guint8 *end = file->bytes + file->words;

  return (QuoGazetteerCursor){ file->bytes + MIN (offset, file->words), end };
}

static int
compare (const guint8 *name, gsize name_len, const char *wanted, gsize len)
{
  int order = memcmp (name, wanted, MIN (name_len, len));

  return order != 0 ? order : (name_len > len) - (name_len < len);
}

/* The order of the first name of a block to the wanted one. */
static int
compare_first (const QuoGazetteerFile *file, guint block, const char *wanted, gsize len)
{
  QuoGazetteerCursor cursor = open_block (file, block);
  guint name_len;

  if (cursor.end - cursor.at < 2)
    return 1;
  name_len = MIN (cursor.at[1], cursor.end - cursor.at - 2);
  return compare (cursor.at + 2, name_len, wanted, len);
}

static void
skip_entry (QuoGazetteerCursor *cursor)
{
  guint flags = quo_gazetteer_cursor_next (cursor);

  if (flags & HAS_PLACES)
    for (guint n = quo_gazetteer_cursor_next (cursor); n > 0 && cursor->at < cursor->end; n--)
      quo_gazetteer_cursor_next (cursor);
}

static gboolean
find_in_block (const QuoGazetteerFile *file, guint block, const char *wanted, gsize len,
               QuoGazetteerCursor *ret_cursor)
{
  QuoGazetteerCursor cursor = open_block (file, block);
  guint8 name[512];

  for (guint i = 0; i < BLOCK_NAMES && cursor.end - cursor.at >= 2; i++)
    {
      guint shared = cursor.at[0], n_own = cursor.at[1];
      int order;

      cursor.at += 2;
      if (n_own > cursor.end - cursor.at)
        return FALSE;
      memcpy (name + shared, cursor.at, n_own);
      cursor.at += n_own;
      order = compare (name, shared + n_own, wanted, len);
      if (order == 0)
        *ret_cursor = cursor;
      if (order >= 0)
        return order == 0;
      skip_entry (&cursor);
    }
  return FALSE;
}

gboolean
quo_gazetteer_file_find (const QuoGazetteerFile *file, const char *folded, gsize len,
                         QuoGazetteerCursor *ret_cursor)
{
  guint low = 0, high = file->n_blocks;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_first (file, middle, folded, len) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 && find_in_block (file, low - 1, folded, len, ret_cursor);
}

const char *
quo_gazetteer_file_get_region (const QuoGazetteerFile *file, guint region, guint which)
{
  guint64 offset;

  if (region == 0 || region >= file->n_regions)
    return "";
  offset = (guint64)file->strings
           + quo_gazetteer_file_get_32 (file, file->regions + REGION_SIZE * region + 4 * which);
  return offset < file->size ? (const char *)file->bytes + offset : "";
}

static guint32
hash (const char *word, gsize len, guint32 basis)
{
  for (gsize i = 0; i < len; i++)
    basis = (basis ^ (guint8)word[i]) * 0x01000193u;
  return basis;
}

static gboolean
is_in_filter (const QuoGazetteerFile *file, gsize list, const char *folded, gsize len)
{
  guint64 bits = (guint64)file->words + quo_gazetteer_file_get_32 (file, list + 8);
  guint32 n_bits = quo_gazetteer_file_get_32 (file, list + 12);
  guint32 first = hash (folded, len, 0x811c9dc5u), second = hash (folded, len, 0x9747b28cu) | 1;

  if (n_bits == 0 || bits + n_bits / 8 > file->size)
    return FALSE;
  for (guint32 k = 0; k < N_HASHES; k++)
    {
      guint32 bit = (first + k * second) % n_bits;

      if (!(file->bytes[bits + bit / 8] & (1 << (bit % 8))))
        return FALSE;
    }
  return TRUE;
}

gboolean
quo_gazetteer_file_has_word (const QuoGazetteerFile *file, const char *tag, const char *folded,
                             gsize len)
{
  for (guint i = 0; i < file->n_word_lists; i++)
    {
      gsize list = file->words + (gsize)WORD_LIST_SIZE * i;

      if (strncmp ((const char *)file->bytes + list, tag, 8) == 0)
        return is_in_filter (file, list, folded, len);
    }
  return FALSE;
}

guint
quo_gazetteer_file_hash_start (gunichar first, gunichar second)
{
  return (first * 31 + second) % (STARTS_SIZE * 8);
}
