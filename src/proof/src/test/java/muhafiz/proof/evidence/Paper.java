package muhafiz.proof.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A document of two objects, as the archive's are: ciphertext and label. */
record Paper(List<DataObject> objects, List<byte[]> bytes) {
    static Paper number(int number) {
        byte[] ciphertext = ("ciphertext " + number).getBytes(StandardCharsets.UTF_8);
        byte[] label = ("label " + number).getBytes(StandardCharsets.UTF_8);
        return new Paper(
                List.of(DataObject.bytes("ciphertext", ciphertext), DataObject.bytes("label", label)),
                List.of(ciphertext, label));
    }

    DataGroup group(EvidenceHash hash) {
        return new DataGroup(bytes.stream().map(one -> Imprint.of(hash, one)).toList());
    }

    /** The same, of which only hashes are left. */
    List<DataObject> hashed(EvidenceHash... hashes) {
        List<DataObject> known = new ArrayList<>();
        for (byte[] one : bytes) {
            List<Imprint> imprints = new ArrayList<>();
            for (EvidenceHash hash : hashes) {
                imprints.add(Imprint.of(hash, one));
            }
            known.add(DataObject.hashed("known by its hash", imprints));
        }
        return known;
    }
}
