package muhafiz.proof.tlog;

import java.util.List;
import java.util.stream.Collectors;
import muhafiz.proof.tree.TreeHash;

/** A path of a Merkle proof as lines: one hash in Base 64 on each. */
final class HashLines {
    private HashLines() {}

    static TreeHash parse(String line) {
        return new TreeHash(StrictBase64.decode("a hash", line));
    }

    static List<TreeHash> parse(List<String> lines) {
        return lines.stream().map(HashLines::parse).toList();
    }

    static String encode(TreeHash hash) {
        return StrictBase64.encode(hash.bytes());
    }

    static String encode(List<TreeHash> path) {
        return path.stream().map(hash -> encode(hash) + "\n").collect(Collectors.joining());
    }
}
