package muhafiz.proof.authority;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * The two keys of a local authority (ECDSA, P-256) with their certificates: of who certifies, and of who stamps.
 *
 * @param issuer signs certificates and revocation lists
 * @param stamper signs time stamps
 */
public record AuthorityKeys(Signer issuer, Signer stamper) {
    private static final String KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String CURVE = "secp256r1";

    /** A private key and its certificate. */
    record Signer(PrivateKey key, X509Certificate certificate) {
        @Override
        public String toString() {
            return "Signer[" + certificate.getSubjectX500Principal() + "]";
        }
    }

    /** Fresh ones, certified from that moment on: the issuer for twenty years, the stamper for three. */
    public static AuthorityKeys fresh(Instant now) {
        KeyPair issuer = pair();
        Signer certifies = new Signer(issuer.getPrivate(), Certification.ofIssuer(issuer, now));
        return stamperBy(certifies, now);
    }

    /** Another stamper under the same issuer, for when the old one's certificate comes to its end. */
    public AuthorityKeys withAnotherStamper(Instant now) {
        return stamperBy(issuer, now);
    }

    private static AuthorityKeys stamperBy(Signer issuer, Instant now) {
        KeyPair stamper = pair();
        return new AuthorityKeys(
                issuer, new Signer(stamper.getPrivate(), Certification.ofStamper(issuer, stamper.getPublic(), now)));
    }

    /** When the stamper's certificate ends. */
    public Instant stamperEnds() {
        return stamper.certificate().getNotAfter().toInstant();
    }

    /** The issuer's certificate, PEM: the anchor by which time stamps are believed. */
    public String anchor() {
        return pem(CERTIFICATE, encoded(issuer.certificate()));
    }

    /** Everything, PEM, keys in PKCS #8 and in clear: a secret. */
    public String secret() {
        return pem(KEY, issuer.key().getEncoded())
                + anchor()
                + pem(KEY, stamper.key().getEncoded())
                + pem(CERTIFICATE, encoded(stamper.certificate()));
    }

    /** @throws IllegalArgumentException where the text is not what {@link #secret} gives */
    public static AuthorityKeys read(String secret) {
        try (PemReader reader = new PemReader(new StringReader(secret))) {
            List<Signer> signers = new ArrayList<>();
            for (PemObject key = reader.readPemObject(); key != null; key = reader.readPemObject()) {
                signers.add(signer(key, reader.readPemObject()));
            }
            return new AuthorityKeys(signers.get(0), signers.get(1));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException("these are not the keys of a local time-stamp authority", e);
        }
    }

    private static Signer signer(PemObject key, PemObject certificate) throws GeneralSecurityException, IOException {
        PrivateKey secret = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key.getContent()));
        return new Signer(
                secret,
                new JcaX509CertificateConverter().getCertificate(new X509CertificateHolder(certificate.getContent())));
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + CURVE, e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate of our own cannot be written", e);
        }
    }

    private static String pem(String type, byte[] content) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        } catch (IOException e) {
            throw new IllegalStateException("a string takes everything", e);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "AuthorityKeys[" + issuer + ", " + stamper + "]";
    }
}
