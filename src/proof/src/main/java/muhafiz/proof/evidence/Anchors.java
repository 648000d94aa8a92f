package muhafiz.proof.evidence;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The certificates whose time stamps are believed: those of the authorities, or of who certifies them. */
public record Anchors(Set<X509Certificate> certificates) {
    public Anchors {
        certificates = Set.copyOf(certificates);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("nothing can be believed without an anchor");
        }
    }

    /**
     * One or more X.509 certificates, PEM one after the other, or a single one in DER.
     *
     * @throws IllegalArgumentException where it holds none, or something else
     */
    public static Anchors read(byte[] bytes) {
        try {
            Collection<? extends java.security.cert.Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
            Set<X509Certificate> certificates = new LinkedHashSet<>();
            found.forEach(one -> certificates.add((X509Certificate) one));
            return new Anchors(certificates);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("anchors are X.509 certificates, PEM or DER", e);
        }
    }

    Set<TrustAnchor> trusted() {
        Set<TrustAnchor> anchors = new LinkedHashSet<>();
        certificates.forEach(one -> anchors.add(new TrustAnchor(one, null)));
        return anchors;
    }
}
