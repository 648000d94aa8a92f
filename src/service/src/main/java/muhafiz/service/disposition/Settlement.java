package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.crypto.IntegrityException;
import muhafiz.service.keys.Keyring;

/**
 * Sees what became of the items once an order was carried out; with the last one the disposition has ended and its act is issued. May be
 * repeated after a crash, by any node.
 */
@ApplicationScoped
public class Settlement {
    private static final Set<String> OPEN = Set.of("frozen", "to-transfer", "ordered");

    private final DispositionRows rows;
    private final ItemRows items;
    private final ActIssue acts;
    private final Keyring keyring;

    @Inject
    Settlement(DispositionRows rows, ItemRows items, ActIssue acts, Keyring keyring) {
        this.rows = rows;
        this.items = items;
        this.acts = acts;
        this.keyring = keyring;
    }

    /**
     * Called when every step of the order is done; an order that no disposition gave is left alone.
     *
     * @throws IntegrityException where a key of what was destroyed can still be opened
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void settle(UUID order) {
        rows.holdOf(order)
                .filter(found -> found.state() == Disposition.State.APPROVED)
                .ifPresent(found -> settle(found, order));
    }

    private void settle(Disposition found, UUID order) {
        items.settle(order);
        List<Item> all = items.all(found.id());
        requireUnreadable(all.stream()
                .filter(item -> item.order().filter(order::equals).isPresent())
                .map(item -> item.what().key())
                .collect(Collectors.toSet()));
        endIfDone(found);
    }

    /** Issues the act where nothing of it is open any more; in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endIfDone(Disposition found) {
        List<Item> all = items.all(found.id());
        if (all.stream().noneMatch(item -> OPEN.contains(item.state()))) {
            acts.issue(found, all);
            rows.moveTo(found.id(), Disposition.State.ENDED);
        }
    }

    /** Policy, {@code destruction.steps}: verify_unreadable. */
    private void requireUnreadable(Set<UUID> keys) {
        if (keyring.forgotten(keys).size() != keys.size()) {
            throw new IntegrityException("a key of what was destroyed is not forgotten");
        }
    }
}
