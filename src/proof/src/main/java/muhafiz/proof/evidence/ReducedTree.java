package muhafiz.proof.evidence;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.PartialHashtree;

/** One archive time stamp with its way through the hash tree (RFC 4998 §4.3), read strictly. */
record ReducedTree(ArchiveTimeStamp source, EvidenceHash hash) {
    /** Deeper than any tree of as many groups as a time stamp could ever cover. */
    private static final int DEEPEST = 64;

    /** A hash, and what a report calls the thing it is of. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Named(String name, byte[] digest) {}

    TimeStamp stamp() {
        TimeStamp stamp = TimeStamp.of(source.getTimeStamp());
        if (stamp.imprint().hash() != hash
                || !source.getDigestAlgorithmIdentifier().getAlgorithm().equals(hash.oid())) {
            throw new BrokenStampException("within a chain one hash is used, here " + hash.code());
        }
        return stamp;
    }

    /** The root over exactly these. @throws BrokenStampException where one is not in the first list, or that has one more */
    Imprint rootOver(List<Named> covered) {
        PartialHashtree[] tree = source.getReducedHashTree();
        if (tree == null || tree.length == 0) {
            return alone(covered);
        }
        if (tree.length > DEEPEST) {
            throw new BrokenStampException("its hash tree is deeper than " + DEEPEST);
        }
        List<byte[]> first = Arrays.asList(tree[0].getValues());
        requireExactly(first, covered);
        byte[] node = hash.ofNode(first);
        for (int i = 1; i < tree.length; i++) {
            List<byte[]> list = new ArrayList<>(Arrays.asList(tree[i].getValues()));
            list.add(node);
            node = hash.ofNode(list);
        }
        return new Imprint(hash, node);
    }

    private Imprint alone(List<Named> covered) {
        if (covered.size() != 1) {
            throw new BrokenStampException("it is over one object, not over " + covered.size());
        }
        if (!MessageDigest.isEqual(stamp().imprint().digest(), covered.get(0).digest())) {
            throw new BrokenStampException("it is not over " + covered.get(0).name());
        }
        return new Imprint(hash, covered.get(0).digest());
    }

    /** Each hash of the list stands for one object: the same object twice is not two of them. */
    private void requireExactly(List<byte[]> first, List<Named> covered) {
        List<byte[]> left = new ArrayList<>(first);
        for (Named one : covered) {
            int at = indexOf(left, one.digest());
            if (at < 0) {
                throw new BrokenStampException("it is not over " + one.name());
            }
            left.remove(at);
        }
        if (first.size() != covered.size()) {
            throw new BrokenStampException(
                    "it is over " + first.size() + " objects, and " + covered.size() + " are here: orphan references");
        }
    }

    private static int indexOf(List<byte[]> digests, byte[] digest) {
        for (int i = 0; i < digests.size(); i++) {
            if (MessageDigest.isEqual(digests.get(i), digest)) {
                return i;
            }
        }
        return -1;
    }
}
