// SPDX-License-Identifier: GPL-3.0-or-later
// node readability.js PAGE...: what @mozilla/readability takes out of each page and how long that takes, a JSON object
// a line. The two packages are looked for in READABILITY_HOME, else beside the current folder.
'use strict';
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');
const from = process.env.READABILITY_HOME || process.cwd();
const load = createRequire(path.join(path.resolve(from), 'x.js'));
const { Readability } = load('@mozilla/readability');
const { JSDOM, VirtualConsole } = load('jsdom');

// How often each page is read, once all have been read once; the best of them counts.
const runs = Number(process.env.READABILITY_RUNS || 0);

function parse(bytes) {
  const start = performance.now();
  const dom = new JSDOM(bytes, { url: 'https://example.org/', contentType: 'text/html', virtualConsole: new VirtualConsole() });
  const article = new Readability(dom.window.document).parse() || {};
  const ms = performance.now() - start;
  dom.window.close();
  return { article, ms };
}

function tell(file, { article, ms }) {
  const dom = new JSDOM('<body>' + (article.content || ''));
  const holder = dom.window.document;
  for (const block of holder.querySelectorAll('p,div,li,td,h1,h2,h3,h4,h5,h6,br,figcaption')) block.append(' ');
  console.log(JSON.stringify({ file, ms, text: holder.body.textContent, title: article.title || null,
    byline: article.byline || null, published: article.publishedTime || null }));
  dom.window.close();
}

const files = process.argv.slice(2).map((file) => ({ file, bytes: fs.readFileSync(file) }));
const answers = files.map(({ bytes }) => parse(bytes));
for (let i = 0; i < files.length; i++) {
  for (let run = 0; run < runs; run++) answers[i].ms = Math.min(run ? answers[i].ms : Infinity, parse(files[i].bytes).ms);
  tell(files[i].file, answers[i]);
}
