/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rich Text Format (RTF 1.9): its text, tracked deletions and hidden text left out, footnotes at
 * the end. A reader of tokens over a stack of groups. */
#include "quo-config.h"

#include "quo-date.h"
#include "quo-readers-list.h"
#include "quo-rtf.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* Groups within groups; beyond it the file was made to harm. */
#define MAX_DEPTH 2000

/* --- Control words --- */

static const char *const NOWHERE[] = {
  "fonttbl",    "colortbl",  "stylesheet", "pict",         "object",
  "header",     "headerl",   "headerr",    "headerf",      "footer",
  "footerl",    "footerr",   "footerf",    "listtable",    "listoverridetable",
  "rsidtbl",    "themedata", "datastore",  "xmlnstbl",     "generator",
  "annotation", "atnid",     "atnauthor",  "atrfstart",    "atrfend",
  "bkmkstart",  "bkmkend",   "revtbl",     "latentstyles", "filetbl",
  "nonshppict", "shprslt",   "info",       NULL,
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

/* Some programs say of the group that it may be left out, "\\*"; it counts where it stands. */
static void
begin_note (QuoRtf *rtf)
{
  QuoRtfGroup *group = quo_rtf_get_group (rtf);
  char mark[24];

  if (rtf->groups->len > 1)
    group->destination = g_array_index (rtf->groups, QuoRtfGroup, rtf->groups->len - 2).destination;
  if (quo_rtf_get_prose (rtf) != &rtf->prose)
    {
      group->destination = TO_NOWHERE;
      return;
    }
  rtf->n_notes++;
  g_snprintf (mark, sizeof mark, "[%u]", rtf->n_notes);
  quo_rtf_add_utf8 (rtf, mark);
  group->destination = TO_NOTE;
  quo_prose_gap (&rtf->notes, QUO_GAP_BLOCK);
  quo_rtf_add_utf8 (rtf, mark);
  quo_rtf_add_utf8 (rtf, " ");
}

/* Its group says that it may be left out, too. */
static void
begin_field (QuoRtf *rtf)
{
  gboolean is_shown
      = rtf->groups->len > 1
        && g_array_index (rtf->groups, QuoRtfGroup, rtf->groups->len - 2).destination == TO_TEXT;

  quo_rtf_get_group (rtf)->destination = is_shown ? TO_FIELD : TO_NOWHERE;
  g_string_truncate (rtf->field, 0);
}

/* What fields show stands beside them, but for the text below a reading. */
static void
end_field (QuoRtf *rtf)
{
  g_autofree char *base = quo_rtf_dup_ruby_base (rtf->field->str);

  g_string_truncate (rtf->field, 0);
  if (base != NULL)
    quo_rtf_add_utf8 (rtf, base);
}

/* A shape is left out, but not the text of a box. Its group says that it may be left out, too. */
static void
begin_shape (QuoRtf *rtf)
{
  QuoRtfGroup *group = quo_rtf_get_group (rtf);

  if (rtf->groups->len > 1)
    group->around_shape
        = g_array_index (rtf->groups, QuoRtfGroup, rtf->groups->len - 2).destination;
  group->destination = TO_NOWHERE;
}

static void
begin_box (QuoRtf *rtf)
{
  QuoRtfGroup *group = quo_rtf_get_group (rtf);

  if (group->around_shape != TO_TEXT)
    return;
  group->destination = TO_TEXT;
  group->is_box = TRUE;
  quo_prose_gap (&rtf->prose, QUO_GAP_BLOCK);
}

/* "3.", "b)"; a letter alone is a bullet of Word's, an "o". */
static gboolean
has_number (const char *mark)
{
  if (mark[0] == '\0' || *g_utf8_next_char (mark) == '\0')
    return g_ascii_isdigit (mark[0]);
  for (const char *p = mark; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Items without a number have the same mark here, whatever theirs is, for it may be a sign of a
 * font of symbols; headings have an empty one. */
static void
begin_item (QuoRtf *rtf)
{
  g_autofree char *mark = quo_prose_dup_line (rtf->mark->str);

  g_string_truncate (rtf->mark, 0);
  if (mark == NULL || quo_rtf_get_prose (rtf) != &rtf->prose || rtf->is_in_table)
    return;
  rtf->is_item = TRUE;
  rtf->after_item = FALSE;
  quo_prose_gap (&rtf->prose, QUO_GAP_LINE);
  quo_prose_add (&rtf->prose, has_number (mark) ? mark : "•",
                 has_number (mark) ? strlen (mark) : strlen ("•"));
  quo_prose_gap (&rtf->prose, QUO_GAP_SPACE);
}

static void
add_gap (QuoRtf *rtf, QuoGap gap)
{
  QuoProse *prose = quo_rtf_get_prose (rtf);

  if (prose != NULL)
    quo_prose_gap (prose, prose == &rtf->notes ? QUO_GAP_SPACE : gap);
}

/* A deleted mark joins two paragraphs. */
static void
end_paragraph (QuoRtf *rtf)
{
  gboolean is_item = rtf->is_item && quo_rtf_get_prose (rtf) == &rtf->prose;

  if (quo_rtf_get_group (rtf)->is_deleted)
    return;
  add_gap (rtf, rtf->is_in_table ? QUO_GAP_SPACE : is_item ? QUO_GAP_LINE : QUO_GAP_BLOCK);
  if (!is_item)
    return;
  rtf->after_item = TRUE;
  rtf->is_item = FALSE;
}

/* Words that part text. FALSE if it is none of them. */
static gboolean
obey_gap (QuoRtf *rtf, const char *word)
{
  if (g_str_equal (word, "par") || g_str_equal (word, "sect") || g_str_equal (word, "page"))
    end_paragraph (rtf);
  else if (g_str_equal (word, "line"))
    add_gap (rtf, rtf->is_in_table ? QUO_GAP_SPACE : QUO_GAP_LINE);
  else if (g_str_equal (word, "cell") || g_str_equal (word, "nestcell"))
    add_gap (rtf, QUO_GAP_CELL);
  else if (g_str_equal (word, "row") || g_str_equal (word, "nestrow"))
    {
      add_gap (rtf, QUO_GAP_LINE);
      rtf->after_row = TRUE;
    }
  else if (g_str_equal (word, "intbl"))
    rtf->is_in_table = TRUE;
  else if (g_str_equal (word, "pard"))
    {
      if (rtf->is_in_table && quo_rtf_get_prose (rtf) == &rtf->prose)
        rtf->is_in_table = FALSE;
    }
  else
    return FALSE;
  return TRUE;
}

/* Words that say what is text at all. FALSE if it is none of them. */
static gboolean
obey_destination (QuoRtf *rtf, const char *word)
{
  QuoRtfGroup *group = quo_rtf_get_group (rtf);

  if (g_strv_contains (NOWHERE, word))
    group->destination = TO_NOWHERE;
  else if (g_str_equal (word, "listtext") || g_str_equal (word, "pntext"))
    group->destination = group->destination == TO_TEXT ? TO_MARK : TO_NOWHERE;
  else if (g_str_equal (word, "title"))
    group->destination = rtf->title->len == 0 ? TO_TITLE : TO_NOWHERE;
  else if (g_str_equal (word, "author"))
    group->destination = rtf->author->len == 0 ? TO_AUTHOR : TO_NOWHERE;
  else if (g_str_equal (word, "footnote"))
    begin_note (rtf);
  else if (g_str_equal (word, "fldinst"))
    begin_field (rtf);
  else if (g_str_equal (word, "shpinst"))
    begin_shape (rtf);
  else if (g_str_equal (word, "shptxt"))
    begin_box (rtf);
  else if (g_str_equal (word, "creatim"))
    rtf->is_creation = TRUE;
  else
    return FALSE;
  return TRUE;
}

static void
set_code_page (QuoRtf *rtf, int number)
{
  g_snprintf (rtf->code_page_name, sizeof rtf->code_page_name, "CP%d", number);
  rtf->code_page = number == 10000 ? "MACINTOSH" : rtf->code_page_name;
}

/* When the document was made. FALSE if it is no word of a date. */
static gboolean
obey_date (QuoRtf *rtf, const char *word, int number)
{
  int *part = g_str_equal (word, "yr")   ? &rtf->year
              : g_str_equal (word, "mo") ? &rtf->month
              : g_str_equal (word, "dy") ? &rtf->day
                                         : NULL;

  if (part == NULL || !rtf->is_creation)
    return FALSE;
  *part = number;
  return TRUE;
}

/* Words that hold for the rest of their group. FALSE if it is none of them. */
static gboolean
obey_group (QuoRtf *rtf, const char *word, int number, gboolean has_number)
{
  QuoRtfGroup *group = quo_rtf_get_group (rtf);

  if (g_str_equal (word, "uc"))
    group->n_skip = (guint)CLAMP (number, 0, 16);
  else if (g_str_equal (word, "v"))
    group->is_hidden = !has_number || number != 0;
  else if (g_str_equal (word, "deleted"))
    group->is_deleted = !has_number || number != 0;
  else if (g_str_equal (word, "plain"))
    group->is_hidden = group->is_deleted = FALSE;
  else if (g_str_equal (word, "f"))
    group->font = (guint)CLAMP (number, 0, 65535);
  else
    return FALSE;
  return TRUE;
}

static void
obey_number (QuoRtf *rtf, const char *word, int number)
{
  const QuoRtfGroup *group = quo_rtf_get_group (rtf);

  if (g_str_equal (word, "u"))
    {
      quo_rtf_add_unichar (rtf, (gunichar)(number < 0 ? number + 65536 : number));
      rtf->to_skip = group->n_skip;
    }
  else if (g_str_equal (word, "fcharset") && quo_rtf_find_charset (number) != NULL)
    g_hash_table_insert (rtf->charsets, GUINT_TO_POINTER (group->font + 1),
                         (gpointer)quo_rtf_find_charset (number));
  else if (g_str_equal (word, "ansicpg"))
    set_code_page (rtf, number);
  else if (g_str_equal (word, "mac"))
    rtf->code_page = "MACINTOSH";
  else if (g_str_equal (word, "bin"))
    rtf->p += MIN (MAX (number, 0), rtf->end - rtf->p);
}

static void
obey (QuoRtf *rtf, const char *word, int number, gboolean has_number)
{
  for (guint i = 0; i < G_N_ELEMENTS (SIGNS); i++)
    if (g_str_equal (word, SIGNS[i].word))
      {
        quo_rtf_add_utf8 (rtf, SIGNS[i].text);
        return;
      }
  if (!obey_gap (rtf, word) && !obey_destination (rtf, word)
      && !obey_group (rtf, word, number, has_number) && !obey_date (rtf, word, number))
    obey_number (rtf, word, number);
}

static void
read_word (QuoRtf *rtf)
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
  quo_rtf_flush_bytes (rtf);
  obey (rtf, word, (int)CLAMP (strtol (digits, NULL, 10), -2000000000, 2000000000), n_digits > 0);
}

static void
read_control (QuoRtf *rtf)
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
          quo_rtf_add_byte (rtf, (char)(g_ascii_xdigit_value (rtf->p[0]) * 16
                                        + g_ascii_xdigit_value (rtf->p[1])));
          rtf->p += 2;
        }
      else if (rtf->end - rtf->p < 2) /* the file is cut off within it */
        rtf->p = rtf->end;
    }
  else if (c == '*')
    quo_rtf_get_group (rtf)->destination = TO_NOWHERE; /* unless a word that is known follows */
  else if (c == '~')
    quo_rtf_add_byte (rtf, ' ');
  else if (c == '_')
    quo_rtf_add_byte (rtf, '-');
  else if (c == '\n' || c == '\r')
    {
      quo_rtf_flush_bytes (rtf);
      obey_gap (rtf, "par");
    }
  else if (c == '\\' || c == '{' || c == '}')
    quo_rtf_add_byte (rtf, c);
}

