#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-data.py SOURCE_ROOT BUILD_ROOT: what is installed beside the programs, each held to its own rules.

The rules are those of the desktop's own checkers; a checker that is not installed skips its cases, by name.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

APP_ID = 'io.github.quotidian.Quotidian'
SVG = '{http://www.w3.org/2000/svg}'


class Skipped(Exception):
    """The case cannot be tried here, and why."""


def run(*command, **options):
    """Runs a checker; what it says is the complaint when it fails."""
    if shutil.which(command[0]) is None:
        raise Skipped(f'{command[0]} is not installed')
    result = subprocess.run([str(word) for word in command], check=False, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    assert result.returncode == 0, result.stdout
    return result.stdout


class Data:
    def __init__(self, source, build):
        self.source = pathlib.Path(source)
        self.build = pathlib.Path(build)
        self.data = self.source / 'data'

    def test_desktop_file(self):
        run('desktop-file-validate', self.build / 'data' / f'{APP_ID}.desktop')

    def test_desktop_file_is_translated(self):
        text = (self.build / 'data' / f'{APP_ID}.desktop').read_text(encoding='utf-8')
        for language in self.languages():
            assert f'Comment[{language}]=' in text, f'no comment in {language}'

    def test_help_pages(self):
        """Each page of the guide is well-formed, and what it refers to is there."""
        pages = sorted((self.data / 'help' / 'C').glob('*.page'))
        assert len(pages) > 1, 'no guide'
        names = {page.stem for page in pages}
        mallard = '{http://projectmallard.org/1.0/}'
        for page in pages:
            root = xml.parse(page).getroot()
            assert root.tag == f'{mallard}page' and root.get('id') == page.stem, page.name
            assert root.findtext(f'{mallard}title') and root.find(f'{mallard}info/{mallard}desc') is not None, page.name
            for link in root.iter(f'{mallard}link'):
                assert link.get('xref') in names, f'{page.name}: no page {link.get("xref")}'
            for media in root.iter(f'{mallard}media'):
                assert (page.parent / media.get('src')).is_file(), f'{page.name}: no {media.get("src")}'
            if page.stem != 'index':
                assert any(link.get('type') == 'guide' for link in root.iter(f'{mallard}link')), f'{page.name}: nothing leads to it'

    def test_help_is_mallard(self):
        run('yelp-check', 'validate', *sorted((self.data / 'help' / 'C').glob('*.page')))

    def test_metainfo(self):
        # There is no home page yet, which only appstream 1.0 and later says.
        version = re.search(r'(\d+)\.\d+', run('appstreamcli', '--version'))
        allowed = ['--override=url-homepage-missing=info'] if int(version[1]) >= 1 else []
        run('appstreamcli', 'validate', '--no-net', '--explain', *allowed,
            self.build / 'data' / f'{APP_ID}.metainfo.xml')

    def test_metainfo_names_what_is_installed(self):
        component = xml.parse(self.data / f'{APP_ID}.metainfo.xml.in').getroot()
        assert component.findtext('id') == APP_ID
        assert component.findtext('launchable') == f'{APP_ID}.desktop'
        desktop = (self.data / f'{APP_ID}.desktop.in').read_text(encoding='utf-8')
        types = re.search(r'^MimeType=(.*)$', desktop, re.MULTILINE)[1].strip(';').split(';')
        told = [node.text for node in component.iter('mediatype')]
        assert sorted(types) == sorted(told), f'desktop file {types}, metainfo {told}'

    def test_metainfo_version_is_the_one_built(self):
        component = xml.parse(self.data / f'{APP_ID}.metainfo.xml.in').getroot()
        meson = (self.source / 'meson.build').read_text(encoding='utf-8')
        version = re.search(r"version: '([^']+)'", meson)[1]
        assert component.find('releases/release').get('version') == version, version

    def test_settings_schema(self):
        run('glib-compile-schemas', '--strict', '--dry-run', self.data)

    def test_settings_are_described(self):
        schema = xml.parse(self.data / f'{APP_ID}.gschema.xml').getroot()
        bare = [key.get('name') for key in schema.iter('key') if not key.findtext('summary')]
        assert not bare, f'keys without a summary: {bare}'

    def test_mime_type(self):
        with tempfile.TemporaryDirectory() as folder:
            packages = pathlib.Path(folder, 'packages')
            packages.mkdir()
            shutil.copy(self.data / f'{APP_ID}.mime.xml', packages / f'{APP_ID}.xml')
            run('update-mime-database', folder)
            globs = pathlib.Path(folder, 'globs2').read_text(encoding='utf-8')
            assert '60:application/x-quotidian-sidecar+json:*.quo.json' in globs, globs
            subclasses = pathlib.Path(folder, 'subclasses').read_text(encoding='utf-8')
            assert 'application/x-quotidian-sidecar+json application/json' in subclasses, subclasses

    def test_service_file(self):
        service = (self.build / 'data' / f'{APP_ID}.service').read_text(encoding='utf-8')
        assert f'Name={APP_ID}\n' in service, service
        assert re.search(r'^Exec=/\S+/quotidian --gapplication-service$', service, re.MULTILINE), service

    def test_xml_is_well_formed(self):
        files = [p for p in self.data.rglob('*') if p.name.endswith(('.xml', '.xml.in', '.svg', '.ui'))]
        files += [p for p in (self.source / 'src').rglob('*') if p.suffix in ('.ui', '.xml')]
        run('xmllint', '--noout', '--nonet', *sorted(files))

    def test_icons(self):
        for folder, name, side in [('scalable', f'{APP_ID}.svg', 128),
                                   ('symbolic', f'{APP_ID}-symbolic.svg', 16)]:
            path = self.data / 'icons' / 'hicolor' / folder / 'apps' / name
            root = xml.parse(path).getroot()
            assert root.tag == f'{SVG}svg', f'{path}: not an SVG'
            assert root.get('viewBox') == f'0 0 {side} {side}', f'{path}: {root.get("viewBox")}'
            strange = {node.tag for node in root.iter()} & {f'{SVG}image', f'{SVG}text', f'{SVG}script'}
            assert not strange, f'{path}: {strange}'

    def test_symbolic_icons_have_one_colour(self):
        for path in self.data.rglob('*-symbolic.svg'):
            colours = set(re.findall(r'#[0-9a-fA-F]{3,8}\b', path.read_text(encoding='utf-8')))
            assert len(colours) <= 1, f'{path}: {colours}'

    def test_sidecar_schema(self):
        schema = json.loads((self.data / 'sidecar.schema.json').read_text(encoding='utf-8'))
        try:
            import jsonschema
        except ImportError:
            raise Skipped('python3-jsonschema is not installed') from None
        jsonschema.Draft202012Validator.check_schema(schema)

    def test_samples(self):
        listed = (self.data / 'samples' / 'README.md').read_text(encoding='utf-8')
        for path in sorted((self.data / 'samples').glob('*.txt')):
            text = path.read_bytes().decode('utf-8')
            assert f'`{path.name}`' in listed, f'{path.name} is not in the README'
            assert text.endswith('\n') and '\r' not in text, f'{path.name}: line ends'

    def languages(self):
        lines = (self.source / 'po' / 'LINGUAS').read_text(encoding='utf-8').splitlines()
        return [line for line in lines if line and not line.startswith('#')]


def main():
    data = Data(*sys.argv[1:3])
    names = [name for name in dir(data) if name.startswith('test_')]
    n_failed = 0
    print(f'1..{len(names)}')
    for number, name in enumerate(names, 1):
        path = '/data/' + name.removeprefix('test_').replace('_', '-')
        try:
            getattr(data, name)()
            print(f'ok {number} {path}')
        except Skipped as reason:
            print(f'ok {number} {path} # SKIP {reason}')
        except (AssertionError, OSError, ValueError, xml.ParseError) as complaint:
            n_failed += 1
            for line in str(complaint).splitlines():
                print(f'# {line}')
            print(f'not ok {number} {path}')
    return 1 if n_failed else 0


sys.exit(main())
