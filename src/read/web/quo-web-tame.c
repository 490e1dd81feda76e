/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scan of the tags of a page before it is parsed. It need not understand the page, only see where
 * tags begin and end, as the tokenizer of the HTML standard does. */
#include "quo-config.h"

#include "quo-web-tame.h"

#include <gumbo.h>
#include <string.h>

typedef struct
{
  const char *p, *end;
  const char *copied;            /* what of the page is in @out already */
  GString *out;                  /* NULL as long as nothing was left out */
  guint open[QUO_WEB_MAX_DEPTH]; /* hashes of the names of elements that are open */
  guint n_open;
  guint n_unclosed;   /* may be open besides, for end tags do not match */
  guint n_formatting; /* of both */
  guint n_foreign;    /* svg and math among the open ones */
  guint n_attributes; /* of the page */
} Scan;

/* What the name of an element tells of it. */
enum
{
  RAW = 1 << 0,  /* its content is no markup */
  VOID = 1 << 1, /* it has no content */
  /* It has none, or ends by itself where the next one begins, and so does not nest. */
  FLAT = 1 << 2,
  FORMATTING = 1 << 3, /* a parser opens it again where a block ended before it */
  FOREIGN = 1 << 4,    /* of another language, in which "/>" closes elements */
};

static const guint8 KINDS[GUMBO_TAG_LAST + 1] = {
  [GUMBO_TAG_SCRIPT] = RAW,
  [GUMBO_TAG_STYLE] = RAW,
  [GUMBO_TAG_TEXTAREA] = RAW,
  [GUMBO_TAG_TITLE] = RAW,
  [GUMBO_TAG_XMP] = RAW,
  [GUMBO_TAG_IFRAME] = RAW,
  [GUMBO_TAG_NOEMBED] = RAW,
  [GUMBO_TAG_NOFRAMES] = RAW,
  [GUMBO_TAG_AREA] = FLAT | VOID,
  [GUMBO_TAG_BASE] = FLAT | VOID,
  [GUMBO_TAG_BR] = FLAT | VOID,
  [GUMBO_TAG_COL] = FLAT | VOID,
  [GUMBO_TAG_EMBED] = FLAT | VOID,
  [GUMBO_TAG_HR] = FLAT | VOID,
  [GUMBO_TAG_IMG] = FLAT | VOID,
  [GUMBO_TAG_INPUT] = FLAT | VOID,
  [GUMBO_TAG_LINK] = FLAT | VOID,
  [GUMBO_TAG_META] = FLAT | VOID,
  [GUMBO_TAG_PARAM] = FLAT | VOID,
  [GUMBO_TAG_SOURCE] = FLAT | VOID,
  [GUMBO_TAG_TRACK] = FLAT | VOID,
  [GUMBO_TAG_WBR] = FLAT | VOID,
  [GUMBO_TAG_P] = FLAT,
  [GUMBO_TAG_LI] = FLAT,
  [GUMBO_TAG_DT] = FLAT,
  [GUMBO_TAG_DD] = FLAT,
  [GUMBO_TAG_TR] = FLAT,
  [GUMBO_TAG_TD] = FLAT,
  [GUMBO_TAG_TH] = FLAT,
  [GUMBO_TAG_THEAD] = FLAT,
  [GUMBO_TAG_TBODY] = FLAT,
  [GUMBO_TAG_TFOOT] = FLAT,
  [GUMBO_TAG_HTML] = FLAT,
  [GUMBO_TAG_HEAD] = FLAT,
  [GUMBO_TAG_BODY] = FLAT,
  [GUMBO_TAG_RP] = FLAT,
  [GUMBO_TAG_RT] = FLAT,
  [GUMBO_TAG_OPTGROUP] = FLAT,
  [GUMBO_TAG_OPTION] = FLAT,
  [GUMBO_TAG_RB] = FLAT,
  [GUMBO_TAG_RTC] = FLAT,
  [GUMBO_TAG_FRAME] = FLAT,
  [GUMBO_TAG_COLGROUP] = FLAT,
  [GUMBO_TAG_CAPTION] = FLAT,
  [GUMBO_TAG_KEYGEN] = FLAT,
  [GUMBO_TAG_B] = FORMATTING,
  [GUMBO_TAG_BIG] = FORMATTING,
  [GUMBO_TAG_CODE] = FORMATTING,
  [GUMBO_TAG_EM] = FORMATTING,
  [GUMBO_TAG_FONT] = FORMATTING,
  [GUMBO_TAG_I] = FORMATTING,
  [GUMBO_TAG_NOBR] = FORMATTING,
  [GUMBO_TAG_S] = FORMATTING,
  [GUMBO_TAG_SMALL] = FORMATTING,
  [GUMBO_TAG_STRIKE] = FORMATTING,
  [GUMBO_TAG_STRONG] = FORMATTING,
  [GUMBO_TAG_TT] = FORMATTING,
  [GUMBO_TAG_U] = FORMATTING,
  [GUMBO_TAG_SVG] = FOREIGN,
  [GUMBO_TAG_MATH] = FOREIGN,
};

