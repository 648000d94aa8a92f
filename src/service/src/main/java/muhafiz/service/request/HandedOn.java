package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import muhafiz.service.disclosure.Disclosed;
import muhafiz.service.disclosure.Disclosed.Given;

/** The register of disclosures, as a person is told of it. */
@ApplicationScoped
class HandedOn implements Disclosures {
    private final Disclosed disclosed;

    @Inject
    HandedOn(Disclosed disclosed) {
        this.disclosed = disclosed;
    }

    @Override
    public List<JsonObject> of(Set<UUID> persons) {
        Map<UUID, Given> once = new LinkedHashMap<>();
        persons.forEach(person -> disclosed.to(person).forEach(given -> once.putIfAbsent(given.disclosure(), given)));
        return once.values().stream()
                .sorted(Comparator.comparing(Given::at))
                .map(HandedOn::told)
                .toList();
    }

    @Override
    public boolean hideFrom(Set<UUID> persons) {
        return persons.stream().anyMatch(disclosed::hidesFrom);
    }

    private static JsonObject told(Given given) {
        JsonArrayBuilder fields = Json.createArrayBuilder();
        given.fields().stream().sorted().forEach(fields::add);
        JsonArrayBuilder documents = Json.createArrayBuilder();
        given.documents().forEach(id -> documents.add(id.toString()));
        return Json.createObjectBuilder()
                .add("at", given.at().toString())
                .add("ground", given.ground())
                .add("recipient", Fields.texts(given.recipient()))
                .add("basis", Fields.texts(given.basis()))
                .add("fields", fields)
                .add("documents", documents)
                .build();
    }
}
