/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rich Text Format (RTF 1.9): its text, tracked deletions and hidden text left out, footnotes at
 * the end. A reader of tokens over a stack of groups. */
#include "quo-config.h"

#include "quo-date.h"
#include "quo-prose.h"
#include "quo-readers-list.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* Groups within groups; beyond it the file was made to harm. */
#define MAX_DEPTH 2000

/* Where the text of a group goes. */
typedef enum
{
  TO_TEXT,
  TO_NOTE,
  TO_TITLE,
  TO_AUTHOR,
  TO_NOWHERE,
} Destination;

typedef struct
{
  Destination destination;
  gboolean is_hidden, is_deleted;
  guint n_skip; /* bytes that stand for a \u in old programs, \uc */
  guint font;
} Group;

typedef struct
{
  const QuoReadSource *source;
  const char *p, *end;
  QuoProse prose, notes;
  GString *title, *author;
  GArray *groups;       /* (element-type Group) */
  GString *waiting;     /* bytes of the code page that may be part of one character */
  GHashTable *charsets; /* number of a font to the name of its encoding */
  const char *code_page;
  char code_page_name[16];
  guint to_skip;
  gunichar high; /* first half of a pair */
  guint n_notes;
  gboolean is_in_table;
  int year, month, day;
  gboolean is_creation;
} Rtf;

static Group *
get_group (Rtf *rtf)
{
  return &g_array_index (rtf->groups, Group, rtf->groups->len - 1);
}

static QuoProse *
get_prose (Rtf *rtf)
{
  const Group *group = get_group (rtf);

  if (group->is_hidden || group->is_deleted)
    return NULL;
  return group->destination == TO_TEXT   ? &rtf->prose
         : group->destination == TO_NOTE ? &rtf->notes
                                         : NULL;
}

static void
add_utf8 (Rtf *rtf, const char *utf8)
{
  QuoProse *prose = get_prose (rtf);

  if (prose != NULL)
    quo_prose_add (prose, utf8, strlen (utf8));
  else if (get_group (rtf)->destination == TO_TITLE)
    g_string_append (rtf->title, utf8);
  else if (get_group (rtf)->destination == TO_AUTHOR)
    g_string_append (rtf->author, utf8);
}

/* --- Bytes of a code page --- */

static const char *
get_encoding (Rtf *rtf)
{
  const char *own
      = g_hash_table_lookup (rtf->charsets, GUINT_TO_POINTER (get_group (rtf)->font + 1));

  return own != NULL ? own : rtf->code_page;
}

static void
flush_bytes (Rtf *rtf)
{
  g_autofree char *utf8 = NULL;

  if (rtf->waiting->len == 0)
    return;
  utf8 = g_convert_with_fallback (rtf->waiting->str, (gssize)rtf->waiting->len, "UTF-8",
                                  get_encoding (rtf), "\xef\xbf\xbd", NULL, NULL, NULL);
  g_string_truncate (rtf->waiting, 0);
  add_utf8 (rtf, utf8 != NULL ? utf8 : "\xef\xbf\xbd");
}

static void
add_byte (Rtf *rtf, char byte)
{
  if (rtf->to_skip > 0)
    rtf->to_skip--;
  else
    g_string_append_c (rtf->waiting, byte);
}

static void
add_unichar (Rtf *rtf, gunichar c)
{
  char utf8[7] = "";

  flush_bytes (rtf);
  if (c >= 0xd800 && c < 0xdc00)
    {
      rtf->high = c;
      return;
    }
  if (c >= 0xdc00 && c < 0xe000)
    c = rtf->high != 0 ? 0x10000 + ((rtf->high - 0xd800) << 10) + (c - 0xdc00) : 0xfffd;
  rtf->high = 0;
  if (!g_unichar_validate (c) || c == 0)
    return;
  utf8[g_unichar_to_utf8 (c, utf8)] = '\0';
  add_utf8 (rtf, utf8);
}

/* --- Control words --- */

