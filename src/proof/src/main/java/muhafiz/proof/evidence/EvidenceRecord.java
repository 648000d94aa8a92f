package muhafiz.proof.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampChain;

/** An evidence record of RFC 4998: chains of archive time stamps over one data group. Immutable; checked by {@link EvidenceCheck}. */
public final class EvidenceRecord {
    /** Renewed twice a decade for a century with large revocation lists; more is not read. */
    static final int MOST_BYTES = 4_194_304;

    private final org.bouncycastle.asn1.tsp.EvidenceRecord structure;
    private final List<List<ArchiveTimeStamp>> chains;

    EvidenceRecord(org.bouncycastle.asn1.tsp.EvidenceRecord structure) {
        this.structure = structure;
        this.chains = Arrays.stream(structure.getArchiveTimeStampSequence().getArchiveTimeStampChains())
                .map(chain -> List.of(chain.getArchiveTimestamps()))
                .toList();
        if (chains.isEmpty() || chains.stream().anyMatch(List::isEmpty)) {
            throw new BrokenStampException("an evidence record has a time stamp in each of its chains");
        }
    }

    /** @throws BrokenStampException where the bytes are not one EvidenceRecord and nothing more */
    public static EvidenceRecord parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new BrokenStampException("an evidence record of " + bytes.length + " bytes is not read");
        }
        try {
            return new EvidenceRecord(
                    org.bouncycastle.asn1.tsp.EvidenceRecord.getInstance(ASN1Primitive.fromByteArray(bytes)));
        } catch (IOException | RuntimeException e) {
            throw e instanceof BrokenStampException known
                    ? known
                    : new BrokenStampException("this is no evidence record", e);
        }
    }

    static EvidenceRecord first(ArchiveTimeStamp stamp) {
        return new EvidenceRecord(new org.bouncycastle.asn1.tsp.EvidenceRecord(null, null, stamp));
    }

    /** The record as DER. */
    public byte[] encoded() {
        try {
            return structure.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new BrokenStampException("it cannot be written as DER", e);
        }
    }

    /** The first time stamp: what the record proves existed, existed by then. Unverified. */
    public TimeStamp first() {
        return TimeStamp.of(chains.get(0).get(0).getTimeStamp());
    }

    /** The newest time stamp: the one that must be renewed before its signer's certificate ends. Unverified. */
    public TimeStamp newest() {
        List<ArchiveTimeStamp> last = chains.get(chains.size() - 1);
        return TimeStamp.of(last.get(last.size() - 1).getTimeStamp());
    }

    /** How many time stamps it has, of all chains. */
    public int stamps() {
        return chains.stream().mapToInt(List::size).sum();
    }

    /** The hash of its newest chain. */
    public EvidenceHash hash() {
        return newest().imprint().hash();
    }

    List<List<ArchiveTimeStamp>> chains() {
        return chains;
    }

    /** What a new time stamp in the newest chain is over (RFC 4998 §5.2, "Timestamp Renewal"). */
    Imprint ofNewest() {
        return Imprint.of(hash(), newest().encoded());
    }

    /** The first so many chains as one ArchiveTimeStampSequence, DER (RFC 4998 §5.2, "Hash-Tree Renewal", atsc). */
    byte[] encodedChains(int count) {
        ArchiveTimeStampChain[] all = structure.getArchiveTimeStampSequence().getArchiveTimeStampChains();
        ASN1EncodableVector some = new ASN1EncodableVector();
        List<ArchiveTimeStampChain> first = new ArrayList<>(Arrays.asList(all).subList(0, count));
        first.forEach(some::add);
        try {
            return new DERSequence(some).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new BrokenStampException("its chains cannot be written as DER", e);
        }
    }

    EvidenceRecord with(ArchiveTimeStamp stamp, boolean inNewChain) {
        return new EvidenceRecord(structure.addArchiveTimeStamp(stamp, inNewChain));
    }

    @Override
    public String toString() {
        return "EvidenceRecord[" + chains.size() + " chains, " + stamps() + " time stamps]";
    }
}
