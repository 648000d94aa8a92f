package muhafiz.service.roots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muhafiz.service.config.Settings;

/**
 * One holder of the roots as configured.
 *
 * @param name its own for as long as a root of it lives: 1 to 32 characters of a-z, 0-9 and inner dashes
 */
record HolderSettings(String name, Place place) {
    HolderSettings {
        if (!name.matches("[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?") || name.startsWith("share-") || name.equals("quorum")) {
            throw new IllegalArgumentException("the name of a holder of roots is 1 to 32 characters of a-z, 0-9 and"
                    + " inner dashes, not quorum and not share-…; was " + name);
        }
    }

    /**
     * The main holder, and then its mirrors.
     *
     * @throws IllegalArgumentException where two have one name or one place, or a key is missing, wrong or another kind's
     */
    static List<HolderSettings> all(Settings settings) {
        List<HolderSettings> all = new ArrayList<>();
        all.add(new HolderKeys(settings, "main")
                .holder()
                .orElseThrow(
                        () -> new IllegalArgumentException("roots.main must be bcfks, pkcs11 or vault, was empty")));
        for (String mirror : List.of("mirror-1", "mirror-2")) {
            Optional<HolderSettings> holder = new HolderKeys(settings, mirror).holder();
            holder.ifPresent(all::add);
        }
        checkApart(all);
        return all;
    }

    private static void checkApart(List<HolderSettings> all) {
        Map<String, String> places = new HashMap<>();
        for (HolderSettings holder : all) {
            String other = places.put(holder.place().whereabouts(), holder.name());
            if (other != null) {
                throw new IllegalArgumentException("the holders of roots " + other + " and " + holder.name()
                        + " are one place, " + holder.place().whereabouts() + ": a mirror lies elsewhere");
            }
        }
        if (all.stream().map(HolderSettings::name).distinct().count() < all.size()) {
            throw new IllegalArgumentException("two holders of roots have one name");
        }
    }
}
