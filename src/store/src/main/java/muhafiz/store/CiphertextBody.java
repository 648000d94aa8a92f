package muhafiz.store;

import java.io.IOException;
import muhafiz.crypto.seal.Ciphertext;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A ciphertext on its way out: its length known beforehand, its bytes not copied, sent again if need be. */
final class CiphertextBody extends RequestBody {
    private final Ciphertext bytes;

    CiphertextBody(Ciphertext bytes) {
        this.bytes = bytes;
    }

    @Override
    public @Nullable MediaType contentType() {
        return null;
    }

    @Override
    public long contentLength() {
        return bytes.length();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        bytes.writeTo(sink.outputStream());
    }
}
