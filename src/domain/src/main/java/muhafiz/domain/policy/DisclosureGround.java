package muhafiz.domain.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why something may be given to somebody outside.
 *
 * @param names the recipient as the public reads it; the plain text where the file has none
 * @param bases the legal bases it may rest on
 * @param needs what must be named
 * @param approve the roles that approve, each another person than the proposer; those of {@code ifSpecial} only where
 *     special data leaves
 * @param forbiddenCategories what never leaves on this ground
 * @param only classes a kind of recipient is limited to
 * @param needsKind the document that must be attached
 * @param mayHide whether it may be kept from the person for a dated reason
 */
public record DisclosureGround(
        String id,
        String recipient,
        Names names,
        List<String> bases,
        List<String> needs,
        Set<String> approve,
        Set<String> ifSpecial,
        Set<String> forbiddenCategories,
        Map<String, List<String>> only,
        Optional<String> needsKind,
        boolean mayHide,
        Part.Fields about,
        Footing footing) {
    public DisclosureGround {
        bases = List.copyOf(bases);
        needs = List.copyOf(needs);
        approve = Set.copyOf(approve);
        ifSpecial = Set.copyOf(ifSpecial);
        forbiddenCategories = Set.copyOf(forbiddenCategories);
        only = Map.copyOf(only);
        if (bases.isEmpty() || needs.isEmpty() || approve.isEmpty()) {
            throw new IllegalArgumentException("a disclosure ground has bases, needs and somebody who approves");
        }
    }
}
