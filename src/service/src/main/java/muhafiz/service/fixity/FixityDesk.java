package muhafiz.service.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.document.Document;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.document.About;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.keys.Keyring;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;

/** The transactions of the patrol: short ones, before and after the bytes are read. */
@ApplicationScoped
class FixityDesk {
    static final Damage DAMAGED_ROW = new Damage(Damage.Kind.ROW, "archive.document");
    static final Damage DAMAGED_KEY = new Damage(Damage.Kind.KEY, "keyring.leaf");

    private final FixityRows rows;
    private final DocumentRows documents;
    private final CaseRows cases;
    private final DocumentSeal seal;
    private final Keyring keyring;
    private final AccessLog log;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    FixityDesk(
            FixityRows rows,
            DocumentRows documents,
            CaseRows cases,
            DocumentSeal seal,
            Keyring keyring,
            AccessLog log,
            PolicyInForce policies,
            InstantSource clock) {
        this.rows = rows;
        this.documents = documents;
        this.cases = cases;
        this.seal = seal;
        this.keyring = keyring;
        this.log = log;
        this.policies = policies;
        this.clock = clock;
    }

    /** A document with its key; closing wipes that. */
    record Paper(Document document, About about, LeafKey key) implements AutoCloseable {
        @Override
        public void close() {
            key.close();
        }
    }

    @Transactional
    public void tidy() {
        rows.tidy();
    }

    @Transactional
    public List<UUID> due(Instant before, Instant lookedAt, int most) {
        return rows.due(before, lookedAt, most);
    }

    /** Empty where the document or its key is gone: then there is nothing to be damaged. */
    @Transactional
    public Optional<Paper> take(UUID id) {
        return documents.find(id).filter(one -> keyring.holds(one.leafId())).map(document -> {
            LeafKey key = keyring.open(document.leafId());
            return new Paper(document, seal.about(key, document), key);
        });
    }

    /** Opens the document's key and does nothing with it. @throws muhafiz.crypto.IntegrityException where it does not open */
    @Transactional
    public void tryKey(UUID id) {
        documents.find(id).ifPresent(document -> keyring.open(document.leafId()).close());
    }

    @Transactional
    public void whole(UUID id) {
        rows.whole(id, clock.instant());
    }

    /** @return whether this is news, and so an entry was written */
    @Transactional
    public boolean damaged(UUID id, Damage damage) {
        boolean news = rows.damaged(id, damage, clock.instant());
        if (news) {
            documents.find(id).ifPresent(document -> log.write(entry(document, damage)));
        }
        return news;
    }

    private Act entry(Document document, Damage damage) {
        Act.About about = new Act.About(
                Concerned.by(policies.policy().kind(document.kind()), cases.parties(document.caseId())),
                Optional.of(document.id()),
                Optional.of(document.caseId()));
        return new Act(
                Caller.archive(Randoms.id().toString()),
                "damage",
                Act.Ground.NONE,
                Act.Outcome.failed(damage.kind().code()),
                about,
                Map.of(
                        "object", damage.object(),
                        "bringBack", damage.kind().remedy().code()));
    }

    /** How many documents wait for which copy. */
    @Transactional
    public Map<Damage.Remedy, Long> waiting() {
        return rows.waiting();
    }

    @Transactional
    public long unseenSince(Instant before) {
        return rows.unseenSince(before);
    }
}
