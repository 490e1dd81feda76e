/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-gazetteer-file.h"

#include <string.h>
#include <unistd.h>

/* Reads the compact gazetteer where it lies. Invariant: each part begins and ends inside the bytes,
 * which read_header() checks; what points from one part into another is checked where
 * it is followed. */

#define MAGIC "QUOGAZ01"
#define HEADER_SIZE 64
#define PLACE_SIZE 24
#define REGION_SIZE 8
#define STARTS_SIZE 8192
#define WORD_LIST_SIZE 16
#define N_HASHES 5
#define BLOCK_NAMES 16
#define PLACES_AT_ONCE (QUO_GAZETTEER_ROOM / PLACE_SIZE)
#define N_READS 64    /* those that are kept */
#define HAS_PLACES 16 /* the bit QUO_NAME_PLACE */

/* What was read last; the offsets stand apart, so that they are looked through quickly. */
struct _QuoGazetteerReads
{
  GMutex lock;
  guint32 offsets[N_READS]; /* in the file; 0: nothing was read yet */
  guint64 used[N_READS];    /* when it was asked for */
  guint64 now;
  gssize n[N_READS];
  guint8 bytes[N_READS][QUO_GAZETTEER_ROOM];
};

guint32
quo_gazetteer_file_get_32 (const QuoGazetteerFile *file, gsize offset)
{
  guint32 n = 0;

  if (offset + sizeof n <= file->size)
    memcpy (&n, file->bytes + offset, sizeof n);
  return GUINT32_FROM_LE (n);
}

/* Whether the parts that the header tells lie in the file. */
static gboolean
read_header (QuoGazetteerFile *file, const guint8 *bytes, gsize size)
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

static int
compare (const guint8 *name, gsize name_len, const char *wanted, gsize len)
{
  int order = memcmp (name, wanted, MIN (name_len, len));

  return order != 0 ? order : (name_len > len) - (name_len < len);
}

static void
skip_entry (QuoGazetteerCursor *cursor)
{
  guint flags = quo_gazetteer_cursor_next (cursor);

  if (flags & HAS_PLACES)
    for (guint n = quo_gazetteer_cursor_next (cursor); n > 0 && cursor->at < cursor->end; n--)
      quo_gazetteer_cursor_next (cursor);
}

/* The wanted name among those of the block that begins at the cursor, which is left behind it. */
static gboolean
find_in_block (QuoGazetteerCursor *cursor, const char *wanted, gsize len)
{
  guint8 name[512];

  for (guint i = 0; i < BLOCK_NAMES && cursor->end - cursor->at >= 2; i++)
    {
      guint shared = cursor->at[0], n_own = cursor->at[1];
      int order;

      cursor->at += 2;
      if (n_own > cursor->end - cursor->at)
        return FALSE;
      memcpy (name + shared, cursor->at, n_own);
      cursor->at += n_own;
      order = compare (name, shared + n_own, wanted, len);
      if (order >= 0)
        return order == 0;
      skip_entry (cursor);
    }
  return FALSE;
}

/* Where the block begins in the file; the last one ends where the block behind it would begin. */
static guint32
get_block (const QuoGazetteerFile *file, guint block)
{
  guint64 offset;

  if (block >= file->n_blocks)
    return file->words;
  offset = (guint64)file->names + quo_gazetteer_file_get_32 (file, file->blocks + 4 * block);
  return (guint32)MIN (offset, file->words);
}

/* Which of those that are kept was read at @offset; else the one that was not asked for longest. */
static guint
find_read (const QuoGazetteerReads *reads, guint32 offset)
{
  guint oldest = 0;

  for (guint i = 0; i < N_READS; i++)
    if (reads->offsets[i] == offset)
      return i;
  for (guint i = 1; i < N_READS; i++)
    if (reads->used[i] < reads->used[oldest])
      oldest = i;
  return oldest;
}

/* Copies what stands from @offset on to @end, as far as there is room. */
static void
read_at (const QuoGazetteerFile *file, guint32 offset, guint64 end, QuoGazetteerCursor *cursor)
{
  gsize wanted = end > offset ? MIN (end - offset, sizeof cursor->room) : 0;
  QuoGazetteerReads *reads = file->reads;
  guint i;

  g_mutex_lock (&reads->lock);
  i = find_read (reads, offset);
  if (reads->offsets[i] != offset)
    {
      gssize n = pread (file->fd, reads->bytes[i], wanted, offset);

      reads->offsets[i] = offset;
      reads->n[i] = MAX (n, 0);
    }
  reads->used[i] = ++reads->now;
  memcpy (cursor->room, reads->bytes[i], (gsize)reads->n[i]);
  cursor->at = cursor->room;
  cursor->end = cursor->room + reads->n[i];
  g_mutex_unlock (&reads->lock);
}

