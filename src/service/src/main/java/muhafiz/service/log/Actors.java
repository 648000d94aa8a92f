package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.service.caller.Caller;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.ServiceKeys;

/**
 * Who stands behind a pseudonym of a month: sealed under the month's key when the account is first seen in it, so that a decision can
 * name the actor and an entry need not. Safe for all threads and nodes.
 */
@ApplicationScoped
public class Actors {
    private static final String PART = "actor";
    private static final String NAME = "user";

    private final Register register;
    private final InstantSource clock;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    @Inject
    Actors(Register register, InstantSource clock) {
        this.register = register;
        this.clock = clock;
    }

    /** Called before the account does anything. */
    public void remember(Caller caller) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String once = YearMonth.from(today) + " " + caller.user();
        if (!caller.user().isEmpty() && !known.contains(once)) {
            register.keep(caller.user(), today);
            known.removeIf(old -> !old.startsWith(YearMonth.from(today).toString()));
            known.add(once);
        }
    }

    /** The rows of it. */
    @ApplicationScoped
    static class Register {
        private final ActorRows rows;
        private final ServiceKeys keys;
        private final FieldSeal seal;

        @Inject
        Register(ActorRows rows, ServiceKeys keys, FieldSeal seal) {
            this.rows = rows;
            this.keys = keys;
            this.seal = seal;
        }

        @Transactional(Transactional.TxType.REQUIRES_NEW)
        public void keep(String user, LocalDate today) {
            try (LeafKey month = keys.logMonth(today)) {
                byte[] pseudonym = MonthKeys.pseudonym(month, user);
                JsonObject name = Json.createObjectBuilder().add(NAME, user).build();
                rows.add(pseudonym, YearMonth.from(today), seal.seal(month, place(pseudonym), name));
            }
        }
    }

    /** Reads names. */
    @ApplicationScoped
    @Transactional(Transactional.TxType.MANDATORY)
    public static class Names {
        private final ActorRows rows;
        private final MonthKeys months;
        private final FieldSeal seal;

        @Inject
        Names(ActorRows rows, MonthKeys months, FieldSeal seal) {
            this.rows = rows;
            this.months = months;
            this.seal = seal;
        }

        /** Strikes out the names of that month and of those before it. */
        public void forgetUpTo(YearMonth month) {
            rows.removeBefore(month.plusMonths(1));
        }

        /** The account behind it; empty where nobody was recognised, or the month's key is gone. */
        public Optional<String> of(byte[] pseudonym) {
            return rows.find(pseudonym)
                    .flatMap(row -> months.with(
                            row.month(),
                            key -> seal.open(key, place(pseudonym), row.sealed())
                                    .getString(NAME)));
        }
    }

    private static FieldSeal.Place place(byte[] pseudonym) {
        ByteBuffer halves = ByteBuffer.wrap(pseudonym);
        UUID id = new UUID(halves.getLong(), halves.getLong());
        return new FieldSeal.Place(id, id, PART);
    }
}
