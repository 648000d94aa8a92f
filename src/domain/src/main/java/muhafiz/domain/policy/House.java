package muhafiz.domain.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The sections that say who and where: sources, units, origins, channels, roles, tasks. */
record House(
        Map<String, Source> sources,
        Map<String, Unit> units,
        Map<String, Origin> origins,
        Map<String, Channel> channels,
        List<String> roles,
        Map<String, String> tasks) {

    static House read(FieldReader file) {
        return new House(
                file.each("sources", House::source),
                units(file),
                file.each("origins", House::origin),
                file.each("channels", House::channel),
                roles(file),
                tasks(file.inner("tasks")));
    }

    private static Optional<Source> source(String id, FieldReader at) {
        var what = at.text("what");
        var authority = at.word("authority", "authority", Authority::of, Authority.UNOFFICIAL);
        var url = at.maybeText("url");
        var read = at.maybeText("read");
        var temporal = at.maybeTruth("temporal").orElse(false);
        return at.made(() -> new Source(id, what, authority, url, read, temporal));
    }

    private static Map<String, Unit> units(FieldReader file) {
        var units = new LinkedHashMap<String, Unit>();
        for (var unit :
                file.list("units", House::group).stream().flatMap(List::stream).toList()) {
            if (units.put(unit.id(), unit) != null) {
                file.problem("units", "unit " + unit.id() + " stands twice");
            }
        }
        return Collections.unmodifiableMap(units);
    }

    /** One entry stands for {@code count} units, numbered from 1; for one where the count is 1, open or not said. */
    private static Optional<List<Unit>> group(FieldReader at) {
        var group = at.text("id");
        var kind = at.text("kind");
        var count = at.maybeWhole("count").orElse(1);
        var footing = at.also("address", "hours", "phone", "phone_src").footing();
        if (count < 1 || count > 99) {
            at.problem("count", "a group has 1 to 99 units");
        }
        return at.made(() -> count == 1
                ? List.of(new Unit(group, group, kind, footing))
                : IntStream.rangeClosed(1, count)
                        .mapToObj(n -> new Unit(group + "-" + n, group, kind, footing))
                        .toList());
    }

    private static Optional<Origin> origin(String id, FieldReader at) {
        var what = at.text("what");
        var footing = at.footing();
        return at.made(() -> new Origin(id, what, footing));
    }

    private static Optional<Channel> channel(String id, FieldReader at) {
        at.texts("takes");
        var takes = Set.copyOf(at.words("takes", "matter of a channel", Takes::of));
        var origin = at.maybeId("origin", Ids.ORIGIN);
        var footing = at.footing();
        return at.made(() -> new Channel(id, takes, origin, footing));
    }

    private static List<String> roles(FieldReader file) {
        var roles = new ArrayList<String>();
        for (var role : file.texts("roles")) {
            if (roles.contains(role)) {
                file.problem("roles", "role " + role + " stands twice");
            }
            roles.add(role);
        }
        return List.copyOf(roles);
    }

    private static Map<String, String> tasks(FieldReader at) {
        var tasks = new LinkedHashMap<String, String>();
        at.fields().entries().keySet().forEach(id -> tasks.put(id, at.text(id)));
        return Collections.unmodifiableMap(tasks);
    }
}
