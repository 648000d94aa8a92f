package muhafiz.service.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.destruction.DestructionRows.State;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.log.PersonKeys;

/**
 * Takes targets off the files with their entries, many of one kind in a transaction: their rows are gone, their leaves and objects are
 * noted as still to be destroyed, their ghosts stay. From the commit on nobody is shown it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Unfiling {
    private static final int MOST = 100;

    /** After the documents. Persons last: nobody is forgotten while a case still names them. */
    private static final List<Target.Kind> THEN =
            List.of(Target.Kind.REQUEST, Target.Kind.CASE, Target.Kind.EMPTY_CASE, Target.Kind.PERSON);

    private final DestructionRows orders;
    private final DocumentUnfiling documentsFirst;
    private final CaseUnfiling thenCases;
    private final CaseRows cases;
    private final PersonKeys personKeys;
    private final AccessLog log;

    @Inject
    Unfiling(
            DestructionRows orders,
            DocumentUnfiling documentsFirst,
            CaseUnfiling thenCases,
            CaseRows cases,
            PersonKeys personKeys,
            AccessLog log) {
        this.orders = orders;
        this.documentsFirst = documentsFirst;
        this.thenCases = thenCases;
        this.cases = cases;
        this.personKeys = personKeys;
        this.log = log;
    }

    /** Takes the next targets off; false where none is left and the order's keys may be destroyed. */
    public boolean next(UUID order) {
        if (orders.hold(order).filter(state -> state == State.ORDERED).isEmpty()) {
            return false;
        }
        if (documentsFirst.next(order)) {
            return true;
        }
        for (Target.Kind kind : THEN) {
            List<UUID> targets = orders.next(order, kind, MOST);
            if (!targets.isEmpty()) {
                take(order, kind, targets);
                orders.done(order, kind, targets);
                return true;
            }
        }
        // Where all of it was left alone, there is nothing to certify.
        orders.moveTo(order, orders.leaves(order, 1).isEmpty() ? State.OBJECTS_DELETED : State.UNFILED);
        return false;
    }

    private void take(UUID order, Target.Kind kind, List<UUID> targets) {
        switch (kind) {
            case DOCUMENT -> throw new IllegalStateException("documents go by their cases, and first");
            case CASE -> thenCases.take(order, targets);
            case EMPTY_CASE -> thenCases.takeEmpty(order, targets);
            case REQUEST -> targets.forEach(request -> orders.request(order, request));
            case PERSON -> persons(order, targets);
        }
    }

    /** Whoever is named by a case still is left alone. */
    private void persons(UUID order, List<UUID> persons) {
        List<Act> acts = new ArrayList<>();
        for (UUID person : persons) {
            if (!cases.isNamed(person)) {
                Set<UUID> leaves = new TreeSet<>(personKeys.strike(person));
                leaves.addAll(cases.removeSubject(person));
                orders.items(order, leaves);
                acts.add(Entries.gone(order, "person", Act.About.NOBODY));
            }
        }
        log.writeAll(acts);
    }
}
