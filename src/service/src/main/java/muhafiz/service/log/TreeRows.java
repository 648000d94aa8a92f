package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.log.PublicPart;
import muhafiz.proof.tree.CompactRange;
import muhafiz.proof.tree.ConsistencyProof;
import muhafiz.proof.tree.HashReader;
import muhafiz.proof.tree.Subtree;
import muhafiz.proof.tree.TreeHash;
import muhafiz.service.config.Statements;

/** The rows of the tree: its head, the hashes in its tiles, the bytes in its bundles. In the caller's transaction, if any. */
@ApplicationScoped
public class TreeRows implements HashReader {
    private final Statements sql;

    @Inject
    public TreeRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** An entry that was given its place. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Moved(UUID entry, long seq, TreeHash hash) {}

    /** The tree as it stands: nothing of it is published by that. */
    public CompactRange head() {
        return sql.one("select frontier from archive.log_head", row -> CompactRange.decode(row.getBytes(1)));
    }

    /** Whether a tree of that size and root is the beginning of this one, as its rows say. */
    public boolean continues(long size, TreeHash root, CompactRange head) {
        return size == 0
                || (size <= head.size()
                        && ConsistencyProof.of(size, head.size(), this).proves(root, head.root()));
    }

    /** Gives at most so many arrived entries their places; the lease's row is held from here on. */
    List<Moved> move(Lease lease, int most) {
        return sql.all(
                "select seq, entry_id, leaf_hash from archive.log_move(?, ?, ?)",
                row -> new Moved(row.getObject(2, UUID.class), row.getLong(1), new TreeHash(row.getBytes(3))),
                lease.node(),
                lease.fence(),
                most);
    }

    /**
     * Puts the head from where it was seen to where it is now.
     *
     * @throws IllegalStateException where it is elsewhere by now, or the lease is another's; the transaction must not commit
     */
    void advance(Lease lease, CompactRange from, CompactRange.Growth growth) {
        for (Subtree subtree : growth.completed()) {
            sql.change(
                    "insert into archive.log_subtree (level, index, hash) values (?, ?, ?)",
                    subtree.level(),
                    subtree.index(),
                    subtree.hash().bytes());
        }
        boolean advanced = sql.one(
                "select archive.log_advance(?, ?, ?, ?, ?, ?, ?)",
                row -> row.getBoolean(1),
                lease.node(),
                lease.fence(),
                from.size(),
                from.root().bytes(),
                growth.range().size(),
                growth.range().root().bytes(),
                growth.range().encoded());
        if (!advanced) {
            throw new IllegalStateException("the log's head is not where it was seen, or the lease is another's");
        }
    }

    /** Puts an entry back at the next place. */
    void putBack(Lease lease, long seq, LogLeaf leaf) {
        PublicPart shown = leaf.publicPart();
        sql.all(
                "select archive.log_put_back(?, ?, ?, ?, to_timestamp(?), ?, ?, ?, ?, ?, ?, ?)",
                row -> seq,
                lease.node(),
                lease.fence(),
                seq,
                EntryId.of(leaf),
                (double) shown.epochSecond(),
                shown.actor(),
                shown.role(),
                shown.action(),
                shown.purpose(),
                shown.outcome(),
                leaf.subjectTag(),
                leaf.encoded());
    }

    @Override
    public List<TreeHash> hashes(int level, long first, int count) {
        return level == 0
                ? sql.all(
                        "select leaf_hash from archive.log_index where seq >= ? and seq < ? order by seq",
                        row -> new TreeHash(row.getBytes(1)),
                        first,
                        first + count)
                : sql.all(
                        "select hash from archive.log_subtree where level = ? and index >= ? and index < ? order by index",
                        row -> new TreeHash(row.getBytes(1)),
                        level,
                        first,
                        first + count);
    }

    /** The bytes of entries side by side; fewer where the log's term has passed. */
    public List<byte[]> leaves(long first, int count) {
        return sql.all(
                "select leaf from archive.log_entry where seq >= ? and seq < ? order by seq",
                row -> row.getBytes(1),
                first,
                first + count);
    }
}
