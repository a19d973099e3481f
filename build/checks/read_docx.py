"""Reads a Word file with python-docx, a reader that is not ours, and prints it as JSON.

paragraphs: style name and text of each paragraph outside the tables.
tables: each a grid of texts with merges resolved, so that a merged cell's text stands in every place it covers.
  Columns less than a point wide are left out: LibreOffice makes some where the edges of rows differ by a rounding.
"""

import json
import sys

import docx


def grid(table):
    seen = [column.width is None or column.width.pt >= 1 for column in table.columns]
    return [[cell.text for cell, is_seen in zip(row.cells, seen) if is_seen] for row in table.rows]


def read(path):
    document = docx.Document(path)
    return {
        "title": document.core_properties.title,
        "author": document.core_properties.author,
        "language": document.core_properties.language,
        "paragraphs": [{"style": p.style.name, "text": p.text} for p in document.paragraphs],
        "tables": [grid(table) for table in document.tables],
    }


print(json.dumps([read(path) for path in sys.argv[1:]], ensure_ascii=False))
