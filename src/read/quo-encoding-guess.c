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
/* The name IANA has for what the detector calls it. Bytes 0x80 to 0x9f are letters and quotation
 * marks in the encodings of Windows and nothing in those of ISO, so Windows' is meant where they
 * occur. */
static char *
dup_iana_name (const char *detected, const char *bytes, gsize len)
{
  if (g_ascii_strncasecmp (detected, "WINDOWS-", 8) == 0)
    return g_ascii_strdown (detected, -1);
  if (g_ascii_strcasecmp (detected, "ISO-8859-1") == 0)
    for (gsize i = 0; i < len; i++)
      if ((guchar)bytes[i] >= 0x80 && (guchar)bytes[i] < 0xa0)
        return g_strdup ("windows-1252");
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

/* The old encoding of DOS, which uchardet does not know. */
#define DOS "IBM850"

/* How often something that is no letter stands inside a word ("K”ln"): a sign of the wrong
 * encoding. G_MAXUINT if the bytes are not valid in it. */
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

      n += last >= 0x80 && last != 0x2019 && last != 0xad && last != 0xb7
           && !g_unichar_isalpha (last) && g_unichar_islower (c) && g_unichar_isalpha (before);
      before = last;
      last = c;
    }
  return n;
}

static gboolean
is_better_dos (const char *bytes, gsize len, const char *encoding)
{
  guint n_broken;

  if (g_ascii_strncasecmp (encoding, "windows-125", 11) != 0
      && g_ascii_strncasecmp (encoding, "ISO-8859-", 9) != 0)
    return FALSE;
  len = MIN (len, GUESS_BYTES);
  n_broken = count_broken_words (bytes, len, encoding);
  return n_broken > 0 && count_broken_words (bytes, len, DOS) < n_broken;
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
  if (encoding != NULL && is_better_dos (bytes, len, encoding))
    {
      g_free (encoding);
      encoding = g_strdup (DOS);
    }
  return encoding;
}
