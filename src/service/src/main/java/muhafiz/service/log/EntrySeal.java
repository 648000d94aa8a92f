package muhafiz.service.log;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.proof.log.Inside;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.log.PublicPart;

/** Turns an act into the bytes of an entry. */
final class EntrySeal {
    private static final int OPENING = 32;

    private EntrySeal() {}

    /** Id and number of one entry. */
    record Spot(UUID entry, long number) {}

    static LogRows.Arrival seal(PublicPart shown, Inside inside, LeafKey key, Spot spot) {
        byte[] logKey = EntryKeys.of(key);
        try {
            LogLeaf leaf = LogLeaf.seal(shown, inside, logKey, EntryId.salt(spot.entry()), spot.number());
            return new LogRows.Arrival(spot.entry(), leaf);
        } finally {
            Arrays.fill(logKey, (byte) 0);
        }
    }

    static PublicPart shown(Act act, Instant now, LeafKey month) {
        byte[] actor = MonthKeys.pseudonym(month, act.caller().user());
        return new PublicPart(
                now.getEpochSecond(),
                actor,
                act.caller().role(),
                act.action(),
                act.ground().purpose(),
                act.ground().basis(),
                act.outcome().result(),
                act.outcome().rule());
    }

    /** With what the rule that decided had been asked, so that the decision can be replayed. */
    static Inside inside(Act act, Optional<UUID> person) {
        Act full = (act.isQuestioned() ? act : act.questioned())
                .with("unit", act.caller().unit())
                .with("client", act.caller().request().network());
        return new Inside(
                person,
                act.about().document(),
                act.about().caseFile(),
                Optional.of(act.caller().request().operation()),
                full.more(),
                Randoms.bytes(OPENING));
    }
}
