package muhafiz.proof.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.OptionalInt;
import javax.security.auth.x500.X500Principal;
import muhafiz.proof.authority.AuthorityKeys.Signer;
import muhafiz.proof.evidence.EvidenceHash;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates and revocation lists of a local authority (RFC 5280; the stamper's as RFC 3161 §2.3 wants it). */
final class Certification {
    private static final Duration ISSUER = Duration.ofDays(20 * 365);
    private static final Duration STAMPER = Duration.ofDays(3 * 365);
    private static final Duration NEXT_LIST = Duration.ofDays(7);
    /** A little before now, for whoever's clock is behind by as much. */
    private static final Duration EARLIER = Duration.ofMinutes(5);

    /** Positive, at most 20 bytes (RFC 5280 §4.1.2.2). */
    private static final int SERIAL_BYTES = 16;

    private Certification() {}

    static X509Certificate ofIssuer(KeyPair keys, Instant now) {
        X500Principal name = name("issuer", keys.getPublic());
        X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                name, serial(keys.getPublic()), from(now), Date.from(now.plus(ISSUER)), name, keys.getPublic());
        return made(() -> {
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            certificate
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(
                            Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()));
            return converted(certificate, signer(keys.getPrivate()));
        });
    }

    static X509Certificate ofStamper(Signer issuer, PublicKey key, Instant now) {
        X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                issuer.certificate().getSubjectX500Principal(),
                serial(key),
                from(now),
                Date.from(now.plus(STAMPER)),
                name("stamper", key),
                key);
        return made(() -> {
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            certificate
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                    .addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            ids.createAuthorityKeyIdentifier(issuer.certificate()));
            return converted(certificate, signer(issuer.key()));
        });
    }

    /**
     * That a certificate was revoked.
     *
     * @param reason of RFC 5280 §5.3.1; without it every stamp of the certificate is void (RFC 3161 §4)
     */
    record Revocation(Instant since, OptionalInt reason) {
        private void enter(X509v2CRLBuilder list, BigInteger serial) throws IOException {
            if (reason.isEmpty()) {
                list.addCRLEntry(serial, Date.from(since), CRLReason.unspecified); // which is left out
                return;
            }
            ExtensionsGenerator told = new ExtensionsGenerator();
            told.addExtension(Extension.reasonCode, false, CRLReason.lookup(reason.getAsInt()));
            list.addCRLEntry(serial, Date.from(since), told.generate());
        }
    }

    /** @param revoked by serial number */
    static X509CRLHolder revocationList(Signer issuer, Instant now, Map<BigInteger, Revocation> revoked) {
        return made(() -> {
            JcaX509v2CRLBuilder list = new JcaX509v2CRLBuilder(issuer.certificate(), Date.from(now));
            list.setNextUpdate(Date.from(now.plus(NEXT_LIST)));
            for (Map.Entry<BigInteger, Revocation> one : revoked.entrySet()) {
                one.getValue().enter(list, one.getKey());
            }
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.certificate()));
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.getEpochSecond())));
            return list.build(signer(issuer.key()));
        });
    }

    /** Of the key that is certified: each is certified once, and nobody could choose it. */
    private static BigInteger serial(PublicKey key) {
        byte[] digest = EvidenceHash.SHA_256.of(key.getEncoded());
        return new BigInteger(1, Arrays.copyOf(digest, SERIAL_BYTES));
    }

    private static X500Principal name(String what, PublicKey key) {
        return new X500Principal(
                "O=Muhafiz, OU=" + serial(key).toString(Character.MAX_RADIX) + ", CN=Local time " + what);
    }

    private static Date from(Instant now) {
        return Date.from(now.minus(EARLIER).truncatedTo(ChronoUnit.SECONDS));
    }

    static ContentSigner signer(java.security.PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
    }

    private static X509Certificate converted(X509v3CertificateBuilder certificate, ContentSigner signer)
            throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(certificate.build(signer));
    }

    private interface Making<T> {
        T make() throws IOException, GeneralSecurityException, OperatorCreationException;
    }

    private static <T> T made(Making<T> making) {
        try {
            return making.make();
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("a local authority cannot sign with its own key", e);
        }
    }
}
