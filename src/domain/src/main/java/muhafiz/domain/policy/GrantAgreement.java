package muhafiz.domain.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the grants against the rest: nobody without one, nobody with too much, nothing that nobody can do. */
final class GrantAgreement {
    private static final Set<String> BLIND_ROLES = Set.of("system_administrator", "key_custodian");
    private static final Set<String> ROLES_WITHOUT_SEARCH = Set.of("border_officer", "umis_gateway");

    private final Reading reading;
    private final Part.Fields file;
    private final List<Part.Fields> grants;

    private GrantAgreement(FieldReader file) {
        this.reading = file.reading();
        this.file = file.fields();
        this.grants = this.file.at("grants").flatMap(Values::list).orElse(List.of());
    }

    static void check(FieldReader file) {
        var agreement = new GrantAgreement(file);
        agreement.everyRoleIsGrantedSomething();
        agreement.grants.forEach(agreement::readsNothingFromOutside);
        agreement.everyClassCanBeFiled();
        agreement.twoPersonsCanBeFound();
        agreement.approversMayApprove();
    }

    private void everyRoleIsGrantedSomething() {
        var granted =
                grants.stream().flatMap(grant -> grant.words("role").stream()).collect(Collectors.toSet());
        file.at("roles")
                .ifPresent(roles -> roles.words().stream()
                        .filter(role -> !granted.contains(role))
                        .forEach(role -> reading.problem(roles, "role " + role + " is granted nothing")));
    }

    /** Machines and keys are run blind, compartments are closed, and whoever sees metadata may search but at the border. */
    private void readsNothingFromOutside(Part.Fields grant) {
        var role = grant.words("role").stream().findFirst().orElse("");
        var actions = grant.words("actions");
        if (BLIND_ROLES.contains(role) && actions.stream().anyMatch(GrantAgreement::isReading)) {
            reading.problem(grant, role + " reads nothing");
        }
        if (actions.contains("read_meta") && actions.contains("search") == ROLES_WITHOUT_SEARCH.contains(role)) {
            reading.problem(grant, "search goes with read_meta, but not at the border and for the gateway");
        }
        if (!actions.contains("read_content") || role.equals("dpo")) {
            return;
        }
        for (var compartment : compartments(grant)) {
            if (!grant.words("when").contains("compartment_" + compartment)) {
                reading.problem(grant, "reads content outside the compartment " + compartment);
            }
        }
    }

    private static boolean isReading(String word) {
        return Action.of(word).filter(Action::isReading).isPresent();
    }

    private Set<String> compartments(Part.Fields grant) {
        return classesOf(grant)
                .flatMap(id -> recordClass(id).stream())
                .flatMap(found -> found.words("compartment").stream())
                .collect(Collectors.toSet());
    }

    private Stream<String> classesOf(Part.Fields grant) {
        var words = grant.words("classes");
        return words.equals(List.of("all_personal")) ? reading.declared(Ids.CLASS).stream() : words.stream();
    }

    private Optional<Part.Fields> recordClass(String id) {
        return file.fields("record_classes").flatMap(all -> all.fields(id));
    }

    private void everyClassCanBeFiled() {
        var filed = new HashSet<String>();
        grants.stream()
                .filter(grant -> grant.words("actions").contains("ingest"))
                .forEach(grant -> classesOf(grant).forEach(filed::add));
        file.fields("record_classes")
                .ifPresent(all -> all.entries().forEach((id, part) -> {
                    var made = Values.fields(part)
                            .map(found -> found.words("made_by"))
                            .orElse(List.of());
                    if (!filed.contains(id) && !made.equals(List.of("archive"))) {
                        reading.problem(part, "nobody can file it");
                    }
                }));
    }

    private void twoPersonsCanBeFound() {
        for (var action : List.of("approve_destruction", "approve_disclosure")) {
            if (rolesThatMay(action).size() < 2) {
                file.at("grants")
                        .ifPresent(at -> reading.problem(at, "fewer than two roles may " + action.replace('_', ' ')));
            }
        }
    }

    private void approversMayApprove() {
        var may = rolesThatMay("approve_disclosure");
        file.fields("disclosures")
                .ifPresent(all -> all.entries().values().stream()
                        .flatMap(part -> Values.fields(part).stream())
                        .forEach(ground -> approvers(ground)
                                .filter(role -> reading.isKnown(Ids.ROLE, role) && !may.contains(role))
                                .forEach(role -> reading.problem(
                                        ground.at("approve").orElse(ground), role + " may not approve"))));
    }

    private static Stream<String> approvers(Part.Fields ground) {
        var listed = ground.at("approve").filter(Part.Series.class::isInstance).stream()
                .flatMap(part -> ((Part.Series) part).items().stream())
                .flatMap(part -> Values.fields(part).stream())
                .flatMap(condition -> condition.entries().keySet().stream());
        return Stream.concat(ground.words("approve").stream(), listed);
    }

    private Set<String> rolesThatMay(String action) {
        return grants.stream()
                .filter(grant -> grant.words("actions").contains(action))
                .flatMap(grant -> grant.words("role").stream())
                .collect(Collectors.toSet());
    }
}
