/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The encoding of a page. See the WHATWG standards HTML (12.2.3) and Encoding (4.2). */
#include "quo-config.h"

#include "quo-web-decode.h"

#include "quo-encoding-guess.h"
#include "quo-encoding-shape.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where a page must have said its encoding (browsers look at 1024 bytes, writers of pages do not).
 */
#define PROLOGUE 8192

/* Names that mean another encoding than they say, and names iconv does not know. */
static const char *const LABELS[][2] = {
  { "iso-8859-1", "windows-1252" },
  { "iso8859-1", "windows-1252" },
  { "latin1", "windows-1252" },
  { "latin-1", "windows-1252" },
  { "l1", "windows-1252" },
  { "us-ascii", "windows-1252" },
  { "ascii", "windows-1252" },
  { "ansi", "windows-1252" },
  { "cp1252", "windows-1252" },
  { "x-cp1252", "windows-1252" },
  { "iso-8859-9", "windows-1254" },
  { "latin5", "windows-1254" },
  { "iso-8859-11", "windows-874" },
  { "tis-620", "windows-874" },
  { "x-cp1251", "windows-1251" },
  { "x-cp1250", "windows-1250" },
  { "gb2312", "GB18030" },
  { "gbk", "GB18030" },
  { "gb_2312-80", "GB18030" },
  { "x-gbk", "GB18030" },
  { "shift_jis", "CP932" },
  { "shift-jis", "CP932" },
  { "sjis", "CP932" },
  { "x-sjis", "CP932" },
  { "windows-31j", "CP932" },
  { "ms_kanji", "CP932" },
  { "euc-kr", "CP949" },
  { "ks_c_5601-1987", "CP949" },
  { "ksc5601", "CP949" },
  { "windows-949", "CP949" },
  { "big5", "BIG5-HKSCS" },
  { "x-euc-jp", "EUC-JP" },
  { "utf-8", "UTF-8" },
  { "utf8", "UTF-8" },
  { "unicode-1-1-utf-8", "UTF-8" },
  { "utf-16", "UTF-8" },
  { "utf-16le", "UTF-8" },
  { "utf-16be", "UTF-8" },
  { "koi8", "KOI8-R" },
  { "x-mac-cyrillic", "MAC-CYRILLIC" },
  { "macintosh", "MACINTOSH" },
  { "x-mac-roman", "MACINTOSH" },
  { "iso-8859-8-i", "ISO-8859-8" },
  { "logical", "ISO-8859-8" },
};

static gboolean
is_known (const char *encoding)
{
  GIConv conv = g_iconv_open ("UTF-8", encoding);

  if (conv == (GIConv)-1)
    return FALSE;
  g_iconv_close (conv);
  return TRUE;
}

char *
quo_web_dup_encoding (const char *label)
{
  g_autofree char *name = g_strstrip (g_ascii_strdown (label, -1));

  for (guint i = 0; i < G_N_ELEMENTS (LABELS); i++)
    if (g_str_equal (name, LABELS[i][0]))
      return g_strdup (LABELS[i][1]);
  return is_known (name) ? g_steal_pointer (&name) : NULL;
}

/* --- What the page says --- */

static char *
dup_label_after (const char *head, const char *word)
{
  const char *p = strstr (head, word);
  gsize len;

  if (p == NULL)
    return NULL;
  p += strlen (word);
  p += strspn (p, " \t\r\n=\"'");
  len = strcspn (p, " \t\r\n\"'>;/?");
  return len > 0 && len < 40 ? g_strndup (p, len) : NULL;
}

/* The encoding of the XML declaration, or of the first meta element that names one. */
static char *
dup_declared (const QuoReadSource *source)
{
  gsize len = MIN (source->len, PROLOGUE);
  g_autofree char *head = g_malloc (len + 1);

  for (gsize i = 0; i < len; i++)
    head[i] = source->data[i] == '\0' ? ' ' : g_ascii_tolower (source->data[i]);
  head[len] = '\0';
  if (g_str_has_prefix (head, "<?xml"))
    {
      g_autofree char *declaration = g_strndup (head, strcspn (head, ">"));
      char *label = dup_label_after (declaration, "encoding");

      if (label != NULL)
        return label;
    }
  for (const char *p = head; (p = strstr (p, "<meta")) != NULL; p += 5)
    {
      g_autofree char *tag = g_strndup (p, strcspn (p, ">"));
      char *label = dup_label_after (tag, "charset");

      if (label != NULL)
        return label;
    }
  return NULL;
}

