"""Drives one LibreOffice Calc for the tests: reads one JSON request a line from
standard input and writes one JSON answer a line to standard output.

Arguments: the soffice program, a directory for its profile, a locale (nb-NO).
The office is started with that profile and ends when standard input does.
"""

import json
import os
import signal
import subprocess
import sys
import time
import uuid

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

ERRORS = 4  # com.sun.star.sheet.FormulaResult.ERROR
REGISTRY = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>%s</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""


def start(program, profile, locale):
    """Start an office with a profile of its own and connect to it."""
    os.makedirs(os.path.join(profile, "user"), exist_ok=True)
    with open(os.path.join(profile, "user", "registrymodifications.xcu"), "w") as f:
        f.write(REGISTRY % locale)
    pipe = "calc" + uuid.uuid4().hex
    office = subprocess.Popen(
        [program, "--headless", "--norestore", "--nologo", "--nodefault",
         "-env:UserInstallation=" + uno.systemPathToFileUrl(profile),
         "--accept=pipe,name=%s;urp;" % pipe],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    deadline = time.monotonic() + 90
    while True:
        try:
            context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
            return office, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            if office.poll() is not None or time.monotonic() > deadline:
                stop(office)
                raise
            time.sleep(0.1)


def stop(office):
    """End the office and what it has started, which is a group of its own."""
    try:
        os.killpg(office.pid, signal.SIGTERM)
        office.wait(10)
    except (ProcessLookupError, subprocess.TimeoutExpired):
        pass
    try:
        os.killpg(office.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def prop(name, value):
    p = PropertyValue()
    p.Name, p.Value = name, value
    return p


class Calc:
    """The one document that is open, and what can be asked of it."""

    def __init__(self, desktop):
        self.desktop, self.doc = desktop, None

    def open(self, path="", filter="", options=""):
        self.close()
        args = [prop("Hidden", True)]
        if filter:
            args += [prop("FilterName", filter), prop("FilterOptions", options)]
        url = uno.systemPathToFileUrl(path) if path else "private:factory/scalc"
        self.doc = self.desktop.loadComponentFromURL(url, "_blank", 0, tuple(args))
        if self.doc is None:
            raise RuntimeError("cannot open " + path)

    def close(self):
        if self.doc is not None:
            self.doc.close(True)
            self.doc = None

    def recalculate(self):
        self.doc.calculateAll()

    def pdf(self, path):
        self.doc.storeToURL(uno.systemPathToFileUrl(path), (prop("FilterName", "calc_pdf_Export"),))

    def sheets(self):
        return list(self.doc.Sheets.ElementNames)

    def sheet(self, name):
        return self.doc.Sheets.getByName(name) if name else self.doc.Sheets.getByIndex(0)

    def range(self, at):
        """The cells of an address (B2:C9) or of a defined name, on a sheet or the whole workbook's; or one of them."""
        cells = self.named(at)
        row, column = at.get("row", 0), at.get("column", 0)
        return cells.getCellRangeByPosition(column, row, column, row) if row or column else cells

    def named(self, at):
        sheet, ref = at.get("sheet", ""), at["ref"]
        if sheet and self.sheet(sheet).NamedRanges.hasByName(ref):
            return self.sheet(sheet).NamedRanges.getByName(ref).getReferredCells()
        if self.doc.NamedRanges.hasByName(ref):
            return self.doc.NamedRanges.getByName(ref).getReferredCells()
        return self.sheet(sheet).getCellRangeByName(ref)

    def read(self, at):
        cells = self.range(at)
        area = cells.RangeAddress
        rows = range(area.EndRow - area.StartRow + 1)
        columns = range(area.EndColumn - area.StartColumn + 1)
        return [[self.cell(cells.getCellByPosition(c, r)) for c in columns] for r in rows]

    def read_all(self, places):
        """The first cell of each place."""
        return [self.cell(self.range(at).getCellByPosition(0, 0)) for at in places]

    def data(self, at):
        """The bare values of a range: numbers and texts."""
        return self.range(at).getDataArray()

    @staticmethod
    def cell(cell):
        return {"value": cell.Value, "text": cell.String, "formula": cell.Formula,
                "type": cell.Type.value, "error": cell.getError()}

    def write(self, at, formula=None, local=None, text=None, value=None, empty=False):
        """Puts something into a cell: a formula in English notation or, as local, as a user of the locale types it."""
        cell = self.range(at).getCellByPosition(0, 0)
        if empty:
            cell.clearContents(1 | 2 | 4 | 16)  # VALUE, DATETIME, STRING, FORMULA
        elif formula is not None:
            cell.Formula = formula
        elif local is not None:
            cell.FormulaLocal = local
        elif text is not None:
            cell.String = text
        else:
            cell.Value = value

    def names(self, sheet=""):
        return list((self.sheet(sheet) if sheet else self.doc).NamedRanges.ElementNames)

    def used(self, sheet=""):
        """The address of the sheet's used area."""
        cursor = self.sheet(sheet).createCursor()
        cursor.gotoEndOfUsedArea(False)
        return cursor.RangeAddress.EndRow + 1, cursor.RangeAddress.EndColumn + 1

    def errors(self):
        """The address and text of every formula cell with an error, in all sheets."""
        found = []
        for name in self.sheets():
            for area in self.sheet(name).queryFormulaCells(ERRORS).RangeAddresses:
                cell = self.sheet(name).getCellByPosition(area.StartColumn, area.StartRow)
                found.append("%s: %s %s" % (cell.AbsoluteName, cell.String, cell.Formula))
        return found


def main():
    office, desktop = start(*sys.argv[1:4])
    calc = Calc(desktop)
    try:
        print(json.dumps({"answer": "ready"}), flush=True)
        for line in sys.stdin:
            request = json.loads(line)
            try:
                answer = {"answer": getattr(calc, request.pop("op"))(**request)}
            except Exception as e:  # the test decides what a failure means
                answer = {"failure": "%s: %s" % (type(e).__name__, e)}
            print(json.dumps(answer), flush=True)
    finally:
        stop(office)


if __name__ == "__main__":
    main()
