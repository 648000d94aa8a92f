package muhafiz.proof.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The definitions of RFC 6962 §2.1 to §2.1.2 word by word, slow and written apart from the code under test. */
final class NaiveTree {
    private final List<byte[]> leafHashes;

    /** The tree of the leaves "0", "1", "2" …, as many as {@code size}. */
    NaiveTree(int size) {
        leafHashes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leafHashes.add(sha256(new byte[] {0}, Integer.toString(i).getBytes()));
        }
    }

    List<TreeHash> leaves() {
        return leafHashes.stream().map(TreeHash::new).toList();
    }

    TreeHash root(int size) {
        return new TreeHash(mth(leafHashes.subList(0, size)));
    }

    /** MTH(D[from:to]). */
    TreeHash root(int from, int to) {
        return new TreeHash(mth(leafHashes.subList(from, to)));
    }

    List<TreeHash> path(int index, int size) {
        return path(index, leafHashes.subList(0, size)).stream()
                .map(TreeHash::new)
                .toList();
    }

    List<TreeHash> proof(int oldSize, int newSize) {
        return subproof(oldSize, leafHashes.subList(0, newSize), true).stream()
                .map(TreeHash::new)
                .toList();
    }

    private static byte[] mth(List<byte[]> d) {
        if (d.isEmpty()) {
            return sha256();
        }
        if (d.size() == 1) {
            return d.get(0);
        }
        int k = k(d.size());
        return sha256(new byte[] {1}, mth(d.subList(0, k)), mth(d.subList(k, d.size())));
    }

    private static List<byte[]> path(int m, List<byte[]> d) {
        if (d.size() == 1) {
            return new ArrayList<>();
        }
        int k = k(d.size());
        List<byte[]> path = m < k ? path(m, d.subList(0, k)) : path(m - k, d.subList(k, d.size()));
        path.add(m < k ? mth(d.subList(k, d.size())) : mth(d.subList(0, k)));
        return path;
    }

    private static List<byte[]> subproof(int m, List<byte[]> d, boolean b) {
        if (m == d.size()) {
            return b ? new ArrayList<>() : new ArrayList<>(List.of(mth(d)));
        }
        int k = k(d.size());
        List<byte[]> proof = m <= k ? subproof(m, d.subList(0, k), b) : subproof(m - k, d.subList(k, d.size()), false);
        proof.add(m <= k ? mth(d.subList(k, d.size())) : mth(d.subList(0, k)));
        return proof;
    }

    /** The largest power of two smaller than n. */
    private static int k(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
