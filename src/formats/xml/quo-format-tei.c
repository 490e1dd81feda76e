/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TEI P5 (tei-c.org/guidelines): the article as the content of one <ab xml:space="preserve">,
 * character for character, with the annotations as elements in it:
 *
 *   <said xml:id="q1" who="#E1" next="#q1.2">“We go,”</said> said
 *   <persName xml:id="p1" ref="#E1">Ada</persName>, <said xml:id="q1.2" prev="#q1">“now.”</said>
 *
 * What crosses another annotation has an <anchor/> at each end and a <span> in <standOff>; there
 * the persons, places and organizations are listed too, and the notes. Read are this, and what
 * others write inline. */

#include "quo-config.h"

#include "quo-formats-list.h"
#include "quo-tei.h"
#include "quo-xml-reader.h"
#include "quo-xml-writer.h"

#include <glib/gi18n.h>
#include <string.h>

const QuoTeiKind quo_tei_kinds[] = {
  { "person", "listPerson", "person", "persName" },
  { "place", "listPlace", "place", "placeName" },
  { "organisation", "listOrg", "org", "orgName" },
  { "organization", "listOrg", "org", "orgName" },
};
const guint quo_tei_n_kinds = G_N_ELEMENTS (quo_tei_kinds);

/* The speakers are carried, as @who; nothing else of relations. */
static void
count_losses (QuoSelection *selection)
{
  guint *counts = selection->losses.counts;

  for (guint i = 0; i < selection->relations->len; i++)
    {
      const QuoRelation *relation = quo_selection_get_relation (selection, i);
      const QuoRole *quote = quo_relation_find_role (relation, "quote");

      if (quote == NULL || quo_relation_find_role (relation, "source") == NULL)
        {
          counts[QUO_LOSS_RELATIONS]++;
          continue;
        }
      for (guint r = 0; r < relation->n_roles; r++)
        if (!g_str_equal (relation->roles[r].name, "quote")
            && !g_str_equal (relation->roles[r].name, "source"))
          counts[QUO_LOSS_ROLES] += relation->roles[r].n_members;
      counts[QUO_LOSS_RELATION_ATTRS] += relation->n_attrs;
      counts[QUO_LOSS_RELATION_NOTES] += relation->note != NULL;
    }
}

static gboolean
write_tei (QuoSnapshot *snapshot, QuoTarget *target, const QuoFormatOptions *options,
           QuoReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (QuoSelection) selection = quo_selection_new (snapshot, options, cancellable, error);
  guint n_relations;

  if (selection == NULL || !quo_xml_check_text (selection->text, error)
      || !quo_tei_write (selection, quo_target_open (target, NULL), cancellable, error))
    return FALSE;
  n_relations = selection->losses.counts[QUO_LOSS_RELATIONS];
  quo_selection_count_losses (selection, quo_format_tei.carries);
  selection->losses.counts[QUO_LOSS_RELATIONS] = n_relations;
  quo_selection_count_listed_entities (selection);
  count_losses (selection);
  quo_losses_tell (&selection->losses, report);
  return TRUE;
}

static gboolean
sniff_tei (const char *head, gsize len)
{
  return (quo_xml_sniff (head, "TEI") || quo_xml_sniff (head, "TEI.2")
          || quo_xml_sniff (head, "teiCorpus"))
         && strstr (head, "catma:") == NULL && strstr (head, "CATMA_") == NULL;
}

static const QuoFormatOption tei_options[] = {
  { "status", "accepted|all", N_ ("Whether suggestions nobody has accepted are written too") },
  { NULL },
};

static const QuoFormatOption tei_read_options[] = {
  { "space", "auto|keep|collapse",
    N_ ("White space: as it stands, or collapsed, with a line for each paragraph; auto: as it "
        "stands where the file says so") },
  { NULL },
};

const QuoFormat quo_format_tei = {
  .id = "tei",
  .title = N_ ("TEI P5"),
  .extensions = "tei.xml;tei;xml",
  .carries = QUO_CARRIES_TEXT | QUO_CARRIES_DISCONTINUOUS | QUO_CARRIES_OVERLAP
             | QUO_CARRIES_ENTITIES | QUO_CARRIES_NOTES,
  .is_one_layer = TRUE,
  .options = tei_options,
  .read_options = tei_read_options,
  .sniff = sniff_tei,
  .read = quo_tei_read,
  .write = write_tei,
};
