package muhafiz.proof.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Something a record is over, for checking: it can be hashed in each way the record has. */
public interface DataObject {
    /** How a report names it. */
    String name();

    /** @throws IOException where it cannot be read, or is known by its hash only and not by this one */
    byte[] digest(EvidenceHash hash) throws IOException;

    /** A file, read anew for each hash. */
    static DataObject file(Path path) {
        return new DataObject() {
            @Override
            public String name() {
                return path.toString();
            }

            @Override
            public byte[] digest(EvidenceHash hash) throws IOException {
                return hash.of(Files.newInputStream(path));
            }
        };
    }

    /** Bytes at hand. */
    static DataObject bytes(String name, byte[] bytes) {
        return new DataObject() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public byte[] digest(EvidenceHash hash) {
                return hash.of(bytes);
            }
        };
    }

    /** Something of which only hashes are left: it is checked by them alone. */
    static DataObject hashed(String name, List<Imprint> known) {
        return new DataObject() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public byte[] digest(EvidenceHash hash) throws IOException {
                return known.stream()
                        .filter(one -> one.hash() == hash)
                        .findFirst()
                        .map(Imprint::digest)
                        .orElseThrow(() -> new IOException("of " + name + " no " + hash.code() + " is known"));
            }
        };
    }
}
