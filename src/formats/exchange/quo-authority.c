/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses of registers. */

#include "quo-config.h"

#include "quo-authority.h"

#include <string.h>

/* What stands after the scheme and www. in addresses, and how addresses are written. */
static const struct
{
  const char *name, *prefix, *address, *end;
} registers[] = {
  { "wikidata", "wikidata.org/entity/", "http://www.wikidata.org/entity/", "" },
  { "wikidata", "wikidata.org/wiki/", NULL, NULL },
  { "geonames", "sws.geonames.org/", "https://sws.geonames.org/", "/" },
  { "geonames", "geonames.org/", NULL, NULL },
  { "viaf", "viaf.org/viaf/", "https://viaf.org/viaf/", "" },
  { "gnd", "d-nb.info/gnd/", "https://d-nb.info/gnd/", "" },
  { "orcid", "orcid.org/", "https://orcid.org/", "" },
};

static const char *
skip_scheme (const char *address)
{
  const char *p = strstr (address, "://");

  if (p == NULL || (!g_str_has_prefix (address, "http:") && !g_str_has_prefix (address, "https:")))
    return NULL;
  p += strlen ("://");
  return g_str_has_prefix (p, "www.") ? p + strlen ("www.") : p;
}

gboolean
quo_authority_parse (const char *address, char **ret_name, char **ret_value)
{
  const char *p = skip_scheme (address);

  for (guint i = 0; p != NULL && i < G_N_ELEMENTS (registers); i++)
    {
      gsize len = strlen (registers[i].prefix), n;

      if (strncmp (p, registers[i].prefix, len) != 0)
        continue;
      n = strcspn (p + len, "/?# ");
      if (n == 0)
        return FALSE;
      *ret_name = g_strdup (registers[i].name);
      *ret_value = g_strndup (p + len, n);
      return TRUE;
    }
  return FALSE;
}

gboolean
quo_authority_accepts (const char *name, const char *value)
{
  static const struct
  {
    const char *name, *pattern;
  } shapes[] = {
    { "wikidata", "^Q[1-9][0-9]*$" },
    { "geonames", "^[1-9][0-9]*$" },
    { "viaf", "^[1-9][0-9]*$" },
    { "url", "^https?://[^\\s/][^\\s]*$" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (g_str_equal (shapes[i].name, name))
      return g_regex_match_simple (shapes[i].pattern, value, G_REGEX_DOLLAR_ENDONLY, 0);
  return TRUE;
}

char *
quo_authority_dup_address (const char *name, const char *value)
{
  if (g_str_equal (name, "url"))
    return g_strdup (value);
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    if (registers[i].address != NULL && g_str_equal (registers[i].name, name))
      return g_strconcat (registers[i].address, value, registers[i].end, NULL);
  return g_strconcat ("urn:", name, ":", value, NULL);
}
