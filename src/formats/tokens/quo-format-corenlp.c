/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quotes found by Stanford CoreNLP (stanfordnlp.github.io/CoreNLP, annotator quote), JSON output:
 * `quotes` with beginIndex and endIndex in UTF-16 units, the mention of the speaker in tokens of
 * the document, the last one included; `sentences` with `tokens` and `entitymentions`. The text is
 * beside it (rally.txt of rally.txt.json), or is put together again from the tokens. */

#include "quo-config.h"

#include "quo-formats-list.h"
#include "quo-json-file.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  QuoImport *import;
  QuoBuilder *builder;
  QuoJsonTree *tree;
  GPtrArray *tokens;  /* of QuoJsonNode, of the whole document */
  GHashTable *linked; /* mentions that have their entity */
  GError **error;
} CoreNlp;

static const QuoJsonNode *
get_first (const QuoJsonNode *list)
{
  return list != NULL ? list->first : NULL;
}

static void
list_tokens (CoreNlp *core, const QuoJsonNode *root)
{
  for (const QuoJsonNode *s
       = get_first (quo_json_node_get_kind (root, "sentences", QUO_JSON_ARRAY));
       s != NULL; s = s->next)
    for (const QuoJsonNode *t = get_first (quo_json_node_get_kind (s, "tokens", QUO_JSON_ARRAY));
         t != NULL; t = t->next)
      g_ptr_array_add (core->tokens, (gpointer)t);
}

/* (transfer full): the text of the tokens with what stands between them; NULL: they do not tell. */
static char *
join_tokens (const CoreNlp *core)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < core->tokens->len; i++)
    {
      const QuoJsonNode *token = g_ptr_array_index (core->tokens, i);
      const char *form = quo_json_node_get_string (token, "originalText");
      const char *before = quo_json_node_get_string (token, "before");
      const char *after = quo_json_node_get_string (token, "after");

      if (form == NULL || before == NULL || after == NULL)
        {
          g_string_free (text, TRUE);
          return NULL;
        }
      g_string_append (text, before);
      g_string_append (text, form);
      if (i + 1 == core->tokens->len)
        g_string_append (text, after);
    }
  return g_string_free (text, FALSE);
}

static QuoBuilder *
begin (CoreNlp *core, GCancellable *cancellable)
{
  const QuoReading reading = { .unit = QUO_UNIT_UTF16 };
  g_autofree char *stem = quo_source_dup_stem (core->import->source);
  g_autofree char *text = join_tokens (core);

  if (core->import->article == NULL && text != NULL && !quo_source_has (core->import->source, stem))
    return quo_import_begin_text (core->import, NULL, text, strlen (text), &reading);
  return quo_import_begin_beside (core->import, stem, &reading, cancellable, core->error);
}

/* --- Mentions --- */

static char *
dup_label (const char *ner)
{
  static const char *const labels[][2] = { { "LOCATION", "place" },
                                           { "CITY", "place" },
                                           { "COUNTRY", "place" },
                                           { "PERSON", "person" },
                                           { "ORGANIZATION", "organization" },
                                           { "STATE_OR_PROVINCE", "place" } };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i][0], ner))
      return g_strdup (labels[i][1]);
  return g_ascii_strdown (ner, -1);
}

static const char *
add_mention (CoreNlp *core, const char *type, guint32 start, guint32 end, const char *words,
             guint line)
{
  g_autofree char *ref = g_strdup_printf ("mention %u %u", start, end);
  QuoDraft *draft = quo_builder_find (core->builder, ref);

  if (draft != NULL)
    return draft->ref;
  draft = quo_builder_add (core->builder, QUO_RECORD_ANNOTATION, ref, type, line);
  quo_draft_add_range (core->builder, draft, start, end, words, -1);
  return draft->ref;
}

static void
read_mentions (CoreNlp *core, const QuoJsonNode *root)
{
  for (const QuoJsonNode *s
       = get_first (quo_json_node_get_kind (root, "sentences", QUO_JSON_ARRAY));
       s != NULL; s = s->next)
    for (const QuoJsonNode *m
         = get_first (quo_json_node_get_kind (s, "entitymentions", QUO_JSON_ARRAY));
         m != NULL; m = m->next)
      {
        const char *ner = quo_json_node_get_string (m, "ner");
        g_autofree char *label = ner != NULL ? dup_label (ner) : NULL;
        guint32 start, end;

        if (label != NULL && quo_json_node_get_uint (m, "characterOffsetBegin", &start)
            && quo_json_node_get_uint (m, "characterOffsetEnd", &end))
          add_mention (core, label, start, end, quo_json_node_get_string (m, "text"),
                       quo_json_tree_get_line (core->tree, m));
      }
}

/* The mention whose tokens NAMEBegin to NAMEEnd tell; NULL: none. */
static const char *
find_mention (CoreNlp *core, const QuoJsonNode *quote, const char *name)
{
  g_autofree char *first_name = g_strconcat (name, "Begin", NULL);
  g_autofree char *last_name = g_strconcat (name, "End", NULL);
  guint32 first, last, start, end;

  if (!quo_json_node_get_uint (quote, first_name, &first)
      || !quo_json_node_get_uint (quote, last_name, &last) || last < first
      || last >= core->tokens->len)
    return NULL;
  if (!quo_json_node_get_uint (g_ptr_array_index (core->tokens, first), "characterOffsetBegin",
                               &start)
      || !quo_json_node_get_uint (g_ptr_array_index (core->tokens, last), "characterOffsetEnd",
                                  &end))
    return NULL;
  return add_mention (core, "person", start, end, quo_json_node_get_string (quote, name),
                      quo_json_tree_get_line (core->tree, quote));
}

