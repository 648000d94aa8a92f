package muhafiz.service.doctor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Opener;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.document.Document;
import muhafiz.service.caller.Caller;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.keys.Keyring;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/** The transactions of an examination. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Examination {
    private static final int PAGE = 5000;

    private final DoctorRows rows;
    private final DocumentRows documents;
    private final DocumentSeal seal;
    private final Keyring keyring;
    private final AccessLog log;
    private final InstantSource clock;

    @Inject
    Examination(
            DoctorRows rows,
            DocumentRows documents,
            DocumentSeal seal,
            Keyring keyring,
            AccessLog log,
            InstantSource clock) {
        this.rows = rows;
        this.documents = documents;
        this.seal = seal;
        this.keyring = keyring;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Some documents, counted.
     *
     * @param last where to go on
     * @param lost of those without a key, how many were not forgotten by order
     */
    record Counted(UUID last, int documents, int withoutKey, int lost) {}

    public Optional<Counted> count(UUID after) {
        return rows.documentsAfter(after, PAGE).map(page -> {
            Set<UUID> missing = new HashSet<>(page.leaves());
            missing.removeAll(keyring.held(page.leaves()));
            int forgotten = keyring.forgotten(missing).size();
            return new Counted(page.last(), page.leaves().size(), missing.size(), missing.size() - forgotten);
        });
    }

    /** A random document, its key open; empty where there is none. The caller closes it. */
    public Optional<Sample> sample() {
        return rows.documentFrom(Randoms.id()).flatMap(documents::find).map(this::open);
    }

    private Sample open(Document document) {
        LeafKey key = keyring.open(document.leafId());
        return new Sample(document.id(), key, seal.opener(key, document, seal.about(key, document)));
    }

    /** A document of the sample. */
    record Sample(UUID document, LeafKey key, Opener opener) implements AutoCloseable {
        @Override
        public void close() {
            key.close();
        }
    }

    /** Keeps the report, with its entry. */
    public void report(UUID id, List<String> lines) {
        rows.add(id, "doctor", clock.instant(), String.join("\n", lines));
        log.write(new Act(
                Caller.archive(Randoms.id().toString()),
                "key_operation",
                new Act.Ground("P-RECORDS", ""),
                Act.Outcome.done("archive.doctor"),
                Act.About.NOBODY,
                Map.of("what", "examined", "report", id.toString())));
    }
}
