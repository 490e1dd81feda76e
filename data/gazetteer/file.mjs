// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes the compact file that src/suggest/names/quo-gazetteer-file.h describes.

import fs from 'node:fs';

export const KIND = { town: 0, seat: 1, capital: 2, division: 3, country: 4, continent: 5, feature: 6 };
export const GIVEN = 1, SURNAME = 2, ORGANIZATION = 4, TRANSLITERATION = 8, PLACE = 16, FEMALE = 32, PLACE_WORD = 64, MALE = 128;

const MAGIC = 'QUOGAZ01';
const HEADER_SIZE = 64, PLACE_SIZE = 24, BLOCK = 16;
const NOWHERE = -0x80000000;
const STARTS_BITS = 1 << 16;

const varint = (n) => {
  const bytes = [];
  for (; n >= 128; n = Math.floor(n / 128))
    bytes.push((n % 128) | 128);
  return [...bytes, n];
};

const degrees = (value) => (value === undefined ? NOWHERE : Math.round(value * 1e5));

function packPlaces(places) {
  const bytes = Buffer.alloc(places.length * PLACE_SIZE);
  places.forEach((place, i) => {
    const at = i * PLACE_SIZE;
    bytes.writeUInt32LE(place.geonames, at);
    bytes.writeInt32LE(degrees(place.lat), at + 4);
    bytes.writeInt32LE(degrees(place.lon), at + 8);
    bytes.writeUInt32LE(place.population, at + 12);
    bytes.writeUInt16LE(place.country, at + 16);
    bytes.writeUInt16LE(place.region, at + 18);
    bytes.writeUInt8(place.kind, at + 20);
  });
  return bytes;
}

// Two offsets a region (code, name) into the strings behind them.
function packRegions(regions) {
  const table = Buffer.alloc(regions.length * 8);
  const strings = [];
  let length = 0;
  const add = (text) => {
    const bytes = Buffer.from(`${text}\0`);
    strings.push(bytes);
    length += bytes.length;
    return length - bytes.length;
  };
  regions.forEach(({ code, name }, i) => {
    table.writeUInt32LE(add(code), i * 8);
    table.writeUInt32LE(add(name), i * 8 + 4);
  });
  return [table, Buffer.concat(strings)];
}

function packEntry({ flags, places }, rank) {
  const ranks = [...places].map((place) => rank.get(place)).sort((a, b) => a - b);
  if (!ranks.length)
    return varint(flags);
  return [...varint(flags | PLACE), ...varint(ranks.length), ...ranks.flatMap((r, i) => varint(i ? r - ranks[i - 1] : r))];
}

function packKeys(keys, rank) {
  const sorted = [...keys].map(([name, entry]) => [Buffer.from(name), entry]).sort(([a], [b]) => Buffer.compare(a, b));
  const offsets = [], bytes = [];
  let previous = Buffer.alloc(0);
  sorted.forEach(([name, entry], i) => {
    let shared = 0;
    if (i % BLOCK === 0)
      offsets.push(bytes.length);
    else
      while (shared < name.length && name[shared] === previous[shared])
        shared++;
    bytes.push(shared, name.length - shared, ...name.subarray(shared), ...packEntry(entry, rank));
    previous = name;
  });
  return { count: sorted.length, table: Buffer.from(Uint32Array.from(offsets).buffer), bytes: Buffer.from(bytes) };
}

// A bit for each pair of first characters of names that begin with a character above U+2E80.
function packStarts(keys) {
  const bits = Buffer.alloc(STARTS_BITS / 8);
  for (const name of keys.keys()) {
    const [first, second] = [...name].map((c) => c.codePointAt(0));
    if (first >= 0x2e80 && second !== undefined) {
      const bit = (first * 31 + second) % STARTS_BITS;
      bits[bit >> 3] |= 1 << (bit & 7);
    }
  }
  return bits;
}

const FILTER_BITS = 7, FILTER_HASHES = 5; // bits a word; one in thirty of the other words is taken for one

// FNV-1a in 32 bits; two of them make as many hashes as are wanted.
function hash(bytes, basis) {
  let h = basis;
  for (const byte of bytes)
    h = Math.imul(h ^ byte, 0x01000193) >>> 0;
  return h;
}

// Bloom filters: for each list its tag (8 bytes), the offset of its bits and their count.
function packWordLists(lists) {
  const table = Buffer.alloc(lists.length * 16), filters = [];
  let at = table.length;
  lists.forEach(([tag, words], i) => {
    const nBits = Math.ceil(words.length * FILTER_BITS / 8) * 8, bits = Buffer.alloc(nBits / 8);
    for (const word of words) {
      const bytes = Buffer.from(word), first = hash(bytes, 0x811c9dc5), second = hash(bytes, 0x9747b28c) | 1;
      for (let k = 0; k < FILTER_HASHES; k++) {
        const bit = ((first + Math.imul(k, second)) >>> 0) % nBits;
        bits[bit >> 3] |= 1 << (bit & 7);
      }
    }
    table.write(tag, i * 16, 'latin1');
    table.writeUInt32LE(at, i * 16 + 8);
    table.writeUInt32LE(nBits, i * 16 + 12);
    filters.push(bits);
    at += bits.length;
    console.log(`${tag}: ${words.length} words`);
  });
  return Buffer.concat([table, ...filters]);
}

export function writeGazetteer(target, { keys, places, regions, wordLists }) {
  const byRank = [...places].sort((a, b) => b.population - a.population || a.geonames - b.geonames || a.region - b.region
    || a.country - b.country);
  const rank = new Map(byRank.map((place, i) => [place, i]));
  const packed = packKeys(keys, rank);
  const [regionTable, strings] = packRegions(regions);
  const parts = [packPlaces(byRank), regionTable, packStarts(keys), packed.table, packed.bytes, packWordLists(wordLists), strings];
  const header = Buffer.alloc(HEADER_SIZE);
  let at = HEADER_SIZE;
  header.write(MAGIC, 'latin1');
  [places.length, regions.length, packed.count, packed.table.length / 4].forEach((n, i) => header.writeUInt32LE(n, 8 + 4 * i));
  parts.forEach((part, i) => {
    header.writeUInt32LE(at, 24 + 4 * i);
    at += part.length;
  });
  header.writeUInt32LE(at, 52);
  header.writeUInt32LE(wordLists.length, 56);
  fs.writeFileSync(target, Buffer.concat([header, ...parts]));
  console.log(`${target}: ${at} bytes, ${places.length} places, ${packed.count} names, ${regions.length} regions`);
}
