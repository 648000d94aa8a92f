package muhafiz.service.report;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.DisclosureGround;
import muhafiz.domain.policy.DocumentKind;
import muhafiz.domain.policy.Grant;
import muhafiz.domain.policy.Names;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.Purpose;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.RetentionRule;

/** The record of processing, printed from the policy: class by class, for the authority's register (PDL, Cabinet Decision 149 of 2010). */
final class ProcessingRegister {
    private ProcessingRegister() {}

    static JsonObject of(Policy policy) {
        JsonArrayBuilder classes = Json.createArrayBuilder();
        policy.recordClasses().forEach(one -> classes.add(processing(policy, one)));
        JsonArrayBuilder grounds = Json.createArrayBuilder();
        policy.disclosureGrounds().forEach(ground -> grounds.add(recipients(ground)));
        return Json.createObjectBuilder()
                .add("policyVersion", policy.version())
                .add("sha256", policy.sha256())
                .add("published", policy.published())
                .add("processing", classes)
                .add("recipients", grounds)
                .add("protection", protection())
                .build();
    }

    private static JsonObject processing(Policy policy, RecordClass one) {
        RetentionRule rule = one.retention();
        JsonObjectBuilder kept = Json.createObjectBuilder()
                .add("triggers", texts(rule.triggers()))
                .add("disposal", rule.disposal().word())
                .add("assumed", !rule.isConfirmed());
        rule.period().ifPresent(period -> kept.add("period", period.toString()));
        JsonObjectBuilder basis =
                Json.createObjectBuilder().add("is", one.basis().basis());
        one.basis().act().ifPresent(act -> basis.add("act", act));
        one.basis().article().ifPresent(article -> basis.add("article", article));
        JsonObjectBuilder shown = Json.createObjectBuilder()
                .add("class", one.id())
                .add("names", names(one.names()))
                .add("owner", one.owner())
                .add("category", one.category())
                .add("holdsPersonalData", one.holdsPersonalData())
                .add("regime", one.regime().name().toLowerCase(Locale.ROOT))
                .add("purpose", one.purpose())
                .add(
                        "duties",
                        texts(policy.purpose(one.purpose()).map(Purpose::serves).orElse(List.of())))
                .add("basis", basis)
                .add("retention", kept)
                .add("kinds", texts(kinds(policy, one)))
                .add("readers", texts(readers(policy, one)));
        one.compartment().ifPresent(circle -> shown.add("compartment", circle));
        return shown.build();
    }

    private static Collection<String> kinds(Policy policy, RecordClass one) {
        return policy.kinds().stream()
                .filter(kind -> kind.recordClass().filter(one.id()::equals).isPresent())
                .map(DocumentKind::id)
                .toList();
    }

    /** Roles that may see what is known of such records, or the records themselves, under whatever condition. */
    private static Collection<String> readers(Policy policy, RecordClass one) {
        Collection<String> roles = new TreeSet<>();
        policy.grants().stream()
                .filter(grant -> grant.actions().stream().anyMatch(Action::isReading))
                .filter(grant -> reaches(grant, one))
                .forEach(grant -> roles.add(grant.role()));
        return roles;
    }

    private static boolean reaches(Grant grant, RecordClass one) {
        if (grant.scope() instanceof Grant.Scope.Classes listed) {
            return listed.classes().contains(one.id());
        }
        return switch (((Grant.Scope.Of) grant.scope()).set()) {
            case ALL_PERSONAL -> one.holdsPersonalData();
            case OWN_RECORDS -> one.holdsPersonalData();
            case UNIT_CLASSES -> true;
            case NONE -> false;
        };
    }

    private static JsonObject recipients(DisclosureGround ground) {
        return Json.createObjectBuilder()
                .add("ground", ground.id())
                .add("names", names(ground.names()))
                .add("recipient", ground.recipient())
                .add("bases", texts(ground.bases()))
                .add("needs", texts(ground.needs()))
                .add("approvedBy", texts(new TreeSet<>(ground.approve())))
                .build();
    }

    /** What the README promises and the tests hold, in one line each. */
    private static JsonArray protection() {
        JsonArrayBuilder measures = Json.createArrayBuilder();
        Stream.of(
                        "sealed from the first byte (AES-256-GCM, key commitment), in the database, too",
                        "every reading for a stated purpose, logged before the first byte; the log is checked by outsiders",
                        "two persons for destruction, disclosure, policy and keys",
                        "keys of what was destroyed are out of reach after the horizon of rotations, in backups, too",
                        "row-level security behind the policy's decisions")
                .forEach(measures::add);
        return measures.build();
    }

    private static JsonObject names(Names names) {
        return Json.createObjectBuilder()
                .add("az", names.az())
                .add("en", names.en())
                .add("ru", names.ru())
                .build();
    }

    private static JsonArray texts(Collection<String> words) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        words.forEach(array::add);
        return array.build();
    }
}
