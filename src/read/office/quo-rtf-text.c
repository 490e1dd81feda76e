/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rich text: from the bytes of code pages and numbers of characters to text, and where it goes. */
#include "quo-config.h"

#include "quo-rtf.h"

#include <string.h>

QuoRtfGroup *
quo_rtf_get_group (QuoRtf *rtf)
{
  return &g_array_index (rtf->groups, QuoRtfGroup, rtf->groups->len - 1);
}

QuoProse *
quo_rtf_get_prose (QuoRtf *rtf)
{
  const QuoRtfGroup *group = quo_rtf_get_group (rtf);

  if (group->is_hidden || group->is_deleted)
    return NULL;
  return group->destination == TO_TEXT   ? &rtf->prose
         : group->destination == TO_NOTE ? &rtf->notes
                                         : NULL;
}

void
quo_rtf_add_utf8 (QuoRtf *rtf, const char *utf8)
{
  QuoProse *prose = quo_rtf_get_prose (rtf);

  if (prose == &rtf->prose && (rtf->after_item || (rtf->after_row && !rtf->is_in_table)))
    {
      quo_prose_gap (prose, QUO_GAP_BLOCK);
      rtf->after_item = rtf->after_row = FALSE;
    }
  if (prose != NULL)
    quo_prose_add (prose, utf8, strlen (utf8));
  else if (quo_rtf_get_group (rtf)->destination == TO_TITLE)
    g_string_append (rtf->title, utf8);
  else if (quo_rtf_get_group (rtf)->destination == TO_AUTHOR)
    g_string_append (rtf->author, utf8);
  else if (quo_rtf_get_group (rtf)->destination == TO_MARK)
    g_string_append (rtf->mark, utf8);
  else if (quo_rtf_get_group (rtf)->destination == TO_FIELD)
    g_string_append (rtf->field, utf8);
}

/* "EQ \* jc3 \o\al(\s\up 11(reading),base)": one text drawn over another. */
char *
quo_rtf_dup_ruby_base (const char *field)
{
  const char *over, *base, *end;

  field += strspn (field, " ");
  over = g_str_has_prefix (field, "EQ ") ? strstr (field, "\\o") : NULL;
  over = over != NULL ? strstr (over, "\\s") : NULL;
  base = over != NULL ? g_strrstr (over, "),") : NULL;
  end = base != NULL ? strrchr (base + 2, ')') : NULL;
  return end != NULL ? g_strndup (base + 2, (gsize)(end - base - 2)) : NULL;
}

/* --- Bytes of a code page --- */

static const char *
get_encoding (QuoRtf *rtf)
{
  const char *own
      = g_hash_table_lookup (rtf->charsets, GUINT_TO_POINTER (quo_rtf_get_group (rtf)->font + 1));

  return own != NULL ? own : rtf->code_page;
}

void
quo_rtf_flush_bytes (QuoRtf *rtf)
{
  g_autofree char *utf8 = NULL;

  if (rtf->waiting->len == 0)
    return;
  utf8 = g_convert_with_fallback (rtf->waiting->str, (gssize)rtf->waiting->len, "UTF-8",
                                  get_encoding (rtf), "\xef\xbf\xbd", NULL, NULL, NULL);
  g_string_truncate (rtf->waiting, 0);
  quo_rtf_add_utf8 (rtf, utf8 != NULL ? utf8 : "\xef\xbf\xbd");
}

void
quo_rtf_add_byte (QuoRtf *rtf, char byte)
{
  if (rtf->to_skip > 0)
    rtf->to_skip--;
  else
    g_string_append_c (rtf->waiting, byte);
}

void
quo_rtf_add_unichar (QuoRtf *rtf, gunichar c)
{
  char utf8[7] = "";

  quo_rtf_flush_bytes (rtf);
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
  quo_rtf_add_utf8 (rtf, utf8);
}

const char *
quo_rtf_find_charset (int number)
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
