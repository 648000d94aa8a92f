package muhafiz.crypto.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.UnavailableException;

/**
 * Root keys in a BCFKS key store in a folder of its own, for one node. The folder holds the store, its password and a lock,
 * must be on no backup, and is what dies. It cannot promise that a disk forgets overwritten blocks; where that
 * matters, the roots belong in an HSM.
 */
public final class BcfksRootKeys implements RootKeys {
    private static final String STORE = "roots.bcfks";
    private static final String PASSWORD = "roots.password";
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final PrivateFolder folder;
    private final byte[] password;
    private Map<String, LeafKey> roots;
    private boolean closed;

    private BcfksRootKeys(PrivateFolder folder, byte[] password, Map<String, LeafKey> roots) {
        this.folder = folder;
        this.password = password;
        this.roots = roots;
    }

    /**
     * Opens the roots in this folder; where there are none yet, makes the folder, the password and an empty store.
     *
     * @throws IllegalStateException when another archive holds the folder, or its files are open to others
     * @throws IntegrityException when store and password do not belong together
     * @throws UnavailableException when the disk cannot be read or written
     */
    public static BcfksRootKeys open(Path folder) {
        try {
            PrivateFolder taken = PrivateFolder.take(folder);
            try {
                return open(taken);
            } catch (IOException | RuntimeException e) {
                taken.close();
                throw e;
            }
        } catch (IOException e) {
            throw away(e);
        }
    }

    @Override
    public synchronized void create(String rootId) {
        RootNames.check(rootId);
        if (!living().containsKey(rootId)) {
            Map<String, LeafKey> more = new TreeMap<>(living());
            more.put(rootId, LeafKey.fresh());
            save(more);
        }
    }

    @Override
    public synchronized Set<String> alive() {
        return new TreeSet<>(living().keySet());
    }

    @Override
    public synchronized byte[] wrap(String rootId, byte[] secret, byte[] aad) {
        byte[] root = root(rootId).exposed();
        try {
            return SmallBox.close(root, secret, aad);
        } finally {
            Arrays.fill(root, (byte) 0);
        }
    }

    @Override
    public synchronized byte[] unwrap(String rootId, byte[] wrapped, byte[] aad) {
        byte[] root = root(rootId).exposed();
        try {
            return SmallBox.open(root, wrapped, aad);
        } finally {
            Arrays.fill(root, (byte) 0);
        }
    }

    @Override
    public synchronized void destroy(String rootId) {
        RootNames.check(rootId);
        Map<String, LeafKey> fewer = new TreeMap<>(living());
        LeafKey dying = fewer.remove(rootId);
        if (dying != null) {
            save(fewer);
            dying.close();
        }
    }

    /** Wipes the keys in memory and gives the folder free. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        roots.values().forEach(LeafKey::close);
        closed = true;
        Arrays.fill(password, (byte) 0);
        try {
            folder.close();
        } catch (IOException e) {
            throw away(e);
        }
    }

    private static BcfksRootKeys open(PrivateFolder folder) throws IOException {
        if (folder.has(STORE)) {
            if (!folder.has(PASSWORD)) {
                throw new IntegrityException("the store of root keys is there, its password is not");
            }
            byte[] password = folder.read(PASSWORD);
            return new BcfksRootKeys(folder, password, BcfksStore.read(folder.read(STORE), password));
        }
        byte[] password = BcfksStore.freshPassword();
        folder.replace(PASSWORD, password);
        folder.replace(STORE, BcfksStore.write(Map.of(), password));
        return new BcfksRootKeys(folder, password, new TreeMap<>());
    }

    private LeafKey root(String rootId) {
        RootNames.check(rootId);
        LeafKey root = living().get(rootId);
        if (root == null) {
            throw new RootGoneException(rootId);
        }
        return root;
    }

    private Map<String, LeafKey> living() {
        if (closed) {
            throw new IllegalStateException("the root keys are closed");
        }
        return roots;
    }

    private void save(Map<String, LeafKey> next) {
        try {
            folder.replace(STORE, BcfksStore.write(next, password));
            roots = next;
        } catch (IOException e) {
            throw away(e);
        }
    }

    private static UnavailableException away(IOException cause) {
        return new UnavailableException("the folder of root keys cannot be read or written", RETRY, cause);
    }
}
