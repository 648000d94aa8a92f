package muhafiz.service.zone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.document.Document;
import muhafiz.domain.policy.DocumentKind;
import muhafiz.service.casefile.LostCards;
import muhafiz.service.policy.PolicyInForce;

/**
 * What a machine remarks on a document that must have a zone (policy, {@code document_kinds}: {@code mrz: required}). Codes, which the
 * applicant is told at once; an officer's word beats them (DOC-3). Of any kind it remarks on a card that was reported lost (ENF-2).
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ZoneRemarks {
    /** While the applicant has not chosen between form and document. */
    public static final String DIFFERS = "differs-from-form";

    private final Differences differences;
    private final LostCards cards;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    ZoneRemarks(Differences differences, LostCards cards, PolicyInForce policies, InstantSource clock) {
        this.differences = differences;
        this.cards = cards;
        this.policies = policies;
        this.clock = clock;
    }

    /** @param metadata the archive's own terms, as a machine found them */
    public List<String> of(CaseFile file, Document document, Map<String, String> metadata) {
        List<String> remarks = new ArrayList<>(ofKind(file, document, metadata));
        if (ReadZone.of(metadata)
                .filter(read -> cards.isBlocked(read.zone().documentNumber()))
                .isPresent()) {
            remarks.add("card-blocked");
        }
        return remarks;
    }

    private List<String> ofKind(CaseFile file, Document document, Map<String, String> metadata) {
        Optional<DocumentKind> kind = policies.policy().kind(document.kind()).filter(DocumentKind::needsMrz);
        if (kind.isEmpty()) {
            return List.of();
        }
        Optional<ReadZone> read = ReadZone.of(metadata);
        if (read.filter(ReadZone::isSure).isEmpty()) {
            return List.of(read.isPresent() ? "mrz-not-sure" : "mrz-not-found");
        }
        List<String> remarks = new ArrayList<>();
        if (differences.of(file, document, read).stream().anyMatch(Difference::isOpen)) {
            remarks.add(DIFFERS);
        }
        validity(kind.get(), read.get()).ifPresent(remarks::add);
        return remarks;
    }

    private Optional<String> validity(DocumentKind kind, ReadZone read) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), policies.policy().meta().timeZone());
        return read.zone()
                .expiryDate(today)
                .filter(last -> last.isBefore(today.plusDays(kind.validityMarginDays())))
                .map(last -> last.isBefore(today) ? "expired" : "expires-soon");
    }
}
