package muhafiz.service.destruction;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import muhafiz.bench.ThreadDatabase;
import muhafiz.service.clock.BelievedClock;
import muhafiz.service.destruction.DestructionRows.State;
import muhafiz.service.document.BenchRemoval;
import muhafiz.service.keys.BenchForgetting;
import muhafiz.service.keys.BenchRing;
import muhafiz.service.keys.Tombstones;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.LogWriter;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.Guard;
import muhafiz.service.retention.Spent;
import muhafiz.store.ObjectDestroyer;
import muhafiz.store.S3Tombstones;

/** The archive's own destruction of documents, each step in a transaction as the server gives it one; and when the steps began. */
final class SweepSteps {
    private final ThreadDatabase database;
    private final BenchRing keys;
    private final S3Tombstones beside;
    private final DestructionRows rows;
    private final AccessLog log;
    private final DocumentUnfiling unfiling;
    private long unfiled;
    private long forgotten;

    SweepSteps(ThreadDatabase database, BenchRing keys, S3Tombstones beside, PolicyInForce policy) {
        this.database = database;
        this.keys = keys;
        this.beside = beside;
        this.rows = new DestructionRows(database.source());
        this.log = LogWriter.over(database.source(), keys);
        this.unfiling = new DocumentUnfiling(
                database.source(),
                rows,
                new Guard(database.source()),
                new Spent(database.source()),
                log,
                policy,
                InstantSource.system());
    }

    /** How long each part of the last order took, in nanoseconds. */
    record Times(long unfiling, long forgetting, long deleting) {
        long all() {
            return unfiling + forgetting + deleting;
        }
    }

    /** Orders it and carries it out. */
    Times carryOut(List<UUID> documents, ObjectDestroyer destroyer) {
        UUID order = database.inTransaction(() -> steps().add("bench", targets(documents)));
        Destruction destruction = destruction(destroyer);
        long began = System.nanoTime();
        destruction.carryOut(order);
        return new Times(unfiled - began, forgotten - unfiled, System.nanoTime() - forgotten);
    }

    private static List<Target> targets(List<UUID> documents) {
        return documents.stream()
                .map(id -> new Target(Target.Kind.DOCUMENT, id))
                .toList();
    }

    @SuppressWarnings("NullAway") // an order of documents asks for no index and no task
    private Destruction destruction(ObjectDestroyer destroyer) {
        return new Destruction(
                steps(),
                files(),
                null,
                BenchForgetting.forgetting(database, keys),
                BenchForgetting.tombstones(database, beside),
                destroyer,
                BenchRemoval.of(destroyer),
                BelievedClock.watch(),
                null,
                InstantSource.system());
    }

    @SuppressWarnings("NullAway") // nor for what cases and persons need
    private Unfiling files() {
        return new Unfiling(rows, unfiling, null, null, null, null) {
            @Override
            public boolean next(UUID order) {
                return database.inTransaction(() -> super.next(order));
            }
        };
    }

    @SuppressWarnings("NullAway")
    private DestructionSteps steps() {
        return new DestructionSteps(rows, null, log, InstantSource.system()) {
            @Override
            public State state(UUID order) {
                return database.inTransaction(() -> super.state(order));
            }

            @Override
            public boolean wantsAnotherIndex(UUID order) {
                unfiled = System.nanoTime();
                return database.inTransaction(() -> super.wantsAnotherIndex(order));
            }

            @Override
            public Set<UUID> leaves(UUID order) {
                return database.inTransaction(() -> super.leaves(order));
            }

            @Override
            public void forgotten(UUID order, Set<UUID> leaves) {
                run(() -> super.forgotten(order, leaves));
            }

            @Override
            public void keysDestroyed(UUID order, Tombstones.Destroyed destroyed) {
                run(() -> super.keysDestroyed(order, destroyed));
                forgotten = System.nanoTime();
            }

            @Override
            public List<UUID> versions(UUID order) {
                return database.inTransaction(() -> super.versions(order));
            }

            @Override
            public void deleted(UUID order, Collection<UUID> versions) {
                run(() -> super.deleted(order, versions));
            }

            @Override
            public void objectsDeleted(UUID order) {
                run(() -> super.objectsDeleted(order));
            }

            private void run(Runnable step) {
                database.inTransaction(() -> {
                    step.run();
                    return step;
                });
            }
        };
    }
}