/* --- Quotes --- */

static gboolean
is_known (const char *speaker)
{
  return speaker != NULL && *speaker != '\0' && !g_str_equal (speaker, "Unknown");
}

static const char *
find_speaker (CoreNlp *core, const char *name)
{
  g_autofree char *ref = g_strconcat ("speaker ", name, NULL);
  QuoDraft *entity = quo_builder_find (core->builder, ref);

  if (entity == NULL)
    {
      entity = quo_builder_add (core->builder, QUO_RECORD_ENTITY, ref, "person", 0);
      entity->name = quo_builder_keep (core->builder, name, -1);
    }
  return entity->ref;
}

static void
link_speaker (CoreNlp *core, const QuoJsonNode *node, const QuoDraft *quote)
{
  const char *canonical = quo_json_node_get_string (node, "canonicalSpeaker");
  const char *speaker = quo_json_node_get_string (node, "speaker");
  const char *name = is_known (canonical) ? canonical : is_known (speaker) ? speaker : NULL;
  const char *mention = find_mention (core, node, "mention");
  QuoDraft *relation;

  find_mention (core, node, "canonicalMention");
  if (name == NULL && mention == NULL)
    return;
  relation = quo_builder_add (core->builder, QUO_RECORD_RELATION, NULL, "quotation", quote->line);
  quo_draft_add_member (core->builder, relation, "quote", quote->ref);
  if (mention != NULL && name != NULL && g_hash_table_add (core->linked, (gpointer)mention))
    quo_draft_add_entity (core->builder, quo_builder_find (core->builder, mention),
                          find_speaker (core, name));
  quo_draft_add_member (core->builder, relation, "source",
                        mention != NULL ? mention : find_speaker (core, name));
}

static gboolean
read_quotes (CoreNlp *core, const QuoJsonNode *root, GCancellable *cancellable)
{
  guint n = 0;

  for (const QuoJsonNode *q = get_first (quo_json_node_get_kind (root, "quotes", QUO_JSON_ARRAY));
       q != NULL; q = q->next)
    {
      g_autofree char *ref = g_strdup_printf ("quote %u", ++n);
      guint line = quo_json_tree_get_line (core->tree, q);
      guint32 start, end;
      QuoDraft *quote;

      if (quo_import_is_cancelled (n, cancellable, core->error))
        return FALSE;
      if (!quo_json_node_get_uint (q, "beginIndex", &start)
          || !quo_json_node_get_uint (q, "endIndex", &end))
        {
          if (!quo_import_refuse (core->import, line, core->error, "%s",
                                  _ ("a quote has beginIndex and endIndex")))
            return FALSE;
          continue;
        }
      quote = quo_builder_add (core->builder, QUO_RECORD_ANNOTATION, ref, "quote", line);
      quo_draft_add_range (core->builder, quote, start, end, quo_json_node_get_string (q, "text"),
                           -1);
      link_speaker (core, q, quote);
    }
  return TRUE;
}

static gboolean
read_corenlp (QuoImport *import, GCancellable *cancellable, GError **error)
{
  g_auto (QuoJsonFile) file = { 0 };
  g_autoptr (GPtrArray) tokens = g_ptr_array_new ();
  g_autoptr (QuoBuilder) builder = NULL;
  g_autoptr (GHashTable) linked = g_hash_table_new (NULL, NULL);
  CoreNlp core = { .import = import, .tokens = tokens, .linked = linked, .error = error };
  const QuoJsonNode *root;

  if (!quo_json_file_load (&file, import, error) || quo_import_is_cancelled (0, cancellable, error))
    return FALSE;
  root = quo_json_tree_get_root (file.tree);
  if (quo_json_node_get_kind (root, "quotes", QUO_JSON_ARRAY) == NULL)
    return quo_import_refuse (import, 0, error, "%s",
                              _ ("there is no list of quotes in it; the annotator quote makes it"));
  core.tree = file.tree;
  list_tokens (&core, root);
  builder = begin (&core, cancellable);
  if (builder == NULL)
    return FALSE;
  core.builder = builder;
  read_mentions (&core, root);
  return read_quotes (&core, root, cancellable)
         && quo_import_end (import, g_steal_pointer (&builder), error);
}

static gboolean
sniff_corenlp (const char *head, gsize len)
{
  return *head == '{' && strstr (head, "\"sentences\"") != NULL
         && (strstr (head, "\"tokens\"") != NULL || strstr (head, "\"beginIndex\"") != NULL);
}

const QuoFormat quo_format_corenlp = {
  .id = "corenlp",
  .title = N_ ("Quotes found by CoreNLP (JSON)"),
  .extensions = "json",
  .carries = QUO_CARRIES_TEXT | QUO_CARRIES_OVERLAP | QUO_CARRIES_RELATIONS | QUO_CARRIES_ENTITIES,
  .sniff = sniff_corenlp,
  .read = read_corenlp,
};
