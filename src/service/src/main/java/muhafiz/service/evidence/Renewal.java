package muhafiz.service.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.proof.evidence.DataGroup;
import muhafiz.proof.evidence.DataObject;
import muhafiz.proof.evidence.EvidenceCheck;
import muhafiz.proof.evidence.EvidenceHash;
import muhafiz.proof.evidence.EvidenceRecord;
import muhafiz.proof.evidence.Imprint;
import muhafiz.proof.evidence.Stamping;
import muhafiz.service.evidence.EvidenceRows.Day;
import muhafiz.service.evidence.EvidenceRows.Kept;
import muhafiz.service.evidence.EvidenceRows.Paper;

/** Keeps records from growing old: before a signer's certificate ends, and when a stronger hash is wanted (RFC 4998 §5). */
@ApplicationScoped
class Renewal {
    private static final Logger LOG = System.getLogger(Renewal.class.getName());
    /** The database knows no later. */
    private static final Instant WHENEVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final UUID BEGINNING = new UUID(0, 0);
    /** Documents that are read between two questions to the authority. */
    private static final int READ_AT_ONCE = 100;

    private final TimeAuthority authority;
    private final EvidenceTurn turn;
    private final SealedObjects objects;
    private final InstantSource clock;

    @Inject
    Renewal(TimeAuthority authority, EvidenceTurn turn, SealedObjects objects, InstantSource clock) {
        this.authority = authority;
        this.turn = turn;
        this.objects = objects;
        this.clock = clock;
    }

    /** @return how many records have one more time stamp */
    int timeStamps() {
        Instant before = clock.instant().plus(authority.renewBefore());
        int renewed = 0;
        for (EvidenceHash hash : EvidenceHash.values()) {
            renewed += ofDays(hash, before) + ofDocuments(hash, before);
        }
        return renewed;
    }

    private int ofDays(EvidenceHash hash, Instant before) {
        int renewed = 0;
        List<Day> days = turn.endingDays(hash, before, LocalDate.EPOCH, Stamping.MOST);
        while (!days.isEmpty()) {
            Optional<List<EvidenceRecord>> later =
                    later(days.stream().map(Day::record).toList());
            if (later.isEmpty()) {
                return renewed;
            }
            turn.renewDays(days, later.get());
            renewed += days.size();
            days = turn.endingDays(hash, before, days.get(days.size() - 1).day(), Stamping.MOST);
        }
        return renewed;
    }

    private int ofDocuments(EvidenceHash hash, Instant before) {
        int renewed = 0;
        List<Kept> some = turn.ending(hash, before, BEGINNING, Stamping.MOST);
        while (!some.isEmpty()) {
            Optional<List<EvidenceRecord>> later =
                    later(some.stream().map(Kept::record).toList());
            if (later.isEmpty()) {
                return renewed;
            }
            turn.renew(some, later.get());
            renewed += some.size();
            some = turn.ending(hash, before, some.get(some.size() - 1).document(), Stamping.MOST);
        }
        return renewed;
    }

    /** Renewed; empty where the authority still signs by a certificate that ends no later: then nothing is gained. */
    private Optional<List<EvidenceRecord>> later(List<byte[]> records) {
        List<EvidenceRecord> old = records.stream().map(EvidenceRecord::parse).toList();
        List<EvidenceRecord> renewed = authority.stamping().renewTimeStamps(old);
        Instant ends = renewed.get(0).newest().signerEnds().orElseThrow();
        if (old.stream()
                .noneMatch(one -> one.newest().signerEnds().orElseThrow().isBefore(ends))) {
            LOG.log(Level.WARNING, "time stamps end at {0}, and the authority''s certificate is still the same", ends);
            return Optional.empty();
        }
        return Optional.of(renewed);
    }

    /** @return how many records have a chain of the hash that is wanted */
    int hashes() {
        int renewed = 0;
        EvidenceHash wanted = authority.hash();
        for (EvidenceHash weaker : EvidenceHash.values()) {
            if (weaker.compareTo(wanted) < 0) {
                renewed += daysFrom(weaker, wanted) + documentsFrom(weaker, wanted);
            }
        }
        return renewed;
    }

    private int daysFrom(EvidenceHash weaker, EvidenceHash wanted) {
        int renewed = 0;
        List<Day> days = turn.endingDays(weaker, WHENEVER, LocalDate.EPOCH, Stamping.MOST);
        while (!days.isEmpty()) {
            turn.renewDays(
                    days,
                    authority
                            .stamping()
                            .renewHashes(
                                    days.stream().map(day -> again(day, wanted)).toList()));
            renewed += days.size();
            days = turn.endingDays(weaker, WHENEVER, days.get(days.size() - 1).day(), Stamping.MOST);
        }
        return renewed;
    }

    private static Stamping.Rehashed again(Day day, EvidenceHash wanted) {
        DataGroup note = new DataGroup(List.of(Imprint.of(wanted, day.note())));
        return new Stamping.Rehashed(EvidenceRecord.parse(day.record()), note);
    }

    private int documentsFrom(EvidenceHash weaker, EvidenceHash wanted) {
        int renewed = 0;
        List<Kept> some = turn.ending(weaker, WHENEVER, BEGINNING, READ_AT_ONCE);
        while (!some.isEmpty()) {
            renewed += rehash(some, wanted);
            some = turn.ending(weaker, WHENEVER, some.get(some.size() - 1).document(), READ_AT_ONCE);
        }
        return renewed;
    }

    private int rehash(List<Kept> some, EvidenceHash wanted) {
        List<Kept> whole = new ArrayList<>();
        List<Stamping.Rehashed> renewals = new ArrayList<>();
        for (Kept kept : some) {
            again(kept, wanted).ifPresent(renewal -> {
                whole.add(kept);
                renewals.add(renewal);
            });
        }
        if (!renewals.isEmpty()) {
            turn.renew(whole, authority.stamping().renewHashes(renewals));
        }
        return renewals.size();
    }

    /** Read again, and held against the old record: a new chain over other bytes would vouch for them. */
    private Optional<Stamping.Rehashed> again(Kept kept, EvidenceHash wanted) {
        EvidenceRecord record = EvidenceRecord.parse(kept.record());
        Optional<Paper> paper = turn.paper(kept.document());
        Optional<List<SealedObjects.Both>> read =
                paper.flatMap(one -> objects.asStored(one, EvidenceHash.SHA_256, wanted));
        return read.filter(both -> holds(kept.document(), record, both))
                .map(both -> new Stamping.Rehashed(
                        record,
                        new DataGroup(
                                both.stream().map(SealedObjects.Both::fresh).toList())));
    }

    private boolean holds(UUID document, EvidenceRecord record, List<SealedObjects.Both> both) {
        List<DataObject> known = both.stream()
                .map(one -> DataObject.hashed("what lies in the store", one.imprints()))
                .toList();
        EvidenceCheck.Finding finding = new EvidenceCheck(authority.anchors(), clock.instant()).check(record, known);
        if (finding instanceof EvidenceCheck.Finding.Broken broken) {
            LOG.log(
                    Level.ERROR,
                    "the evidence of document {0} does not hold: {1}, {2}",
                    document,
                    broken.position(),
                    broken.why());
            return false;
        }
        return true;
    }
}
