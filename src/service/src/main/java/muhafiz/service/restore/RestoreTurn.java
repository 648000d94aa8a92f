package muhafiz.service.restore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.caller.Caller;
import muhafiz.service.destruction.Remains;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.Shelf;
import muhafiz.service.keys.Tombstone;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.restore.RestoreRows.Named;
import muhafiz.service.restore.RestoreRows.Table;

/** The transactions of a restoration; each may be repeated. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class RestoreTurn {
    private static final int SOME = 2000;

    private final RestoreRows rows;
    private final Remains remains;
    private final Keyring keyring;
    private final AccessLog log;
    private final InstantSource clock;

    @Inject
    RestoreTurn(RestoreRows rows, Remains remains, Keyring keyring, AccessLog log, InstantSource clock) {
        this.rows = rows;
        this.remains = remains;
        this.keyring = keyring;
        this.log = log;
        this.clock = clock;
    }

    public boolean isUnapplied() {
        return rows.isUnapplied();
    }

    public void found() {
        rows.found(Randoms.id());
    }

    /** The archive's own names without a key; before anything else asks for one. */
    public void strikeLostNames() {
        List<UUID> all = rows.ofArchive();
        Set<UUID> held = keyring.held(all);
        rows.strike(all.stream().filter(leaf -> !held.contains(leaf)).toList());
    }

    /** Takes off the files what was forgotten, among some rows. @return the last row looked at; empty where there was none */
    public Optional<UUID> takeOff(Table table, UUID after) {
        List<Named> some = rows.after(table, after, SOME);
        Map<UUID, Tombstone> forgotten = keyring
                .forgotten(some.stream().map(Named::leaf).toList())
                .stream()
                .collect(Collectors.toMap(Tombstone::leaf, Function.identity()));
        for (Named row : some) {
            Optional.ofNullable(forgotten.get(row.leaf())).ifPresent(tombstone -> takeOff(table, row.id(), tombstone));
        }
        return some.isEmpty()
                ? Optional.empty()
                : Optional.of(some.get(some.size() - 1).id());
    }

    private void takeOff(Table table, UUID id, Tombstone tombstone) {
        rows.know(tombstone);
        switch (table) {
            case DOCUMENT -> remains.document(tombstone.order(), id);
            case CASE -> remains.caseFile(tombstone.order(), id);
            case PARTY -> rows.removeParty(id);
            case SUBJECT -> remains.person(id);
        }
    }

    /** Log keys that were forgotten are struck out, those that are merely lost begin anew. @return the last leaf looked at */
    public Optional<UUID> mendLogKeys(UUID after) {
        List<UUID> some = rows.ofLog(after, SOME);
        Set<UUID> lost = new HashSet<>(some);
        lost.removeAll(keyring.held(some));
        for (Tombstone tombstone : keyring.forgotten(lost)) {
            rows.strikeLogKey(tombstone.leaf());
            lost.remove(tombstone.leaf());
        }
        lost.forEach(this::beginAnew);
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1));
    }

    private void beginAnew(UUID lost) {
        UUID leaf = Randoms.id();
        try (LeafKey key = LeafKey.fresh()) {
            String year = Integer.toString(
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear());
            keyring.create(leaf, key, new Shelf(AccessLog.SHELF, year));
        }
        rows.replaceLogKey(lost, leaf);
    }

    public void applied(int tombstones) {
        rows.applied(clock.instant());
        log.write(new Act(
                Caller.archive(Randoms.id().toString()),
                "restore",
                new Act.Ground("P-RECORDS", ""),
                Act.Outcome.done("archive.restore"),
                Act.About.NOBODY,
                Map.of("what", "restoration applied", "tombstones", Integer.toString(tombstones))));
    }
}
