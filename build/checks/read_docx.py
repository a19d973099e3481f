"""Reads a Word file with python-docx, a reader that is not ours, and prints it as JSON.

paragraphs: style name and text of each paragraph outside the tables.
tables: each a grid of texts with merges resolved, so that a merged cell's text stands in every place it covers.
"""

import json
import sys

import docx


def grid(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


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
