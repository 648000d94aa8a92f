package muhafiz.itest.evidence;

import eu.europa.esig.dss.diagnostic.EvidenceRecordWrapper;
import eu.europa.esig.dss.enumerations.DigestMatcherType;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import muhafiz.proof.evidence.Anchors;

/** EU DSS 6.4, fully offline: whatever it needs lies in the record. */
record DssJudge(Anchors anchors) {
    /**
     * What it says.
     *
     * @param indication its verdict on the record
     * @param orphans hashes of the record that none of the documents has
     * @param why its reasons, for people
     */
    record Verdict(Indication indication, long orphans, String why) {
        boolean passes() {
            return indication == Indication.PASSED && orphans == 0;
        }
    }

    Verdict judge(byte[] record, List<byte[]> objects) {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(record));
        validator.setCertificateVerifier(offline());
        List<DSSDocument> documents = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            documents.add(new InMemoryDocument(objects.get(i), "object-" + i));
        }
        validator.setDetachedContents(documents);
        Reports reports = validator.validateDocument();
        EvidenceRecordWrapper only =
                reports.getDiagnosticData().getEvidenceRecords().get(0);
        return new Verdict(
                reports.getSimpleReport().getIndication(only.getId()),
                only.getDigestMatchers().stream()
                        .filter(one -> one.getType() == DigestMatcherType.EVIDENCE_RECORD_ORPHAN_REFERENCE)
                        .count(),
                reports.getXmlSimpleReport());
    }

    private CommonCertificateVerifier offline() {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        for (X509Certificate anchor : anchors.certificates()) {
            trusted.addCertificate(new CertificateToken(anchor));
        }
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        return verifier;
    }
}
