package muhafiz.service.zone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.document.Document;
import muhafiz.domain.document.FormChoice;
import muhafiz.inspect.mrz.Mrz;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.document.Words;
import muhafiz.service.policy.PolicyInForce;

/**
 * Compares the zone of a document with what the form says of the person whose document it is: that party of the case of which the fewest
 * fields differ. Names are compared by the transliterations of ICAO Doc 9303; what the form leaves empty is not compared.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Differences {
    private static final String NUMBER = "documentNumber";
    private static final String APPLICANT = "applicant";

    private final CaseRows cases;
    private final CaseFields fields;
    private final Words words;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    Differences(CaseRows cases, CaseFields fields, Words words, PolicyInForce policies, InstantSource clock) {
        this.cases = cases;
        this.fields = fields;
        this.words = words;
        this.policies = policies;
        this.clock = clock;
    }

    /** Those of a zone that a machine is sure of, by field, and those about which was chosen before; none of another. */
    public List<Difference> of(CaseFile file, Document document, Optional<ReadZone> read) {
        Map<String, FormChoice> chosen = new LinkedHashMap<>();
        words.choices(document).forEach(choice -> chosen.put(choice.field(), choice));
        List<Difference> all = new ArrayList<>();
        read.filter(ReadZone::isSure)
                .flatMap(zone -> nearest(file, zone.zone()))
                .ifPresent(all::addAll);
        return all.stream()
                .map(one -> new Difference(
                        one.field(),
                        one.form(),
                        one.document(),
                        one.person(),
                        isFormTaken(Optional.ofNullable(chosen.get(one.field())), one)))
                .toList();
    }

    /** A choice counts as long as both say what they said then. */
    private static boolean isFormTaken(Optional<FormChoice> choice, Difference difference) {
        return choice.filter(one -> !one.takesDocument()
                        && one.form().equals(difference.form())
                        && one.document().equals(difference.document()))
                .isPresent();
    }

    private Optional<List<Difference>> nearest(CaseFile file, Mrz zone) {
        return cases.parties(file.id()).stream()
                .sorted(Comparator.comparing((CaseParty party) -> !party.role().equals(APPLICANT)))
                .map(party -> new Compared(party, zone))
                .filter(Compared::isPerson)
                .map(Compared::differences)
                .min(Comparator.comparingInt(List::size));
    }

    /** A party beside a zone. */
    private final class Compared {
        private final CaseParty party;
        private final JsonObject form;
        private final Map<String, String> document = new LinkedHashMap<>();
        private final Mrz zone;

        Compared(CaseParty party, Mrz zone) {
            LocalDate today = LocalDate.ofInstant(
                    clock.instant(), policies.policy().meta().timeZone());
            this.party = party;
            this.zone = zone;
            this.form = fields.of(party);
            document.put(NUMBER, zone.documentNumber());
            document.put("surname", zone.surname());
            document.put("givenNames", zone.givenNames());
            zone.birthDate(today).ifPresent(day -> document.put("birthDate", day.toString()));
            document.put("nationality", Nationalities.iso(zone.nationality()));
        }

        /** A company has no document of its own. */
        boolean isPerson() {
            return document.keySet().stream().anyMatch(form::containsKey);
        }

        List<Difference> differences() {
            return document.entrySet().stream()
                    .filter(entry -> form.containsKey(entry.getKey()))
                    .filter(entry -> !isSame(entry.getKey(), form.getString(entry.getKey()), entry.getValue()))
                    .map(entry -> new Difference(
                            entry.getKey(), form.getString(entry.getKey()), entry.getValue(), party.subjectId(), false))
                    .toList();
        }

        private boolean isSame(String field, String written, String read) {
            return FieldComparison.isSame(field, written, read, zone);
        }
    }
}
