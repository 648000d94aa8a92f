package muhafiz.service.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import muhafiz.domain.casefile.CaseEvent;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.document.Document;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.retention.Retention;
import muhafiz.domain.retention.RetentionEnd;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.reading.DocumentView.RetentionView;

/** Works out how long a document is kept, from its class's rule and what has happened to its case. */
@ApplicationScoped
public class Terms {
    private final CaseRows cases;
    private final DocumentRows documents;
    private final PolicyInForce policies;

    @Inject
    Terms(CaseRows cases, DocumentRows documents, PolicyInForce policies) {
        this.cases = cases;
        this.documents = documents;
        this.policies = policies;
    }

    /** The rule that ends the document's life and the day, where that is known by now. Within a transaction. */
    public RetentionView of(CaseFile file, Document document) {
        Policy policy = policies.policy();
        RecordClass recordClass = policy.recordClass(document.recordClass())
                .orElseThrow(() -> new IllegalStateException("a document's class is not in the policy in force"));
        RetentionEnd end = Retention.endOf(recordClass, dates(policy, file, document));
        return new RetentionView(end.rule(), end.date());
    }

    /** The date that counts for each trigger: what officers stated, and what the archive knows itself. */
    private Map<String, LocalDate> dates(Policy policy, CaseFile file, Document document) {
        Map<String, LocalDate> dates = new HashMap<>();
        cases.events(file.id()).forEach(event -> dates.merge(event.type(), event.on(), Terms::later));
        LocalDate received = day(policy, document.receivedAt());
        dates.put("received", received);
        dates.put("captured", received);
        dates.put("last_action", lastAction(policy, file));
        return dates;
    }

    /** The latest upload, decision or event; never a read, a search or an act of the archive. */
    private LocalDate lastAction(Policy policy, CaseFile file) {
        Stream<Instant> uploads = documents.ofCase(file.id()).stream().map(Document::receivedAt);
        Stream<Instant> events = cases.events(file.id()).stream().map(CaseEvent::recordedAt);
        return Stream.concat(Stream.of(file.receivedAt()), Stream.concat(uploads, events))
                .map(moment -> day(policy, moment))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static LocalDate day(Policy policy, Instant moment) {
        return LocalDate.ofInstant(moment, policy.meta().timeZone());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
