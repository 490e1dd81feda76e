/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Codes of REFI-QDA: what labels are called there. */

#include "quo-config.h"

#include "quo-refi.h"
#include "quo-xml-writer.h"

#include <string.h>

/* A name-based UUID (RFC 4122, section 4.3) under a namespace of this program. */
void
quo_refi_append_guid (GString *out, const char *name, const char *kind, const char *words)
{
  static const char digits[] = "0123456789abcdef";
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 d[20];
  gsize len = sizeof d;

  g_checksum_update (checksum, (const guchar *)"urn:quo:refi:", -1);
  g_checksum_update (checksum, (const guchar *)kind, -1);
  g_checksum_update (checksum, (const guchar *)":", -1);
  g_checksum_update (checksum, (const guchar *)words, -1);
  g_checksum_get_digest (checksum, d, &len);
  d[6] = (guint8)((d[6] & 0x0f) | 0x50);
  d[8] = (guint8)((d[8] & 0x3f) | 0x80);
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append (out, "=\"");
  for (guint i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        g_string_append_c (out, '-');
      g_string_append_c (out, digits[d[i] >> 4]);
      g_string_append_c (out, digits[d[i] & 0x0f]);
    }
  g_string_append_c (out, '"');
}

static void
append_code (GString *out, const char *id, const char *name, const char *color)
{
  g_string_append (out, "<Code");
  quo_refi_append_guid (out, "guid", "code", id);
  quo_xml_append_attr (out, "name", name);
  g_string_append (out, " isCodable=\"true\"");
  if (color != NULL)
    quo_xml_append_attr (out, "color", color);
  g_string_append (out, "/>\n");
}

void
quo_refi_append_codes (GString *out, const QuoSelection *selection, const QuoTagset *tagset)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_string_append (out, "<Codes>\n");
  for (guint i = 0; tagset != NULL && i < tagset->n_labels; i++)
    {
      const QuoLabel *label = &tagset->labels[i];

      g_hash_table_add (seen, (gpointer)label->id);
      append_code (out, label->id, label->name, label->color);
    }
  for (guint i = 0; selection != NULL && i < selection->annotations->len; i++)
    {
      const char *type = quo_selection_get_annotation (selection, i)->type;

      if (g_hash_table_add (seen, (gpointer)type))
        append_code (out, type, type, NULL);
    }
  g_string_append (out, "</Codes>\n");
}
