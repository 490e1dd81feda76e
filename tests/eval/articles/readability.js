// SPDX-License-Identifier: GPL-3.0-or-later
// node readability.js PAGE...: what @mozilla/readability takes out of each page, a JSON object a line. The two
// packages are looked for where NODE_PATH says and beside the current folder.
'use strict';
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');
const from = process.env.READABILITY_HOME || process.cwd();
const load = createRequire(path.join(path.resolve(from), 'x.js'));
const { Readability } = load('@mozilla/readability');
const { JSDOM, VirtualConsole } = load('jsdom');

for (const file of process.argv.slice(2)) {
  const bytes = fs.readFileSync(file);
  const start = process.cpuUsage();
  const dom = new JSDOM(bytes, { url: 'https://example.org/', contentType: 'text/html', virtualConsole: new VirtualConsole() });
  const article = new Readability(dom.window.document).parse() || {};
  const used = process.cpuUsage(start);
  const ms = (used.user + used.system) / 1e3;
  const holder = new JSDOM('<body>' + (article.content || '')).window.document;
  for (const block of holder.querySelectorAll('p,div,li,td,h1,h2,h3,h4,h5,h6,br,figcaption')) block.append(' ');
  console.log(JSON.stringify({ file, ms, text: holder.body.textContent, title: article.title || null,
    byline: article.byline || null, published: article.publishedTime || null }));
  dom.window.close();
}
