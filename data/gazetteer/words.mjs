// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which words a language writes small, or, in German, which of its capitals are nouns and not names: out of the
// word lists of spelling checkers.

import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const GIVEN_OR_SURNAME = 3;
const MAX_LENGTH = 8; // longer words of the largest lists are rare forms of verbs

const LISTS = [['de', 'ngerman'], ['en', 'american-english'], ['es', 'spanish'], ['fr', 'french'], ['it', 'italian'],
  ['pt', 'portuguese'], ['sv', 'swedish']];

function readLines(file) {
  const bytes = fs.readFileSync(file);
  const text = bytes.toString('utf8');
  return (text.includes('\ufffd') ? bytes.toString('latin1') : text).split('\n');
}

const isSmall = (word) => /^\p{Ll}[\p{Ll}\p{M}-]+$/u.test(word);

// A noun has forms that a name has not, or stands at the end of longer words.
function findGermanNouns(lines, fold, flagsOf) {
  const all = new Set(lines.map(fold));
  const tails = new Set();
  for (const word of all)
    for (let at = 3; at < word.length - 3; at++)
      tails.add(word.slice(at));
  const isNoun = (word) => ['en', 'n', 'er', 'e', 'es', 'ern', 'em', 'se'].some((ending) => all.has(word + ending))
    || ['en', 'n', 'er', 'e', 'es', 's', 'ern'].some((ending) => word.endsWith(ending) && word.length > 4
      && tails.has(word.slice(0, -ending.length))) || tails.has(word);
  return lines.filter((word) => /^\p{Lu}\p{Ll}{2,}$/u.test(word)).map(fold)
    .filter((word) => !(flagsOf(word) & GIVEN_OR_SURNAME) && isNoun(word));
}

// The dictionary of a Chinese segmenter: [{ word, count, tag }].
export function readChinese(folder) {
  return readLines(path.join(folder, 'jieba.txt')).filter(Boolean).map((line) => {
    const [word, count, tag] = line.split(' ');
    return { word, count: Number(count), tag };
  });
}

const MIN_CHINESE = 30; // rarer words are as often parts of names

// [[tag, words]], the words folded, each once.
export function readWordLists(folder, fold, flagsOf, toTraditional) {
  const lists = LISTS.map(([tag, name]) => {
    const lines = readLines(path.join(folder, name));
    const small = lines.filter((word) => isSmall(word) && (!['fr', 'pt'].includes(tag) || word.length <= MAX_LENGTH)).map(fold);
    const nouns = tag === 'de' ? findGermanNouns(lines, fold, flagsOf) : [];
    return [tag, [...new Set([...small, ...nouns])]];
  });
  const russian = fs.readFileSync(require.resolve('dictionary-ru').replace(/index\.js$/, 'index.dic'), 'utf8').split('\n')
    .map((line) => line.split('/')[0]).filter(isSmall).map(fold);
  const chinese = readChinese(folder).filter(({ word, count, tag }) => count >= MIN_CHINESE && !/^n[rstz]/.test(tag)
    && /^\p{Script=Han}{2,4}$/u.test(word)).flatMap(({ word }) => [word, toTraditional(word)]);
  return [...lists, ['ru', [...new Set(russian)]], ['zh', [...new Set(chinese)]]].sort(([a], [b]) => (a < b ? -1 : 1));
}
