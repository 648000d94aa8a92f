package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.casefile.NewParty;
import muhafiz.service.disclosure.DisclosureRights.Paper;
import muhafiz.service.policy.PolicyInForce;

/** The values that leave: of those whom the documents concern, the wanted fields and no other. Within a transaction. */
@ApplicationScoped
class PackedFields {
    /** The application's number, beside what is known of its persons. */
    private static final String NUMBER = "number";

    private final CaseFields fields;
    private final PolicyInForce policies;

    @Inject
    PackedFields(CaseFields fields, PolicyInForce policies) {
        this.fields = fields;
        this.policies = policies;
    }

    /** What may be asked for. */
    static Set<String> known() {
        Set<String> known = new TreeSet<>(NewParty.FIELDS);
        known.add(NUMBER);
        return known;
    }

    /** Whom a document concerns. */
    Set<UUID> persons(Paper paper) {
        return Concerned.by(policies.policy().kind(paper.document().kind()), paper.parties());
    }

    /** As JSON: one object for each case, with its persons and their roles. */
    JsonObject of(List<Paper> papers, Set<String> wanted) {
        Map<UUID, Set<UUID>> concerned = new TreeMap<>();
        Map<UUID, Paper> files = new LinkedHashMap<>();
        for (Paper paper : papers) {
            files.putIfAbsent(paper.file().id(), paper);
            concerned.computeIfAbsent(paper.file().id(), any -> new TreeSet<>()).addAll(persons(paper));
        }
        JsonArrayBuilder applications = RegisterText.JSON.createArrayBuilder();
        for (Paper paper : files.values()) {
            applications.add(
                    application(paper, concerned.getOrDefault(paper.file().id(), Set.of()), wanted));
        }
        return RegisterText.JSON
                .createObjectBuilder()
                .add("applications", applications)
                .build();
    }

    private JsonObjectBuilder application(Paper paper, Set<UUID> persons, Set<String> wanted) {
        CaseFile file = paper.file();
        JsonArrayBuilder parties = RegisterText.JSON.createArrayBuilder();
        for (CaseParty party : paper.parties()) {
            if (persons.contains(party.subjectId())) {
                parties.add(RegisterText.JSON
                        .createObjectBuilder()
                        .add("role", party.role())
                        .add("fields", chosen(fields.of(party), wanted)));
            }
        }
        JsonObjectBuilder application = RegisterText.JSON.createObjectBuilder();
        if (wanted.contains(NUMBER)) {
            application.add(NUMBER, fields.numberOf(file).toString());
        }
        return application.add("persons", parties);
    }

    private static JsonObjectBuilder chosen(JsonObject all, Set<String> wanted) {
        JsonObjectBuilder chosen = RegisterText.JSON.createObjectBuilder();
        wanted.stream().filter(all::containsKey).forEach(name -> chosen.add(name, all.get(name)));
        return chosen;
    }
}
