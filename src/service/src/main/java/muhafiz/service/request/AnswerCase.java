package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.casefile.Provenance;
import muhafiz.domain.document.Document;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.policy.PolicyInForce;

/** Tells a person of one case that names them: their own part, never another party's. In the caller's transaction. */
@ApplicationScoped
class AnswerCase {
    private final CaseRows cases;
    private final CaseFields fields;
    private final DocumentRows documents;
    private final AnswerDocument papers;
    private final PolicyInForce policies;

    @Inject
    AnswerCase(
            CaseRows cases, CaseFields fields, DocumentRows documents, AnswerDocument papers, PolicyInForce policies) {
        this.cases = cases;
        this.fields = fields;
        this.documents = documents;
        this.papers = papers;
        this.policies = policies;
    }

    /**
     * A case as it is told.
     *
     * @param papers the documents in it that concern the person
     */
    record Told(CaseFile file, Set<UUID> concerned, JsonObject json, List<AnswerDocument.Told> papers) {}

    /**
     * @param who as whom the archive knows the person
     * @param roles theirs in this case
     */
    Told tell(CaseFile file, Set<UUID> who, Set<String> roles, AnswerScope scope) {
        List<CaseParty> parties = cases.parties(file.id());
        List<CaseParty> own = parties.stream()
                .filter(party -> who.contains(party.subjectId()))
                .toList();
        boolean isApplicant = roles.contains("applicant");
        List<AnswerDocument.Told> told = new ArrayList<>();
        JsonArrayBuilder papersJson = Json.createArrayBuilder();
        for (Document document : documents.ofCase(file.id())) {
            Set<UUID> concerned = Concerned.by(policies.policy().kind(document.kind()), parties);
            if (concerned.stream().anyMatch(who::contains) && scope.reaches(document.receivedAt())) {
                boolean isOwn = isApplicant && who.containsAll(concerned);
                AnswerDocument.Told paper = scope.withheld().contains(document.id())
                        ? papers.withhold(document, concerned)
                        : papers.tell(document, concerned, isOwn, scope);
                told.add(paper);
                papersJson.add(paper.json());
            }
        }
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", file.id().toString())
                .add("class", file.recordClass())
                .add("roles", Json.createArrayBuilder(roles))
                .add("receivedAt", file.receivedAt().toString());
        file.service().ifPresent(service -> json.add("service", service));
        provenance(json, file.provenance());
        retention(json, file.end().rule(), file.end().date().map(Object::toString));
        if (isApplicant) {
            json.add("number", fields.numberOf(file).toString())
                    .add("state", file.state().code());
            json.add("events", events(file.id()));
        }
        json.add("fields", fields(own)).add("documents", papersJson);
        return new Told(file, Set.copyOf(own.stream().map(CaseParty::subjectId).toList()), json.build(), told);
    }

    private JsonArrayBuilder fields(List<CaseParty> own) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        Map<UUID, Map<String, String>> opened = fields.of(own);
        for (CaseParty party : own) {
            JsonObjectBuilder values = Json.createObjectBuilder();
            opened.getOrDefault(party.id(), Map.of()).forEach(values::add);
            all.add(Json.createObjectBuilder().add("role", party.role()).add("values", values));
        }
        return all;
    }

    private JsonArrayBuilder events(UUID id) {
        JsonArrayBuilder events = Json.createArrayBuilder();
        cases.events(id).forEach(event -> {
            JsonObjectBuilder one = Json.createObjectBuilder()
                    .add("type", event.type())
                    .add("on", event.on().toString());
            event.outcome().ifPresent(outcome -> one.add("outcome", outcome));
            events.add(one);
        });
        return events;
    }

    static void provenance(JsonObjectBuilder json, Provenance from) {
        json.add("channel", from.channel())
                .add("source", from.source())
                .add("purpose", from.purpose())
                .add("legalBasis", from.basis())
                .add("policyVersion", from.policyVersion());
    }

    static void retention(JsonObjectBuilder json, String rule, Optional<String> ends) {
        JsonObjectBuilder retention = Json.createObjectBuilder().add("rule", rule);
        ends.ifPresent(day -> retention.add("ends", day));
        json.add("retention", retention);
    }
}
