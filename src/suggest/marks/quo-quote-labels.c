/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-quote-finder.h"

/* Speech of printed interviews and talks, where each paragraph begins with who speaks:
 *
 *   COURIER: How bad was this year?
 *   EVERLY: It was the worst since we began.
 *
 * or with a letter that asks and one that answers: "P." and "R.".
 *
 * What makes an interview of paragraphs with a colon is that two labels come back, and that
 * somebody asks. Paragraphs without a label between two that have one go on with the first. */

#define MAX_LABEL 40 /* code points before the colon */
#define MAX_LABEL_WORDS 4
#define MAX_CONTINUED 3  /* paragraphs without a label between two with one */
#define MIN_TURNS 2      /* of each of two who speak */
#define MIN_CONTINUED 40 /* code points of a paragraph that goes on: a heading has fewer */

typedef struct
{
  QuoSpan label, words;
  guint paragraph;
  guint who; /* by the last word of the label: Tomas Everly, EVERLY */
  gboolean is_question;
} Line;

typedef struct
{
  const QuoPassage *page;
  const QuoLanguage *language;
  const GArray *marked; /* of QuoStretch: what marks already found */
  GArray *lines;
} Interview;

/* "P. ¿Fue por el dinero?": a capital alone and a full stop. */
static gboolean
is_letter_with_stop (const QuoPassage *page, QuoSpan paragraph)
{
  return paragraph.end > paragraph.start + 3
         && g_unichar_isupper (quo_passage_get (page, paragraph.start))
         && quo_passage_get (page, paragraph.start + 1) == '.'
         && g_unichar_isspace (quo_passage_get (page, paragraph.start + 2));
}

/* The colon that ends a label, or the full stop of a letter; 0: none is near. */
static guint32
find_colon (const Interview *interview, QuoSpan paragraph)
{
  guint32 end = MIN (paragraph.end, paragraph.start + MAX_LABEL);

  if (is_letter_with_stop (interview->page, paragraph))
    return paragraph.start + 1;
  for (guint32 i = paragraph.start + 1; i < end; i++)
    {
      gunichar c = quo_passage_get (interview->page, i);

      if ((c == ':' && g_unichar_isspace (quo_passage_get (interview->page, i + 1))) || c == 0xff1a)
        return i;
      if (!quo_char_is_word (c) && c != ' ' && c != '.' && !quo_char_is_hyphen (c)
          && !quo_char_is_apostrophe (c))
        return 0;
    }
  return 0;
}

/* Whether the words can be a name, or a letter that stands for one: not "He said:". */
static gboolean
is_label (const Interview *interview, const GArray *tokens)
{
  if (tokens->len == 0 || tokens->len > MAX_LABEL_WORDS)
    return FALSE;
  for (guint i = 0; i < tokens->len; i++)
    {
      const QuoToken *token = quo_tokens_get (tokens, i);
      gunichar first = quo_passage_get (interview->page, token->span.start);

      if (token->kinds & (QUO_WORD_PARTICLE | QUO_WORD_PARTICLE_INNER | QUO_WORD_TITLE))
        continue;
      if (g_unichar_islower (first) || (token->shape & QUO_SHAPE_NUMBER)
          || (token->span.end - token->span.start > 1
              && (token->kinds
                  & (QUO_WORD_STOPWORD | QUO_WORD_SAYING | QUO_WORD_FINITE | QUO_WORD_CALENDAR))))
        return FALSE;
    }
  return TRUE;
}

static void
read_line (Interview *interview, guint paragraph)
{
  QuoSpan span = quo_passage_get_paragraph (interview->page, paragraph);
  guint32 colon = find_colon (interview, span);
  g_autoptr (GArray) tokens = NULL;
  Line line = { .paragraph = paragraph };
  char word[QUO_FOLD_SIZE];

  if (colon == 0 || quo_stretches_cover (interview->marked, span.start, NULL, 0))
    return;
  line.label = QUO_SPAN (span.start, colon);
  line.words = quo_passage_trim (interview->page, QUO_SPAN (colon + 1, span.end));
  if (quo_span_is_empty (line.words)
      || quo_char_is_quote_mark (quo_passage_get (interview->page, line.words.start))
      || g_unichar_islower (quo_passage_get (interview->page, line.words.start)))
    return;
  tokens = quo_tokens_list (interview->page, interview->language, line.label);
  if (!is_label (interview, tokens))
    return;
  quo_token_fold (interview->page, quo_tokens_get (tokens, tokens->len - 1), word);
  line.who = g_str_hash (word);
  line.is_question
      = quo_char_is_question_mark (quo_passage_get (interview->page, line.words.end - 1));
  g_array_append_val (interview->lines, line);
}

