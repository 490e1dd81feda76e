/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/**
 * QuoPoppler:
 *
 * What is used of poppler, by the names it has there.
 */
typedef struct
{
  GQuark (*error_quark) (void);
  PopplerDocument *(*document_new_from_bytes) (GBytes *bytes, const char *password, GError **error);
  int (*document_get_n_pages) (PopplerDocument *document);
  PopplerPage *(*document_get_page) (PopplerDocument *document, int index);
  char *(*document_get_title) (PopplerDocument *document);
  char *(*document_get_author) (PopplerDocument *document);
  GDateTime *(*document_get_creation_date_time) (PopplerDocument *document);
  char *(*page_get_text) (PopplerPage *page);
  gboolean (*page_get_text_layout) (PopplerPage *page, PopplerRectangle **boxes, guint *n_boxes);
  void (*page_get_size) (PopplerPage *page, double *width, double *height);
} QuoPoppler;

/* The library, which is loaded when the first PDF is read; NULL if it is not on this computer. May
 * be called in any thread. */
const QuoPoppler *quo_poppler_get (void);

G_END_DECLS
