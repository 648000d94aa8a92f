package muhafiz.service.search;

import muhafiz.service.casefile.Match;

/**
 * A case the searcher may know of, in which somebody may be meant. It tells no name: whoever needs one opens the case.
 *
 * @param role the person's part in the case
 * @param likeness 0 to 1, 1 for an exact number
 */
public record PersonMatch(Match match, String role, double likeness) {}