static const char *const NOWHERE[] = {
  "fonttbl",   "colortbl",     "stylesheet", "pict",
  "object",    "header",       "headerl",    "headerr",
  "headerf",   "footer",       "footerl",    "footerr",
  "footerf",   "fldinst",      "listtable",  "listoverridetable",
  "rsidtbl",   "themedata",    "datastore",  "xmlnstbl",
  "generator", "annotation",   "atnid",      "atnauthor",
  "atrfstart", "atrfend",      "bkmkstart",  "bkmkend",
  "revtbl",    "latentstyles", "filetbl",    "nonshppict",
  "shpinst",   "pntext",       "listtext",   NULL,
};

static const struct
{
  const char *word;
  const char *text;
} SIGNS[] = {
  { "emdash", "—" },    { "endash", "–" },    { "lquote", "‘" },  { "rquote", "’" },
  { "ldblquote", "“" }, { "rdblquote", "”" }, { "bullet", "•" },  { "tab", " " },
  { "emspace", " " },   { "enspace", " " },   { "qmspace", " " },
};

/* Windows' numbers of character sets. */
static const char *
find_charset (int number)
{
  switch (number)
    {
    case 0:
      return NULL; /* ANSI: what the file says */
    case 77:
      return "MACINTOSH";
    case 128:
      return "CP932";
    case 129:
      return "CP949";
    case 134:
      return "GB18030";
    case 136:
      return "BIG5-HKSCS";
    case 161:
      return "CP1253";
    case 162:
      return "CP1254";
    case 163:
      return "CP1258";
    case 177:
      return "CP1255";
    case 178:
      return "CP1256";
    case 186:
      return "CP1257";
    case 204:
      return "CP1251";
    case 222:
      return "CP874";
    case 238:
      return "CP1250";
    default:
      return NULL;
    }
}

static void
begin_note (Rtf *rtf)
{
  char mark[24];

  rtf->n_notes++;
  g_snprintf (mark, sizeof mark, "[%u]", rtf->n_notes);
  add_utf8 (rtf, mark);
  get_group (rtf)->destination = TO_NOTE;
  quo_prose_gap (&rtf->notes, QUO_GAP_BLOCK);
  add_utf8 (rtf, mark);
  add_utf8 (rtf, " ");
}

static void
add_gap (Rtf *rtf, QuoGap gap)
{
  QuoProse *prose = get_prose (rtf);

  if (prose != NULL)
    quo_prose_gap (prose, prose == &rtf->notes ? QUO_GAP_SPACE : gap);
}

/* Words that part text. FALSE if it is none of them. */
static gboolean
obey_gap (Rtf *rtf, const char *word)
{
  if (g_str_equal (word, "par") || g_str_equal (word, "sect") || g_str_equal (word, "page"))
    add_gap (rtf, rtf->is_in_table ? QUO_GAP_SPACE : QUO_GAP_BLOCK);
  else if (g_str_equal (word, "line"))
    add_gap (rtf, rtf->is_in_table ? QUO_GAP_SPACE : QUO_GAP_LINE);
  else if (g_str_equal (word, "cell") || g_str_equal (word, "nestcell"))
    add_gap (rtf, QUO_GAP_CELL);
  else if (g_str_equal (word, "row") || g_str_equal (word, "nestrow"))
    add_gap (rtf, QUO_GAP_LINE);
  else if (g_str_equal (word, "intbl"))
    rtf->is_in_table = TRUE;
  else if (g_str_equal (word, "pard"))
    {
      if (rtf->is_in_table && get_prose (rtf) == &rtf->prose)
        rtf->is_in_table = FALSE;
    }
  else
    return FALSE;
  return TRUE;
}

/* Words that say what is text at all. FALSE if it is none of them. */
static gboolean
obey_destination (Rtf *rtf, const char *word)
{
  Group *group = get_group (rtf);

  if (g_strv_contains (NOWHERE, word))
    group->destination = TO_NOWHERE;
  else if (g_str_equal (word, "info"))
    group->destination = TO_NOWHERE;
  else if (g_str_equal (word, "title"))
    group->destination = TO_TITLE;
  else if (g_str_equal (word, "author"))
    group->destination = TO_AUTHOR;
  else if (g_str_equal (word, "footnote"))
    begin_note (rtf);
  else if (g_str_equal (word, "creatim"))
    rtf->is_creation = TRUE;
  else
    return FALSE;
  return TRUE;
}

