#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-install.py BUILD_ROOT PREFIX: installs into a temporary folder, as a packager does, and starts from there."""

import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
APP_ID = 'io.github.quotidian.Quotidian'
EXPECTED = [
    'bin/quo', 'bin/quotidian',
    f'share/applications/{APP_ID}.desktop',
    f'share/dbus-1/services/{APP_ID}.service',
    f'share/glib-2.0/schemas/{APP_ID}.gschema.xml',
    f'share/icons/hicolor/scalable/apps/{APP_ID}.svg',
    f'share/icons/hicolor/symbolic/apps/{APP_ID}-symbolic.svg',
    f'share/metainfo/{APP_ID}.metainfo.xml',
    f'share/mime/packages/{APP_ID}.xml',
    'share/quotidian/samples/bridge.txt',
    'share/quotidian/sidecar.schema.json',
]


def main():
    build, prefix = sys.argv[1:3]
    with tempfile.TemporaryDirectory(prefix='quo-install-') as folder:
        subprocess.run(['meson', 'install', '-C', build, '--no-rebuild', '--quiet', '--destdir', folder],
                       check=True, stdout=subprocess.DEVNULL)
        root = pathlib.Path(folder + prefix)
        missing = [name for name in EXPECTED if not (root / name).is_file()]
        for name in missing:
            print(f'# {name} is not installed')
        print(f"{'not ok' if missing else 'ok'} 1 /install/files", flush=True)
        # The settings are compiled by the packager's tools, not by an installation into another root.
        subprocess.run(['glib-compile-schemas', root / 'share/glib-2.0/schemas'], check=True)
        started = subprocess.run([sys.executable, HERE / 'check-start.py', root, '--first', '2', '--moved'],
                                 check=False, env=os.environ)
        print('1..4')
        return 1 if missing or started.returncode else 0


sys.exit(main())
