package muhafiz.proof.evidence;

import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;

/** Who signed a time stamp, and whether to believe them (RFC 3161 §2.3; RFC 5280 §6 by the JDK's PKIX). */
final class StampSigner {
    /** Reasons that leave valid what was stamped before; any other, or none, makes all of it void (RFC 3161 §4). */
    private static final Set<CRLReason> LEAVING_EARLIER = Collections.unmodifiableSet(EnumSet.of(
            CRLReason.UNSPECIFIED,
            CRLReason.AFFILIATION_CHANGED,
            CRLReason.SUPERSEDED,
            CRLReason.CESSATION_OF_OPERATION));

    private final TimeStamp stamp;
    private final Anchors anchors;
    private final Collection<X509CRL> lists;

    /** @param lists of revoked certificates, by whomever, that came with this stamp and with others */
    StampSigner(TimeStamp stamp, Anchors anchors, Collection<X509CRL> lists) {
        this.stamp = stamp;
        this.anchors = anchors;
        this.lists = lists;
    }

    /**
     * That it is believed.
     *
     * @param ends when the first certificate between signer and anchor ends
     * @param listed whether a list of the signer's issuer was seen: without one nobody knows whether it was revoked
     */
    record Believed(Instant ends, boolean listed) {}

    /** @throws BrokenStampException where it is not to be believed */
    Believed verify(Instant until) {
        X509Certificate signer = certificateIn(stamp)
                .orElseThrow(() -> new BrokenStampException("its signer's certificate is not in it"));
        checkSignature(signer);
        List<X509Certificate> path = path(signer);
        boolean listed = checkRevocation(path);
        Instant ends = path.stream()
                .map(one -> one.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
        if (ends.isBefore(until)) {
            throw new BrokenStampException(
                    "its signer's certificate ended at " + ends + ", and nothing renewed it by then");
        }
        return new Believed(ends, listed);
    }

    static Optional<X509Certificate> certificateIn(TimeStamp stamp) {
        return stamp.token().getCertificates().getMatches(null).stream()
                .filter(holder -> stamp.token().getSID().match(holder))
                .findFirst()
                .map(StampSigner::certificate);
    }

    private static X509Certificate certificate(X509CertificateHolder holder) {
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (GeneralSecurityException e) {
            throw new BrokenStampException("a certificate in it cannot be read", e);
        }
    }

    /** With the signed attribute that names the certificate, its validity at the time, and its critical extended key usage. */
    private void checkSignature(X509Certificate signer) {
        try {
            stamp.token().validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
        } catch (TSPException | OperatorCreationException | RuntimeException e) {
            throw new BrokenStampException("its signature does not hold", e);
        }
    }

    /** From the signer to below the anchor, as of when the stamp was made; the signer alone where it is itself an anchor. */
    private List<X509Certificate> path(X509Certificate signer) {
        if (anchors.certificates().contains(signer)) {
            return List.of(signer);
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(signer);
            PKIXBuilderParameters wanted = new PKIXBuilderParameters(anchors.trusted(), target);
            wanted.setDate(Date.from(stamp.at()));
            wanted.setRevocationEnabled(false);
            wanted.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(certificates())));
            CertPath path = ((PKIXCertPathBuilderResult)
                            CertPathBuilder.getInstance("PKIX").build(wanted))
                    .getCertPath();
            return path.getCertificates().stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new BrokenStampException("its signer is not certified under an anchor", e);
        }
    }

    private List<X509Certificate> certificates() {
        return stamp.token().getCertificates().getMatches(null).stream()
                .map(StampSigner::certificate)
                .toList();
    }

    /** A list by an issuer on the path counts. @return whether there was one by the signer's */
    private boolean checkRevocation(List<X509Certificate> path) {
        boolean listed = false;
        List<X509Certificate> issuers = new ArrayList<>(path);
        issuers.addAll(anchors.certificates());
        for (X509CRL list : lists) {
            if (issuers.stream().anyMatch(issuer -> isBy(issuer, list))) {
                path.forEach(one -> checkRevocation(one, list));
                listed |= path.get(0).getIssuerX500Principal().equals(list.getIssuerX500Principal());
            }
        }
        return listed;
    }

    private void checkRevocation(X509Certificate certificate, X509CRL list) {
        X509CRLEntry entry = list.getRevokedCertificate(certificate);
        if (entry == null) {
            return;
        }
        boolean forEver = Optional.ofNullable(entry.getRevocationReason())
                .filter(LEAVING_EARLIER::contains)
                .isEmpty();
        if (forEver || !entry.getRevocationDate().toInstant().isAfter(stamp.at())) {
            throw new BrokenStampException(
                    "its signer was revoked at " + entry.getRevocationDate().toInstant());
        }
    }

    private static boolean isBy(X509Certificate issuer, X509CRL list) {
        try {
            list.verify(issuer.getPublicKey());
            return issuer.getSubjectX500Principal().equals(list.getIssuerX500Principal());
        } catch (GeneralSecurityException notTheirs) {
            return false;
        }
    }

    /** The lists of revoked certificates in a stamp; unverified. */
    static List<X509CRL> listsIn(TimeStamp stamp) {
        List<X509CRL> lists = new ArrayList<>();
        Collection<X509CRLHolder> holders = stamp.token().getCRLs().getMatches(null);
        for (X509CRLHolder holder : holders) {
            try {
                lists.add(new JcaX509CRLConverter().getCRL(holder));
            } catch (GeneralSecurityException e) {
                throw new BrokenStampException("a revocation list in it cannot be read", e);
            }
        }
        return lists;
    }
}
