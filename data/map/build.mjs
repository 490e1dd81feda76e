// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes quotidian.outlines out of Natural Earth (SOURCES.md): run `npm install` here, then `node build.mjs
// quotidian.outlines`. The same source gives the same bytes. The form of the file is told in
// src/map/quo-outlines.h, which reads it.

import fs from 'node:fs';
import path from 'node:path';

const target = process.argv[2];
const UNITS = 200;        // a degree: 0.005 degrees, 550 m, are half a pixel where the map is closest
const TOLERANCE = 0.004;  // degrees that a line may be off by leaving out points

const topology = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'node_modules/world-atlas/countries-50m.json')));
const { scale, translate } = topology.transform;

// ------------------------------------------------------------------------------------------------ arcs

function decode(arc) {
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
}

function distance([x, y], [ax, ay], [bx, by]) {
  const dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
  const t = length > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

// Douglas and Peucker. The ends of an arc stay: there it meets others.
function simplify(points) {
  const kept = new Set([0, points.length - 1]);
  const stack = [[0, points.length - 1]];
  while (stack.length > 0) {
    const [from, to] = stack.pop();
    let farthest = 0, at = -1;
    for (let i = from + 1; i < to; i++) {
      const d = distance(points[i], points[from], points[to]);
      if (d > farthest)
        [farthest, at] = [d, i];
    }
    if (farthest > TOLERANCE || (at > 0 && points.length > 2 && from === 0 && to === points.length - 1)) {
      kept.add(at);
      stack.push([from, at], [at, to]);
    }
  }
  return points.filter((_, i) => kept.has(i));
}

const quantize = ([x, y]) => [Math.round(x * UNITS), Math.round(y * UNITS)];
const arcs = topology.arcs.map((arc) => simplify(decode(arc)).map(quantize));

// The source joins what lies on both sides of 180 degrees: its lines jump there from one edge of the world to the
// other. Here they go on beyond the edge, as the map does.
function unwrap(points) {
  let turn = 0;
  return points.map(([x, y], i) => {
    if (i > 0 && Math.abs(x - points[i - 1][0]) > 180 * UNITS)
      turn += x > points[i - 1][0] ? -360 * UNITS : 360 * UNITS;
    return [x + turn, y];
  });
}

// A ring that goes once round the world (Antarctica) encloses the pole: it is closed along it.
function close(ring) {
  const turn = ring.at(-1)[0] - ring[0][0];
  if (Math.abs(turn) > 180 * UNITS)
    return [...ring, [ring.at(-1)[0], -90 * UNITS], [ring[0][0], -90 * UNITS]];
  return isAlike(ring[0], ring.at(-1)) ? ring.slice(0, -1) : ring;
}

function line(indices) {
  const points = [];
  for (const index of indices)
    for (const point of index < 0 ? arcs[~index].toReversed() : arcs[index])
      if (points.length === 0 || point[0] !== points.at(-1)[0] || point[1] !== points.at(-1)[1])
        points.push(point);
  return unwrap(points);
}

// ------------------------------------------------------------------------------------------------ lines

function isAlike(a, b) {
  return a[0] === b[0] && a[1] === b[1];
}

// The rings of the land, of lakes and inland seas in it as well: filled by the even-odd rule.
function listLand() {
  const rings = topology.objects.land.geometries.flatMap((geometry) => geometry.arcs.flat()).map(line).map(close);
  return rings.filter((ring) => ring.length >= 3);
}

// Arcs that two countries share.
function listBorders() {
  const users = new Map();
  const note = (arc, country) => (Array.isArray(arc) ? arc.forEach((part) => note(part, country))
    : users.set(arc < 0 ? ~arc : arc, (users.get(arc < 0 ? ~arc : arc) ?? new Set()).add(country)));
  topology.objects.countries.geometries.forEach((geometry, country) => note(geometry.arcs ?? [], country));
  return [...users].filter(([, countries]) => countries.size > 1).map(([arc]) => arc).sort((a, b) => a - b)
    .map((arc) => line([arc])).filter((points) => points.length >= 2);
}

// ------------------------------------------------------------------------------------------------ file

function pushVarint(bytes, n) {
  for (; n >= 0x80; n >>>= 7)
    bytes.push((n & 0x7f) | 0x80);
  bytes.push(n);
}

const zigzag = (n) => ((n << 1) ^ (n >> 31)) >>> 0;

function pushLines(bytes, lines) {
  for (const points of lines) {
    let x = 0, y = 0;
    pushVarint(bytes, points.length);
    for (const point of points) {
      pushVarint(bytes, zigzag(point[0] - x));
      pushVarint(bytes, zigzag(point[1] - y));
      [x, y] = point;
    }
  }
}

const land = listLand(), borders = listBorders();
const bytes = [];
pushLines(bytes, land);
pushLines(bytes, borders);
const header = Buffer.alloc(24);
header.write('QUOMAP01', 'latin1');
header.writeUInt32LE(UNITS, 8);
header.writeUInt32LE(land.length, 12);
header.writeUInt32LE(borders.length, 16);
header.writeUInt32LE(header.length + bytes.length, 20);
fs.writeFileSync(target, Buffer.concat([header, Buffer.from(bytes)]));
const count = (lines) => lines.reduce((n, points) => n + points.length, 0);
console.log(`${land.length} rings, ${borders.length} borders, ${count(land) + count(borders)} points, `
  + `${header.length + bytes.length} bytes`);
