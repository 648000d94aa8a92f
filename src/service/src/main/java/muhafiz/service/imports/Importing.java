package muhafiz.service.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.policy.DocumentKind;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.casefile.CaseImport;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.imports.ImportRows.CaseRow;
import muhafiz.service.imports.ImportRows.GivenRow;
import muhafiz.service.intake.Admission;
import muhafiz.service.intake.OldPapers;
import muhafiz.service.policy.PolicyInForce;

/** Looks at imports, and carries out those that were released: several cases at once, each in a transaction of its own. */
@ApplicationScoped
public class Importing {
    private static final int PAGE = 400;
    private static final int TRIES = 5;
    private static final String LATER = "importing goes on when the server is up again";

    private final ImportTurn turn;
    private final Checking checking;
    private final Bags bags;
    private final CaseImport cases;
    private final OldPapers papers;
    private final ImportSeal seal;
    private final PolicyInForce policies;
    private final SpentImports spent;

    @Inject
    Importing(
            ImportTurn turn,
            Checking checking,
            Bags bags,
            CaseImport cases,
            OldPapers papers,
            ImportSeal seal,
            PolicyInForce policies,
            SpentImports spent) {
        this.turn = turn;
        this.checking = checking;
        this.bags = bags;
        this.cases = cases;
        this.papers = papers;
        this.seal = seal;
        this.policies = policies;
        this.spent = spent;
    }

    /**
     * Does what is to be done with an import; after a crash it goes on where it was.
     *
     * @param others each does a share of the work meanwhile
     */
    public void run(UUID id, List<Executor> others) {
        Optional<ImportRows.Row> found = turn.find(id).filter(row -> row.is("checking") || row.is("running"));
        if (found.isEmpty()) {
            return;
        }
        run(found.get(), others);
        spent.sweep();
    }

    private void run(ImportRows.Row row, List<Executor> others) {
        UUID id = row.id();
        try (LeafKey key = turn.key(row);
                Bag bag = bags.open(key, row)) {
            if (row.is("checking")) {
                checking.check(new Checking.Look(id, key, bag));
            } else {
                carryOut(new Work(id, key, bag), others);
                turn.end(id, "done", Optional.empty());
            }
        } catch (BagFault fault) {
            turn.end(id, "refused", Optional.of(fault));
        } catch (IOException e) {
            turn.end(id, "refused", Optional.of(new BagFault("bag-not-readable", "its bytes cannot be read")));
        }
    }

    private record Work(UUID id, LeafKey key, Bag bag) {}

    /** Each page leaves fewer that wait: a line that was worked off is imported, known or refused. */
    private void carryOut(Work work, List<Executor> others) {
        List<CaseRow> page = turn.ready(work.id(), 0, PAGE);
        while (!page.isEmpty()) {
            share(work, page, others);
            page = turn.ready(work.id(), 0, PAGE);
        }
    }

    private void share(Work work, List<CaseRow> page, List<Executor> others) {
        Queue<CaseRow> left = new ConcurrentLinkedQueue<>(page);
        CompletableFuture<?>[] shares = others.stream()
                .map(other -> CompletableFuture.runAsync(() -> workOff(work, left), other))
                .toArray(CompletableFuture<?>[]::new);
        workOff(work, left);
        try {
            CompletableFuture.allOf(shares).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(LATER, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a share of an import failed", e);
        }
    }

    private void workOff(Work work, Queue<CaseRow> left) {
        for (CaseRow row = left.poll(); row != null; row = left.poll()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException(LATER);
            }
            take(work, row);
        }
    }

    private void take(Work work, CaseRow row) {
        List<OldPapers.Sealed> sealed = new ArrayList<>();
        try {
            CaseLine line = CaseLine.of(seal.open(work.key(), work.id(), Checking.caseAt(row.line()), row.about()));
            CaseImport.Prepared prepared = cases.prepare(line.file());
            for (GivenRow file : turn.filesOf(work.id(), row.line())) {
                sealed.add(sealed(work, prepared, file));
            }
            register(work.id(), new ImportTurn.Ready(row.line(), prepared, line.arisesFrom(), sealed));
        } catch (RefusedException refused) {
            turn.refuse(work.id(), row.line(), refused);
        } catch (NoSuchFileException e) {
            turn.refuse(
                    work.id(),
                    row.line(),
                    new RefusedException(Refusal.DIGEST_MISMATCH, "a file of it is no longer there"));
        } catch (IOException e) {
            throw new IllegalStateException("a file of the bag cannot be read", e);
        } finally {
            sealed.forEach(OldPapers.Sealed::close);
        }
    }

    /** Of cases that wait for one another the database ends one; that is no reason to stop. */
    private void register(UUID id, ImportTurn.Ready ready) {
        for (int attempt = 1; ; attempt++) {
            try {
                turn.register(id, ready);
                return;
            } catch (PersistenceException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private OldPapers.Sealed sealed(Work work, CaseImport.Prepared prepared, GivenRow given) throws IOException {
        FileLine line = FileLine.of(seal.open(work.key(), work.id(), Checking.fileAt(given.line()), given.about()));
        DocumentKind kind = policies.policy()
                .kind(line.kind())
                .orElseThrow(
                        () -> new RefusedException(Refusal.KIND_UNKNOWN, "the policy knows no such document kind"));
        Set<UUID> persons = Concerned.among(Optional.of(kind), prepared.persons());
        Admission.Admitted admitted = new Admission.Admitted(
                prepared.caseId(),
                kind,
                kind.recordClass().orElse(prepared.recordClass()),
                persons,
                ImportTurn.RULE,
                new Admission.Past(prepared.provenance(), prepared.events()));
        Instant receivedAt = line.receivedOn()
                .orElse(prepared.file().receivedOn())
                .atStartOfDay(policies.policy().meta().timeZone())
                .toInstant();
        try (InputStream bytes = work.bag().open(line.path())) {
            return papers.seal(
                    new OldPapers.Paper(admitted, receivedAt, line.fileName()),
                    bytes,
                    sha256 -> MessageDigest.isEqual(ImportSeal.digestToken(work.key(), sha256), given.digest()));
        }
    }
}
