package muhafiz.service.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.IndexRebuilding;
import muhafiz.service.casefile.NumberIndex;
import muhafiz.service.casefile.Within;

/**
 * Candidates of the index, opened and compared. Decides nothing and writes no entry: whoever asks does both in the same transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Finding {
    /** Cases that are opened for one search; a name that has more is to be narrowed. */
    private static final int OPENED = 300;

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::likeness)
            .reversed()
            .thenComparing(Candidate::caseFile)
            .thenComparing(Candidate::subject);

    private final NumberIndex index;
    private final CaseRows cases;
    private final CaseFields fields;

    @Inject
    Finding(NumberIndex index, CaseRows cases, CaseFields fields) {
        this.index = index;
        this.cases = cases;
        this.fields = fields;
    }

    /**
     * Who may be meant, in cases of that reach, best first; of one case and person only the likeliest.
     *
     * @throws IndexRebuilding while the index is not complete: an empty list always means that there is nobody
     */
    public List<Candidate> candidates(Sought sought, Within within) {
        List<UUID> found = index.candidates(sought.signs(), within, OPENED);
        if (found.isEmpty()) {
            return List.of();
        }
        List<CaseParty> parties = cases.partiesOf(found);
        Map<UUID, Map<String, String>> opened = new HashMap<>(fields.of(parties));
        return parties.stream()
                .flatMap(party -> sought.likeness(opened.getOrDefault(party.id(), Map.of())).stream()
                        .map(likeness -> new Candidate(party.caseId(), party.subjectId(), party.role(), likeness)))
                .sorted(BEST_FIRST)
                .toList();
    }
}
