package muhafiz.service.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.BlindToken;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.caller.Accounts;
import muhafiz.service.caller.Caller;
import muhafiz.service.keys.ServiceKeys;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.log.MonthTokens;

/** Compares an account with what was known of it; what differs is written down and logged in a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class IdentityRegister {
    private static final String SPACE = "credential";

    private final IdentityRows rows;
    private final Accounts accounts;
    private final Founders founders;
    private final ServiceKeys keys;
    private final AccessLog log;
    private final MonthTokens tokens;
    private final InstantSource clock;

    @Inject
    IdentityRegister(
            IdentityRows rows,
            Accounts accounts,
            Founders founders,
            ServiceKeys keys,
            AccessLog log,
            MonthTokens tokens,
            InstantSource clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.founders = founders;
        this.keys = keys;
        this.log = log;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The account as it is known from now on. */
    public Identity look(Caller caller) {
        Identity shown = shown(caller);
        Optional<Identity> known = rows.find(shown.account());
        if (known.isPresent() && shown.changeFrom(known.get()).isEmpty()) {
            return known.get();
        }
        rows.lock();
        if (rows.isEmpty()) {
            found(caller);
        }
        return rows.find(shown.account())
                .map(before -> shown.changeFrom(before)
                        .map(change -> changed(shown.knownSince(before.firstSeen(), Optional.of(now())), change))
                        .orElse(before))
                .orElseGet(() -> changed(shown.knownSince(now(), Optional.of(now())), "new"));
    }

    /** Notes which accounts the realm has no longer, as far as it ever showed them. */
    public void lookForGone() {
        rows.lock();
        if (accounts.areShown()) {
            rows.all().stream()
                    .filter(identity -> identity.blockedAt().isEmpty())
                    .filter(identity -> identity.credential().isPresent())
                    .filter(identity -> accounts.find(identity.account()).isEmpty())
                    .forEach(identity -> changed(identity.blocked(now()), "blocked"));
        }
    }

    /** The accounts that were there first: nobody else could have approved them, so they are no change. */
    private void found(Caller caller) {
        Map<String, Accounts.Held> first = founders.of(caller);
        first.forEach((name, held) -> rows.put(new Identity(
                name,
                founders.role(held.standing()),
                held.standing().unit(),
                held.credential().map(this::token),
                now(),
                Optional.empty(),
                Optional.empty())));
        log.write(entry(Map.of("change", "first", "accounts", Integer.toString(first.size()))));
    }

    private Identity changed(Identity identity, String change) {
        rows.put(identity);
        log.write(entry(Map.of(
                "change", change,
                "account", tokens.account(identity.account()),
                "role", identity.role(),
                "unit", identity.unit())));
        return identity;
    }

    private Identity shown(Caller caller) {
        Optional<byte[]> credential =
                accounts.find(caller.user()).flatMap(Accounts.Held::credential).map(this::token);
        return new Identity(
                caller.user(),
                caller.role(),
                caller.unit(),
                credential,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty());
    }

    private byte[] token(Accounts.Stored stored) {
        try (LeafKey key = keys.identities()) {
            return BlindToken.of(key, SPACE, stored.bytes());
        }
    }

    private static Act entry(Map<String, String> more) {
        return new Act(
                Caller.archive(Randoms.id().toString()),
                "grant_change",
                Act.Ground.NONE,
                Act.Outcome.done("archive.identity-seen"),
                Act.About.NOBODY,
                more);
    }

    /** In whole seconds, as the log has it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
