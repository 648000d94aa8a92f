package muhafiz.domain.policy;

import java.util.Optional;
import java.util.Set;

/**
 * A way in.
 *
 * @param takes what may come this way; nothing may come by a channel that takes nothing
 * @param origin the mark an item gets that names none itself; there for every channel that takes anything
 */
public record Channel(String id, Set<Takes> takes, Optional<String> origin, Footing footing) {
    public Channel {
        takes = Set.copyOf(takes);
        if (!takes.isEmpty() && origin.isEmpty()) {
            throw new IllegalArgumentException("a channel that takes something has an origin");
        }
    }

    public boolean takes(Takes what) {
        return takes.contains(what);
    }
}
