package muhafiz.service.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Approver;
import muhafiz.service.caller.Caller;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.Shelf;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/** The transactions of proposing, seeing and releasing an import. */
@ApplicationScoped
@Transactional
class ImportDesk {
    /** After this an import that nobody released is over. */
    private static final Duration WAITS = Duration.ofDays(30);

    private static final String SHELF = "import";
    private static final String PURPOSE = "P-RECORDS";

    private final ImportRows rows;
    private final ImportQueue queue;
    private final Keyring keyring;
    private final Approver approver;
    private final AccessLog log;
    private final InstantSource clock;

    @Inject
    ImportDesk(
            ImportRows rows,
            ImportQueue queue,
            Keyring keyring,
            Approver approver,
            AccessLog log,
            InstantSource clock) {
        this.rows = rows;
        this.queue = queue;
        this.keyring = keyring;
        this.approver = approver;
        this.log = log;
        this.clock = clock;
    }

    /** @param name of what lies in the folder of imports; empty where it lies in the store */
    record New(UUID id, String name, LeafKey key, Optional<ImportRows.Body> body) {}

    public ImportView begin(Caller caller, New made) {
        Instant now = now();
        UUID leaf = Randoms.id();
        keyring.create(leaf, made.key(), Shelf.of(SHELF, now));
        rows.add(
                new ImportRows.Row(
                        made.id(),
                        "checking",
                        made.name(),
                        Optional.of(leaf),
                        made.body(),
                        Optional.empty(),
                        caller.user()),
                now,
                now.plus(WAITS));
        queue.add(made.id());
        log.write(act(caller, "ingest", made.id(), "import proposed"));
        return rows.view(made.id()).orElseThrow();
    }

    public ImportView view(Caller caller, UUID id) {
        ImportRows.Row row = rows.find(id).orElseThrow(ImportDesk::unknown);
        if (row.is("running")) {
            rows.count(id);
        }
        log.write(act(caller, "read_meta", id, "import"));
        return rows.view(id).orElseThrow();
    }

    public List<Imports.Numbered> flaws(Caller caller, UUID id, int after, int most) {
        rows.find(id).orElseThrow(ImportDesk::unknown);
        log.write(act(caller, "read_meta", id, "refused lines of an import"));
        return rows.flaws(id, after, most).stream()
                .map(one -> new Imports.Numbered(one.number(), one.flaw()))
                .toList();
    }

    public ImportView release(Caller caller, UUID id, String digest) {
        ImportRows.Row row = rows.hold(id).orElseThrow(ImportDesk::unknown);
        approver.require(caller, List.of(row.proposedBy()));
        if (!row.is("checked")) {
            throw new RefusedException(
                    Refusal.IMPORT_NOT_WAITING, "it is " + row.state() + " and waits for no release");
        }
        if (!row.digest().map(HexFormat.of()::formatHex).equals(Optional.of(digest))) {
            throw new RefusedException(Refusal.LIST_CHANGED, "the digest is not the one of what was looked at");
        }
        rows.released(id, caller.user(), now());
        queue.add(id);
        log.write(act(caller, "ingest", id, "import released").with("digest", digest));
        return rows.view(id).orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.NOT_FOUND, "there is no such import");
    }

    private static Act act(Caller caller, String action, UUID id, String what) {
        return new Act(
                caller,
                action,
                new Act.Ground(PURPOSE, ""),
                Act.Outcome.done(ImportTurn.RULE),
                Act.About.NOBODY,
                Map.of("what", what, "import", id.toString()));
    }
}
