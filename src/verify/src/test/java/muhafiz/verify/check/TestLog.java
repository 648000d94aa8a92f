package muhafiz.verify.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.proof.log.Inside;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.log.PublicPart;
import muhafiz.proof.paper.ProvenEntry;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.EntryBundle;
import muhafiz.proof.tlog.NoteSigner;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.Tile;
import muhafiz.proof.tree.HashReader;
import muhafiz.proof.tree.InclusionProof;
import muhafiz.proof.tree.MerkleTree;
import muhafiz.proof.tree.TreeHash;

/** A log in memory that can be written as its folder; fixed keys, so that the same entries make the same bytes. */
public final class TestLog {
    public static final String ORIGIN = "archive.example/log";
    static final long TIME = 1_795_305_600L;

    private final List<byte[]> entries = new ArrayList<>();
    private final List<Inside> insides = new ArrayList<>();
    private NoteSigner signer = new NoteSigner(ORIGIN, filled(9));

    public static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    public NoteSigner signer() {
        return signer;
    }

    void sign(NoteSigner with) {
        signer = with;
    }

    public long size() {
        return entries.size();
    }

    /** Entries of nobody. */
    public TestLog grow(int count) {
        for (int i = 0; i < count; i++) {
            append(7, entries.size() + 1, Map.of());
        }
        return this;
    }

    long append(int person, long n, Map<String, String> more) {
        return append(person, n, Optional.empty(), more);
    }

    long append(int person, long n, Optional<UUID> document, Map<String, String> more) {
        var none = Optional.<UUID>empty();
        var inside = new Inside(none, document, none, Optional.empty(), more, filled(3));
        var shown = new PublicPart(TIME, new byte[16], "officer", "read", "P-SERVICE", "LB-LAW", "done", "G-12");
        byte[] salt = filled(1);
        salt[0] = (byte) (entries.size() >> 8);
        salt[1] = (byte) entries.size();
        insides.add(inside);
        entries.add(LogLeaf.seal(shown, inside, filled(person), salt, n).encoded());
        return entries.size() - 1;
    }

    /** Somebody who may do anything puts other bytes in the place of an entry. */
    public void tamper(int index, byte[] entry) {
        replace(index, entry);
    }

    void replace(int index, byte[] entry) {
        entries.set(index, entry);
    }

    byte[] entry(int index) {
        return entries.get(index).clone();
    }

    void cutTo(int size) {
        entries.subList(size, entries.size()).clear();
    }

    List<TreeHash> hashes() {
        return entries.stream().map(MerkleTree::leafHash).toList();
    }

    /** The hash of any subtree of full tiles, by RFC 6962's own definition. */
    private TreeHash hash(List<TreeHash> leaves, int level, long index) {
        int width = 1 << 8 * level;
        return MerkleTree.root(leaves.subList((int) index * width, (int) (index + 1) * width));
    }

    public Checkpoint checkpoint(long size) {
        return new Checkpoint(ORIGIN, size, MerkleTree.root(hashes().subList(0, (int) size)));
    }

    public SignedNote note() {
        return note(size());
    }

    public SignedNote note(long size) {
        String text = checkpoint(size).text();
        return SignedNote.of(text).with(signer.sign(text));
    }

    public HashReader tiles() {
        List<TreeHash> leaves = hashes();
        return (level, first, count) -> {
            var hashes = new ArrayList<TreeHash>();
            for (long i = first; i < first + count; i++) {
                hashes.add(hash(leaves, level, i));
            }
            return hashes;
        };
    }

    ProvenEntry proven(long index) {
        return new ProvenEntry(
                index,
                LogLeaf.decode(entries.get((int) index)),
                Optional.of(insides.get((int) index)),
                InclusionProof.of(index, size(), tiles()).path());
    }

    /** Everything a log publishes, below {@code folder}. */
    Path write(Path folder) {
        HashReader tiles = tiles();
        for (Tile tile : Tile.between(0, size())) {
            put(folder, tile.path(), Tile.encode(tiles.hashes(tile.level(), tile.first(), tile.width())));
        }
        for (EntryBundle bundle : EntryBundle.between(0, size())) {
            put(
                    folder,
                    bundle.path(),
                    EntryBundle.encode(entries.subList((int) bundle.first(), (int) bundle.first() + bundle.width())));
        }
        put(folder, "checkpoint", note().encoded());
        return folder;
    }

    static Path put(Path folder, String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.resolveSibling("."));
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