/* --- The file --- */

static gboolean
open_group (QuoRtf *rtf, GError **error)
{
  QuoRtfGroup group = *quo_rtf_get_group (rtf);

  quo_rtf_flush_bytes (rtf);
  rtf->to_skip = 0;
  if (rtf->groups->len >= MAX_DEPTH)
    return quo_read_source_fail (rtf->source, error, QUO_ERROR_INVALID,
                                 _ ("its groups are nested more than %d deep; it may be damaged"),
                                 MAX_DEPTH);
  group.is_box = FALSE;
  g_array_append_val (rtf->groups, group);
  return TRUE;
}

static void
close_group (QuoRtf *rtf)
{
  quo_rtf_flush_bytes (rtf);
  rtf->to_skip = 0;
  rtf->is_creation = FALSE;
  if (quo_rtf_get_group (rtf)->is_box)
    quo_prose_gap (&rtf->prose, QUO_GAP_BLOCK);
  if (rtf->groups->len > 1)
    g_array_set_size (rtf->groups, rtf->groups->len - 1);
  if (rtf->mark->len > 0 && quo_rtf_get_group (rtf)->destination != TO_MARK)
    begin_item (rtf);
  if (rtf->field->len > 0 && quo_rtf_get_group (rtf)->destination != TO_FIELD)
    end_field (rtf);
}

