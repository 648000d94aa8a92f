package muhafiz.service.subject;

import java.util.List;
import java.util.UUID;
import muhafiz.service.search.Candidate;

/**
 * Who else may be a person.
 *
 * @param candidates likeliest first
 * @param merges with whom they are one already
 */
public record AlikeView(UUID person, List<Candidate> candidates, List<Merge> merges) {
    public AlikeView {
        candidates = List.copyOf(candidates);
        merges = List.copyOf(merges);
    }
}
