package muhafiz.service.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.proof.evidence.EvidenceHash;
import muhafiz.proof.evidence.EvidenceRecord;
import muhafiz.service.checkpoint.CheckpointRows;
import muhafiz.service.checkpoint.Published;
import muhafiz.service.evidence.EvidenceRows.Day;
import muhafiz.service.evidence.EvidenceRows.Kept;
import muhafiz.service.evidence.EvidenceRows.Paper;

/** The transactions of a night: short ones, before and after the authority is asked; each may be repeated. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class EvidenceTurn {
    private final EvidenceRows rows;
    private final CheckpointRows checkpoints;

    @Inject
    EvidenceTurn(EvidenceRows rows, CheckpointRows checkpoints) {
        this.rows = rows;
        this.checkpoints = checkpoints;
    }

    /** What is to be stamped for that day; empty where it was, or nothing has been shown yet. */
    public Optional<Published> toStamp(LocalDate day) {
        if (rows.has(day)) {
            return Optional.empty();
        }
        return checkpoints.newest();
    }

    public void keep(LocalDate day, Published checkpoint, EvidenceRecord record) {
        rows.add(day, checkpoint, record);
    }

    public List<Day> uncopied(int most) {
        return rows.uncopied(most);
    }

    public void copied(Day day) {
        rows.copied(day);
    }

    public List<Day> endingDays(EvidenceHash hash, Instant before, LocalDate after, int most) {
        return rows.endingDays(hash, before, after, most);
    }

    public void renewDays(List<Day> old, List<EvidenceRecord> renewed) {
        for (int i = 0; i < old.size(); i++) {
            rows.replace(old.get(i), renewed.get(i));
        }
    }

    public List<Paper> withoutEvidence(UUID after, int most) {
        return rows.withoutEvidence(after, most);
    }

    public Optional<Paper> paper(UUID document) {
        return rows.paper(document);
    }

    public void keep(List<Paper> papers, List<EvidenceRecord> records) {
        for (int i = 0; i < papers.size(); i++) {
            rows.add(papers.get(i).document(), records.get(i));
        }
    }

    public List<Kept> ending(EvidenceHash hash, Instant before, UUID after, int most) {
        return rows.ending(hash, before, after, most);
    }

    public void renew(List<Kept> old, List<EvidenceRecord> renewed) {
        for (int i = 0; i < old.size(); i++) {
            rows.replace(old.get(i), renewed.get(i));
        }
    }
}
