"""A mail server for the tests: TLS and a login are needed; what it takes lies as files in a folder before it says so.

smtp_server.py FOLDER CERTIFICATE starttls|tls PORT [SIZE [MECHANISM]]   (port 0: a free one; the port is printed when the server
stands; MECHANISM: a way of logging in that is not offered)

How it treats a recipient is told by the name before the @: `refused` 550, `full` 552 5.2.2, `later` 450 always, `grey` 450 the first two times,
`hang` no answer for a minute, `spam` 554 after the message. The account is cchc with the password "bí mật 123".
"""

import asyncio
import itertools
import logging
import os
import ssl
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult

FOLDER, CERTIFICATE, SECURITY, PORT = sys.argv[1:5]
SIZE = int(sys.argv[5]) if len(sys.argv) > 5 else 33554432
NOT_OFFERED = [name for name in sys.argv[6:] if name]
ANSWERS = {"refused": "550 5.1.1 no such user", "full": "552 5.2.2 mailbox full", "later": "450 4.3.0 try later"}
GREY_TIMES = 2
# Its own warnings about itself are nobody's business here.
logging.getLogger("mail.log").setLevel(logging.ERROR)
numbers = itertools.count()
asked = {}


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name == "hang":
            await asyncio.sleep(60)
        if name == "grey":
            asked[address] = asked.get(address, 0) + 1
            if asked[address] <= GREY_TIMES:
                return "450 4.2.0 greylisted"
        if name in ANSWERS:
            return ANSWERS[name]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith("spam@"):
            return "554 5.7.1 looks like spam"
        # A name that no other process of this server has; whole and on the disk before the answer.
        name = f"{os.getpid()}-{next(numbers):06}"
        staged = Path(FOLDER) / f".{name}"
        with open(staged, "wb") as file:
            file.write(envelope.original_content)
            file.flush()
            os.fsync(file.fileno())
        staged.rename(Path(FOLDER) / f"{name}-{envelope.rcpt_tos[0]}.eml")
        return f"250 2.0.0 taken as {name}"


def authenticate(server, session, envelope, mechanism, data):
    is_right = data.login == b"cchc" and data.password == "bí mật 123".encode()
    return AuthResult(success=is_right, handled=is_right)


async def main():
    Path(FOLDER).mkdir(parents=True, exist_ok=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    is_starttls = SECURITY == "starttls"

    def protocol():
        return SMTP(
            Handler(),
            hostname="localhost",
            data_size_limit=SIZE,
            tls_context=context if is_starttls else None,
            require_starttls=is_starttls,
            auth_required=True,
            auth_require_tls=is_starttls,
            auth_exclude_mechanism=NOT_OFFERED,
            authenticator=authenticate,
            decode_data=False,
            enable_SMTPUTF8=True,
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(protocol, "127.0.0.1", int(PORT), ssl=None if is_starttls else context, reuse_address=True)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
