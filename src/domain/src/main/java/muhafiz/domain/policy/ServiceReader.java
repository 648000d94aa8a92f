package muhafiz.domain.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the sixteen e-services with their checklists, fees and terms. */
final class ServiceReader {
    private static final int EXPECTED = 16;

    private final FeeReader fees;

    private ServiceReader(FieldReader file) {
        fees = new FeeReader(file);
    }

    static Map<String, EService> read(FieldReader file) {
        var reader = new ServiceReader(file);
        var read = file.list("eservices", reader::service);
        checkNumber(file);
        var services = new LinkedHashMap<String, EService>();
        for (var service : read) {
            if (services.put(service.id(), service) != null) {
                file.problem("eservices", "service " + service.id() + " stands twice");
            }
        }
        checkNotOffered(file);
        return Collections.unmodifiableMap(services);
    }

    private static void checkNumber(FieldReader file) {
        var items = file.fields().at("eservices").stream()
                .flatMap(part -> Values.list(part).stream())
                .flatMap(List::stream)
                .toList();
        if (items.size() != EXPECTED) {
            file.problem("eservices", items.size() + " e-services, exactly " + EXPECTED + " expected");
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            var number = items.get(i).at("nr");
            if (number.flatMap(Values::count).filter(nr -> nr <= EXPECTED).isPresent()
                    && number.flatMap(Values::count).get() != i + 1) {
                file.reading().problem(number.get(), "e-services are numbered in order, " + (i + 1) + " expected");
            }
        }
    }

    private static void checkNotOffered(FieldReader file) {
        file.list("not_offered", at -> {
            var id = at.text("id");
            at.text("reason");
            at.footing();
            if (at.reading().isKnown(Ids.SERVICE, id)) {
                at.problem("id", id + " is offered");
            }
            return at.made(() -> id);
        });
    }

    private Optional<EService> service(FieldReader at) {
        var number = at.whole("nr");
        var id = at.text("id");
        var names = Names.read(at, at.text("name"));
        var recordClass = at.id("class", Ids.CLASS);
        var docs = checklist(at.inner("docs"));
        var fee = fees.fee(at);
        var within = TermReader.decideWithin(at, fee);
        var applicant = at.maybeId("applicant_role", Ids.ROLE);
        var apply = TermReader.maybeLimit(at, "apply_within", "src", "status", "conflicts_with", "late_filing");
        at.also("max_total", "validity", "consent_of_child");
        var footing = at.footing();
        return at.made(() -> new EService(
                number,
                id,
                names,
                recordClass,
                docs.orElseThrow(),
                fee,
                within,
                apply,
                applicant,
                at.fields(),
                footing));
    }

    private static Optional<Checklist> checklist(FieldReader at) {
        var required = at.ids("required", Ids.KIND);
        var optional = at.maybeIds("if_applicable", Ids.KIND);
        var footing = at.footing();
        return at.made(() -> new Checklist(required, optional, footing));
    }
}
