/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ZIP without compression. */

#include "quo-config.h"

#include "quo-zip.h"

#include <string.h>

#define VERSION 20       /* that can read folders */
#define FLAGS 0x0800     /* names are UTF-8 */
#define FIRST_DAY 0x0021 /* 1980-01-01, the earliest there is */

static void
append_16 (GString *out, guint n)
{
  g_string_append_c (out, (char)(n & 0xff));
  g_string_append_c (out, (char)(n >> 8 & 0xff));
}

static void
append_32 (GString *out, guint32 n)
{
  append_16 (out, n & 0xffff);
  append_16 (out, n >> 16);
}

/* What four bytes more make of a checksum, a table for each of them. */
typedef guint32 CrcTable[4][256];

static const CrcTable *
get_crc_table (void)
{
  static CrcTable table;
  static gsize is_made = 0;

  if (!g_once_init_enter (&is_made))
    return (const CrcTable *)&table;
  for (guint i = 0; i < 256; i++)
    {
      guint32 crc = i;

      for (guint bit = 0; bit < 8; bit++)
        crc = crc & 1 ? crc >> 1 ^ 0xedb88320u : crc >> 1;
      table[0][i] = crc;
    }
  for (guint i = 0; i < 256; i++)
    for (guint k = 1; k < 4; k++)
      table[k][i] = table[k - 1][i] >> 8 ^ table[0][table[k - 1][i] & 0xff];
  g_once_init_leave (&is_made, 1);
  return (const CrcTable *)&table;
}

/* The checksum of ISO 3309, as in ZIP and PNG, four bytes at a time: bit by bit it took longer than
 * all else in the making of a great project. */
static guint32
get_crc (const char *data, gsize len)
{
  const CrcTable *table = get_crc_table ();
  const guchar *p = (const guchar *)data;
  guint32 crc = G_MAXUINT32;

  for (; len >= 4; len -= 4, p += 4)
    {
      crc ^= (guint32)p[0] | (guint32)p[1] << 8 | (guint32)p[2] << 16 | (guint32)p[3] << 24;
      crc = (*table)[3][crc & 0xff] ^ (*table)[2][crc >> 8 & 0xff] ^ (*table)[1][crc >> 16 & 0xff]
            ^ (*table)[0][crc >> 24];
    }
  for (; len > 0; len--, p++)
    crc = crc >> 8 ^ (*table)[0][(crc ^ *p) & 0xff];
  return ~crc;
}

void
quo_zip_init (QuoZip *zip, GString *out)
{
  *zip = (QuoZip){ .out = out, .directory = g_string_new (NULL) };
}

/* What the header of a member and its line in the directory share. */
static void
append_member (GString *out, const char *name, guint32 crc, gsize len)
{
  append_16 (out, VERSION);
  append_16 (out, FLAGS);
  append_16 (out, 0); /* stored */
  append_16 (out, 0);
  append_16 (out, FIRST_DAY);
  append_32 (out, crc);
  append_32 (out, (guint32)len);
  append_32 (out, (guint32)len);
  append_16 (out, (guint)strlen (name));
  append_16 (out, 0);
}

void
quo_zip_add (QuoZip *zip, const char *name, const char *data, gsize len)
{
  guint32 crc = get_crc (data, len);
  guint32 place = (guint32)zip->out->len;

  append_32 (zip->out, 0x04034b50);
  append_member (zip->out, name, crc, len);
  g_string_append (zip->out, name);
  g_string_append_len (zip->out, data, (gssize)len);
  append_32 (zip->directory, 0x02014b50);
  append_16 (zip->directory, VERSION);
  append_member (zip->directory, name, crc, len);
  append_16 (zip->directory, 0); /* no comment, disk 0, no attributes */
  append_16 (zip->directory, 0);
  append_16 (zip->directory, 0);
  append_32 (zip->directory, 0);
  append_32 (zip->directory, place);
  g_string_append (zip->directory, name);
  zip->n++;
}

void
quo_zip_finish (QuoZip *zip)
{
  guint32 place = (guint32)zip->out->len;

  g_string_append_len (zip->out, zip->directory->str, (gssize)zip->directory->len);
  append_32 (zip->out, 0x06054b50);
  append_16 (zip->out, 0);
  append_16 (zip->out, 0);
  append_16 (zip->out, zip->n);
  append_16 (zip->out, zip->n);
  append_32 (zip->out, (guint32)zip->directory->len);
  append_32 (zip->out, place);
  append_16 (zip->out, 0);
  g_string_free (zip->directory, TRUE);
}
