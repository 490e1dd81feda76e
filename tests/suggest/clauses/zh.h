/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is proposed as a quote in Chinese; see test-clauses.c. */
#pragma once

#include "clauses/clause-case.h"

static const ClauseCase clauses_zh[] = {
  { "zh/comma", "zh", "外交部发言人⟪表示⟫，⟦中国将继续推动谈判⟧。", "indirect", NULL },
  /* 问题, a matter, begins with 问, asked, and was taken for it. */
  { "zh/verb-in-a-word", "zh", "发言人张伟⟪称⟫，⟦大桥没有安全问题⟧。", "indirect", "发言人张伟" },
};
