package muhafiz.proof.evidence;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * A time-stamp token of RFC 3161 §2.4.2: a signed statement that an imprint was shown to an authority at a time. Immutable; what it
 * says is to be believed only after {@link #verify}.
 */
public final class TimeStamp {
    /** A token with certificates and revocation lists is a few KiB; more is not read. */
    static final int MOST_BYTES = 262_144;

    private final TimeStampToken token;
    private final EvidenceHash hash;

    private TimeStamp(TimeStampToken token, EvidenceHash hash) {
        this.token = token;
        this.hash = hash;
    }

    /**
     * The token in these bytes: one DER or BER ContentInfo and nothing after it.
     *
     * @throws BrokenStampException where they are something else, or its imprint is no SHA-256 or SHA-512
     */
    public static TimeStamp parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new BrokenStampException("a time stamp of " + bytes.length + " bytes is not read");
        }
        try {
            return of(ContentInfo.getInstance(ASN1Primitive.fromByteArray(bytes)));
        } catch (IOException | IllegalArgumentException | ClassCastException e) {
            throw new BrokenStampException("this is no time stamp", e);
        }
    }

    static TimeStamp of(ContentInfo content) {
        try {
            TimeStampToken token = new TimeStampToken(content);
            ASN1ObjectIdentifier named = token.getTimeStampInfo().getMessageImprintAlgOID();
            EvidenceHash hash = EvidenceHash.of(named)
                    .orElseThrow(() ->
                            new BrokenStampException("its imprint is made with " + named + ", not SHA-256 or SHA-512"));
            return new TimeStamp(token, hash);
        } catch (IOException | TSPException | RuntimeException e) {
            throw e instanceof BrokenStampException known
                    ? known
                    : new BrokenStampException("this is no time stamp", e);
        }
    }

    /** The token as DER. */
    public byte[] encoded() {
        return der(token.toCMSSignedData().toASN1Structure());
    }

    static byte[] der(ContentInfo content) {
        try {
            return content.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new BrokenStampException("it cannot be written as DER", e);
        }
    }

    ContentInfo content() {
        return token.toCMSSignedData().toASN1Structure();
    }

    TimeStampToken token() {
        return token;
    }

    /** When the authority says it was made; by its clock. */
    public Instant at() {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    /** @throws BrokenStampException where digest and name of the hash do not fit each other */
    public Imprint imprint() {
        byte[] digest = token.getTimeStampInfo().getMessageImprintDigest();
        if (digest.length != hash.length()) {
            throw new BrokenStampException("its imprint of " + digest.length + " bytes is no " + hash.code());
        }
        return new Imprint(hash, digest);
    }

    /** What the request was told apart by, where it said so. */
    public Optional<BigInteger> nonce() {
        return Optional.ofNullable(token.getTimeStampInfo().getNonce());
    }

    /** The authority's policy under which it was made, as a dotted object identifier. */
    public String policy() {
        return token.getTimeStampInfo().getPolicy().getId();
    }

    /**
     * Believes it, or says why not: it is over this imprint, its signature holds, its signer may stamp times (RFC 3161 §2.3), was
     * certified under an anchor when it was made and is still so at {@code until}, and no revocation list in it names the signer by then, or as compromised at any time
     * (RFC 3161 §4).
     *
     * @param until the moment up to which nothing else covers it: of the next time stamp over it, or now
     * @return when its signer's certificate, or one above it, ends
     * @throws BrokenStampException where it is not to be believed
     */
    public Instant verify(Imprint expected, Anchors anchors, Instant until) {
        return believe(expected, anchors, until, List.of()).ends();
    }

    /** The same with more lists of revoked certificates than came with it. */
    StampSigner.Believed believe(Imprint expected, Anchors anchors, Instant until, Collection<X509CRL> more) {
        if (!imprint().equals(expected)) {
            throw new BrokenStampException("it is over something else");
        }
        if (at().isAfter(until)) {
            throw new BrokenStampException("it is of " + at() + ", which is later than " + until);
        }
        try {
            List<X509CRL> lists = new ArrayList<>(more);
            lists.addAll(StampSigner.listsIn(this));
            return new StampSigner(this, anchors, lists).verify(until);
        } catch (BrokenStampException known) {
            throw known;
        } catch (RuntimeException e) { // by a parser that was given nonsense
            throw new BrokenStampException("what came with its signature cannot be read", e);
        }
    }

    /** When its signer's certificate ends, if it brings that along; unverified. */
    public Optional<Instant> signerEnds() {
        return StampSigner.certificateIn(this).map(X509Certificate::getNotAfter).map(java.util.Date::toInstant);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeStamp stamp && Arrays.equals(stamp.encoded(), encoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(token.getTimeStampInfo().getMessageImprintDigest());
    }
}
