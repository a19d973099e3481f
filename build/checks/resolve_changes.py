"""Has LibreOffice accept and reject all tracked changes of Word files.

    python3 resolve_changes.py FOLDER FILE...

writes FOLDER/accepted/FILE and FOLDER/rejected/FILE. Needs LibreOffice and its Python module uno (Debian: python3-uno).
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

ACTS = {"accepted": ".uno:AcceptAllTrackedChanges", "rejected": ".uno:RejectAllTrackedChanges"}


def prop(name, value):
    return PropertyValue(name, 0, value, 0)


def connect(pipe, office):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if office.poll() is not None:
                break
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not start")


def resolve(context, path, act, target):
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (prop("Hidden", True),))
    dispatcher.executeDispatch(document.CurrentController.Frame, act, "", 0, ())
    document.storeToURL(target.as_uri(), (prop("FilterName", "MS Word 2007 XML"),))
    document.close(True)


def end(context, office):
    if context:
        try:
            context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
        except DisposedException:
            pass  # It is gone before it has answered.
    else:
        office.terminate()
    office.wait(60)


def main(folder, files):
    pipe = f"changes{os.getpid()}"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        office = subprocess.Popen(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"]
        )
        context = None
        try:
            context = connect(pipe, office)
            for name, act in ACTS.items():
                (folder / name).mkdir(parents=True, exist_ok=True)
                for path in files:
                    resolve(context, path, act, folder / name / path.name)
        finally:
            end(context, office)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), [Path(name).resolve() for name in sys.argv[2:]])
