/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quo-page.h"

G_BEGIN_DECLS

/**
 * QuoPagePointer:
 *
 * What the mouse does on the page apart from moving the caret: a click selects the innermost
 * annotation, or the quote whose sign in the margin it hits; a drag from a quote to a name links
 * the two; a double click asks for the annotation to be edited.
 *
 * While a quote is selected, a name outside of it is held by a press, so that the quote stays
 * selected: it is a click when the button is let go.
 *
 * A drag that begins on the sign or the pill of a quote is a link and nothing else, and may end on
 * any word. One that begins in the words of the selected quote selects text, as everywhere, unless
 * it ends on an annotated name outside of the quote.
 */
typedef struct _QuoPagePointer QuoPagePointer;

/* @on_edit is told when an annotation, selected by now, was double-clicked; @takes_focus is FALSE
 * where the click also selected a word, so that the keyboard stays with it. Lives as long as the
 * view of @page. */
QuoPagePointer *quo_page_pointer_new (QuoPage *page,
                                      void (*on_edit) (GtkTextView *view, gboolean takes_focus))
    G_GNUC_WARN_UNUSED_RESULT;
void quo_page_pointer_free (QuoPagePointer *pointer);
/* (nullable): the id of the name that was pressed while a quote was selected, and is still held: it
 * can be dragged onto a role of that quote. */
const char *quo_page_pointer_get_held (const QuoPagePointer *pointer);

G_END_DECLS
