/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What encoding bytes are in that do not tell it: uchardet's guess, corrected where it is known to
 * be wrong. */
#include "quo-config.h"

#include "quo-encoding-guess.h"

#include <string.h>
#if QUO_HAVE_UCHARDET
#include <uchardet.h>
#endif

/* A guess needs no more than this of a file. */
#define GUESS_BYTES (256 * 1024)

#if QUO_HAVE_UCHARDET
/* What Windows has for an encoding of ISO: the same letters, or nearly, and more marks. */
static const struct
{
  const char *iso, *windows;
} TWINS[] = {
  { "ISO-8859-1", "windows-1252" },  { "ISO-8859-7", "windows-1253" },
  { "ISO-8859-8", "windows-1255" },  { "ISO-8859-9", "windows-1254" },
  { "ISO-8859-11", "windows-874" },  { "TIS-620", "windows-874" },
  { "ISO-8859-13", "windows-1257" },
};

/* Bytes 0x80 to 0x9f are letters and quotation marks in the encodings of Windows and nothing in
 * those of ISO. */
static gboolean
has_windows_bytes (const char *bytes, gsize len)
{
  for (gsize i = 0; i < len; i++)
    if ((guchar)bytes[i] >= 0x80 && (guchar)bytes[i] < 0xa0)
      return TRUE;
  return FALSE;
}

/* KOI8-U has the letters of Ukrainian where KOI8-R has lines that frame tables. */
static gboolean
has_ukrainian_koi8 (const char *bytes, gsize len)
{
  for (gsize i = 0; i < len; i++)
    if (bytes[i] != '\0' && strchr ("\xa4\xa6\xa7\xad\xb4\xb6\xb7\xbd", bytes[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The name IANA has for what the detector calls it, or for what is meant. */
static char *
dup_iana_name (const char *detected, const char *bytes, gsize len)
{
  if (g_ascii_strncasecmp (detected, "WINDOWS-", 8) == 0)
    return g_ascii_strdown (detected, -1);
  if (g_ascii_strcasecmp (detected, "KOI8-R") == 0 && has_ukrainian_koi8 (bytes, len))
    return g_strdup ("KOI8-U");
  for (guint i = 0; i < G_N_ELEMENTS (TWINS); i++)
    if (g_ascii_strcasecmp (detected, TWINS[i].iso) == 0 && has_windows_bytes (bytes, len))
      return g_strdup (TWINS[i].windows);
  return g_strdup (detected);
}

static char *
ask_detector (const char *bytes, gsize len)
{
  uchardet_t detector = uchardet_new ();
  char *encoding = NULL;

  if (uchardet_handle_data (detector, bytes, MIN (len, GUESS_BYTES)) == 0)
    {
      const char *detected;

      uchardet_data_end (detector);
      detected = uchardet_get_charset (detector);
      if (*detected != '\0' && g_ascii_strcasecmp (detected, "ASCII") != 0
          && g_ascii_strcasecmp (detected, "UTF-8") != 0)
        encoding = dup_iana_name (detected, bytes, len);
    }
  uchardet_delete (detector);
  return encoding;
}
#else
static char *
ask_detector (const char *bytes, gsize len)
{
  return NULL;
}
#endif

/* The old encodings of DOS and of the Macintosh, which uchardet does not know. */
static const char *const OLD[] = { "IBM850", "MACINTOSH" };

/* Whether a letter cannot stand behind a letter and before a small one: a sign of the wrong
 * encoding ("K”ln", "WindrŠder"). */
static gboolean
is_out_of_place (gunichar before, gunichar c)
{
  if (c < 0x80 || c == 0x2019 || c == 0xad || c == 0xb7)
    return FALSE;
  return !g_unichar_isalpha (c) || c == 0xaa || c == 0xba || c == 0x192
         || (g_unichar_isupper (c) && g_unichar_islower (before));
}

/* How many words are broken. G_MAXUINT if the bytes are not valid in @encoding. */
static guint
count_broken_words (const char *bytes, gsize len, const char *encoding)
{
  g_autofree char *utf8 = g_convert (bytes, (gssize)len, "UTF-8", encoding, NULL, NULL, NULL);
  gunichar before = 0, last = 0;
  guint n = 0;

  if (utf8 == NULL)
    return G_MAXUINT;
  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n += g_unichar_isalpha (before) && g_unichar_islower (c) && is_out_of_place (before, last);
      before = last;
      last = c;
    }
  return n;
}

static gboolean
is_one_of_latin (const char *encoding)
{
  static const char *const families[] = { "windows-125", "ISO-8859-", "IBM85", "MAC-CENTRAL" };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (g_ascii_strncasecmp (encoding, families[i], strlen (families[i])) == 0)
      return TRUE;
  return FALSE;
}

/* (transfer full): @encoding, or an old one in which fewer words are broken. The detector takes
 * western text of a Macintosh for Central European; then no word needs to be broken. */
static char *
prefer_old (const char *bytes, gsize len, char *encoding)
{
  gboolean is_mac = g_ascii_strncasecmp (encoding, "MAC-CENTRAL", 11) == 0;
  const char *best = encoding;
  guint fewest;

  if (!is_one_of_latin (encoding))
    return encoding;
  len = MIN (len, GUESS_BYTES);
  fewest = count_broken_words (bytes, len, encoding);
  if (is_mac && count_broken_words (bytes, len, "MACINTOSH") <= fewest)
    best = "MACINTOSH";
  else if (fewest > 0)
    for (guint i = 0; i < G_N_ELEMENTS (OLD); i++)
      {
        guint n = count_broken_words (bytes, len, OLD[i]);

        if (n < fewest)
          {
            fewest = n;
            best = OLD[i];
          }
      }
  if (best == encoding)
    return encoding;
  g_free (encoding);
  return g_strdup (best);
}

/* Whether it is UTF-8 all the same, with a few bad bytes: in no other encoding do bytes fall into
 * its pattern again and again. */
static gboolean
is_damaged_utf8 (const char *bytes, gsize len)
{
  const char *end = bytes + len;
  gsize n_good = 0, n_bad = 0;

  for (const char *p = bytes; p < end;)
    {
      gunichar c = (guchar)*p < 0x80 ? 'a' : g_utf8_get_char_validated (p, end - p);

      if (c == (gunichar)-1 || c == (gunichar)-2)
        {
          n_bad++;
          p++;
          continue;
        }
      n_good += (guchar)*p >= 0x80;
      p = g_utf8_next_char (p);
    }
  return n_good > n_bad;
}

char *
quo_encoding_guess (const char *bytes, gsize len)
{
  char *encoding;

  g_return_val_if_fail (bytes != NULL, NULL);
  if (is_damaged_utf8 (bytes, len))
    return NULL;
  encoding = ask_detector (bytes, len);
  return encoding != NULL ? prefer_old (bytes, len, encoding) : NULL;
}