static void
obey_number (Rtf *rtf, const char *word, int number, gboolean has_number)
{
  Group *group = get_group (rtf);

  if (g_str_equal (word, "u"))
    {
      add_unichar (rtf, (gunichar)(number < 0 ? number + 65536 : number));
      rtf->to_skip = group->n_skip;
    }
  else if (g_str_equal (word, "uc"))
    group->n_skip = (guint)CLAMP (number, 0, 16);
  else if (g_str_equal (word, "v"))
    group->is_hidden = !has_number || number != 0;
  else if (g_str_equal (word, "deleted"))
    group->is_deleted = !has_number || number != 0;
  else if (g_str_equal (word, "plain"))
    group->is_hidden = group->is_deleted = FALSE;
  else if (g_str_equal (word, "f"))
    group->font = (guint)CLAMP (number, 0, 65535);
  else if (g_str_equal (word, "fcharset") && find_charset (number) != NULL)
    g_hash_table_insert (rtf->charsets, GUINT_TO_POINTER (group->font + 1),
                         (gpointer)find_charset (number));
  else if (g_str_equal (word, "ansicpg"))
    {
      g_snprintf (rtf->code_page_name, sizeof rtf->code_page_name, "CP%d", number);
      rtf->code_page = number == 10000 ? "MACINTOSH" : rtf->code_page_name;
    }
  else if (g_str_equal (word, "mac"))
    rtf->code_page = "MACINTOSH";
  else if (g_str_equal (word, "yr") && rtf->is_creation)
    rtf->year = number;
  else if (g_str_equal (word, "mo") && rtf->is_creation)
    rtf->month = number;
  else if (g_str_equal (word, "dy") && rtf->is_creation)
    rtf->day = number;
  else if (g_str_equal (word, "bin"))
    rtf->p += MIN (MAX (number, 0), rtf->end - rtf->p);
}

static void
obey (Rtf *rtf, const char *word, int number, gboolean has_number)
{
  for (guint i = 0; i < G_N_ELEMENTS (SIGNS); i++)
    if (g_str_equal (word, SIGNS[i].word))
      {
        add_utf8 (rtf, SIGNS[i].text);
        return;
      }
  if (!obey_gap (rtf, word) && !obey_destination (rtf, word))
    obey_number (rtf, word, number, has_number);
}

static void
read_word (Rtf *rtf)
{
  char word[32], digits[12];
  gsize n = 0, n_digits = 0;

  for (; rtf->p < rtf->end && g_ascii_isalpha (*rtf->p); rtf->p++)
    if (n < sizeof word - 1)
      word[n++] = *rtf->p;
  word[n] = '\0';
  for (; rtf->p < rtf->end && (g_ascii_isdigit (*rtf->p) || (n_digits == 0 && *rtf->p == '-'));
       rtf->p++)
    if (n_digits < sizeof digits - 1)
      digits[n_digits++] = *rtf->p;
  digits[n_digits] = '\0';
  if (rtf->p < rtf->end && *rtf->p == ' ')
    rtf->p++;
  if (!g_str_equal (word, "u"))
    rtf->to_skip = 0;
  flush_bytes (rtf);
  obey (rtf, word, (int)CLAMP (strtol (digits, NULL, 10), -2000000000, 2000000000), n_digits > 0);
}

static void
read_control (Rtf *rtf)
{
  char c = rtf->p < rtf->end ? *rtf->p : '\0';

  if (g_ascii_isalpha (c))
    {
      read_word (rtf);
      return;
    }
  if (rtf->p < rtf->end)
    rtf->p++;
  if (c == '\'')
    {
      if (rtf->end - rtf->p >= 2 && g_ascii_isxdigit (rtf->p[0]) && g_ascii_isxdigit (rtf->p[1]))
        {
          add_byte (rtf, (char)(g_ascii_xdigit_value (rtf->p[0]) * 16
                                + g_ascii_xdigit_value (rtf->p[1])));
          rtf->p += 2;
        }
      else if (rtf->end - rtf->p < 2) /* the file is cut off within it */
        rtf->p = rtf->end;
    }
  else if (c == '*')
    get_group (rtf)->destination = TO_NOWHERE; /* unless a word that is known follows */
  else if (c == '~')
    add_byte (rtf, ' ');
  else if (c == '_')
    add_byte (rtf, '-');
  else if (c == '\n' || c == '\r')
    {
      flush_bytes (rtf);
      obey_gap (rtf, "par");
    }
  else if (c == '\\' || c == '{' || c == '}')
    add_byte (rtf, c);
}

