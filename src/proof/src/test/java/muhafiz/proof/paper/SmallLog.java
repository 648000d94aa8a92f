package muhafiz.proof.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.proof.log.Inside;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.log.PublicPart;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.NoteSigner;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tree.InclusionProof;
import muhafiz.proof.tree.MerkleTree;
import muhafiz.proof.tree.TreeHash;

/** A log of a few entries, for tests that need one; fixed keys. */
public final class SmallLog {
    public static final String ORIGIN = "archive.example/log";
    public static final long TIME = 1_795_305_600L;

    private final List<LogLeaf> leaves = new ArrayList<>();
    private final List<Inside> insides = new ArrayList<>();
    private final NoteSigner signer = new NoteSigner(ORIGIN, filled(9));

    public static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    public NoteSigner signer() {
        return signer;
    }

    public long size() {
        return leaves.size();
    }

    /** Appends an entry of a person, whose log key is all {@code key}. */
    public long append(int key, long n, Map<String, String> more) {
        var nobody = Optional.<UUID>empty();
        return append(key, n, new Inside(nobody, nobody, nobody, Optional.empty(), more, filled(3)));
    }

    public long append(int key, long n, Inside inside) {
        var shown = new PublicPart(TIME, new byte[16], "officer", "read", "P-SERVICE", "LB-LAW", "done", "G-12");
        insides.add(inside);
        leaves.add(LogLeaf.seal(shown, inside, filled(key), filled(leaves.size()), n));
        return leaves.size() - 1;
    }

    public List<byte[]> entries() {
        return leaves.stream().map(LogLeaf::encoded).toList();
    }

    public LogLeaf leaf(long index) {
        return leaves.get((int) index);
    }

    public Inside inside(long index) {
        return insides.get((int) index);
    }

    public List<TreeHash> hashes() {
        return entries().stream().map(MerkleTree::leafHash).toList();
    }

    public Checkpoint checkpoint() {
        return new Checkpoint(ORIGIN, size(), MerkleTree.root(hashes()));
    }

    public SignedNote note() {
        return SignedNote.of(checkpoint().text()).with(signer.sign(checkpoint().text()));
    }

    public List<TreeHash> path(long index) {
        return InclusionProof.of(
                        index, size(), (level, first, count) -> hashes().subList((int) first, (int) first + count))
                .path();
    }

    public ProvenEntry proven(long index) {
        return new ProvenEntry(index, leaf(index), Optional.of(inside(index)), path(index));
    }
}
