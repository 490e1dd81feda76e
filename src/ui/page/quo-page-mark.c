/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quo-config.h"

#include "quo-page-mark.h"

/* What one mark is and which colours it has, wherever it stands. */

#define NESTED_FILL 1.5
#define INDIRECT_FILL 0.7
#define SUGGESTED_QUOTE_FILL 0.45
#define SELECTED_NAME_FILL 1.0
#define ROLE_FILL 0.87

/* The alpha of its ground when nothing moves. */
static double
get_rest (const QuoPage *page, const QuoMark *mark, gboolean is_selected)
{
  gboolean is_strong = is_selected || mark->role != NULL;
  double alpha;

  if (mark->kind == QUO_LABEL_QUOTE)
    return quo_palette_fill_alpha (&page->palette, mark->kind, is_selected)
           * (mark->is_suggestion               ? SUGGESTED_QUOTE_FILL
              : mark->is_indirect               ? INDIRECT_FILL
              : mark->level > 0 && !is_selected ? NESTED_FILL
                                                : 1);
  if (mark->is_suggestion && !is_strong)
    return 0;
  alpha = quo_palette_fill_alpha (&page->palette, mark->kind, is_strong);
  return alpha * (is_selected ? SELECTED_NAME_FILL : mark->role != NULL ? ROLE_FILL : 1);
}

GdkRGBA
quo_page_mark_get_fill (const QuoPage *page, const QuoMark *mark)
{
  const double *done = mark->motion.done;
  double alpha = get_rest (page, mark, mark->is_selected);
  double begin = mark->kind == QUO_LABEL_QUOTE ? SUGGESTED_QUOTE_FILL : 0;

  if (mark->is_selected && done[QUO_MOTION_SELECT] < 1)
    {
      double rest = get_rest (page, mark, FALSE);

      alpha = rest + (alpha - rest) * done[QUO_MOTION_SELECT];
    }
  alpha *= 2 - done[QUO_MOTION_ADD];
  alpha *= begin + (1 - begin) * done[QUO_MOTION_ACCEPT];
  return quo_page_mark_get_ink (page, mark, MIN (alpha, 1));
}

GdkRGBA
quo_page_mark_get_ink (const QuoPage *page, const QuoMark *mark, double alpha)
{
  return quo_palette_ink (&page->palette, mark->label, alpha * mark->opacity);
}

QuoMark
quo_page_mark_describe (QuoPage *page, const QuoAnnotation *annotation, QuoSpan range)
{
  QuoMark mark = { .annotation = annotation };
  const char *form = quo_attrs_get_text (annotation->attrs, annotation->n_attrs, "form");

  mark.label = quo_tagset_find (page->tagset, annotation->type);
  mark.kind = mark.label != NULL ? mark.label->kind : QUO_LABEL_FREE;
  mark.is_selected = g_strcmp0 (annotation->base.id, page->selected) == 0;
  mark.is_pointed = g_strcmp0 (annotation->base.id, page->hovered) == 0;
  mark.role = mark.is_selected ? NULL : quo_page_get_role (page, annotation);
  mark.motion = quo_page_motion_get (page, annotation);
  mark.opacity = 1;
  mark.is_suggestion = annotation->status == QUO_STATUS_SUGGESTED;
  if (annotation->status == QUO_STATUS_REJECTED)
    {
      mark.is_suggestion = TRUE;
      mark.opacity = 1 - mark.motion.done[QUO_MOTION_REJECT];
    }
  mark.is_indirect = form != NULL && !g_str_equal (form, "direct") && !g_str_equal (form, "mixed");
  mark.is_start = mark.is_end = mark.has_lane = TRUE;
  while (mark.part + 1 < annotation->n_ranges && annotation->ranges[mark.part].start != range.start)
    mark.part++;
  return mark;
}
