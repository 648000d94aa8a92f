package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import muhafiz.crypto.keys.QuorumKey;
import muhafiz.crypto.token.Randoms;

/** Quorums of schema {@code keyring}, through its functions only, in the caller's transaction. */
@ApplicationScoped
class QuorumRows {
    private final Sql sql;

    @Inject
    QuorumRows(DataSource database) {
        this.sql = new Sql(database);
    }

    /**
     * A quorum's key pair, its public half.
     *
     * @param need shares that open
     * @param shares that were made
     * @param voucher by the key of epoch {@code vouchedIn}
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Kept(String root, Instant bornAt, QuorumKey key, int need, int shares, byte[] voucher, long vouchedIn) {}

    /** Names the pair that is to be made for this epoch and later ones, before any share of it is written. */
    String plan(long epoch, int shares) {
        return sql.first(
                        "select keyring.plan_quorum(?, ?, ?)",
                        row -> row.getString(1),
                        "quorum-" + epoch + "-" + Randoms.id(),
                        epoch,
                        shares)
                .orElseThrow();
    }

    void vouch(String root, QuorumKey key, int need, byte[] voucher, long epoch) {
        sql.call("select keyring.vouch_quorum(?, ?, ?, ?, ?)", root, key.encoded(), need, voucher, epoch);
    }

    Optional<Kept> newest() {
        return sql.first(
                "select root, born_at, public_key, need, shares, voucher, vouched_in from keyring.newest_quorum()",
                row -> new Kept(
                        row.getString(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        QuorumKey.of(row.getBytes(3)),
                        row.getInt(4),
                        row.getInt(5),
                        row.getBytes(6),
                        row.getLong(7)));
    }

    /** Names a root that takes the place of a lost one and dies with it. */
    void planRecovered(RootName root) {
        sql.call("select keyring.plan_recovered(?, ?, ?)", root.text(), root.epoch(), root.diesWith());
    }
}
