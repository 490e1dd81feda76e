// SPDX-License-Identifier: GPL-3.0-or-later
//
// Our own lists: a row a line, cells parted by `;`, lines that begin with # for the reader.

import fs from 'node:fs';

export function readRows(file) {
  return fs.readFileSync(file, 'utf8').split('\n').filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(';').map((cell) => cell.trim()));
}
