/* SPDX-License-Identifier: GPL-3.0-or-later */

/* HTML: whatever crosses whatever, elements nest, the text is the article's, and the pieces of an
 * annotation are together what it marks. */

#include "quo-config.h"

#include "format-fixture.h"

#include <string.h>

typedef struct
{
  GString *text;   /* read so far */
  GPtrArray *open; /* ids of the marks that are open */
  GHashTable
      *pieces; /* id to GString: a dot for each code point that no piece of it holds, else # */
} Page;

static void
append_text (Page *page, const char *utf8)
{
  g_string_append (page->text, utf8);
  for (guint i = 0; i < page->open->len; i++)
    {
      GString *piece = g_hash_table_lookup (page->pieces, g_ptr_array_index (page->open, i));

      g_string_append (piece, utf8);
    }
}

static void
append_char (Page *page, const char **p)
{
  static const struct
  {
    const char *entity, *sign;
  } entities[] = { { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" } };
  char sign[7] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (*p, entities[i].entity))
      {
        append_text (page, entities[i].sign);
        *p += strlen (entities[i].entity);
        return;
      }
  g_assert_true (strchr ("&>\"\r", **p) == NULL);
  memcpy (sign, *p, g_utf8_skip[(guchar) * *p]);
  append_text (page, sign);
  *p = g_utf8_next_char (*p);
}

/* A tag; an opening one brings its id. */
static void
read_tag (Page *page, const char **p)
{
  static const char open[] = "<mark data-id=\"";

  if (g_str_has_prefix (*p, "</mark>"))
    {
      g_assert_cmpuint (page->open->len, >, 0);
      g_assert_false (g_str_has_prefix (*p - 1, ">")
                      && !g_str_has_prefix (*p - strlen ("</mark>"), "</mark>"));
      g_ptr_array_set_size (page->open, (gint)page->open->len - 1);
      *p += strlen ("</mark>");
      return;
    }
  g_assert_true (g_str_has_prefix (*p, open));
  {
    const char *id = *p + strlen (open);
    char *copy = g_strndup (id, strcspn (id, "\""));

    if (!g_hash_table_contains (page->pieces, copy))
      g_hash_table_insert (page->pieces, g_strdup (copy), g_string_new (NULL));
    g_ptr_array_add (page->open, copy);
  }
  *p = strchr (*p, '>') + 1;
}

static void
free_piece (gpointer data)
{
  g_string_free (data, TRUE);
}

/* Reads the element `article`. */
static Page
read_page (const char *html)
{
  const char *p = strstr (html, "<article dir=\"auto\">");
  Page page = { g_string_new (NULL), g_ptr_array_new_with_free_func (g_free),
                g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_piece) };

  g_assert_nonnull (p);
  p += strlen ("<article dir=\"auto\">");
  while (!g_str_has_prefix (p, "</article>"))
    if (*p == '<')
      read_tag (&page, &p);
    else
      append_char (&page, &p);
  g_assert_cmpuint (page.open->len, ==, 0);
  return page;
}

static void
clear_page (Page *page)
{
  g_string_free (page->text, TRUE);
  g_ptr_array_unref (page->open);
  g_hash_table_unref (page->pieces);
}

/* What an annotation marks, with LF line ends. */
static char *
dup_marked (QuoSnapshot *snapshot, const QuoAnnotation *annotation)
{
  GString *marked = g_string_new (NULL);
  const char *utf8 = quo_text_get_utf8 (snapshot->article->text);

  for (guint i = 0; i < annotation->n_ranges; i++)
    {
      const char *p = quo_text_at (snapshot->article->text, annotation->ranges[i].start);
      const char *end = quo_text_at (snapshot->article->text, annotation->ranges[i].end);

      g_assert_true (p >= utf8);
      for (; p < end; p++)
        if (*p != '\r')
          g_string_append_c (marked, *p);
        else if (p[1] != '\n')
          g_string_append_c (marked, '\n');
    }
  return g_string_free (marked, FALSE);
}

