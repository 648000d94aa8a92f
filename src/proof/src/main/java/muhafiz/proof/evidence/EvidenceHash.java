package muhafiz.proof.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The hashes that evidence is made with, weaker first (RFC 4998 §5.2: a record is renewed from one to the next). Safe for all threads. */
@SuppressWarnings("ImmutableEnumChecker") // an object identifier does not change
public enum EvidenceHash {
    SHA_256("SHA-256", NISTObjectIdentifiers.id_sha256, 32),
    SHA_512("SHA-512", NISTObjectIdentifiers.id_sha512, 64);

    private final String code;
    private final ASN1ObjectIdentifier oid;
    private final int length;

    EvidenceHash(String code, ASN1ObjectIdentifier oid, int length) {
        this.code = code;
        this.oid = oid;
        this.length = length;
    }

    /** @throws IllegalArgumentException for a name other than {@code SHA-256} and {@code SHA-512} */
    public static EvidenceHash of(String code) {
        return Arrays.stream(values())
                .filter(hash -> hash.code.equals(code))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("evidence is made with SHA-256 or SHA-512, not " + code));
    }

    static Optional<EvidenceHash> of(ASN1ObjectIdentifier oid) {
        return Arrays.stream(values()).filter(hash -> hash.oid.equals(oid)).findFirst();
    }

    /** The name as the JDK and people have it. */
    public String code() {
        return code;
    }

    /** Length of a digest in bytes. */
    public int length() {
        return length;
    }

    /** RFC 5754 §2: no parameters. */
    AlgorithmIdentifier identifier() {
        return new AlgorithmIdentifier(oid);
    }

    ASN1ObjectIdentifier oid() {
        return oid;
    }

    /** The hash of all these bytes, one after the other. */
    public byte[] of(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** The hash of everything the stream gives, which is closed then. */
    public byte[] of(InputStream stream) throws IOException {
        try (DigestInputStream counted = new DigestInputStream(stream, digest())) {
            counted.transferTo(OutputStream.nullOutputStream());
            return counted.getMessageDigest().digest();
        }
    }

    /** RFC 4998 §4.2: a node's children are sorted in binary ascending order before they are hashed; one child is its own node. */
    byte[] ofNode(List<byte[]> children) {
        if (children.size() == 1) {
            return children.get(0);
        }
        return of(children.stream().sorted(Arrays::compareUnsigned).toArray(byte[][]::new));
    }

    /** Every Java has both (JDK, "Standard Algorithm Names"). */
    public MessageDigest digest() {
        try {
            return MessageDigest.getInstance(code);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + code, e);
        }
    }
}
