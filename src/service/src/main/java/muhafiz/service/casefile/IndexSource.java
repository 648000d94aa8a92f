package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.casefile.ApplicationNumber;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;

/** From what the index is made: the signs of cases, read from their sealed fields. Within a transaction. */
@ApplicationScoped
class IndexSource {
    /** Raised whenever cases get other signs than before; indexes of another making are replaced. */
    static final int MAKING = 4;

    private final CaseRows cases;
    private final CaseFields fields;

    @Inject
    IndexSource(CaseRows cases, CaseFields fields) {
        this.cases = cases;
        this.fields = fields;
    }

    /** All by which these cases are found, by the case's id. */
    Map<UUID, Set<Sign>> of(Collection<CaseFile> files) {
        Map<UUID, Set<Sign>> signs = new HashMap<>();
        fields.signsOf(files).forEach((id, shared) -> into(signs, id).addAll(shared));
        List<CaseParty> parties =
                cases.partiesOf(files.stream().map(CaseFile::id).toList());
        Map<UUID, Map<String, String>> opened = fields.of(parties);
        for (CaseParty party : parties) {
            into(signs, party.caseId()).addAll(Sign.ofParty(opened.getOrDefault(party.id(), Map.of())));
        }
        return signs;
    }

    private static Set<Sign> into(Map<UUID, Set<Sign>> signs, UUID id) {
        return signs.computeIfAbsent(id, any -> new LinkedHashSet<>());
    }

    /** The same of a case that is being registered. */
    static Set<Sign> of(
            ApplicationNumber number,
            Optional<String> cabinet,
            Optional<String> oldNumber,
            Iterable<NewParty> parties) {
        Set<Sign> signs = new LinkedHashSet<>(Sign.ofShared(number, cabinet, oldNumber));
        parties.forEach(party -> signs.addAll(Sign.ofParty(party.fields())));
        return signs;
    }
}
