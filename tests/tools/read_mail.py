"""Reads mails with Python's own library and says as JSON what is in them, one object a file: read_mail.py FILE..."""

import email
import hashlib
import json
import sys
from email import policy
from email.header import decode_header, make_header
from email.utils import getaddresses
from pathlib import Path


def addresses(content, header):
    """Names and addresses by the older interface: the newer one puts a blank between two encoded words of a name, against
    RFC 2047, 6.2 (https://github.com/python/cpython/issues/128110)."""
    said = email.message_from_bytes(content)[header]
    return [[str(make_header(decode_header(name))), address] for name, address in getaddresses([said])]


found = []
for path in sorted(sys.argv[1:]):
    content = Path(path).read_bytes()
    mail = email.message_from_bytes(content, policy=policy.default)
    attachments = [
        {
            "name": part.get_filename(),
            "type": part.get_content_type(),
            "sha256": hashlib.sha256(part.get_payload(decode=True)).hexdigest(),
        }
        for part in mail.iter_attachments()
    ]
    found.append(
        {
            "headers": {name.lower(): str(value) for name, value in mail.items()},
            "to": addresses(content, "to"),
            "from": addresses(content, "from"),
            "text": mail.get_body(("plain",)).get_content(),
            "html": mail.get_body(("html",)).get_content(),
            "attachments": attachments,
            "defects": [str(defect) for part in mail.walk() for defect in part.defects],
            "sha256": hashlib.sha256(content).hexdigest(),
        }
    )
print(json.dumps(found, ensure_ascii=False))
