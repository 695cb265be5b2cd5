"""Prints the text of a Word document as python-docx reads it, paragraphs and cells in order.  word.py REPORT.docx"""

import sys

import docx
from docx.table import Table


def texts(container):
    for item in container.iter_inner_content():
        if isinstance(item, Table):
            for row in item.rows:
                seen = []
                for cell in row.cells:
                    # A cell over several columns comes once a column.
                    if cell._tc not in seen:
                        seen.append(cell._tc)
                        yield from texts(cell)
        else:
            yield item.text


print("\n".join(texts(docx.Document(sys.argv[1]))))