static void
check_page (QuoSnapshot *snapshot)
{
  g_autoptr (QuoTarget) target = fixture_write (quo_formats_find ("html"), snapshot, NULL, NULL);
  g_autofree char *html = fixture_dup_text (target, NULL);
  g_autofree char *text = quo_text_dup_lf (snapshot->article->text);
  Page page = read_page (html);

  g_assert_cmpstr (page.text->str, ==, text);
  for (guint i = 0; i < quo_snapshot_count (snapshot, QUO_RECORD_ANNOTATION); i++)
    {
      const QuoAnnotation *annotation = quo_snapshot_get_annotation (snapshot, i);
      const GString *piece = g_hash_table_lookup (page.pieces, annotation->base.id);
      g_autofree char *marked = dup_marked (snapshot, annotation);

      g_assert_nonnull (piece);
      g_assert_cmpstr (piece->str, ==, marked);
    }
  clear_page (&page);
}

static void
test_random (void)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (QuoSnapshot) snapshot = fixture_make_random (300, 40);

      check_page (snapshot);
    }
}

static char *
write_one (const char *text, const char *id)
{
  g_autoptr (QuoText) made = quo_text_new (text);
  g_autoptr (QuoArticle) article = quo_article_new (made);
  g_autoptr (QuoSnapshot) snapshot = quo_snapshot_new (article, NULL);
  const QuoSpan range = { 0, quo_text_get_length (made) };
  QuoAnnotation fields
      = { .base = { .id = id }, .type = "\"><script>", .ranges = &range, .n_ranges = 1 };
  g_autoptr (QuoTarget) target = NULL;

  quo_snapshot_take (snapshot, quo_annotation_new (&fields));
  target = fixture_write (quo_formats_find ("html"), snapshot, NULL, NULL);
  return fixture_dup_text (target, NULL);
}

/* Nothing of an article or a sidecar becomes markup. */
static void
test_escaped (void)
{
  g_autofree char *html = write_one ("<script>alert (1)</script> & \"more\"", "a1");

  g_assert_null (strstr (html, "<script"));
  g_assert_nonnull (strstr (html, "&lt;script&gt;alert (1)&lt;/script&gt; &amp; &quot;more&quot;"));
  g_assert_nonnull (strstr (html, "data-type=\"&quot;&gt;&lt;script&gt;\""));
}

/* Nothing is fetched from anywhere. */
static void
test_self_contained (void)
{
  g_autoptr (QuoSnapshot) snapshot = fixture_open ("formats/articles", "market");
  g_autoptr (QuoTarget) target = fixture_write (quo_formats_find ("html"), snapshot, NULL, NULL);
  g_autofree char *html = fixture_dup_text (target, NULL);
  static const char *const fetchers[] = { "<link", "<script", "<img", " src=", "@import", "url(" };

  for (guint i = 0; i < G_N_ELEMENTS (fetchers); i++)
    g_assert_null (strstr (html, fetchers[i]));
  g_assert_nonnull (strstr (html, "white-space:pre-wrap"));
  g_assert_nonnull (strstr (html, "prefers-color-scheme:dark"));
}

/* The colours, lines and names of labels are the tagset's. */
static void
test_tagset (void)
{
  g_autoptr (QuoSnapshot) snapshot = fixture_open ("formats/articles", "market");
  g_autoptr (QuoTagset) tagset = quo_tagset_new ("own");
  const QuoLabel labels[] = { { .id = "person",
                                .name = "Somebody",
                                .color = "#123456",
                                .dark = "#abcdef",
                                .line = QUO_LINE_DOTS } };
  QuoFormatOptions options = { .tagset = tagset };
  g_autoptr (QuoTarget) target = quo_target_new_memory ();
  g_autofree char *html = NULL;

  tagset->labels = quo_tagset_keep_block (tagset, labels, sizeof labels);
  tagset->n_labels = 1;
  g_assert_true (quo_formats_find ("html")->write (snapshot, target, &options, NULL, NULL, NULL));
  html = fixture_dup_text (target, NULL);
  g_assert_nonnull (strstr (html, "<mark class=\"t0\">Somebody</mark> 3"));
  g_assert_nonnull (strstr (html, ".t0{--ink:#123456;--fill:#1234561a;--line:2px dotted}"));
  g_assert_nonnull (strstr (html, ".t0{--ink:#abcdef"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/random", test_random);
  g_test_add_func ("/html/escaped", test_escaped);
  g_test_add_func ("/html/self-contained", test_self_contained);
  g_test_add_func ("/html/tagset", test_tagset);
  return g_test_run ();
}
