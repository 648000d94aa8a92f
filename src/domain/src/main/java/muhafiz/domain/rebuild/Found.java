package muhafiz.domain.rebuild;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * How many documents a rebuild came across whose row was lost, by what became of them.
 *
 * @param rebuilt written anew
 * @param destroyed their key was destroyed: only a tombstone is left
 * @param withoutKey no key and no tombstone: never acknowledged, or the key ring is older than they are
 * @param withoutCase their case is lost too
 * @param unreadable their description is missing or does not open
 */
@Embeddable
public record Found(
        @Column(name = "rebuilt") long rebuilt,
        @Column(name = "destroyed") long destroyed,
        @Column(name = "without_key") long withoutKey,
        @Column(name = "without_case") long withoutCase,
        @Column(name = "unreadable") long unreadable) {
    public static final Found NOTHING = new Found(0, 0, 0, 0, 0);

    /** The same and one more of this outcome. */
    public Found and(Outcome outcome) {
        return switch (outcome) {
            case KNOWN -> this;
            case REBUILT -> new Found(rebuilt + 1, destroyed, withoutKey, withoutCase, unreadable);
            case DESTROYED -> new Found(rebuilt, destroyed + 1, withoutKey, withoutCase, unreadable);
            case WITHOUT_KEY -> new Found(rebuilt, destroyed, withoutKey + 1, withoutCase, unreadable);
            case WITHOUT_CASE -> new Found(rebuilt, destroyed, withoutKey, withoutCase + 1, unreadable);
            case UNREADABLE -> new Found(rebuilt, destroyed, withoutKey, withoutCase, unreadable + 1);
        };
    }

    /** What became of one document. */
    public enum Outcome {
        KNOWN,
        REBUILT,
        DESTROYED,
        WITHOUT_KEY,
        WITHOUT_CASE,
        UNREADABLE
    }
}