/* --- What its bytes say --- */

/* (transfer full): the page without its tags and programs, which are ASCII in every language and
 * would only blur a guess. */
static GString *
dup_shown (const QuoReadSource *source)
{
  GString *shown = g_string_sized_new (MIN (source->len, 65536));
  const char *end = source->data + source->len;

  for (const char *p = source->data; p < end;)
    {
      const char *open = memchr (p, '<', (gsize)(end - p));
      const char *close;

      g_string_append_len (shown, p, (open != NULL ? open : end) - p);
      if (open == NULL)
        break;
      if (g_ascii_strncasecmp (open, "<script", 7) == 0)
        close = memmem (open, (gsize)(end - open), "</script", 8);
      else if (g_ascii_strncasecmp (open, "<style", 6) == 0)
        close = memmem (open, (gsize)(end - open), "</style", 7);
      else
        close = memchr (open, '>', (gsize)(end - open));
      p = close != NULL ? close + 1 : end;
    }
  return shown;
}

static char *
guess_encoding (const QuoReadSource *source)
{
  g_autoptr (GString) shown = dup_shown (source);
  char *encoding = quo_encoding_guess (shown->str, shown->len);

  return encoding != NULL ? encoding : quo_encoding_guess (source->data, source->len);
}

/* Whether a page that says it is UTF-8 is something else: more of its letters are damaged than are
 * not. A letter that the end of the file cuts off does not count. */
static gboolean
is_no_utf8 (const QuoReadSource *source)
{
  const char *p = source->data, *end = p + source->len;
  gsize n_damaged = 0, n_whole = 0;

  while (p < end)
    {
      const char *stop;

      if (!g_utf8_validate_len (p, (gsize)(end - p), &stop))
        n_damaged += stop < end && *stop != '\0'
                     && g_utf8_get_char_validated (stop, end - stop) != (gunichar)-2;
      for (; p < stop; p++)
        n_whole += ((guchar)*p & 0xc0) == 0xc0;
      p = stop + 1;
    }
  return n_damaged > n_whole;
}

/* Editors write that a page is ISO-8859-1 without having looked. In the languages written in it
 * fewer than a third of the letters are beyond ASCII; of Russian or Chinese nearly all are. */
static gboolean
is_no_western (const QuoReadSource *source)
{
  g_autoptr (GString) shown = dup_shown (source);
  gsize n_ascii = 0, n_beyond = 0;

  for (gsize i = 0; i < shown->len; i++)
    {
      n_ascii += g_ascii_isalpha (shown->str[i]) != 0;
      n_beyond += (guchar)shown->str[i] >= 0x80;
    }
  return n_beyond > 20 && n_beyond > n_ascii / 2;
}

/* Whether the bytes say that the page is wrong about itself. */
static gboolean
is_wrong (const QuoReadSource *source, const char *encoding, gboolean is_utf8)
{
  if (g_str_equal (encoding, "UTF-8"))
    return !is_utf8 && is_no_utf8 (source);
  return g_str_equal (encoding, "windows-1252") && is_no_western (source);
}

/* --- Conversion --- */

static gboolean
has_letters_beyond_ascii (const char *data, gsize len)
{
  for (gsize i = 0; i < len; i++)
    if ((guchar)data[i] >= 0x80)
      return TRUE;
  return FALSE;
}

/* Every invalid byte becomes U+FFFD; NULs stay. */
static GString *
mend_utf8 (const char *data, gsize len)
{
  GString *out = g_string_sized_new (len + 16);
  const char *end = data + len;

  for (const char *p = data; p < end;)
    {
      const char *stop;

      g_utf8_validate_len (p, (gsize)(end - p), &stop);
      g_string_append_len (out, p, stop - p);
      p = stop;
      if (p < end && *p == '\0')
        g_string_append_c (out, '\0');
      else if (p < end)
        g_string_append (out, "\xef\xbf\xbd");
      p += p < end;
    }
  return out;
}

/* The same, of any encoding. The library lets pass what is beyond Unicode in some, UTF-8 among
 * them.
 */