static const Line *
get_line (const Interview *interview, guint i)
{
  return &g_array_index (interview->lines, Line, i);
}

/* (element-type guint guint): how many turns each has. */
static GHashTable *
count_turns (const Interview *interview)
{
  GHashTable *turns = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < interview->lines->len; i++)
    {
      gpointer who = GUINT_TO_POINTER (get_line (interview, i)->who);

      g_hash_table_insert (
          turns, who, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (turns, who)) + 1));
    }
  return turns;
}

static gboolean
has_turns (GHashTable *turns, const Line *line)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (turns, GUINT_TO_POINTER (line->who))) >= MIN_TURNS;
}

/* Keeps the lines of those who come back, if there are two of them and a question. */
static void
keep_turns (Interview *interview)
{
  g_autoptr (GHashTable) turns = count_turns (interview);
  gboolean is_asked = FALSE, are_two = FALSE;
  guint n = 0;

  for (guint i = 0; i < interview->lines->len; i++)
    if (has_turns (turns, get_line (interview, i)))
      {
        is_asked |= get_line (interview, i)->is_question;
        are_two |= n > 0 && get_line (interview, i)->who != get_line (interview, 0)->who;
        g_array_index (interview->lines, Line, n++) = *get_line (interview, i);
      }
  g_array_set_size (interview->lines, is_asked && are_two ? n : 0);
}

/* The span of a paragraph that goes on with the turn before it; empty: it does not. */
static QuoSpan
get_continued (const Interview *interview, guint paragraph)
{
  QuoSpan span = quo_passage_get_paragraph (interview->page, paragraph);

  if (span.end - span.start < MIN_CONTINUED
      || !quo_char_is_stop (quo_passage_get (interview->page, span.end - 1))
      || quo_stretches_cover (interview->marked, span.start, NULL, 0))
    return QUO_SPAN (0, 0);
  return span;
}

static void
add_stretch (GArray *stretches, QuoStretch stretch)
{
  if (stretch.is_later)
    quo_stretches_get (stretches, stretches->len - 1)->next = (gint)stretches->len;
  g_array_append_val (stretches, stretch);
}

static void
add_turn (const Interview *interview, GArray *stretches, guint i)
{
  const Line *line = get_line (interview, i);
  guint next = i + 1 < interview->lines->len ? get_line (interview, i + 1)->paragraph : 0;

  add_stretch (stretches, (QuoStretch){ .span = line->words,
                                        .label = line->label,
                                        .paragraph = line->paragraph,
                                        .next = -1 });
  if (next > line->paragraph + 1 + MAX_CONTINUED)
    return;
  for (guint p = line->paragraph + 1; p < next; p++)
    {
      QuoSpan span = get_continued (interview, p);

      if (quo_span_is_empty (span))
        return;
      add_stretch (stretches,
                   (QuoStretch){ .span = span, .paragraph = p, .next = -1, .is_later = TRUE });
    }
}

void
quo_stretches_add_labelled (GArray *stretches, const QuoPassage *page, const QuoLanguage *language)
{
  g_autoptr (GArray) marked = g_array_copy (stretches);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  Interview interview = { page, language, marked, lines };

  for (guint p = 0; p < page->paragraphs->len; p++)
    read_line (&interview, p);
  keep_turns (&interview);
  for (guint i = 0; i < lines->len; i++)
    add_turn (&interview, stretches, i);
  if (lines->len > 0)
    quo_stretches_sort (stretches);
}

QuoSpan
quo_stretches_get_label (const GArray *stretches, guint32 start)
{
  gint turn = quo_stretches_find_turn (stretches, start);

  return turn >= 0 ? quo_stretches_get (stretches, turn)->label : QUO_SPAN (0, 0);
}