/* --- The file --- */

static gboolean
open_group (Rtf *rtf, GError **error)
{
  Group group = *get_group (rtf);

  flush_bytes (rtf);
  rtf->to_skip = 0;
  if (rtf->groups->len >= MAX_DEPTH)
    return quo_read_source_fail (rtf->source, error, QUO_ERROR_INVALID,
                                 _ ("its groups are nested more than %d deep; it may be damaged"),
                                 MAX_DEPTH);
  g_array_append_val (rtf->groups, group);
  return TRUE;
}

static void
close_group (Rtf *rtf)
{
  flush_bytes (rtf);
  rtf->to_skip = 0;
  rtf->is_creation = FALSE;
  if (rtf->groups->len > 1)
    g_array_set_size (rtf->groups, rtf->groups->len - 1);
}

static gboolean
read_tokens (Rtf *rtf, GError **error)
{
  while (rtf->p < rtf->end)
    {
      char c = *rtf->p++;

      if (c == '{')
        {
          if (!open_group (rtf, error) || !quo_read_source_go_on (rtf->source, error))
            return FALSE;
        }
      else if (c == '}')
        close_group (rtf);
      else if (c == '\\')
        read_control (rtf);
      else if (c != '\n' && c != '\r' && c != '\0')
        add_byte (rtf, c);
    }
  flush_bytes (rtf);
  return TRUE;
}

static QuoSniff
sniff_rtf (const QuoReadSource *source)
{
  return quo_read_source_begins (source, "{\\rtf") ? QUO_SNIFF_CONTENT : QUO_SNIFF_NO;
}

static void
finish (Rtf *rtf, QuoExtract *extract)
{
  GString *notes = quo_prose_finish (&rtf->notes);

  if (notes->len > 0)
    quo_prose_gap (&rtf->prose, QUO_GAP_BLOCK);
  quo_prose_add_verbatim (&rtf->prose, notes->str, notes->len);
  g_string_free (notes, TRUE);
  extract->title = quo_prose_dup_line (rtf->title->str);
  extract->byline = quo_prose_dup_line (rtf->author->str);
  if (rtf->year > 0)
    {
      g_autofree char *date = g_strdup_printf ("%04d-%02d-%02d", CLAMP (rtf->year, 0, 9999),
                                               CLAMP (rtf->month, 0, 99), CLAMP (rtf->day, 0, 99));

      extract->published = quo_date_parse (date);
    }
  quo_extract_take_text (extract, quo_prose_finish (&rtf->prose));
}

static gboolean
read_rtf (const QuoReadSource *source, QuoExtract *extract, GError **error)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, TRUE, sizeof (Group));
  g_autoptr (GHashTable) charsets = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) author = g_string_new (NULL);
  g_autoptr (GString) waiting = g_string_new (NULL);
  Group first = { .destination = TO_TEXT, .n_skip = 1 };
  Rtf rtf = { .source = source,
              .p = source->data,
              .end = source->data + source->len,
              .groups = groups,
              .charsets = charsets,
              .title = title,
              .author = author,
              .waiting = waiting,
              .code_page = "CP1252" };
  gboolean is_read;

  g_array_append_val (groups, first);
  quo_prose_init (&rtf.prose);
  quo_prose_init (&rtf.notes);
  is_read = read_tokens (&rtf, error);
  if (is_read)
    finish (&rtf, extract);
  quo_prose_clear (&rtf.prose);
  quo_prose_clear (&rtf.notes);
  return is_read;
}

const QuoReader quo_reader_rtf = {
  .id = "rtf",
  .title = N_ ("Rich text"),
  .extensions = "rtf",
  .mime_types = "application/rtf;text/rtf",
  .version = 1,
  .sniff = sniff_rtf,
  .read = read_rtf,
};
