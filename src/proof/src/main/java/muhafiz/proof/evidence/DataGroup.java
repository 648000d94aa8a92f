package muhafiz.proof.evidence;

import java.util.List;

/**
 * What belongs together, by its hashes alone (RFC 4998 §4.2, "data object group").
 *
 * @param imprints of each object, in any order; at least one, all of one hash, none twice
 */
public record DataGroup(List<Imprint> imprints) {
    public DataGroup {
        imprints = List.copyOf(imprints);
        if (imprints.isEmpty()) {
            throw new IllegalArgumentException("a group has an object");
        }
        if (imprints.stream().map(Imprint::hash).distinct().count() > 1) {
            throw new IllegalArgumentException("a group is hashed in one way");
        }
        if (imprints.stream().distinct().count() < imprints.size()) {
            throw new IllegalArgumentException("a group has no object twice");
        }
    }

    public EvidenceHash hash() {
        return imprints.get(0).hash();
    }

    List<byte[]> digests() {
        return imprints.stream().map(Imprint::digest).toList();
    }

    /** As the first objects of a new chain over older ones (RFC 4998 §5.2): each hash is hashed with that of all chains before. */
    DataGroup after(byte[] chains) {
        byte[] before = hash().of(chains);
        return new DataGroup(imprints.stream()
                .map(one -> new Imprint(hash(), hash().of(one.digest(), before)))
                .toList());
    }
}
