package muhafiz.proof.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.ers.ERSArchiveTimeStamp;
import org.bouncycastle.tsp.ers.ERSArchiveTimeStampGenerator;
import org.bouncycastle.tsp.ers.ERSData;
import org.bouncycastle.tsp.ers.ERSDataGroup;
import org.bouncycastle.tsp.ers.ERSException;

/**
 * Makes evidence records and renews them, many with one time stamp. Bouncy Castle builds the hash tree, and takes four times as long for
 * twice as many: half a second for the most that is taken here. Safe for all threads if the authority is.
 */
public record Stamping(TimestampAuthority authority) {
    /** Most data groups under one time stamp. */
    public static final int MOST = 500;

    /**
     * A record for each group, in their order, all under one time stamp.
     *
     * @param groups 1 to {@value #MOST}, all of one hash
     */
    public List<EvidenceRecord> record(List<DataGroup> groups) {
        return stamp(groups).stream().map(EvidenceRecord::first).toList();
    }

    /**
     * The same records with one more time stamp over the newest of each.
     *
     * @param records 1 to {@value #MOST}, whose newest chains are of one hash
     */
    public List<EvidenceRecord> renewTimeStamps(List<EvidenceRecord> records) {
        List<Imprint> distinct =
                records.stream().map(EvidenceRecord::ofNewest).distinct().toList();
        List<ArchiveTimeStamp> stamps =
                stamp(distinct.stream().map(one -> new DataGroup(List.of(one))).toList());
        return records.stream()
                .map(record -> record.with(stamps.get(distinct.indexOf(record.ofNewest())), false))
                .toList();
    }

    /** A record, and its objects hashed anew with a stronger hash, by whoever has just checked that they are what the record is over. */
    public record Rehashed(EvidenceRecord record, DataGroup group) {}

    /**
     * The same records with a new chain over the old ones and the objects.
     *
     * @param renewals 1 to {@value #MOST}, all of one hash
     */
    public List<EvidenceRecord> renewHashes(List<Rehashed> renewals) {
        List<ArchiveTimeStamp> stamps = stamp(renewals.stream()
                .map(one -> one.group()
                        .after(one.record().encodedChains(one.record().chains().size())))
                .toList());
        List<EvidenceRecord> renewed = new ArrayList<>();
        for (int i = 0; i < stamps.size(); i++) {
            renewed.add(renewals.get(i).record().with(stamps.get(i), true));
        }
        return renewed;
    }

    private List<ArchiveTimeStamp> stamp(List<DataGroup> groups) {
        if (groups.isEmpty() || groups.size() > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " groups are stamped at once, not " + groups.size());
        }
        EvidenceHash hash = groups.get(0).hash();
        try {
            ERSArchiveTimeStampGenerator tree = new ERSArchiveTimeStampGenerator(calculator(hash));
            groups.forEach(group -> tree.addData(data(hash, group)));
            TimeStampRequest request = tree.generateTimeStampRequest(new TimeStampRequestGenerator());
            TimeStamp stamp = authority.stamp(new Imprint(hash, request.getMessageImprintDigest()));
            return tree.generateArchiveTimeStamps(response(stamp)).stream()
                    .map(ERSArchiveTimeStamp::toASN1Structure)
                    .toList();
        } catch (IOException | TSPException | ERSException e) {
            throw new BrokenStampException("the time stamp does not fit what it was asked for", e);
        }
    }

    private static ERSData data(EvidenceHash hash, DataGroup group) {
        if (group.hash() != hash) {
            throw new IllegalArgumentException("what is stamped at once is hashed in one way");
        }
        List<ERSData> known = group.digests().stream().map(Stamping::known).toList();
        return known.size() == 1 ? known.get(0) : new ERSDataGroup(known);
    }

    private static ERSData known(byte[] digest) {
        return (calculator, chains) -> digest;
    }

    private static DigestCalculator calculator(EvidenceHash hash) {
        try {
            return new BcDigestCalculatorProvider().get(hash.identifier());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("Bouncy Castle has no " + hash.code(), e);
        }
    }

    private static TimeStampResponse response(TimeStamp stamp) throws IOException, TSPException {
        return new TimeStampResponse(new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), stamp.content()));
    }
}
