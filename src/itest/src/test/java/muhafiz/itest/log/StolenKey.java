package muhafiz.itest.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import muhafiz.crypto.keys.BcfksRootKeys;
import muhafiz.crypto.keys.KeyWrap;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.keys.WrapBinding;
import muhafiz.crypto.keys.WrapBinding.Level;
import muhafiz.itest.access.LogBook;
import muhafiz.proof.tlog.NoteSigner;
import muhafiz.stand.home.PrivateFiles;

/** The log's signing key, in the hands of somebody who took the database and the roots. */
final class StolenKey {
    private static final String WRAPS = """
            select l.id, l.version, l.wrapped, p.id, p.version, p.wrapped, e.id, e.version, w.root, w.wrapped
            from archive.service_key s join keyring.leaf l on l.id = s.leaf_id
            join keyring.page p on p.id = l.page_id join keyring.epoch e on e.id = p.epoch_id
            join keyring.epoch_wrap w on w.epoch_id = e.id
            where s.name = 'log-signing:1' order by e.id limit 1""";

    private static final UUID NO_PARENT = new UUID(0, 0);

    private StolenKey() {}

    private record Wrap(UUID id, int version, byte[] wrapped) {
        static Wrap of(ResultSet row, int from) throws SQLException {
            return new Wrap(row.getObject(from, UUID.class), row.getInt(from + 1), row.getBytes(from + 2));
        }
    }

    private record Chain(Wrap leaf, Wrap page, UUID epoch, int epochVersion, String root, byte[] epochWrapped) {
        static Chain of(ResultSet row) throws SQLException {
            return new Chain(
                    Wrap.of(row, 1),
                    Wrap.of(row, 4),
                    row.getObject(7, UUID.class),
                    row.getInt(8),
                    row.getString(9),
                    row.getBytes(10));
        }
    }

    /** @param scratch for a copy of the roots, made anew */
    static NoteSigner of(Witnessed house, Path scratch) {
        List<Chain> found = new ArrayList<>();
        LogBook.bySuperuser(house.archive()).query(WRAPS, row -> found.add(Chain.of(row)));
        Chain chain = found.get(0);
        copyRoots(house, scratch);
        try (BcfksRootKeys roots = BcfksRootKeys.open(scratch);
                LeafKey epoch = KeyWrap.unwrap(
                        roots,
                        chain.root(),
                        chain.epochWrapped(),
                        new WrapBinding(Level.EPOCH, chain.epoch(), chain.epochVersion(), NO_PARENT, 0));
                LeafKey page = open(epoch, Level.PAGE, chain.page(), chain.epoch(), chain.epochVersion());
                LeafKey leaf = open(
                        page,
                        Level.LEAF,
                        chain.leaf(),
                        chain.page().id(),
                        chain.page().version())) {
            return new NoteSigner(Witnessed.ORIGIN, leaf.derive("log signing key", 32));
        }
    }

    private static LeafKey open(LeafKey parent, Level level, Wrap wrap, UUID parentId, int parentVersion) {
        return KeyWrap.unwrap(
                parent, wrap.wrapped(), new WrapBinding(level, wrap.id(), wrap.version(), parentId, parentVersion));
    }

    private static void copyRoots(Witnessed house, Path scratch) {
        try {
            PrivateFiles.remove(scratch);
            PrivateFiles.copy(house.archive().home().resolve("roots"), scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
