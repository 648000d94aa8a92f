package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** Packages that were sent, and receipts for them; within the caller's transaction. */
@ApplicationScoped
class ParcelRows {
    private final Statements sql;

    @Inject
    ParcelRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** @param items how many were in it */
    void add(UUID id, UUID disposition, TransferTurn.Sent parcel, int items, Instant now) {
        sql.change("""
                insert into archive.disposition_parcel (id, disposition_id, sha256, bytes, items, sent_at)
                values (?, ?, ?, ?, ?, ?)""", id, disposition, parcel.sha256(), parcel.bytes(), items, now);
    }

    /** Notes the receipt of a package that held everything that waits. @return whether there is such a package */
    boolean received(UUID disposition, Transfers.Receipt receipt, int items, Instant now) {
        return sql.change("""
                update archive.disposition_parcel set receipt = ?, received_at = ?
                where disposition_id = ? and sha256 = ? and items = ?""", receipt.reference(), now, disposition, receipt.sha256(), items) > 0;
    }

    /** A package that was received. */
    record Received(String sha256, Instant at) {}

    Optional<Received> received(UUID disposition) {
        return sql.first("""
                select sha256, received_at from archive.disposition_parcel
                where disposition_id = ? and received_at is not null order by received_at limit 1""", row -> new Received(row.getString(1), DispositionRows.moment(row, 2)), disposition);
    }
}
