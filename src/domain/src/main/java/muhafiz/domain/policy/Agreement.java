package muhafiz.domain.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks between sections: what one section relies on, another must give. */
final class Agreement {
    private final FieldReader file;

    private Agreement(FieldReader file) {
        this.file = file;
    }

    static void check(FieldReader file) {
        var agreement = new Agreement(file);
        agreement.consent();
        agreement.everyRoleIsGranted();
        agreement.administratorsReadNothing();
    }

    /** A purpose that needs consent has no other basis. */
    private void consent() {
        for (var recordClass : below("record_classes")) {
            var purpose = recordClass.words("purpose").stream().findFirst();
            var basis =
                    recordClass.fields("basis").map(found -> found.words("is")).orElse(List.of());
            if (purpose.filter(this::needsConsent).isPresent() && !basis.equals(List.of("LB-CONSENT"))) {
                file.reading().problem(recordClass, "purpose " + purpose.get() + " needs consent as its basis");
            }
        }
    }

    private boolean needsConsent(String purpose) {
        return file.fields()
                .fields("purposes")
                .flatMap(all -> all.fields(purpose))
                .flatMap(found -> found.at("consent_required"))
                .flatMap(Values::truth)
                .orElse(false);
    }

    private void everyRoleIsGranted() {
        var granted = new HashSet<String>();
        grants().forEach(grant -> granted.addAll(grant.words("role")));
        for (var role : file.fields().words("roles")) {
            if (!granted.contains(role)) {
                file.problem("roles", "role " + role + " is granted nothing");
            }
        }
    }

    /** Whoever runs the machines or holds the keys reads neither content nor metadata. */
    private void administratorsReadNothing() {
        for (var grant : grants()) {
            var role = grant.words("role");
            var reads = grant.words("actions").stream()
                    .anyMatch(word -> Action.of(word).filter(Action::isReading).isPresent());
            if (reads && (role.contains("system_administrator") || role.contains("key_custodian"))) {
                file.reading().problem(grant, role.get(0) + " reads nothing");
            }
        }
    }

    private List<Part.Fields> grants() {
        return file.fields().at("grants").flatMap(Values::list).orElse(List.of());
    }

    private Set<Part.Fields> below(String section) {
        var found = new HashSet<Part.Fields>();
        file.fields()
                .fields(section)
                .ifPresent(all -> all.entries()
                        .values()
                        .forEach(part -> Values.fields(part).ifPresent(found::add)));
        return found;
    }
}
