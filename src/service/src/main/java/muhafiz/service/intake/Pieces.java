package muhafiz.service.intake;

import java.io.IOException;
import java.util.UUID;
import muhafiz.crypto.seal.Ciphertext;
import muhafiz.crypto.seal.SegmentSink;
import muhafiz.crypto.seal.Tally;
import muhafiz.service.document.DocumentSeal;
import muhafiz.store.Label;
import muhafiz.store.ObjectName;
import muhafiz.store.ObjectStore;

/** Puts a document's segments into the store as they come; the last one carries the label. */
record Pieces(ObjectStore store, UUID version, Labelling labelling) implements SegmentSink {
    /** Makes the label when everything is counted; what it throws keeps the last segment out of the store. */
    interface Labelling {
        Label of(Tally tally);
    }

    @Override
    public void accept(int index, Ciphertext segment) {
        store.put(name(index), segment);
    }

    @Override
    public void last(int index, Ciphertext segment, Tally tally) throws IOException {
        store.put(name(index), segment, labelling.of(tally));
    }

    private ObjectName name(int index) {
        return new ObjectName(version, DocumentSeal.ORIGINAL, index);
    }
}
