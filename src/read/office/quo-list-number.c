/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of the items of a list, as office programs show them. */
#include "quo-config.h"

#include "quo-list-number.h"

#define MAX_ROMAN 3999
/* Behind "z" comes "aa", then "bb". */
#define MAX_LETTERS (26 * 5)

static void
append_roman (GString *out, guint number)
{
  static const struct
  {
    guint value;
    const char *sign;
  } signs[] = {
    { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" },
    { 90, "xc" },  { 50, "l" },   { 40, "xl" }, { 10, "x" },   { 9, "ix" },
    { 5, "v" },    { 4, "iv" },   { 1, "i" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; number >= signs[i].value; number -= signs[i].value)
      g_string_append (out, signs[i].sign);
}

static void
append_letters (GString *out, guint number)
{
  for (guint i = 0; i <= (number - 1) / 26; i++)
    g_string_append_c (out, (char)('a' + (number - 1) % 26));
}

void
quo_list_append_number (GString *out, char format, guint number)
{
  gsize start = out->len;
  char kind = g_ascii_tolower (format);

  if (kind == 'i' && number > 0 && number <= MAX_ROMAN)
    append_roman (out, number);
  else if (kind == 'a' && number > 0 && number <= MAX_LETTERS)
    append_letters (out, number);
  else
    g_string_append_printf (out, "%u", number);
  for (gsize i = start; g_ascii_isupper (format) && i < out->len; i++)
    out->str[i] = g_ascii_toupper (out->str[i]);
}
