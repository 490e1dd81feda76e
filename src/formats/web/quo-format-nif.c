/* SPDX-License-Identifier: GPL-3.0-or-later */

/* NIF 2.0 (persistence.uni-leipzig.org/nlp2rdf) as Turtle, for benchmarks of entity linking: the
 * text is a nif:Context, each range of an annotation a nif:Phrase with what it stands for. Offsets
 * are those of RFC 5147: code points, a line end counts as one. */

#include "quo-config.h"

#include "quo-authority.h"
#include "quo-formats-list.h"
#include "quo-selection.h"

#include <glib/gi18n.h>
#include <string.h>

static const char prefixes[]
    = "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
      "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
      "@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .\n"
      "@prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> .\n\n";

typedef struct
{
  QuoSelection *selection;
  const char *base; /* what stands before #char= */
  GString *out;
} Nif;

/* --- Terms of Turtle (section 6.4 of its recommendation) --- */

/* <address>, with what may not stand in it as %XX. */
static void
append_iri (GString *out, const char *address)
{
  g_string_append_c (out, '<');
  for (const char *p = address; *p != '\0'; p++)
    if ((guchar)*p <= ' ' || strchr ("<>\"{}|^`\\", *p) != NULL)
      g_string_append_printf (out, "%%%02X", (guchar)*p);
    else
      g_string_append_c (out, *p);
  g_string_append_c (out, '>');
}

static void
append_string (GString *out, const char *start, const char *end)
{
  g_string_append_c (out, '"');
  for (const char *p = start; p < end; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (out, "\\%c", *p);
    else if (*p == '\r' && p + 1 < end && p[1] == '\n') /* a line end is one LF */
      continue;
    else if (*p == '\n' || *p == '\r')
      g_string_append (out, "\\n");
    else if ((guchar)*p < ' ')
      g_string_append_printf (out, "\\u%04X", (guchar)*p);
    else
      g_string_append_c (out, *p);
  g_string_append_c (out, '"');
}

/* --- Resources --- */

static void
append_place (Nif *nif, guint32 start, guint32 end)
{
  g_autofree char *address = g_strdup_printf ("%s#char=%u,%u", nif->base, start, end);

  append_iri (nif->out, address);
}

static void
append_offsets (Nif *nif, guint32 start, guint32 end)
{
  g_string_append_printf (nif->out,
                          "    nif:beginIndex \"%u\"^^xsd:nonNegativeInteger ;\n"
                          "    nif:endIndex \"%u\"^^xsd:nonNegativeInteger ;\n",
                          start, end);
}

static void
append_context (Nif *nif)
{
  const QuoText *text = nif->selection->text;
  const char *utf8 = quo_text_get_utf8 (text);

  append_place (nif, 0, quo_text_get_lf_length (text));
  g_string_append (nif->out, "\n    a nif:Context, nif:String, nif:RFC5147String ;\n");
  append_offsets (nif, 0, quo_text_get_lf_length (text));
  g_string_append (nif->out, "    nif:isString ");
  append_string (nif->out, utf8, utf8 + quo_text_get_bytes (text));
  g_string_append (nif->out, " .\n\n");
}

/* What the annotation stands for: the address of its first id, else one of our own. */
static void
append_entity (Nif *nif, const char *id)
{
  const QuoEntity *entity = quo_selection_find_entity (nif->selection, id);
  g_autofree char *address = NULL;

  for (guint i = 0; entity != NULL && i < entity->n_ids; i++)
    if (address == NULL || g_str_equal (entity->ids[i].name, "wikidata"))
      {
        g_free (address);
        address = quo_authority_dup_address (entity->ids[i].name, entity->ids[i].value);
      }
  if (address == NULL)
    address = g_strconcat ("urn:quo:entity:", id, NULL);
  g_string_append (nif->out, " ;\n    itsrdf:taIdentRef ");
  append_iri (nif->out, address);
}

static void
append_phrase (Nif *nif, const QuoAnnotation *annotation, QuoSpan range)
{
  const QuoText *text = nif->selection->text;
  guint32 start = quo_text_to_lf (text, range.start), end = quo_text_to_lf (text, range.end);
  g_autofree char *label = g_strconcat ("urn:quo:label:", annotation->type, NULL);

  append_place (nif, start, end);
  g_string_append (nif->out, "\n    a nif:Phrase, nif:String, nif:RFC5147String ;\n"
                             "    nif:referenceContext ");
  append_place (nif, 0, quo_text_get_lf_length (text));
  g_string_append (nif->out, " ;\n");
  append_offsets (nif, start, end);
  g_string_append (nif->out, "    nif:anchorOf ");
  append_string (nif->out, quo_text_at (text, range.start), quo_text_at (text, range.end));
  g_string_append (nif->out, " ;\n    itsrdf:taClassRef ");
  append_iri (nif->out, label);
  for (guint i = 0; i < annotation->n_entities; i++)
    append_entity (nif, annotation->entities[i]);
  if (annotation->conf != NULL)
    g_string_append_printf (nif->out, " ;\n    itsrdf:taConfidence \"%s\"^^xsd:double",
                            annotation->conf);
  g_string_append (nif->out, " .\n\n");
}

/* Of an entity only one address is written: not its name, nor where it lies. */
static void
count_entities (QuoSelection *selection)
{
  guint *counts = selection->losses.counts;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (selection, i);

      for (guint e = 0; e < annotation->n_entities; e++)
        {
          const QuoEntity *entity = quo_selection_find_entity (selection, annotation->entities[e]);

          if (entity == NULL || !g_hash_table_add (seen, (gpointer)entity))
            continue;
          counts[QUO_LOSS_ENTITY_NAMES] += entity->name != NULL;
          counts[QUO_LOSS_ENTITY_IDS] += entity->n_ids > 1 ? entity->n_ids - 1 : 0;
          counts[QUO_LOSS_COORDINATES] += entity->lat != NULL;
        }
    }
}

static gboolean
write_nif (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
           QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  g_autofree char *base = NULL;
  const char *url, *sha256;
  Nif nif = { .selection = selection };

  if (selection == NULL)
    return FALSE;
  url = snapshot->article->url != NULL ? snapshot->article->url : snapshot->header->url;
  sha256 = snapshot->article->sha256;
  base = url != NULL ? g_strndup (url, strcspn (url, "#"))
                     : g_strconcat ("urn:sha256:", sha256 != NULL ? sha256 : "0", NULL);
  nif.base = base;
  nif.out = quo_target_open (target, NULL);
  g_string_append (nif.out, prefixes);
  append_context (&nif);
  for (guint i = 0; i < selection->annotations->len; i++)
    {
      const QuoAnnotation *annotation = quo_selection_get_annotation (selection, i);

      if (quo_selection_is_cancelled (i, cancellable, error))
        return FALSE;
      selection->losses.counts[QUO_LOSS_SPLIT] += annotation->n_ranges > 1;
      for (guint r = 0; r < annotation->n_ranges; r++)
        append_phrase (&nif, annotation, annotation->ranges[r]);
    }
  quo_selection_count_losses (selection, quo_format_nif.carries);
  count_entities (selection);
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

static const QuoFormatOption nif_options[] = {
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

const QuoFormat quo_format_nif = {
  .id = "nif",
  .title = N_ ("NIF for entity linking (Turtle)"),
  .extensions = "ttl",
  .carries = QUO_CARRIES_TEXT | QUO_CARRIES_OVERLAP | QUO_CARRIES_ENTITIES,
  .is_one_layer = TRUE,
  .options = nif_options,
  .write = write_nif,
};
