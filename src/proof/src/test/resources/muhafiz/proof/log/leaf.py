"""A second reading of the leaf format (package-info of muhafiz.proof.log), written apart from the Java code:
Python's own hmac and hashlib, AES-GCM of pyca/cryptography (OpenSSL). Prints the expected values of KnownLeafTest."""
import hashlib, hmac, struct, uuid
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

log_key, salt, opening, actor = (bytes([b]) * n for b, n in ((0x11, 32), (0x22, 32), (0x33, 32), (0x44, 16)))


def code(text):
    return bytes([len(text)]) + text.encode("ascii")


def text(value):
    return struct.pack(">H", len(value.encode())) + value.encode()


public = struct.pack(">Q", 1795305600) + actor + b"".join(
    map(code, ["officer", "read", "P-SERVICE", "LB-LAW", "granted", "G-12"]))
values = (bytes([1 + 2 + 8]) + uuid.UUID(int=0x01234567_89ab_4def_8123_456789abcdef).bytes
          + uuid.UUID(int=0xfedcba98_7654_4210_bedc_ba9876543210).bytes + text("op-7")
          + struct.pack(">H", 2) + text("client") + text("127.0.0.1") + text("query") + text("Əliyev"))
inside = opening + values
inside += bytes(-len(inside) % 256)

label = b"muhafiz log subject tag v1"
tag_key = hmac.new(hmac.new(bytes(64), log_key, hashlib.sha512).digest(), label + b"\x01", hashlib.sha512).digest()[:32]
tag = hmac.new(tag_key, label + struct.pack(">Q", 42), hashlib.sha256).digest()
commitment = hashlib.sha256(b"muhafiz log commitment v1" + opening + values).digest()
prk = hmac.new(salt, log_key, hashlib.sha512).digest()
entry_key = hmac.new(prk, b"muhafiz log entry v1" + b"\x01", hashlib.sha512).digest()[:32]
header = b"\x01" + public + salt + tag + commitment
leaf = header + AESGCM(entry_key).encrypt(commitment[:12], inside, header)

print("tag key   ", tag_key.hex())
print("tag       ", tag.hex())
print("commitment", commitment.hex())
print("leaf hash ", hashlib.sha256(b"\x00" + leaf).hexdigest())
print("leaf      ", len(leaf), leaf.hex())