/* Of the blocks of the group, which the cursor holds, the last one that does not begin behind the
 * wanted name. */
static void
move_to_block (const QuoGazetteerFile *file, guint group, const char *wanted, gsize len,
               QuoGazetteerCursor *cursor)
{
  guint64 start = get_block (file, file->groups[group]);

  for (guint block = file->groups[group] + 1; block < file->groups[group + 1]; block++)
    {
      const guint8 *first
          = cursor->room + MIN (get_block (file, block) - start, sizeof cursor->room);

      if (cursor->end - first < 2 || first[1] > cursor->end - first - 2
          || compare (first + 2, first[1], wanted, len) > 0)
        return;
      cursor->at = first;
    }
}

/* The order of the first name of a group to the wanted one. */
static int
compare_first (const QuoGazetteerFile *file, guint group, const char *wanted, gsize len)
{
  guint32 start = group > 0 ? file->first_ends[group - 1] : 0;

  return compare ((const guint8 *)file->first_names->str + start, file->first_ends[group] - start,
                  wanted, len);
}

gboolean
quo_gazetteer_file_find (const QuoGazetteerFile *file, const char *folded, gsize len,
                         QuoGazetteerCursor *ret_cursor)
{
  guint low = 0, high = file->n_groups;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_first (file, middle, folded, len) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return FALSE;
  read_at (file, get_block (file, file->groups[low - 1]), get_block (file, file->groups[low]),
           ret_cursor);
  move_to_block (file, low - 1, folded, len, ret_cursor);
  return find_in_block (ret_cursor, folded, len);
}

/* Puts together as many blocks as are read at once, and keeps the first name of each group. */
static void
group_blocks (QuoGazetteerFile *file)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint64 start = 0;

  file->first_names = g_string_new (NULL);
  for (guint32 block = 0; block < file->n_blocks; block++)
    {
      guint64 here = get_block (file, block);
      guint32 end;

      if (block > 0 && here >= start && get_block (file, block + 1) <= start + QUO_GAZETTEER_ROOM)
        continue;
      start = here;
      if (file->words - here >= 2)
        g_string_append_len (file->first_names, (const char *)file->bytes + here + 2,
                             MIN (file->bytes[here + 1], file->words - here - 2));
      end = file->first_names->len;
      g_array_append_val (groups, block);
      g_array_append_val (ends, end);
    }
  file->n_groups = groups->len;
  g_array_append_val (groups, file->n_blocks);
  file->groups = (guint32 *)(gpointer)g_array_free (g_steal_pointer (&groups), FALSE);
  file->first_ends = (guint32 *)(gpointer)g_array_free (g_steal_pointer (&ends), FALSE);
}

void
quo_gazetteer_file_clear (QuoGazetteerFile *file)
{
  if (file->reads != NULL)
    g_mutex_clear (&file->reads->lock);
  g_clear_pointer (&file->reads, g_free);
  g_clear_pointer (&file->groups, g_free);
  g_clear_pointer (&file->first_ends, g_free);
  if (file->first_names != NULL)
    g_string_free (g_steal_pointer (&file->first_names), TRUE);
}

gboolean
quo_gazetteer_file_init (QuoGazetteerFile *file, int fd, const guint8 *bytes, gsize size)
{
  if (!read_header (file, bytes, size))
    return FALSE;
  file->fd = fd;
  file->reads = g_new0 (QuoGazetteerReads, 1);
  g_mutex_init (&file->reads->lock);
  group_blocks (file);
  return TRUE;
}

QuoGazetteerPlace
quo_gazetteer_file_read_place (const QuoGazetteerFile *file, guint32 number)
{
  guint64 first = number - number % PLACES_AT_ONCE;
  gsize at = number % PLACES_AT_ONCE * PLACE_SIZE;
  guint32 offset = (guint32)(file->places + first * PLACE_SIZE);
  QuoGazetteerPlace place = { 0 };
  QuoGazetteerCursor cursor;

  if (number >= file->n_places)
    return place;
  read_at (file, offset, MIN ((guint64)offset + PLACES_AT_ONCE * PLACE_SIZE, file->regions),
           &cursor);
  if (at + PLACE_SIZE > (gsize)(cursor.end - cursor.at))
    return place;
  memcpy (&place, cursor.at + at, 20);
  place.id = GUINT32_FROM_LE (place.id);
  place.lat = GUINT32_FROM_LE (place.lat);
  place.lon = GUINT32_FROM_LE (place.lon);
  place.population = GUINT32_FROM_LE (place.population);
  place.country = GUINT16_FROM_LE (place.country);
  place.region = GUINT16_FROM_LE (place.region);
  place.kind = cursor.at[at + 20];
  return place;
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
