package muhafiz.service.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import muhafiz.proof.evidence.DataGroup;
import muhafiz.proof.evidence.EvidenceRecord;
import muhafiz.proof.evidence.Imprint;
import muhafiz.proof.evidence.Stamping;
import muhafiz.service.evidence.EvidenceRows.Paper;

/**
 * What is done each night: the day's time stamp over the newest checkpoint, evidence for documents that have none, renewals. A night that
 * was missed is made up for by the next run, whenever that is. Interrupted anywhere, the next run goes on.
 */
@ApplicationScoped
public class NightlyEvidence {
    private static final Logger LOG = System.getLogger(NightlyEvidence.class.getName());
    private static final UUID BEGINNING = new UUID(0, 0);

    private final TimeAuthority authority;
    private final EvidenceTurn turn;
    private final SealedObjects objects;
    private final Renewal renewal;
    private final StampCopies copies;
    private final InstantSource clock;

    @Inject
    NightlyEvidence(
            TimeAuthority authority,
            EvidenceTurn turn,
            SealedObjects objects,
            Renewal renewal,
            StampCopies copies,
            InstantSource clock) {
        this.authority = authority;
        this.turn = turn;
        this.objects = objects;
        this.renewal = renewal;
        this.copies = copies;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException where a setting of evidence cannot be used */
    public void check() {
        authority.check();
    }

    /**
     * One night's work; nothing where there is no authority.
     *
     * @throws RuntimeException where authority or store are away; to be called again
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void run() {
        if (!authority.isThere()) {
            LOG.log(Level.WARNING, "no evidence is made: there is no time-stamp authority");
            return;
        }
        stampCheckpoint();
        int made = stampDocuments();
        int renewed = renewal.timeStamps() + renewal.hashes();
        copies.bring();
        LOG.log(Level.INFO, "evidence for {0} documents made, {1} records renewed", made, renewed);
    }

    /** The day is that of the stamp, UTC: it is the authority that says what time it is. */
    private void stampCheckpoint() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        turn.toStamp(today).ifPresent(checkpoint -> {
            Imprint note =
                    Imprint.of(authority.hash(), checkpoint.note().asText().getBytes(StandardCharsets.UTF_8));
            EvidenceRecord record = authority
                    .stamping()
                    .record(List.of(new DataGroup(List.of(note))))
                    .get(0);
            turn.keep(LocalDate.ofInstant(record.first().at(), ZoneOffset.UTC), checkpoint, record);
        });
    }

    private int stampDocuments() {
        int made = 0;
        List<Paper> some = turn.withoutEvidence(BEGINNING, Stamping.MOST);
        while (!some.isEmpty()) {
            made += stamp(some);
            some = turn.withoutEvidence(some.get(some.size() - 1).document(), Stamping.MOST);
        }
        return made;
    }

    /** A document without its label is damaged; the patrol will say so, and evidence waits for what brings it back. */
    private int stamp(List<Paper> papers) {
        List<Paper> whole = new ArrayList<>();
        List<DataGroup> groups = new ArrayList<>();
        for (Paper paper : papers) {
            objects.asReceived(paper).ifPresent(group -> {
                whole.add(paper);
                groups.add(group);
            });
        }
        if (!groups.isEmpty()) {
            turn.keep(whole, authority.stamping().record(groups));
        }
        return groups.size();
    }
}
