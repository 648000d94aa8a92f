package muhafiz.service.casefile;

/**
 * Broken glass as the data-protection officer is told of it.
 *
 * @param number of the application
 * @param reason in the words of whoever broke it
 */
public record BrokenGlass(Glass glass, String number, String reason) {
    /** {@code open}, {@code confirmed} or {@code escalated}. */
    public String state() {
        return switch (glass.state()) {
            case OPEN -> "open";
            case CONFIRMED -> "confirmed";
            case ESCALATED -> "escalated";
        };
    }
}
