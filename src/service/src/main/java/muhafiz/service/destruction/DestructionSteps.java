package muhafiz.service.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.NumberIndex;
import muhafiz.service.destruction.DestructionRows.State;
import muhafiz.service.keys.Tombstones;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/** The transactions of a destruction; each may be repeated, by this node or another. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class DestructionSteps {
    /** Leaves of a page are met together only where all of them are asked for at once. */
    private static final int LEAVES = 50_000;

    private static final int VERSIONS = 100;
    private static final String PURPOSE = "P-RECORDS";

    private final DestructionRows orders;
    private final NumberIndex index;
    private final AccessLog log;
    private final InstantSource clock;

    @Inject
    DestructionSteps(DestructionRows orders, NumberIndex index, AccessLog log, InstantSource clock) {
        this.orders = orders;
        this.index = index;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public UUID add(String ground, Collection<Target> targets) {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("an order names something");
        }
        UUID order = add(ground);
        orders.add(order, targets);
        return order;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public UUID addOfKeys(String ground, Set<UUID> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("an order names something");
        }
        UUID order = add(ground);
        orders.items(order, leaves);
        return order;
    }

    private UUID add(String ground) {
        UUID order = Randoms.id();
        orders.add(order, ground, clock.instant());
        return order;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void addKeys(UUID order, Set<UUID> leaves) {
        orders.items(order, leaves);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void markAtOnce(UUID order) {
        orders.markAtOnce(order);
    }

    public boolean isAnyAtOnceInReach() {
        return orders.isAnyAtOnceInReach();
    }

    /** @throws IllegalArgumentException where there is no such order */
    public State state(UUID order) {
        return orders.hold(order).orElseThrow(() -> new IllegalArgumentException("there is no such order"));
    }

    /** That nothing is taken off the files for now. */
    public void stopped(UUID order, Set<String> doubts) {
        log.write(new Act(
                Caller.archive(Randoms.id().toString()),
                "shred",
                new Act.Ground(PURPOSE, ""),
                Act.Outcome.failed("clock-in-doubt"),
                Act.About.NOBODY,
                Map.of("what", "destruction stopped", "order", order.toString(), "because", String.join(" ", doubts))));
    }

    public boolean wantsAnotherIndex(UUID order) {
        return orders.wantsAnotherIndex(order);
    }

    public void switchIndex(UUID order) {
        index.switchToNext(leaf -> orders.item(order, leaf));
        orders.hasAnotherIndex(order);
    }

    public Set<UUID> leaves(UUID order) {
        return orders.leaves(order, LEAVES);
    }

    public void forgotten(UUID order, Set<UUID> leaves) {
        orders.forgotten(order, leaves);
    }

    /** The first part of the certificate, with its entry. */
    public void keysDestroyed(UUID order, Tombstones.Destroyed destroyed) {
        orders.keysDestroyed(order, destroyed.at(), destroyed.epoch());
        log("keys destroyed", "1", order);
    }

    public List<UUID> versions(UUID order) {
        return orders.versions(order, VERSIONS);
    }

    public void deleted(UUID order, Collection<UUID> versions) {
        orders.deleted(order, versions);
    }

    public void objectsDeleted(UUID order) {
        orders.moveTo(order, State.OBJECTS_DELETED);
    }

    public List<DestructionRows.InReach> inReach() {
        return orders.inReach();
    }

    /** The second part of the certificate, with its entry. */
    public void outOfReach(UUID order, Instant at) {
        orders.outOfReach(order, at);
        log("last root gone", "2", order);
    }

    public Optional<Certificate> certificate(UUID order) {
        return orders.certificate(order);
    }

    private void log(String what, String part, UUID order) {
        log.write(new Act(
                Caller.archive(Randoms.id().toString()),
                "key_operation",
                new Act.Ground(PURPOSE, ""),
                Act.Outcome.done("archive.destruction"),
                Act.About.NOBODY,
                Map.of("what", what, "part", part, "order", order.toString())));
    }
}
