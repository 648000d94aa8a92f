package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.BlindToken;
import muhafiz.service.keys.ServiceKeys;

/** What an entry may hold of words that somebody typed, or of an account: a token that only the month's key can make. */
@ApplicationScoped
@Transactional
public class MonthTokens {
    private final ServiceKeys keys;
    private final InstantSource clock;

    @Inject
    MonthTokens(ServiceKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The account's pseudonym of the month, as the log shows it of whoever acts: an entry names nobody to whom it is disclosed. */
    public String account(String user) {
        return of(MonthKeys.ACTOR, user);
    }

    /** The same as the 16 bytes that entries have. */
    public byte[] pseudonym(String user) {
        try (LeafKey month = keys.logMonth(today())) {
            return MonthKeys.pseudonym(month, user);
        }
    }

    /**
     * The token in lower-case hexadecimal.
     *
     * @param space what kind of words, such as {@code search}
     */
    public String of(String space, String typed) {
        try (LeafKey month = keys.logMonth(today())) {
            byte[] token = BlindToken.of(month, space, typed.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(token);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
