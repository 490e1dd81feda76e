# SPDX-License-Identifier: GPL-3.0-or-later
"""How far proposals agree with what people have marked.

Spans are half-open intervals of code points. Before two quotes are compared, white space, quotation marks and the
signs , . ; : are cut off both ends, so that it does not matter whether marks belong to a quote.

  exact    both ends are the same
  overlap  the two share at least half of the longer one
  speaker  of quotes matched by overlap whose gold has a speaker: the share of those with the right one
  both     a quote counts only if its span overlaps and its speaker is right

Quotes are matched one to one, greatest share first. A gold quote that is nested, optional, or of a kind that was not
asked for need not be found, and a proposal that lies half or more in one is not counted as wrong.
"""

import collections

CUT = frozenset(' \t\n\r\u00a0\u202f\u2009,.;:"“”„«»‟「」『』＂‹›\'‘’，。：；')
NAME_CUT = ' ,.;:"“”\'’'


def shrink(text, start, end):
    while start < end and text[start] in CUT:
        start += 1
    while end > start and text[end - 1] in CUT:
        end -= 1
    return start, end


def shared(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def normal(name):
    return ' '.join(name.lower().split()).strip(NAME_CUT)


def extent(record):
    """The span of a mention, or None for somebody who is named without one."""
    return (record['start'], record['end']) if record.get('start') is not None else None


def is_same_place(text, gold, pred):
    """The last word of the shorter span lies in the longer one, or half of the shorter one does."""
    common = shared(gold, pred)
    if not common:
        return False
    shorter, longer = (gold, pred) if gold[1] - gold[0] <= pred[1] - pred[0] else (pred, gold)
    words = text[shorter[0]:shorter[1]].split()
    if words:
        head = shorter[0] + text[shorter[0]:shorter[1]].rstrip().rfind(words[-1])
        if shared((head, head + len(words[-1])), longer):
            return True
    return 2 * common >= shorter[1] - shorter[0]


def is_mention(gold, pred):
    """Whether the span is one of the mentions of the speaker, for gold that lists them all."""
    length = pred[1] - pred[0]
    return any(2 * shared((a, b), pred) >= min(b - a, length) and b - a <= 3 * length
               for a, b in gold.get('speaker_mentions', []))


def is_speaker_right(text, gold, pred):
    wanted, found = gold.get('speaker'), pred.get('speaker')
    if not wanted and not gold.get('speaker_name'):
        return not found
    if not found:
        return False
    place = extent(found)
    name = normal(found.get('name') or found.get('text') or text[place[0]:place[1]])
    names = [normal(alias) for alias in gold.get('speaker_aliases', [])]
    if wanted:
        names.append(normal(wanted.get('text') or text[wanted['start']:wanted['end']]))
        if place and is_same_place(text, extent(wanted), place):
            return True
    if gold.get('speaker_name'):
        names.append(normal(gold['speaker_name']))
    if place and is_mention(gold, place):
        return True
    return any(other and name and (other == name or other.endswith(' ' + name) or name.endswith(' ' + other))
               for other in names)


def match(pairs):
    """One to one, greatest share first: a list of (gold, pred)."""
    golds, preds, matched = set(), set(), []
    for share, gold, pred in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if gold not in golds and pred not in preds:
            golds.add(gold)
            preds.add(pred)
            matched.append((gold, pred))
    return matched


def rates(right, found, wanted):
    precision = right / found if found else 0.0
    recall = right / wanted if wanted else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


class Quotes:
    """Sums over documents; `kinds` restricts what must be found."""

    def __init__(self, kinds=None):
        self.kinds = kinds
        self.count = collections.Counter()

    def add(self, text, gold, pred):
        golds, preds = gold.get('quotes', []), pred.get('quotes', [])
        spans = [shrink(text, quote['start'], quote['end']) for quote in golds]
        found = [shrink(text, quote['start'], quote['end']) for quote in preds]
        free = [bool(quote.get('nested') or quote.get('optional') or self.is_other(quote)) or span[0] >= span[1]
                for quote, span in zip(golds, spans)]
        exact, overlap = [], []
        for i, a in enumerate(spans):
            for j, b in enumerate(found):
                common, longer = shared(a, b), max(a[1] - a[0], b[1] - b[0])
                if a == b:
                    exact.append((0.5 if free[i] else 1.0, i, j))
                if common and 2 * common >= longer:
                    overlap.append((common / longer - (0.001 if free[i] else 0), i, j))
        self.tally('exact', match(exact), spans, found, free, preds)
        pairs = match(overlap)
        self.tally('overlap', pairs, spans, found, free, preds)
        self.tally_kinds(golds, free, {i for i, _ in pairs})
        for i, j in pairs:
            if not free[i]:
                self.tally_pair(text, golds[i], preds[j])

    def is_other(self, quote):
        return bool(self.kinds) and quote.get('kind') not in self.kinds

    def tally(self, name, pairs, spans, found, free, preds):
        right = {j for i, j in pairs if not free[i]}
        dropped = 0
        for j, span in enumerate(found):
            if j in right:
                continue
            length = span[1] - span[0]
            in_free = any(free[i] and 2 * shared(spans[i], span) >= length for i in range(len(spans)))
            if length <= 0 or in_free or (preds[j].get('kind') and self.is_other(preds[j])):
                dropped += 1
        self.count[name, 'right'] += len(right)
        self.count[name, 'found'] += len(found) - dropped
        self.count[name, 'wanted'] += free.count(False)

    def tally_kinds(self, golds, free, matched):
        for i, quote in enumerate(golds):
            if not free[i]:
                kind = quote.get('kind', 'unknown')
                self.count['kind', kind, 'wanted'] += 1
                self.count['kind', kind, 'right'] += i in matched

    def tally_pair(self, text, gold, pred):
        right = is_speaker_right(text, gold, pred)
        self.count['both', 'right'] += right
        if gold.get('speaker') or gold.get('speaker_name'):
            self.count['speaker', 'wanted'] += 1
            self.count['speaker', 'right'] += right
        if gold.get('cue'):
            cue = pred.get('cue')
            self.count['cue', 'wanted'] += 1
            self.count['cue', 'right'] += bool(cue and shared(extent(gold['cue']), extent(cue)))

    def f1(self, name):
        """In per cent: precision, recall, F1 of 'exact', 'overlap' or 'both'."""
        whole = 'overlap' if name == 'both' else name
        return [100 * rate for rate in rates(self.count[name, 'right'], self.count[whole, 'found'],
                                             self.count[whole, 'wanted'])]

    def share(self, name):
        """In per cent, of 'speaker' or 'cue'; None when gold says nothing of it."""
        wanted = self.count[name, 'wanted']
        return 100 * self.count[name, 'right'] / wanted if wanted else None

    def recall_by_kind(self):
        return {key[1]: (100 * self.count['kind', key[1], 'right'] / n, n)
                for key, n in sorted(self.count.items(), key=str)
                if key[0] == 'kind' and key[2] == 'wanted' and n}


class Names:
    """Sums over documents: exact span and label."""

    def __init__(self, labels=('PER', 'LOC', 'ORG')):
        self.labels = labels
        self.count = collections.Counter()

    def add(self, gold, pred):
        if not gold.get('entities') and gold.get('quotes'):
            return  # a document of quotes says nothing about names
        wanted, found = self.keys(gold), self.keys(pred)
        for name, counter in (('wanted', wanted), ('found', found), ('right', wanted & found)):
            for key, n in counter.items():
                self.count[key[2], name] += n

    def keys(self, document):
        return collections.Counter((entity['start'], entity['end'], entity['label'])
                                   for entity in document.get('entities', []) if entity['label'] in self.labels)

    def f1(self, label=None):
        """In per cent: precision, recall, F1 of a label, or of all."""
        labels = [label] if label else self.labels
        return [100 * rate for rate in rates(*(sum(self.count[name, what] for name in labels)
                                               for what in ('right', 'found', 'wanted')))]

    def wanted(self, label=None):
        return sum(self.count[name, 'wanted'] for name in ([label] if label else self.labels))