/* Leaves the bytes from @from to @to out. */
static void
leave_out (Scan *scan, const char *from, const char *to)
{
  if (scan->out == NULL)
    scan->out = g_string_sized_new ((gsize)(scan->end - scan->copied));
  g_string_append_len (scan->out, scan->copied, from - scan->copied);
  scan->copied = to;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* Behind the value that begins at @p. */
static const char *
skip_value (const char *p, const char *end)
{
  const char *quote;

  if (p < end && (*p == '"' || *p == '\''))
    {
      quote = memchr (p + 1, *p, (gsize)(end - p - 1));
      return quote != NULL ? quote + 1 : end;
    }
  while (p < end && !is_space (*p) && *p != '>')
    p++;
  return p;
}

/* One attribute; the scan stands at its name. @is_kept: the tag stays. */
static void
scan_attribute (Scan *scan, guint n, gboolean is_kept)
{
  const char *start = scan->p, *p = scan->p, *value;

  do
    p++;
  while (p < scan->end && !is_space (*p) && *p != '=' && *p != '>' && *p != '/');
  value = p;
  while (value < scan->end && is_space (*value))
    value++;
  if (value < scan->end && *value == '=')
    {
      do
        value++;
      while (value < scan->end && is_space (*value));
      p = skip_value (value, scan->end);
    }
  scan->p = p;
  if (is_kept
      && (n >= QUO_WEB_MAX_ATTRIBUTES || p - start > QUO_WEB_MAX_VALUE
          || scan->n_attributes++ >= QUO_WEB_MAX_ALL_ATTRIBUTES))
    leave_out (scan, start, p);
}

/* Moves behind the `>` of a tag. Whether it is "/>". */
static gboolean
scan_attributes (Scan *scan, gboolean is_kept)
{
  guint n = 0;

  while (scan->p < scan->end && *scan->p != '>')
    if (is_space (*scan->p) || *scan->p == '/')
      scan->p++;
    else
      scan_attribute (scan, n++, is_kept);
  if (scan->p < scan->end)
    scan->p++;
  return scan->p[-1] == '>' && scan->p[-2] == '/';
}

/* Moves behind the end tag of an element whose content is no markup. */
static void
skip_raw (Scan *scan, const char *name, gsize len)
{
  while ((scan->p = memchr (scan->p, '<', (gsize)(scan->end - scan->p))) != NULL)
    {
      if ((gsize)(scan->end - scan->p) > len + 2 && scan->p[1] == '/'
          && g_ascii_strncasecmp (scan->p + 2, name, len) == 0)
        return;
      scan->p++;
    }
  scan->p = scan->end;
}

/* An end tag closes the element that was opened last. If it names an outer one, a parser may close
 * all of them or none: then they count as open. */
static void
close_element (Scan *scan, const char *name, guint8 kind)
{
  guint hash = g_str_hash (name);
  guint place = scan->n_open;

  while (place > 0 && scan->open[place - 1] != hash)
    place--;
  if (place == 0)
    return;
  if (place < scan->n_open)
    scan->n_unclosed += scan->n_open - place + 1;
  else if (kind & FORMATTING)
    scan->n_formatting--;
  if (scan->n_foreign > 0 && (kind & FOREIGN))
    scan->n_foreign--;
  scan->n_open = place - 1;
}

static gboolean
open_element (Scan *scan, const char *name, guint8 kind)
{
  gboolean is_formatting = (kind & FORMATTING) != 0;

  if (scan->n_open >= QUO_WEB_MAX_DEPTH || scan->n_unclosed >= QUO_WEB_MAX_UNCLOSED
      || (is_formatting && scan->n_formatting >= QUO_WEB_MAX_FORMATTING))
    return FALSE;
  scan->n_formatting += is_formatting;
  scan->n_foreign += (kind & FOREIGN) != 0;
  scan->open[scan->n_open++] = g_str_hash (name);
  return TRUE;
}

/* The name of the tag at which the scan stands; moves behind it. */
static gsize
scan_name (Scan *scan, char *name, gsize size)
{
  gsize len = 0;

  for (; scan->p < scan->end && !is_space (*scan->p) && *scan->p != '>' && *scan->p != '/';
       scan->p++)
    if (len < size - 1)
      name[len++] = g_ascii_tolower (*scan->p);
  name[len] = '\0';
  return len;
}

static void
scan_tag (Scan *scan)
{
  const char *start = scan->p;
  gboolean is_end = start[1] == '/';
  gboolean is_nested, is_kept = TRUE;
  char name[24];
  gsize len;
  GumboTag tag;
  guint8 kind;

  scan->p += is_end ? 2 : 1;
  len = scan_name (scan, name, sizeof name);
  tag = gumbo_tag_enum (name);
  kind = KINDS[tag];
  if (!is_end && (kind & RAW))
    {
      scan_attributes (scan, TRUE);
      skip_raw (scan, name, len);
      return;
    }
  is_nested = (kind & FLAT) == 0;
  if (!is_end && is_nested)
    is_kept = open_element (scan, name, kind);
  /* Only within svg and math "/>" closes an element, and only one of theirs. */
  if (scan_attributes (scan, is_kept) && is_kept && !is_end && is_nested && scan->n_foreign > 0
      && (tag >= GUMBO_TAG_UNKNOWN || (kind & FOREIGN)))
    close_element (scan, name, kind);
  if (!is_kept)
    leave_out (scan, start, scan->p);
  else if (is_end && is_nested)
    close_element (scan, name, kind);
}

static void
skip_comment (Scan *scan)
{
  const char *end;

  if (scan->end - scan->p >= 4 && memcmp (scan->p, "<!--", 4) == 0)
    {
      end = memmem (scan->p + 2, (gsize)(scan->end - scan->p - 2), "-->", 3);
      scan->p = end != NULL ? end + 3 : scan->end;
      return;
    }
  end = memchr (scan->p, '>', (gsize)(scan->end - scan->p));
  scan->p = end != NULL ? end + 1 : scan->end;
}

GString *
quo_web_tame (const char *html, gsize len)
{
  Scan scan = { .p = html, .end = html + len, .copied = html };

  while (scan.p < scan.end && (scan.p = memchr (scan.p, '<', (gsize)(scan.end - scan.p))) != NULL)
    {
      char next = scan.end - scan.p > 1 ? scan.p[1] : '\0';

      if (next == '!' || next == '?')
        skip_comment (&scan);
      else if (g_ascii_isalpha (next)
               || (next == '/' && scan.end - scan.p > 2 && g_ascii_isalpha (scan.p[2])))
        scan_tag (&scan);
      else
        scan.p++;
    }
  if (scan.out != NULL)
    g_string_append_len (scan.out, scan.copied, scan.end - scan.copied);
  return scan.out;
}

GString *
quo_web_expand_empty (const char *xhtml, gsize len)
{
  GString *html = g_string_sized_new (len + len / 16);
  Scan scan = { .p = xhtml, .end = xhtml + len, .copied = xhtml };

  while (scan.p < scan.end && (scan.p = memchr (scan.p, '<', (gsize)(scan.end - scan.p))) != NULL)
    {
      char name[24];
      const char *start = scan.p++;

      if (start + 1 < scan.end && start[1] == '!')
        {
          scan.p = start;
          skip_comment (&scan);
          continue;
        }
      if (scan.p == scan.end || !g_ascii_isalpha (*scan.p))
        continue;
      scan_name (&scan, name, sizeof name);
      if (!scan_attributes (&scan, FALSE) || (KINDS[gumbo_tag_enum (name)] & VOID))
        continue;
      g_string_append_len (html, scan.copied, scan.p - 2 - scan.copied);
      g_string_append_printf (html, "></%s>", name);
      scan.copied = scan.p;
    }
  g_string_append_len (html, scan.copied, xhtml + len - scan.copied);
  return html;
}
