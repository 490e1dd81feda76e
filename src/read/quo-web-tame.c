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
} Scan;

/* The content of these is no markup. */
static const char *const RAW[]
    = { "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", NULL };
/* These have no content; or end by themselves where the next one begins, and so do not nest. */
static const char *const FLAT[]
    = { "area", "base",  "br",       "col",     "embed",  "hr",       "img",    "input",
        "link", "meta",  "param",    "source",  "track",  "wbr",      "p",      "li",
        "dt",   "dd",    "tr",       "td",      "th",     "thead",    "tbody",  "tfoot",
        "html", "head",  "body",     "rp",      "rt",     "optgroup", "option", "rb",
        "rtc",  "frame", "colgroup", "caption", "keygen", NULL };

/* Those of them that have no content. */
static const char *const VOID[]
    = { "area", "base", "br",    "col",    "embed", "hr",  "img", "input",
        "link", "meta", "param", "source", "track", "wbr", NULL };
/* A parser opens these again where a block ended before them. */
static const char *const FORMATTING[] = { "b", "big",   "code",   "em",     "font", "i", "nobr",
                                          "s", "small", "strike", "strong", "tt",   "u", NULL };

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
  if (is_kept && (n >= QUO_WEB_MAX_ATTRIBUTES || p - start > QUO_WEB_MAX_VALUE))
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
close_element (Scan *scan, const char *name)
{
  guint hash = g_str_hash (name);
  guint place = scan->n_open;

  while (place > 0 && scan->open[place - 1] != hash)
    place--;
  if (place == 0)
    return;
  if (place < scan->n_open)
    scan->n_unclosed += scan->n_open - place + 1;
  else if (g_strv_contains (FORMATTING, name))
    scan->n_formatting--;
  if (scan->n_foreign > 0 && (g_str_equal (name, "svg") || g_str_equal (name, "math")))
    scan->n_foreign--;
  scan->n_open = place - 1;
}

static gboolean
open_element (Scan *scan, const char *name)
{
  gboolean is_formatting = g_strv_contains (FORMATTING, name);

  if (scan->n_open >= QUO_WEB_MAX_DEPTH || scan->n_unclosed >= QUO_WEB_MAX_UNCLOSED
      || (is_formatting && scan->n_formatting >= QUO_WEB_MAX_FORMATTING))
    return FALSE;
  scan->n_formatting += is_formatting;
  scan->n_foreign += g_str_equal (name, "svg") || g_str_equal (name, "math");
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
  gboolean is_flat, is_kept = TRUE;
  char name[24];
  gsize len;

  scan->p += is_end ? 2 : 1;
  len = scan_name (scan, name, sizeof name);
  is_flat = g_strv_contains (FLAT, name);
  if (!is_end && g_strv_contains (RAW, name))
    {
      scan_attributes (scan, TRUE);
      skip_raw (scan, name, len);
      return;
    }
  if (!is_end && !is_flat)
    is_kept = open_element (scan, name);
  /* Only within svg and math "/>" closes an element, and only one of theirs. */
  if (scan_attributes (scan, is_kept) && is_kept && !is_end && !is_flat && scan->n_foreign > 0
      && (gumbo_tag_enum (name) >= GUMBO_TAG_UNKNOWN || g_str_equal (name, "svg")
          || g_str_equal (name, "math")))
    close_element (scan, name);
  if (!is_kept)
    leave_out (scan, start, scan->p);
  else if (is_end && !is_flat)
    close_element (scan, name);
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
      if (!scan_attributes (&scan, FALSE) || g_strv_contains (VOID, name))
        continue;
      g_string_append_len (html, scan.copied, scan.p - 2 - scan.copied);
      g_string_append_printf (html, "></%s>", name);
      scan.copied = scan.p;
    }
  g_string_append_len (html, scan.copied, xhtml + len - scan.copied);
  return html;
}
