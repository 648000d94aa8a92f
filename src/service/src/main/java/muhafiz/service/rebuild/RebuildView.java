package muhafiz.service.rebuild;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import muhafiz.domain.rebuild.Found;
import muhafiz.domain.rebuild.Rebuild;

/**
 * Where a rebuild stands.
 *
 * @param found final once it no longer runs
 * @param releasedBy roles that have released it: {@code records_manager}, {@code dpo}
 */
public record RebuildView(UUID id, String state, Instant begunAt, Found found, List<String> releasedBy) {
    static RebuildView of(Rebuild rebuild) {
        Stream<String> records = rebuild.recordsManager().stream().map(user -> Rebuilds.RECORDS_MANAGER);
        Stream<String> dpo = rebuild.dpo().stream().map(user -> Rebuilds.DPO);
        return new RebuildView(
                rebuild.id(),
                rebuild.state().code(),
                rebuild.begunAt(),
                rebuild.found(),
                Stream.concat(records, dpo).toList());
    }
}
