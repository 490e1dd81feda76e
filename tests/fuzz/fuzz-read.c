/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kind of article, FUZZ_KIND. What is read is UTF-8 without NUL, and its parts follow one another
 * in it. */
#include "fuzz.h"

#include "quo-reader.h"

#include <string.h>

static void
check_extract (const QuoExtract *extract)
{
  gsize last = 0;

  g_assert_true (extract->len == 0 || extract->utf8 != NULL);
  if (extract->utf8 == NULL)
    return;
  g_assert_true (g_utf8_validate (extract->utf8, (gssize)extract->len, NULL));
  for (guint i = 0; extract->sections != NULL && i < extract->sections->len; i++)
    {
      const QuoSection *section = &g_array_index (extract->sections, QuoSection, i);

      g_assert_cmpuint (section->start, >=, last);
      g_assert_cmpuint (section->start, <=, extract->len);
      last = section->start;
    }
}

static void
read_as (const QuoReader *reader, const char *data, gsize len, QuoExtent extent)
{
  g_autoptr (QuoReport) report = quo_report_new ();
  g_autoptr (GError) error = NULL;
  g_auto (QuoExtract) extract = { 0 };
  QuoReadSource source = {
    .name = "fuzz", .extension = "", .data = data, .len = len, .extent = extent, .report = report
  };

  reader->sniff (&source);
  if (reader->needs != NULL)
    return;
  if (reader->read (&source, &extract, &error))
    check_extract (&extract);
  else
    g_assert_nonnull (error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize len)
{
  const QuoReader *const *readers = quo_readers_list ();
  /* Readers are promised a NUL behind the bytes. */
  g_autofree char *file = g_malloc (len + 1);

  memcpy (file, data, len);
  file[len] = '\0';
  for (guint i = 0; readers[i] != NULL; i++)
    {
      if (g_strcmp0 (readers[i]->id, g_getenv (FUZZ_KIND)) != 0)
        continue;
      read_as (readers[i], file, len, QUO_EXTENT_ARTICLE);
      if (readers[i]->has_page)
        read_as (readers[i], file, len, QUO_EXTENT_PAGE);
    }
  return 0;
}
