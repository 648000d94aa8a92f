package muhafiz.inspect.mrz;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a name, as a person writes it, may stand in a machine-readable zone as it does: by the transliterations of ICAO Doc 9303-3 §6,
 * any of them where the standard leaves a choice. No spelling by ear: what differs, a person must look at. Names are Latin, Cyrillic or
 * Arabic; an answer is empty where they have letters for which the standard has none.
 */
public final class MrzNames {
    private MrzNames() {}

    public static Optional<Boolean> isSurname(String written, Mrz zone) {
        boolean isCut = zone.isNameCut() && zone.givenNames().isEmpty();
        return walk(written, zone.surname(), isCut).map(Walk::isAtEnd);
    }

    /** Further names may follow in the zone: few people write all of theirs. */
    public static Optional<Boolean> areGivenNames(String written, Mrz zone) {
        return walk(written, zone.givenNames(), zone.isNameCut()).map(Walk::isAtWordEnd);
    }

    private static Optional<Walk> walk(String written, String read, boolean isCut) {
        String upper =
                Normalizer.normalize(written.strip(), Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
        Walk walk = new Walk(read, isCut);
        for (int letter : upper.codePoints().toArray()) {
            Optional<List<String>> readings = Transliteration.readings(letter);
            if (readings.isEmpty()) {
                return Optional.empty();
            }
            walk.step(readings.get());
        }
        return Optional.of(walk);
    }

    /** All places of the read name that some transliteration of what was written so far reaches. */
    private static final class Walk {
        private final String read;
        private final boolean isCut;
        private Set<Integer> places = Set.of(0);

        Walk(String read, boolean isCut) {
            this.read = read;
            this.isCut = isCut;
        }

        void step(List<String> readings) {
            Set<Integer> next = new TreeSet<>();
            places.forEach(place -> readings.forEach(reading -> step(place, reading, next)));
            places = next;
        }

        private void step(int place, String reading, Set<Integer> next) {
            boolean isParted = reading.equals(" ") && (place == 0 || read.charAt(place - 1) == ' ');
            if (isParted || (isCut && !reading.equals(" ") && endsWord(place))) {
                next.add(place);
            } else if (read.startsWith(reading, place)) {
                next.add(place + reading.length());
            }
        }

        private boolean endsWord(int place) {
            return place > 0 && (place == read.length() || read.charAt(place) == ' ');
        }

        boolean isAtEnd() {
            return places.contains(read.length());
        }

        boolean isAtWordEnd() {
            return isAtEnd() || places.stream().anyMatch(this::endsWord);
        }
    }
}
