package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.proof.log.Inside;
import muhafiz.proof.log.LogLeaf;
import muhafiz.service.keys.ForgottenException;
import muhafiz.service.keys.Keyring;

/** Opens entries with the log keys of persons. Within the transaction of an act that says so. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class EntryOpening {
    private final LogRows rows;
    private final Keyring keyring;

    @Inject
    EntryOpening(LogRows rows, Keyring keyring) {
        this.rows = rows;
        this.keyring = keyring;
    }

    /** The inside of an entry that is about one of these persons; empty where it is not, or their log keys are gone. */
    public Optional<Inside> open(LogLeaf leaf, Set<UUID> persons) {
        int year = LocalDate.ofInstant(Instant.ofEpochSecond(leaf.publicPart().epochSecond()), ZoneOffset.UTC)
                .getYear();
        return persons.stream()
                .flatMap(person -> rows.keyOf(person, year).stream())
                .flatMap(key -> open(leaf, key).stream())
                .findFirst();
    }

    private Optional<Inside> open(LogLeaf leaf, UUID leafId) {
        try (LeafKey key = keyring.open(leafId)) {
            byte[] logKey = EntryKeys.of(key);
            try {
                return leaf.open(logKey);
            } finally {
                Arrays.fill(logKey, (byte) 0);
            }
        } catch (ForgottenException e) {
            return Optional.empty();
        }
    }
}
