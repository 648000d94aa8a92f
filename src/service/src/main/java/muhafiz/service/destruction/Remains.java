package muhafiz.service.destruction;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.document.Document;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.PaidFees;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.log.PersonKeys;
import muhafiz.service.retention.Spent;

/**
 * Takes off the files what came back without its key: its destruction was ordered, done and logged before, and nothing of it can be read
 * any more. What lies in the store is deleted again.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Remains {
    private final DestructionRows orders;
    private final CaseRows cases;
    private final DocumentRows documents;
    private final PaidFees fees;
    private final PersonKeys personKeys;
    private final Spent spent;
    private final SchedulerClient scheduler;
    private final InstantSource clock;

    @Inject
    Remains(
            DestructionRows orders,
            CaseRows cases,
            DocumentRows documents,
            PaidFees fees,
            PersonKeys personKeys,
            Spent spent,
            SchedulerClient scheduler,
            InstantSource clock) {
        this.orders = orders;
        this.cases = cases;
        this.documents = documents;
        this.fees = fees;
        this.personKeys = personKeys;
        this.spent = spent;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    public void document(UUID order, UUID id) {
        documents.find(id).ifPresent(document -> take(order, document));
        scheduler.scheduleIfNotExists(
                Destruction.TASK.instance(order.toString()).scheduledTo(clock.instant()));
    }

    /** Its row becomes a ghost, its objects are to be deleted. */
    void take(UUID order, Document document) {
        orders.object(order, document.versionId());
        Target what = new Target(Target.Kind.DOCUMENT, document.id());
        Instant now = clock.instant();
        orders.ghost(order, what, document.recordClass(), document.receivedAt(), now);
        spent.ofDocument(document.id()).forEach(leaf -> orders.item(order, leaf));
        documents.remove(document);
        fees.forget(document.id());
    }

    /** With whatever is left of its documents. */
    public void caseFile(UUID order, UUID id) {
        cases.hold(id).ifPresent(file -> take(order, file));
    }

    /** Its row becomes a ghost, with those of its documents that are left. */
    void take(UUID order, CaseFile file) {
        documents.ofCase(file.id()).forEach(document -> take(order, document));
        Target what = new Target(Target.Kind.CASE, file.id());
        orders.ghost(order, what, file.recordClass(), file.receivedAt(), clock.instant());
        spent.ofCases(Set.of(file.id())).forEach(leaf -> orders.item(order, leaf));
        cases.remove(List.of(file));
    }

    public void person(UUID id) {
        personKeys.strike(id);
        cases.removeSubject(id);
    }
}
