/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Poppler brings thirty libraries with it, and to load them takes half of the start of `quo`. Few
 * articles are PDF, so it waits for the first. Where its name is not known at build time, it is
 * linked as usual. */
#include "quo-config.h"

#include "quo-poppler.h"

#include "quo-poppler-name.h"

#ifdef QUO_POPPLER_NAME
#include <gmodule.h>

static gpointer
load (gpointer data)
{
  static QuoPoppler poppler;
  const struct
  {
    const char *name;
    gpointer place;
  } symbols[] = {
    { "poppler_error_quark", &poppler.error_quark },
    { "poppler_document_new_from_bytes", &poppler.document_new_from_bytes },
    { "poppler_document_get_n_pages", &poppler.document_get_n_pages },
    { "poppler_document_get_page", &poppler.document_get_page },
    { "poppler_document_get_title", &poppler.document_get_title },
    { "poppler_document_get_author", &poppler.document_get_author },
    { "poppler_document_get_creation_date_time", &poppler.document_get_creation_date_time },
    { "poppler_page_get_text", &poppler.page_get_text },
    { "poppler_page_get_text_layout", &poppler.page_get_text_layout },
    { "poppler_page_get_size", &poppler.page_get_size },
  };
  GModule *module = g_module_open (QUO_POPPLER_NAME, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);

  if (module == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (!g_module_symbol (module, symbols[i].name, symbols[i].place))
      return NULL;
  g_module_make_resident (module);
  return &poppler;
}
#else
static gpointer
load (gpointer data)
{
  static QuoPoppler poppler = {
    .error_quark = poppler_error_quark,
    .document_new_from_bytes = poppler_document_new_from_bytes,
    .document_get_n_pages = poppler_document_get_n_pages,
    .document_get_page = poppler_document_get_page,
    .document_get_title = poppler_document_get_title,
    .document_get_author = poppler_document_get_author,
    .document_get_creation_date_time = poppler_document_get_creation_date_time,
    .page_get_text = poppler_page_get_text,
    .page_get_text_layout = poppler_page_get_text_layout,
    .page_get_size = poppler_page_get_size,
  };

  return &poppler;
}
#endif

const QuoPoppler *
quo_poppler_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}
