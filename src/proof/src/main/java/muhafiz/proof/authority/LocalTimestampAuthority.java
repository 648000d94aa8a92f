package muhafiz.proof.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import muhafiz.proof.evidence.BrokenStampException;
import muhafiz.proof.evidence.EvidenceHash;
import muhafiz.proof.evidence.Imprint;
import muhafiz.proof.evidence.NoTimeStampException;
import muhafiz.proof.evidence.TimeStamp;
import muhafiz.proof.evidence.TimestampAuthority;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;

/**
 * An authority on this machine, with a certification authority of its own. Each stamp carries both certificates and a revocation list of
 * that hour, so that it can be verified without asking anybody. Safe for all threads.
 */
public final class LocalTimestampAuthority implements TimestampAuthority {
    /** Its policy, an identifier of the arc that needs no registration (ITU-T X.667): stamps by the machine's clock, to the second. */
    public static final String POLICY = "2.25.19674338178286303001902046152971814219";

    private static final Set<String> HASHES =
            Set.of(NISTObjectIdentifiers.id_sha256.getId(), NISTObjectIdentifiers.id_sha512.getId());

    private final AuthorityKeys keys;
    private final InstantSource clock;
    private final Supplier<BigInteger> serials;
    private final Map<BigInteger, Certification.Revocation> revoked;

    /** @param serials positive numbers of at most 20 bytes, none twice: by random */
    public LocalTimestampAuthority(AuthorityKeys keys, InstantSource clock, Supplier<BigInteger> serials) {
        this(keys, clock, serials, Map.of());
    }

    /** @param revoked certificates by their serial numbers */
    LocalTimestampAuthority(
            AuthorityKeys keys,
            InstantSource clock,
            Supplier<BigInteger> serials,
            Map<BigInteger, Certification.Revocation> revoked) {
        this.keys = keys;
        this.clock = clock;
        this.serials = serials;
        this.revoked = Map.copyOf(revoked);
    }

    @Override
    public TimeStamp stamp(Imprint imprint) {
        TimeStampRequestGenerator wish = new TimeStampRequestGenerator();
        wish.setCertReq(true);
        try {
            TimeStampRequest request = wish.generate(identifier(imprint.hash()), imprint.digest());
            TimeStampResponse response = new TimeStampResponse(answer(request.getEncoded()));
            response.validate(request);
            return TimeStamp.parse(response.getTimeStampToken().getEncoded());
        } catch (IOException | TSPException | BrokenStampException e) {
            throw new NoTimeStampException("the local authority's answer cannot be used", e);
        }
    }

    private static AlgorithmIdentifier identifier(EvidenceHash hash) {
        return new AlgorithmIdentifier(
                switch (hash) {
                    case SHA_256 -> TSPAlgorithms.SHA256;
                    case SHA_512 -> TSPAlgorithms.SHA512;
                });
    }

    /**
     * The answer of RFC 3161 §2.4.2 to a query of §2.4.1, DER: a stamp, or why there is none.
     *
     * @throws IOException where the bytes are no query at all
     */
    public byte[] answer(byte[] query) throws IOException {
        Date now = Date.from(clock.instant());
        TimeStampRequest request = new TimeStampRequest(query);
        TimeStampResponseGenerator answers = new TimeStampResponseGenerator(tokens(), HASHES);
        try {
            return answers.generateGrantedResponse(request, serials.get(), now).getEncoded();
        } catch (TSPException refused) {
            return rejected(answers, refused);
        }
    }

    private static byte[] rejected(TimeStampResponseGenerator answers, TSPException refused) throws IOException {
        try {
            return answers.generateRejectedResponse(refused).getEncoded();
        } catch (TSPException e) {
            throw new IOException("neither a stamp nor a refusal can be made", e);
        }
    }

    /** The issuer's revocation list of now, DER; the next comes within a week. */
    public byte[] revocationList() throws IOException {
        return Certification.revocationList(keys.issuer(), clock.instant(), revoked)
                .getEncoded();
    }

    private TimeStampTokenGenerator tokens() {
        try {
            DigestCalculator sha256 = new BcDigestCalculatorProvider().get(identifier(EvidenceHash.SHA_256));
            TimeStampTokenGenerator tokens =
                    new TimeStampTokenGenerator(signs(), sha256, new ASN1ObjectIdentifier(POLICY));
            tokens.addCertificates(new JcaCertStore(
                    List.of(keys.stamper().certificate(), keys.issuer().certificate())));
            tokens.addCRLs(new CollectionStore<>(
                    List.of(Certification.revocationList(keys.issuer(), clock.instant(), revoked))));
            return tokens;
        } catch (GeneralSecurityException | OperatorCreationException | TSPException e) {
            throw new IllegalStateException("the local authority cannot sign with its own key", e);
        }
    }

    /** The signing time is the stamp's own: CMS would take the machine's. */
    private SignerInfoGenerator signs() throws OperatorCreationException, GeneralSecurityException {
        ASN1EncodableVector signed = new ASN1EncodableVector();
        signed.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(clock.instant())))));
        return new JcaSignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(signed)))
                .build(
                        Certification.signer(keys.stamper().key()),
                        keys.stamper().certificate());
    }
}
