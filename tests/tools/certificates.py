"""Writes certificates for the mail server of the tests into a folder: ca.pem, other-ca.pem, and server, expired, foreign and elsewhere, each .pem (certificate and key).

certificates.py FOLDER
"""

import datetime
import ipaddress
import sys
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

NOW = datetime.datetime.now(datetime.timezone.utc)
DAY = datetime.timedelta(days=1)


def named(name):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def certificate(name, key, issuer, signer, begins, ends, extensions):
    builder = x509.CertificateBuilder().subject_name(named(name)).issuer_name(named(issuer)).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(begins).not_valid_after(ends)
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    return builder.sign(signer, hashes.SHA256())


def pem(thing):
    return thing.public_bytes(serialization.Encoding.PEM)


def secret(key):
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())


def authority(name):
    key = ec.generate_private_key(ec.SECP256R1())
    return key, certificate(name, key, name, key, NOW - DAY, NOW + 30 * DAY, [(x509.BasicConstraints(ca=True, path_length=None), True)])


def server(issuer, signer, begins, ends, names=(x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1")))):
    key = ec.generate_private_key(ec.SECP256R1())
    alternatives = x509.SubjectAlternativeName(names)
    return pem(certificate("localhost", key, issuer, signer, begins, ends, [(alternatives, False)])) + secret(key)


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    key, ca = authority("cchc test CA")
    other_key, other = authority("another CA")
    (folder / "ca.pem").write_bytes(pem(ca))
    (folder / "other-ca.pem").write_bytes(pem(other))
    (folder / "server.pem").write_bytes(server("cchc test CA", key, NOW - DAY, NOW + 30 * DAY))
    (folder / "expired.pem").write_bytes(server("cchc test CA", key, NOW - 9 * DAY, NOW - DAY))
    elsewhere = [x509.DNSName("mail.elsewhere.example")]
    (folder / "elsewhere.pem").write_bytes(server("cchc test CA", key, NOW - DAY, NOW + 30 * DAY, elsewhere))
    (folder / "foreign.pem").write_bytes(server("another CA", other_key, NOW - DAY, NOW + 30 * DAY))


main()
