package muhafiz.service.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.document.Document;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.casefile.NumberIndex;
import muhafiz.service.destruction.DestructionRows.State;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.keys.ServiceKeys;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.log.PersonKeys;
import muhafiz.service.notice.Notices;
import muhafiz.service.policy.PolicyInForce;

/**
 * Takes targets off the files, the documents first, with their entries: their rows are gone, their leaves and objects are noted as still to
 * be destroyed, their ghosts stay. From the commit on nobody is shown it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Unfiling {
    static final String RULE = "archive.destruction";
    private static final String PURPOSE = "P-RECORDS";

    private final DestructionRows orders;
    private final DocumentUnfiling documentsFirst;
    private final Standing standing;
    private final Remains remains;
    private final CaseRows cases;
    private final DocumentRows documents;
    private final NumberIndex index;
    private final ServiceKeys serviceKeys;
    private final PersonKeys personKeys;
    private final Notices notices;
    private final AccessLog log;
    private final PolicyInForce policies;

    @Inject
    Unfiling(
            DestructionRows orders,
            DocumentUnfiling documentsFirst,
            Standing standing,
            Remains remains,
            CaseRows cases,
            DocumentRows documents,
            NumberIndex index,
            ServiceKeys serviceKeys,
            PersonKeys personKeys,
            Notices notices,
            AccessLog log,
            PolicyInForce policies) {
        this.orders = orders;
        this.documentsFirst = documentsFirst;
        this.standing = standing;
        this.remains = remains;
        this.cases = cases;
        this.documents = documents;
        this.index = index;
        this.serviceKeys = serviceKeys;
        this.personKeys = personKeys;
        this.notices = notices;
        this.log = log;
        this.policies = policies;
    }

    /**
     * Takes the next target off, or the documents of the next cases; false where none is left and the order's keys may be destroyed.
     */
    public boolean next(UUID order) {
        if (orders.hold(order).filter(state -> state == State.ORDERED).isEmpty()) {
            return false;
        }
        if (documentsFirst.next(order)) {
            return true;
        }
        Optional<Target> target = orders.next(order);
        if (target.isEmpty()) {
            // Where all of it was left alone, there is nothing to certify.
            orders.moveTo(order, orders.leaves(order, 1).isEmpty() ? State.OBJECTS_DELETED : State.UNFILED);
            return false;
        }
        take(order, target.get());
        orders.done(order, target.get().kind(), List.of(target.get().id()));
        return true;
    }

    private void take(UUID order, Target target) {
        switch (target.kind()) {
            case DOCUMENT -> throw new IllegalStateException("documents go together, and first");
            case CASE -> cases.hold(target.id()).ifPresent(file -> caseFile(order, file));
            case EMPTY_CASE ->
                cases.hold(target.id())
                        .filter(file -> documents.ofCase(file.id()).isEmpty())
                        .ifPresent(file -> caseFile(order, file));
            case REQUEST -> orders.request(order, target.id());
            case PERSON -> {
                if (!cases.isNamed(target.id())) {
                    person(order, target.id());
                }
            }
        }
    }

    private void take(UUID order, Document document) {
        log(order, document);
        orders.item(order, document.leafId());
        remains.take(order, document);
    }

    private void caseFile(UUID order, CaseFile file) {
        if (standing.isAgainst(order, file)) {
            return;
        }
        documents.ofCase(file.id()).forEach(document -> take(order, document));
        List<CaseParty> parties = cases.parties(file.id());
        write(order, new Act.About(Concerned.all(parties), Optional.empty(), Optional.of(file.id())), "case");
        parties.forEach(party -> orders.item(order, party.fields().leafId()));
        cases.versionLeaves(file.id()).forEach(leaf -> orders.item(order, leaf));
        orders.item(order, file.fields().leafId());
        file.tokenLeafId().ifPresent(leaf -> orders.item(order, leaf));
        serviceKeys.retireAttempts().forEach(leaf -> orders.item(order, leaf));
        notices.forget(file.id()).forEach(leaf -> orders.item(order, leaf));
        index.remove(file);
        remains.take(order, file);
    }

    private void person(UUID order, UUID person) {
        Set<UUID> leaves = new TreeSet<>(personKeys.strike(person));
        leaves.addAll(cases.removeSubject(person));
        leaves.forEach(leaf -> orders.item(order, leaf));
        write(order, Act.About.NOBODY, "person");
    }

    private void log(UUID order, Document document) {
        Act.About about = new Act.About(
                Concerned.by(policies.policy().kind(document.kind()), cases.parties(document.caseId())),
                Optional.of(document.id()),
                Optional.of(document.caseId()));
        write(order, about, "document");
    }

    private void write(UUID order, Act.About about, String what) {
        log.write(new Act(
                Caller.archive(Randoms.id().toString()),
                "shred",
                new Act.Ground(PURPOSE, ""),
                Act.Outcome.done(RULE),
                about,
                Map.of("what", what, "order", order.toString())));
    }
}
