package muhafiz.service.zone;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import muhafiz.inspect.FieldTerm;
import muhafiz.inspect.mrz.Mrz;

/**
 * A zone as a machine read it.
 *
 * @param confidence in the least sure of its letters, 0 to 100
 */
public record ReadZone(Mrz zone, int confidence) {
    /**
     * Beneath it a letter may be another: of several hundred drawn pages no zone was read wrong with all check digits right and more
     * confidence than 80 (README, "What a machine reads of a passport").
     */
    private static final int SURE = 82;

    /** The zone among the archive's own terms; empty where none was found. */
    public static Optional<ReadZone> of(Map<String, String> metadata) {
        return Optional.ofNullable(metadata.get(FieldTerm.MRZ.term()))
                .flatMap(lines -> Mrz.of(Arrays.asList(lines.split(" ", -1))))
                .map(zone -> new ReadZone(zone, confidence(metadata)));
    }

    /** A worker that is no longer itself may claim any number. */
    private static int confidence(Map<String, String> metadata) {
        return (int) Math.min(100, Long.parseLong(metadata.getOrDefault(FieldTerm.MRZ_CONFIDENCE.term(), "0")));
    }

    /** Whether a machine may take it at its word: all check digits hold, its states are known, and its letters were clear. */
    public boolean isSure() {
        return zone.failing().isEmpty() && zone.isOfKnownStates() && confidence >= SURE;
    }
}
