package muhafiz.service.disposition;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A disposition as it is shown.
 *
 * @param count of all its items
 * @param items a page of them, by id
 * @param next the id after which the next page begins; empty where this is the last
 */
public record DispositionView(
        Disposition what, List<Approval> approvals, int count, List<Item> items, Optional<UUID> next) {}
