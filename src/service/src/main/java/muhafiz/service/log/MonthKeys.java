package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.BlindToken;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.log.Inside;
import muhafiz.proof.log.LogLeaf;
import muhafiz.service.keys.ForgottenException;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.ServiceKeys;

/** What only the keys of the log's months can tell: pseudonyms, and entries about nobody. Of a month whose key is gone nothing. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class MonthKeys {
    static final String ACTOR = "actor";

    private final ServiceKeys keys;
    private final Keyring keyring;

    @Inject
    MonthKeys(ServiceKeys keys, Keyring keyring) {
        this.keys = keys;
        this.keyring = keyring;
    }

    /** The account's pseudonym under a month's key: 16 bytes. */
    static byte[] pseudonym(LeafKey month, String user) {
        return BlindToken.of(month, ACTOR, user.getBytes(StandardCharsets.UTF_8));
    }

    /** The account's pseudonyms of the months that begin before {@code to} and end after {@code from}. */
    public List<byte[]> pseudonyms(String user, Optional<Instant> from, Optional<Instant> to) {
        List<byte[]> pseudonyms = new ArrayList<>();
        keys.logMonths().forEach((month, leaf) -> {
            boolean isMeant = from.map(first -> !month.isBefore(of(first))).orElse(true)
                    && to.map(end -> !month.isAfter(of(end))).orElse(true);
            if (isMeant) {
                with(leaf, key -> pseudonym(key, user)).ifPresent(pseudonyms::add);
            }
        });
        return pseudonyms;
    }

    /** The inside of an entry about nobody; empty where it is about somebody, or the month's key is gone. */
    public Optional<Inside> open(LogLeaf leaf) {
        YearMonth month = of(Instant.ofEpochSecond(leaf.publicPart().epochSecond()));
        return Optional.ofNullable(keys.logMonths().get(month))
                .flatMap(id -> with(id, key -> opened(leaf, key)))
                .flatMap(inside -> inside);
    }

    /** What somebody makes of the month's key; empty where it is gone. */
    public <T> Optional<T> with(YearMonth month, Function<LeafKey, T> use) {
        return Optional.ofNullable(keys.logMonths().get(month)).flatMap(leaf -> with(leaf, use));
    }

    private <T> Optional<T> with(UUID leaf, Function<LeafKey, T> use) {
        try (LeafKey key = keyring.open(leaf)) {
            return Optional.of(use.apply(key));
        } catch (ForgottenException gone) {
            return Optional.empty();
        }
    }

    private static Optional<Inside> opened(LogLeaf leaf, LeafKey month) {
        byte[] logKey = EntryKeys.of(month);
        try {
            return leaf.open(logKey);
        } catch (BrokenEvidenceException changed) {
            return Optional.empty();
        } finally {
            Arrays.fill(logKey, (byte) 0);
        }
    }

    static YearMonth of(Instant moment) {
        return YearMonth.from(moment.atZone(ZoneOffset.UTC));
    }
}
