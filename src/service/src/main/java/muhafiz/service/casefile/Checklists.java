package muhafiz.service.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import muhafiz.domain.document.Document;
import muhafiz.domain.policy.DocumentKind;
import muhafiz.domain.policy.EService;
import muhafiz.domain.policy.Policy;

/** What a service asks for beside what has come. */
final class Checklists {
    private Checklists() {}

    /** The service's lines, each with the state of the newest document of its kind; kinds nobody asked for come last. */
    static List<ChecklistLine> of(Optional<EService> service, List<Document> documents) {
        List<ChecklistLine> lines = new ArrayList<>();
        List<String> required = service.map(one -> one.checklist().required()).orElse(List.of());
        List<String> optional =
                service.map(one -> one.checklist().ifApplicable()).orElse(List.of());
        required.forEach(kind -> lines.add(line(kind, true, documents)));
        optional.forEach(kind -> lines.add(line(kind, false, documents)));
        documents.stream()
                .map(Document::kind)
                .distinct()
                .filter(kind -> !required.contains(kind) && !optional.contains(kind))
                .sorted()
                .forEach(kind -> lines.add(line(kind, false, documents)));
        return lines;
    }

    /** Whether every line on which completeness depends has a document that was not refused. */
    static boolean isComplete(List<ChecklistLine> lines, Policy policy) {
        return lines.stream()
                .filter(ChecklistLine::isOpen)
                .noneMatch(line -> line.required() && isNeededFromTheStart(policy, line.kind()));
    }

    private static boolean isNeededFromTheStart(Policy policy, String kind) {
        return policy.kind(kind).map(DocumentKind::isConditionOfCompleteness).orElse(true);
    }

    private static ChecklistLine line(String kind, boolean required, List<Document> documents) {
        return documents.stream()
                .filter(document -> document.kind().equals(kind))
                .max(Comparator.comparing(Document::receivedAt))
                .map(newest -> new ChecklistLine(kind, required, newest.state().code(), newest.reasons()))
                .orElseGet(() -> new ChecklistLine(kind, required, ChecklistLine.MISSING, List.of()));
    }
}
