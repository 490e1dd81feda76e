# SPDX-License-Identifier: GPL-3.0-or-later
"""A sidecar as lists of quotes and names, as `score.py` compares them."""

LABELS = {'person': 'PER', 'place': 'LOC', 'organization': 'ORG', 'organisation': 'ORG'}


class Sidecar:
    """Rejected records are left out; suggested and accepted ones count alike."""

    def __init__(self, members):
        self.annotations = {a['id']: a for a in members.get('annotations', []) if a.get('status') != 'rejected'}
        self.entities = {e['id']: e for e in members.get('entities', [])}
        self.quotations = {}
        for relation in members.get('relations', []):
            if relation['type'] == 'quotation' and relation.get('status') != 'rejected':
                for quote in relation['roles'].get('quote', []):
                    self.quotations.setdefault(quote, relation)

    def mention(self, ident):
        """The whole extent of an annotation with the name of its entity; of an entity its name alone."""
        if ident in self.annotations:
            annotation = self.annotations[ident]
            entity = annotation.get('entity')
            entity = entity[0] if isinstance(entity, list) else entity
            return {'start': annotation['at'][0][0], 'end': annotation['at'][-1][1],
                    'text': ' '.join(annotation['quote']), 'name': self.entities.get(entity, {}).get('name')}
        if ident in self.entities:
            name = self.entities[ident].get('name')
            return {'start': None, 'end': None, 'text': name, 'name': name}
        return None

    def first(self, quote, role):
        members = self.quotations.get(quote, {'roles': {}})['roles'].get(role, [])
        return next((mention for mention in map(self.mention, members) if mention), None)

    def document(self):
        """A quote of several parts becomes one record a part."""
        quotes, entities = [], []
        for annotation in self.annotations.values():
            ident, kind = annotation['id'], annotation['type']
            for start, end in annotation['at']:
                if kind == 'quote':
                    quotes.append({'start': start, 'end': end, 'group': ident,
                                   'kind': annotation.get('attrs', {}).get('form', 'unknown'),
                                   'speaker': self.first(ident, 'source'), 'cue': self.first(ident, 'cue')})
                elif kind != 'cue':
                    entities.append({'start': start, 'end': end, 'label': LABELS.get(kind, kind.upper())})
        return {'quotes': quotes, 'entities': entities}
