package muhafiz.domain.policy;

import java.util.List;

/** How delicate data is; {@code list} names what falls under it. */
public record DataCategory(String id, boolean isDefault, List<String> list, Footing footing) {
    public DataCategory {
        list = List.copyOf(list);
    }
}