static GString *
convert (const char *data, gsize len, const char *encoding)
{
  char *in = (char *)data, buffer[8192];
  gsize left = len;
  GString *out, *mended;
  GIConv conv;

  if (g_str_equal (encoding, "UTF-8"))
    return mend_utf8 (data, len);
  out = g_string_sized_new (len + len / 2 + 16);
  conv = g_iconv_open ("UTF-8", encoding);
  if (conv == (GIConv)-1)
    return out;
  while (left > 0)
    {
      char *to = buffer;
      gsize room = sizeof buffer;
      gsize before = left;

      if (g_iconv (conv, &in, &left, &to, &room) == (gsize)-1 && room == sizeof buffer
          && left == before)
        {
          in++;
          left--;
          g_string_append (out, "\xef\xbf\xbd");
        }
      g_string_append_len (out, buffer, to - buffer);
    }
  g_iconv_close (conv);
  mended = mend_utf8 (out->str, out->len);
  g_string_free (out, TRUE);
  return mended;
}

static void
take_text (GString *text, const char *encoding, QuoDecoded *ret_decoded)
{
  char *nul;

  if (text->len >= 3 && memcmp (text->str, "\xef\xbb\xbf", 3) == 0)
    {
      g_string_erase (text, 0, 3);
      ret_decoded->has_bom = TRUE;
    }
  nul = memchr (text->str, '\0', text->len);
  if (nul != NULL)
    {
      char *to = nul;

      for (const char *p = nul; p < text->str + text->len; p++)
        if (*p != '\0')
          *to++ = *p;
      g_string_truncate (text, (gsize)(to - text->str));
    }
  ret_decoded->len = text->len;
  ret_decoded->utf8 = g_string_free (text, FALSE);
  ret_decoded->encoding = g_ascii_strcasecmp (encoding, "UTF-8") == 0 ? NULL : g_strdup (encoding);
}

static const char *
find_mark (const QuoReadSource *source)
{
  if (quo_read_source_begins (source, "\xef\xbb\xbf"))
    return "UTF-8";
  if (quo_read_source_begins (source, "\xff\xfe"))
    return "UTF-16LE";
  return quo_read_source_begins (source, "\xfe\xff") ? "UTF-16BE" : NULL;
}

/* (transfer full) (nullable): by the name the carrier gives, or else by what the page says. */
static char *
dup_told (const QuoReadSource *source, const char *declared)
{
  char *encoding = declared != NULL ? quo_web_dup_encoding (declared) : NULL;
  g_autofree char *own = encoding == NULL ? dup_declared (source) : NULL;

  return own != NULL ? quo_web_dup_encoding (own) : encoding;
}

/* @is_utf8: the bytes are valid in it. */
static char *
choose_encoding (const QuoReadSource *source, const char *declared, gboolean is_utf8,
                 gboolean *ret_is_guessed)
{
  g_autofree char *told = NULL, *guess = NULL;
  const char *sure = find_mark (source);

  if (sure == NULL)
    sure = quo_encoding_find_shape (source->data, source->len);
  if (sure != NULL)
    return g_strdup (sure);
  if (is_utf8 && has_letters_beyond_ascii (source->data, source->len))
    return g_strdup ("UTF-8");
  told = dup_told (source, declared);
  if (told != NULL && !is_wrong (source, told, is_utf8))
    return g_steal_pointer (&told);
  if (is_utf8)
    return g_strdup ("UTF-8");
  *ret_is_guessed = TRUE;
  guess = guess_encoding (source);
  return g_strdup (guess != NULL ? guess : told != NULL ? told : "UTF-8");
}

gboolean
quo_web_decode (const QuoReadSource *source, const char *declared, QuoDecoded *ret_decoded,
                GError **error)
{
  g_autofree char *encoding = NULL;
  gboolean is_utf8;

  *ret_decoded = (QuoDecoded){ 0 };
  is_utf8 = g_utf8_validate_len (source->data, source->len, NULL);
  if (source->encoding == NULL)
    encoding = choose_encoding (source, declared, is_utf8, &ret_decoded->is_guessed);
  else if (is_known (source->encoding))
    encoding = g_strdup (source->encoding);
  else
    return quo_read_source_fail (
        source, error, QUO_ERROR_ENCODING,
        _ ("the encoding “%s” is not known on this system; use an IANA name "
           "such as UTF-8 or windows-1252"),
        source->encoding);
  if (is_utf8 && g_str_equal (encoding, "UTF-8"))
    take_text (g_string_new_len (source->data, (gssize)source->len), encoding, ret_decoded);
  else
    take_text (convert (source->data, source->len, encoding), encoding, ret_decoded);
  return TRUE;
}
