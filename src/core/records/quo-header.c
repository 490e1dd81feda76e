/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a sidecar that is not records: plain storage. */
#include "quo-snapshot.h"

#define FIRST_VERSION "1.0"

/* Every string of a header, so that copying and freeing cannot forget one. */
static const guint strings[] = {
  G_STRUCT_OFFSET (QuoHeader, version),      G_STRUCT_OFFSET (QuoHeader, generator),
  G_STRUCT_OFFSET (QuoHeader, file),         G_STRUCT_OFFSET (QuoHeader, sha256),
  G_STRUCT_OFFSET (QuoHeader, encoding),     G_STRUCT_OFFSET (QuoHeader, newline),
  G_STRUCT_OFFSET (QuoHeader, lang),         G_STRUCT_OFFSET (QuoHeader, title),
  G_STRUCT_OFFSET (QuoHeader, url),          G_STRUCT_OFFSET (QuoHeader, published),
  G_STRUCT_OFFSET (QuoHeader, extractor),    G_STRUCT_OFFSET (QuoHeader, textsha256),
  G_STRUCT_OFFSET (QuoHeader, byline),       G_STRUCT_OFFSET (QuoHeader, dateline),
  G_STRUCT_OFFSET (QuoHeader, publisher),    G_STRUCT_OFFSET (QuoHeader, document_extra),
  G_STRUCT_OFFSET (QuoHeader, tagset_name),  G_STRUCT_OFFSET (QuoHeader, tagset_version),
  G_STRUCT_OFFSET (QuoHeader, tagset_file),  G_STRUCT_OFFSET (QuoHeader, tagset_sha256),
  G_STRUCT_OFFSET (QuoHeader, tagset_extra), G_STRUCT_OFFSET (QuoHeader, extra),
};

static const struct
{
  const char *name;
  guint offset;
} members[] = {
  { "title", G_STRUCT_OFFSET (QuoHeader, title) },
  { "byline", G_STRUCT_OFFSET (QuoHeader, byline) },
  { "dateline", G_STRUCT_OFFSET (QuoHeader, dateline) },
  { "published", G_STRUCT_OFFSET (QuoHeader, published) },
  { "publisher", G_STRUCT_OFFSET (QuoHeader, publisher) },
  { "lang", G_STRUCT_OFFSET (QuoHeader, lang) },
  { "url", G_STRUCT_OFFSET (QuoHeader, url) },
  { "tagset.name", G_STRUCT_OFFSET (QuoHeader, tagset_name) },
  { "tagset.version", G_STRUCT_OFFSET (QuoHeader, tagset_version) },
  { "tagset.file", G_STRUCT_OFFSET (QuoHeader, tagset_file) },
  { "tagset.sha256", G_STRUCT_OFFSET (QuoHeader, tagset_sha256) },
  { "tagset.x-", G_STRUCT_OFFSET (QuoHeader, tagset_extra) },
  { "document.x-", G_STRUCT_OFFSET (QuoHeader, document_extra) },
  { "x-", G_STRUCT_OFFSET (QuoHeader, extra) },
};

QuoHeader *
quo_header_new (void)
{
  QuoHeader *header = g_new0 (QuoHeader, 1);

  g_atomic_ref_count_init (&header->ref_count);
  header->version = g_strdup (FIRST_VERSION);
  header->length = header->bytes = -1;
  return header;
}

QuoHeader *
quo_header_copy (const QuoHeader *header)
{
  QuoHeader *copy;

  g_return_val_if_fail (header != NULL, NULL);
  copy = g_memdup2 (header, sizeof *header);
  g_atomic_ref_count_init (&copy->ref_count);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    G_STRUCT_MEMBER (char *, copy, strings[i])
        = g_strdup (G_STRUCT_MEMBER (char *, header, strings[i]));
  return copy;
}

QuoHeader *
quo_header_ref (QuoHeader *header)
{
  g_return_val_if_fail (header != NULL, NULL);
  g_atomic_ref_count_inc (&header->ref_count);
  return header;
}

void
quo_header_unref (QuoHeader *header)
{
  g_return_if_fail (header != NULL);
  if (!g_atomic_ref_count_dec (&header->ref_count))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_free (G_STRUCT_MEMBER (char *, header, strings[i]));
  g_free (header);
}

const char *
quo_header_member_name (guint member)
{
  return member < G_N_ELEMENTS (members) ? members[member].name : NULL;
}

const char *
quo_header_get_member (const QuoHeader *header, guint member)
{
  g_return_val_if_fail (header != NULL && member < G_N_ELEMENTS (members), NULL);
  return G_STRUCT_MEMBER (char *, header, members[member].offset);
}

void
quo_header_set_member (QuoHeader *header, guint member, const char *value)
{
  char **place;

  g_return_if_fail (header != NULL && member < G_N_ELEMENTS (members));
  place = &G_STRUCT_MEMBER (char *, header, members[member].offset);
  g_free (*place);
  *place = g_strdup (value);
}
