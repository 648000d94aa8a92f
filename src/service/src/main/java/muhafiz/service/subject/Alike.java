package muhafiz.service.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import muhafiz.service.casefile.PartyFields;
import muhafiz.service.casefile.Sign;
import muhafiz.service.casefile.Within;
import muhafiz.service.search.Candidate;
import muhafiz.service.search.Finding;
import muhafiz.service.search.Sought;

/** Finds who else may be the same person. Decides nothing and writes no entry; in the caller's transaction. */
@ApplicationScoped
public class Alike {
    private final Finding finding;

    @Inject
    Alike(Finding finding) {
        this.finding = finding;
    }

    /**
     * Of each other person the case that speaks for it most, likeliest first.
     *
     * @param told the fields of each part that the person has in a case
     * @param who the person's own ids
     * @throws muhafiz.service.casefile.IndexRebuilding while the index is not complete
     */
    public List<Candidate> others(Collection<Map<String, String>> told, Set<UUID> who, Within within) {
        Map<UUID, Candidate> best = new HashMap<>();
        for (Sought sought : sought(told)) {
            for (Candidate one : finding.candidates(sought, within)) {
                if (!who.contains(one.subject())) {
                    best.merge(one.subject(), one, (a, b) -> a.likeness() >= b.likeness() ? a : b);
                }
            }
        }
        List<Candidate> others = new ArrayList<>(best.values());
        others.sort((a, b) -> Double.compare(b.likeness(), a.likeness()));
        return others;
    }

    /** By every name and number under which they are known. */
    private static Set<Sought> sought(Collection<Map<String, String>> told) {
        Set<Sought> sought = new LinkedHashSet<>();
        for (Map<String, String> fields : told) {
            if (!Sign.of(PartyFields.person(fields)).isEmpty()) {
                sought.add(new Sought.Named(PartyFields.person(fields)));
            }
            for (Sign sign : Sign.ofParty(fields)) {
                if (sign.kind() == Sign.Kind.DOCUMENT || sign.kind() == Sign.Kind.PIN) {
                    sought.add(new Sought.Exactly(sign));
                }
            }
        }
        return sought;
    }
}
