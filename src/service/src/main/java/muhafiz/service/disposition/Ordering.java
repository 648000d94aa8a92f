package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.service.destruction.Destruction;
import muhafiz.service.destruction.Target;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.Guard;
import muhafiz.service.retention.Obstacle;
import muhafiz.service.wall.Wall;

/** Orders the destruction of what was approved, less what may no longer go; in the transaction of whoever decides it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Ordering {
    /** By what an order was given, in its row. */
    static final String GROUND = "disposition";

    private final DispositionRows rows;
    private final ItemRows items;
    private final Guard guard;
    private final Destruction destruction;
    private final Settlement settlement;
    private final PolicyInForce policies;
    private final Wall wall;

    @Inject
    Ordering(
            DispositionRows rows,
            ItemRows items,
            Guard guard,
            Destruction destruction,
            Settlement settlement,
            PolicyInForce policies,
            Wall wall) {
        this.settlement = settlement;
        this.rows = rows;
        this.items = items;
        this.guard = guard;
        this.destruction = destruction;
        this.policies = policies;
        this.wall = wall;
    }

    /** Two have approved: what is to be handed over waits for that, the rest is ordered. */
    public void begin(Disposition approved) {
        wall.asArchive("disposition", () -> part(approved));
    }

    private void part(Disposition approved) {
        List<Item> left = drop(approved, Item.FROZEN);
        Set<UUID> handedOver = left.stream()
                .filter(Item::isToBeTransferred)
                .map(item -> item.place().caseFile())
                .collect(Collectors.toSet());
        Map<Boolean, List<Item>> waits = left.stream()
                .collect(Collectors.partitioningBy(item -> item.isToBeTransferred()
                        || (!item.isDocument()
                                && handedOver.contains(item.what().id()))));
        items.toTransfer(approved.id(), ids(waits.getOrDefault(true, List.of())));
        order(approved, waits.getOrDefault(false, List.of()));
        rows.moveTo(approved.id(), left.isEmpty() ? Disposition.State.ENDED : Disposition.State.APPROVED);
    }

    /** What waited was received elsewhere: it is ordered, less what may no longer go. */
    public void afterReceipt(Disposition approved) {
        wall.asArchive("disposition", () -> {
            order(approved, drop(approved, "to-transfer"));
            settlement.endIfDone(approved);
        });
    }

    /** Orders these; each leaves the list again if something stands against it by the time its turn comes. */
    public void order(Disposition approved, List<Item> now) {
        if (now.isEmpty()) {
            return;
        }
        UUID order = destruction.order(GROUND, targets(now));
        if (approved.isAtOnce()) {
            destruction.markAtOnce(order);
        }
        items.ordered(approved.id(), ids(now), order);
    }

    /** Cases after their documents, and persons after the cases that named them. */
    private Collection<Target> targets(List<Item> now) {
        List<Target> targets = new ArrayList<>();
        for (Item item : now) {
            Target.Kind kind = item.isDocument() ? Target.Kind.DOCUMENT : Target.Kind.EMPTY_CASE;
            targets.add(new Target(kind, item.what().id()));
        }
        List<UUID> cases = ids(now.stream().filter(item -> !item.isDocument()).toList());
        items.personsOf(cases).forEach(person -> targets.add(new Target(Target.Kind.PERSON, person)));
        return targets;
    }

    /** Drops what moved or is held, under the rows' locks. @return what is left */
    private List<Item> drop(Disposition approved, String state) {
        UUID id = approved.id();
        List<UUID> documents =
                ids(items.all(id).stream().filter(Item::isDocument).toList());
        Map<UUID, List<Obstacle>> standing = guard.lock(documents);
        items.moved(id, approved.asOf()).forEach(moved -> items.drop(id, moved, "end-moved"));
        standing.forEach((document, obstacles) -> drop(id, document, obstacles));
        for (Item item : items.all(id)) {
            if (!item.isDocument()) {
                drop(id, item.what().id(), guard.ofCase(item.what().id()));
            }
        }
        return items.all(id).stream().filter(item -> item.state().equals(state)).toList();
    }

    private void drop(UUID disposition, UUID item, List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            items.drop(disposition, item, obstacles.get(0).rule(policies.policy()));
        }
    }

    private static List<UUID> ids(List<Item> some) {
        return some.stream().map(item -> item.what().id()).toList();
    }
}
