/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentences of the loss report. A sentence stands behind its number and says what became of so
 * many things, in words a person who never saw the format understands. */

#include "quo-config.h"

#include "quo-losses.h"

#include <glib/gi18n.h>

typedef struct
{
  QuoReportKind kind;
  const char *one, *many;
} Sentence;

/* Marks both forms for translation; xgettext is told of it in po/meson.build. */
#define N_PLURAL(one, many) one, many

#define LOST QUO_REPORT_LOST
#define CHANGED QUO_REPORT_CHANGED

/* clang-format off */
static const Sentence sentences[QUO_N_LOSSES] = {
  [QUO_LOSS_ORPHANS] = { LOST,
    N_PLURAL ("%u annotation whose place in the text is not known was left out",
              "%u annotations whose place in the text is not known were left out") },
  [QUO_LOSS_SUGGESTED] = { LOST,
    N_PLURAL ("%u suggestion that is not accepted yet was left out",
              "%u suggestions that are not accepted yet were left out") },
  [QUO_LOSS_REJECTED] = { LOST,
    N_PLURAL ("%u rejected suggestion was left out",
              "%u rejected suggestions were left out") },
  [QUO_LOSS_REJECTED_RELATIONS] = { LOST,
    N_PLURAL ("%u relation that is not accepted was left out",
              "%u relations that are not accepted were left out") },
  [QUO_LOSS_OTHER_LAYERS] = { LOST,
    N_PLURAL ("%u annotation of another layer was left out",
              "%u annotations of other layers were left out") },
  [QUO_LOSS_BLANK] = { LOST,
    N_PLURAL ("%u annotation of nothing but blanks was left out",
              "%u annotations of nothing but blanks were left out") },
  [QUO_LOSS_CUT] = { CHANGED,
    N_PLURAL ("%u annotation over a line end or tab was cut there into pieces",
              "%u annotations over a line end or tab were cut there into pieces") },
  [QUO_LOSS_DISCONTINUOUS] = { LOST,
    N_PLURAL ("%u annotation in several parts was left out",
              "%u annotations in several parts were left out") },
  [QUO_LOSS_HULLS] = { CHANGED,
    N_PLURAL ("%u annotation in several parts was written with what stands between them",
              "%u annotations in several parts were written with what stands between them") },
  [QUO_LOSS_SPLIT] = { CHANGED,
    N_PLURAL ("%u annotation in several parts was written as one for each part",
              "%u annotations in several parts were written as one for each part") },
  [QUO_LOSS_OVERLAPS] = { LOST,
    N_PLURAL ("%u annotation that overlaps another was left out",
              "%u annotations that overlap others were left out") },
  [QUO_LOSS_QUOTES] = { LOST,
    N_PLURAL ("%u quote or cue was left out",
              "%u quotes and cues were left out") },
  [QUO_LOSS_WIDENED] = { CHANGED,
    N_PLURAL ("%u annotation was written with all of a word it begins or ends in",
              "%u annotations were written with all of a word they begin or end in") },
  [QUO_LOSS_LABELS] = { CHANGED,
    N_PLURAL ("%u annotation has a label that was respelt with A-Z, a-z, 0-9, _ and -",
              "%u annotations have a label that was respelt with A-Z, a-z, 0-9, _ and -") },
  [QUO_LOSS_ATTR_NAMES] = { CHANGED,
    N_PLURAL ("%u attribute was respelt without blanks and special characters",
              "%u attributes were respelt without blanks and special characters") },
  [QUO_LOSS_ATTRS] = { LOST,
    N_PLURAL ("%u attribute was left out",
              "%u attributes were left out") },
  [QUO_LOSS_FALSE_ATTRS] = { LOST,
    N_PLURAL ("%u attribute that is false or empty was left out",
              "%u attributes that are false or empty were left out") },
  [QUO_LOSS_BARS] = { CHANGED,
    /* Translators: in a cell of a table | stands between several values. */
    N_PLURAL ("%u value has a | in it, which will be read as several values",
              "%u values have a | in them, which will be read as several values") },
  [QUO_LOSS_NOTES] = { LOST,
    N_PLURAL ("%u note was left out",
              "%u notes were left out") },
  [QUO_LOSS_NOTES_APART] = { CHANGED,
    N_PLURAL ("%u note stands with the text, not with its annotation",
              "%u notes stand with the text, not with their annotations") },
  [QUO_LOSS_ARTICLE_NOTES] = { LOST,
    N_PLURAL ("%u note on the article was left out",
              "%u notes on the article were left out") },
  [QUO_LOSS_ENTITY_NOTES] = { LOST,
    N_PLURAL ("%u note, attribute or alias of an identity was left out",
              "%u notes, attributes or aliases of identities were left out") },
  [QUO_LOSS_ENTITIES] = { LOST,
    N_PLURAL ("%u annotation no longer tells whom or what it stands for",
              "%u annotations no longer tell whom or what they stand for") },
  [QUO_LOSS_UNUSED_ENTITIES] = { LOST,
    N_PLURAL ("%u identity that no annotation has was left out",
              "%u identities that no annotation has were left out") },
  [QUO_LOSS_ENTITY_NAMES] = { LOST,
    N_PLURAL ("%u name of an identity was left out",
              "%u names of identities were left out") },
  [QUO_LOSS_ENTITY_IDS] = { LOST,
    /* Translators: of an identity in a register, such as its number in Wikidata. */
    N_PLURAL ("%u identifier of an identity was left out",
              "%u identifiers of identities were left out") },
  [QUO_LOSS_COORDINATES] = { LOST,
    N_PLURAL ("%u pair of coordinates was left out",
              "%u pairs of coordinates were left out") },
  [QUO_LOSS_UNLINKED_PLACES] = { LOST,
    N_PLURAL ("%u place that is not linked to an identity was left out",
              "%u places that are not linked to an identity were left out") },
  [QUO_LOSS_PLURALS] = { LOST,
    N_PLURAL ("%u annotation that stands for several is not in the list of aliases",
              "%u annotations that stand for several are not in the list of aliases") },
  [QUO_LOSS_RELATIONS] = { LOST,
    N_PLURAL ("%u relation was left out",
              "%u relations were left out") },
  [QUO_LOSS_RELATION_ATTRS] = { LOST,
    N_PLURAL ("%u attribute of a relation was left out",
              "%u attributes of relations were left out") },
  [QUO_LOSS_RELATION_NOTES] = { LOST,
    N_PLURAL ("%u note on a relation was left out",
              "%u notes on relations were left out") },
  [QUO_LOSS_MEMBERS] = { LOST,
    N_PLURAL ("%u speaker or other member of a relation that has no annotation here was left out",
              "%u speakers or other members of relations that have no annotation here were left out") },
  [QUO_LOSS_MENTIONS] = { LOST,
    N_PLURAL ("%u annotation that is no quote was left out",
              "%u annotations that are no quotes were left out") },
  [QUO_LOSS_ROLES] = { LOST,
    N_PLURAL ("%u cue, addressee or other member of a relation was left out",
              "%u cues, addressees or other members of relations were left out") },
  [QUO_LOSS_LINKS] = { LOST,
    N_PLURAL ("%u link between two parts or two annotations was left out",
              "%u links between parts or annotations were left out") },
  [QUO_LOSS_SAME_QUOTES] = { CHANGED,
    N_PLURAL ("%u relation has the quote of another one and becomes one with it",
              "%u relations have the quote of another one and become one with it") },
  [QUO_LOSS_PROVENANCE] = { LOST,
    N_PLURAL ("%u record no longer tells who made it, when, how certainly or from what",
              "%u records no longer tell who made them, when, how certainly or from what") },
  [QUO_LOSS_UNKNOWN] = { LOST,
    N_PLURAL ("%u record lost what another program had added to it",
              "%u records lost what another program had added to them") },
};
/* clang-format on */

void
quo_losses_tell (const QuoLosses *losses, QuoReport *report)
{
  for (guint i = 0; i < QUO_N_LOSSES; i++)
    {
      guint n = losses->counts[i];
      g_autofree char *line = NULL;

      if (n == 0)
        continue;
      line = g_strdup_printf (ngettext (sentences[i].one, sentences[i].many, n), n);
      quo_report_add (report, sentences[i].kind, NULL, "%s", line);
    }
}
