/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of a newspaper with all that stands round a story. */
#pragma once

#define P1                                                                                         \
  "The council of Norby voted on Tuesday to rebuild the old ferry pier, ending a dispute that "    \
  "had "                                                                                           \
  "divided the town for nine years, the mayor said."
#define P2                                                                                           \
  "“We have waited long enough,” said Mayor Ana Ruiz, who had campaigned for the pier, and who " \
  "now wants the work to begin before the winter storms arrive."
#define P3                                                                                         \
  "Opponents, among them the fishermen's union, warned that dredging would harm the spawning "     \
  "grounds, and announced that they would go to court."

#define PAGE                                                                                       \
  "<!DOCTYPE html><html lang=en><head><title>Norby rebuilds its pier | The Norby Herald</title>"   \
  "<meta property=og:site_name content='The Norby Herald'></head><body>"                           \
  "<header class=site><nav><a href=/>Home</a> <a href=/s>Sport</a></nav></header>"                 \
  "<main><article><h1>Norby rebuilds its pier</h1><p class=byline>By <a rel=author href=/a>Jo "    \
  "Field</a></p><time datetime=2026-03-03T09:14:00+01:00>3 March</time><div class=story-body>"     \
  "<p>" P1 "</p><div class=ad>Advertisement: buy a boat, today</div><p>" P2 "</p>"                 \
  "<p>Read also: <a href=/x>The long story of the ferry to the islands</a></p>"                    \
  "<p>" P3 "</p></div>"                                                                            \
  "<section class=comments><h2>Comments</h2><p>I do not agree with this at all, it is a waste, "   \
  "and everybody knows it, said nobody ever in this town.</p></section></article></main>"          \
  "<aside><h3>Most read</h3><ul><li><a href=/1>One</a><li><a href=/2>Two</a></ul></aside>"         \
  "<footer>© The Norby Herald <a href=/i>Imprint</a></footer><script>alert('no')</script></body>" \
  "</html>"