static gboolean
read_tokens (QuoRtf *rtf, GError **error)
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
        quo_rtf_add_byte (rtf, c);
    }
  quo_rtf_flush_bytes (rtf);
  return TRUE;
}

static QuoSniff
sniff_rtf (const QuoReadSource *source)
{
  return quo_read_source_begins (source, "{\\rtf") ? QUO_SNIFF_CONTENT : QUO_SNIFF_NO;
}

static void
finish (QuoRtf *rtf, QuoExtract *extract)
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
  g_autoptr (GArray) groups = g_array_new (FALSE, TRUE, sizeof (QuoRtfGroup));
  g_autoptr (GHashTable) charsets = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) author = g_string_new (NULL);
  g_autoptr (GString) mark = g_string_new (NULL);
  g_autoptr (GString) field = g_string_new (NULL);
  g_autoptr (GString) waiting = g_string_new (NULL);
  QuoRtfGroup first = { .destination = TO_TEXT, .around_shape = TO_NOWHERE, .n_skip = 1 };
  QuoRtf rtf = { .source = source,
                 .p = source->data,
                 .end = source->data + source->len,
                 .groups = groups,
                 .charsets = charsets,
                 .title = title,
                 .author = author,
                 .mark = mark,
                 .field = field,
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
  .version = 5,
  .sniff = sniff_rtf,
  .read = read_rtf,
};
