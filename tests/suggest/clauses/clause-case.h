/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>

/**
 * ClauseCase:
 *
 * A text and what is proposed as a quote in it: ⟦ ⟧ round the parts of all quotes, in text order,
 * ⟪ ⟫ round the cue of the first; @form and @speaker of the first, or %NULL.
 */
typedef struct
{
  const char *name, *language, *source, *form, *speaker;
} ClauseCase;
